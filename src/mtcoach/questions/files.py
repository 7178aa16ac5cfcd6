"""Where the question files are: in the checkout while it is one, else inside the package."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def questions_folder() -> Path:
    """The folder with `banks/`, `frameworks/` and `vocabulary.yaml`."""
    packaged = _PACKAGE / "_questions"
    return packaged if packaged.is_dir() else _PACKAGE.parent.parent / "questions"
