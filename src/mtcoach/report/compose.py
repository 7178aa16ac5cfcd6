"""A record's documents, each composed once for every layout.

Pure: the same record, events and day give the same narrative. The sentences
stand in `templates/prose/`; here is only what is said, in which order, and what
each thing rests on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from mtcoach.findings.comparison import compare
from mtcoach.findings.profile import Judge, Profile, in_scope, profiles
from mtcoach.questions.loading import Library
from mtcoach.report import figures, opening
from mtcoach.report.documents import Document, named
from mtcoach.report.narrative import Card, Narrative, Section, Table
from mtcoach.report.prose import Prose
from mtcoach.report.subject import Subject, names, plain_names
from mtcoach.transcript.events import Event
from mtcoach.transcript.record import Record


@dataclass(frozen=True, slots=True)
class Before:
    """An earlier evaluation of the same school; `words` where its personal data is masked."""

    record: Record
    words: Record | None = None


def compose(
    record: Record,
    library: Library,
    events: Sequence[Event],
    *,
    day: date,
    document: str = "report",
    judge: Judge | None = None,
    words: Record | None = None,
    before: Before | None = None,
) -> Narrative:
    """The document called so on `record`, whose sittings and plan are dated by `events`.

    `words` is the same record with personal data masked: what is found is found in
    `record` and what is printed is taken from `words`, so masking changes no finding.
    """
    kind = named(document)
    subject = gathered(record, library, events, day=day, judge=judge, words=words, before=before)
    return composed(subject, kind)


def gathered(
    record: Record,
    library: Library,
    events: Sequence[Event],
    *,
    day: date,
    judge: Judge | None = None,
    words: Record | None = None,
    before: Before | None = None,
) -> Subject:
    """What every document on `record` is composed from, so that several need it once."""
    found = profiles(record, library, judge=judge)
    comparison = None
    if before:
        masked = (before.words, words) if before.words and words else None
        comparison = compare(before.record, record, library, judge=judge, words=masked)
    if words:
        record, found = words, tuple(_worded(profile, words) for profile in found)
    return Subject(record, library, found, events, day, Prose({}), comparison)


def composed(subject: Subject, document: Document) -> Narrative:
    """One document on `subject`, in a voice of its own."""
    library = subject.library
    every = [*in_scope(subject.record, library), *_beyond(subject)]
    called = plain_names if document.plain else names
    subject = replace(subject, prose=Prose(called(every, library)))
    school = subject.said("school")
    sections = tuple(section for section in document.sections(subject) if section)
    return Narrative(
        title=f"{school}: {document.title}" if school else document.alone,
        day=subject.day,
        facts=opening.facts(subject, document.facts),
        sections=sections,
        order=tuple(library.items),
        cards=frozenset(_places(sections)),
        figures=figures.figures(subject, document.figures),
        document=document.name,
        contents=document.contents,
    )


def _beyond(subject: Subject) -> list[str]:
    """Items that a document may name though this evaluation did not ask them."""
    changes = subject.comparison.changes if subject.comparison else ()
    record = subject.record
    met = (*(change.item for change in changes), *record.followed, *record.priorities)
    scope = in_scope(record, subject.library)
    return [i for i in dict.fromkeys(met) if i in subject.library.items and i not in scope]


def _places(sections: Sequence[Section]) -> list[str]:
    """The items that a reference can lead to: those with a card, or a row of their own."""
    found: list[str] = []
    for section in sections:
        for part in section.walk():
            for block in part.blocks:
                if isinstance(block, Card):
                    found.append(block.item)
                if isinstance(block, Table) and block.places:
                    found += [row.items[0] for row in block.rows]
    return [item for item in found if item]


def _worded(profile: Profile, words: Record) -> Profile:
    """`profile` with the answers as `words` has them."""
    views = tuple(replace(view, answer=words.answer(view.item)) for view in profile.views)
    return replace(profile, views=views)
