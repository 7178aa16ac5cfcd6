"""What the terminal costs a person, in real processes behind a pseudo-terminal.

    python benchmarks/terminal.py [RUNS]

First paint: from starting the process to the first words on the screen, next to a bare
Textual app, turn about. Keys: from a key to its letter on the screen. Replies: from
Enter to the coach's answer on the screen, saved and synced in between. Both with 20 and
with 2,000 messages. Not for Windows, which has no pseudo-terminals of this kind.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from datetime import UTC, datetime
from pathlib import Path

from mtcoach import evaluation
from mtcoach.questions.loading import Library, load_library
from mtcoach.transcript.events import Event, Heard, Said
from mtcoach.transcript.log import Log
from mtcoach.transcript.sayings import Line

ROWS, COLUMNS = 24, 80
OPENING = ("Lochside Academy", "secondary", "depute", "on my own", "an hour", "1")
BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("hello there")
Bare().run()
"""
OURS = """
import sys
from pathlib import Path
from mtcoach.terminal.app import run
run(Path(sys.argv[1]), "measured", Path(sys.argv[2]) if sys.argv[2:] else None)
"""
ANSI = re.compile(rb"\x1b\[[0-9;?<>=$]*[A-Za-z]")


class Terminal:
    """A process with a screen and a keyboard."""

    def __init__(self, code: str, *arguments: str) -> None:
        self.began = time.perf_counter()
        self.pid, self.screen = pty.fork()
        if self.pid == 0:
            os.environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
            os.execv(sys.executable, [sys.executable, "-c", code, *arguments])
        size = struct.pack("HHHH", ROWS, COLUMNS, 0, 0)
        fcntl.ioctl(self.screen, termios.TIOCSWINSZ, size)

    def until(self, words: str, since: float, patience: float = 20) -> float:
        """Milliseconds from `since` until `words` are painted."""
        seen = b""
        while time.perf_counter() - since < patience:
            if select.select([self.screen], [], [], 0.2)[0]:
                seen += os.read(self.screen, 65536)
                if words.encode() in ANSI.sub(b"", seen):
                    return (time.perf_counter() - since) * 1000
        raise TimeoutError(f"never painted: {words}")

    def press(self, keys: str) -> float:
        """When `keys` were pressed."""
        now = time.perf_counter()
        os.write(self.screen, keys.encode())
        return now

    def rest(self, seconds: float) -> None:
        """Lets the screen settle, reading it away."""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            if select.select([self.screen], [], [], 0.05)[0]:
                os.read(self.screen, 65536)

    def stop(self) -> None:
        """Ends the process that this started."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.screen)


def transcript(folder: Path, library: Library, messages: int) -> Path:
    """An evaluation of `messages` messages, at its first question."""
    folder.mkdir()
    talk = evaluation.start(folder, library)
    for reply in OPENING:
        talk.hear(reply)
    talk.close()
    asked = talk.events[-1]
    assert isinstance(asked, Said)
    more = (messages - 2 * len(OPENING) - 1) // 2
    chat: list[Event] = []
    for number in range(more):
        said = f"What I have so far is what you told me in reply {number}, and it is kept."
        chat += [
            Heard(text=f"what have I said so far, {number}?"),
            asked
            if number == more - 1
            else asked.model_copy(update={"sayings": (Line(text=said),)}),
        ]
    log = Log.open(talk.path)
    log.append(chat, datetime.now(UTC))
    log.close()
    return talk.path


def first_paint(folder: Path, runs: int) -> tuple[list[float], list[float]]:
    """First paint of the bare app and of ours, turn about, after one unmeasured start."""
    bare: list[float] = []
    ours: list[float] = []
    for turn in range(runs + 1):
        for code, words, times in (
            (BARE, "hello there", bare),
            (OURS, "Evaluations are kept", ours),
        ):
            terminal = Terminal(code, str(folder))
            took = terminal.until(words, terminal.began)
            terminal.stop()
            if turn:
                times.append(took)
    return bare, ours


def keys_and_replies(path: Path, library: Library, runs: int) -> tuple[list[float], list[float]]:
    """Key to letter, and Enter to answer, in the conversation at `path`."""
    terminal = Terminal(OURS, str(path.parent), str(path))
    terminal.until("Your answer", terminal.began)
    terminal.rest(1.5)
    keys: list[float] = []
    replies: list[float] = []
    items = [item for item in library.banks["key-questions"].items if item.id != "kq08"]
    for turn in range(runs):
        item = items[turn % len(items)]
        typed = ""
        for letter in f"change {item.number}":
            typed += letter
            pressed = terminal.press(letter)
            if letter != " ":
                keys.append(terminal.until(typed.split()[-1], pressed))
            terminal.rest(0.06)
        terminal.rest(0.6)  # past the saving of the draft
        pressed = terminal.press("\r")
        replies.append(terminal.until(f"{item.number} · {item.topic}", pressed))
        terminal.rest(0.4)
    terminal.stop()
    return keys, replies


def row(name: str, times: list[float], beside: list[float] | None = None) -> None:
    """A line of the table: median, the slow end, and the ratio of medians."""
    middle = statistics.median(times)
    slow = sorted(times)[int(len(times) * 0.95)]
    ratio = f"{middle / statistics.median(beside):8.2f}" if beside else " " * 8
    print(f"{name:<36}{middle:9.1f}{slow:9.1f}{ratio}")


def main(runs: int) -> None:
    """Measures and prints."""
    library = load_library()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        short = transcript(folder / "short", library, 20)
        long = transcript(folder / "long", library, 2000)
        print(f"{'milliseconds':<36}{'median':>9}{'p95':>9}{'ratio':>8}")
        bare, ours = first_paint(folder / "short", runs)
        row("first paint, bare Textual app", bare)
        row("first paint, mtcoach", ours, bare)
        few_keys, few_replies = keys_and_replies(short, library, runs)
        many_keys, many_replies = keys_and_replies(long, library, runs)
        row("key to letter, 20 messages", few_keys)
        row("key to letter, 2,000 messages", many_keys, few_keys)
        row("Enter to answer, 20 messages", few_replies)
        row("Enter to answer, 2,000 messages", many_replies, few_replies)


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 10)
