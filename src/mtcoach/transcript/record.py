"""The fold of events into what an evaluation holds so far.

Pure: the same events give the same record, on any day. A blank never
overwrites, going back never undoes, and what was replaced stays in the events.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import Final, TypeVar, assert_never

from mtcoach.questions.models import Colour, Element
from mtcoach.transcript.events import (
    Concluded,
    Contributed,
    Evaluated,
    Event,
    Finished,
    FollowedUp,
    GapNoted,
    Heard,
    How,
    LookedBack,
    Noted,
    Offered,
    Opened,
    Paused,
    PlanField,
    Planned,
    PrioritiesChosen,
    PrivacyChoice,
    PrivacyChosen,
    ProfileField,
    ProfileSet,
    Rated,
    Resumed,
    RoomOpened,
    RoundClosed,
    RoundDropped,
    RoundOpened,
    RouteChosen,
    Said,
    Status,
    StatusSet,
    StepNoted,
    TalkOpened,
    Withdrawn,
)
from mtcoach.transcript.sayings import Choice, Position
from mtcoach.transcript.workshop import Workshop, after

_K = TypeVar("_K")
_V = TypeVar("_V")

START: Final = Position(phase="profile")


@dataclass(frozen=True, slots=True)
class Note:
    """Words of the leader's, with the seq of the event that holds them."""

    seq: int
    text: str
    origin: str | None = None
    suggested: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What is held about one item."""

    item: str
    rating: Colour | None = None
    how: How | None = None
    notes: tuple[Note, ...] = ()
    steps: tuple[Note, ...] = ()
    gaps: tuple[Element, ...] = ()
    status: Status = "open"
    events: tuple[int, ...] = ()

    @property
    def closed(self) -> bool:
        """Whether the coach need not ask this item again."""
        return self.status != "open"

    @property
    def evidence(self) -> str:
        """All notes as one text, in the order they were said."""
        return "\n".join(note.text for note in self.notes)


@dataclass(frozen=True, slots=True)
class Record:
    """Everything an evaluation holds: who, what was asked, what was answered, what is planned.

    `days` are the days that a plan's dates in words mean; `workshop` is there where a room
    took part.
    """

    profile: Mapping[ProfileField, str] = field(default_factory=dict)
    route: str = ""
    bank: str = ""
    items: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    answers: Mapping[str, Answer] = field(default_factory=dict)
    summarised: frozenset[str] = frozenset()
    priorities: tuple[str, ...] = ()
    plan: Mapping[str, Mapping[PlanField, str]] = field(default_factory=dict)
    days: Mapping[str, Mapping[PlanField, date]] = field(default_factory=dict)
    evaluations: Mapping[str, str] = field(default_factory=dict)
    earlier: LookedBack | None = None
    followed: Mapping[str, Note] = field(default_factory=dict)
    offered: frozenset[str] = frozenset()
    privacy: PrivacyChoice | None = None
    workshop: Workshop | None = None
    position: Position = START
    choices: tuple[Choice, ...] = ()
    opened: Opened | None = None
    last: Event | None = None
    turns: int = 0
    finished: bool = False
    paused: bool = False

    def answer(self, item: str) -> Answer:
        """The answer to `item`: an open one where nothing was said yet."""
        return self.answers.get(item) or Answer(item)

    @property
    def next_seq(self) -> int:
        """The place the next event takes in the file."""
        return self.last.seq + 1 if self.last else 0


def fold(events: Iterable[Event], start: Record | None = None) -> Record:
    """The record that `events` make, after `start`."""
    record = start or Record()
    for event in events:
        record = apply(record, event)
    return record


def apply(record: Record, event: Event) -> Record:
    """The record after one more event."""
    return replace(_changed(record, event), last=event)


def _changed(record: Record, event: Event) -> Record:
    match event:
        case Opened():
            return replace(record, opened=event)
        case Resumed():
            return replace(record, paused=False)
        case Said(position=position, choices=choices):
            summarised = record.summarised
            if position.phase == "theme":
                summarised = summarised | {position.about}
            return replace(
                record,
                position=position,
                choices=choices,
                turns=record.turns + 1,
                summarised=summarised,
            )
        case Heard():
            return replace(record, paused=False)
        case ProfileSet(field=name, value=value):
            return replace(record, profile=_with(record.profile, name, value))
        case RouteChosen():
            return replace(
                record,
                route=event.route,
                bank=event.bank,
                items=event.items,
                asked=tuple(dict.fromkeys(record.asked + event.items)),
                summarised=frozenset(),
                finished=False,
            )
        case Rated() | Noted() | StepNoted() | Withdrawn() | GapNoted() | StatusSet():
            answer = _answered(record.answer(event.item), event)
            return replace(record, answers=_with(record.answers, event.item, answer))
        case PrioritiesChosen(items=items):
            return replace(record, priorities=items)
        case Planned(item=item, field=cell, value=value, on=on):
            row = _with(record.plan.get(item, {}), cell, value)
            days = {name: day for name, day in record.days.get(item, {}).items() if name != cell}
            dated = _with(days, cell, on) if on else days
            return replace(
                record,
                plan=_with(record.plan, item, row),
                days=_with(record.days, item, dated),
            )
        case Evaluated(indicator=indicator, value=value):
            return replace(record, evaluations=_with(record.evaluations, indicator, value))
        case Paused():
            return replace(record, paused=True)
        case LookedBack():
            return replace(record, earlier=event)
        case FollowedUp(item=item, text=text):
            followed = _with(record.followed, item, Note(event.seq, text))
            return replace(record, followed=followed)
        case Offered(item=item):
            return replace(record, offered=record.offered | {item})
        case PrivacyChosen(choice=choice):
            return replace(record, privacy=choice)
        case Finished():
            return replace(record, finished=True)
        case (
            RoomOpened()
            | RoundOpened()
            | RoundClosed()
            | RoundDropped()
            | Contributed()
            | TalkOpened()
            | Concluded()
        ):
            return replace(record, workshop=after(record.workshop, event))
        case _:
            assert_never(event)


def answers_of(events: Iterable[Event]) -> dict[str, Answer]:
    """The answers that `events` make, as `fold` has them, where nothing else is wanted."""
    answers: dict[str, Answer] = {}
    for event in events:
        if isinstance(event, Rated | Noted | StepNoted | Withdrawn | GapNoted | StatusSet):
            answers[event.item] = _answered(answers.get(event.item) or Answer(event.item), event)
    return answers


def _answered(
    answer: Answer, event: Rated | Noted | StepNoted | Withdrawn | GapNoted | StatusSet
) -> Answer:
    events = (*answer.events, event.seq)
    match event:
        case Rated(rating=rating, how=how):
            return replace(answer, events=events, rating=rating, how=how)
        case Noted(text=text):
            note = Note(event.seq, text, event.origin)
            notes = _kept(answer.notes, note, event.replaces)
            return replace(answer, events=events, notes=notes)
        case StepNoted(text=text):
            note = Note(event.seq, text, suggested=event.suggested)
            steps = _kept(answer.steps, note, event.replaces)
            return replace(answer, events=events, steps=steps)
        case Withdrawn(seqs=seqs):
            notes, steps = _without(answer.notes, seqs), _without(answer.steps, seqs)
            return replace(answer, events=events, notes=notes, steps=steps)
        case GapNoted(element=element):
            gaps = tuple(dict.fromkeys((*answer.gaps, element)))
            return replace(answer, events=events, gaps=gaps)
        case StatusSet(status=status):
            return replace(answer, events=events, status=status)
        case _:
            assert_never(event)


def _kept(notes: tuple[Note, ...], new: Note, replaced: tuple[int, ...]) -> tuple[Note, ...]:
    return (*_without(notes, replaced), new) if new.text.strip() else notes


def _without(notes: tuple[Note, ...], seqs: tuple[int, ...]) -> tuple[Note, ...]:
    return tuple(note for note in notes if note.seq not in seqs)


def _with(mapping: Mapping[_K, _V], key: _K, value: _V) -> Mapping[_K, _V]:
    return MappingProxyType({**mapping, key: value})
