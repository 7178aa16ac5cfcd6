"""What a record means, theme by theme."""

from __future__ import annotations

from collections.abc import Callable

from mtcoach.coach.reading import Judgement
from mtcoach.findings import Profile, profiles
from mtcoach.questions.loading import Library
from mtcoach.transcript.events import StatusSet
from mtcoach.transcript.record import Record, apply

Answered = Callable[..., Record]
Judge = Callable[[str], Judgement]


def first(record: Record, library: Library, judging: Judge) -> Profile:
    return profiles(record, library, judge=judging)[0]


def test_every_item_stands_in_exactly_one_place(
    answered: Answered, library: Library, judging: Judge
) -> None:
    record = answered(
        q1="green strong", q2="amber", q3="unknown", q4="skipped", q5="not_applicable"
    )
    here, there = profiles(record, library, judge=judging)
    assert here.counts == {
        "red": 0,
        "amber": 1,
        "green": 1,
        "split": 0,
        "unknown": 1,
        "skipped": 1,
        "not_applicable": 0,
        "unreached": 0,
    }
    assert (there.counts["not_applicable"], there.counts["unreached"]) == (1, 1)


def test_a_green_is_a_strength_only_with_evidence(
    answered: Answered, library: Library, judging: Judge
) -> None:
    record = answered(q1="green strong x", q2="green some x", q3="green it is fine", q4="green")
    profile = first(record, library, judging)
    assert profile.items("strength") == ("q1", "q2")
    assert profile.items("thin") == ("q3", "q4")


def test_a_strength_without_impact_is_named_as_such(
    answered: Answered, library: Library, judging: Judge
) -> None:
    profile = first(answered(q1="green strong x", q2="green some x"), library, judging)
    assert profile.items("no_impact") == ("q2",)


def test_a_green_whose_note_tells_of_trouble_is_no_strength(
    answered: Answered, library: Library, judging: Judge
) -> None:
    profile = first(answered(q1="green trouble here"), library, judging)
    assert profile.items("at_odds") == ("q1",)
    assert not profile.of("strength", "thin")


def test_a_red_with_a_glowing_note_is_both_red_and_worth_another_look(
    answered: Answered, library: Library, judging: Judge
) -> None:
    profile = first(answered(q1="red strong success"), library, judging)
    assert profile.items("red") == profile.items("at_odds") == ("q1",)


def test_a_skip_does_not_take_back_an_earlier_rating(
    answered: Answered, library: Library, judging: Judge
) -> None:
    skip = StatusSet(seq=9, item="q1", status="skipped")
    profile = first(apply(answered(q1="green strong"), skip), library, judging)
    assert profile.counts["skipped"] == 0
    assert profile.items("strength") == ("q1",)


def test_what_is_not_known_is_a_finding_with_its_element(
    answered: Answered, library: Library, judging: Judge
) -> None:
    profile = first(answered(q1="unknown", q2="amber ?impact"), library, judging)
    assert profile.items("unknown") == ("q1",)
    assert [(gap.items, gap.about) for gap in profile.of("gap")] == [(("q2",), "impact")]


def test_kinds_of_evidence_that_no_note_draws_on_are_missing(
    answered: Answered, library: Library, judging: Judge
) -> None:
    profile = first(answered(q1="green some x", q2="amber some y"), library, judging)
    assert [found.about for found in profile.of("one_sided")] == ["views", "observation"]
    assert profile.kinds == ("data",)


def test_one_note_alone_is_not_called_one_sided(
    answered: Answered, library: Library, judging: Judge
) -> None:
    assert not first(answered(q1="green some x"), library, judging).of("one_sided")


def test_the_same_note_under_two_items_is_noticed_whatever_its_spaces(
    answered: Answered, library: Library, judging: Judge
) -> None:
    profile = first(
        answered(q1="green see the  folder", q2="amber see the folder"), library, judging
    )
    assert profile.items("repeated") == ("q1", "q2")


def test_capitals_and_marks_do_not_hide_that_a_note_is_the_same(
    answered: Answered, library: Library, judging: Judge
) -> None:
    said = answered(q1="green See the folder!", q2="amber see the folder", q3="red see a folder")
    assert first(said, library, judging).items("repeated") == ("q1", "q2")


def test_the_same_note_in_another_theme_is_told_once_in_the_later_theme(
    answered: Answered, library: Library, judging: Judge
) -> None:
    record = answered(q2="green see the folder", q6="amber See the folder.")
    earlier, later = profiles(record, library, judge=judging)
    assert not earlier.of("repeated")
    (found,) = later.of("repeated")
    assert found.items == ("q2", "q6")
    assert len(found.events) == 2
    (alone,) = profiles(record, library, items=("q6",), judge=judging)
    assert alone.of("repeated") == (found,)


def test_notes_of_marks_alone_are_no_repeated_note(
    answered: Answered, library: Library, judging: Judge
) -> None:
    assert not first(answered(q1="green …", q2="amber !!"), library, judging).of("repeated")


def test_every_finding_names_items_and_events_of_the_record(
    answered: Answered, library: Library, judging: Judge
) -> None:
    record = answered(
        q1="green strong a", q2="green b", q3="red same", q4="amber same", q5="unknown", q6="amber"
    )
    for profile in profiles(record, library, judge=judging):
        for finding in profile.findings:
            held = {seq for item in finding.items for seq in record.answer(item).events}
            assert finding.items
            assert finding.events
            assert set(finding.events) <= held


def test_an_answer_to_a_question_no_longer_in_the_banks_breaks_nothing(
    answered: Answered, library: Library, judging: Judge
) -> None:
    record = answered(route=("q1", "gone1"), q1="amber", gone2="red no more")
    assert [view.item for view in first(record, library, judging).views] == ["q1"]


def test_nothing_asked_gives_no_profile(
    answered: Answered, library: Library, judging: Judge
) -> None:
    assert profiles(answered(route=()), library, judge=judging) == ()
