"""Two evaluations side by side: what moved, and what the new colour stands on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from mtcoach.coach.reading import Judgement
from mtcoach.findings import Change, Comparison, compare
from mtcoach.findings.comparison import schools_differ, shared
from mtcoach.questions.loading import Library
from mtcoach.transcript.record import Note, Record

Answered = Callable[..., Record]
Judge = Callable[[str], Judgement]
Both = Callable[[str, str], Change]


@pytest.fixture
def both(answered: Answered, library: Library, judging: Judge) -> Both:
    """The first question as it was then and is now: `both("red", "green strong words")`."""

    def make(then: str, now: str) -> Change:
        found = compare(answered(q1=then), answered(q1=now), library, judge=judging)
        return found.changes[0]

    return make


@pytest.mark.parametrize(
    ("then", "now", "move"),
    [
        ("red", "amber", "up"),
        ("amber", "green", "up"),
        ("green", "red", "down"),
        ("amber", "amber", "stayed"),
        ("unknown", "unknown", "stayed"),
        ("unknown", "red", "now_known"),
        ("green", "unknown", "no_longer_known"),
        ("green", "skipped", "only_then"),
        ("unknown", "not_applicable", "only_then"),
        ("", "amber", "only_now"),
        ("skipped", "unknown", "only_now"),
        ("skipped", "", "neither"),
        ("not_applicable", "not_applicable", "neither"),
    ],
)
def test_each_question_is_compared_with_itself(both: Both, then: str, now: str, move: str) -> None:
    assert both(then, now).move == move


@pytest.mark.parametrize(
    ("then", "now", "footing"),
    [
        ("red thin", "green", "noteless"),
        ("red some words", "green  Some  words", "echoed"),
        ("red strong then", "green thin now", "thinner"),
        ("red some then", "green thin now", "thinner"),
        ("red strong then", "green some now", "leaner"),
        ("red some then", "green trouble now", "doubted"),
        ("red thin then", "green thin now", "thin"),
        ("red", "green thin now", "thin"),
        ("red thin then", "green some now", "firmer"),
        ("red", "green strong now", "firmer"),
        ("red some then", "green some now", "alike"),
    ],
)
def test_a_colour_is_known_by_what_it_stands_on(
    both: Both, then: str, now: str, footing: str
) -> None:
    assert both(then, now).footing == footing


def test_thin_evidence_is_never_called_firmer(both: Both) -> None:
    assert both("amber", "amber thin note").evidence == "alike"
    assert both("amber thin note", "amber").evidence == "thinner"


def test_notes_and_their_events_of_both_times_are_kept(both: Both) -> None:
    change = both("red some then", "amber some now")
    assert [(note.text, note.seq) for note in change.then.answer.notes] == [("some then", 3)]
    assert [(note.text, note.seq) for note in change.now.answer.notes] == [("some now", 3)]


def planned(record: Record, *items: str) -> Record:
    """`record` with these priorities, each with something to be done."""
    return replace(record, priorities=items, plan={item: {"actions": "Do."} for item in items})


def test_what_was_planned_is_set_beside_what_was_reported(
    answered: Answered, library: Library, judging: Judge
) -> None:
    old = planned(answered(q1="red", q2="red", q3="red"), "q2", "q1")
    done = {"q1": Note(9, "It was done"), "q3": Note(10, "Not yet")}
    new = replace(answered(q1="amber", q2="red"), followed=done)
    intents = compare(old, new, library, judge=judging).intents
    assert [(intent.change.item, intent.chosen) for intent in intents] == [
        ("q2", True),
        ("q1", True),
        ("q3", False),
    ]
    assert [intent.change.reported for intent in intents] == [None, done["q1"], done["q3"]]
    assert intents[0].row == {"actions": "Do."}


def test_a_row_that_was_dropped_from_the_plan_is_not_asked_after(
    answered: Answered, library: Library, judging: Judge
) -> None:
    old = replace(planned(answered(q1="red", q2="red"), "q1", "q2"), priorities=("q1",))
    intents = compare(old, answered(q1="red"), library, judge=judging).intents
    assert [intent.change.item for intent in intents] == ["q1"]


def test_masked_words_change_no_finding(
    answered: Answered, library: Library, judging: Judge
) -> None:
    old, new = answered(q1="red strong Jo"), answered(q1="green strong Al")
    masks = (answered(q1="red [name]"), answered(q1="green [name]"))
    change = compare(old, new, library, judge=judging, words=masks).changes[0]
    assert change.footing == "alike"
    assert change.now.answer.evidence == "[name]"


def test_only_questions_of_both_are_shared(answered: Answered, library: Library) -> None:
    old, new = answered(("q1", "q2")), answered(("q2", "q3"))
    assert shared(old, new, library) == ("q2",)
    assert shared(answered(("q1",)), answered(("q3",)), library) == ()


def test_answers_that_no_bank_asks_for_are_named_and_not_compared(
    answered: Answered, library: Library, judging: Judge
) -> None:
    old = answered(("q1", "x1"), q1="red", x1="green")
    found = compare(old, answered(q1="red"), library, judge=judging)
    assert found.gone == ("x1",)
    assert "x1" not in {change.item for change in found.changes}


@pytest.mark.parametrize(
    ("then", "now", "differ"),
    [
        ("Lochside Academy", "Lochside  academy", False),
        ("Lochside", "", False),
        ("Lochside", "Kelvinbank", True),
    ],
)
def test_schools_differ_by_name_and_not_by_how_it_is_typed(
    then: str, now: str, differ: bool
) -> None:
    assert schools_differ(then, now) is differ


def test_nothing_is_added_up_or_averaged() -> None:
    parts = {name for name in dir(Comparison) if not name.startswith("_")}
    assert parts == {
        "both",
        "changes",
        "gone",
        "intents",
        "of",
        "other_school",
        "reworded",
        "schools",
    }
