"""What the coach says after a theme: a few short lines, each of them a finding."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from mtcoach.coach.items.doubts import PASTED
from mtcoach.findings.profile import (
    Evidence,
    Judge,
    Profile,
    Standing,
    in_scope,
    profiles,
)
from mtcoach.findings.words import counted, listed, number

if TYPE_CHECKING:
    from mtcoach.questions.loading import Library
    from mtcoach.transcript.record import Record

LISTED: Final = 3
"""Where all of more items than this stand alike, their names would only repeat the theme."""

SAID: Final[dict[Standing, str]] = {
    "green": "green",
    "amber": "amber",
    "red": "red",
    "split": "split",
    "unknown": "not known yet",
    "skipped": "skipped",
    "not_applicable": "not applicable",
    "unreached": "not asked yet",
}
"""How a standing is said, in the order in which they are said."""

MISSING: Final[dict[Evidence, str]] = {
    "data": "data, such as the tracker or ACEL returns",
    "views": "what learners, parents or staff say",
    "observation": "what somebody saw at first hand, in classes or in jotters",
}
"""What a kind of evidence is, as one would name it to a colleague."""


def spoken_summary(
    record: Record, theme: str, library: Library, *, judge: Judge | None = None
) -> tuple[str, ...]:
    """The lines the coach says about `theme` on the present route; none where it has no items."""
    route = record.items or in_scope(record, library)
    items = [item for item in route if item in library.items and library.items[item].theme == theme]
    found = profiles(record, library, items=items, judge=judge)
    return tuple(_lines(found[0], library)) if found else ()


def _lines(profile: Profile, library: Library) -> Iterator[str]:
    yield _counts(profile)
    if profile.counts["unreached"] + profile.counts["not_applicable"] == len(profile.views):
        return

    def topics(items: Sequence[str]) -> str:
        names = [library.items[item].topic for item in items]
        # Spoken names have no italics to tell where one ends.
        return "; ".join(names) if any(" and " in name for name in names) else listed(names)

    strengths, thin = profile.items("strength"), profile.items("thin")
    if strengths:
        yield f"Strengths, with evidence behind them: {topics(strengths)}."
    if thin:
        yield f"Green, but the evidence is thin so far: {topics(thin)}."
    if odd := profile.items("at_odds"):
        yield f"Worth another look, as colour and note may not agree: {topics(odd)}."
    gaps = [
        f"{topics(items)} ({colour})"
        for colour, items in (("red", profile.items("red")), ("amber", profile.items("amber")))
        if items
    ]
    if gaps and not (sole(profile.counts) and len(profile.views) > LISTED):
        yield f"To work on: {'; '.join(gaps)}."
    if split := profile.items("split"):
        yield f"Seen in two ways, and kept so: {topics(split)}."
    if unknown := profile.items("unknown"):
        yield f"Still to find out: {topics(unknown)}."
    yield from _evidence(profile, topics)


def _evidence(profile: Profile, topics: Callable[[Sequence[str]], str]) -> Iterator[str]:
    """What the theme's notes rest on, taken together."""
    rated = [view for view in profile.views if view.rated]
    if len(rated) > 1 and not any(view.judgement for view in rated):
        yield "No note here says yet how you know."
    if repeated := _pasted(profile):
        here = {view.item for view in profile.views}
        several = "several of these" if here.issuperset(repeated) else "several questions"
        yield f"One note stands word for word under {several}: {topics(repeated)}."
    missing = [found.about for found in profile.of("one_sided")]
    kinds = "; ".join(phrase for kind, phrase in MISSING.items() if kind in missing)
    if missing and len(profile.kinds) == 1:
        sole_kind = MISSING[profile.kinds[0]]
        yield f"Your notes here rest on one kind of evidence, {sole_kind}. Not there yet: {kinds}."
    elif missing:
        yield f"Not in your notes here yet: {kinds}."


def _pasted(profile: Profile) -> tuple[str, ...]:
    """The items that share a note long enough to have been pasted."""
    long = {
        note.seq
        for view in profile.views
        for note in view.answer.notes
        if len(note.text.split()) >= PASTED
    }
    found = [found for found in profile.of("repeated") if long & set(found.events)]
    return tuple(dict.fromkeys(item for each in found for item in each.items))


def _counts(profile: Profile) -> str:
    """How many stand where, as one sentence."""
    total = len(profile.views)
    word = sole(profile.counts)
    if profile.counts["unreached"] == total:
        none = {1: "The one question", 2: "Neither question"}
        whose = none.get(total, f"None of the {number(total)} questions")
        return f"{whose} here has {'not ' if total == 1 else ''}been asked yet."
    if word and total == 1:
        return f"The one question here is {word}."
    if word:
        alike = "Both" if total == 2 else f"All {number(total)}"
        return f"{alike} questions here are {word}."
    return f"Of {counted(total, 'question')} here: {tally(profile.counts)}."


def sole(counts: Mapping[Standing, int]) -> str:
    """The one word that holds for all of them; empty where they differ."""
    there = [word for name, word in SAID.items() if counts[name]]
    return there[0] if len(there) == 1 else ""


def tally(counts: Mapping[Standing, int]) -> str:
    """How many stand where: `five green, two amber and one not known yet`."""
    # In one list either all numbers are words or all are figures.
    said = str if max(counts.values(), default=0) > 10 else number
    return listed([f"{said(counts[name])} {word}" for name, word in SAID.items() if counts[name]])
