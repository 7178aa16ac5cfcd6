"""What a room has left unsaid about an item, and the question that asks for it.

Sans IO. Each stage is a pair in the tables at the end: what is missing, and how it is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from mtcoach.coach.items.held import name_elements
from mtcoach.coach.moves import numbered, word_of
from mtcoach.coach.notes.evidence import judge, vague
from mtcoach.questions.models import COLOURS, ELEMENTS, Element
from mtcoach.transcript.sayings import Choice, Position
from mtcoach.workshop.ballots import LEAST
from mtcoach.workshop.facilitating.entry import Entry

ASKED: Final = ("agree", "evidence", "probe", "minority", "who", "step")
"""What is asked for, in this order; a stage that was heard is not asked for again."""


def due(entry: Entry, after: str) -> Position | None:
    """The first stage behind `after` that is missing; None where nothing is."""
    for stage in ASKED[ASKED.index(after) + 1 :]:
        lacking = _MISSING[stage](entry)
        if lacking is not None:
            return entry.at(stage, lacking)
    return None


def ask(entry: Entry, position: Position) -> list[Choice]:
    """Puts the question of `position` and returns its quick replies."""
    asks = _ASKS.get(position.step)
    return asks(entry, position) if asks else []


def element_of(name: str) -> Element:
    """The element that a position asks about."""
    return next(element for element in ELEMENTS if element == name)


# --- what is missing: the words that a position carries, or None ---------------------


def _evidence(entry: Entry) -> str | None:
    """A settled item has neither the room's notes nor anybody's words."""
    told = entry.answer.notes or entry.room.handled.voices
    return "" if entry.settled and not told else None


def _element(entry: Entry) -> str | None:
    """The element that a thin note of the room's is missing most."""
    if not (entry.settled and entry.answer.notes):
        return None
    found = judge(entry.answer.evidence)
    wanted = [element for element in found.missing if element not in entry.answer.gaps]
    return wanted[0] if found.strength == "thin" and wanted else None


def _minority(entry: Entry) -> str | None:
    """The other votes, in words, where nobody has said yet what they saw."""
    conclusion = entry.conclusion
    few = entry.last is None or entry.last.voters < LEAST
    if conclusion is None or conclusion.minority or few:
        return None
    if conclusion.outcome == "split":
        return "split"
    spread = entry.last.spread if entry.last else None
    if not (entry.settled and spread):
        return None
    others = [
        f"{spread[colour]} {word_of(entry.moves.library, colour)}"
        for colour in COLOURS
        if colour != entry.answer.rating and spread.get(colour)
    ]
    return entry.moves.wording.joined(others) or None


def _bringer(entry: Entry) -> str | None:
    """More evidence is wanted and nobody is to bring it."""
    conclusion = entry.conclusion
    if conclusion is None or conclusion.outcome != "more_evidence":
        return None
    return None if conclusion.role and conclusion.by else ""


def _step(entry: Entry) -> str | None:
    """A red or amber item has no next step."""
    wanted = entry.settled and entry.answer.rating in ("red", "amber") and not entry.answer.steps
    return "" if wanted else None


# --- asking for it -------------------------------------------------------------------


def _ask_agree(entry: Entry, position: Position) -> list[Choice]:
    say = entry.moves.wording.say
    entry.moves.say("room.ask_agree")
    colours = [say(f"room.colours.{colour}") for colour in COLOURS]
    return numbered(
        [*colours, say("room.choice_split"), say("room.choice_more")],
        [*COLOURS, say("room.says_split"), say("room.says_more")],
    )


def _ask_evidence(entry: Entry, position: Position) -> list[Choice]:
    entry.moves.say("room.ask_evidence")
    return _note_choices(entry)


def _ask_element(entry: Entry, position: Position) -> list[Choice]:
    evidence = entry.answer.evidence
    name_elements(entry.moves, judge(evidence), vague(evidence))
    entry.moves.line(entry.item.probes.asking_for(element_of(position.about)))
    return _note_choices(entry)


def _ask_minority(entry: Entry, position: Position) -> list[Choice]:
    if position.about == "split":
        entry.moves.say("room.ask_split")
    else:
        entry.moves.say("room.ask_minority", others=position.about)
    return numbered([entry.moves.wording.say("room.choice_leave")], ["skip"])


def _ask_bringer(entry: Entry, position: Position) -> list[Choice]:
    entry.moves.say("room.ask_who")
    return numbered([entry.moves.wording.say("room.choice_leave")], ["skip"])


def _ask_step(entry: Entry, position: Position) -> list[Choice]:
    rating = entry.answer.rating or "amber"
    entry.moves.say("room.ask_step")
    steps = [step.do for step in entry.item.next_steps.at(rating)][:2]
    return numbered([*steps, entry.moves.wording.say("room.choice_no_step")], [*steps, "skip"])


def _note_choices(entry: Entry) -> list[Choice]:
    say = entry.moves.wording.say
    labels = [say("room.choice_nothing"), say("room.choice_unknown")]
    return numbered(labels, ["skip", "We don't know yet"])


_MISSING: Final[Mapping[str, Callable[[Entry], str | None]]] = {
    "evidence": _evidence,
    "probe": _element,
    "minority": _minority,
    "who": _bringer,
    "step": _step,
}
_ASKS: Final[Mapping[str, Callable[[Entry, Position], list[Choice]]]] = {
    "agree": _ask_agree,
    "evidence": _ask_evidence,
    "probe": _ask_element,
    "minority": _ask_minority,
    "who": _ask_bringer,
    "step": _ask_step,
}
