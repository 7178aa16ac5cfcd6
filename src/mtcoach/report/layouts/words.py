"""A leader's words on a page: direction, and characters that no XML can hold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from mtcoach.report.narrative import Quote

# What XML 1.0 has no place for. The narrative is clean of most of it already.
_NO_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_OPENS: Final = frozenset("\u202a\u202b\u202d\u202e")
_ISOLATES: Final = frozenset("\u2066\u2067\u2068")


def showable(text: str) -> str:
    """`text` without what a file of XML cannot hold, and without leaking its direction.

    A note may open a change of direction and not close it; what follows it would run backwards.
    """
    text = _NO_XML.sub("", text)
    ends: list[str] = []
    for letter in text:
        if letter in _OPENS:
            ends.append("\u202c")
        elif letter in _ISOLATES:
            ends.append("\u2069")
        elif ends and letter == ends[-1]:
            ends.pop()
    return text + "".join(reversed(ends))


def leftward(text: str) -> bool:
    """Whether `text` runs from right to left: its first letter with a direction decides."""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in ("L", "R", "AL"):
            return kind != "L"
    return False


def split(quotes: Sequence[Quote]) -> tuple[list[Quote], list[Quote]]:
    """Quotes that fit into a line, and those from the first that needs a block of its own."""
    for index, quote in enumerate(quotes):
        if "\n" in quote.text or quote.cut:
            return list(quotes[:index]), list(quotes[index:])
    return list(quotes), []
