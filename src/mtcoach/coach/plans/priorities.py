"""What a plan will be about: proposals with a reason each, and the leader's choice of them."""

from __future__ import annotations

import re
from typing import Final

from mtcoach.coach.asides import finding
from mtcoach.coach.moves import Moves, numbered
from mtcoach.coach.plans import order
from mtcoach.transcript.events import PrioritiesChosen
from mtcoach.transcript.sayings import Choice, Position

MOST: Final = 3
"""A plan with more priorities than this is rarely carried out."""
OFFERED: Final = 6
_NO_PLAN: Final = re.compile(r"^\W*(no|none|skip|not now|nothing|no thanks?)( plan.*)?\W*$", re.I)
_AGREED: Final = re.compile(
    r"^\W*(?:(?:yes|yep|yeah|aye|ok|okay|fine|sure|right|great|good|agreed?|sounds|looks|that'?s|"
    r"those|these|them|your|suggestions?|whatever|as|you|suggest(?:ed)?|say|go|with|will|do|please|"
    r"then|all good|take)\W*)+$",
    re.IGNORECASE,
)


def ask_priorities(moves: Moves, position: Position) -> list[Choice]:
    """Proposes up to six items with a reason each; with none, there is nothing to plan."""
    wording, library = moves.wording, moves.library
    found = list(moves.setting.propose(moves.record, library))[:OFFERED]
    moves.say("ask_priorities")
    reasons = {each.reason for each in found}
    # One reason for them all is said once.
    alike = len(found) > 1 and len(reasons) == 1
    lines = [
        wording.say(
            "priority_alone" if alike else "priority_line",
            number=number,
            topic=library.items[each.item].topic,
            reason=each.reason,
        )
        for number, each in enumerate(found, 1)
    ]
    if lines:
        title = "priorities_title_alike" if alike else "priorities_title"
        moves.listing(title, lines, reason=found[0].reason)
    first = min(MOST, len(found))
    labels, says = [], []
    if first > 1:
        labels.append(wording.say("choice_first", count=first))
        says.append(wording.say("choice_first", count=first).lower())
    chips = numbered([library.items[each.item].topic for each in found])
    return [
        *chips,
        *(
            Choice(key=key, label=label, says=said)
            for key, label, said in zip("7", labels, says, strict=False)
        ),
        Choice(key="0", label=wording.say("choice_no_plan"), says="no plan"),
    ]


def hear_priorities(moves: Moves, position: Position, text: str) -> Position | None:
    """Takes up to three items by the numbers of the list, by id or by topic."""
    if _NO_PLAN.match(text):
        moves.say("no_plan")
        return Position(phase="overall")
    chosen, strays = named_priorities(moves, text)
    if _AGREED.match(text):
        # They were put as suggestions, in order, and up to three.
        chosen, strays = named_priorities(moves, f"the first {MOST}")
    if len(chosen) > MOST:
        moves.say("priorities_many", count=len(chosen))
        return None
    if not chosen and moves.just_said(moves.wording.say("priorities_unclear")):
        moves.say("no_plan")
        return Position(phase="overall")
    if not chosen:
        moves.say("priorities_unclear")
        return None
    if strays:
        moves.say("priorities_unplaced", part=strays[0])
        return None
    moves.decide(PrioritiesChosen(items=tuple(chosen)))
    topics = [moves.library.items[item].topic for item in chosen]
    chosen_ones = "priorities_chosen_one" if len(topics) == 1 else "priorities_chosen"
    moves.say(chosen_ones, topics=moves.wording.joined(topics))
    return order.first(moves.record, chosen[0])


def named_priorities(moves: Moves, text: str) -> tuple[list[str], list[str]]:
    """The items that `text` names, and the parts of it that name none.

    "1 and 3", "the first three", "kq13", "moderation and the targets one".
    """
    offered = [each.item for each in moves.setting.propose(moves.record, moves.library)][:OFFERED]
    said = text.strip().lower()
    first = re.search(r"\b(?:first|top|these)\s+(\d|two|three)\b", said)
    if first:
        many = {"two": 2, "three": 3}.get(first[1]) or int(first[1])
        return offered[:many], []
    ids = [item for item in moves.library.items if re.search(rf"\b{re.escape(item)}\b", said)]
    numbers = [int(digits) for digits in re.findall(r"(?<![\w.])\d+(?![\w.])", said)]
    listed = [offered[number - 1] for number in numbers if 0 < number <= len(offered)]
    if ids or listed:
        return list(dict.fromkeys(ids + listed)), []
    parts = [part.strip() for part in re.split(r",|;|\band\b|\n", said) if part.strip()]
    found = {part: finding.find_item(moves, part) for part in parts}
    chosen = list(dict.fromkeys(items[0] for items in found.values() if items))
    return chosen, [part for part, items in found.items() if not items]
