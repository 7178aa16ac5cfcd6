"""What the coach answers with: sayings, quick replies, and the events it decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from mtcoach.transcript.events import Event, Said
from mtcoach.transcript.record import Record
from mtcoach.transcript.sayings import Choice, Position, Saying

Cue = Literal["review", "report", "help", "pause", "edit"]


@dataclass(frozen=True, slots=True)
class Turn:
    """The coach's move.

    `events` are to be on disk before `sayings` are shown; the last of them is the
    `Said` that holds this turn. `cue` asks a front end to open something of its own
    (`edit`: put the reply that was held back where it can be changed). `held` is a reply
    that is in no event yet, until the leader has said what to do with it.
    """

    sayings: tuple[Saying, ...]
    choices: tuple[Choice, ...]
    position: Position
    events: tuple[Event, ...] = ()
    cue: Cue | None = None
    held: str | None = None


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier evaluation of the same school: its file's name, its day, what it holds."""

    file: str
    day: date
    record: Record


@dataclass(frozen=True, slots=True)
class Proposal:
    """An item worth a place in the plan, and why, in one clause."""

    item: str
    reason: str


def shown(said: Said) -> Turn:
    """The turn that a transcript's `said` holds, to show it again on resuming."""
    return Turn(said.sayings, said.choices, said.position)
