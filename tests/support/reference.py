"""The reference in the docs, made from the code: commands, keys, fields of a bank."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from mtcoach.cli import main
from mtcoach.questions import calendar, models
from mtcoach.report import DOCUMENTS
from mtcoach.report.layouts.word.fields import BLOCKS, LINES
from mtcoach.terminal.commands import GROUPS


def reference() -> str:
    """The page, in Markdown."""
    parts = ["# Reference", "Made from the code; a test keeps it so."]
    parts += ["## Commands", *commands(main, "mtcoach")]
    parts += ["## Documents", *documents()]
    parts += ["## Keys", *keys()]
    banks = (models.Bank, models.Source, models.Item, models.NextStep, models.Links)
    parts += ["## Fields of a bank", *fields(banks)]
    terms = (calendar.Calendar, calendar.Session, calendar.Period, calendar.Day)
    parts += ["## Fields of a calendar", *fields(terms)]
    parts += ["## Fields of a Word template", *template_fields()]
    return "\n\n".join(parts) + "\n"


def commands(command: click.Command, name: str) -> Iterator[str]:
    """The help of a command and of those under it."""
    with click.Context(command, info_name=name, terminal_width=88) as context:
        yield f"### `{name}`\n\n```\n{context.get_help()}\n```"
    if isinstance(command, click.Group):
        for under in sorted(command.commands):
            if command.commands[under].hidden:
                continue
            yield from commands(command.commands[under], f"{name} {under}")


def documents() -> Iterator[str]:
    """What an evaluation can be written as."""
    rows = [
        f"| `{n}` | {each.about} | {', '.join(each.formats)} |" for n, each in DOCUMENTS.items()
    ]
    yield "| document | what it is | formats |\n|---|---|---|\n" + "\n".join(rows)


def keys() -> Iterator[str]:
    """The keys of each screen, as tables."""
    for group in GROUPS:
        rows = [f"| {each.key} | {each.title} | {each.help} |" for each in group.commands]
        yield f"### {group.title}\n\n| key | command | what it does |\n|---|---|---|\n" + "\n".join(
            rows
        )


def template_fields() -> Iterator[str]:
    """What a Word template may have between braces."""
    for about, known in (
        ("In a line, as `{{ school }}`; empty where it was not said:", LINES),
        ("In a paragraph of its own, as `{{ plan }}`:", BLOCKS),
    ):
        rows = [f"| `{name}` | {meaning} |" for name, meaning in known.items()]
        yield about + "\n\n| field | what it brings |\n|---|---|\n" + "\n".join(rows)


def fields(blocks: Sequence[type[models.Data]]) -> Iterator[str]:
    """The fields of each block of a file."""
    for model in blocks:
        rows = [
            f"| `{name}` | {'yes' if field.is_required() else 'no'} |"
            for name, field in model.model_fields.items()
        ]
        title = (model.__doc__ or "").strip().splitlines()[0]
        yield f"### {model.__name__}\n\n{title}\n\n| field | needed |\n|---|---|\n" + "\n".join(
            rows
        )
