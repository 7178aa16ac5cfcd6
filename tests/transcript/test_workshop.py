"""What a transcript keeps of a workshop, and what is taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtcoach.transcript.events import (
    Concluded,
    Contributed,
    Event,
    Noted,
    Planned,
    RoomOpened,
    RoundClosed,
    RoundDropped,
    RoundOpened,
    StepNoted,
    TalkOpened,
    Tally,
    Withdrawn,
)
from mtcoach.transcript.log import load
from mtcoach.transcript.record import Record, fold

FORMATS = sorted((Path(__file__).parent / "formats").glob("*.jsonl"))
FIRST = Tally(present=13, voters=12, spread={"red": 2, "amber": 4, "green": 6})
SECOND = Tally(present=13, voters=13, spread={"amber": 9, "green": 4})


def record_of(*events: Event) -> Record:
    return fold(event.model_copy(update={"seq": seq}) for seq, event in enumerate(events))


def test_every_vote_on_an_item_is_kept_in_its_order() -> None:
    workshop = record_of(
        RoomOpened(minutes=50),
        RoundOpened(item="kq01", number=1),
        RoundClosed(item="kq01", number=1, tally=FIRST),
        TalkOpened(item="kq01", protocol="poles"),
        RoundOpened(item="kq01", number=2),
        RoundClosed(item="kq01", number=2, tally=SECOND),
        Concluded(item="kq01", outcome="settled", minority="P7 has not had it yet"),
    ).workshop
    assert workshop is not None
    handled = workshop.on("kq01")
    assert [each.tally for each in handled.rounds] == [FIRST, SECOND]
    assert handled.talks == ("poles",)
    assert handled.conclusion and handled.conclusion.minority == "P7 has not had it yet"
    assert handled.open_round is None


def test_an_open_vote_has_no_tally_and_a_dropped_one_leaves_no_trace() -> None:
    opened = (RoomOpened(minutes=50), RoundOpened(item="kq01", number=1))
    workshop = record_of(*opened).workshop
    assert workshop and workshop.on("kq01").open_round
    assert workshop.on("kq01").counted == ()
    dropped = record_of(*opened, RoundDropped(item="kq01", number=1)).workshop
    assert dropped and dropped.on("kq01").rounds == ()


def test_a_new_vote_reopens_an_item_that_was_concluded() -> None:
    workshop = record_of(
        RoomOpened(minutes=50),
        Concluded(item="kq01", outcome="split"),
        RoundOpened(item="kq01", number=2),
    ).workshop
    assert workshop and workshop.on("kq01").conclusion is None


def test_voices_are_kept_apart_from_the_notes_of_an_answer() -> None:
    record = record_of(RoomOpened(minutes=50), Contributed(item="kq01", text="P3 has no tracker"))
    assert record.workshop
    assert [voice.text for voice in record.workshop.on("kq01").voices] == ["P3 has no tracker"]
    assert record.answer("kq01").notes == ()


def test_what_is_taken_back_is_gone_from_the_answer_and_stays_in_the_events() -> None:
    events = (
        Noted(item="kq01", text="We meet termly"),
        Noted(item="kq01", text="Sorry, wrong question"),
        StepNoted(item="kq01", text="Train the PTs"),
        Withdrawn(item="kq01", seqs=(1, 2)),
    )
    answer = record_of(*events).answer("kq01")
    assert answer.evidence == "We meet termly"
    assert answer.steps == ()
    assert answer.events == (0, 1, 2, 3)


def test_a_date_in_words_goes_when_the_cell_is_said_again_without_one() -> None:
    from datetime import date

    easter = Planned(item="kq01", field="by", value="by Easter", on=date(2027, 3, 26))
    assert record_of(easter).days["kq01"]["by"] == date(2027, 3, 26)
    again = Planned(item="kq01", field="by", value="some day")
    assert record_of(easter, again).days["kq01"] == {}


@pytest.mark.parametrize("path", FORMATS, ids=lambda path: path.stem)
def test_every_earlier_format_is_read(path: Path) -> None:
    loaded = load(path)
    assert loaded.problems == ()
    assert {event.v for event in loaded.events} == {int(path.stem)}
    assert fold(loaded.events).finished
