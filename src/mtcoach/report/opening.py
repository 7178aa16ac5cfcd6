"""The first parts of a report: what was evaluated and how, and the overall picture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from mtcoach.findings.profile import EVIDENCE, RATED, Evidence, Profile, Standing, View
from mtcoach.findings.spoken import sole, tally
from mtcoach.findings.words import listed, number
from mtcoach.report.narrative import (
    Bar,
    Block,
    Chart,
    Fact,
    Facts,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
)
from mtcoach.report.subject import Subject, verdict
from mtcoach.report.text import clean, day_in_words

# How a leader says for whom they speak, and how a report says it.
VOICES: Final = (
    (r"\b(alone|my ?self|my own|just me|only me)\b", "one leader, working alone"),
    (r"\b(leadership|senior|management) team\b|\bSL?M?T\b", "the leadership team"),
    (r"\b(department|faculty)\b", "a leader speaking for a department"),
    (r"\b(stage|staff)\b", "a leader speaking for a group of staff"),
    (r"\bteam\b", "a leader speaking for a team"),
)
SOMEBODY: Final = "the leader who answered"

KINDS: Final[dict[Evidence, str]] = {
    "data": "data",
    "views": "people's views",
    "observation": "direct observation",
}

BEST: Final = 3
"""How many strengths can be called the best evidenced."""

# The steps of the chart and of its table, in order: what stands so, letter, word.
STEPS: Final[tuple[tuple[str, str, str, tuple[Standing, ...]], ...]] = (
    ("green", "G", "Green", ("green",)),
    ("amber", "A", "Amber", ("amber",)),
    ("red", "R", "Red", ("red",)),
    ("unknown", "?", "Not known yet", ("unknown",)),
    ("unrated", "–", "Not rated", ("skipped", "unreached")),
)


def facts(subject: Subject) -> Facts:
    """Who evaluated what, and when, as a short table."""
    library = subject.library
    banks = dict.fromkeys(library.homes[view.item].bank for view in subject.views)
    asked = [library.banks[name] for name in banks]
    told = (
        ("School", subject.said("school")),
        ("Stages", subject.said("sector")),
        ("Evaluated by", subject.said("role")),
        ("Answered", subject.said("voice")),
        ("Evaluated", days(subject)),
        ("Report written", day_in_words(subject.day)),
        ("Questions", listed([clean(bank.title) for bank in asked])),
        ("Drawn from", listed(_sources(subject, list(banks)))),
        ("Framework", clean(library.framework.title) if asked else ""),
    )
    return Facts(tuple(Fact(label, text) for label, text in told if text))


def _sources(subject: Subject, banks: list[str]) -> list[str]:
    sources = (subject.library.banks[name].source for name in banks)
    return list(dict.fromkeys(f"{clean(s.document)} ({clean(s.owner)})" for s in sources))


def days(subject: Subject, joint: str = "to") -> str:
    """When it was done: a day, or from one day to another."""
    if not subject.sittings:
        return ""
    first, last = min(subject.sittings), max(subject.sittings)
    if first == last:
        return day_in_words(first)
    whole = day_in_words(first)
    same = (first.month, first.year) == (last.month, last.year)
    return f"{first.day if same else whole} {joint} {day_in_words(last)}"


def _when(subject: Subject) -> str:
    """The same as part of a sentence."""
    before = "between" if len(set(subject.sittings)) > 1 else "on"
    return f"{before} {days(subject, 'and')}" if subject.sittings else ""


def about(subject: Subject) -> Section:
    """What was evaluated, how and by whom."""
    return Section("about", "What was evaluated, and how", tuple(_about(subject)))


def _about(subject: Subject) -> Iterator[Block]:
    prose, record = subject.prose, subject.record
    voice = subject.said("voice")
    who = next((w for pattern, w in VOICES if re.search(pattern, voice, re.I)), SOMEBODY)
    yield prose.say("about.opening", school=subject.said("school"), who=who, when=_when(subject))
    items = tuple(view.item for view in subject.views)
    if items:
        claims = any(
            view.judgement and view.judgement.strength == "strong" for view in _backed(subject)
        )
        yield prose.say("about.method", items=items, n=len(items), example=items[0], claims=claims)
    inferred = [view.item for view in subject.views if view.rated and view.answer.how == "inferred"]
    if inferred:
        yield prose.say("about.inferred", items=inferred, events=subject.events(inferred))
    if left_out := subject.standing("not_applicable"):
        yield prose.say("about.left_out", items=left_out, events=subject.events(left_out))
    if not record.answers:
        yield prose.say("about.nothing")


def picture(subject: Subject) -> Section | None:
    """The overall picture, with the chart and its table; None where nothing was answered."""
    counts = _applicable(subject.counts)
    if not any(counts[name] for name in (*RATED, "unknown", "skipped")):
        return None
    bars = tuple(
        Bar(_title(profile, subject), _parts(profile))
        for profile in subject.profiles
        if sum(_applicable(profile.counts).values())
    )
    there = {step for bar in bars for step, _, _, count in bar.parts if count}
    chart = Chart(
        "Ratings by theme",
        " ".join(_described(profile, subject) for profile in subject.profiles),
        " · ".join(f"{letter} {word.lower()}" for step, letter, word, _ in STEPS if step in there),
        bars,
    )
    blocks: tuple[Block, ...] = (_overall(subject), *_beneath(subject), chart, _table(subject))
    return Section("picture", "The overall picture", blocks)


def _applicable(counts: dict[Standing, int]) -> dict[Standing, int]:
    return {**counts, "not_applicable": 0}


def _overall(subject: Subject) -> Paragraph:
    """Counts and what they rest on, as one paragraph."""
    prose, counts = subject.prose, _applicable(subject.counts)
    every = tuple(v.item for v in subject.views if v.standing != "not_applicable")
    greens = subject.standing("green")
    backed = _backed(subject)
    n = len(every)
    said = [prose.say("picture.overall", n=n, verdict=verdict(counts), sole=sole(counts))]
    if counts["unreached"]:
        said.append(prose.say("picture.unfinished"))
    if any(counts[name] for name in RATED):
        said.append(prose.say("picture.evidence", green=len(greens), backed=len(backed)))
        if best := _best(subject):
            said.append(prose.say("picture.strongest", items=best))
        reds = subject.standing("red")
        said.append(prose.say("picture.reds", items=reds, ambers=counts["amber"]))
    return joined(said, every, subject.events(every))


def _backed(subject: Subject) -> list[View]:
    """The strengths: greens with evidence behind them."""
    return [
        view
        for profile in subject.profiles
        for view in profile.views
        if view.item in profile.items("strength")
    ]


def _best(subject: Subject) -> list[str]:
    """The strengths whose strong evidence has the most to it, where they are few enough to name."""
    backed = _backed(subject)
    found = {
        view.item: len(view.judgement.elements)
        for view in backed
        if view.judgement and view.judgement.strength == "strong"
    }
    best = [item for item, elements in found.items() if elements == max(found.values())]
    return best if len(best) <= BEST and len(backed) > len(best) else []


def _beneath(subject: Subject) -> Iterator[Paragraph]:
    """The kinds of evidence over the whole evaluation."""
    noted = [view.item for view in subject.views if view.judgement]
    if not noted:
        yield subject.prose.say("picture.no_notes")
        return
    drawn = {kind for profile in subject.profiles for kind in profile.kinds}
    yield subject.prose.say(
        "picture.kinds",
        items=noted,
        events=subject.events(noted),
        drawn=[KINDS[kind] for kind in EVIDENCE if kind in drawn],
        absent=[KINDS[kind] for kind in EVIDENCE if kind not in drawn],
    )


def joined(said: list[Paragraph], items: tuple[str, ...], events: tuple[int, ...]) -> Paragraph:
    """Several sentences as one paragraph that rests on `items` and `events`."""
    runs: list[Run] = []
    for paragraph in said:
        runs += [Run(" "), *paragraph.runs] if runs else paragraph.runs
    earlier = {seq for paragraph in said for seq in paragraph.earlier}
    return Paragraph(tuple(runs), items, tuple(sorted(set(events))), tuple(sorted(earlier)))


def _title(profile: Profile, subject: Subject) -> str:
    return clean(subject.library.themes[profile.theme].title)


def _parts(profile: Profile) -> tuple[tuple[str, str, str, int], ...]:
    return tuple(
        (step, letter, word, sum(profile.counts[name] for name in standings))
        for step, letter, word, standings in STEPS
    )


def _described(profile: Profile, subject: Subject) -> str:
    counts = _applicable(profile.counts)
    said = tally(counts) or number(0)
    return f"{_title(profile, subject)}: {said}."


def _table(subject: Subject) -> Table:
    """The chart in figures, with the indicator as schools know it."""
    rows = []
    notes: dict[str, None] = {}
    for profile in subject.profiles:
        theme = subject.library.themes[profile.theme]
        counts = [part[3] for part in _parts(profile)]
        mark = "*" if theme.note else ""
        if theme.note:
            notes[f"* {clean(theme.note)}"] = None
        items = tuple(view.item for view in profile.views)
        cells = (theme.column + mark, clean(theme.title), str(sum(counts)), *map(str, counts))
        rows.append(Row(cells, items, subject.events(items)))
    head = ("QI", "Theme", "Questions", *(word for _, _, word, _ in STEPS))
    return Table("Ratings by theme, in figures", head, tuple(rows), tuple(notes))
