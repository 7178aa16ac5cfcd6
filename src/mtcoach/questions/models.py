"""The shapes of a bank and of a framework.

Every scalar in a question file is text: `No`, `1.10` and `3.2` stay what the
author wrote. Nothing here reads a file; `loading.py` does, and adds the line to
each error.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
ItemId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(\.[a-z0-9]+)?$")]
Colour = Literal["red", "amber", "green"]
Sector = Literal["early", "primary", "secondary", "special"]
Element = Literal["source", "quantity", "who", "when", "impact", "voice"]

COLOURS: tuple[Colour, ...] = ("red", "amber", "green")
SECTORS: tuple[Sector, ...] = ("early", "primary", "secondary", "special")
ELEMENTS: tuple[Element, ...] = ("source", "quantity", "who", "when", "impact", "voice")


class Data(BaseModel):
    """A value read from a question file: frozen, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(Data):
    """The document a bank stands for, and whose it is."""

    document: Text
    owner: Text
    section: Text


class NextStep(Data):
    """One thing a school could do next.

    `changes` is what it would change for learners, `know` how one would know.
    """

    do: Text
    changes: Text
    know: Text


class NextSteps(Data):
    """Suggested next steps for each rating; for green, a step to go further."""

    red: Annotated[tuple[NextStep, ...], Field(min_length=2)]
    amber: Annotated[tuple[NextStep, ...], Field(min_length=2)]
    green: Annotated[tuple[NextStep, ...], Field(min_length=1)]

    def at(self, colour: Colour) -> tuple[NextStep, ...]:
        """The steps suggested for an item rated `colour`."""
        steps: dict[Colour, tuple[NextStep, ...]] = {
            "red": self.red,
            "amber": self.amber,
            "green": self.green,
        }
        return steps[colour]


class Probes(Data):
    """For each element of a good note, the question that asks for it on this item."""

    source: Text
    quantity: Text
    who: Text
    when: Text
    impact: Text
    voice: Text

    def asking_for(self, element: Element) -> str:
        """The question that asks for `element`."""
        asked: str = getattr(self, element)
        return asked


class Links(Data):
    """Items of other banks: `same` asks the same thing, `also` bears on it."""

    same: tuple[ItemId, ...] = ()
    also: tuple[ItemId, ...] = ()


class Item(Data):
    """A key question or an audit statement: one thing a school judges itself on.

    `plain` names it for parents and pupils: `spotting early when a pupil is finding things hard`.
    """

    id: ItemId
    theme: Text
    number: Text
    topic: Text
    plain: Text | None = None
    words: Annotated[tuple[Text, ...], Field(min_length=1)]
    source: Text
    question: Text
    statement: Text
    why: Text
    good: Text
    excellent: Text
    evidence: Annotated[tuple[Text, ...], Field(min_length=3)]
    probes: Probes
    next_steps: NextSteps
    links: Links = Links()
    stages: Annotated[tuple[Sector, ...], Field(min_length=1)] = SECTORS
    proportion: Text | None = None


class Bank(Data):
    """A set of items in the order in which they are asked within each theme."""

    bank: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+$")]
    title: Text
    version: Text
    about: Text
    source: Source
    scale: Text
    themes: Annotated[tuple[Text, ...], Field(min_length=1)]
    quick: tuple[ItemId, ...] = ()
    items: Annotated[tuple[Item, ...], Field(min_length=1)]


class Indicator(Data):
    """A quality indicator, which is what a school may grade."""

    id: Text
    title: Text
    area: Text


class Theme(Data):
    """A theme of a quality indicator. Themes are never graded.

    `placed_in` is the indicator in which the framework itself prints the theme,
    where that is another than `indicator`; `note` says so in one sentence.
    """

    id: Text
    title: Text
    short: Text
    about: Text
    indicator: Text
    placed_in: Text | None = None
    note: Text | None = None

    @property
    def column(self) -> str:
        """The indicator as a report's column shows it: `1.1`, or `3.2 (2.3)`."""
        return f"{self.indicator} ({self.placed_in})" if self.placed_in else self.indicator


class Step(Data):
    """A step of a scale, in the order of the scale file."""

    value: Text
    letter: Text
    word: Text
    meaning: Text


class Scale(Data):
    """A scale by which something is judged, from its lowest step to its highest."""

    id: Text
    title: Text
    use: Text
    steps: Annotated[tuple[Step, ...], Field(min_length=2)]


class Proportion(Data):
    """A word for a share of a whole, in per cent: at or above `least`, at or below `most`."""

    word: Text
    least: Annotated[int, Field(ge=0, le=100)]
    most: Annotated[int, Field(ge=0, le=100)]


class Priorities(Data):
    """A national set of improvement priorities, with its drivers where it has them."""

    id: Text
    title: Text
    priorities: Annotated[tuple[Text, ...], Field(min_length=1)]
    drivers: tuple[Text, ...] = ()


class Framework(Data):
    """What schools are judged by: indicators, themes, scales and the words for shares."""

    framework: Text
    title: Text
    version: Text
    source: Text
    indicators: Annotated[tuple[Indicator, ...], Field(min_length=1)]
    themes: Annotated[tuple[Theme, ...], Field(min_length=1)]
    scales: Annotated[tuple[Scale, ...], Field(min_length=1)]
    proportions: Annotated[tuple[Proportion, ...], Field(min_length=1)]
    improvement_priorities: tuple[Priorities, ...] = ()
