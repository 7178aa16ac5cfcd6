"""A room full of phones on one machine, next to the least that could serve it.

    python benchmarks/workshop/measure.py [NUMBER ...]

For 100, 500 and 2,000 phones, or as many as are named: how long until the last screen is right
after the votes are counted, the same while all votes come in within one second, memory a phone,
and whether every vote that was sent is counted once. The phones are a process of their own; the
bare page (`bare.py`) meets the same load in the same run. Stops by itself.
"""

from __future__ import annotations

import asyncio
import json
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.workshop.phones import COLOURS, Phone, joined, shown, storm

from mtcoach.workshop.network.listening import more_files

SIZES = (100, 500, 2_000)
ROUNDS = 3
"""Votes that are held, one after the other."""


class Child:
    """A server in a process of its own."""

    def __init__(self, script: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name(script))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        port, self.code = self._answer().split()
        self.port = int(port)

    def tell(self, word: str) -> None:
        """One word on its standard input."""
        assert self._process.stdin
        self._process.stdin.write(f"{word}\n")
        self._process.stdin.flush()

    def spread(self) -> dict[str, int]:
        """What it counted."""
        self.tell("spread")
        found: dict[str, int] = json.loads(self._answer())
        return found

    def memory(self) -> float:
        """Megabytes that it holds; nan where the system does not say."""
        status = Path(f"/proc/{self._process.pid}/status")
        if not status.exists():
            return float("nan")
        lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
        return int(lines["VmRSS"].split()[0]) / 1024

    def end(self) -> None:
        """Ends it."""
        self._process.communicate(timeout=30)

    def _answer(self) -> str:
        assert self._process.stdout
        return self._process.stdout.readline()


@dataclass
class Figures:
    """What was measured: ms, and KB a phone. `right` tells whether every vote was counted once."""

    join: float
    memory: float
    reveal: list[float]
    storm: list[float]
    waited: list[float]
    right: bool


async def measure(script: str, number: int) -> Figures:
    """One server under the load of so many phones."""
    child = Child(script)
    try:
        empty = child.memory()
        began = time.perf_counter()
        phones = await joined(child.port, child.code, number)
        join = time.perf_counter() - began
        await shown(phones, "")
        found = Figures(join * 1000, (child.memory() - empty) * 1024 / number, [], [], [], True)
        for vote in range(1, ROUNDS + 1):
            await one_vote(child, phones, vote, found)
        for phone in phones:
            phone.leave()
    finally:
        child.end()
    return found


async def one_vote(child: Child, phones: list[Phone], vote: int, found: Figures) -> None:
    """A vote from its opening to its reveal."""
    child.tell("open")
    await shown(phones, "vote")
    over, waited = await storm(phones, vote, 1.0)
    right = await shown(phones, "vote", len(phones))
    began = time.perf_counter()
    child.tell("count")
    revealed = await shown(phones, "reveal")
    expected = Counter(COLOURS[number % 3] for number in range(len(phones)))
    found.right = found.right and child.spread() == expected
    found.reveal += [(at - began) * 1000 for at in revealed]
    found.storm.append((max(right) - over) * 1000)
    found.waited += [each * 1000 for each in waited]


def slow(times: list[float]) -> float:
    """The time that one in a hundred takes longer than."""
    return statistics.quantiles(times, n=100)[-1]


ROWS: tuple[tuple[str, Callable[[Figures], float]], ...] = (
    ("all have joined", lambda each: each.join),
    ("reveal on a screen, p50", lambda each: statistics.median(each.reveal)),
    ("reveal on a screen, p99", lambda each: slow(each.reveal)),
    ("reveal on the last screen", lambda each: max(each.reveal)),
    ("a vote is acknowledged, p50", lambda each: statistics.median(each.waited)),
    ("a vote is acknowledged, p99", lambda each: slow(each.waited)),
    ("storm over to last screen right", lambda each: max(each.storm)),
    ("memory a phone, KB", lambda each: each.memory),
)


async def main(sizes: Sequence[int]) -> None:
    """Prints a table for each number of phones."""
    more_files()
    for number in sizes:
        bare, ours = await measure("bare.py", number), await measure("ours.py", number)
        print(f"{f'{number} phones, ms':<34}{'bare':>9}{'mtcoach':>9}{'ratio':>8}")
        for name, figure in ROWS:
            least, held = figure(bare), figure(ours)
            print(f"{name:<34}{least:>9.1f}{held:>9.1f}{held / least:>8.2f}")
        said = ["yes" if each.right else "NO" for each in (bare, ours)]
        print(f"{'every vote counted once':<34}{said[0]:>9}{said[1]:>9}\n", flush=True)


if __name__ == "__main__":
    asyncio.run(main([int(size) for size in sys.argv[1:]] or SIZES))
