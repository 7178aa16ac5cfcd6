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


WHOLE = (
    "DHT to lead, by Easter, measured by reading ages from 54% to 65%, cost £200, Mrs Khan helps"
)


@pytest.mark.parametrize("asked", ["outcome", "actions", "lead", "by", "baseline", "source"])
def test_a_row_with_a_person_in_it_keeps_every_cell_and_says_what_it_did_not(asked: str) -> None:
    talk = at_the_plan()
    to(talk, asked).hear(WHOLE)
    assert talk.turn.held is None
    assert row(talk) == {
        "lead": "DHT",
        "by": "by Easter",
        "baseline": "54%",
        "target": "65%",
        "source": "reading ages",
        "money": "£200",
    }
    for said in ("Lead: DHT", "Where we are: 54%", "Target: 65%", "Read in: reading ages"):
        assert said in talk.said
    assert "Not kept: “[name] helps”. A plan names roles and not people" in talk.said
    assert not [event for event in talk.events if "Khan" in event.model_dump_json()]


def test_the_role_beside_a_name_leads_and_nothing_is_asked(talk: Talk) -> None:
    to(talk, "lead").hear("Mrs Khan (DHT) to lead, by Easter, from 54% to 65%")
    assert "so the name is left out and the lead is: DHT" in talk.said
    assert row(talk)["lead"] == "DHT"
    assert talk.record.position.step == "source"


def test_a_name_in_what_will_be_done_is_the_leaders_to_decide(talk: Talk) -> None:
    to(talk, "lead").hear("DHT leads; Mrs Khan trains the PTs in moderation and marks; £200")
    assert "Before I keep that" in talk.said
    talk.hear("mask it")
    assert row(talk)["lead"] == "DHT"
    assert row(talk)["money"] == "£200"


def test_what_no_cell_is_clear_for_is_said_and_not_guessed(talk: Talk) -> None:
    talk.hear("lead: DHT; by: June; low; better")
    assert "I couldn't tell where “low; better” goes" in talk.said
    assert set(row(talk)) == {"lead", "by"}


def test_only_the_first_row_of_a_table_is_this_priority(talk: Talk) -> None:
    talk.hear("Lead\tBy when\nDHT\tJune\nPT maths\tMay")
    assert "I took the first row of that table" in talk.said
    assert row(talk)["lead"] == "DHT"


@pytest.mark.parametrize(
    ("field", "said", "example"),
    [
        ("outcome", "everyone happier", "Every learner's progress is looked at in the same weeks"),
        ("baseline", "various", "how many could tell you the next tracking date"),
        ("source", "various", "The written expectations and this session's calendar"),
    ],
)
def test_a_hollow_cell_is_met_once_with_an_example_for_this_item(
    talk: Talk, field: str, said: str, example: str
) -> None:
    to(talk, field).hear(said)
    assert f"“{said}”" in talk.said
    assert example in talk.said
    talk.hear("improve")
    assert row(talk)[field] == "improve"
    assert talk.record.position.about != "hollow"


@pytest.mark.parametrize("field", ["outcome", "baseline", "source"])
def test_to_be_confirmed_is_met_once_and_the_cell_stays_open(talk: Talk, field: str) -> None:
    to(talk, field).hear("tbc")
    assert "That can wait." in talk.said
    assert field not in row(talk)
    talk.hear("tbc")
    assert field not in row(talk)
    assert talk.record.position.step != field


def test_doubts_about_a_row_come_one_after_the_other_and_each_once(talk: Talk) -> None:
    talk.hear("everyone happier; PTs train; DHT; Easter or June; low; 65%; various")
    asked = []
    for reply in ("June", "Pupils know their targets", "54%", "SEEMiS in June"):
        asked.append((talk.record.position.step, talk.record.position.about))
        talk.hear(reply)
    assert asked == [
        ("by", "several"),
        ("outcome", "hollow"),
        ("baseline", "hollow"),
        ("source", "hollow"),
    ]
    assert talk.record.position.step == "more"
    assert row(talk)["source"] == "SEEMiS in June"


def test_leave_it_ends_the_doubts_about_a_row(talk: Talk) -> None:
    talk.opened("everyone happier; PTs train; DHT; Easter; low; 65%; various", "leave it")
    assert talk.record.position.step == "more"
    assert row(talk)["source"] == "various"


def test_after_a_doubt_the_cell_that_was_asked_for_is_asked_again(talk: Talk) -> None:
    talk.opened("Mr Smith leads it; by Easter; from 54% to 65%; SEEMiS", "DHT")
    assert row(talk)["lead"] == "DHT"
    assert talk.record.position.step == "outcome"


def test_which_of_two_dates_is_meant_is_one_question(talk: Talk) -> None:
    to(talk, "by").hear("Easter or June")
    assert "Which is the one it should be done by?" in talk.said
    assert [choice.says for choice in talk.turn.choices] == ["Easter", "June", "skip"]
    talk.hear("2")
    assert (row(talk)["by"], day(talk, "by")) == ("June", date(2027, 6, 25))
    assert talk.record.position.step == "baseline"


def test_dates_of_stages_keep_their_words_and_get_the_day_that_was_chosen(talk: Talk) -> None:
    to(talk, "by").opened("by Easter for S1, by June for S2", "June")
    assert row(talk)["by"] == "by Easter for S1, by June for S2"
    assert day(talk, "by") == date(2027, 6, 25)


def test_both_dates_stay_where_neither_is_chosen(talk: Talk) -> None:
    to(talk, "by").opened("Easter or June", "both")
    assert (row(talk)["by"], day(talk, "by")) == ("Easter or June", None)
    assert "with no one day noted" in talk.said


def test_a_start_is_no_deadline_and_a_review_point_is_one(talk: Talk) -> None:
    to(talk, "by").hear("start in January, finish by May")
    assert day(talk, "by") == date(2027, 5, 31)
    other = to(at_the_plan(), "by")
    other.hear("by Easter with a review in February")
    assert (day(other, "by"), day(other, "review")) == (date(2027, 3, 25), date(2027, 2, 26))


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
