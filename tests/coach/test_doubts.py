"""Gentle questions about a note, each put once; honest absence; and asking less in time."""

from __future__ import annotations

import pytest

from mtcoach.coach.items.doubts import absolute, counted, lacking
from mtcoach.coach.notes.evidence import judge
from support.talk import Talk, library


@pytest.fixture
def talk() -> Talk:
    return Talk().opened("Lochside Academy", "1", "2", "1", "3", "1")


def closed(talk: Talk, *replies: str) -> list[str]:
    """Says `replies` to the item on the table, then skips to its end: what it was asked about."""
    item, asked = talk.record.position.item, []
    for reply in (*replies, *["skip"] * 9):
        if talk.record.position.item != item or talk.record.position.phase != "items":
            break
        talk.hear(reply)
        if talk.record.position.item == item:
            asked.append(f"{talk.record.position.step} {talk.record.position.about}".strip())
    if talk.record.position.phase == "theme":
        talk.hear("carry on")
    return asked


@pytest.mark.parametrize(
    ("note", "word"),
    [
        ("all departments use the tracker", "all"),
        ("staff all know the dates", "all"),
        ("it is always checked in May", "always"),
        ("every teacher sees it", "every teacher"),
        ("not all departments use it", ""),
        ("it is all over the place", ""),
        ("all 7 of 7 departments use it, 45 of 45 staff", ""),
        ("we have no data at all", ""),
    ],
)
def test_a_large_word_without_a_figure_is_noticed(note: str, word: str) -> None:
    assert absolute(note, judge(note)) == word


def test_a_large_word_is_asked_about_first_and_once(talk: Talk) -> None:
    asked = closed(talk, "amber, all teachers look at the tracker in S3 each May")
    assert asked[0] == "probe quantity"
    assert "“all”" in talk.everything
    assert not [each for each in asked if "absolute" in each]


def test_a_large_word_that_no_probe_took_up_is_challenged(talk: Talk) -> None:
    note = (
        "green, the minutes of May show that everybody in S3 is looked at and pupils said their "
        "reading improved"
    )
    asked = closed(talk, note)
    assert asked == ["challenge absolute"]
    assert "everybody" in talk.everything


def test_figures_of_any_kind_are_not_asked_for_again(talk: Talk) -> None:
    assert counted("40 actions last year, 23 done on time")
    assert not counted("S1 to S3, four times a year since 2019, 6 hours a round")
    assert "probe quantity" not in closed(
        talk, "amber, minutes show 40 actions and 23 done on time"
    )


@pytest.mark.parametrize(
    ("note", "element"),
    [
        ("the guidance team meets but we don't have figures", "quantity"),
        ("haven't asked the pupils yet", "voice"),
        ("PEF groups run but we have not checked", "source"),
        ("no data on S1, 12 of 30 in S3 have a target", None),
        ("the tracker shows 12 of 30", None),
    ],
)
def test_what_is_owned_not_to_be_there_is_told_by_its_words(note: str, element: str | None) -> None:
    assert lacking(note, judge(note)) == element


def test_honest_absence_inside_a_note_is_a_finding_and_not_probed_for(talk: Talk) -> None:
    asked = closed(talk, "amber, reading groups run in S1 but we don't have figures on the gains")
    assert talk.record.answer("kq01").gaps == ("quantity",)
    assert "probe quantity" not in asked
    assert "finding" in talk.everything


def test_the_same_text_under_a_second_item_is_asked_about_once(talk: Talk) -> None:
    told = "amber, the tracker is looked at in each department in May by the faculty head"
    assert not [each for each in closed(talk, told) if "pasted" in each]
    assert [each for each in closed(talk, told) if "pasted" in each] == ["challenge pasted:kq01"]
    assert "Clear expectations" in talk.everything
    assert not [each for each in closed(talk, told) if "pasted" in each]


def test_what_is_used_again_on_purpose_is_no_paste(talk: Talk) -> None:
    closed(talk, "amber, the tracker is looked at in each department in May by the faculty head")
    asked = closed(talk, "amber", "same as before")
    assert not [each for each in asked if "pasted" in each]


