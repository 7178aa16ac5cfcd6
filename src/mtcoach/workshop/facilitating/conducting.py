"""How a facilitator conducts a workshop: each reply, in words or by key, as a move of the room.

No front end decides anything: a terminal app and a plain one call `hear`, and show `board`.
Both are called on the thread that owns the transcript. Nothing here draws or serves anything.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Final, Literal

from mtcoach.coach.path import numbered_item
from mtcoach.transcript.events import (
    Finished,
    Means,
    RoundClosed,
    RoundDropped,
    RoundOpened,
    Said,
    StatusSet,
)
from mtcoach.transcript.sayings import Choice, Line, Saying
from mtcoach.workshop.facilitating import scribe
from mtcoach.workshop.facilitating.board import Board, Part, board, part_of
from mtcoach.workshop.facilitating.entry import wording
from mtcoach.workshop.facilitating.hands import HandsError, is_count, read_hands
from mtcoach.workshop.facilitating.moves import choices, natural
from mtcoach.workshop.facilitating.pinboard import Pinboard
from mtcoach.workshop.facilitating.wishes import Kind, Wish, wished
from mtcoach.workshop.playbook import Protocol, advice, shipped
from mtcoach.workshop.room import Room, RoomError
from mtcoach.workshop.sitting import Sitting

Cue = Literal[
    "plan", "phones", "join", "report", "pause", "help", "items", "notes", "where", "edit"
]
"""What a front end opens by itself, as only it knows how."""


@dataclass(frozen=True, slots=True)
class Told:
    """What came of a reply: sayings to show, and what a front end should open."""

    says: tuple[Saying, ...] = ()
    cue: Cue | None = None


class Conductor:
    """One workshop, conducted. `clock` tells the time in UTC."""

    def __init__(
        self, sitting: Sitting, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self.sitting = sitting
        self.library = sitting.evaluation.library
        self._clock = clock
        self._says: tuple[Saying, ...] = ()
        self._pinboard = Pinboard(self.library)
        self._part = part_of(self.room, sitting.evaluation.events, clock())

    @property
    def room(self) -> Room:
        """The room as it stands."""
        return self.sitting.room

    def board(self) -> Board:
        """Everything that the facilitator has before them now."""
        seen = board(
            self.room,
            self.sitting.box,
            self.sitting.present,
            self.library,
            self.sitting.evaluation.events,
            self._part,
            self._pinboard.groups(self.room),
            self._clock(),
        )
        says, asked = self._says, self._asked()
        turn = self.sitting.evaluation.turn.sayings
        if asked and says != turn:
            # What is asked stands beside its quick replies, whatever was done meanwhile.
            says = (*says, *turn[-1:]) if says else turn
        return replace(seen, says=says, choices=choices(seen, asked))

    def hear(self, text: str) -> Told:
        """Does what `text` says: a wish, a count, or what the room agreed.

        Raises `CoachError`, which says why nothing was done; then nothing has changed.
        """
        seen = self.board()
        chosen = next((each.says for each in seen.choices if each.key == text.strip()), text)
        held = self.sitting.evaluation.turn.held
        wish = None if held else wished(chosen)
        # A quick reply of the coach's answers the coach, whatever else it may sound like.
        if any(each.says == chosen for each in self._asked()):
            wish = None
        told = self._do(wish) if wish else self._told(chosen)
        self._says = told.says
        return told

    def go_on(self) -> Told:
        """The natural next move, whatever the stage."""
        return self.hear(natural(self.board()))

    def _on(self, wish: Wish) -> Told:
        return self.go_on()

    def finished(self) -> bool:
        """Whether there is no item left to come to."""
        return self.room.following is None and self.room.stage == "concluded"

    # --- words that are no wish -----------------------------------------------------------

    def _told(self, text: str) -> Told:
        stage = self.room.stage
        if stage == "vote" or (stage == "lobby" and is_count(text)):
            return self._count_typed("hands", text)
        if stage == "concluded" and is_count(text) and not self._asked():
            raise HandsError(_say("count_when"))
        turn = scribe.hear(
            self.sitting.evaluation.setting,
            self.sitting.evaluation.record,
            text,
            held=self.sitting.evaluation.turn.held,
        )
        self.sitting.evaluation.take_turn(turn)
        self.sitting.changed()
        cue: Cue | None = turn.cue if turn.cue in ("pause", "report", "edit") else None
        return Told(turn.sayings, cue)

    def _count_typed(self, means: Means, text: str) -> Told:
        try:
            count = read_hands(text)
        except HandsError as error:
            raise HandsError(f"{error}. {_say('or_count')}") from None
        if self.room.stage != "vote":
            self._open(Wish("open"))
        self.sitting.type_in(means, count)
        self.sitting.save_box()
        spread = ", ".join(f"{number} {colour}" for colour, number in count.spread.items())
        out = _say("count_abstained", number=count.abstained) if count.abstained else ""
        return _line("count_taken", means=_say(f"means_{means}"), spread=spread, abstained=out)

    # --- wishes -----------------------------------------------------------------------------

    def _do(self, wish: Wish) -> Told:
        done = _DOES.get(wish.kind)
        if done:
            return done(self, wish)
        return Told(cue=next(cue for cue in _CUES if cue == wish.kind))

    def _open(self, wish: Wish) -> Told:
        """Opens a vote: on the item named, on the one to come, or again on this one."""
        room = self.room
        named = self._item(wish.about) if wish.about else None
        # Before the first vote the following item is the first of all.
        following = self.sitting.room.following if room.item else None
        first = next(iter(name for name in room.record.items if name in self.library.items), None)
        item = named or (room.item if room.stage in ("reveal", "talk") else following or first)
        if room.item and not named and room.stage == "concluded" and following is None:
            raise RoomError(_say("none_left"))
        if item is None:
            raise RoomError(_say("none_left"))
        self.sitting.open_vote(item)
        self._part = None
        return Told()

    def _again(self, wish: Wish) -> Told:
        room = self.room
        if room.item is None:
            return self._open(Wish("open"))
        self.sitting.open_vote(room.item)
        self._part = None
        return Told()

    def _next(self, wish: Wish) -> Told:
        if self.room.stage in ("reveal", "talk"):
            raise RoomError(_say("conclude_first"))
        return self._open(Wish("open"))

    def _count(self, wish: Wish) -> Told:
        if self.sitting.box and self.sitting.box.votes_in == 0:
            raise RoomError(_say("nobody_yet"))
        self.sitting.count_vote()
        return Told()

    def _drop(self, wish: Wish) -> Told:
        self.sitting.drop_vote()
        return _line("dropped")

    def _hands(self, wish: Wish) -> Told:
        return self._count_typed("hands", wish.about)

    def _sheets(self, wish: Wish) -> Told:
        return self._count_typed("sheets", wish.about)

    def _present(self, wish: Wish) -> Told:
        self.sitting.present = int(wish.about)
        self.sitting.changed()
        return _line("present", number=wish.about)

    def _talk(self, wish: Wish) -> Told:
        if self.room.stage == "vote":
            raise RoomError(_say("drop_first"))
        if self.room.stage == "talk" and not wish.about:
            return self._next_part(wish)
        counted = [each.tally for each in self.room.handled.counted if each.tally]
        if not counted:
            raise RoomError(_say("talk_after"))
        advised = advice(counted[-1], counted[:-1]).protocols
        self.sitting.talk(_protocol(wish.about, advised).id if wish.about else advised[0].id)
        self._part = Part(0, self._clock())
        return Told()

    def _next_part(self, wish: Wish) -> Told:
        protocol = self.board().protocol
        if protocol is None or self._part is None:
            raise RoomError(_say("no_talk"))
        if self._part.number + 1 >= len(protocol.steps):
            return self._agree(wish)
        if protocol.steps[self._part.number + 1].vote == "yes":
            return self._again(wish)
        self._part = Part(self._part.number + 1, self._clock())
        self.sitting.changed()
        return Told()

    def _agree(self, wish: Wish) -> Told:
        evaluation = self.sitting.evaluation
        turn = scribe.ask_agreed(evaluation.setting, evaluation.record)
        evaluation.take_turn(turn)
        self.sitting.changed()
        return Told(turn.sayings)

    def _leave(self, wish: Wish) -> Told:
        """Leaves an item out of this workshop."""
        room = self.room
        following = self.board().item if room.item is None else self.board().following
        name = self._item(wish.about) if wish.about else (following.id if following else None)
        if name is None:
            raise RoomError(_say("none_left"))
        if name == room.item and room.stage == "vote":
            raise RoomError(_say("drop_first"))
        self.sitting.evaluation.take_down((StatusSet(item=name, status="skipped"),))
        self.sitting.changed()
        return _line("left_out", topic=self.library.items[name].topic)

    def _finish(self, wish: Wish) -> Told:
        if self.room.stage == "vote":
            raise RoomError(_say("drop_first"))
        self.sitting.evaluation.take_down((Finished(),))
        self.sitting.changed()
        return _line("finished")

    def _plan(self, wish: Wish) -> Told:
        """Turns to the coach, for priorities and a plan from what the room agreed."""
        if self.room.stage == "vote":
            raise RoomError(_say("drop_first"))
        record = self.room.record
        if not any(record.answer(item).rating for item in record.items):
            raise RoomError(_say("plan_early"))
        turn = self.sitting.evaluation.hear("plan")
        self.sitting.changed()
        return Told(turn.sayings, "plan")

    # --- small things -----------------------------------------------------------------------

    def _item(self, said: str) -> str:
        record = self.room.record
        found = numbered_item(record, self.library, said, self.room.item)
        if found is None:
            raise RoomError(_say("no_such_item", said=said))
        return found

    def _asked(self) -> tuple[Choice, ...]:
        """The quick replies of a question of the coach's that is still open on this item."""
        for event in reversed(self.sitting.evaluation.events):
            if isinstance(event, RoundOpened | RoundClosed | RoundDropped):
                return ()
            if isinstance(event, Said):
                here = event.position
                asked = here.phase == "items" and here.item == self.room.item
                return event.choices if asked else ()
        return ()


