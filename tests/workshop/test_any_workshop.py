"""Whatever a facilitator and a room may do, in any order: nothing is lost, nobody is found.

People come, go, change their minds and vote by phone, by hand or on slips; votes are dropped,
counted, taken again, in one workshop or two; the app is killed at any moment.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from mtcoach.evaluation import resume, start
from mtcoach.questions.loading import load_library
from mtcoach.questions.models import COLOURS
from mtcoach.transcript.events import Tally
from mtcoach.transcript.log import load
from mtcoach.workshop.ballots import Ballot, Count
from mtcoach.workshop.room import LEGAL, RoomError
from mtcoach.workshop.sitting import Sitting
from support.subtraction import OBSERVERS, Choice, Person, found, known_to

LIBRARY = load_library()
ITEMS = ("kq01", "kq02")
ROLES = ("Teachers", "Leaders")
SIZE = 14


class AnyWorkshop(RuleBasedStateMachine):
    """A room of people whose choices we know, beside the sitting that must not give them away."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.now: list[Choice] = []
        self.counted: dict[str, list[list[Choice]]] = {item: [] for item in ITEMS}
        self.cast: list[Choice] = []

    @initialize(mixed=st.booleans(), roles=st.booleans(), first=st.sampled_from(COLOURS))
    def open(self, mixed: bool, roles: bool, first: Any) -> None:
        ways: tuple[Any, ...] = ("phones",) * 5 + (("hands", "sheets") if mixed else ())
        self.people = [
            (ROLES[n % 7 == 0] if roles and n % 3 else "", ways[n % len(ways)]) for n in range(SIZE)
        ]
        self.now = [first if n % 2 else COLOURS[n % 3] for n in range(SIZE)]
        self.sitting = Sitting(start(Path(self.folder.name), LIBRARY))
        self.sitting.begin("Lochside", "Secondary", "key-questions", ITEMS, 50, ROLES)

    def teardown(self) -> None:
        if hasattr(self, "sitting"):
            self.sitting.evaluation.close()
        self.folder.cleanup()

    def may(self, move: Any) -> bool:
        return move in LEGAL[self.sitting.room.stage]

    @precondition(lambda self: self.may("open a vote"))
    @rule(item=st.sampled_from(ITEMS))
    def open_vote(self, item: str) -> None:
        self.sitting.open_vote(item)
        self.cast = []

    @precondition(lambda self: self.may("count the vote"))
    @rule()
    def everybody_votes(self) -> None:
        for number, ((role, means), choice) in enumerate(zip(self.people, self.now, strict=True)):
            if means == "phones" and choice != "away":
                self.sitting.cast(str(number), Ballot(choice, role, f"note {number}"))
        for means in ("hands", "sheets"):
            chose = [c for (_, m), c in zip(self.people, self.now, strict=True) if m == means]
            if any(choice != "away" for choice in chose):
                spread = {colour: chose.count(colour) for colour in COLOURS}
                self.sitting.type_in(means, Count(spread, chose.count(None)))  # type: ignore[arg-type]
        self.sitting.save_box()
        self.cast = list(self.now)

    @precondition(lambda self: self.may("count the vote") and self.cast)
    @rule()
    def count(self) -> None:
        item = self.sitting.room.item or ""
        self.sitting.count_vote()
        self.counted[item].append(self.cast)
        self.cast = []

    @precondition(lambda self: self.may("drop the vote"))
    @rule()
    def drop(self) -> None:
        self.sitting.drop_vote()
        self.cast = []

    @precondition(lambda self: not self.cast)
    @rule(who=st.integers(0, SIZE - 1), choice=st.sampled_from((*COLOURS, None, "away")))
    def somebody_thinks_again(self, who: int, choice: Any) -> None:
        self.now[who] = choice

    @precondition(lambda self: not self.cast)
    @rule(shift=st.sampled_from((1, 2)))
    def a_role_thinks_again(self, shift: int) -> None:
        for number, (role, _) in enumerate(self.people):
            choice = self.now[number]
            if role == "Teachers" and choice in COLOURS:
                self.now[number] = COLOURS[(COLOURS.index(choice) + shift) % 3]

    @precondition(lambda self: self.may("talk"))
    @rule()
    def talk(self) -> None:
        self.sitting.talk("poles")

    @precondition(lambda self: self.may("conclude"))
    @rule(agreed=st.booleans())
    def conclude(self, agreed: bool) -> None:
        self.sitting.conclude("settled", "amber") if agreed else self.sitting.conclude("split")

    @precondition(lambda self: self.sitting.box is None)
    @rule()
    def another_room(self) -> None:
        self.sitting.begin("Lochside", "Secondary", "key-questions", ITEMS, 30, ROLES)

    @rule()
    def killed(self) -> None:
        before = self.sitting.room
        box = self.sitting.box
        self.sitting.evaluation.close()
        self.sitting = Sitting(resume(self.sitting.evaluation.path, LIBRARY))
        assert self.sitting.room.workshop == before.workshop
        assert self.sitting.box == box

    @rule(move=st.sampled_from(("count_vote", "drop_vote", "contribute", "late")))
    def what_is_not_legal_changes_nothing(self, move: str) -> None:
        path = self.sitting.evaluation.path
        before = path.read_bytes()
        room = self.sitting.room
        try:
            if move == "late" and self.sitting.box is None:
                self.sitting.cast("x", Ballot("red"))
            elif move == "contribute" and not self.may("contribute"):
                room.contribute("x")
            elif move == "drop_vote" and not self.may("drop the vote"):
                room.drop_vote()
            elif move == "count_vote" and not self.may("count the vote"):
                self.sitting.count_vote()
            else:
                return
        except RoomError:
            assert path.read_bytes() == before
        else:
            raise AssertionError(f"{move} was not refused")

    @invariant()
    def nobody_is_found(self) -> None:
        if not hasattr(self, "sitting") or self.sitting.evaluation.record.workshop is None:
            return
        for item in ITEMS:
            handled = self.sitting.room.workshop.on(item)
            tallies = [each.tally for each in handled.counted if each.tally]
            assert len(tallies) == len(self.counted[item])
            if tallies:
                self._search(tallies, self.counted[item])

    def _search(self, tallies: list[Tally], chosen: list[list[Choice]]) -> None:
        # Later votes are weighed against all earlier ones; a find needs at most a few of them.
        tallies, chosen = tallies[-3:], chosen[-3:]
        people = [
            Person(number, role, means, tuple(vote[number] for vote in chosen))
            for number, (role, means) in enumerate(self.people)
        ]
        for observer in OBSERVERS:
            assert not found(known_to(observer, people, tallies), SIZE), (observer, tallies)

    @invariant()
    def no_open_vote_is_in_the_transcript(self) -> None:
        if hasattr(self, "sitting") and self.sitting.box is not None:
            last = load(self.sitting.evaluation.path).events[-1]
            assert last.type in ("round_opened", "resumed", "said")


def test_any_workshop_keeps_its_promises() -> None:
    run_state_machine_as_test(
        AnyWorkshop,
        settings=settings(max_examples=25, stateful_step_count=25, deadline=None),
    )
