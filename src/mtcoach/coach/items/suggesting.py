"""Suggested next steps: when they are asked for, and how they are put.

At a next step almost any short question to the coach asks for ideas; elsewhere only one that
says so. What is suggested is the bank's, for the item and the colour on the table.
"""

from __future__ import annotations

import re
from typing import Final

from mtcoach.coach.moves import Moves, numbered
from mtcoach.coach.words.lexicon import FILLERS
from mtcoach.coach.words.text import fold, words
from mtcoach.questions.models import Item
from mtcoach.transcript.sayings import Choice

NEXT_STEP: Final = "next step: "
"""How a suggestion is picked where no next step was asked for."""
_YOURS: Final = re.compile(
    r"^\W*(?:(?:no idea|dunno|i don'?t know|och|well|ok|eh|honestly)\W+)*"
    r"(?:over to you|your (?:call|choice|turn)|up to you|you (?:choose|pick|decide|say|tell me)|"
    r"surprise me)\W*$",
    re.IGNORECASE,
)
SHORT: Final = 14
"""A reply of more words tells something besides."""

_IDEAS: Final = frozenset(
    "idea ideas suggest suggests suggestion suggestions suggested recommend recommendation "
    "recommendations advice advise advisable tips tip pointer pointers inspiration inspire options "
    "option examples example propose proposal stuck".split()
)
_OTHERS: Final = frozenset("others other schools folk people elsewhere everyone else".split())
_DOING: Final = frozenset(
    "do dae doing get next start starting begin try first step steps move fix improve help think "
    "think's reckon tell choose pick decide something anything works work tackle action best now "
    "away".split()
)
_ASKING: Final = frozenset(
    "what whit what's whats whit's where how any got give gimme gie who which you ye yous have "
    "ony some show help could would wid can should shall".split()
)
_AROUND: Final = frozenset(
    "even hit throw with out this that it about on for me us here from there then so and no idea "
    "dunno clue sure not "
    "i i'm im we we'd you'd your yours us me usually normally typically maybe just one two more "
    "more list see thing things please tae noo might situation shoes place ken know don't dinnae "
    "over "
    "call school case point red amber green place were was if like need want in".split()
)


def wanted(said: str) -> bool:
    """Whether a reply to "what would move it on?" asks the coach for ideas, and does no more.

    "So what next then?", "what do others do?", "no idea, you tell me" do; "help" alone, "what
    does that mean?" and "train the PTs" do not.
    """
    if _YOURS.match(said):
        return True
    found = words(fold(said))
    if not 1 < len(found) <= SHORT:
        return bool(found) and found[0] in _IDEAS
    every = set(found)
    known = _IDEAS | _OTHERS | _DOING | _ASKING | _AROUND | FILLERS
    if not every <= known:
        return False
    asks = "?" in said or bool(every & _ASKING)
    return bool(every & _IDEAS) or (
        asks and bool(every & (_DOING | (_OTHERS - {"people", "other"})))
    )


def offer(moves: Moves, item: Item) -> None:
    """Puts the bank's steps for the item's colour, each with how one would see that it worked."""
    steps = item.next_steps.at(moves.record.answer(item.id).rating or "amber")
    asked = moves.record.position.step == "next_step"
    if asked:
        # They stand among the quick replies already: now it is said what they would bring.
        lines = [
            moves.wording.say("suggested_line", number=number, do=step.do, know=step.know)
            for number, step in enumerate(steps, 1)
        ]
        moves.listing("suggested_title", lines)
        moves.say("suggested_pick")
    else:
        moves.say("suggested")
    says = [step.do if asked else f"{NEXT_STEP}{step.do}" for step in steps]
    moves.offered = [
        *numbered([step.do for step in steps], says),
        Choice(key="0", label=moves.wording.say("choice_no_step"), says="skip"),
    ]
