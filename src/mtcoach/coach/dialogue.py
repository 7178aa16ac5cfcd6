"""The coach, sans IO: a record and a reply in, a turn out.

Two rules hold in this room. Nothing here reads a clock, a file or a terminal;
and every turn leaves the conversation at a position from which any reply leads
on. What each phase asks and hears stands in a module of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from mtcoach.coach import (
    amending,
    discretion,
    endings,
    lookback,
    opening,
    overall,
    path,
    quick,
    summing,
)
from mtcoach.coach.asides import anytime, cutting, explaining, finding, unsaid, wishes, withdrawing
from mtcoach.coach.asides.pointing import both, pointed_at
from mtcoach.coach.items import advancing, asking, carrying, hearing, stepping, suggesting
from mtcoach.coach.items.held import keep_words, rate
from mtcoach.coach.items.spoken_to import enter
from mtcoach.coach.moves import Moves, Setting, label_of
from mtcoach.coach.plans import asking as plan_asking
from mtcoach.coach.plans import hearing as plan_hearing
from mtcoach.coach.plans import priorities, taking
from mtcoach.coach.reading import Reading
from mtcoach.coach.replies.understanding import read
from mtcoach.coach.turn import Earlier, Edit, Turn
from mtcoach.questions.models import Item
from mtcoach.transcript.events import (
    PROFILE_FIELDS,
    Heard,
)
from mtcoach.transcript.record import Record
from mtcoach.transcript.sayings import Choice, Phase, Position

Ask = Callable[[Moves, Position], list[Choice]]
Hear = Callable[[Moves, Position, str], Position | None]

ASK: Final[Mapping[Phase, Ask]] = {
    "profile": opening.ask_profile,
    "route": opening.ask_route,
    "followup": lookback.ask,
    "items": asking.ask,
    "theme": summing.ask,
    "priorities": priorities.ask_priorities,
    "plan": plan_asking.ask,
    "overall": overall.ask,
    "done": endings.ask_done,
}
HEAR: Final[Mapping[Phase, Hear]] = {
    "profile": opening.hear_profile,
    "route": opening.hear_route,
    "followup": lookback.hear,
    "priorities": priorities.hear_priorities,
    "plan": plan_hearing.hear,
    "overall": overall.hear,
    "done": endings.hear_done,
    "theme": summing.hear,
}


AMID: Final = frozenset({"which", "carry", "evidence", "probe", "challenge", "next_step"})
"""Steps whose prompts do not say which item they are about."""
SUGGESTED: Final = {("items", "next_step"), ("items", "offer"), ("items", "offer_note")}
"""Where "the first one" points at a quick reply and can mean nothing else."""


class Coach:
    """The conversation over a library of questions."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting

    def begin(self) -> Turn:
        """The first turn of a new evaluation, over an empty record."""
        moves = Moves(self.setting, Record())
        moves.say("welcome")
        return self._arrive(moves, Position(phase="profile", step=PROFILE_FIELDS[0]))

    def welcome_back(
        self, record: Record, earlier: Earlier | None = None, *, today: date | None = None
    ) -> Turn:
        """The first turn of a later sitting: where we were, asked again."""
        moves = Moves(self.setting, record, earlier, today)
        answered, asked = explaining.counts(moves)
        if record.finished:
            moves.say("welcome_back_done")
        elif asked:
            moves.say("welcome_back", answered=answered, asked=asked)
        else:
            moves.say("welcome_back_early")
        position = record.position
        gone = position.item is not None and position.item not in self.setting.library.items
        if gone or (position.phase in ("items", "theme") and not asked):
            position = path.onwards(record, self.setting.library)
        item = moves.library.items.get(position.item or "")
        if item and position.phase == "items" and position.step in AMID:
            moves.say("welcome_back_amid", label=label_of(moves.wording, item))
        return self._arrive(moves, position)

    def hear(
        self,
        record: Record,
        text: str,
        *,
        held: str | None = None,
        earlier: Earlier | None = None,
        today: date | None = None,
    ) -> Turn:
        """What the coach makes of `text`, and says to it.

        A quick reply's key stands for what the quick reply says. `held` is the reply
        that the last turn held back; `earlier` the school's evaluation before this one;
        `today` the day that "by Easter" is said on, which without it is that of the last line.
        """
        said = quick.said_by(text, record.choices)
        suggested = any(choice.says.startswith(suggesting.NEXT_STEP) for choice in record.choices)
        asked = (record.position.phase, record.position.step) in SUGGESTED
        if asked or suggested or record.position.phase == "plan":
            picked = None if both(said) else pointed_at(said, record.choices)
            said = picked or said
        moves = Moves(self.setting, record, earlier, today)
        if held is not None:
            wished = discretion.settled(moves, said, held)
            if wished is None:
                moves.cue = "edit"
                return self._arrive(moves, record.position)
            said = wished
        # What is to be taken out was kept with its names already.
        known = wishes.wished(said) or self._cut(moves, record.position, said)
        if not known and discretion.doubtful(moves.record, said):
            row = taking.nameless(moves, said)
            if row is None:
                moves.held = said
                again = held is not None
                return moves.turn(record.position, discretion.warn(moves, said, again=again))
            said = row  # a plan names roles, so nothing of it is lost with the names
        said = discretion.as_wished(moves, said)
        moves.decide(Heard(text=said))
        if not said.strip():
            moves.say("blank")
            return moves.turn(record.position, record.choices)
        if quick.stray_key(record, said):
            moves.say("no_such_key", key=said.strip())
            return moves.turn(record.position, record.choices)
        position = self._next(moves, record.position, said)
        if position is None:
            return moves.turn(record.position, moves.offered or record.choices)
        return self._arrive(moves, position)

    def turn_to(self, record: Record, item: str, earlier: Earlier | None = None) -> Turn:
        """Goes to `item`, to answer it or to amend what is there."""
        moves = Moves(self.setting, record, earlier)
        return self._arrive(moves, anytime.revisit(item, moves))

    def amend(self, record: Record, item: str, edit: Edit) -> Turn:
        """Takes an edit made in place; the prompt stays, where it is not about this item."""
        moves = Moves(self.setting, record)
        amending.amend(moves, self.setting.library.items[item], edit)
        here = record.position
        if here.item == item and here.phase == "items":
            return self._arrive(moves, path.onwards(moves.record, self.setting.library, item))
        return moves.turn(here, record.choices)

    def warn(self, record: Record, item: str, edit: Edit) -> Turn | None:
        """What is to be said before `edit` is kept, with the ways on; None where nothing is.

        This turn decides nothing: it is an aside, and the conversation stays as it is.
        """
        moves = Moves(self.setting, record)
        choices = amending.warned(moves, self.setting.library.items[item], edit)
        if not choices:
            return None
        return Turn(tuple(moves.sayings), tuple(choices), record.position)

    def _next(self, moves: Moves, position: Position, said: str) -> Position | None:
        """Where `said` leads; None to stay."""
        if quick.as_offered(moves.record, said):
            if position.phase == "items":
                return hearing.hear(moves, position, Reading(said, "answer"))
            return HEAR[position.phase](moves, position, said)
        if position.phase == "items" and position.step in ("rate", "which"):
            carried = carrying.pointed_at(moves, position, said)
            if carried or moves.sayings:
                return carried
        if position.step == "next_step" and both(said):
            return hearing.hear(moves, position, Reading(said, "answer"))
        if position.step == "next_step" and suggesting.wanted(said):
            suggesting.offer(moves, moves.library.items[position.item or ""])
            return None
        wish = wishes.wished(said)
        if wish and position.phase != "profile":
            grant, words = wish
            return grant(moves, words)
        if (cut := self._cut(moves, position, said)) is not None:
            return cutting.grant(moves, *cut)
        taken = unsaid.wanted(said) if position.phase in withdrawing.WHERE else None
        if taken and (found := withdrawing.pointed_at(moves, taken)):
            return withdrawing.grant(moves, taken, found)
        reading = self._read(position, said)
        command = anytime.ANYTIME.get(reading.intent)
        if position.phase == "theme" and summing.answers_one(said):
            command = None  # "for question 3: amber, we meet termly" answers it
        if command and position.phase == "items" and _no_such_item(moves, reading):
            reading = Reading(said, "answer", evidence=said.strip())
            command = None
        aside = command and reading.intent == "change" and not reading.target
        if (
            aside
            and position.step == "next_step"
            and stepping.coloured_step(self._item(position), said)
        ):
            command = None  # "that should be red because …" is about this item, and says why
        if position.phase == "plan" and plan_hearing.content(moves, said):
            command = None  # "before the October break" asks for no pause
        if position.phase == "done" and reading.intent in ("skip", "not_applicable"):
            command = None  # nothing is left to skip: "something else" is a wish of its own
        if command:
            self._keep_aside(moves, position, reading)
            return command(moves, reading)
        if position.phase == "items":
            return hearing.hear(moves, position, reading)
        return HEAR[position.phase](moves, position, said)

    def _cut(
        self, moves: Moves, position: Position, said: str
    ) -> tuple[cutting.Cut, list[cutting.Found]] | None:
        """A part of what was said that is to be taken out, and where it stands."""
        cut = cutting.wanted(said) if position.phase in withdrawing.WHERE else None
        hits = cutting.found(moves, cut) if cut else []
        return (cut, hits) if cut and cutting.is_wish(moves, cut, hits) else None

    def _keep_aside(self, moves: Moves, position: Position, reading: Reading) -> None:
        """Keeps what a command says besides: "we track in SEEMiS, but what do you mean?"."""
        item = moves.library.items.get(position.item or "")
        elsewhere = reading.intent in ("change", "not_applicable")  # these keep it themselves
        if item and position.phase == "items" and not elsewhere:
            keep_words(moves, item, reading)
            _rate_aside(moves, item, position, reading)

    def _item(self, position: Position) -> Item:
        return self.setting.library.items[position.item or ""]

    def _read(self, position: Position, said: str) -> Reading:
        if position.phase == "items":
            item = self.setting.library.items.get(position.item or "")
            return hearing.read_at(position, said, item)
        # Between the items a change may bring its colour along: "change 5 to red".
        return read(said, step="amend" if position.phase in ("theme", "done") else "free")

    def _arrive(self, moves: Moves, position: Position) -> Turn:
        """Puts the prompt of `position`."""
        if position.phase == "priorities" and not list(
            moves.setting.propose(moves.record, moves.library)
        ):
            position = Position(phase="overall")
        if position.phase == "overall" and not overall.indicators(moves):
            position = Position(phase="done")
        if position.phase == "items":
            position = enter(moves, advancing.resumed(moves, position))
        choices = ASK[position.phase](moves, position)
        return moves.turn(position, choices)


_CHANGE: Final = re.compile(
    r"\b(?:chang|amend|correct|edit|alter|fix|updat|redo|question)\w*", re.I
)
A_SENTENCE: Final = 5


def _no_such_item(moves: Moves, reading: Reading) -> bool:
    """Whether a "change" points at nothing here and is a sentence: "back to basics in numeracy"."""
    target = (reading.target or "").strip()
    if reading.intent != "change" or not target or _CHANGE.search(reading.text):
        return False
    long = len(reading.text.split()) >= A_SENTENCE
    return long and not finding.find_item(moves, target)


_ASKED: Final = re.compile(r"[^.!?\n]*\?+")


def _rate_aside(moves: Moves, item: Item, position: Position, reading: Reading) -> None:
    """Keeps a colour that was stated beside a question: "amber then. Is that fair?"."""
    stated = _ASKED.sub("", reading.text).strip()
    if reading.intent == "explain" and reading.rating is None and stated:
        beside = hearing.read_at(position, stated, item)
        if (
            beside.intent == "answer"
            and beside.stated
            and len(stated.split()) <= quick.A_SUGGESTION
        ):
            rate(moves, item, beside)
