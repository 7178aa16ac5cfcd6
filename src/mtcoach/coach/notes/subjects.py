"""What a note is about, learned from what people say: a weight for each word and subject.

A linear model with one layer: every word speaks for or against each subject, so the
words that decided can always be named. `subjects.json` holds the weights; they come
from `benchmarks/understanding/train.py` and are never changed by hand.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Final

from mtcoach.coach.notes.stems import TOKEN, root
from mtcoach.coach.words.spelling import mended
from mtcoach.coach.words.text import fold
from mtcoach.coach.words.vocabulary import shipped

NONE: Final = "none"
"""The subject of a note that speaks to no item."""

SCALE: Final = 100
"""Weights are kept as whole hundredths."""

_STAGE: Final = re.compile(r"[ps][1-7]s?")
_TIMES: Final = frozenset(
    "january february march april june july august september october november december jan feb "
    "mar apr jun jul aug sept sep oct nov dec easter christmas xmas autumn winter spring "
    "summer monday tuesday wednesday thursday friday saturday sunday".split()
)
_SMALL: Final = frozenset(
    "a an the of to and in is it that for on was are be as at we i so or but".split()
)
_LEARNERS: Final = frozenset(("child", "pupil", "boy", "girl", "lady", "he", "she", "him", "her"))


@dataclass(frozen=True, slots=True)
class Weights:
    """The learned weights: for each term how telling it is, and for whom."""

    subjects: tuple[str, ...]
    start: tuple[float, ...]
    unknown: float
    telling: Mapping[str, float]
    terms: Mapping[str, tuple[tuple[int, float], ...]]


@dataclass(frozen=True, slots=True)
class Leaning:
    """How likely a note is to be about each subject, and the words that say so."""

    chances: Mapping[str, float]
    words: Mapping[str, tuple[str, ...]]


def learned_from(text: str) -> Weights:
    """The weights that `subjects.json` holds."""
    data = json.loads(text)
    return Weights(
        tuple(data["subjects"]),
        tuple(value / SCALE for value in data["start"]),
        data["unknown"] / SCALE,
        {term: row[0] / SCALE for term, row in data["terms"].items()},
        {
            term: tuple(
                (subject, value / SCALE)
                for subject, value in zip(row[1::2], row[2::2], strict=True)
            )
            for term, row in data["terms"].items()
        },
    )


@cache
def weights() -> Weights:
    """The weights that come with mtcoach."""
    return learned_from(Path(__file__).with_name("subjects.json").read_text(encoding="utf-8"))


def leaning(note: str, known: Weights | None = None) -> Leaning:
    """What `note` is about; the chances of all subjects and of none add up to one."""
    known = known or weights()
    typed = terms(note)
    found = {term: word for term, word in typed.items() if term in known.telling}
    # A word that nobody here has ever used of tracking makes every subject less likely.
    strange = sum(1 for term in typed if term not in known.telling and " " not in term)
    length = math.sqrt(sum(known.telling[term] ** 2 for term in found) + strange * known.unknown**2)
    sums = list(known.start)
    spoke: list[dict[str, float]] = [{} for _ in known.subjects]
    for term, word in found.items():
        for subject, weight in known.terms[term]:
            part = weight * known.telling[term] / length
            sums[subject] += part
            spoke[subject][word] = spoke[subject].get(word, 0.0) + part
    most = max(sums)
    powers = [math.exp(value - most) for value in sums]
    total = sum(powers)
    return Leaning(
        {name: power / total for name, power in zip(known.subjects, powers, strict=True)},
        {name: _best(words) for name, words in zip(known.subjects, spoke, strict=True)},
    )


def _best(words: Mapping[str, float]) -> tuple[str, ...]:
    ordered = sorted((word for word in words if words[word] > 0), key=lambda word: -words[word])
    return tuple(ordered[:4])


def terms(note: str) -> dict[str, str]:
    """The terms of a note (words in their root form, and pairs of them), each as typed."""
    typed = TOKEN.findall(mended(fold(note)))
    roots = [_general(word) for word in typed]
    found: dict[str, str] = {}
    for word, term in zip(typed, roots, strict=True):
        for each in (term, *_kinds(word, term)):
            if each not in _SMALL and len(each) > 1:
                found.setdefault(each, word)
    content = [(t, w) for t, w in zip(roots, typed, strict=True) if t not in ("a", "an", "the")]
    for (first, one), (second, two) in pairwise(content):
        found.setdefault(f"{first} {second}", f"{one} {two}")
    return found


def _general(word: str) -> str:
    """A word in its root form; stages, figures and times by their kind alone."""
    if _STAGE.fullmatch(word):
        return "@stage"
    if word[0].isdigit():
        return "@figure"
    return "@time" if word in _TIMES else root(word)


def _kinds(word: str, term: str) -> Iterator[str]:
    """The kinds of thing a word stands for, beside itself."""
    if word[:2] in ("s4", "s5", "s6"):
        yield "@senior"
    if word in _subjects():
        yield "@subject"
    if term in _LEARNERS:
        yield "@learner"


@cache
def _subjects() -> frozenset[str]:
    return frozenset(entry for entry in shipped()["subjects"] if " " not in entry)
