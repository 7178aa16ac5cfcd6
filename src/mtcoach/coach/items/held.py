"""What is held about an item: keeping a reply's words, and saying back what was kept."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from mtcoach.coach.items.doubts import lacking
from mtcoach.coach.moves import Moves, run_together, shortened, word_of
from mtcoach.coach.notes.evidence import judge
from mtcoach.coach.reading import Judgement, Reading
from mtcoach.questions.models import Element, Item
from mtcoach.transcript.events import GapNoted, Noted, Rated, StepNoted
from mtcoach.transcript.record import Answer, Record
from mtcoach.transcript.sayings import Recorded


def rate(moves: Moves, item: Item, reading: Reading) -> None:
    """Records the colour that a reply gives, if it gives one."""
    if reading.rating:
        how = "stated" if reading.stated else "inferred"
        moves.decide(Rated(item=item.id, rating=reading.rating, how=how))


def keep_words(moves: Moves, item: Item, reading: Reading) -> None:
    """Records what a reply carries: colour, evidence, next step."""
    rate(moves, item, reading)
    if reading.evidence:
        moves.decide(Noted(item=item.id, text=reading.evidence))
    if reading.next_step:
        moves.decide(StepNoted(item=item.id, text=reading.next_step))


def own_up(moves: Moves, item: Item) -> None:
    """Records what the last note says is not there: honest absence is a finding of its own."""
    answer = moves.record.answer(item.id)
    note = answer.notes[-1].text
    element = lacking(note, judge(answer.evidence))
    if element and element not in answer.gaps:
        moves.decide(GapNoted(item=item.id, element=element))
        moves.say("gap_in_note", items_closed(moves.record))


def say_recorded(moves: Moves, item: Item) -> None:
    """Says back, in one line, what is held about an item."""
    wording = moves.wording
    answer = moves.record.answer(item.id)
    extras = [
        wording.say(part)
        for part, there in (("with_note", answer.notes), ("with_step", answer.steps))
        if there
    ]
    extra = wording.say("with_extras", extras=wording.joined(extras)) if extras else ""
    key = "recorded_inferred" if answer.how == "inferred" else "recorded"
    rating = word_of(moves.library, answer.rating) if answer.rating else ""
    text = wording.say(
        key if rating else "recorded_unrated",
        items_closed(moves.record),
        topic=item.topic,
        rating=rating,
        extra=extra,
    )
    moves.sayings.append(Recorded(item=item.id, rating=answer.rating, text=text))


NAMED: Final = 2
"""How many elements of a note are named; more would read as a checklist."""
_WORTH: Final[tuple[Element, ...]] = ("impact", "quantity", "voice", "source", "who", "when")
_SAY_MORE: Final = frozenset({"impact", "quantity", "voice", "source"})
"""Only beside one of these is it worth saying that a group or a time is there, too."""


def name_elements(moves: Moves, found: Judgement, loose: Sequence[str]) -> None:
    """Names what a note has, so that asking for more is no fault-finding.

    Where it has nothing yet, a `loose` word of its own ("regularly") is named instead.
    """
    if _SAY_MORE & set(found.elements):
        names = dict(moves.wording.block("element_names"))
        words = dict(found.words)
        if not re.search(r"\d", words.get("quantity", "")):
            names["quantity"] = names["share"]
        worth = [element for element in _WORTH if element in found.elements][:NAMED]
        elements = moves.wording.joined([names[element] for element in worth])
        moves.say("named_elements", elements=elements)
    elif loose:
        moves.say("loose_word", word=loose[0])


def state_of(moves: Moves, answer: Answer) -> str:
    """What is held about an item, in one line: `amber, “two faculties …”`."""
    wording = moves.wording
    if answer.rating is None and answer.notes and answer.status in ("open", "skipped"):
        head = wording.block("states")["uncoloured"]
    elif answer.status in ("skipped", "not_applicable", "unknown") or not answer.rating:
        head = wording.block("states")[answer.status]
    else:
        head = word_of(moves.library, answer.rating)
    parts = [head]
    if answer.notes:
        parts.append(
            wording.say(
                "state_note", text=shortened(run_together(note.text for note in answer.notes))
            )
        )
    if answer.steps:
        steps = run_together(step.text for step in answer.steps)
        parts.append(wording.say("state_step", text=shortened(steps)))
    return ", ".join(parts)


def items_closed(record: Record) -> int:
    """Which variant is due for sentences that come once an item: counts items closed."""
    return sum(answer.closed for answer in record.answers.values())
