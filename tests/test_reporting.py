"""The documents on a transcript: which are written, and what they look back on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mtcoach.evaluation import Evaluation, start
from mtcoach.reporting import write_report
from mtcoach.transcript.events import EVENT
from mtcoach.transcript.log import Log
from support.talk import library

NOW = datetime(2026, 11, 22, 20, 15, tzinfo=UTC)


def clock() -> datetime:
    return NOW


@pytest.fixture
def evaluation(tmp_path: Path) -> Iterator[Evaluation]:
    begun = start(tmp_path, library(), clock=clock)
    for reply in ("Lochside Academy", "1", "2", "1", "3", "1"):
        begun.hear(reply)
    yield begun
    begun.close()


def test_a_report_is_written_in_each_format(evaluation: Evaluation, tmp_path: Path) -> None:
    evaluation.hear("amber, two of seven faculties use their own dates")
    forms, out = ("md", "html"), tmp_path / "out"
    paths = write_report(evaluation.path, library(), forms, out, documents=["report"], clock=clock)
    assert [path.suffix for path in paths] == [".md", ".html"]
    for path in paths:
        assert "two of seven faculties use their own dates" in path.read_text(encoding="utf-8")


def test_the_bundle_is_what_a_school_hands_in(evaluation: Evaluation, tmp_path: Path) -> None:
    evaluation.hear("amber, two of seven faculties use their own dates")
    paths = write_report(evaluation.path, library(), ("md",), tmp_path, clock=clock)
    stem = evaluation.path.stem
    names = ("", "-standards-and-quality", "-parents")
    assert [path.name for path in paths] == [f"{stem}{name}.md" for name in names]


def kept(path: Path, *lines: Mapping[str, object]) -> Path:
    """A transcript at `path` of an evaluation of one school, with `lines` in it."""
    opened: Mapping[str, object] = {"type": "opened", "app": "1", "framework": "h", "banks": {}}
    school: Mapping[str, object] = {
        "type": "profile_set",
        "field": "school",
        "value": "Lochside Academy",
    }
    log = Log.create(path)
    log.append([EVENT.validate_python(line) for line in (opened, school, *lines)], NOW)
    log.close()
    return path


def test_a_document_looks_back_on_what_the_evaluation_looked_back_on(tmp_path: Path) -> None:
    rated = {"type": "rated", "item": "kq01", "how": "stated"}
    old = kept(tmp_path / "old.jsonl", {**rated, "rating": "red"})
    back = {"type": "looked_back", "file": "old.jsonl", "day": "2025-11-22"}
    new = kept(tmp_path / "new.jsonl", back, {**rated, "rating": "green"})

    def briefing() -> str:
        out = tmp_path / "out"
        (path,) = write_report(new, library(), ("md",), out, documents=["briefing"], clock=clock)
        return path.read_text(encoding="utf-8")

    assert "*Clear expectations* has a better colour than before" in briefing()
    old.unlink()
    assert "No earlier evaluation is at hand" in briefing()