def _protocol(named: str, advised: tuple[Protocol, ...]) -> Protocol:
    """The protocol of the playbook that `named` means, by its name or a word of its title."""
    wanted = named.lower().strip()
    book = (*advised, *shipped().protocols)
    for protocol in book:
        if wanted in (protocol.id, protocol.title.lower()):
            return protocol
    found = next((each for each in book if wanted in each.title.lower()), None)
    if found is None:
        names = ", ".join(dict.fromkeys(each.id for each in book))
        raise RoomError(_say("no_such_protocol", said=named, names=names))
    return found


def _say(key: str, **fields: object) -> str:
    return str(wording()["moves"][key]).format_map(fields)


def _line(key: str, **fields: object) -> Told:
    return Told((Line(text=_say(key, **fields)),))


_DOES: Final[Mapping[Kind, Callable[[Conductor, Wish], Told]]] = {
    "on": Conductor._on,
    "open": Conductor._open,
    "again": Conductor._again,
    "next": Conductor._next,
    "count": Conductor._count,
    "drop": Conductor._drop,
    "hands": Conductor._hands,
    "sheets": Conductor._sheets,
    "present": Conductor._present,
    "talk": Conductor._talk,
    "part": Conductor._next_part,
    "agree": Conductor._agree,
    "leave": Conductor._leave,
    "finish": Conductor._finish,
    "plan": Conductor._plan,
}
_CUES: Final[tuple[Cue, ...]] = (
    "phones", "join", "report", "pause", "help", "items", "notes", "where",
)  # fmt: skip
