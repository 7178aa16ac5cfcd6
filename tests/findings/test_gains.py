"""Strengths with and without a gain for learners, and greens in doubt."""

from __future__ import annotations

from typing import Any

from mtcoach.findings.gains import doubted, elsewhere, gains, strengths, thin, unproven
from mtcoach.findings.profile import Profile, View, profiles


def found(library: Any, answered: Any, judging: Any, **said: str) -> tuple[Profile, ...]:
    return profiles(answered(**said), library, judge=judging)


def items(views: list[View]) -> list[str]:
    return [view.item for view in views]


def test_a_gain_is_a_strength_whose_note_tells_of_learners(
    library: Any, answered: Any, judging: Any
) -> None:
    every = found(library, answered, judging, q1="green strong note", q2="green some note")
    assert items(strengths(every)) == ["q1", "q2"]
    assert items(gains(every)) == ["q1"]
    assert items(unproven(every)) == ["q2"]


def test_thin_and_doubted_greens_are_neither(library: Any, answered: Any, judging: Any) -> None:
    every = found(library, answered, judging, q1="green fine", q2="green trouble note")
    assert items(strengths(every)) == items(gains(every)) == []
    assert items(thin(every)) == ["q1"]
    assert items(doubted(every)) == ["q2"]


def test_learners_may_be_spoken_of_where_the_colour_is_not_green(
    library: Any, answered: Any, judging: Any
) -> None:
    every = found(library, answered, judging, q1="red strong note", q2="amber some note")
    assert items(elsewhere(every)) == ["q1"]
    assert items(gains(every)) == []


def test_a_theme_counts_on_which_kinds_its_notes_draw(
    library: Any, answered: Any, judging: Any
) -> None:
    every = found(
        library, answered, judging, q1="green strong note", q2="amber some note", q3="red", q5="red"
    )
    assert every[0].noted == 2
    assert every[0].drawn == {"data": 2, "views": 0, "observation": 1}
    assert every[0].kinds == ("data", "observation")
    assert every[1].noted == 0
