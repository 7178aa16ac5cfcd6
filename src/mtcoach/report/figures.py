"""The ratings and the plan as rows, for a spreadsheet and for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtcoach.findings.profile import Profile, View, in_scope
from mtcoach.findings.words import capital
from mtcoach.findings.workshop import seen
from mtcoach.report.appendix import HOW, STATUS, quotes
from mtcoach.report.narrative import Figures, Planned, Polled, Rated
from mtcoach.report.planning import chosen, row, term
from mtcoach.report.subject import Subject
from mtcoach.report.text import clean
from mtcoach.report.votes import FROM_THE_TOP, by_which

RATINGS: tuple[str, ...] = ("Green", "Amber", "Red", *STATUS.values())
"""Every word that can stand in the rating of a row."""


def figures(subject: Subject, wanted: Sequence[str]) -> Figures:
    """A row for each item (`ratings`) and for each priority (`plan`), as far as they are wanted.

    A room's votes come with its ratings.
    """
    rated = subject.profiles if "ratings" in wanted else ()
    planned = chosen(subject) if "plan" in wanted else ()
    ratings = tuple(_rated(view, profile, subject) for profile in rated for view in profile.views)
    votes = tuple(_polled(subject)) if "ratings" in wanted else ()
    return Figures(ratings, tuple(_planned(item, subject) for item in planned), votes=votes)


def _rated(view: View, profile: Profile, subject: Subject) -> Rated:
    item, answer = subject.library.items[view.item], view.answer
    theme = subject.library.themes[profile.theme]
    return Rated(
        item=item.id,
        indicator=theme.column,
        theme=clean(theme.title),
        topic=clean(item.topic),
        question=clean(item.question),
        rating=capital(answer.rating) if view.rated and answer.rating else STATUS[view.standing],
        how=HOW[answer.how] if view.rated and answer.how else "",
        strength=capital(view.judgement.strength) if view.judgement else "",
        notes=quotes(answer.notes),
        steps=quotes(answer.steps),
        events=answer.events,
    )


def _polled(subject: Subject) -> Iterator[Polled]:
    for each in seen(subject.record, in_scope(subject.record, subject.library)):
        for vote in each.votes:
            tally = vote.tally
            spread = None if vote.held else tally.spread or {}
            green, amber, red = (
                None if spread is None else spread.get(colour, 0) for colour in FROM_THE_TOP
            )
            yield Polled(
                item=each.item,
                topic=clean(subject.library.items[each.item].topic),
                number=vote.place,
                green=green,
                amber=amber,
                red=red,
                abstained=tally.abstained,
                present=tally.present,
                means=by_which(vote),
                events=vote.events,
            )


def _planned(item: str, subject: Subject) -> Planned:
    known = subject.library.items[item]
    days = subject.record.days.get(item, {})
    return Planned(
        item=item,
        indicator=subject.library.themes[known.theme].column,
        priority=clean(known.topic),
        term=term(item, subject),
        events=subject.planned.get(item, ()),
        by_day=days["by"].isoformat() if "by" in days else "",
        review_day=days["review"].isoformat() if "review" in days else "",
        **{str(field): text for field, text in row(item, subject).items()},
    )
