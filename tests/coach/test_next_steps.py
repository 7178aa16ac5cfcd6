"""Next steps: ideas when they are asked for, second thoughts, and steps typed where none was asked."""

from __future__ import annotations

import pytest

from mtcoach.coach.items.suggesting import wanted
from mtcoach.coach.replies.understanding import read
from support.talk import Talk, library

IDEAS = [
    "so what next then?",
    "any ideas?",
    "what would you do?",
    "what do others do?",
    "what do other schools do",
    "help me out here",
    "I'm stuck, suggest something",
    "no idea, you tell me",
    "whit wid you dae?",
    "where would you start?",
    "got any tips",
    "over to you",
    "what works elsewhere?",
    "how do other folk start?",
    "gimme some options",
    "what's usually the first step?",
    "ony suggestions?",
    "I don't know, what would help?",
    "what can we do about it then",
    "hit me with your ideas",
    "where do we even start",
    "I am out of ideas",
    "what would get us to green?",
]
NO_IDEAS = [
    "train the PTs",
    "ask other schools",
    "tell staff what to do",
    "what does that mean?",
    "why do you ask?",
    "what would good look like?",
    "what counts as evidence?",
    "help",
    "next",
    "skip",
    "do it next term",
    "give staff time",
    "start again in August",
    "not sure",
]


@pytest.fixture
def talk() -> Talk:
    return Talk().opened("Lochside Academy", "1", "2", "1", "3", "1")


@pytest.fixture
def asked(talk: Talk) -> Talk:
    return talk.opened("amber, two departments keep notes", "skip")


@pytest.mark.parametrize("said", IDEAS)
def test_whoever_asks_for_ideas_gets_those_of_this_item_and_colour(asked: Talk, said: str) -> None:
    asked.hear(said)
    first, second = library().items["kq01"].next_steps.amber
    assert first.know[:40] in asked.said, "with how one would see that it worked"
    assert [choice.says[:9] for choice in asked.record.choices[:2]] == [
        first.do[:9],
        second.do[:9],
    ]
    assert asked.record.position.step == "next_step"
    assert not asked.record.answer("kq01").steps


@pytest.mark.parametrize("said", NO_IDEAS)
def test_other_questions_and_steps_ask_for_no_ideas(said: str) -> None:
    assert not wanted(said)


@pytest.mark.parametrize("picked", ["the second one", "2", "the second yin", "let's go with 2"])
def test_an_idea_is_picked_by_its_place(asked: Talk, picked: str) -> None:
    asked.opened("any ideas?", picked)
    (step,) = asked.record.answer("kq01").steps
    assert step.suggested
    assert step.text == library().items["kq01"].next_steps.amber[1].do


@pytest.mark.parametrize(
    "picked", ["both", "aye, both of them", "the two of them", "do both please"]
)
def test_both_ideas_may_be_taken(asked: Talk, picked: str) -> None:
    asked.opened("what do others do?", picked)
    assert [step.suggested for step in asked.record.answer("kq01").steps] == [True, True]


REASONS = [
    ("red never done it", "never done it"),
    ("it's red cause we've no time", "we've no time"),
    ("actually red, nobody does it", "nobody does it"),
    ("make it red, staff have never done this", "staff have never done this"),
    ("naw it's red, naebody bothers wi it", "naebody bothers wi it"),
    ("red to be honest. too much else on", "too much else on"),
    ("I'd go red - it never happens", "it never happens"),
    ("that should be red because the folder is empty", "the folder is empty"),
]


@pytest.mark.parametrize(("said", "reason"), REASONS)
def test_a_colour_and_a_reason_are_no_step_which_is_asked_still(
    asked: Talk, said: str, reason: str
) -> None:
    asked.hear(said)
    answer = asked.record.answer("kq01")
    assert (answer.rating, answer.steps) == ("red", ())
    assert answer.notes[-1].text == reason
    assert "the reason is with your notes" in asked.said
    assert asked.record.position.step == "next_step"


