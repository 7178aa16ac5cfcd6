"""The plan, the leader's own evaluation of an indicator, and what is still missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from mtcoach.report.narrative import Block, Paragraph, Point, Points, Row, Section, Table
from mtcoach.report.opening import joined
from mtcoach.report.subject import Subject
from mtcoach.report.text import clean
from mtcoach.transcript.events import PLAN_FIELDS, PlanField

HEAD: Final = (
    "QI",
    "Priority",
    "Outcome for learners",
    "What we will do, and why",
    "Lead",
    "By when",
    "Measure of success",
)
OPEN: Final = "to be agreed"

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


def plan(subject: Subject) -> Section | None:
    """The plan table with what it lacks; None before anything was answered."""
    chosen = tuple(item for item in subject.record.priorities if item in subject.library.items)
    if not chosen and not subject.record.answers:
        return None
    return Section("plan", "Improvement plan", tuple(_plan(subject, chosen)))


def _plan(subject: Subject, chosen: tuple[str, ...]) -> Iterator[Block]:
    prose = subject.prose
    if not chosen:
        yield prose.say("plan.none", finished=subject.record.finished)
        return
    yield prose.say("plan.chosen", items=chosen, events=subject.events(chosen))
    rows = []
    for item in chosen:
        theme = subject.library.themes[subject.library.items[item].theme]
        cells = (theme.column, *_cells(item, subject))
        rows.append(Row(cells, (item,), subject.planned.get(item, ())))
    yield Table("What we are going to do", HEAD, tuple(rows), wide=True)
    for item in chosen:
        row = _row(item, subject)
        lacking = [LACKING[field] for field in PLAN_FIELDS if not row.get(field)]
        if len(lacking) == len(PLAN_FIELDS):
            lacking = ["every cell of its row"]
        if lacking:
            yield prose.say("plan.lacking", items=(item,), cells=lacking)


def _row(item: str, subject: Subject) -> Mapping[PlanField, str]:
    return {field: clean(text) for field, text in subject.record.plan.get(item, {}).items()}


def _cells(item: str, subject: Subject) -> tuple[str, ...]:
    row = _row(item, subject)
    cells = [row.get(field) or OPEN for field in ("outcome", "actions", "lead", "by")]
    return (clean(subject.library.items[item].topic), *cells, measure(row))


def measure(row: Mapping[PlanField, str]) -> str:
    """Baseline → target, and where it is read."""
    parts = [row.get("baseline", ""), row.get("target", ""), row.get("source", "")]
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
        found.append(prose.say("missing.profile", cells=cells))
    if not found:
        return None
    points = Points(tuple(Point(paragraph) for paragraph in found))
    return Section("missing", "What is still missing", (points,))
