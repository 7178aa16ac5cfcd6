"""Three leaders from start to end through the plain mode: what the coach says to each of them.

One types colours and "ok", one writes paragraphs and asks nothing, one is grumpy, corrects
himself and jumps about. Their scripts are in `tests/personas/`, a reply a line.
"""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from mtcoach.evaluation import start
from mtcoach.plain import COACH, YOU, converse
from mtcoach.transcript.record import Record
from support.talk import library

PERSONAS = Path(__file__).parent / "personas"
PROBES = re.compile(
    r"where would somebody else find|How many|Out of all|Where could I see|what shows that|"
    r"How do you know|What would you point to|What do you see|What's in place"
)


def held(name: str, folder: Path) -> tuple[list[list[str]], Record]:
    """What the coach said after each reply, line by line, and what the record holds then."""
    replies = (PERSONAS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    assert len(replies) >= 40
    written: list[str] = []
    evaluation = start(folder, library())
    converse(evaluation, replies, written.append, echo=True)
    record = evaluation.record
    evaluation.close()
    turns: list[list[str]] = [[]]
    for line in written:
        if line.startswith(YOU):
            turns.append([])
        elif not line.startswith("  ["):
            turns[-1].append(line.removeprefix(COACH))
    return turns, record


@pytest.mark.parametrize("name", ["colours-only", "paragraphs", "grumpy"])
def test_nothing_is_said_twice_running(name: str, tmp_path: Path) -> None:
    turns, _ = held(name, tmp_path)
    for before, after in pairwise(turns):
        # A question that is put again is put whole, with its title; a listing has short lines.
        again = [line for line in after if line in before and line.endswith((".", "?"))]
        assert not again or after[0].startswith("Question") or "Question" in " ".join(after)


@pytest.mark.parametrize("name", ["colours-only", "paragraphs"])
def test_everybody_gets_to_the_end(name: str, tmp_path: Path) -> None:
    _, record = held(name, tmp_path)
    assert record.finished
    assert sum(answer.status == "answered" for answer in record.answers.values()) == 19


def test_somebody_who_types_colours_is_left_in_peace(tmp_path: Path) -> None:
    turns, record = held("colours-only", tmp_path)
    assert {answer.rating for answer in record.answers.values()} == {"amber"}
    assert not any(answer.notes or answer.steps for answer in record.answers.values())
    asked = [
        line for turn in turns for line in turn if PROBES.search(line) and "Question" not in line
    ]
    assert sum("What's in place" in line or "How do you know it" in line for line in asked) == 2
    assert not any(record.plan.values()), "an ok fills no cell of a plan"
    assert not any("kept that" in line or "written down" in line for turn in turns for line in turn)


def test_somebody_who_writes_paragraphs_is_asked_nothing_twice(tmp_path: Path) -> None:
    turns, record = held("paragraphs", tmp_path)
    questions = {item.question for item in library().items.values()}
    probes = [
        line
        for turn in turns
        for line in turn
        if PROBES.search(line) and not any(line[:40] == q[:40] for q in questions)
    ]
    assert not probes
    lacking = [
        answer
        for answer in record.answers.values()
        if answer.rating != "green" and not answer.steps
    ]
    assert not lacking, "each red and amber has the step that was typed for it"
    assert len(record.priorities) == 3
    for item in record.priorities:
        assert record.plan[item].keys() >= {
            "outcome",
            "actions",
            "lead",
            "by",
            "baseline",
            "target",
        }


def test_somebody_who_jumps_about_finds_everything_where_he_put_it(tmp_path: Path) -> None:
    turns, record = held("grumpy", tmp_path)
    said = "\n".join(line for turn in turns for line in turn)
    assert record.answer("kq01").rating == "red", "changed from two questions later"
    assert record.answer("kq02").how == "inferred"
    assert [step.suggested for step in record.answer("kq15").steps] == [True, True]
    assert "the reason is with your notes" in said
    assert "For the school as a whole" in said
    assert not any("S3" in note.text for note in record.answer("kq14").notes)
    kept = [note.text for answer in record.answers.values() for note in answer.notes]
    steps = [step.text for answer in record.answers.values() for step in answer.steps]
    for wish in (
        "take oot the bit about S3",
        "any ideas pal?",
        "both",
        "ditto",
        "same as the last one",
    ):
        assert wish not in kept + steps
