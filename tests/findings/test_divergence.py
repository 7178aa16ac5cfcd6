"""How far a vote agrees: published values, and no absurd shape among all spreads there can be."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from mtcoach.findings.divergence import (
    agreement,
    agreement_of,
    consensus,
    consensus_of,
    few,
    median,
    role_gap,
    shape,
)
from mtcoach.transcript.events import Spread


def spread(red: int, amber: int, green: int) -> Spread:
    return {"red": red, "amber": amber, "green": green}


def every_spread(sizes: range = range(5, 41)) -> Iterator[tuple[int, int, int]]:
    for size in sizes:
        for red in range(size + 1):
            for amber in range(size - red + 1):
                yield red, amber, size - red - amber


def test_agreement_and_consensus_are_those_published_for_a_seven_step_scale() -> None:
    # Both values are printed in the manual of Ruedin's R package agrmt.
    counts = (30, 40, 210, 130, 530, 50, 10)
    assert agreement_of(counts) == pytest.approx(0.6113333, abs=1e-7)
    assert consensus_of(counts) == pytest.approx(0.7256876, abs=1e-7)


@pytest.mark.parametrize(
    ("counts", "expected"), [((1, 2, 4, 2, 1), 0.63), ((1, 1, 1, 1, 1), 0.43), ((1, 0, 0, 0, 1), 0)]
)
def test_consensus_of_five_steps_is_what_others_make_of_it(
    counts: tuple[int, ...], expected: float
) -> None:
    assert consensus_of(counts) == pytest.approx(expected, abs=5e-3)


@pytest.mark.parametrize(
    ("counts", "together"),
    [
        ((30, 40, 210, 10, 530, 50, 10), True),
        ((3, 4, 1, 1, 3, 5, 10), True),
        ((10, 10, 0, 0, 0, 10, 10), False),
        ((1, 1, 1, 0, 1, 1, 1), False),
        ((10, 11, 0, 0, 0, 0, 20, 11), False),
    ],
)
def test_agreement_tells_one_peak_from_two_as_others_do(
    counts: tuple[int, ...], together: bool
) -> None:
    assert (agreement_of(counts) > 0) == together


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((0, 0, 10, 0, 0), 1.0),
        ((5, 5, 5, 5, 5), 0.0),
        ((5, 0, 0, 0, 5), -1.0),
        ((0, 10, 0), 1.0),
        ((5, 0, 5), -1.0),
        ((5, 5, 5), 0.0),
    ],
)
def test_agreement_has_the_ends_that_van_der_eijk_gives_it(
    counts: tuple[int, ...], expected: float
) -> None:
    assert agreement_of(counts) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("votes", "expected"),
    [((0, 0, 9), 1.0), ((4, 0, 4), 0.0), ((3, 3, 3), 1 - 2 / 3), ((0, 5, 5), 0.585)],
)
def test_consensus_on_three_colours(votes: tuple[int, int, int], expected: float) -> None:
    assert consensus(spread(*votes)) == pytest.approx(expected, abs=5e-4)


def test_both_measures_stay_on_their_scales_and_do_not_care_which_end_is_which() -> None:
    for red, amber, green in every_spread(range(5, 21)):
        there, back = spread(red, amber, green), spread(green, amber, red)
        assert -1 <= agreement(there) <= 1
        assert -1e-12 <= consensus(there) <= 1
        assert agreement(there) == pytest.approx(agreement(back))
        assert consensus(there) == pytest.approx(consensus(back))


def test_nobody_is_no_measure() -> None:
    for measure in (agreement, consensus, median, shape):
        with pytest.raises(ValueError, match="nobody voted"):
            measure({})


@pytest.mark.parametrize(
    ("votes", "expected"),
    [
        ((1, 1, 3), "green"),
        ((3, 0, 3), ("red", "green")),
        ((2, 1, 3), ("amber", "green")),
        ((5, 5, 0), ("red", "amber")),
        ((2, 2, 1), "amber"),
    ],
)
def test_the_middle_is_a_colour_that_somebody_gave_or_two(
    votes: tuple[int, int, int], expected: object
) -> None:
    assert median(spread(*votes)) == expected


@pytest.mark.parametrize(
    ("votes", "expected"),
    [
        ((0, 0, 12), "agreed"),
        ((0, 10, 2), "agreed"),
        ((1, 10, 1), "agreed"),
        ((1, 0, 11), "lone"),
        ((11, 0, 1), "lone"),
        ((2, 2, 8), "lone"),
        ((1, 1, 3), "lone"),
        ((6, 0, 6), "split"),
        ((4, 1, 7), "split"),
        ((0, 6, 6), "split"),
        ((1, 6, 5), "split"),
        ((4, 4, 4), "scattered"),
        ((3, 6, 3), "scattered"),
        ((2, 4, 6), "scattered"),
    ],
)
def test_a_vote_of_twelve_has_the_shape_that_anybody_would_see(
    votes: tuple[int, int, int], expected: str
) -> None:
    assert shape(spread(*votes)) == expected


def test_the_shape_is_the_same_from_either_end() -> None:
    for red, amber, green in every_spread():
        assert shape(spread(red, amber, green)) == shape(spread(green, amber, red))


def test_agreed_means_most_on_one_colour_and_nobody_two_steps_away() -> None:
    for votes in every_spread():
        red, amber, green = votes
        if shape(spread(*votes)) == "agreed":
            assert max(votes) >= 0.75 * sum(votes)
            assert max(votes) == amber or min(red, green) == 0
            assert agreement(spread(*votes)) > 0.6
            assert isinstance(median(spread(*votes)), str)
        else:
            assert max(votes) < sum(votes)


def test_a_lone_voice_is_few_people_two_steps_from_most_of_the_others() -> None:
    for red, amber, green in every_spread():
        if shape(spread(red, amber, green)) == "lone":
            apart, main = sorted((red, green))
            assert 0 < apart <= few(red + amber + green)
            assert main > amber
            assert main >= 0.75 * (main + amber)


def test_a_split_has_two_camps_that_are_each_more_than_a_lone_voice() -> None:
    for votes in every_spread():
        if shape(spread(*votes)) == "split":
            least, second, top = sorted(votes)
            assert second >= max(2, 0.15 * sum(votes))
            assert top < 0.86 * sum(votes)
            assert least <= second


def test_scattered_is_said_only_of_votes_on_all_three_colours() -> None:
    for votes in every_spread():
        if shape(spread(*votes)) == "scattered":
            assert min(votes) > 0
            assert agreement(spread(*votes)) < 0.7


def test_people_who_join_the_largest_side_never_undo_an_agreement() -> None:
    for votes in every_spread(range(5, 31)):
        if shape(spread(*votes)) != "agreed":
            continue
        top = votes.index(max(votes))
        for place in range(3):
            if place != top and votes[place]:
                moved = list(votes)
                moved[place] -= 1
                moved[top] += 1
                assert shape(spread(*moved)) == "agreed"


def test_half_and_half_is_split_in_a_room_of_any_size() -> None:
    for half in range(3, 61):
        assert shape(spread(half, 0, half)) == "split"
        assert shape(spread(0, half, half)) == "split"
        assert shape(spread(half, half, half)) == "scattered"


def test_two_roles_a_step_apart_are_named_the_lower_one_first() -> None:
    teachers, leaders = spread(4, 6, 1), spread(0, 1, 5)
    assert role_gap({"Leaders": leaders, "Teachers": teachers}) == ("Teachers", "Leaders")


def test_half_a_step_is_no_gap_and_one_group_has_none() -> None:
    between, amber = spread(0, 3, 3), spread(0, 6, 0)
    assert role_gap({"Leaders": between, "Teachers": amber}) is None
    assert role_gap({"Teachers": amber}) is None
    assert role_gap({}) is None


def test_of_three_roles_the_two_furthest_apart_are_named() -> None:
    groups = {
        "Leaders": spread(0, 0, 5),
        "Support staff": spread(6, 0, 0),
        "Teachers": spread(0, 9, 0),
    }
    assert role_gap(groups) == ("Support staff", "Leaders")
