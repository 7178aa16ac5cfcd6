"""How near a note is to items by their own words (BM25), for items nobody has trained on.

The vocabulary lends each item the words people use for its subject: whoever writes
"blind marking" has spoken of moderation.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from mtcoach.coach.notes.stems import TOKEN, stem
from mtcoach.coach.reading import Placed
from mtcoach.coach.words.spelling import mended
from mtcoach.coach.words.text import fold
from mtcoach.coach.words.vocabulary import Vocabulary, shipped
from mtcoach.questions.models import Item

# How much a word counts by where an item holds it: what it is called by, before
# what is said about it.
WEIGHTS: Final = (
    ("words", 3.0),
    ("topic", 3.0),
    ("statement", 2.0),
    ("question", 1.0),
    ("evidence", 1.0),
    ("good", 0.5),
)
K1: Final = 1.2
B: Final = 0.4
LEAST: Final = 0.36


@dataclass(frozen=True, slots=True)
class Index:
    """The items' words, weighted and counted once. Built by `index`."""

    items: tuple[str, ...]
    counts: tuple[Mapping[str, float], ...]
    lengths: tuple[float, ...]
    average: float
    rarity: Mapping[str, float]
    named: tuple[frozenset[str], ...]


def index(items: Sequence[Item], vocabulary: Vocabulary | None = None) -> Index:
    """The index of `items`; build it once and place many notes."""
    known = vocabulary or shipped()
    counts: list[dict[str, float]] = []
    named: list[frozenset[str]] = []
    for item in items:
        weighed: dict[str, float] = {}
        for field, weight in WEIGHTS:
            value = getattr(item, field)
            text = value if isinstance(value, str) else " . ".join(value)
            for term in set(_terms(text, known)):
                weighed[term] = weighed.get(term, 0.0) + weight
        counts.append(weighed)
        named.append(frozenset(_terms(" . ".join((*item.words, item.topic)), known)))
    lengths = tuple(sum(weighed.values()) for weighed in counts)
    average = sum(lengths) / len(lengths) if lengths else 1.0
    seen = Counter(term for weighed in counts for term in weighed if not term.startswith("#"))
    # A subject that many texts touch on is still pointed at by few: count who is called by it.
    seen.update(term for terms in named for term in terms if term.startswith("#"))
    rarity = {term: math.log(1 + (len(items) - n + 0.5) / (n + 0.5)) for term, n in seen.items()}
    return Index(
        tuple(item.id for item in items), tuple(counts), lengths, average, rarity, tuple(named)
    )


def place(
    note: str,
    found: Index,
    vocabulary: Vocabulary | None = None,
    *,
    exclude: str = "",
) -> tuple[Placed, ...]:
    """The items besides `exclude` that `note` speaks to, the nearest first."""
    known = vocabulary or shipped()
    typed = _terms(note, known, keep=False)
    terms = {term: word for term, word in typed.items() if term in found.rarity}
    if not terms:
        return ()
    scored: list[Placed] = []
    for place_, item in enumerate(found.items):
        if item == exclude:
            continue
        parts = {term: _part(found, place_, term) for term in terms}
        parts = {term: part for term, part in parts.items() if part > 0}
        if not any(term in found.named[place_] for term in parts):
            continue
        total = sum(parts.values())
        best = sorted(parts, key=lambda term: -parts[term])[:4]
        words = tuple(dict.fromkeys(terms[term] for term in best))
        scored.append(Placed(item, round(total / (total + 6.0), 3), words))
    scored.sort(key=lambda placed: (-placed.score, found.items.index(placed.item)))
    top = scored[0].score if scored else 0.0
    return tuple(p for p in scored if p.score >= max(LEAST, top * 0.8))


def _part(found: Index, place_: int, term: str) -> float:
    count = found.counts[place_].get(term, 0.0)
    if not count:
        return 0.0
    norm = K1 * (1 - B + B * found.lengths[place_] / found.average)
    # A group of synonyms is worth more than a word: somebody meant it.
    worth = 1.5 if term.startswith("#") else 1.0
    return worth * found.rarity[term] * count * (K1 + 1) / (count + norm)


@cache
def _common(vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset(vocabulary["pointing_nowhere"])


@cache
def _groups(vocabulary: Vocabulary) -> tuple[re.Pattern[str], Mapping[str, tuple[str, ...]]]:
    """One pattern for every synonym, and the groups that each belongs to."""
    belongs: dict[str, list[str]] = {}
    for number, group in enumerate(vocabulary.synonyms):
        for phrase in group:
            belongs.setdefault(_stems(phrase), []).append(f"#{number}")
    ordered = sorted(belongs, key=len, reverse=True)
    pattern = re.compile(
        "(?<![^ ])(?:" + "|".join(re.escape(phrase) for phrase in ordered) + ")(?![^ ])"
    )
    return pattern, {phrase: tuple(dict.fromkeys(groups)) for phrase, groups in belongs.items()}


def _terms(text: str, vocabulary: Vocabulary, *, keep: bool = True) -> dict[str, str]:
    """The terms of a text (stems, and `#n` for a group of synonyms), each with the words typed."""
    common = _common(vocabulary)
    typed = TOKEN.findall(mended(fold(text)))
    stems = [stem(word) for word in typed]
    terms = {
        stemmed: word
        for stemmed, word in zip(stems, typed, strict=True)
        if word not in common and len(word) > 1 and not word.isdigit()
    }
    pattern, belongs = _groups(vocabulary)
    line = " ".join(stems)
    starts: dict[int, int] = {}
    position = 0
    for number, stemmed in enumerate(stems):
        starts[position] = number
        position += len(stemmed) + 1
    at = 0
    inside: set[str] = set()
    while match := pattern.search(line, at):
        phrase = match.group()
        first = starts[match.start()]
        words = " ".join(typed[first : first + phrase.count(" ") + 1])
        for group in belongs[phrase]:
            terms.setdefault(group, words)
        # Young carers are not carers: a phrase is read once, as the longest that is known.
        at = match.end()
        if " " in phrase:
            inside.update(phrase.split())
    return {term: word for term, word in terms.items() if keep or term not in inside}


def _stems(phrase: str) -> str:
    return " ".join(stem(word) for word in TOKEN.findall(fold(phrase)))
