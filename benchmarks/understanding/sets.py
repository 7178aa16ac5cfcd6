"""The labelled sets, read: JSON Lines, a row a text with what a careful reader makes of it."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, TypeVar

HERE: Final = Path(__file__).parent
FOLDS: Final = 5

# The labelled set that a part of the listening is learned from, and what was written for it.
SETS: Final = {
    "replies": "replies", "notes": "evidence", "people": "personal", "placement": "placement",
}  # fmt: skip
LESSONS: Final = {
    "replies": sorted((HERE / "lessons" / "replies").glob("*.txt")),
    "notes": [HERE / "lessons" / "elements.txt"],
    "people": [HERE / "lessons" / "names.txt"],
    "placement": [HERE / "lessons" / "placement.txt"],
}
DIGESTS: Final = HERE / "learned_from.json"
"""The digests of the texts that the weights which ship were learned from."""

Row = dict[str, Any]
T = TypeVar("T")


def rows(half: str, name: str) -> list[Row]:
    """A labelled set; empty where that half has none."""
    path = HERE / half / f"{name}.jsonl"
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def digest(name: str) -> str:
    """A digest of the texts that one part of the listening is learned from."""
    texts = [HERE / "seen" / f"{SETS[name]}.jsonl", *LESSONS[name]]
    made = hashlib.sha256()
    for path in texts:
        made.update(path.read_text(encoding="utf-8").encode())
    return made.hexdigest()


def folds(among: Sequence[T]) -> list[tuple[list[T], list[T]]]:
    """`among` in parts, shuffled with a fixed seed: for each part what to learn from, and it."""
    order = list(range(len(among)))
    random.Random(11).shuffle(order)
    parts = [set(order[part::FOLDS]) for part in range(FOLDS)]
    return [
        (
            [each for number, each in enumerate(among) if number not in part],
            [each for number, each in enumerate(among) if number in part],
        )
        for part in parts
    ]
