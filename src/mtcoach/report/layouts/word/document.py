"""A narrative as a Word document: a template's own pages, with its fields filled in."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from mtcoach.report.layouts import chart
from mtcoach.report.layouts.columns import shares
from mtcoach.report.layouts.references import referrer
from mtcoach.report.layouts.word import markup
from mtcoach.report.layouts.word.fields import BLOCKS, LINES, Block, empty, group, placed, wrong
from mtcoach.report.layouts.word.stationery import opened, styles
from mtcoach.report.layouts.words import joints, showable, split
from mtcoach.report.narrative import Card, Narrative, Picture, Section, Table

if TYPE_CHECKING:
    from docx.document import Document as Word

TITLE: Final = 255
"""Letters that a property of a Word document can hold."""


@dataclass(frozen=True, slots=True)
class Place:
    """A bookmark."""

    id: int
    name: str


def as_docx(narrative: Narrative, path: Path | None = None) -> bytes:
    """`narrative` as a .docx file, in the template at `path` or in ours."""
    template = opened(path)
    word: Word = template.docx
    name = path.name if path else "report.docx"
    context = _context(narrative, word, ours=path is None)
    blocks = {key: value for key, value in context.items() if isinstance(value, Block)}
    placed(word, frozenset(blocks), name)
    # docxtpl reads properties as templates too, and a property holds 255 letters at most.
    word.core_properties.title = word.core_properties.subject = ""
    environment = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    try:
        template.render(context, environment, autoescape=True)
    except Exception as error:  # whatever a template of somebody else's can do wrong
        if path is None:
            raise
        raise wrong(error, name, list(context)) from error
    if nothing := empty(blocks, name, narrative.document):
        raise nothing
    if narrative.turned and path is None:
        _turned(word.sections[-1]._sectPr)
    _ended(word)
    _properties(word, narrative)
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def _context(narrative: Narrative, word: Word, ours: bool) -> dict[str, object]:
    """Every field a template may use."""
    body = _Body(narrative, word, ours)
    facts = {group(fact.label): fact.text for fact in narrative.facts.facts}
    lines = dict.fromkeys(LINES, "") | facts | {"title": narrative.title}
    groups: dict[str, list[Section]] = {name: [] for name in BLOCKS}
    for part in narrative.sections:
        groups.setdefault(group(part.id), []).append(part)
    groups["report"] = list(narrative.sections)

    def block(found: list[Section]) -> Block:
        return Block(lambda: body.made("parts", found))

    return {
        **{name: markup.inner(text) for name, text in lines.items()},
        **{name: block(found) for name, found in groups.items()},
        "facts": Block(lambda: body.made("facts", narrative.facts)),
        "contents": Block(
            lambda: body.made("contents", narrative.sections if narrative.contents else ())
        ),
    }


def _ended(word: Word) -> None:
    """Where a turned page comes last the document ends with it, and no blank one follows."""
    from docx.oxml.ns import qn

    body: Any = word.element.body
    last, end = body[-2], body[-1]
    turned = last.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
    if turned is None or end.tag != qn("w:sectPr"):
        return
    body.remove(last)
    body.replace(end, turned)


def _turned(properties: Any) -> None:
    """Lays the pages of a section on their side."""
    from docx.oxml.ns import qn

    size = properties.find(qn("w:pgSz"))
    if size is not None:
        sides = sorted((int(size.get(qn("w:w"))), int(size.get(qn("w:h")))))
        size.set(qn("w:w"), str(sides[1]))
        size.set(qn("w:h"), str(sides[0]))
        size.set(qn("w:orient"), "landscape")


def _properties(word: Word, narrative: Narrative) -> None:
    """What Word shows of a document from outside, and the language it is read in."""
    from docx.oxml.ns import qn

    properties = word.core_properties
    properties.title = showable(narrative.title)[:TITLE]
    properties.subject = "Self-evaluation"
    properties.language = narrative.lang
    properties.created = properties.modified = datetime.combine(narrative.day, time(), UTC)
    for lang in word.styles.element.findall(f"{qn('w:docDefaults')}//{qn('w:lang')}"):
        lang.set(qn("w:val"), narrative.lang)


class _Body:
    """The parts of a report as paragraphs for one document."""

    def __init__(self, narrative: Narrative, word: Word, ours: bool) -> None:
        self._word = word
        self._turned = narrative.turned and ours
        section = word.sections[0]
        self._size = (section.page_width or 11906 * 635, section.page_height or 16838 * 635)
        self._margins = (section.left_margin or 0) + (section.right_margin or 0)
        self._macros: Any = _bodies().make_module(
            {
                "styles": styles(word, ours),
                "places": _places(narrative),
                "references": referrer(narrative),
                "picture": self._picture,
                "drawings": chart.DRAWINGS,
                "widths": self._widths,
                "portrait": self._section(wide=False),
                "landscape": self._section(wide=True),
                # A template of somebody else's keeps the pages that it has.
                "turned": self._turned,
            }
        )

    def made(self, macro: str, value: object) -> Markup:
        """`value` laid out by the macro of that name."""
        text = str(getattr(self._macros, macro)(value))
        # Line ends are the layout's own: those of a leader's words are breaks by now.
        return Markup(re.sub(r"\n\s*", "", text))

    def _widths(self, table: Table) -> list[int]:
        """Widths of the columns, in twentieths of a point."""
        page = max(self._size) if table.wide or self._turned else min(self._size)
        room = (page - self._margins) // 635
        parts = shares(table)
        return [room * part // sum(parts) for part in parts]

    def _picture(self, drawing: Picture) -> Markup:
        """The chart as a picture in a line, with what it shows in words."""
        from docx.shared import Cm, Emu
        from lxml import etree

        width = min(Cm(16), Emu(min(self._size) - self._margins))
        stream = io.BytesIO(chart.png(drawing))
        inline = self._word.part.new_pic_inline(stream, width=width)
        inline.docPr.set("title", showable(drawing.title))
        inline.docPr.set("descr", showable(drawing.description))
        text = etree.tostring(inline, encoding="unicode")
        return Markup("<w:drawing>{}</w:drawing>").format(Markup(text))

    def _section(self, wide: bool) -> Markup:
        """Where a part of the document with this turn of the page ends."""
        from copy import deepcopy

        from lxml import etree

        properties = deepcopy(self._word.sections[0]._sectPr)
        if wide:
            _turned(properties)
        return Markup(etree.tostring(properties, encoding="unicode"))


def _places(narrative: Narrative) -> dict[str, Place]:
    """A bookmark for each part and each item that has a card; Word allows letters and digits."""
    parts = [part.id for part in narrative.sections]
    cards = [block.item for block in narrative.blocks if isinstance(block, Card)]
    tables = [b for b in narrative.blocks if isinstance(b, Table) and b.places]
    rows = [row.items[0] for table in tables for row in table.rows]
    names = dict.fromkeys([*parts, *cards, *rows])
    return {
        name: Place(index, f"at_{re.sub(r'[^A-Za-z0-9]', '_', name)[:24]}_{index}")
        # Far from the numbers of bookmarks that a template may have of its own.
        for index, name in enumerate(names, 10_001)
    }


@cache
def _bodies() -> Any:
    environment = Environment(
        loader=PackageLoader("mtcoach.report", "templates/word"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=True,
    )
    environment.filters |= {
        "run": markup.run,
        "quoted": markup.quoted,
        "bidi": markup.bidi,
        "split": split,
        "joints": joints,
    }
    return environment.get_template("body.xml.jinja")
