"""Hearing a reply to an item: what is kept of it, and where it leads."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from mtcoach.coach import path
from mtcoach.coach.asides import assent
from mtcoach.coach.items import carrying, stepping
from mtcoach.coach.items.advancing import advance, at, raised, terse
from mtcoach.coach.items.asking import colours_of, element_of
from mtcoach.coach.items.course import COLOUR_ASKED
from mtcoach.coach.items.held import (
    items_closed,
    keep_words,
    own_up,
    rate,
    say_recorded,
)
from mtcoach.coach.items.likeness import Like, alike
from mtcoach.coach.moves import Moves, shortened, word_of
from mtcoach.coach.reading import Reading
from mtcoach.coach.replies.steps import beside_colour, opens_with_colour
from mtcoach.coach.replies.understanding import read
from mtcoach.coach.words.lexicon import bare
from mtcoach.coach.words.text import fold
from mtcoach.questions.models import Element, Item
from mtcoach.transcript.events import (
    GapNoted,
    Noted,
    Offered,
    Rated,
    StepNoted,
)
from mtcoach.transcript.sayings import Position


def hear(moves: Moves, position: Position, reading: Reading) -> Position | None:
    """Takes a reply to an item's step; commands were dealt with before."""
    item = moves.library.items[position.item or ""]
    if reading.options and position.step in ("rate", "which", "amend", "challenge"):
        keep_words(moves, item, reading)
        return at(item, "which", about=",".join(reading.options))
    if position.step in ("evidence", "probe", "next_step"):
        like = alike(reading.text)
        if like and carrying.points(moves, like):
            return _hear_as_before(moves, position, item, like)
    match position.step:
        case "rate" | "which":
            return _hear_rating(moves, position, item, reading)
        case "evidence" | "probe":
            return _hear_evidence(moves, position, item, reading)
        case "challenge":
            return _hear_challenge(moves, position, item, reading)
        case "next_step":
            return stepping.hear(moves, position, item, reading)
        case "amend":
            return _hear_amend(moves, item, reading)
        case "carry":
            return _hear_carry(moves, position, item, reading)
        case "offer":
            return _hear_offer(moves, position, item, reading)
        case "offer_note":
            return _hear_note_offer(moves, position, item, reading)
        case _:
            raise ValueError(f"an item has no step {position.step!r}")


def _hear_rating(moves: Moves, position: Position, item: Item, reading: Reading) -> Position | None:
    if reading.intent == "unsure":
        keep_words(moves, item, reading)
        return unknown(moves, item)
    empty = reading.rating is None and not (reading.evidence or reading.next_step)
    if empty and not (position.asked or _said_unclear(moves)):
        moves.say("unclear")
        return None
    like = alike(reading.evidence or beside_colour(reading.text)) if reading.stated else None
    if like and carrying.points(moves, like):
        carrying.take_words(moves, item, like, "note")
        reading = replace(reading, evidence=None)
    elif reading.stated and not reading.evidence and not reading.next_step and terse(moves, item):
        # It was promised that a few words after a colour are kept.
        words = beside_colour(reading.text) if opens_with_colour(reading.text) else ""
        reading = replace(reading, evidence=None if bare(fold(words)) else words)
    _keep(moves, item, reading)
    # The colour may have been given beside a question: "amber then. Is that fair?"
    rated = moves.record.answer(item.id).rating
    if rated is None and position.asked >= COLOUR_ASKED:
        moves.say("colour_open", number=item.number)
        moves.close(item.id, "skipped")
        return path.onwards(moves.record, moves.library, item.id)
    if rated is None:
        told = "beside" if reading.next_step else "plain" if empty else "again"
        return at(item, "rate", about=told, asked=position.asked + 1)
    if moves.record.answer(item.id).how == "inferred":
        moves.say("heard_as", items_closed(moves.record), colour=word_of(moves.library, rated))
    if reading.evidence:
        own_up(moves, item)
    # Words kept while the colour was still open are the evidence that was asked for.
    return advance(moves, item, "rate")


def _said_unclear(moves: Moves) -> bool:
    """Whether the coach has just said that it heard nothing to hold on to."""
    return any(moves.just_said(said) for said in moves.wording.every("unclear"))


