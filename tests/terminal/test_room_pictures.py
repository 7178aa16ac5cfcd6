"""A picture of each screen of a workshop at two sizes.

`pytest tests/terminal --snapshot-update` takes them anew.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from mtcoach.terminal.app import CoachApp
from mtcoach.terminal.shelf import Shelf
from mtcoach.workshop.facilitating.plans import Plans

SIZES = {"small": (80, 24), "large": (140, 44)}
AGREED = (
    "we agreed amber; 9 of 14 staff named the date in the May poll; next step: one page for supply "
    "staff by Christmas; two people felt it is red because P7 has none"
)
SCENES: dict[str, tuple[str, ...]] = {
    "lobby": (),
    "reveal": ("6 red 1 amber 6 green", "count"),
    "asked": ("3/8/2", "count", "agree"),
    "concluded": ("3/8/2", "count", AGREED),
    "items": ("3/8/2", "count", AGREED, "items"),
}
"""Scenes without a clock, which would make two pictures of one screen."""


@pytest.fixture
def app(library: Any, tmp_path: Path) -> CoachApp:
    plans = Plans(True, "Lochside Academy", "secondary", "kq01, kq06, kq13", "30", "", "none")
    shelf = Shelf(tmp_path, "the folder of this picture", plans=plans)
    shelf.__dict__["library"] = library
    made = CoachApp(shelf)
    made.animation_level = "none"
    return made


def playing(wait_until: Any, scene: str) -> Callable[[Any], Awaitable[None]]:
    async def play(pilot: Any) -> None:
        await wait_until(pilot, lambda: type(pilot.app.screen).__name__ == "RoomScreen")
        room = pilot.app.screen
        await wait_until(pilot, lambda: bool(room.chips.choices))
        for text in SCENES[scene]:
            room.composer.insert(text)
            await pilot.press("enter")
            await wait_until(pilot, lambda: not room.composer.text and not room.busy)
            await pilot.pause()
        room.composer.cursor_blink = False
        await pilot.pause(0.3)

    return play


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scene", SCENES)
def test_a_workshop_looks_as_it_did(
    scene: str, size: str, app: CoachApp, wait_until: Any, snap_compare: Any
) -> None:
    assert snap_compare(app, terminal_size=SIZES[size], run_before=playing(wait_until, scene))


@pytest.mark.parametrize("size", SIZES)
def test_the_set_up_looks_as_it_did(
    size: str, library: Any, tmp_path: Path, wait_until: Any, snap_compare: Any
) -> None:
    shelf = Shelf(tmp_path, "the folder of this picture", plans=Plans(at_once=True))
    shelf.__dict__["library"] = library
    made = CoachApp(shelf)
    made.animation_level = "none"

    async def play(pilot: Any) -> None:
        await wait_until(pilot, lambda: type(pilot.app.screen).__name__ == "SetupScreen")
        await pilot.pause()
        for field in pilot.app.screen.query("Input"):
            field.cursor_blink = False
        await pilot.pause(0.2)

    assert snap_compare(made, terminal_size=SIZES[size], run_before=play)
