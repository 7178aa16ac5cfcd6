"""The durable log: one file of lines, one writer, synced before the coach replies.

What `append` returned is on the disk; what it refused is not in the file. Damage is
set aside beside the file before the file is mended, never thrown away.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from io import FileIO
from pathlib import Path
from types import TracebackType
from typing import Self

from mtcoach.errors import TranscriptError
from mtcoach.transcript import disk
from mtcoach.transcript.events import Event
from mtcoach.transcript.holder import Holder
from mtcoach.transcript.lines import Loaded, decode, encode, stamped

__all__ = ["Loaded", "Log", "load"]


def load(path: Path) -> Loaded:
    """The transcript at `path`, for reading: whoever writes it is not disturbed.

    Raises `TranscriptError` when it cannot be read, is no transcript, or is in a newer
    format than this mtcoach knows.
    """
    return decode(disk.read(path), str(path))


class Log:
    """A transcript that is open for writing; close it, or use it with `with`."""

    def __init__(self, path: Path, holder: Holder, loaded: Loaded, aside: Path | None) -> None:
        self.path = path
        self.loaded = loaded
        """What the file held when it was opened."""
        self.aside = aside
        """Where damaged lines were set aside on opening, if there were any."""
        self._holder = holder
        self._file = _opened(path, "ab")
        self._size = os.fstat(self._file.fileno()).st_size
        self._next = loaded.next_seq
        self._cut: int | None = None

    @classmethod
    def create(cls, path: Path) -> Self:
        """A new, empty transcript at `path`, its folder made where there is none.

        Raises `TranscriptError` when there is a file already or none can be made.
        """
        _make_folder(path.parent)
        holder = Holder(path)
        try:
            _make(path)
            return cls(path, holder, Loaded(), None)
        except BaseException:
            holder.release()
            raise

    @classmethod
    def open(cls, path: Path) -> Self:
        """The transcript at `path`, mended if it was damaged.

        Raises `HeldError` when another mtcoach is writing it, and `TranscriptError` as
        `load` does or when it cannot be written.
        """
        # Read before it is locked: a file that is not ours gets no lock put beside it.
        data = disk.read(path)
        loaded = decode(data, str(path))
        holder = Holder(path)
        try:
            if (now := disk.read(path)) != data:  # its last holder was still writing
                data, loaded = now, decode(now, str(path))
            return cls(path, holder, loaded, _mend(path, data, loaded))
        except BaseException:
            holder.release()
            raise

    @property
    def problems(self) -> tuple[str, ...]:
        """What was wrong with the file on opening, and where the damage was set aside."""
        if self.aside is None:
            return self.loaded.problems
        kept = f"{self.path}: what could not be read was set aside in {self.aside.name}"
        return (*self.loaded.problems, kept)

    def append(self, events: Sequence[Event], at: datetime) -> tuple[Event, ...]:
        """`events` as they now stand on the disk, numbered and dated.

        All or none: a `TranscriptError` means that the file is as it was, and that the
        same events can be appended again.
        """
        pairs = [encode(event) for event in stamped(events, self._next, at)]
        data = b"".join(line for _, line in pairs)
        if not data:
            return ()
        try:
            self._write(data)
        except OSError as error:
            why = disk.refused(self.path, "your reply is not saved yet", error)
            raise TranscriptError(f"{why}, then send it again") from None
        self._next += len(pairs)
        return tuple(event for event, _ in pairs)

    def close(self) -> None:
        """Let another one write; may be called twice."""
        self._file.close()
        self._holder.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _write(self, data: bytes) -> None:
        if self._cut is not None:
            self._file.truncate(self._cut)
            self._cut = None
        start = self._still_there()
        if start != self._size:
            # Another program wrote here, perhaps half a line: ours begins on its own.
            data = b"\n" + data
        try:
            left = memoryview(data)
            while left:
                left = left[self._file.write(left) or 0 :]
            os.fsync(self._file.fileno())
        except BaseException:  # Ctrl+C too: what is not returned is not in the file
            self._take_back(start)
            raise
        self._size = start + len(data)

    def _still_there(self) -> int:
        """The file's size; a file that was deleted would take our lines with it unseen."""
        mine, there = os.fstat(self._file.fileno()), self.path.stat()
        if mine.st_nlink == 0 and not os.path.samestat(mine, there):
            raise FileNotFoundError(2, "replaced")
        return mine.st_size

    def _take_back(self, start: int) -> None:
        """The file as it was; where even that is refused, the next append does it first."""
        self._cut = start
        with suppress(OSError):
            self._file.truncate(start)
            self._cut = None
            os.fsync(self._file.fileno())


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise TranscriptError(
            f"{folder}: this is a file and not a folder; choose another folder"
        ) from None
    except OSError as error:
        raise disk.refused(folder, "this folder cannot be made", error) from None


def _make(path: Path) -> None:
    try:
        disk.write_new(path, b"")
    except FileExistsError:
        raise TranscriptError(
            f"{path}: there is a transcript of this name already; choose another name"
        ) from None
    except OSError as error:
        raise disk.refused(path, "the transcript cannot be made", error) from None


def _opened(path: Path, mode: str) -> FileIO:
    """Unbuffered: a refused line must not wait in a buffer and be written later."""
    try:
        return FileIO(path, mode)
    except OSError as error:
        raise disk.refused(path, "this cannot be opened for writing", error) from None


def _mend(path: Path, data: bytes, loaded: Loaded) -> Path | None:
    """Leaves only whole lines at `path`; where the others were set aside, if any."""
    try:
        damage = b"".join(line + b"\n" for line in loaded.damaged) + loaded.torn
        if not damage:
            if data and not data.endswith(b"\n"):
                with _opened(path, "ab") as file:
                    file.write(b"\n")
            return None
        aside = next(
            free
            for number in itertools.count(1)
            if not (free := disk.beside(path, f".damaged-{number}")).exists()
        )
        disk.write_new(aside, damage)
        if data.startswith(loaded.sound):
            with path.open("r+b") as whole:
                whole.truncate(len(loaded.sound))
                os.fsync(whole.fileno())
        else:
            disk.replace(path, loaded.sound)
        return aside
    except OSError as error:
        raise disk.refused(path, "this is damaged and cannot be mended", error) from None
