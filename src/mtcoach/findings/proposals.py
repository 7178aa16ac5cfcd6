"""What the plan might be about: proposals in order, each with its reason.

The leader chooses; this only says what the record itself puts forward.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from mtcoach.findings.profile import Judge, Standing, View, in_scope, profiles
from mtcoach.findings.words import listed

if TYPE_CHECKING:
    from mtcoach.questions.loading import Library
    from mtcoach.transcript.record import Record

ORDER: Final[tuple[Standing, ...]] = ("red", "amber", "unknown", "green")
"""What is put forward first. A green is put forward only where its evidence is thin."""

NAMED: Final = 2
"""How many other items a reason names before it counts them."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """An item worth a place in the plan, and why: a clause that follows its name."""

    item: str
    reason: str


def propose(
    record: Record, library: Library, *, judge: Judge | None = None
) -> tuple[Proposal, ...]:
    """Every item worth proposing, the most pressing first, none twice in two banks' words."""
    views = {
        view.item: view
        for profile in profiles(record, library, judge=judge)
        for view in profile.views
    }
    held = {item: _held_back(item, views, library) for item in views}
    candidates = [view for view in views.values() if _worth(view)]
    place = {item: index for index, item in enumerate(in_scope(record, library))}
    candidates.sort(
        key=lambda view: (
            ORDER.index(view.standing),
            -len(held[view.item]),
            not _impact_missing(view),
            place[view.item],
        )
    )
    proposed: dict[str, Proposal] = {}
    for view in candidates:
        if not proposed.keys() & set(library.items[view.item].links.same):
            reason = _reason(view, held[view.item], library)
            proposed[view.item] = Proposal(view.item, reason)
    return tuple(proposed.values())


def _worth(view: View) -> bool:
    return view.standing in ("red", "amber", "unknown") or (view.standing == "green" and view.thin)


def _impact_missing(view: View) -> bool:
    return view.judgement is None or "impact" in view.judgement.missing


def _held_back(item: str, views: Mapping[str, View], library: Library) -> tuple[str, ...]:
    """The red and amber items that bear on `item`, or it on them, by the banks' own links."""
    near = set(library.items[item].links.also)
    same = set(library.items[item].links.same)
    return tuple(
        other
        for other, view in views.items()
        if other not in same | {item}
        and view.standing in ("red", "amber")
        and (other in near or item in library.items[other].links.also)
    )


def _reason(view: View, held: tuple[str, ...], library: Library) -> str:
    """Why this item: its colour, and what weighs on top of it."""
    match view.standing:
        case "unknown":
            return "not known yet, so finding out comes before planning"
        case "green":
            return "green, but the evidence is thin: a visitor would ask how you know"
    if held:
        names = [library.items[other].topic for other in held[:NAMED]]
        more = len(held) - len(names)
        if more:
            names.append("one more" if more == 1 else f"{more} more")
        are = "which is" if len(held) == 1 else "which are"
        return f"{view.standing}, and tied up with {listed(names)}, {are} not green either"
    if view.judgement is None:
        return f"{view.standing}, with no evidence noted yet"
    if _impact_missing(view):
        return f"{view.standing}, and nothing noted yet on what it has meant for learners"
    return f"{view.standing}, with evidence of what it has meant for learners"
