"""The coach takes down what a room agreed: the facilitator says it in any words.

Sans IO, like the coach whose listening this uses: a record and a reply in, a turn out. What
was left unsaid is asked for once, one thing at a time, and any reply may carry all of it. All
the state there is stands in the position of the last turn.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from mtcoach.coach import discretion
from mtcoach.coach.asides import assent, unsaid, withdrawing
from mtcoach.coach.asides.explaining import explain
from mtcoach.coach.items.held import keep_words
from mtcoach.coach.moves import Setting, numbered, shortened, word_of
from mtcoach.coach.notes.privacy import find, mask
from mtcoach.coach.reading import Reading
from mtcoach.coach.replies.understanding import read
from mtcoach.coach.turn import Turn
from mtcoach.questions.models import COLOURS
from mtcoach.transcript.events import GapNoted, Heard, Noted, Outcome, Paused, StepNoted
from mtcoach.transcript.record import Record
from mtcoach.transcript.sayings import Position, Recorded
from mtcoach.workshop.ballots import LEAST
from mtcoach.workshop.facilitating.agreed import Agreed, read_agreed, read_bringer
from mtcoach.workshop.facilitating.entry import Entry
from mtcoach.workshop.facilitating.missing import ASKED, ask, due, element_of


def hear(setting: Setting, record: Record, text: str, *, held: str | None = None) -> Turn:
    """What the coach makes of `text`, said of the item on the table, and what it says to it.

    `held` is the reply that the last turn held back. Raises `RoomError` where no item is on
    the entry, or its votes are still to be counted.
    """
    entry = Entry(setting, record)
    moves = entry.moves
    position = moves.record.position
    said = text
    if held is not None:
        wished = discretion.settled(moves, said, held)
        if wished is None:
            moves.cue = "edit"
            return _asked(entry, position)
        said = wished
    elif moves.record.privacy is None and not _offered(entry, said) and find(said):
        moves.held = said
        return moves.turn(position, discretion.warn(moves, said))
    if moves.record.privacy == "mask" and mask(said) != said:
        said = mask(said)
        moves.say("masked")
    moves.decide(Heard(text=said))
    if not said.strip():
        moves.say("room.blank")
        return _asked(entry, position)
    return _heard(entry, position, said)


def ask_agreed(setting: Setting, record: Record) -> Turn:
    """Asks what the room agreed on the item on the table."""
    entry = Entry(setting, record)
    return _asked(entry, entry.at("agree"))


def _heard(entry: Entry, position: Position, said: str) -> Turn:
    """Takes down what `said` tells; what is still missing is asked for."""
    if taken := _taken_back(entry, position, said):
        return taken
    agreed = read_agreed(said, entry.item)
    if not agreed.outcome and (turn := _command(entry, position, said)):
        return turn
    if agreed.options and not agreed.outcome:
        return _which(entry, agreed)
    takes = _TAKES.get(position.step)
    if takes and not (agreed.outcome or agreed.minority):
        takes(entry, position, said)
        return _onwards(entry, position.step)
    before, left = entry.answer, entry.conclusion
    _keep(entry, agreed)
    # A reason that was given before the room had concluded waits in the position.
    waiting = position.about if position.step == "agree" else ""
    minority = "; ".join(filter(None, (waiting, _minority(entry, agreed))))
    _conclude(entry, replace(agreed, minority=minority))
    if entry.conclusion:
        # Of an item that had been left in the same way, nothing is asked a second time.
        again = left is not None and left.outcome == entry.conclusion.outcome
        return _onwards(entry, position.step or ASKED[-1] if again else "agree", now=agreed.outcome)
    if entry.answer == before and not minority:
        entry.moves.say("unclear")
    else:
        _say_kept(entry)
    return _asked(entry, entry.at("agree", minority))


def _taken_back(entry: Entry, position: Position, said: str) -> Turn | None:
    """Words that are wished away: "remove the note", "scrap the last step", "take that back"."""
    wish = unsaid.wanted(said)
    if wish is None or wish.target:
        return None
    notes = entry.answer.notes if wish.kind != "step" else ()
    steps = entry.answer.steps if wish.kind != "note" else ()
    words = sorted((*notes, *steps), key=lambda note: note.seq)
    if not words:
        return None
    meant = {"all": words, "first": words[:1]}.get(wish.which, words[-1:])
    withdrawing.withdraw(entry.moves, entry.item, meant)
    return entry.moves.turn(position, entry.moves.record.choices)


def _command(entry: Entry, position: Position, said: str) -> Turn | None:
    """A question to the coach, a pause, or a wish to leave something out."""
    moves = entry.moves
    reading = read(said, step=_STEPS.get(position.step, "rate"), item=entry.item)
    if reading.intent == "explain":
        explain(moves, reading)
        return moves.turn(position, moves.record.choices)
    if reading.intent == "pause":
        moves.decide(Paused())
        moves.cue = "pause"
        return moves.turn(position, moves.record.choices)
    if (assent.no(said) or reading.intent == "skip") and position.step in ASKED[1:]:
        moves.say("room.left_open")
        return _onwards(entry, position.step)
    if reading.intent == "unsure" and position.step in ("evidence", "probe"):
        element = element_of(position.about if position.step == "probe" else "source")
        moves.decide(GapNoted(item=entry.item.id, element=element))
        moves.say("room.gap")
        return _onwards(entry, "probe")
    return None


# --- taking down ------------------------------------------------------------------------


def _keep(entry: Entry, agreed: Agreed) -> None:
    evidence, step = agreed.evidence or None, agreed.next_step or None
    keep_words(entry.moves, entry.item, Reading("", "answer", evidence=evidence, next_step=step))


def _minority(entry: Entry, agreed: Agreed) -> str:
    """The minority's reason, unless those who voted were so few that it tells whose it is."""
    if agreed.minority and entry.last and entry.last.voters < LEAST:
        entry.moves.say("room.few_minority", least=LEAST)
        return ""
    return agreed.minority


