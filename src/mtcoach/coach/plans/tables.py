"""A table pasted from a document: lines whose cells stand between tabs or bars.

Read with its headings where it has some, as pairs of a name and what it holds where the
names stand on the left, and else as cells in the order in which they came.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from mtcoach.coach.plans.labels import Label, label

_RULE: Final = re.compile(r"^[\s|:+=–—_-]*$")
HEADED: Final = 2
"""So many names in a line make it a line of headings."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, and what it is by the table's own heading."""

    text: str
    label: Label | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """The cells of one row.

    `aside` is what stands under headings that no plan of ours has ("QI", "RAG"); `others` are
    the rows behind this one, which are those of other priorities.
    """

    cells: tuple[Cell, ...]
    aside: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def tabled(text: str) -> Table | None:
    """`text` as a row of a table; None where it is none."""
    lines = [cells for line in _lines(text) if any(cells := _cells(line))]
    if not any(len(cells) > 1 for cells in lines):
        return None
    labels = [[label(cell) for cell in cells] for cells in lines]
    if len(lines) > 1 and sum(each is not None for each in labels[0]) >= HEADED:
        return _headed(lines[0], lines[1:])
    if all(len(cells) == 2 and names[0] for cells, names in zip(lines, labels, strict=True)):
        pairs = zip(lines, labels, strict=True)
        return Table(tuple(Cell(cells[1], names[0]) for cells, names in pairs if cells[1]))
    return Table(tuple(Cell(cell) for cells in lines for cell in cells if cell))


def _headed(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    found = [(head, cell) for head, cell in zip_longest(heads, rows[0], fillvalue="") if cell]
    known = [Cell(cell, label(head)) for head, cell in found if label(head) or not head]
    aside = [cell for head, cell in found if head and not label(head)]
    others = [" | ".join(cell for cell in row if cell) for row in rows[1:]]
    return Table(tuple(known), tuple(aside), tuple(others))


def _lines(text: str) -> Sequence[str]:
    """The lines of a table; a line with no cells of its own goes on with the cell before it."""
    found: list[str] = []
    for line in text.splitlines():
        if _RULE.match(line):
            continue
        if found and not _parted(line) and _parted(found[-1]):
            found[-1] += f"; {line.strip()}"
        else:
            found.append(line)
    return found


def _parted(line: str) -> bool:
    return "\t" in line or line.count("|") > 1 or line.strip().startswith("|")


def _cells(line: str) -> list[str]:
    """The cells of a line, empty ones too, so that they keep their places."""
    if "\t" in line:
        return [" ".join(cell.split()) for cell in line.split("\t")]
    if _parted(line):
        return [" ".join(cell.split()) for cell in line.strip().strip("|").split("|")]
    return [line.strip()]
