"""A board in words: the sentences that both front ends show, in their order.

Pure. Each function gives lines of plain text for one matter; how they look is decided where
they are shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

from mtcoach.coach.moves import shortened
from mtcoach.findings.grouping import Group
from mtcoach.findings.words import listed
from mtcoach.questions.loading import Library
from mtcoach.questions.models import COLOURS, Colour
from mtcoach.transcript.events import Spread, Tally
from mtcoach.workshop.facilitating.board import Board
from mtcoach.workshop.facilitating.entry import wording


def place(board: Board) -> str:
    """Which item, and what the room is at: `Item 2 of 8, second vote`."""
    stage = str(_block("stages")[board.stage])
    # A vote that was called off is none that anybody remembers.
    number = len(board.tallies) + (board.stage == "vote")
    votes = _say("vote", number=number) if number > 1 else ""
    at = _say("item", place=board.place, of=board.of)
    return ", ".join(part for part in (at, stage, votes) if part)


def heading(board: Board) -> str:
    """The item's number and topic."""
    return f"{board.item.number} · {board.item.topic}" if board.item else ""


def votes(board: Board) -> str:
    """How many votes are in, of how many people as far as anybody knows."""
    key = "votes_of" if board.present else "votes_in" if board.votes_in else "votes_none"
    return _say(key, votes=board.votes_in, present=board.present)


def typed(board: Board) -> str:
    """What was typed in beside the phones."""
    words = _block("counted_by")
    counts = [str(words[means]).format(number=count) for means, count in board.typed.items()]
    return _say("typed", counts=listed(counts)) if counts else ""


def size(tally: Tally) -> str:
    """Who voted, and by which way: `13 voted, 1 abstained, 13 by show of hands`."""
    words = _block("counted_by")
    parts = [_say("voters", voters=tally.voters)]
    parts += [_say("abstained", abstained=tally.abstained)] if tally.abstained else []
    if set(tally.means) != {"phones"}:
        parts += [str(words[means]).format(number=n) for means, n in tally.means.items()]
    return ", ".join(parts)


def covered(tally: Tally) -> str:
    """Why a spread is not shown; empty where it is."""
    if not tally.voters:
        return _say("nobody")
    return _say("held_back", voters=tally.voters) if tally.spread is None else ""


def spread_in_words(spread: Spread, words: Mapping[Colour, str]) -> str:
    """`3 red, 8 amber, 2 green`."""
    return ", ".join(f"{spread.get(colour, 0)} {words[colour]}" for colour in COLOURS)


def colour_words(library: Library) -> dict[Colour, str]:
    """The colours' words on the traffic-light scale, in lower case."""
    steps = {step.value: step.word.lower() for step in library.scale("traffic-light").steps}
    return {colour: steps[colour] for colour in COLOURS}


def protocol_lines(board: Board) -> Iterator[tuple[str, str]]:
    """The protocol's steps with their minutes: the one under way, or the one proposed."""
    protocol = board.protocol or (board.advice.protocol if board.advice else None)
    for step in protocol.steps if protocol else ():
        yield step.text, _say("minutes", minutes=step.minutes)


def protocol_title(board: Board) -> str:
    """What the talk is called, and how long it takes."""
    protocol = board.protocol or (board.advice.protocol if board.advice else None)
    return _say("steps", title=protocol.title, minutes=protocol.minutes) if protocol else ""


def note(group: Group, library: Library) -> str:
    """A group of notes on one line: how many say it, what they say, where else it belongs."""
    head = _say("same", number=len(group.voices)) if len(group.voices) > 1 else ""
    text = f"{head}“{' '.join(group.text.split())}”"
    places = [library.items[each.item] for each in group.also if each.item in library.items]
    if places:
        names = listed([f"{item.number} {item.topic}" for item in places[:2]])
        text += f" ({_say('also', items=names)})"
    return text


def left_as(board: Board, words: Mapping[Colour, str]) -> Iterator[str]:
    """How the room has left the item, and all that is recorded of it."""
    conclusion, answer = board.conclusion, board.answer
    if conclusion:
        colour = words[answer.rating].capitalize() if answer.rating else ""
        yield str(_block("left")[conclusion.outcome]).format(colour=colour)
        if conclusion.minority:
            key = "why_split" if conclusion.outcome == "split" else "seen_differently"
            yield _say(key, text=shortened(conclusion.minority, 300))
        bringer = ", ".join(part for part in (conclusion.role, conclusion.by) if part)
        if bringer:
            yield _say("brought", text=bringer)
    for each in answer.notes:
        yield _say("evidence", text=shortened(each.text, 300))
    for each in answer.steps:
        yield _say("next_step", text=shortened(each.text, 300))


def coming(board: Board) -> str:
    """What comes next."""
    following = board.following
    if following is None:
        return _say("none_next")
    return _say("next", number=following.number, topic=following.topic)


def clock(left: timedelta) -> str:
    """Time left as `1:05`, or that it is up and for how long: `time is up, 0:40 over`."""
    seconds = int(left.total_seconds() + 0.999)
    minutes, rest = divmod(abs(seconds), 60)
    text = f"{minutes}:{rest:02}"
    return text if seconds >= 0 else f"{_say('up')} (+{text})"


def help_lines() -> Iterator[str]:
    """What a facilitator may type, by example."""
    yield from (str(line) for line in wording()["help"])


def say(key: str, **fields: object) -> str:
    """A sentence of this part of the wording."""
    return _say(key, **fields)


def _say(key: str, **fields: object) -> str:
    return str(wording()["told"][key]).format_map(fields)


def _block(key: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = wording()["told"][key]
    return found
