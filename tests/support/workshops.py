"""A whole workshop, as a facilitator would run it: six items and forty members of staff.

`held` runs it on a `Sitting`, with a clock of its own, and kills the app once in the middle of a
vote. Run as a script it makes the example in `transcripts/` again:

    uv run python tests/support/workshops.py
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from mtcoach.evaluation import resume, start  # noqa: E402
from mtcoach.questions.loading import Library, load_library  # noqa: E402
from mtcoach.questions.models import COLOURS, Colour  # noqa: E402
from mtcoach.transcript.events import (  # noqa: E402
    EVENT,
    Finished,
    Noted,
    Outcome,
    Paused,
    StepNoted,
)
from mtcoach.transcript.lines import encode  # noqa: E402
from mtcoach.workshop.ballots import Ballot, Count, ballot_key  # noqa: E402
from mtcoach.workshop.sitting import Sitting  # noqa: E402

NAME = "workshop-secondary"
BEGUN = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
MINUTES = 75
PRESENT = 40
PHONES: Mapping[str, int] = {"Teachers": 20, "Support staff": 7, "Leaders": 7}
"""Who has a phone, by role; six more fill in slips of paper."""

SLIPS = 6
KILLED_AFTER = 20
"""Ballots that are in when the app is killed, in the second vote on the third item."""

Counts = tuple[int, int, int]
"""Red, amber, green; who is missing from them abstains."""


@dataclass(frozen=True)
class Vote:
    """How people vote: those with phones by role, those with slips; or everybody by hand."""

    phones: Mapping[str, Counts] = field(default_factory=dict)
    slips: Counts | None = None
    hands: Counts | None = None
    minutes: float = 2


@dataclass(frozen=True)
class Asked:
    """One item of the workshop, from the first vote to how it is left."""

    item: str
    votes: tuple[Vote, ...]
    outcome: Outcome
    protocol: str = ""
    rating: Colour | None = None
    talk: float = 0
    words: tuple[str, ...] = ()
    note: str = ""
    step: str = ""
    minority: str = ""
    role: str = ""
    by: str = ""


def phones(teachers: Counts, support: Counts, leaders: Counts) -> dict[str, Counts]:
    return {"Teachers": teachers, "Support staff": support, "Leaders": leaders}


PROGRAMME = (
    Asked(
        item="kq01",
        votes=(Vote(phones((0, 4, 16), (0, 2, 5), (0, 0, 7)), slips=(0, 1, 5)),),
        outcome="settled",
        rating="green",
        talk=4,
        words=(
            "The tracking calendar went to all staff in August and it is on every department wall",
            "Tracking calendar went to all staff in August, it's on every department wall",
            "New staff get it at induction, I could say what is due and when",
            "PTs go through the handbook at the first DM",
            "Supply teachers don't get the handbook",
        ),
        note="Tracking calendar and handbook issued in August 2026; 33 of 40 staff at the "
        "in-service day said they could name what is due and when. Induction covers it for new "
        "staff; supply teachers are not reached yet.",
        step="Put a one-page guide to tracking into the supply folder.",
    ),
    Asked(
        item="kq03",
        votes=(
            Vote(phones((8, 2, 10), (3, 1, 3), (3, 1, 3)), slips=(2, 0, 4)),
            Vote(phones((2, 16, 2), (1, 5, 1), (0, 6, 1)), slips=(0, 5, 1)),
        ),
        outcome="settled",
        protocol="poles",
        rating="amber",
        talk=13,
        words=(
            "We meet every term but nobody checks last time's actions",
            "Meetings happen each term, nobody checks the actions from last time",
            "Maths meets monthly and it works, 6 pupils moved up a set after the October one",
            "Actions are minuted and then never looked at again",
        ),
        note="Termly meetings are minuted, but of the 14 sets of minutes from 2025-26 that PTs had "
        "with them, only 5 showed that the last actions had been checked.",
        step="Begin each meeting with the actions from last time; PTs report on this in February.",
        minority="Maths and Science already meet monthly and check their actions.",
    ),
    Asked(
        item="kq05",
        votes=(
            Vote(phones((14, 3, 3), (4, 1, 2), (0, 1, 6)), slips=(3, 1, 2)),
            Vote(phones((13, 2, 5), (4, 1, 2), (1, 1, 5)), slips=(3, 1, 2)),
        ),
        outcome="split",
        protocol="listening",
        talk=11,
        words=(
            "Three systems for the same S3 data: SEEMiS, the department sheet and the new tracker",
            "Same S3 data goes into three systems, SEEMiS, department sheet and new tracker",
            "It takes me four hours each reporting window on top of the reports themselves",
            "The new tracker has halved what I have to chase",
            "The working time agreement allows for it",
        ),
        minority="Teachers enter the same data up to three times; for leaders the new tracker has "
        "saved work. Both are true of the same system.",
        step="Count the entries a teacher makes in the January window, and drop one.",
    ),
    Asked(
        item="kq13",
        votes=(Vote(hands=(9, 14, 15)), Vote(hands=(3, 30, 5))),
        outcome="settled",
        protocol="same-words",
        rating="amber",
        talk=9,
        note="Five departments could give an example of a judgement that changed in 2025-26; in "
        "English 11 of 60 folios were re-graded after moderation with another school.",
        step="Two departments a term moderate across subjects, with one example kept from each.",
    ),
    Asked(
        item="kq15",
        votes=(
            Vote(phones((5, 7, 8), (4, 2, 1), (1, 2, 4)), slips=(2, 2, 2)),
            Vote(phones((6, 7, 7), (4, 2, 1), (1, 3, 3)), slips=(2, 1, 3)),
        ),
        outcome="more_evidence",
        protocol="pairs",
        talk=5,
        words=(
            "Nobody outside support can see who gets what",
            "I don't know which pupils in my class get support or whether it works",
        ),
        role="DHT (support) with the SfL team",
        by="by the end of January",
    ),
    Asked(
        item="kq18",
        votes=(Vote(phones((1, 3, 16), (0, 1, 5), (0, 0, 7)), slips=(1, 0, 5)),),
        outcome="settled",
        protocol="other-view",
        rating="green",
        talk=6,
        words=(
            "Parents told us the new report is clear: 84% in the June survey",
            "S3 reports go home after course choices are made",
        ),
        note="In the June 2026 survey 84% of 212 parents said that the report told them what comes "
        "next; pupils in S2 wrote the targets themselves.",
        step="Move the S3 report to before course choice.",
        minority="The S3 report goes home after the course choice is made.",
    ),
)


@dataclass
class Hall:
    """The workshop while it runs: its clock, its folder, and the app, which may be killed."""

    library: Library
    folder: Path
    now: datetime = BEGUN

    def __post_init__(self) -> None:
        self.sitting = Sitting(start(self.folder, self.library, clock=self.clock, workshop=True))
        self.sitting.present = PRESENT

    def clock(self) -> datetime:
        """The time, which goes on by a second at each look."""
        self.now += timedelta(seconds=1)
        return self.now

    def wait(self, minutes: float) -> None:
        self.now += timedelta(minutes=minutes)

    def kill(self) -> None:
        """The app is gone without a word, and is started again two minutes later."""
        path = self.sitting.evaluation.path
        self.sitting.evaluation.close()
        self.wait(2)
        self.sitting = Sitting(resume(path, self.library, clock=self.clock))
        self.sitting.present = PRESENT

    def run(self, asked: Asked) -> None:
        """One item, from the first vote to its conclusion."""
        for number, vote in enumerate(asked.votes):
            if number:
                self.sitting.talk(asked.protocol)
                self.wait(asked.talk)
            self.vote(asked, vote, first=not number)
        if len(asked.votes) == 1 and asked.talk:
            if asked.protocol:
                self.sitting.talk(asked.protocol)
            self.wait(asked.talk)
        self.record(asked)
        self.sitting.conclude(
            asked.outcome, asked.rating, minority=asked.minority, role=asked.role, by=asked.by
        )

    def vote(self, asked: Asked, vote: Vote, *, first: bool) -> None:
        sitting = self.sitting
        sitting.open_vote(asked.item)
        kills = asked.item == "kq05" and not first
        for place, ballot in enumerate(_ballots(vote, asked.words if first else ())):
            if kills and place == KILLED_AFTER:
                sitting.save_box()
                self.kill()
                sitting = self.sitting
            sitting.cast(self._key(place), ballot)
        if vote.slips:
            sitting.type_in("sheets", _count(vote.slips, SLIPS))
        if vote.hands:
            sitting.type_in("hands", _count(vote.hands, PRESENT))
        sitting.save_box()
        self.wait(vote.minutes)
        sitting.count_vote()

    def record(self, asked: Asked) -> None:
        """What the facilitator takes down of the evidence and of what is to be done."""
        noted = [Noted(item=asked.item, text=asked.note)] if asked.note else []
        steps = [StepNoted(item=asked.item, text=asked.step)] if asked.step else []
        if noted or steps:
            self.wait(0.5)
            self.sitting.evaluation.take_down([*noted, *steps])

    def _key(self, phone: int) -> str:
        box = self.sitting.box
        assert box is not None
        return ballot_key(f"phone {phone}", box.item, box.number)


def _ballots(vote: Vote, words: tuple[str, ...]) -> Iterator[Ballot]:
    """One ballot a phone, the roles one after the other; the first who vote write something."""
    said = iter(words)
    for role, counts in vote.phones.items():
        colours: list[Colour | None] = [
            colour for colour, n in zip(COLOURS, counts, strict=True) for _ in range(n)
        ]
        colours += [None] * (PHONES[role] - len(colours))
        for colour in colours:
            yield Ballot(colour, role, next(said, ""))


def _count(counts: Counts, people: int) -> Count:
    return Count(dict(zip(COLOURS, counts, strict=True)), people - sum(counts))


def held(folder: Path, library: Library) -> Path:
    """The transcript that the whole workshop makes in `folder`."""
    hall = Hall(library, folder)
    items = [asked.item for asked in PROGRAMME]
    hall.sitting.begin(
        "Lochside Academy", "Secondary", "key-questions", items, MINUTES, tuple(PHONES)
    )
    hall.wait(4)
    for asked in PROGRAMME:
        hall.run(asked)
        hall.wait(0.5)
    hall.sitting.evaluation.take_down([Finished(), Paused()])
    hall.sitting.evaluation.close()
    return hall.sitting.evaluation.path


def example(path: Path) -> bytes:
    """The transcript at `path`, marked as one that is there to be read."""
    first, rest = path.read_bytes().split(b"\n", 1)
    return encode(EVENT.validate_json(first).model_copy(update={"example": True}))[1] + rest


def main() -> None:
    """Replaces the example."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        made = example(held(Path(folder), load_library()))
    (ROOT / "transcripts" / f"{NAME}.jsonl").write_bytes(made)


if __name__ == "__main__":
    main()
