"""The personal data a whole transcript holds, and the same events with it masked.

The detectors read one text; `traces.py` reads many. Nothing here reads a clock or a file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mtcoach.coach.notes.traces import Traces, one_line
from mtcoach.transcript.events import (
    Concluded,
    Contributed,
    Event,
    FollowedUp,
    Heard,
    Noted,
    Planned,
    ProfileSet,
    Said,
    StepNoted,
)
from mtcoach.transcript.record import fold
from mtcoach.transcript.sayings import (
    Choice,
    Line,
    Listing,
    Position,
    Question,
    Recorded,
    Saying,
    Summary,
)


@dataclass(frozen=True, slots=True)
class Held:
    """A piece of personal data, and where it stands.

    `seq` is the event's; `item` is None for what is said about no item; `field` is
    the part of the answer, the plan or the profile, in words.
    """

    seq: int
    item: str | None
    field: str
    kind: str
    words: str


def holds(events: Iterable[Event]) -> tuple[Held, ...]:
    """Every piece in what a leader typed, in order; what was kept of a reply is not named twice."""
    every = tuple(events)
    traces = _traces(every)
    found: list[Held] = []
    turn: list[Held] = []
    position = Position(phase="profile")
    for event in every:
        if isinstance(event, Said):
            found += _once(turn)
            turn, position = [], event.position
        else:
            turn += _held(event, position, traces)
    return (*found, *_once(turn))


def printed(events: Iterable[Event]) -> tuple[Held, ...]:
    """The pieces that a report prints: those in what still stands, not in what was replaced."""
    every = tuple(events)
    stands = _standing(every)
    return tuple(held for held in holds(every) if held.seq in stands)


def redacted(events: Iterable[Event], beside: Iterable[Event] = ()) -> tuple[Event, ...]:
    """The same events with the personal data masked, also where the coach says it back.

    `beside` are those of another transcript, which is read side by side with this one:
    what was found there is masked here as well.
    """
    every = tuple(events)
    traces = _traces((*every, *beside))
    return tuple(_covered(event, traces) for event in every)


# --- what a leader typed ------------------------------------------------------------


def _typed(event: Event) -> str | None:
    """What a leader or a room typed into `event`; the school's name is no personal data."""
    match event:
        case Heard(text=text) | Noted(text=text) | FollowedUp(text=text) | Contributed(text=text):
            return text
        case Concluded():
            return "\n".join((event.minority, event.role, event.by)).strip() or None
        case StepNoted(text=text, suggested=suggested):
            return None if suggested else text
        case Planned(value=value):
            return value
        case ProfileSet(field=field, value=value):
            return None if field == "school" else value
        case _:
            return None


def _traces(events: Sequence[Event]) -> Traces:
    """What is found in all that the leader typed."""
    texts = (typed for typed in map(_typed, events) if typed)
    schools = (e.value for e in events if isinstance(e, ProfileSet) and e.field == "school")
    return Traces.of(texts, spared=schools)


def _place(event: Event, position: Position) -> tuple[str | None, str]:
    """Where a text stands: the item, and the part of its answer."""
    match event:
        case Noted(item=item):
            return item, "note"
        case StepNoted(item=item):
            return item, "next step"
        case Planned(item=item, field=field):
            return item, f"plan, {field}"
        case FollowedUp(item=item):
            return item, "what became of the plan"
        case Contributed(item=item):
            return item, "note from the room"
        case Concluded(item=item):
            return item, "how the room left it"
        case ProfileSet(field=field):
            return None, f"profile, {field}"
        case _:
            return position.item, "reply"


def _held(event: Event, position: Position, traces: Traces) -> Iterator[Held]:
    typed = _typed(event)
    if typed is None:
        return
    item, field = _place(event, position)
    pieces = dict.fromkeys((each.kind, one_line(each.text)) for each in traces.find(typed))
    for kind, words in pieces:
        yield Held(event.seq, item, field, kind, words)


def _once(turn: Sequence[Held]) -> list[Held]:
    """Without what a later event of the turn keeps from a reply, or from what became of a plan."""
    raw = ("reply", "what became of the plan")
    return [
        held
        for index, held in enumerate(turn)
        if held.field not in raw or held.words not in {later.words for later in turn[index + 1 :]}
    ]


def _standing(events: Sequence[Event]) -> frozenset[int]:
    """The events whose words a report prints."""
    record = fold(events)
    notes = (note for answer in record.answers.values() for note in (*answer.notes, *answer.steps))
    stands = {note.seq for note in notes}
    for handled in record.workshop.items.values() if record.workshop else ():
        stands |= {voice.seq for voice in handled.voices}
        stands |= {handled.conclusion.seq} if handled.conclusion else set()
    # Of a cell, or of a field of the profile, the latest stands.
    latest: dict[tuple[str, str], int] = {}
    for event in events:
        if isinstance(event, Planned):
            latest[event.item, event.field] = event.seq
        elif isinstance(event, ProfileSet):
            latest["", event.field] = event.seq
    return frozenset(stands | set(latest.values()))


# --- events in other words ------------------------------------------------------------


def _covered(event: Event, traces: Traces) -> Event:
    match event:
        case Said(sayings=sayings, choices=choices):
            return event.model_copy(
                update={
                    "sayings": tuple(_said(saying, traces) for saying in sayings),
                    "choices": tuple(_offered(choice, traces) for choice in choices),
                }
            )
        case Planned(value=value) | ProfileSet(value=value) if _typed(event) is not None:
            return event.model_copy(update={"value": traces.mask(value)})
        case Concluded(minority=minority, role=role, by=by):
            said = {"minority": minority, "role": role, "by": by}
            return event.model_copy(update={key: traces.mask(text) for key, text in said.items()})
        case (
            Heard(text=text)
            | Noted(text=text)
            | StepNoted(text=text)
            | FollowedUp(text=text)
            | Contributed(text=text)
        ) if _typed(event) is not None:
            return event.model_copy(update={"text": traces.mask(text)})
        case _:
            return event


def _said(saying: Saying, traces: Traces) -> Saying:
    match saying:
        case Line(text=text) | Recorded(text=text):
            return saying.model_copy(update={"text": traces.mask(text)})
        case Listing(lines=lines) | Summary(lines=lines):
            return saying.model_copy(update={"lines": tuple(map(traces.mask, lines))})
        case Question():
            return saying  # the bank's own words


def _offered(choice: Choice, traces: Traces) -> Choice:
    return choice.model_copy(
        update={"label": traces.mask(choice.label), "says": traces.mask(choice.says)}
    )
