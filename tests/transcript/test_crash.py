"""Real processes, really killed, and a file that really cannot grow."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import pytest

from mtcoach.errors import HeldError
from mtcoach.transcript.events import Event, Heard, Noted
from mtcoach.transcript.log import Log, load

WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from mtcoach.transcript.events import Heard, Noted
from mtcoach.transcript.log import Log

log = Log.create(Path(sys.argv[1]))
for number in range(100_000):
    said = f"reply {number} " + "é" * (number % 900)
    log.append([Heard(text=said), Noted(item="kq01", text=said)], datetime.now(UTC))
    print(number, flush=True)
"""

HOLDER = """
import sys, time
from pathlib import Path
from mtcoach.transcript.log import Log

log = Log.open(Path(sys.argv[1]))
print("held", flush=True)
time.sleep(60)
"""

FULL = """
import resource, sys
from datetime import UTC, datetime
from pathlib import Path
from mtcoach.errors import TranscriptError
from mtcoach.transcript.events import Heard, Paused
from mtcoach.transcript.log import Log

path, at = Path(sys.argv[1]), datetime.now(UTC)
log = Log.create(path)
resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, resource.RLIM_INFINITY))
saved = 0
while True:
    reply = [Heard(text=f"reply {saved} " + "é" * 200), Paused()]
    before = path.read_bytes()
    try:
        log.append(reply, at)
    except TranscriptError as error:
        assert path.read_bytes() == before
        assert before, "nothing was saved at all"
        print(error)
        break
    saved += 1
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
log.append(reply, at)
print(saved + 1)
"""


def started(script: str, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)], stdout=subprocess.PIPE, text=True
    )


def killed(process: subprocess.Popen[str]) -> str:
    """What the process had still said when it was killed."""
    process.kill()
    rest, _ = process.communicate(timeout=20)
    return rest


def texts(events: Sequence[Event], kind: type[Heard] | type[Noted]) -> list[str]:
    return [event.text for event in events if isinstance(event, kind)]


@pytest.mark.parametrize("replies", [1, 40, 150])
def test_a_writer_killed_at_any_moment_keeps_every_reply_it_was_told_of(
    path: Path, now: datetime, replies: int
) -> None:
    process = started(WRITER, path)
    assert process.stdout
    told = [process.stdout.readline() for _ in range(replies)]
    told += [line for line in killed(process).splitlines(keepends=True) if line.endswith("\n")]
    expected = [f"reply {number} " + "é" * (number % 900) for number in range(len(told))]

    loaded = load(path)
    assert texts(loaded.events, Heard)[: len(expected)] == expected
    assert texts(loaded.events, Noted)[: len(expected)] == expected
    with Log.open(path) as log:
        more = log.append([Heard(text="and on")], now)
    assert load(path).events == (*loaded.events, *more)


def test_another_process_holds_its_transcript_only_while_it_lives(
    path: Path, saved: tuple[Event, ...]
) -> None:
    process = started(HOLDER, path)
    assert process.stdout
    assert process.stdout.readline() == "held\n"
    try:
        with pytest.raises(HeldError, match=rf"\(process {process.pid}, since "):
            Log.open(path)
        assert load(path).events == saved
    finally:
        killed(process)
    with Log.open(path) as log:
        assert log.loaded.events == saved


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on a file's size")
def test_a_file_that_cannot_grow_keeps_what_it_held_and_takes_the_reply_later(path: Path) -> None:
    process = started(FULL, path)
    said, _ = process.communicate(timeout=20)
    sentence, count = said.splitlines()
    assert process.returncode == 0
    assert sentence == (
        f"{path}: your reply is not saved yet: the file may not grow any more on this disk; "
        "make some room, then send it again"
    )
    loaded = load(path)
    assert loaded.problems == ()
    assert len(texts(loaded.events, Heard)) == int(count) > 1
