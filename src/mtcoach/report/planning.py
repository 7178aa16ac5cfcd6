"""The plan, the leader's own evaluation of an indicator, and what is still missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from mtcoach.coach.plans.hollow import hollow
from mtcoach.coach.plans.measures import checkable
from mtcoach.report.narrative import (
    Block,
    Paragraph,
    Point,
    Points,
    Quote,
    Row,
    Run,
    Section,
    Table,
)
from mtcoach.report.prose import joined
from mtcoach.report.subject import Subject
from mtcoach.report.text import clean, day_in_words
from mtcoach.transcript.events import PlanField

HEAD: Final = (
    "Priority, QI",
    "Outcome for learners",
    "What we will do, and why",
    "Lead, by when",
    "Measure of success",
)
"""Few enough for a page that stands upright, so that the plan goes on where the text is."""
OPEN: Final = "to be agreed"

TERMS: Final = (("short", 125), ("medium", 365), ("long", 100_000))
"""What a priority is called by the days it has: up to four months is short term, a year medium."""

# The cells that say what a priority is for, as a document has them before a leader's words.
AIMS: Final[tuple[tuple[PlanField, str], ...]] = (
    ("outcome", "Outcome:"),
    ("baseline", "From:"),
    ("target", "To:"),
    ("source", "Read in:"),
    ("by", "When:"),
)

# What a row of the plan lacks, as a sentence names it.
LACKING: Final[dict[PlanField, str]] = {
    "outcome": "the outcome for learners",
    "actions": "what we will do",
    "lead": "who leads",
    "by": "the date",
    "baseline": "the baseline",
    "target": "the target",
    "source": "where the measure is read",
}

# What a cell lacks that is filled with words anybody could say.
HOLLOW: Final[dict[PlanField, str]] = {
    "outcome": "an outcome that somebody could see or hear",
    "baseline": "a baseline that can be checked",
    "source": "one place where the measure is read",
    "target": "a figure or a view in the target, so that it can be checked",
}


def plan(subject: Subject) -> Section | None:
    """The plan table with what it lacks; None before anything was answered."""
    if not chosen(subject) and not subject.record.answers:
        return None
    return Section("plan", "Improvement plan", tuple(_plan(subject)))


def chosen(subject: Subject) -> tuple[str, ...]:
    """The priorities, in their order."""
    return tuple(item for item in subject.record.priorities if item in subject.library.items)


def priorities(subject: Subject, *, named: bool = True, themes: bool = False) -> Paragraph:
    """Which priorities were chosen, or how many where they are not `named`; or that none were.

    `themes`: the parts on the themes stand in the same document, with their next steps.
    """
    items = chosen(subject)
    if not items:
        steps = any(answer.steps for answer in subject.record.answers.values())
        return subject.prose.say(
            "plan.none",
            events=subject.chosen,
            steps=steps,
            themes=themes and steps,
            finished=subject.record.finished,
        )
    events = (*subject.chosen, *subject.events(items))
    return subject.prose.say("plan.chosen", items=items, events=events, named=named)


def _plan(subject: Subject) -> Iterator[Block]:
    yield priorities(subject, themes=True)
    rows = []
    for item in chosen(subject):
        rows.append(Row(_cells(item, subject), (item,), subject.planned.get(item, ())))
    if rows:
        yield Table("What we are going to do", HEAD, tuple(rows), cited=True)
    for item in chosen(subject):
        yield from lacking(item, subject)


def lacking(item: str, subject: Subject) -> Iterator[Paragraph]:
    """What the row of a priority lacks; nothing where it lacks nothing."""
    there = row(item, subject)
    cells = [words for field, words in LACKING.items() if not there.get(field)]
    if len(cells) == len(LACKING):
        cells = ["every cell of its row"]
    cells += [words for field, words in HOLLOW.items() if _hollow(field, there.get(field, ""))]
    if cells:
        events = (*subject.chosen, *subject.planned.get(item, ()))
        yield subject.prose.say("plan.lacking", items=(item,), events=events, cells=cells)


def _hollow(field: PlanField, text: str) -> bool:
    if field == "target":
        return bool(text) and not checkable(text)
    return bool(text) and hollow(field, text)


def row(item: str, subject: Subject) -> Mapping[PlanField, str]:
    """The cells of a priority, fit to be printed."""
    return {field: clean(text) for field, text in subject.record.plan.get(item, {}).items()}


def term(item: str, subject: Subject) -> str:
    """Whether a priority is for the short, medium or long term; empty without a day it is due."""
    due = subject.record.days.get(item, {}).get("by")
    if due is None:
        return ""
    # From the day of planning, so that a plan drawn again next year says the same.
    begun = max(subject.sittings, default=subject.day)
    return next(name for name, days in TERMS if (due - begun).days <= days)


def aims(subject: Subject) -> Iterator[Points]:
    """What each priority is for and how it will be measured, in the leader's words."""
    points = []
    for item in chosen(subject):
        cells = row(item, subject)
        said = tuple(
            Quote(text, subject.cells[item, field], label=dated(label, item, field, subject))
            for field, label in AIMS
            if (text := cells.get(field, ""))
        )
        missing = [LACKING[field] for field, _ in AIMS if not cells.get(field)]
        bare = len(missing) == len(AIMS)
        more = subject.prose.say("plan.open", cells=missing, bare=bare).text if missing else ""
        name = Run(clean(subject.library.items[item].topic), "strong")
        events = (*subject.chosen, *subject.planned.get(item, ()))
        points.append(Point(Paragraph((name, Run(".")), (item,), events), said, more))
    if points:
        yield Points(tuple(points))


