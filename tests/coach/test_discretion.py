"""Personal data in a reply: warned of once, before anything is kept."""

from __future__ import annotations

import pytest

from mtcoach.coach.notes.privacy import MASKS
from mtcoach.coach.turn import Edit
from mtcoach.coach.wording import wording
from mtcoach.transcript.events import Heard, Noted
from support.talk import Talk, the_coach

TOLD = "amber, Kacper Nowak in P3 has no target since August"


@pytest.fixture
def talk() -> Talk:
    return Talk().opened("Lochside Academy", "1", "2", "1", "3", "1")


def kept(talk: Talk) -> str:
    """Every word in the events, the coach's own too."""
    return " ".join(event.model_dump_json() for event in talk.events)


def test_a_name_is_warned_of_before_it_is_kept(talk: Talk) -> None:
    talk.hear(TOLD)
    assert "somebody's name" in talk.said
    assert "Kacper" not in kept(talk)
    assert talk.record.answer("kq01").rating is None


def test_masked_the_rest_of_the_reply_is_kept(talk: Talk) -> None:
    talk.opened(TOLD, "1")
    answer = talk.record.answer("kq01")
    assert answer.rating == "amber"
    assert "no target since August" in answer.evidence
    assert "Kacper" not in kept(talk)


def test_the_wish_to_mask_is_remembered(talk: Talk) -> None:
    talk.opened(TOLD, "mask it", "skip", "skip", "skip", "skip")
    talk.hear("green, Oluwaseun Adeyemi in P4 met her target last June")
    assert "I've masked" in talk.said
    assert "Oluwaseun" not in kept(talk)


def test_kept_as_typed_it_is_not_asked_again(talk: Talk) -> None:
    talk.opened(TOLD, "2")
    assert "Kacper Nowak" in talk.record.answer("kq01").evidence
    talk.opened("skip", "skip", "skip", "skip")
    talk.hear("green, Oluwaseun Adeyemi in P4 met her target last June")
    assert "Before I keep that" not in talk.said


def test_written_again_the_first_words_are_nowhere(talk: Talk) -> None:
    talk.opened(TOLD, "3")
    assert talk.turn.cue == "edit"
    talk.hear("amber, one learner in P3 had no target from August to October")
    assert "Kacper" not in kept(talk)
    assert talk.record.answer("kq01").rating == "amber"


def test_another_reply_takes_the_place_of_the_one_held_back(talk: Talk) -> None:
    talk.opened(TOLD, "red, nobody has looked at the P3 targets since June")
    assert talk.record.answer("kq01").rating == "red"
    assert "Kacper" not in kept(talk)


def test_a_school_and_a_role_are_asked_for_and_no_slip() -> None:
    talk = Talk().opened("St Margaret Ogilvie Primary School", "1", "HT, Mrs Okonkwo")
    assert talk.record.profile["role"] == "HT, Mrs Okonkwo"


def test_an_innocent_reply_is_kept_at_once(talk: Talk) -> None:
    talk.hear(
        "amber, in May 2026 the S3 tracker had 31 of 45 classes; Kelvinside Academy moderates"
    )
    assert any(isinstance(event, Noted) for event in talk.events)
    assert any(isinstance(event, Heard) and "Kelvinside" in event.text for event in talk.events)


def test_every_kind_that_is_found_has_its_words() -> None:
    assert set(MASKS) <= set(wording().block("personal_kinds"))


def test_the_wish_to_mask_holds_for_edits_in_place(talk: Talk) -> None:
    talk.opened(TOLD, "mask it")
    note = "Oluwaseun Adeyemi in P4 met her target"
    turn = the_coach().amend(talk.record, "kq01", Edit(note=note))
    written = " ".join(event.model_dump_json() for event in turn.events)
    assert "Oluwaseun" not in written
    assert "met her target" in written
