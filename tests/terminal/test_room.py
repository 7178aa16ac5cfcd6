"""A workshop on the facilitator's screen, by keys and typing."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from mtcoach.questions.models import Colour
from mtcoach.terminal.commands import AGENDA, JOIN, ROOM, SETUP
from mtcoach.terminal.screens import room
from mtcoach.terminal.screens.help import page
from mtcoach.transcript.log import load
from mtcoach.transcript.record import Record, fold

Type = Callable[[Any, str], Awaitable[None]]


def record_of(app: Any) -> Record:
    record: Record = app.shelf.desk.evaluation.record
    return record


def item_of(app: Any) -> str:
    return str(app.shelf.hall.conductor.room.item)


def stage_of(app: Any) -> str:
    return str(app.shelf.hall.conductor.room.stage)


@pytest.fixture
def typed(wait_until: Any) -> Type:
    """Types a reply, sends it, and waits until the room has taken it."""

    async def type_it(pilot: Any, text: str) -> None:
        screen = pilot.app.screen
        screen.composer.text = ""
        screen.composer.insert(text)
        await pilot.press("enter")
        await wait_until(pilot, lambda: not screen.composer.text or bool(screen._notice))
        await wait_until(pilot, lambda: not screen.busy)

    return type_it


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test presses keys faster than anybody."""
    monkeypatch.setattr(room, "APART", 0.0)


@pytest.fixture
def press(wait_until: Any, quick: None) -> Callable[[Any, str], Awaitable[None]]:
    """Presses a key and waits until the room has taken it."""

    async def press_it(pilot: Any, key: str) -> None:
        await pilot.press(key)
        await wait_until(pilot, lambda: not getattr(pilot.app.screen, "busy", False))
        await pilot.pause()

    return press_it


async def test_a_whole_workshop_without_phones(
    in_room: Any, typed: Type, press: Any, wait_until: Any, seen: Any
) -> None:
    async with in_room() as (app, pilot):
        assert "We have set out what tracking asks of each of us" in seen(app)
        await press(pilot, "f5")
        await typed(pilot, "3 red 8 amber 2 green")
        assert "13 of 13 in" in seen(app)
        await press(pilot, "f5")
        await wait_until(pilot, lambda: "A amber" in seen(app))
        assert "Scattered." in seen(app)
        assert "Are we reading the statement alike?" in seen(app)
        await typed(
            pilot,
            "we agreed amber; 9 of 14 staff named the date in the May poll; next step: one page "
            "for supply staff by Christmas; two people felt it is red because P7 has none",
        )
        await wait_until(pilot, lambda: "amber, agreed by the room" in seen(app))
        await press(pilot, "f5")
        assert item_of(app) == "kq02"

        await typed(pilot, "6/1/6")
        await press(pilot, "f7")
        await wait_until(pilot, lambda: "Split." in seen(app))
        await press(pilot, "f8")
        await wait_until(pilot, lambda: "Two poles" in seen(app))
        await press(pilot, "f6")
        await typed(pilot, "r5 a3 g5")
        await press(pilot, "f7")
        await wait_until(pilot, lambda: "before: 6" in seen(app))
        await typed(pilot, "we stay split because the infants never see the data")
        await wait_until(pilot, lambda: "stays split" in seen(app))

        await press(pilot, "f5")
        await typed(pilot, "0/2/11")
        await press(pilot, "f7")
        await press(pilot, "f9")
        await wait_until(pilot, lambda: "What did the room agree" in seen(app))
        await typed(pilot, "3")
        for _ in range(3):
            if stage_of(app) == "concluded":
                await typed(pilot, "skip")
        await press(pilot, "f5")
        await wait_until(pilot, lambda: record_of(app).finished)
        path = app.shelf.desk.evaluation.path
    record = fold(load(path).events)
    assert record.answer("kq01").rating == "amber"
    assert record.answer("kq02").rating is None
    assert record.answer("kq03").rating == "green"
    assert record.workshop
    assert len(record.workshop.on("kq02").counted) == 2
    conclusion = record.workshop.on("kq01").conclusion
    assert conclusion and conclusion.minority == "two people felt it is red because P7 has none"
    assert [step.text for step in record.answer("kq01").steps] == [
        "one page for supply staff by Christmas"
    ]


async def test_a_killed_workshop_goes_on_where_it_was(
    in_room: Any, typed: Type, press: Any, seen: Any, tmp_path: Path
) -> None:
    async with in_room() as (app, pilot):
        await press(pilot, "f5")
        await typed(pilot, "3 red 8 amber 2 green")
        # Killed: nothing is put away, the file is only let go of.
        desk, app.shelf.desk, app.shelf.hall = app.shelf.desk, None, None
        await desk.do(desk.evaluation.close)
    (path,) = tmp_path.glob("*.jsonl")
    async with in_room(path) as (app, pilot):
        assert stage_of(app) == "vote"
        assert "13 of 13 in" in seen(app)
        await press(pilot, "f7")
        assert stage_of(app) == "reveal"


