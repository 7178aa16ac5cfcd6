"""What has changed: since the evaluation before, and for learners. No rating is changed here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from mtcoach.findings.comparison import BORNE, Change
from mtcoach.findings.gains import gains
from mtcoach.findings.profile import View
from mtcoach.report.narrative import Block, Paragraph, Point, Points, Run, Section
from mtcoach.report.prose import together
from mtcoach.report.subject import Subject
from mtcoach.report.text import clean
from mtcoach.report.themes import points, quote


def section(subject: Subject) -> Section | None:
    """The part of the report about it; None where nothing before is known."""
    if not (subject.record.followed or subject.comparison):
        return None
    return Section("since", "Since the evaluation before", tuple(since(subject)))


def since(subject: Subject) -> Iterator[Block]:
    """What became of the plan before this one, and what has moved since then."""
    followed = [item for item in subject.record.followed if item in subject.library.items]
    if followed:
        events = [subject.record.followed[item].seq for item in followed]
        yield subject.prose.say("since.followed", items=followed, events=events)
        yield Points(tuple(_followed(item, subject) for item in followed))
    if subject.comparison:
        silent = [
            i.change for i in subject.comparison.intents if i.chosen and not i.change.reported
        ]
        if silent:
            yield _say("since.silent", silent, subject, followed=bool(followed))
        yield from _moved(subject)
    if not followed and not subject.comparison:
        yield subject.prose.say("since.nothing", events=subject.opened)


def _followed(item: str, subject: Subject) -> Point:
    note = subject.record.followed[item]
    name = Run(clean(subject.library.items[item].topic), "strong")
    shown = (quote(note.text, note.seq),) if clean(note.text) else ()
    return Point(Paragraph((name, Run(".")), (item,), (note.seq,)), shown)


def _moved(subject: Subject) -> Iterator[Paragraph]:
    """What moved, and whether the evidence bears it out; as one paragraph."""
    assert subject.comparison
    if not subject.comparison.both:
        yield _say("compare.nothing", subject.comparison.changes, subject)
        return
    up, down = subject.comparison.of("up"), subject.comparison.of("down")
    lost = subject.comparison.of("no_longer_known")
    groups = (
        ("borne", [change for change in up if change.footing in BORNE]),
        ("unborne", [change for change in up if change.footing not in BORNE]),
        ("fallen", down),
        ("lost", lost),
    )
    said = [_say(f"since.{name}", found, subject) for name, found in groups if found]
    if not said:
        said = [_say("since.unmoved", subject.comparison.changes, subject)]
    yield together(said)


def _say(what: str, changes: Iterable[Change], subject: Subject, **values: Any) -> Paragraph:
    found = tuple(changes)
    items = [change.item for change in found]
    said = subject.prose.say(what, items=items, events=subject.events(items), **values)
    earlier = {seq for change in found for seq in change.then.answer.events}
    return replace(said, earlier=tuple(sorted(earlier)))


def gained(views: Sequence[View], subject: Subject) -> Iterator[Block]:
    """That there are gains, and those of `views` in the leader's words."""
    every = [view.item for view in gains(subject.profiles)]
    yield subject.prose.say(
        "standards.learners",
        items=every,
        events=subject.events(every),
        n=len(every),
        shown=len(views),
        greens=subject.counts["green"],
    )
    yield from shown(views, subject)


def shown(views: Sequence[View], subject: Subject, *, rated: bool = False) -> Iterator[Points]:
    """The notes of `views`, item by item, theme by theme."""
    items = [view.item for view in views]
    every: list[Point] = []
    for profile in subject.profiles:
        here = [view.item for view in profile.views if view.item in items]
        for each in points(here, subject, profile, rated):
            every += each.points
    if every:
        yield Points(tuple(every))
