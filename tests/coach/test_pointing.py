"""Replies that point instead of saying."""

from __future__ import annotations

import pytest

from mtcoach.coach.asides.pointing import pointed_at
from mtcoach.coach.items.likeness import alike
from mtcoach.transcript.sayings import Choice
from support.talk import Talk

CHOICES = [Choice(key=str(n), label=name, says=name) for n, name in enumerate(("a", "b"), 1)]


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ("yeah pick the first one", "a"),
        ("the second", "b"),
        ("let's go with option 2", "b"),
        ("1 please", "a"),
        ("I'll take number one", "a"),
        ("the third", None),
        ("the first years need more", None),
        ("one page of dates by Christmas", None),
        ("train two PTs", None),
    ],
)
def test_the_first_one_is_a_choice_and_one_page_is_not(said: str, says: str | None) -> None:
    assert pointed_at(said, CHOICES) == says


@pytest.mark.parametrize("said", ["same as before", "ditto", "see above", "same again", "as above"])
def test_the_same_again_points_back(said: str) -> None:
    assert alike(said)


@pytest.mark.parametrize(
    "said", ["same tracker for all of S1", "see the QIP", "as before Christmas we"]
)
def test_content_that_begins_alike_does_not(said: str) -> None:
    assert not alike(said)


@pytest.fixture
def talk() -> Talk:
    return Talk().opened("Lochside Academy", "1", "2", "1", "3", "1")


def test_a_suggestion_may_be_pointed_at(talk: Talk) -> None:
    talk.opened("red", "nothing is written down anywhere", "skip", "yeah pick the first one")
    (step,) = talk.record.answer("kq01").steps
    assert step.suggested


def test_the_same_as_before_takes_the_words_over(talk: Talk) -> None:
    talk.opened("amber", "the tracker is used in 4 of 7 faculties", "skip", "train the PTs in May")
    talk.opened("amber", "same as before")
    note = talk.record.answer("kq02").notes[-1]
    assert note.text == "the tracker is used in 4 of 7 faculties"
    assert note.origin == "kq01"


def test_with_nothing_before_it_asks_again(talk: Talk) -> None:
    talk.opened("amber", "same as before")
    assert "nothing before this" in talk.said
    assert not talk.record.answer("kq01").notes