def test_a_colour_and_a_step_are_both(asked: Talk) -> None:
    asked.hear("red, train the PTs in May")
    answer = asked.record.answer("kq01")
    assert (answer.rating, [step.text for step in answer.steps]) == (
        "red",
        ["train the PTs in May"],
    )
    assert asked.record.position.item == "kq02"


def test_the_same_colour_again_goes_on(asked: Talk) -> None:
    asked.hear("amber")
    assert asked.record.position.item == "kq02"


@pytest.mark.parametrize("said", ["get it to green by June", "aim for green by training the PTs"])
def test_a_colour_to_get_to_is_part_of_the_step(asked: Talk, said: str) -> None:
    asked.hear(said)
    answer = asked.record.answer("kq01")
    assert (answer.rating, [step.text for step in answer.steps]) == ("amber", [said])


EARLY = [
    ("we should really get the minutes up on the drive, amber", "we should really get the minutes up on the drive"),
    ("amber, need to train the new PTs", "need to train the new PTs"),
    ("amber. next year we'll do it with a calendar", "next year we'll do it with a calendar"),
    ("amber - want to get all departments using one sheet", "want to get all departments using one sheet"),
    ("we could do with a shared spreadsheet, amber", "we could do with a shared spreadsheet"),
    ("amber and we ought to moderate together", "we ought to moderate together"),
    ("amber, I'd like us to meet every month", "I'd like us to meet every month"),
    ("let's get the minutes onto the drive, amber", "let's get the minutes onto the drive"),
    ("amber, must get the support staff trained", "must get the support staff trained"),
    ("amber, we've got to get everybody round a table", "we've got to get everybody round a table"),
    ("amber, time we wrote it down", "time we wrote it down"),
    ("sort out a page for new staff by Christmas, amber", "sort out a page for new staff by Christmas"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "step"), EARLY)
def test_a_step_typed_at_the_rating_is_a_step_and_evidence_is_asked(
    talk: Talk, said: str, step: str
) -> None:
    talk.hear(said)
    answer = talk.record.answer("kq01")
    assert (answer.rating, answer.notes) == ("amber", ())
    assert [each.text for each in answer.steps] == [step]
    assert f"“{step}”" in talk.said
    assert talk.record.position.step == "evidence"
    talk.opened("4 of 7 departments keep them", "skip")
    assert talk.record.position.item == "kq02", "the step is not asked for again"


@pytest.mark.parametrize(
    "said",
    [
        "need to train the new PTs",
        "we need to get a calendar out",
        "next year we'll have a calendar for it",
        "we should get folk round a table",
        "gonnae train the new staff in August",
    ],
)
def test_a_step_without_a_colour_is_kept_and_the_colour_asked(talk: Talk, said: str) -> None:
    talk.hear(said)
    answer = talk.record.answer("kq01")
    assert ([step.text for step in answer.steps], answer.notes) == ([said], ())
    assert talk.record.position.step == "rate"
    assert "next step" in talk.said


def test_a_step_typed_for_evidence_leaves_the_evidence_to_be_asked_once(talk: Talk) -> None:
    talk.opened("amber", "we need to train the new PTs")
    assert (talk.record.position.step, talk.record.position.about) == ("evidence", "beside")
    talk.hear("let's get a calendar out too")
    assert talk.record.position.item == "kq02"
    assert len(talk.record.answer("kq01").steps) == 2


def test_a_step_typed_at_a_probe_does_not_answer_it(talk: Talk) -> None:
    talk.opened("amber, 4 of 7 had the training in May", "we need to train the other three")
    answer = talk.record.answer("kq01")
    assert [step.text for step in answer.steps] == ["we need to train the other three"]
    assert [note.text for note in answer.notes] == ["4 of 7 had the training in May"]
    assert talk.record.position.step == "probe"


