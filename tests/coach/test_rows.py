"""A whole row of the plan while one cell is asked for: every cell that it gives is kept."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtcoach.coach.dates import Placement, place
from mtcoach.coach.plans.cells import Row, row
from mtcoach.coach.plans.memory import Memory
from mtcoach.transcript.events import PLAN_FIELDS, PlanField
from mtcoach.transcript.sayings import Position
from support.talk import TODAY, library

WHOLE: dict[PlanField, str] = {
    "lead": "DHT",
    "by": "by Easter",
    "baseline": "54%",
    "target": "65%",
    "source": "reading ages",
    "money": "£200",
}
ASKED = ("lead", "by", "source", "baseline", "target", "outcome", "actions", "more")


def placed(said: str) -> Placement:
    return place(said, TODAY, library().calendar)


def held(asked: str, said: str) -> Row:
    return row(said, asked, placed)


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize(
    "said",
    [
        "DHT to lead, by Easter, measured by reading ages from 54% to 65%, cost £200",
        "DHT to lead; by Easter; measured by reading ages from 54% to 65%; cost £200",
        "DHT leads | by Easter | measured by reading ages from 54% to 65% | £200",
        "led by DHT\nby Easter\n54% to 65%, measured by reading ages\ncosts £200",
        "DHT to do it / by Easter / from 54% to 65% / measured by reading ages / £200",
        "Lead: DHT. By when: by Easter. Baseline: 54%. Target: 65%. Source: reading ages. Cost: £200",
        "- Lead: DHT\n- By: by Easter\n- Measure: 54% → 65% → reading ages\n- Money: £200",
        "Lead\tDHT\nBy when\tby Easter\nBaseline\t54%\nTarget\t65%\nEvidence\treading ages\nCost\t£200",
        "Lead\tTimescale\tBaseline\tTarget\tSource\tCost\nDHT\tby Easter\t54%\t65%\treading ages\t£200",
        "| Lead | By | Baseline | Target | Source | Cost |\n|---|---|---|---|---|---|\n"
        "| DHT | by Easter | 54% | 65% | reading ages | £200 |",
        "lead: DHT, by Easter, from 54% to 65%, source: reading ages, £200",
        "lead DHT by Easter baseline 54% target 65% source reading ages cost £200",
    ],
)
def test_a_row_is_the_same_row_whatever_was_asked(asked: str, said: str) -> None:
    assert held(asked, said) == Row(WHOLE)


@pytest.mark.parametrize("asked", ASKED)
def test_who_helps_by_name_is_left_over_and_costs_no_cell(asked: str) -> None:
    said = "DHT to lead, by Easter, measured by reading ages from 54% to 65%, £200, Mrs Khan helps"
    found = held(asked, said)
    assert found.cells == WHOLE
    assert found.left == ("Mrs Khan helps",)


@pytest.mark.parametrize(
    ("asked", "said", "holds"),
    [
        ("lead", "DHT by Easter £200", {"lead": "DHT", "by": "by Easter", "money": "£200"}),
        (
            "by",
            "start in January, finish by May; DHT leads",
            {"by": "start in January, finish by May", "lead": "DHT"},
        ),
        (
            "by",
            "by Easter with a review in February",
            {"by": "by Easter", "review": "in February"},
        ),
        (
            "by",
            "October review then Easter",
            {"by": "October review then Easter", "review": "October review"},
        ),
        (
            "source",
            "SEEMiS in March; DHT leads; by Easter; cost 200 pounds",
            {"source": "SEEMiS in March", "lead": "DHT", "by": "by Easter", "money": "200 pounds"},
        ),
        (
            "baseline",
            "54% now, 65% by June, read in SEEMiS, DHT leads, £200",
            {
                "baseline": "54% now",
                "target": "65%",
                "by": "by June",
                "source": "SEEMiS",
                "lead": "DHT",
                "money": "£200",
            },
        ),
        (
            "outcome",
            "kids do better cos we track properly, me to lead, easter ish, 54 now 65 by then off "
            "the staff poll, no cost",
            {
                "outcome": "kids do better cos we track properly",
                "lead": "me",
                "by": "easter ish",
                "baseline": "54 now",
                "target": "65 by then",
                "source": "the staff poll",
                "money": "no cost",
            },
        ),
        (
            "outcome",
            "Pupils read more; and enjoy it\tTrain PTs, share folios\tDHT\tEaster\t54%\t65%\tlog\t£9",
            {
                "outcome": "Pupils read more; and enjoy it",
                "actions": "Train PTs, share folios",
                "lead": "DHT",
                "by": "Easter",
                "baseline": "54%",
                "target": "65%",
                "source": "log",
                "money": "£9",
            },
        ),
        (
            "outcome",
            "pupils know / PTs write it / DHT / xmas or easter? / hardly any / 9 in 10 / staff poll",
            {
                "outcome": "pupils know",
                "actions": "PTs write it",
                "lead": "DHT",
                "by": "xmas or easter?",
                "baseline": "hardly any",
                "target": "9 in 10",
                "source": "staff poll",
            },
        ),
        (
            "outcome",
            "| What we are going to do / Why | Strategic lead and key people | Timescale (with "
            "working-time hours) | Measures of success (impact for learners) | Review date |\n"
            "| Train PTs in moderation, because levels differ | DHT | by Easter (12 hours) | "
            "from 54% to 65% in SEEMiS | Feb |",
            {
                "actions": "Train PTs in moderation, because levels differ",
                "lead": "DHT",
                "by": "by Easter",
                "hours": "12 hours",
                "baseline": "54%",
                "target": "65%",
                "source": "SEEMiS",
                "review": "Feb",
            },
        ),
    ],
)
def test_a_messy_row_keeps_what_it_gives(asked: str, said: str, holds: dict[str, str]) -> None:
    found = held(asked, said)
    assert found.cells == holds
    assert found.left == ()


def test_the_rows_behind_the_first_of_a_table_are_those_of_other_priorities() -> None:
    found = held("outcome", "QI\tLead\tBy\n3.2\tDHT\tJune\n1.1\tPT maths\tMay")
    assert found.cells == {"lead": "DHT", "by": "June"}
    assert found.left == ("3.2",)
    assert found.others == ("1.1 | PT maths | May",)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("lead", "PT maths, who has the time for it"),
        ("lead", "Depute, with PT maths"),
        ("by", "from October to Easter"),
        ("by", "start in January; finish by May"),
        ("source", "reading ages, checked in June and again in May"),
        ("source", "jotters; and what six pupils say"),
        ("baseline", "40 of 230 in S3 have a target; six pupils I asked could not say theirs"),
        ("outcome", "Pupils feel listened to, and can say who they would go to"),
        ("actions", "Train PTs by October, share by Easter, whole school by June"),
        ("actions", "We review the tracker in October and again in March"),
        ("actions", "Reading buddies, 20 mins a day, 3 days a week for 6 weeks"),
        ("actions", "Run a staff survey; share the results / next steps with parents"),
        ("baseline", "54% in S3 (SEEMiS, October), 61% in S2"),
        ("target", "60 to 70%"),
        ("target", "9 of 9 departments by June, and 80% of staff say it helps"),
        ("source", "staff poll, 10 minutes at the June in-service"),
        ("lead", "DHT / PT maths"),
        ("by", "asap, before Easter if we can"),
    ],
)
def test_an_answer_to_one_cell_is_not_taken_apart(asked: str, said: str) -> None:
    assert held(asked, said).cells == {asked: said}


_PIECES = st.sampled_from(
    [
        "DHT",
        "led by PT maths",
        "by Easter",
        "from 4 of 9 to 9 of 9",
        "£200",
        "12 hours",
        "Mrs Khan helps",
        "pupils know their targets",
        "we train the PTs",
        "SEEMiS in March",
        "NIF 3",
        "review in February",
        "something or other",
        "54%",
    ]
)
_MARKS = st.sampled_from(["; ", "\n", " | ", ", ", " / ", "\t"])


@settings(max_examples=300, deadline=None)
@given(st.lists(_PIECES, min_size=1, max_size=7, unique=True), _MARKS, st.sampled_from(ASKED))
def test_every_word_of_a_row_is_in_a_cell_or_named_as_left(
    parts: list[str], mark: str, asked: str
) -> None:
    found = held(asked, mark.join(parts))
    kept = " ".join([*found.cells.values(), *found.left, *found.others]).lower()
    for part in parts:
        for word in re.findall(r"[^\W_]+", part.lower()):
            # What only says which cell it is may go: "led by", "review".
            if word not in ("led", "by", "from", "to", "review", "in"):
                assert word in kept, (part, found)


@given(
    st.frozensets(st.sampled_from(PLAN_FIELDS)),
    st.frozensets(st.sampled_from(PLAN_FIELDS)),
    st.sampled_from(["", *PLAN_FIELDS, "more"]),
)
def test_a_position_remembers_what_was_doubted(
    done: frozenset[str], waiting: frozenset[str], origin: str
) -> None:
    memory = Memory(
        frozenset(field for field in PLAN_FIELDS if field in done),
        frozenset(field for field in PLAN_FIELDS if field in waiting),
        origin,
    )
    assert Memory.of(Position(phase="plan", asked=memory.bits)) == memory
