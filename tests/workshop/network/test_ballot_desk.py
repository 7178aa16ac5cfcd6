"""A ballot is in once it is on the disk; those that come together share a write."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

import pytest

from mtcoach.errors import CoachError, TranscriptError
from mtcoach.evaluation import start
from mtcoach.questions.loading import Library
from mtcoach.workshop.ballots import Ballot
from mtcoach.workshop.network.ballot_desk import BallotDesk
from mtcoach.workshop.sitting import Sitting

T = TypeVar("T")


@pytest.fixture
def sitting(tmp_path: Path, library: Library) -> Iterator[Sitting]:
    sitting = Sitting(start(tmp_path, library))
    sitting.begin("Lochside Academy", "Secondary", "key-questions", ("kq01", "kq02"), minutes=50)
    sitting.open_vote("kq01")
    yield sitting
    sitting.evaluation.close()


class Thread:
    """The app's one thread, as the desk of the terminal has it."""

    def __init__(self) -> None:
        self.pool = ThreadPoolExecutor(1)
        self.free = threading.Event()
        self.free.set()

    async def do(self, call: Callable[[], T]) -> T:
        def when_free() -> T:
            self.free.wait(10)
            return call()

        return await asyncio.get_running_loop().run_in_executor(self.pool, when_free)


def kept(sitting: Sitting) -> dict[str, str]:
    box = json.loads(Path(f"{sitting.evaluation.path}.box").read_text(encoding="utf-8"))
    return {key: colour for key, colour, _, _ in box["ballots"]}


async def test_a_ballot_that_was_taken_is_on_the_disk(sitting: Sitting) -> None:
    desk = BallotDesk(sitting)
    desk.open()
    await desk.cast("kq01", 1, "a", Ballot("red"))
    assert kept(sitting) == {"a": "red"}
    await desk.cast("kq01", 1, "a", Ballot("green"))
    assert kept(sitting) == {"a": "green"}
    await desk.close()


async def test_a_hundred_ballots_at_once_are_two_writes(sitting: Sitting) -> None:
    thread = Thread()
    desk = BallotDesk(sitting, thread.do)
    desk.open()
    thread.free.clear()
    waiting = [
        asyncio.ensure_future(desk.cast("kq01", 1, str(number), Ballot("red")))
        for number in range(100)
    ]
    await asyncio.sleep(0.05)
    assert not any(each.done() for each in waiting)
    thread.free.set()
    await asyncio.gather(*waiting)
    assert len(kept(sitting)) == 100
    assert desk.writes <= 2
    await desk.close()


async def test_a_ballot_that_comes_while_the_vote_is_being_counted_is_refused_not_lost(
    sitting: Sitting,
) -> None:
    thread = Thread()
    desk = BallotDesk(sitting, thread.do)
    desk.open()
    await desk.cast("kq01", 1, "a", Ballot("red"))
    thread.free.clear()
    counting = asyncio.ensure_future(thread.do(sitting.count_vote))
    late = asyncio.ensure_future(desk.cast("kq01", 1, "b", Ballot("green")))
    await asyncio.sleep(0.05)
    thread.free.set()
    await counting
    with pytest.raises(CoachError, match="This vote is closed"):
        await late
    counted = sitting.room.handled.counted[0].tally
    assert counted and counted.voters == 1
    await desk.close()


async def test_a_ballot_for_an_earlier_vote_does_not_go_into_the_next(sitting: Sitting) -> None:
    desk = BallotDesk(sitting)
    desk.open()
    await desk.cast("kq01", 1, "a", Ballot("red"))
    sitting.count_vote()
    sitting.open_vote("kq01")
    with pytest.raises(CoachError, match="This vote is closed"):
        await desk.cast("kq01", 1, "a", Ballot("red"))
    assert sitting.box and sitting.box.votes_in == 0
    await desk.close()


async def test_a_ballot_that_cannot_be_saved_is_not_in(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = BallotDesk(sitting)
    desk.open()
    await desk.cast("kq01", 1, "a", Ballot("red"))

    def full() -> None:
        raise TranscriptError("the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(sitting, "save_box", full)
        with pytest.raises(TranscriptError, match="full"):
            await desk.cast("kq01", 1, "b", Ballot("green"))
    assert sitting.box and set(sitting.box.ballots) == {"a"}
    await desk.cast("kq01", 1, "b", Ballot("green"))
    assert kept(sitting) == {"a": "red", "b": "green"}
    await desk.close()


async def test_after_a_fault_that_nobody_foresaw_the_next_ballot_is_taken(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = BallotDesk(sitting)
    desk.open()

    def broken() -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(sitting, "save_box", broken)
        with pytest.raises(ZeroDivisionError):
            await desk.cast("kq01", 1, "a", Ballot("red"))
    await desk.cast("kq01", 1, "a", Ballot("red"))
    assert kept(sitting) == {"a": "red"}
    await desk.close()


async def test_a_desk_that_closes_files_what_it_has_and_takes_no_more(sitting: Sitting) -> None:
    thread = Thread()
    desk = BallotDesk(sitting, thread.do)
    desk.open()
    thread.free.clear()
    first = asyncio.ensure_future(desk.cast("kq01", 1, "a", Ballot("red")))
    await asyncio.sleep(0.05)
    second = asyncio.ensure_future(desk.cast("kq01", 1, "b", Ballot("green")))
    await asyncio.sleep(0.05)
    closing = asyncio.ensure_future(desk.close())
    await asyncio.sleep(0.05)
    thread.free.set()
    await asyncio.gather(first, second, closing)
    assert kept(sitting) == {"a": "red", "b": "green"}
    with pytest.raises(CoachError, match="has ended"):
        await desk.cast("kq01", 1, "c", Ballot("red"))
    thread.pool.shutdown()


async def test_the_same_words_are_not_taken_twice(sitting: Sitting) -> None:
    desk = BallotDesk(sitting)
    desk.open()
    for number in range(5):
        await desk.cast("kq01", 1, str(number), Ballot("red"))
    sitting.count_vote()
    await desk.contribute("kq01", "The P3 tracker is a year old")
    with pytest.raises(CoachError, match="there already"):
        await desk.contribute("kq01", "The P3 tracker is a year old")
    with pytest.raises(CoachError, match="moved on"):
        await desk.contribute("kq02", "Something else")
    sitting.conclude("split")
    with pytest.raises(CoachError, match="moved on"):
        await desk.contribute("kq01", "Something else")
    assert len(sitting.room.handled.voices) == 1
    await desk.close()
