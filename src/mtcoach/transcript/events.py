"""What can happen in an evaluation, as lines of a transcript.

A closed set of types, one line of JSON each. Both sides' messages are events,
so a transcript reads as a chat. Events are values without behaviour: `record.py`
folds them, `log.py` keeps them. Nothing here reads a clock or a file.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field, TypeAdapter

from mtcoach.questions.models import Colour, Element, ItemId
from mtcoach.transcript.sayings import Choice, Position, Saying, Value

FORMAT = 2
"""The format of a transcript's lines that this version writes; it reads every earlier one.

2 added workshops, what is taken back, and a plan's dates, hours, money and review.
"""

Status = Literal["open", "answered", "skipped", "not_applicable", "unknown"]
How = Literal["stated", "inferred", "agreed"]
PrivacyChoice = Literal["mask", "keep"]
ProfileField = Literal["school", "sector", "role", "voice", "minutes"]
PlanField = Literal[
    "outcome",
    "actions",
    "lead",
    "by",
    "baseline",
    "target",
    "source",
    "hours",
    "money",
    "review",
    "nif",
]
Outcome = Literal["settled", "split", "more_evidence"]
Means = Literal["phones", "hands", "sheets"]
Spread = dict[Colour, int]
"""How many gave each colour."""


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
EXTRA_FIELDS: tuple[PlanField, ...] = ("hours", "money", "review", "nif")
"""What a row may have besides; it is complete without."""


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
    banks: dict[str, BankMark] = Field(default_factory=dict)


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


class Withdrawn(_Event):
    """Notes or next steps of an item are taken back: `seqs` are the events that held them."""

    type: Literal["withdrawn"] = "withdrawn"
    item: ItemId
    seqs: tuple[int, ...] = Field(min_length=1)


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
    """One cell of a priority's row in the plan; `on` is the day that a date in words means."""

    type: Literal["planned"] = "planned"
    item: ItemId
    field: PlanField
    value: str
    on: date | None = None


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


class RoomOpened(_Event):
    """A workshop begins: `minutes` at hand, and the roles people may say they have."""

    type: Literal["room_opened"] = "room_opened"
    minutes: int = Field(ge=1)
    roles: tuple[str, ...] = ()


class RoundOpened(_Event):
    """A silent vote on an item opens. `number` is 1 for the first vote on it."""

    type: Literal["round_opened"] = "round_opened"
    item: ItemId
    number: int = Field(ge=1)


class Tally(Value):
    """A vote, counted: only what a view or an export may show is in it.

    `voters` gave a colour, `abstained` chose not to, `present` were in the room. `spread`
    is None where it would give somebody's vote away; `groups` holds the roles that are large
    enough; `means` how many voted by which way, and `hands` what a show of hands showed to all.
    """

    present: int = Field(ge=0)
    voters: int = Field(ge=0)
    abstained: int = Field(default=0, ge=0)
    spread: Spread | None = None
    groups: dict[str, Spread] = Field(default_factory=dict)
    means: dict[Means, int] = Field(default_factory=dict)
    hands: Spread = Field(default_factory=dict)


class RoundClosed(_Event):
    """The vote is sealed and counted; no vote of a person is kept anywhere after this."""

    type: Literal["round_closed"] = "round_closed"
    item: ItemId
    number: int = Field(ge=1)
    tally: Tally


class RoundDropped(_Event):
    """A vote was called off before it was counted."""

    type: Literal["round_dropped"] = "round_dropped"
    item: ItemId
    number: int = Field(ge=1)


class Contributed(_Event):
    """Somebody's words on an item, with nothing that tells whose."""

    type: Literal["contributed"] = "contributed"
    item: ItemId
    text: str


class TalkOpened(_Event):
    """The room talks about an item, by a protocol of the playbook."""

    type: Literal["talk_opened"] = "talk_opened"
    item: ItemId
    protocol: str


class Concluded(_Event):
    """How the room left an item. The agreed rating, if any, is a `Rated` of its own.

    `minority` is why some saw it differently; `role` and `by` say who brings more
    evidence, and when.
    """

    type: Literal["concluded"] = "concluded"
    item: ItemId
    outcome: Outcome
    minority: str = ""
    role: str = ""
    by: str = ""


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
    | Withdrawn
    | GapNoted
    | StatusSet
    | PrioritiesChosen
    | Planned
    | Evaluated
    | LookedBack
    | FollowedUp
    | Offered
    | PrivacyChosen
    | RoomOpened
    | RoundOpened
    | RoundClosed
    | RoundDropped
    | Contributed
    | TalkOpened
    | Concluded
    | Paused
    | Finished,
    Field(discriminator="type"),
]

EVENT: TypeAdapter[Event] = TypeAdapter(Event)
"""Reads one event from a line: `EVENT.validate_json(line)`."""