def test_probes_that_bring_nothing_become_fewer(talk: Talk) -> None:
    asked = [closed(talk, "amber, some of the staff are still finding their feet with it")]
    for words in ("it is a mixed picture", "folk do what they can", "it comes and goes a bit"):
        asked.append(closed(talk, f"amber, {words}"))
    asked.append(closed(talk, "amber, much as it was before we started"))
    probes = [sum(each.startswith("probe") for each in item) for item in asked]
    assert probes == [1, 1, 1, 1, 0] or probes[-1] == 0
    assert max(probes) <= 2


def test_three_greens_stood_by_are_enough(talk: Talk) -> None:
    challenged = [
        "challenge green_thin" in closed(talk, "green", words, "skip", "skip", "keep it")
        for words in ("it works well", "we are good at it", "no problems there", "that is fine too")
    ]
    assert challenged == [True, True, True, False]


def test_the_colour_said_again_means_there_is_nothing_to_add(talk: Talk) -> None:
    talk.opened("amber", "amber")
    assert talk.record.position.item == "kq02"


def test_a_theme_that_sounds_wrong_is_asked_about_what_to_change(talk: Talk) -> None:
    talk.rate(*["amber"] * 7)
    assert talk.record.position.phase == "theme"
    talk.hear("not quite")
    assert "Which one would you change?" in talk.said
    talk.hear("early warning is more of a red, it took 9 weeks last term")
    answer = talk.record.answer("kq14")
    assert answer.rating == "red"
    assert "9 weeks" in answer.evidence
    talk.hear("carry on")
    assert talk.record.position.item == "kq03"


def test_what_cannot_be_placed_there_goes_on_at_the_second_time(talk: Talk) -> None:
    talk.rate(*["amber"] * 7)
    talk.opened("hm", "hm")
    assert talk.record.position.item == "kq03"


def test_asked_the_same_twice_the_coach_says_something_else(talk: Talk) -> None:
    talk.hear("what would good look like?")
    first = talk.said
    talk.hear("what would good look like?")
    assert talk.said != first


@pytest.mark.parametrize(
    ("said", "part"),
    [
        ("how many more questions?", "0 done, 19 to go"),
        ("how much longer?", "0 done, 19 to go"),
        ("can you suggest a next step?", "other schools begin with"),
        ("what do other schools do?", "other schools begin with"),
        ("who sees this?", "Only you, until you hand on the report"),
        ("is this confidential?", "Only you, until you hand on the report"),
        ("would amber be fair?", "That's for you to judge"),
        ("what was the question again?", "1 · Clear expectations"),
    ],
)
def test_questions_about_the_talk_are_answered(talk: Talk, said: str, part: str) -> None:
    before = talk.record.position
    talk.hear(said)
    assert part in talk.said
    assert talk.record.position == before


def test_a_suggestion_asked_for_can_be_picked(talk: Talk) -> None:
    talk.opened("any suggestions?", "the first one")
    (step,) = talk.record.answer("kq01").steps
    assert step.text == library().items["kq01"].next_steps.amber[0].do.replace(
        "stage lead or principal teacher", "principal teacher"
    )
    assert talk.record.position.step == "rate"


def test_a_sentence_at_a_themes_end_changes_no_answer_that_it_does_not_name(talk: Talk) -> None:
    talk.rate(*["amber"] * 7)
    before = dict(talk.record.answers)
    talk.hear("red, we meet but naebody minds whit we said last time roond the table")
    assert {item: talk.record.answers[item] for item in before} == before
    assert talk.record.answer("kq03").rating == "red", "it answers the next question"


def test_coming_back_to_it_later_leaves_it_for_now(talk: Talk) -> None:
    talk.hear("can I come back to this later?")
    assert talk.record.answer("kq01").status == "skipped"
    assert talk.record.position.item == "kq02"


@pytest.mark.parametrize("replies", [["whatever you suggest"], ["up to you"], ["hm", "hm hm"]])
def test_a_way_is_found_for_somebody_who_does_not_choose(replies: list[str]) -> None:
    talk = Talk().opened("Lochside Academy", "1", "2", "1", "3", *replies)
    assert talk.record.position.phase == "items"


@pytest.mark.parametrize("said", ["14 should be red", "question 14 is red, honestly", "14, red"])
def test_there_an_item_may_be_named_by_its_number(talk: Talk, said: str) -> None:
    talk.rate(*["amber"] * 7)
    talk.hear(said)
    assert talk.record.answer("kq14").rating == "red"


