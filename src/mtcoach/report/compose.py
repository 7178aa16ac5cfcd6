"""A record's narrative, composed once for every layout.

Pure: the same record, events and day give the same narrative. The sentences
stand in `templates/prose/`; here is only what is said, in which order, and what
each thing rests on.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from mtcoach.findings.profile import Judge, in_scope, profiles
from mtcoach.questions.loading import Library
from mtcoach.report import appendix, opening, planning, themes
from mtcoach.report.narrative import Narrative, Section
from mtcoach.report.prose import Prose
from mtcoach.report.subject import Subject, names
from mtcoach.transcript.events import Evaluated, Event, Heard, Opened, Planned, Resumed
from mtcoach.transcript.record import Record


def compose(
    record: Record,
    library: Library,
    events: Sequence[Event],
    *,
    day: date,
    judge: Judge | None = None,
) -> Narrative:
    """The self-evaluation report of `record`, whose sittings and plan are dated by `events`."""
    subject = Subject(
        record=record,
        library=library,
        profiles=profiles(record, library, judge=judge),
        sittings=[
            event.at.date() for event in events if isinstance(event, Opened | Resumed | Heard)
        ],
        planned=_planned(events),
        evaluated=_evaluated(events),
        day=day,
        prose=Prose(names(in_scope(record, library), library)),
    )
    school = subject.said("school")
    title = "Monitoring and tracking: self-evaluation"
    return Narrative(
        title=f"{school}: monitoring and tracking" if school else title,
        day=day,
        facts=opening.facts(subject),
        sections=_sections(subject),
        order=tuple(library.items),
        cards=frozenset(view.item for view in subject.views),
    )


def _sections(subject: Subject) -> tuple[Section, ...]:
    parts = (
        opening.about(subject),
        opening.picture(subject),
        *(themes.theme(profile, subject) for profile in subject.profiles),
        planning.plan(subject),
        planning.evaluations(subject),
        planning.missing(subject),
        appendix.appendix(subject),
    )
    return tuple(part for part in parts if part)


def _planned(events: Sequence[Event]) -> dict[str, tuple[int, ...]]:
    """The events behind each row of the plan."""
    rows: dict[str, tuple[int, ...]] = {}
    for event in events:
        if isinstance(event, Planned):
            rows[event.item] = (*rows.get(event.item, ()), event.seq)
    return rows


def _evaluated(events: Sequence[Event]) -> dict[str, tuple[int, ...]]:
    """The events behind each evaluation of an indicator."""
    return {event.indicator: (event.seq,) for event in events if isinstance(event, Evaluated)}