def _hear_evidence(
    moves: Moves, position: Position, item: Item, reading: Reading
) -> Position | None:
    if _ENOUGH.match(reading.text):
        return advance(moves, item, "probe", position)
    if reading.intent == "unsure" or (reading.intent == "answer" and _not_known(reading)):
        about = position.about if position.step == "probe" else "source"
        if reading.evidence and len(reading.evidence.split()) > 6:
            moves.decide(Noted(item=item.id, text=reading.evidence))
        moves.decide(GapNoted(item=item.id, element=element_of(about)))
        moves.say("gap_recorded", items_closed(moves.record))
        return advance(moves, item, "probe", position)
    before = moves.record.answer(item.id)
    _keep(moves, item, reading)
    if moves.record.answer(item.id).notes != before.notes:
        own_up(moves, item)
        return advance(moves, item, "evidence", position)
    if reading.next_step and position.about != "beside":
        # It tells what will be, and how it is was asked.
        missing = at(item, "evidence", about="beside")
        return missing if not before.notes else advance(moves, item, "evidence", position)
    # Somebody who says the colour again has nothing to add, and no step in mind either.
    again = reading.rating is not None and reading.rating == before.rating
    colours_only = again and position.step == "evidence" and not before.notes
    return advance(moves, item, "next_step" if colours_only else "probe", position)


_ENOUGH: Final = re.compile(
    r"^\W*(?:(?:no|naw|nah|nope|sorry|ok|eh|well|och|i think|just|and|aye|right)\W+)*"
    r"(?:that'?s (?:it|all|me|everything|the lot|about it|about all)|nothing (?:more|else)|no more|"
    r"that'?ll do|that is all)"
    r"(?:\W+(?:i|we|have|have got|got|hae|'ve|there is|really|for now|the noo|to add|to say|"
    r"thanks|know|"
    r"can say|ken|is|on that|on this))*\W*$",
    re.IGNORECASE,
)
"""That there is no more to say, which is not that it is not known."""


def _not_known(reading: Reading) -> bool:
    return reading.text.strip().lower().rstrip(".!") == "we don't know yet"


_OWNED: Final[Mapping[str, Element]] = {
    "green_thin": "source",
    "green_no_impact": "impact",
    "green_low": "source",
}
"""What is owned not to be known when a challenge is met with "no idea"."""
A_NOTE: Final = 4
"""From so many words on, not knowing is worth keeping in its own words, too."""


def _hear_challenge(
    moves: Moves, position: Position, item: Item, reading: Reading
) -> Position | None:
    before = moves.record.answer(item.id)
    if reading.intent == "unsure" and position.about in _OWNED:
        if len(reading.text.split()) >= A_NOTE:
            moves.decide(Noted(item=item.id, text=reading.text.strip()))
        moves.decide(GapNoted(item=item.id, element=_OWNED[position.about]))
        moves.say("gap_recorded", items_closed(moves.record))
        return advance(moves, item, "challenge", position)
    if (reading.evidence or reading.next_step) and not assent.leave(reading.text):
        keep_words(moves, item, reading)
    elif reading.rating:
        rate(moves, item, reading)
    after = moves.record.answer(item.id)
    if position.about.partition(":")[0] in ("proportion", "absolute", "pasted"):
        if after == before:
            moves.say("left_as_typed")
    elif after.rating == before.rating:
        colour = word_of(moves.library, before.rating or "amber")
        moves.say("kept", items_closed(moves.record), colour=colour)
    return advance(moves, item, "challenge", position)


def _hear_as_before(moves: Moves, position: Position, item: Item, like: Like) -> Position | None:
    """ "Same as before", "same as 1": the words are taken over from where they were said."""
    step = position.step == "next_step"
    if not carrying.take_words(moves, item, like, "step" if step else "note"):
        moves.say("as_before_none")
        return None
    return advance(moves, item, position.step if step else "evidence", position)


def _hear_carry(moves: Moves, position: Position, item: Item, reading: Reading) -> Position | None:
    """A yes takes the answer that was pointed at; anything else is an answer of its own."""
    afresh = at(item, "rate", about="afresh")
    if assent.no(reading.text):
        return afresh
    same = reading.rating == carrying.rating_of(moves, item, position.about)
    agreed = assent.yes(reading.text) or assent.leave(reading.text) or alike(reading.text)
    if (reading.stated and not same) or not (agreed or (reading.stated and not reading.evidence)):
        return _hear_rating(moves, afresh, item, reading)
    carrying.take(moves, item, position.about)
    return advance(moves, item, "challenge")


