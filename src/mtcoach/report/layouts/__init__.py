"""A narrative laid out in each format: the one table of what there is.

No layout holds a sentence of the report. Each format's room is imported when it
is used, as Word, PDF and spreadsheet bring heavy libraries.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Final, cast

from mtcoach.errors import CoachError
from mtcoach.report.narrative import Narrative

# Where each format is laid out: text is returned as text, all else as bytes.
TEXTS: Final = {
    "md": ("pages", "as_markdown"),
    "html": ("pages", "as_html"),
    "json": ("data", "as_json"),
}
_BYTES: Final = {
    "docx": ("word.document", "as_docx"),
    "pdf": ("pdf", "as_pdf"),
    "xlsx": ("spreadsheet", "as_xlsx"),
}
FORMATS: Final[tuple[str, ...]] = ("md", "html", "docx", "pdf", "xlsx", "json")


def layout(narrative: Narrative, form: str) -> str:
    """`narrative` as the text of an `md`, `html` or `json` file."""
    if form not in TEXTS:
        raise CoachError(_unknown(form, tuple(TEXTS)))
    return cast("str", _maker(*TEXTS[form])(narrative))


def laid_out(narrative: Narrative, form: str, template: Path | None = None) -> bytes:
    """`narrative` as the content of a file in any of `FORMATS`.

    `template` is a Word document to lay it out in, for `docx` alone.
    """
    if form in TEXTS:
        return layout(narrative, form).encode()
    if form not in _BYTES:
        raise CoachError(_unknown(form, FORMATS))
    make = _maker(*_BYTES[form])
    return cast("bytes", make(narrative, template) if form == "docx" else make(narrative))


def _maker(module: str, name: str) -> Callable[..., object]:
    return cast("Callable[..., object]", getattr(import_module(f"{__name__}.{module}"), name))


def _unknown(form: str, known: tuple[str, ...]) -> str:
    return f"'{form}' is not a format of a report; there are {', '.join(known)}"