def dated(label: str, item: str, field: PlanField, subject: Subject) -> str:
    """`label` with the day that the words behind it mean, where they do not say it themselves."""
    day = subject.record.days.get(item, {}).get(field)
    if day is None or day_in_words(day) in row(item, subject).get(field, ""):
        return label
    return f"{label.rstrip(':')} ({day_in_words(day)}):"


def _cells(item: str, subject: Subject) -> tuple[str, ...]:
    there = row(item, subject)
    asked = subject.library.items[item]
    fields: tuple[PlanField, ...] = ("outcome", "actions", "lead", "by")
    outcome, actions, lead, by = (there.get(field, "") for field in fields)
    day = subject.record.days.get(item, {}).get("by")
    if by and day and day_in_words(day) not in by:
        by += f" ({day_in_words(day)})"
    name = f"{clean(asked.topic)}\nQI {subject.library.themes[asked.theme].column}"
    who = f"{lead or f'lead {OPEN}'}\n{by or f'date {OPEN}'}" if lead or by else OPEN
    return (name, outcome or OPEN, actions or OPEN, who, measure(there))


def measure(cells: Mapping[PlanField, str]) -> str:
    """Baseline → target, and where it is read."""
    parts = [cells.get("baseline", ""), cells.get("target", ""), cells.get("source", "")]
    if not any(parts):
        return OPEN
    labels = ("baseline", "target", "source")
    return " → ".join(part or f"{label} {OPEN}" for part, label in zip(parts, labels, strict=True))


def evaluations(subject: Subject) -> Section | None:
    """The leader's own evaluation of whole indicators, with its caution."""
    said = [_evaluated(name, value, subject) for name, value in subject.record.evaluations.items()]
    if not said:
        return None
    events = tuple(seq for seqs in subject.evaluated.values() for seq in seqs)
    themes = [subject.library.themes[profile.theme] for profile in subject.profiles]
    asked = {name for theme in themes for name in (theme.indicator, theme.placed_in)}
    covered = asked >= subject.record.evaluations.keys()
    caution = subject.prose.say("picture.caution", n=len(said), covered=covered)
    blocks = (joined([*said, caution], (), events),)
    return Section("evaluation", "The leader's own evaluation", blocks)


def _evaluated(name: str, value: str, subject: Subject) -> Paragraph:
    word, step = placed(value, subject)
    titles = {one.id: one.title for one in subject.library.framework.indicators}
    return subject.prose.say(
        "picture.evaluated",
        indicator=clean(name),
        title=clean(titles.get(name, "")),
        word=word,
        value=step,
    )


def placed(value: str, subject: Subject) -> tuple[str, str]:
    """An evaluation as the scale has it: its word and its number, which may be empty."""
    steps = subject.library.scale("six-point").steps
    step = next((s for s in steps if value.lower() in (s.value, s.word.lower())), None)
    return (step.word, step.value) if step else (clean(value), "")


def missing(subject: Subject) -> Section | None:
    """What is not there yet; None where nothing is missing."""
    prose = subject.prose
    found: list[Paragraph] = []
    for name in ("unreached", "skipped"):
        if items := subject.standing(name):
            found.append(prose.say(f"missing.{name}", items=items, events=subject.events(items)))
    told = {"school": "the school's name", "sector": "its stages", "role": "the leader's role"}
    if cells := [words for field, words in told.items() if not subject.said(field)]:
        found.append(prose.say("missing.profile", events=subject.opened, cells=cells))
    if not found:
        return None
    points = Points(tuple(Point(paragraph) for paragraph in found))
    return Section("missing", "What is still missing", (points,))
