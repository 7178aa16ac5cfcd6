"""An insert for the standards and quality report: what improved, for whom, and what is next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtcoach.findings import gains
from mtcoach.report import planning, since
from mtcoach.report.narrative import Block, Points, Row, Section, Table
from mtcoach.report.picture import evidence
from mtcoach.report.sources import with_sources
from mtcoach.report.subject import Subject
from mtcoach.report.text import clean
from mtcoach.report.themes import step

HEAD = (
    "QI",
    "Theme looked at",
    "Green",
    "Amber",
    "Red",
    "Not rated",
    "Our evaluation of the QI",
)
NONE = "none given"


def sections(subject: Subject) -> Sequence[Section | None]:
    """Its parts, in reading order."""
    parts = (
        ("improved", "What improvements have we made?", _improved),
        ("learners", "What has improved for learners, and how do we know?", _learners),
        ("next-steps", "Next steps", _next_steps),
        ("indicators", "Quality indicators", _indicators),
    )
    return with_sources(
        [Section(name, title, tuple(blocks(subject))) for name, title, blocks in parts], subject
    )


def _improved(subject: Subject) -> Iterator[Block]:
    prose = subject.prose
    yield from since.since(subject)
    if open_items := subject.standing("unreached"):
        yield prose.say("picture.unfinished", items=open_items, events=subject.opened)
    if views := gains.unproven(subject.profiles):
        items = [view.item for view in views]
        events = subject.events(items)
        yield prose.say("standards.in_place", items=items, events=events, n=len(items))
        yield from since.shown(views, subject)
    elif not gains.gains(subject.profiles):
        every = _every(subject)
        events = (*subject.opened, *subject.events(every))
        yield prose.say("standards.nothing", items=every, events=events)
    if thin := [view.item for view in gains.thin(subject.profiles)]:
        yield prose.say("standards.unclaimed", items=thin, events=subject.events(thin))
    if odd := [view.item for view in gains.doubted(subject.profiles)]:
        yield prose.say("theme.doubted", items=odd, events=subject.events(odd))


def _learners(subject: Subject) -> Iterator[Block]:
    prose = subject.prose
    gained, mixed = gains.gains(subject.profiles), gains.elsewhere(subject.profiles)
    if gained:
        yield from since.gained(gained, subject)
    else:
        every, greens = _every(subject), subject.counts["green"]
        events = (*subject.opened, *subject.events(every))
        yield prose.say("standards.no_learners", items=every, events=events, greens=greens)
    if mixed:
        items = [view.item for view in mixed]
        yield prose.say("standards.mixed", items=items, events=subject.events(items), n=len(items))
        yield from since.shown(mixed, subject, rated=True)
    yield from evidence(subject)


def _next_steps(subject: Subject) -> Iterator[Block]:
    yield from weak(subject, subject.standing("red"))
    yield from ahead(subject)


def ahead(subject: Subject) -> Iterator[Block]:
    """The priorities with what they are for, the other next steps, and what is to be found out."""
    yield planning.priorities(subject, named=False)
    yield from planning.aims(subject)
    chosen = planning.chosen(subject)
    open_items = [view for view in subject.views if view.item not in chosen]
    steps = [
        step(view.item, said, subject)
        for view in open_items
        for said in view.answer.steps
        if clean(said.text)
    ]
    if steps:
        items = tuple(dict.fromkeys(item for point in steps for item in point.lead.items))
        events, n = subject.events(items), len(steps)
        yield subject.prose.say("standards.steps", items=items, events=events, chosen=chosen, n=n)
        yield Points(tuple(steps))
    bare = [
        view.item
        for view in open_items
        if view.standing in ("red", "amber") and not view.answer.steps
    ]
    if bare:
        yield subject.prose.say("theme.no_steps", items=bare, events=subject.events(bare))
    if split := subject.standing("split"):
        yield subject.prose.say("theme.split", items=split, events=subject.events(split))
    if unknown := subject.standing("unknown"):
        yield subject.prose.say("theme.unknown", items=unknown, events=subject.events(unknown))


def weak(subject: Subject, red: Sequence[str]) -> Iterator[Block]:
    """What is rated amber, after the `red` that have not been named yet."""
    amber = subject.standing("amber")
    if items := (*red, *amber):
        events = subject.events(items)
        yield subject.prose.say("standards.weak", items=items, events=events, red=red, amber=amber)


def _indicators(subject: Subject) -> Iterator[Block]:
    """A row for each theme, and for each indicator that was evaluated without one."""
    rows = []
    notes: dict[str, None] = {}
    said = {name: _evaluated(name, value, subject) for name, value in _evaluations(subject)}
    for profile in subject.profiles:
        theme = subject.library.themes[profile.theme]
        if theme.note:
            notes[f"* {clean(theme.note)}"] = None
        counts = profile.counts
        rest = len(profile.views) - sum(counts[n] for n in ("green", "amber", "red"))
        items = tuple(view.item for view in profile.views)
        evaluated = said.pop(theme.indicator, NONE)
        cells = (theme.column + ("*" if theme.note else ""), clean(theme.title))
        numbers = (str(counts["green"]), str(counts["amber"]), str(counts["red"]), str(rest))
        rows.append(Row((*cells, *numbers, evaluated), items, subject.events(items)))
    for name, evaluated in said.items():
        events = subject.evaluated.get(name, ())
        rows.append(Row((name, "–", "–", "–", "–", "–", evaluated), (), events))
    if rows:
        yield Table("How good are we now?", HEAD, tuple(rows), tuple(notes))
    if section := planning.evaluations(subject):
        yield from section.blocks


def _evaluations(subject: Subject) -> list[tuple[str, str]]:
    return [(clean(name), value) for name, value in subject.record.evaluations.items()]


def _evaluated(name: str, value: str, subject: Subject) -> str:
    word, step = planning.placed(value, subject)
    return f"{word} ({step})" if step else word


def _every(subject: Subject) -> tuple[str, ...]:
    return tuple(view.item for view in subject.views)
