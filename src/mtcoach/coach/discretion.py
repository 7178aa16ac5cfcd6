"""Personal data in a reply: warned of once before it is kept, then as the leader wishes.

A reply that is held back is in no event: it travels in the turn (`Turn.held`)
until the leader has said what to do with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from mtcoach.coach.moves import Moves, numbered, shortened
from mtcoach.coach.notes.privacy import find, mask
from mtcoach.coach.plans import taking
from mtcoach.coach.plans.leads import roles
from mtcoach.transcript.events import PrivacyChoice, PrivacyChosen
from mtcoach.transcript.record import Record
from mtcoach.transcript.sayings import Choice

PHASES: Final = ("items", "plan", "followup")
"""Where replies are kept as notes; a school's name or a role is asked for and no slip."""


def doubtful(record: Record, said: str) -> bool:
    """Whether `said` should wait: it holds personal data, and nothing was decided yet."""
    suggested = any(said == choice.says for choice in record.choices)
    kept = record.position.phase in PHASES and not suggested
    return kept and doubtful_words(record, said)


def doubtful_words(record: Record, words: str) -> bool:
    """Whether words that would be kept hold personal data, and nothing was decided yet."""
    return record.privacy is None and bool(find(words))


def choice_of(said: str) -> PrivacyChoice | None:
    """What a reply to the warning chooses; None for anything else."""
    return _CHOSEN.get(said.strip().lower())


_CHOSEN: Final[Mapping[str, PrivacyChoice]] = {
    "mask it": "mask",
    "mask": "mask",
    "keep it": "keep",
    "keep": "keep",
}


def warn(moves: Moves, said: str, *, again: bool = False) -> list[Choice]:
    """Says what kind of thing it is, without repeating it, and what can be done.

    Where it is asked who leads, a role is asked for in place of a name; `again`, and
    the name may be kept or masked as anywhere.
    """
    wording = moves.wording
    if not again and _leading(moves, said):
        moves.say("lead_named")
        offered = list(dict.fromkeys((*roles(said), *wording.every("lead_choices"))))
        return numbered(offered)
    kinds = wording.block("personal_kinds")
    names = dict.fromkeys(kinds.get(each.kind, kinds["other"]) for each in find(said))
    moves.say("personal", kinds=wording.joined(list(names)))
    moves.say("personal_masked", text=shortened(mask(said), 200))
    keys = ("choice_mask", "choice_keep_personal", "choice_again")
    return numbered([wording.say(key) for key in keys], ["mask it", "keep it", "again"])


def _leading(moves: Moves, said: str) -> bool:
    """Whether `said` names somebody for the lead that was asked for, and says no more."""
    position = moves.record.position
    if position.phase != "plan" or position.step != "lead":
        return False
    named = {each.kind for each in find(said)} == {"name"}
    return named and not taking.read(moves, mask(said), "lead").cells.keys() - {"lead"}


def settled(moves: Moves, said: str, held: str) -> str | None:
    """The reply to go on with, after the warning; None to write it again.

    Anything but one of the three wishes is taken as the reply in other words.
    """
    chosen = choice_of(said)
    if chosen:
        moves.decide(PrivacyChosen(choice=chosen))
        return mask(held) if chosen == "mask" else held
    if said.strip().lower() == "again":
        moves.say("write_again")
        return None
    return said


def as_wished(moves: Moves, said: str) -> str:
    """`said`, masked where that was the leader's wish, which is said each time."""
    if moves.record.privacy != "mask" or moves.record.position.phase not in PHASES:
        return said
    masked = mask(said)
    if masked != said:
        moves.say("masked")
    return masked
