"""Taking words back: what is removed, what stays, and that the talk goes on."""

from __future__ import annotations

import pytest

from mtcoach.coach.asides.unsaid import wanted
from mtcoach.coach.turn import Edit
from mtcoach.transcript.events import Noted, Withdrawn
from support.talk import Talk, the_coach

TOLD = "amber, 4 of 7 departments use the tracker in S3"


@pytest.fixture
def talk() -> Talk:
    return Talk().opened("Lochside Academy", "1", "2", "1", "3", "1")


@pytest.mark.parametrize(
    ("said", "kind", "target"),
    [
        ("remove that", "", ""),
        ("take that back", "", ""),
        ("I take that back", "", ""),
        ("tak that back", "", ""),
        ("no, scratch that", "", ""),
        ("undo", "", ""),
        ("forget what I just said", "", ""),
        ("could you bin that please", "", ""),
        ("delete my note on 5", "note", "5"),
        ("take my note back", "note", ""),
        ("clear the evidence on question 7", "note", "7"),
        ("remove the note about moderation", "note", "moderation"),
        ("scrap the next step", "step", ""),
        ("drop the last action for 3", "step", "3"),
        ("delete everything on 5", "", "5"),
    ],
)
def test_words_are_taken_back_in_any_words(said: str, kind: str, target: str) -> None:
    wish = wanted(said)
    assert wish is not None
    assert (wish.kind, wish.target) == (kind, target)


@pytest.mark.parametrize(
    "said",
    [
        "remove the old tracker",
        "get rid of that barrier in S1",
        "we took that back to the staff meeting",
        "delete duplicate entries by June",
        "drop in to the three classes",
        "forget that",
        "take two sets of jotters out of the cupboard",
    ],
)
def test_content_that_sounds_like_it_is_content(said: str) -> None:
    assert wanted(said) is None


def test_that_is_what_the_last_reply_left(talk: Talk) -> None:
    talk.opened(TOLD, "the pupils said in May that they like it", "remove that")
    answer = talk.record.answer("kq01")
    assert [note.text for note in answer.notes] == ["4 of 7 departments use the tracker in S3"]
    assert "I've taken your note out" in talk.said or "Out it comes: your note" in talk.said
    assert "4 of 7 departments" in talk.said


def test_note_and_step_of_one_reply_go_together_and_the_colour_stays(talk: Talk) -> None:
    talk.opened("red, nobody compares entries; next step is a meeting in May", "take that back")
    answer = talk.record.answer("kq01")
    assert (answer.rating, answer.notes, answer.steps) == ("red", (), ())
    assert "your note and the next step" in talk.said


def test_where_the_probe_has_lost_its_note_it_asks_for_evidence_again(talk: Talk) -> None:
    talk.hear(TOLD)
    assert talk.record.position.step == "probe"
    talk.hear("remove that")
    assert (talk.record.position.item, talk.record.position.step) == ("kq01", "evidence")
    assert "instead" in talk.said or "How would you put it" in talk.said


def test_what_is_typed_instead_at_a_next_step_is_the_note_and_no_step(talk: Talk) -> None:
    talk.opened(TOLD, "skip")
    assert talk.record.position.step == "next_step"
    talk.hear("scrap my note")
    talk.hear("5 of 7, as I found out today")
    answer = talk.record.answer("kq01")
    assert [note.text for note in answer.notes] == ["5 of 7, as I found out today"]
    assert not answer.steps


def test_an_earlier_note_is_removed_and_the_talk_goes_on_where_it_was(talk: Talk) -> None:
    talk.opened(TOLD, "skip", "skip")
    before = talk.record.position, talk.record.choices
    assert before[0].item == "kq02"
    talk.hear("delete my note on 1")
    assert not talk.record.answer("kq01").notes
    assert talk.record.answer("kq01").status == "answered"
    assert (talk.record.position, talk.record.choices) == before


def test_a_next_step_is_scrapped_after_its_item_is_closed(talk: Talk) -> None:
    talk.opened(TOLD, "skip", "train the PTs in May")
    assert talk.record.position.item == "kq02"
    talk.hear("scrap the next step")
    answer = talk.record.answer("kq01")
    assert (answer.steps, len(answer.notes)) == ((), 1)


def test_a_colour_alone_is_opened_and_not_removed(talk: Talk) -> None:
    talk.opened("amber", "take that back")
    assert (talk.record.position.item, talk.record.position.step) == ("kq01", "amend")
    assert talk.record.answer("kq01").rating == "amber"


def test_a_gap_owned_up_to_takes_no_earlier_note_with_it(talk: Talk) -> None:
    talk.opened(TOLD, "we don't know yet", "take that back")
    assert talk.record.answer("kq01").notes


def test_nothing_to_remove_is_said(talk: Talk) -> None:
    talk.opened("amber", "skip", "skip", "delete my note on 1")
    assert "I have no note of yours on Clear expectations" in talk.said


def test_several_items_that_could_be_meant_are_asked_about(talk: Talk) -> None:
    talk.opened(TOLD, "skip", "skip", "remove the note on the tracking")
    assert "Which one do you mean?" in talk.said
    assert talk.record.choices[0].says == "remove the note on 1"
    talk.hear("1")
    assert not talk.record.answer("kq01").notes


def test_what_was_said_about_something_goes_by_the_words_it_was_said_in(talk: Talk) -> None:
    talk.opened(TOLD, "skip", "skip", "red", "Physics marks late every time", "skip", "skip")
    asked = talk.record.position
    talk.hear("take back the bit about Physics")
    assert talk.record.position == asked
    assert talk.record.answer("kq01").notes
    assert not talk.record.answer("kq02").notes


def test_what_nobody_spoke_about_cannot_be_taken_back(talk: Talk) -> None:
    talk.opened(TOLD, "skip", "skip")
    talk.hear("take back the bit about zebras")
    assert talk.record.answer("kq01").notes


def test_a_next_step_may_begin_with_remove(talk: Talk) -> None:
    talk.opened(TOLD, "skip", "remove the notes from the old tracker")
    assert talk.record.answer("kq01").steps[0].text == "remove the notes from the old tracker"
    assert not any(isinstance(event, Withdrawn) for event in talk.events)


def test_an_edit_in_place_takes_back_only_what_it_names(talk: Talk) -> None:
    talk.opened(TOLD, "skip", "train the PTs in May")
    turn = the_coach().amend(talk.record, "kq01", Edit(without=frozenset({"step"})))
    assert [event.type for event in turn.events] == ["withdrawn", "said"]
    assert turn.position == talk.record.position


def test_words_that_an_edit_replaces_are_not_taken_back_besides(talk: Talk) -> None:
    talk.opened(TOLD, "skip", "skip")
    edit = Edit(note="all seven now", without=frozenset({"note"}))
    turn = the_coach().amend(talk.record, "kq01", edit)
    assert any(isinstance(event, Noted) for event in turn.events)
    assert not any(isinstance(event, Withdrawn) for event in turn.events)
