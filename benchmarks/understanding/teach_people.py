"""What the finder of names is taught: words that name somebody, and words that look so."""

from __future__ import annotations

import random
import re
import runpy
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

from learning import Example, example, learn
from sets import HERE, rows

from mtcoach.coach.notes import naming
from mtcoach.coach.notes.names import given, known_word
from mtcoach.coach.notes.naming import MATTER, NAME, candidates, signs
from mtcoach.coach.notes.privacy import by_rules
from mtcoach.coach.words.learned import Learned
from mtcoach.coach.words.text import Stretch
from mtcoach.coach.words.vocabulary import shipped
from mtcoach.questions.loading import load_library

KEPT: Final = Path(str(naming.__file__)).with_name("people.json")
OTHER: Final = "other"
_PLACE: Final = re.compile(r"\[[A-Z][a-zà-ÿ]+\]")
ALSO: Final = 2  # times a lesson is told again with other names
LESSON_WORTH: Final = 0.5
Row = dict[str, Any]


@cache
def examples(text: str, held: tuple[str, ...], worth: float = 1.0) -> tuple[Example, ...]:
    """What a text teaches, with the names it holds."""
    spans = [
        Stretch(match.start(), match.end())
        for name in held
        for match in re.finditer(rf"(?<!\w){re.escape(name)}", text)
    ]
    ruled = by_rules(text)
    return tuple(
        example(signs(text, at, _among(at, ruled)), NAME if _among(at, spans) else OTHER, worth)
        for at in candidates(text)
    )


def _among(at: Stretch, spans: Iterable[Stretch]) -> bool:
    return any(naming.over(span, at) for span in spans)


@cache
def lessons() -> tuple[Example, ...]:
    """The lessons, each also with other names in the place of its own."""
    pool = sorted(name for name in given() - set(shipped()["wordy_names"]) if not known_word(name))
    chance = random.Random(7)
    found: list[Example] = []
    for line in (HERE / "lessons" / "names.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        found += _told(line)
        if "[" in line:
            for _ in range(ALSO):
                found += _told(_PLACE.sub(lambda _: f"[{chance.choice(pool).title()}]", line))
    return tuple(found)


@cache
def _innocent() -> tuple[Example, ...]:
    """What names nobody: every sentence of the banks, and what the tests say is innocent."""
    found: list[Example] = []
    for item in load_library().items.values():
        parts = [item.statement, item.question, item.good, item.excellent, item.why]
        for colour in ("red", "amber", "green"):
            for step in item.next_steps.at(colour):
                parts += [step.do, step.changes, step.know]
        for part in parts:
            found += examples(part, (), LESSON_WORTH)
    return tuple(found)


@cache
def _from_tests() -> tuple[Example, ...]:
    """The tables of the tests, which are never wrong; the rules find the names in them."""
    tests = runpy.run_path(str(HERE.parents[1] / "tests" / "coach" / "test_privacy.py"))
    found: list[Example] = []
    for line in tests["lines"](tests["PERSONAL"]):
        kinds, text = line.split(" | ", 1)
        held = {span.of(text) for span in by_rules(text)}
        # What no rule finds in a test is for the tests to ask, and not to teach.
        if len(held) == kinds.split(", ").count(NAME):
            found += examples(text, tuple(sorted(held)))
    for text in tests["lines"](tests["INNOCENT"]):
        found += examples(text, ())
    return tuple(found)


def _told(line: str) -> tuple[Example, ...]:
    held = tuple(dict.fromkeys(re.findall(r"\[([^\]]+)\]", line)))
    return examples(line.replace("[", "").replace("]", ""), held, LESSON_WORTH)


def taught(among: Sequence[Row]) -> dict[str, Learned]:
    """What is learned of names from some texts, and from the lessons."""
    found = [*lessons(), *_innocent(), *_from_tests()]
    for row in among:
        held = tuple(each["text"] for each in row["personal"] if each["kind"] == NAME)
        found += examples(row["text"], held)
    return {MATTER: learn(found, small=0.1)}


def independent() -> list[Row]:
    """The texts of the labelled sets that are learned from."""
    return rows("seen", "personal")
