"""A command that cannot be read, told in one sentence: what is wrong, where, and what to do.

click says the usage, a hint and the error in three lines; a user needs one. The exit code stays
click's own, 2.
"""

from __future__ import annotations

import difflib
from typing import IO, Any

import click


class InASentence(click.UsageError):
    """A usage error that shows as its sentence and nothing else."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Writes the sentence to `file`, or to the error stream."""
        click.echo(self.message, file=file, err=file is None)


def in_a_sentence(error: click.UsageError) -> click.UsageError:
    """`error` as one sentence. Help that is shown for want of a command stays help."""
    if isinstance(error, (InASentence, click.exceptions.NoArgsIsHelpError)):
        return error
    where = error.ctx.command_path if error.ctx else "mtcoach"
    wrong = _wrong(error)
    told = wrong if ";" in wrong else f"{wrong}; {_remedy(error, where)}"
    return InASentence(f"{where}: {told}", error.ctx)


def _wrong(error: click.UsageError) -> str:
    """What is wrong, as the middle of a sentence."""
    if isinstance(error, click.NoSuchOption):
        return f"there is no option '{error.option_name}'"
    if isinstance(error, click.BadParameter) and error.param is not None:
        option = isinstance(error.param, click.Option)
        name = error.param.opts[0] if option else error.param.human_readable_name
        if isinstance(error, click.MissingParameter):
            return f"{name} is missing"
        return f"{name}: {_plain(error.message)}"
    return _plain(error.format_message())


def _plain(message: str) -> str:
    """click's words within a sentence of ours."""
    text = " ".join(message.split()).partition(" Did you mean")[0].rstrip(".")
    return text[:1].lower() + text[1:]


def _remedy(error: click.UsageError, where: str) -> str:
    """What to do about it."""
    wanted = getattr(error, "option_name", None) or getattr(error, "command_name", None) or ""
    near = difflib.get_close_matches(wanted, list(getattr(error, "possibilities", None) or ()), 2)
    if near:
        return f"did you mean {' or '.join(repr(name) for name in near)}?"
    return f"'{where} --help' shows what there is"
