"""The field's words, read once from `questions/vocabulary.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from mtcoach.errors import QuestionsError
from mtcoach.questions.files import questions_folder

_FLAT: Final = ("given_names", "not_name_words", "pointing_nowhere")
"""Sections written as one long line of words."""


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """The vocabulary file: lists of words by section, and groups of synonyms."""

    lists: Mapping[str, tuple[str, ...]]
    synonyms: tuple[tuple[str, ...], ...] = ()

    def __getitem__(self, section: str) -> tuple[str, ...]:
        return self.lists.get(section, ())


@cache
def shipped() -> Vocabulary:
    """The vocabulary in the questions folder."""
    import yaml

    loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    path = questions_folder() / "vocabulary.yaml"
    try:
        data = yaml.load(path.read_text(encoding="utf-8-sig"), Loader=loader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise QuestionsError([f"{path}: cannot be read ({error}); check the file"]) from None
    return vocabulary(data or {})


def vocabulary(data: Mapping[str, Any]) -> Vocabulary:
    """The vocabulary that a file's plain data holds."""
    groups = tuple(tuple(group) for group in data.get("synonyms", ()))
    lists = {
        name: tuple(entries.split() if name in _FLAT else entries)
        for name, entries in data.items()
        if name != "synonyms"
    }
    return Vocabulary(lists, groups)
