"""A sheet for the one-hour briefing before an inspection: then, now, and where to.

It says what a visitor is likely to ask as well as what can be shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from mtcoach.findings import gains
from mtcoach.findings.profile import View
from mtcoach.report import planning, since
from mtcoach.report.documents import standards
from mtcoach.report.narrative import Block, Paragraph, Point, Points, Run, Section
from mtcoach.report.picture import answered, chart, evidence, overall
from mtcoach.report.sources import with_sources
from mtcoach.report.subject import Subject
from mtcoach.report.text import clean

SHOWN: Final = 3
"""Strengths and changes that an hour has room for."""

ASKED: Final = {"thin": 3, "doubted": 2, "impact": 2}
"""Questions to be ready for, by what they ask after."""


def sections(subject: Subject) -> Sequence[Section | None]:
    """Its parts, in reading order."""
    parts = (
        ("before", "Where we have come from", _before),
        ("today", "Where we are now", _now),
        ("asked", "What we may be asked", _asked),
        ("ahead", "Where we want to get to", _ahead),
    )
    return with_sources(
        [Section(name, title, tuple(blocks(subject))) for name, title, blocks in parts], subject
    )


def _before(subject: Subject) -> Iterator[Block]:
    yield from since.since(subject)
    if gained := _best(gains.gains(subject.profiles)):
        yield from since.gained(gained, subject)


def _now(subject: Subject) -> Iterator[Block]:
    if not answered(subject):
        yield subject.prose.say("about.nothing", events=subject.opened)
        return
    yield overall(subject)
    yield chart(subject)
    before = _best(gains.gains(subject.profiles))
    if strong := _best([view for view in gains.strengths(subject.profiles) if view not in before]):
        items = [view.item for view in strong]
        events = subject.events(items)
        yield subject.prose.say("briefing.show", items=items, events=events, n=len(items))
        yield from since.shown(strong, subject)
    yield from standards.weak(subject, ())
    yield from (block for block in evidence(subject) if isinstance(block, Paragraph))


def _best(views: Sequence[View]) -> list[View]:
    """The few with the most to their evidence, in the order of the questions."""
    most = sorted(views, key=lambda v: -len(v.judgement.elements) if v.judgement else 0)[:SHOWN]
    return [view for view in views if view in most]


def _asked(subject: Subject) -> Iterator[Block]:
    """What is missing behind the greens, as a visitor would ask for it."""
    groups = (
        ("thin", gains.thin(subject.profiles)),
        ("doubted", gains.doubted(subject.profiles)),
        ("impact", gains.unproven(subject.profiles)),
    )
    for what, views in groups:
        put = [view for view in views if _probe(view, subject)][: ASKED[what]]
        if put:
            items = [view.item for view in views]
            yield subject.prose.say(
                f"briefing.{what}",
                items=items,
                events=subject.events(items),
                n=len(items),
                shown=len(put),
            )
            yield Points(tuple(_question(view, subject) for view in put))


def _probe(view: View, subject: Subject) -> str:
    """The bank's own question for what the note lacks first; for a strength, what it changed."""
    missing = view.judgement.missing if view.judgement else ("source",)
    if not view.thin and "impact" in missing:
        missing = ("impact",)
    return clean(subject.library.items[view.item].probes.asking_for(missing[0])) if missing else ""


def _question(view: View, subject: Subject) -> Point:
    name = Run(clean(subject.library.items[view.item].topic), "strong")
    asked = Run(f". {_probe(view, subject)}")
    return Point(Paragraph((name, asked), (view.item,), subject.events([view.item])))


def _ahead(subject: Subject) -> Iterator[Block]:
    yield from standards.ahead(subject)
    if section := planning.evaluations(subject):
        yield from section.blocks
