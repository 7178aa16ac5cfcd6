"""What a document says and quotes, for the tests that read it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtcoach.report.narrative import Card, Narrative, Paragraph, Points, Quote

NUMBERS = r"\b(\d+|one|two|three|four|five|six|seven|eight|nine|ten)\b"


def paragraphs(narrative: Narrative) -> Iterator[Paragraph]:
    """Every paragraph and every lead of a point."""
    for block in narrative.blocks:
        if isinstance(block, Paragraph):
            yield block
        if isinstance(block, Points):
            yield from (point.lead for point in block.points)


def quotes(narrative: Narrative) -> Iterator[Quote]:
    """Every stretch of a leader's words that is quoted."""
    for block in narrative.blocks:
        if isinstance(block, Points):
            yield from (quote for point in block.points for quote in point.quotes)
        if isinstance(block, Card):
            yield from (quote for fact in block.facts for quote in fact.quotes)


def prose(narrative: Narrative) -> str:
    """All sentences, a paragraph a line."""
    return "\n".join(paragraph.text for paragraph in paragraphs(narrative))


def frames(narrative: Narrative) -> Iterator[str]:
    """Our sentences with names, numbers and a leader's words taken out."""
    for block in narrative.blocks:
        if not isinstance(block, Paragraph):
            continue
        ours = "".join(run.text if run.kind == "text" else "…" for run in block.runs)
        ours = re.sub(r"…((, |; | and |; and |, and )…)+", "…", ours)
        for sentence in re.split(r"(?<=[.])\s", ours):
            yield re.sub(NUMBERS, "#", sentence.lower())
