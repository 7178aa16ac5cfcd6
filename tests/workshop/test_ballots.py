"""What of a vote may be shown: nothing that gives a person's vote away."""

from __future__ import annotations

from mtcoach.questions.models import Colour
from mtcoach.transcript.events import Tally
from mtcoach.workshop.ballots import Ballot, Box, Count, ballot_key, tally
from mtcoach.workshop.disclosure import few_moved


def many(colour: Colour, number: int) -> list[Colour]:
    return [colour] * number


def box_of(*votes: Colour | None, role: str = "", start: int = 0) -> Box:
    box = Box("kq01", 1)
    for number, colour in enumerate(votes, start):
        box = box.cast(f"{role}{number}", Ballot(colour, role))
    return box


def with_role(box: Box, role: str, *votes: Colour) -> Box:
    for number, colour in enumerate(votes):
        box = box.cast(f"{role}{number}", Ballot(colour, role))
    return box


def test_five_votes_are_shown_and_four_are_not() -> None:
    assert tally(box_of("red", "red", "green", "green", "amber"), 5).spread == {
        "red": 2,
        "amber": 1,
        "green": 2,
    }
    four = tally(box_of("red", "red", "green", "green"), 4)
    assert four.spread is None
    assert four.voters == 4


def test_abstaining_is_counted_apart_and_makes_no_spread_large_enough() -> None:
    counted = tally(box_of("red", "red", "green", "green", None, None), 9)
    assert (counted.voters, counted.abstained, counted.present) == (4, 2, 9)
    assert counted.spread is None


def test_a_changed_vote_takes_the_place_of_the_first() -> None:
    box = box_of("red").cast("0", Ballot("green"))
    assert tally(box, 1).voters == 1
    assert box.votes_in == 1


def test_few_phones_beside_a_show_of_hands_are_not_given_away() -> None:
    hands = Count({"red": 3, "amber": 8, "green": 2})
    assert tally(box_of("red", "green").counted("hands", hands), 15).spread is None
    alone = tally(Box("kq01", 1).counted("hands", hands), 13)
    assert alone.spread == {"red": 3, "amber": 8, "green": 2}
    assert alone.means == {"hands": 13}


def test_a_group_is_shown_only_if_the_others_are_many_enough_too() -> None:
    teachers = with_role(Box("kq01", 1), "Teachers", *many("amber", 8))
    assert tally(with_role(teachers, "Leaders", "green", "green"), 10).groups == {}
    enough = tally(with_role(teachers, "Leaders", *many("green", 5)), 13)
    assert set(enough.groups) == {"Teachers", "Leaders"}


def test_one_who_comes_late_is_not_found_between_two_votes() -> None:
    first = tally(box_of(*many("amber", 6)), 6)
    late = tally(box_of(*many("amber", 6), "red"), 7, [first])
    assert late.spread is None
    talked = tally(box_of(*many("green", 2), *many("amber", 4), "red"), 7, [first])
    assert talked.spread is not None


def test_the_same_spread_again_tells_nothing_and_is_shown() -> None:
    first = tally(box_of(*many("amber", 6)), 6)
    assert tally(box_of(*many("amber", 6)), 6, [first]).spread == first.spread


def test_a_group_that_gained_one_is_held_in_the_second_vote() -> None:
    def vote(*extra: Colour) -> Box:
        box = with_role(Box("kq01", 1), "Teachers", *many("amber", 6), *extra)
        return with_role(box, "Leaders", *many("green", 6))

    first = tally(vote(), 12)
    second = tally(vote("red"), 13, [first])
    assert "Teachers" not in second.groups


def test_few_moved_is_about_one_way_only() -> None:
    assert few_moved((1, 0, 0), (2, 0, 0))
    assert few_moved((4, 0, 3), (2, 0, 2))
    assert not few_moved((1, 5, 0), (2, 4, 0))
    assert not few_moved((1, 0, 0), (6, 0, 0))


def test_few_moved_where_some_of_the_earlier_votes_can_be_taken_away() -> None:
    # Two gave their hand before and are known to the room: eight sealed votes became nine.
    assert few_moved((4, 4, 2), (5, 4, 0), unknown=2)
    assert not few_moved((4, 4, 2), (7, 2, 0), unknown=2 - 1)


def test_a_key_is_the_same_for_a_device_within_a_vote_and_another_in_the_next() -> None:
    assert ballot_key("secret", "kq01", 1) == ballot_key("secret", "kq01", 1)
    assert ballot_key("secret", "kq01", 1) != ballot_key("secret", "kq01", 2)
    assert "secret" not in ballot_key("secret", "kq01", 1)


def test_no_tally_says_more_voted_than_were_present() -> None:
    assert tally(box_of(*many("amber", 6)), 2) == Tally(
        present=6, voters=6, spread={"red": 0, "amber": 6, "green": 0}, means={"phones": 6}
    )
