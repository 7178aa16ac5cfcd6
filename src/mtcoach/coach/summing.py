"""A theme's end: it is summed up, with a chance to amend, in any words, before we go on."""

from __future__ import annotations

import re
from typing import Final

from mtcoach.coach import path
from mtcoach.coach.asides import anytime, assent, finding
from mtcoach.coach.items import hearing
from mtcoach.coach.items.asking import question
from mtcoach.coach.moves import Moves, label_of, numbered
from mtcoach.coach.notes.placement import place
from mtcoach.coach.replies.understanding import read
from mtcoach.questions.models import Item
from mtcoach.transcript.sayings import Choice, Position, Summary

BARE: Final = 2
"""A lone colour here is said out of habit by somebody who gives colours only."""
_STAGE: Final = re.compile(r"^\W*[sp][1-7]\b", re.IGNORECASE)
A_NAME: Final = 5
"""A reply of no more words may be the rough name of an item; a sentence must hold its topic."""


def ask(moves: Moves, position: Position) -> list[Choice]:
    """Sums up a theme, and leaves a chance to amend."""
    theme = moves.library.themes[position.about]
    lines = tuple(moves.setting.summarise(moves.record, theme.id, moves.library))
    title = moves.wording.say("theme_title", title=theme.title)
    moves.sayings.append(Summary(theme=theme.id, title=title, lines=lines))
    moves.say("ask_amend")
    return numbered(
        [moves.wording.say("choice_on"), moves.wording.say("choice_review")],
        ["carry on", "review"],
    )


def hear(moves: Moves, position: Position, text: str) -> Position | None:
    """Amends the item that a reply names; else goes on, once it is clear that that is meant."""
    reading = read(text, step="amend")
    bare = reading.rating and len(text.split()) <= BARE and not reading.evidence
    if assent.leave(text) or assent.yes(text) or (bare and not finding.number_in(text)):
        return path.onwards(moves.record, moves.library)
    found = _named(moves, text)
    if len(found) == 1:
        item = moves.library.items[found[0]]
        if not moves.record.answer(item.id).closed:
            return _answered(moves, item, _OF_A_QUESTION.sub("", text))
        reading = read(_OF_A_QUESTION.sub("", text), step="amend", item=item)
        if reading.rating or reading.evidence or reading.next_step:
            doubt = hearing.amended(moves, item, reading)
            return doubt or position
        return anytime.revisit(item.id, moves)
    early = _early(moves, position, text)
    if early or moves.offered:
        return early
    if moves.just_said(moves.wording.say("theme_which")):
        return path.onwards(moves.record, moves.library)
    moves.say("theme_which")
    return None


_OF_A_QUESTION: Final = re.compile(
    r"^\W*(?:it'?s |that'?s |this is |that was )?(?:(?:for|on|about|to) )?"
    r"(?:(?:q(?:uestion)?|number|item|no\.?) ?)?(?P<number>\d{1,2}(?:\.\d{1,2})?)\s*"
    r"(?:[:,–-]+\s*|(?:is|was|should be)? ?(?=(?:an? )?(?:red|amber|green)\b))",
    re.IGNORECASE,
)
"""The words by which a reply begins that say which question it is for: "for question 3: …"."""
A_COLOUR: Final = 2
"""A named question and no more words than a colour are a change to what was said."""


def answers_one(text: str) -> bool:
    """Whether a reply names its question and then answers it: "for question 3: amber, we meet"."""
    named = _OF_A_QUESTION.match(text)
    return bool(named) and len(text[named.end() :].split()) > A_COLOUR if named else False


def _early(moves: Moves, position: Position, text: str) -> Position | None:
    """A full answer that no question stands for: it is the next one's, or it is asked whose it "
    "is."""
    following = path.onwards(moves.record, moves.library)
    item = moves.library.items.get(following.item or "")
    reading = read(text, step="rate", item=item)
    told = bool(reading.evidence or reading.next_step)
    if item is None or not told or reading.intent != "answer":
        return None
    bank = moves.setting.library.homes[item.id]
    known = set(path.known(moves.record, moves.library))
    placed = [p.item for p in place(reading.evidence or text, bank.items) if p.item in known]
    if not reading.stated and placed[:1] != [item.id]:
        return None
    here = [name for name in placed if moves.library.items[name].theme == position.about]
    if not here or placed[0] == item.id:
        moves.say("theme_early", label=label_of(moves.wording, item))
        return _answered(moves, item, text)
    moves.say("theme_whose")
    names = list(dict.fromkeys((item.id, *here)))[:3]
    known_items = [moves.library.items[name] for name in names]
    labels = [label_of(moves.wording, each) for each in known_items]
    moves.offered = [
        *numbered(labels, [f"for question {each.number}: {text}" for each in known_items]),
        Choice(key="0", label=moves.wording.say("choice_on"), says="carry on"),
    ]
    return None


def _answered(moves: Moves, item: Item, text: str) -> Position | None:
    """Takes a reply as the answer to an item that has not been asked yet, and puts its question."""
    moves.sayings.append(question(moves, item))
    start = Position(phase="items", step="rate", item=item.id)
    return hearing.hear(moves, start, read(text, step="rate", item=item)) or start


def _named(moves: Moves, text: str) -> list[str]:
    """The items that a reply names: by number, by a short name, or by topic within a sentence."""
    if _STAGE.match(text):
        return []
    opening = _OF_A_QUESTION.match(text)
    if number := opening["number"] if opening else finding.number_in(text):
        return finding.find_item(moves, number)
    if len(text.split()) <= A_NAME:
        return finding.find_item(moves, text)
    said = text.lower()
    known = [moves.library.items[name] for name in path.known(moves.record, moves.library)]
    return [item.id for item in known if item.topic.lower() in said]
