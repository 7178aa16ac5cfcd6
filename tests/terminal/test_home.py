"""The first screen."""

from __future__ import annotations

from pathlib import Path
from typing import Any


async def test_an_empty_folder_invites_to_start(running: Any, seen: Any) -> None:
    async with running() as (app, _):
        assert "no evaluations here yet" in seen(app)
        assert app.screen.choices.highlighted_option.id == "new"


async def test_enter_carries_on_where_one_was(begun: Any, running: Any, wait_until: Any) -> None:
    begun("amber, half the departments use it")
    async with running() as (app, pilot):
        await pilot.press("enter")
        await wait_until(pilot, lambda: type(app.screen).__name__ == "ChatScreen")
        assert app.shelf.desk.evaluation.record.profile["school"] == "Lochside Academy"


async def test_a_row_tells_school_date_progress_and_colours(
    begun: Any, running: Any, seen: Any
) -> None:
    begun("green", "green", "skip", "red", "red")
    async with running() as (app, _):
        text = seen(app)
        assert "Carry on: Lochside Academy" in text
        assert "22 November 2026" in text
        assert " of 19" in text
        assert "G1" in text


async def test_a_damaged_file_says_so_in_its_row(
    tmp_path: Path, running: Any, seen: Any, wait_until: Any
) -> None:
    (tmp_path / "old.jsonl").write_text("shopping list\n", encoding="utf-8")
    async with running() as (app, pilot):
        assert "old.jsonl" in seen(app)
        await pilot.press("end", "enter")
        await wait_until(pilot, lambda: bool(str(app.screen.notice.content)))
        assert "old.jsonl" in str(app.screen.notice.content)


async def test_an_evaluation_held_elsewhere_is_offered_for_reading(
    begun: Any, library: Any, running: Any, wait_until: Any, seen: Any
) -> None:
    from mtcoach import evaluation

    held = evaluation.resume(begun("red"), library)
    try:
        async with running() as (app, pilot):
            await pilot.press("enter")
            await wait_until(pilot, lambda: type(app.screen).__name__ == "Offer")
            await pilot.press("1")
            await wait_until(pilot, lambda: type(app.screen).__name__ == "ChatScreen")
            assert "reading only" in seen(app)
            assert not app.screen.composer.display
    finally:
        held.close()


async def test_r_shows_the_report_and_leaves_the_file_alone(
    begun: Any, running: Any, wait_until: Any
) -> None:
    path = begun("red", "nobody has looked")
    before = path.read_bytes()
    async with running() as (app, pilot):
        await pilot.press("r")
        await wait_until(pilot, lambda: type(app.screen).__name__ == "ReportScreen")
        await pilot.press("escape")
        await wait_until(pilot, lambda: type(app.screen).__name__ == "HomeScreen")
    assert path.read_bytes() == before


async def test_leaving_names_the_file_that_was_written(
    begun: Any, running: Any, wait_until: Any
) -> None:
    path = begun("red")
    async with running() as (app, pilot):
        await pilot.press("enter")
        await wait_until(pilot, lambda: type(app.screen).__name__ == "ChatScreen")
        await pilot.press("ctrl+q")
    assert app.shelf.kept == [path]


async def test_a_new_evaluation_with_nothing_said_leaves_no_file(
    tmp_path: Path, running: Any, wait_until: Any
) -> None:
    async with running() as (app, pilot):
        await pilot.press("n")
        await wait_until(pilot, lambda: type(app.screen).__name__ == "ChatScreen")
        await pilot.press("ctrl+b")
        await wait_until(pilot, lambda: type(app.screen).__name__ == "HomeScreen")
    assert not list(tmp_path.glob("*.jsonl"))
    assert app.shelf.kept == []
