"""A transcript in passing: who evaluated what, and the answers, without the talk.

For reading thousands of files once. What it finds is what `fold` finds; only damage
within the talk itself goes unnoticed, as that is passed over.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mtcoach.transcript import disk
from mtcoach.transcript.events import (
    Opened,
    ProfileField,
    ProfileSet,
    Resumed,
    RoomOpened,
    RoundClosed,
    RouteChosen,
)
from mtcoach.transcript.lines import decode
from mtcoach.transcript.record import Answer, answers_of


@dataclass(frozen=True, slots=True)
class Skimmed:
    """What a transcript holds, without its talk.

    `asked` are the items that were put on a route; `banks` the digest of each bank's
    questions when they were asked; `held` the items on which too few of a room voted for
    more than its agreed rating to be shown; `room` whether a room took part; `mark` tells
    files with other content apart.
    """

    profile: Mapping[ProfileField, str]
    asked: tuple[str, ...]
    answers: Mapping[str, Answer]
    banks: Mapping[str, str]
    held: frozenset[str]
    room: bool
    example: bool
    day: date | None
    mark: int
    problems: tuple[str, ...]


def skim(path: Path) -> Skimmed:
    """The transcript at `path` in passing; raises `TranscriptError` as `load` does."""
    data = disk.read(path)
    loaded = decode(data, str(path), talk=False)
    profile: dict[ProfileField, str] = {}
    asked: dict[str, None] = {}
    banks: dict[str, str] = {}
    held: set[str] = set()
    example = room = False
    for event in loaded.events:
        match event:
            case ProfileSet(field=field, value=value):
                profile[field] = value
            case RouteChosen(items=items):
                asked |= dict.fromkeys(items)
            case Opened(banks=marks) | Resumed(banks=marks):
                banks |= {name: mark.digest for name, mark in marks.items()}
                example = example or (isinstance(event, Opened) and event.example)
            case RoomOpened():
                room = True
            case RoundClosed(item=item, tally=tally) if tally.spread is None:
                held.add(item)
    return Skimmed(
        profile=profile,
        asked=tuple(asked),
        answers=answers_of(loaded.events),
        banks=banks,
        held=frozenset(held),
        room=room,
        example=example,
        day=loaded.events[-1].at.date() if loaded.events else None,
        mark=int.from_bytes(hashlib.blake2b(data, digest_size=8).digest()),
        problems=loaded.problems,
    )
