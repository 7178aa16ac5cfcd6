"""What a room knows again after it was killed."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from mtcoach.errors import TranscriptError
from mtcoach.workshop.network.keys import Keys, load_keys, save_keys


def test_a_room_finds_its_code_its_port_and_its_salt_again(tmp_path: Path) -> None:
    kept = Keys("CDF679", 8000, bytes(range(32)))
    save_keys(tmp_path / "a.jsonl", kept)
    assert load_keys(tmp_path / "a.jsonl") == kept


@pytest.mark.skipif(os.name == "nt", reason="Windows says who may read a file in another way")
def test_nobody_else_on_the_machine_may_read_the_keys(tmp_path: Path) -> None:
    save_keys(tmp_path / "a.jsonl", Keys("CDF679", 8000, bytes(32)))
    file = tmp_path / "a.jsonl.room"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize("kept", ["", "{}", '{"code": "X", "port": 1, "salt": ""}', "[1]", "\x00"])
def test_keys_that_cannot_be_read_are_made_anew(tmp_path: Path, kept: str) -> None:
    (tmp_path / "a.jsonl.room").write_text(kept, encoding="utf-8")
    first, second = load_keys(tmp_path / "a.jsonl"), load_keys(tmp_path / "a.jsonl")
    assert first.port == 0
    assert first.salt != second.salt


def test_keys_that_cannot_be_kept_are_refused_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(TranscriptError, match="join code is not kept"):
        save_keys(tmp_path / "gone" / "a.jsonl", Keys("CDF679", 8000, bytes(32)))
