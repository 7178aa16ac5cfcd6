"""How the width of a table is shared out, so that each layout shares it alike."""

from __future__ import annotations

from typing import Final

from mtcoach.report.narrative import Table

WORD: Final = 13
"""Letters of the longest word that a column is made wide for."""

LINE: Final = 34
"""Letters of a line beyond which a column gains nothing."""


ROOM: Final = 76
"""Letters that go on a line of a table on a page that stands upright."""


def shares(table: Table) -> list[int]:
    """A share for each column: wide enough for its words, wider where there is much to say."""
    needs, wants = [], []
    for index, head in enumerate(table.head):
        cells = [row.cells[index] for row in table.rows]
        longest = max(len(word) for text in (head, *cells) for word in (text.split() or [""]))
        most = max((len(text) for text in cells), default=0)
        needs.append(min(longest, WORD) + 2)
        wants.append(max(needs[-1], min(LINE, most // 3)))
    room = ROOM * 3 // 2 if table.wide else ROOM
    spare, wished = room - sum(needs), sum(wants) - sum(needs)
    if spare <= 0 or sum(wants) <= room:
        return wants
    # Beyond the line no column gives up room that its words need.
    return [need + (want - need) * spare // wished for need, want in zip(needs, wants, strict=True)]
