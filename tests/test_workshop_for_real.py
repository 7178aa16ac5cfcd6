"""A workshop in a real terminal, with real phones, killed in the middle and found again."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import expect

from mtcoach.transcript.log import load
from mtcoach.transcript.record import Record, fold
from support.browser import chromium
from support.rooms import Phone, free_port
from support.terminal import Terminal

PATIENCE = 30_000
PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 740}, "has_touch": True}
F5, F7, F8 = "\x1b[15~", "\x1b[18~", "\x1b[19~"

expect.set_options(timeout=PATIENCE)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "transcripts").mkdir()
    return tmp_path


@pytest.fixture
def terminals(folder: Path) -> Iterator[Callable[..., Terminal]]:
    opened: list[Terminal] = []

    def another(*arguments: str) -> Terminal:
        opened.append(Terminal(folder, *arguments))
        return opened[-1]

    yield another
    for terminal in opened:
        terminal.close()


def transcript(folder: Path) -> Path:
    (path,) = (folder / "transcripts").glob("*.jsonl")
    return path


def record_of(folder: Path) -> Record:
    return fold(load(transcript(folder)).events)


def door(folder: Path) -> tuple[str, str]:
    """Where the room is served, and its code, from the file that the room keeps them in."""
    path = transcript(folder)
    kept = json.loads(path.with_name(path.name + ".room").read_text(encoding="utf-8"))
    return f"http://127.0.0.1:{kept['port']}", str(kept["code"])


async def test_a_workshop_is_killed_and_found_again_by_the_same_phones(
    folder: Path, terminals: Callable[..., Terminal]
) -> None:
    # A port of its own: while the room is dead, another on this machine must not take its place.
    place = ("--port", str(free_port()))
    first = terminals("workshop", "--school", "Birkhill Primary", "--items", "kq01,kq02", *place)
    first.shows("Open the vote")
    url, code = door(folder)
    async with chromium() as browser:
        page = await (await browser.new_context(**PHONE)).new_page()
        await page.goto(f"{url}/j/{code}")
        await page.get_by_role("button", name="Join").click()
        quiet = [Phone(url) for _ in range(5)]
        for phone in quiet:
            await phone.join(code)
        first.child.send(F5)
        first.shows("sealed until you close")
        for phone in quiet:
            await phone.vote("amber", "Two classes have no tracker")
        await page.get_by_role("button", name="Red").click()
        await expect(page.get_by_role("button", name="Red (your vote)")).to_be_visible()
        first.shows("6 of 6 in")
        os.kill(int(first.child.pid or 0), signal.SIGKILL)
        await expect(page.get_by_role("status")).to_have_text("Reconnecting…")

        second = terminals("workshop", str(transcript(folder)))
        await expect(page.get_by_role("status")).to_have_text("Connected again")
        second.shows("6 of 6 in")
        assert door(folder) == (url, code)
        await page.get_by_role("button", name="Green").click()
        await expect(page.get_by_role("button", name="Green (your vote)")).to_be_visible()
        second.child.send(F7)
        second.shows("5 notes:")
        await expect(page.locator(".bars li").nth(1)).to_contain_text("5 of 6")
        second.child.send("we agreed amber; next step: one tracker by May\r")
        second.shows("amber, agreed by the room")
        second.child.send("skip\r")
        second.shows("next step “one tracker by May”")
        second.child.send("\x11")  # Ctrl+Q
        await expect(page.get_by_role("heading", level=1)).to_have_text("The workshop has ended")
        second.until(lambda _: record_of(folder).paused, "the pause on disk")
        for phone in quiet:
            await phone.__aexit__()
    record = record_of(folder)
    assert record.answer("kq01").rating == "amber"
    assert record.paused
    assert record.workshop
    counted = record.workshop.on("kq01").counted[0].tally
    assert counted and counted.spread == {"red": 0, "amber": 5, "green": 1}


def test_a_workshop_is_conducted_line_by_line(
    folder: Path, terminals: Callable[..., Terminal]
) -> None:
    terminal = terminals("workshop", "--plain", "--school", "Birkhill Primary", "--items", "kq01")
    terminal.shows("Open the vote")
    for typed, shown in (
        ("open", "silent vote"),
        ("3 red 8 amber 2 green", "Show of hands: 3 red"),
        ("count", "Scattered"),
        ("amber, 9 of 14 staff named the date in the May poll", "Recorded for Clear expectations"),
        ("pause", "Saved in"),
    ):
        terminal.child.send(f"{typed}\r")
        terminal.shows(shown)
    assert record_of(folder).answer("kq01").rating == "amber"
