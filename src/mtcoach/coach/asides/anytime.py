"""What a leader may ask for at any time: explain, change, back, review, pause, and the like.

Each takes the moves and the reading, and returns the position to go to, or None
to stay where we are with the same quick replies.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from mtcoach.coach import lookback, opening, path
from mtcoach.coach.asides import finding
from mtcoach.coach.asides.explaining import counts, explain
from mtcoach.coach.items import advancing, course, hearing, held
from mtcoach.coach.moves import Moves, numbered
from mtcoach.coach.plans import order
from mtcoach.coach.reading import Intent, Reading
from mtcoach.transcript.events import Paused
from mtcoach.transcript.sayings import Position

Anytime = Callable[[Moves, Reading], Position | None]


def pause(moves: Moves, reading: Reading) -> Position | None:
    """Stops for now; everything is saved already."""
    moves.decide(Paused())
    answered, asked = counts(moves)
    moves.say("paused" if asked else "paused_early", answered=answered, asked=asked)
    moves.cue = "pause"
    return None


def review(moves: Moves, reading: Reading) -> Position | None:
    """Lists every answer; a front end with a review screen opens it."""
    record, library = moves.record, moves.library
    asked = [library.items[item] for item in record.asked if item in library.items]
    lines = [
        moves.wording.say(
            "review_line",
            number=item.number,
            topic=item.topic,
            state=held.state_of(moves, record.answer(item.id)),
        )
        for item in asked
    ]
    if lines:
        moves.listing("review_title", lines)
        moves.say("review_how")
        moves.cue = "review"
    else:
        moves.say("review_empty")
    return None


def skip(moves: Moves, reading: Reading) -> Position | None:
    """Leaves out what was asked: an item, a stage of it, a field."""
    position = moves.record.position
    match position.phase:
        case "items":
            return _skip_item(moves, position)
        case "profile":
            return opening.after_field(opening.field_of(position.step))
        case "followup":
            return lookback.after(moves, position)
        case "plan":
            return order.after(moves.record, position)
        case "overall":
            return Position(phase="done")
        case "priorities":
            moves.say("no_plan")
            return Position(phase="overall")
        case "theme":
            return path.onwards(moves.record, moves.library)
        case _:
            return None


def _skip_item(moves: Moves, position: Position) -> Position:
    item = moves.library.items[position.item or ""]
    if position.step not in course.STAGES or position.step == "rate":
        rated = moves.record.answer(item.id).rating is not None
        moves.say("left" if rated else "skipped")
        moves.close(item.id, "answered" if rated else "skipped")
        return path.onwards(moves.record, moves.library, item.id)
    after = "probe" if position.step in ("evidence", "probe") else position.step
    return advancing.advance(moves, item, after, position)


def not_applicable(moves: Moves, reading: Reading) -> Position | None:
    """Closes the item as not for this school; once a colour is given it is a skip, as elsewhere."""
    position = moves.record.position
    item = moves.library.items.get(position.item or "")
    begun = position.step in course.STAGES and position.step != "rate"
    if position.phase != "items" or item is None or begun:
        return skip(moves, reading)
    held.keep_words(moves, item, reading)
    moves.say("not_applicable")
    moves.close(item.id, "not_applicable")
    return path.onwards(moves.record, moves.library, item.id)


def back(moves: Moves, reading: Reading) -> Position | None:
    """One step back, with everything later kept."""
    position = moves.record.position
    match position.phase:
        case "profile":
            previous = opening.before_field(position.step)
        case "route":
            previous = Position(phase="profile", step="minutes")
        case "plan":
            previous = order.before(position)
        case "followup":
            previous = None
        case "items":
            previous = _back_in_items(moves, position)
        case _:
            known = path.known(moves.record, moves.library)
            previous = revisit(known[-1], moves) if known else None
    if previous is None:
        moves.say("back_first")
    return previous


def _back_in_items(moves: Moves, position: Position) -> Position | None:
    """From a follow-up question to the item itself; from there to the item before."""
    if position.item and position.step not in ("rate", "offer", "offer_note", "amend"):
        return revisit(position.item, moves)
    item = path.before(moves.record, moves.library, position.item or "")
    return revisit(item, moves) if item else None


def revisit(item: str, moves: Moves) -> Position:
    """Where to go to look at an item again: to amend what is there, else to ask it."""
    answer = moves.record.answer(item)
    held = answer.rating or answer.notes or answer.status != "open"
    return Position(phase="items", item=item, step="amend" if held else "rate")


def change(moves: Moves, reading: Reading) -> Position | None:
    """Amends an item named by number, id or topic; asks which, when it could be several.

    With nothing named ("change that to red") it is the answer given last.
    """
    target = (reading.target or finding.number_in(reading.text)).strip()
    found = finding.find_item(moves, target) if target else last_answered(moves)
    if len(found) != 1:
        if target and not found:
            moves.say("change_none", target=target)
        else:
            ask_which(moves, found, "change {}")
        return None
    item = moves.library.items[found[0]]
    if reading.rating or reading.evidence or reading.next_step:
        here = moves.record.position
        if doubt := hearing.amended(moves, item, reading):
            return doubt
        return here if here.item != item.id else path.onwards(moves.record, moves.library, item.id)
    return revisit(item.id, moves)


def last_answered(moves: Moves) -> list[str]:
    """The item that was rated or noted last, if any was."""
    held = [
        moves.record.answer(item)
        for item in path.known(moves.record, moves.library)
        if moves.record.answer(item).events
    ]
    return [max(held, key=lambda answer: answer.events[-1]).item] if held else []


def ask_which(moves: Moves, found: Sequence[str], says: str) -> None:
    """Asks which item is meant, with a quick reply for each; `says` takes its number."""
    moves.say("change_which")
    known = [moves.library.items[item] for item in found[:4]]
    labels = [
        moves.wording.say("choice_item", number=item.number, topic=item.topic) for item in known
    ]
    moves.offered = numbered(labels, [says.format(item.number) for item in known]) or None


ANYTIME: Final[Mapping[Intent, Anytime]] = {
    "pause": pause,
    "review": review,
    "explain": explain,
    "skip": skip,
    "not_applicable": not_applicable,
    "back": back,
    "change": change,
}
"""The intents that mean the same wherever the conversation stands."""
