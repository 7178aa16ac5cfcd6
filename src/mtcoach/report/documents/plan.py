"""Improvement plan pages: the priorities at a glance, then a page for each.

The columns are those that councils print. What a school has not said yet says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from mtcoach.findings.words import capital
from mtcoach.report.narrative import Block, Row, Section, Table
from mtcoach.report.opening import days
from mtcoach.report.planning import OPEN, chosen, lacking, measure, priorities, row, term
from mtcoach.report.subject import Subject
from mtcoach.report.text import clean, day_in_words
from mtcoach.report.themes import points
from mtcoach.transcript.events import PlanField

GLANCE: Final = (
    "Priority",
    "Intended outcome",
    "Measure of success",
    "Lead",
    "By when",
    "Term",
)
HEADER: Final = ("QI", "NIF priority", "Council framework", "Intended outcome")
BODY: Final = (
    "What we are going to do, and why",
    "Strategic lead and key people",
    "Timescale (with working-time hours)",
    "Measures of success (baseline → target → source → date)",
    "Review date",
)
COUNCIL: Final = "for the school to add"
TERM: Final = "{} term"
BEHIND: Final = "What the self-evaluation says"


def sections(subject: Subject) -> Sequence[Section | None]:
    """Its parts, in reading order."""
    pages = [_page(number, item, subject) for number, item in enumerate(chosen(subject), 1)]
    return (Section("glance", "Our priorities", tuple(_glance(subject))), *pages)


def _glance(subject: Subject) -> Iterator[Block]:
    yield priorities(subject)
    rows = []
    for item in chosen(subject):
        cells = row(item, subject)
        name = clean(subject.library.items[item].topic)
        fields: tuple[PlanField, ...] = ("outcome", "lead", "by")
        outcome, lead, by = (cells.get(field) or OPEN for field in fields)
        long = capital(term(item, subject)) or "–"
        said = (name, outcome, measure(cells), lead, by, long)
        rows.append(Row(said, (item,), _events(item, subject)))
    if rows:
        yield Table("The plan at a glance", GLANCE, tuple(rows))


def _page(number: int, item: str, subject: Subject) -> Section:
    """One priority: where it belongs, what will be done, and what the self-evaluation says."""
    anchor = f"priority-{number}"
    title = f"Priority {number}: {clean(subject.library.items[item].topic)}"
    homes = (p for p in subject.profiles if any(view.item == item for view in p.views))
    behind = tuple(block for profile in homes for block in points((item,), subject, profile))
    said = (Section(f"{anchor}-behind", BEHIND, behind),) if behind else ()
    return Section(anchor, title, tuple(_row(item, subject)), said)


def _row(item: str, subject: Subject) -> Iterator[Block]:
    cells = row(item, subject)
    theme = subject.library.themes[subject.library.items[item].theme]
    known, events = (item,), _events(item, subject)
    header = (theme.column + ("*" if theme.note else ""), cells.get("nif") or OPEN, COUNCIL)
    notes = (f"* {clean(theme.note)}",) if theme.note else ()
    outcome = cells.get("outcome") or OPEN
    top = Row((*header, outcome), known, events)
    yield Table("Where this priority belongs", HEADER, (top,), notes, wide=True, cited=True)
    body = (
        "\n".join((cells.get("actions") or OPEN, _why(item, subject))),
        cells.get("lead") or OPEN,
        _timescale(item, subject),
        _measure(item, subject),
        _dated(item, "review", subject),
    )
    actions = (Row(body, known, events),)
    yield Table("The plan for this priority", BODY, actions, wide=True, cited=True, headed=False)
    yield from lacking(item, subject)


def _events(item: str, subject: Subject) -> tuple[int, ...]:
    return (*subject.planned.get(item, ()), *subject.record.answer(item).events)


def _why(item: str, subject: Subject) -> str:
    """The reason that the self-evaluation gives, as a cell has it."""
    standing = next((view.standing for view in subject.views if view.item == item), "unreached")
    said = subject.prose.say("plan.why", items=(item,), standing=standing, when=days(subject))
    return said.text


def _timescale(item: str, subject: Subject) -> str:
    """Term, date and working time, a line each."""
    cells, name = row(item, subject), term(item, subject)
    lines = [TERM.format(capital(name))] if name else []
    lines.append(_dated(item, "by", subject))
    lines.append(f"Working time: {cells.get('hours') or OPEN}")
    if money := cells.get("money"):
        lines.append(f"Money: {money}")
    return "\n".join(lines)


def _dated(item: str, field: PlanField, subject: Subject) -> str:
    """A date as it was said, with the day that it means."""
    said = row(item, subject).get(field) or OPEN
    day = subject.record.days.get(item, {}).get(field)
    meant = day_in_words(day) if day else ""
    return f"{said} ({meant})" if meant and meant not in said else said


def _measure(item: str, subject: Subject) -> str:
    found = measure(row(item, subject))
    by = row(item, subject).get("by")
    return f"{found} → {by}" if by and found != OPEN else found
