"""Of several dates that were said together, the one that something is to be done by.

A date may be a start, a review point, the end of a stretch, put right by a later one, or
say another again; where two are left that could both be meant, that is for the leader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final, Literal

Why = Literal["placed", "past", "beyond", "unclear", "several"]
Role = Literal["start", "end", "review", "dropped", ""]


@dataclass(frozen=True, slots=True)
class Placement:
    """The day that words of time mean, as far as can be told.

    `placed`: `day` is to come. `past`: it has gone by. `beyond`: words of time, but no
    calendar goes so far. `unclear`: no words of time. `several`: two days or more, and each
    could be meant. `alone`: nothing else was said. `reckoned`: it is no date that was said
    as one.
    """

    why: Why
    day: date | None = None
    alone: bool = False
    reckoned: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """Words of time within a text: where they stand, and what they mean."""

    start: int
    end: int
    placement: Placement


_START: Final = re.compile(
    r"\b(?:start(?:s|ing|ed)?|begin(?:s|ning)?|begun|launch(?:e[sd]|ing)?|kick(?:s|ing)? off|"
    r"pilot(?:s|ed|ing)?|trial(?:s|l?ed|l?ing)?|trying it|introduce[sd]?|set up|under way)\b"
    r"[^,;.]*$"
)
_FROM: Final = re.compile(r"^(?:from|after|following|back from|return from|once|since)\b")
_START_IN: Final = re.compile(r"^(?:start|beginning|outset)\b(?! of)")
_END: Final = re.compile(
    r"\b(?:finish(?:e[sd]|ing)?|end(?:s|ed|ing)?|done|complete[sd]?|completion|deadline|due|ready|"
    r"in place|embedded|fully|concluded?|final(?:ly)?|at the latest|target date)\b[^,;.]*$"
)
_LATEST: Final = re.compile(
    r"^[ ,]*(?:(?:at the (?:very )?latest|latest|deadline|end date)\b|"
    r"finish(?= *(?:[,;.]|and\b|$)))"
)
_REVIEW: Final = re.compile(
    r"\b(?:review(?:s|ed|ing)?|re-?visit(?:ed|ing)?|look(?:ing)? (?:at it )?again|check(?:s|ed|"
    r"ing)?|check-?ins?|interim|mid-?point|half-?way|progress meeting|evaluat\w+|milestones?)\b"
    r"[^,;.]*$"
)
_REVIEWED: Final = re.compile(
    r"^ *(?:for |as )?(?:the |a |an )?(?:interim |first )?"
    r"(?:review|check-?in|mid-?point|milestone)\b"
)
_INSTEAD: Final = re.compile(
    r"\b(?:actually|no wait|sorry|rather|make (?:it|that)|i mean|i meant|scratch that|instead|"
    r"oops|well no|no)\b[^;.]*$"
)
_NOT: Final = re.compile(r"\bnot(?: by| in| at)?[ ,]*$")
_RANGE: Final = frozenset(("to", "-", "–", "→", "->", "=>", "through", "through to", "to the"))
_UNTIL: Final = re.compile(r"^(?:until|till|up to)\b")
_BY: Final = re.compile(
    r"^(?:by|before|until|till|up to|no later than|in time for|at the latest)\b"
)
_AROUND: Final = re.compile(r"^(?:in|at|on|during|over|around|early|mid|late)\b")
_SAME: Final = re.compile(r"(?:\(|\bi\.?e\.?,?|\bthat is,?|\bwhich is(?: on)?|\bnamely|=) *$")
_CLOSES: Final = re.compile(r"^(?:end|finish|close|last (?:day|week))\b")
_OPENS: Final = re.compile(r"^(?:start|beginning|outset|first (?:day|week))\b")


def deadline(plain: str, hits: Sequence[Hit]) -> Placement:
    """What something is to be done by, of the words of time in `plain`, at least one."""
    if len(hits) == 1:
        return hits[0].placement
    found = [(hit, role) for hit, role in _roles(plain, hits) if role != "dropped"]
    live = [(hit, role) for hit, role in found if role in ("end", "")]
    if ends := [hit for hit, role in live if role == "end"]:
        live = [(ends[-1], "end")]
    days = {hit.placement.day for hit, _ in live}
    if len(days) == 1:
        return live[-1][0].placement
    bound = [hit for hit, _ in live if _BY.match(plain[hit.start : hit.end])]
    loose = [hit for hit, _ in live if _AROUND.match(plain[hit.start : hit.end])]
    if len(bound) == 1 and len(loose) == len(live) - 1:
        return bound[0].placement  # "meet in October, by Easter"
    return Placement("several")


def _roles(plain: str, hits: Sequence[Hit]) -> Iterator[tuple[Hit, Role]]:
    """Each of `hits` with what it is beside the others."""
    roles: list[Role] = [_role(plain, hit, at) for hit, at in _each(plain, hits)]
    ranged = re.search(r"\b(?:between|from)\b", plain[: hits[0].start + 5]) is not None
    for number, (before, hit) in enumerate(pairwise(hits), 1):
        between = plain[before.end : hit.start].strip()
        said = plain[hit.start : hit.end]
        opened = _OPENS.match(plain[before.start : before.end]) and _CLOSES.match(said)
        until = between in _RANGE or _UNTIL.match(said) or (ranged and between == "and")
        if opened or until:
            # The end of a stretch; what it begins with is no deadline, nor is a range's middle.
            roles[number - 1] = "start" if roles[number - 1] != "dropped" else "dropped"
            roles[number] = "end"
        elif _INSTEAD.search(between):
            roles[:number] = ["dropped" if role != "review" else role for role in roles[:number]]
            roles[number] = roles[number] or "end"
        elif _SAME.search(between):
            # "Easter (25 March)" is one date; the more exact of the two is meant.
            exact = before.placement.reckoned and not hit.placement.reckoned
            roles[number - exact] = "dropped"
        elif not between and not _BY.match(said):
            roles[number] = "dropped"  # "the in-service day in February"
    yield from zip(hits, roles, strict=True)


def _each(plain: str, hits: Sequence[Hit]) -> Iterator[tuple[Hit, tuple[int, int]]]:
    """Each hit with where the words about it begin and end: up to the hits beside it."""
    edges = [0, *(_behind(plain, hit) for hit in hits)]
    stops = [*(hit.start for hit in hits[1:]), len(plain)]
    for hit, since, until in zip(hits, edges, stops, strict=False):
        yield hit, (since, until)


def _behind(plain: str, hit: Hit) -> int:
    """Where the words end that stand behind a hit and are about it: "October review"."""
    match = _REVIEWED.match(plain[hit.end :]) or _LATEST.match(plain[hit.end :])
    return hit.end + (match.end() if match else 0)


def _role(plain: str, hit: Hit, around: tuple[int, int]) -> Role:
    before, after = plain[around[0] : hit.start], plain[hit.end : around[1]]
    said = plain[hit.start : hit.end]
    if _NOT.search(before):
        return "dropped"
    if _REVIEW.search(before) or _REVIEWED.match(after):
        return "review"
    if _END.search(before) or _LATEST.match(after):
        return "end"
    if _START.search(before) or _FROM.match(said) or _START_IN.match(said):
        return "start"
    return ""
