"""Where transcripts are, and what a new one is called."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

from mtcoach.errors import TranscriptError
from mtcoach.transcript.folder import Place, new_path, transcripts_folder

DAY = date(2026, 11, 22)
SET = {"MTCOACH_TRANSCRIPTS": "set"}


def test_the_option_comes_first(tmp_path: Path) -> None:
    place = transcripts_folder(Path("option"), SET, tmp_path)
    assert place == Place(tmp_path / "option", "chosen with --transcripts")


def test_then_the_variable(tmp_path: Path) -> None:
    (tmp_path / "transcripts").mkdir()
    place = transcripts_folder(None, SET, tmp_path)
    assert place == Place(tmp_path / "set", "set by MTCOACH_TRANSCRIPTS")


def test_then_the_transcripts_folder_that_is_here(tmp_path: Path) -> None:
    (tmp_path / "transcripts").mkdir()
    place = transcripts_folder(None, {"MTCOACH_TRANSCRIPTS": " "}, tmp_path)
    assert place.path == tmp_path / "transcripts"
    assert place.why == "the transcripts folder of the folder you are working in"


@pytest.mark.skipif(sys.platform != "linux", reason="only there does a variable move the folder")
def test_else_the_users_own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    (tmp_path / "transcripts").touch()
    place = transcripts_folder(None, {}, tmp_path)
    assert place.path == tmp_path / "data" / "mtcoach" / "transcripts"
    assert place.why.startswith("your own data folder")
    assert not place.path.exists()


def test_a_whole_path_and_a_home_are_taken_as_meant(tmp_path: Path) -> None:
    assert transcripts_folder(tmp_path / "a", {}, Path("/elsewhere")).path == tmp_path / "a"
    home = transcripts_folder(None, {"MTCOACH_TRANSCRIPTS": "~/kept"}, tmp_path)
    assert home.path == Path.home() / "kept"


def test_a_file_that_is_named_as_the_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "set").touch()
    with pytest.raises(TranscriptError, match=r"MTCOACH_TRANSCRIPTS: '.*set' is a file"):
        transcripts_folder(None, SET, tmp_path)


@pytest.mark.parametrize(
    ("school", "name"),
    [
        ("Lochside Academy", "lochside-academy"),
        ("St Mary's R.C. Primary (Nursery)", "st-marys-r-c-primary-nursery"),
        ("Sgoil Ghàidhlig Bhàgh a’ Chaisteil", "sgoil-ghaidhlig-bhagh-a-chaisteil"),
        ('  ../../etc/passwd \\ : * ? " < > | \0 ', "etc-passwd"),
        ("Śródmieście Straße №5", "srodmiescie-strasse-no5"),
        ("Школа 5", "школа-5"),
        ("हिन्दी विद्यालय", "हिन्दी-विद्यालय"),
        ("", "evaluation"),
        ("…!?", "evaluation"),
        ("🏫", "evaluation"),
    ],
)
def test_a_file_is_named_after_day_and_school(tmp_path: Path, school: str, name: str) -> None:
    assert new_path(tmp_path, school, DAY) == tmp_path / f"2026-11-22-{name}.jsonl"


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    names = []
    for _ in range(3):
        path = new_path(tmp_path, "Lochside", DAY)
        path.touch()
        names.append(path.name)
    assert names == [f"2026-11-22-lochside{number}.jsonl" for number in ("", "-2", "-3")]


def test_a_new_evaluation_never_finds_the_draft_of_a_deleted_one(tmp_path: Path) -> None:
    (tmp_path / "2026-11-22-lochside.jsonl.draft").write_text("amber", encoding="utf-8")
    assert new_path(tmp_path, "Lochside", DAY).name == "2026-11-22-lochside-2.jsonl"


@pytest.mark.parametrize("school", ["Lochside Academy " * 40, "ж" * 500, "a" * 500])
def test_a_very_long_name_still_fits(tmp_path: Path, school: str) -> None:
    path = new_path(tmp_path, school, DAY)
    path.with_name(path.name + ".damaged-1.tmp").touch()
    assert 60 < len(path.name.encode()) <= 110
    assert not path.stem.endswith("-")
