"""Where the conversation goes: routes through the items, and what comes after what.

Pure: a record and a library in, positions and item ids out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mtcoach.coach.moves import fits
from mtcoach.questions.loading import Library
from mtcoach.questions.models import Item
from mtcoach.questions.sectors import sectors
from mtcoach.transcript.record import Record
from mtcoach.transcript.sayings import Position

MAIN_BANK = "key-questions"
QUICK_MINUTES = 25
FULL_MINUTES = 40

_NUMBERS = {
    "five": 5, "ten": 10, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50, "sixty": 60, "ninety": 90, "one": 1, "two": 2, "three": 3,
}  # fmt: skip


@dataclass(frozen=True)
class Route:
    """A way through the questions: a name, the bank it takes, and its items in order."""

    name: str
    bank: str
    items: tuple[str, ...]
    left_out: tuple[str, ...] = ()


def minutes(text: str) -> int | None:
    """Minutes in words of time: "half an hour" is 30; None where none are named."""
    lowered = text.lower()
    for word, figure in _NUMBERS.items():
        lowered = re.sub(rf"\b{word}\b", str(figure), lowered)
    if "half" in lowered and "hour" in lowered:
        return 90 if re.search(r"hour and a half", lowered) else 30
    number = re.search(r"\d+", lowered)
    if "hour" in lowered:
        hours = int(number.group()) if number else 1
        return hours * 60 + (30 if "more" in lowered else 0)
    return int(number.group()) if number else None


def route(library: Library, name: str, record: Record) -> Route:
    """The route called `name`: a bank's id, `quick`, or a theme's id."""
    bank = library.banks.get(name) or library.banks[MAIN_BANK]
    chosen: Sequence[Item]
    if name == "quick":
        chosen = [library.items[item] for item in bank.quick]
    elif name in library.themes:
        chosen = [item for item in bank.items if item.theme == name]
    else:
        chosen = bank.items
    at = sectors(record.profile.get("sector", ""))
    ordered = sorted(chosen, key=lambda item: bank.themes.index(item.theme))
    return Route(
        name=name,
        bank=bank.bank,
        items=tuple(item.id for item in ordered if fits(item, at)),
        left_out=tuple(item.id for item in ordered if not fits(item, at)),
    )


def proposed(record: Record) -> str:
    """The route that fits the time a leader has."""
    time = minutes(record.profile.get("minutes", ""))
    if time is None or time >= FULL_MINUTES:
        return MAIN_BANK
    return "quick" if time < QUICK_MINUTES else "theme"


def themes(record: Record, library: Library) -> tuple[str, ...]:
    """The themes of the current route, in the order they are walked."""
    return tuple(dict.fromkeys(library.items[item].theme for item in known(record, library)))


def known(record: Record, library: Library) -> tuple[str, ...]:
    """The route's items that the banks at hand still have."""
    return tuple(item for item in record.items if item in library.items)


def onwards(record: Record, library: Library, leaving: str | None = None) -> Position:
    """What comes next: the first open item, a theme's summary, or the priorities.

    A theme is summed up once, when its last item is closed; the theme of the item
    we are `leaving` comes first.
    """
    items = known(record, library)
    unfinished = {library.items[item].theme for item in items if not record.answer(item).closed}
    here = library.items[leaving].theme if leaving in library.items and leaving else None
    summed = sorted(
        (
            theme
            for theme in themes(record, library)
            if theme not in unfinished and theme not in record.summarised
        ),
        key=lambda theme: theme != here,
    )
    if summed:
        return Position(phase="theme", about=summed[0])
    for item in items:
        if not record.answer(item).closed:
            return Position(phase="items", step="rate", item=item)
    return Position(phase="done") if record.finished else Position(phase="priorities")


def before(record: Record, library: Library, item: str) -> str | None:
    """The item before `item` in the route; None at the first."""
    items = known(record, library)
    place = items.index(item) if item in items else 0
    return items[place - 1] if place else None


def numbered_item(record: Record, library: Library, number: str, near: str | None) -> str | None:
    """The item of the route that a leader calls `number`: "5", "2.05", "kq5", "t2.5".

    In the audit, where numbers begin with the theme, "5" is the fifth of the theme
    that `near` is in.
    """
    wanted = _bare(number)
    items = known(record, library)
    for item in items:
        if wanted in (_bare(library.items[item].number), _bare(item)):
            return item
    theme = library.items[near].theme if near in library.items and near else None
    for item in items:
        tail = _bare(library.items[item].number).rpartition(".")[2]
        if library.items[item].theme == theme and tail == wanted:
            return item
    return None


def _bare(number: str) -> str:
    """A number without letters in front and without leading zeros: t2.05 → 2.5."""
    digits = re.sub(r"^[a-z]+(?=\d)", "", number.strip().lower())
    return ".".join(part.lstrip("0") or "0" for part in digits.split("."))