async def test_pausing_leads_home_and_the_room_opens_again_from_there(
    in_room: Any, typed: Type, press: Any, wait_until: Any, seen: Any
) -> None:
    async with in_room() as (app, pilot):
        await typed(pilot, "3/8/2")
        await typed(pilot, "count")
        app.screen.composer.insert("pause")
        await pilot.press("enter")
        await wait_until(pilot, lambda: type(app.screen).__name__ == "HomeScreen")
        await wait_until(pilot, lambda: "Paused." in seen(app))
        await wait_until(pilot, lambda: "Carry on" in seen(app))
        await pilot.press("enter")
        await wait_until(pilot, lambda: type(app.screen).__name__ == "RoomScreen")
        await wait_until(pilot, lambda: "A amber" in seen(app))


async def test_what_was_refused_is_given_back_with_one_sentence(
    in_room: Any, typed: Type, press: Any, wait_until: Any, seen: Any
) -> None:
    async with in_room() as (app, pilot):
        await press(pilot, "f5")
        await typed(pilot, "3 red 8 purple")
        await wait_until(pilot, lambda: "“purple” is none of" in seen(app))
        assert app.screen.composer.text == "3 red 8 purple"
        await typed(pilot, "3 red 8 amber")
        await wait_until(pilot, lambda: "purple" not in seen(app))


async def test_number_keys_pick_a_move_with_enter_or_on_the_chips(
    in_room: Any, typed: Type, press: Any, wait_until: Any
) -> None:
    async with in_room() as (app, pilot):
        await typed(pilot, "1")
        assert stage_of(app) == "vote"
        await pilot.press("tab", "2")
        await wait_until(pilot, lambda: stage_of(app) == "lobby")


async def test_nothing_of_an_open_vote_is_on_the_screen(
    in_room: Any, typed: Type, press: Any, wait_until: Any, seen: Any
) -> None:
    from mtcoach.workshop.ballots import Ballot

    async with in_room() as (app, pilot):
        await press(pilot, "f5")
        sitting = app.shelf.hall.conductor.sitting

        colours: tuple[Colour, ...] = ("red", "red", "amber", "green", "green", "green")

        def vote() -> None:
            for number, colour in enumerate(colours):
                sitting.cast(f"{number}", Ballot(colour, words=f"words of {number}"))
            sitting.save_box()

        await app.shelf.desk.do(vote)
        await wait_until(pilot, lambda: "6 of 6 in" in seen(app))
        assert "words of" not in seen(app)
        assert "R red" not in seen(app)
        await press(pilot, "f7")
        await wait_until(pilot, lambda: "R red" in seen(app))
        await pilot.press("ctrl+l")
        await wait_until(pilot, lambda: "words of 5" in seen(app))


async def test_an_item_is_opened_from_the_list_and_another_left_out(
    in_room: Any, press: Any, wait_until: Any, seen: Any
) -> None:
    async with in_room() as (app, pilot):
        await pilot.press("f2")
        await wait_until(pilot, lambda: type(app.screen).__name__ == "ItemsScreen")
        await pilot.press("down", "l")
        await wait_until(pilot, lambda: record_of(app).answer("kq02").status == "skipped")
        await wait_until(pilot, lambda: type(app.screen).__name__ == "RoomScreen")
        await pilot.press("f2")
        await wait_until(pilot, lambda: type(app.screen).__name__ == "ItemsScreen")
        await pilot.press("end", "enter")
        await wait_until(pilot, lambda: stage_of(app) == "vote")
        assert item_of(app) == "kq03"


async def test_personal_data_is_warned_of_before_it_is_kept(
    in_room: Any, typed: Type, press: Any, wait_until: Any, seen: Any
) -> None:
    async with in_room() as (app, pilot):
        await typed(pilot, "3/8/2")
        await press(pilot, "f7")
        await typed(pilot, "amber, Aisha Khan in P3 is not tracked")
        await wait_until(pilot, lambda: "Before I keep that" in seen(app))
        path = app.shelf.desk.evaluation.path
        assert "Aisha" not in path.read_text(encoding="utf-8")
        app.screen.composer.insert("3")
        await pilot.press("enter")
        await wait_until(pilot, lambda: "Aisha" in app.screen.composer.text)


