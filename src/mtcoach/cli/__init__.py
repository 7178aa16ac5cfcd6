"""The commands. Nothing heavy is imported at the top: each command brings its own."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from mtcoach import __version__
from mtcoach.cli.options import Commands, banks_option, place, transcripts_option
from mtcoach.cli.questions import questions, understand
from mtcoach.cli.reports import compare, privacy, report, templates
from mtcoach.cli.talk import chat, converse, plain_terminal
from mtcoach.cli.transcripts import transcripts


@click.group(cls=Commands, invoke_without_command=True)
@click.version_option(__version__, message="mtcoach %(version)s")
@transcripts_option
@banks_option
@click.pass_context
def main(context: click.Context, transcripts: Path | None, banks: tuple[Path, ...]) -> None:
    """A coach for school self-evaluation: how well do you monitor and track progress?

    Without a command it opens in the terminal.
    """
    speak_utf8()
    if context.invoked_subcommand is not None:
        return
    if plain_terminal():
        converse(None, transcripts, banks, echo=not sys.stdin.isatty())
        return
    from mtcoach.terminal.app import run

    found = place(transcripts)
    sys.exit(run(found.path, found.why, None, banks))


@main.command()
@transcripts_option
def where(transcripts: Path | None) -> None:
    """Say where transcripts are kept, and why there."""
    from mtcoach.questions.files import questions_folder

    found = place(transcripts)
    click.echo(f"transcripts: {found.path} ({found.why})")
    click.echo(f"questions:   {questions_folder()}")


def speak_utf8() -> None:
    """Pipes on Windows are not UTF-8 unless told so."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")


for command in (chat, compare, report, privacy, transcripts, questions, templates, understand):
    main.add_command(command)
