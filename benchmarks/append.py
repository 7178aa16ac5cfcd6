"""What a saved reply costs, next to the least it could cost.

    python benchmarks/append.py [FOLDER]

One reply is four events in one append. The floor writes and syncs the same bytes with
nothing around them, turn about with ours, so that both meet the same disk. FOLDER is on
the disk to be measured; without it, a temporary folder.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from mtcoach.transcript.draft import save_draft
from mtcoach.transcript.events import (
    Event,
    Heard,
    Noted,
    Rated,
    Said,
)
from mtcoach.transcript.lines import encode, stamped
from mtcoach.transcript.log import Log, load
from mtcoach.transcript.sayings import Line, Position

REPLIES = 500
SAID = "Amber – we use SEEMiS in every stage, but not every department looks at it monthly. "
TURN: tuple[Event, ...] = (
    Heard(text=SAID),
    Rated(item="kq01", rating="amber", how="stated"),
    Noted(item="kq01", text=SAID),
    Said(sayings=(Line(text="Who sees it?"),), position=Position(phase="items", item="kq01")),
)


def timed(work: Callable[[], object]) -> float:
    """Milliseconds that `work` takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def row(name: str, times: list[float]) -> None:
    """One line of the table: the middle, and the slowest but one in twenty."""
    late = statistics.quantiles(times, n=20)[-1]
    print(f"{name:<34}{statistics.median(times):>9.3f}{late:>9.3f}")


def main(folder: Path) -> None:
    """Measure in `folder` and print the table."""
    now = datetime.now(UTC)
    data = b"".join(encode(event)[1] for event in stamped(TURN, 0, now))
    path = folder / "benchmark.jsonl"
    floor = os.open(folder / "floor", os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    def least() -> None:
        os.write(floor, data)
        os.fsync(floor)

    ours: list[float] = []
    floors: list[float] = []
    with Log.create(path) as log:
        for _ in range(REPLIES):
            floors.append(timed(least))
            ours.append(timed(lambda: log.append(TURN, now)))
    os.close(floor)
    print(f"{'ms, in ' + str(folder):<34}{'p50':>9}{'p95':>9}")
    row("write + fsync (floor)", floors)
    row("Log.append", ours)
    print(f"{'ratio':<34}{statistics.median(ours) / statistics.median(floors):>9.2f}")
    row(f"load of {REPLIES * len(TURN)} events", [timed(lambda: load(path)) for _ in range(15)])
    row("Log.open and close", [timed(lambda: Log.open(path).close()) for _ in range(15)])
    row("save_draft", [timed(lambda: save_draft(path, SAID)) for _ in range(50)])


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(dir=sys.argv[1] if len(sys.argv) > 1 else None) as name:
        main(Path(name))
