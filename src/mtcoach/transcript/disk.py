"""The few things a transcript asks of a disk, and what to tell a person when it says no."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

from mtcoach.errors import TranscriptError

_LOCKED_AWAY = "it may not be written here; allow writing, or choose another folder"
_FULL = "the disk is full; make some room"
_GONE = "the file or its folder is not there any more; put it back, or choose another folder"

_WHY = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: "your share of the disk is full; make some room",
    errno.EFBIG: "the file may not grow any more on this disk; make some room",
    errno.EROFS: "the disk may only be read; choose another folder",
    errno.EACCES: _LOCKED_AWAY,
    errno.EPERM: _LOCKED_AWAY,
    errno.ENOENT: _GONE,
    errno.ENOTDIR: "a part of the path is a file and not a folder; choose another folder",
    errno.EIO: "the disk reports a fault; check its cable or connection",
}


def refused(path: Path, what: str, error: OSError) -> TranscriptError:
    """`error` as a sentence: the file, what was not done, why, and what to do."""
    said = error.strerror or type(error).__name__
    why = _WHY.get(error.errno or 0, f"the system says '{said}'; check the disk and the folder")
    return TranscriptError(f"{path}: {what}: {why}")


def read(path: Path) -> bytes:
    """The bytes at `path`, or a `TranscriptError` that says why not."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise TranscriptError(f"{path}: there is no such transcript; check the name") from None
    except OSError as error:
        if path.is_dir():
            raise TranscriptError(f"{path}: this is a folder; name a transcript in it") from None
        said = error.strerror or type(error).__name__
        raise TranscriptError(
            f"{path}: this cannot be read (the system says '{said}'); check who may read it"
        ) from None


def beside(path: Path, ending: str) -> Path:
    """The file that stands beside a transcript: its name with `ending` after it."""
    return path.with_name(path.name + ending)


def write_new(path: Path, data: bytes) -> None:
    """A new file at `path`, on the disk when this returns; never over another."""
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    sync_folder(path.parent)


def replace(path: Path, data: bytes, *, private: bool = False) -> None:
    """The file at `path` holds either what it held or all of `data`, whenever we are killed.

    A `private` one may be read by nobody else, on systems where a file can say so itself.
    """
    draft = beside(path, ".tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(draft, flags, 0o600 if private else 0o666), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError:
        with suppress(OSError):
            draft.unlink()
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """A new name in `folder` survives a power cut, where the system lets us ask for it."""
    if os.name == "nt":  # Windows cannot sync a folder and does not need to
        return
    with suppress(OSError):  # nor do some network drives
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
