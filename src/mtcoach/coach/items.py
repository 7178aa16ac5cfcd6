"""One item of the conversation: rating, evidence, probes, challenge, next step.

`STAGES` is the order of a full exchange. After each reply `advance` takes the
next stage that still has something to ask, so a reply that carries everything
closes the item at once, and somebody who types only colours is left in peace.
"""

from __future__ import annotations

from typing import Final

from mtcoach.coach import assent, path
from mtcoach.coach.asking import colours_of, element_of
from mtcoach.coach.evidence import judge
from mtcoach.coach.held import (
    bare_run,
    items_closed,
    keep_words,
    name_elements,
    rate,
    say_recorded,
)
from mtcoach.coach.moves import Moves, word_of
from mtcoach.coach.reading import Judgement, Reading
from mtcoach.coach.understanding import read
from mtcoach.questions.models import COLOURS, Colour, Item
from mtcoach.transcript.events import GapNoted, Noted, Position, Rated, StepNoted
from mtcoach.transcript.record import Answer, Record

STAGES: Final = ("rate", "evidence", "probe", "challenge", "next_step")
PROBES: Final = {"thin": 2, "some": 1, "strong": 0}
"""How many probes a note of each strength is worth; never more than two an item."""
COLOUR_ASKED: Final = 2
"""How often the coach asks for a colour, when it is given words alone, before it goes on."""
TERSE_AFTER: Final = 2
"""After this many colours in a row without a word, the coach stops asking for more."""


def hear(moves: Moves, position: Position, reading: Reading) -> Position | None:
    """Takes a reply to an item's step; commands were dealt with before."""
    item = moves.library.items[position.item or ""]
    if reading.options and position.step in ("rate", "which", "amend", "challenge"):
        keep_words(moves, item, reading)
        return _at(item, "which", about=",".join(reading.options))
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
        case _:
            raise ValueError(f"an item has no step {position.step!r}")


def _hear_rating(moves: Moves, position: Position, item: Item, reading: Reading) -> Position | None:
    if reading.intent == "unsure":
        keep_words(moves, item, reading)
        return unknown(moves, item)
    if reading.rating is None and not (reading.evidence or reading.next_step):
        moves.say("unclear")
        return None
    keep_words(moves, item, reading)
    if reading.rating is None and position.asked >= COLOUR_ASKED:
        moves.say("colour_open", number=item.number)
        moves.close(item.id, "skipped")
        return path.onwards(moves.record, moves.library, item.id)
    if reading.rating is None:
        return _at(item, "rate", about="again", asked=position.asked + 1)
    # Words kept while the colour was still open are the evidence that was asked for.
    return advance(moves, item, "rate")


def _hear_evidence(
    moves: Moves, position: Position, item: Item, reading: Reading
) -> Position | None:
    if reading.intent == "unsure" or (reading.intent == "answer" and _not_known(reading)):
        about = position.about if position.step == "probe" else "source"
        if reading.evidence and len(reading.evidence.split()) > 6:
            moves.decide(Noted(item=item.id, text=reading.evidence))
        moves.decide(GapNoted(item=item.id, element=element_of(about)))
        moves.say("gap_recorded", items_closed(moves.record))
        return advance(moves, item, "probe", asked=position.asked)
    before = moves.record.answer(item.id)
    keep_words(moves, item, reading)
    if moves.record.answer(item.id).notes == before.notes:
        return advance(moves, item, "probe", asked=position.asked)
    return advance(moves, item, "evidence", asked=position.asked)


def _not_known(reading: Reading) -> bool:
    return reading.text.strip().lower().rstrip(".!") == "we don't know yet"


def _hear_challenge(
    moves: Moves, position: Position, item: Item, reading: Reading
) -> Position | None:
    before = moves.record.answer(item.id)
    if reading.evidence and not assent.leave(reading.text):
        keep_words(moves, item, reading)
    elif reading.rating:
        rate(moves, item, reading)
    if moves.record.answer(item.id).rating == before.rating:
        colour = word_of(moves.library, before.rating or "amber")
        moves.say("kept", items_closed(moves.record), colour=colour)
    return advance(moves, item, "challenge", asked=position.asked)


