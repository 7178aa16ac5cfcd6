"""A workshop's board as lines to be read or heard, what matters first."""

from __future__ import annotations

from collections.abc import Iterator

from mtcoach.questions.loading import Library
from mtcoach.workshop.facilitating import telling
from mtcoach.workshop.facilitating.board import Board


def board_lines(board: Board, library: Library) -> Iterator[str]:
    """The board, what matters first."""
    yield f"{telling.place(board)}: {telling.heading(board)}"
    if board.stage in ("lobby", "vote") and board.item:
        yield board.item.question
        yield board.item.statement
    match board.stage:
        case "lobby":
            yield board.plan.sentence
        case "vote":
            yield telling.say("sealed")
        case "reveal":
            yield from _picture(board, library)
            yield from _advice(board)
        case "talk":
            yield from _part(board)
        case "concluded":
            yield from telling.left_as(board, telling.colour_words(library))
            yield telling.coming(board)
            yield board.plan.sentence


def item_lines(board: Board, library: Library) -> Iterator[str]:
    """Every item with how it stands."""
    for slot in board.plan.slots:
        item = library.items[slot.item]
        state = "done" if slot.done else "open"
        here = ", on the table" if board.item and board.item.id == slot.item else ""
        yield f"  - {item.number} {item.topic}: {state}{here}"


def _picture(board: Board, library: Library) -> Iterator[str]:
    words = telling.colour_words(library)
    last = board.last
    if last is None:
        return
    if covered := telling.covered(last):
        yield covered
    elif last.spread:
        yield f"{telling.spread_in_words(last.spread, words)}. {telling.size(last)}."
    before = board.tallies[-2].spread if len(board.tallies) > 1 else None
    if before and last.spread:
        yield telling.say("before_that", spread=telling.spread_in_words(before, words))
    for role, spread in last.groups.items():
        yield f"  - {role}: {telling.spread_in_words(spread, words)}"
    for group in board.groups[:4]:
        yield f"  - {telling.note(group, library)}"


def _advice(board: Board) -> Iterator[str]:
    if board.advice is None:
        return
    advised = board.advice
    if not (board.last and telling.covered(board.last)):  # else it has been said already
        yield f"{advised.title}. " + " ".join(part for part in (advised.moved, advised.saw) if part)
    yield f"Ask now: {advised.question}"
    yield " ".join(part for part in (advised.why, advised.outcome_why) if part)


def _part(board: Board) -> Iterator[str]:
    steps = list(telling.protocol_lines(board))
    if board.part == 0:
        yield telling.protocol_title(board)
    if board.part < len(steps):
        text, minutes = steps[board.part]
        yield f"Part {board.part + 1} of {len(steps)}: {text} ({minutes})"
