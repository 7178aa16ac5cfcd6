"""Every story through every front end: the same scenes, the same record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from mtcoach.evaluation import Evaluation, resume, start
from mtcoach.plain import converse
from mtcoach.transcript.log import load
from mtcoach.transcript.record import Record, fold
from support import stories
from support.talk import library

STORIES = pytest.mark.parametrize("story", stories.paths(), ids=lambda path: path.stem)


def clock() -> datetime:
    """Every story is told on one day, as "by Easter" is a day seen from there."""
    return stories.TOLD


def played(story: Path, folder: Path) -> Evaluation:
    """The evaluation that a story makes, every scene of it checked on the way."""
    evaluation = start(folder, library(), clock=clock)
    for scene in stories.read(story):
        match scene:
            case stories.You(text=text):
                evaluation.hear(text)
            case stories.Coach():
                said = stories.words_of(evaluation.turn.sayings)
                stories.check_said(scene, said, story.name)
            case stories.Holds():
                stories.check_held(scene, evaluation.record, story.name)
            case stories.NewSitting():
                evaluation.close()
                evaluation = resume(evaluation.path, library(), clock=clock)
    return evaluation


@STORIES
def test_the_coach_holds_the_conversation_of_the_story(story: Path, tmp_path: Path) -> None:
    evaluation = played(story, tmp_path)
    evaluation.close()
    assert fold(load(evaluation.path).events) == evaluation.record


@STORIES
def test_plain_mode_holds_the_same_conversation(story: Path, tmp_path: Path) -> None:
    expected = played(story, tmp_path / "one")
    expected.close()
    written: list[str] = []
    evaluation = start(tmp_path / "two", library(), clock=clock)
    for replies in sittings(story):
        converse(evaluation, replies, written.append)
        evaluation.close()
        evaluation = resume(evaluation.path, library(), clock=clock)
    evaluation.close()
    assert content(evaluation.record) == content(expected.record)
    shown = stories.flat(" ".join(written)).replace("Coach: ", "").replace(" - ", " ")
    for scene in stories.read(story):
        if isinstance(scene, stories.Coach):
            assert stories.flat(scene.text).replace(" - ", " ") in shown


def sittings(story: Path) -> Iterator[list[str]]:
    """The replies of a story, sitting by sitting."""
    replies: list[str] = []
    for scene in stories.read(story):
        if isinstance(scene, stories.You):
            replies.append(scene.text)
        if isinstance(scene, stories.NewSitting):
            yield replies
            replies = []
    yield replies


def content(record: Record) -> object:
    """What a record holds, without when and where in the file it was said."""
    return (
        dict(record.profile),
        record.items,
        {
            item: (
                answer.rating,
                answer.status,
                [note.text for note in answer.notes],
                [step.text for step in answer.steps],
            )
            for item, answer in record.answers.items()
        },
        record.priorities,
        {item: dict(row) for item, row in record.plan.items()},
        {item: dict(days) for item, days in record.days.items()},
        dict(record.evaluations),
    )
