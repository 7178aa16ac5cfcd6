"""Where the statements of a short document come from: the items it refers to, a row each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtcoach.report.appendix import rating
from mtcoach.report.narrative import Paragraph, Points, Row, Section, Table
from mtcoach.report.subject import Subject
from mtcoach.report.text import clean, in_transcript

HEAD = ("Item", "Question", "Rating", "In the transcript")


def with_sources(sections: Sequence[Section | None], subject: Subject) -> tuple[Section, ...]:
    """The sections that there are, and after them where what they say comes from."""
    there = tuple(section for section in sections if section and section.blocks)
    named = {item for section in there for item in _named(section)}
    place = {item: index for index, item in enumerate(subject.library.items)}
    views = sorted((v for v in subject.views if v.item in named), key=lambda v: place[v.item])
    if not views:
        return there
    rows = []
    for view in views:
        item, events = subject.library.items[view.item], view.answer.events
        transcript = in_transcript(events) if events else "not asked yet"
        cells = (item.id, clean(item.question), rating(view), transcript)
        rows.append(Row(cells, (item.id,), subject.events([item.id])))
    table = Table("The questions referred to", HEAD, tuple(rows), places=True)
    return (*there, Section("sources", "Where this comes from", (table,)))


def _named(section: Section) -> Iterator[str]:
    """The items that a part names in what it says; those of a table stand in the table."""
    for block in section.blocks:
        if isinstance(block, Paragraph):
            yield from block.items
        if isinstance(block, Points):
            for point in block.points:
                yield from point.lead.items
