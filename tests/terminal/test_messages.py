"""The window on a long conversation."""

from __future__ import annotations

from typing import Any

from mtcoach.transcript.events import Heard, Said
from mtcoach.transcript.sayings import Line, Position


def chatter(count: int) -> list[Any]:
    """`count` messages, each side in turn."""
    here = Position(phase="items", step="rate", item="kq01")
    return [
        Heard(text=f"reply {number}")
        if number % 2
        else Said(sayings=(Line(text=f"question {number}"),), position=here)
        for number in range(count)
    ]


async def test_a_long_conversation_shows_its_newest_forty(
    begun: Any, running: Any, wait_until: Any, seen: Any
) -> None:
    async with running(begun()) as (app, pilot):
        messages = app.screen.messages
        evaluation = app.shelf.desk.evaluation
        evaluation.events += chatter(300)
        messages.sync(evaluation.events)
        await wait_until(pilot, lambda: messages.shown == 40)
        await wait_until(pilot, lambda: "reply 299" in seen(app))


async def test_scrolling_up_loads_twenty_more_and_keeps_the_place(
    begun: Any, running: Any, wait_until: Any, seen: Any
) -> None:
    async with running(begun()) as (app, pilot):
        messages = app.screen.messages
        evaluation = app.shelf.desk.evaluation
        evaluation.events += chatter(300)
        messages.sync(evaluation.events)
        await wait_until(pilot, lambda: "reply 299" in seen(app))
        await pilot.press("ctrl+home")
        await wait_until(pilot, lambda: messages.shown == 60)
        await wait_until(pilot, lambda: "question 260" in seen(app))
        assert messages.scroll_y > 0


async def test_the_next_reply_lets_the_earlier_ones_go(
    begun: Any, running: Any, wait_until: Any, seen: Any
) -> None:
    async with running(begun()) as (app, pilot):
        messages = app.screen.messages
        evaluation = app.shelf.desk.evaluation
        evaluation.events += chatter(300)
        messages.sync(evaluation.events)
        await pilot.press("ctrl+home")
        await wait_until(pilot, lambda: messages.shown == 60)
        await pilot.press("2")
        await wait_until(pilot, lambda: messages.shown == 40)
        await wait_until(pilot, lambda: messages.scroll_y >= messages.max_scroll_y)
