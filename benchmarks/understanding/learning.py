"""Learning from labelled signs: multinomial logistic regression, and nothing but that.

AdaGrad in a shuffled order with a fixed seed: the same examples give the same weights.
Only the standard library is used, so that nobody needs more than Python to teach it again.
"""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from mtcoach.coach.words.learned import SCALE, Learned

EPOCHS: Final = 14
RATE: Final = 0.3
LEAST_ERROR: Final = 0.01  # a label this nearly right is left as it is


@dataclass(frozen=True, slots=True)
class Example:
    """What a text shows, what it is, and how much it counts."""

    signs: tuple[str, ...]
    label: str
    worth: float = 1.0


def example(found: Iterable[str], label: str, worth: float = 1.0) -> Example:
    """An example; a sign that is shown twice is shown."""
    return Example(tuple(dict.fromkeys(found)), label, worth)


def learn(
    examples: Sequence[Example],
    *,
    least: int = 2,
    decay: float = 1e-3,
    small: float = 0.3,
    epochs: int = EPOCHS,
) -> Learned:
    """Weights that tell the labels of `examples` apart.

    Signs met fewer than `least` times, and weights under `small`, are not kept; `decay`
    draws a weight back to nothing, shared out over the examples that show its sign.
    """
    met = Counter(sign for each in examples for sign in each.signs)
    labels = tuple(sorted({each.label for each in examples}))
    place = {label: number for number, label in enumerate(labels)}
    rows = {sign: number for number, sign in enumerate(sorted(s for s in met if met[s] >= least))}
    weights = [[0.0] * len(labels) for _ in rows]
    grown = [[0.1] * len(labels) for _ in rows]
    drawn = [0.0] * len(rows)
    for sign, number in rows.items():
        drawn[number] = decay * len(examples) / met[sign] / 100
    data = [
        ([rows[s] for s in each.signs if s in rows], place[each.label], each.worth)
        for each in examples
    ]
    shuffled = random.Random(7)
    for epoch in range(epochs):
        shuffled.shuffle(data)
        rate = RATE * (1.0 if epoch < epochs // 2 else 0.5)
        for shown, label, worth in data:
            _step(weights, grown, drawn, shown, label, worth, rate)
    return Learned(labels, _kept(rows, weights, small))


def _step(
    weights: list[list[float]],
    grown: list[list[float]],
    drawn: list[float],
    shown: list[int],
    label: int,
    worth: float,
    rate: float,
) -> None:
    here = [weights[number] for number in shown]
    totals = [sum(column) for column in zip(*here, strict=True)]
    if not totals:
        return
    top = max(totals)
    raised = [math.exp(total - top) for total in totals]
    norm = sum(raised)
    for i, power in enumerate(raised):
        error = power / norm - (1.0 if i == label else 0.0)
        if -LEAST_ERROR < error < LEAST_ERROR:
            continue
        error *= worth
        for number, row in zip(shown, here, strict=True):
            slope = error + drawn[number] * row[i]
            gone = grown[number]
            gone[i] += slope * slope
            row[i] -= rate * slope / math.sqrt(gone[i])


def _kept(
    rows: dict[str, int], weights: list[list[float]], small: float
) -> dict[str, tuple[int, ...]]:
    kept = {}
    for sign, number in rows.items():
        row: list[int] = []
        if len(weights[number]) == 2:  # of two labels, what speaks for one speaks against the other
            less, more = weights[number]
            weights[number] = [0.0, more - less]
        for label, weight in enumerate(weights[number]):
            if abs(weight) >= small:
                row += [label, round(SCALE * weight)]
        if row:
            kept[sign] = tuple(row)
    return kept
