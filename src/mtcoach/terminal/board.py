"""A workshop's board as Textual content: letters and words first, bars and colour after them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from textual.content import Content

from mtcoach.questions.loading import Library
from mtcoach.questions.models import COLOURS
from mtcoach.terminal.glyphs import glyphs
from mtcoach.terminal.marks import RATINGS, mark, tally
from mtcoach.terminal.sayings import plain, safe
from mtcoach.transcript.events import Spread, Tally
from mtcoach.transcript.record import Record
from mtcoach.workshop.facilitating import telling
from mtcoach.workshop.facilitating.board import Board

BAR = 28
"""Cells of the longest bar; a room of forty people fits beside its letters on 80 columns."""

NOTES = 4
"""Groups of notes on the board; all of them stand on a page of their own."""


def where(board: Board, now: datetime, here: str = "") -> Content:
    """The line at the top: school, item, what the room is at, the clock, who is here."""
    parts = [safe(board.school) or "Workshop", telling.place(board)]
    if board.clock:
        parts.append(telling.clock(board.clock.left(now)))
    if here:
        parts.append(here)
    return Content(glyphs().between.join(parts)).stylize("bold", 0, len(parts[0]))


def matter(
    board: Board,
    library: Library,
    now: datetime,
    door: Content | None = None,
    *,
    with_notes: bool = True,
) -> Content:
    """What the room is at, from the item down; `door` is how phones come in."""
    blocks = [_item(board, whole=board.stage in ("lobby", "vote"))]
    match board.stage:
        case "lobby":
            blocks += [door] if door else []
        case "vote":
            blocks.append(_vote(board))
        case "reveal":
            blocks += [_picture(board), *_advice(board), _protocol(board, now)]
        case "talk":
            blocks += [_protocol(board, now), _question(board), _picture(board)]
        case "concluded":
            blocks += [Content("\n").join((_left(board, library), _votes(board))), _coming(board)]
    if board.stage in ("reveal", "talk"):
        blocks.append(_left(board, library))
        blocks += [notes(board, library, NOTES)] if with_notes else []
    return Content("\n\n").join(block for block in blocks if block)


def notes(board: Board, library: Library, most: int | None = None) -> Content:
    """What people wrote, those who say the same together."""
    if not board.groups:
        return Content("")
    shown = board.groups if most is None else board.groups[:most]
    lines = [Content.styled(telling.say("notes"), "bold")]
    lines += [plain(f"{glyphs().bullet} {telling.note(group, library)}") for group in shown]
    left = len(board.groups) - len(shown)
    if left:
        lines.append(
            Content.styled(f"{glyphs().more} {left} more: say “notes”", "$foreground-muted")
        )
    return Content("\n").join(lines)


def agenda(board: Board, record: Record, library: Library) -> Iterator[tuple[str, Content]]:
    """Every item of the workshop: its id, and how it stands in a row."""
    for slot in board.plan.slots:
        item, state = library.items[slot.item], mark(record.answer(slot.item))
        here = board.item is not None and slot.item == board.item.id
        spent = f"{slot.spent:.0f} of {slot.planned:.0f} min" if slot.spent >= 0.5 else ""
        row = Content.assemble(
            (f"{glyphs().here if here else ' '} ", "bold"),
            (f"{state.letter:<3} ", state.style),
            (f"{safe(item.number):>4} ", "$foreground-muted"),
            (f"{safe(item.topic):<24} ", "bold" if here else ""),
            (spent, "$foreground-muted"),
        )
        yield slot.item, row


def aside(board: Board, record: Record, library: Library) -> Content:
    """What a wide screen has room for: every item, and what people wrote on this one."""
    rows = Content("\n").join(row for _, row in agenda(board, record, library))
    return Content("\n\n").join(part for part in (rows, notes(board, library)) if part)


def _item(board: Board, *, whole: bool) -> Content:
    if board.item is None:
        return Content("")
    lines = [plain(telling.heading(board)).stylize("bold $text-primary")]
    if whole:
        lines.append(plain(board.item.question).stylize("bold"))
    lines.append(plain(board.item.statement))
    return Content("\n").join(lines)


def _vote(board: Board) -> Content:
    lines = [Content.styled(telling.votes(board), "bold")]
    if board.typed:
        lines.append(Content(telling.typed(board)))
    lines.append(Content.styled(telling.say("sealed"), "$foreground-muted"))
    return Content("\n").join(lines)


def _picture(board: Board) -> Content:
    """The last vote as letters, words and bars, with the vote before it in figures."""
    last = board.last
    if last is None:
        return Content("")
    if covered := telling.covered(last):
        return Content.styled(covered, "bold")
    lines = [Content.styled(telling.size(last), "bold")]
    before = board.tallies[-2].spread if len(board.tallies) > 1 else None
    lines += _bars(last.spread or {}, before)
    lines += _groups(last)
    return Content("\n").join(lines)


def _votes(board: Board) -> Content:
    """All votes on the item in one line, where they are shown: `R3 A8 G2 then R0 A12 G1`."""
    spreads = [tally(each.spread) for each in board.tallies if each.spread]
    return (
        Content.assemble(("Votes: ", "$foreground-muted"), Content(", then ").join(spreads))
        if (spreads)
        else Content("")
    )


def _bars(spread: Spread, before: Spread | None) -> Iterable[Content]:
    most = max((*spread.values(), *(before or {}).values(), 1))
    for colour in COLOURS:
        shown, count = RATINGS[colour], spread.get(colour, 0)
        cells = round(BAR * count / most) or (1 if count else 0)
        was = telling.say("before", was=before.get(colour, 0)) if before else ""
        yield Content.assemble(
            (f"{shown.letter} {shown.word:<6} ", shown.style),
            (glyphs().bar * cells, shown.style),
            (f" {count}" if cells else f"{count}", "bold"),
            (f"   {was}" if was else "", "$foreground-muted"),
        )


def _groups(last: Tally) -> Iterable[Content]:
    for role, spread in last.groups.items():
        yield Content.assemble(f"  {safe(role):<20} ", tally(spread))


def _advice(board: Board) -> Sequence[Content]:
    advised = board.advice
    if advised is None:
        return ()
    head = Content.assemble(
        (f"{safe(advised.title)}.", "bold"),
        " ",
        plain(" ".join(filter(None, (advised.moved, advised.saw)))),
    )
    why = " ".join(part for part in (advised.why, advised.outcome_why) if part)
    if board.last and telling.covered(board.last):
        head = Content("")  # it is said where the spread would be
    return (
        head,
        Content("\n").join((_question(board), plain(why).stylize("$foreground-muted"))),
    )


def _question(board: Board) -> Content:
    if board.advice is None:
        return Content("")
    return Content.assemble(
        ("Ask now: ", "bold $text-primary"), plain(board.advice.question).stylize("bold")
    )


def _protocol(board: Board, now: datetime) -> Content:
    title = telling.protocol_title(board)
    if not title:
        return Content("")
    lines = [Content.styled(f"{telling.say('how')}: {safe(title)}", "bold")]
    if board.protocol:
        lines = [Content.styled(safe(title), "bold")]
    for number, (text, minutes) in enumerate(telling.protocol_lines(board)):
        here = board.protocol is not None and number == board.part
        sign = glyphs().here if here else " "
        left = telling.clock(board.clock.left(now)) if here and board.clock else minutes
        style = "bold" if here else "" if board.protocol is None or number > board.part else "dim"
        lines.append(
            Content.assemble(
                (f"{sign} {number + 1}. {safe(text)}", style), (f"  {left}", "$foreground-muted")
            )
        )
    return Content("\n").join(lines)


def _left(board: Board, library: Library) -> Content:
    words = telling.colour_words(library)
    lines = [plain(line) for line in telling.left_as(board, words)]
    if not lines:
        return Content("")
    if board.conclusion:
        rating = board.answer.rating
        if rating:
            shown = RATINGS[rating]
            lines[0] = Content.styled(f"{shown.letter} ", shown.style) + lines[0]
        lines[0] = lines[0].stylize("bold")
    return Content("\n").join(lines)


def _coming(board: Board) -> Content:
    lines = [Content.styled(safe(telling.coming(board)), "bold $text-primary")]
    if board.following:
        lines.append(plain(board.following.statement))
    return Content("\n").join(lines)
