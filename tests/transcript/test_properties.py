"""What holds for every file and every text."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from mtcoach.errors import TranscriptError
from mtcoach.transcript.draft import load_draft, save_draft
from mtcoach.transcript.events import (
    Event,
    Heard,
    Noted,
    Paused,
    Planned,
    ProfileSet,
    Rated,
    Said,
)
from mtcoach.transcript.lines import decode, encode, stamped
from mtcoach.transcript.log import Log, load
from mtcoach.transcript.sayings import (
    Line,
    Listing,
    Position,
    Recorded,
)

TEXT = st.text(max_size=60)
ITEM = st.sampled_from(["kq01", "t2.05", "j2e.4"])
MOMENT = st.datetimes(datetime(1990, 1, 1), datetime(2200, 1, 1), timezones=st.timezones())
COLOUR = st.sampled_from(["red", "amber", "green"])
SAYING = st.one_of(
    st.builds(Line, text=TEXT),
    st.builds(Recorded, item=ITEM, rating=st.none() | COLOUR, text=TEXT),
    st.builds(Listing, title=TEXT, lines=st.lists(TEXT, max_size=3).map(tuple)),
)
EVENTS: st.SearchStrategy[list[Event]] = st.lists(
    st.one_of(
        st.builds(Heard, text=TEXT),
        st.builds(Paused),
        st.builds(ProfileSet, field=st.sampled_from(["school", "role"]), value=TEXT),
        st.builds(Rated, item=ITEM, rating=COLOUR, how=st.sampled_from(["stated", "inferred"])),
        st.builds(
            Noted,
            item=ITEM,
            text=TEXT,
            origin=st.none() | ITEM,
            replaces=st.lists(st.integers(0, 99), max_size=3).map(tuple),
        ),
        st.builds(Planned, item=ITEM, field=st.sampled_from(["lead", "by"]), value=TEXT),
        st.builds(
            Said,
            sayings=st.lists(SAYING, max_size=3).map(tuple),
            position=st.builds(Position, phase=st.just("items"), about=TEXT),
        ),
    ),
    max_size=8,
)


@given(EVENTS, st.data())
def test_any_beginning_of_a_file_loads_with_every_whole_line(
    events: list[Event], data: st.DataObject
) -> None:
    whole, expected = _file(events)
    cut = data.draw(st.integers(0, len(whole)), label="cut")
    loaded = decode(whole[:cut], "x.jsonl")
    complete = whole[:cut].count(b"\n")
    assert loaded.events[:complete] == expected[:complete]
    assert len(loaded.events) - complete in (0, 1)
    assert loaded.damaged == ()
    # Every byte is accounted for: in a whole line, or set aside.
    assert (loaded.sound + loaded.torn).removesuffix(b"\n") == whole[:cut].removesuffix(b"\n")


@given(EVENTS, st.binary(max_size=80), st.data())
def test_bytes_dropped_anywhere_cost_at_most_the_line_they_fell_in(
    events: list[Event], dirt: bytes, data: st.DataObject
) -> None:
    whole, expected = _file([Heard(text="first"), *events, Heard(text="last")])
    place = data.draw(st.integers(0, len(whole)), label="place")
    soiled = whole[:place] + dirt + whole[place:]
    try:
        kept = decode(soiled, "x.jsonl").events
    except TranscriptError:
        assert b'"v":' in soiled  # dirt that happens to make a newer format
        return
    assert sum(event not in kept for event in expected) <= 1


@given(st.binary(max_size=200))
def test_any_bytes_load_or_are_refused_in_a_sentence(data: bytes) -> None:
    try:
        decode(data, "x.jsonl")
    except TranscriptError as error:
        assert str(error).startswith("x.jsonl")


@settings(max_examples=40, deadline=None)
@given(EVENTS, EVENTS, MOMENT)
def test_whatever_is_said_comes_back_exactly(
    first: list[Event], second: list[Event], at: datetime
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.jsonl"
        with Log.create(path) as log:
            written = log.append(first, at)
        with Log.open(path) as log:
            written += log.append(second, at)
        assert load(path).events == written
    said = [*first, *second]
    assert [event.seq for event in written] == list(range(len(said)))
    assert [_bare(event) for event in written] == [_bare(event) for event in said]
    # In UTC: Python calls no time equal to one in the hour when the clocks change.
    assert all(event.at == at.astimezone(UTC) for event in written)


@given(st.text(st.characters(), max_size=40))
def test_no_text_is_too_odd_to_be_saved(text: str) -> None:
    mended, line = encode(Heard(text=text))
    assert decode(line, "x.jsonl").events == (mended,)
    assert isinstance(mended, Heard)
    sound = not any("\ud800" <= char <= "\udfff" for char in text)
    assert (mended.text == text) is sound


@settings(max_examples=40, deadline=None)
@given(TEXT)
def test_a_draft_comes_back_exactly(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.jsonl"
        assert save_draft(path, text)
        assert load_draft(path) == text


def _file(events: list[Event]) -> tuple[bytes, tuple[Event, ...]]:
    expected = stamped(events, 0, datetime(2026, 11, 22, 10, 30, tzinfo=UTC))
    return b"".join(encode(event)[1] for event in expected), expected


def _bare(event: Event) -> dict[str, object]:
    return event.model_dump(exclude={"seq", "at"})
