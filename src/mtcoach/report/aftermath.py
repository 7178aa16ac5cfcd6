"""What was planned then and what became of it, what was answered once, and both records in full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from mtcoach.coach.dates import place
from mtcoach.findings.comparison import Change, Intent, Move
from mtcoach.findings.words import capital
from mtcoach.report.appendix import told
from mtcoach.report.narrative import (
    Block,
    Card,
    Fact,
    Paragraph,
    Point,
    Points,
    Quote,
    Row,
    Section,
    Table,
)
from mtcoach.report.pair import Pair, colours_of, one
from mtcoach.report.planning import OPEN, measure, placed
from mtcoach.report.text import clean, day_in_words

HEAD = ("Priority then", "What was planned", "Lead", "By when", "Measure", "Reported now", "Colour")
BLANK = "not recorded"
SILENT = "not reported on"

# What is said of a priority: the sentence, whether it was reported on, how it has moved.
AFTER: Final[tuple[tuple[str, bool, tuple[Move, ...]], ...]] = (
    ("planned_up", True, ("up",)),
    ("planned_stayed", True, ("stayed",)),
    ("planned_down", True, ("down",)),
    ("planned_credit", False, ("up",)),
    ("planned_silent", False, ("stayed", "down")),
)


def plan(pair: Pair) -> Section:
    """The plan of then with what was told of it since."""
    return Section("plan", "What was planned then, and what became of it", tuple(_plan(pair)))


def _plan(pair: Pair) -> Iterator[Block]:
    intents = pair.comparison.intents
    chosen = [intent.change for intent in intents if intent.chosen]
    reported = [change.item for change in chosen if change.reported]
    if chosen:
        yield pair.say(
            "planned",
            chosen,
            reported=reported,
            silent=[change.item for change in chosen if not change.reported],
        )
    else:
        yield pair.say("unplanned", pair.comparison.changes)
    if intents:
        rows = tuple(_row(intent, pair) for intent in intents)
        yield Table(
            "The plan of then, and what was reported since", HEAD, rows, wide=True, cited=True
        )
    said = [*_dates(pair)]
    for block, spoken, moves in AFTER:
        if found := [c for c in chosen if bool(c.reported) == spoken and c.move in moves]:
            said.append(pair.say(block, found))
    yield from one(said)
    beyond = [intent.change for intent in intents if not intent.chosen]
    for block, found in (("planned_beyond", beyond), ("planned_others", _others(pair))):
        if found:
            yield pair.say(block, found)


def _others(pair: Pair) -> list[Change]:
    """What had a next step then, outside the plan, and was not reported on."""
    asked = {intent.change.item for intent in pair.comparison.intents}
    return [
        change
        for change in pair.comparison.changes
        if change.then.answer.steps and change.item not in asked
    ]


def _row(intent: Intent, pair: Pair) -> Row:
    change = intent.change
    row = {field: clean(text) for field, text in intent.row.items()}
    steps = [clean(step.text) for step in change.then.answer.steps]
    meant = "\n".join(text for text in (row.get("outcome"), row.get("actions")) if text)
    said = clean(change.reported.text) if change.reported else ""
    measured = measure({field: text for field, text in intent.row.items() if clean(text)})
    cells = (
        clean(pair.now.library.items[change.item].topic),
        meant or "\n".join(steps) or BLANK,
        row.get("lead") or BLANK,
        _date_set(intent, pair) or BLANK,
        (BLANK if measured == OPEN else clean(measured.replace(OPEN, BLANK))),
        said or SILENT,
        colours_of(change, pair),
    )
    whole = pair.resting(Paragraph((), (change.item,)))
    return Row(cells, whole.items, whole.events, whole.earlier)


def _date_set(intent: Intent, pair: Pair) -> str:
    """The date in the leader's words, with the day that they mean and whether it has gone by."""
    said, day = clean(intent.row.get("by", "")), _due(intent, pair)
    if day is None:
        return said
    gone = "gone by" if day < pair.now.day else "still to come"
    return f"{said} ({day_in_words(day)}, {gone})"


def _due(intent: Intent, pair: Pair) -> date | None:
    """The day it was to be done by: as it was said back then, else as its words are understood."""
    item = intent.change.item
    if kept := pair.then.record.days.get(item, {}).get("by"):
        return kept
    said_on = max(pair.then.sittings, default=pair.now.day)
    return place(intent.row.get("by", ""), said_on, pair.now.library.calendar).day


