"""A workshop conducted in words, as both front ends do it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mtcoach.errors import CoachError
from mtcoach.evaluation import resume, start
from mtcoach.questions.loading import Library, load_library
from mtcoach.transcript.events import StatusSet
from mtcoach.workshop.facilitating.conducting import Conductor
from mtcoach.workshop.sitting import Sitting

ITEMS = ("kq01", "kq02", "kq03")


class Clock:
    """A clock that only goes on when told to."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 25, 13, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def on(self, **time: float) -> None:
        """Some time goes by."""
        self.now += timedelta(**time)


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def conductor(tmp_path: Path, library: Library, clock: Clock) -> Iterator[Conductor]:
    sitting = Sitting(start(tmp_path, library, clock=clock, workshop=True))
    sitting.begin("Lochside Academy", "Secondary", "key-questions", ITEMS, minutes=30)
    conductor = Conductor(sitting, clock)
    yield conductor
    sitting.evaluation.close()


def said(conductor: Conductor, *replies: str) -> str:
    """What the coach says to the last of `replies`, as one line."""
    from support.stories import words_of

    told = None
    for reply in replies:
        told = conductor.hear(reply)
    assert told
    return words_of(told.says)


def labels(conductor: Conductor) -> list[str]:
    return [choice.label for choice in conductor.board().choices]


def test_an_item_is_done_in_four_replies(conductor: Conductor) -> None:
    said(conductor, "open", "3 red 8 amber 2 green", "count")
    board = conductor.board()
    assert board.stage == "reveal"
    assert board.last and board.last.spread == {"red": 3, "amber": 8, "green": 2}
    assert board.last.means == {"hands": 13}
    text = said(
        conductor,
        "we agreed amber; the infants have no tracker, seen in the May audit; next step: PT "
        "meeting by Christmas; two people felt it is red because P7 has none",
    )
    assert "amber, agreed by the room" in text
    answer = conductor.room.record.answer("kq01")
    assert (answer.rating, answer.how) == ("amber", "agreed")
    assert [step.text for step in answer.steps] == ["PT meeting by Christmas"]
    conclusion = conductor.room.handled.conclusion
    assert conclusion and conclusion.minority == "two people felt it is red because P7 has none"


def test_going_on_leads_through_a_split_to_a_second_vote(
    conductor: Conductor, clock: Clock
) -> None:
    conductor.go_on()
    said(conductor, "6 red 1 amber 6 green")
    conductor.go_on()
    board = conductor.board()
    assert board.advice and board.advice.shape == "split"
    conductor.go_on()
    board = conductor.board()
    assert board.stage == "talk"
    assert board.protocol and board.clock
    assert board.clock.label == "Part 1 of 4"
    clock.on(minutes=2)
    for _ in board.protocol.steps:
        conductor.go_on()
        if conductor.board().stage == "vote":
            break
    assert conductor.board().stage == "vote"
    assert conductor.board().number == 2


def test_a_split_is_kept_with_its_reason(conductor: Conductor) -> None:
    said(conductor, "open", "6/1/6", "count")
    assert "stays split" in said(conductor, "we stay split because the infants never see the data")
    conclusion = conductor.room.handled.conclusion
    assert conclusion and conclusion.outcome == "split"
    assert conclusion.minority == "the infants never see the data"
    assert conductor.room.record.answer("kq01").rating is None


def test_more_evidence_asks_who_brings_it_and_when(conductor: Conductor) -> None:
    said(conductor, "open", "6/1/6", "count")
    assert "Who brings the evidence" in said(conductor, "agree", "5")
    said(conductor, "the depute, by 12 December")
    conclusion = conductor.room.handled.conclusion
    assert conclusion and (conclusion.role, conclusion.by) == ("depute", "by 12 December")


def test_the_numbers_run_through_answers_and_moves(conductor: Conductor) -> None:
    said(conductor, "open", "6/1/6", "count", "agree")
    assert labels(conductor)[:5] == [
        "Red",
        "Amber",
        "Green",
        "It stays split",
        "More evidence first",
    ]
    assert labels(conductor)[5].startswith("Talk:")
    keys = [choice.key for choice in conductor.board().choices]
    assert keys == [str(number) for number in range(1, len(keys) + 1)]
    said(conductor, str(len(keys)))
    assert conductor.board().stage == "vote"


def test_hands_typed_before_a_vote_open_it(conductor: Conductor) -> None:
    said(conductor, "3 red 8 amber 2 green")
    assert conductor.board().stage == "vote"
    assert conductor.board().votes_in == 13


def test_hands_can_be_typed_again_and_sheets_beside_them(conductor: Conductor) -> None:
    said(conductor, "open", "3/8/2", "3/9/2", "sheets 2 red 3 green")
    assert conductor.board().typed == {"hands": 14, "sheets": 5}
    said(conductor, "count")
    last = conductor.board().last
    assert last and last.means == {"hands": 14, "sheets": 5}


def test_what_cannot_be_a_count_is_refused_and_nothing_changes(conductor: Conductor) -> None:
    said(conductor, "open")
    with pytest.raises(CoachError, match="none of red, amber, green"):
        conductor.hear("the infants have no tracker")
    with pytest.raises(CoachError, match="Nobody has voted yet"):
        conductor.hear("count")
    assert conductor.board().stage == "vote"


