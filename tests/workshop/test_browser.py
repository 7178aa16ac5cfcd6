"""Phones and the wall in a real browser: a vote from scan to end, with and without a script."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, BrowserContext, Page, expect
from support.browser import chromium, failings
from support.rooms import ITEMS, ROLES, Phone, Served, served

from mtcoach.questions.loading import Library

PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 740}, "has_touch": True}
NO_SCRIPT: dict[str, Any] = {**PHONE, "java_script_enabled": False}
PATIENCE = 15_000
"""Milliseconds to wait for a page; long, as a loaded machine is slow and not wrong."""

expect.set_options(timeout=PATIENCE)


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as browser:
        yield browser


@pytest.fixture
async def room(tmp_path: Path, library: Library) -> AsyncIterator[Served]:
    async with served(tmp_path, library, roles=ROLES) as room:
        yield room


class Complaints(list[str]):
    """What the browser complained about: errors, and anything that the policy kept out."""

    def watch(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.append(str(error)))
        page.on("console", lambda said: said.type == "error" and self.append(said.text))
        page.on("request", lambda asked: self._outside(asked.url))

    def _outside(self, url: str) -> None:
        if not url.startswith("http://127.0.0.1:"):
            self.append(f"asked for {url}")


async def came_in(context: BrowserContext, room: Served, role: str = "") -> Page:
    """A phone that has scanned the code and joined."""
    page = await context.new_page()
    page.set_default_timeout(PATIENCE)
    await page.goto(room.server.join_url)
    if role:
        await page.get_by_label(role).check()
    await page.get_by_role("button", name="Join").click()
    return page


async def headed(page: Page, text: str) -> None:
    await expect(page.get_by_role("heading", level=1)).to_have_text(text)


async def test_a_whole_item_on_three_phones_and_the_wall(browser: Browser, room: Served) -> None:
    complaints = Complaints()
    contexts = [await browser.new_context(**PHONE) for _ in range(3)]
    phones = [await came_in(context, room, "Teacher") for context in contexts]
    wall = await (await browser.new_context()).new_page()
    for page in (*phones, wall):
        complaints.watch(page)
    await wall.goto(room.server.wall_url)
    await expect(wall.locator(".here")).to_have_text("3 here")

    room.sitting.open_vote("kq01")
    room.fill("red", "green", "green")
    for page, colour in zip(phones, ("Red", "Amber", "Green"), strict=True):
        await headed(page, "Vote, in silence")
        await page.get_by_role("button", name=colour).click()
        await expect(page.get_by_role("button", name=f"{colour} (your vote)")).to_be_visible()
    await expect(wall.locator(".in")).to_have_text("6 in")
    await expect(phones[0].locator("[data-live=votes]")).to_have_text("6")
    assert await wall.locator(".bars").count() == 0

    await phones[0].reload()
    await expect(phones[0].get_by_role("button", name="Red (your vote)")).to_be_visible()
    await phones[0].get_by_role("button", name="Amber").click()
    await expect(phones[0].get_by_role("button", name="Amber (your vote)")).to_be_visible()

    room.sitting.count_vote()
    for page in (*phones, wall):
        await expect(page.locator(".bars li").nth(1)).to_contain_text("2 of 6")
    room.sitting.talk("poles")
    room.server.show_timer("In pairs", datetime.now(UTC) + timedelta(minutes=4))
    await headed(phones[0], "Time to talk")
    await expect(wall.locator(".clock")).to_contain_text("3:")

    room.sitting.open_vote("kq01")
    room.server.hide_timer()
    await headed(phones[0], "Vote again, in silence")
    assert await phones[0].get_by_text("(your vote)").count() == 0
    room.fill(*["amber"] * 6)
    await phones[0].get_by_role("button", name="Green").click()
    await expect(phones[0].get_by_role("button", name="Green (your vote)")).to_be_visible()
    room.sitting.count_vote()
    for page in (phones[1], wall):
        await expect(page.get_by_role("heading", name="Vote 2")).to_be_visible()
        await expect(page.get_by_role("heading", name="Vote 1")).to_be_visible()
    room.sitting.conclude("settled", "amber", minority="One stage has it already")
    for page in (phones[2], wall):
        await expect(page.locator(".outcome")).to_have_text("The room agreed on A amber.")
    await room.server.stop()
    await headed(phones[1], "The workshop has ended")
    await headed(wall, "Thank you")
    assert complaints == []
