"""The review, the editor and the report."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from mtcoach.terminal.screens.edit import EditScreen
from mtcoach.terminal.screens.offer import Offer


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


async def emptied(app: Any, pilot: Any, wait_until: Any) -> None:
    """In the editor on the first answer, the note cleared and saved: the app asks."""
    await pilot.press("f3", "home", "enter")
    await wait_until(pilot, lambda: isinstance(app.screen, EditScreen))
    app.screen.note.text = "  "
    await pilot.press("ctrl+s")
    await wait_until(pilot, lambda: isinstance(app.screen, Offer))


def in_review(app: Any) -> bool:
    return type(app.screen).__name__ == "ReviewScreen"


async def test_an_emptied_note_is_asked_about_and_enter_keeps_it(
    begun: Any, running: Any, wait_until: Any, seen: Any
) -> None:
    async with running(begun("amber, a start is made", "skip")) as (app, pilot):
        kept = answer(app).evidence
        await emptied(app, pilot, wait_until)
        assert "The evidence is empty now" in seen(app)
        await pilot.press("enter")
        await wait_until(pilot, lambda: in_review(app))
        assert kept and answer(app).evidence == kept


async def test_an_emptied_note_is_taken_back_only_on_a_yes(
    begun: Any, running: Any, wait_until: Any
) -> None:
    async with running(begun("amber, a start is made", "skip")) as (app, pilot):
        await emptied(app, pilot, wait_until)
        await pilot.press("escape")
        await wait_until(pilot, lambda: isinstance(app.screen, EditScreen))
        assert answer(app).notes
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: isinstance(app.screen, Offer))
        await pilot.press("2")
        await wait_until(pilot, lambda: in_review(app) and not answer(app).notes)
        assert answer(app).rating == "amber"


async def test_x_takes_back_what_is_chosen_and_nothing_else(
    begun: Any, running: Any, wait_until: Any, seen: Any
) -> None:
    told = "amber, a start is made in S1; next step is a visit to S3 by May"
    async with running(begun(told, "skip", "skip")) as (app, pilot):
        await pilot.press("f3", "home", "x")
        await wait_until(pilot, lambda: isinstance(app.screen, Offer))
        assert "Take back both" in seen(app)
        await pilot.press("3")
        await wait_until(pilot, lambda: not answer(app).steps)
        assert answer(app).notes
        await wait_until(pilot, lambda: "a visit to S3" not in seen(app))
        await pilot.press("x", "escape")
        await wait_until(pilot, lambda: in_review(app))
        assert answer(app).notes


NAMED = "Kacper Nowak in P3 has no target since August"


@pytest.mark.parametrize(("key", "kept"), [("1", "[name] in P3 has"), ("2", NAMED)])
async def test_a_name_typed_in_the_editor_is_warned_of_before_it_is_kept(
    begun: Any, running: Any, wait_until: Any, seen: Any, key: str, kept: str
) -> None:
    path = begun("amber, a start is made", "skip")
    async with running(path) as (app, pilot):
        await pilot.press("f3", "home", "enter")
        await wait_until(pilot, lambda: isinstance(app.screen, EditScreen))
        app.screen.note.text = NAMED
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: isinstance(app.screen, Offer))
        assert "somebody's name" in seen(app)
        assert "Kacper" not in path.read_text("utf-8")
        await pilot.press("3")
        await wait_until(pilot, lambda: isinstance(app.screen, EditScreen))
        assert app.screen.note.text == NAMED
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: isinstance(app.screen, Offer))
        await pilot.press(key)
        await wait_until(pilot, lambda: kept in answer(app).evidence)
        assert ("Kacper" in path.read_text("utf-8")) == (key == "2")
        # The choice is remembered: the next edit is not asked about.
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(app.screen, EditScreen))
        app.screen.step.text = "Agree a target with Kacper Nowak in P3"
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: bool(answer(app).steps))
        assert in_review(app)


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
    begun: Any,
    running: Any,
    wait_until: Any,
    seen: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    async with running(begun("amber, half of departments", "skip"), size=(120, 40)) as (app, pilot):
        await pilot.press("f4")
        await wait_until(pilot, lambda: "Lochside Academy" in seen(app))
        await pilot.press("w")
        await wait_until(pilot, lambda: len(app.screen.written) == 4)
        assert {path.suffix for path in app.screen.written} == {".docx", ".pdf", ".html", ".md"}
        assert all((tmp_path / path).parent == tmp_path / "reports" for path in app.screen.written)
        assert all((tmp_path / path).exists() for path in app.screen.written)
        await wait_until(pilot, lambda: "Written" in seen(app))
        assert "personal data" not in seen(app)


async def test_every_document_is_shown_and_written_from_the_report_screen(
    begun: Any,
    running: Any,
    wait_until: Any,
    seen: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    path = begun("amber, half of departments", "skip")
    async with running(path, size=(120, 60)) as (app, pilot):
        await pilot.press("f4")
        await wait_until(pilot, lambda: "The overall picture" in seen(app))
        await pilot.press("n")
        await wait_until(pilot, lambda: "What improvements have we made?" in seen(app))
        await pilot.press("p", "p")
        await wait_until(pilot, lambda: "Where we are now" in seen(app))
        await pilot.press("f", "f", "f")
        await wait_until(pilot, lambda: "as web page" in seen(app))
        await pilot.press("w")
        await wait_until(pilot, lambda: len(app.screen.written) == 1)
        assert app.screen.written[0].name == f"{path.stem}-briefing.html"
        await pilot.press("a")
        await wait_until(pilot, lambda: len(app.screen.written) == 5)
        await wait_until(pilot, lambda: f"{path.stem}-parents.html" in seen(app))
        assert all((tmp_path / each).exists() for each in app.screen.written)
        await pilot.press("f", "a")
        await wait_until(pilot, lambda: len(app.screen.written) == 2)
        assert {each.suffix for each in app.screen.written} == {".xlsx"}


async def test_o_opens_the_folder_of_the_files(
    begun: Any,
    running: Any,
    wait_until: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    opened: list[Path] = []
    monkeypatch.setattr("mtcoach.terminal.screens.report.open_folder", opened.append)
    path = begun("amber, half of departments", "skip")
    async with running(path, size=(120, 40)) as (app, pilot):
        await pilot.press("f4", "o")
        await wait_until(pilot, lambda: opened == [path.absolute().parent])
        await pilot.press("w")
        await wait_until(pilot, lambda: bool(app.screen.written))
        await pilot.press("o")
        await wait_until(pilot, lambda: opened[1:] == [tmp_path / "reports"])


def texts(app: Any) -> list[str]:
    """What the files that are text hold."""
    plain = [path for path in app.screen.written if path.suffix in (".md", ".html")]
    return [path.read_text("utf-8") for path in plain]


async def test_a_report_with_personal_data_says_so_and_is_masked_with_one_key(
    begun: Any,
    running: Any,
    wait_until: Any,
    seen: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    path = begun("amber, Callum Reid in S3 was excluded", "keep it", "skip", "skip")
    async with running(path, size=(120, 60)) as (app, pilot):
        await pilot.press("f4")
        await wait_until(pilot, lambda: "This report holds personal data (1 piece)" in seen(app))
        assert "Callum Reid" in seen(app)
        await pilot.press("m")
        await wait_until(pilot, lambda: "Personal data is masked" in seen(app))
        assert "[name] in S3 was excluded" in seen(app)
        assert "Callum" not in seen(app)
        await pilot.press("w")
        await wait_until(pilot, lambda: len(app.screen.written) == 4)
        assert all(path.stem.endswith("-redacted") for path in app.screen.written)
        assert not any("Callum" in text for text in texts(app))
        await pilot.press("m")
        await wait_until(pilot, lambda: "Callum Reid" in seen(app))
        await pilot.press("w")
        await wait_until(pilot, lambda: app.screen.written[0].stem == path.stem)
        assert all("Callum Reid" in text for text in texts(app))


async def test_a_report_about_nobody_says_that_there_is_nothing_to_mask(
    begun: Any, running: Any, wait_until: Any, seen: Any
) -> None:
    async with running(begun("amber, half of departments", "skip")) as (app, pilot):
        await pilot.press("f4")
        await wait_until(pilot, lambda: "Lochside Academy" in seen(app))
        await pilot.press("m")
        await wait_until(pilot, lambda: "no personal data in this report" in seen(app))
