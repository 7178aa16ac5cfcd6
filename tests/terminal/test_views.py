"""What holds in every view: nobody's words are markup, every command is found, colours are read."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
from textual.color import Color
from textual.theme import Theme

from mtcoach.terminal.commands import ANYWHERE, CHAT, GROUPS
from mtcoach.terminal.glyphs import ASCII, Glyphs, chosen
from mtcoach.terminal.preview import preview
from mtcoach.terminal.sayings import safe
from mtcoach.terminal.screens.help import page
from mtcoach.terminal.themes import THEMES

RIDDLE = "[/] [b [0] {x}"


async def test_nobodys_words_are_markup_in_any_view(
    begun: Any, running: Any, wait_until: Any, seen: Any
) -> None:
    path = begun(
        f"amber, {RIDDLE}; next step is {RIDDLE}",
        opening=(RIDDLE, "secondary", RIDDLE, "on my own", "an hour", "1"),
    )
    async with running(size=(160, 60)) as (app, pilot):
        await wait_until(pilot, lambda: RIDDLE in seen(app))
        await pilot.press("enter")
        await wait_until(pilot, lambda: type(app.screen).__name__ == "ChatScreen")
        await wait_until(pilot, lambda: f"amber, {RIDDLE}" in seen(app))
        app.screen.composer.insert(RIDDLE)
        app.screen.messages.remark(RIDDLE)
        await pilot.press("f3")
        await wait_until(pilot, lambda: seen(app).count(RIDDLE) >= 2)
        await pilot.press("home", "enter")
        await wait_until(pilot, lambda: type(app.screen).__name__ == "EditScreen")
        await wait_until(pilot, lambda: RIDDLE in seen(app))
        await pilot.press("escape", "escape", "f4")
        await wait_until(pilot, lambda: RIDDLE in seen(app))
    assert path.exists()


def test_control_characters_never_reach_the_terminal() -> None:
    assert safe("a\x1b[2Jb\x07\x9bc\u202ed\tx\ud800") == "a[2Jbcd x?"


def test_the_preview_shows_markdown_and_follows_nothing() -> None:
    text = "# Title\n\nA **bold** *point* ([kq01]) and \\[b\\] \\*.\n\n[kq01]: #kq01\n"
    table = "\n| A | B |\n|---|---|\n| 1 | 2 \\| 3 |"
    assert preview(text + table).plain == (
        "Title\n\nA bold point (kq01) and [b] *.\n\nA: 1 · B: 2 | 3"
    )


def test_a_note_in_the_report_reads_as_it_was_typed(begun: Any, library: Any) -> None:
    from mtcoach import evaluation, reporting

    note = f"{RIDDLE} # no *stars* | `code` <b> \\ 3 of 7 departments"
    talk = evaluation.resume(begun(f"amber, {note}"), library, read_only=True)
    assert note in preview(reporting.report_text(talk)).plain


async def test_the_palette_has_every_command_of_the_screen(begun: Any, running: Any) -> None:
    async with running(begun()) as (app, _):
        titles = {command.title for command in app.get_system_commands(app.screen)}
    wanted = {command.title for command in (*CHAT.commands, *ANYWHERE.commands)}
    assert all(any(title.startswith(name) for title in titles) for name in wanted - {"Commands"})


def test_the_help_lists_every_command() -> None:
    text = page().plain
    for group in GROUPS:
        assert group.title in text
        assert all(command.help in text for command in group.commands)


async def test_the_keys_in_the_bottom_line_can_be_clicked(
    begun: Any, running: Any, wait_until: Any, seen: Any
) -> None:
    async with running(begun()) as (app, pilot):
        place = seen(app).splitlines()[-1].index("Review")
        await pilot.click("Hints", offset=(place, 0))
        await wait_until(pilot, lambda: type(app.screen).__name__ == "ReviewScreen")


def test_the_first_picture_waits_for_no_question_file() -> None:
    code = "import sys, mtcoach.terminal.app; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"pydantic", "yaml", "jinja2", "mtcoach.evaluation"} & set(ran.stdout.split())


async def test_every_command_has_an_action(begun: Any, running: Any) -> None:
    async with running(begun()) as (app, _):
        for command in CHAT.commands:
            assert hasattr(app.screen, f"action_{command.action}")


@pytest.mark.parametrize(
    ("encoding", "signs"), [("utf-8", Glyphs()), ("ascii", ASCII), (None, ASCII)]
)
def test_signs_are_those_the_terminal_has(encoding: str | None, signs: Glyphs) -> None:
    assert chosen(encoding) == signs


def luminance(colour: Color) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in (colour.r, colour.g, colour.b))
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: Color, other: Color) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


TEXTS = ("foreground", "foreground-muted", "text-primary", "text-secondary")
RATINGS = ("text-error", "text-warning", "text-success")
GROUNDS = ("background", "surface", "panel", "block-cursor-background")


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_text_is_readable_on_every_ground_in_both_themes(theme: Theme) -> None:
    colours = theme.to_color_system().generate()
    faint = [
        (text, ground, round(contrast(Color.parse(colours[text]), Color.parse(colours[ground])), 2))
        for text in (*TEXTS, *RATINGS)
        for ground in GROUNDS
        if contrast(Color.parse(colours[text]), Color.parse(colours[ground])) < 4.5
    ]
    assert faint == []


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_edges_are_seen_in_both_themes(theme: Theme) -> None:
    colours = theme.to_color_system().generate()
    for edge in ("border", "border-blurred"):
        assert contrast(Color.parse(colours[edge]), Color.parse(colours["background"])) >= 3
