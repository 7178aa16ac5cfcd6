"""Hearing a reply to an item: what is kept of it, and where it leads."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from mtcoach.coach import assent, carrying, doubts, path
from mtcoach.coach.asking import colours_of, element_of
from mtcoach.coach.course import COLOUR_ASKED, TERSE_AFTER, Course, bare_run, due
from mtcoach.coach.held import (
    items_closed,
    keep_words,
    own_up,
    rate,
    say_recorded,
)
from mtcoach.coach.likeness import Like, alike
from mtcoach.coach.moves import Moves, shortened, word_of
from mtcoach.coach.notes.evidence import absence, judge
from mtcoach.coach.notes.proportions import mismatch
from mtcoach.coach.pointing import both
from mtcoach.coach.reading import Reading
from mtcoach.coach.replies.steps import beside_colour, gives_reason, opens_with_colour, planned
from mtcoach.coach.replies.understanding import read
from mtcoach.coach.words.lexicon import bare
from mtcoach.coach.words.text import fold
from mtcoach.questions.models import COLOURS, Element, Item
from mtcoach.transcript.events import (
    GapNoted,
    Noted,
    Offered,
    Rated,
    StepNoted,
)
from mtcoach.transcript.record import Answer
from mtcoach.transcript.sayings import Position


def hear(moves: Moves, position: Position, reading: Reading) -> Position | None:
    """Takes a reply to an item's step; commands were dealt with before."""
    item = moves.library.items[position.item or ""]
    if reading.options and position.step in ("rate", "which", "amend", "challenge"):
        keep_words(moves, item, reading)
        return _at(item, "which", about=",".join(reading.options))
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
            return _hear_next_step(moves, position, item, reading)
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
    elif reading.stated and not reading.evidence and not reading.next_step and _terse(moves, item):
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
        return _at(item, "rate", about=told, asked=position.asked + 1)
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
        missing = _at(item, "evidence", about="beside")
        return missing if not before.notes else advance(moves, item, "evidence", position)
    # Somebody who says the colour again has nothing to add, and no step in mind either.
    again = reading.rating is not None and reading.rating == before.rating
    colours_only = again and position.step == "evidence" and not before.notes
    return advance(moves, item, "next_step" if colours_only else "probe", position)


