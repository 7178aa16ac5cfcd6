"""An answer edited in place, in a review screen: the same rules as for a reply.

A blank changes nothing; what is to go is named. Personal data is warned of before
anything is kept.
"""

from __future__ import annotations

from collections.abc import Iterable

from mtcoach.coach.asides.withdrawing import withdraw
from mtcoach.coach.discretion import doubtful_words, warn
from mtcoach.coach.items.held import say_recorded
from mtcoach.coach.moves import Moves
from mtcoach.coach.notes.privacy import mask
from mtcoach.coach.turn import Edit
from mtcoach.questions.models import Item
from mtcoach.transcript.events import Noted, PrivacyChosen, Rated, StepNoted
from mtcoach.transcript.record import Answer, Note
from mtcoach.transcript.sayings import Choice


def amend(moves: Moves, item: Item, edit: Edit) -> None:
    """Takes an edit and says back what stands there now."""
    answer = moves.record.answer(item.id)
    if edit.privacy:
        moves.decide(PrivacyChosen(choice=edit.privacy))
    edit = _as_wished(moves, edit)
    if edit.rating and edit.rating != answer.rating:
        moves.decide(Rated(item=item.id, rating=edit.rating, how="stated"))
    if note := _new(answer.notes, edit.note):
        moves.decide(Noted(item=item.id, text=note, replaces=_seqs(answer.notes)))
    if step := _new(answer.steps, edit.step):
        moves.decide(StepNoted(item=item.id, text=step, replaces=_seqs(answer.steps)))
    gone = _gone(answer, edit)
    if gone:
        withdraw(moves, item, gone)
    if gone and not (edit.rating or note or step):
        return
    if moves.record.answer(item.id).rating and answer.status != "answered":
        moves.close(item.id, "answered")
    say_recorded(moves, item)


def warned(moves: Moves, item: Item, edit: Edit) -> list[Choice]:
    """Warns of personal data in what is new, once; the ways on, or nothing to warn of."""
    answer = moves.record.answer(item.id)
    new = "\n".join(filter(None, (_new(answer.notes, edit.note), _new(answer.steps, edit.step))))
    return warn(moves, new, again=True) if doubtful_words(moves.record, new) else []


def _as_wished(moves: Moves, edit: Edit) -> Edit:
    """`edit`, masked where that is the leader's wish, which is said."""
    if moves.record.privacy != "mask":
        return edit
    masked = edit.masked(mask)
    if masked != edit:
        moves.say("masked")
    return masked


def _new(before: tuple[Note, ...], text: str | None) -> str:
    """`text` if it says something else than what is held."""
    held = "\n".join(note.text for note in before)
    return text if text and text.strip() and text != held else ""


def _gone(answer: Answer, edit: Edit) -> tuple[Note, ...]:
    """What an edit takes back; words that it replaces are replaced and not taken back."""
    notes = answer.notes if "note" in edit.without and not _new(answer.notes, edit.note) else ()
    steps = answer.steps if "step" in edit.without and not _new(answer.steps, edit.step) else ()
    return (*notes, *steps)


def _seqs(notes: Iterable[Note]) -> tuple[int, ...]:
    return tuple(note.seq for note in notes)
