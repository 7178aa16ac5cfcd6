"""What the finder of names is taught: words that name somebody, and words that look so."""

from __future__ import annotations

import random
import re
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

KEPT: Final = Path(str(naming.__file__)).with_name("people.json")
OTHER: Final = "other"
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
        example(
            signs(text, at, _among(at, ruled)), NAME if _among(at, spans) else OTHER, worth
        )
        for at in candidates(text)
    )


def _among(at: Stretch, spans: Iterable[Stretch]) -> bool:
    return any(naming.over(span, at) for span in spans)


@cache
def lessons() -> tuple[Example, ...]:
    """The lessons, each also with other names in the place of its own."""
    pool = sorted(
        name for name in given() - set(shipped()["wordy_names"]) if not known_word(name)
    )
    chance = random.Random(7)
    found: list[Example] = []
    for line in (HERE / "lessons" / "names.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        found += _told(line)
        if "[" in line:
            for _ in range(ALSO):
                found += _told(re.sub(r"\[([A-Z][a-zà-ÿ]+)\]", lambda _: f"[{chance.choice(pool).title()}]", line))
    return tuple(found)


def _told(line: str) -> tuple[Example, ...]:
    held = tuple(dict.fromkeys(re.findall(r"\[([^\]]+)\]", line)))
    return examples(line.replace("[", "").replace("]", ""), held, LESSON_WORTH)


def taught(among: Sequence[Row]) -> dict[str, Learned]:
    """What is learned of names from some texts, and from the lessons."""
    found = list(lessons())
    for row in among:
        held = tuple(each["text"] for each in row["personal"] if each["kind"] == NAME)
        found += examples(row["text"], held)
    return {MATTER: learn(found)}


def independent() -> list[Row]:
    """The texts of the labelled sets that are learned from."""
    return rows("seen", "personal")
