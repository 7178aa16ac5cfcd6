"""A record's narrative, composed once for every layout.

Pure: the same record, events and day give the same narrative. The sentences
stand in `templates/prose/`; here is only what is said, in which order, and what
each thing rests on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from mtcoach.findings.profile import Judge, Profile, in_scope, profiles
from mtcoach.questions.loading import Library
from mtcoach.report import appendix, figures, opening, planning, themes
from mtcoach.report.narrative import Narrative, Section
from mtcoach.report.prose import Prose
from mtcoach.report.subject import Subject, gathered, names
from mtcoach.transcript.events import Event
from mtcoach.transcript.record import Record


def compose(
    record: Record,
    library: Library,
    events: Sequence[Event],
    *,
    day: date,
    judge: Judge | None = None,
    words: Record | None = None,
) -> Narrative:
    """The self-evaluation report of `record`, whose sittings and plan are dated by `events`.

    `words` is the same record with personal data masked: what is found is found in
    `record` and what is printed is taken from `words`, so masking changes no finding.
    """
    prose = Prose(names(in_scope(record, library), library))
    found = profiles(record, library, judge=judge)
    if words:
        record, found = words, tuple(_worded(profile, words) for profile in found)
    subject = gathered(record, library, events, found, day=day, prose=prose)
    school = subject.said("school")
    title = "Monitoring and tracking: self-evaluation"
    return Narrative(
        title=f"{school}: monitoring and tracking" if school else title,
        day=day,
        facts=opening.facts(subject),
        sections=_sections(subject),
        order=tuple(library.items),
        cards=frozenset(view.item for view in subject.views),
        figures=figures.figures(subject),
    )


def _worded(profile: Profile, words: Record) -> Profile:
    """`profile` with the answers as `words` has them."""
    views = tuple(replace(view, answer=words.answer(view.item)) for view in profile.views)
    return replace(profile, views=views)


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
