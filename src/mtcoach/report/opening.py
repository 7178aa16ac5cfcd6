"""The head of a document, and what was evaluated, how and by whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from mtcoach.findings.gains import strengths
from mtcoach.findings.words import listed
from mtcoach.report.narrative import Block, Fact, Facts, Section
from mtcoach.report.subject import Subject
from mtcoach.report.text import clean, day_in_words

# How a leader says for whom they speak, and how a report says it.
VOICES: Final = (
    (r"\bin the room\b", "the staff in the room"),
    (r"\b(alone|my ?self|my own|just me|only me)\b", "one leader, working alone"),
    (r"\b(leadership|senior|management) team\b|\bSL?M?T\b", "the leadership team"),
    (r"\b(department|faculty)\b", "a leader speaking for a department"),
    (r"\b(stage|staff)\b", "a leader speaking for a group of staff"),
    (r"\bteam\b", "a leader speaking for a team"),
)
SOMEBODY: Final = "the leader who answered"


def facts(subject: Subject, labels: Sequence[str] | None = None) -> Facts:
    """Who evaluated what, and when, as a short table: all that is known, or what `labels` name."""
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
    wanted = [label for label, _ in told] if labels is None else labels
    return Facts(tuple(Fact(label, text) for label, text in told if text and label in wanted))


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


def when(subject: Subject) -> str:
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
    school = subject.said("school")
    opened = subject.opened
    yield prose.say("about.opening", events=opened, school=school, who=who, when=when(subject))
    items = tuple(view.item for view in subject.views)
    if items:
        claims = any(
            view.judgement and view.judgement.strength == "strong"
            for view in strengths(subject.profiles)
        )
        told = {"n": len(items), "example": items[0], "claims": claims}
        what = "about.room" if record.workshop else "about.method"
        yield prose.say(what, items=items, events=subject.events(items), **told)
    inferred = [view.item for view in subject.views if view.rated and view.answer.how == "inferred"]
    if inferred:
        yield prose.say("about.inferred", items=inferred, events=subject.events(inferred))
    if left_out := subject.standing("not_applicable"):
        yield prose.say("about.left_out", items=left_out, events=subject.events(left_out))
    if not record.answers:
        yield prose.say("about.nothing", events=opened)
