"""The conversation: what is asked, what is kept, and that it always leads on."""

from __future__ import annotations

import pytest

from mtcoach.questions.models import COLOURS
from support.talk import Talk


@pytest.fixture
def talk() -> Talk:
    return Talk()


@pytest.fixture
def at_items(talk: Talk) -> Talk:
    """A secondary, alone, with all nineteen questions before it."""
    return talk.opened("Lochside Academy", "1", "2", "1", "3", "1")


def test_it_opens_with_a_short_profile(talk: Talk) -> None:
    talk.opened("Lochside Academy", "yes", "depute", "on my own", "half an hour")
    assert dict(talk.record.profile) == {
        "school": "Lochside Academy",
        "sector": "Secondary",
        "role": "depute",
        "voice": "on my own",
        "minutes": "half an hour",
    }
    assert talk.record.position.phase == "route"


def test_a_profile_in_sentences_is_kept_as_a_report_can_print_it(talk: Talk) -> None:
    talk.opened("we're St Bride's, a wee primary with a nursery", "P1 to P7", "I'm the HT")
    assert talk.record.profile["school"] == "St Bride's"
    assert talk.record.profile["role"] == "HT"


@pytest.mark.parametrize(
    "school", ["Our Lady's High School", "St Mary's Primary, Leith", "Isle of Mull Primary"]
)
def test_a_schools_name_is_left_as_it_is(talk: Talk, school: str) -> None:
    talk.hear(school)
    assert talk.record.profile["school"] == school


def test_time_told_before_it_is_asked_is_no_voice_and_not_asked_again(talk: Talk) -> None:
    talk.opened("Lochside Academy", "1", "2", "about ten mins")
    assert "voice" not in talk.record.profile
    assert talk.record.position.step == "voice"
    talk.hear("on my own")
    assert talk.record.profile["minutes"] == "about ten mins"
    assert talk.record.position.phase == "route"


@pytest.mark.parametrize(
    ("minutes", "proposed"),
    [
        ("10 minutes", "ten-minute"),
        ("20 mins", "ten-minute"),
        ("half an hour", "one theme"),
        ("about ten minutes", "ten-minute"),
        ("1", "ten-minute"),
        ("an hour", "all 19"),
        ("45", "all 19"),
    ],
)
def test_the_route_proposed_fits_the_time(talk: Talk, minutes: str, proposed: str) -> None:
    talk.opened("Lochside Academy", "1", "2", "1", minutes)
    assert f"I'd suggest: {proposed}" in talk.said or f"I'd suggest: a {proposed}" in talk.said


def test_a_primary_is_not_asked_about_the_senior_phase(talk: Talk) -> None:
    talk.opened("Birkhill Primary", "yes", "1", "1", "3", "1")
    assert "kq08" not in talk.record.items
    assert len(talk.record.items) == 18
    assert "I've left out Senior phase progress" in talk.said


@pytest.mark.parametrize(
    ("reply", "bank", "count"),
    [
        ("all of them", "key-questions", 19),
        ("the quick one", "key-questions", 6),
        ("deep audit please", "deep-audit", 24),
        ("the four excellence pairs", "journey-to-excellence", 4),
    ],
)
def test_a_route_may_be_named_in_words(talk: Talk, reply: str, bank: str, count: int) -> None:
    talk.opened("Lochside Academy", "1", "2", "1", "3", reply)
    assert (talk.record.bank, len(talk.record.items)) == (bank, count)


def test_one_theme_asks_which(talk: Talk) -> None:
    talk.opened("Lochside Academy", "1", "2", "1", "3", "one theme")
    assert "Which theme?" in talk.said
    talk.hear("1")
    assert len(talk.record.items) == 7


def test_a_message_that_carries_everything_is_asked_nothing_more(at_items: Talk) -> None:
    at_items.hear(
        "Amber – the tracking calendar (minutes of June's staff meeting) is known to 38 of 45 "
        "staff across S1–S6; pupils say dates still clash and deadlines moved twice, so reports "
        "were late; next step is one page of dates by Christmas"
    )
    answer = at_items.record.answer("kq01")
    assert (answer.rating, answer.status) == ("amber", "answered")
    assert "38 of 45" in answer.evidence
    assert answer.steps[0].text == "one page of dates by Christmas"
    assert at_items.record.position.item == "kq02"


def test_a_colour_alone_is_asked_how_one_knows(at_items: Talk) -> None:
    at_items.hear("amber")
    assert at_items.record.position.step == "evidence"


