"""The room, sans IO: which move may come next in a workshop, and the events it makes.

A room's stage is computed from the record, so a room that was killed is where it was. An
illegal move changes nothing and names itself. Nothing here reads a clock, a file or a socket.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from mtcoach.errors import CoachError
from mtcoach.questions.models import Colour
from mtcoach.transcript.events import (
    Concluded,
    Contributed,
    Event,
    Outcome,
    Rated,
    RoundClosed,
    RoundDropped,
    RoundOpened,
    StatusSet,
    TalkOpened,
)
from mtcoach.transcript.record import Record
from mtcoach.transcript.workshop import Handled, Workshop
from mtcoach.workshop.ballots import LEAST, Box, Parts, tally

Stage = Literal["lobby", "vote", "reveal", "talk", "concluded"]
Move = Literal["open a vote", "count the vote", "drop the vote", "talk", "conclude", "contribute"]

LEGAL: Final[Mapping[Stage, frozenset[Move]]] = {
    "lobby": frozenset({"open a vote"}),
    "vote": frozenset({"count the vote", "drop the vote"}),
    "reveal": frozenset({"open a vote", "talk", "conclude", "contribute"}),
    "talk": frozenset({"open a vote", "talk", "conclude", "contribute"}),
    "concluded": frozenset({"open a vote", "talk", "conclude"}),
}
"""What may be done at each stage. A new vote from `concluded` is on the next item, or again."""

INSTEAD: Final[Mapping[Stage, str]] = {
    "lobby": "open a vote first",
    "vote": "a vote is open; count it or drop it first",
    "reveal": "the vote has been counted; talk about it, vote again or conclude",
    "talk": "the room is talking; vote again or conclude",
    "concluded": "this item is concluded; open a vote on it again or on the next",
}


class RoomError(CoachError):
    """A move that this stage does not allow; nothing has changed."""


@dataclass(frozen=True, slots=True)
class Room:
    """A workshop as it stands. Each move returns the events it decides, or raises `RoomError`."""

    record: Record

    @property
    def workshop(self) -> Workshop:
        """What the room has done so far. Raises `RoomError` before the room was opened."""
        if self.record.workshop is None:
            raise RoomError("No room is open in this evaluation; start one with 'mtcoach workshop'")
        return self.record.workshop

    @property
    def item(self) -> str | None:
        """The item on the table."""
        return self.workshop.current

    @property
    def handled(self) -> Handled:
        """What the room has done with the item on the table."""
        return self.workshop.on(self.item or "")

    @property
    def stage(self) -> Stage:
        """Where the room is with the item on the table."""
        handled = self.handled
        if handled.open_round:
            return "vote"
        if handled.conclusion:
            return "concluded"
        if not handled.counted:
            return "lobby"
        return "talk" if self._talked(handled) else "reveal"

    @property
    def following(self) -> str | None:
        """The next item that is not concluded, after the one on the table and round again."""
        items = self.record.items
        after = items.index(self.item) + 1 if self.item in items else 0
        order = (*items[after:], *items[:after])
        return next((name for name in order if name != self.item and self._open(name)), None)

    def open_vote(self, item: str) -> tuple[Event, ...]:
        """A silent vote on `item`: the first, or one more after talk."""
        self._check("open a vote")
        if item not in self.record.items:
            raise RoomError(f"'{item}' is not among the items of this workshop")
        return (RoundOpened(item=item, number=self.workshop.on(item).votes + 1),)

    def count_vote(
        self, box: Box, present: int, parts: Sequence[Parts | None] = ()
    ) -> tuple[Event, ...]:
        """Seals and counts the vote; words are kept where enough people could have written them.

        `parts` are those of the earlier votes on the item, where they are remembered.
        """
        self._check("count the vote")
        if box.votes_in == 0:
            raise RoomError("Nobody has voted yet; wait, type in a show of hands, or drop the vote")
        before = [each.tally for each in self.handled.counted if each.tally]
        counted = tally(box, present, before, parts)
        closed = RoundClosed(item=box.item, number=box.number, tally=counted)
        said = box.words if len(box.ballots) >= LEAST else ()
        return (closed, *(Contributed(item=box.item, text=words) for words in said))

    def drop_vote(self) -> tuple[Event, ...]:
        """Calls the vote off; nothing of it is kept."""
        self._check("drop the vote")
        opened = self.handled.open_round
        assert opened is not None and self.item is not None
        return (RoundDropped(item=self.item, number=opened.number),)

    def talk(self, protocol: str) -> tuple[Event, ...]:
        """The room talks about the item, by a protocol of the playbook."""
        self._check("talk")
        assert self.item is not None
        return (TalkOpened(item=self.item, protocol=protocol),)

    def contribute(self, words: str) -> tuple[Event, ...]:
        """Somebody's words after the vote was counted, where enough people could have written them.

        In a room with phones these are the phones; without any it is everybody who voted.
        """
        self._check("contribute")
        last = self.handled.counted[-1].tally if self.handled.counted else None
        if last is None or last.means.get("phones", last.voters) < LEAST:
            raise RoomError(
                f"With fewer than {LEAST} votes no words are kept, as they would tell whose they "
                f"are; say it in the room"
            )
        assert self.item is not None
        return (Contributed(item=self.item, text=words),) if words.strip() else ()

    def conclude(
        self,
        outcome: Outcome,
        rating: Colour | None = None,
        *,
        minority: str = "",
        role: str = "",
        by: str = "",
    ) -> tuple[Event, ...]:
        """How the room leaves the item: an agreed rating, a split kept, or evidence to come.

        Only a settled item takes a rating. `minority` is why some saw it differently; `role`
        and `by` say who brings more evidence and when.
        """
        self._check("conclude")
        assert self.item is not None
        if (rating is None) == (outcome == "settled"):
            raise RoomError(
                "A settled item needs the rating that was agreed"
                if outcome == "settled"
                else "Only a settled item takes a rating; a split is kept as the votes show it"
            )
        concluded = Concluded(item=self.item, outcome=outcome, minority=minority, role=role, by=by)
        if rating is None:
            return (concluded, StatusSet(item=self.item, status="unknown"))
        agreed = Rated(item=self.item, rating=rating, how="agreed")
        return (agreed, concluded, StatusSet(item=self.item, status="answered"))

    def _check(self, move: Move) -> None:
        if move not in LEGAL[self.stage]:
            raise RoomError(f"It is not the time to {move}: {INSTEAD[self.stage]}")

    def _open(self, item: str) -> bool:
        """Whether the room has still to come to `item`, whatever was said before it met."""
        opened = self.workshop.opened.seq
        conclusion, answer = self.workshop.on(item).conclusion, self.record.answer(item)
        concluded = conclusion is not None and conclusion.seq > opened
        return not concluded and not (answer.closed and answer.events[-1] > opened)

    def _talked(self, handled: Handled) -> bool:
        """Whether the room has talked since the last count."""
        last = handled.counted[-1]
        return handled.talked_at > (last.closed or 0)
