"""Taking a part of what was said out again, by the words it was said in."""

from __future__ import annotations

import pytest

from mtcoach.coach.asides.cutting import wanted
from mtcoach.transcript.events import Noted, StepNoted, Withdrawn
from support.talk import Talk

MATHS = "maths is way ahead of everyone in S3 with targets"
SAM = "Sam in P6 was missed last May, nobody noticed"


@pytest.fixture
def talk() -> Talk:
    """Two notes under the first question, and a next step asked for."""
    return Talk().opened(
        "Lochside Academy", "1", "2", "1", "3", "1", f"amber, {MATHS}", SAM, "keep", "skip", "skip"
    )


def notes(talk: Talk, item: str = "kq01") -> list[str]:
    return [note.text for note in talk.record.answer(item).notes]


ABOUT_MATHS = [
    "remove the maths one from my first note",
    "delete what I said about maths",
    "can you lose the maths bit",
    "scratch the maths comment",
    "cut the part where I mention maths",
    "the maths thing in note 1 should go",
    "could you take the maths bit oot",
    "bin what I wrote about maths on question 1",
    "drop that bit about maths please",
    "the bit about maths shouldn't be in there",
    "wipe the sentence on maths",
    "get rid of the maths remark",
]
ABOUT_SAM = [
    "take out the bit about Sam",
    "leave out the bit about Sam",
    "strike the Sam sentence",
    "please don't keep the bit about Sam",
    "take Sam out",
    "erase Sam from it",
    "I shouldn't have mentioned Sam",
    "dinnae keep that bit about Sam",
    "remove any mention of Sam",
    "can we take the bit that names Sam out again",
    "better leave Sam out",
    "scrub the part about Sam from my last note",
]


@pytest.mark.parametrize("said", ABOUT_MATHS)
def test_the_note_that_speaks_of_it_goes(talk: Talk, said: str) -> None:
    talk.hear(said)
    assert notes(talk) == [SAM]
    assert f"“{MATHS}”" in talk.said, "it is said what went"
    assert not talk.record.answer("kq01").steps


@pytest.mark.parametrize("said", ABOUT_SAM)
def test_a_name_is_taken_out_and_not_warned_of_again(talk: Talk, said: str) -> None:
    talk.hear(said)
    assert notes(talk) == [MATHS]
    assert talk.turn.held is None
    assert talk.record.position.step == "next_step"


def test_only_the_sentence_that_speaks_of_it_goes() -> None:
    talk = Talk().opened("Lochside Academy", "1", "2", "1", "3", "1")
    talk.hear(f"amber, {MATHS}. 4 of 7 departments have a page of dates. English has none")
    talk.hear("take out the bit about maths")
    assert notes(talk) == ["4 of 7 departments have a page of dates. English has none"]
    assert [type(event) for event in talk.turn.events[1:-1]] == [Noted]


def test_half_a_sentence_goes_where_the_other_half_stands_by_itself() -> None:
    talk = Talk().opened("Lochside Academy", "1", "2", "1", "3", "1")
    talk.hear("amber, 4 of 7 departments use the tracker, but maths has a book of its own")
    talk.hear("remove the bit about maths")
    assert notes(talk) == ["4 of 7 departments use the tracker"]


def test_a_step_is_cut_like_a_note() -> None:
    talk = Talk().opened(
        "Lochside Academy", "1", "2", "1", "3", "1", "amber, 4 of 7 use it", "skip"
    )
    talk.opened("train the new PTs in May. Ask Morag to chase the others", "keep")
    talk.hear("take out the bit about Morag")
    (step,) = talk.record.answer("kq01").steps
    assert step.text == "train the new PTs in May"
    assert any(isinstance(event, StepNoted) for event in talk.turn.events)


def test_where_several_questions_have_it_it_is_asked_which(talk: Talk) -> None:
    talk.opened("skip", "red, maths and English each have a form", "skip", "skip")
    talk.hear("take out the bit about maths")
    assert "Which one do you mean?" in talk.said
    assert [choice.says for choice in talk.record.choices] == [
        "take out the bit about maths on 1",
        "take out the bit about maths on 2",
    ]
    talk.hear("2")
    assert notes(talk) == [MATHS, SAM]
    assert notes(talk, "kq02") == []


def test_where_nothing_speaks_of_it_that_is_said_and_nothing_kept(talk: Talk) -> None:
    talk.hear("take out the bit about biology")
    assert "nothing about “biology”" in talk.said
    assert notes(talk) == [MATHS, SAM]
    assert not talk.record.answer("kq01").steps


def test_a_note_that_was_all_a_probe_had_to_go_on_is_asked_for_again() -> None:
    talk = Talk().opened("Lochside Academy", "1", "2", "1", "3", "1", f"amber, {MATHS}")
    assert talk.record.position.step == "probe"
    talk.hear("delete the bit about maths")
    assert any(isinstance(event, Withdrawn) for event in talk.turn.events)
    assert (talk.record.position.step, talk.record.position.about) == ("evidence", "again")


@pytest.mark.parametrize(
    "said",
    [
        "take the maths tracker out of S1",
        "drop maths from the tracker next year",
        "remove the notes from the old tracker",
        "remove the old tracker",
        "take two sets of jotters out",
        "drop the line on maths in the report",
        "lose one of the two meetings",
        "cut the number of forms in maths",
    ],
)
def test_a_step_that_sounds_like_it_is_a_step(talk: Talk, said: str) -> None:
    talk.hear(said)
    assert [step.text for step in talk.record.answer("kq01").steps] == [said]
    assert notes(talk) == [MATHS, SAM]


@pytest.mark.parametrize(
    "said", ["amber, the bit about maths is new", "we took the bit about dates out of the handbook"]
)
def test_talk_of_a_bit_is_no_wish(said: str) -> None:
    assert wanted(said) is None
