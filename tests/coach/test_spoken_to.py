"""A note that speaks to a later item is offered there, once, as by a colleague with a memory."""

from __future__ import annotations

import pytest

from support.talk import Talk

TOLD = "red, three families told us at parents' night that their reports came too late to help"


@pytest.fixture
def talk() -> Talk:
    """At question 18, with a note under question 14 that is about reports to families."""
    talk = Talk().opened("Lochside Academy", "1", "2", "1", "3", "1")
    while talk.record.position.item != "kq14":
        talk.hear("skip")
    talk.hear(TOLD)
    for _ in range(60):
        if talk.record.position.item == "kq18":
            break
        talk.hear("carry on" if talk.record.position.phase == "theme" else "skip")
    return talk


def test_it_is_offered_with_its_words_beside_the_question(talk: Talk) -> None:
    assert talk.record.position.step == "offer_note"
    assert "18 · Reports to families" in talk.said
    assert "“Early warning”" in talk.said
    assert "their reports came too late" in talk.said


def test_used_it_is_a_note_of_this_item_too_and_the_colour_is_still_asked(talk: Talk) -> None:
    talk.hear("1")
    note = talk.record.answer("kq18").notes[0]
    assert note.origin == "kq14"
    assert talk.record.answer("kq18").rating is None
    talk.hear("red")
    assert talk.record.answer("kq18").rating == "red"


def test_declined_it_is_asked_afresh_and_never_offered_again(talk: Talk) -> None:
    talk.hear("2")
    assert (talk.record.position.item, talk.record.position.step) == ("kq18", "rate")
    assert "kq18" in talk.record.offered
    talk.opened("skip", "change 18")
    assert talk.record.position.step != "offer_note"


def test_an_answer_of_ones_own_needs_no_yes_or_no(talk: Talk) -> None:
    talk.hear("green, 71% of families opened the June report and 40 rang us about targets")
    answer = talk.record.answer("kq18")
    assert answer.rating == "green"
    assert all(note.origin is None for note in answer.notes)


def test_nothing_is_offered_where_nothing_fits() -> None:
    talk = Talk().opened("Lochside Academy", "1", "2", "1", "3", "1")
    talk.hear("amber, the heating in the new block has been off since the October break")
    for _ in range(60):
        assert talk.record.position.step != "offer_note"
        if talk.record.position.phase == "priorities":
            break
        talk.hear("carry on" if talk.record.position.phase == "theme" else "skip")


@pytest.mark.parametrize("reply", ["skip", "back", "not sure", "n/a", "help", "??", "review"])
def test_an_offer_can_be_met_with_anything(talk: Talk, reply: str) -> None:
    talk.hear(reply)
    assert talk.turn.sayings
    talk.hear("green")
    assert talk.turn.sayings
