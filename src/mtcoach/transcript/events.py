"""What can happen in an evaluation, as lines of a transcript.

A closed set of types, one line of JSON each. Both sides' messages are events,
so a transcript reads as a chat. Events are values without behaviour: `record.py`
folds them, `log.py` keeps them. Nothing here reads a clock or a file.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, TypeAdapter

from mtcoach.questions.models import Colour, Element, ItemId

FORMAT = 1
"""The format of a transcript's lines that this version writes."""

Status = Literal["open", "answered", "skipped", "not_applicable", "unknown"]
Phase = Literal[
    "profile", "route", "followup", "items", "theme", "priorities", "plan", "overall", "done"
]
How = Literal["stated", "inferred", "agreed"]
PrivacyChoice = Literal["mask", "keep"]
ProfileField = Literal["school", "sector", "role", "voice", "minutes"]
PlanField = Literal["outcome", "actions", "lead", "by", "baseline", "target", "source"]

PROFILE_FIELDS: tuple[ProfileField, ...] = ("school", "sector", "role", "voice", "minutes")
PLAN_FIELDS: tuple[PlanField, ...] = (
    "outcome",
    "actions",
    "lead",
    "by",
    "baseline",
    "target",
    "source",
)


class Value(BaseModel):
    """Frozen, and a field that nobody knows is an error rather than a loss."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Position(Value):
    """Where the conversation stands: what the coach's last turn is waiting for.

    `step` is the phase's own: a profile or plan field, or for an item one of
    rate, which, evidence, probe, challenge, next_step, amend, offer. `asked`
    counts the probes put on this item; `about` is the element, colours, item or
    priority that the step asks about.
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


class BankMark(Value):
    """Which bank was asked: its version and a digest of its questions."""

    version: str
    digest: str


class _Event(Value):
    """What every line carries: format, place in the file, and when, in UTC."""

    v: int = FORMAT
    seq: int = Field(default=0, ge=0)
    at: AwareDatetime = datetime(1970, 1, 1, tzinfo=UTC)


class Opened(_Event):
    """The first line: by what version, over which banks.

    An `example` is there to be read; nobody's answers go into it.
    """

    type: Literal["opened"] = "opened"
    app: str
    framework: str
    banks: dict[str, BankMark]
    example: bool = False


class Resumed(_Event):
    """A new sitting; `banks` only where they are no longer those of the last one."""

    type: Literal["resumed"] = "resumed"
    banks: dict[str, BankMark] = {}


class Said(_Event):
    """The coach's turn, and what it waits for."""

    type: Literal["said"] = "said"
    sayings: tuple[Saying, ...]
    choices: tuple[Choice, ...] = ()
    position: Position


class Heard(_Event):
    """The leader's reply, as typed."""

    type: Literal["heard"] = "heard"
    text: str


class ProfileSet(_Event):
    """One fact of who is evaluating what."""

    type: Literal["profile_set"] = "profile_set"
    field: ProfileField
    value: str


class RouteChosen(_Event):
    """Which items will be asked, in order."""

    type: Literal["route_chosen"] = "route_chosen"
    route: str
    bank: str
    items: tuple[ItemId, ...]


class Rated(_Event):
    """A colour for an item. `how`: stated by the leader, inferred from words, agreed by a room."""

    type: Literal["rated"] = "rated"
    item: ItemId
    rating: Colour
    how: How


class Noted(_Event):
    """Evidence for an item, in the leader's words.

    `replaces` names earlier notes by their seq; `origin` the item it was first said about.
    """

    type: Literal["noted"] = "noted"
    item: ItemId
    text: str
    replaces: tuple[int, ...] = ()
    origin: ItemId | None = None


class StepNoted(_Event):
    """A next step for an item; `suggested` when it was one of the bank's."""

    type: Literal["step_noted"] = "step_noted"
    item: ItemId
    text: str
    replaces: tuple[int, ...] = ()
    suggested: bool = False


class GapNoted(_Event):
    """The leader does not know yet this part of the evidence: a finding of its own."""

    type: Literal["gap_noted"] = "gap_noted"
    item: ItemId
    element: Element


class StatusSet(_Event):
    """An item was skipped, does not apply, is not known yet, or is open again."""

    type: Literal["status_set"] = "status_set"
    item: ItemId
    status: Status


class PrioritiesChosen(_Event):
    """What the plan will be about: at most three items."""

    type: Literal["priorities_chosen"] = "priorities_chosen"
    items: tuple[ItemId, ...] = Field(max_length=3)


class Planned(_Event):
    """One cell of a priority's row in the plan."""

    type: Literal["planned"] = "planned"
    item: ItemId
    field: PlanField
    value: str


class Evaluated(_Event):
    """The leader's own evaluation of a whole quality indicator, never computed."""

    type: Literal["evaluated"] = "evaluated"
    indicator: str
    value: str


class LookedBack(_Event):
    """An earlier evaluation of the same school, in the same folder, is at hand: `file`, by name."""

    type: Literal["looked_back"] = "looked_back"
    file: str
    day: date


class FollowedUp(_Event):
    """What became of what was planned for an item last time, in the leader's words."""

    type: Literal["followed_up"] = "followed_up"
    item: ItemId
    text: str


class Offered(_Event):
    """A note of `origin` was offered for `item` as well, and taken or not."""

    type: Literal["offered"] = "offered"
    item: ItemId
    origin: ItemId
    accepted: bool


class PrivacyChosen(_Event):
    """What the leader wants done with personal data in replies, from here on."""

    type: Literal["privacy_chosen"] = "privacy_chosen"
    choice: PrivacyChoice


class Paused(_Event):
    """The leader stopped for now."""

    type: Literal["paused"] = "paused"


class Finished(_Event):
    """The leader called it done; it can still be amended."""

    type: Literal["finished"] = "finished"


Event = Annotated[
    Opened
    | Resumed
    | Said
    | Heard
    | ProfileSet
    | RouteChosen
    | Rated
    | Noted
    | StepNoted
    | GapNoted
    | StatusSet
    | PrioritiesChosen
    | Planned
    | Evaluated
    | LookedBack
    | FollowedUp
    | Offered
    | PrivacyChosen
    | Paused
    | Finished,
    Field(discriminator="type"),
]

EVENT: TypeAdapter[Event] = TypeAdapter(Event)
"""Reads one event from a line: `EVENT.validate_json(line)`."""
