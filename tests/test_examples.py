"""The worked examples in `transcripts/` are what the coach makes of the stories today."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtcoach.evaluation import resume
from mtcoach.questions.loading import load_library
from mtcoach.transcript.log import load
from mtcoach.transcript.record import fold
from support import workshops
from support.examples import EXAMPLES, ROOT, play


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_what_its_story_makes(name: str, tmp_path: Path) -> None:
    made = load(play(name, tmp_path)).events
    kept = load(ROOT / "transcripts" / f"{name}.jsonl").events
    again = "make it again: uv run python tests/support/examples.py"
    assert [event.type for event in kept] == [event.type for event in made], again
    assert fold(kept).answers == fold(made).answers, again
    assert fold(kept).plan == fold(made).plan, again


def test_no_transcript_is_shipped_that_no_story_makes() -> None:
    shipped = {path.stem for path in (ROOT / "transcripts").glob("*.jsonl")}
    assert shipped == {*EXAMPLES, workshops.NAME}


def test_the_example_of_a_workshop_is_what_the_whole_workshop_makes(tmp_path: Path) -> None:
    path = tmp_path / "made.jsonl"
    path.write_bytes(workshops.example(workshops.held(tmp_path, load_library())))
    made = load(path).events
    kept = load(ROOT / "transcripts" / f"{workshops.NAME}.jsonl").events
    again = "make it again: uv run python tests/support/workshops.py"
    assert [event.type for event in kept] == [event.type for event in made], again
    tallies = [[e.tally for e in each if e.type == "round_closed"] for each in (kept, made)]
    assert tallies[0] == tallies[1], again
    assert fold(kept).answers == fold(made).answers, again


def test_the_example_of_a_workshop_is_read_and_never_continued() -> None:
    path = ROOT / "transcripts" / f"{workshops.NAME}.jsonl"
    before = path.read_bytes()
    evaluation = resume(path, load_library())
    assert evaluation.read_only
    evaluation.close()
    assert path.read_bytes() == before
