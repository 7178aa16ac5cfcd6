"""The lines the coach says after a theme."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mtcoach.coach.reading import Judgement
from mtcoach.findings import spoken_summary
from mtcoach.questions.loading import Library
from mtcoach.transcript.record import Record

Answered = Callable[..., Record]
Judge = Callable[[str], Judgement]
Said = Callable[..., tuple[str, ...]]


@pytest.fixture
def said(answered: Answered, library: Library, judging: Judge) -> Said:
    def about(theme: str = "1.1 a", **answers: str) -> tuple[str, ...]:
        return spoken_summary(answered(**answers), theme, library, judge=judging)

    return about


def test_it_counts_in_words_and_names_strengths_and_gaps(said: Said) -> None:
    assert said(q1="green strong a", q2="green b", q3="red some c", q4="unknown") == (
        "Of four questions here: two green, one red and one not known yet.",
        "Strengths, with evidence behind them: Expectations.",
        "Green, but the evidence is thin so far: Meetings.",
        "To work on: Moderation (red).",
        "Still to find out: Reports.",
        "Not in your notes here yet: what learners, parents or staff say.",
    )


def test_all_alike_is_said_once(said: Said) -> None:
    every = said(q1="amber", q2="amber", q3="amber", q4="amber")
    assert every[0] == "All four questions here are amber."


def test_both_and_one_are_not_all(said: Said) -> None:
    assert said(theme="3.2 b", q5="red", q6="red")[0] == "Both questions here are red."


def test_a_name_with_and_in_it_does_not_run_into_the_next(said: Said) -> None:
    assert "To work on: Patterns and trends; Groups (red)." in said("3.2 b", q5="red", q6="red")


def test_a_green_against_its_own_note_is_said_to_be_worth_another_look(said: Said) -> None:
    assert any(line.startswith("Worth another look") for line in said(q1="green trouble x"))


def test_a_theme_that_was_not_reached_is_one_line(said: Said) -> None:
    assert said() == ("None of the four questions here has been asked yet.",)


def test_a_theme_that_is_not_on_the_route_says_nothing(
    answered: Answered, library: Library, judging: Judge
) -> None:
    record = answered(route=("q1",), q1="green")
    assert spoken_summary(record, "3.2 b", library, judge=judging) == ()


def test_the_present_route_is_summed_up_and_not_an_earlier_one(
    answered: Answered, library: Library, judging: Judge
) -> None:
    record = answered(route=("q1",), q1="green", q2="red")
    assert spoken_summary(record, "1.1 a", library, judge=judging)[0] == (
        "The one question here is green."
    )


@pytest.mark.parametrize("standing", ["green", "amber", "red", "unknown", "skipped"])
def test_nothing_is_counted_that_is_not_there(said: Said, standing: str) -> None:
    text = " ".join(said(q1=standing))
    assert " no " not in f" {text} "
    assert "zero" not in text
    assert "0" not in text


def test_where_all_stand_alike_their_names_are_not_listed(said: Said) -> None:
    every = said(q1="amber", q2="amber", q3="amber", q4="amber")
    assert every[1:] == ("No note here says yet how you know.",)


def test_one_kind_of_evidence_alone_is_named(said: Said) -> None:
    (line,) = [line for line in said(q1="green some a", q2="amber some b") if "rest on" in line]
    assert line.startswith("Your notes here rest on one kind of evidence, ")
    assert "Not there yet: " in line


def test_a_note_that_stands_under_two_questions_is_told(said: Said) -> None:
    note = "strong in S1 to S3 as the minutes of May show"
    lines = said(q1=f"green {note}", q2=f"amber {note}", q3="red jotters", q4="red jotters")
    assert "One note stands word for word under several of these: Expectations and Meetings." in (
        lines
    )


def test_a_note_that_stands_in_an_earlier_theme_too_is_told_as_such(said: Said) -> None:
    note = "strong in S1 to S3 as the minutes of May show"
    lines = said("3.2 b", q2=f"amber {note}", q6=f"green {note.capitalize()}!")
    assert "One note stands word for word under several questions: Meetings and Groups." in lines
