"""Two evaluations as one narrative, composed once for every layout.

Pure: the same events and day give the same narrative. The sentences stand in
`templates/prose/compare.jinja`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from mtcoach.findings.comparison import BORNE, BOTH, Change, Comparison, Move, compare
from mtcoach.findings.profile import Judge, Standing
from mtcoach.findings.words import number
from mtcoach.questions.loading import Library
from mtcoach.report import aftermath, moves
from mtcoach.report.narrative import (
    Block,
    Fact,
    Facts,
    Moved,
    Moves,
    Narrative,
    Row,
    Section,
    Table,
)
from mtcoach.report.opening import days
from mtcoach.report.pair import Pair, behind, by_colours, one
from mtcoach.report.prose import Prose
from mtcoach.report.subject import Subject, names
from mtcoach.report.text import clean, day_in_words
from mtcoach.transcript.events import (
    Event,
    Heard,
    ProfileSet,
    Resumed,
)
from mtcoach.transcript.record import Record, fold

# How a move is written in the table.
SHORT: Final[dict[Move, str]] = {
    "up": "up",
    "down": "down",
    "stayed": "no change",
    "now_known": "known now",
    "no_longer_known": "no longer known",
    "only_then": "then only",
    "only_now": "now only",
    "neither": "neither time",
}

# How a move is said of one question, and of several.
SAID: Final[dict[Move, tuple[str, str]]] = {
    "up": ("moved up", "moved up"),
    "down": ("moved down", "moved down"),
    "stayed": ("stands where it stood", "stand where they stood"),
    "now_known": ("is known now and was not then", "are known now and were not then"),
    "no_longer_known": ("is no longer known", "are no longer known"),
}

# The steps of the picture from the lowest, and on which of them a standing is.
STEPS: Final = (("?", "Not known"), ("R", "Red"), ("A", "Amber"), ("G", "Green"))
LETTERS: Final[dict[Standing, str]] = {
    "split": "?",
    "unknown": "?",
    "red": "R",
    "amber": "A",
    "green": "G",
}

DRAWN: Final = 24
"""Questions that one picture can hold on a page."""

HEAD: Final = ("Question", "QI", "Topic", "Then", "Now", "Evidence then", "Evidence now", "Change")


def compose_comparison(
    old: Sequence[Event],
    new: Sequence[Event],
    library: Library,
    *,
    day: date,
    judge: Judge | None = None,
    words: tuple[Record, Record] | None = None,
) -> Narrative:
    """What moved between the evaluations that `old` and `new` hold, and on what evidence.

    `words` are the two records with personal data masked, where that is what is printed.
    """
    then, now = fold(old), fold(new)
    comparison = compare(then, now, library, judge=judge, words=words)
    then, now = words or (then, now)
    items = [change.item for change in comparison.changes]
    prose = Prose(names(items, library))

    def subject(record: Record, events: Sequence[Event]) -> Subject:
        # The comparison has the views of both; judging every note again would double the time.
        return Subject(record, library, (), _spoken(events), day, prose)

    pair = Pair(comparison, subject(then, old), subject(now, new))
    school = pair.now.said("school") or pair.then.said("school")
    return Narrative(
        title=f"{school}: then and now" if school else "Monitoring and tracking: then and now",
        day=day,
        facts=Facts(tuple(_facts(pair, day))),
        sections=_sections(pair, old, new),
        order=tuple(library.items),
        cards=frozenset(items),
        document="then-and-now",
    )


def _spoken(events: Sequence[Event]) -> Sequence[Event]:
    """The events without sittings in which an old evaluation was opened and only looked at."""
    heard = any(isinstance(event, Heard) for event in events)
    return [event for event in events if not (heard and isinstance(event, Resumed))]


def _sections(pair: Pair, old: Sequence[Event], new: Sequence[Event]) -> tuple[Section, ...]:
    parts = (
        Section("about", "What is compared, and how", tuple(_about(pair, old, new))),
        Section("picture", "The picture", tuple(_picture(pair))),
        moves.up(pair),
        moves.down(pair),
        moves.known(pair),
        moves.lost(pair),
        moves.stayed(pair),
        aftermath.plan(pair),
        aftermath.evaluations(pair),
        aftermath.once(pair),
        aftermath.appendix(pair),
    )
    return tuple(part for part in parts if part and (part.blocks or part.sections))


def _facts(pair: Pair, day: date) -> Iterator[Fact]:
    schools = dict.fromkeys(said for said in (_school(pair.then), _school(pair.now)) if said)
    if not pair.comparison.other_school and schools:
        yield Fact("School", list(schools)[-1])
    for label, subject in (("Then", pair.then), ("Now", pair.now)):
        own = _school(subject) if pair.comparison.other_school else ""
        parts = (own, days(subject), subject.said("role"), subject.said("voice"))
        yield Fact(label, "; ".join(part for part in parts if part))
    yield Fact("Comparison written", day_in_words(day))
    library = pair.now.library
    banks = dict.fromkeys(library.homes[change.item].bank for change in pair.comparison.changes)
    yield Fact("Questions", "; ".join(clean(library.banks[name].title) for name in banks))


def _school(subject: Subject) -> str:
    return subject.said("school")


def _about(pair: Pair, old: Sequence[Event], new: Sequence[Event]) -> Iterator[Block]:
    found = pair.comparison
    yield pair.say(
        "opening",
        found.changes,
        school="" if found.other_school else _school(pair.now) or _school(pair.then),
        then=days(pair.then, "and"),
        now=days(pair.now, "and"),
    )
    if found.other_school:
        schools = tuple(clean(school) for school in found.schools)
        yield _rests(pair, "schools", ("school",), old, new, schools=schools)
    if found.both:
        yield pair.say("method", found.both, n=len(found.both))
    who = [(subject.said("role"), subject.said("voice")) for subject in (pair.then, pair.now)]
    if all(any(part) for part in who) and _folded(who[0]) != _folded(who[1]):
        said = ["; ".join(part for part in each if part) for each in who]
        yield _rests(pair, "people", ("role", "voice"), old, new, then=said[0], now=said[1])
    if found.reworded:
        banks = [clean(pair.now.library.banks[name].title) for name in found.reworded]
        asked = [c for c in found.changes if _bank(c, pair) in found.reworded]
        yield pair.say("reworded", asked, banks=banks)
    for name, subject in (("then", pair.then), ("now", pair.now)):
        left = [c for c in found.changes if _left(c, name, subject)]
        if left:
            yield pair.say(f"unfinished_{name}", left)


def _left(change: Change, name: str, subject: Subject) -> bool:
    view = change.then if name == "then" else change.now
    return view.standing == "unreached" and view.item in subject.record.items


def _bank(change: Change, pair: Pair) -> str:
    return pair.now.library.homes[change.item].bank


def _folded(said: tuple[str, str]) -> tuple[str, ...]:
    return tuple(" ".join(part.casefold().split()) for part in said)


def _rests(
    pair: Pair,
    what: str,
    fields: tuple[str, ...],
    old: Sequence[Event],
    new: Sequence[Event],
    **values: Any,
) -> Block:
    """A sentence on who evaluated: it rests on the profiles and not on items."""
    then, now = (
        tuple(e.seq for e in events if isinstance(e, ProfileSet) and e.field in fields)
        for events in (old, new)
    )
    said = pair.prose.say(f"compare.{what}", events=now, **values)
    return replace(said, earlier=then)


def _picture(pair: Pair) -> Iterator[Block]:
    found = pair.comparison
    if not found.both:
        yield pair.say("nothing", found.changes)
    else:
        yield pair.say("moves", found.both, n=len(found.both), counts=_counts(found))
        firmer = [c.item for c in found.both if c.evidence == "firmer"]
        thinner = [c.item for c in found.both if c.evidence == "thinner"]
        rest = len(found.both) - len(firmer) - len(thinner)
        n = len(found.both)
        said = [pair.say("evidence", found.both, n=n, firmer=firmer, thinner=thinner, rest=rest)]
        if up := found.of("up"):
            borne = sum(change.footing in BORNE for change in up)
            said.append(pair.say("borne", up, n=len(up), borne=borne))
        yield from one(said)
        yield from _drawn(pair)
    notes: dict[str, None] = {}
    rows = tuple(_row(change, pair, notes) for change in found.changes)
    yield Table("Question by question", HEAD, rows, tuple(notes))


def _drawn(pair: Pair) -> Iterator[Moves]:
    """What moved as a picture; as several where there is more than one can hold."""
    moved = pair.comparison.of("up", "down", "now_known", "no_longer_known")
    parts = [moved[start : start + DRAWN] for start in range(0, len(moved), DRAWN)]
    for number_, part in enumerate(parts, 1):
        which = f" ({number_} of {len(parts)})" if len(parts) > 1 else ""
        yield Moves(
            f"Then and now{which}",
            pair.say("drawn", part, groups=by_colours(part)).text,
            "a ring for then, a full circle for now; questions that did not move are left out",
            STEPS,
            tuple(
                Moved(
                    clean(pair.now.library.items[change.item].topic),
                    LETTERS[change.then.standing],
                    LETTERS[change.now.standing],
                )
                for change in part
            ),
        )


def _counts(found: Comparison) -> list[str]:
    """How many went which way: `four moved up`; figures for all where one is past ten."""
    counts = {move: len(found.of(move)) for move in BOTH if found.of(move)}
    total = len(found.both)
    said = str if max(counts.values()) > 10 else number
    if len(counts) == 1:
        move = next(iter(counts))
        return [SAID[move][total > 1]]
    return [f"{said(count)} {SAID[move][count > 1]}" for move, count in counts.items()]


def _row(change: Change, pair: Pair, notes: dict[str, None]) -> Row:
    """A row of the table; a theme's footnote goes into `notes` once."""
    item = pair.now.library.items[change.item]
    theme = pair.now.library.themes[item.theme]
    if theme.note:
        notes[f"* {clean(theme.note)}"] = None
    cells = (
        change.item,
        theme.column + ("*" if theme.note else ""),
        clean(item.topic),
        pair.stood(change),
        pair.stands(change),
        behind(change.then),
        behind(change.now),
        SHORT[change.move],
    )
    events, earlier = pair.now.events([change.item]), pair.then.events([change.item])
    return Row(cells, (change.item,), events, earlier)
