"""A theme of the report: strengths and how we know, what is not good enough, what is not known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from mtcoach.findings.profile import EVIDENCE, Kind, Profile
from mtcoach.findings.spoken import sole, tally
from mtcoach.findings.words import counted
from mtcoach.questions.models import ELEMENTS
from mtcoach.report.narrative import Block, Paragraph, Point, Points, Quote, Run, Section
from mtcoach.report.prose import together
from mtcoach.report.subject import Subject, verdict
from mtcoach.report.text import clean, extract
from mtcoach.transcript.record import Note

SHOWN: Final = 3
"""Notes of one item that a theme shows; the rest stand in the appendix."""

UNPROVEN: Final = "Green, but not yet borne out"
"""What the greens of a theme are called where none of them is a strength."""


def theme(profile: Profile, subject: Subject) -> Section:
    """The part of the report about one theme."""
    known = subject.library.themes[profile.theme]
    greens = "Strengths, and how we know" if profile.of("strength") else UNPROVEN
    parts = (
        ("strengths", greens, _strengths),
        ("improve", "Not yet good enough", _improvements),
        ("split", "Seen in two ways", _split),
        ("unknown", "Not known yet", _unknown),
        ("next", "Next steps", _next_steps),
    )
    anchor = f"theme-{profile.theme.replace(' ', '-').replace('.', '-')}"
    sections = (
        Section(f"{anchor}-{name}", title, tuple(blocks(profile, subject)))
        for name, title, blocks in parts
    )
    return Section(
        anchor,
        f"{clean(known.title)} · QI {known.column}",
        (*_opening(profile, subject), *_evidence(profile, subject)),
        tuple(section for section in sections if section.blocks),
    )


def _opening(profile: Profile, subject: Subject) -> Iterator[Block]:
    counts = {**profile.counts, "not_applicable": 0}
    n = sum(counts.values())
    items = tuple(view.item for view in profile.views)
    if n == 0:
        return
    if counts["unreached"] == n:
        yield subject.prose.say("theme.untouched", items=items, n=n)
        return
    yield subject.prose.say(
        "theme.opening",
        items=items,
        events=subject.events(items),
        n=n,
        tally=tally(counts),
        verdict=verdict(counts),
        sole=sole(counts),
    )


def _strengths(profile: Profile, subject: Subject) -> Iterator[Block]:
    prose = subject.prose
    if strong := profile.items("strength"):
        events = subject.events(strong)
        n, of = len(strong), profile.counts["green"]
        yield prose.say("theme.strengths", items=strong, events=events, n=n, of=of)
        yield Points(tuple(_point(item, subject, profile) for item in strong))
    if beneath := [*_kinds(profile, subject, strong), *_each(profile, subject, "no_impact")]:
        yield together(beneath)
    if thin := profile.items("thin"):
        yield from _each(profile, subject, "thin")
        yield from points(thin, subject, profile)
    greens = [view.item for view in profile.views if view.standing == "green"]
    if odd := [item for item in profile.items("at_odds") if item in greens]:
        yield prose.say("theme.doubted", items=odd, events=subject.events(odd))
        yield from points(odd, subject, profile)


def _evidence(profile: Profile, subject: Subject) -> Iterator[Block]:
    """What is to be said about the notes of the theme as a whole."""
    said = [
        subject.prose.say("theme.repeated", items=found.items, events=found.events)
        for found in profile.of("repeated")
    ]
    # Where no note of the whole evaluation draws on anything, the picture says so once.
    sides = profile.of("one_sided") if any(one.kinds for one in subject.profiles) else ()
    if sides:
        kinds = [found.about for found in sides]
        items, events = sides[0].items, sides[0].events
        said.append(subject.prose.say("theme.one_sided", items=items, events=events, kinds=kinds))
    if said:
        yield together(said)


def _kinds(profile: Profile, subject: Subject, items: Sequence[str]) -> Iterator[Paragraph]:
    """Which kinds of evidence the strengths rest on, once there is more than one strength."""
    views = [view for view in profile.views if view.item in items and view.judgement]
    kinds = [
        (kind, [view.item for view in views if view.judgement and kind in view.judgement.kinds])
        for kind in EVIDENCE
    ]
    there = [(kind, found) for kind, found in kinds if found]
    if len(views) > 1 and there:
        named = tuple(dict.fromkeys(item for _, found in there for item in found))
        yield subject.prose.say(
            "theme.kinds", items=named, events=subject.events(named), kinds=there
        )


def _each(profile: Profile, subject: Subject, kind: Kind) -> Iterator[Paragraph]:
    """All findings of a kind in one sentence."""
    if items := profile.items(kind):
        events = tuple(seq for found in profile.of(kind) for seq in found.events)
        yield subject.prose.say(f"theme.{kind}", items=items, events=events)


def _improvements(profile: Profile, subject: Subject) -> Iterator[Block]:
    prose = subject.prose
    red, amber = profile.items("red"), profile.items("amber")
    items = (*red, *amber)
    if not items:
        return
    yield prose.say(
        "theme.improvements",
        items=items,
        events=subject.events(items),
        red=len(red),
        amber=len(amber),
    )
    noted = [item for item in items if subject.record.answer(item).notes]
    yield from points(noted, subject, profile, bool(red and amber))
    if noteless := [item for item in items if item not in noted]:
        yield prose.say("theme.noteless", items=noteless, events=subject.events(noteless))
    odd = [item for item in profile.items("at_odds") if item in items]
    if odd:
        yield prose.say("theme.modest", items=odd, events=subject.events(odd))


def _split(profile: Profile, subject: Subject) -> Iterator[Block]:
    yield from _each(profile, subject, "split")
    yield from points(profile.items("split"), subject, profile)


def _unknown(profile: Profile, subject: Subject) -> Iterator[Block]:
    yield from _each(profile, subject, "unknown")
    noted = [item for item in profile.items("unknown") if subject.record.answer(item).notes]
    yield from points(noted, subject, profile)
    # Items with the same gaps are named together.
    gaps: dict[tuple[str, ...], list[str]] = {}
    open_items = profile.items("gap")
    for item in open_items:
        held = subject.record.answer(item).gaps
        elements = tuple(element for element in ELEMENTS if element in held)
        gaps.setdefault(elements, []).append(item)
    if gaps:
        events = subject.events(open_items)
        yield subject.prose.say(
            "theme.gaps", items=open_items, events=events, gaps=list(gaps.items())
        )


def _next_steps(profile: Profile, subject: Subject) -> Iterator[Block]:
    steps = [
        step(view.item, said, subject)
        for view in profile.views
        for said in view.answer.steps
        if clean(said.text)
    ]
    if steps:
        yield Points(tuple(steps))
    bare = [item for item in profile.items("red", "amber") if not subject.record.answer(item).steps]
    if bare:
        yield subject.prose.say("theme.no_steps", items=bare, events=subject.events(bare))


def step(item: str, said: Note, subject: Subject) -> Point:
    """A next step: in the line where it is one line, else as a quote of its own."""
    text = clean(said.text)
    name = _lead(item, subject)
    if "\n" in text:
        return Point(Paragraph(name, (item,), (said.seq,)), (Quote(text, said.seq),))
    return Point(Paragraph((*name, Run(f" {text}")), (item,), (said.seq,)))


def points(
    items: Sequence[str], subject: Subject, profile: Profile, rated: bool = False
) -> Iterator[Points]:
    """The items that have notes, each with the first of them; `rated` names their colours."""
    noted = [item for item in items if subject.record.answer(item).notes]
    if noted:
        yield Points(tuple(_point(item, subject, profile, rated) for item in noted))


def _point(item: str, subject: Subject, profile: Profile, rated: bool = False) -> Point:
    """One item with its notes, by its name; as a claim where its evidence is strong."""
    answer = subject.record.answer(item)
    judged = next(view.judgement for view in profile.views if view.item == item)
    claimed = judged and judged.strength == "strong" and item in profile.items("strength")
    claim = clean(subject.library.items[item].statement) if claimed else ""
    runs = _lead(item, subject, f" ({answer.rating})" if rated else "", claim)
    quotes = [quote(note.text, note.seq) for note in answer.notes if clean(note.text)]
    left = len(quotes) - SHOWN
    return Point(
        Paragraph(runs, (item,), answer.events),
        tuple(quotes[:SHOWN]),
        f"{counted(left, 'more note')} in the full record" if left > 0 else "",
    )


def _lead(item: str, subject: Subject, colour: str = "", claim: str = "") -> tuple[Run, ...]:
    name = Run(clean(subject.library.items[item].topic), "strong")
    return (name, Run(f"{colour}. {claim}".rstrip()))


def quote(text: str, seq: int) -> Quote:
    """A note as a paragraph can bear it: whole, or its beginning."""
    shown, cut = extract(clean(text))
    return Quote(shown, seq, cut)
