"""Whether what is shown of a vote gives away how a few people voted.

Pure. The one rule: no sum or difference of the spreads that are shown, of this vote and of the
earlier ones on the same item, may read as the spread of fewer than `LEAST` people. It is asked
for everybody who may subtract: somebody who reads the file, somebody in the room who saw the
hands go up, and the facilitator, who counted the slips of paper as well.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final

from mtcoach.questions.models import COLOURS, Colour

LEAST: Final = 5
"""The fewest people whose votes may be shown together."""

Votes = tuple[int, ...]
"""How many gave each colour, in the order of `COLOURS`; below 0 in a difference."""

NOBODY: Final[Votes] = (0,) * len(COLOURS)


@dataclass(frozen=True, slots=True)
class Known:
    """What one observer knows of one vote: the sealed votes as a whole, and those of each role.

    `unknown` is how many of the whole this observer can take away, though we no longer know
    which colours they gave: the hands or slips of an earlier vote, of which we kept the number.
    `opens` are the votes that are no secret to this observer, in each way they can be summed up;
    None for one of which we kept the number only.
    """

    whole: Votes
    groups: Mapping[str, Votes] = field(default_factory=dict)
    unknown: int = 0
    opens: tuple[Votes | None, ...] = ()


def votes(spread: Mapping[Colour, int]) -> Votes:
    """A spread as votes."""
    return tuple(spread.get(colour, 0) for colour in COLOURS)


def plus(*parts: Votes) -> Votes:
    """All of `parts` together."""
    return tuple(map(sum, zip(NOBODY, *parts, strict=True)))


def minus(whole: Votes, *parts: Votes) -> Votes:
    """What is left of `whole` without `parts`."""
    return tuple(one - sum(others) for one, *others in zip(whole, *parts, strict=True))


def tells(new: Known, earlier: Sequence[Known]) -> bool:
    """Whether showing `new`, of which nothing is unknown, gives a few people away.

    It is asked for what is left of a whole without some roles, also where a role's votes are
    those of another time; for a role then and now; for two wholes, with roles taken from both,
    or from one of them; and for people who vote openly at one time and in secret at another.
    """
    taken = _taken((*earlier, new))
    # What the earlier votes alone give was weighed when they were counted.
    fresh = taken - _taken(earlier)
    swapped = _swapped((*earlier, new))
    seen = _sums({NOBODY, *(minus(NOBODY, then) for then, _ in _others(e, new))} for e in earlier)
    return (
        any(_few(plus(new.whole, each, other)) for each in taken for other in seen)
        or any(_few(plus(known.whole, each), known.unknown) for known in earlier for each in fresh)
        or any(
            few_moved(before, plus(after, each), unknown)
            for known in earlier
            for before, after, unknown in _pairs(known, new)
            for each in swapped
        )
        or any(few_moved(*pair) for known in earlier for pair in _same_roles(known, new))
    )


def _pairs(before: Known, after: Known) -> Iterator[tuple[Votes, Votes, int]]:
    """The sums of two votes that may hold the same people; at least one has sealed votes in it."""
    yield before.whole, after.whole, before.unknown
    for then, now in _others(before, after):
        for one, sealed_then, unknown in (
            (before.whole, before.whole, before.unknown),
            (plus(before.whole, then), before.whole, before.unknown),
            (then, NOBODY, 0),
        ):
            for other, sealed_now in (
                (after.whole, after.whole),
                (plus(after.whole, now), after.whole),
                (now, NOBODY),
            ):
                if any(sealed_then) or any(sealed_now):
                    yield one, other, unknown


def _others(before: Known, after: Known) -> Iterator[tuple[Votes, Votes]]:
    """The open votes then and now, where they are not of the same people.

    As many as before are taken to be the same people's.
    """
    for then, now in zip(before.opens, after.opens, strict=True):
        if then is not None and now is not None and sum(then) != sum(now):
            yield then, now


def _by_role(rounds: Sequence[Known]) -> Iterator[list[Votes]]:
    """For each role, its votes as they were shown, the first ones first."""
    for role in sorted({role for known in rounds for role in known.groups}):
        yield [known.groups[role] for known in rounds if role in known.groups]


def _taken(rounds: Sequence[Known]) -> set[Votes]:
    """All that can be taken from a whole: any of the roles, as at any of these times."""
    return _sums({NOBODY, *(minus(NOBODY, each) for each in role)} for role in _by_role(rounds))


def _swapped(rounds: Sequence[Known]) -> set[Votes]:
    """All that can be changed about the difference of two wholes by what roles are known for."""
    return _sums(
        {
            NOBODY,
            *role,
            *(minus(NOBODY, each) for each in role),
            *(minus(then, now) for then, now in combinations(role, 2)),
        }
        for role in _by_role(rounds)
    )


def few_moved(before: Votes, after: Votes, unknown: int = 0) -> bool:
    """Whether the difference of two votes reads as the spread of a few who came or went.

    Where people changed their minds it goes both ways, and says nothing of anybody. `unknown`
    of those before can be taken away, whichever colours they gave.
    """
    moves = minus(after, before)
    size = sum(moves) + unknown
    if not 0 < abs(size) < LEAST:
        return False
    against = sum(-move for move in moves if move < 0)
    return against <= unknown if size > 0 else all(move <= 0 for move in moves)


def _few(left: Votes, unknown: int = 0) -> bool:
    """Whether `left`, without its unknown ones, reads as the spread of a few people."""
    return min(left) >= 0 and 0 < sum(left) - unknown < LEAST


def _same_roles(before: Known, after: Known) -> Iterator[tuple[Votes, Votes]]:
    for role, spread in after.groups.items():
        if role in before.groups:
            yield before.groups[role], spread


def _sums(options: Iterable[Collection[Votes]]) -> set[Votes]:
    """Every sum of one of each of `options`."""
    found = {NOBODY}
    for each in options:
        found = {plus(one, other) for one in found for other in each}
    return found
