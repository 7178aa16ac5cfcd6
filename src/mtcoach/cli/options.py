"""What the commands share: options, one-sentence errors, and what an option leads to."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from mtcoach.cli.usage import in_a_sentence
from mtcoach.errors import CoachError

if TYPE_CHECKING:
    from mtcoach.questions.loading import Library
    from mtcoach.transcript.events import Event
    from mtcoach.transcript.folder import Place


class _AFile(click.Path):
    """The path of a file; that it is a folder is told in a sentence of ours."""

    def convert(
        self,
        value: str | os.PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> str | bytes | os.PathLike[str]:
        """The path, unless a folder stands there."""
        if Path(value).is_dir():
            fail(f"{value}: this is a folder; name one of the files in it")
        return super().convert(value, param, ctx)


FILE = _AFile(path_type=Path, dir_okay=False)
FOLDER = click.Path(path_type=Path, file_okay=False)

transcripts_option = click.option(
    "--transcripts",
    type=click.Path(path_type=Path),
    help="The folder of transcripts, instead of the usual one (see 'mtcoach where').",
)
banks_option = click.option(
    "--bank",
    "banks",
    type=FILE,
    multiple=True,
    help="A bank of your own questions to offer as well; may be given again.",
)
calendar_option = click.option(
    "--calendar",
    type=FILE,
    help="Your council's school terms, for dates in the plan (see 'mtcoach questions check').",
)

redacted_option = click.option(
    "--redacted", is_flag=True, help="Mask personal data (see 'mtcoach privacy')."
)


class Commands(click.Group):
    """A group whose errors are one sentence each, never a traceback."""

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,
    ) -> click.Context:
        """Reads what stands before a command; what is wrong with it is told in a sentence."""
        try:
            return super().make_context(info_name, args, parent, **extra)
        except click.UsageError as error:
            raise in_a_sentence(error) from None

    def invoke(self, context: click.Context) -> object:
        """Runs a command; what a user did or met is told in a sentence."""
        try:
            return super().invoke(context)
        except click.UsageError as error:
            raise in_a_sentence(error) from None
        except CoachError as error:
            fail(str(error))
        except (click.exceptions.Exit, click.ClickException, click.Abort, BrokenPipeError):
            raise
        except Exception as error:
            if os.environ.get("MTCOACH_DEBUG"):
                raise
            fail(
                f"Something went wrong inside mtcoach ({type(error).__name__}: {error}). "
                f"What was answered is saved; MTCOACH_DEBUG=1 shows more."
            )


def fail(sentence: str) -> NoReturn:
    """Says what is wrong and ends with exit code 1."""
    click.echo(sentence, err=True)
    sys.exit(1)


def place(option: Path | None) -> Place:
    """Where transcripts are, by option, environment, working folder or user."""
    from mtcoach.transcript.folder import transcripts_folder

    found = option or given("transcripts")
    return transcripts_folder(found, os.environ, Path.cwd())


def given(name: str) -> Path | None:
    """The path of an option that stands with the command, or before it."""
    context = click.get_current_context(silent=True)
    option: Path | None = None
    while option is None and context is not None:
        option = context.params.get(name)
        context = context.parent
    return option


def library_with(banks: Sequence[Path]) -> Library:
    """The questions with a school's own banks and calendar, also those named before a command."""
    from mtcoach.questions.loading import load_library

    context = click.get_current_context(silent=True)
    before = context.find_root().params.get("banks", ()) if context else ()
    return load_library(tuple(dict.fromkeys((*before, *banks))), given("calendar"))


def near(item: str, library: Library) -> str:
    import difflib

    near = difflib.get_close_matches(item.lower(), library.items, 1)
    return f"did you mean '{near[0]}'?" if near else "check the id:"


def formats_of(said: str) -> list[str]:
    """The formats named in `said`, which every kind of report has."""
    from mtcoach.report import FORMATS

    wanted = [form.strip().lower() for form in said.split(",") if form.strip()]
    unknown = [form for form in wanted if form not in FORMATS]
    if unknown or not wanted:
        named = f"'{unknown[0]}' is not a format of the report" if unknown else "no format is named"
        fail(f"--to: {named}; choose {', '.join(FORMATS)}, or several with commas")
    return wanted


def documents_of(said: str | None) -> list[str]:
    """The documents named in `said`; none of them is the bundle."""
    from mtcoach.report import DOCUMENTS

    wanted = [name.strip().lower() for name in (said or "").split(",") if name.strip()]
    if "all" in wanted:
        return list(DOCUMENTS)
    unknown = [name for name in wanted if name not in DOCUMENTS]
    if unknown:
        fail(f"--document: '{unknown[0]}' is not one; choose {', '.join(DOCUMENTS)}, or all")
    return wanted


def events_of(file: Path) -> Sequence[Event]:
    """What can be read of FILE, after saying what cannot."""
    from mtcoach.transcript.log import load

    loaded = load(file)
    for problem in loaded.problems:
        click.echo(f"Note: {problem}", err=True)
    return loaded.events
