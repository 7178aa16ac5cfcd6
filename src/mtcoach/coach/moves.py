"""Builds one turn: what the coach says, and the events it decides, folded as it goes.

Every phase is a pair of functions over these moves: `ask` puts the prompt of a
position and returns its choices; `hear` takes a reply and returns the position
to go to, or None to stay where we are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final, assert_never

from mtcoach.coach.turn import Cue, Earlier, Proposal, Turn
from mtcoach.coach.wording import Wording
from mtcoach.questions.loading import Library
from mtcoach.questions.models import Colour, Item, Sector
from mtcoach.questions.sectors import sectors
from mtcoach.questions.tailoring import tailored
from mtcoach.transcript.events import (
    Event,
    Said,
    Status,
    StatusSet,
)
from mtcoach.transcript.record import Record, apply
from mtcoach.transcript.sayings import (
    Choice,
    Line,
    Listing,
    Position,
    Question,
    Recorded,
    Saying,
    Summary,
)


@dataclass(frozen=True)
class Setting:
    """What the coach works with, besides the record: questions, words, and two outlooks.

    `summarise` gives the spoken lines on a theme, `propose` the priorities worth
    considering; both are computed to the right of the coach and handed in.
    """

    library: Library
    wording: Wording
    summarise: Callable[[Record, str, Library], Sequence[str]]
    propose: Callable[[Record, Library], Sequence[Proposal]]
    _tailored: dict[frozenset[Sector], Library] = field(default_factory=dict, init=False)

    def library_for(self, record: Record) -> Library:
        """The questions as the school of `record` reads them."""
        at = sectors(record.profile.get("sector", ""))
        if at not in self._tailored:
            self._tailored[at] = tailored(self.library, at)
        return self._tailored[at]


class Moves:
    """One turn in the making."""

    def __init__(
        self,
        setting: Setting,
        record: Record,
        earlier: Earlier | None = None,
        today: date | None = None,
    ) -> None:
        self.setting = setting
        self.library = setting.library_for(record)
        self.wording = setting.wording
        self.record = record
        self.before = record.last if isinstance(record.last, Said) else None
        self.earlier = earlier
        # Without a day from outside it is the day on which the last line was written.
        self.today = today or (record.last.at.date() if record.last else date.min)
        self.held: str | None = None
        self.offered: list[Choice] | None = None
        """Quick replies in place of the prompt's own, where we stay and ask which was meant."""
        self.sayings: list[Saying] = []
        self.events: list[Event] = []
        self.cue: Cue | None = None

    @property
    def count(self) -> int:
        """Turns so far: which variant of a sentence is due."""
        return self.record.turns

    def decide(self, event: Event) -> None:
        """Takes `event` as happened; what follows in this turn already sees it."""
        stamped = event.model_copy(update={"seq": self.record.next_seq})
        self.events.append(stamped)
        self.record = apply(self.record, stamped)

    def say(self, key: str, turn: int | None = None, /, **fields: object) -> None:
        """Says the sentence at `key`."""
        self.line(self.wording.say(key, self.count if turn is None else turn, **fields))

    def line(self, text: str) -> None:
        """Says `text`."""
        self.sayings.append(Line(text=text))

    def just_said(self, text: str) -> bool:
        """Whether the coach's last turn has `text` in it, so that saying it again is no help."""
        last = self.before
        lines = [line for each in last.sayings for line in spoken(each)] if last else []
        return text in lines

    def listing(self, title: str, lines: Sequence[str], **fields: object) -> None:
        """Shows `lines` under the wording's `title`."""
        said = self.wording.say(title, 0, **fields)
        self.sayings.append(Listing(title=said, lines=tuple(lines)))

    def close(self, item: str, status: Status) -> None:
        """Sets the status of `item`."""
        self.decide(StatusSet(item=item, status=status))

    def turn(self, position: Position, choices: Sequence[Choice]) -> Turn:
        """The finished turn, its last event the `Said` that holds it."""
        said = Said(sayings=tuple(self.sayings), choices=tuple(choices), position=position)
        self.decide(said)
        return Turn(said.sayings, said.choices, position, tuple(self.events), self.cue, self.held)


def spoken(saying: Saying) -> tuple[str, ...]:
    """The lines of a saying."""
    match saying:
        case Line(text=text) | Recorded(text=text) | Question(text=text):
            return (text,)
        case Listing(title=title, lines=lines) | Summary(title=title, lines=lines):
            return (title, *lines)
        case _:
            assert_never(saying)


def numbered(labels: Sequence[str], says: Sequence[str] | None = None) -> list[Choice]:
    """Choices keyed 1, 2, 3 …; each says its label unless `says` has other words."""
    return [
        Choice(key=str(number), label=label, says=said)
        for number, (label, said) in enumerate(zip(labels, says or labels, strict=True), 1)
    ]


def word_of(library: Library, colour: Colour) -> str:
    """The colour's word on the traffic-light scale, in lower case."""
    steps = library.scale("traffic-light").steps
    return next(step.word for step in steps if step.value == colour).lower()


def label_of(wording: Wording, item: Item) -> str:
    """An item as it is named in talk: `5 · Manageable`."""
    return wording.say("item_label", number=item.number, topic=item.topic)


def shortened(text: str, limit: int = 90) -> str:
    """`text` on one line, cut at a word where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[:limit].rsplit(" ", 1)[0] + " …"


_STOPPED: Final = re.compile(r"[.!?…][\"'”’)\]]*$")


def run_together(texts: Iterable[str]) -> str:
    """Several pieces of a leader's words as one, a mark between those that have none."""
    joined = ""
    for text in texts:
        joined += (" " if _STOPPED.search(joined) else "; ") * bool(joined) + text.strip()
    return joined


def fits(item: Item, sectors: frozenset[Sector]) -> bool:
    """Whether `item` is one for any of `sectors`; with none known, all are."""
    return not sectors or bool(sectors & frozenset(item.stages))
