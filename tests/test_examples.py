"""The worked examples in `transcripts/` are what the coach makes of the stories today."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtcoach.transcript.log import load
from mtcoach.transcript.record import fold
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
    assert {path.stem for path in (ROOT / "transcripts").glob("*.jsonl")} == set(EXAMPLES)
