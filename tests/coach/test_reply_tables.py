"""The rule tables: each entry reads its own example right, and stays small enough to be read."""

from __future__ import annotations

import inspect
from types import ModuleType

import pytest

from mtcoach.coach.replies import cues, roles, verdicts
from mtcoach.coach.replies.colours import mentions
from mtcoach.coach.replies.cues import CUES, QUESTIONS, Cue
from mtcoach.coach.replies.roles import RULES, Rule
from mtcoach.coach.replies.rules import by_rules
from mtcoach.coach.replies.understanding import read
from mtcoach.coach.replies.verdicts import SIGNS, Sign, implied

READ_IN_ONE_SITTING = 250


@pytest.mark.parametrize("cue", [*CUES, *QUESTIONS], ids=lambda cue: cue.example)
def test_a_cue_means_what_its_example_says(cue: Cue) -> None:
    reading = by_rules(cue.example)
    assert (reading.intent, reading.aspect) == (cue.intent, cue.aspect)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.example)
def test_a_colour_plays_the_part_that_the_example_of_its_rule_shows(rule: Rule) -> None:
    for example in rule.example.split("; "):
        assert rule.role in {mention.role for mention in mentions(example)}, example


@pytest.mark.parametrize("sign", SIGNS, ids=lambda sign: sign.example)
def test_a_judgement_implies_the_colour_of_its_example(sign: Sign) -> None:
    assert implied(verdicts.verdicts(sign.example))[0] == sign.colour


@pytest.mark.parametrize("table", [cues, roles, verdicts], ids=lambda table: table.__name__)
def test_a_table_is_read_in_one_sitting(table: ModuleType) -> None:
    assert len(inspect.getsource(table).splitlines()) <= READ_IN_ONE_SITTING


# The examples of entries that are in the tables no longer: rules and listener together read them.
LEFT_TO_THE_LISTENER = """
unsure | we haven't looked
unsure | hard to say
unsure | I'd need to check
unsure | we have no data on that
pause | I've a meeting to get to
skip | can we do this one later
not_applicable | no senior phase here
not_applicable | we don't have a senior phase
answer - | Amber leads this in S2
answer - | Amber's mum asked for it
answer - | the red and green maths sets are tracked apart
answer amber | almost green
answer amber | no green here yet
answer amber | most departments, not all
answer amber | yes, but not in S3
answer amber | no, but we've started
answer amber | some departments do, others don't
answer amber | about half of departments
answer red | we don't do this
answer red | struggling
answer green | all staff do
answer green | good
answer green | really well across the school
"""


@pytest.mark.parametrize("row", LEFT_TO_THE_LISTENER.strip().splitlines())
def test_what_a_rule_no_longer_names_is_read_as_before(row: str) -> None:
    expected, reply = row.split(" | ")
    reading = read(reply)
    heard = f"{reading.intent} {reading.rating or '-'}"
    assert heard == (expected if " " in expected else f"{expected} -")


@pytest.mark.parametrize(
    ("reply", "intent"),
    [
        ("make it amber", "answer"),
        ("I'd say red, it took 9 weeks", "answer"),
        ("workload is more of a red, it took a whole week", "change"),
        ("early warning should be amber", "change"),
    ],
)
def test_while_one_answer_is_amended_another_is_meant_where_it_is_named(
    reply: str, intent: str
) -> None:
    assert read(reply, step="amend").intent == intent
