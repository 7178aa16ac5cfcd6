"""The overall picture: counts and what they rest on, ratings and kinds of evidence by theme."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from mtcoach.findings.gains import strengths
from mtcoach.findings.profile import EVIDENCE, RATED, Evidence, Profile, Standing
from mtcoach.findings.spoken import sole, tally
from mtcoach.findings.words import capital, number
from mtcoach.findings.workshop import seen
from mtcoach.report.narrative import (
    Bar,
    Block,
    Chart,
    Drawn,
    Kinds,
    Paragraph,
    Row,
    Section,
    Table,
)
from mtcoach.report.prose import joined
from mtcoach.report.subject import Subject, verdict
from mtcoach.report.text import clean

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
    ("split", "S", "Split", ("split",)),
    ("unknown", "?", "Not known yet", ("unknown",)),
    ("unrated", "–", "Not rated", ("skipped", "unreached")),
)


def picture(subject: Subject) -> Section | None:
    """The overall picture, with its charts and its table; None where nothing was answered."""
    if not answered(subject):
        return None
    blocks = (overall(subject), chart(subject), _table(subject), *evidence(subject))
    return Section("picture", "The overall picture", blocks)


def answered(subject: Subject) -> bool:
    """Whether anything was."""
    return any(subject.counts[name] for name in (*RATED, "split", "unknown", "skipped"))


def chart(subject: Subject) -> Chart:
    """The ratings of each theme as a bar."""
    bars = tuple(
        Bar(_title(profile, subject), _parts(profile))
        for profile in subject.profiles
        if sum(_applicable(profile.counts).values())
    )
    there = {step for bar in bars for step, _, _, count in bar.parts if count}
    return Chart(
        "Ratings by theme",
        " ".join(_described(profile, subject) for profile in subject.profiles),
        " · ".join(f"{letter} {word.lower()}" for step, letter, word, _ in STEPS if step in there),
        bars,
    )


def _applicable(counts: dict[Standing, int]) -> dict[Standing, int]:
    return {**counts, "not_applicable": 0}


def overall(subject: Subject) -> Paragraph:
    """Counts and what they rest on, as one paragraph."""
    prose, counts = subject.prose, _applicable(subject.counts)
    every = tuple(v.item for v in subject.views if v.standing != "not_applicable")
    greens = subject.standing("green")
    n = len(every)
    said = [prose.say("picture.overall", n=n, verdict=verdict(counts), sole=sole(counts))]
    if counts["unreached"]:
        said.append(prose.say("picture.unfinished"))
    if any(counts[name] for name in RATED):
        said.append(
            prose.say(
                "picture.evidence", green=len(greens), backed=len(strengths(subject.profiles))
            )
        )
        if best := best_evidenced(subject):
            said.append(prose.say("picture.strongest", items=best))
        reds = subject.standing("red")
        said.append(prose.say("picture.reds", items=reds, ambers=counts["amber"]))
    return joined(said, every, subject.events(every))


def best_evidenced(subject: Subject) -> list[str]:
    """The strengths whose strong evidence has the most to it, where they are few enough to name."""
    strong = strengths(subject.profiles)
    found = {
        view.item: len(view.judgement.elements)
        for view in strong
        if view.judgement and view.judgement.strength == "strong"
    }
    best = [item for item, elements in found.items() if elements == max(found.values())]
    return best if len(best) <= BEST and len(strong) > len(best) else []


def evidence(subject: Subject) -> Iterator[Block]:
    """The kinds of evidence over the whole evaluation, in words and theme by theme as a picture."""
    noted = [view.item for view in subject.views if view.judgement]
    if not noted:
        bare = tuple(view.item for view in subject.views)
        heard = any(each.voices for each in seen(subject.record, bare))
        what = "picture.only_voices" if heard else "picture.no_notes"
        yield subject.prose.say(what, items=bare, events=subject.events(bare))
        return
    drawn = {kind for profile in subject.profiles for kind in profile.kinds}
    yield subject.prose.say(
        "picture.kinds",
        items=noted,
        events=subject.events(noted),
        drawn=[KINDS[kind] for kind in EVIDENCE if kind in drawn],
        absent=[KINDS[kind] for kind in EVIDENCE if kind not in drawn],
    )
    if drawn:
        yield _kinds(subject)


def _kinds(subject: Subject) -> Kinds:
    """How many notes of each theme draw on each kind of evidence."""
    themes = [profile for profile in subject.profiles if profile.noted]
    said = [
        subject.prose.say(
            "picture.drawn",
            theme=_title(profile, subject),
            n=profile.noted,
            kinds=[(KINDS[kind], count) for kind, count in profile.drawn.items()],
        )
        for profile in themes
    ]
    return Kinds(
        "Kinds of evidence by theme",
        " ".join(paragraph.text for paragraph in said),
        "a bar for each kind of evidence: on how many of the questions with a note it is drawn on; "
        "a broken outline where it is missing",
        "no note draws on it",
        tuple(
            Drawn(
                _title(profile, subject),
                profile.noted,
                tuple((kind, capital(KINDS[kind]), n) for kind, n in profile.drawn.items()),
            )
            for profile in themes
        ),
    )


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
    # Only a room can be split.
    shown = {step: word for step, _, word, _ in STEPS if step != "split" or subject.record.workshop}
    for profile in subject.profiles:
        theme = subject.library.themes[profile.theme]
        counts = [count for step, _, _, count in _parts(profile) if step in shown]
        mark = "*" if theme.note else ""
        if theme.note:
            notes[f"* {clean(theme.note)}"] = None
        items = tuple(view.item for view in profile.views)
        cells = (theme.column + mark, clean(theme.title), str(sum(counts)), *map(str, counts))
        rows.append(Row(cells, items, subject.events(items)))
    head = ("QI", "Theme", "Questions", *shown.values())
    return Table("Ratings by theme, in figures", head, tuple(rows), tuple(notes))
