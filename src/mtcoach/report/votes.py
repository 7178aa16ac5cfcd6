"""A room's votes as a report shows them: in a sentence, as bars, and in figures.

Nothing is shown that a tally does not show.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from mtcoach.findings.divergence import Shape
from mtcoach.findings.words import capital, counted, listed, number
from mtcoach.findings.workshop import Seen, Vote
from mtcoach.questions.models import Colour
from mtcoach.report.narrative import Bar, Chart, Row, Table
from mtcoach.report.subject import Subject
from mtcoach.report.text import clean
from mtcoach.transcript.events import Means, Spread

IN_SHORT: Final[dict[Means, str]] = {"phones": "by phone", "hands": "by hand", "sheets": "on paper"}
ORDINALS: Final = ("first", "second", "third", "fourth", "fifth", "sixth")
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


def counts(vote: Vote) -> str:
    """A vote as a sentence has it: `19 green, 12 amber and 7 red, with two abstaining`."""
    abstained = vote.tally.abstained
    aside = f", with {number(abstained)} abstaining" if abstained else ""
    return counted_on(vote.tally.spread or {}) + aside


def counted_on(spread: Spread | Mapping[Colour, int], beside: int = 0) -> str:
    """How many gave each colour; `beside` is the largest number said beside them."""
    there = [(spread[colour], colour) for colour in FROM_THE_TOP if spread.get(colour)]
    # In one list either all numbers are words or all are figures.
    said = str if max((n for n, _ in there), default=0) > 10 or beside > 10 else number
    if len(there) == 1:
        return f"all {said(there[0][0])} {there[0][1]}"
    return listed([f"{said(n)} {colour}" for n, colour in there])


def told(vote: Vote) -> str:
    """A vote in the record of an item."""
    if vote.held:
        return f"{counted(vote.tally.voters, 'vote')}, not shown"
    return counts(vote) if vote.look else "nobody gave a colour"


def place(vote: Vote) -> str:
    """`first vote`, `second vote`; `vote 7` after the sixth."""
    return f"{ordinal(vote)} vote" if vote.place <= len(ORDINALS) else ordinal(vote)


def ordinal(vote: Vote) -> str:
    """`first`, `second`; `vote 7` after the sixth."""
    return ORDINALS[vote.place - 1] if vote.place <= len(ORDINALS) else f"vote {vote.place}"


def by_which(vote: Vote) -> str:
    """How many voted by which way: `12 by phone, 3 by hand`."""
    return ", ".join(f"{n} {IN_SHORT[way]}" for way, n in vote.tally.means.items() if n)


def look(vote: Vote) -> str:
    """What a sentence calls the look of a vote; empty where it has none."""
    return LOOKS[vote.look] if vote.look else ""


def chart(each: Seen, subject: Subject) -> Iterator[Chart]:
    """The votes as bars, one under the other, where talk or a difference is to be seen."""
    if not each.shown or (each.course == "once" and each.left == "settled"):
        return
    topic = clean(subject.prose.named(each.item))
    bars = tuple(Bar(capital(place(vote)), _parts(vote)) for vote in each.shown)
    said = " ".join(f"{capital(place(vote))}: {counts(vote)}." for vote in each.shown)
    yield Chart(f"{topic}: how the room voted", said, "G green · A amber · R red", bars)


def _parts(vote: Vote) -> tuple[tuple[str, str, str, int], ...]:
    spread = vote.tally.spread or {}
    return tuple(
        (colour, colour[0].upper(), capital(colour), spread.get(colour, 0))
        for colour in FROM_THE_TOP
    )


def table(found: Sequence[Seen], subject: Subject) -> Table:
    """Every vote in figures."""
    rows = tuple(
        Row(_cells(each, vote, subject), (each.item,), vote.events)
        for each in found
        for vote in each.votes
    )
    held = any(vote.held for each in found for vote in each.votes)
    notes = (f"{HELD} not shown, as it would give away how a few people voted",) if held else ()
    return Table("Votes, the first one first", HEAD, rows, notes)


def _cells(each: Seen, vote: Vote, subject: Subject) -> tuple[str, ...]:
    tally, topic = vote.tally, clean(subject.prose.named(each.item))
    colours = [
        HELD if vote.held else str((tally.spread or {}).get(colour, 0)) for colour in FROM_THE_TOP
    ]
    how = by_which(vote)
    last = vote is each.votes[-1]
    left = LEFT[each.left] + (f" ({each.rating})" if each.rating else "")
    return (topic, str(vote.place), *colours, str(tally.abstained), how, left if last else "")
