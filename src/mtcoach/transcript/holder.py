"""One writer a transcript: a lock that the system lets go when its holder dies.

Who holds it stands in a file of its own, because a locked file cannot be read on
Windows. It is only for the sentence: the lock alone decides.
"""

from __future__ import annotations

import getpass
import json
import os
import platform
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from mtcoach.errors import HeldError, TranscriptError
from mtcoach.transcript.disk import beside, refused

if TYPE_CHECKING:
    from filelock import BaseFileLock


class Holder:
    """Holds the transcript at `path` until `release`; raises `HeldError` if another does."""

    def __init__(self, path: Path) -> None:
        from filelock import FileLock, Timeout  # not needed for reading

        self._who = beside(path, ".held")
        # Opened on one thread, closed on another: the lock belongs to the whole process.
        self._lock: BaseFileLock = FileLock(beside(path, ".lock"), thread_local=False)
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            raise HeldError(
                f"{path}: {_holder(self._who)} is writing this transcript; "
                "read it meanwhile, or close it there and try again"
            ) from None
        except NotImplementedError:
            raise TranscriptError(
                f"{path}: this disk cannot lock files; copy the transcript to another folder"
            ) from None
        except OSError as error:
            raise refused(path, "this cannot be opened for writing", error) from None
        with suppress(OSError):
            self._who.write_text(_me(), encoding="utf-8")

    def release(self) -> None:
        """Let another one write; may be called twice."""
        if self._lock.is_locked:
            with suppress(OSError):
                self._who.unlink(missing_ok=True)
            self._lock.release()


def _me() -> str:
    try:
        user = getpass.getuser()
    except (ImportError, KeyError, OSError):  # an account without a name
        user = ""
    since = datetime.now().astimezone().strftime("%H:%M on %Y-%m-%d")
    who = {"user": user, "host": platform.node(), "pid": os.getpid(), "since": since}
    return json.dumps(who, ensure_ascii=False)


def _holder(file: Path) -> str:
    """Who holds it, as the beginning of a sentence."""
    try:
        who = json.loads(file.read_text(encoding="utf-8"))
        user, host, pid, since = (who[key] for key in ("user", "host", "pid", "since"))
    except (OSError, ValueError, KeyError, TypeError):
        return "another mtcoach"
    name = user or "somebody"
    return f"{name} on {host or 'this machine'} (process {pid}, since {since})"