def _hear_amend(moves: Moves, item: Item, reading: Reading) -> Position | None:
    if assent.leave(reading.text):
        moves.say("left")
        if moves.record.answer(item.id).closed:
            return path.onwards(moves.record, moves.library, item.id)
        return advance(moves, item, "rate")
    if reading.intent == "unsure" and not reading.evidence:
        return unknown(moves, item)
    if not (reading.rating or reading.evidence or reading.next_step):
        moves.say("unclear")
        return None
    before = moves.record.answer(item.id)
    keep_words(moves, item, reading)
    if moves.record.answer(item.id).rating is None:
        return at(item, "rate", about="again")
    return raised(moves, before) or advance(moves, item, "next_step")


def _hear_offer(moves: Moves, position: Position, item: Item, reading: Reading) -> Position | None:
    if not assent.yes(reading.text):
        afresh = at(item, "rate", about="afresh")
        # Anything but yes or no is already an answer to the item itself.
        return afresh if assent.no(reading.text) else _hear_rating(moves, afresh, item, reading)
    earlier = moves.record.answer(position.about)
    if earlier.rating:
        moves.decide(Rated(item=item.id, rating=earlier.rating, how=earlier.how or "stated"))
    for note in earlier.notes:
        moves.decide(Noted(item=item.id, text=note.text, origin=earlier.item))
    for step in earlier.steps:
        moves.decide(StepNoted(item=item.id, text=step.text, suggested=step.suggested))
    moves.close(item.id, "answered")
    rating = word_of(moves.library, earlier.rating) if earlier.rating else ""
    moves.say("used", topic=item.topic, rating=rating)
    return path.onwards(moves.record, moves.library, item.id)


def _hear_note_offer(
    moves: Moves, position: Position, item: Item, reading: Reading
) -> Position | None:
    origin, _, seq = position.about.partition(":")
    accepted = assent.yes(reading.text) or reading.text.strip().lower() in _USED
    moves.decide(Offered(item=item.id, origin=origin, accepted=accepted))
    if not accepted:
        if assent.no(reading.text):
            return at(item, "rate", about="afresh")
        return _hear_rating(moves, at(item, "rate", about="afresh"), item, reading)
    for note in moves.record.answer(origin).notes:
        if note.seq == int(seq):
            moves.decide(Noted(item=item.id, text=note.text, origin=origin))
    return at(item, "rate", about="again", asked=1)


_USED = frozenset({"use it", "use it here", "use it too", "use that"})


_CALLED_STEP: Final = re.compile(r"\b(?:next|nxt) steps?\b", re.IGNORECASE)
"""Words by which a leader calls a step one: then it is enough that it is recorded."""


def _keep(moves: Moves, item: Item, reading: Reading) -> None:
    """Keeps a reply's words; a next step that nobody asked for yet is said back as one."""
    keep_words(moves, item, reading)
    if reading.next_step and not _CALLED_STEP.search(reading.text):
        text = shortened(reading.next_step, 160)
        moves.say("step_heard", items_closed(moves.record), text=text)


def unknown(moves: Moves, item: Item) -> Position:
    """Closes the item as not known yet, which is a finding."""
    moves.say("unknown_recorded", items_closed(moves.record))
    moves.close(item.id, "unknown")
    return path.onwards(moves.record, moves.library, item.id)


def amended(moves: Moves, item: Item, reading: Reading) -> Position | None:
    """Takes an amendment that came with its own colour or words ("change 5 to amber").

    Returns the question that the change raises, if it raises one.
    """
    before = moves.record.answer(item.id)
    keep_words(moves, item, reading)
    answer = moves.record.answer(item.id)
    if answer.rating:
        moves.close(item.id, "answered")
    if doubt := raised(moves, before):
        return doubt
    say_recorded(moves, item)
    return None


def read_at(position: Position, text: str, item: Item | None) -> Reading:
    """The reply, read in the light of what was asked."""
    steps = {"offer": "rate", "offer_note": "rate", "carry": "rate", "challenge": "amend"}
    options = tuple(colours_of(position.about)) if position.step == "which" else ()
    return read(text, step=steps.get(position.step, position.step), item=item, options=options)
