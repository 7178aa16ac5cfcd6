"""A real terminal: a short evaluation is typed, killed, resumed and finished with a report."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mtcoach.transcript.events import Heard
from mtcoach.transcript.log import load
from mtcoach.transcript.record import fold

if sys.platform == "win32":
    pytest.skip("a pseudo-terminal needs a POSIX system", allow_module_level=True)

import pexpect

from support.terminal import PATIENCE, Terminal


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "transcripts").mkdir()
    return tmp_path


@pytest.fixture
def terminals(folder: Path) -> Iterator[Callable[[], Terminal]]:
    opened: list[Terminal] = []

    def another() -> Terminal:
        opened.append(Terminal(folder))
        return opened[-1]

    yield another
    for terminal in opened:
        terminal.close()


def transcript(folder: Path) -> Path:
    (path,) = (folder / "transcripts").glob("*.jsonl")
    return path


def test_an_evaluation_is_typed_killed_resumed_and_finished(
    folder: Path, terminals: Callable[[], Terminal]
) -> None:
    first = terminals()
    first.shows("Start a new evaluation")
    first.child.send("n")
    first.shows("what is your school called?")
    first.answer("Birkhill Primary", "does it cover more?")
    first.answer("yes", "what is your role?")
    first.answer("depute", "speaking for others?")
    first.answer("on my own", "How long do you have")
    first.answer("ten minutes", "Which would you like?")
    first.answer("the quick one", "Clear expectations")
    first.answer("amber, two of nine classes use other dates", "That's all I have")
    first.child.send("half a thought that was never s")
    first.shows("half a thought that was never s")
    draft = transcript(folder).with_name(transcript(folder).name + ".draft")
    first.until(lambda _: draft.exists(), "the draft on disk")
    os.kill(int(first.child.pid or 0), signal.SIGKILL)

    kept = [event.text for event in load(transcript(folder)).events if isinstance(event, Heard)]
    assert kept[-1] == "amber, two of nine classes use other dates"

    second = terminals()
    second.shows("Carry on: Birkhill Primary")
    second.child.send("\r")
    second.shows("half a thought that was never s")
    second.child.send("\x15")  # clears the line
    for _ in range(40):
        second.child.send("\x7f")
    second.until(lambda shown: "half a thought" not in shown, "an empty composer")
    record = fold(load(transcript(folder)).events)
    for _ in range(60):
        record = fold(load(transcript(folder)).events)
        if record.position.phase == "done":
            break
        ends = {"priorities": "no plan", "overall": "no thanks", "theme": "carry on"}
        reply = ends.get(record.position.phase, "skip")
        turns = record.turns
        second.child.send(reply)
        second.shows(reply)
        second.child.send("\r")
        second.until(
            lambda _, turns=turns: fold(load(transcript(folder)).events).turns > turns,  # type: ignore[misc]
            f"an answer to {reply}",
        )
    assert record.position.phase == "done"
    second.child.send("\x1bOS")  # F4
    second.shows("Birkhill Primary: monitoring and tracking")
    second.child.send("\x11")  # Ctrl+Q
    second.child.expect(pexpect.EOF)
    assert transcript(folder).name.encode() in (second.child.before or b"")
    assert record.answer("kq01").rating == "amber"


def test_a_pasted_paragraph_is_one_reply_in_plain_mode(folder: Path) -> None:
    child = pexpect.spawn(
        sys.executable,
        ["-m", "mtcoach.cli", "chat", "--plain"],
        cwd=str(folder),
        env={**os.environ, "TERM": "xterm", "PYTHONUTF8": "1"},
        timeout=PATIENCE,
    )
    replies = ("Birkhill Primary", "yes", "depute", "on my own", "an hour", "all of them")
    for reply in replies:
        child.expect("You: ")
        child.sendline(reply)
    child.expect("For the colour")
    child.expect("You: ")
    child.send("Amber.\n1. The calendar is on Glow.\n2. Two classes use other dates.\n")
    child.expect("You: ")
    child.sendline("pause")
    child.expect("Saved in")
    child.close(force=True)
    heard = [event.text for event in load(transcript(folder)).events if isinstance(event, Heard)]
    assert heard[-2:] == [
        "Amber.\n1. The calendar is on Glow.\n2. Two classes use other dates.",
        "pause",
    ]