def _dates(pair: Pair) -> Iterator[Paragraph]:
    """Which dates of the plan have gone by, with a report or without, and which are to come."""
    found: dict[str, list[tuple[Intent, date]]] = {}
    for intent in pair.comparison.intents:
        if intent.chosen and (day := _due(intent, pair)):
            told = "due" if intent.change.reported else "due_silent"
            found.setdefault(told if day < pair.now.day else "ahead", []).append((intent, day))
    for block in ("due", "due_silent", "ahead"):
        if each := found.get(block):
            due = [
                (intent.change.item, clean(intent.row.get("by", "")), day_in_words(day))
                for intent, day in each
            ]
            changes = [intent.change for intent, _ in each]
            yield pair.say(f"planned_{block}", changes, due=due, n=len(due))


def evaluations(pair: Pair) -> Section:
    """The leader's own evaluations of whole indicators, then and now, with their caution."""
    then, now = pair.then.record.evaluations, pair.now.record.evaluations
    titles = {one.id: one.title for one in pair.now.library.framework.indicators}
    found = [
        (
            clean(name),
            clean(titles.get(name, "")),
            _placed(then.get(name), pair),
            _placed(now.get(name), pair),
        )
        for name in dict.fromkeys((*then, *now))
    ]
    if not found:
        return Section("evaluation", "The leader's own evaluation")
    said = pair.prose.say(
        "compare.evaluated",
        events=[seq for seqs in pair.now.evaluated.values() for seq in seqs],
        found=found,
        n=len(found),
    )
    earlier = tuple(seq for seqs in pair.then.evaluated.values() for seq in seqs)
    block = replace(said, earlier=earlier)
    return Section("evaluation", "The leader's own evaluation", (block,))


def _placed(value: str | None, pair: Pair) -> str:
    if value is None:
        return ""
    word, step = placed(value, pair.now)
    return f"{word} ({step})" if step else word


def once(pair: Pair) -> Section:
    """What was answered one time only, or neither, or in a bank that is not at hand."""
    found = pair.comparison
    said = []
    for move in ("only_then", "only_now"):
        if changes := found.of(move):
            groups = _reasons(changes, "now" if move == "only_then" else "then", pair)
            said.append(pair.say(move, changes, groups=groups))
    applies = [
        change
        for change in found.of("neither")
        if "not_applicable" not in (change.then.standing, change.now.standing)
    ]
    if applies:
        said.append(pair.say("neither", applies))
    if found.gone:
        every = [
            tuple(seq for item in found.gone for seq in subject.record.answer(item).events)
            for subject in (pair.then, pair.now)
        ]
        gone = pair.prose.say("compare.gone", gone=found.gone)
        said.append(replace(gone, earlier=every[0], events=every[1]))
    points = (Points(tuple(Point(paragraph) for paragraph in said)),) if said else ()
    return Section("once", "What cannot be compared", points)


def _reasons(changes: Sequence[Change], missing: str, pair: Pair) -> list[tuple[str, list[str]]]:
    """The items under the reason why there is no answer `then`, or `now`."""
    found: dict[str, list[str]] = {}
    for change in changes:
        why = pair.stood(change) if missing == "then" else pair.stands(change)
        found.setdefault(why, []).append(change.item)
    return list(found.items())


def appendix(pair: Pair) -> Section:
    """Both records in full, side by side, theme by theme."""
    themes: dict[str, list[Change]] = {}
    for change in pair.comparison.changes:
        themes.setdefault(pair.now.library.items[change.item].theme, []).append(change)
    parts = tuple(
        Section(
            f"record-{theme.replace(' ', '-').replace('.', '-')}",
            clean(pair.now.library.themes[theme].title),
            tuple(_card(change, pair) for change in changes),
        )
        for theme, changes in themes.items()
    )
    return Section("appendix", "Appendix: both records, question by question", (), parts)


def _card(change: Change, pair: Pair) -> Card:
    item = pair.now.library.items[change.item]
    whole = pair.resting(Paragraph((), (item.id,)))
    return Card(
        item=item.id,
        title=clean(item.topic),
        question=clean(item.question),
        facts=tuple(_facts(change, pair)),
        events=whole.events,
        earlier=whole.earlier,
    )


def _facts(change: Change, pair: Pair) -> Iterator[Fact]:
    for when, view, subject in (("then", change.then, pair.then), ("now", change.now, pair.now)):
        for fact in told(view, subject):
            text = fact.text
            if fact.label == "Rating" and view.standing == "unreached":
                text = capital(pair.stood(change) if when == "then" else pair.stands(change))
            marked = tuple(replace(quote, earlier=when == "then") for quote in fact.quotes)
            yield Fact(f"{fact.label} ({when})", text, marked)
        if when == "then" and change.item in subject.record.priorities:
            cells = [clean(text) for text in subject.record.plan.get(change.item, {}).values()]
            yield Fact(
                "Planned (then)", "; ".join(cells) or "a priority, without a row of the plan"
            )
    if change.reported and clean(change.reported.text):
        said = Quote(clean(change.reported.text), change.reported.seq)
        yield Fact("What became of it (now)", quotes=(said,))
