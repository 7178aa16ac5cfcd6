"""A leader's words on a page: direction, and characters that no XML can hold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import zip_longest
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


_STOPPED: Final = re.compile(r"[.!?…][\"'”’)\]]*$")


def joint(text: str, following: str, label: str = "") -> str:
    """The mark between two quotations in a line, so that they do not run on: `“a”; “b”`.

    `following` is the text of the next one, empty for none or one in a block of its own;
    `label` is said before it.
    """
    if not following or "\n" in following or _STOPPED.search(text):
        return ""
    return "." if label else ";"


def joints(quotes: Sequence[Quote]) -> list[str]:
    """The mark that follows each of `quotes`."""
    none = Quote("", 0)
    return [
        joint(one.text, "" if two.cut else two.text, two.label)
        for one, two in zip_longest(quotes, quotes[1:], fillvalue=none)
    ]


def split(quotes: Sequence[Quote]) -> tuple[list[Quote], list[Quote]]:
    """Quotes that fit into a line, and those from the first that needs a block of its own."""
    for index, quote in enumerate(quotes):
        if "\n" in quote.text or quote.cut:
            return list(quotes[:index]), list(quotes[index:])
    return list(quotes), []
