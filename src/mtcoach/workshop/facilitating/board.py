"""What a facilitator has before them at one moment of a workshop, as one value.

Made from the record, the open box, and the clock that is handed in; both front ends show it.
While a vote is open there is nothing of it in a board but how many are in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from mtcoach.findings.grouping import Group
from mtcoach.questions.loading import Library
from mtcoach.questions.models import Item
from mtcoach.transcript.events import Concluded, Event, Means, TalkOpened, Tally
from mtcoach.transcript.record import Answer
from mtcoach.transcript.sayings import Choice, Saying
from mtcoach.workshop.ballots import Box
from mtcoach.workshop.facilitating.entry import wording
from mtcoach.workshop.playbook import Advice, Protocol, advice, shipped
from mtcoach.workshop.room import Room, Stage
from mtcoach.workshop.timeplan import TimePlan, plan

VOTE_FOR: Final = timedelta(seconds=90)
"""What a silent vote with a line of evidence takes; a guide, and nothing closes by itself."""


@dataclass(frozen=True, slots=True)
class Part:
    """Where the talk has come to: step `number` of its protocol, from 0, begun at `since`."""

    number: int
    since: datetime


@dataclass(frozen=True, slots=True)
class Running:
    """A clock that is running: what for, since when, and when it should be up."""

    label: str
    since: datetime
    ends: datetime

    def left(self, now: datetime) -> timedelta:
        """The time left; below zero once it is over."""
        return self.ends - now


@dataclass(frozen=True, slots=True)
class Board:
    """A workshop at one moment.

    `item` is the one on the table, or before the first vote the first to come; `place` counts
    from 1. `number` is that of the vote that is open or was counted last; `typed` which means
    were typed into the open one, and how many votes by each. `says` and `choices` are what the
    coach said last and what may be answered or done.
    """

    school: str
    stage: Stage
    item: Item | None
    place: int
    of: int
    number: int
    votes_in: int
    present: int
    typed: Mapping[Means, int]
    tallies: tuple[Tally, ...]
    advice: Advice | None
    protocol: Protocol | None
    part: int
    clock: Running | None
    groups: tuple[Group, ...]
    answer: Answer
    conclusion: Concluded | None
    following: Item | None
    plan: TimePlan
    finished: bool = False
    says: tuple[Saying, ...] = ()
    choices: tuple[Choice, ...] = ()

    @property
    def last(self) -> Tally | None:
        """The vote that was counted last on this item."""
        return self.tallies[-1] if self.tallies else None


def board(
    room: Room,
    box: Box | None,
    present: int,
    library: Library,
    events: Sequence[Event],
    part: Part | None,
    groups: tuple[Group, ...],
    now: datetime,
) -> Board:
    """The board of `room` at `now`, before anything that the coach says.

    `groups` are the notes on the item on the table, put together.
    """
    handled, stage, record = room.handled, room.stage, room.record
    known = [name for name in record.items if name in library.items]
    name = room.item or next(iter(known), None)
    following = room.following if room.item else next(iter(known[1:]), None)
    tallies = tuple(each.tally for each in handled.counted if each.tally)
    open_box = box if stage == "vote" else None
    protocol = shipped().protocol(handled.talks[-1]) if stage == "talk" else None
    return Board(
        school=record.profile.get("school", ""),
        stage=stage,
        item=library.items.get(name or ""),
        place=known.index(name) + 1 if name in known else 0,
        of=len(known),
        number=handled.rounds[-1].number if handled.rounds else 0,
        votes_in=open_box.votes_in if open_box else 0,
        present=max(present, open_box.votes_in if open_box else 0),
        typed=_typed(open_box),
        tallies=tallies,
        advice=advice(tallies[-1], tallies[:-1]) if tallies and stage != "vote" else None,
        protocol=protocol,
        part=part.number if part else 0,
        clock=_clock(room, protocol, part),
        groups=groups if stage != "vote" else (),
        answer=record.answer(name or ""),
        conclusion=handled.conclusion,
        following=library.items.get(following or ""),
        plan=plan(room.workshop.opened.minutes, known, events, now),
        finished=record.finished,
    )


def part_of(room: Room, events: Sequence[Event], now: datetime) -> Part | None:
    """Where a talk stands that this app has not opened itself: as if its clock had run on.

    A talk from another day begins again.
    """
    protocol = shipped().protocol(room.handled.talks[-1]) if room.stage == "talk" else None
    opened = next((each for each in reversed(events) if isinstance(each, TalkOpened)), None)
    if protocol is None or opened is None:
        return None
    since = opened.at
    if now - since > timedelta(minutes=protocol.minutes):
        return Part(0, now)
    for number, step in enumerate(protocol.steps):
        ends = since + timedelta(minutes=step.minutes)
        if now < ends:
            return Part(number, since)
        since = ends
    return Part(len(protocol.steps) - 1, since)


def _typed(box: Box | None) -> dict[Means, int]:
    if box is None:
        return {}
    return {
        means: sum(count.spread.values()) + count.abstained for means, count in box.counts.items()
    }


def _clock(room: Room, protocol: Protocol | None, part: Part | None) -> Running | None:
    opened = room.handled.open_round
    if opened:
        since = opened.opened_at
        return Running(str(wording()["clock"]["vote"]), since, since + VOTE_FOR)
    if protocol and part:
        step = protocol.steps[part.number]
        said = str(wording()["clock"]["part"])
        label = said.format(number=part.number + 1, of=len(protocol.steps))
        return Running(label, part.since, part.since + timedelta(minutes=step.minutes))
    return None
