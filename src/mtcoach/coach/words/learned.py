"""What was learned from labelled texts: a weight for each sign and label, and no more.

A reading is a sum of the weights of the signs a text shows, so the words that decided can
always be named. Weights are made by `benchmarks/understanding/train.py` and never by hand.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

SCALE: Final = 100
"""Weights are kept as whole numbers: hundredths of a nat."""

_NAMED: Final = 3
_WORDS: Final = ("w ", "b ")
"""How the signs begin that are words a person typed, and pairs of them."""


@dataclass(frozen=True, slots=True)
class Heard:
    """The likeliest label, how sure (0 to 1) of it and of the others, and the words for it."""

    label: str
    sure: float
    shares: Mapping[str, float]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Learned:
    """The weights of one matter: for each sign pairs of a label's place and its weight."""

    labels: tuple[str, ...]
    weights: Mapping[str, Sequence[int]]

    def hear(self, found: Iterable[str], typed: Mapping[str, str] = MappingProxyType({})) -> Heard:
        """What a text with these signs most likely is; `typed` are the words behind some signs."""
        known = [(sign, self.weights[sign]) for sign in set(found) if sign in self.weights]
        totals = [0.0] * len(self.labels)
        for _, row in known:
            for place, weight in zip(row[::2], row[1::2], strict=True):
                totals[place] += weight / SCALE
        top = max(totals)
        raised = [math.exp(total - top) for total in totals]
        norm = sum(raised)
        shares = {label: value / norm for label, value in zip(self.labels, raised, strict=True)}
        best = totals.index(top)
        words = self._words(known, best, typed)
        return Heard(self.labels[best], shares[self.labels[best]], shares, words)

    def _words(
        self, known: list[tuple[str, Sequence[int]]], label: int, typed: Mapping[str, str]
    ) -> tuple[str, ...]:
        """The words that spoke most for a label over the mean of the others."""
        spoken: list[tuple[float, str]] = []
        for sign, row in known:
            words = typed.get(sign, sign[2:] if sign.startswith(_WORDS) else "")
            if words and " at " not in words:
                own = next((w for p, w in zip(row[::2], row[1::2], strict=True) if p == label), 0)
                spoken.append((sum(row[1::2]) / len(self.labels) - own, words))
        named: list[str] = []
        for less, said in sorted(spoken):
            if less < 0 and not any(said in other or other in said for other in named):
                named.append(said.strip("^$ "))
            if len(named) == _NAMED:
                break
        return tuple(word for word in named if word)


def kept_in(path: Path) -> Mapping[str, Learned]:
    """The weights in a file, by matter."""
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return {
        matter: Learned(tuple(kept["labels"]), kept["weights"]) for matter, kept in data.items()
    }
