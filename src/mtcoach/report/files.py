"""Reports on disk: each file whole or not at all. Nothing else in this room touches files."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from mtcoach.errors import CoachError
from mtcoach.report.layout import layout
from mtcoach.report.narrative import Narrative


def write(narrative: Narrative, formats: Sequence[str], out: Path, stem: str) -> list[Path]:
    """Writes `narrative` to `out` as `stem.md`, `stem.html`, …; the paths, in that order.

    Everything is laid out before anything is written; a file that is there is replaced.
    """
    texts = {form: layout(narrative, form) for form in dict.fromkeys(formats)}
    try:
        out.mkdir(parents=True, exist_ok=True)
        return [_replaced(out / f"{stem}.{form}", text) for form, text in texts.items()]
    except OSError as error:
        said = error.strerror or str(error)
        raise CoachError(
            f"{out}: the report cannot be written there ({said}); choose another folder with --out"
        ) from error


def _replaced(path: Path, text: str) -> Path:
    """Puts `text` in the place of `path` in one step."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        temporary = Path(name)
        temporary.chmod(0o644)  # mkstemp's 0600 would keep colleagues out of a shared folder
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
    return path