def test_a_colour_beside_a_question_is_kept_and_not_asked_again(talk: Talk) -> None:
    talk.hear("ok so amber then. is that fair?")
    assert talk.record.answer("kq01").rating == "amber"
    talk.hear("the staff survey, 61% knew the dates")
    assert talk.record.position.step != "rate"
    assert "61%" in talk.record.answer("kq01").evidence


def test_no_difference_that_i_know_of_is_kept_and_a_finding(talk: Talk) -> None:
    talk.hear(
        "green, every class is looked at in October and May on SEEMiS by the year heads in S3"
    )
    while talk.record.position.step == "probe":
        talk.hear("skip")
    assert talk.record.position.about == "green_no_impact"
    talk.hear("no difference that I know of")
    answer = talk.record.answer("kq01")
    assert "no difference" in answer.evidence
    assert "impact" in answer.gaps
    assert answer.rating == "green"


def test_not_having_looked_is_no_next_step_but_a_finding(talk: Talk) -> None:
    talk.opened("amber", "it differs from room to room", "skip")
    assert talk.record.position.step == "next_step"
    talk.hear("haven't looked at it properly")
    answer = talk.record.answer("kq01")
    assert answer.steps == ()
    assert "haven't looked" in answer.evidence
    assert answer.gaps


UNDERCUT = "only two departments do"


@pytest.mark.parametrize(
    "replies",
    [
        [f"green, {UNDERCUT}", "skip"],
        [f"amber, {UNDERCUT}", "green"],
        [f"amber, {UNDERCUT}", "skip", "make it green"],
        [f"amber, {UNDERCUT}", "skip", "green actually"],
        [f"amber, {UNDERCUT}", "skip", "skip", "change 1 to green"],
        [f"amber, {UNDERCUT}", "skip", "skip", "make the last one green"],
        [f"amber, {UNDERCUT}", "skip", "skip", "back", "green"],
        [f"red, {UNDERCUT}", "skip", "skip", "back", "call it green"],
        [f"red, {UNDERCUT}", "skip", "skip", "amber", "no", "skip", "1 should be green"],
    ],
)
def test_a_green_that_its_note_undercuts_is_asked_about_once(
    talk: Talk, replies: list[str]
) -> None:
    talk.opened(*replies)
    assert (talk.record.position.step, talk.record.position.about) == ("challenge", "green_low")
    assert talk.record.position.item == "kq01"
    assert f"“{UNDERCUT}”" in talk.said
    talk.hear("keep it")
    assert talk.record.answer("kq01").rating == "green"
    assert talk.record.position.item != "kq01"
    talk.hear("skip")
    assert talk.record.position.about != "green_low"


def test_a_green_whose_note_bears_it_out_is_changed_without_a_question(talk: Talk) -> None:
    talk.opened(
        "amber, every class in S1 to S3 is looked at in October and May; 41 of 62 were back on "
        "track by June and pupils said in the survey that it helped",
        "skip",
        "skip",
    )
    talk.opened("change 1 to green")
    assert talk.record.answer("kq01").rating == "green"
    assert talk.record.position.step == "rate"


def test_an_item_left_in_mid_exchange_goes_on_without_its_colour_being_asked_again(
    talk: Talk,
) -> None:
    talk.opened(
        f"amber, {UNDERCUT}", "skip", "skip", "amber, 3 of 7 PTs do it", "change 1 to green"
    )
    talk.hear("keep it")
    assert talk.record.position.item == "kq02"
    assert talk.record.position.step == "probe"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("amber, the folder is here", "the folder is here"),
        ("amber, it's in the cupboard", "it's in the cupboard"),
        ("green, it's all on SEEMiS", "it's all on SEEMiS"),
        ("amber, wall display", "wall display"),
        ("amber, S3 only", "S3 only"),
        ("red, we've nothing", "we've nothing"),
        ("amber - PTs have copies", "PTs have copies"),
        ("green. the minutes are there", "the minutes are there"),
    ],
)
def test_words_beside_a_colour_that_hold_something_are_kept(
    talk: Talk, said: str, words: str
) -> None:
    talk.hear(said)
    assert talk.record.answer("kq01").evidence == words


