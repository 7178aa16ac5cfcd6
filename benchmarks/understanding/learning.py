"""Learning from labelled signs: logistic regression by scikit-learn, kept as a weight a sign."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from mtcoach.coach.words.learned import SCALE, Learned

TRUST: Final = 10.0
"""The less, the more texts a weight needs behind it to be large (set by cross-validation)."""


@dataclass(frozen=True, slots=True)
class Example:
    """What a text shows, what it is, and how much it counts."""

    signs: tuple[str, ...]
    label: str
    worth: float = 1.0


def example(found: Iterable[str], label: str, worth: float = 1.0) -> Example:
    """An example; a sign that is shown twice is shown."""
    return Example(tuple(dict.fromkeys(found)), label, worth)


def learn(examples: Sequence[Example], *, small: float) -> Learned:
    """Weights that tell the labels of `examples` apart.

    Signs that one example alone shows, and weights under `small`, are not kept.
    """
    import numpy as np
    from scipy.sparse import diags
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    met = Counter(sign for each in examples for sign in each.signs)
    shown = DictVectorizer()
    table = shown.fit_transform(
        [{sign: 1.0 for sign in each.signs if met[sign] > 1} for each in examples]
    )
    # What few texts show tells more: it is seen larger, so that less is held against its weight.
    held = np.asarray(table.sum(axis=0)).ravel()
    larger = np.log((1 + len(examples)) / (1 + held)) + 1
    larger /= larger.mean()
    # No intercept: every text shows the sign "always", where a matter wants one.
    learner = LogisticRegression(C=TRUST, fit_intercept=False, max_iter=1000)
    learner.fit(
        table @ diags(larger), [each.label for each in examples], [each.worth for each in examples]
    )
    labels = tuple(str(label) for label in learner.classes_)
    first = len(labels) - len(learner.coef_)  # of two labels only the second has weights
    return Learned(labels, _kept(shown.feature_names_, learner.coef_ * larger, first, small))


def _kept(
    signs: Sequence[str], weights: Any, first: int, small: float
) -> Mapping[str, tuple[int, ...]]:
    kept = {}
    for sign, column in zip(signs, weights.T.tolist(), strict=True):
        row: list[int] = []
        for label, weight in enumerate(column, start=first):
            if abs(weight) >= small:
                row += [label, round(SCALE * weight)]
        if row:
            kept[sign] = tuple(row)
    return kept