def test_every_move_has_a_key_in_the_help() -> None:
    text = str(page())
    for group in (ROOM, JOIN, AGENDA, SETUP):
        for command in group.commands:
            assert command.help in text
            assert command.key in text


@pytest.mark.parametrize("note", ["[/]", "[b", "[0] {x}", "[/path] {{ x }}"])
async def test_nobodys_words_are_markup(
    note: str, in_room: Any, typed: Type, press: Any, wait_until: Any, seen: Any
) -> None:
    async with in_room() as (app, pilot):
        await typed(pilot, "3/8/2")
        await press(pilot, "f7")
        await typed(pilot, f"amber; the tracker of S3 is in folder {note} on the shared drive")
        await wait_until(pilot, lambda: note in seen(app))


async def test_the_set_up_screen_says_what_is_missing_and_what_it_comes_to(
    running: Any, wait_until: Any, seen: Any
) -> None:
    async with running() as (app, pilot):
        await pilot.press("w")
        await wait_until(pilot, lambda: type(app.screen).__name__ == "SetupScreen")
        assert "Six items, 8 minutes each" in seen(app)
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: "needs the school's name" in seen(app))
        await pilot.press(*"Birkhill", "enter", *"primary", "enter", "end", "ctrl+u", *"all")
        await wait_until(pilot, lambda: "18 items" in seen(app))
        assert "that is tight" in seen(app)
        await pilot.press("escape")
        await wait_until(pilot, lambda: type(app.screen).__name__ == "HomeScreen")


async def test_the_plan_is_made_in_the_conversation_and_leads_back_to_the_room(
    in_room: Any, typed: Type, press: Any, wait_until: Any, seen: Any
) -> None:
    async with in_room(items="kq01") as (app, pilot):
        for text in ("3/8/2", "count", "red", "skip", "skip", "skip"):
            await typed(pilot, text)
        app.screen.composer.insert("plan")
        await pilot.press("enter")
        await wait_until(pilot, lambda: type(app.screen).__name__ == "ChatScreen")
        await wait_until(pilot, lambda: "What will you take on" in " ".join(seen(app).split()))
        await pilot.press("1", "enter")
        await wait_until(pilot, lambda: record_of(app).priorities == ("kq01",))
        await pilot.press("ctrl+b")
        await wait_until(pilot, lambda: type(app.screen).__name__ == "RoomScreen")


async def test_a_key_that_is_held_down_makes_one_move(in_room: Any, wait_until: Any) -> None:
    async with in_room() as (app, pilot):
        await pilot.press("f5", "f5", "f5", "f5")
        await wait_until(pilot, lambda: stage_of(app) == "vote")
        await pilot.pause(0.2)
        assert app.screen._notice == ""


async def test_moves_that_come_fast_are_made_in_their_order(
    in_room: Any, quick: None, wait_until: Any
) -> None:
    async with in_room() as (app, pilot):
        for text in ("3/8/2", "count", "amber", "skip", "skip", "skip", "next item"):
            app.screen.say(text)
        await wait_until(pilot, lambda: item_of(app) == "kq02")
        assert record_of(app).answer("kq01").rating == "amber"


async def test_leaving_while_the_room_is_looked_at_ends_quietly(
    in_room: Any, typed: Type, wait_until: Any
) -> None:
    async with in_room() as (app, pilot):
        await typed(pilot, "3/8/2")
        for _ in range(20):
            app.screen.stir()
            app.screen.refresh_board()
        await app.shelf.put_away()
        app.screen.refresh_board()
        app.screen.say("count")
        await pilot.pause(0.3)


async def test_the_help_of_a_workshop_begins_with_what_may_be_typed_there(
    in_room: Any, wait_until: Any, seen: Any
) -> None:
    async with in_room() as (app, pilot):
        await pilot.press("f1")
        await wait_until(pilot, lambda: "What you can say in a workshop" in seen(app))
        assert "3 red 8 amber 2 green" in seen(app)


async def test_votes_are_not_dropped_by_a_slip(
    in_room: Any, typed: Type, press: Any, wait_until: Any, seen: Any
) -> None:
    async with in_room() as (app, pilot):
        await typed(pilot, "3/8/2")
        await pilot.press("f12")
        await wait_until(pilot, lambda: "13 in. Drop this vote?" in seen(app))
        await pilot.press("2")
        await wait_until(pilot, lambda: type(app.screen).__name__ == "RoomScreen")
        assert stage_of(app) == "vote"
        await pilot.press("f12")
        await wait_until(pilot, lambda: "Drop this vote?" in seen(app))
        await pilot.press("1")
        await wait_until(pilot, lambda: stage_of(app) == "lobby")
