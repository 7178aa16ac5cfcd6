"""The half-typed reply."""

from __future__ import annotations

import shutil
from pathlib import Path

from mtcoach.transcript.draft import load_draft, save_draft


def test_a_half_typed_reply_is_there_again(path: Path) -> None:
    assert load_draft(path) == ""
    assert save_draft(path, "Amber – we use\nSEEMiS bu")
    assert load_draft(path) == "Amber – we use\nSEEMiS bu"
    assert save_draft(path, "shorter")
    assert load_draft(path) == "shorter"


def test_an_empty_draft_is_no_file(path: Path) -> None:
    save_draft(path, "amb")
    assert save_draft(path, "")
    assert save_draft(path, "")
    assert list(path.parent.iterdir()) == []


def test_a_draft_that_cannot_be_kept_disturbs_nobody(tmp_path: Path) -> None:
    (tmp_path / "gone").mkdir()
    path = tmp_path / "gone" / "x.jsonl"
    shutil.rmtree(tmp_path / "gone")
    assert save_draft(path, "amber") is False
    assert load_draft(path) == ""


def test_a_draft_that_fails_leaves_the_one_before(path: Path) -> None:
    save_draft(path, "amber")
    path.with_name(path.name + ".draft.tmp").mkdir()
    assert save_draft(path, "amber, as") is False
    assert load_draft(path) == "amber"


def test_half_an_emoji_in_a_draft_is_mended(path: Path) -> None:
    assert save_draft(path, "ok \ud83d")
    assert load_draft(path) == "ok \ufffd"
