"""A sealed vote, and what of it may be shown once it is counted.

Pure. A ballot's key is made from a secret that only the voter's device holds, so the box
cannot tell whose it is; counting leaves no ballot behind. The rules on small numbers stand
here and nowhere else.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final

from mtcoach.questions.models import COLOURS, Colour
from mtcoach.transcript.events import Means, Spread, Tally

LEAST: Final = 5
"""The fewest people whose votes may be shown together."""


@dataclass(frozen=True, slots=True)
class Ballot:
    """One person's vote: a colour, or None to abstain. `words` is their evidence, if any."""

    colour: Colour | None
    role: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """Votes that a facilitator counted in the room and typed in."""

    spread: Mapping[Colour, int]
    abstained: int = 0


@dataclass(frozen=True, slots=True)
class Box:
    """The vote on `item` that is open: ballots by their keys, and counts typed in, by means."""

    item: str
    number: int
    ballots: Mapping[str, Ballot] = field(default_factory=dict)
    counts: Mapping[Means, Count] = field(default_factory=dict)

    def cast(self, key: str, ballot: Ballot) -> Box:
        """The box with this ballot in the place of an earlier one of the same key."""
        return replace(self, ballots=MappingProxyType({**self.ballots, key: ballot}))

    def counted(self, means: Means, count: Count) -> Box:
        """The box with what was counted by `means`, in the place of an earlier count."""
        return replace(self, counts=MappingProxyType({**self.counts, means: count}))

    @property
    def votes_in(self) -> int:
        """How many have voted or abstained, by any means."""
        typed = (sum(c.spread.values()) + c.abstained for c in self.counts.values())
        return len(self.ballots) + sum(typed)

    @property
    def voters(self) -> int:
        """How many have given a colour, by any means."""
        typed = (sum(count.spread.values()) for count in self.counts.values())
        return sum(ballot.colour is not None for ballot in self.ballots.values()) + sum(typed)

    @property
    def words(self) -> tuple[str, ...]:
        """What people wrote, in an order that tells nothing of who or when."""
        said = (ballot.words.strip() for ballot in self.ballots.values())
        return tuple(sorted(words for words in said if words))


def ballot_key(secret: str, item: str, number: int) -> str:
    """The key of a device's ballot in one vote: the same each time, and of no use to find it."""
    return hashlib.sha256(f"{secret}\n{item}\n{number}".encode()).hexdigest()[:32]


def tally(box: Box, present: int, before: Sequence[Tally] = ()) -> Tally:
    """The vote as it may be shown, after the earlier votes on the same item.

    Held back are spreads of fewer than `LEAST` sealed votes, and whatever would give such a
    spread away by subtraction: the rest beside the groups shown, the sealed votes beside a
    show of hands, or the few who came or went since an earlier vote.
    """
    sealed = _spread(ballot.colour for ballot in box.ballots.values())
    sheets = box.counts.get("sheets")
    if sheets:
        sealed = _sum(sealed, sheets.spread)
    hands = _sum({}, box.counts["hands"].spread) if "hands" in box.counts else {}
    spread = _sum(sealed, hands)
    abstained = sum(ballot.colour is None for ballot in box.ballots.values())
    abstained += sum(count.abstained for count in box.counts.values())
    shown = _many(sealed) and sum(spread.values()) >= LEAST
    shown = shown and not any(_tells(earlier, spread, hands) for earlier in before)
    return Tally(
        present=max(present, box.votes_in),
        voters=sum(spread.values()),
        abstained=abstained,
        spread=spread if shown else None,
        groups=_groups(box, sealed, before) if shown else {},
        means=_means(box),
        hands=hands,
    )


def _means(box: Box) -> dict[Means, int]:
    means: dict[Means, int] = {}
    phones = sum(ballot.colour is not None for ballot in box.ballots.values())
    if phones:
        means["phones"] = phones
    for name, count in box.counts.items():
        means[name] = sum(count.spread.values())
    return means


def _groups(box: Box, sealed: Spread, before: Sequence[Tally]) -> dict[str, Spread]:
    """The roles large enough to be shown, such that what is left beside them is, too."""
    roles = sorted({ballot.role for ballot in box.ballots.values() if ballot.role})
    found = {
        role: _spread(b.colour for b in box.ballots.values() if b.role == role) for role in roles
    }
    shown = {role: spread for role, spread in found.items() if sum(spread.values()) >= LEAST}
    for earlier in before:
        for role, spread in list(shown.items()):
            if role in earlier.groups and few_moved(earlier.groups[role], spread):
                del shown[role]
    while shown and not _many(_difference(sealed, shown.values())):
        del shown[min(shown, key=lambda role: (sum(shown[role].values()), role))]
    # One group alone beside a rest of "everybody else" compares nobody with anybody named.
    return shown


def _tells(earlier: Tally, spread: Spread, hands: Spread) -> bool:
    """Whether this spread beside an earlier one gives away how a few people voted."""
    if earlier.spread is None:
        return False
    before = _difference(earlier.spread, [earlier.hands])
    return few_moved(earlier.spread, spread) or few_moved(before, _difference(spread, [hands]))


def few_moved(before: Spread, after: Spread) -> bool:
    """Whether the difference of two spreads reads as the spread of a few who came or went.

    Where people changed their minds it goes both ways, and says nothing of anybody.
    """
    moves = [after.get(colour, 0) - before.get(colour, 0) for colour in COLOURS]
    one_way = all(move >= 0 for move in moves) or all(move <= 0 for move in moves)
    return one_way and 0 < abs(sum(moves)) < LEAST


def _many(spread: Spread) -> bool:
    """Whether a spread is of nobody, or of enough people to be shown."""
    size = sum(spread.values())
    return size == 0 or size >= LEAST


def _spread(colours: Iterable[Colour | None]) -> Spread:
    counted = Counter(colours)
    return {colour: counted[colour] for colour in COLOURS}


def _sum(one: Mapping[Colour, int], other: Mapping[Colour, int]) -> Spread:
    return {colour: one.get(colour, 0) + other.get(colour, 0) for colour in COLOURS}


def _difference(whole: Spread, parts: Iterable[Spread]) -> Spread:
    left = dict(whole)
    for part in parts:
        for colour in COLOURS:
            left[colour] = left.get(colour, 0) - part.get(colour, 0)
    return left
