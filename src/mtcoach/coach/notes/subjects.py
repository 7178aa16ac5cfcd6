"""What a note is about, by how often people have said its words of each subject.

Naive Bayes, asked twice of one table: is this of any subject at all, and of which? Every word
speaks for or against, so the words that decided can always be named. `subjects.json` holds
how often each term was said of what; it comes from `benchmarks/understanding/train.py` and is
never changed by hand.
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
from typing import Final, NamedTuple

from mtcoach.coach.notes.stems import TOKEN, root
from mtcoach.coach.words.spelling import mended
from mtcoach.coach.words.text import fold
from mtcoach.coach.words.vocabulary import shipped

NONE: Final = "none"
"""The subject of a note that speaks to no item."""

SCALE: Final = 10
"""How often a term was said is kept in whole tenths of a text."""

_ALL: Final = 1000
"""As much is taken to have been said of each subject, and of none."""

_ANY: Final = 0.2
_WHICH: Final = 0.1
"""How often each term is taken to have been said besides, where the question is whether a note
is of any subject, and of which (set by cross-validation)."""

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


class Term(NamedTuple):
    """How much a term tells, and how often it was said of the subjects at these places."""

    telling: float
    counts: tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True)
class Said:
    """How often each term was said of each subject, the last of which is `NONE`."""

    subjects: tuple[str, ...]
    terms: Mapping[str, Term]


@dataclass(frozen=True, slots=True)
class Leaning:
    """How a note leans.

    `none` is the log odds that it is of no subject at all, `logs` by how much its words make
    each subject and `NONE` likelier, in logs, and `words` what was typed that speaks for each.
    """

    none: float
    logs: Mapping[str, float]
    words: Mapping[str, tuple[str, ...]]


def telling(texts: int, holding: int) -> float:
    """How much a term tells that `holding` of all `texts` hold."""
    return math.log((1 + texts) / (1 + holding)) + 1


def learned_from(text: str) -> Said:
    """What `subjects.json` holds: terms that tell the same stand in one line."""
    data = json.loads(text)
    worth = [_ALL / SCALE / total for total in data["totals"]]
    found: dict[str, Term] = {}
    for told, listed in data["said"].items():
        holding, *pairs = told.split()
        split = [pair.split(":") for pair in pairs]
        counts = tuple((int(place), int(count) * worth[int(place)]) for place, count in split)
        term = Term(telling(data["texts"], int(holding)), counts)
        found.update(dict.fromkeys(listed.split("|"), term))
    return Said(tuple(data["subjects"]), found)


@cache
def said() -> Said:
    """The table that comes with mtcoach."""
    return learned_from(Path(__file__).with_name("subjects.json").read_text(encoding="utf-8"))


def leaning(note: str, known: Said | None = None) -> Leaning:
    """What `note` is about."""
    known = known or said()
    typed = {term: word for term, word in terms(note).items() if term in known.terms}
    length = math.sqrt(sum(known.terms[term].telling ** 2 for term in typed)) or 1.0
    last = len(known.subjects) - 1
    none = 0.0
    logs = [0.0] * len(known.subjects)
    spoke: list[dict[str, float]] = [{} for _ in known.subjects]
    for term, word in typed.items():
        worth = known.terms[term].telling / length
        counts = known.terms[term].counts
        times = sum(count for _, count in counts)
        of_none = sum(count for place, count in counts if place == last)
        none += worth * math.log((last * of_none + _ANY) / (times - of_none + _ANY))
        for place, count in counts:
            logs[place] += worth * math.log(1 + count / _WHICH)
            oftener = count * len(logs) / times
            if oftener > 1:
                part = worth * count * math.log(oftener)
                spoke[place][word] = spoke[place].get(word, 0.0) + part
    return Leaning(
        none,
        dict(zip(known.subjects, logs, strict=True)),
        {name: _best(words) for name, words in zip(known.subjects, spoke, strict=True)},
    )


def _best(words: Mapping[str, float]) -> tuple[str, ...]:
    """The words that say most, none of them twice; a small word alone says nothing."""
    named: list[str] = []
    for word in sorted(words, key=lambda word: -words[word]):
        said = set(word.split())
        if not said <= _common() and not any(said & set(other.split()) for other in named):
            named.append(word)
    return tuple(named[:4])


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
def _common() -> frozenset[str]:
    return frozenset(shipped()["pointing_nowhere"])


@cache
def _subjects() -> frozenset[str]:
    return frozenset(entry for entry in shipped()["subjects"] if " " not in entry)