def test_evidence_and_step_of_one_reply_are_told_apart(talk: Talk) -> None:
    talk.hear("amber, 4 of 7 do it, and we need to get the other three on board")
    answer = talk.record.answer("kq01")
    assert answer.evidence == "4 of 7 do it"
    assert [step.text for step in answer.steps] == ["we need to get the other three on board"]


@pytest.mark.parametrize(
    "said",
    [
        "amber, pupils should know their targets but don't",
        "amber, teachers are meant to fill it in weekly",
        "amber, staff need to know the dates and half do",
        "red, it should happen every term but doesn't",
    ],
)
def test_what_should_be_and_is_not_is_evidence(said: str) -> None:
    reading = read(said)
    assert reading.evidence
    assert reading.next_step is None


@pytest.mark.parametrize(
    "said", ["need to run", "I need to get to class", "got to pick up my wean"]
)
def test_having_to_go_is_no_step(said: str) -> None:
    assert read(said).next_step is None


def test_what_should_have_been_done_is_no_step() -> None:
    assert read("red, we should have done this years ago").next_step is None


@pytest.mark.parametrize(
    ("said", "step"),
    [
        ("amber, the plan's to get a calendar out in August", "get a calendar out in August"),
        ("red, this needs to go on the improvement plan", "this needs to go on the improvement plan"),
        ("amber, action: DHT to write a page", "DHT to write a page"),
        ("amber, I'm meeting the PTs about it on Thursday", "I'm meeting the PTs about it on Thursday"),
        ("gonnae hae tae train the new yins, amber", "gonnae hae tae train the new yins"),
        ("amber - going to bring it to the in-service", "going to bring it to the in-service"),
    ],
)  # fmt: skip
def test_what_will_be_done_is_heard_in_many_words(talk: Talk, said: str, step: str) -> None:
    talk.hear(said)
    assert [each.text for each in talk.record.answer("kq01").steps] == [step]
    assert not talk.record.answer("kq01").notes


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("I was wrong, it's red, none of the PTs do it", "none of the PTs do it"),
        ("on reflection red. the folder hasn't been opened", "the folder hasn't been opened"),
        ("red - staffing's been dire", "staffing's been dire"),
        ("och it's a red, we've never got round tae it", "we've never got round tae it"),
    ],
)
def test_second_thoughts_come_in_many_words(asked: Talk, said: str, reason: str) -> None:
    asked.hear(said)
    answer = asked.record.answer("kq01")
    assert (answer.rating, answer.notes[-1].text, answer.steps) == ("red", reason, ())
    assert asked.record.position.step == "next_step"


def test_a_colour_that_is_set_aside_is_no_step(asked: Talk) -> None:
    asked.hear("amber's generous, make it red")
    answer = asked.record.answer("kq01")
    assert (answer.rating, answer.steps) == ("red", ())
    assert asked.record.position.step == "next_step"


@pytest.mark.parametrize(
    "told",
    [
        "support staff were never told",
        "nobody looks at it",
        "the minutes were lost",
        "the PTs have never seen it",
        "naebody minds the date",
    ],
)
def test_what_was_is_no_step_and_the_step_is_asked_once_more(asked: Talk, told: str) -> None:
    asked.hear(told)
    answer = asked.record.answer("kq01")
    assert [note.text for note in answer.notes][-1] == told
    assert not answer.steps
    assert asked.record.position.step == "next_step"
    asked.hear("the page was never read out")
    assert asked.record.position.item != "kq01", "nobody is asked a third time"


@pytest.mark.parametrize(
    "step",
    [
        "have the PTs meet in May",
        "a page that was used before, brought up to date",
        "skip the October window and have two good ones",
        "phone the parents that didn't open it",
    ],
)
def test_a_step_may_speak_of_what_was(asked: Talk, step: str) -> None:
    asked.hear(step)
    assert [each.text for each in asked.record.answer("kq01").steps] == [step]
