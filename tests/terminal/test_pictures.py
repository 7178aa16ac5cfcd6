"""A picture of each screen at two sizes.

`pytest tests/terminal --snapshot-update` takes them anew.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from mtcoach import reporting
from mtcoach.terminal.app import CoachApp
from mtcoach.terminal.shelf import Shelf
from mtcoach.terminal.themes import LIGHT

SIZES = {"small": (80, 24), "large": (200, 60)}
SCREENS = {
    "HomeScreen": (),
    "ChatScreen": ("enter",),
    "ReviewScreen": ("enter", "f3"),
    "ReportScreen": ("enter", "f4"),
    "HelpScreen": ("f1",),
}
REPLIES = (
    "Amber – we use SEEMiS but not every department; next step is training PTs by Christmas",
    "about half in S1 to S3, 4 of 7",
    "red, nobody has looked since May",
    "skip",
    "skip",
)
REPORT = """# Lochside Academy: monitoring and tracking

Of the 19 questions, 1 is rated **red** and 2 were skipped. ([kq01]–[kq19])

## Planning, tracking and monitoring

- *Clear expectations*. “nobody has looked \\[since May\\]” ([kq01])

| QI | Questions | Red |
| --- | --- | --- |
| 3.2 (2.3) | 7 | 1 |

[kq01]: #kq01
"""


@pytest.fixture
def app(begun: Any, library: Any, tmp_path: Path, monkeypatch: Any) -> CoachApp:
    """Over one evaluation, in a folder whose name is the same every time."""
    begun(*REPLIES)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(reporting, "report_text", lambda _, **__: REPORT)
    shelf = Shelf(Path(), "the folder of this picture")
    shelf.__dict__["library"] = library
    made = CoachApp(shelf)
    # A cursor that blinks would make two pictures of one screen.
    made.animation_level = "none"
    return made


def pressing(wait_until: Any, name: str) -> Callable[[Any], Awaitable[None]]:
    """Presses what leads to the screen called `name`, waiting for each to have come."""

    async def press(pilot: Any) -> None:
        stops = ["ChatScreen"] * (len(SCREENS[name]) - 1) + [name]
        await wait_until(pilot, lambda: bool(pilot.app.screen.query("OptionList")))
        await wait_until(pilot, lambda: len(pilot.app.screen.choices.options) > 1)
        for key, stop in zip(SCREENS[name], stops, strict=False):
            await pilot.press(key)
            await wait_until(pilot, lambda stop=stop: type(pilot.app.screen).__name__ == stop)
        if name == "ReportScreen":
            await wait_until(pilot, lambda: "Writing" not in str(pilot.app.screen.text.content))
        for composer in pilot.app.screen.query("Composer"):
            composer.cursor_blink = False
        await pilot.pause()

    return press


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", SCREENS)
def test_screen_looks_as_it_did(
    name: str, size: str, app: CoachApp, wait_until: Any, snap_compare: Any
) -> None:
    assert snap_compare(app, terminal_size=SIZES[size], run_before=pressing(wait_until, name))


def test_the_conversation_looks_as_it_did_in_light(
    app: CoachApp, wait_until: Any, snap_compare: Any
) -> None:
    app.theme = LIGHT.name
    run = pressing(wait_until, "ChatScreen")
    assert snap_compare(app, terminal_size=SIZES["small"], run_before=run)
