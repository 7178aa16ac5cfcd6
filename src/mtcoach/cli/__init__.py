"""The commands. Nothing heavy is imported at the top: each command brings its own."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from mtcoach import __version__
from mtcoach.cli.options import (
    Commands,
    banks_option,
    calendar_option,
    library_with,
    place,
    transcripts_option,
)
from mtcoach.cli.questions import questions, understand
from mtcoach.cli.reports import combine, compare, privacy, report, templates
from mtcoach.cli.talk import chat, converse, plain_terminal
from mtcoach.cli.transcripts import transcripts
from mtcoach.cli.workshop import workshop


@click.group("mtcoach", cls=Commands, invoke_without_command=True)
@click.version_option(__version__, message="mtcoach %(version)s")
@transcripts_option
@banks_option
@calendar_option
@click.pass_context
def main(
    context: click.Context,
    transcripts: Path | None,
    banks: tuple[Path, ...],
    calendar: Path | None,
) -> None:
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
    sys.exit(run(found.path, found.why, None, banks, calendar))


@main.command()
@transcripts_option
def where(transcripts: Path | None) -> None:
    """Say where transcripts are kept, and why there; and by whose school terms dates go."""
    from mtcoach.questions.files import questions_folder

    found = place(transcripts)
    click.echo(f"transcripts: {found.path} ({found.why})")
    click.echo(f"questions:   {questions_folder()}")
    terms = library_with(()).calendar
    example = ", an example: see 'School terms' in docs/banks.md" if terms.example else ""
    click.echo(f"terms:       {terms.title}{example}")


def speak_utf8() -> None:
    """Pipes on Windows are not UTF-8 unless told so."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")


for command in (
    *(chat, combine, compare, report, privacy),
    *(transcripts, questions, templates, understand, workshop),
):
    main.add_command(command)