@pytest.mark.parametrize("said", ["red, don't get me started", "amber, you know how it is"])
def test_asides_beside_a_colour_are_no_evidence_which_is_asked_for(talk: Talk, said: str) -> None:
    talk.hear(said)
    assert not talk.record.answer("kq01").notes
    assert talk.record.position.step == "evidence"


def test_once_a_few_words_were_promised_to_be_kept_they_are(talk: Talk) -> None:
    talk.rate("amber", "amber", "amber")
    assert "keep them as evidence" in talk.everything
    talk.hear("amber, staffing")
    assert talk.record.answer("kq06").evidence == "staffing"


FULL = [
    "amber, we meet each half term, minutes on the drive",
    "green, 9 of 9 departments met in October",
    "red, we've had no meetings about progress since May",
    "amber: PTs meet me in October and March and half the actions get done",
    "3: amber, termly meetings",
    "for question 3: amber, we meet termly and keep minutes",
    "I'd say amber, faculties meet but nothing comes of it",
    "we have tracking meetings with every PT in October and March",
]


@pytest.mark.parametrize("said", FULL)
def test_the_answer_to_the_next_question_typed_at_a_themes_end_is_taken(
    talk: Talk, said: str
) -> None:
    talk.rate(*["amber"] * 7)
    before = dict(talk.record.answers)
    talk.hear(said)
    assert talk.record.answer("kq03").notes
    assert {item: talk.record.answers[item] for item in before} == before
    assert "3 · Tracking meetings" in talk.said or "Question" in talk.everything
    assert talk.record.position.item == "kq03"


def test_an_answer_that_may_be_of_several_questions_is_asked_about(talk: Talk) -> None:
    talk.rate(*["amber"] * 7)
    said = "amber because SfL don't see the vulnerable pupils data till June"
    talk.hear(said)
    assert talk.said == "Which question is that for?"
    assert talk.record.choices[1].says == f"for question 15: {said}"
    talk.hear("2")
    assert (
        talk.record.answer("kq15").evidence == "SfL don't see the vulnerable pupils data till June"
    )


@pytest.mark.parametrize(
    "said", ["looks about right", "fair enough", "amber then", "aye that's fair"]
)
def test_a_nod_at_a_themes_end_goes_on(talk: Talk, said: str) -> None:
    talk.rate(*["amber"] * 7)
    before = dict(talk.record.answers)
    talk.hear(said)
    assert talk.record.position.item == "kq03"
    assert talk.record.answers == before


@pytest.mark.parametrize(
    ("said", "colour"),
    [
        ("we're flying", "green"),
        ("it's a car crash", "red"),
        ("held together with sticky tape", "red"),
        ("miles off it", "red"),
        ("we're limping along", "amber"),
        ("it's our Rolls Royce", "green"),
        ("all fur coat and nae knickers", "red"),
        ("we're treading water", "amber"),
    ],
)
def test_a_figure_of_speech_is_heard_and_said_back_as_heard(
    talk: Talk, said: str, colour: str
) -> None:
    talk.hear(said)
    answer = talk.record.answer("kq01")
    assert (answer.rating, answer.how, answer.notes) == (colour, "inferred", ())
    assert colour in talk.said


@pytest.mark.parametrize(
    "said",
    [
        "the wheels came off and were put back on",
        "it's the Forth Bridge, this",
        "we're a bit Jekyll and Hyde",
        "swan lake up top, Riverdance below",
        "it's like painting in the dark",
        "more holes than a colander",
        "we're at the races",
        "smells of roses",
    ],
)
def test_a_figure_that_nobody_taught_ends_nothing_and_skips_nothing(talk: Talk, said: str) -> None:
    talk.hear(said)
    assert talk.turn.cue is None
    assert talk.record.position.item == "kq01"
    assert talk.record.answer("kq01").how != "stated"


@pytest.mark.parametrize(
    "said",
    [
        "Green for whom?",
        "amber for who exactly?",
        "red for which departments?",
        "green according to whom?",
        "whose green?",
        "green compared to what?",
        "och, green by whose book?",
        "green for S1 or just for S6?",
    ],
)
def test_whose_colour_it_is_is_a_question_and_no_colour(talk: Talk, said: str) -> None:
    talk.hear(said)
    assert talk.record.answer("kq01").rating is None
    assert "For the school as a whole" in talk.said
    assert talk.record.position.step == "rate"
