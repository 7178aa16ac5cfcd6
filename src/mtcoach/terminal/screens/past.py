"""A past evaluation in one row of the first screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from mtcoach.terminal.glyphs import glyphs
from mtcoach.terminal.marks import tally
from mtcoach.terminal.sayings import plain, safe

if TYPE_CHECKING:
    from mtcoach.evaluation import Summary


def row(summary: Summary, before: str = "") -> Content:
    """School, date, how far and in what colours; or what is wrong with the file."""
    school = safe(summary.school).strip() or summary.path.stem
    name = Content.styled(f"{before}{school}", "bold")
    if summary.problem:
        return Content("\n").join((name, plain(summary.problem)))
    facts = [Content("workshop")] if summary.workshop else []
    answered, asked = summary.progress
    day = summary.day
    facts.append(Content(f"{day.day} {day:%B %Y}" if day else "no date"))
    if summary.finished:
        facts.append(Content(f"{glyphs().done} complete"))
    elif asked:
        facts.append(Content(f"{answered} of {asked}"))
    else:
        facts.append(Content("just begun"))
    colours = tally(summary.colours)
    if colours:
        facts.append(colours)
    return Content("\n").join((name, Content(glyphs().between).join(facts)))
