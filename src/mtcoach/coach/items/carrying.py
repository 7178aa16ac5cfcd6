"""An answer carried over: from the item before, from one that is named, or from last year.

A colour is carried over only with a yes to what it was; words, once they are said to be the
same, are taken at once, and it is said where they come from.
"""

from __future__ import annotations

from typing import Final

from mtcoach.coach.asides import finding
from mtcoach.coach.asides.pointing import note_before
from mtcoach.coach.items.held import items_closed
from mtcoach.coach.items.likeness import Like, alike
from mtcoach.coach.lookback import month, stood
from mtcoach.coach.moves import Moves, label_of, numbered, run_together, shortened, word_of
from mtcoach.questions.models import Colour, Item
from mtcoach.transcript.events import Noted, Rated, StepNoted
from mtcoach.transcript.record import Answer
from mtcoach.transcript.sayings import Choice, Position

EARLIER: Final = "earlier"
"""What a position is about where last year's answer is meant; else it is an item's id."""


def pointed_at(moves: Moves, position: Position, said: str) -> Position | None:
    """Where a reply leads that gives a colour by pointing at one.

    None where it points at none; if it meant to, that is said.
    """
    like = alike(said)
    item = moves.library.items[position.item or ""]
    about = source(moves, item, like) if like else None
    if about:
        return position.model_copy(update={"step": "carry", "about": about})
    if like and like.what != "named":
        last_year = like.what in ("year", "time", "unchanged")
        moves.say("carry_no_year" if last_year else "carry_nothing", items_closed(moves.record))
    return None


def source(moves: Moves, item: Item, like: Like) -> str | None:
    """Whose colour `like` means at `item`: an item's id, or `EARLIER`; None where there is none.

    Where last year's answer was shown with the question, "same as before" means that.
    """
    shown = moves.earlier is not None and stood(moves.earlier.record, item)
    last_year = EARLIER if shown and _answer(moves, item, EARLIER).rating else None
    match like.what:
        case "year" | "unchanged":
            return last_year
        case "time":
            return last_year or _before(moves, item)
        case "before":
            return last_year or _before(moves, item)
        case "last":
            return _before(moves, item)
        case "named":
            found = finding.find_item(moves, like.target)
            rated = [name for name in found if moves.record.answer(name).rating]
            return rated[0] if len(found) == 1 and rated and rated[0] != item.id else None


def ask(moves: Moves, item: Item, about: str) -> list[Choice]:
    """Says what the answer was, colour and note, and asks whether it holds here."""
    answer = _answer(moves, item, about)
    moves.say(
        "ask_carry_year" if about == EARLIER else "ask_carry",
        items_closed(moves.record),
        label="" if about == EARLIER else label_of(moves.wording, moves.library.items[about]),
        when=month(moves),
        rating=word_of(moves.library, answer.rating) if answer.rating else "",
        quoted=f", “{shortened(run_together(n.text for n in answer.notes))}”"
        if answer.notes
        else "",
    )
    labels = [moves.wording.say("choice_carry"), moves.wording.say("choice_afresh")]
    return numbered(labels, ["yes", "no, ask me afresh"])


def take(moves: Moves, item: Item, about: str) -> None:
    """Keeps the colour and the notes of the answer that was pointed at as this item's own."""
    answer = _answer(moves, item, about)
    if answer.rating:
        moves.decide(Rated(item=item.id, rating=answer.rating, how="stated"))
    for note in answer.notes:
        origin = note.origin if about == EARLIER else note.origin or about
        moves.decide(Noted(item=item.id, text=note.text, origin=origin))


def rating_of(moves: Moves, item: Item, about: str) -> Colour | None:
    """The colour of the answer that was pointed at."""
    return _answer(moves, item, about).rating


def points(moves: Moves, like: Like | None) -> bool:
    """Whether words can be meant: "no change" is an answer, and what is named must be a "
    "question."""
    if like is None or like.what == "unchanged":
        return False
    return like.what != "named" or len(finding.find_item(moves, like.target)) == 1


def take_words(moves: Moves, item: Item, like: Like, kind: str) -> bool:
    """Takes the words that a reply points at, as a note or a step; whether there were any."""
    if like.what == "year":
        return _take_last_years(moves, item, kind)
    found = finding.find_item(moves, like.target) if like.what == "named" else []
    before = note_before(moves.record, item.id, kind, found)
    if before is None or (like.what == "named" and len(found) != 1):
        return False
    origin, note = before
    if kind == "step":
        moves.decide(StepNoted(item=item.id, text=note.text, suggested=note.suggested))
    else:
        moves.decide(Noted(item=item.id, text=note.text, origin=origin))
    moves.say("as_before_note", topic=moves.library.items[origin].topic)
    return True


def _take_last_years(moves: Moves, item: Item, kind: str) -> bool:
    answer = _answer(moves, item, EARLIER)
    words = answer.steps if kind == "step" else answer.notes
    for word in words:
        made = StepNoted if kind == "step" else Noted
        moves.decide(made(item=item.id, text=word.text))
    if words:
        text = shortened(run_together(word.text for word in words))
        moves.say("as_last_year", when=month(moves), text=text)
    return bool(words)


def _answer(moves: Moves, item: Item, about: str) -> Answer:
    if about != EARLIER:
        return moves.record.answer(about)
    return moves.earlier.record.answer(item.id) if moves.earlier else Answer(item.id)


def _before(moves: Moves, item: Item) -> str | None:
    """The item that was given a colour last, apart from this one."""
    rated = [
        answer
        for name, answer in moves.record.answers.items()
        if name != item.id and name in moves.library.items and answer.rating
    ]
    return max(rated, key=lambda answer: answer.events[-1]).item if rated else None
