"""Two evaluations with one voice: what every part of a comparison is composed from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from mtcoach.findings.comparison import Change, Comparison, strength
from mtcoach.findings.profile import Standing, View
from mtcoach.report.narrative import Paragraph, Point, Points, Quote, Run
from mtcoach.report.prose import Prose, together
from mtcoach.report.subject import Subject
from mtcoach.report.text import clean
from mtcoach.report.themes import SHOWN, quote
from mtcoach.transcript.record import Note

STANDS: Final[dict[Standing, str]] = {
    "green": "green",
    "amber": "amber",
    "red": "red",
    "split": "split",
    "unknown": "not known",
    "skipped": "skipped",
    "not_applicable": "does not apply",
    "unreached": "no colour",
}
"""How a standing is written in a table or in brackets."""

BEHIND: Final = {"": "no note", "thin": "thin", "some": "some", "strong": "strong"}
"""How the evidence behind a colour is written there."""


@dataclass(frozen=True)
class Pair:
    """The comparison, and each of its two evaluations."""

    comparison: Comparison
    then: Subject
    now: Subject

    @property
    def prose(self) -> Prose:
        """The voice of the document, which both evaluations share."""
        return self.now.prose

    def stood(self, change: Change) -> str:
        """How the item stood then, in a word or two."""
        return _stands(change.then, self.then)

    def stands(self, change: Change) -> str:
        """How it stands now."""
        return _stands(change.now, self.now)

    def say(self, what: str, changes: Iterable[Change], **values: Any) -> Paragraph:
        """The block `compare.what` about `changes`, resting on their answers of then and now."""
        items = [change.item for change in changes]
        return self.resting(self.prose.say(f"compare.{what}", items=items, **values))

    def resting(self, paragraph: Paragraph) -> Paragraph:
        """`paragraph` with the events behind its items, of both evaluations."""
        now = {*paragraph.events, *self.now.events(paragraph.items)}
        now |= {
            self.now.record.followed[item].seq
            for item in paragraph.items
            if item in self.now.record.followed
        }
        then = {*paragraph.earlier, *self.then.events(paragraph.items)}
        then |= {seq for item in paragraph.items for seq in self.then.planned.get(item, ())}
        return replace(paragraph, events=tuple(sorted(now)), earlier=tuple(sorted(then)))


def _stands(view: View, subject: Subject) -> str:
    if view.standing == "unreached" and view.item not in subject.record.asked:
        return "not asked"
    return STANDS[view.standing]


def one(said: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Several sentences as one paragraph that rests on all they rest on; none, none."""
    if said:
        yield together(said)


def by_colours(changes: Sequence[Change]) -> list[tuple[str, str, list[str]]]:
    """The items of `changes` under each pair of standings, as (then, now, items)."""
    found: dict[tuple[Standing, Standing], list[str]] = {}
    for change in changes:
        found.setdefault((change.then.standing, change.now.standing), []).append(change.item)
    order = tuple(STANDS)
    pairs = sorted(found, key=lambda pair: (order.index(pair[1]), order.index(pair[0])))
    return [(STANDS[then], STANDS[now], found[then, now]) for then, now in pairs]


def points(changes: Iterable[Change], pair: Pair) -> Iterator[Points]:
    """What was noted then and what was noted now, item by item."""
    each = tuple(_point(change, pair) for change in changes)
    if each:
        yield Points(each)


def _point(change: Change, pair: Pair) -> Point:
    topic = clean(pair.now.library.items[change.item].topic)
    colours = f" ({colours_of(change, pair)}). {evidence_of(change)}."
    lead = Paragraph((Run(topic, "strong"), Run(colours)), (change.item,))
    then, now = change.then.answer.notes, change.now.answer.notes
    if change.echoed:
        shown = quotes(now, "Both times:")
    else:
        shown = (*quotes(then, "Then:", earlier=True), *quotes(now, "Now:"))
    left = max(0, len(then) - SHOWN) * (not change.echoed) + max(0, len(now) - SHOWN)
    more = f"{left} more in the full record" if left else ""
    return Point(pair.resting(lead), shown, more)


def quotes(notes: Sequence[Note], label: str, *, earlier: bool = False) -> tuple[Quote, ...]:
    """The first of `notes` as typed, the first of all under `label`."""
    shown = [quote(note.text, note.seq) for note in notes if clean(note.text)][:SHOWN]
    return tuple(
        replace(each, label="" if index else label, earlier=earlier)
        for index, each in enumerate(shown)
    )


def colours_of(change: Change, pair: Pair) -> str:
    """`red → amber`, or the one standing of both times."""
    then, now = pair.stood(change), pair.stands(change)
    return f"{then} both times" if then == now else f"{then} → {now}"


def evidence_of(change: Change) -> str:
    """What is behind the colours, then and now, in a few words."""
    then, now = behind(change.then), behind(change.now)
    if then != now:
        return f"Evidence: {then} then, {now} now"
    return "No note either time" if now == BEHIND[""] else f"Evidence: {now} both times"


def behind(view: View) -> str:
    """What is behind one colour: `strong`, `thin`, `no note`."""
    return BEHIND[strength(view)]
