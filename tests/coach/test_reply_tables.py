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
