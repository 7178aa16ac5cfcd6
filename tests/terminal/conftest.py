"""The app over a real evaluation in a folder of its own, driven by keys."""

from __future__ import annotations

import asyncio
import html
import re
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from mtcoach import evaluation
from mtcoach.questions.loading import Library, load_library
from mtcoach.terminal.app import CoachApp
from mtcoach.terminal.shelf import Shelf
from mtcoach.terminal.widgets.chips import Chips
from mtcoach.workshop.facilitating.plans import Door, Plans

OPENING = ("Lochside Academy", "secondary", "depute", "on my own", "an hour", "1")
DAY = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)

Wait = Callable[[Pilot[Any], Callable[[], bool]], Any]
Begun = Callable[..., Path]
Running = Callable[..., AbstractAsyncContextManager[tuple[CoachApp, Pilot[None]]]]


@pytest.fixture(scope="session")
def library() -> Library:
    return load_library()


@pytest.fixture
def begun(tmp_path: Path, library: Library) -> Begun:
    """Makes a transcript by replies, as a leader would have typed them."""

    def begin(*replies: str, opening: Sequence[str] = OPENING) -> Path:
        talk = evaluation.start(tmp_path, library, clock=lambda: DAY)
        for reply in (*opening, *replies):
            talk.hear(reply)
        talk.pause()
        talk.close()
        return talk.path

    return begin


@pytest.fixture
def wait_until() -> Wait:
    """Waits for what a person would see happen; two seconds are long for that."""

    async def wait(pilot: Pilot[Any], seen: Callable[[], bool]) -> None:
        until = time.monotonic() + 5
        while not seen():
            assert time.monotonic() < until, "it never happened"
            await asyncio.sleep(0.01)
            await pilot.pause()

    return wait


@pytest.fixture
def running(tmp_path: Path, library: Library, wait_until: Wait) -> Running:
    """The app, its first screen loaded; with `path`, in that conversation."""

    @asynccontextmanager
    async def run(
        path: Path | None = None, size: tuple[int, int] = (80, 24)
    ) -> AsyncIterator[tuple[CoachApp, Pilot[None]]]:
        shelf = Shelf(tmp_path, "chosen for this test")
        shelf.__dict__["library"] = library
        app = CoachApp(shelf, path)
        async with app.run_test(size=size) as pilot:
            if path:
                await wait_until(pilot, lambda: type(app.screen).__name__ == "ChatScreen")
            else:
                await wait_until(pilot, lambda: app.screen.query_one("OptionList").has_focus)
                await wait_until(pilot, lambda: "Looking" not in screen_text(app))
            yield app, pilot

    return run


@pytest.fixture
def in_room(tmp_path: Path, library: Library, wait_until: Wait) -> Running:
    """The app in a workshop: a new one of `items`, or the one at `path`."""

    @asynccontextmanager
    async def run(
        path: Path | None = None,
        size: tuple[int, int] = (80, 24),
        items: str = "kq01, kq02, kq03",
        door: Door = "none",
        roles: str = "",
    ) -> AsyncIterator[tuple[CoachApp, Pilot[None]]]:
        plans = Plans(path is None, "Lochside Academy", "secondary", items, "30", roles, door)
        shelf = Shelf(tmp_path, "chosen for this test", plans=plans)
        shelf.__dict__["library"] = library
        app = CoachApp(shelf, path)
        async with app.run_test(size=size) as pilot:
            await wait_until(pilot, lambda: type(app.screen).__name__ == "RoomScreen")
            await wait_until(pilot, lambda: bool(app.screen.query_one(Chips).choices))
            yield app, pilot
            await app.shelf.put_away()

    return run


_TEXT = re.compile(r'<text[^>]*? x="([\d.]+)" y="([\d.]+)"[^>]*?>([^<]*)</text>')


def screen_text(app: CoachApp) -> str:
    """What the terminal shows, line by line, read from the app's own picture of it."""
    rows: dict[float, list[tuple[float, str]]] = {}
    for x, y, text in _TEXT.findall(app.export_screenshot()):
        rows.setdefault(float(y), []).append((float(x), html.unescape(text)))
    lines = ("".join(text for _, text in sorted(rows[y])) for y in sorted(rows))
    return "\n".join(lines).replace("\xa0", " ")


@pytest.fixture
def seen() -> Callable[[CoachApp], str]:
    """Reads the whole screen as text."""
    return screen_text
