"""Learns which words speak of which item, and writes the weights that mtcoach ships.

    uv run python benchmarks/understanding/train_placement.py            # writes the weights
    uv run python benchmarks/understanding/train_placement.py --check    # cross-validates only

Learned from the sayings in `lessons/placement.txt`, the seen notes and the banks' own
texts; never from the unseen ones. Softmax regression by AdaGrad, in an order that is
fixed, so that the same texts give the same weights.
"""

from __future__ import annotations

import json
import math
import random
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from mtcoach.coach.notes import nearness, subjects
from mtcoach.coach.notes.subjects import NONE, SCALE, Weights, leaning, learned_from, terms
from mtcoach.coach.words.vocabulary import shipped
from mtcoach.questions.loading import load_library
from mtcoach.questions.models import ELEMENTS, Item

HERE: Final = Path(__file__).parent
OUT: Final = Path(subjects.__file__).with_name("subjects.json")
LIBRARY: Final = load_library()
KEY_QUESTIONS: Final = tuple(item.id for item in LIBRARY.banks["key-questions"].items)

BANK_WORTH: Final = 0.3  # a sentence of a bank is no note: it counts for less
SYNONYM_WORTH: Final = 0.6
MOST_NAMED: Final = 2  # a group of words that more items are called by points at none
SECOND_WORTH: Final = 0.4  # a note's second item is a lesser truth about it
EPOCHS: Final = 12
STEP: Final = 0.5
DECAY: Final = 0.1  # shared out over the texts that hold a word
LEAST_ERROR: Final = 0.01  # a subject this nearly right is left as it is
LEAST_WEIGHT: Final = 0.45  # smaller weights are dropped: they decide nothing
OFF_TOPIC_WANTED: Final = 0.95


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


def notes() -> list[dict[str, Any]]:
    """The seen notes, as they are labelled."""
    text = (HERE / "seen/placement.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines() if line]


def labelled(rows: Iterable[dict[str, Any]]) -> Iterator[Doc]:
    """Notes as documents, one for each item they speak to."""
    for row in rows:
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


Scored = tuple[dict[str, Any], float, list[str]]


def scored(rows: Sequence[dict[str, Any]], known: Weights) -> list[Scored]:
    """Each note with its chance of speaking to none, and the key questions by chance."""
    out = []
    for row in rows:
        chances = leaning(row["text"], known).chances
        here = {item: chances[item] for item in KEY_QUESTIONS}
        total = chances[NONE] + sum(here.values())
        out.append((row, chances[NONE] / total, sorted(here, key=lambda item: -here[item])))
    return out


def report(results: Sequence[Scored]) -> None:
    """Prints how well the held-out notes were placed, and the threshold they speak for."""
    off = sorted(none for row, none, _ in results if not row["items"])
    threshold = off[int((1 - OFF_TOPIC_WANTED) * len(off))]
    some = [each for each in results if each[0]["items"]]
    first = sum(ranked[0] in row["items"] for row, _, ranked in some)
    among = sum(bool(set(ranked[:3]) & set(row["items"])) for row, _, ranked in some)
    print(f"  first {100 * first / len(some):.1f} %, among three {100 * among / len(some):.1f} %")
    for refused in (threshold, 0.08, 0.1, 0.12, 0.15, 0.2, 0.25, 0.3, 0.4):
        kept = [each for each in some if each[1] < refused]
        right = sum(ranked[0] in row["items"] for row, _, ranked in kept)
        among = sum(bool(set(ranked[:3]) & set(row["items"])) for row, _, ranked in kept)
        print(
            f"  refused from {refused:.3f}: off-topic refused "
            f"{100 * sum(none >= refused for none in off) / len(off):.1f} %, first "
            f"{100 * right / len(some):.1f} %, among three {100 * among / len(some):.1f} %"
        )


def main() -> None:
    """Cross-validates over the seen notes in five parts, then learns from everything."""
    fixed = [*sayings(), *bank_texts(), *synonyms()]
    rows = notes()
    if "--quick" not in sys.argv:
        order = list(range(len(rows)))
        random.Random(1).shuffle(order)
        results: list[Scored] = []
        for part in range(5):
            held = set(order[part::5])
            docs = fixed + list(labelled(r for n, r in enumerate(rows) if n not in held))
            known = learned_from(learn(docs))
            results += scored([rows[n] for n in sorted(held)], known)
        print("held-out seen notes, in five parts")
        report(results)
    if "--check" in sys.argv:
        return
    text = learn(fixed + list(labelled(rows)))
    OUT.write_text(text, encoding="utf-8", newline="\n")
    print(f"{OUT.name}: {len(text.encode()) / 1000:.0f} kB")


if __name__ == "__main__":
    main()
