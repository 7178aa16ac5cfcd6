"""mtcoach in a pseudo-terminal, as somebody would see it."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("a pseudo-terminal needs a POSIX system", allow_module_level=True)

import pexpect
import pyte

ROWS, COLUMNS = 40, 120
PATIENCE = 30.0
"""Seconds to wait for the screen; long, as a loaded machine is slow and not wrong."""


class Terminal:
    """mtcoach in a pseudo-terminal, and what its screen shows."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self.stream = pyte.ByteStream(self.screen)
        environment = {**os.environ, "TERM": "xterm-256color", "PYTHONUTF8": "1"}
        environment.pop("MTCOACH_TRANSCRIPTS", None)
        self.child = pexpect.spawn(
            sys.executable,
            ["-m", "mtcoach.cli", *arguments],
            cwd=str(folder),
            env=environment,
            dimensions=(ROWS, COLUMNS),
            timeout=PATIENCE,
        )

    def read(self, seconds: float = 0.05) -> None:
        """Takes in what has been drawn."""
        try:
            drawn: bytes = self.child.read_nonblocking(65536, seconds)  # type: ignore[assignment]
            self.stream.feed(drawn)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return

    def until(self, ready: Callable[[str], bool], what: str) -> str:
        """Waits until the screen is as wanted."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            self.read()
            shown = " ".join(" ".join(self.screen.display).replace("▌", " ").split())
            if ready(shown):
                return shown
        raise AssertionError(f"never saw {what}:\n" + "\n".join(self.screen.display))

    def shows(self, text: str) -> str:
        """Waits for a text."""
        return self.until(lambda shown: text in shown, text)

    def answer(self, text: str, then: str) -> None:
        """Types a reply, sends it, and waits for what comes."""
        self.child.send(text)
        self.shows(text[-30:])
        self.child.send("\r")
        self.shows(then)

    def close(self) -> None:
        """Ends the process, whatever it is at."""
        self.child.close(force=True)
