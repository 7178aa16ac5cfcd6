"""Writing: what is returned is on the disk, what is refused is not in the file."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from mtcoach.errors import HeldError, TranscriptError
from mtcoach.transcript import log as log_module
from mtcoach.transcript.events import Event, Heard, Paused
from mtcoach.transcript.holder import Holder
from mtcoach.transcript.log import Log, load

posix = pytest.mark.skipif(
    os.name == "nt", reason="Windows does not let an open file be moved or deleted"
)


def heard(text: str) -> tuple[Event, ...]:
    return (Heard(text=text),)


def test_what_append_returns_is_already_in_the_file(path: Path, now: datetime) -> None:
    with Log.create(path) as log:
        written = log.append([Heard(text="amber"), Paused()], now)
        assert load(path).events == written
        assert [event.seq for event in written] == [0, 1]


def test_each_reply_is_synced_to_the_disk(
    path: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []
    sync = os.fsync

    def counted(file: int) -> None:
        synced.append(file)
        sync(file)

    with Log.create(path) as log:
        monkeypatch.setattr(os, "fsync", counted)
        log.append([Heard(text="amber"), Paused()], now)
        log.append(heard("green"), now)
    assert len(synced) == 2


def test_an_evaluation_goes_on_where_it_was_left(
    path: Path, saved: tuple[Event, ...], now: datetime
) -> None:
    with Log.open(path) as log:
        assert (log.loaded.events, log.problems, log.aside) == (saved, (), None)
        (more,) = log.append(heard("green"), now)
    assert more.seq == len(saved)
    assert load(path).events == (*saved, more)


def test_times_are_kept_in_utc(path: Path) -> None:
    summer = datetime(2026, 7, 1, 9, 0, tzinfo=timezone(timedelta(hours=1)))
    with Log.create(path) as log:
        log.append(heard("amber"), summer)
    assert b'"at":"2026-07-01T08:00:00Z"' in path.read_bytes()


def test_saying_nothing_writes_nothing(path: Path, now: datetime) -> None:
    with Log.create(path) as log:
        assert log.append((), now) == ()
    assert path.read_bytes() == b""


def test_half_an_emoji_is_mended_and_a_split_one_joined(path: Path, now: datetime) -> None:
    with Log.create(path) as log:
        (event,) = log.append(heard("\ud83d! \ud83d\ude00"), now)
    assert load(path).events == (event,)
    assert isinstance(event, Heard)
    assert event.text == "\ufffd! \U0001f600"


def test_a_transcript_is_never_made_over_another(path: Path, saved: tuple[Event, ...]) -> None:
    with pytest.raises(TranscriptError, match="there is a transcript of this name already"):
        Log.create(path)
    assert load(path).events == saved
    Log.open(path).close()


def test_the_folder_of_a_new_transcript_is_made(tmp_path: Path) -> None:
    Log.create(tmp_path / "a" / "b" / "x.jsonl").close()
    assert (tmp_path / "a" / "b" / "x.jsonl").is_file()


def test_a_file_in_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "transcripts").touch()
    with pytest.raises(TranscriptError, match="this is a file and not a folder"):
        Log.create(tmp_path / "transcripts" / "x.jsonl")
    with pytest.raises(TranscriptError, match="choose another folder"):
        Log.create(tmp_path / "transcripts" / "2026" / "x.jsonl")


def test_a_second_writer_is_told_who_holds_it_and_may_read(
    path: Path, saved: tuple[Event, ...]
) -> None:
    with Log.open(path):
        with pytest.raises(HeldError) as held:
            Log.open(path)
        assert f"(process {os.getpid()}, since " in str(held.value)
        assert str(held.value).endswith("read it meanwhile, or close it there and try again")
        assert load(path).events == saved
    Log.open(path).close()


def test_a_holder_who_left_no_name_is_still_a_holder(path: Path, saved: tuple[Event, ...]) -> None:
    with Log.open(path):
        path.with_name(path.name + ".held").write_text("[not what we wrote", encoding="utf-8")
        with pytest.raises(HeldError, match="another mtcoach is writing this transcript"):
            Log.open(path)


@pytest.mark.parametrize("content", [b"# Minutes\n", b'{"v":3,"seq":0,"type":"dreamt"}\n'])
def test_a_file_we_cannot_use_is_left_alone(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(TranscriptError):
        Log.open(path)
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    assert path.read_bytes() == content


def test_a_torn_line_is_set_aside_and_the_next_reply_stands_alone(
    path: Path, saved: tuple[Event, ...], now: datetime
) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:-20])
    with Log.open(path) as log:
        assert log.aside == path.with_name(path.name + ".damaged-1")
        assert log.problems[-1] == (
            f"{path}: what could not be read was set aside in {log.aside.name}"
        )
        more = log.append(heard("again"), now)
    assert log.aside.read_bytes() == whole[:-20].splitlines()[-1]
    loaded = load(path)
    assert loaded.events == (*saved[:-1], *more)
    assert loaded.problems == ()


def test_garbage_in_the_middle_is_set_aside_and_the_good_lines_stay_as_they_were(
    path: Path, saved: tuple[Event, ...], now: datetime
) -> None:
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join((*lines[:3], b"caf\xe9\n", *lines[3:], b"\0\0")))
    with Log.open(path) as log:
        assert path.read_bytes() == b"".join(lines)
        more = log.append(heard("again"), now)
        assert log.aside and log.aside.read_bytes() == b"caf\xe9\n\0\0"
    assert load(path).events == (*saved, *more)
    assert load(path).problems == ()


def test_damage_never_overwrites_damage(path: Path, saved: tuple[Event, ...]) -> None:
    for number, torn in enumerate((b'{"v":1,"se', b"\0\0\0"), 1):
        with path.open("ab") as file:
            file.write(torn)
        Log.open(path).close()
        aside = path.with_name(f"{path.name}.damaged-{number}")
        assert aside.read_bytes() == torn
    assert load(path).events == saved


def test_a_last_line_that_lacks_only_its_end_is_no_damage(
    path: Path, saved: tuple[Event, ...], now: datetime
) -> None:
    path.write_bytes(path.read_bytes()[:-1])
    with Log.open(path) as log:
        assert log.aside is None
        more = log.append(heard("again"), now)
    assert load(path).events == (*saved, *more)


def test_an_evaluation_killed_before_its_first_line_can_be_begun(path: Path, now: datetime) -> None:
    path.touch()
    with Log.open(path) as log:
        written = log.append(heard("amber"), now)
    assert load(path).events == written


def test_what_another_program_left_half_written_costs_no_reply(
    path: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fault(file: int) -> None:
        raise OSError(5, "Input/output error")

    with Log.create(path) as log:
        first = log.append(heard("amber"), now)
        with path.open("ab") as other:
            other.write(b"half a li")
        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", fault)
            with pytest.raises(TranscriptError):
                log.append(heard("green"), now)
        second = log.append(heard("green"), now)
    assert load(path).events == (*first, *second)
    assert load(path).damaged == (b"half a li",)


def test_a_sync_that_fails_leaves_the_file_as_it_was_and_the_reply_can_be_sent_again(
    path: Path, saved: tuple[Event, ...], now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A fault of the disk cannot be made to order: this one is pretended.
    def fault(file: int) -> None:
        raise OSError(5, "Input/output error")

    before = path.read_bytes()
    with Log.open(path) as log:
        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", fault)
            with pytest.raises(TranscriptError) as refused:
                log.append(heard("green"), now)
        assert str(refused.value) == (
            f"{path}: your reply is not saved yet: the disk reports a fault; "
            "check its cable or connection, then send it again"
        )
        assert path.read_bytes() == before
        again = log.append(heard("green"), now)
    assert load(path).events == (*saved, *again)


def test_half_a_reply_that_could_not_be_taken_back_is_taken_back_before_the_next(
    path: Path, saved: tuple[Event, ...], now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The same pretended fault, of a disk that refuses to cut the file short too.
    def fault(*_: object) -> None:
        raise OSError(5, "Input/output error")

    with Log.open(path) as log:
        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", fault)
            patch.setattr(log._file, "truncate", fault)
            with pytest.raises(TranscriptError):
                log.append(heard("green"), now)
        again = log.append(heard("green"), now)
    assert load(path).events == (*saved, *again)
    assert load(path).problems == ()


def test_a_line_saved_by_the_last_holder_while_we_opened_is_seen(
    path: Path, saved: tuple[Event, ...], now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def late(held: Path) -> Holder:
        monkeypatch.undo()
        with Log.open(held) as other:
            other.append(heard("just in time"), now)
        return Holder(held)

    monkeypatch.setattr(log_module, "Holder", late)
    with Log.open(path) as log:
        assert len(log.loaded.events) == len(saved) + 1
        more = log.append(heard("green"), now)
    assert [event.seq for event in more] == [len(saved) + 1]


def test_ctrl_c_while_saving_leaves_no_line_behind(
    path: Path, saved: tuple[Event, ...], now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(file: int) -> None:
        raise KeyboardInterrupt

    with Log.open(path) as log:
        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", interrupted)
            with suppress(KeyboardInterrupt):
                log.append(heard("green"), now)
        assert load(path).events == saved
        again = log.append(heard("green"), now)
    assert load(path).events == (*saved, *again)


@posix
def test_a_deleted_transcript_is_noticed_before_a_reply_is_lost_in_it(
    path: Path, saved: tuple[Event, ...], now: datetime
) -> None:
    with Log.open(path) as log:
        shutil.rmtree(path.parent)
        with pytest.raises(TranscriptError, match=r"not there any more.*then send it again"):
            log.append(heard("green"), now)


@posix
def test_a_replaced_transcript_is_noticed_too(
    path: Path, saved: tuple[Event, ...], now: datetime
) -> None:
    with Log.open(path) as log:
        copy = path.with_name("copy")
        shutil.copy(path, copy)
        copy.replace(path)
        with pytest.raises(TranscriptError, match="not there any more"):
            log.append(heard("green"), now)
    assert load(path).events == saved


@posix
def test_a_folder_that_is_put_back_takes_the_reply(tmp_path: Path, now: datetime) -> None:
    path = tmp_path / "stick" / "x.jsonl"
    with Log.create(path) as log:
        path.parent.rename(tmp_path / "elsewhere")
        with pytest.raises(TranscriptError, match="put it back"):
            log.append(heard("green"), now)
        (tmp_path / "elsewhere").rename(path.parent)
        written = log.append(heard("green"), now)
    assert load(path).events == written


@contextmanager
def anybody() -> Iterator[None]:
    """Not root, whom no permission stops."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@posix
def test_a_folder_that_may_only_be_read_says_so_and_can_be_read(
    events: tuple[Event, ...], now: datetime
) -> None:
    folder = Path(tempfile.mkdtemp())
    path = folder / "x.jsonl"
    try:
        with Log.create(path) as log:
            saved = log.append(events, now)
        for file in folder.iterdir():
            file.chmod(stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH)
        folder.chmod(0o555)
        with anybody():
            with pytest.raises(TranscriptError, match="it may not be written here"):
                Log.open(path)
            with pytest.raises(TranscriptError, match="it may not be written here"):
                Log.create(folder / "y.jsonl")
            assert load(path).events == saved
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)
