"""Sets a workshop up, a line for each thing that the command line has left open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mtcoach.errors import CoachError
from mtcoach.evaluation import Evaluation, start
from mtcoach.plain import Write
from mtcoach.questions.loading import Library
from mtcoach.workshop.facilitating.opening import (
    CHOICE,
    MINUTES,
    Opening,
    described,
    read_items,
    read_opening,
)
from mtcoach.workshop.facilitating.plans import Plans
from mtcoach.workshop.sitting import Sitting


def begin(
    folder: Path, library: Library, plans: Plans, replies: Iterator[str], write: Write
) -> Evaluation | None:
    """A new workshop, whose room is open; what the plans leave open is asked for, a line each.

    None where the replies end before it could begin.
    """
    opening = _asked(library, plans, replies, write)
    if opening is None:
        return None
    evaluation = start(folder, library, workshop=True)
    try:
        Sitting(evaluation).begin(
            opening.school, opening.sector, opening.bank, opening.items, opening.minutes,
            opening.roles,
        )  # fmt: skip
    except BaseException:
        evaluation.close()
        raise
    write(described([library.items[item] for item in opening.items], opening.minutes))
    return evaluation


_FIELDS = (
    ("school", "School", ""),
    ("sector", "Stages, such as primary or secondary", ""),
    ("choice", "Items: quick, all, how many, a theme such as 1.1, or ids", CHOICE),
    ("minutes", "Minutes", str(MINUTES)),
    ("roles", "Roles for phones to choose from, by comma, or none", ""),
)


def _asked(library: Library, plans: Plans, replies: Iterator[str], write: Write) -> Opening | None:
    """The fields of a workshop; None where the replies end before them."""
    fields = {name: str(getattr(plans, name)) for name, _, _ in _FIELDS}
    while True:
        for name, label, default in _FIELDS:
            # Where the school was given, only what it cannot do without is asked for.
            if fields[name] or (plans.school and name != "school"):
                fields[name] = fields[name] or default
                continue
            write(f"{label}{f' (Enter for {default})' if default else ''}:")
            said = next(replies, None)
            if said is None:
                return None
            fields[name] = "" if said.strip().lower() in ("none", "no") else said.strip()
            fields[name] = fields[name] or default
        try:
            read_items(fields["choice"], library, fields["sector"])
            return read_opening(
                library,
                school=fields["school"],
                sector=fields["sector"],
                choice=fields["choice"],
                time=fields["minutes"],
                roles=fields["roles"],
            )
        except CoachError as error:
            write(f"Note: {error}")
            fields = dict.fromkeys(fields, "")
            plans = Plans()
