"""An answer carried over: "same as before" at a rating, with a yes and never silently."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from mtcoach.coach.items.likeness import alike
from mtcoach.coach.turn import Earlier
from mtcoach.transcript.record import Answer, Note, Record, fold
from support.stories import words_of
from support.talk import TODAY, Talk, the_coach

NOTE = "the tracker is used in 4 of 7 faculties"


@pytest.fixture
def talk() -> Talk:
    return Talk().opened("Lochside Academy", "1", "2", "1", "3", "1")


@pytest.fixture
def after_one(talk: Talk) -> Talk:
    return talk.opened(f"amber, {NOTE}", "skip", "train the PTs in May")


SAME = [
    "same as before",
    "same as the last one",
    "ditto",
    "same again",
    "just the same as that last one tbh",
    "no change from the previous one",
    "as per the last question",
    "same rating as Q1",
    "pretty much what I said for the first one",
    "same answer as clear expectations",
    "eh, same colour again please",
    "much the same as the one above",
    "exactly what I put for question 1",
    "likewise",
    "see last answer",
    "copy the last one",
    "nae different fae the last wan",
    "same old story",
    "samey",
]


@pytest.mark.parametrize("said", SAME)
def test_the_same_as_before_says_what_that_was_and_keeps_nothing_yet(
    after_one: Talk, said: str
) -> None:
    after_one.hear(said)
    assert after_one.record.position.step == "carry"
    assert "amber" in after_one.said
    assert NOTE in after_one.said
    assert "1 · Clear expectations" in after_one.said
    assert after_one.record.answer("kq02") == Answer("kq02")


def test_a_yes_takes_colour_and_note_and_asks_for_the_step(after_one: Talk) -> None:
    after_one.opened("ditto", "aye, the same")
    answer = after_one.record.answer("kq02")
    assert (answer.rating, answer.how) == ("amber", "stated")
    assert [(note.text, note.origin) for note in answer.notes] == [(NOTE, "kq01")]
    assert after_one.record.position.step == "next_step"


def test_a_no_asks_afresh_and_another_colour_is_another_answer(after_one: Talk) -> None:
    after_one.opened("ditto", "no")
    assert after_one.record.answer("kq02") == Answer("kq02")
    after_one.opened("same as the last one", "no, red. nobody compares entries")
    answer = after_one.record.answer("kq02")
    assert (answer.rating, answer.evidence) == ("red", "nobody compares entries")


def test_a_yes_with_another_colour_is_no_yes(after_one: Talk) -> None:
    after_one.opened("same as before", "yes but red here")
    assert after_one.record.answer("kq02").rating == "red"


def test_a_colour_of_its_own_takes_the_words_and_says_so(after_one: Talk) -> None:
    after_one.hear("red, same as before")
    answer = after_one.record.answer("kq02")
    assert (answer.rating, answer.evidence) == ("red", NOTE)
    assert "what you said about Clear expectations" in after_one.said


@pytest.mark.parametrize(
    "said", ["same as before", "ditto", "snap", "same as the last one", "as above", "och the same"]
)
def test_with_nothing_before_it_asks_for_the_colour(talk: Talk, said: str) -> None:
    talk.hear(said)
    assert talk.record.position.step == "rate"
    assert talk.said.endswith("?")
    assert "before" in talk.said
    assert talk.record.answer("kq01") == Answer("kq01")


@pytest.mark.parametrize(
    "said", ["as last year", "same as last session", "no change", "it's as it was", "unchanged"]
)
def test_last_years_answer_where_none_is_known_is_asked_for(after_one: Talk, said: str) -> None:
    after_one.hear(said)
    assert "last year" in after_one.said
    assert after_one.record.position.step == "rate"
    assert not after_one.record.answer("kq02").notes


def _last_year() -> Earlier:
    answer = Answer("kq02", "red", "stated", (Note(1, "nobody compares entries"),), (), ())
    record = Record(answers={"kq02": replace(answer, status="answered")}, bank="key-questions")
    return Earlier("last.jsonl", date(2025, 11, 20), record)


@pytest.mark.parametrize(
    "said",
    [
        "as last year",
        "same as before",
        "ditto",
        "no change",
        "same as last time",
        "like last year really",
        "nothing's changed",
        "as it was",
        "what we put last year",
    ],
)
def test_what_was_shown_of_last_year_is_what_the_same_means(after_one: Talk, said: str) -> None:
    earlier = _last_year()
    turn = the_coach().hear(after_one.record, said, earlier=earlier, today=TODAY)
    assert "November 2025" in words_of(turn.sayings)
    assert "red, “nobody compares entries”" in words_of(turn.sayings)
    record = fold(turn.events, after_one.record)
    assert record.answer("kq02") == Answer("kq02")
    turn = the_coach().hear(record, "yes", earlier=earlier, today=TODAY)
    answer = fold(turn.events, record).answer("kq02")
    assert (answer.rating, answer.evidence) == ("red", "nobody compares entries")


def test_the_last_question_is_that_even_where_last_year_is_known(after_one: Talk) -> None:
    turn = the_coach().hear(after_one.record, "same as the last one", earlier=_last_year())
    assert "Clear expectations" in words_of(turn.sayings)


@pytest.mark.parametrize(
    "said",
    [
        "same tracker for all of S1",
        "the same in every department",
        "we use the same sheet as last year",
        "like a well oiled machine",
        "as far as I know it works",
        "no change in the data since May",
        "see the QIP",
        "on the whole yes",
    ],
)
def test_content_that_sounds_like_it_points_nowhere(said: str) -> None:
    assert alike(said) is None


def test_no_change_is_an_answer_to_what_changed(after_one: Talk) -> None:
    after_one.opened("amber, 4 of 7 departments do", "no change")
    assert "nothing before" not in after_one.said
