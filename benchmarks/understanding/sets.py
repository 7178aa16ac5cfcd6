"""The labelled sets, read: JSON Lines, a row a text with what a careful reader makes of it."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, TypeVar

HERE: Final = Path(__file__).parent
FOLDS: Final = 5

Row = dict[str, Any]
T = TypeVar("T")


def rows(half: str, name: str) -> list[Row]:
    """A labelled set; empty where that half has none."""
    path = HERE / half / f"{name}.jsonl"
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


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
