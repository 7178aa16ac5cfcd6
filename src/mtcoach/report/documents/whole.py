"""The self-evaluation report: the picture, theme by theme, the plan, and every answer in full."""

from __future__ import annotations

from collections.abc import Sequence

from mtcoach.report import appendix, opening, picture, planning, room, since, themes
from mtcoach.report.narrative import Section
from mtcoach.report.subject import Subject


def sections(subject: Subject) -> Sequence[Section | None]:
    """Its parts, in reading order; None where there is nothing to say."""
    return (
        opening.about(subject),
        since.section(subject),
        picture.picture(subject),
        room.room(subject),
        *(themes.theme(profile, subject) for profile in subject.profiles),
        planning.plan(subject),
        planning.evaluations(subject),
        planning.missing(subject),
        appendix.appendix(subject),
    )
