"""A whole workshop, run as a facilitator would: forty staff, six items, killed once."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from mtcoach.evaluation import resume
from mtcoach.findings.workshop import Seen, seen
from mtcoach.questions.loading import Library, load_library
from mtcoach.transcript.events import Resumed, RoundClosed, RoundOpened
from mtcoach.transcript.log import load
from mtcoach.transcript.record import fold
from mtcoach.workshop.sitting import Sitting
from mtcoach.workshop.timeplan import plan
from support.workshops import BEGUN, MINUTES, PRESENT, PROGRAMME, held

ITEMS = [asked.item for asked in PROGRAMME]


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library()


@pytest.fixture(scope="module")
def transcript(tmp_path_factory: pytest.TempPathFactory, library: Library) -> Path:
    return held(tmp_path_factory.mktemp("hall"), library)


@pytest.fixture(scope="module")
def found(transcript: Path) -> dict[str, Seen]:
    return {each.item: each for each in seen(fold(load(transcript).events), ITEMS)}


def test_every_item_is_left_as_it_was_meant_to_be(found: dict[str, Seen]) -> None:
    assert {item: each.left for item, each in found.items()} == {
        asked.item: asked.outcome for asked in PROGRAMME
    }


def test_one_split_was_resolved_by_talk_and_one_was_kept(found: dict[str, Seen]) -> None:
    resolved, kept = found["kq03"], found["kq05"]
    assert (resolved.votes[0].look, resolved.course, resolved.rating) == (
        "split",
        "together",
        "amber",
    )
    assert (kept.votes[0].look, kept.course, kept.rating) == ("split", "stayed", None)
    assert kept.gap == ("Teachers", "Leaders")


def test_the_vote_in_which_the_app_was_killed_lost_and_doubled_nothing(
    transcript: Path, found: dict[str, Seen]
) -> None:
    events = load(transcript).events
    (killed,) = (event.seq for event in events if isinstance(event, Resumed))
    opened, closed = found["kq05"].votes[1].events
    assert opened < killed < closed
    tally = found["kq05"].votes[1].tally
    assert (tally.present, tally.voters, tally.means) == (40, 40, {"phones": 34, "sheets": 6})


def test_a_show_of_hands_and_phones_stand_in_one_record(found: dict[str, Seen]) -> None:
    assert found["kq13"].votes[0].tally.means == {"hands": 38}
    assert found["kq01"].votes[0].tally.means == {"phones": 34, "sheets": 6}


def test_no_vote_shows_more_people_than_were_there(found: dict[str, Seen]) -> None:
    for each in found.values():
        for vote in each.votes:
            assert vote.tally.spread is not None
            assert sum(vote.tally.spread.values()) == vote.tally.voters
            assert vote.tally.voters + vote.tally.abstained == PRESENT


def test_nothing_in_the_transcript_tells_a_vote_from_a_phone(transcript: Path) -> None:
    text = transcript.read_text(encoding="utf-8")
    assert "phone 3" not in text
    assert not transcript.with_name(f"{transcript.name}.box").exists()


def test_the_time_is_known_to_have_run_only_from_the_first_vote(transcript: Path) -> None:
    events = load(transcript).events
    first = next(event for event in events if isinstance(event, RoundOpened))
    time = plan(MINUTES, ITEMS, events, events[-1].at)
    whole = (events[-1].at - first.at) / timedelta(minutes=1)
    assert first.at > BEGUN
    assert time.done == len(ITEMS)
    assert whole - 0.2 <= time.elapsed <= whole
    assert time.sentence.startswith("All 6 items are done")


def test_the_room_can_be_opened_again_another_day(transcript: Path, library: Library) -> None:
    copy = transcript.with_name("again.jsonl")
    copy.write_bytes(transcript.read_bytes())
    again = Sitting(resume(copy, library))
    try:
        assert again.room.stage == "concluded"
        assert again.room.following is None
        again.open_vote("kq15")
        assert again.box and again.box.number == 3
    finally:
        again.evaluation.close()


def test_cut_off_after_any_event_the_room_goes_on_from_there(
    transcript: Path, library: Library
) -> None:
    lines = transcript.read_bytes().splitlines(keepends=True)
    cut = transcript.with_name("cut.jsonl")
    for end in range(12, len(lines), 5):
        cut.write_bytes(b"".join(lines[:end]))
        last = load(cut).events[-1]
        sitting = Sitting(resume(cut, library))
        try:
            stage = sitting.room.stage
            assert (stage == "vote") == isinstance(last, RoundOpened)
            assert not isinstance(last, RoundClosed) or stage == "reveal"
        finally:
            sitting.evaluation.close()
