"""A room's notes: those that say the same together, those that only look alike apart."""

from __future__ import annotations

import pytest

from mtcoach.coach.notes.placement import Index, index
from mtcoach.findings.grouping import grouped
from mtcoach.questions.loading import load_library
from mtcoach.transcript.workshop import Voice


@pytest.fixture(scope="module")
def items() -> Index:
    return index(load_library().banks["key-questions"].items)


def voices(*texts: str) -> tuple[Voice, ...]:
    return tuple(Voice(seq, text) for seq, text in enumerate(texts, 10))


ALIKE = [
    ("We meet termly with the PTs", "we meet with the PTs termly"),
    ("Nobody checks the actions from last time", "nobody ever checks last time's actions"),
    ("The tracker is on SEEMiS for all of S3", "tracker's on SEEMiS for all S3"),
    ("Parents get a clear report in June", "In June parents get a clear report."),
]
APART = [
    ("P3 has a tracker", "P3 has no tracker"),
    ("P3 has a tracker", "P7 has a tracker"),
    ("80% of S2 met their target", "60% of S2 met their target"),
    ("We meet termly with the PTs", "Reports go home in June"),
    ("Moderation happens in English", "Moderation never happens in English"),
]


@pytest.mark.parametrize("pair", ALIKE)
def test_notes_that_say_the_same_stand_together(pair: tuple[str, str], items: Index) -> None:
    (group,) = grouped(voices(*pair), "kq01", items)
    assert {voice.text for voice in group.voices} == set(pair)
    assert group.text == max(pair, key=len)


@pytest.mark.parametrize("pair", APART)
def test_a_figure_a_stage_or_a_not_makes_another_note(pair: tuple[str, str], items: Index) -> None:
    assert len(grouped(voices(*pair), "kq01", items)) == 2


def test_no_word_is_changed_and_none_is_lost(items: Index) -> None:
    said = voices("We meet termly", "we meet termly!", "  Something   else ", "We meet termly")
    kept = [voice for group in grouped(said, "kq01", items) for voice in group.voices]
    assert sorted(kept, key=lambda voice: voice.seq) == list(said)


def test_what_was_said_most_often_comes_first(items: Index) -> None:
    said = voices("One thing about jotters", "We meet termly with PTs", "we meet with PTs termly")
    assert len(grouped(said, "kq01", items)[0].voices) == 2


def test_a_group_knows_its_evidence_and_where_else_it_belongs(items: Index) -> None:
    text = "84% of parents said in the June survey that the report tells them what comes next"
    (group,) = grouped(voices(text), "kq03", items)
    assert "views" in group.judgement.kinds
    assert group.also[0].item == "kq18"
    (at_home,) = grouped(voices(text), "kq18", items)
    assert "kq18" not in [placed.item for placed in at_home.also]


def test_nothing_said_is_no_group(items: Index) -> None:
    assert grouped((), "kq01", items) == ()
