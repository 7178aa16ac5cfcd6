"""The app breaks: one sentence, the words saved, no traceback unless it is asked for."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from mtcoach.terminal.mishap import sentence
from mtcoach.transcript.draft import load_draft
from mtcoach.transcript.log import Log

BREAKS = """
import sys
from pathlib import Path
from mtcoach.terminal.app import run
from mtcoach.terminal.screens.chat import ChatScreen

def broken(screen):
    secret = "Kacper Nowak"
    raise RuntimeError("the roof fell in")

ChatScreen.action_last = broken
sys.exit(run(Path(sys.argv[1]), "chosen for this test", Path(sys.argv[2])))
"""


def left_with(path: Path, **environment: str) -> tuple[str, int]:
    """What the terminal says once the app has broken over a half-typed reply; its exit code."""
    pexpect = pytest.importorskip("pexpect")
    child = pexpect.spawn(
        sys.executable,
        ["-c", BREAKS, str(path.parent), str(path)],
        env={**os.environ, "TERM": "xterm-256color", **environment},
        dimensions=(40, 120),
        timeout=30,
    )
    child.expect("Your answer")
    time.sleep(0.3)  # a key that comes before the composer has the focus goes nowhere
    child.send("half a thought")
    child.expect("half a thought")
    child.send("\x1b[1;5F")  # Ctrl+End
    child.expect(pexpect.EOF)
    child.close()
    left: bytes = child.before
    return left.rpartition(b"\x1b[?1049l")[2].decode("utf-8", "replace"), child.exitstatus


posix = pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal needs a POSIX system")


@posix
def test_a_break_is_one_sentence_and_what_was_typed_is_kept(begun: Any) -> None:
    path = begun("amber, a start is made")
    before = path.read_bytes()
    said, code = left_with(path, MTCOACH_DEBUG="")
    assert code == 1
    assert "Something went wrong inside mtcoach (RuntimeError: the roof fell in)." in said
    assert str(path) in " ".join(said.split())
    assert "Traceback" not in said and "Kacper" not in said
    assert path.read_bytes().startswith(before)
    assert load_draft(path) == "half a thought"
    Log.open(path).close()  # nobody holds it any more


@posix
def test_asked_for_the_traceback_is_shown(begun: Any) -> None:
    said, code = left_with(begun("amber, a start is made"), MTCOACH_DEBUG="1")
    assert code == 1
    assert "Traceback" in said
    assert "Something went wrong inside mtcoach" in said


def test_without_an_evaluation_open_no_file_is_named() -> None:
    said = sentence("╭─ Traceback ─╮\n│ x │\nOSError: [Errno 5] gone\n", None)
    assert said.startswith(
        "Something went wrong inside mtcoach (OSError: [Errno 5] gone). What was"
    )
