"""What each audience may see: the seal, what is held back, and the same view for the same state."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtcoach.evaluation import start
from mtcoach.questions.loading import Library
from mtcoach.questions.models import COLOURS
from mtcoach.workshop.ballots import Ballot, Box
from mtcoach.workshop.network.views import View, as_json, participant_view, wall_view
from mtcoach.workshop.room import Room
from mtcoach.workshop.sitting import Sitting
from support.rooms import ballot

BALLOTS = st.lists(
    st.builds(
        Ballot,
        st.sampled_from([*COLOURS, None]),
        st.sampled_from(["", "Teacher", "Support staff"]),
        st.text(max_size=20),
    ),
    max_size=12,
)


@pytest.fixture(scope="module")
def sitting(tmp_path_factory: pytest.TempPathFactory, library: Library) -> Iterator[Sitting]:
    sitting = Sitting(start(tmp_path_factory.mktemp("views"), library))
    sitting.begin("Lochside Academy", "Secondary", "key-questions", ("kq01", "kq02"), minutes=50)
    sitting.open_vote("kq01")
    yield sitting
    sitting.evaluation.close()


def box_of(ballots: list[Ballot]) -> Box:
    box = Box("kq01", 1)
    for number, each in enumerate(ballots):
        box = box.cast(str(number), each)
    return box


@settings(deadline=None)
@given(ballots=BALLOTS)
def test_two_open_votes_with_as_many_in_look_the_same_to_everybody(
    sitting: Sitting, library: Library, ballots: list[Ballot]
) -> None:
    def seen(box: Box) -> tuple[View, str]:
        view = participant_view(sitting.room, box, library)
        return view, json.dumps(as_json(wall_view(view, "10.0.0.1:8000", "CDF679", 20)))

    assert seen(box_of(ballots)) == seen(box_of([Ballot("red")] * len(ballots)))


def room_with(tmp_path: Path, library: Library, *votes: str) -> Sitting:
    sitting = Sitting(start(tmp_path, library))
    sitting.begin("Lochside Academy", "Secondary", "key-questions", ("kq01", "kq02"), minutes=50)
    sitting.open_vote("kq01")
    for number, colour in enumerate(votes):
        sitting.cast(str(number), replace(ballot(colour), words=f"Words of {number}"))
    sitting.count_vote()
    sitting.evaluation.close()
    return sitting


def view_of(room: Room, library: Library) -> View:
    return participant_view(room, None, library)


def test_a_counted_vote_of_five_is_shown_with_what_to_talk_about(
    tmp_path: Path, library: Library
) -> None:
    view = view_of(room_with(tmp_path, library, *["red"] * 3, *["green"] * 3).room, library)
    assert view.stage == "reveal"
    (picture,) = view.pictures
    assert [(bar.letter, bar.word, bar.count) for bar in picture.bars] == [
        ("R", "red", 3),
        ("A", "amber", 0),
        ("G", "green", 3),
    ]
    assert any("two camps" in line for line in view.prompt)
    assert view.words_open


def test_of_four_votes_nothing_but_their_number_is_shown(tmp_path: Path, library: Library) -> None:
    view = view_of(room_with(tmp_path, library, "red", "red", "green", "green").room, library)
    (picture,) = view.pictures
    assert (picture.of, picture.bars, picture.groups) == (4, (), ())
    assert not view.words_open


def test_nobodys_words_are_on_any_screen(tmp_path: Path, library: Library) -> None:
    sitting = room_with(tmp_path, library, *["red"] * 6)
    view = view_of(sitting.room, library)
    assert len(sitting.room.handled.voices) == 6
    assert "Words of" not in json.dumps(as_json(wall_view(view, "a", "b", 1)))


def test_while_a_second_vote_is_open_the_first_is_out_of_sight(
    tmp_path: Path, library: Library
) -> None:
    sitting = Sitting(start(tmp_path, library))
    sitting.begin("Lochside Academy", "Secondary", "key-questions", ("kq01",), minutes=50)
    sitting.open_vote("kq01")
    for number in range(6):
        sitting.cast(str(number), Ballot("red"))
    sitting.count_vote()
    sitting.talk("poles")
    assert view_of(sitting.room, library).steps
    sitting.open_vote("kq01")
    view = participant_view(sitting.room, sitting.box, library)
    assert (view.stage, view.number, view.pictures, view.prompt) == ("vote", 2, (), ())
    sitting.evaluation.close()


def test_a_prompt_of_the_facilitators_stands_in_the_place_of_the_playbooks(
    tmp_path: Path, library: Library
) -> None:
    sitting = room_with(tmp_path, library, *["red"] * 6)
    view = participant_view(sitting.room, None, library, prompt=["Hear the probationers first."])
    assert view.prompt == ("Hear the probationers first.",)


def test_an_item_that_no_bank_has_any_more_is_shown_by_its_id(
    tmp_path: Path, library: Library
) -> None:
    sitting = room_with(tmp_path, library, *["red"] * 6)
    without = Library(library.framework, {})
    view = view_of(sitting.room, without)
    assert view.table and (view.table.topic, view.table.statement) == ("kq01", "")


def test_the_key_of_a_view_changes_with_the_vote_and_not_with_votes(
    sitting: Sitting, library: Library
) -> None:
    views = [
        participant_view(sitting.room, box_of([Ballot("red")] * number), library)
        for number in (0, 3)
    ]
    assert views[0].key == views[1].key == "vote kq01 1"
    assert views[0].still == views[1].still
    assert [view.votes for view in views] == [0, 3]
