"""What a person reads when the app breaks: one sentence, and where their words are.

Textual would print a traceback with the values of variables, and these are somebody's
evaluation. MTCOACH_DEBUG=1 lets it.
"""

from __future__ import annotations

import io
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from textual.app import App

_ERROR: Final = re.compile(
    r"^(?P<error>[A-Za-z_][\w.]*(?:Error|Exception|Exit|Timeout)\b.*)$", re.M
)


def hushed(app: App[None]) -> io.StringIO:
    """Where `app` will write its traceback instead of to the terminal."""
    from rich.console import Console

    written = io.StringIO()
    if not os.environ.get("MTCOACH_DEBUG"):
        app.error_console = Console(file=written, width=200, markup=False, highlight=False)
    return written


def sentence(traceback: str, path: Path | None) -> str:
    """What happened and what is saved; `path` is the transcript that lay open, if one did."""
    errors = _ERROR.findall(traceback)
    what = f" ({errors[-1].strip()})" if errors else ""
    saved = (
        f"What you sent is saved in {path.absolute()}, and so is the reply you were typing"
        if path
        else "What was answered is saved"
    )
    return f"Something went wrong inside mtcoach{what}. {saved}; MTCOACH_DEBUG=1 shows more."
