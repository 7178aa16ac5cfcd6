"""One page for parents and pupils: what goes well, what does not, what we will do.

Plain words only: no colours, no terms of the trade, nothing that a leader typed about
anybody. A cell of the plan is shown only if it is short, plain and names nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from mtcoach.findings import gains
from mtcoach.findings.words import capital
from mtcoach.report import planning
from mtcoach.report.narrative import Block, Paragraph, Point, Points, Quote, Run, Section
from mtcoach.report.prose import together
from mtcoach.report.subject import Subject
from mtcoach.report.text import clean, day_in_words
from mtcoach.transcript.events import PlanField

PLAIN: Final = 120
"""Letters of a leader's words that this page can bear."""

# What a reader of eleven would stumble over: abbreviations, shares, terms with digits in them.
_TRADE: Final = re.compile(r"\b(?![PS][1-7]\b)[A-Z]{2,}\w*|[&%/()<>{}|=@→_]|\b[A-Z]\d{2,}")


@dataclass(frozen=True, slots=True)
class Group:
    """Things of a kind: the sentence before them, and how many at most are named."""

    what: str
    items: Sequence[str]
    most: int


def sections(subject: Subject) -> Sequence[Section | None]:
    """Its parts, in reading order; None where there is nothing to say."""
    parts = (
        ("looked", "What we looked at", _looked),
        ("well", "What goes well", _well),
        ("better", "What is not good enough yet", _better),
        ("will", "What we will do", _will),
    )
    made = (Section(name, title, tuple(blocks(subject))) for name, title, blocks in parts)
    return [section if section.blocks else None for section in made]


def _looked(subject: Subject) -> Iterator[Block]:
    n = len(subject.views) - subject.counts["not_applicable"]
    every = tuple(view.item for view in subject.views)
    yield replace(
        subject.prose.say(
            "parents.looked",
            events=subject.opened,
            n=n,
            open=subject.counts["unreached"],
            school=subject.said("school"),
            month=" ".join(day_in_words(max(subject.sittings, default=subject.day)).split()[1:]),
        ),
        items=every,
    )


def _well(subject: Subject) -> Iterator[Block]:
    strong = [view.item for view in gains.strengths(subject.profiles)]
    thin = [view.item for view in (*gains.thin(subject.profiles), *gains.doubted(subject.profiles))]
    if strong:
        yield from _told(Group("well", strong, 4), subject)
    elif subject.standing("green", "amber", "red"):
        yield subject.prose.say("parents.nothing", items=_every(subject), events=subject.opened)
    yield from _told(Group("unsure", thin, 2), subject, also=bool(strong))


def _better(subject: Subject) -> Iterator[Block]:
    """What is red or amber. What is to be done first comes with what will be done."""
    weak = (*subject.standing("red"), *subject.standing("amber"))
    chosen = planning.chosen(subject)
    rest = [item for item in weak if item not in chosen]
    first = len(weak) - len(rest)
    yield from _told(Group("better", rest, 3), subject, every=weak, first=first)
    split = [item for item in subject.standing("split") if item not in chosen]
    yield from _told(Group("split", split, 2), subject)
    unknown = [item for item in subject.standing("unknown") if item not in chosen]
    yield from _told(Group("unknown", unknown, 2), subject)


def _will(subject: Subject) -> Iterator[Block]:
    prose, chosen = subject.prose, planning.chosen(subject)
    if not subject.record.answers:
        return
    if not chosen:
        yield prose.say("parents.undecided", items=_every(subject), events=subject.chosen)
        return
    events = subject.chosen
    yield prose.say("parents.will", items=chosen, events=events, n=len(chosen))
    yield Points(tuple(_aim(item, subject) for item in chosen))
    yield prose.say("parents.tell", items=chosen, events=events)


def _aim(item: str, subject: Subject) -> Point:
    """A priority with what it is for and when, where these can be said here."""
    cells: tuple[tuple[PlanField, str], ...] = (("outcome", "So that:"), ("by", "When:"))
    said = [
        _quote(item, field, planning.dated(label, item, field, subject), subject)
        for field, label in cells
    ]
    point = _point(item, subject)
    events = (*subject.chosen, *subject.planned.get(item, ()))
    lead = Paragraph(point.lead.runs, (item,), events)
    return Point(lead, tuple(quote for quote in said if quote))


def _quote(item: str, field: PlanField, label: str, subject: Subject) -> Quote | None:
    """A cell of the plan, where it is plain and names nobody."""
    text = planning.row(item, subject).get(field, "")
    seq = subject.cells.get((item, field), -1)
    fit = 0 < len(text) <= PLAIN and "\n" not in text and not _TRADE.search(text)
    return Quote(text, seq, label=label) if fit and seq not in subject.naming else None


def _told(
    group: Group, subject: Subject, *, every: Sequence[str] = (), **values: object
) -> Iterator[Block]:
    """A sentence and a list; the sentence says how many there are, and how many are listed.

    `every` are all that the sentence is about, where these are more than those to be listed.
    """
    items = tuple(group.items)
    about = tuple(every) or items
    if not about:
        return
    shown = items[: group.most]
    left = len(items) - len(shown)
    say, events = subject.prose.say, subject.events(about)
    n = len(about)
    told = {"n": n, "shown": len(shown), "left": left, **values}
    said = [say(f"parents.{group.what}", items=about, events=events, **told)]
    if left and not values.get("first"):
        said.append(say("parents.here", n=len(shown)))
    yield together(said)
    if shown:
        yield Points(tuple(_point(item, subject) for item in shown))


def _point(item: str, subject: Subject) -> Point:
    name = capital(clean(subject.prose.named(item)))
    return Point(Paragraph((Run(f"{name}."),), (item,), subject.events([item])))


def _every(subject: Subject) -> tuple[str, ...]:
    return tuple(view.item for view in subject.views)
