"""What a leader asks the coach: what is meant, what good looks like, what was said so far."""

from __future__ import annotations

import re
from typing import Final

from mtcoach.coach import path
from mtcoach.coach.asides import finding
from mtcoach.coach.items import held
from mtcoach.coach.moves import Moves, word_of
from mtcoach.coach.reading import Aspect, Reading
from mtcoach.questions.models import COLOURS, Item
from mtcoach.transcript.sayings import Position


def counts(moves: Moves) -> tuple[int, int]:
    """How many of the route's items are closed, and how many there are."""
    known = path.known(moves.record, moves.library)
    return sum(moves.record.answer(item).closed for item in known), len(known)


def explain(moves: Moves, reading: Reading) -> Position | None:
    """Answers a question to the coach, and stays. Asked again, it says something else."""
    aspect = reading.aspect or "meaning"
    if aspect == "help":
        moves.listing("help_title", moves.wording.every("help"))
        return None
    item = moves.library.items.get(moves.record.position.item or "")
    if aspect == "said":
        _say_so_far(moves, _named(moves, reading.text) or item)
    elif item is None:
        at_start = moves.record.position.phase == "profile"
        moves.say("explain_profile" if at_start else "explain_elsewhere")
    elif aspect == "meaning" and moves.record.position.step == "probe":
        moves.line(moves.wording.block("explain_probe")[moves.record.position.about])
    else:
        fresh = next(
            (each for each in (aspect, *_OTHERWISE) if not _just_explained(moves, item, each)),
            aspect,
        )
        _explain(moves, item, fresh)
    return None


_ABOUT: Final = re.compile(
    r"\b(?:about|on|for|under|to) (?P<item>[^?.!]{2,40}?)\W*$", re.IGNORECASE
)


def _named(moves: Moves, text: str) -> Item | None:
    """The one item that a question about what was said names: "what did I say about folios?"."""
    named = _ABOUT.search(text)
    found = finding.find_item(moves, named["item"]) if named else []
    return moves.library.items[found[0]] if len(found) == 1 else None


_OTHERWISE: Final[tuple[Aspect, ...]] = ("good", "evidence", "excellent", "why", "meaning")
"""What else may help somebody who asks the same again, in this order."""


def _explain(moves: Moves, item: Item, aspect: Aspect) -> None:
    if aspect == "evidence":
        moves.listing("evidence_title", item.evidence)
        if item.proportion:
            moves.say("evidence_more", text=item.proportion)
    elif aspect == "meaning":
        moves.say("meaning", statement=item.statement)
        moves.say("good", text=first_sentence(item.good))
    else:
        moves.say(aspect, text=_text_of(item, aspect))


def first_sentence(text: str) -> str:
    """The first sentence of `text`."""
    return re.split(r"(?<=[.!?])\s", text, maxsplit=1)[0]


def _text_of(item: Item, aspect: Aspect) -> str:
    return {"good": item.good, "excellent": item.excellent, "why": item.why}[aspect]


def _just_explained(moves: Moves, item: Item, aspect: Aspect) -> bool:
    wording = moves.wording
    if aspect == "evidence":
        return moves.just_said(item.evidence[0])
    if aspect == "meaning":
        return moves.just_said(wording.say("meaning", statement=item.statement))
    return moves.just_said(wording.say(aspect, text=_text_of(item, aspect)))


def _say_so_far(moves: Moves, item: Item | None) -> None:
    wording, record = moves.wording, moves.record
    lines: list[str] = []
    if item:
        answer = record.answer(item.id)
        if answer.closed or answer.rating:
            rating = held.state_of(moves, answer).split(",")[0]
            lines.append(wording.say("said_item", topic=item.topic, rating=rating))
        lines += [wording.say("said_note", text=note.text) for note in answer.notes]
        lines += [wording.say("said_step", text=step.text) for step in answer.steps]
        if not lines:
            lines.append(wording.say("said_nothing"))
    answered, asked = counts(moves)
    if asked:
        lines.append(
            wording.say("said_so_far", answered=answered, asked=asked, counts=tally(moves))
        )
    moves.listing("said_title", lines or [wording.say("review_empty")])


def tally(moves: Moves) -> str:
    """The route's colours in words: `2 red, 3 amber and 1 green`; `none rated yet`."""
    known = path.known(moves.record, moves.library)
    ratings = [moves.record.answer(item).rating for item in known]
    parts = [
        f"{ratings.count(colour)} {word_of(moves.library, colour)}"
        for colour in COLOURS
        if colour in ratings
    ]
    return moves.wording.joined(parts) if parts else moves.wording.say("none_rated")
