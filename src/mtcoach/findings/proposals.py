"""What the plan might be about: proposals in order, each with its reason.

The leader chooses; this only says what the record itself puts forward.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from mtcoach.coach.turn import Proposal
from mtcoach.findings.profile import Judge, Standing, View, in_scope, profiles
from mtcoach.findings.words import listed

if TYPE_CHECKING:
    from mtcoach.questions.loading import Library
    from mtcoach.transcript.record import Record

ORDER: Final[tuple[Standing, ...]] = ("red", "amber", "split", "unknown", "green")
"""What is put forward first. A green is put forward only where its evidence is thin."""

NAMED: Final = 2
"""How many other items a reason names before it counts them."""

SHARED: Final = 3
"""Two items that both bear on a third are tied up, unless more than so many bear on it."""


def propose(
    record: Record, library: Library, *, judge: Judge | None = None
) -> tuple[Proposal, ...]:
    """Every item worth proposing, the most pressing first, none twice in two banks' words."""
    views = {
        view.item: view
        for profile in profiles(record, library, judge=judge)
        for view in profile.views
    }
    linking = Counter(link for item in library.items.values() for link in item.links.also)
    held = {item: _held_back(item, views, library, linking) for item in views}
    candidates = [view for view in views.values() if _worth(view)]
    telling = {item for bank in library.banks.values() for item in bank.quick}
    place = {item: index for index, item in enumerate(in_scope(record, library))}
    candidates.sort(
        key=lambda view: (
            ORDER.index(view.standing),
            -len(held[view.item]),
            not _impact_missing(view),
            view.item not in telling,
            place[view.item],
        )
    )
    proposed: dict[str, Proposal] = {}
    for view in candidates:
        if not proposed.keys() & set(library.items[view.item].links.same):
            reason = _reason(view, held[view.item], library, view.item in telling)
            proposed[view.item] = Proposal(view.item, reason)
    return tuple(proposed.values())


def _worth(view: View) -> bool:
    return view.standing in ("red", "amber", "split", "unknown") or (
        view.standing == "green" and view.thin
    )


def _impact_missing(view: View) -> bool:
    return view.judgement is None or "impact" in view.judgement.missing


def _held_back(
    item: str, views: Mapping[str, View], library: Library, linking: Counter[str]
) -> tuple[str, ...]:
    """The red and amber items that are tied up with `item`, by the banks' own links."""

    def tied(other: str) -> bool:
        first, second = library.items[item].links.also, library.items[other].links.also
        shared = set(first) & set(second)
        return other in first or item in second or any(linking[third] <= SHARED for third in shared)

    same = {item, *library.items[item].links.same}
    return tuple(
        other
        for other, view in views.items()
        if view.standing in ("red", "amber") and other not in same and tied(other)
    )


def _reason(view: View, held: tuple[str, ...], library: Library, telling: bool) -> str:
    """Why this item: its colour, and what weighs on top of it.

    `telling` items are those of a bank's short selection.
    """
    match view.standing:
        case "split":
            return "seen in two ways by the room, so finding out who sees what comes first"
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
        also = "one of the questions that tell most about the rest, " if telling else ""
        return f"{view.standing}, {also}with no evidence noted yet"
    if _impact_missing(view):
        return f"{view.standing}, and nothing noted yet on what it has meant for learners"
    return f"{view.standing}, with evidence of what it has meant for learners"
