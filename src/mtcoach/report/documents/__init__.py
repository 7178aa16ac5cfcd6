"""The documents that an evaluation can be read in: the one table of what there is.

Each is a list of sections over the same subject. No sentence stands here, and
none stands in the templates of two documents.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from mtcoach.errors import CoachError
from mtcoach.report.documents import briefing, parents, plan, standards, whole
from mtcoach.report.narrative import Section
from mtcoach.report.subject import Subject

ALWAYS: Final = ("md", "html", "docx", "pdf", "json")


@dataclass(frozen=True, slots=True)
class Document:
    """A document: what it is for, its title, how it is composed, and how it can be had.

    `title` follows the name of the school, `alone` stands where no school is named. `facts`
    are the labels at its head, None for all of them. A `plain` one calls questions by the
    names that parents and pupils would use.
    """

    name: str
    about: str
    title: str
    alone: str
    sections: Callable[[Subject], Sequence[Section | None]]
    facts: tuple[str, ...] | None = None
    contents: bool = False
    formats: tuple[str, ...] = ALWAYS
    plain: bool = False


DOCUMENTS: Final[dict[str, Document]] = {
    each.name: each
    for each in (
        Document(
            "report",
            "the whole self-evaluation, with every answer in an appendix",
            "monitoring and tracking",
            "Monitoring and tracking: self-evaluation",
            whole.sections,
            contents=True,
            formats=(*ALWAYS, "xlsx"),
        ),
        Document(
            "standards-and-quality",
            "an insert for the standards and quality report",
            "standards and quality, monitoring and tracking",
            "Standards and quality: monitoring and tracking",
            standards.sections,
            facts=("School", "Evaluated", "Report written", "Framework"),
        ),
        Document(
            "plan",
            "improvement plan pages, a priority a page",
            "improvement plan, monitoring and tracking",
            "Improvement plan: monitoring and tracking",
            plan.sections,
            facts=("School", "Evaluated", "Report written"),
            formats=(*ALWAYS, "xlsx"),
        ),
        Document(
            "parents",
            "one page for parents and pupils, in plain words",
            "how we keep track of learning",
            "How we keep track of learning",
            parents.sections,
            facts=(),
            plain=True,
        ),
        Document(
            "briefing",
            "a sheet for the one-hour inspection briefing",
            "briefing on monitoring and tracking",
            "Briefing on monitoring and tracking",
            briefing.sections,
            facts=("School", "Evaluated by", "Evaluated", "Report written"),
        ),
    )
}


def named(name: str) -> Document:
    """The document called so; raises `CoachError` with those there are."""
    if name not in DOCUMENTS:
        raise CoachError(f"'{name}' is not a document; there are {', '.join(DOCUMENTS)}")
    return DOCUMENTS[name]
