"""What a room's votes mean, item by item: before and after talk, how it was left, and why.

Pure. A look is read from what a tally shows and from nothing else; nothing here averages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from mtcoach.findings.divergence import Shape, median, role_gap, shape
from mtcoach.transcript.events import Means, Outcome, Tally

if TYPE_CHECKING:
    from mtcoach.questions.models import Colour
    from mtcoach.transcript.record import Record
    from mtcoach.transcript.workshop import Handled, Round, Voice

Course = Literal[
    "covered",  # no spread may be shown
    "once",  # one vote that may be shown
    "together",  # agreed after talk, and not before
    "apart",  # agreed before talk, and no longer
    "moved",  # another look than before
    "stayed",
]
Standpoint = Outcome | Literal["open"]

AGREED: Final[tuple[Shape, ...]] = ("agreed", "lone")
"""The looks of a room that has one answer, though not everybody may share it."""

WAYS: Final[tuple[Means, ...]] = ("phones", "hands", "sheets")


@dataclass(frozen=True, slots=True)
class Vote:
    """One counted vote: its place among those on the item, from 1, and what it looks like.

    `look` is None where the spread is held back, or where nobody gave a colour.
    """

    place: int
    tally: Tally
    look: Shape | None
    events: tuple[int, ...]

    @property
    def held(self) -> bool:
        """Whether its spread is held back; where nobody gave a colour there is none to hold."""
        return self.tally.spread is None and self.tally.voters > 0


@dataclass(frozen=True, slots=True)
class Seen:
    """One item as the room saw it."""

    item: str
    votes: tuple[Vote, ...]
    talks: tuple[str, ...]
    voices: tuple[Voice, ...]
    left: Standpoint
    rating: Colour | None = None
    minority: str = ""
    role: str = ""
    by: str = ""
    concluded: int | None = None
    events: tuple[int, ...] = ()

    @property
    def shown(self) -> tuple[Vote, ...]:
        """The votes whose spread may be shown."""
        return tuple(vote for vote in self.votes if vote.look)

    @property
    def course(self) -> Course:
        """What became of the vote between the first and the last one shown."""
        if len(self.shown) < 2:
            return "once" if self.shown else "covered"
        first, last = self.shown[0], self.shown[-1]
        if last.look in AGREED and first.look not in AGREED:
            return "together"
        if first.look in AGREED and last.look not in AGREED:
            return "apart"
        return "stayed" if first.look == last.look else "moved"

    @property
    def shifted(self) -> bool:
        """Whether the middle of the room stands elsewhere than at first."""
        places = [median(vote.tally.spread) for vote in self.shown if vote.tally.spread]
        return places[:1] != places[-1:]

    @property
    def gap(self) -> tuple[str, str] | None:
        """Two roles a step or more apart in the last vote shown; the lower one first."""
        return role_gap(self.shown[-1].tally.groups) if self.shown else None


def seen(record: Record, items: Sequence[str]) -> tuple[Seen, ...]:
    """What the room saw of each of `items` that it has voted on, in their order."""
    if record.workshop is None:
        return ()
    handled = ((item, record.workshop.on(item)) for item in items)
    return tuple(_seen(item, each, record) for item, each in handled if each.counted)


def _seen(item: str, handled: Handled, record: Record) -> Seen:
    conclusion = handled.conclusion
    left: Standpoint = conclusion.outcome if conclusion else "open"
    answer = record.answer(item)
    votes = tuple(_votes(handled.counted))
    own = (seq for vote in votes for seq in vote.events)
    ends = (conclusion.seq,) if conclusion else ()
    return Seen(
        item=item,
        votes=votes,
        talks=handled.talks,
        voices=handled.voices,
        left=left,
        rating=answer.rating if left == "settled" else None,
        minority=conclusion.minority if conclusion else "",
        role=conclusion.role if conclusion else "",
        by=conclusion.by if conclusion else "",
        concluded=conclusion.seq if conclusion else None,
        events=tuple(sorted({*own, *ends, *(voice.seq for voice in handled.voices)})),
    )


def _votes(rounds: Sequence[Round]) -> Iterator[Vote]:
    for place, each in enumerate(rounds, 1):
        if each.tally is None or each.closed is None:
            continue
        spread = each.tally.spread
        look = shape(spread) if spread and any(spread.values()) else None
        yield Vote(place, each.tally, look, (each.opened, each.closed))


def ways(found: Sequence[Seen]) -> tuple[Means, ...]:
    """By which ways votes came in, over all items."""
    used = {
        way for each in found for vote in each.votes for way, n in vote.tally.means.items() if n
    }
    return tuple(way for way in WAYS if way in used)


def most(found: Sequence[Seen]) -> int:
    """The most people who voted or abstained in any one vote."""
    votes = (vote.tally for each in found for vote in each.votes)
    return max((tally.voters + tally.abstained for tally in votes), default=0)
