"""A sealed vote, and what of it may be shown once it is counted.

Pure. A ballot's key is made from a secret that only the voter's device holds, so the box
cannot tell whose it is; counting leaves no ballot behind. What small numbers allow to be shown
is decided in `disclosure.py` and asked here, and nowhere else.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from types import MappingProxyType
from typing import Final

from mtcoach.errors import CoachError
from mtcoach.questions.models import COLOURS, Colour
from mtcoach.transcript.events import Means, Spread, Tally
from mtcoach.workshop.disclosure import LEAST, NOBODY, Known, Votes, minus, plus, tells, votes

__all__ = ["LEAST", "Ballot", "Box", "Count", "Parts", "ballot_key", "parts_of", "tally"]

MOST_ROLES: Final = 5
"""The most roles that are shown apart; what more would give away takes too long to work out."""


@dataclass(frozen=True, slots=True)
class Ballot:
    """One person's vote: a colour, or None to abstain. `words` is their evidence, if any."""

    colour: Colour | None
    role: str = ""
    words: str = ""

    def __post_init__(self) -> None:
        if self.colour not in (None, *COLOURS):
            raise CoachError(f"'{self.colour}' is not a colour to vote for: {', '.join(COLOURS)}")


@dataclass(frozen=True, slots=True)
class Count:
    """Votes that a facilitator counted in the room and typed in."""

    spread: Mapping[Colour, int]
    abstained: int = 0

    def __post_init__(self) -> None:
        unknown = [colour for colour in self.spread if colour not in COLOURS]
        if unknown:
            raise CoachError(f"'{unknown[0]}' is not a colour to vote for: {', '.join(COLOURS)}")
        if min((*self.spread.values(), self.abstained)) < 0:
            raise CoachError("A count cannot be below 0; type how many voted for each colour")

    @property
    def voters(self) -> int:
        """How many gave a colour."""
        return sum(self.spread.values())


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
        typed = (count.voters + count.abstained for count in self.counts.values())
        return len(self.ballots) + sum(typed)

    @property
    def voters(self) -> int:
        """How many have given a colour, by any means."""
        typed = (count.voters for count in self.counts.values())
        return sum(ballot.colour is not None for ballot in self.ballots.values()) + sum(typed)

    @property
    def words(self) -> tuple[str, ...]:
        """What people wrote, in an order that tells nothing of who or when."""
        said = (ballot.words.strip() for ballot in self.ballots.values())
        return tuple(sorted(words for words in said if words))


