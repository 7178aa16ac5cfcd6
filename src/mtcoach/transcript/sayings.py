"""What a turn is made of: where the conversation stands, sayings, quick replies.

Values without behaviour. The coach makes them, an event keeps them, a front end shows them.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from mtcoach.questions.models import Colour, ItemId

Phase = Literal[
    "profile", "route", "followup", "items", "theme", "priorities", "plan", "overall", "done"
]


class Value(BaseModel):
    """Frozen, and a field that nobody knows is an error rather than a loss."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Position(Value):
    """Where the conversation stands: what the coach's last turn is waiting for.

    `step` is the phase's own: a profile or plan field, or for an item one of
    rate, which, carry, evidence, probe, challenge, next_step, amend, offer. `asked`
    counts the probes put on this item, and in the plan tells what was doubted;
    `about` is the element, colours, item or priority that the step asks about.
    """

    phase: Phase
    step: str = ""
    item: ItemId | None = None
    asked: int = 0
    about: str = ""


class Line(Value):
    """A thing the coach says in one breath."""

    kind: Literal["line"] = "line"
    text: str


class Question(Value):
    """An item put to the leader.

    `label` is its number and topic, `place` how far along; `statement` is what the
    colour is given to.
    """

    kind: Literal["question"] = "question"
    item: ItemId
    label: str
    place: str
    text: str
    statement: str = ""


class Recorded(Value):
    """What was written down, said back in one line."""

    kind: Literal["recorded"] = "recorded"
    item: ItemId
    rating: Colour | None
    text: str


class Listing(Value):
    """A short list under a title: kinds of evidence, suggestions, help."""

    kind: Literal["listing"] = "listing"
    title: str
    lines: tuple[str, ...]


class Summary(Value):
    """How a theme looks so far."""

    kind: Literal["summary"] = "summary"
    theme: str
    title: str
    lines: tuple[str, ...]


Saying = Annotated[Line | Question | Recorded | Listing | Summary, Field(discriminator="kind")]


class Choice(Value):
    """A quick reply: press `key` or say `says`; `label` is what the chip shows."""

    key: str
    label: str
    says: str
