"""What the coach makes of a reply and of a note: values without behaviour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from mtcoach.questions.models import Colour, Element

Intent = Literal[
    "answer",
    "unsure",
    "skip",
    "back",
    "explain",
    "not_applicable",
    "pause",
    "change",
    "review",
    "unclear",
]
Strength = Literal["thin", "some", "strong"]
Aspect = Literal["meaning", "good", "excellent", "why", "evidence", "said", "help"]


@dataclass(frozen=True, slots=True)
class Reading:
    """One reply, understood.

    `rating` is set only when one colour was stated or is implied; `stated` tells
    which. `options` holds the colours a reply wavers between (then `rating` is
    None and one question settles it). `evidence` and `next_step` are stretches of
    the reply as typed. `aspect` says what an `explain` asks about, `target` what a
    `change` points at (a number, an id or topic words). `why` lists the words that
    decided it, each with what it decided.
    """

    text: str
    intent: Intent
    rating: Colour | None = None
    stated: bool = False
    options: tuple[Colour, ...] = ()
    evidence: str | None = None
    next_step: str | None = None
    aspect: Aspect | None = None
    target: str | None = None
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a note holds as evidence: its elements, in the order they are probed for.

    `kinds` are the kinds of evidence it draws on: data, views, observation.
    `tone` is how the note speaks of practice: positive, negative or mixed.
    `words` maps an element to the words that showed it.
    """

    elements: tuple[Element, ...]
    strength: Strength
    kinds: tuple[Literal["data", "views", "observation"], ...] = ()
    tone: Literal["positive", "negative", "mixed", "plain"] = "plain"
    words: tuple[tuple[Element, str], ...] = ()

    @property
    def missing(self) -> tuple[Element, ...]:
        """The elements that are not there, the most worth asking for first."""
        order: tuple[Element, ...] = ("source", "quantity", "who", "when", "impact", "voice")
        return tuple(element for element in order if element not in self.elements)


@dataclass(frozen=True, slots=True)
class Placed:
    """An item that a note also speaks to: score 0 to 1, and the words that matched."""

    item: str
    score: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Personal:
    """Personal data found in a text: its kind, and the words themselves."""

    kind: str
    text: str
    start: int
    end: int
