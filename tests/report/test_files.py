"""Reports on disk, and the small parts they are made of."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mtcoach.errors import CoachError
from mtcoach.report import Job, layout, write
from mtcoach.report.layouts.chart import WIDTH, drawn
from mtcoach.report.narrative import Bar, Chart
from mtcoach.report.text import extract, numbers, spans
from support.evaluations import Told

ORDER = ("kq01", "kq02", "kq03", "kq04", "t2.01")


def test_both_files_are_written_whole(told: Callable[[str], Told], tmp_path: Path) -> None:
    narrative = told("bleak").narrative()
    paths = write([Job(narrative, ["md", "html"], "report")], tmp_path / "new" / "folder")
    assert [path.name for path in paths] == ["report.md", "report.html"]
    assert paths[0].read_text(encoding="utf-8") == layout(narrative, "md")
    assert sorted(path.name for path in paths[0].parent.iterdir()) == ["report.html", "report.md"]


def test_several_documents_are_all_laid_out_before_one_is_written(
    told: Callable[[str], Told], tmp_path: Path
) -> None:
    narrative = told("bleak").narrative()
    with pytest.raises(CoachError, match="'odt' is not a format"):
        write([Job(narrative, ["md"], "first"), Job(narrative, ["odt"], "second")], tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_report_replaces_the_one_before(told: Callable[[str], Told], tmp_path: Path) -> None:
    (tmp_path / "report.md").write_text("old", encoding="utf-8")
    write([Job(told("bleak").narrative(), ["md"], "report")], tmp_path)
    assert (tmp_path / "report.md").read_text(encoding="utf-8").startswith("# Kirkbraes")


def test_a_folder_that_cannot_be_is_named_with_what_to_do(
    told: Callable[[str], Told], tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(CoachError, match=r"file.*cannot be written there .*choose another folder"):
        write([Job(told("bleak").narrative(), ["md"], "report")], tmp_path / "file" / "out")


def test_an_unknown_format_writes_nothing(told: Callable[[str], Told], tmp_path: Path) -> None:
    with pytest.raises(CoachError, match="'odt' is not a format of a report"):
        write([Job(told("bleak").narrative(), ["md", "odt"], "report")], tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_failed_write_leaves_the_old_report_and_no_scraps(
    told: Callable[[str], Told], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "report.md").write_text("old", encoding="utf-8")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(CoachError, match="No space left on device"):
        write([Job(told("bleak").narrative(), ["md"], "report")], tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["report.md"]
    assert (tmp_path / "report.md").read_text(encoding="utf-8") == "old"


def test_references_in_a_row_are_shortened_by_the_banks_order() -> None:
    assert spans(["kq03", "kq01", "kq02"], ORDER) == [("kq01", "kq03")]
    assert spans(["kq01", "kq02", "kq04"], ORDER) == [("kq01",), ("kq02",), ("kq04",)]
    assert spans([], ORDER) == []


def test_event_numbers_in_a_row_are_shortened() -> None:
    assert numbers([9, 4, 7, 8]) == "4, 7–9"


def test_a_long_note_is_cut_after_a_sentence() -> None:
    text = "First sentence here. " * 30
    shown, cut = extract(text.strip())
    assert cut
    assert shown.endswith("here.")
    assert text.startswith(shown)


def test_a_note_without_sentences_is_cut_between_words_or_not_at_all() -> None:
    assert extract("word " * 200)[0].endswith("word")
    assert extract("x" * 1000) == ("x" * 320, True)
    assert extract("short") == ("short", False)


def test_the_parts_of_a_bar_fill_it_in_proportion() -> None:
    steps = (("green", "G", "Green", 3), ("amber", "A", "Amber", 0), ("red", "R", "Red", 1))
    (bar,) = drawn(Chart("t", "d", "k", (Bar("Theme", steps),)))
    assert [part.width for part in bar.parts] == [WIDTH * 3 / 4, WIDTH / 4]
    assert [part.said for part in bar.parts] == ["G 3", "R 1"]


def test_a_narrow_part_keeps_its_letter() -> None:
    steps = (("green", "G", "Green", 40), ("red", "R", "Red", 1))
    (bar,) = drawn(Chart("t", "d", "k", (Bar("Theme", steps),)))
    assert bar.parts[1].said == "R"
