"""What every part of a report is composed from, gathered once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Final

from mtcoach.findings.comparison import Comparison
from mtcoach.findings.profile import RATED, STANDINGS, Profile, Standing, View
from mtcoach.findings.words import either, listed, number
from mtcoach.questions.loading import Library
from mtcoach.report.prose import Prose
from mtcoach.report.text import clean
from mtcoach.transcript.events import (
    Evaluated,
    Event,
    Heard,
    Opened,
    PlanField,
    Planned,
    PrioritiesChosen,
    ProfileSet,
    Resumed,
    RoundOpened,
    RouteChosen,
)
from mtcoach.transcript.record import Record

if TYPE_CHECKING:
    from mtcoach.coach.notes.placement import Index


@dataclass(frozen=True)
class Subject:
    """The record with its profiles, the questions, what happened when, and a voice.

    `log` holds the record's events; `comparison` is there where an earlier evaluation is.
    """

    record: Record
    library: Library
    profiles: Sequence[Profile]
    log: Sequence[Event]
    day: date
    prose: Prose
    comparison: Comparison | None = None

    @cached_property
    def sittings(self) -> tuple[date, ...]:
        """The day of each reply and of each beginning; of a room, the days on which it voted."""
        voted = tuple(event.at.date() for event in self.log if isinstance(event, RoundOpened))
        return voted or tuple(
            event.at.date() for event in self.log if isinstance(event, Opened | Resumed | Heard)
        )

    @cached_property
    def index(self) -> Index:
        """Every item of the banks that were asked, for notes to be placed on."""
        from mtcoach.coach.notes import placement

        # On a few items alone any note would seem to belong to one of them.
        banks = dict.fromkeys(self.library.homes[view.item].bank for view in self.views)
        return placement.index([i for name in banks for i in self.library.banks[name].items])

    @cached_property
    def opened(self) -> tuple[int, ...]:
        """The events that say who evaluates what."""
        return tuple(e.seq for e in self.log if isinstance(e, Opened | ProfileSet | RouteChosen))

    @cached_property
    def chosen(self) -> tuple[int, ...]:
        """The events in which priorities were chosen, or else those of the opening."""
        found = tuple(e.seq for e in self.log if isinstance(e, PrioritiesChosen))
        return found[-1:] or self.opened

    @cached_property
    def planned(self) -> dict[str, tuple[int, ...]]:
        """The events behind each row of the plan."""
        rows: dict[str, tuple[int, ...]] = {}
        for event in self.log:
            if isinstance(event, Planned):
                rows[event.item] = (*rows.get(event.item, ()), event.seq)
        return rows

    @cached_property
    def evaluated(self) -> dict[str, tuple[int, ...]]:
        """The event behind the evaluation of each indicator."""
        return {e.indicator: (e.seq,) for e in self.log if isinstance(e, Evaluated)}

    @cached_property
    def cells(self) -> dict[tuple[str, PlanField], int]:
        """The event that holds each cell of the plan as it stands."""
        return {(e.item, e.field): e.seq for e in self.log if isinstance(e, Planned)}

    @cached_property
    def naming(self) -> frozenset[int]:
        """The events whose words seem to name or to point at somebody."""
        from mtcoach.coach.notes import redaction

        return frozenset(held.seq for held in redaction.printed(self.log))

    @cached_property
    def views(self) -> tuple[View, ...]:
        """Every item's view, theme by theme."""
        return tuple(view for profile in self.profiles for view in profile.views)

    @cached_property
    def counts(self) -> dict[Standing, int]:
        """How many items of the whole evaluation stand where."""
        found = Counter(view.standing for view in self.views)
        return {standing: found[standing] for standing in STANDINGS}

    def standing(self, *standings: Standing) -> tuple[str, ...]:
        """The items that stand so."""
        return tuple(view.item for view in self.views if view.standing in standings)

    def events(self, items: Iterable[str]) -> tuple[int, ...]:
        """The events behind the answers to `items`; those of the opening where one has none."""
        every = (seq for item in items for seq in self.record.answer(item).events or self.opened)
        return tuple(dict.fromkeys(every))

    def said(self, field: str) -> str:
        """A field of the profile, fit to be printed."""
        return next((clean(v) for k, v in self.record.profile.items() if k == field), "")


def names(items: Sequence[str], library: Library) -> dict[str, str]:
    """What each item goes by in a sentence: its topic, with its id where two share one."""
    topics = Counter(library.items[item].topic for item in items)
    return {
        item: library.items[item].topic
        + (f" ({item})" if topics[library.items[item].topic] > 1 else "")
        for item in items
    }


def plain_names(items: Sequence[str], library: Library) -> dict[str, str]:
    """What parents and pupils would call each item: its topic where the bank does not say."""
    return {item: library.items[item].plain or library.items[item].topic.lower() for item in items}


# What stands in a verdict for each standing that is no colour: one, and several.
_OTHERS: Final[dict[Standing, tuple[str, str]]] = {
    "split": ("split the room", "split the room"),
    "unknown": ("is not known yet", "are not known yet"),
    "skipped": ("was skipped", "were skipped"),
    "unreached": ("has not been asked yet", "have not been asked yet"),
}


def verdict(counts: Mapping[Standing, int]) -> str:
    """How many stand where, with verbs: `five are rated green and one red; one was skipped`."""
    said = str if max(counts.values()) > 10 else number
    rated = [(name, counts[name]) for name in RATED if counts[name]]
    colours = [f"{said(count)} {name}" for name, count in rated[1:]]
    if rated:
        name, count = rated[0]
        colours.insert(0, f"{said(count)} {either(count, 'is', 'are')} rated {name}")
    others = [
        f"{said(counts[name])} {either(counts[name], *words)}"
        for name, words in _OTHERS.items()
        if counts[name]
    ]
    return "; ".join(part for part in (listed(colours), listed(others)) if part)
