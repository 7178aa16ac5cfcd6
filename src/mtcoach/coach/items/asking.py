"""The prompts of one item: what the coach puts to the leader at each step, with quick replies."""

from __future__ import annotations

from mtcoach.coach import path
from mtcoach.coach.items import carrying, doubts, probing
from mtcoach.coach.items.held import items_closed, state_of
from mtcoach.coach.lookback import say_last_time
from mtcoach.coach.moves import Moves, label_of, numbered, run_together, shortened, word_of
from mtcoach.coach.notes.evidence import judge
from mtcoach.coach.notes.proportions import mismatch
from mtcoach.questions.models import COLOURS, ELEMENTS, Colour, Element, Item
from mtcoach.transcript.record import Answer
from mtcoach.transcript.sayings import Choice, Position, Question

_ABOUT_COLOUR = {"beside": "ask_colour_beside", "plain": "ask_colour_plain"}
_ABOUT_EVIDENCE = {"again": "ask_instead", "beside": "ask_evidence_beside"}


def ask(moves: Moves, position: Position) -> list[Choice]:
    """Puts the prompt of an item's step, and returns its quick replies."""
    item = moves.library.items[position.item or ""]
    answer = moves.record.answer(item.id)
    wording = moves.wording
    turn = items_closed(moves.record)
    match position.step:
        case "rate":
            return _ask_rating(moves, position, item)
        case "which":
            colours = colours_of(position.about)
            options = wording.joined([word_of(moves.library, c) for c in colours], "or")
            moves.say("ask_which", turn, options=options.capitalize())
            return numbered([word_of(moves.library, c).capitalize() for c in colours])
        case "evidence":
            colour = answer.rating or "amber"
            key = _ABOUT_EVIDENCE.get(position.about, f"ask_evidence.{colour}")
            moves.say(key, turn, colour=word_of(moves.library, colour))
            return _note_choices(moves, "choice_no_note")
        case "probe":
            probing.ask(moves, item, element_of(position.about), position.asked)
            # Letters, as a reply to "how many?" may be a digit.
            return [
                Choice(key="n", label=wording.say("choice_unknown"), says="We don't know yet"),
                Choice(key="s", label=wording.say("choice_enough"), says="skip"),
            ]
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
        case "carry":
            return carrying.ask(moves, item, position.about)
        case "offer":
            return _ask_offer(moves, position)
        case "offer_note":
            return _ask_note_offer(moves, position, item)
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
        moves.say("ask_colour_again", items_closed(record) + position.asked)
        return choices
    if position.about in _ABOUT_COLOUR:
        moves.say(_ABOUT_COLOUR[position.about], items_closed(record) + position.asked)
        return choices
    if position.about != "afresh":
        moves.sayings.append(question(moves, item))
        say_last_time(moves, item)
    else:
        moves.say("ask_afresh", items_closed(record))
    return choices


def question(moves: Moves, item: Item) -> Question:
    """The question of `item`, as it is put."""
    items = path.known(moves.record, moves.library)
    done = sum(moves.record.answer(name).closed for name in items)
    return Question(
        item=item.id,
        label=label_of(moves.wording, item),
        place=moves.wording.say("item_place", done=done, total=len(items)),
        text=item.question,
        statement=moves.wording.say("item_statement", statement=item.statement),
    )


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
    found = mismatch(answer.evidence, moves.library.framework.proportions)
    if position.about == "proportion" and found:
        moves.say(
            "challenge_proportion", word=found.word, share=found.share, official=found.official
        )
        return numbered([moves.wording.say("choice_as_typed")], ["leave it"])
    kind, _, other_item = position.about.partition(":")
    if kind in ("absolute", "pasted"):
        judged = judge(answer.evidence)
        word = doubts.absolute(answer.evidence, judged)
        topic = moves.library.items[other_item].topic if other_item else ""
        moves.say(f"challenge_{kind}", items_closed(moves.record), word=word, topic=topic)
        return numbered([moves.wording.say("choice_as_typed")], ["leave it"])
    moves.say(
        f"challenge_{position.about}",
        items_closed(moves.record),
        colour=word_of(moves.library, colour),
        note=shortened(run_together(note.text for note in answer.notes)),
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
    again = moves.record.position.step == "next_step" and moves.record.position.item == item.id
    moves.say("ask_step_again" if again else f"ask_next_step.{colour}", items_closed(moves.record))
    steps = [step.do for step in item.next_steps.at(colour)][:3]
    return numbered([*steps, moves.wording.say("choice_no_step")], [*steps, "skip"])


def _ask_offer(moves: Moves, position: Position) -> list[Choice]:
    earlier = moves.library.items[position.about]
    answer = moves.record.answer(earlier.id)
    moves.say(
        "ask_offer",
        label=label_of(moves.wording, earlier),
        rating=word_of(moves.library, answer.rating) if answer.rating else "",
        quoted=f", “{shortened(run_together(note.text for note in answer.notes))}”"
        if answer.notes
        else "",
    )
    return numbered(
        [moves.wording.say("choice_use"), moves.wording.say("choice_afresh")],
        ["yes", "no, ask me afresh"],
    )


def _ask_note_offer(moves: Moves, position: Position, item: Item) -> list[Choice]:
    origin, _, seq = position.about.partition(":")
    moves.sayings.append(question(moves, item))
    notes = moves.record.answer(origin).notes
    text = next((note.text for note in notes if note.seq == int(seq)), "")
    moves.say(
        "ask_note_offer",
        items_closed(moves.record),
        topic=moves.library.items[origin].topic,
        text=shortened(text, 160),
    )
    return numbered(
        [moves.wording.say("choice_use_note"), moves.wording.say("choice_afresh")],
        ["use it here", "no, afresh"],
    )


def colours_of(about: str) -> list[Colour]:
    """The colours that a position is about, as `red,amber`."""
    return [colour for colour in COLOURS if colour in about.split(",")]


def element_of(name: str) -> Element:
    """The element called `name`."""
    return next(element for element in ELEMENTS if element == name)
