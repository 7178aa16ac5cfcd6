"""Two evaluations side by side: what moved, on what evidence, and what became of the plan.

Each question is compared with itself. Nothing here averages, adds colours up, or
says that a plan worked: it says what was planned and what was reported since.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from mtcoach.findings.profile import RATED, Judge, Standing, View, in_scope, profiles

if TYPE_CHECKING:
    from mtcoach.questions.loading import Library
    from mtcoach.transcript.events import PlanField
    from mtcoach.transcript.record import Note, Record

Move = Literal[
    "up",
    "down",
    "stayed",  # the same colour, or not known both times
    "now_known",
    "no_longer_known",
    "only_then",
    "only_now",
    "neither",  # put to the leader at least once, and answered neither time
]
Footing = Literal[
    "noteless",  # no note now
    "echoed",  # the notes are those of then, word for word
    "thinner",  # weaker evidence than then, and thin now
    "doubted",  # green, and the note tells of trouble
    "thin",  # thin now, and no better then
    "leaner",  # evidence worth the name, though less than then
    "firmer",  # evidence worth the name, and more than then
    "alike",  # evidence worth the name, as then
]
Answered = Literal["rated", "unknown", "none"]

BORNE: Final[tuple[Footing, ...]] = ("firmer", "alike", "leaner")
"""What bears a colour out."""

BOTH: Final[tuple[Move, ...]] = ("up", "down", "stayed", "now_known", "no_longer_known")
"""The moves of what was answered both times."""

STEPS: Final[tuple[Standing, ...]] = ("red", "amber", "green")
RANK: Final = {"": 0, "thin": 1, "some": 2, "strong": 3}

MOVES: Final[dict[tuple[Answered, Answered], Move]] = {
    ("unknown", "unknown"): "stayed",
    ("unknown", "rated"): "now_known",
    ("rated", "unknown"): "no_longer_known",
    ("none", "rated"): "only_now",
    ("none", "unknown"): "only_now",
    ("rated", "none"): "only_then",
    ("unknown", "none"): "only_then",
    ("none", "none"): "neither",
}


@dataclass(frozen=True, slots=True)
class Change:
    """One item as it stood then and as it stands now.

    `echoed`: the notes now are those of then, word for word. `doubted`: green now,
    and the note tells of trouble. `reported`: what became of its plan, as told now.
    """

    item: str
    then: View
    now: View
    echoed: bool = False
    doubted: bool = False
    reported: Note | None = None

    @property
    def move(self) -> Move:
        """How its standing has changed."""
        there, here = _answered(self.then), _answered(self.now)
        if (there, here) != ("rated", "rated"):
            return MOVES[there, here]
        before, after = STEPS.index(self.then.standing), STEPS.index(self.now.standing)
        return "up" if after > before else "down" if after < before else "stayed"

    @property
    def footing(self) -> Footing:
        """What the present colour stands on, measured by what it stood on then."""
        return next(name for name, holds in FOOTINGS if holds(self))

    @property
    def evidence(self) -> Literal["firmer", "thinner", "alike"]:
        """Whether there is more or less behind it; what is thin now is never firmer."""
        before, after = strength(self.then), strength(self.now)
        if RANK[after] < RANK[before]:
            return "thinner"
        return "firmer" if RANK[after] > RANK[before] and not self.now.thin else "alike"


@dataclass(frozen=True, slots=True)
class Intent:
    """What was meant to be done about an item, and so what to ask after.

    `chosen`: it was one of the priorities then, and `row` is its row of the plan.
    """

    change: Change
    chosen: bool
    row: Mapping[PlanField, str]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two evaluations side by side, in the order of the banks.

    `schools` as named then and now; `gone` are answered items that no bank at hand
    has; `reworded` are banks that have changed between the two.
    """

    changes: tuple[Change, ...]
    intents: tuple[Intent, ...]
    schools: tuple[str, str]
    gone: tuple[str, ...] = ()
    reworded: tuple[str, ...] = ()

    def of(self, *moves: Move) -> tuple[Change, ...]:
        """The changes of these kinds."""
        return tuple(change for change in self.changes if change.move in moves)

    @property
    def both(self) -> tuple[Change, ...]:
        """What was answered both times."""
        return self.of(*BOTH)

    @property
    def other_school(self) -> bool:
        """Whether the two name different schools."""
        return schools_differ(*self.schools)


