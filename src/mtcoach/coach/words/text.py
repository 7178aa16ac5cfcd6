"""Words and stretches of what somebody typed. Every position counts in the text as typed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_FOLDS: Final = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "`": "'",
        "“": '"',
        "”": '"',
        "—": "–",
        "―": "–",
        "\u00a0": " ",
        "\t": " ",
        "‑": "-",
        "‐": "-",
    }
)
_WORD: Final = re.compile(r"[^\W_]+(?:['&][^\W_]+)*")

# Where one clause ends and the next begins. A full stop inside 3.2 or S1-S3 is none.
_BREAK: Final = re.compile(
    r"[.!?]+(?=\s|$|[\"')])|\.{2,}|…|[;\n]+|,(?!\d)|:(?=\s)|\s-+\s|-{2,}|[()]"
    r"|(?<![0-9sp])\s*–\s*|\s+–\s*|–\s+|\s[-–](?=[a-z])|\s[/|]\s|\s=>?\s|[-–]>"
)
_STOP: Final = re.compile(r"[.!?]+(?=\s|$)|\n+|;")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a text, from `start` up to `end`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of this stretch."""
        return text[self.start : self.end]


def fold(text: str) -> str:
    """`text` in lower case with plain quotes; each character keeps its place."""
    return "".join(
        low if len(low := char.lower()) == 1 else char for char in text.translate(_FOLDS)
    )


def words(folded: str) -> list[str]:
    """The words of a folded text, in order."""
    return _WORD.findall(folded)


def clauses(folded: str) -> list[Stretch]:
    """The clauses of a folded text: what stands between its joining marks."""
    return _split(folded, _BREAK)


def sentences(folded: str) -> list[Stretch]:
    """The sentences (or lines) of a folded text."""
    return _split(folded, _STOP)


def _split(folded: str, mark: re.Pattern[str]) -> list[Stretch]:
    parts: list[Stretch] = []
    start = 0
    for found in mark.finditer(folded):
        _add(parts, folded, start, found.start())
        start = found.end()
    _add(parts, folded, start, len(folded))
    return parts


def _add(parts: list[Stretch], folded: str, start: int, end: int) -> None:
    while start < end and folded[start].isspace():
        start += 1
    while end > start and folded[end - 1].isspace():
        end -= 1
    if start < end:
        parts.append(Stretch(start, end))