def test_somebody_who_types_only_colours_is_soon_left_in_peace(at_items: Talk) -> None:
    turns = 0
    while at_items.record.position.phase == "items":
        at_items.hear("amber")
        turns += 1
    assert turns <= 7 + 2 * 2
    assert "stop asking for more" in at_items.everything
    assert all(at_items.record.answer(item).rating == "amber" for item in at_items.record.items[:7])


def test_at_most_two_probes_an_item(at_items: Talk) -> None:
    at_items.hear("amber")
    at_items.hear("it is different in different places")
    probes = 0
    while at_items.record.position.step == "probe":
        probes += 1
        at_items.hear("there is some variety in it")
    assert probes == 2


def test_what_is_there_is_never_probed_for(at_items: Talk) -> None:
    at_items.hear("amber, the tracker on SEEMiS is used by 30 of 45 teachers")
    position = at_items.record.position
    assert (position.step, position.about) not in {("probe", "source"), ("probe", "quantity")}


def test_not_known_yet_is_recorded_as_a_finding(at_items: Talk) -> None:
    at_items.hear("not sure")
    assert at_items.record.answer("kq01").status == "unknown"
    assert at_items.record.position.item == "kq02"


def test_a_gap_in_the_evidence_is_recorded_too(at_items: Talk) -> None:
    at_items.hear("amber, it is patchy")
    assert at_items.record.position.step == "probe"
    at_items.hear("we don't know yet")
    assert at_items.record.answer("kq01").gaps


def test_two_colours_at_once_are_settled_by_one_question(at_items: Talk) -> None:
    at_items.hear("red or amber")
    assert at_items.record.position.step == "which"
    at_items.hear("amber")
    assert at_items.record.answer("kq01").rating == "amber"


def test_green_on_thin_evidence_is_challenged_once_and_stays(at_items: Talk) -> None:
    at_items.hear("green")
    at_items.hear("it just works well")
    seen = 0
    while at_items.record.position.item == "kq01":
        seen += at_items.record.position.step == "challenge"
        at_items.hear(
            "keep it" if at_items.record.position.step == "challenge" else "that's all I have"
        )
    assert seen == 1
    assert at_items.record.answer("kq01").rating == "green"


def test_the_rating_is_never_lowered_by_the_coach(at_items: Talk) -> None:
    at_items.hear("green, no idea why")
    while at_items.record.position.item == "kq01":
        at_items.hear("skip")
    assert at_items.record.answer("kq01").rating == "green"


def test_what_was_inferred_is_said_back_as_such(at_items: Talk) -> None:
    at_items.hear("partly")
    assert "I take that as amber" in at_items.said
    while at_items.record.position.item == "kq01":
        at_items.hear("skip")
    assert at_items.record.answer("kq01").how == "inferred"
    assert "From what you say I've put" in at_items.everything


def test_going_back_keeps_what_was_said_later(at_items: Talk) -> None:
    at_items.rate("amber", "red", "green")
    at_items.hear("back")
    at_items.hear("back")
    assert at_items.record.position.item == "kq02"
    at_items.hear("green")
    ratings = [at_items.record.answer(item).rating for item in ("kq01", "kq02", "kq04")]
    assert ratings == ["amber", "green", "green"]
    assert at_items.record.position.item == "kq06"


@pytest.mark.parametrize("reply", ["change 1", "change question 1", "change the expectations one"])
def test_an_earlier_item_is_amended_by_number_or_topic(at_items: Talk, reply: str) -> None:
    at_items.rate("amber", "red")
    at_items.hear(reply)
    assert (at_items.record.position.item, at_items.record.position.step) == ("kq01", "amend")
    at_items.hear("green")
    assert at_items.record.answer("kq01").rating == "green"
    assert at_items.record.position.item == "kq04"


def test_a_change_may_carry_its_colour(at_items: Talk) -> None:
    at_items.rate("amber", "red")
    at_items.hear("change 1 to green")
    assert at_items.record.answer("kq01").rating == "green"
    assert at_items.record.position.item == "kq04"


def test_a_change_without_a_name_is_of_the_last_answer(at_items: Talk) -> None:
    at_items.rate("amber", "red")
    at_items.hear("change that to green")
    assert at_items.record.answer("kq02").rating == "green"
    assert at_items.record.position.item == "kq04"


def test_leave_it_changes_nothing(at_items: Talk) -> None:
    at_items.rate("amber", "red")
    before = at_items.record.answer("kq01")
    at_items.hear("change 1")
    at_items.hear("leave it")
    after = at_items.record.answer("kq01")
    assert (after.rating, after.notes) == (before.rating, before.notes)


def test_an_item_may_be_skipped_and_asked_again(at_items: Talk) -> None:
    at_items.hear("skip")
    assert at_items.record.answer("kq01").status == "skipped"
    at_items.hear("back")
    at_items.hear("green")
    assert at_items.record.answer("kq01").rating == "green"


