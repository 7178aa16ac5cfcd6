"""The learned listener: what a reply most likely means, and which of its words say so.

The rules know forms of words; this knows what many replies have in common, and so hears
wordings that no rule names. Weights are learned by `benchmarks/understanding/train.py`
and kept in `listener.json`; a reading is a sum of the weights of its signs.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, Literal

from mtcoach.coach.replies.signs import signs

Matter = Literal["intent", "verdict", "told"]
"""What was learned: the intent, the colour a judgement implies, whether practice is told."""

SCALE: Final = 100
"""Weights are kept as whole numbers: hundredths of a nat."""


@dataclass(frozen=True, slots=True)
class Heard:
    """The likeliest label, how sure (0 to 1) of it and of the others, and the words for it."""

    label: str
    sure: float
    shares: Mapping[str, float]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Learned:
    """The weights of one matter: for each sign one a label."""

    labels: tuple[str, ...]
    weights: Mapping[str, tuple[int, ...]]

    def hear(self, found: Iterable[str]) -> Heard:
        """What a reply with these signs means."""
        known = [(sign, self.weights[sign]) for sign in set(found) if sign in self.weights]
        totals = [sum(w[i] for _, w in known) / SCALE for i in range(len(self.labels))]
        top = max(totals)
        raised = [math.exp(total - top) for total in totals]
        shares = {
            label: value / sum(raised) for label, value in zip(self.labels, raised, strict=True)
        }
        best = totals.index(top)
        return Heard(self.labels[best], shares[self.labels[best]], shares, _words(known, best))


_NAMED: Final = 3


def _words(known: list[tuple[str, tuple[int, ...]]], label: int) -> tuple[str, ...]:
    """The words that spoke most for a label over the mean of the others."""
    spoken = sorted(
        (
            (weights[label] - sum(weights) / len(weights), sign[2:])
            for sign, weights in known
            if sign[:2] in ("w ", "b ")
        ),
        key=lambda pair: (-pair[0], pair[1]),
    )
    named: list[str] = []
    for weight, said in spoken:
        if weight > 0 and not any(said in other or other in said for other in named):
            named.append(said.strip("^$ "))
        if len(named) == _NAMED:
            break
    return tuple(word for word in named if word)


@cache
def learned() -> Mapping[str, Learned]:
    """What was learned, by matter; read once."""
    source = files("mtcoach.coach.replies").joinpath("listener.json")
    data = json.loads(source.read_text(encoding="utf-8"))
    return {
        matter: Learned(
            tuple(kept["labels"]),
            {sign: tuple(weights) for sign, weights in kept["weights"].items()},
        )
        for matter, kept in data.items()
    }


def hear(matter: Matter, text: str, step: str, heard: str) -> Heard:
    """What `text` most likely means in one matter; `heard` is what the rules make of it."""
    return learned()[matter].hear(signs(text, step, heard))
