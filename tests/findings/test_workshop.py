"""What a room's votes mean: their course from the first to the last, and how it was left."""

from __future__ import annotations

import pytest

from mtcoach.findings import propose, spoken_summary
from mtcoach.findings.profile import profiles
from mtcoach.findings.workshop import Seen, most, seen, ways
from mtcoach.questions.loading import Library
from mtcoach.transcript.events import (
    Concluded,
    Event,
    Outcome,
    Rated,
    RoomOpened,
    RoundClosed,
    RoundDropped,
    RoundOpened,
    RouteChosen,
    StatusSet,
    Tally,
)
from mtcoach.transcript.record import Record, fold

Votes = tuple[int, int, int]
HALVES, AGREED, WAVERING = (6, 0, 6), (0, 11, 1), (4, 4, 4)


def record(*votes: Votes | None, outcome: Outcome | None = None, **means: int) -> Record:
    """A room that voted on `q1` so often, with the spread of each vote, None where it is held."""
    events: list[Event] = [
        RouteChosen(route="workshop", bank="six", items=("q1", "q2")),
        RoomOpened(minutes=50),
    ]
    used = {"phones": 12, **means}
    for number, each in enumerate(votes, 1):
        spread = dict(zip(("red", "amber", "green"), each, strict=True)) if each else None
        tally = Tally.model_validate(
            {"present": 12, "voters": 12, "abstained": 1, "spread": spread, "means": used}
        )
        events += [
            RoundOpened(item="q1", number=number),
            RoundClosed(item="q1", number=number, tally=tally),
        ]
    if outcome == "settled":
        events.append(Rated(item="q1", rating="amber", how="agreed"))
    if outcome:
        events.append(Concluded(item="q1", outcome=outcome, minority="why"))
        status = "answered" if outcome == "settled" else "unknown"
        events.append(StatusSet(item="q1", status=status))
    return fold(event.model_copy(update={"seq": seq}) for seq, event in enumerate(events))


def seen_of(*votes: Votes | None, outcome: Outcome | None = None) -> Seen:
    (found,) = seen(record(*votes, outcome=outcome), ("q1", "q2"))
    return found


@pytest.mark.parametrize(
    ("votes", "course"),
    [
        ((HALVES,), "once"),
        ((HALVES, AGREED), "together"),
        ((AGREED, HALVES), "apart"),
        ((HALVES, WAVERING), "moved"),
        ((HALVES, HALVES), "stayed"),
        ((HALVES, WAVERING, AGREED), "together"),
        ((None,), "covered"),
        ((HALVES, None), "once"),
        ((HALVES, None, AGREED), "together"),
    ],
)
def test_the_course_runs_from_the_first_to_the_last_vote_that_may_be_shown(
    votes: tuple[Votes | None, ...], course: str
) -> None:
    assert seen_of(*votes).course == course


def test_a_room_that_agrees_on_another_colour_has_shifted() -> None:
    assert seen_of((0, 11, 1), (0, 1, 11)).shifted
    assert not seen_of((0, 11, 1), (0, 12, 0)).shifted


def test_only_a_settled_item_has_a_rating() -> None:
    assert seen_of(AGREED, outcome="settled").rating == "amber"
    assert seen_of(HALVES, outcome="split").rating is None
    assert seen_of(HALVES).left == "open"


def test_every_event_behind_an_item_is_named_once() -> None:
    assert seen_of(HALVES, AGREED, outcome="settled").events == (2, 3, 4, 5, 7)


def test_a_vote_that_was_called_off_is_no_vote() -> None:
    opened = (RoomOpened(minutes=50), RoundOpened(item="q1", number=1))
    dropped = fold((*opened, RoundDropped(item="q1", number=1)))
    assert seen(dropped, ("q1",)) == ()


def test_without_a_room_nothing_was_seen() -> None:
    assert seen(Record(), ("q1",)) == ()


def test_who_voted_how_is_counted_over_all_votes() -> None:
    found = seen(record(HALVES, AGREED, sheets=2), ("q1",))
    assert ways(found) == ("phones", "sheets")
    assert most(found) == 13


def test_a_split_is_a_standing_of_its_own_until_it_is_settled(library: Library) -> None:
    split = profiles(record(HALVES, outcome="split"), library)[0]
    assert (split.counts["split"], split.counts["unknown"]) == (1, 0)
    assert split.items("split") == ("q1",)
    settled = profiles(record(AGREED, outcome="settled"), library)[0]
    assert (settled.counts["split"], settled.counts["amber"]) == (0, 1)


def test_a_split_is_put_forward_for_the_plan_and_said_in_the_summary(library: Library) -> None:
    found = record(HALVES, outcome="split")
    (proposal,) = propose(found, library)
    assert proposal.reason.startswith("seen in two ways by the room")
    assert "Seen in two ways, and kept so: Expectations." in spoken_summary(found, "1.1 a", library)
