"""The conversation, by keys."""

from __future__ import annotations

import threading
from typing import Any

from textual.events import Paste

from mtcoach.errors import TranscriptError
from mtcoach.terminal.widgets.composer import PAUSE
from mtcoach.transcript.draft import load_draft

BEFORE = "All 19 key questions"
"""What was said last before a test begins."""


def heard(app: Any) -> list[str]:
    """What the leader has said, as kept."""
    return [event.text for event in app.shelf.desk.evaluation.events if event.type == "heard"]


async def say(pilot: Any, wait_until: Any, text: str) -> None:
    app = pilot.app
    before = len(heard(app))
    app.screen.composer.insert(text)
    await pilot.press("enter")
    await wait_until(pilot, lambda: len(heard(app)) > before and not app.screen._busy)


async def test_a_key_answers_while_nothing_is_written(
    begun: Any, running: Any, wait_until: Any
) -> None:
    async with running(begun()) as (app, pilot):
        await pilot.press("2")
        await wait_until(pilot, lambda: heard(app)[-1] == "Amber")
        assert app.shelf.desk.evaluation.record.answer("kq01").rating == "amber"


async def test_a_digit_in_a_reply_is_text(begun: Any, running: Any, wait_until: Any) -> None:
    async with running(begun()) as (app, pilot):
        await pilot.press("a", "2")
        assert app.screen.composer.text == "a2"
        assert heard(app)[-1] == BEFORE


async def test_a_sentence_may_begin_with_the_key_of_a_quick_reply(
    begun: Any, running: Any, wait_until: Any
) -> None:
    async with running(begun()) as (app, pilot):
        await pilot.press("3", "space", "o", "f", "space", "7")
        await pilot.pause(PAUSE + 0.2)
        assert app.screen.composer.text == "3 of 7"
        assert heard(app)[-1] == BEFORE


async def test_evidence_may_begin_with_a_figure(begun: Any, running: Any, wait_until: Any) -> None:
    async with running(begun("amber")) as (app, pilot):
        assert app.shelf.desk.evaluation.turn.position.step == "evidence"
        await pilot.press(*"3 of 7", "enter")
        await wait_until(pilot, lambda: heard(app)[-1] == "3 of 7")


async def test_there_a_key_and_enter_picks_the_quick_reply(
    begun: Any, running: Any, wait_until: Any
) -> None:
    async with running(begun("amber")) as (app, pilot):
        says = app.shelf.desk.evaluation.turn.choices[1].says
        await pilot.press("2", "enter")
        await wait_until(pilot, lambda: heard(app)[-1] == says)


async def test_up_leads_to_the_quick_replies_and_enter_picks(
    begun: Any, running: Any, wait_until: Any
) -> None:
    async with running(begun()) as (app, pilot):
        await pilot.press("up")
        assert app.screen.chips.has_focus
        await pilot.press("right", "right", "enter")
        await wait_until(pilot, lambda: heard(app)[-1] == "Green")
        assert app.screen.composer.has_focus


async def test_tab_leads_to_the_quick_replies_past_what_is_half_written(
    begun: Any, running: Any, wait_until: Any
) -> None:
    path = begun()
    async with running(path) as (app, pilot):
        await pilot.press("w", "e", "tab")
        assert app.screen.chips.has_focus
        await pilot.press("1")
        await wait_until(pilot, lambda: heard(app)[-1] == "Red")
        assert app.screen.composer.text == "we"
        await wait_until(pilot, lambda: load_draft(path) == "we")


async def test_a_letter_typed_on_the_quick_replies_begins_a_reply(begun: Any, running: Any) -> None:
    async with running(begun()) as (app, pilot):
        await pilot.press("up", "w", "e")
        assert app.screen.composer.has_focus
        assert app.screen.composer.text == "we"


async def test_ctrl_j_and_shift_enter_break_the_line(begun: Any, running: Any) -> None:
    async with running(begun()) as (app, pilot):
        await pilot.press("a", "ctrl+j", "b", "shift+enter", "c")
        assert app.screen.composer.text == "a\nb\nc"


async def test_pasted_text_stays_whole_and_the_composer_grows(
    begun: Any, running: Any, wait_until: Any
) -> None:
    async with running(begun()) as (app, pilot):
        low = app.screen.composer.size.height
        pasted = "\n".join(f"S{year}: {year * 10} of 90 pupils" for year in range(1, 31))
        app.post_message(Paste(pasted))
        await wait_until(pilot, lambda: app.screen.composer.text == pasted)
        await wait_until(pilot, lambda: app.screen.composer.size.height > low)
        assert app.screen.composer.size.height <= 6
        await pilot.press("enter")
        await wait_until(pilot, lambda: heard(app)[-1] == pasted)


