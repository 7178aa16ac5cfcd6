"""One item of the conversation: rating, evidence, probes, challenge, next step.

`STAGES` is the order of a full exchange. After each reply `advance` takes the
next stage that still has something to ask, so a reply that carries everything
closes the item at once, and somebody who types only colours is left in peace.
"""

from __future__ import annotations

from typing import Final

from mtcoach.coach import assent, path
from mtcoach.coach.evidence import judge
from mtcoach.coach.moves import Moves, label_of, numbered, shortened, word_of
from mtcoach.coach.reading import Judgement, Reading
from mtcoach.coach.understanding import read
from mtcoach.questions.models import COLOURS, ELEMENTS, Colour, Element, Item
from mtcoach.transcript.events import (
    Choice,
    GapNoted,
    Noted,
    Position,
    Question,
    Rated,
    Recorded,
    StepNoted,
)
from mtcoach.transcript.record import Answer, Record

STAGES: Final = ("rate", "evidence", "probe", "challenge", "next_step")
PROBES: Final = {"thin": 2, "some": 1, "strong": 0}
"""How many probes a note of each strength is worth; never more than two an item."""
TERSE_AFTER: Final = 2
"""After this many colours in a row without a word, the coach stops asking for more."""


# --- asking -----------------------------------------------------------------------


def ask(moves: Moves, position: Position) -> list[Choice]:
    """Puts the prompt of an item's step, and returns its quick replies."""
    item = moves.library.items[position.item or ""]
    answer = moves.record.answer(item.id)
    wording = moves.wording
    turn = _turn(moves.record)
    match position.step:
        case "rate":
            return _ask_rating(moves, position, item)
        case "which":
            colours = _colours(position.about)
            options = wording.joined([word_of(moves.library, c) for c in colours], "or")
            moves.say("ask_which", turn, options=options.capitalize())
            return numbered([word_of(moves.library, c).capitalize() for c in colours])
        case "evidence":
            moves.say(f"ask_evidence.{answer.rating or 'amber'}", turn)
            return _note_choices(moves, "choice_no_note")
        case "probe":
            moves.line(item.probes.asking_for(_element(position.about)))
            return numbered(
                [wording.say("choice_unknown"), wording.say("choice_enough")],
                ["We don't know yet", "skip"],
            )
        case "challenge":
            return _ask_challenge(moves, position, answer)
        case "next_step":
            return _ask_next_step(moves, item, answer)
        case "amend":
            moves.say("amend", turn, label=label_of(wording, item), state=state_of(moves, answer))
            return [
                *_colour_choices(moves),
                Choice(key="4", label=wording.say("choice_leave"), says="leave it"),
            ]
        case "offer":
            return _ask_offer(moves, position)
        case _:
            raise ValueError(f"an item has no step {position.step!r}")


def _ask_rating(moves: Moves, position: Position, item: Item) -> list[Choice]:
    wording, record = moves.wording, moves.record
    choices = [
        *_colour_choices(moves),
        Choice(key="4", label=wording.say("choice_unsure"), says="not sure"),
        Choice(key="5", label=wording.say("choice_skip"), says="skip"),
        Choice(key="6", label=wording.say("choice_good"), says=wording.say("choice_good")),
    ]
    if position.about == "again":
        moves.say("ask_colour_again", _turn(record))
        return choices
    items = path.known(record, moves.library)
    done = sum(record.answer(name).closed for name in items)
    moves.sayings.append(
        Question(
            item=item.id,
            label=label_of(wording, item),
            place=wording.say("item_place", done=done, total=len(items)),
            text=item.question,
            statement=wording.say("item_statement", statement=item.statement),
        )
    )
    return choices


def _colour_choices(moves: Moves) -> list[Choice]:
    return numbered([word_of(moves.library, colour).capitalize() for colour in COLOURS])


def _note_choices(moves: Moves, skip: str) -> list[Choice]:
    wording = moves.wording
    return numbered(
        [wording.say(skip), wording.say("choice_unknown"), wording.say("choice_evidence")],
        ["skip", "We don't know yet", wording.say("choice_evidence")],
    )


def _ask_challenge(moves: Moves, position: Position, answer: Answer) -> list[Choice]:
    colour = answer.rating or "amber"
    moves.say(
        f"challenge_{position.about}",
        _turn(moves.record),
        colour=word_of(moves.library, colour),
    )
    other: Colour = "green" if position.about == "low_strong" and colour == "amber" else "amber"
    return numbered(
        [
            moves.wording.say("choice_keep", colour=word_of(moves.library, colour)),
            moves.wording.say("choice_make", colour=word_of(moves.library, other)),
        ],
        ["keep it", word_of(moves.library, other)],
    )


def _ask_next_step(moves: Moves, item: Item, answer: Answer) -> list[Choice]:
    colour = answer.rating or "amber"
    moves.say(f"ask_next_step.{colour}", _turn(moves.record))
    steps = [step.do for step in item.next_steps.at(colour)][:3]
    return numbered([*steps, moves.wording.say("choice_no_step")], [*steps, "skip"])


def _ask_offer(moves: Moves, position: Position) -> list[Choice]:
    earlier = moves.library.items[position.about]
    answer = moves.record.answer(earlier.id)
    moves.say(
        "ask_offer",
        label=label_of(moves.wording, earlier),
        rating=word_of(moves.library, answer.rating) if answer.rating else "",
        quoted=f", “{shortened(answer.evidence)}”" if answer.notes else "",
    )
    return numbered(
        [moves.wording.say("choice_use"), moves.wording.say("choice_afresh")],
        ["yes", "no, ask me afresh"],
    )


