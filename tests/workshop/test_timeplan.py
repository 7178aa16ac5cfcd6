"""The time of a workshop: minutes an item, ahead or behind, and nothing while nobody sits."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from mtcoach.transcript.events import (
    Concluded,
    Event,
    Finished,
    Paused,
    Resumed,
    RoomOpened,
    RoundClosed,
    RoundOpened,
    TalkOpened,
    Tally,
)
from mtcoach.workshop.timeplan import TimePlan, plan

START = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
ITEMS = tuple(f"kq{number:02}" for number in range(1, 9))
VOTES = Tally(present=6, voters=6, spread={"red": 0, "amber": 6, "green": 0})


def at(minutes: float) -> datetime:
    return START + timedelta(minutes=minutes)


def timed(*events: tuple[float, Event]) -> list[Event]:
    return [
        event.model_copy(update={"seq": seq, "at": at(minutes)})
        for seq, (minutes, event) in enumerate(events)
    ]


def done(item: str, start: float, end: float) -> Sequence[tuple[float, Event]]:
    return (
        (start, RoundOpened(item=item, number=1)),
        (start + 1, RoundClosed(item=item, number=1, tally=VOTES)),
        (end, Concluded(item=item, outcome="settled")),
    )


def planned(minutes: float, *events: tuple[float, Event], total: int = 50) -> TimePlan:
    return plan(total, ITEMS, timed((-60, RoomOpened(minutes=total)), *events), at(minutes))


def test_a_room_that_is_made_ready_an_hour_before_has_all_its_time() -> None:
    found = planned(0)
    assert (found.elapsed, found.left, found.each) == (0, 50, 6.25)
    assert found.sentence == "Eight items, 6 minutes each. The time begins with the first vote."


def test_the_third_item_of_eight_four_minutes_behind() -> None:
    found = planned(
        18, *done("kq01", 0, 8), *done("kq02", 8, 16.5), (16.5, RoundOpened(item="kq03", number=1))
    )
    assert found.done == 2
    assert round(found.behind, 2) == 4.0
    assert found.sentence == "Item 3 of 8, 4 minutes behind: 6 minutes each from here."


def test_ahead_is_said_and_the_rest_have_more() -> None:
    found = planned(6, *done("kq01", 0, 3), (3, RoundOpened(item="kq02", number=1)))
    assert found.sentence == "Item 2 of 8, 3 minutes ahead: 7 minutes each from here."


def test_a_minute_either_way_is_on_time() -> None:
    found = planned(6.5, *done("kq01", 0, 6.5), (6.5, RoundOpened(item="kq02", number=1)))
    assert found.sentence.startswith("Item 2 of 8, on time")


def test_an_item_within_its_share_is_not_late_and_one_beyond_it_is() -> None:
    opened: tuple[float, Event] = (0, RoundOpened(item="kq01", number=1))
    assert planned(6, opened).behind == 0
    assert planned(10, opened).behind == 10 - 6.25


def test_a_pause_until_another_day_takes_no_time() -> None:
    day = 24 * 60
    found = planned(
        day + 5,
        *done("kq01", 0, 6),
        (6, Paused()),
        (day, Resumed()),
        (day + 1, RoundOpened(item="kq02", number=1)),
    )
    assert found.elapsed == 11


def test_a_talk_that_was_paused_goes_on_from_the_resuming() -> None:
    found = planned(105, (0, RoundOpened(item="kq01", number=1)), (3, Paused()), (100, Resumed()))
    assert found.slots[0].spent == 8


def test_a_restart_after_a_crash_takes_time_and_a_night_does_not() -> None:
    opened: tuple[float, Event] = (0, RoundOpened(item="kq01", number=1))
    assert planned(5, opened, (4, Resumed())).elapsed == 5
    assert (
        planned(
            702, opened, (2, TalkOpened(item="kq01", protocol="poles")), (700, Resumed())
        ).elapsed
        == 4
    )


def test_going_back_to_an_item_gives_it_the_time_and_takes_it_from_the_done() -> None:
    found = planned(
        20,
        *done("kq01", 0, 5),
        *done("kq02", 5, 10),
        (10, RoundOpened(item="kq01", number=2)),
    )
    assert found.done == 1
    assert found.slots[0].spent == 15
    assert found.sentence.startswith("Item 1 of 8")


def test_when_the_time_is_up_it_says_how_much_is_left_to_do() -> None:
    found = planned(55, (0, RoundOpened(item="kq01", number=1)))
    assert found.left == -5
    assert found.sentence == "Item 1 of 8, and the time is up with eight items to go."


def test_when_all_is_done_it_says_what_is_left_over() -> None:
    every = [each for n, item in enumerate(ITEMS) for each in done(item, 5 * n, 5 * n + 5)]
    assert planned(40, *every).sentence == "All 8 items are done, with 10 minutes left."
    assert planned(90, *every, (41, Finished())).elapsed == 41


def test_a_second_workshop_in_the_same_file_begins_anew() -> None:
    found = planned(
        500,
        *done("kq01", 0, 40),
        (400, RoomOpened(minutes=50)),
        (490, RoundOpened(item="kq01", number=2)),
    )
    assert found.elapsed == 10
    assert found.done == 0
