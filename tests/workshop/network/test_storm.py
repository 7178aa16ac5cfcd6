"""Many phones at the moment of the count: what was acknowledged counts, once, and nothing else."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

import httpx
import pytest

from mtcoach.questions.loading import Library
from support.rooms import Phone, asked, free_port, room_in, served

T = TypeVar("T")
PHONES = 40


@pytest.mark.parametrize("seed", range(4))
async def test_whatever_was_acknowledged_before_the_count_is_in_it_once(
    tmp_path: Path, library: Library, seed: int
) -> None:
    chance = random.Random(seed)
    pool = ThreadPoolExecutor(1)

    async def do(call: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(pool, call)

    async with served(tmp_path, library, do=do) as room:
        phones = [Phone(room.server.url) for _ in range(PHONES)]
        await asyncio.gather(*(phone.join(room.server.join_code) for phone in phones))
        await do(lambda: room.sitting.open_vote("kq01"))
        acknowledged: dict[int, str] = {}
        refused = 0

        async def votes(number: int) -> None:
            nonlocal refused
            for _ in range(4):
                await asyncio.sleep(chance.random() * 0.2)
                colour = chance.choice(("red", "amber", "green", "abstain"))
                answer = await phones[number].vote(colour)
                if answer.status_code == 303:
                    acknowledged[number] = colour
                else:
                    assert answer.status_code == 409
                    refused += 1

        async def count() -> None:
            while len(acknowledged) < PHONES // 2:
                await asyncio.sleep(0.01)
            await do(room.sitting.count_vote)

        await asyncio.gather(count(), *(votes(number) for number in range(PHONES)))
        for phone in phones:
            await phone.http.aclose()
        counted = room.sitting.room.handled.counted[0].tally
        assert counted and counted.spread and refused
        expected = Counter(acknowledged.values())
        assert Counter(counted.spread) + Counter(abstain=counted.abstained) == expected
    pool.shutdown()


async def test_a_kill_in_a_storm_loses_no_vote_that_was_acknowledged_and_doubles_none(
    tmp_path: Path,
) -> None:
    port = free_port()
    first = room_in(tmp_path, port)
    join = asked(first).split()[0]
    url, code = join.split("/j/")
    phones = [Phone(url) for _ in range(PHONES)]
    await asyncio.gather(*(phone.join(code) for phone in phones))
    acknowledged: set[int] = set()

    async def votes(number: int) -> None:
        try:
            while True:
                if (await phones[number].vote("red")).status_code == 303:
                    acknowledged.add(number)
        except httpx.TransportError:
            return  # killed

    async def kill() -> None:
        while len(acknowledged) < PHONES // 2:
            await asyncio.sleep(0.005)
        first.kill()

    await asyncio.gather(kill(), *(votes(number) for number in range(PHONES)))
    first.communicate()
    second = room_in(tmp_path, port)
    try:
        assert asked(second).split()[0] == join
        kept = int(asked(second, "votes"))
        assert len(acknowledged) <= kept <= PHONES
        for phone in phones:
            assert (await phone.vote("green")).status_code == 303
        assert asked(second, "votes") == str(PHONES)
    finally:
        second.communicate()
        for phone in phones:
            await phone.http.aclose()
