"""What the coach is taught of where notes belong: what people say of each subject.

Learns from what was written for it (`lessons/placement.txt`), the sentences of the banks, the
vocabulary's words for one thing, and the notes of the labelled sets. To learn is to count: how
much each term weighs in the texts said of each subject, every text brought to one length.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from sets import HERE, Row, rows

from mtcoach.coach.notes import nearness, subjects
from mtcoach.coach.notes.subjects import NONE, SCALE, Said, learned_from, telling, terms
from mtcoach.coach.words.vocabulary import shipped
from mtcoach.questions.loading import load_library
from mtcoach.questions.models import ELEMENTS, Item

KEPT: Final = Path(subjects.__file__).with_name("subjects.json")
LIBRARY: Final = load_library()

BANK_WORTH: Final = 0.3  # a sentence of a bank is no note: it counts for less
SYNONYM_WORTH: Final = 0.6
MOST_NAMED: Final = 2  # a group of words that more items are called by points at none
SECOND_WORTH: Final = 0.4  # a note's second item is a lesser truth about it


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
    """How often each term was said of what in `docs`, as the text of `subjects.json`."""
    holding = Counter(term for doc in docs for term in doc.terms)
    kept = {
        term
        for doc in docs
        for term in doc.terms
        if holding[term] > 1 or doc.worth == 1 or " " not in term
    }
    names = (*sorted({doc.subject for doc in docs} - {NONE}), NONE)
    place = {name: number for number, name in enumerate(names)}
    counts: dict[str, defaultdict[int, float]] = {term: defaultdict(float) for term in kept}
    totals = [0.0] * len(names)
    for doc in docs:
        subject = place[doc.subject]
        tells = {term: telling(len(docs), holding[term]) for term in doc.terms if term in kept}
        length = math.sqrt(sum(value * value for value in tells.values()))
        for term, value in tells.items():
            counts[term][subject] += doc.worth * value / length
            totals[subject] += doc.worth * value / length
    alike: dict[str, list[str]] = {}
    for term in sorted(kept):
        pairs = [(at, round(SCALE * n)) for at, n in counts[term].items()]
        told = [f"{at}:{n}" for at, n in sorted(pairs) if n]
        alike.setdefault(" ".join((str(holding[term]), *told)), []).append(term)
    data = {
        "subjects": names,
        "texts": len(docs),
        "totals": [round(total) for total in totals],
        "said": {told: "|".join(alike[told]) for told in sorted(alike)},
    }
    return json.dumps(data, ensure_ascii=False, indent=0) + "\n"


@cache
def _written() -> tuple[Doc, ...]:
    """All that is learned from besides the labelled notes."""
    return (*sayings(), *bank_texts(), *synonyms())


def learned_text(among: Sequence[Row]) -> str:
    """What is learned from some notes and all that was written, as the file's text."""
    return learn([*_written(), *labelled(among)])


def taught(among: Sequence[Row]) -> Said:
    """The same as a table."""
    return learned_from(learned_text(among))


def independent() -> list[Row]:
    """The notes of the labelled sets that are learned from."""
    return rows("seen", "placement")
