"""Words that fill a cell and say nothing; whatever is concrete is never doubted."""

from __future__ import annotations

import pytest

from mtcoach.coach.plans.hollow import hollow, placeholder
from mtcoach.transcript.events import PlanField
from support.talk import library

HOLLOW: dict[PlanField, str] = {
    "outcome": """improve; everyone happier; better outcomes for all learners; raise attainment
        improved tracking; pupils are supported; positive impact; better learning and teaching""",
    "baseline": """low; not great; various; needs improvement; mixed picture; not good enough; patchy
        could be better; inconsistent; it varies; below expectations""",
    "source": """various; different sources; evidence; data; a range of evidence; school data
        various documents; lots of places; everywhere""",
}
SOUND: dict[PlanField, str] = {
    "outcome": """Pupils know their targets; happier at playtime; better attendance; S3 improve
        fewer pupils wait for help; families say reports are clearer; better reading in P4""",
    "baseline": """54%; none; no shared policy; two departments moderate; low attendance in S2; nothing
        staff say it takes six hours; patchy in maths; no one has looked""",
    "source": """SEEMiS; staff feedback; the log; pupil voice; jotters; the same survey in May
        tracker; a sample of ten folios; parents' evening; SEEMiS data""",
}


def listed(table: dict[PlanField, str]) -> list[tuple[PlanField, str]]:
    return [
        (field, text.strip())
        for field, said in table.items()
        for line in said.splitlines()
        for text in line.split(";")
    ]


@pytest.mark.parametrize(("field", "text"), listed(HOLLOW))
def test_what_could_be_said_of_anything_is_hollow(field: PlanField, text: str) -> None:
    assert hollow(field, text)


@pytest.mark.parametrize(("field", "text"), listed(SOUND))
def test_something_concrete_is_never_doubted(field: PlanField, text: str) -> None:
    assert not hollow(field, text)


def test_nothing_that_the_banks_suggest_is_hollow() -> None:
    for item in library().items.values():
        for colour in ("red", "amber", "green"):
            for step in item.next_steps.at(colour):
                assert not hollow("outcome", step.changes)
        assert not any(hollow("source", each) for each in item.evidence)


@pytest.mark.parametrize("text", ["tbc", "TBC", "t.b.a.", "to be agreed", "n/a", "-", "?", "xxx"])
def test_a_cell_that_says_it_is_empty_is(text: str) -> None:
    assert placeholder(text)


@pytest.mark.parametrize(
    "text", ["none", "nothing yet in S1", "the TBC group", "0", "later drafts"]
)
def test_a_cell_that_says_something_is_not_empty(text: str) -> None:
    assert not placeholder(text)
