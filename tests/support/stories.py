"""Stories: whole conversations as text that a head teacher could read.

    You: amber, not every department uses SEEMiS
    Coach: What's in place, and what isn't yet?
    Holds: kq10 amber "not every department"
    (a new sitting)

`You` is typed; an indented line goes on with it. `Coach` must be among what the
coach says next, in this order, and may be a part of it. `Holds` is what the
record must hold of an item: its rating or status, then words of its notes or
next steps in quotes. `#` begins a remark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import assert_never

from mtcoach.transcript.record import Record
from mtcoach.transcript.sayings import (
    Line,
    Listing,
    Question,
    Recorded,
    Saying,
    Summary,
)

STORIES = Path(__file__).parent.parent / "stories"
TOLD = datetime(2026, 11, 25, 16, 0, tzinfo=UTC)
"""When the stories are told."""
NEW_SITTING = "(a new sitting)"


@dataclass(frozen=True)
class You:
    """A reply, as typed."""

    text: str
    line: int


@dataclass(frozen=True)
class Coach:
    """Words that the coach's turn must have."""

    text: str
    line: int


@dataclass(frozen=True)
class Holds:
    """What the record must hold about an item."""

    item: str
    state: str
    words: tuple[str, ...]
    line: int


@dataclass(frozen=True)
class NewSitting:
    """The evaluation is closed and opened again."""

    line: int


Scene = You | Coach | Holds | NewSitting


def read(path: Path) -> list[Scene]:
    """The scenes of the story at `path`."""
    scenes: list[Scene] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith(" ") and scenes and isinstance(scenes[-1], You | Coach):
            last = scenes[-1]
            scenes[-1] = replace(last, text=f"{last.text} {line.strip()}")
            continue
        scenes.append(_scene(line, number, path))
    return scenes


def _scene(line: str, number: int, path: Path) -> Scene:
    kind, _, text = line.partition(":")
    match kind:
        case "You":
            return You(text.strip(), number)
        case "Coach":
            return Coach(text.strip(), number)
        case "Holds":
            words = tuple(re.findall(r'"([^"]*)"', text))
            item, state = re.sub(r'"[^"]*"', "", text).split()
            return Holds(item, state, words, number)
        case _ if line.strip() == NEW_SITTING:
            return NewSitting(number)
    raise ValueError(f"{path.name}:{number}: a story has no line like {line!r}")


def paths() -> list[Path]:
    """Every story."""
    return sorted(STORIES.glob("*.story"))


def words_of(sayings: Iterable[Saying]) -> str:
    """All that is said in a turn, as one line of text."""
    parts: list[str] = []
    for saying in sayings:
        match saying:
            case Line(text=text) | Recorded(text=text):
                parts.append(text)
            case Question(label=label, text=text, statement=statement):
                parts += [label, text, statement]
            case Listing(title=title, lines=rows) | Summary(title=title, lines=rows):
                parts += [title, *rows]
            case _:
                assert_never(saying)
    return flat(" ".join(parts))


def flat(text: str) -> str:
    """`text` with every run of white space as one space."""
    return " ".join(text.split())


def check_said(scene: Coach, said: str, story: str) -> None:
    """The coach said it, in words that may be a part of the turn."""
    assert flat(scene.text) in said, f"{story}:{scene.line}: the coach said: {said}"


def check_held(scene: Holds, record: Record, story: str) -> None:
    """The record holds it."""
    answer = record.answer(scene.item)
    states: Sequence[str | None] = (answer.rating, answer.status)
    assert scene.state in states, f"{story}:{scene.line}: {scene.item} is {states}"
    held = flat(" ".join(note.text for note in (*answer.notes, *answer.steps)))
    for words in scene.words:
        assert words in held, f"{story}:{scene.line}: {scene.item} holds: {held}"
