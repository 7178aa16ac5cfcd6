"""The review, the editor and the report."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mtcoach.terminal.screens.edit import EditScreen


def answer(app: Any, item: str = "kq01") -> Any:
    return app.shelf.desk.evaluation.record.answer(item)


async def test_a_colour_is_changed_with_one_key(begun: Any, running: Any, wait_until: Any) -> None:
    async with running(begun("green, all 7 departments")) as (app, pilot):
        await pilot.press("f3", "home", "r")
        await wait_until(pilot, lambda: answer(app).rating == "red")
        assert answer(app).notes


async def test_note_and_step_are_edited_in_place(
    begun: Any, running: Any, wait_until: Any, seen: Any
) -> None:
    async with running(begun("amber, a start is made", "skip")) as (app, pilot):
        await pilot.press("f3", "home", "enter")
        await wait_until(pilot, lambda: isinstance(app.screen, EditScreen))
        app.screen.note.text = "4 of 7 departments, minutes of May"
        app.screen.step.text = "Visit the other three by June"
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: bool(answer(app).steps))
        assert answer(app).evidence == "4 of 7 departments, minutes of May"
        await wait_until(pilot, lambda: "Visit the other three" in seen(app))


async def test_an_emptied_note_overwrites_nothing(
    begun: Any, running: Any, wait_until: Any
) -> None:
    async with running(begun("amber, a start is made", "skip")) as (app, pilot):
        kept = answer(app).evidence
        await pilot.press("f3", "home", "enter")
        await wait_until(pilot, lambda: isinstance(app.screen, EditScreen))
        app.screen.note.text = "  "
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: type(app.screen).__name__ == "ReviewScreen")
        assert kept and answer(app).evidence == kept


async def test_escape_changes_nothing(begun: Any, running: Any, wait_until: Any) -> None:
    async with running(begun("amber, a start is made")) as (app, pilot):
        await pilot.press("f3", "home", "enter")
        await wait_until(pilot, lambda: isinstance(app.screen, EditScreen))
        await pilot.press("r", "escape")
        await wait_until(pilot, lambda: type(app.screen).__name__ == "ReviewScreen")
        assert answer(app).rating == "amber"


async def test_t_talks_about_the_marked_item(begun: Any, running: Any, wait_until: Any) -> None:
    async with running(begun("skip")) as (app, pilot):
        await pilot.press("f3", "end", "t")
        last = app.shelf.desk.evaluation.record.items[-1]
        await wait_until(pilot, lambda: app.shelf.desk.evaluation.record.position.item == last)
        assert type(app.screen).__name__ == "ChatScreen"


async def test_the_report_is_shown_and_written(
    begun: Any, running: Any, wait_until: Any, seen: Any, tmp_path: Path
) -> None:
    async with running(begun("amber, half of departments", "skip")) as (app, pilot):
        await pilot.press("f4")
        await wait_until(pilot, lambda: "Lochside Academy" in seen(app))
        await pilot.press("w")
        await wait_until(pilot, lambda: len(app.screen.written) == 2)
        assert all(path.exists() and path.parent == tmp_path for path in app.screen.written)
        await wait_until(pilot, lambda: "Written" in seen(app))
