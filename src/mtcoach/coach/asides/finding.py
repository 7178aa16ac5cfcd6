"""Which item a leader points at: by number, by id, or by words of its topic."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from mtcoach.coach import path
from mtcoach.coach.moves import Moves
from mtcoach.questions.models import Item

_SMALL: Final = re.compile(
    r"\b(?:the|that|this|my|our|yin|wan|one|ones|thing|question|item|about|on|for|answer|bit)\b",
    re.IGNORECASE,
)
LIKENESS: Final = 72
"""Below this likeness (per cent) a topic is not taken to be what a leader pointed at."""


def find_item(moves: Moves, target: str) -> list[str]:
    """The items of the route that `target` may mean: a number, an id or words of the topic."""
    record, library = moves.record, moves.library
    exact = path.numbered_item(record, library, target, record.position.item)
    if exact:
        return [exact]
    if re.fullmatch(r"[\d.]+", target.strip()):
        return []
    return _alike(target, [library.items[item] for item in path.known(record, library)])


_NUMBER: Final = re.compile(
    r"(?:^\W*|\b(?:q|question|number|item) ?)(\d{1,2}(?:\.\d{1,2})?)"
    r"(?= (?:is|was|should|ought|needs|could|to|as|more|isn)\b|\W*$|, )",
    re.IGNORECASE,
)


def number_in(text: str) -> str:
    """The number by which `text` names an item; nothing where a number is only a figure.

    "14 should be red" does, "it took 9 weeks" does not.
    """
    match = _NUMBER.search(text)
    return match[1] if match else ""


def _alike(target: str, known: Sequence[Item]) -> list[str]:
    from rapidfuzz import fuzz, utils

    target = _SMALL.sub(" ", target).strip() or target

    def likeness(item: Item) -> float:
        names = (item.topic, *item.words)
        return max(
            fuzz.token_set_ratio(target, name, processor=utils.default_process) for name in names
        )

    scores = {item.id: likeness(item) for item in known}
    best = max(scores.values(), default=0.0)
    return [item for item, score in scores.items() if score >= max(best - 1, LIKENESS)]
