"""A workshop on the disk: the room's moves are saved before they are shown, votes too.

What is said goes into the transcript. A vote that is open lies in a box beside it, sealed, and
the box is gone once the vote is counted. Nothing here knows a network or a screen.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from mtcoach.evaluation import Evaluation
from mtcoach.questions.models import Colour
from mtcoach.transcript import disk
from mtcoach.transcript.events import (
    Event,
    Means,
    Outcome,
    ProfileSet,
    RoomOpened,
    RouteChosen,
)
from mtcoach.workshop.ballots import Ballot, Box, Count, Parts, parts_of
from mtcoach.workshop.room import Room, RoomError

LATE = "This vote is closed, so nothing was changed; the next one comes up here by itself"


class Sitting:
    """A workshop over one evaluation.

    Every method but `cast` and `type_in` returns when its events are on the disk, or raises
    `CoachError` and has changed nothing. Ballots are on the disk after `save_box`, so that one
    write serves all that came in together. `changed` is called after each change.
    """

    def __init__(self, evaluation: Evaluation, changed: Callable[[], None] = lambda: None) -> None:
        self.evaluation = evaluation
        self.changed = changed
        self.present = 0
        """How many are in the room, as far as anybody can tell; never fewer than have voted."""
        self.box: Box | None = None
        self._parts: dict[tuple[str, int], Parts] = {}
        if evaluation.record.workshop:
            self.box = self._kept_box()

    @property
    def room(self) -> Room:
        """The room as it stands."""
        return Room(self.evaluation.record)

    def begin(
        self, school: str, sector: str, bank: str, items: Sequence[str], minutes: int,
        roles: Sequence[str] = (),
    ) -> None:  # fmt: skip
        """Opens the room of a new workshop on `items` of `bank`; an earlier one stays as it is."""
        if self.box is not None:
            raise RoomError("A vote is open in this room; count it or drop it first")
        self._take_down(
            ProfileSet(field="school", value=school),
            ProfileSet(field="sector", value=sector),
            ProfileSet(field="role", value="Staff in a workshop"),
            ProfileSet(field="voice", value="The staff in the room"),
            RouteChosen(route="workshop", bank=bank, items=tuple(items)),
            RoomOpened(minutes=minutes, roles=tuple(roles)),
            school=school,
        )

    def open_vote(self, item: str) -> None:
        """A silent vote on `item` begins."""
        self._take_down(*self.room.open_vote(item))
        opened = self.room.handled.open_round
        assert opened is not None
        self.box = Box(item, opened.number)
        self.save_box()
        self.changed()

    def cast(self, key: str, ballot: Ballot) -> None:
        """Puts a ballot in the box that is open; `save_box` puts it on the disk."""
        if self.box is None:
            raise RoomError(LATE)
        self.box = self.box.cast(key, ballot)
        self.changed()

    def type_in(self, means: Means, count: Count) -> None:
        """Puts what was counted in the room in the box; `save_box` puts it on the disk."""
        if self.box is None:
            raise RoomError("No vote is open; open one, then type in what you counted")
        if means == "phones":
            raise RoomError("Votes by phone come in by themselves; type in hands or sheets")
        self.box = self.box.counted(means, count)
        self.changed()

    def count_vote(self) -> None:
        """Seals and counts the vote that is open; its box is emptied and thrown away."""
        if self.box is None:
            raise RoomError("No vote is open; open one first")
        box, counted = self.box, self.room.handled.counted
        parts = [self._parts.get((box.item, each.number)) for each in counted]
        self._take_down(*self.room.count_vote(box, self.present, parts))
        self._parts[box.item, box.number] = parts_of(box)
        self._throw_away()

    def drop_vote(self) -> None:
        """Calls the vote that is open off."""
        self._take_down(*self.room.drop_vote())
        self._throw_away()

    def talk(self, protocol: str) -> None:
        """The room talks, by a protocol of the playbook."""
        self._take_down(*self.room.talk(protocol))

    def contribute(self, words: str) -> None:
        """Somebody's words after the vote was counted."""
        self._take_down(*self.room.contribute(words))

    def conclude(
        self, outcome: Outcome, rating: Colour | None = None, *, minority: str = "",
        role: str = "", by: str = "",
    ) -> None:  # fmt: skip
        """How the room leaves the item; see `Room.conclude`."""
        self._take_down(*self.room.conclude(outcome, rating, minority=minority, role=role, by=by))

    def save_box(self) -> None:
        """Puts the open box on the disk; ballots stand in the order of their keys."""
        if self.box is None:
            return
        try:
            disk.replace(self._box_path, json.dumps(_plain(self.box)).encode(), private=True)
        except OSError as error:
            raise disk.refused(self._box_path, "the votes are not saved yet", error) from None

    def _take_down(self, *events: Event, school: str = "") -> None:
        self.evaluation.take_down(events, school=school)
        self.changed()

    @property
    def _box_path(self) -> Path:
        return disk.beside(self.evaluation.path, ".box")

    def _throw_away(self) -> None:
        self.box = None
        with suppress(OSError):
            self._box_path.unlink(missing_ok=True)
        self.changed()

    def _kept_box(self) -> Box | None:
        """The box of the vote that was open when the app stopped; others are thrown away."""
        opened = self.room.handled.open_round
        if opened is None:
            self._throw_away()
            return None
        empty = Box(self.room.item or "", opened.number)
        with suppress(OSError, ValueError, KeyError, TypeError):
            kept = _box(json.loads(self._box_path.read_bytes()))
            if (kept.item, kept.number) == (empty.item, empty.number):
                return kept
        return empty


def _plain(box: Box) -> dict[str, Any]:
    ballots = [[key, b.colour, b.role, b.words] for key, b in sorted(box.ballots.items())]
    counts = {name: [dict(c.spread), c.abstained] for name, c in box.counts.items()}
    return {"item": box.item, "number": box.number, "ballots": ballots, "counts": counts}


def _box(data: dict[str, Any]) -> Box:
    ballots = {key: Ballot(colour, role, words) for key, colour, role, words in data["ballots"]}
    counts = {
        name: Count(spread, abstained) for name, (spread, abstained) in data["counts"].items()
    }
    return Box(data["item"], data["number"], ballots, counts)
