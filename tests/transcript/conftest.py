"""A short evaluation, as events and as the file that holds them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from mtcoach.transcript.events import (
    BankMark,
    Event,
    Heard,
    Noted,
    Opened,
    ProfileSet,
    Rated,
    Said,
)
from mtcoach.transcript.log import Log
from mtcoach.transcript.sayings import (
    Choice,
    Line,
    Position,
    Question,
    Recorded,
)

NOW = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def events() -> tuple[Event, ...]:
    mark = BankMark(version="1", digest="0123456789abcdef")
    asked = Position(phase="items", step="rate", item="kq01")
    return (
        Opened(app="0.1.0", framework="hgios4", banks={"key-questions": mark}),
        ProfileSet(field="school", value="Sgoil Ghàidhlig an Òbain"),
        Said(
            sayings=(
                Line(text="Let us begin."),
                Question(item="kq01", label="1", place="1 of 19", text="How clear is it?"),
            ),
            choices=(Choice(key="r", label="Red", says="red"),),
            position=asked,
        ),
        Heard(text="Amber – we use SEEMiS\nbut not every department."),
        Rated(item="kq01", rating="amber", how="stated"),
        Noted(item="kq01", text="we use SEEMiS\nbut not every department."),
        Said(
            sayings=(Recorded(item="kq01", rating="amber", text="Amber, with a note."),),
            position=asked,
        ),
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "2026-11-22-lochside-academy.jsonl"


@pytest.fixture
def saved(path: Path, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events as they stand in the file at `path`, which nobody holds."""
    with Log.create(path) as log:
        return log.append(events, NOW)