def ballot_key(secret: str, item: str, number: int) -> str:
    """The key of a device's ballot in one vote: the same each time, and of no use to find it."""
    return hashlib.sha256(f"{secret}\n{item}\n{number}".encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Parts:
    """The votes of a box by the way they came in, to weigh later votes by; never on a disk."""

    phones: Votes
    sheets: Votes
    hands: Votes

    def sealed(self, hands: Spread) -> tuple[Votes, Votes, Votes]:
        """The sealed votes as a reader shown `hands`, the room and the facilitator know them."""
        together = plus(self.phones, self.sheets)
        return minus(plus(together, self.hands), votes(hands)), together, self.phones

    def opens(self, hands: Spread) -> tuple[tuple[Votes | None, ...], ...]:
        """The votes that are no secret to each of the three, in each way they can be summed up."""
        typed = (self.hands, self.sheets, plus(self.hands, self.sheets))
        return (votes(hands),), (self.hands,), typed


def parts_of(box: Box) -> Parts:
    """What is in a box, by the way it came in."""
    phones = _spread(ballot.colour for ballot in box.ballots.values())
    return Parts(votes(phones), votes(_typed(box, "sheets")), votes(_typed(box, "hands")))


def tally(
    box: Box,
    present: int,
    before: Sequence[Tally] = (),
    parts: Sequence[Parts | None] = (),
) -> Tally:
    """The vote as it may be shown, after the earlier votes on the same item, the first one first.

    `parts` are those of the earlier votes, where they are remembered; where not, more is held
    back. Where all of the vote would give a few people away, roles are held back one by one, the
    smallest first; where that is not enough, the whole spread. A show of hands was seen by all
    and is shown where it is large enough.
    """
    now = parts_of(box)
    hands = _typed(box, "hands")
    abstained = sum(ballot.colour is None for ballot in box.ballots.values())
    counted = Tally(
        present=max(present, box.votes_in),
        voters=box.voters,
        abstained=abstained + sum(count.abstained for count in box.counts.values()),
        spread=dict(zip(COLOURS, plus(now.phones, now.sheets, now.hands), strict=True)),
        groups=_groups(box),
        means=_means(box),
        hands=hands if sum(hands.values()) >= LEAST else {},
    )
    earlier = [_remembered(*each) for each in zip_longest(before, parts[: len(before)])]
    while _tells(counted, now, earlier):
        if not counted.groups:
            return _covered(counted, earlier)
        counted = counted.model_copy(update={"groups": _without_the_smallest(counted.groups)})
    return counted


def _covered(counted: Tally, earlier: Sequence[tuple[Known, ...]]) -> Tally:
    """The vote without its spread; without its hands too, where these tell of an earlier vote."""
    hands = Known(NOBODY, opens=(votes(counted.hands),))
    telling = tells(hands, [reader for reader, *_ in earlier])
    return counted.model_copy(update={"spread": None, "hands": {} if telling else counted.hands})


def _tells(counted: Tally, now: Parts, earlier: Sequence[tuple[Known, ...]]) -> bool:
    """Whether a reader of the file, somebody in the room or the facilitator finds a few people."""
    groups = {role: votes(spread) for role, spread in counted.groups.items()}
    known = zip(now.sealed(counted.hands), now.opens(counted.hands), strict=True)
    mine = (Known(whole, groups, opens=opens) for whole, opens in known)
    observers = zip(mine, *earlier, strict=True)
    return counted.voters < LEAST or any(tells(new, before) for new, *before in observers)


def _remembered(earlier: Tally, parts: Parts | None) -> tuple[Known, ...]:
    """What the three observers know of an earlier vote.

    Without its parts, slips and a few hands in it are known by their number only.
    """
    groups = {role: votes(spread) for role, spread in earlier.groups.items()}
    opens = parts.opens(earlier.hands) if parts else _opens(earlier)
    if earlier.spread is None:
        return tuple(Known(NOBODY, opens=seen) for seen in opens)
    if parts:
        known = zip(parts.sealed(earlier.hands), opens, strict=True)
        return tuple(Known(whole, groups, opens=seen) for whole, seen in known)
    sealed = minus(votes(earlier.spread), votes(earlier.hands))
    hands = 0 if earlier.hands else earlier.means.get("hands", 0)
    unknown = (0, hands, hands + earlier.means.get("sheets", 0))
    return tuple(
        Known(sealed, groups, number, seen) for number, seen in zip(unknown, opens, strict=True)
    )


def _opens(earlier: Tally) -> tuple[tuple[Votes | None, ...], ...]:
    """What is kept of the open votes of an earlier vote, for each of the three observers."""
    shown = votes(earlier.hands)
    hands = shown if earlier.hands or not earlier.means.get("hands") else None
    slips = None if earlier.means.get("sheets") else NOBODY
    return (shown,), (hands,), (hands, slips, None if slips is None else hands)


def _groups(box: Box) -> dict[str, Spread]:
    """The votes by role, of the roles that are large enough."""
    roles = sorted({ballot.role for ballot in box.ballots.values() if ballot.role})
    found = {
        role: _spread(b.colour for b in box.ballots.values() if b.role == role) for role in roles
    }
    large = [role for role in roles if sum(found[role].values()) >= LEAST]
    large.sort(key=lambda role: -sum(found[role].values()))
    return {role: found[role] for role in sorted(large[:MOST_ROLES])}


def _without_the_smallest(groups: Mapping[str, Spread]) -> dict[str, Spread]:
    least = min(groups, key=lambda role: (sum(groups[role].values()), role))
    return {role: spread for role, spread in groups.items() if role != least}


def _means(box: Box) -> dict[Means, int]:
    means: dict[Means, int] = {}
    phones = sum(ballot.colour is not None for ballot in box.ballots.values())
    if phones:
        means["phones"] = phones
    return means | {name: count.voters for name, count in box.counts.items()}


def _typed(box: Box, means: Means) -> Spread:
    return _sum(box.counts[means].spread) if means in box.counts else {}


def _spread(colours: Iterable[Colour | None]) -> Spread:
    counted = Counter(colours)
    return {colour: counted[colour] for colour in COLOURS}


def _sum(*parts: Mapping[Colour, int]) -> Spread:
    return {colour: sum(part.get(colour, 0) for part in parts) for colour in COLOURS}
