"""Many transcripts as one picture: how the colours of each question spread, and where they differ.

Values: `combining.py` makes them. Colours are counted and never averaged.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from mtcoach.findings.profile import RATED, Standing, standing

if TYPE_CHECKING:
    from mtcoach.transcript.record import Answer

NAMED: Final = 12
"""So many transcripts can still be told apart in a document; more are shown by counts."""
FEWEST: Final = 5
"""With fewer than this many who speak only for themselves, their colours are not shown."""
KEPT: Final = 8
"""Notes kept for each colour of a question, to choose from."""
AGREED: Final = 0.75
"""The share from which a view is shared: the official "most"."""
SIDES: Final = 0.2
"""The share that red and green each need to be called two sides, where there are many."""

Verdict = Literal["strength", "concern", "unknown", "apart", "mixed", "single", "none"]

_ALONE: Final = re.compile(r"\b(alone|my ?self|my own|just me|only me)\b", re.IGNORECASE)
_FOR_OTHERS: Final = re.compile(
    r"\b(team|departments?|faculty|stage|staff|school|group|room|slt|smt)\b", re.IGNORECASE
)
_OFFICE: Final = re.compile(
    r"\b(head|headteacher|ht|acting|depute|deputy|deput(?:es|ies)|dht|principal teacher|pts?|"
    r"faculty|leader|lead|co-?ordinator|manager|curriculum leader|cl|officer|director|qio)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Words:
    """A note, and who says it where no transcript is named: of which stages, and for whom."""

    order: int
    text: str
    seq: int
    stages: str
    speaker: str


@dataclass(frozen=True, slots=True)
class Contribution:
    """One transcript's part of the picture; `mark` tells its content from that of any other.

    `held` are items on which too few of a room voted for its notes to be shown; `room`: a
    room took part.
    """

    name: str
    mark: int
    profile: Mapping[str, str]
    answers: Mapping[str, Answer]
    asked: tuple[str, ...] = ()
    banks: Mapping[str, str] = field(default_factory=dict)
    held: frozenset[str] = frozenset()
    room: bool = False
    day: date | None = None
    path: Path = Path()

    @property
    def guarded(self) -> bool:
        """Whether somebody speaks here only for themselves, and in no leading role.

        What a team, a department or a leader in office hands in is theirs to be named by;
        a member of staff is not shown among fewer than five.
        """
        voice, role = self.profile.get("voice", ""), self.profile.get("role", "")
        if self.room:
            return False
        leads = bool(_OFFICE.search(role))
        if _ALONE.search(voice):
            return not leads
        return bool(role) and not leads and not _FOR_OTHERS.search(voice)

    @property
    def stages(self) -> str:
        """Which stages its school covers, as it was said."""
        return " ".join(self.profile.get("sector", "").split()).lower()

    @property
    def speaker(self) -> str:
        """For whom it speaks, or in which role."""
        if self.guarded:
            return "a member of staff"
        voice, role = (" ".join(self.profile.get(name, "").split()) for name in ("voice", "role"))
        return voice.lower() or role

    def stands(self, item: str) -> Standing:
        """How `item` stands in it."""
        found = self.answers.get(item)
        return standing(found) if found else "unreached"


@dataclass(frozen=True, slots=True)
class Picture:
    """One question over all transcripts: how many stand where, and notes to choose from.

    `words` are at most `KEPT` a standing, the same ones in whatever order files are read.
    """

    item: str
    counts: Mapping[Standing, int]
    words: Mapping[Standing, tuple[Words, ...]]

    @property
    def rated(self) -> int:
        """How many gave a colour."""
        return sum(self.counts[name] for name in RATED)

    @property
    def answered(self) -> int:
        """How many gave a colour, or said that it is not known."""
        return self.rated + self.counts["unknown"]

    @property
    def alike(self) -> bool:
        """Whether all who gave a colour gave the same."""
        return sum(self.counts[name] > 0 for name in RATED) == 1

    @property
    def verdict(self) -> Verdict:
        """What the spread says, the most pressing first."""
        return next(name for name, holds in _VERDICTS if holds(self))


def _share(picture: Picture, *standings: Standing) -> float:
    return sum(picture.counts[name] for name in standings) / (picture.rated or 1)


def _sides(picture: Picture) -> bool:
    """Whether red and green both have their say: any at all of a few, a fifth each of many."""
    least = 0 if picture.rated <= NAMED else SIDES
    return _share(picture, "red") > least and _share(picture, "green") > least


_VERDICTS: Final[tuple[tuple[Verdict, Callable[[Picture], bool]], ...]] = (
    ("none", lambda each: each.answered == 0),
    ("unknown", lambda each: each.counts["unknown"] * 2 > each.answered),
    ("single", lambda each: each.rated == 1),
    ("apart", _sides),
    ("strength", lambda each: _share(each, "green") >= AGREED),
    ("concern", lambda each: _share(each, "red", "amber") >= AGREED),
    ("mixed", lambda each: True),
)


@dataclass(frozen=True, slots=True)
class Combination:
    """The picture of one bank: its questions in order, and what went into it.

    `voices` are there while they are few enough to be told apart; `guarded` says how the
    transcripts of single members of staff were treated; `elsewhere` counts transcripts of
    other banks, by bank; `wordings` how many versions of the questions were asked; `again`
    the transcripts that share school, role and voice with another; `rooms` whether a room was
    too small somewhere for its notes to be shown.
    """

    bank: str
    pictures: tuple[Picture, ...]
    transcripts: int
    answers: int
    voices: tuple[Contribution, ...] = ()
    guarded: Literal["none", "counted", "held"] = "none"
    schools: int = 0
    sectors: Mapping[str, int] = field(default_factory=dict)
    begun: date | None = None
    ended: date | None = None
    elsewhere: Mapping[str, int] = field(default_factory=dict)
    wordings: int = 1
    again: int = 0
    rooms: bool = False

    def of(self, *verdicts: Verdict) -> tuple[Picture, ...]:
        """The questions of which this can be said."""
        return tuple(each for each in self.pictures if each.verdict in verdicts)
