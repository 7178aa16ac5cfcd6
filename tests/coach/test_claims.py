"""Claims of all and always, and the same note under two items."""

from __future__ import annotations

import pytest

from mtcoach.coach.notes.claims import absolute, same


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("all staff log concerns on SEEMiS", "all staff"),
        ("every class has a folio", "every class"),
        ("We always follow up the actions", "always"),
        ("awbody kens the dates", "awbody"),
    ],
)
def test_a_claim_of_all_with_no_figure_is_named(note: str, words: str) -> None:
    assert absolute(note) == words


@pytest.mark.parametrize(
    "note",
    [
        "all staff do it: 38 of 38 logged a concern by May",
        "not every class has a folio",
        "we want all pupils to have a target",
        "we will train all staff in August",
        "the tracker is on the shared drive",
    ],
)
def test_a_claim_with_a_figure_or_none_at_all_is_left_alone(note: str) -> None:
    assert absolute(note) == ""


def test_the_same_note_is_known_whatever_its_capitals_and_marks() -> None:
    assert same("Minutes on the drive, termly.", "minutes on the drive termly")
    assert not same("minutes on the drive", "minutes in the office")
    assert not same("", " ")
