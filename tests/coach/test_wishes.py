"""Wishes that are no reply to what was asked, and mending what was heard wrongly."""

from __future__ import annotations

import pytest

from mtcoach.coach.asides.wishes import wished
from mtcoach.coach.items.likeness import alike
from support.talk import Talk


@pytest.fixture
def talk() -> Talk:
    return Talk().opened("Lochside Academy", "1", "2", "1", "3", "1")


@pytest.mark.parametrize(
    "said",
    [
        "the report is always late",
        "we plan together every May",
        "the plan is in the QIP",
        "that's wrong for S3 but fine for S1, as the tracker shows it",
        "our school is a busy place",
        "start over with the tracker in S1",
        "what I said before",
        "what we planned last year came to nothing in S2",
        "any ideas the staff have are written up",
        "who sees the list is never clear to PTs",
        "is that right for S3? the tracker says 40%",
        "how many more pupils are on track is not known",
        "we come back to this each term",
        "show me a tracker that works",
    ],
)
def test_content_that_sounds_like_a_wish_is_content(said: str) -> None:
    assert wished(said) is None


def test_the_schools_name_can_be_put_right(talk: Talk) -> None:
    position = talk.record.position
    talk.hear("actually the school is called Kirkbrae High")
    assert talk.record.profile["school"] == "Kirkbrae High"
    assert talk.record.position == position
    assert not talk.record.answer("kq01").notes


def test_another_way_may_be_chosen_and_answers_stay(talk: Talk) -> None:
    talk.rate("amber")
    talk.hear("wrong selection, I want the ten-minute one")
    assert talk.record.position.phase == "route"
    talk.hear("the quick one")
    assert len(talk.record.items) == 6
    assert talk.record.answer("kq01").rating == "amber"


def test_what_was_heard_wrongly_can_be_mended(talk: Talk) -> None:
    talk.rate("red")
    talk.hear("hang on that's wrong")
    assert (talk.record.position.item, talk.record.position.step) == ("kq01", "amend")
    talk.hear("amber")
    assert talk.record.answer("kq01").rating == "amber"
    assert talk.record.position.item == "kq02"


def test_a_change_may_be_asked_for_at_a_follow_up_question(talk: Talk) -> None:
    talk.rate("red")
    talk.hear("amber")
    assert talk.record.position.step == "evidence"
    talk.hear("change 1 to green")
    assert talk.record.answer("kq01").rating == "green"
    assert not talk.record.answer("kq02").notes
    assert talk.record.position.item == "kq02"


@pytest.mark.parametrize(
    ("said", "target"),
    [
        ("same as q1", "1"),
        ("same as 11", "11"),
        ("same answer as early warning", "early warning"),
        ("same as before", ""),
        ("the same tracker as S1", None),
    ],
)
def test_the_same_as_names_what_it_points_at(said: str, target: str | None) -> None:
    like = alike(said)
    assert (like.target if like else None) == target


def test_the_same_as_another_question_takes_its_words_over(talk: Talk) -> None:
    for colour, words in (("amber", "the tracker is used in 4 of 7"), ("red", "nobody compares")):
        item = talk.record.position.item
        talk.opened(colour, words)
        while talk.record.position.item == item:
            talk.hear("skip")
    talk.opened("amber", "same as q1")
    assert talk.record.answer("kq04").notes[-1].origin == "kq01"


@pytest.mark.parametrize(
    "said", ["naw leave it red", "forget that", "n/a we are only up to S4", "no"]
)
def test_a_refusal_is_no_next_step(talk: Talk, said: str) -> None:
    talk.opened("red", "nobody compares entries between departments")
    while talk.record.position.step == "probe":
        talk.hear("skip")
    assert talk.record.position.step == "next_step"
    talk.hear(said)
    assert not talk.record.answer("kq01").steps


def test_asked_what_it_means_a_probe_explains_itself(talk: Talk) -> None:
    talk.opened("amber", "it differs a good deal between departments")
    assert talk.record.position.step == "probe"
    before = talk.record.position
    talk.hear("what do you mean?")
    assert "In other words" not in talk.said
    assert talk.record.position == before


def at_priorities(talk: Talk) -> Talk:
    """All items rated: the coach asks what to take on."""
    for _ in range(120):
        if talk.record.position.phase == "priorities":
            break
        talk.hear("carry on" if talk.record.position.phase == "theme" else "amber")
    return talk


def test_a_priority_that_cannot_be_placed_is_not_dropped_in_silence(talk: Talk) -> None:
    at_priorities(talk)
    talk.hear("moderation and the flux capacitor")
    assert "the flux capacitor" in talk.said
    assert talk.record.priorities == ()


def test_small_words_do_not_hide_a_priority(talk: Talk) -> None:
    at_priorities(talk)
    talk.hear("manageable, the targets yin and moderation")
    assert talk.record.priorities == ("kq05", "kq11", "kq13")


def test_the_plan_can_be_asked_for_again(talk: Talk) -> None:
    at_priorities(talk)
    talk.hear("carry on")
    assert "Say 'plan'" in talk.said
    talk.hear("hang on, I do want a plan")
    assert talk.record.position.phase == "priorities"


def test_no_idea_leaves_a_cell_of_the_plan_open(talk: Talk) -> None:
    at_priorities(talk)
    talk.opened("1", "no idea")
    (item,) = talk.record.priorities
    assert "outcome" not in talk.record.plan.get(item, {})
    assert talk.record.position.step == "actions"


def test_words_without_a_colour_are_not_called_skipped(talk: Talk) -> None:
    told = "the tracker is looked at in each department in its own way"
    talk.opened(told, told, told)
    assert talk.record.position.item == "kq02"
    talk.hear("review")
    assert "1 Clear expectations: no colour yet" in talk.said


def test_a_sentence_that_names_no_question_is_kept_and_not_looked_up(talk: Talk) -> None:
    talk.hear("Back to basics approach in numeracy")
    assert "I couldn't find" not in talk.said
    assert "basics" in talk.record.answer("kq01").evidence


def test_a_sentence_about_what_is_lacking_closes_nothing(talk: Talk) -> None:
    talk.opened("amber", "we don't have a folio for every learner, only in English")
    assert talk.record.answer("kq01").status != "not_applicable"
    assert "only in English" in talk.record.answer("kq01").evidence
