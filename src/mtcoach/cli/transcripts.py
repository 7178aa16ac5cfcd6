"""The commands over the evaluations that are kept."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from mtcoach.cli.options import FILE, place, redacted_option, transcripts_option
from mtcoach.cli.talk import show


@click.group()
def transcripts() -> None:
    """The evaluations that are kept on this computer."""


@transcripts.command("list")
@transcripts_option
def transcripts_list(transcripts: Path | None) -> None:
    """List every evaluation, the latest first."""
    from mtcoach.evaluation import summaries

    found = place(transcripts)
    every = summaries(found.path)
    if not every:
        click.echo(f"There are no evaluations yet in {found.path}.")
    for each in every:
        if each.problem:
            click.echo(f"{each.path.name}: {each.problem}")
            continue
        colours = " ".join(f"{name[0].upper()}{count}" for name, count in each.colours.items())
        state = (
            "example"
            if each.example
            else "complete"
            if each.finished
            else f"{each.answered} of {each.asked} done"
        )
        if each.workshop:
            state = f"workshop, {state}"
        click.echo(f"{each.day}  {each.path.name}  {each.school or '–'}  {state}  {colours}")


@transcripts.command("show")
@click.argument("file", type=FILE)
@redacted_option
def transcripts_show(file: Path, redacted: bool) -> None:
    """Print FILE as a readable chat."""
    show(file, redacted=redacted)


@transcripts.command("check")
@click.argument("file", type=FILE)
def transcripts_check(file: Path) -> None:
    """Check FILE for damage, changing nothing."""
    from mtcoach.transcript.log import load

    loaded = load(file)
    for problem in loaded.problems:
        click.echo(problem, err=True)
    if loaded.problems:
        click.echo(f"{len(loaded.events)} events can be read; opening it sets the rest aside.")
        sys.exit(1)
    click.echo(f"{file}: {len(loaded.events)} events, nothing wrong.")
