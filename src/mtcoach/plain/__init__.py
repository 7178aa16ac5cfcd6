"""The same conversation, line by line: for screen readers, pipes and ssh.

Append-only: labels instead of boxes, numbered quick replies, no redraw. End of
input is a pause.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import assert_never

from mtcoach.coach.turn import Turn
from mtcoach.errors import CoachError
from mtcoach.evaluation import Evaluation
from mtcoach.questions.models import COLOURS
from mtcoach.reporting import report_text
from mtcoach.transcript.events import (
    Concluded,
    Contributed,
    Event,
    Heard,
    RoundClosed,
    Said,
    TalkOpened,
)
from mtcoach.transcript.sayings import (
    Choice,
    Line,
    Listing,
    Question,
    Recorded,
    Saying,
    Summary,
)

Write = Callable[[str], None]

COACH = "Coach: "
YOU = "You: "


def lines(saying: Saying) -> Iterator[str]:
    """A saying as lines of text."""
    match saying:
        case Line(text=text) | Recorded(text=text):
            yield COACH + text
        case Question(label=label, place=place, text=text, statement=statement):
            yield f"Question {label} ({place})"
            yield COACH + text
            yield from [statement] if statement else []
        case Listing(title=title, lines=rows) | Summary(title=title, lines=rows):
            yield f"{COACH}{title}:"
            yield from (f"  - {row}" for row in rows)
        case _:
            assert_never(saying)


def choice_lines(choices: Iterable[Choice]) -> Iterator[str]:
    """The quick replies, each with the key that gives it."""
    yield from (f"  [{choice.key}] {choice.label}" for choice in choices)


def chat(events: Iterable[Event]) -> Iterator[str]:
    """A transcript as a readable chat."""
    for event in events:
        match event:
            case Said(sayings=sayings):
                for saying in sayings:
                    yield from lines(saying)
            case RoundClosed() | Contributed() | TalkOpened() | Concluded():
                yield _of_room(event)
            case Heard(text=text):
                first, *rest = text.splitlines() or [""]
                yield YOU + first
                yield from (" " * len(YOU) + line for line in rest)
            case _:
                continue


def _of_room(event: RoundClosed | Contributed | TalkOpened | Concluded) -> str:
    """What a room did, in a line."""
    match event:
        case RoundClosed(item=item, tally=tally):
            spread = tally.spread or {}
            counts = ", ".join(f"{spread.get(colour, 0)} {colour}" for colour in COLOURS)
            return f"Vote on {item}: {counts if spread else 'not shown'}; {tally.voters} voted"
        case Contributed(text=text):
            return f"Somebody: {text}"
        case TalkOpened(item=item, protocol=protocol):
            return f"Talk about {item}: {protocol}"
        case Concluded(item=item, outcome=outcome):
            return f"{item} is left as {outcome.replace('_', ' ')}"
        case _:
            assert_never(event)


def converse(
    evaluation: Evaluation, replies: Iterable[str], write: Write, *, echo: bool = False
) -> None:
    """Holds the conversation until the leader pauses or the replies end.

    `echo` writes each reply after its label, for input that nobody sees being typed.
    """
    for notice in evaluation.notices:
        write(f"Note: {notice}")
    if evaluation.read_only:
        for line in chat(evaluation.events):
            write(line)
        return
    show(evaluation.turn, write)
    for reply in replies:
        if echo:
            write(YOU + reply)
        try:
            turn = evaluation.hear(reply)
        except CoachError as error:
            write(f"Note: {error}")
            continue
        show(turn, write)
        if turn.cue == "report":
            write(report_text(evaluation))
        if turn.cue == "pause":
            break
    else:
        evaluation.pause()


def show(turn: Turn, write: Write) -> None:
    """Writes a turn and its quick replies."""
    for saying in turn.sayings:
        for line in lines(saying):
            write(line)
    for line in choice_lines(turn.choices):
        write(line)
