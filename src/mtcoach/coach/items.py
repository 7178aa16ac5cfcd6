"""Hearing a reply to an item: what is kept of it, and where it leads."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from mtcoach.coach import assent, doubts, finding, path
from mtcoach.coach.asking import colours_of, element_of
from mtcoach.coach.course import COLOUR_ASKED, TERSE_AFTER, Course, bare_run, due
from mtcoach.coach.held import (
    items_closed,
    keep_words,
    own_up,
    rate,
    say_recorded,
)
from mtcoach.coach.moves import Moves, word_of
from mtcoach.coach.notes.evidence import absence, judge
from mtcoach.coach.notes.proportions import mismatch
from mtcoach.coach.pointing import as_before, note_before, same_as
from mtcoach.coach.reading import Reading
from mtcoach.coach.replies.understanding import read
from mtcoach.questions.models import COLOURS, Element, Item
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
        return _at(item, "which", about=",".join(reading.options))
    if position.step in ("evidence", "probe", "next_step"):
        like = same_as(reading.text)
        found = finding.find_item(moves, like) if like else []
        if as_before(reading.text) or len(found) == 1:
            return _hear_as_before(moves, position, item, found)
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
    keep_words(moves, item, reading)
    # The colour may have been given beside a question: "amber then. Is that fair?"
    rated = moves.record.answer(item.id).rating
    if rated is None and position.asked >= COLOUR_ASKED:
        moves.say("colour_open", number=item.number)
        moves.close(item.id, "skipped")
        return path.onwards(moves.record, moves.library, item.id)
    if rated is None:
        return _at(item, "rate", about="again", asked=position.asked + 1)
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
    if reading.intent == "unsure" or (reading.intent == "answer" and _not_known(reading)):
        about = position.about if position.step == "probe" else "source"
        if reading.evidence and len(reading.evidence.split()) > 6:
            moves.decide(Noted(item=item.id, text=reading.evidence))
        moves.decide(GapNoted(item=item.id, element=element_of(about)))
        moves.say("gap_recorded", items_closed(moves.record))
        return advance(moves, item, "probe", position)
    before = moves.record.answer(item.id)
    keep_words(moves, item, reading)
    if moves.record.answer(item.id).notes != before.notes:
        own_up(moves, item)
        return advance(moves, item, "evidence", position)
    # Somebody who says the colour again has nothing to add, and no step in mind either.
    again = reading.rating is not None and reading.rating == before.rating
    colours_only = again and position.step == "evidence" and not before.notes
    return advance(moves, item, "next_step" if colours_only else "probe", position)


def _not_known(reading: Reading) -> bool:
    return reading.text.strip().lower().rstrip(".!") == "we don't know yet"


_OWNED: Final[Mapping[str, Element]] = {"green_thin": "source", "green_no_impact": "impact"}
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
    if text in suggested:
        moves.decide(StepNoted(item=item.id, text=text, suggested=True))
    elif reading.intent == "unsure" and absence(text):
        # What has not been looked at is no step; it is a finding.
        moves.decide(Noted(item=item.id, text=text))
        own_up(moves, item)
    elif not _no_step(text):
        # A colour here is a second thought about the rating, and no step.
        keep_words(moves, item, reading)
    return advance(moves, item, "next_step", position)


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


def _hear_as_before(
    moves: Moves, position: Position, item: Item, like: Sequence[str]
) -> Position | None:
    """ "Same as before", "same as 1": the words are taken over from where they were said."""
    step = position.step == "next_step"
    before = note_before(moves.record, item.id, "step" if step else "note", like)
    if before is None:
        moves.say("as_before_none")
        return None
    origin, note = before
    if step:
        moves.decide(StepNoted(item=item.id, text=note.text, suggested=note.suggested))
    else:
        moves.decide(Noted(item=item.id, text=note.text, origin=origin))
    moves.say("as_before_note", topic=moves.library.items[origin].topic)
    return advance(moves, item, position.step if step else "evidence", position)


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
    keep_words(moves, item, reading)
    if moves.record.answer(item.id).rating is None:
        return _at(item, "rate", about="again")
    return advance(moves, item, "next_step")


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


def unknown(moves: Moves, item: Item) -> Position:
    """Closes the item as not known yet, which is a finding."""
    moves.say("unknown_recorded", items_closed(moves.record))
    moves.close(item.id, "unknown")
    return path.onwards(moves.record, moves.library, item.id)


def amended(moves: Moves, item: Item, reading: Reading) -> None:
    """Takes an amendment that came with its own colour or words ("change 5 to amber")."""
    keep_words(moves, item, reading)
    answer = moves.record.answer(item.id)
    if answer.rating:
        moves.close(item.id, "answered")
    say_recorded(moves, item)


def advance(moves: Moves, item: Item, after: str, position: Position | None = None) -> Position:
    """The next thing worth asking about this item after a stage; else the item is closed.

    `position` is the one that was heard, where it was on this item.
    """
    answer = moves.record.answer(item.id)
    found = judge(answer.evidence) if answer.notes else None
    course = Course(
        answer=answer,
        found=found,
        after=after,
        asked=position.asked if position else 0,
        tried=position.about if position and position.step == "probe" else "",
        terse=bare_run(moves.record, item.id) >= TERSE_AFTER,
        quick=moves.record.route == "quick",
        misfit=mismatch(answer.evidence, moves.library.framework.proportions) is not None,
        absolute=doubts.absolute(answer.evidence, found) if found else "",
        pasted=doubts.pasted(moves.record, item.id),
        counted=doubts.counted(answer.evidence),
        unhelped=doubts.unhelped(moves.record),
        settled=doubts.stood_by(moves.record) >= doubts.STOOD_BY,
    )
    following = due(course)
    if following is None:
        return _closed(moves, item)
    return following


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
    steps = {"offer": "rate", "offer_note": "rate", "challenge": "amend"}
    options = tuple(colours_of(position.about)) if position.step == "which" else ()
    return read(text, step=steps.get(position.step, position.step), item=item, options=options)
