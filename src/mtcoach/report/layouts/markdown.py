"""Text as Markdown that shows it as it is: nothing a leader typed becomes markup."""

from __future__ import annotations

import re
from typing import Final

# Escaped wherever they stand; `_` only at the edge of a word, `#` only where it could
# open or close a heading, so that file names and web addresses stay readable.
_ANYWHERE: Final = re.compile(
    r"([\\`*\[\]<|$]|~(?=~)|&(?=#?\w+;)|(?<![^\W_])_|_(?![^\W_])|#(?=[\s#]|$))"
)

# Escaped where they begin a line: headings, quotes, lists, rules, tables, setext lines, fences.
_AT_START: Final = (
    re.compile(r"^()([>~=])"),
    re.compile(r"^()([-+])(?=[\s-]|$)"),
    re.compile(r"^(\d{1,9})([.)])(?=\s|$)"),
)


def escaped(text: str) -> str:
    """`text` for the middle of a line: a name, a cell, a sentence."""
    return _ANYWHERE.sub(r"\\\1", " ".join(text.split("\n")))


def line(text: str) -> str:
    """`text` for a line of its own, whose beginning must not mean anything either."""
    text = escaped(text).strip()
    for start in _AT_START:
        text = start.sub(r"\1\\\2", text)
    return text


def cell(text: str) -> str:
    """`text` for a cell of a table, with its line ends."""
    return "<br>".join(escaped(part.strip()) for part in text.split("\n"))


def block(text: str, before: str) -> str:
    """`text` as a block quote whose lines begin with `before`, each line end kept."""
    lines = text.split("\n")
    shown = []
    for index, part in enumerate(lines):
        last = index + 1 == len(lines) or not lines[index + 1].strip() or not part.strip()
        shown.append(f"{before}> {line(part)}".rstrip() + ("" if last else "\\"))
    return "\n".join(shown)
