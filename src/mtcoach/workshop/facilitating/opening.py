"""How a workshop is set up: school, stages, items, minutes, roles, as typed by whoever opens it.

Pure. What is asked for in a field of the terminal app, in a line of the plain one or in an
option of the command is read here, in one way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from mtcoach.coach.moves import fits
from mtcoach.coach.path import MAIN_BANK, minutes
from mtcoach.errors import CoachError
from mtcoach.findings.words import capital, counted
from mtcoach.questions.loading import Library
from mtcoach.questions.models import Item
from mtcoach.questions.sectors import sectors
from mtcoach.workshop.facilitating.plans import Plans

MINUTES: Final = 50
CHOICE: Final = "quick"
ROLES: Final = "Teachers, Support staff, Leadership"
"""Roles to suggest; nobody is asked for one unless the facilitator says so."""

TIGHT: Final = 5
"""Minutes an item below which a silent vote and some talk do not fit."""

LONGEST: Final = 8 * 60
MOST_ROLES: Final = 6


class OpeningError(CoachError):
    """A workshop cannot be set up like this; the sentence says what to change."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A workshop to be opened: `items` are ids of `bank`'s library, in their order."""

    school: str
    sector: str
    bank: str
    items: tuple[str, ...]
    minutes: int = MINUTES
    roles: tuple[str, ...] = ()


def read_opening(
    library: Library,
    *,
    school: str,
    sector: str = "",
    choice: str = CHOICE,
    time: str = str(MINUTES),
    roles: str = "",
) -> Opening:
    """The workshop that was typed. Raises `OpeningError`, which says what is missing or unclear."""
    if not school.strip():
        raise OpeningError("A workshop needs the school's name, as the report begins with it")
    items = read_items(choice, library, sector)
    bank = library.homes[items[0].id].bank
    ids = tuple(item.id for item in items)
    return Opening(
        " ".join(school.split()), sector.strip(), bank, ids, read_minutes(time), read_roles(roles)
    )


def opening_of(plans: Plans, library: Library) -> Opening:
    """The workshop of the command line, with what it left open at its default."""
    return read_opening(
        library,
        school=plans.school,
        sector=plans.sector,
        choice=plans.choice or CHOICE,
        time=plans.minutes or str(MINUTES),
        roles=plans.roles,
    )


def read_minutes(text: str) -> int:
    """Minutes as typed: `50`, `an hour`, `1 hour`."""
    found = minutes(text)
    if not found or not 1 <= found <= LONGEST:
        raise OpeningError(
            f"“{text.strip()}” is no time that a workshop takes; type minutes, as 50"
        )
    return found


def read_roles(text: str) -> tuple[str, ...]:
    """Roles by comma; none where nobody is to be asked for one."""
    roles = tuple(dict.fromkeys(" ".join(part.split()) for part in re.split(r"[,;\n]", text)))
    roles = tuple(role for role in roles if role)
    if len(roles) > MOST_ROLES or any(len(role) > 40 for role in roles):
        raise OpeningError(
            f"Roles are up to {MOST_ROLES}, a word or two each, with commas between: {ROLES}"
        )
    if len(roles) == 1:
        raise OpeningError("One role tells nobody apart; name two or more, or leave it empty")
    return roles


def read_items(text: str, library: Library, sector: str = "") -> tuple[Item, ...]:
    """The items that `text` names: `quick`, `all`, `8`, a theme, a bank, or ids by comma.

    Those that are not for the stages of `sector` are left out, unless they are named.
    """
    wanted = " ".join(text.lower().split()) or CHOICE
    main = library.banks[MAIN_BANK]
    at = sectors(sector)
    fitting = [item for item in main.items if fits(item, at)]
    quick = [item for item in fitting if item.id in main.quick]
    if re.match(r"(?:the )?quick|(?:a |the )?ten[- ]minute", wanted):
        return tuple(quick)
    if re.fullmatch(r"all(?: of them| items| questions)?|everything", wanted):
        return tuple(sorted(fitting, key=lambda item: main.themes.index(item.theme)))
    if found := re.fullmatch(r"(\d{1,2})(?: items| questions)?", wanted):
        rest = [item for item in fitting if item not in quick]
        return _as_many(int(found[1]), [*quick, *rest], library)
    if bank := library.banks.get(wanted):
        return tuple(item for item in bank.items if fits(item, at))
    named = [_named(part, library) for part in re.split(r"[,;\s]+", wanted) if part]
    if named and all(named):
        return tuple(dict.fromkeys(item for item in named if item))
    if themed := [item for item in fitting if _of_theme(item, wanted, library)]:
        return tuple(themed)
    unknown = next((part for part in re.split(r"[,;\s]+", wanted) if not _named(part, library)), "")
    raise OpeningError(
        f"“{unknown}” is no item; type quick, all, how many, a theme such as 1.1, or ids such as "
        f"kq01, kq06"
    )


def described(items: Sequence[Item], time: int) -> str:
    """What was chosen, in a line: how many, minutes each, and which."""
    each = time / len(items)
    numbers = ", ".join(f"{item.number} {item.topic}" for item in items[:4])
    more = f" and {len(items) - 4} more" if len(items) > 4 else ""
    tight = "; that is tight, so choose fewer or take longer" if each < TIGHT else ""
    size = capital(counted(len(items), "item"))
    return f"{size}, {each:.0f} minutes each{tight}: {numbers}{more}."


def _as_many(count: int, ranked: Sequence[Item], library: Library) -> tuple[Item, ...]:
    """The first `count` of `ranked`, in the order in which a bank asks them."""
    if count < 1:
        raise OpeningError("A workshop needs at least one item")
    order = {item.id: place for place, item in enumerate(library.items.values())}
    return tuple(sorted(ranked[:count], key=lambda item: order[item.id]))


def _named(part: str, library: Library) -> Item | None:
    """The item of an id, or of a number of the key questions: `kq06`, `kq6`, `t2.05`."""
    if part in library.items:
        return library.items[part]
    bare = re.sub(r"(?<=[a-z.])0+(?=\d)", "", part)
    return next(
        (
            item
            for name, item in library.items.items()
            if re.sub(r"(?<=[a-z.])0+(?=\d)", "", name) == bare
        ),
        None,
    )


def _of_theme(item: Item, wanted: str, library: Library) -> bool:
    theme = library.themes[item.theme]
    said = wanted.removeprefix("theme ").strip()
    names = (theme.id, theme.title, theme.short, theme.indicator)
    return any(said == name.lower() for name in names) or (
        len(said) > 3 and said in theme.title.lower()
    )
