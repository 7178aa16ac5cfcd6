"""What the coach is taught of where notes belong: what people say of each subject.

Learns from what was written for it (`lessons/placement.txt`), the sentences of the banks, the
vocabulary's words for one thing, and the notes of the labelled sets. Softmax regression by
AdaGrad over vectors of one length, in an order that is fixed, so that the same texts give the
same weights.
"""

from __future__ import annotations

import json
import math
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from sets import HERE, Row, rows

from mtcoach.coach.notes import nearness, subjects
from mtcoach.coach.notes.subjects import NONE, SCALE, Weights, learned_from, terms
from mtcoach.coach.words.vocabulary import shipped
from mtcoach.questions.loading import load_library
from mtcoach.questions.models import ELEMENTS, Item

KEPT: Final = Path(subjects.__file__).with_name("subjects.json")
LIBRARY: Final = load_library()

BANK_WORTH: Final = 0.3  # a sentence of a bank is no note: it counts for less
SYNONYM_WORTH: Final = 0.6
MOST_NAMED: Final = 2  # a group of words that more items are called by points at none
SECOND_WORTH: Final = 0.4  # a note's second item is a lesser truth about it
EPOCHS: Final = 12
STEP: Final = 0.5
DECAY: Final = 0.1  # shared out over the texts that hold a word
LEAST_ERROR: Final = 0.01  # a subject this nearly right is left as it is
LEAST_WEIGHT: Final = 0.45  # smaller weights are dropped: they decide nothing


class Doc(NamedTuple):
    """A text, the subject it speaks to, and how much it counts."""

    terms: tuple[str, ...]
    subject: str
    worth: float


def subject_of(item: Item) -> str:
    """The subject an item belongs to: its key question's, or its own where it has none."""
    return item.links.same[0] if item.links.same and not item.id.startswith("kq") else item.id


def sayings() -> Iterator[Doc]:
    """The sayings written for training."""
    current = ""
    for line in (HERE / "lessons/placement.txt").read_text(encoding="utf-8").splitlines():
        if match := re.fullmatch(r"\[([a-z0-9.]+)\]", line):
            current = match[1]
        elif line and not line.startswith("#"):
            yield Doc(tuple(terms(line)), current, 1.0)


def bank_texts() -> Iterator[Doc]:
    """Every sentence of every item, said of the item's subject."""
    for item in LIBRARY.items.values():
        parts = [item.statement, item.question, item.topic, *item.words, item.good]
        parts += [item.excellent, item.why, *item.evidence]
        parts += [item.probes.asking_for(element) for element in ELEMENTS]
        for colour in ("red", "amber", "green"):
            for step in item.next_steps.at(colour):
                parts += [step.do, step.changes, step.know]
        for part in parts:
            for sentence in re.split(r"(?<=[.?!:;])\s+", part):
                yield Doc(tuple(terms(sentence)), subject_of(item), BANK_WORTH)


def synonyms() -> Iterator[Doc]:
    """The vocabulary's words for one thing, said of the one or two items called by them."""
    known = nearness.index([i for i in LIBRARY.items.values() if subject_of(i) == i.id])
    for number, group in enumerate(shipped().synonyms):
        named = [
            item
            for item, called in zip(known.items, known.named, strict=True)
            if f"#{number}" in called
        ]
        if len(named) <= MOST_NAMED:
            for item in named:
                for phrase in group:
                    yield Doc(tuple(terms(phrase)), item, SYNONYM_WORTH / len(named))


def labelled(among: Iterable[Row]) -> Iterator[Doc]:
    """Notes as documents, one for each item they speak to."""
    for row in among:
        for place, item in enumerate(row["items"] or [NONE]):
            yield Doc(tuple(terms(row["text"])), item, SECOND_WORTH if place else 1.0)


def learn(docs: Sequence[Doc]) -> str:
    """The weights learned from `docs`, as the text of `subjects.json`."""
    counts = Counter(term for doc in docs for term in doc.terms)
    kept = sorted(term for term, n in counts.items() if " " not in term or n > 1)
    telling = {term: math.log((1 + len(docs)) / (1 + counts[term])) + 0.5 for term in kept}
    names = (*sorted({doc.subject for doc in docs} - {NONE}), NONE)
    place = {name: number for number, name in enumerate(names)}
    rows = [(_vector(doc, telling), place[doc.subject], doc.worth) for doc in docs]
    weights = {term: [0.0] * len(names) for term in kept}
    squares = {term: [1e-2] * len(names) for term in kept}
    decay = {term: DECAY / counts[term] for term in kept}
    start, start_squares = [0.0] * len(names), [1e-2] * len(names)
    shuffled = random.Random(7)
    for _ in range(EPOCHS):
        shuffled.shuffle(rows)
        for vector, wanted, worth in rows:
            errors = _errors(vector, wanted, worth, weights, start)
            _step(start, start_squares, errors, 1.0, 0.0)
            for term, value in vector:
                _step(weights[term], squares[term], errors, value, decay[term])
    terms_out: dict[str, list[int]] = {}
    for term in kept:
        row = [round(SCALE * telling[term])]
        for number, weight in enumerate(weights[term]):
            if abs(weight) >= LEAST_WEIGHT:
                row += [number, round(SCALE * weight)]
        terms_out[term] = row
    data = {
        "subjects": names,
        "start": [round(SCALE * value) for value in start],
        "unknown": round(SCALE * max(telling.values())),
        "terms": terms_out,
    }
    lines = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return lines.replace("],", "],\n") + "\n"


def _vector(doc: Doc, telling: dict[str, float]) -> list[tuple[str, float]]:
    found = [(term, telling[term]) for term in doc.terms if term in telling]
    length = math.sqrt(sum(value * value for _, value in found)) or 1.0
    return [(term, value / length) for term, value in found]


def _errors(
    vector: Sequence[tuple[str, float]],
    wanted: int,
    worth: float,
    weights: dict[str, list[float]],
    start: list[float],
) -> list[tuple[int, float]]:
    sums = list(start)
    for term, value in vector:
        for number, weight in enumerate(weights[term]):
            sums[number] += value * weight
    most = max(sums)
    powers = [math.exp(each - most) for each in sums]
    total = sum(powers)
    errors = []
    for number, power in enumerate(powers):
        error = power / total - (1.0 if number == wanted else 0.0)
        if abs(error) >= LEAST_ERROR:
            errors.append((number, worth * error))
    return errors


def _step(
    weights: list[float],
    squares: list[float],
    errors: list[tuple[int, float]],
    value: float,
    decay: float,
) -> None:
    for number, error in errors:
        slope = error * value + decay * weights[number]
        squares[number] += slope * slope
        weights[number] -= STEP * slope / math.sqrt(squares[number])


@cache
def _written() -> tuple[Doc, ...]:
    """All that is learned from besides the labelled notes."""
    return (*sayings(), *bank_texts(), *synonyms())


def learned_text(among: Sequence[Row]) -> str:
    """What is learned from some notes and all that was written, as the file's text."""
    return learn([*_written(), *labelled(among)])


def taught(among: Sequence[Row]) -> Weights:
    """The same as weights."""
    return learned_from(learned_text(among))


def independent() -> list[Row]:
    """The notes of the labelled sets that are learned from."""
    return rows("seen", "placement")
