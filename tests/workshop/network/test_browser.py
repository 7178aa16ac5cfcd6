"""Phones and the wall in a real browser: a vote from scan to end, with and without a script."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.async_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    Route,
    expect,
)

from mtcoach.questions.loading import Library
from support.browser import chromium, failings
from support.rooms import ROLES, Phone, Served, asked, ballot, free_port, room_in, served

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
    async with served(tmp_path, library, roles=ROLES, let_in=True) as room:
        yield room


class Complaints(list[str]):
    """What the browser complained about: errors, and anything that the policy kept out."""

    def watch(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.append(str(error)))
        page.on("console", self._said)
        page.on("request", self._asked)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.append(message.text)

    def _asked(self, request: Request) -> None:
        if not request.url.startswith("http://127.0.0.1:"):
            self.append(f"asked for {request.url}")


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


# --- what must not be lost ---------------------------------------------------------------


async def test_half_typed_words_survive_a_reload_and_the_end_of_the_vote(
    browser: Browser, room: Served
) -> None:
    page = await came_in(await browser.new_context(**PHONE), room)
    room.sitting.open_vote("kq01")
    await headed(page, "Vote, in silence")
    await page.get_by_role("button", name="Green").click()
    await expect(page.get_by_role("button", name="Green (your vote)")).to_be_visible()
    words = page.get_by_role("textbox")
    await words.fill("The P3 tracker is")
    await page.reload()
    await expect(words).to_have_value("The P3 tracker is")
    await expect(page.get_by_role("button", name="Green (your vote)")).to_be_visible()
    room.fill(*["amber"] * 5)
    await page.wait_for_timeout(300)
    await expect(words).to_have_value("The P3 tracker is")

    room.sitting.count_vote()
    await headed(page, "The votes are counted")
    await expect(words).to_have_value("The P3 tracker is")
    await words.fill("The P3 tracker is a year old")
    await page.get_by_role("button", name="Send my words").click()
    await expect(words).to_have_value("")
    assert [voice.text for voice in room.sitting.room.handled.voices] == [
        "The P3 tracker is a year old"
    ]
    await page.reload()
    await expect(words).to_have_value("")


async def test_a_vote_that_comes_too_late_is_refused_with_its_words_kept(
    browser: Browser, room: Served
) -> None:
    context = await browser.new_context(**PHONE)
    await context.route("**/stream", lambda route: route.abort())
    room.sitting.open_vote("kq01")
    room.fill(*["amber"] * 6)
    page = await came_in(context, room)
    await headed(page, "Vote, in silence")
    await context.set_offline(True)
    await page.get_by_role("textbox").fill("P3 has no tracker")
    await page.get_by_role("button", name="Red").click()
    await expect(page.get_by_role("status")).to_contain_text("Not sent, as the line is broken")
    room.sitting.count_vote()
    await context.set_offline(False)
    await page.get_by_role("button", name="Red").click()
    await expect(page.locator(".said")).to_contain_text("This vote is closed")
    await headed(page, "The votes are counted")
    await expect(page.get_by_role("textbox")).to_have_value("P3 has no tracker")
    counted = room.sitting.room.handled.counted[0].tally
    assert counted and counted.voters == 6


async def test_a_phone_whose_pass_is_too_old_is_asked_for_the_code_again(
    browser: Browser, room: Served
) -> None:
    context = await browser.new_context(**PHONE)
    page = await came_in(context, room)
    room.sitting.open_vote("kq01")
    await headed(page, "Vote, in silence")
    await page.get_by_role("textbox").fill("Half a sentence")
    await context.clear_cookies()
    await page.get_by_role("button", name="Red").click()
    await headed(page, "Join the workshop")
    await page.get_by_role("textbox").fill(room.server.join_code)
    await page.get_by_role("button", name="Join").click()
    await expect(page.get_by_role("textbox")).to_have_value("Half a sentence")

    await context.clear_cookies()
    await page.evaluate("dispatchEvent(new Event('online'))")
    await room.server.open_to("127.0.0.1")
    await headed(page, "Join the workshop")


async def test_personal_data_is_asked_about_before_it_is_sent(
    browser: Browser, room: Served
) -> None:
    page = await came_in(await browser.new_context(**PHONE), room)
    room.sitting.open_vote("kq01")
    await headed(page, "Vote, in silence")
    await page.get_by_role("textbox").fill("Jamie Smith in P4 is behind")
    await page.get_by_role("button", name="Red").click()
    await expect(page.locator(".doubt")).to_contain_text("somebody's name")
    await expect(page.get_by_role("button", name="Mask it and send")).to_be_focused()
    await expect(page.get_by_role("button", name="Red (your vote)")).to_be_visible()
    await page.get_by_role("button", name="Mask it and send").click()
    await expect(page.get_by_role("textbox")).to_have_value("[name] in P4 is behind")
    assert room.sitting.box
    assert [b.words for b in room.sitting.box.ballots.values()] == ["[name] in P4 is behind"]


async def test_a_room_that_was_killed_is_found_again_by_phones_and_wall(
    browser: Browser, tmp_path: Path
) -> None:
    port = free_port()
    first = room_in(tmp_path, port)
    join, wall_url = asked(first).split()
    phone = await (await browser.new_context(**PHONE)).new_page()
    wall = await (await browser.new_context()).new_page()
    await phone.goto(join)
    await phone.get_by_role("button", name="Join").click()
    await wall.goto(wall_url)
    await phone.get_by_role("button", name="Amber").click()
    await expect(wall.locator(".in")).to_have_text("1 in")
    await phone.get_by_role("textbox").fill("Half a sentence")

    first.send_signal(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
    first.communicate()
    for page in (phone, wall):
        await expect(page.get_by_role("status")).to_have_text("Reconnecting…")
    second = room_in(tmp_path, port)
    try:
        assert asked(second).split() == [join, wall_url]
        for page in (phone, wall):
            await expect(page.get_by_role("status")).to_have_text("Connected again")
        await expect(phone.get_by_role("textbox")).to_have_value("Half a sentence")
        await phone.get_by_role("button", name="Green").click()
        await expect(phone.get_by_role("button", name="Green (your vote)")).to_be_visible()
        assert asked(second, "votes") == "1"
        await expect(wall.locator(".in")).to_have_text("1 in")
    finally:
        second.communicate()


# --- without a script, without a mouse, without sight ---------------------------------------


async def test_a_whole_item_without_a_script(browser: Browser, room: Served) -> None:
    page = await came_in(await browser.new_context(**NO_SCRIPT), room, "Support staff")
    await headed(page, "You are in")
    await expect(page.locator("meta[http-equiv=refresh]")).to_have_count(1)
    await page.get_by_role("link", name="stop that").click()
    await expect(page.locator("meta[http-equiv=refresh]")).to_have_count(0)

    room.sitting.open_vote("kq01")
    await page.get_by_role("link", name="See whether anything has changed").click()
    await headed(page, "Vote, in silence")
    await expect(page.locator("meta[http-equiv=refresh]")).to_have_count(0)
    await page.get_by_role("textbox").fill("Half a")
    await page.get_by_role("button", name="See whether anything has changed").click()
    await expect(page.get_by_role("textbox")).to_have_value("Half a")
    await page.get_by_role("textbox").fill("Jamie Smith in P4 is behind")
    await page.get_by_role("button", name="Red").click()
    await expect(page.locator(".doubt")).to_be_visible()
    await page.get_by_role("textbox").fill("One class is behind")
    await page.get_by_role("button", name="Send my words").click()
    await expect(page.get_by_role("button", name="Red (your vote)")).to_be_visible()
    await page.get_by_role("button", name="Amber").click()
    await expect(page.get_by_role("button", name="Amber (your vote)")).to_be_visible()
    await expect(page.get_by_role("textbox")).to_have_value("One class is behind")

    room.fill(*["green"] * 5)
    room.sitting.count_vote()
    await page.get_by_role("button", name="Red").click()
    await expect(page.locator(".said")).to_contain_text("This vote is closed")
    await expect(page.locator(".bars li").nth(1)).to_contain_text("1 of 6")
    await page.get_by_role("textbox").fill("P3 has no tracker")
    await page.get_by_role("button", name="Send my words").click()
    await headed(page, "The votes are counted")
    voices = [voice.text for voice in room.sitting.room.handled.voices]
    assert voices == ["One class is behind", "P3 has no tracker"]


@pytest.mark.parametrize("script", [True, False])
async def test_it_works_over_plain_http_where_a_browser_trusts_nothing(
    tmp_path: Path, library: Library, script: bool
) -> None:
    # As in a school's Wi-Fi, and unlike on the loopback, the browser says less of each request.
    port = free_port()
    url = f"http://room.test:{port}"
    async with (
        served(tmp_path, library, port=port, public_url=url) as room,
        chromium("--host-resolver-rules=MAP room.test 127.0.0.1") as browser,
    ):
        page = await browser.new_page(java_script_enabled=script)
        await page.goto(f"{url}/j/{room.server.join_code}")
        assert script is False or await page.evaluate("isSecureContext") is False
        await page.get_by_role("button", name="Join").click()
        await headed(page, "You are in")
        room.sitting.open_vote("kq01")
        await page.goto(url)
        await page.get_by_role("textbox").fill("Every class has one")
        await page.get_by_role("button", name="Green").click()
        await expect(page.get_by_role("button", name="Green (your vote)")).to_be_visible()
        assert room.sitting.box and room.sitting.box.votes_in == 1


async def test_a_vote_with_keys_alone(browser: Browser, room: Served) -> None:
    context = await browser.new_context(viewport={"width": 800, "height": 600})
    page = await context.new_page()
    await page.goto(room.server.url)
    await page.keyboard.press("Tab")
    await page.keyboard.type(room.server.join_code.lower())
    await page.keyboard.press("Tab")
    await page.keyboard.press("ArrowUp")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await headed(page, "You are in")
    room.sitting.open_vote("kq01")
    await headed(page, "Vote, in silence")
    for _ in range(3):
        await page.keyboard.press("Tab")
    await expect(page.get_by_role("button", name="Green")).to_be_focused()
    outline = "element => getComputedStyle(element).outlineWidth"
    assert await page.locator(":focus").evaluate(outline) == "3px"
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("button", name="Green (your vote)")).to_be_focused()
    await page.keyboard.press("Tab")
    await page.keyboard.press("Tab")
    await page.keyboard.type("Every class has one")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("status")).to_have_text("Your words are in")
    assert room.sitting.box
    (ballot,) = room.sitting.box.ballots.values()
    assert (ballot.colour, ballot.role, ballot.words) == (
        "green",
        "Support staff",
        "Every class has one",
    )
    room.fill(*["amber"] * 5)
    room.sitting.count_vote()
    await headed(page, "The votes are counted")
    await expect(page.locator("h1")).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_no_page_fails_axe_in_any_state(
    browser: Browser, room: Served, scheme: Literal["light", "dark"]
) -> None:
    context = await browser.new_context(**PHONE, color_scheme=scheme)
    phone, wall = await context.new_page(), await context.new_page()
    found: list[str] = []

    async def looked_at(state: str, *pages: Page) -> None:
        for page in pages:
            await page.wait_for_timeout(250)
            found.extend(f"{state}: {line}" for line in await failings(page))

    await phone.goto(room.server.url)
    await wall.goto(f"{room.server.url}/wall")
    await looked_at("asked for the code", phone, wall)
    await phone.get_by_role("textbox").fill("WRONG1")
    await phone.get_by_role("button", name="Join").click()
    await wall.goto(f"{room.server.url}/wall?code=WRONG1")
    await looked_at("wrong code", phone, wall)
    await phone.goto(f"{room.server.url}/nothing")
    await looked_at("no such page", phone)
    await phone.goto(room.server.join_url)
    await phone.get_by_role("button", name="Join").click()
    await wall.set_viewport_size({"width": 1280, "height": 720})
    await wall.goto(room.server.wall_url)
    await looked_at("lobby", phone, wall)
    room.sitting.open_vote("kq01")
    await looked_at("vote", phone, wall)
    await phone.get_by_role("textbox").fill("Jamie Smith in P4 is behind")
    await phone.get_by_role("button", name="Abstain").click()
    await expect(phone.locator(".doubt")).to_be_visible()
    await looked_at("doubt", phone)
    for number, colour in enumerate(["red", "green"] * 6):
        role = ROLES[number % 2]
        room.sitting.cast(f"{role} {number}", ballot(colour, role))
    room.server.show_timer("Vote", datetime.now(UTC) + timedelta(minutes=4))
    room.sitting.count_vote()
    await expect(wall.locator("table")).to_be_visible()
    await looked_at("reveal", phone, wall)
    room.sitting.talk("poles")
    await looked_at("talk", phone, wall)
    room.sitting.open_vote("kq01")
    room.fill("red", "green")
    room.sitting.count_vote()
    await looked_at("held", phone, wall)
    room.sitting.conclude("settled", "amber")
    await looked_at("settled", phone, wall)
    room.sitting.open_vote("kq02")
    room.fill(*["red"] * 6)
    room.sitting.count_vote()
    room.sitting.conclude("split")
    await looked_at("split kept", phone, wall)
    await room.server.stop()
    await looked_at("ended", phone, wall)
    assert found == []


async def test_axe_finds_what_is_wrong(browser: Browser) -> None:
    page = await browser.new_page()
    await page.set_content("<html><body><input><p style='color: #ccc'>pale</p></body></html>")
    found = " ".join(await failings(page))
    assert "label" in found
    assert "color-contrast" in found


async def test_axe_passes_the_page_without_a_script_but_for_its_refreshing(
    browser: Browser, room: Served
) -> None:
    # axe is a script itself, so the page is served to it as it is where none runs.
    async def bare(route: Route) -> None:
        answer = await route.fetch()
        text = re.sub("</?noscript>|<script.*?</script>", "", await answer.text())
        await route.fulfill(response=answer, body=text)

    page = await came_in(await browser.new_context(**PHONE), room)
    await page.route(f"{room.server.url}/", bare)
    await page.goto(room.server.url)
    # A page that looks by itself can be stopped from doing so, on the page.
    assert await failings(page, without=("meta-refresh",)) == []
    assert await page.get_by_role("link", name="stop that").count() == 1
    room.sitting.open_vote("kq01")
    await page.goto(room.server.url)
    assert await page.get_by_role("button", name="See whether").count() == 1
    assert await failings(page) == []


# --- how it looks --------------------------------------------------------------------------


@pytest.mark.parametrize("width, height", [(1920, 1080), (1024, 768), (1280, 800)])
async def test_the_wall_needs_no_scrolling_with_the_longest_texts(
    browser: Browser, tmp_path: Path, library: Library, width: int, height: int
) -> None:
    def length(name: str) -> int:
        item = library.items[name]
        return len(item.question) + len(item.statement)

    longest = max((name for name in library.items if name.startswith("kq")), key=length)
    async with served(tmp_path, library, items=(longest,), let_in=True) as room:
        page = await browser.new_page(viewport={"width": width, "height": height})
        await page.goto(room.server.wall_url)
        fits = "document.documentElement.scrollHeight <= innerHeight"

        async def fitting(heading: str) -> None:
            await expect(page.get_by_role("heading", name=heading)).to_be_visible()
            assert await page.evaluate(fits)

        assert await page.evaluate(fits)
        room.sitting.open_vote(longest)
        await fitting(library.items[longest].question)
        for number in range(24):
            colour = ("red", "amber", "green")[number % 3]
            room.sitting.cast(str(number), ballot(colour, f"Role {number % 3}"))
        room.sitting.count_vote()
        await fitting("How the room voted")
        room.sitting.talk("same-words")
        await fitting("Reading it alike")
        size = "parseFloat(getComputedStyle(document.querySelector('.steps li')).fontSize)"
        # A letter of a fiftieth of the height can be read from eight times the width away.
        assert await page.evaluate(size) >= height / 50


async def test_a_phone_shows_all_of_its_page_without_scrolling_sideways(
    browser: Browser, room: Served
) -> None:
    page = await came_in(await browser.new_context(viewport={"width": 320, "height": 560}), room)
    room.sitting.open_vote("kq01")
    await headed(page, "Vote, in silence")
    await page.get_by_role("button", name="Amber").click()
    await expect(page.get_by_role("button", name="Amber (your vote)")).to_be_visible()
    for button in await page.get_by_role("button").all():
        box = await button.bounding_box()
        assert box and box["height"] >= 44 and box["x"] + box["width"] <= 320
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    room.fill(*["amber"] * 99)
    room.sitting.count_vote()
    await headed(page, "The votes are counted")
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")


async def test_a_role_is_asked_for_only_where_the_facilitator_asks(
    browser: Browser, tmp_path: Path, library: Library
) -> None:
    async with served(tmp_path, library) as room:
        page = await browser.new_page()
        await page.goto(room.server.join_url)
        assert await page.get_by_role("radio").count() == 0
        async with Phone(room.server.url) as phone:
            assert "role" not in (await phone.http.get("/")).text.replace('role="status"', "")
