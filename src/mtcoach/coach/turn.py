"""What the coach answers with: sayings, quick replies, and the events it decided."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from mtcoach.questions.models import Colour
from mtcoach.transcript.events import Event, PrivacyChoice, Said
from mtcoach.transcript.record import Record
from mtcoach.transcript.sayings import Choice, Position, Saying

Cue = Literal["review", "report", "help", "pause", "edit"]
Part = Literal["note", "step"]


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
class Edit:
    """An answer changed in place. None or a blank leaves a part as it was.

    `note` and `step` replace all that was there; `without` names what is taken back;
    `privacy` is what the leader chose when warned of personal data in the new words.
    """

    rating: Colour | None = None
    note: str | None = None
    step: str | None = None
    without: frozenset[Part] = frozenset()
    privacy: PrivacyChoice | None = None

    def __bool__(self) -> bool:
        return bool(self.without) or any(
            part is not None for part in (self.rating, self.note, self.step)
        )

    def masked(self, mask: Callable[[str], str]) -> Edit:
        """The same edit, its words passed through `mask`."""
        return replace(
            self,
            note=self.note and mask(self.note),
            step=self.step and mask(self.step),
        )


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
