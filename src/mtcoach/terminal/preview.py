"""Markdown as plain content to read: headings and emphasis shown, nothing followed or run.

A widget for each block would cost a second on a long report, and somebody's note
must never become markup; so this looks at lines, and never further.
"""

from __future__ import annotations

import re

from textual.content import Content

from mtcoach.terminal.glyphs import glyphs
from mtcoach.terminal.sayings import safe

_HEADING = re.compile(r"(#{1,6}) +(.*)")
_UNSEEN = re.compile(r"(-{3,}|\|[-:| ]+\||\[[^\[\]]+\]: #\S*|<a [^<>]*></a>)$")
_ANCHOR = re.compile(r'(?<!\\)<a id="[^"<>]*"></a>')
_ITEM = re.compile(r"(\s*)[-*] +(.*)")
_ROW = re.compile(r"\|(.*)\|$")
_CELLS = re.compile(r"(?<!\\)\|")
_LINK = re.compile(r"(?<!\\)\[((?:[^\[\]\\]|\\.)*)\](?:\([^()\s]*\))?")
_EMPHASIS = re.compile(r"(?<![\\*])(\*{1,2})(?=[^\s*])(.+?)(?<=[^\s\\])\1(?!\*)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")

_STYLES = {1: "bold underline $text-primary", 2: "bold $text-primary"}
_FACTS_UP_TO = 60
"""Characters to which a table's cells are facts, shown on one line; longer ones are prose."""


def preview(markdown: str) -> Content:
    """`markdown` for reading in a terminal."""
    shown: list[Content] = []
    header: list[str] = []
    for line in safe(markdown).split("\n"):
        row = _ROW.match(line)
        if _UNSEEN.match(line) or (not line and shown and not shown[-1]):
            continue
        if row is None:
            header = []
            shown.append(_line(line))
        elif not header:
            header = _cells(row[1])
        else:
            shown += _row(header, _cells(row[1]))
    return Content("\n").join(shown)


def _line(line: str) -> Content:
    if heading := _HEADING.match(line):
        return _inline(heading[2]).stylize(_STYLES.get(len(heading[1]), "bold"))
    if item := _ITEM.match(line):
        return Content(f"{item[1]}{glyphs().bullet} ") + _inline(item[2])
    if line.startswith(">"):
        return Content("  ") + _inline(line.lstrip("> ")).stylize("italic")
    return _inline(line)


def _row(header: list[str], cells: list[str]) -> list[Content]:
    """A table's row without its columns, which do not fit a terminal."""
    facts = [
        Content.assemble((f"{name}: ", "$foreground-muted"), _inline(cell))
        for name, cell in zip(header, cells, strict=False)
        if cell
    ]
    if all(len(cell) <= _FACTS_UP_TO for cell in cells):
        return [Content(glyphs().between).join(facts)]
    return [*facts, Content("")]


def _cells(row: str) -> list[str]:
    return [cell.strip().replace("<br>", " / ") for cell in _CELLS.split(row)]


def _inline(text: str) -> Content:
    text = _LINK.sub(r"\1", _ANCHOR.sub("", text))
    parts: list[Content] = []
    end = 0
    for found in _EMPHASIS.finditer(text):
        style = "bold" if found[1] == "**" else "italic"
        parts += [
            Content(_bare(text[end : found.start()])),
            Content.styled(_bare(found[2]), style),
        ]
        end = found.end()
    return Content("").join((*parts, Content(_bare(text[end:]))))


def _bare(text: str) -> str:
    return _ESCAPED.sub(r"\1", text)