# --- hearing ----------------------------------------------------------------------


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
    if reading.rating is None:
        return _at(item, "rate", about="again")
    # Words kept while the colour was still open are the evidence that was asked for.
    return advance(moves, item, "rate", asked=position.asked)


def _hear_evidence(
    moves: Moves, position: Position, item: Item, reading: Reading
) -> Position | None:
    if reading.intent == "unsure" or (reading.intent == "answer" and _not_known(reading)):
        about = position.about if position.step == "probe" else "source"
        if reading.evidence and len(reading.evidence.split()) > 6:
            moves.decide(Noted(item=item.id, text=reading.evidence))
        moves.decide(GapNoted(item=item.id, element=_element(about)))
        moves.say("gap_recorded", _turn(moves.record))
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
        _rate(moves, item, reading)
    if moves.record.answer(item.id).rating == before.rating:
        colour = word_of(moves.library, before.rating or "amber")
        moves.say("kept", _turn(moves.record), colour=colour)
    return advance(moves, item, "challenge", asked=position.asked)


def _hear_next_step(
    moves: Moves, position: Position, item: Item, reading: Reading
) -> Position | None:
    step = reading.next_step or (reading.text.strip() if reading.intent == "answer" else "")
    suggested = {known.do for colour in COLOURS for known in item.next_steps.at(colour)}
    if step and reading.text.strip():
        text = reading.text.strip()
        chosen = text if text in suggested else step
        moves.decide(StepNoted(item=item.id, text=chosen, suggested=chosen in suggested))
    return advance(moves, item, "next_step", asked=position.asked)


def _hear_amend(moves: Moves, item: Item, reading: Reading) -> Position | None:
    if assent.leave(reading.text):
        moves.say("left")
        return _reopened(moves, item)
    if reading.intent == "unsure" and not reading.evidence:
        return unknown(moves, item)
    if not (reading.rating or reading.evidence or reading.next_step):
        moves.say("unclear")
        return None
    keep_words(moves, item, reading)
    if moves.record.answer(item.id).rating is None:
        return _at(item, "rate", about="again")
    return advance(moves, item, "next_step")


def _reopened(moves: Moves, item: Item) -> Position:
    return path.onwards(moves.record, moves.library, item.id)


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


# --- what a reply leaves behind -----------------------------------------------------


def _rate(moves: Moves, item: Item, reading: Reading) -> None:
    if reading.rating:
        how = "stated" if reading.stated else "inferred"
        moves.decide(Rated(item=item.id, rating=reading.rating, how=how))


def keep_words(moves: Moves, item: Item, reading: Reading) -> None:
    """Records what a reply carries: colour, evidence, next step."""
    _rate(moves, item, reading)
    if reading.evidence:
        moves.decide(Noted(item=item.id, text=reading.evidence))
    if reading.next_step:
        moves.decide(StepNoted(item=item.id, text=reading.next_step))


def unknown(moves: Moves, item: Item) -> Position:
    """Closes the item as not known yet, which is a finding."""
    moves.say("unknown_recorded", _turn(moves.record))
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
                _name_elements(moves, found)
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


def bare_run(record: Record, leaving_out: str | None = None) -> int:
    """How many items in a row, latest first, were closed with a colour and no words."""
    closed = sorted(
        (
            answer
            for name, answer in record.answers.items()
            if answer.status == "answered" and name != leaving_out
        ),
        key=lambda answer: -answer.events[-1],
    )
    run = 0
    for answer in closed:
        if answer.notes or answer.steps:
            break
        run += 1
    return run


def say_recorded(moves: Moves, item: Item) -> None:
    """Says back, in one line, what is held about an item."""
    wording = moves.wording
    answer = moves.record.answer(item.id)
    extras = [
        wording.say(part)
        for part, there in (("with_note", answer.notes), ("with_step", answer.steps))
        if there
    ]
    extra = f", {wording.joined(extras)}" if extras else ""
    key = "recorded_inferred" if answer.how == "inferred" else "recorded"
    rating = word_of(moves.library, answer.rating) if answer.rating else ""
    text = wording.say(
        key if rating else "recorded_unrated",
        _turn(moves.record),
        topic=item.topic,
        rating=rating,
        extra=extra,
    )
    moves.sayings.append(Recorded(item=item.id, rating=answer.rating, text=text))


def _name_elements(moves: Moves, found: Judgement) -> None:
    names = moves.wording.block("element_names")
    elements = moves.wording.joined([names[element] for element in found.elements])
    moves.say("named_elements", elements=elements)


def state_of(moves: Moves, answer: Answer) -> str:
    """What is held about an item, in one line: `amber, “two faculties …”`."""
    wording = moves.wording
    if answer.status in ("skipped", "not_applicable", "unknown") or not answer.rating:
        head = wording.block("states")[answer.status]
    else:
        head = word_of(moves.library, answer.rating)
    parts = [head]
    if answer.notes:
        parts.append(wording.say("state_note", text=shortened(answer.evidence)))
    if answer.steps:
        steps = "; ".join(step.text for step in answer.steps)
        parts.append(wording.say("state_step", text=shortened(steps)))
    return ", ".join(parts)


def _turn(record: Record) -> int:
    """Which variant is due for sentences that come once an item: counts items closed."""
    return sum(answer.closed for answer in record.answers.values())


def _at(item: Item, step: str, asked: int = 0, about: str = "") -> Position:
    return Position(phase="items", item=item.id, step=step, asked=asked, about=about)


def _colours(about: str) -> list[Colour]:
    return [colour for colour in COLOURS if colour in about.split(",")]


def _element(name: str) -> Element:
    return next(element for element in ELEMENTS if element == name)


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
    return read(text, step=steps.get(position.step, position.step), item=item)