async def test_enter_on_nothing_says_nothing(begun: Any, running: Any) -> None:
    async with running(begun()) as (app, pilot):
        await pilot.press("space", "enter")
        await pilot.pause()
        assert heard(app)[-1] == BEFORE


async def test_enter_twice_sends_once(begun: Any, running: Any, wait_until: Any) -> None:
    async with running(begun()) as (app, pilot):
        app.screen.composer.insert("green")
        await pilot.press("enter", "enter")
        await wait_until(pilot, lambda: heard(app)[-1] == "green")
        assert heard(app).count("green") == 1


async def test_a_reply_on_a_slow_disk_is_shown_and_marked_until_it_is_saved(
    begun: Any, running: Any, wait_until: Any, seen: Any, monkeypatch: Any
) -> None:
    async with running(begun()) as (app, pilot):
        hear = app.shelf.desk.evaluation.hear
        disk = threading.Event()
        monkeypatch.setattr(
            app.shelf.desk.evaluation, "hear", lambda text: disk.wait(5) and hear(text)
        )
        app.screen.composer.insert("green, every stage")
        await pilot.press("enter")
        await wait_until(pilot, lambda: "saving" in seen(app))
        await pilot.press("n", "o", "enter")
        disk.set()
        await wait_until(pilot, lambda: heard(app)[-1] == "green, every stage")
        await wait_until(pilot, lambda: "saving" not in seen(app))
        assert app.screen.composer.text == "no"


async def test_what_cannot_be_saved_comes_back_with_a_sentence(
    begun: Any, running: Any, wait_until: Any, seen: Any, monkeypatch: Any
) -> None:
    def full(text: str) -> None:
        raise TranscriptError("The disk is full; make room and send it again.")

    async with running(begun()) as (app, pilot):
        monkeypatch.setattr(app.shelf.desk.evaluation, "hear", full)
        app.screen.composer.insert("green, [0] of it")
        await pilot.press("enter")
        await wait_until(pilot, lambda: "The disk is full" in seen(app))
        assert app.screen.composer.text == "green, [0] of it"
        assert "saving" not in seen(app)


async def test_the_half_typed_reply_is_kept_and_comes_back(
    begun: Any, running: Any, wait_until: Any
) -> None:
    path = begun()
    async with running(path) as (app, pilot):
        app.screen.composer.insert("we have just beg")
        await wait_until(pilot, lambda: load_draft(path) == "we have just beg")
        await pilot.press("u", "ctrl+q")
    assert load_draft(path) == "we have just begu"
    async with running(path) as (app, _):
        assert app.screen.composer.text == "we have just begu"


async def test_pause_goes_back_to_the_start(begun: Any, running: Any, wait_until: Any) -> None:
    async with running(begun()) as (app, pilot):
        app.screen.composer.insert("stop for today")
        await pilot.press("enter")
        await wait_until(pilot, lambda: type(app.screen).__name__ == "HomeScreen")
        await wait_until(pilot, lambda: "saved" in str(app.screen.notice.content))


async def test_the_rail_goes_to_a_question(begun: Any, running: Any, wait_until: Any) -> None:
    async with running(begun("red", "skip")) as (app, pilot):
        assert not app.screen.rail.display
        await pilot.press("f2")
        await wait_until(pilot, lambda: app.screen.rail.has_focus)
        await pilot.press("home", "enter")
        await wait_until(pilot, lambda: app.shelf.desk.evaluation.record.position.item == "kq01")
        await wait_until(pilot, lambda: not app.screen.rail.display)
        assert app.screen.composer.has_focus


async def test_the_rail_stands_beside_a_wide_conversation_and_folds(
    begun: Any, running: Any, wait_until: Any, seen: Any
) -> None:
    async with running(begun("red", "nobody looks"), size=(120, 40)) as (app, pilot):
        assert app.screen.rail.display
        await wait_until(pilot, lambda: "R      1 Clear expectations" in seen(app))
        await pilot.press("f2", "f2")
        await wait_until(pilot, lambda: not app.screen.rail.display)


async def test_a_click_picks_a_quick_reply(begun: Any, running: Any, wait_until: Any) -> None:
    async with running(begun()) as (app, pilot):
        await pilot.click("Chips", offset=(3, 0))
        await wait_until(pilot, lambda: heard(app)[-1] == "Red")


async def test_both_sides_are_named_without_colour(begun: Any, running: Any, seen: Any) -> None:
    async with running(begun("green"), size=(80, 50)) as (app, _):
        lines = [line.strip(" ▌▊│") for line in seen(app).splitlines()]
        assert "Coach" in lines
        assert "You" in lines


async def test_every_answer_on_screen_is_on_the_disk(
    begun: Any, running: Any, wait_until: Any, library: Any
) -> None:
    path = begun()
    async with running(path) as (_, pilot):
        await say(pilot, wait_until, "amber, S3 has no targets")
        assert "S3 has no targets" in path.read_text(encoding="utf-8")
