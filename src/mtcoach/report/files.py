"""Reports on disk: each file whole or not at all. Nothing else in this room touches files."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mtcoach.errors import CoachError
from mtcoach.report.layouts import laid_out
from mtcoach.report.narrative import Narrative


@dataclass(frozen=True, slots=True)
class Job:
    """A document to be written in `formats`, as files that begin with `stem`."""

    narrative: Narrative
    formats: Sequence[str]
    stem: str


def write(jobs: Sequence[Job], out: Path, template: Path | None = None) -> list[Path]:
    """Writes each document to `out` as `stem.md`, `stem.html`, …; the paths, in that order.

    `template` is a Word document to lay `docx` out in. Everything is laid out before
    anything is written; a file that is there is replaced.
    """
    files = {
        f"{job.stem}.{form}": laid_out(job.narrative, form, template)
        for job in jobs
        for form in dict.fromkeys(job.formats)
    }
    try:
        out.mkdir(parents=True, exist_ok=True)
        return [_replaced(out / name, content) for name, content in files.items()]
    except OSError as error:
        said = error.strerror or str(error)
        raise CoachError(
            f"{out}: the report cannot be written there ({said}); choose another folder with --out"
        ) from error


def export_template(folder: Path) -> Path:
    """Copies the Word template to `folder`; one that is there stays as it is."""
    from mtcoach.report.layouts.word.stationery import OURS

    path = folder / OURS.name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(OURS.read_bytes())
    except FileExistsError as error:
        raise CoachError(f"{path}: there is a file already; choose another folder") from error
    except OSError as error:
        said = error.strerror or str(error)
        raise CoachError(f"{path}: cannot be written ({said}); choose another folder") from error
    return path


def _replaced(path: Path, content: bytes) -> Path:
    """Puts `content` in the place of `path` in one step."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
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
