"""Which items a note also speaks to, with the words that decided; none when it speaks to none.

What people say of the subject of an item is learned (`subjects`); an item nobody has
trained on, as in a school's own bank, is found by its own words (`nearness`).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from mtcoach.coach.notes import nearness
from mtcoach.coach.notes.subjects import Leaning, leaning, said
from mtcoach.coach.reading import Placed
from mtcoach.coach.words.vocabulary import Vocabulary, shipped
from mtcoach.questions.models import Item

MOST_PLACES: Final = 3
REFUSED: Final = -3.1
"""The log odds of its being about nothing here from which a note is placed nowhere (set by
cross-validation, so that 95 in 100 notes about something else are refused)."""

_NONE: Final = 0.6
_WHICH: Final = 2.5
"""By what the log odds are multiplied to be chances, of a note's being about nothing here and
of its being about one subject rather than another (set by cross-validation)."""

LEAST: Final = 0.02
"""An item less likely than this is not named."""


@dataclass(frozen=True, slots=True)
class Index:
    """Items with the subject of each, "" where none is learned, and their own words."""

    items: tuple[str, ...]
    subjects: tuple[str, ...]
    nearness: nearness.Index


def index(items: Sequence[Item], vocabulary: Vocabulary | None = None) -> Index:
    """The index of `items`; build it once and place many notes."""
    learned = frozenset(said().subjects)
    return Index(
        tuple(item.id for item in items),
        tuple(
            next((name for name in (item.id, *item.links.same) if name in learned), "")
            for item in items
        ),
        nearness.index(items, vocabulary),
    )


def place(
    note: str,
    items: Sequence[Item] | Index,
    vocabulary: Vocabulary | None = None,
    *,
    exclude: str = "",
) -> tuple[Placed, ...]:
    """The items besides `exclude` that `note` speaks to, the nearest first, at most three.

    With a `vocabulary` given, the items' own words and that vocabulary alone decide.
    """
    found = items if isinstance(items, Index) else _indexed(items, vocabulary or shipped())
    near = nearness.place(note, found.nearness, vocabulary, exclude=exclude)
    if vocabulary is not None or not any(found.subjects):
        return near[:MOST_PLACES]
    about = leaning(note)
    unlearned = {
        item for item, subject in zip(found.items, found.subjects, strict=True) if not subject
    }
    placed = [each for each in near if each.item in unlearned]
    placed += _learned(about, found, near, exclude)
    placed.sort(key=lambda each: -each.score)
    return tuple(placed[:MOST_PLACES])


def _learned(about: Leaning, found: Index, near: Sequence[Placed], exclude: str) -> list[Placed]:
    here = {subject: about.logs[subject] for subject in found.subjects if subject}
    most = max(here.values())
    elsewhere = max(log for subject, log in about.logs.items() if subject not in here)
    none = about.none + elsewhere - most
    if none >= REFUSED:
        return []
    powers = {subject: math.exp(_WHICH * (log - most)) for subject, log in here.items()}
    total = sum(powers.values()) * (1 + math.exp(_NONE * none))
    matched = {each.item: each for each in near}
    placed = []
    for item, subject in zip(found.items, found.subjects, strict=True):
        if not subject or item == exclude:
            continue
        chance = powers[subject] / total
        own = matched.get(item)
        words = own.words if own else about.words[subject]
        if chance >= LEAST and words:
            # Of two items on one subject the one whose own words were used comes first.
            placed.append(Placed(item, round(chance * (1.0 if own else 0.999), 3), words))
    return placed


_built: dict[tuple[int, ...], tuple[Sequence[Item], Index]] = {}


def _indexed(items: Sequence[Item], vocabulary: Vocabulary) -> Index:
    key = (id(vocabulary), *(id(item) for item in items))
    if key not in _built:
        _built.clear()
        # The items are held beside their index, so that no id is used again for others.
        _built[key] = (tuple(items), index(items, vocabulary))
    return _built[key][1]
