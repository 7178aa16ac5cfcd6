"""The conversation about the plan: a row worth having, and nobody nagged."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mtcoach.transcript.events import Heard, Planned
from support.talk import Talk

ROW = (
    "Pupils know their targets; PTs set targets with each S3 pupil; lead DHT; by Easter 2027; "
    "40 of 230 have one now, 230 of 230 by then; SEEMiS in March"
)


@pytest.fixture
def talk() -> Talk:
    """At the first row of a plan with two priorities."""
    return at_the_plan()


def at_the_plan() -> Talk:
    talk = Talk().opened("Lochside Academy", "1", "2", "1", "1", "the quick one")
    while talk.record.position.phase != "priorities":
        match talk.record.position.phase:
            case "theme":
                talk.hear("carry on")
            case _:
                talk.hear("red" if talk.record.position.step == "rate" else "skip")
    return talk.opened("1 and 2")


def row(talk: Talk, number: int = 0) -> dict[str, str]:
    item = talk.record.priorities[number]
    return {str(field): value for field, value in talk.record.plan.get(item, {}).items()}


def day(talk: Talk, field: str) -> date | None:
    days = talk.record.days.get(talk.record.priorities[0], {})
    return next((value for name, value in days.items() if name == field), None)


def to(talk: Talk, step: str) -> Talk:
    while talk.record.position.step != step:
        talk.hear("skip")
    return talk


def test_a_row_in_one_message_is_said_back_and_nothing_of_it_is_asked_again(talk: Talk) -> None:
    talk.hear(ROW)
    assert "Lead: DHT" in talk.said
    assert "Thursday 25 March 2027" in talk.said
    assert talk.record.position.step == "more"
    assert len(row(talk)) == 7


def test_all_that_a_row_may_have_besides_is_one_question(talk: Talk) -> None:
    talk.opened(ROW, "12 hours, NIF 5, review in February")
    assert row(talk)["hours"] == "12 hours"
    assert row(talk)["nif"].startswith("Improvement in achievement")
    assert day(talk, "review") == date(2027, 2, 26)
    assert talk.record.position.item == talk.record.priorities[1]
    assert "Priority 2 of 2" in talk.said


def test_a_national_priority_can_be_picked_from_the_framework(talk: Talk) -> None:
    talk.hear(ROW)
    assert [choice.key for choice in talk.turn.choices] == ["1", "2", "3", "4", "5", "s"]
    talk.hear("3")
    assert row(talk)["nif"].startswith("Closing the attainment gap")


def test_nothing_to_add_is_a_good_answer(talk: Talk) -> None:
    talk.opened(ROW, "s")
    assert talk.record.position.item == talk.record.priorities[1]
    assert "hours" not in row(talk)


def test_who_gives_hours_with_the_row_is_not_asked_for_them(talk: Talk) -> None:
    talk.hear(ROW + "; 12 hours")
    assert row(talk)["hours"] == "12 hours"
    assert talk.record.position.item == talk.record.priorities[1]


def test_what_cannot_be_told_apart_is_asked_once(talk: Talk) -> None:
    talk.opened(ROW, "something or other")
    assert "I couldn't place that" in talk.said
    talk.hear("and again something")
    assert "I've left that out of the row" in talk.said
    assert talk.record.position.item == talk.record.priorities[1]


def test_a_cell_can_be_put_right_when_the_row_is_read_back(talk: Talk) -> None:
    talk.opened(ROW, "lead: PT maths")
    assert row(talk)["lead"] == "PT maths"


def test_a_date_is_said_back_with_its_day_and_kept_as_one(talk: Talk) -> None:
    to(talk, "by").hear("end of tem 3")
    assert "“end of tem 3”: I take that as Thursday 25 March 2027" in talk.said
    assert (row(talk)["by"], day(talk, "by")) == ("end of tem 3", date(2027, 3, 25))


def test_that_the_terms_are_an_example_is_said_once(talk: Talk) -> None:
    to(talk, "by").hear("by Easter")
    assert talk.said.count("example term dates") == 1
    talk.opened("no, end of term 4", "skip", "skip", "skip", "review in May")
    assert talk.everything.count("example term dates") == 1


def test_a_date_that_was_taken_wrongly_is_put_right_in_a_word(talk: Talk) -> None:
    to(talk, "by").opened("by Easter", "no, 26 March")
    assert (row(talk)["by"], day(talk, "by")) == ("26 March", date(2027, 3, 26))
    assert talk.record.position.step == "baseline"


def test_the_usual_dates_are_offered_with_their_days(talk: Talk) -> None:
    to(talk, "by")
    assert talk.turn.choices[1].label == "By Easter (Thursday 25 March 2027)"
    talk.hear("2")
    assert (row(talk)["by"], day(talk, "by")) == ("By Easter", date(2027, 3, 25))


def test_a_break_in_a_date_is_no_pause(talk: Talk) -> None:
    to(talk, "by").hear("before the October break")
    assert talk.turn.cue is None
    assert day(talk, "by") == date(2027, 10, 8)


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("when the tracker is ready", "I can't put a date to “when the tracker is ready”"),
        ("by Easter 2024", "has gone by (Thursday 28 March 2024)"),
        ("end of term 2 2030", "My term dates don't reach as far"),
    ],
)
def test_a_date_that_cannot_be_placed_is_asked_about_once(
    talk: Talk, said: str, asked: str
) -> None:
    to(talk, "by").hear(said)
    assert asked in talk.said
    talk.hear("when it is ready")
    assert row(talk)["by"] == "when it is ready"
    assert day(talk, "by") is None
    assert talk.record.position.step == "baseline"


def test_leave_it_keeps_the_words_of_a_date(talk: Talk) -> None:
    to(talk, "by").opened("when the tracker is ready", "leave it")
    assert row(talk)["by"] == "when the tracker is ready"
    assert talk.record.position.step == "baseline"


def test_a_date_in_what_will_be_done_is_not_asked_for_again(talk: Talk) -> None:
    to(talk, "actions").opened("Train PTs by Easter", "DHT")
    assert day(talk, "by") == date(2027, 3, 25)
    assert talk.record.position.step == "baseline"


def test_a_hollow_target_is_asked_about_twice_and_then_stands(talk: Talk) -> None:
    to(talk, "target").hear("improved tracking")
    assert "What number or view, from which source" in talk.said
    talk.hear("better tracking")
    assert "still has nothing to count" in talk.said
    talk.hear("really good tracking")
    assert "will mark that a figure or a view is still lacking" in talk.said
    assert row(talk)["target"] == "really good tracking"
    assert talk.record.position.step == "source"


def test_a_hollow_target_is_kept_from_the_first_and_can_be_left(talk: Talk) -> None:
    to(talk, "target").hear("improved tracking")
    assert row(talk)["target"] == "improved tracking"
    talk.hear("leave it")
    assert row(talk)["target"] == "improved tracking"
    assert talk.record.position.step == "source"


def test_the_measure_that_comes_when_asked_fills_its_cells(talk: Talk) -> None:
    to(talk, "target").opened("improved tracking", "from 40 of 230 to 200 of 230, SEEMiS in March")
    assert row(talk)["baseline"] == "40 of 230"
    assert row(talk)["target"] == "200 of 230"
    assert row(talk)["source"] == "SEEMiS in March"


def test_a_name_for_a_lead_is_held_back_and_the_role_asked_for(talk: Talk) -> None:
    to(talk, "lead").hear("Mrs Okonkwo (DHT)")
    assert "leads are roles and not names" in talk.said
    assert talk.turn.choices[0].says == "DHT"
    talk.hear("1")
    assert row(talk)["lead"] == "DHT"
    assert not [event for event in talk.events if "Okonkwo" in event.model_dump_json()]


def test_who_insists_on_a_name_is_asked_what_to_do_with_it(talk: Talk) -> None:
    to(talk, "lead").opened("Mrs Okonkwo", "Mrs Okonkwo")
    assert "Before I keep that" in talk.said
    talk.hear("keep it")
    assert "What is that person's role?" in talk.said
    talk.hear("Mrs Okonkwo")
    assert row(talk)["lead"] == "Mrs Okonkwo"


def test_a_name_alone_is_no_outcome_for_learners() -> None:
    talk = at_the_plan()
    talk.hear("[name]")
    assert "outcome" not in row(talk)
    assert talk.record.position.step == "outcome"
    talk.hear("Pupils know their targets")
    assert row(talk)["outcome"] == "Pupils know their targets"


def test_a_name_within_a_whole_row_costs_only_the_lead(talk: Talk) -> None:
    talk.hear(ROW.replace("lead DHT", "lead Mrs Okonkwo"))
    assert "What is that person's role?" in talk.said
    assert "lead" not in row(talk)
    assert row(talk)["by"] == "by Easter 2027"
    talk.hear("DHT")
    assert row(talk)["lead"] == "DHT"


def test_what_names_no_role_is_asked_whose_job_it_is_once(talk: Talk) -> None:
    to(talk, "lead").hear("we will run a book club at lunch")
    assert "Whose job is that?" in talk.said
    talk.hear("whoever has the time for it")
    assert row(talk)["lead"] == "whoever has the time for it"
    assert talk.record.position.step == "by"


def test_a_second_thought_on_a_date_that_had_no_day_is_taken(talk: Talk) -> None:
    to(talk, "by").opened("asap", "as soon as we can", "before Easter, then")
    assert day(talk, "by") == date(2027, 3, 25)
    assert talk.record.position.step == "baseline"


def test_a_date_is_put_right_when_the_row_is_read_back(talk: Talk) -> None:
    talk.opened(ROW, "no, end of term 2")
    assert day(talk, "by") == date(2026, 12, 22)
    assert day(talk, "review") is None
    assert talk.record.position.step == "more"


def test_me_is_the_role_of_the_one_who_speaks(talk: Talk) -> None:
    to(talk, "lead").hear("me")
    assert row(talk)["lead"] == talk.record.profile["role"]


def test_back_shows_what_stands_and_skip_keeps_it(talk: Talk) -> None:
    to(talk, "lead").opened("DHT", "back")
    assert "So far: “DHT”" in talk.said
    talk.hear("skip")
    assert row(talk)["lead"] == "DHT"
    assert talk.record.position.step == "by"


def test_coming_back_to_a_full_row_reads_it_back(talk: Talk) -> None:
    talk.opened(ROW, "nothing to add", "plan", "1")
    assert "The row so far" in talk.said
    assert talk.record.position.step == "more"


SAID = st.sampled_from(
    """
    skip; back; leave it; no; improved tracking; by Easter; end of tem 2; when it is ready; Easter 2020
    no, 26 March; DHT; me; PT maths, by June; from 3 of 10 to 9 of 10, in the log; lead: HT; no idea
    12 hours, NIF 5, review in May; nothing to add; 1; 2; s; what do you mean?; why do you ask?
    before the October break; Train PTs by Easter, led by the DHT; target: 80%; better; plan
    """.replace("\n", ";").split(";")
)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(st.lists(st.one_of(SAID, st.text(max_size=40)), max_size=30))
def test_whatever_is_said_of_a_plan_it_leads_on_in_the_words_that_were_said(
    replies: list[str],
) -> None:
    talk = at_the_plan()
    for reply in replies:
        turn = talk.hear(reply)
        assert turn.sayings
    for _ in range(60):
        if talk.record.position.phase in ("overall", "done"):
            break
        talk.hear("skip")
    assert talk.record.position.phase in ("overall", "done", "items", "theme")
    choices = " ".join(
        choice.says for event in talk.events if event.type == "said" for choice in event.choices
    )
    heard = " ".join(event.text for event in talk.events if isinstance(event, Heard))
    known = " ".join([heard, choices, *talk.record.profile.values()])
    for event in talk.events:
        if isinstance(event, Planned) and event.field != "nif":
            for word in event.value.replace(",", " ").replace(";", " ").split():
                assert word in known, event
