"""Every sentence in the wording file can be said."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

import mtcoach
from mtcoach.coach.wording import wording

SOURCE = "\n".join(
    path.read_text(encoding="utf-8") for path in Path(mtcoach.__file__).parent.rglob("*.py")
)
COMPOSED = r"^(ask_(school|role|voice|minutes)|\w+_choices|challenge_\w+|recorded\w*)$"
"""Keys that the code puts together: `ask_{step}`, `{field}_choices`, `challenge_{about}`."""


@pytest.mark.parametrize("key", sorted(wording().sentences))
def test_a_sentence_is_said_somewhere(key: str) -> None:
    assert re.match(COMPOSED, key) or re.search(rf"[\"']{key}[\"'.]", SOURCE)


def test_no_sentence_has_the_name_of_another() -> None:
    """YAML would keep the last of two and lose the first without a word."""
    text = files("mtcoach.coach").joinpath("wording.yaml").read_text(encoding="utf-8")
    names = [line.split(":")[0] for line in text.splitlines() if re.match(r"\w+:", line)]
    assert len(names) > 100
    assert [name for name in names if names.count(name) > 1] == []
