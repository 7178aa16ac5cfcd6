"""What ships was learned from the project's own texts, as they stand."""

from __future__ import annotations

import json
import runpy
from importlib.resources import files
from pathlib import Path

import pytest

SETS = runpy.run_path(
    str(Path(__file__).parents[2] / "benchmarks" / "understanding" / "sets.py"), run_name="sets"
)
LARGEST = 900_000


@pytest.mark.parametrize("part", ["replies", "notes", "people", "placement"])
def test_the_weights_were_learned_from_the_texts_as_they_stand(part: str) -> None:
    kept = json.loads(SETS["DIGESTS"].read_text(encoding="utf-8"))
    assert kept[part] == SETS["digest"](part), (
        f"teach it again: uv run --group teach python benchmarks/understanding/train.py {part}"
    )


@pytest.mark.parametrize(
    "name",
    ["replies/listener.json", "notes/elements.json", "notes/people.json", "notes/subjects.json"],
)
def test_what_is_read_at_every_start_stays_small(name: str) -> None:
    assert len(files("mtcoach.coach").joinpath(name).read_bytes()) < LARGEST


@pytest.mark.parametrize("name", ["replies", "evidence", "personal", "placement"])
def test_no_row_of_a_labelled_set_stands_twice(name: str) -> None:
    rows = SETS["rows"]("seen", name)
    texts = [(row["text"].strip().lower(), row.get("step")) for row in rows]
    assert rows and len(set(texts)) == len(texts)
