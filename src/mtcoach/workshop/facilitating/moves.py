"""What may be done at each stage of a workshop, as quick replies, and what comes naturally next.

Pure. A quick reply says words that the conductor hears like anybody's; a front end needs no
more than to offer them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtcoach.coach.moves import shortened
from mtcoach.transcript.sayings import Choice
from mtcoach.workshop.facilitating.board import Board
from mtcoach.workshop.facilitating.entry import wording


def choices(board: Board, asked: Sequence[Choice] = ()) -> tuple[Choice, ...]:
    """The answers that the coach waits for, then the moves of the stage; numbered through."""
    offered = [*((each.label, each.says) for each in asked), *_moves(board, bool(asked))]
    return tuple(
        Choice(key=str(number), label=label, says=says)
        for number, (label, says) in enumerate(offered, 1)
    )


def natural(board: Board) -> str:
    """The words for what comes naturally next."""
    match board.stage:
        case "lobby":
            return "open"
        case "vote":
            return "count"
        case "reveal":
            advised = board.advice
            done = advised and (advised.outcome or advised.shape == "agreed")
            return "agree" if done else "talk"
        case "talk":
            return "next part"
        case "concluded":
            return "next item" if board.following else "report" if board.finished else "finish"


def _moves(board: Board, asked: bool) -> Iterator[tuple[str, str]]:
    """Labels and words, the most natural one first."""
    match board.stage:
        case "lobby":
            yield _label("open"), "open"
            yield _label("leave"), "leave it out"
        case "vote":
            yield _label("count"), "count"
            yield _label("drop"), "drop the vote"
        case "reveal" | "talk":
            yield from _talking(board, asked)
        case "concluded":
            if board.following:
                topic = shortened(board.following.topic, 40)
                yield _label("next", number=board.following.number, topic=topic), "next item"
            yield _label("again"), "vote again"
            if not board.following:
                if not board.finished:
                    yield _label("finish"), "finish"
                yield _label("plan"), "plan"


def _talking(board: Board, asked: bool) -> Iterator[tuple[str, str]]:
    agree = (_label("agree"), "agree")
    if not asked and natural(board) == "agree":
        yield agree
    if board.protocol and board.part + 1 < len(board.protocol.steps):
        following = board.protocol.steps[board.part + 1]
        if following.vote == "no":
            yield _label("part", number=board.part + 2), "next part"
    elif not board.protocol and board.advice:
        first = board.advice.protocol
        yield _label("talk", title=first.title, minutes=first.minutes), "talk"
    yield _label("again"), "vote again"
    if not asked and natural(board) != "agree":
        yield agree


def _label(key: str, **fields: object) -> str:
    return str(wording()["labels"][key]).format_map(fields)