def test_an_open_vote_shows_nothing_but_how_many(conductor: Conductor) -> None:
    said(conductor, "open", "3/8/2", "count", "vote again", "13/0/0")
    board = conductor.board()
    assert board.stage == "vote"
    assert board.advice is None
    assert board.groups == ()
    assert board.votes_in == 13


def test_with_fewer_than_five_no_spread_and_no_reason_of_a_minority(conductor: Conductor) -> None:
    said(conductor, "open", "1 red 3 green", "count")
    board = conductor.board()
    assert board.last and board.last.spread is None
    text = said(conductor, "green, but one person felt it is red because her class has none")
    assert "fewer than 5" in text
    conclusion = conductor.room.handled.conclusion
    assert conclusion and conclusion.minority == ""
    assert conductor.room.record.answer("kq01").rating == "green"


def test_the_next_item_waits_for_this_one(conductor: Conductor) -> None:
    said(conductor, "open", "3/8/2", "count")
    with pytest.raises(CoachError, match="not concluded"):
        conductor.hear("next item")
    said(conductor, "amber", "next item")
    assert conductor.room.item == "kq02"


def test_any_item_can_be_opened_by_its_number_or_left_out(conductor: Conductor) -> None:
    said(conductor, "leave out 2", "open item 3")
    assert conductor.room.item == "kq03"
    assert conductor.room.record.answer("kq02").status == "skipped"
    said(conductor, "0/3/10", "count", "green")
    following = conductor.board().following
    assert following and following.id == "kq01"


def test_after_the_last_item_the_natural_move_is_to_finish(conductor: Conductor) -> None:
    for _ in ITEMS:
        conductor.go_on()
        said(conductor, "0/13/0", "count", "amber", "skip", "skip", "skip")
    conductor.go_on()
    assert conductor.room.record.finished


def test_what_was_said_of_the_item_before_is_not_asked_of_the_next(conductor: Conductor) -> None:
    said(conductor, "open", "3/8/2", "count", "amber")
    assert "Nothing to add" in labels(conductor)
    said(conductor, "next item")
    assert labels(conductor) == ["Close and count", "Drop the vote"]


def test_a_killed_talk_goes_on_where_it_was(
    conductor: Conductor, library: Library, clock: Clock
) -> None:
    said(conductor, "open", "6/1/6", "count", "talk")
    conductor.sitting.evaluation.close()
    clock.on(minutes=3)
    again = resume(conductor.sitting.evaluation.path, library, clock=clock)
    try:
        board = Conductor(Sitting(again), clock).board()
        assert board.stage == "talk"
        assert board.part == 1
    finally:
        again.close()


def test_personal_data_waits_for_a_decision(conductor: Conductor) -> None:
    said(conductor, "open", "3/8/2", "count")
    text = said(conductor, "amber, Aisha Khan in P3 is not tracked")
    assert "Before I keep that" in text
    assert "Aisha" not in conductor.sitting.evaluation.path.read_text(encoding="utf-8")
    said(conductor, "1")
    assert conductor.room.record.answer("kq01").rating == "amber"
    assert "Aisha" not in conductor.sitting.evaluation.path.read_text(encoding="utf-8")


def test_a_question_to_the_coach_is_answered_in_place(conductor: Conductor) -> None:
    said(conductor, "open", "3/8/2", "count", "agree")
    assert "good looks like" in said(conductor, "what would good look like?")
    assert labels(conductor)[0] == "Red"


def test_a_change_of_mind_is_recorded_and_said_back(conductor: Conductor) -> None:
    said(conductor, "open", "3/8/2", "count", "amber", "skip", "skip", "skip")
    assert "red, agreed" in said(conductor, "change it to red")
    rated = conductor.room.record.answer("kq01")
    assert (rated.rating, rated.how) == ("red", "agreed")


def test_leaving_out_is_an_event_of_the_transcript(conductor: Conductor) -> None:
    said(conductor, "leave out 2")
    last = conductor.sitting.evaluation.events[-1]
    assert isinstance(last, StatusSet)


def test_a_plan_is_made_with_the_coach_from_what_the_room_agreed(conductor: Conductor) -> None:
    with pytest.raises(CoachError, match="has not agreed on a colour yet"):
        conductor.hear("plan")
    said(conductor, "open", "3/8/2", "count", "red", "skip", "skip", "skip")
    told = conductor.hear("plan")
    assert told.cue == "plan"
    assert conductor.room.record.position.phase == "priorities"
    assert labels(conductor)[0].startswith("Next item")
    said(conductor, "change it to amber")
    assert conductor.room.record.answer("kq01").rating == "amber"


def test_an_open_question_stands_beside_its_quick_replies_after_other_moves(
    conductor: Conductor,
) -> None:
    from support.stories import words_of

    said(conductor, "open", "3/8/2", "count", "amber", "24 here")
    says = words_of(conductor.board().says)
    assert "24 in the room" in says
    assert "?" in says
    assert "Nothing to add" in labels(conductor)


def test_words_can_be_taken_back(conductor: Conductor) -> None:
    said(conductor, "open", "3/8/2", "count", "amber; P7 has none; next step: a tracker for P7")
    said(conductor, "remove the note")
    answer = conductor.room.record.answer("kq01")
    assert answer.notes == ()
    assert [step.text for step in answer.steps] == ["a tracker for P7"]
    said(conductor, "take that back")
    assert conductor.room.record.answer("kq01").steps == ()
    assert conductor.room.record.answer("kq01").rating == "amber"