def test_not_applicable_is_kept_apart_from_skipped(at_items: Talk) -> None:
    at_items.hear("n/a")
    assert at_items.record.answer("kq01").status == "not_applicable"


@pytest.mark.parametrize(
    ("reply", "part"),
    [
        ("what does that mean?", "In other words: We have set out"),
        ("what would good look like?", "What good looks like:"),
        ("what would excellent look like?", "what excellent looks like:"),
        ("why do you ask?", "When expectations are hazy"),
        ("what counts as evidence?", "What would count as evidence"),
        ("what have I said so far?", "0 of 19 done, none rated yet."),
        ("help", "You can say, at any time"),
        ("review", "1 Clear expectations: not answered yet"),
    ],
)
def test_a_question_to_the_coach_is_answered_and_nothing_moves(
    at_items: Talk, reply: str, part: str
) -> None:
    before = at_items.record.position
    choices = at_items.record.choices
    at_items.hear(reply)
    assert part in at_items.said
    assert (at_items.record.position, at_items.record.choices) == (before, choices)


def test_pause_says_how_far_and_cues_the_front_end(at_items: Talk) -> None:
    at_items.rate("amber")
    at_items.hear("let's stop for today")
    assert at_items.turn.cue == "pause"
    assert "1 of 19" in at_items.said


def test_a_stray_key_is_no_answer(at_items: Talk) -> None:
    at_items.hear("amber")
    at_items.hear("9")
    assert "There is no 9" in at_items.said
    assert not at_items.record.answer("kq01").notes


def test_a_blank_never_overwrites(at_items: Talk) -> None:
    at_items.hear("amber")
    at_items.hear("   ")
    assert at_items.record.answer("kq01").rating == "amber"
    assert at_items.record.position.step == "evidence"


def test_each_theme_is_summed_up_with_a_chance_to_amend(at_items: Talk) -> None:
    at_items.rate(*["amber", "green", "red", "amber", "amber", "green", "amber"])
    assert at_items.record.position.phase == "theme"
    assert "Planning, tracking and monitoring: how it looks" in at_items.said
    at_items.hear("change 1 to red")
    assert at_items.record.answer("kq01").rating == "red"
    at_items.hear("carry on")
    assert at_items.record.position.item == "kq03"


def finished_items(talk: Talk) -> Talk:
    """Every question rated, both themes summed up: at the priorities."""
    for _ in range(200):
        match talk.record.position.phase:
            case "priorities":
                return talk
            case "theme":
                talk.hear("carry on")
            case _:
                talk.hear(COLOURS[talk.record.turns % 3])
    raise AssertionError("the priorities were never reached")


def test_up_to_three_priorities_become_rows_of_the_plan(at_items: Talk) -> None:
    finished_items(at_items)
    at_items.hear("1 and 2")
    first, second = at_items.record.priorities
    for _ in range(2):
        for cell in (
            "S3 learners know their targets",
            "train PTs, as use differs",
            "depute head teacher",
            "by Easter",
            "4 of 9 departments",
            "9 of 9 departments",
            "the tracker, read in March",
            "nothing to add",
        ):
            at_items.hear(cell)
    assert at_items.record.plan[first]["baseline"] == "4 of 9 departments"
    assert at_items.record.plan[second]["source"] == "the tracker, read in March"
    assert at_items.record.position.phase == "overall"


def test_more_than_three_priorities_are_too_many(at_items: Talk) -> None:
    finished_items(at_items)
    at_items.hear("1, 2, 3 and 4")
    assert "Which three matter most?" in at_items.said
    assert at_items.record.priorities == ()


def test_a_cell_left_for_later_stays_empty(at_items: Talk) -> None:
    finished_items(at_items)
    at_items.hear("1")
    (item,) = at_items.record.priorities
    at_items.hear("skip")
    at_items.hear("train PTs")
    assert "outcome" not in at_items.record.plan[item]
    assert at_items.record.plan[item]["actions"] == "train PTs"


def test_the_leader_may_record_an_evaluation_of_a_whole_indicator(at_items: Talk) -> None:
    finished_items(at_items)
    at_items.hear("no plan")
    assert "A caution" in at_items.said
    at_items.hear("2.3")
    at_items.hear("very good")
    assert dict(at_items.record.evaluations) == {"2.3": "5"}
    assert at_items.record.finished


def test_good_is_a_step_of_the_scale_and_no_brush_off(at_items: Talk) -> None:
    finished_items(at_items)
    at_items.opened("no plan", "1.1", "good")
    assert dict(at_items.record.evaluations) == {"1.1": "4"}


