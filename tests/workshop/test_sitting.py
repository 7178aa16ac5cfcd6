"""A workshop on the disk: what is shown is saved, and a room that was killed is where it was."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from mtcoach.errors import CoachError
from mtcoach.evaluation import resume, start
from mtcoach.questions.loading import Library, load_library
from mtcoach.transcript.events import Rated, StatusSet
from mtcoach.workshop.ballots import Ballot, Count, ballot_key
from mtcoach.workshop.room import RoomError
from mtcoach.workshop.sitting import Sitting

ITEMS = ("kq01", "kq02")


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library()


@pytest.fixture
def sitting(tmp_path: Path, library: Library) -> Iterator[Sitting]:
    sitting = Sitting(start(tmp_path, library))
    sitting.begin("Lochside Academy", "Secondary", "key-questions", ITEMS, minutes=50)
    yield sitting
    sitting.evaluation.close()


def vote(sitting: Sitting, *colours: str) -> None:
    for number, colour in enumerate(colours):
        ballot = Ballot(colour, words=f"I say {colour}")  # type: ignore[arg-type]
        sitting.cast(f"key{number}", ballot)
    sitting.save_box()


def test_a_vote_is_sealed_until_it_is_counted(sitting: Sitting) -> None:
    sitting.open_vote("kq01")
    vote(sitting, "red", "amber", "amber", "green", "green")
    assert "red" not in sitting.evaluation.path.read_text(encoding="utf-8").split("round_opened")[1]
    sitting.count_vote()
    counted = sitting.room.handled.counted[0].tally
    assert counted and counted.spread == {"red": 1, "amber": 2, "green": 2}
    assert sitting.room.stage == "reveal"
    assert len(sitting.room.handled.voices) == 5


def test_the_box_is_gone_once_the_vote_is_counted(sitting: Sitting) -> None:
    sitting.open_vote("kq01")
    vote(sitting, "red")
    box = sitting.evaluation.path.with_name(sitting.evaluation.path.name + ".box")
    assert box.exists()
    sitting.count_vote()
    assert not box.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_the_open_box_is_for_nobody_else_on_this_machine(sitting: Sitting) -> None:
    sitting.open_vote("kq01")
    vote(sitting, "red")
    box = sitting.evaluation.path.with_name(sitting.evaluation.path.name + ".box")
    assert box.stat().st_mode & 0o077 == 0


def test_words_of_too_few_are_not_kept(sitting: Sitting) -> None:
    sitting.open_vote("kq01")
    vote(sitting, "red", "green")
    sitting.count_vote()
    assert sitting.room.handled.voices == ()
    assert "I say red" not in sitting.evaluation.path.read_text(encoding="utf-8")
    with pytest.raises(RoomError, match="fewer than 5"):
        sitting.contribute("P3 has no tracker")


def test_a_room_that_was_killed_is_where_it_was_with_its_votes(
    sitting: Sitting, library: Library
) -> None:
    sitting.open_vote("kq01")
    vote(sitting, "red", "amber", "amber")
    sitting.evaluation.close()
    again = Sitting(resume(sitting.evaluation.path, library))
    try:
        assert again.room.stage == "vote"
        assert again.box and again.box.votes_in == 3
        again.cast("key0", Ballot("green"))
        assert again.box.votes_in == 3
    finally:
        again.evaluation.close()


def test_a_late_vote_is_refused(sitting: Sitting) -> None:
    sitting.open_vote("kq01")
    vote(sitting, "red")
    sitting.count_vote()
    with pytest.raises(RoomError, match="closed"):
        sitting.cast("late", Ballot("green"))


def test_both_votes_and_the_agreed_rating_are_kept(sitting: Sitting) -> None:
    sitting.open_vote("kq01")
    vote(sitting, *["red"] * 3, *["green"] * 3)
    sitting.count_vote()
    sitting.talk("poles")
    assert sitting.room.stage == "talk"
    sitting.open_vote("kq01")
    vote(sitting, *["amber"] * 5, "green")
    sitting.count_vote()
    sitting.conclude("settled", "amber", minority="One stage has it in place already")
    assert len(sitting.room.handled.counted) == 2
    answer = sitting.evaluation.record.answer("kq01")
    assert (answer.rating, answer.how, answer.status) == ("amber", "agreed", "answered")
    assert sitting.room.following == "kq02"


@pytest.mark.parametrize("move", ["count_vote", "drop_vote"])
def test_a_move_at_the_wrong_time_changes_nothing_and_names_itself(
    sitting: Sitting, move: str
) -> None:
    before = sitting.evaluation.path.read_bytes()
    with pytest.raises(RoomError, match="open"):
        getattr(sitting, move)()
    assert sitting.evaluation.path.read_bytes() == before


def test_a_split_is_kept_without_a_rating(sitting: Sitting) -> None:
    sitting.open_vote("kq01")
    vote(sitting, *["red"] * 3, *["green"] * 3)
    sitting.count_vote()
    with pytest.raises(RoomError, match="Only a settled item"):
        sitting.conclude("split", "amber")
    sitting.conclude("split", minority="Departments differ")
    assert sitting.evaluation.record.answer("kq01").rating is None
    assert sitting.evaluation.record.answer("kq01").status == "unknown"


def test_words_of_one_phone_beside_a_show_of_hands_are_not_kept(sitting: Sitting) -> None:
    sitting.open_vote("kq01")
    vote(sitting, "red")
    sitting.type_in("hands", Count({"red": 3, "amber": 8, "green": 2}))
    sitting.count_vote()
    assert sitting.room.handled.voices == ()
    with pytest.raises(RoomError, match="fewer than 5"):
        sitting.contribute("Only I could have written this")


def test_a_room_without_phones_keeps_what_the_facilitator_writes_down(sitting: Sitting) -> None:
    sitting.open_vote("kq01")
    sitting.type_in("hands", Count({"red": 3, "amber": 8, "green": 2}))
    sitting.count_vote()
    sitting.contribute("S3 reports come too late to act on")
    assert [voice.text for voice in sitting.room.handled.voices]


def test_a_vote_by_phone_cannot_be_typed_in_and_no_count_is_below_nothing(
    sitting: Sitting,
) -> None:
    sitting.open_vote("kq01")
    with pytest.raises(RoomError, match="come in by themselves"):
        sitting.type_in("phones", Count({"red": 3}))
    with pytest.raises(CoachError, match="below 0"):
        Count({"red": -3})
    with pytest.raises(CoachError, match="not a colour"):
        Ballot("blue")  # type: ignore[arg-type]


def test_a_vote_called_off_is_not_the_next_one_with_its_late_ballots(sitting: Sitting) -> None:
    sitting.open_vote("kq01")
    first = sitting.box
    sitting.drop_vote()
    sitting.open_vote("kq01")
    assert first and sitting.box
    assert ballot_key("secret", "kq01", first.number) != ballot_key(
        "secret", "kq01", sitting.box.number
    )


def test_a_vote_opened_by_mistake_and_called_off_leaves_the_conclusion(sitting: Sitting) -> None:
    sitting.open_vote("kq01")
    vote(sitting, *["amber"] * 6)
    sitting.count_vote()
    sitting.conclude("settled", "amber")
    sitting.open_vote("kq01")
    sitting.drop_vote()
    assert sitting.room.stage == "concluded"
    assert sitting.room.following == "kq02"


def test_a_second_workshop_in_the_same_file_asks_again_and_keeps_the_first(
    sitting: Sitting,
) -> None:
    sitting.open_vote("kq01")
    vote(sitting, *["amber"] * 6)
    sitting.count_vote()
    sitting.conclude("settled", "amber")
    sitting.begin("Lochside Academy", "Secondary", "key-questions", ITEMS, minutes=30)
    assert sitting.room.item is None
    assert sitting.room.stage == "lobby"
    assert sitting.room.following == "kq01"
    assert sitting.room.workshop.on("kq01").counted
    assert sitting.evaluation.record.answer("kq01").rating == "amber"


def test_no_second_workshop_begins_over_a_vote_that_is_open(sitting: Sitting) -> None:
    sitting.open_vote("kq01")
    with pytest.raises(RoomError, match="count it or drop it"):
        sitting.begin("Lochside Academy", "Secondary", "key-questions", ITEMS, minutes=30)


def test_an_item_that_was_answered_before_the_room_met_is_still_voted_on(
    sitting: Sitting,
) -> None:
    sitting.evaluation.take_down(
        [
            Rated(item="kq02", rating="green", how="stated"),
            StatusSet(item="kq02", status="answered"),
        ]
    )
    sitting.begin("Lochside Academy", "Secondary", "key-questions", ITEMS, minutes=30)
    sitting.open_vote("kq01")
    assert sitting.room.following == "kq02"
