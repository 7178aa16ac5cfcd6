"""How a room saw it: each question before and after talk, how it was left, and what was said.

The sentences stand in `templates/prose/room.jinja`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from mtcoach.findings.grouping import Group, grouped
from mtcoach.findings.profile import in_scope
from mtcoach.findings.words import capital, counted, listed, number
from mtcoach.findings.workshop import AGREED, Seen, most, seen, ways
from mtcoach.report import votes
from mtcoach.report.narrative import (
    Block,
    Fact,
    Paragraph,
    Point,
    Points,
    Quote,
    Run,
    Section,
)
from mtcoach.report.prose import together
from mtcoach.report.subject import Subject
from mtcoach.report.text import clean, extract
from mtcoach.transcript.events import Means

BY: Final[dict[Means, str]] = {
    "phones": "by phone",
    "hands": "by show of hands",
    "sheets": "on slips of paper",
}
SURE: Final = 0.8
"""How likely it must be that a note speaks to another question, for a report to say so."""

SHOWN: Final = 3
"""Groups of notes that are shown of one question; the rest stand in its record."""


def room(subject: Subject) -> Section | None:
    """The part of a report about a room; None where no room voted."""
    found = seen(subject.record, in_scope(subject.record, subject.library))
    if not found:
        return None
    parts = tuple(_item(each, subject) for each in found)
    return Section(
        "room",
        "How the room saw it",
        (together(list(_opening(found, subject))), *_small(found, subject)),
        (*parts, Section("room-figures", "Every vote, in figures", (votes.table(found, subject),))),
    )


def facts(item: str, subject: Subject) -> Iterator[Fact]:
    """What the record of one item has of a room."""
    for each in seen(subject.record, [item]):
        told = (
            f"{votes.place(vote).removesuffix(' vote')}: {votes.told(vote)}" for vote in each.votes
        )
        yield Fact("Votes", capital("; ".join(told)))
        asked = tuple(
            Quote(clean(words), each.concluded, label=label)
            for label, words in (("From:", each.role), ("By:", each.by))
            if each.concluded is not None and clean(words)
        )
        if each.left == "more_evidence":
            yield Fact("More evidence", "" if asked else "needed", asked)
        if each.concluded is not None and (why := clean(each.minority)):
            yield Fact("Seen otherwise", quotes=(Quote(why, each.concluded),))
        said = tuple(Quote(clean(v.text), v.seq) for v in each.voices if clean(v.text))
        if said:
            yield Fact("Said in the room", quotes=said)


# --- the whole ------------------------------------------------------------------------


def _opening(found: Sequence[Seen], subject: Subject) -> Iterator[Paragraph]:
    say = subject.prose.say
    items = tuple(each.item for each in found)
    events = tuple(seq for each in found for seq in each.events)
    yield say(
        "room.opening",
        items=items,
        events=events,
        n=len(found),
        most=most(found),
        several=any(len(each.votes) > 1 for each in found),
        ways=[BY[way] for way in ways(found)],
    )
    by_end = {left: [each.item for each in found if each.left == left] for left in votes.LEFT}
    yield say(
        "room.outcomes",
        n=len(found),
        settled=by_end["settled"],
        split=by_end["split"],
        more=by_end["more_evidence"],
        open=by_end["open"],
    )
    if joined := [each.item for each in found if each.course == "together"]:
        yield say("room.together", items=joined)


def _small(found: Sequence[Seen], subject: Subject) -> Iterator[Block]:
    """What is not shown, and what the room did not come to."""
    every = [vote for each in found for vote in each.votes]
    held = [vote for vote in every if vote.held]
    said = []
    if held:
        events = tuple(seq for vote in held for seq in vote.events)
        said.append(subject.prose.say("room.held", events=events, n=len(held), of=len(every)))
    met = {each.item for each in found}
    missed = [view.item for view in subject.views if view.item not in met]
    if missed := [item for item in missed if item in subject.record.items]:
        said.append(subject.prose.say("room.unvoted", items=missed))
    if said:
        yield together(said)


# --- one question ---------------------------------------------------------------------


def _item(each: Seen, subject: Subject) -> Section:
    topic = clean(subject.prose.named(each.item))
    told = together([Paragraph((), (each.item,)), *_course(each, subject), *_end(each, subject)])
    blocks = (told, *votes.chart(each, subject), *_said(each, subject))
    return Section(f"room-{each.item.replace('.', '-')}", topic, blocks)


def _course(each: Seen, subject: Subject) -> Iterator[Paragraph]:
    """The votes, in the order in which they were taken."""
    say, shown, titles = subject.prose.say, each.shown, _titles(each)
    if not any(vote.tally.voters for vote in each.votes):
        yield say("room.nobody", events=each.events)
    elif each.course == "covered":
        yield say("room.covered", events=each.events)
    elif each.course == "once":
        only = shown[0]
        yield say(
            "room.once",
            events=only.events,
            look=votes.look(only),
            agreed=only.look in AGREED,
            counts=votes.counts(only),
            talks=bool(titles),
        )
    else:
        first, *between, last = shown
        yield say(
            "room.first", events=first.events, look=votes.look(first), counts=votes.counts(first)
        )
        for vote in between:
            yield say("room.between", events=vote.events, counts=votes.counts(vote))
        yield say(
            "room.again",
            events=last.events,
            look=votes.look(last),
            counts=votes.counts(last),
            titles=titles,
            course=each.course,
            agreed=last.look in AGREED,
            shifted=each.shifted,
        )
    hidden = sum(vote.held for vote in each.votes)
    if shown and hidden:
        yield say("room.partly", n=hidden)
    if each.gap and shown:
        groups = shown[-1].tally.groups
        low, high = each.gap
        largest = max(n for role in each.gap for n in groups[role].values())
        yield say(
            "room.gap",
            low=clean(low),
            high=clean(high),
            below=votes.counted_on(groups[low], largest),
            above=votes.counted_on(groups[high], largest),
        )


def _end(each: Seen, subject: Subject) -> Iterator[Paragraph]:
    """How the room left it."""
    events = () if each.concluded is None else (each.concluded,)
    yield subject.prose.say(
        f"room.{each.left}",
        events=events,
        rating=each.rating or "",
        role=clean(each.role),
        by=clean(each.by),
    )


def _titles(each: Seen) -> list[str]:
    """The talks by the titles that the playbook has for them."""
    from mtcoach.questions.playbook import shipped

    found = (shipped().protocol(name) for name in dict.fromkeys(each.talks))
    return [f"“{clean(protocol.title)}”" for protocol in found if protocol]


def _said(each: Seen, subject: Subject) -> Iterator[Block]:
    """Why some saw it otherwise, and what was written, the most often said first."""
    points = []
    if each.concluded is not None and (why := clean(each.minority)):
        lead = Paragraph((Run("Why some see it otherwise:"),), (), (each.concluded,))
        points.append(Point(lead, (_quote(why, each.concluded),)))
    every = grouped(each.voices, each.item, subject.index)
    groups = [group for group in every if clean(group.text)]
    points += [_heard(group, subject) for group in groups[:SHOWN]]
    if points:
        left = sum(len(group.voices) for group in groups[SHOWN:])
        more = f"And {counted(left, 'more note')} in the full record." if left else ""
        last = points[-1]
        yield Points((*points[:-1], Point(last.lead, last.quotes, more)))


def _heard(group: Group, subject: Subject) -> Point:
    n = len(group.voices)
    who = "One person wrote" if n == 1 else f"{capital(number(n))} people wrote much the same"
    here = {view.item for view in subject.views}
    sure = [each.item for each in group.also if each.score >= SURE and each.item in here]
    also = sure[:1]
    more = (
        f", which bears on {listed([_topic(item, subject) for item in also])} too" if also else ""
    )
    seq = next(voice.seq for voice in group.voices if voice.text == group.text)
    lead = Paragraph((Run(f"{who}{more}:"),), tuple(also), group.events)
    return Point(lead, (_quote(clean(group.text), seq),))


def _topic(item: str, subject: Subject) -> str:
    return clean(subject.prose.named(item))


def _quote(text: str, seq: int) -> Quote:
    shown, cut = extract(text)
    return Quote(shown, seq, cut)
