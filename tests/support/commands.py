"""A command as somebody would type it: what it prints, and the sentence when it fails."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from mtcoach.cli import main


def run(*words: str | Path, typed: str = "") -> Result:
    """One command, with what is typed into it."""
    return CliRunner().invoke(main, [str(word) for word in words], input=typed)


def said(*words: str | Path, typed: str = "") -> str:
    """What a command that succeeds prints."""
    result = run(*words, typed=typed)
    assert result.exit_code == 0, result.output
    return result.output


def refused(*words: str | Path) -> str:
    """The one sentence of a command that fails: no traceback, exit code 1."""
    result = run(*words)
    assert result.exit_code == 1, result.output
    assert isinstance(result.exception, SystemExit)
    assert "Traceback" not in result.output
    return result.output.strip()
