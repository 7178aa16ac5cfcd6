"""What the plan might be about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mtcoach.coach.reading import Judgement
from mtcoach.findings import propose
from mtcoach.questions.loading import Library, load_library
from mtcoach.transcript.record import Answer, Record

Proposed = Callable[..., dict[str, str]]


@pytest.fixture
def proposed(
    answered: Callable[..., Record], library: Library, judging: Callable[[str], Judgement]
) -> Proposed:
    def by_item(**answers: str) -> dict[str, str]:
        found = propose(answered(**answers), library, judge=judging)
        return {proposal.item: proposal.reason for proposal in found}

    return by_item


def test_reds_come_first_then_ambers_then_what_is_not_known_then_thin_greens(
    proposed: Proposed,
) -> None:
    found = proposed(q1="green thin", q2="unknown", q4="amber some x", q5="red some y")
    assert list(found) == ["q5", "q4", "q2", "q1"]


def test_among_reds_the_one_that_others_hang_on_comes_first(proposed: Proposed) -> None:
    found = proposed(q1="red strong", q2="amber strong", q3="amber strong", q5="red strong")
    assert next(iter(found)) == "q1"
    assert (
        found["q1"] == "red, and tied up with Meetings and Moderation, which are not green either"
    )


def test_one_other_is_spoken_of_as_one(proposed: Proposed) -> None:
    found = proposed(q1="red", q2="amber")
    assert found["q1"] == "red, and tied up with Meetings, which is not green either"


def test_an_amber_without_impact_comes_before_one_with_it(proposed: Proposed) -> None:
    found = proposed(q4="amber strong", q5="amber some x")
    assert list(found) == ["q5", "q4"]
    assert found["q5"] == "amber, and nothing noted yet on what it has meant for learners"


def test_a_rating_without_a_note_says_so(proposed: Proposed) -> None:
    assert proposed(q5="red")["q5"] == "red, with no evidence noted yet"


def test_what_two_banks_ask_alike_is_proposed_once(proposed: Proposed) -> None:
    assert list(proposed(q4="red", q6="red")) == ["q4"]


def test_a_well_evidenced_green_is_not_proposed(proposed: Proposed) -> None:
    assert proposed(q1="green strong", q2="green some") == {}


def test_nothing_answered_proposes_nothing(proposed: Proposed) -> None:
    assert proposed() == {}


def test_between_equals_the_telling_questions_come_first() -> None:
    shipped = load_library()
    bank = shipped.banks["key-questions"]
    answers = {item.id: Answer(item.id, rating="amber", status="answered") for item in bank.items}
    record = Record(items=tuple(answers), asked=tuple(answers), answers=answers)
    found = propose(record, shipped)
    assert {proposal.item for proposal in found[:6]} == set(bank.quick)
    assert "tell most about the rest" in found[0].reason