def schools_differ(then: str, now: str) -> bool:
    """Whether two names of schools are those of different ones; no name differs from none."""
    names = {" ".join(name.casefold().split()) for name in (then, now) if name.strip()}
    return len(names) > 1


def shared(old: Record, new: Record, library: Library) -> tuple[str, ...]:
    """The items that both evaluations are about; none, and there is nothing to compare."""
    now = in_scope(new, library)
    return tuple(item for item in in_scope(old, library) if item in now)


def compare(
    old: Record,
    new: Record,
    library: Library,
    *,
    judge: Judge | None = None,
    words: tuple[Record, Record] | None = None,
) -> Comparison:
    """What has changed from `old` to `new`, item by item.

    `words` are the same two with personal data masked: what is found is found in
    `old` and `new`, and the values hold the words of these, so masking changes nothing.
    """
    met = {*in_scope(old, library), *in_scope(new, library)}
    items = [item for item in library.items if item in met]
    then, now = (profiles(each, library, items=items, judge=judge) for each in (old, new))
    doubted = {item for profile in now for item in profile.items("at_odds")}
    before, after = ({view.item: view for p in found for view in p.views} for found in (then, now))
    shown = words or (old, new)
    changes = {
        item: Change(
            item,
            replace(before[item], answer=shown[0].answer(item)),
            replace(after[item], answer=shown[1].answer(item)),
            echoed=_echoed(before[item], after[item]),
            doubted=item in doubted and after[item].standing == "green",
            reported=shown[1].followed.get(item),
        )
        for item in items
    }
    return Comparison(
        tuple(changes.values()),
        tuple(_intents(shown[0], changes)),
        (old.profile.get("school", ""), new.profile.get("school", "")),
        _gone(old, new, library),
        _reworded(old, new, items, library),
    )


def strength(view: View) -> Literal["", "thin", "some", "strong"]:
    """How strong the evidence of a view is; empty where there is no note."""
    return view.judgement.strength if view.judgement else ""


def _intents(old: Record, changes: Mapping[str, Change]) -> list[Intent]:
    """The priorities of then in their order, then what else was reported on."""
    reported = [item for item, change in changes.items() if change.reported]
    return [
        Intent(changes[item], item in old.priorities, old.plan.get(item, {}))
        for item in dict.fromkeys((*old.priorities, *reported))
        if item in changes
    ]


def _gone(old: Record, new: Record, library: Library) -> tuple[str, ...]:
    every = dict.fromkeys((*old.answers, *new.answers))
    return tuple(item for item in every if item not in library.items)


def _reworded(old: Record, new: Record, items: list[str], library: Library) -> tuple[str, ...]:
    """The banks of `items` whose questions were other ones then."""
    if not old.opened or not new.opened:
        return ()
    before, after = old.opened.banks, new.opened.banks
    names = dict.fromkeys(library.homes[item].bank for item in items)
    return tuple(
        name
        for name in names
        if name in before and name in after and before[name].digest != after[name].digest
    )


def _answered(view: View) -> Answered:
    if view.standing in RATED:
        return "rated"
    return "unknown" if view.standing in ("split", "unknown") else "none"


def _echoed(then: View, now: View) -> bool:
    said, before = (view.answer.evidence.casefold().split() for view in (now, then))
    return bool(said) and said == before


# The first that holds is named: what a careful reader would object to comes first.
FOOTINGS: Final[tuple[tuple[Footing, Callable[[Change], bool]], ...]] = (
    ("noteless", lambda change: not change.now.answer.notes),
    ("echoed", lambda change: change.echoed),
    ("thinner", lambda change: change.evidence == "thinner" and change.now.thin),
    ("doubted", lambda change: change.doubted),
    ("thin", lambda change: change.now.thin),
    ("leaner", lambda change: change.evidence == "thinner"),
    ("firmer", lambda change: change.evidence == "firmer"),
    ("alike", lambda change: True),
)
