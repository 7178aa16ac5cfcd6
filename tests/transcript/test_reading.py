"""What is read from a file in whatever state it is found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mtcoach.errors import TranscriptError
from mtcoach.transcript.events import Event
from mtcoach.transcript.log import load


def lines_of(path: Path) -> list[bytes]:
    return path.read_bytes().splitlines(keepends=True)


def put(path: Path, *lines: bytes) -> None:
    path.write_bytes(b"".join(lines))


def test_what_was_saved_is_read_as_it_was(path: Path, saved: tuple[Event, ...]) -> None:
    loaded = load(path)
    assert loaded.events == saved
    assert loaded.problems == ()
    assert loaded.next_seq == len(saved)


def test_every_line_says_its_format_number_time_and_type(
    path: Path, saved: tuple[Event, ...]
) -> None:
    stamps = [list(json.loads(line))[:4] for line in lines_of(path)]
    assert stamps == [["v", "seq", "at", "type"]] * len(saved)


def test_a_line_can_be_read_by_a_person(path: Path, saved: tuple[Event, ...]) -> None:
    assert lines_of(path)[1].decode() == (
        '{"v":2,"seq":1,"at":"2026-11-22T10:30:00Z","type":"profile_set",'
        '"field":"school","value":"Sgoil Ghàidhlig an Òbain"}\n'
    )


def test_what_stands_at_its_default_is_not_written(path: Path, saved: tuple[Event, ...]) -> None:
    noted = json.loads(lines_of(path)[5])
    assert noted.keys() == {"v", "seq", "at", "type", "item", "text"}


def test_a_torn_last_line_leaves_all_before_it(path: Path, saved: tuple[Event, ...]) -> None:
    whole = path.read_bytes()
    put(path, whole[:-20])
    loaded = load(path)
    assert loaded.events == saved[:-1]
    assert whole[:-20].endswith(loaded.torn) and loaded.torn
    assert loaded.problems == (
        f"{path}:7: the last line was cut off before it was saved; everything before it is kept",
    )


def test_a_last_line_that_lacks_only_its_end_is_kept(path: Path, saved: tuple[Event, ...]) -> None:
    put(path, path.read_bytes()[:-1])
    assert load(path).events == saved
    assert load(path).problems == ()


def test_a_power_cut_that_left_zeros_loses_no_line(path: Path, saved: tuple[Event, ...]) -> None:
    put(path, path.read_bytes(), b"\0" * 300)
    assert load(path).events == saved
    put(path, b"\0" * 300)
    assert load(path).events == ()


@pytest.mark.parametrize(
    ("garbage", "said"),
    [
        (b"%PDF-1.7 what is this", "it is not a line of JSON"),
        (b"[1, 2]", "it is not an event"),
        (b"{}", "it has no type"),
        (b'{"v":1,"seq":3,"type":"voted"}', "this mtcoach does not know its type"),
        (b'{"v":1,"seq":3,"type":"heard"}', "'text' is missing"),
        (
            b'{"v":1,"seq":3,"type":"heard","text":"","mood":"fine"}',
            "'mood' is not a field we know",
        ),
        (b'{"v":1,"seq":3,"type":"status_set","item":"kq01","status":"x"}', "'status' cannot"),
        (b'{"v":1,"seq":3,"type":"heard","text":"caf\xe9"}', "not UTF-8 text"),
        (b"[" * 100_000, "it is not a line of JSON"),
    ],
)
def test_garbage_in_the_middle_is_named_by_its_line_and_costs_no_other(
    path: Path, saved: tuple[Event, ...], garbage: bytes, said: str
) -> None:
    lines = lines_of(path)
    put(path, *lines[:3], garbage + b"\n", *lines[4:])
    loaded = load(path)
    assert loaded.events == (*saved[:3], *saved[4:])
    assert loaded.damaged == (garbage,)
    (problem,) = loaded.problems
    assert problem.startswith(f"{path}:4: this line ")
    assert said in problem
    assert problem.endswith("it is left out, the other lines are kept")


def test_lines_that_vanished_are_counted(path: Path, saved: tuple[Event, ...]) -> None:
    lines = lines_of(path)
    put(path, *lines[:2], *lines[3:4], *lines[6:])
    assert load(path).events == (*saved[:2], saved[3], saved[6])
    assert load(path).problems == (
        f"{path}:3: before number 3 one event is missing; every line that is here is kept",
        f"{path}:4: before number 6 2 events are missing; every line that is here is kept",
    )


def test_a_number_that_comes_twice_is_reported_and_both_are_kept(
    path: Path, saved: tuple[Event, ...]
) -> None:
    lines = lines_of(path)
    put(path, *lines, lines[3])
    loaded = load(path)
    assert loaded.events == (*saved, saved[3])
    assert loaded.next_seq == len(saved)
    assert loaded.problems == (
        f"{path}:8: number 3 comes again or out of order; every line that is here is kept",
    )


@pytest.mark.parametrize("where", [0, 3, 6])
def test_a_newer_format_is_refused_whole(path: Path, saved: tuple[Event, ...], where: int) -> None:
    lines = lines_of(path)
    lines[where] = b'{"v":3,"seq":%d,"type":"dreamt","colour":"octarine"}\n' % where
    put(path, *lines)
    before = path.read_bytes()
    with pytest.raises(TranscriptError) as refused:
        load(path)
    assert str(refused.value) == (
        f"{path}:{where + 1}: a newer mtcoach wrote this, in format 3, and this one reads "
        "formats up to 2; update mtcoach to open it (nothing was changed)"
    )
    assert path.read_bytes() == before


def test_a_newer_format_is_refused_even_where_we_could_read_the_line(
    path: Path, saved: tuple[Event, ...]
) -> None:
    put(path, path.read_bytes().replace(b'"v":2,"seq":3', b'"v":3,"seq":3'))
    with pytest.raises(TranscriptError, match="format 3"):
        load(path)


def test_an_empty_file_is_an_evaluation_that_has_not_begun(path: Path) -> None:
    path.touch()
    loaded = load(path)
    assert (loaded.events, loaded.next_seq) == ((), 0)
    assert loaded.problems == (f"{path}: the file is empty; nothing has been recorded yet",)


@pytest.mark.parametrize(
    "other",
    [b"# Minutes\n\nNothing.\n", b"hello", b"\x89PNG\r\n\x1a\n\0\0", "{}\n".encode("utf-16")],
)
def test_a_file_that_is_no_transcript_is_refused(path: Path, other: bytes) -> None:
    path.write_bytes(other)
    with pytest.raises(TranscriptError, match="this is not a transcript"):
        load(path)


def test_a_file_that_an_editor_saved_in_its_own_way_still_reads(
    path: Path, saved: tuple[Event, ...]
) -> None:
    put(path, b"\xef\xbb\xbf", path.read_bytes().replace(b"\n", b"\r\n"), b"\r\n")
    assert load(path).events == saved
    assert load(path).problems == ()


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(TranscriptError, match="there is no such transcript"):
        load(tmp_path / "none.jsonl")
    with pytest.raises(TranscriptError, match="this is a folder"):
        load(tmp_path)
