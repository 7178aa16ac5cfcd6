"""The half-typed reply, kept beside its transcript so that it survives a crash.

Answers matter more: a draft that cannot be kept is reported by a `False` and nothing else.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from mtcoach.transcript import disk
from mtcoach.transcript.lines import clean


def save_draft(path: Path, text: str) -> bool:
    """Keep `text` as the draft of the transcript at `path`; an empty one removes the draft."""
    draft = _draft(path)
    try:
        if text:
            disk.replace(draft, clean(text).encode())
        else:
            draft.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def load_draft(path: Path) -> str:
    """The draft of the transcript at `path`, empty where there is none."""
    with suppress(OSError):
        return _draft(path).read_bytes().decode("utf-8", "replace")
    return ""


def _draft(path: Path) -> Path:
    return disk.beside(path, ".draft")
