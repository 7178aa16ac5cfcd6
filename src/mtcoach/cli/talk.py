"""The conversation in a terminal or a pipe: which front end, and where replies come from."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mtcoach.cli.options import (
    FILE,
    banks_option,
    calendar_option,
    events_of,
    fail,
    library_with,
    place,
    transcripts_option,
)
from mtcoach.errors import HeldError

if TYPE_CHECKING:
    from mtcoach.evaluation import Evaluation


@click.command()
@click.argument("file", type=FILE, required=False)
@click.option("--plain", is_flag=True, help="Line by line: for screen readers, pipes and ssh.")
@click.option("--read", "reading", is_flag=True, help="Only read FILE, while another writes it.")
@transcripts_option
@banks_option
@calendar_option
def chat(
    file: Path | None,
    plain: bool,
    reading: bool,
    transcripts: Path | None,
    banks: tuple[Path, ...],
    calendar: Path | None,
) -> None:
    """Begin an evaluation, or go on with FILE."""
    if reading:
        if file is None:
            fail("--read needs the transcript to read: mtcoach chat --read FILE")
        show(file)
    elif plain or plain_terminal():
        converse(file, transcripts, banks, echo=not sys.stdin.isatty())
    else:
        from mtcoach.terminal.app import run

        found = place(transcripts)
        sys.exit(run(found.path, found.why, file, banks, calendar))


def opened(file: Path | None, transcripts: Path | None, banks: Sequence[Path]) -> Evaluation:
    from mtcoach.evaluation import resume, start

    library = library_with(banks)
    if file is None:
        return start(place(transcripts).path, library)
    try:
        return resume(file, library)
    except HeldError as error:
        fail(f"{error}; to read it: mtcoach chat --read {file}")


def converse(
    file: Path | None, transcripts: Path | None, banks: Sequence[Path], *, echo: bool
) -> None:
    from mtcoach.plain import converse

    evaluation = opened(file, transcripts, banks)
    try:
        if evaluation.record.workshop and not evaluation.read_only:
            from mtcoach.plain.room import conduct

            conduct(evaluation, input_lines(), click.echo, echo=echo)
        else:
            converse(evaluation, input_lines(), click.echo, echo=echo)
    except KeyboardInterrupt:
        evaluation.pause()
    finally:
        evaluation.close()
    if evaluation.path.exists():
        click.echo(f"Saved in {evaluation.path}")


def show(file: Path, *, redacted: bool = False) -> None:
    from mtcoach.coach.notes import redaction
    from mtcoach.plain import chat

    events = events_of(file)
    for line in chat(redaction.redacted(events) if redacted else events):
        click.echo(line)


def input_lines() -> Iterator[str]:
    """Replies from stdin, a line each, without the line's end; a person gets a prompt."""
    prompt = sys.stdin.isatty()
    while True:
        if prompt:
            click.echo("You: ", nl=False)
        line = sys.stdin.readline()
        if not line:
            return
        # Lines that a person pastes arrive at once: together they are one reply.
        while prompt and _more_waits():
            line += sys.stdin.readline()
        yield line.rstrip("\r\n")


def _more_waits(seconds: float = 0.05) -> bool:
    """Whether more has been typed already than anybody types in that time."""
    if sys.platform == "win32":
        import msvcrt

        return bool(msvcrt.kbhit())
    import select

    return bool(select.select([sys.stdin], [], [], seconds)[0])


def plain_terminal() -> bool:
    """Whether this is no terminal that a screen could be drawn on."""
    shown = sys.stdin.isatty() and sys.stdout.isatty()
    return os.environ.get("TERM") == "dumb" or not shown
