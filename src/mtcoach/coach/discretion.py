"""Personal data in a reply: warned of once before it is kept, then as the leader wishes.

A reply that is held back is in no event: it travels in the turn (`Turn.held`)
until the leader has said what to do with it.
"""

from __future__ import annotations

from typing import Final

from mtcoach.coach.moves import Moves, numbered, shortened
from mtcoach.coach.notes.privacy import find, mask
from mtcoach.coach.plans.leads import roles
from mtcoach.transcript.events import PrivacyChosen
from mtcoach.transcript.record import Record
from mtcoach.transcript.sayings import Choice

PHASES: Final = ("items", "plan", "followup")
"""Where replies are kept as notes; a school's name or a role is asked for and no slip."""


def doubtful(record: Record, said: str) -> bool:
    """Whether `said` should wait: it holds personal data, and nothing was decided yet."""
    suggested = any(said == choice.says for choice in record.choices)
    asked = record.privacy is None and record.position.phase in PHASES and not suggested
    return asked and bool(find(said))


def warn(moves: Moves, said: str, *, again: bool = False) -> list[Choice]:
    """Says what kind of thing it is, without repeating it, and what can be done.

    Where it is asked who leads, a role is asked for in place of a name; `again`, and
    the name may be kept or masked as anywhere.
    """
    wording = moves.wording
    if not again and _leading(moves.record):
        moves.say("lead_named")
        offered = list(dict.fromkeys((*roles(said), *wording.every("lead_choices"))))
        return numbered(offered)
    kinds = wording.block("personal_kinds")
    names = dict.fromkeys(kinds.get(each.kind, kinds["other"]) for each in find(said))
    moves.say("personal", kinds=wording.joined(list(names)))
    moves.say("personal_masked", text=shortened(mask(said), 200))
    keys = ("choice_mask", "choice_keep_personal", "choice_again")
    return numbered([wording.say(key) for key in keys], ["mask it", "keep it", "again"])


def _leading(record: Record) -> bool:
    return record.position.phase == "plan" and record.position.step == "lead"


def settled(moves: Moves, said: str, held: str) -> str | None:
    """The reply to go on with, after the warning; None to write it again.

    Anything but one of the three wishes is taken as the reply in other words.
    """
    match said.strip().lower():
        case "mask it" | "mask":
            moves.decide(PrivacyChosen(choice="mask"))
            return mask(held)
        case "keep it" | "keep":
            moves.decide(PrivacyChosen(choice="keep"))
            return held
        case "again":
            moves.say("write_again")
            return None
        case _:
            return said


def as_wished(moves: Moves, said: str) -> str:
    """`said`, masked where that was the leader's wish, which is said each time."""
    if moves.record.privacy != "mask" or moves.record.position.phase not in PHASES:
        return said
    masked = mask(said)
    if masked != said:
        moves.say("masked")
    return masked
