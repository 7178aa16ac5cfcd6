"""What a record means, theme by theme: a profile of counts and findings.

A finding is a statement about the record with the items and the events that it
rests on. Nothing here averages, grades, or changes a rating; nothing reads a
file or a clock.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, get_args

from mtcoach.coach.reading import Judgement

if TYPE_CHECKING:
    from mtcoach.questions.loading import Library
    from mtcoach.transcript.record import Answer, Record

Judge = Callable[[str], Judgement]
Evidence = Literal["data", "views", "observation"]
Standing = Literal[
    "red",
    "amber",
    "green",
    "split",  # a room saw it in two ways and kept both
    "unknown",
    "skipped",
    "not_applicable",
    "unreached",
]
Kind = Literal[
    "strength",  # green, with some or strong evidence
    "thin",  # green, evidence thin
    "amber",
    "red",
    "split",  # a room saw it in two ways and kept both
    "unknown",  # not known yet
    "gap",  # part of the evidence is not known yet; `about` is the element
    "at_odds",  # the colour and the tone of the note point different ways
    "no_impact",  # a strength whose notes do not say what changed for learners
    "repeated",  # the same note under several items, also of other themes
    "one_sided",  # a kind of evidence that no note of the theme draws on; `about` is the kind
]

STANDINGS: Final[tuple[Standing, ...]] = get_args(Standing)
EVIDENCE: Final[tuple[Evidence, ...]] = get_args(Evidence)
RATED: Final[tuple[Standing, ...]] = ("green", "amber", "red")


@dataclass(frozen=True, slots=True)
class View:
    """One item as it stands: its answer, and what its notes hold as evidence."""

    item: str
    standing: Standing
    answer: Answer
    judgement: Judgement | None

    @property
    def rated(self) -> bool:
        """Whether a colour stands for this item."""
        return self.standing in RATED

    @property
    def thin(self) -> bool:
        """Whether there is no evidence worth the name yet."""
        return self.judgement is None or self.judgement.strength == "thin"

    @property
    def note_events(self) -> tuple[int, ...]:
        """The events that hold its notes."""
        return tuple(note.seq for note in self.answer.notes)


@dataclass(frozen=True, slots=True)
class Finding:
    """A statement about the record, and what it rests on."""

    kind: Kind
    items: tuple[str, ...]
    events: tuple[int, ...]
    about: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """A theme as it stands: a view of each item, and the findings in the order of the items."""

    theme: str
    views: tuple[View, ...]
    findings: tuple[Finding, ...]

    @property
    def counts(self) -> dict[Standing, int]:
        """How many items stand where; every standing is there, also with 0."""
        found = Counter(view.standing for view in self.views)
        return {standing: found[standing] for standing in STANDINGS}

    def of(self, *kinds: Kind) -> tuple[Finding, ...]:
        """The findings of these kinds."""
        return tuple(finding for finding in self.findings if finding.kind in kinds)

    def items(self, *kinds: Kind) -> tuple[str, ...]:
        """The items that the findings of these kinds are about, each once."""
        return tuple(dict.fromkeys(item for found in self.of(*kinds) for item in found.items))

    @property
    def noted(self) -> int:
        """How many items have a note."""
        return sum(view.judgement is not None for view in self.views)

    @property
    def drawn(self) -> dict[Evidence, int]:
        """On how many items the notes draw on each kind of evidence; every kind is there."""
        found = Counter(kind for v in self.views if v.judgement for kind in v.judgement.kinds)
        return {kind: found[kind] for kind in EVIDENCE}

    @property
    def kinds(self) -> tuple[Evidence, ...]:
        """The kinds of evidence that the theme's notes draw on."""
        return tuple(kind for kind, count in self.drawn.items() if count)


def standing(answer: Answer, *, split: bool = False) -> Standing:
    """Where an item stands; `split` where a room kept two views of it.

    A skip is a blank: it does not take back an earlier rating.
    """
    if answer.status == "unknown" and split:
        return "split"
    if answer.status in ("unknown", "not_applicable"):
        return answer.status
    if answer.rating:
        return answer.rating
    return "skipped" if answer.status == "skipped" else "unreached"


