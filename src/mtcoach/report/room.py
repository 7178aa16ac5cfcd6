"""How a room saw it: each question before and after talk, how it was left, and what was said.

The sentences stand in `templates/prose/room.jinja`. Nothing is printed that a tally does not show.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from mtcoach.findings.divergence import Shape
from mtcoach.findings.grouping import Group, grouped
from mtcoach.findings.profile import in_scope
from mtcoach.findings.words import capital, counted, listed, number
from mtcoach.findings.workshop import AGREED, Seen, Vote, most, seen, ways
from mtcoach.questions.models import Colour
from mtcoach.report.narrative import (
    Bar,
    Block,
    Chart,
    Fact,
    Paragraph,
    Point,
    Points,
    Quote,
    Row,
    Run,
    Section,
    Table,
)
from mtcoach.report.prose import together
from mtcoach.report.subject import Subject
from mtcoach.report.text import clean, extract
from mtcoach.transcript.events import Means, Spread

BY: Final[dict[Means, str]] = {
    "phones": "by phone",
    "hands": "by show of hands",
    "sheets": "on slips of paper",
}
IN_SHORT: Final[dict[Means, str]] = {"phones": "by phone", "hands": "by hand", "sheets": "on paper"}
ORDINALS: Final = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth")
FROM_THE_TOP: Final[tuple[Colour, ...]] = ("green", "amber", "red")
HEAD: Final = ("Question", "Vote", "Green", "Amber", "Red", "Abstained", "How", "Left as")
LEFT: Final = {
    "settled": "agreed",
    "split": "split kept",
    "more_evidence": "more evidence needed",
    "open": "not concluded",
}
LOOKS: Final[dict[Shape, str]] = {
    "agreed": "agreed",
    "lone": "agreed but for a few",
    "scattered": "scattered over all three colours",
    "split": "split",
}
"""What a sentence calls the look of a vote."""

HELD: Final = "–"
"""What stands in a cell that is held back."""

SURE: Final = 0.6
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
        (*parts, Section("room-figures", "Every vote, in figures", (_table(found, subject),))),
    )


def facts(item: str, subject: Subject) -> Iterator[Fact]:
    """What the record of one item has of a room."""
    for each in seen(subject.record, [item]):
        told = (f"{_place(vote).removesuffix(' vote')}: {_told(vote)}" for vote in each.votes)
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
    by_end = {left: [each.item for each in found if each.left == left] for left in LEFT}
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
    votes = [vote for each in found for vote in each.votes]
    held = [vote for vote in votes if vote.tally.voters and vote.tally.spread is None]
    said = []
    if held:
        events = tuple(seq for vote in held for seq in vote.events)
        said.append(subject.prose.say("room.held", events=events, n=len(held), of=len(votes)))
    met = {each.item for each in found}
    missed = [view.item for view in subject.views if view.item not in met]
    if missed := [item for item in missed if item in subject.record.items]:
        said.append(subject.prose.say("room.unvoted", items=missed))
    if said:
        yield together(said)


def _table(found: Sequence[Seen], subject: Subject) -> Table:
    """Every vote in figures."""
    rows = tuple(
        Row(_cells(each, vote, subject), (each.item,), vote.events)
        for each in found
        for vote in each.votes
    )
    held = any(vote.tally.spread is None for each in found for vote in each.votes)
    notes = (f"{HELD} not shown, as it would give away how a few people voted",) if held else ()
    return Table("Votes, the first one first", HEAD, rows, notes)


def _cells(each: Seen, vote: Vote, subject: Subject) -> tuple[str, ...]:
    tally, topic = vote.tally, _topic(each.item, subject)
    colours = [
        HELD if tally.spread is None else str(tally.spread.get(colour, 0))
        for colour in FROM_THE_TOP
    ]
    how = ", ".join(f"{n} {IN_SHORT[way]}" for way, n in tally.means.items() if n)
    last = vote is each.votes[-1]
    left = LEFT[each.left] + (f" ({each.rating})" if each.rating else "")
    return (topic, str(vote.place), *colours, str(tally.abstained), how, left if last else "")


# --- one question ---------------------------------------------------------------------


def _item(each: Seen, subject: Subject) -> Section:
    topic = clean(subject.prose.named(each.item))
    told = together([Paragraph((), (each.item,)), *_course(each, subject), *_end(each, subject)])
    blocks = (told, *_chart(each, subject), *_said(each, subject))
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
            look=_look(only),
            agreed=only.look in AGREED,
            counts=counts(only),
            talks=bool(titles),
        )
    else:
        first, *between, last = shown
        yield say("room.first", events=first.events, look=_look(first), counts=counts(first))
        for vote in between:
            yield say("room.between", events=vote.events, counts=counts(vote))
        yield say(
            "room.again",
            events=last.events,
            look=_look(last),
            counts=counts(last),
            titles=titles,
            course=each.course,
            agreed=last.look in AGREED,
            shifted=each.shifted,
        )
    hidden = len(each.votes) - len(shown)
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
            below=_counted(groups[low], largest),
            above=_counted(groups[high], largest),
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


def _look(vote: Vote) -> str:
    return LOOKS[vote.look] if vote.look else ""


def _titles(each: Seen) -> list[str]:
    """The talks by the titles that the playbook has for them."""
    from mtcoach.questions.playbook import shipped

    found = (shipped().protocol(name) for name in dict.fromkeys(each.talks))
    return [f"“{clean(protocol.title)}”" for protocol in found if protocol]


def _chart(each: Seen, subject: Subject) -> Iterator[Block]:
    """The votes as bars, one under the other, where talk or a difference is to be seen."""
    if not each.shown or (each.course == "once" and each.left == "settled"):
        return
    topic = clean(subject.prose.named(each.item))
    bars = tuple(Bar(capital(_place(vote)), _parts(vote)) for vote in each.shown)
    said = " ".join(f"{capital(_place(vote))}: {counts(vote)}." for vote in each.shown)
    yield Chart(f"{topic}: how the room voted", said, "G green · A amber · R red", bars)


def _parts(vote: Vote) -> tuple[tuple[str, str, str, int], ...]:
    spread = vote.tally.spread or {}
    return tuple(
        (colour, colour[0].upper(), capital(colour), spread.get(colour, 0))
        for colour in FROM_THE_TOP
    )


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


# --- counts ---------------------------------------------------------------------------


def counts(vote: Vote) -> str:
    """A vote as a sentence has it: `19 green, 12 amber and 7 red, with two abstaining`."""
    abstained = vote.tally.abstained
    aside = f", with {number(abstained)} abstaining" if abstained else ""
    return _counted(vote.tally.spread or {}) + aside


def _counted(spread: Spread | Mapping[Colour, int], beside: int = 0) -> str:
    """The votes on each colour; `beside` is the largest number said beside them."""
    there = [(spread[colour], colour) for colour in FROM_THE_TOP if spread.get(colour)]
    # In one list either all numbers are words or all are figures.
    said = str if max((n for n, _ in there), default=0) > 10 or beside > 10 else number
    if len(there) == 1:
        return f"all {said(there[0][0])} {there[0][1]}"
    return listed([f"{said(n)} {colour}" for n, colour in there])


def _told(vote: Vote) -> str:
    """A vote in the record of an item."""
    if vote.tally.spread is None:
        return f"{counted(vote.tally.voters, 'vote')}, not shown"
    return counts(vote) if vote.look else "nobody gave a colour"


def _place(vote: Vote) -> str:
    name = ORDINALS[vote.place - 1] if vote.place <= len(ORDINALS) else f"{vote.place}th"
    return f"{name.lower()} vote"
