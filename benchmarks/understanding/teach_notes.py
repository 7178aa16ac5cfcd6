"""What the judge is taught of notes: which elements they hold, whole and piece by piece.

Nobody labelled the pieces of a note: where a note holds an element, it is taken to stand in
the piece that speaks for it most by what was learned of whole notes and of sayings.
"""

from __future__ import annotations

import runpy
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

from learning import Example, example, learn
from sets import HERE, rows

from mtcoach.coach.notes import weighing
from mtcoach.coach.notes.evidence import by_pattern
from mtcoach.coach.notes.marks import marks, pieces
from mtcoach.coach.notes.weighing import PIECE, PRESENT, WHOLE, within
from mtcoach.coach.words.learned import Learned
from mtcoach.coach.words.spelling import mended
from mtcoach.coach.words.text import fold
from mtcoach.questions.models import ELEMENTS, Element

KEPT: Final = Path(str(weighing.__file__)).with_name("elements.json")
ABSENT: Final = "no"
SMALL: Final = 0.2  # smaller weights are not worth keeping
SAYING_WORTH: Final = 0.4  # a saying is shorter than a note, and was made up to teach
Row = dict[str, Any]
Signs = tuple[str, ...]


@cache
def _signs(note: str) -> tuple[Signs, tuple[Signs, ...]]:
    """The marks of a note, and of each of its pieces."""
    folded = mended(fold(note))
    shown = by_pattern(folded)
    parts = tuple(tuple(marks(part, within(part, shown))) for part in pieces(folded))
    return tuple(marks(folded, shown)), parts


@cache
def _from_tests() -> tuple[Row, ...]:
    """The table of the tests, which is never wrong."""
    tests = runpy.run_path(str(HERE.parents[1] / "tests" / "coach" / "test_evidence.py"))
    rows_ = (line.partition("|") for line in tests["NOTES"].strip().splitlines())
    return tuple(
        {"text": text.strip(), "elements": held.replace("-", "").split()} for held, _, text in rows_
    )


@cache
def sayings() -> dict[Element, list[Example]]:
    """What was written to show an element, or to look like it and be none."""
    found: dict[Element, list[Example]] = {element: [] for element in ELEMENTS}
    element: Element = ELEMENTS[0]
    label = PRESENT
    for line in (HERE / "lessons" / "elements.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            *denied, name = line[3:].split()
            element = next(each for each in ELEMENTS if each == name)
            label = ABSENT if denied else PRESENT
        elif line.strip() and not line.startswith("#"):
            found[element].append(example(_signs(line)[0], label, SAYING_WORTH))
    return found


def taught(among: Sequence[Row]) -> dict[str, Learned]:
    """What is learned of each element from some notes, and from the sayings."""
    kept: dict[str, Learned] = {}
    known = {row["text"].lower() for row in among}
    among = [*among, *(row for row in _from_tests() if row["text"].lower() not in known)]
    for element in ELEMENTS:
        made = sayings()[element]
        whole = [
            example(_signs(row["text"])[0], PRESENT if element in row["elements"] else ABSENT)
            for row in among
        ]
        first = learn([*made, *whole], small=SMALL)
        kept[WHOLE.format(element)] = first
        kept[PIECE.format(element)] = learn(
            [*made, *(each for row in among for each in _in_part(row, element, first))],
            small=SMALL,
        )
    return kept


def _in_part(row: Row, element: Element, first: Learned) -> list[Example]:
    """What the pieces of a note teach: all where it lacks the element, else the likeliest."""
    whole, parts = _signs(row["text"])
    if not parts:
        return []
    if element in row["elements"]:
        best = max((*parts, whole), key=lambda each: first.hear(each).shares[PRESENT])
        return [example(best, PRESENT, 0.5)]
    return [example(part, ABSENT, 0.5 / len(parts) ** 0.5) for part in parts]


def independent() -> list[Row]:
    """The notes of the labelled sets that are learned from."""
    return rows("seen", "evidence")
