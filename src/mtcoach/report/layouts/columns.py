"""How the width of a table is shared out, so that each layout shares it alike."""

from __future__ import annotations

from typing import Final

from mtcoach.report.narrative import Table

WORD: Final = 13
"""Letters of the longest word that a column is made wide for."""

LINE: Final = 34
"""Letters of a line beyond which a column gains nothing."""


def shares(table: Table) -> list[int]:
    """A share for each column: wide enough for its words, wider where there is much to say."""
    found = []
    for index, head in enumerate(table.head):
        cells = [row.cells[index] for row in table.rows]
        longest = max(len(word) for text in (head, *cells) for word in (text.split() or [""]))
        most = max((len(text) for text in cells), default=0)
        found.append(max(min(longest, WORD) + 2, min(LINE, most // 3)))
    return found
