"""Taking words back: "remove that", "delete my note on 5", "scrap the next step".

A wish of its own, and a whole reply, never part of one. What is taken back stays in the
transcript as it was said, and is in nothing that is made of the transcript. A colour is
never taken back, only given anew.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from mtcoach.coach.asides import anytime, finding
from mtcoach.coach.asides.unsaid import Kind, Wanted
from mtcoach.coach.items import held
from mtcoach.coach.moves import Moves
from mtcoach.questions.models import Item
from mtcoach.transcript.events import Withdrawn
from mtcoach.transcript.record import Answer, Note
from mtcoach.transcript.sayings import Position

WHERE: Final = ("items", "theme", "priorities", "overall", "done")
"""The phases in which "remove that" is about an answer; a plan's cells are written over."""

_HERE: Final = re.compile(r"(?:here|this(?: (?:one|question|item))?|it)$", re.I)


def pointed_at(moves: Moves, wish: Wanted) -> list[str] | None:
    """The items that a wish may be about; None where it points at nothing here.

    Then it is no wish: "remove the notes from the old tracker" is a next step.
    """
    here = moves.record.position.item
    if wish.target and not _HERE.match(wish.target):
        numbered = wish.target.strip().replace(".", "").isdecimal()
        if moves.record.position.step == "next_step" and not numbered:
            return None
        return finding.find_item(moves, wish.target) or [*_quoted(moves, wish)] or None
    if here in moves.library.items and here and _held(moves.record.answer(here), wish.kind):
        return [here]
    if wish.target:
        return [here] if here else None
    return _latest(moves, wish.kind) or None


def _quoted(moves: Moves, wish: Wanted) -> dict[str, tuple[Note, ...]]:
    """The words, by item, that speak of a target which is no item: "the bit about maths"."""
    named = re.sub(r"^(?:the|our|my|a|an) ", "", wish.target.strip(), flags=re.IGNORECASE)
    target = re.compile(rf"\b{re.escape(named)}\b", re.IGNORECASE)
    found = {
        item: tuple(word for word in _held(answer, wish.kind) if target.search(word.text))
        for item, answer in moves.record.answers.items()
        if item in moves.library.items
    }
    return {item: words for item, words in found.items() if words}


def _latest(moves: Moves, kind: Kind) -> list[str]:
    """The item answered last; of a named kind, the one where that was said last."""
    if not kind:
        return anytime.last_answered(moves)
    words = {
        item: held[-1].seq
        for item, answer in moves.record.answers.items()
        if item in moves.library.items and (held := _held(answer, kind))
    }
    return [max(words, key=lambda item: words[item])] if words else []


def grant(moves: Moves, wish: Wanted, found: Sequence[str]) -> Position | None:
    """Takes the words back and says so; the conversation stays where it is.

    Where nothing shows which words are meant, the answer is opened instead.
    """
    if len(found) > 1:
        anytime.ask_which(moves, found, f"remove the {wish.kind or 'note'} on {{}}")
        return None
    item = moves.library.items[found[0]]
    words = _meant(moves.record.answer(item.id), wish)
    if wish.target and item.id not in finding.find_item(moves, wish.target):
        words = _quoted(moves, wish).get(item.id, words)
    if not words and wish.kind:
        moves.say(f"taken_none.{wish.kind}", topic=item.topic)
        return None
    if not words:
        moves.say("wrong")
        return Position(phase="items", item=item.id, step="amend")
    before = moves.record.answer(item.id)
    withdraw(moves, item, words)
    return _onwards(moves, before, words)


def withdraw(moves: Moves, item: Item, words: Sequence[Note]) -> None:
    """Takes `words` of an item back, and says in one line what stands there now."""
    answer = moves.record.answer(item.id)
    moves.decide(Withdrawn(item=item.id, seqs=tuple(word.seq for word in words)))
    names = moves.wording.block("taken")
    by_kind = {"note": set(answer.notes), "step": set(answer.steps)}
    counts = {kind: len(held & set(words)) for kind, held in by_kind.items()}
    what = [names[kind if count == 1 else f"{kind}s"] for kind, count in counts.items() if count]
    moves.say(
        "taken_back",
        what=moves.wording.joined(what),
        topic=item.topic,
        state=held.state_of(moves, moves.record.answer(item.id)),
    )


def _held(answer: Answer, kind: Kind) -> tuple[Note, ...]:
    by_kind = {"note": answer.notes, "step": answer.steps, "": (*answer.notes, *answer.steps)}
    return by_kind[kind]


def _meant(answer: Answer, wish: Wanted) -> tuple[Note, ...]:
    """The words of an answer that a wish means; "that" is what the last reply left."""
    words = _held(answer, wish.kind)
    match wish.which:
        case "all":
            return words
        case "first" if wish.kind:
            return words[:1]
        case _ if wish.kind:
            return words[-1:]
    # One reply's events follow each other; between two replies stand both sides' messages.
    seq = answer.events[-1] if answer.events else -1
    while seq - 1 in answer.events:
        seq -= 1
    return tuple(word for word in words if word.seq >= seq)


def _onwards(moves: Moves, before: Answer, words: Sequence[Note]) -> Position | None:
    """Asks what it should say instead, where a follow-up has lost the note it came from."""
    here = moves.record.position
    following = here.phase == "items" and here.step in ("probe", "challenge", "next_step")
    if following and here.item == before.item and before.notes and before.notes[-1] in words:
        return here.model_copy(update={"step": "evidence", "about": "again"})
    return None
