"""What a room must know again after it was killed: its join code, its port and its salt.

They stand in a file beside the transcript that others on the machine may not read. With them,
phones find the room where it was, and a device's ballot still replaces its own.
"""

from __future__ import annotations

import json
import secrets
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from mtcoach.transcript import disk
from mtcoach.workshop.network.door import LENGTH, new_code


@dataclass(frozen=True, slots=True)
class Keys:
    """A room's join code, its port (0 before it had one) and the salt that signs its passes."""

    code: str
    port: int
    salt: bytes


def load_keys(transcript: Path) -> Keys:
    """The keys of the room kept at `transcript`; new ones where there are none to be read."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        kept = json.loads(_path(transcript).read_bytes())
        keys = Keys(str(kept["code"]), int(kept["port"]), bytes.fromhex(kept["salt"]))
        if len(keys.code) == LENGTH and 0 <= keys.port < 65536 and len(keys.salt) >= 16:
            return keys
    return Keys(new_code(), 0, secrets.token_bytes(32))


def save_keys(transcript: Path, keys: Keys) -> None:
    """Keeps `keys` beside `transcript`; raises `TranscriptError` when they cannot be kept."""
    plain = {"code": keys.code, "port": keys.port, "salt": keys.salt.hex()}
    path = _path(transcript)
    try:
        disk.replace(path, json.dumps(plain).encode(), private=True)
    except OSError as error:
        raise disk.refused(path, "the room's join code is not kept", error) from None


def _path(transcript: Path) -> Path:
    return disk.beside(transcript, ".room")