def _hear_next_step(
    moves: Moves, position: Position, item: Item, reading: Reading
) -> Position | None:
    text = reading.text.strip()
    suggested = {known.do for colour in COLOURS for known in item.next_steps.at(colour)}
    if text in suggested:
        moves.decide(StepNoted(item=item.id, text=text, suggested=True))
    else:
        # A colour here is a second thought about the rating, and no step.
        keep_words(moves, item, reading)
    return advance(moves, item, "next_step", asked=position.asked)


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


def advance(moves: Moves, item: Item, after: str, asked: int = 0) -> Position:
    """The next stage of this item that has something to ask, else the item is closed."""
    answer = moves.record.answer(item.id)
    found = judge(answer.evidence) if answer.notes else None
    terse = bare_run(moves.record, item.id) >= TERSE_AFTER
    for stage in STAGES[STAGES.index(after) :]:
        position = _due(moves.record, stage, after, item, answer, found, asked, terse)
        if position:
            if stage == "probe" and found and found.elements:
                name_elements(moves, found)
            return position
    say_recorded(moves, item)
    moves.close(item.id, "answered")
    if bare_run(moves.record) == TERSE_AFTER and not answer.notes:
        moves.say("terse")
    return path.onwards(moves.record, moves.library, item.id)


def _due(
    record: Record,
    stage: str,
    after: str,
    item: Item,
    answer: Answer,
    found: Judgement | None,
    asked: int,
    terse: bool,
) -> Position | None:
    """The position for `stage` if it is worth asking now."""
    passed = STAGES.index(stage) <= STAGES.index(after)
    if stage == "evidence" and not passed and not answer.notes and not terse:
        return _at(item, "evidence")
    # A probe may follow a probe; a declined one (`after` is probe) ends them.
    if stage == "probe" and after in ("rate", "evidence") and found:
        wanted = [element for element in found.missing if element not in answer.gaps]
        limit = (
            PROBES[found.strength] if record.route != "quick" else min(1, PROBES[found.strength])
        )
        if wanted and asked < limit:
            return _at(item, "probe", asked=asked + 1, about=wanted[0])
    if stage == "challenge" and not passed and found:
        doubt = disagreement(answer.rating, found)
        if doubt:
            return _at(item, "challenge", about=doubt)
    wants_step = answer.rating in ("red", "amber") and not answer.steps and not terse
    if stage == "next_step" and not passed and wants_step:
        return _at(item, "next_step")
    return None


def disagreement(rating: Colour | None, found: Judgement) -> str | None:
    """Where rating and evidence do not sit together, named as the wording names it."""
    if rating == "green" and found.strength == "thin":
        return "green_thin"
    if rating == "green" and "impact" not in found.elements and found.strength == "some":
        return "green_no_impact"
    if rating in ("red", "amber") and found.strength == "strong" and found.tone == "positive":
        return "low_strong"
    return None


def _at(item: Item, step: str, asked: int = 0, about: str = "") -> Position:
    return Position(phase="items", item=item.id, step=step, asked=asked, about=about)


def enter(moves: Moves, position: Position) -> Position:
    """Where an item really begins: with an offer, if its twin was answered in another bank."""
    item = moves.library.items.get(position.item or "")
    if item is None or position.step != "rate" or position.about:
        return position
    for twin in item.links.same:
        answer = moves.record.answer(twin)
        other_bank = moves.library.homes[twin] is not moves.library.homes[item.id]
        if other_bank and answer.status == "answered" and answer.rating:
            return _at(item, "offer", about=twin)
    return position


def read_at(position: Position, text: str, item: Item | None) -> Reading:
    """The reply, read in the light of what was asked."""
    steps = {"offer": "rate", "challenge": "amend"}
    options = tuple(colours_of(position.about)) if position.step == "which" else ()
    return read(text, step=steps.get(position.step, position.step), item=item, options=options)
