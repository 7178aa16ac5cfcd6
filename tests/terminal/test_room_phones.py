"""Real browsers against the real facilitator's screen: phones vote, the facilitator conducts."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from playwright.async_api import Browser, Page, expect

from mtcoach.errors import CoachError
from mtcoach.transcript.log import load
from mtcoach.transcript.record import fold
from support.browser import chromium
from support.rooms import Phone

PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 740}, "has_touch": True}
PATIENCE = 20_000
"""Milliseconds to wait for a page; long, as a loaded machine is slow and not wrong."""

expect.set_options(timeout=PATIENCE)


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as browser:
        yield browser


async def scanned(browser: Browser, url: str) -> Page:
    """A phone that has scanned the code and joined."""
    page = await (await browser.new_context(**PHONE)).new_page()
    page.set_default_timeout(PATIENCE)
    await page.goto(url)
    await page.get_by_role("button", name="Join").click()
    return page


async def voted(page: Page, colour: str, words: str = "") -> None:
    """Waits for the vote, writes, taps, and sees that it is in."""
    await expect(page.get_by_role("button", name="Amber")).to_be_visible()
    if words:
        await page.get_by_role("textbox").fill(words)
    await page.get_by_role("button", name=colour).click()
    await expect(page.get_by_role("button", name=f"{colour} (your vote)")).to_be_visible()


async def test_phones_and_wall_follow_the_facilitators_keys(
    browser: Browser, in_room: Any, wait_until: Any, seen: Any
) -> None:
    async with in_room(door="here", items="kq01, kq02") as (app, pilot):
        server = app.shelf.hall.server
        phones = [await scanned(browser, server.join_url) for _ in range(3)]
        wall = await (await browser.new_context()).new_page()
        await wall.goto(server.wall_url)
        quiet = [Phone(server.url) for _ in range(3)]
        for phone in quiet:
            await phone.join(server.join_code)
            await phone.http.get("/")
        await wait_until(pilot, lambda: server.here == 6)

        await pilot.press("f5")
        for page, colour in zip(phones, ("Red", "Green", "Green"), strict=True):
            await voted(page, colour, "The infants have no tracker" if colour == "Red" else "")
        for phone, vote in zip(quiet, ("red", "red", "green"), strict=True):
            await phone.vote(vote, "Infants have no tracker" if vote == "red" else "")
        await wait_until(pilot, lambda: "6 of 6 in" in seen(app))
        assert "tracker" not in seen(app).replace("tracking", "")
        await phones[0].reload()
        await expect(phones[0].get_by_role("button", name="Red (your vote)")).to_be_visible()

        await pilot.press("f7")
        await wait_until(pilot, lambda: "Split." in seen(app))
        for page in (*phones, wall):
            await expect(page.locator(".bars li").nth(0)).to_contain_text("3 of 6")
        await pilot.press("ctrl+l")
        await wait_until(pilot, lambda: "nfants have no tracker" in seen(app))
        await pilot.press("escape")

        await wait_until(pilot, lambda: type(app.screen).__name__ == "RoomScreen")
        await pilot.press("f8")
        await expect(wall.locator(".clock")).to_contain_text("1:")
        await expect(phones[1].get_by_role("heading", level=1)).to_have_text("Time to talk")
        await phones[1].get_by_role("textbox").fill("P7 has had one since May")
        await phones[1].get_by_role("button", name="Send my words").click()
        await wait_until(
            pilot,
            lambda: any(
                voice.text == "P7 has had one since May"
                for voice in app.shelf.hall.conductor.room.handled.voices
            ),
        )

        await pilot.press("f6")
        for page in phones:
            await voted(page, "Amber")
        for phone in quiet:
            await phone.vote("amber", number=2)
        await wait_until(pilot, lambda: "6 of 6 in" in seen(app))
        await pilot.press("f7")
        await wait_until(pilot, lambda: "Agreed" in seen(app))
        app.screen.composer.insert("we agreed amber; next step: a tracker for the infants by May")
        await pilot.press("enter")
        await wait_until(pilot, lambda: "amber, agreed by the room" in seen(app))
        for page in (phones[2], wall):
            await expect(page.locator(".outcome")).to_have_text("The room agreed on A amber.")
        path = app.shelf.desk.evaluation.path
        for phone in quiet:
            await phone.__aexit__()
        await app.shelf.put_away()
        await expect(phones[0].get_by_role("heading", level=1)).to_have_text(
            "The workshop has ended"
        )
    record = fold(load(path).events)
    assert record.answer("kq01").rating == "amber"
    assert record.workshop
    assert [each.tally.voters for each in record.workshop.on("kq01").counted if each.tally] == [
        6,
        6,
    ]


async def test_phones_and_a_show_of_hands_are_one_vote(
    in_room: Any, wait_until: Any, seen: Any
) -> None:
    async with in_room(door="here") as (app, pilot):
        server = app.shelf.hall.server
        quiet = [Phone(server.url) for _ in range(5)]
        for phone in quiet:
            await phone.join(server.join_code)
        await pilot.press("f5")
        await wait_until(pilot, lambda: "sealed" in seen(app))
        for phone in quiet:
            await phone.vote("amber")
            await phone.__aexit__()
        app.screen.composer.insert("2 red 6 green")
        await pilot.press("enter")
        await wait_until(pilot, lambda: "13 of 13 in" in seen(app))
        await pilot.press("f7")
        await wait_until(pilot, lambda: "5 by phone" in seen(app))
        assert "8 by show of hands" in seen(app)


async def test_the_door_is_opened_and_closed_from_the_screen(
    in_room: Any, wait_until: Any, seen: Any
) -> None:
    from mtcoach.workshop.network.addresses import addresses

    if not addresses():
        pytest.skip("this machine is in no network")
    async with in_room(door="here", size=(100, 36)) as (app, pilot):
        server = app.shelf.hall.server
        assert "F3 opens the room" in seen(app)
        await pilot.press("f3")
        await wait_until(pilot, lambda: type(app.screen).__name__ == "JoinScreen")
        assert "█" not in seen(app)
        await pilot.press("o")
        await wait_until(pilot, lambda: server.is_open)
        await wait_until(pilot, lambda: "█" in seen(app))
        assert server.url in seen(app)
        await pilot.press("c")
        await wait_until(pilot, lambda: not server.is_open)


async def test_a_fault_in_serving_is_told_once_on_the_facilitators_screen(
    in_room: Any, wait_until: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> str:
        raise ZeroDivisionError

    async with in_room(door="here") as (app, pilot):
        with monkeypatch.context() as patch:
            patch.setattr(app.shelf.hall.server._broadcast.screens, "show", broken)
            await pilot.press("f5")
            await wait_until(pilot, lambda: len(app._notifications) == 1)
            app.shelf.hall.server.poke()
            await pilot.pause(0.5)
            (told,) = app._notifications
            assert told.message.startswith("Something went wrong in showing phones or the wall")


async def test_an_address_that_is_not_ours_leaves_the_door_as_it_was(in_room: Any) -> None:
    async with in_room(door="here") as (app, _):
        server = app.shelf.hall.server
        with pytest.raises(CoachError, match="cannot listen there"):
            await app.shelf.hall.serve("203.0.113.9")
        async with Phone(server.url) as phone:
            assert (await phone.join(server.join_code)).status_code == 303


async def test_two_roles_apart_are_named_with_what_to_ask(
    in_room: Any, wait_until: Any, seen: Any
) -> None:
    async with in_room(door="here", roles="Teachers, Leadership") as (app, pilot):
        server = app.shelf.hall.server
        sides = [("Teachers", "red")] * 5 + [("Leadership", "green")] * 5
        quiet = [Phone(server.url) for _ in sides]
        for phone, (role, _) in zip(quiet, sides, strict=True):
            await phone.join(server.join_code, role)
        await pilot.press("f5")
        await wait_until(pilot, lambda: "sealed" in seen(app))
        for phone, (_, colour) in zip(quiet, sides, strict=True):
            await phone.vote(colour)
            await phone.__aexit__()
        await pilot.press("f7")
        await wait_until(
            pilot,
            lambda: "Teachers see this lower than Leadership do" in " ".join(seen(app).split()),
        )
