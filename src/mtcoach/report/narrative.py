"""A narrative as a value: sections and blocks, with what each rests on.

It is composed once and knows no format. Every block that claims something
carries the items and the events it rests on; a leader's words stand in runs and
quotes of their own, so that a layout can tell them from ours. Where two
transcripts are compared, `earlier` tells the events of the first from those of
the second.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a sentence: ours, the name of an item, words of weight, or a leader's words."""

    text: str
    kind: Literal["text", "name", "strong", "quote"] = "text"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Connected sentences."""

    runs: tuple[Run, ...]
    items: tuple[str, ...] = ()
    events: tuple[int, ...] = ()
    earlier: tuple[int, ...] = ()
    kind: Literal["paragraph"] = field(default="paragraph", init=False)

    @property
    def text(self) -> str:
        """The sentences without any markup."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Quote:
    """A leader's words as typed; `cut` when only their beginning is shown here.

    `label` is said before them. The event is one of the earlier transcript where
    `earlier` says so.
    """

    text: str
    event: int
    cut: bool = False
    label: str = ""
    earlier: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a list: a lead, and the words it rests on."""

    lead: Paragraph
    quotes: tuple[Quote, ...] = ()
    more: str = ""


@dataclass(frozen=True, slots=True)
class Points:
    """A list of points."""

    points: tuple[Point, ...]
    kind: Literal["points"] = field(default="points", init=False)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""

    cells: tuple[str, ...]
    items: tuple[str, ...] = ()
    events: tuple[int, ...] = ()
    earlier: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its footnotes; `wide` asks for a page turned on its side.

    Where it is `cited`, the last cell of a row names the items it rests on. Where `places` is
    set, references lead to its rows: to each by the item it is about. Where it is `headed`, the
    first cell of a row is the row's heading.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]
    footnotes: tuple[str, ...] = ()
    wide: bool = False
    cited: bool = False
    places: bool = False
    headed: bool = True
    kind: Literal["table"] = field(default="table", init=False)


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of the chart: how many of each step, as (step, letter, word, count)."""

    label: str
    parts: tuple[tuple[str, str, str, int], ...]

    @property
    def total(self) -> int:
        """How many there are in all."""
        return sum(part[3] for part in self.parts)


@dataclass(frozen=True, slots=True)
class Chart:
    """Stacked bars, a whole each, with the same said in words, and a key to the letters."""

    title: str
    description: str
    key: str
    bars: tuple[Bar, ...]
    kind: Literal["chart"] = field(default="chart", init=False)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A theme and how many of its notes draw on each kind of evidence, as (kind, word, count)."""

    label: str
    noted: int
    kinds: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True)
class Kinds:
    """Which kinds of evidence each theme's notes draw on, with the same said in words.

    `missing` is what stands where no note draws on a kind.
    """

    title: str
    description: str
    key: str
    missing: str
    themes: tuple[Drawn, ...]
    kind: Literal["kinds"] = field(default="kinds", init=False)


@dataclass(frozen=True, slots=True)
class Moved:
    """A question in two years: the step it stood on and the one it stands on, by letter."""

    label: str
    then: str
    now: str


@dataclass(frozen=True, slots=True)
class Moves:
    """Where questions stood and where they stand, with the same said in words.

    `steps` are the steps from the lowest, as (letter, word).
    """

    title: str
    description: str
    key: str
    steps: tuple[tuple[str, str], ...]
    moved: tuple[Moved, ...]
    kind: Literal["moves"] = field(default="moves", init=False)


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled fact; `quotes` holds it where the words are a leader's."""

    label: str
    text: str = ""
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """Labelled facts, one under the other."""

    facts: tuple[Fact, ...]
    kind: Literal["facts"] = field(default="facts", init=False)


@dataclass(frozen=True, slots=True)
class Card:
    """All that is recorded of one item."""

    item: str
    title: str
    question: str
    facts: tuple[Fact, ...]
    events: tuple[int, ...] = ()
    earlier: tuple[int, ...] = ()
    kind: Literal["card"] = field(default="card", init=False)


Picture = Chart | Kinds | Moves
Block = Paragraph | Points | Table | Picture | Facts | Card


@dataclass(frozen=True, slots=True)
class Rated:
    """An item as a row of figures: what was asked, how it stands, and the words behind it."""

    item: str
    indicator: str
    theme: str
    topic: str
    question: str
    rating: str
    how: str = ""
    strength: str = ""
    notes: tuple[Quote, ...] = ()
    steps: tuple[Quote, ...] = ()
    events: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Planned:
    """A row of the plan, cell by cell; what is not agreed yet is empty.

    `by_day` and `review_day` are the days that its dates in words mean (`2027-05-31`), `term`
    is `short`, `medium` or `long`; each is empty where no day is known.
    """

    item: str
    indicator: str
    priority: str
    outcome: str = ""
    actions: str = ""
    lead: str = ""
    by: str = ""
    baseline: str = ""
    target: str = ""
    source: str = ""
    hours: str = ""
    money: str = ""
    review: str = ""
    nif: str = ""
    by_day: str = ""
    review_day: str = ""
    term: str = ""
    events: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Spread:
    """A question over many transcripts as a row of figures: how many stand where."""

    item: str
    indicator: str
    theme: str
    topic: str
    question: str
    green: int
    amber: int
    red: int
    unknown: int
    unrated: int
    answered: int
    reading: str


@dataclass(frozen=True, slots=True)
class Voiced:
    """What one of several transcripts says of a question: whose, its rating and its notes."""

    item: str
    topic: str
    who: str
    rating: str
    notes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Polled:
    """A counted vote of a room: how many gave each colour, None where that is held back.

    `number` is its place among the counted votes on the item, from 1; `means` says by which
    ways people voted.
    """

    item: str
    topic: str
    number: int
    green: int | None
    amber: int | None
    red: int | None
    abstained: int
    present: int
    means: str
    events: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Figures:
    """What a spreadsheet and a program read: the ratings and the plan, a row each.

    `spreads` and `voices` are those of many transcripts together, `votes` those of a room.
    """

    ratings: tuple[Rated, ...] = ()
    plan: tuple[Planned, ...] = ()
    spreads: tuple[Spread, ...] = ()
    voices: tuple[Voiced, ...] = ()
    votes: tuple[Polled, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part with its blocks, and the parts within it."""

    id: str
    title: str
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()

    @property
    def wide(self) -> bool:
        """Whether it needs a page turned on its side."""
        return any(isinstance(block, Table) and block.wide for block in self.blocks)

    def walk(self) -> Iterator[Section]:
        """This part and every part within it, in reading order."""
        yield self
        for section in self.sections:
            yield from section.walk()


@dataclass(frozen=True, slots=True)
class Narrative:
    """A whole document: which one, under `document`.

    `order` holds the banks' items in their order, to shorten references; `cards` the items
    that a reference in this document can lead to. `contents` asks for a list of its parts.
    """

    title: str
    day: date
    facts: Facts
    sections: tuple[Section, ...]
    order: tuple[str, ...] = ()
    cards: frozenset[str] = frozenset()
    lang: str = "en-GB"
    figures: Figures = Figures()
    document: str = "report"
    contents: bool = True

    @property
    def turned(self) -> bool:
        """Whether all of it stands on pages turned on their side: every part but the first asks.

        The first then stands on the page of the title, which is not left half empty.
        """
        return len(self.sections) > 1 and all(part.wide for part in self.sections[1:])

    @property
    def blocks(self) -> Iterator[Block]:
        """Every block, in reading order."""
        for section in self.sections:
            for part in section.walk():
                yield from part.blocks
