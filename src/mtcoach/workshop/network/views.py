"""What each audience of a workshop may see: the people in the room, and the wall.

One state gives one view. While a vote is open a view holds how many votes are in and nothing
else of it; after it, what its tally may show. Nothing here reads a clock, a file or a socket.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any, Literal

from mtcoach.questions.loading import Library
from mtcoach.questions.models import COLOURS
from mtcoach.transcript.events import Outcome, Spread, Tally
from mtcoach.transcript.workshop import Handled
from mtcoach.workshop.ballots import Box
from mtcoach.workshop.playbook import advice, shipped
from mtcoach.workshop.room import Room, RoomError, Stage

Shown = Stage | Literal["ended"]
"""What a screen is about: a stage of the room, or that there is nothing to come."""


@dataclass(frozen=True, slots=True)
class Timer:
    """A timer that everybody sees: what it is for, and when it is up."""

    label: str
    ends: datetime


@dataclass(frozen=True, slots=True)
class Bar:
    """A colour of a vote: letter and word before colour, and how many gave it."""

    value: str
    letter: str
    word: str
    count: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A counted vote. `bars` is empty where its spread is held back; `of` is all its voters.

    `groups` are the roles that are large enough, each with its bars; `hands` tells whether a
    show of hands is among them.
    """

    number: int
    of: int
    abstained: int
    bars: tuple[Bar, ...] = ()
    groups: tuple[tuple[str, tuple[Bar, ...]], ...] = ()
    hands: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The item on the table, and where the room has come to among its items."""

    item: str
    topic: str
    question: str
    statement: str
    place: int
    items: int


@dataclass(frozen=True, slots=True)
class View:
    """What the room may see now.

    `number` is that of the vote that is open or was counted last, `votes` how many are in while
    one is open. `pictures` are the counted votes, the first one first, and are empty while
    a vote is open. `prompt` is what to talk about, `steps` how, each with its minutes.
    """

    stage: Shown
    school: str
    table: Table | None = None
    number: int = 0
    votes: int = 0
    pictures: tuple[Picture, ...] = ()
    prompt: tuple[str, ...] = ()
    protocol: str = ""
    steps: tuple[tuple[str, int], ...] = ()
    outcome: Outcome | None = None
    agreed: Bar | None = None
    timer: Timer | None = None
    words_open: bool = False

    @property
    def key(self) -> str:
        """The same as long as what somebody is writing has the same place to go."""
        return " ".join((self.stage, self.table.item if self.table else "-", str(self.number)))

    @property
    def still(self) -> View:
        """The view without what changes with every vote."""
        return replace(self, votes=0)


@dataclass(frozen=True, slots=True)
class Wall:
    """What the projector shows: what the room may see, and how to join it.

    `address` and `code` are empty while no phone can come in.
    """

    view: View
    address: str
    code: str
    here: int


def participant_view(
    room: Room, box: Box | None, library: Library, timer: Timer | None = None,
    prompt: Sequence[str] | None = None,
) -> View:  # fmt: skip
    """What everybody in the room may see; `prompt` stands in the place of the playbook's."""
    handled, stage = room.handled, room.stage
    school = room.record.profile.get("school", "")
    table = _table(room, library)
    number = handled.rounds[-1].number if handled.rounds else 0
    if stage == "vote":
        votes = box.votes_in if box and (box.item, box.number) == (room.item, number) else 0
        return View(stage, school, table, number, votes, timer=timer)
    tallies = [each.tally for each in handled.counted if each.tally]
    view = View(
        stage,
        school,
        table,
        number,
        pictures=_pictures(handled, library),
        timer=timer,
        words_open=_words_open(room),
    )
    if stage == "concluded":
        return _concluded(view, room, library)
    said = _prompt(tallies) if prompt is None else tuple(prompt)
    view = replace(view, prompt=said)
    return _talking(view, handled) if stage == "talk" else view


def wall_view(view: View, address: str, code: str, here: int) -> Wall:
    """What the projector shows beside `view`: where to join, and how many have."""
    return Wall(view, address, code, here)


def as_json(view: View | Wall) -> Any:
    """A view as plain values; times in ISO 8601."""
    return _plain(asdict(view))


def ended(view: View) -> View:
    """What is shown once the workshop is over."""
    return View("ended", view.school)


def _plain(value: Any) -> Any:
    match value:
        case Mapping():
            return {name: _plain(inner) for name, inner in value.items()}
        case list() | tuple():
            return [_plain(inner) for inner in value]
        case datetime():
            return value.isoformat()
        case _:
            return value


def _table(room: Room, library: Library) -> Table | None:
    if room.item is None:
        return None
    item, items = library.items.get(room.item), room.record.items
    place = items.index(room.item) + 1 if room.item in items else 0
    if item is None:  # the bank has changed since
        return Table(room.item, room.item, "", "", place, len(items))
    return Table(item.id, item.topic, item.question, item.statement, place, len(items))


def _pictures(handled: Handled, library: Library) -> tuple[Picture, ...]:
    return tuple(
        Picture(
            each.number,
            each.tally.voters,
            each.tally.abstained,
            _bars(each.tally.spread, library) if each.tally.spread else (),
            tuple((role, _bars(spread, library)) for role, spread in each.tally.groups.items()),
            bool(each.tally.hands),
        )
        for each in handled.counted
        if each.tally
    )


def _bars(spread: Spread, library: Library) -> tuple[Bar, ...]:
    steps = {step.value: step for step in library.scale("traffic-light").steps}
    return tuple(
        Bar(colour, steps[colour].letter, steps[colour].word, spread.get(colour, 0))
        for colour in COLOURS
    )


def _words_open(room: Room) -> bool:
    """Whether somebody may still add words, by the room's own rule."""
    try:
        return bool(room.contribute("Words"))
    except RoomError:
        return False


def _prompt(tallies: Sequence[Tally]) -> tuple[str, ...]:
    if not tallies:
        return ()
    advised = advice(tallies[-1], tallies[:-1])
    return tuple(line for line in (advised.moved, advised.saw, advised.question) if line)


def _talking(view: View, handled: Handled) -> View:
    protocol = shipped().protocol(handled.talks[-1]) if handled.talks else None
    if protocol is None:
        return view
    steps = tuple((step.text, step.minutes) for step in protocol.steps)
    return replace(view, protocol=protocol.title, steps=steps)


def _concluded(view: View, room: Room, library: Library) -> View:
    conclusion = room.handled.conclusion
    assert conclusion is not None
    rating = room.record.answer(room.item or "").rating if conclusion.outcome == "settled" else None
    agreed = _bars({rating: 1}, library)[COLOURS.index(rating)] if rating else None
    return replace(view, outcome=conclusion.outcome, agreed=agreed)