_ENOUGH: Final = re.compile(
    r"^\W*(?:(?:no|naw|nah|nope|sorry|ok|eh|well|och|i think|just|and|aye|right)\W+)*"
    r"(?:that'?s (?:it|all|me|everything|the lot|about it|about all)|nothing (?:more|else)|no more|"
    r"that'?ll do|that is all)"
    r"(?:\W+(?:i|we|have|have got|got|hae|'ve|there is|really|for now|the noo|to add|to say|thanks|know|"
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


def _hear_next_step(
    moves: Moves, position: Position, item: Item, reading: Reading
) -> Position | None:
    text = reading.text.strip()
    suggested = {known.do for colour in COLOURS for known in item.next_steps.at(colour)}
    if both(text):
        for choice in moves.record.choices:
            if choice.says in suggested:
                moves.decide(StepNoted(item=item.id, text=choice.says, suggested=True))
    elif text in suggested:
        moves.decide(StepNoted(item=item.id, text=text, suggested=True))
    elif coloured := coloured_step(item, text):
        return _hear_second_thought(moves, position, item, coloured)
    elif reading.intent == "unsure" and absence(text):
        # What has not been looked at is no step; it is a finding.
        moves.decide(Noted(item=item.id, text=text))
        own_up(moves, item)
    elif not _no_step(text):
        keep_words(moves, item, reading)
    return advance(moves, item, "next_step", position)


A_REASON: Final = 3
"""From so many words on, what stands beside a colour is why, unless it is about the speaker."""


def coloured_step(item: Item, text: str) -> Reading | None:
    """A reply to "what next?" that opens with a colour: the colour, and a step or a reason."""
    told = read(text, step="rate", item=item)
    if told.stated and told.next_step and told.evidence:
        return told
    if not told.stated or told.options or not opens_with_colour(text):
        return None
    rest = beside_colour(text)
    if told.next_step:
        return told
    if planned(rest):
        return replace(told, evidence=None, next_step=rest)
    about_us = len(rest.split()) >= A_REASON and not rest.lower().startswith(("i ", "i'"))
    reason = rest if told.evidence or gives_reason(text) or about_us else ""
    return replace(told, evidence=reason or None)


def _hear_second_thought(
    moves: Moves, position: Position, item: Item, reading: Reading
) -> Position | None:
    """A colour where a next step was asked for is a second thought; the step is still asked."""
    before = moves.record.answer(item.id).rating
    keep_words(moves, item, reading)
    if reading.rating == before and not reading.evidence:
        return advance(moves, item, "next_step", position)  # said again: there is nothing to add
    if reading.rating != before and not reading.next_step:
        colour = word_of(moves.library, reading.rating or "amber")
        why = moves.wording.say("second_thought_why") if reading.evidence else ""
        named = {"colour": colour, "Colour": colour.capitalize()}
        moves.say("second_thought", items_closed(moves.record), **named, extra=why)
    return advance(moves, item, "probe", position)


_REFUSED: Final = re.compile(
    r"^\W*(?:no|naw|nah|nope|none|nothing|forget (?:it|that)|leave (?:it|that)|n/?a|never ?mind"
    r"|not (?:yet|now|sure)|nobody knows)\b"
    r"|^\W*(?:finish(?:ed)?|done|the end|carry on|that'?s (?:it|all|me))\W*$",
    re.IGNORECASE,
)
REFUSAL_WORDS: Final = 6
"""A reply that begins with a refusal and is no longer than this names no next step."""


def _no_step(text: str) -> bool:
    return bool(_REFUSED.match(text)) and len(text.split()) <= REFUSAL_WORDS


def _hear_as_before(moves: Moves, position: Position, item: Item, like: Like) -> Position | None:
    """ "Same as before", "same as 1": the words are taken over from where they were said."""
    step = position.step == "next_step"
    if not carrying.take_words(moves, item, like, "step" if step else "note"):
        moves.say("as_before_none")
        return None
    return advance(moves, item, position.step if step else "evidence", position)


def _hear_carry(moves: Moves, position: Position, item: Item, reading: Reading) -> Position | None:
    """A yes takes the answer that was pointed at; anything else is an answer of its own."""
    afresh = _at(item, "rate", about="afresh")
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
        return _at(item, "rate", about="again")
    return advance(moves, item, "probe" if _turned_green(moves, before) else "next_step")


def _turned_green(moves: Moves, before: Answer) -> bool:
    """Whether a colour became green while the words stayed: they may no longer bear it out."""
    now = moves.record.answer(before.item)
    return before.rating != now.rating == "green" and before.rating is not None


def _hear_offer(moves: Moves, position: Position, item: Item, reading: Reading) -> Position | None:
    if not assent.yes(reading.text):
        afresh = _at(item, "rate", about="afresh")
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
            return _at(item, "rate", about="afresh")
        return _hear_rating(moves, _at(item, "rate", about="afresh"), item, reading)
    for note in moves.record.answer(origin).notes:
        if note.seq == int(seq):
            moves.decide(Noted(item=item.id, text=note.text, origin=origin))
    return _at(item, "rate", about="again", asked=1)


_USED = frozenset({"use it", "use it here", "use it too", "use that"})


def _keep(moves: Moves, item: Item, reading: Reading) -> None:
    """Keeps a reply's words; a next step that nobody asked for yet is said back as one."""
    keep_words(moves, item, reading)
    if reading.next_step:
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
    if _turned_green(moves, before) and (doubt := due(_course(moves, item, "probe"))):
        return doubt
    say_recorded(moves, item)
    return None


def advance(moves: Moves, item: Item, after: str, position: Position | None = None) -> Position:
    """The next thing worth asking about this item after a stage; else the item is closed.

    `position` is the one that was heard, where it was on this item.
    """
    following = due(_course(moves, item, after, position))
    return following or _closed(moves, item)


def _terse(moves: Moves, item: Item) -> bool:
    """Whether the coach takes colours as they come, and asks for no more."""
    return bare_run(moves.record, item.id) >= TERSE_AFTER


def _course(moves: Moves, item: Item, after: str, position: Position | None = None) -> Course:
    """The item in mid-exchange, `after` a stage."""
    answer = moves.record.answer(item.id)
    found = judge(answer.evidence) if answer.notes else None
    return Course(
        answer=answer,
        found=found,
        after=after,
        asked=position.asked if position else 0,
        tried=position.about if position and position.step == "probe" else "",
        terse=_terse(moves, item),
        quick=moves.record.route == "quick",
        misfit=mismatch(answer.evidence, moves.library.framework.proportions) is not None,
        absolute=doubts.absolute(answer.evidence, found) if found else "",
        pasted=doubts.pasted(moves.record, item.id),
        counted=doubts.counted(answer.evidence),
        unhelped=doubts.unhelped(moves.record),
        settled=doubts.stood_by(moves.record) >= doubts.STOOD_BY,
    )


def resumed(moves: Moves, position: Position) -> Position:
    """Where an item that was left in mid-exchange goes on: its colour is not asked again."""
    answer = moves.record.answer(position.item or "")
    if position.step != "rate" or position.about or answer.rating is None or answer.closed:
        return position
    return advance(moves, moves.library.items[answer.item], "rate")


def _closed(moves: Moves, item: Item) -> Position:
    say_recorded(moves, item)
    moves.close(item.id, "answered")
    if bare_run(moves.record) == TERSE_AFTER and not moves.record.answer(item.id).notes:
        moves.say("terse")
    return path.onwards(moves.record, moves.library, item.id)


def _at(item: Item, step: str, asked: int = 0, about: str = "") -> Position:
    return Position(phase="items", item=item.id, step=step, asked=asked, about=about)


def read_at(position: Position, text: str, item: Item | None) -> Reading:
    """The reply, read in the light of what was asked."""
    steps = {"offer": "rate", "offer_note": "rate", "carry": "rate", "challenge": "amend"}
    options = tuple(colours_of(position.about)) if position.step == "which" else ()
    return read(text, step=steps.get(position.step, position.step), item=item, options=options)
