"""A probe takes up what was just said, where that reads well, and never asks for what is there."""

from __future__ import annotations

import pytest

from mtcoach.coach.items.probing import framed, quotable
from mtcoach.coach.notes.evidence import judge
from mtcoach.coach.wording import wording
from support.talk import Talk, library


def quoted(note: str) -> dict[str, str]:
    return quotable(note, judge(note), wording().block("source_names"))


@pytest.fixture
def talk() -> Talk:
    return Talk().opened("Lochside Academy", "1", "2", "1", "3", "1")


@pytest.mark.parametrize(
    ("note", "name", "text"),
    [
        ("the tracker shows 62% on track", "share", "62%"),
        ("4 of our 7 departments use it", "part", "4 of 7"),
        ("14 learners have no entry", "count", "14 learners"),
        ("seen in seemis for s3", "source", "SEEMiS"),
        ("s3 has no targets", "who", "S3"),
        ("looked at in sept", "when", "in September"),
        ("talked over last term", "when", "last term"),
        ("pupils said they never hear back", "said", "pupils"),
    ],
)
def test_what_reads_well_is_said_back(note: str, name: str, text: str) -> None:
    assert quoted(note)[name] == text


@pytest.mark.parametrize(
    ("note", "name"),
    [
        ("all 7 of 7 departments", "part"),
        ("it isn't in the spreadsheet at all", "source"),
        ("supposed to swap jotters", "source"),
        ("reading is weak", "who"),
        ("every second Friday", "when"),
        ("the whole round takes 40 mins a class", "source"),
        ("no learner moved on", "changed"),
    ],
)
def test_what_would_read_oddly_is_not(note: str, name: str) -> None:
    assert name not in quoted(note)


def test_a_figure_is_taken_up_and_asked_about(talk: Talk) -> None:
    talk.hear("amber, 4 of 7 departments have a page in the handbook")
    assert talk.record.position.about == "who"
    assert "4 of 7" in talk.said
    assert "who" not in quoted("4 of 7 departments have a page in the handbook")
    assert "You gave" not in talk.said


def test_where_nothing_can_be_taken_up_the_items_own_question_is_put(talk: Talk) -> None:
    talk.hear("amber, it differs from room to room")
    assert library().items["kq01"].probes.source in talk.said


def test_only_what_the_last_reply_gave_is_named(talk: Talk) -> None:
    talk.opened("amber, it is written down in the corridor", "a fair few of the newer staff")
    assert "a place to look" not in talk.said


def test_two_probes_on_the_same_kind_of_note_are_worded_apart() -> None:
    frames = wording().table("taken_up.when")
    have = quoted("62% on track")
    assert framed(frames, have, "Own?", 0) != framed(frames, have, "Own?", 1)


@pytest.mark.parametrize("lacking", ["source", "quantity", "who", "when", "impact", "voice"])
def test_every_frame_fills_in(lacking: str) -> None:
    figures = ["share", "part", "count", "figure", "absolute"]
    names = [*figures, "source", "who", "when", "said", "changed"]
    have = {name: f"<{name}>" for name in names}
    for turn, frame in enumerate(wording().table(f"taken_up.{lacking}")):
        assert frame["with"] in names
        line = framed((frame,), have, "What of it?", turn)
        assert line is not None and line.endswith("?") and "{" not in line
