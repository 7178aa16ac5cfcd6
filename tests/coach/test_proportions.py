"""Words for shares against the figures beside them."""

from __future__ import annotations

import pytest

from mtcoach.coach.notes.proportions import mismatch
from support.talk import Talk, library

PROPORTIONS = library().framework.proportions


@pytest.mark.parametrize(
    ("note", "word", "official"),
    [
        ("most of S3 are on track, 60% in June", "most", "majority"),
        ("almost all pupils (31 of 40) have a target", "almost all", "most"),
        ("Few of them come back: 12 of 30.", "few", "less than half"),
        ("The majority, 80 per cent, answered", "majority", "most"),
    ],
)
def test_a_word_that_does_not_fit_its_figure_is_named(note: str, word: str, official: str) -> None:
    found = mismatch(note, PROPORTIONS)
    assert found is not None
    assert (found.word, found.official) == (word, official)


@pytest.mark.parametrize(
    "note",
    [
        "most of S3 are on track, 80% in June",
        "most of S3 are on track",
        "60% in June",
        "almost all staff (43 of 45) know the dates",
        "most staff know it. 60% of S2 have a target",
        "most were on track: 60% in S1, 85% in S2",
        "most recently 60% were on track",
        "the majority (2 of 3) agree",
    ],
)
def test_what_fits_or_cannot_be_told_is_left_alone(note: str) -> None:
    assert mismatch(note, PROPORTIONS) is None


def test_the_coach_asks_about_it_once_and_leaves_the_words() -> None:
    talk = Talk().opened("Lochside Academy", "1", "2", "1", "3", "1")
    talk.hear(
        "amber, most of S3 (60%) know their targets on the tracker since May, pupils say they "
        "help and 12 more pupils met theirs; next step is S2 by June"
    )
    assert "in the national words" in talk.said
    talk.hear("leave it")
    assert talk.record.position.item == "kq02"
    assert "most of S3 (60%)" in talk.record.answer("kq01").evidence