def _conclude(entry: Entry, agreed: Agreed) -> None:
    """Concludes the item, or changes how it was concluded; what is not said again stays."""
    before = entry.conclusion
    if agreed.outcome is None and before is None:
        return
    outcome = agreed.outcome or (before.outcome if before else "settled")
    rating = (agreed.rating or entry.answer.rating) if outcome == "settled" else None
    same = before is not None and before.outcome == outcome
    events = entry.room.conclude(
        outcome,
        rating,
        minority=agreed.minority or (before.minority if before and same else ""),
        role=agreed.role or (before.role if before and same else ""),
        by=agreed.by or (before.by if before and same else ""),
    )
    for event in events:
        entry.moves.decide(event)
    spread = entry.last.spread if entry.last else None
    if agreed.rating and spread and not spread.get(agreed.rating):
        entry.moves.say("room.not_voted", colour=word_of(entry.moves.library, agreed.rating))


def _take_evidence(entry: Entry, position: Position, said: str) -> None:
    keep_words(entry.moves, entry.item, replace(read(said, step=position.step), rating=None))


def _take_minority(entry: Entry, position: Position, said: str) -> None:
    _conclude(entry, Agreed(minority=_minority(entry, Agreed(minority=said.strip()))))


def _take_bringer(entry: Entry, position: Position, said: str) -> None:
    role, by = read_bringer(said)
    _conclude(entry, Agreed(role=role or ("" if by else said.strip()), by=by))


def _take_step(entry: Entry, position: Position, said: str) -> None:
    known = {step.do for colour in COLOURS for step in entry.item.next_steps.at(colour)}
    step = said if said in known else read_agreed(said, entry.item).next_step or said.strip()
    entry.moves.decide(StepNoted(item=entry.item.id, text=step, suggested=step in known))


_TAKES: Final[Mapping[str, Callable[[Entry, Position, str], None]]] = {
    "evidence": _take_evidence,
    "probe": _take_evidence,
    "minority": _take_minority,
    "who": _take_bringer,
    "step": _take_step,
}
_STEPS: Final = {"evidence": "evidence", "probe": "probe", "step": "next_step"}
"""How the coach's own listening calls what was asked for."""


# --- going on, and saying back ----------------------------------------------------------


def _asked(entry: Entry, position: Position) -> Turn:
    return entry.moves.turn(position, ask(entry, position))


def _onwards(entry: Entry, after: str, now: Outcome | None = None) -> Turn:
    """The first thing that is missing; else says back all that is recorded.

    `now` is how the item was left by this very reply: that is said back at once.
    """
    following = due(entry, after or "agree")
    if following is None:
        _say_recorded(entry, _parts(entry))
        entry.moves.say("room.changeable")
        return entry.moves.turn(entry.at(""), ())
    if now:
        _say_recorded(entry, ())
    return _asked(entry, following)


def _which(entry: Entry, agreed: Agreed) -> Turn:
    words = [word_of(entry.moves.library, colour) for colour in agreed.options]
    if agreed.evidence:
        entry.moves.decide(Noted(item=entry.item.id, text=agreed.evidence))
    options = entry.moves.wording.joined(words, "or").capitalize()
    entry.moves.say("room.which", options=options)
    choices = numbered([word.capitalize() for word in words], words)
    return entry.moves.turn(entry.at("agree"), choices)


def _offered(entry: Entry, said: str) -> bool:
    """Whether `said` is one of our own quick replies, and no words of anybody's."""
    return any(said == choice.says for choice in entry.moves.record.choices)


def _say_kept(entry: Entry) -> None:
    if held := entry.moves.wording.joined(_parts(entry)):
        entry.moves.say("room.kept", topic=entry.item.topic, held=held)


def _say_recorded(entry: Entry, parts: Sequence[str]) -> None:
    conclusion = entry.conclusion
    assert conclusion is not None
    rating = entry.answer.rating if entry.settled else None
    text = entry.moves.wording.say(
        f"room.recorded.{conclusion.outcome}",
        topic=entry.item.topic,
        colour=word_of(entry.moves.library, rating) if rating else "",
        more=f"; {'; '.join(parts)}" if parts else "",
    )
    entry.moves.sayings.append(Recorded(item=entry.item.id, rating=rating, text=text))


def _parts(entry: Entry) -> list[str]:
    """What is held about the item besides its rating, in phrases."""
    say = entry.moves.wording.say
    told = [
        ("room.part_evidence", "; ".join(note.text for note in entry.answer.notes)),
        ("room.part_step", "; ".join(step.text for step in entry.answer.steps)),
    ]
    if conclusion := entry.conclusion:
        reason = "room.part_reason" if conclusion.outcome == "split" else "room.part_minority"
        role = conclusion.role or (say("room.role_open") if conclusion.by else "")
        bringer = ", ".join(filter(None, (role, conclusion.by)))
        told += [(reason, conclusion.minority), ("room.part_bringer", bringer)]
    return [say(key, text=shortened(text, 160)) for key, text in told if text]
