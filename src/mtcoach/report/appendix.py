"""The full record: every item with its answer as given, and where in the transcript it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from mtcoach.findings.profile import Profile, Standing, View
from mtcoach.findings.words import capital, listed
from mtcoach.findings.workshop import seen
from mtcoach.questions.models import Element
from mtcoach.report import room
from mtcoach.report.narrative import Card, Fact, Quote, Section
from mtcoach.report.subject import Subject
from mtcoach.report.text import clean, in_transcript
from mtcoach.transcript.events import How
from mtcoach.transcript.record import Note

HOW: Final[dict[How, str]] = {
    "stated": "stated by the leader",
    "inferred": "inferred from what was said, and left to stand",
    "agreed": "agreed by the room",
}
STATUS: Final[dict[Standing, str]] = {
    "split": "Split",
    "unknown": "Not known yet",
    "skipped": "Skipped",
    "not_applicable": "Does not apply",
    "unreached": "Not asked yet",
}
ELEMENTS: Final[dict[Element, str]] = {
    "source": "where it can be seen",
    "quantity": "a figure",
    "who": "whom it concerns",
    "when": "when",
    "impact": "what changed for learners",
    "voice": "what people say",
}


def appendix(subject: Subject) -> Section | None:
    """Every item, theme by theme; None where there are no items."""
    parts = tuple(_theme(profile, subject) for profile in subject.profiles)
    gone = _gone(subject)
    parts = (*parts, gone) if gone else parts
    if not parts:
        return None
    return Section("appendix", "Appendix: the full record", (), parts)


def _theme(profile: Profile, subject: Subject) -> Section:
    theme = subject.library.themes[profile.theme]
    anchor = f"record-{profile.theme.replace(' ', '-').replace('.', '-')}"
    cards = tuple(_card(view, subject) for view in profile.views)
    return Section(anchor, clean(theme.title), cards)


def _gone(subject: Subject) -> Section | None:
    """Answers to items that no bank at hand has any more: printed, as nothing said is lost."""
    answers = [
        answer
        for item, answer in subject.record.answers.items()
        if item not in subject.library.items
    ]
    if not answers:
        return None
    rows = tuple(
        Card(
            item=answer.item,
            title="",
            question="No bank at hand has this question any more.",
            facts=tuple(
                fact
                for fact in (
                    Fact("Rating", capital(answer.rating or "none")),
                    Fact("How we know", quotes=quotes(answer.notes)),
                    Fact("Next step", quotes=quotes(answer.steps)),
                )
                if fact.text or fact.quotes
            ),
            events=answer.events,
        )
        for answer in answers
    )
    return Section("record-gone", "Answers to questions that are no longer asked", rows)


def _card(view: View, subject: Subject) -> Card:
    item = subject.library.items[view.item]
    return Card(
        item=item.id,
        title=clean(item.topic),
        question=clean(item.question),
        facts=tuple(told(view, subject)),
        events=_behind(view, subject),
    )


def told(view: View, subject: Subject) -> Iterator[Fact]:
    """Everything recorded of one item, fact by fact."""
    answer = view.answer
    yield Fact("Rating", rating(view))
    if notes := quotes(answer.notes):
        yield Fact("How we know", quotes=notes)
    if origins := _origins(answer.notes):
        yield Fact("First said about", origins)
    yield from room.facts(view.item, subject)
    if view.judgement and view.judgement.elements:
        there = listed([ELEMENTS[element] for element in view.judgement.elements])
        yield Fact("Evidence", f"{capital(view.judgement.strength)}: {there}")
    elif view.judgement:
        yield Fact("Evidence", capital(view.judgement.strength))
    if answer.gaps:
        yield Fact("Not known yet", capital(listed([ELEMENTS[gap] for gap in answer.gaps])))
    own = quotes([step for step in answer.steps if not step.suggested])
    taken = quotes([step for step in answer.steps if step.suggested])
    if own:
        yield Fact("Next step", quotes=own)
    if taken:
        yield Fact("Next step, from the suggestions", quotes=taken)
    planned = subject.record.plan.get(view.item, {})
    if planned and view.item not in subject.record.priorities:
        yield Fact("Planned, then not chosen", "; ".join(clean(text) for text in planned.values()))
    if events := _behind(view, subject):
        yield Fact("In the transcript", in_transcript(events))


def _behind(view: View, subject: Subject) -> tuple[int, ...]:
    """The events behind an answer: what was said, and what a room voted."""
    voted = (seq for each in seen(subject.record, [view.item]) for seq in each.events)
    return tuple(sorted({*view.answer.events, *voted}))


def rating(view: View) -> str:
    """How an item stands, how that was come by, and whether a green has little behind it."""
    if not view.rated or view.answer.rating is None:
        before = view.answer.rating
        earlier = f"; rated {before} before that" if before else ""
        return STATUS[view.standing] + earlier
    how = HOW[view.answer.how] if view.answer.how else ""
    thin = "evidence thin" if view.standing == "green" and view.thin else ""
    return "; ".join(
        part for part in (f"{capital(view.answer.rating)}, {how}".rstrip(", "), thin) if part
    )


def quotes(notes: Sequence[Note]) -> tuple[Quote, ...]:
    """A leader's words, those that can be shown."""
    return tuple(Quote(clean(note.text), note.seq) for note in notes if clean(note.text))


def _origins(notes: Sequence[Note]) -> str:
    return listed(list(dict.fromkeys(note.origin for note in notes if note.origin)))