def test_no_grade_is_recorded_unless_the_leader_gives_one(at_items: Talk) -> None:
    finished_items(at_items)
    at_items.hear("no plan")
    at_items.hear("no thanks")
    assert not at_items.record.evaluations
    assert at_items.record.finished


def test_the_audit_offers_what_was_said_about_the_same_thing(at_items: Talk) -> None:
    finished_items(at_items)
    at_items.hear("no plan")
    at_items.hear("no")
    at_items.hear("something else")
    at_items.hear("the deep audit")
    while at_items.record.position.step != "offer":
        at_items.hear("carry on" if at_items.record.position.phase == "theme" else "skip")
    item, twin = at_items.record.position.item, at_items.record.position.about
    assert item is not None
    at_items.hear("yes")
    assert at_items.record.answer(item).rating == at_items.record.answer(twin).rating
    assert at_items.record.answer(item).status == "answered"


def test_an_offer_may_be_declined(at_items: Talk) -> None:
    finished_items(at_items)
    at_items.hear("no plan")
    at_items.hear("no")
    at_items.hear("something else")
    at_items.hear("the deep audit")
    while at_items.record.position.step != "offer":
        at_items.hear("skip")
    item = at_items.record.position.item
    at_items.hear("2")
    assert (at_items.record.position.item, at_items.record.position.step) == (item, "rate")
    assert item is not None
    assert at_items.record.answer(item).rating is None


def test_a_finished_evaluation_can_still_be_amended(at_items: Talk) -> None:
    finished_items(at_items)
    at_items.hear("no plan")
    at_items.hear("no")
    at_items.hear("change 5 to red")
    assert at_items.record.answer("kq05").rating == "red"
    assert at_items.record.position.phase == "done"


def test_no_two_questions_in_a_row_are_worded_alike(at_items: Talk) -> None:
    asked: list[str] = []
    for _ in range(4):
        item = at_items.record.position.item
        at_items.hear("amber")
        asked.append(at_items.said)
        while at_items.record.position.item == item:
            at_items.hear("the tracker shows 12 of 30 in S3" if len(asked) % 2 else "skip")
    assert len(set(asked)) == len(asked)


def test_a_vague_word_is_named_kindly(at_items: Talk) -> None:
    at_items.hear("amber, we discuss it regularly")
    assert "“regularly”" in at_items.said
    assert at_items.record.position.step == "probe"


@pytest.mark.parametrize("sector", ["secondary", "primary", "early years and primary"])
@pytest.mark.parametrize("colour", ["red", "amber"])
@pytest.mark.parametrize("key", ["1", "2"])
def test_every_suggested_step_can_be_picked_by_its_key(sector: str, colour: str, key: str) -> None:
    talk = Talk().opened("Our School", sector, "2", "1", "3", "1")
    while talk.record.position.phase in ("items", "theme"):
        if talk.record.position.phase == "theme":
            talk.hear("carry on")
            continue
        item = talk.record.position.item or ""
        talk.hear("no" if talk.record.position.step == "offer_note" else colour)
        while talk.record.position.item == item and talk.record.position.step != "next_step":
            talk.hear("the tracker shows 4 of 7 in May and nobody has looked since, in any stage")
        if talk.record.position.item == item:
            says = talk.record.choices[int(key) - 1].says
            talk.hear(key)
            (step,) = talk.record.answer(item).steps
            assert (step.text, step.suggested) == (says, True)


def test_a_next_step_said_to_a_challenge_is_kept(at_items: Talk) -> None:
    at_items.hear(
        "amber, the tracker shows 30 of 45 in S3 on track in May, up from 12, and pupils say it helps"
    )
    assert at_items.record.position.step == "challenge"
    at_items.hear("next step: go through the calendar with the new staff in January")
    (step,) = at_items.record.answer("kq01").steps
    assert step.text.startswith("go through the calendar")


def test_finish_is_no_next_step() -> None:
    talk = Talk().opened("Lochside Academy", "1", "2", "1", "3", "1", "amber")
    while talk.record.position.step != "next_step":
        talk.hear("that's all I have")
    item = talk.record.position.item or ""
    talk.hear("finish")
    assert talk.record.answer(item).steps == ()
    assert talk.record.position.item != item


def test_a_bare_figure_that_nobody_asked_for_is_no_evidence() -> None:
    talk = Talk().opened("Lochside Academy", "1", "2", "1", "3", "1", "amber")
    item = talk.record.position.item or ""
    assert talk.record.position.step == "evidence"
    talk.hear("9")
    assert "no 9" in talk.said
    assert talk.record.answer(item).notes == ()