def in_scope(record: Record, library: Library) -> tuple[str, ...]:
    """The items this evaluation is about: all that were put on a route, or were answered.

    Items whose bank is no longer there are left out: nothing can be said about them.
    """
    met = (*record.asked, *record.answers)
    return tuple(item for item in dict.fromkeys(met) if item in library.items)


def profiles(
    record: Record,
    library: Library,
    *,
    items: Sequence[str] | None = None,
    judge: Judge | None = None,
) -> tuple[Profile, ...]:
    """A profile of each theme that `items` (or the whole evaluation) touch, in their order."""
    judge = judge or _judge()
    scope = in_scope(record, library) if items is None else items
    repeated = tuple(_repeated(record, library))
    themes: dict[str, list[View]] = {}
    for item in scope:
        themes.setdefault(library.items[item].theme, []).append(_view(record, item, judge))
    return tuple(_profile(theme, tuple(views), repeated) for theme, views in themes.items())


def _judge() -> Judge:
    from mtcoach.coach.notes.evidence import judge

    return judge


def _view(record: Record, item: str, judge: Judge) -> View:
    answer = record.answer(item)
    conclusion = record.workshop.on(item).conclusion if record.workshop else None
    stands = standing(answer, split=conclusion is not None and conclusion.outcome == "split")
    return View(item, stands, answer, judge(answer.evidence) if answer.notes else None)


def _profile(theme: str, views: tuple[View, ...], repeated: Sequence[Finding]) -> Profile:
    each = (finding for view in views for finding in _of_item(view))
    # Told once, where the last of its items is: there it can be seen that it repeats another.
    here = {view.item for view in views}
    told = (found for found in repeated if found.items[-1] in here)
    return Profile(theme, views, (*each, *told, *_one_sided(views)))


def _of_item(view: View) -> Iterator[Finding]:
    """What one item's answer says."""
    answer = view.answer
    match view.standing:
        case "green" if _at_odds(view):
            yield Finding("at_odds", (view.item,), answer.events)
        case "green" if view.thin:
            yield Finding("thin", (view.item,), answer.events)
        case "green":
            yield Finding("strength", (view.item,), answer.events)
            if view.judgement and "impact" in view.judgement.missing:
                yield Finding("no_impact", (view.item,), view.note_events)
        case "red" | "amber" | "split" | "unknown" as kind:
            yield Finding(kind, (view.item,), answer.events)
            if _at_odds(view):
                yield Finding("at_odds", (view.item,), answer.events)
    if view.standing != "not_applicable":
        for element in answer.gaps:
            yield Finding("gap", (view.item,), answer.events, about=element)


def _at_odds(view: View) -> bool:
    """Whether a green note tells of trouble, or a red or amber one of strong success.

    A green is doubted only where the note has no change for learners in it and is
    not strong: a gap that narrowed sounds like trouble too.
    """
    judged = view.judgement
    if judged is None:
        return False
    if view.standing == "green":
        doubtful = judged.strength == "some" and "impact" not in judged.elements
        return doubtful and judged.tone == "negative"
    glows = judged.tone == "positive" and judged.strength == "strong"
    return glows and view.standing in ("red", "amber")


def _repeated(record: Record, library: Library) -> Iterator[Finding]:
    """Notes that stand word for word under several items of any theme: evidence for one at most."""
    from mtcoach.coach.notes.claims import worded

    homes: dict[tuple[str, ...], list[tuple[str, int]]] = {}
    for item in in_scope(record, library):
        for note in record.answer(item).notes:
            if words := worded(note.text):
                homes.setdefault(words, []).append((item, note.seq))
    for found in homes.values():
        items = tuple(dict.fromkeys(item for item, _ in found))
        if len(items) > 1:
            yield Finding("repeated", items, tuple(seq for _, seq in found))


def _one_sided(views: Sequence[View]) -> Iterator[Finding]:
    """Kinds of evidence that are missing across the theme, once two notes could have had them."""
    noted = [view for view in views if view.judgement]
    if len(noted) < 2:
        return
    items = tuple(view.item for view in noted)
    events = tuple(seq for view in noted for seq in view.note_events)
    drawn = {kind for view in noted if view.judgement for kind in view.judgement.kinds}
    for kind in EVIDENCE:
        if kind not in drawn:
            yield Finding("one_sided", items, events, about=kind)
