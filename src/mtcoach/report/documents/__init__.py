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
from mtcoach.transcript.record import Record

ALWAYS: Final = ("md", "html", "docx", "pdf", "json")


@dataclass(frozen=True, slots=True)
class Document:
    """A document: what it is for, its title, how it is composed, and the formats it comes in.

    `title` follows the name of the school, `alone` stands where no school is named. `facts`
    are the labels at its head, None for all of them; `figures` those it carries as rows, for a
    spreadsheet and for programs: `ratings`, `plan` or both. A `plain` one calls questions by the
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
    figures: tuple[str, ...] = ()
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
            figures=("ratings", "plan"),
        ),
        Document(
            "standards-and-quality",
            "an insert for the standards and quality report",
            "monitoring and tracking, for the standards and quality report",
            "Monitoring and tracking, for the standards and quality report",
            standards.sections,
            facts=("School", "Evaluated", "Report written", "Framework"),
        ),
        Document(
            "plan",
            "improvement plan pages, a priority a page",
            "improvement plan for monitoring and tracking",
            "Improvement plan for monitoring and tracking",
            plan.sections,
            facts=("School", "Evaluated", "Report written"),
            formats=(*ALWAYS, "xlsx"),
            figures=("plan",),
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


BUNDLE: Final = ("report", "standards-and-quality", "plan", "parents")
"""What is written unless documents are named: what a school hands in."""


def bundle(record: Record, formats: Sequence[str]) -> list[tuple[Document, list[str]]]:
    """The documents of the bundle with the formats they come in; a plan once there is one."""
    chosen = (DOCUMENTS[name] for name in BUNDLE if name != "plan" or record.priorities)
    found = ((each, [form for form in formats if form in each.formats]) for each in chosen)
    return [(each, forms) for each, forms in found if forms]


def files_of(names: Sequence[str], formats: Sequence[str]) -> list[tuple[Document, list[str]]]:
    """The documents called so with those of `formats` they come in.

    Raises `CoachError` where a document comes in none of them.
    """
    found = []
    for each in map(named, dict.fromkeys(names)):
        forms = [form for form in formats if form in each.formats]
        if not forms:
            wanted, there = " or ".join(formats), ", ".join(each.formats)
            raise CoachError(f"'{each.name}' does not come as {wanted}; there are {there}")
        found.append((each, forms))
    return found


def named(name: str) -> Document:
    """The document called so; raises `CoachError` with those there are."""
    if name not in DOCUMENTS:
        raise CoachError(f"'{name}' is not a document; there are {', '.join(DOCUMENTS)}")
    return DOCUMENTS[name]
