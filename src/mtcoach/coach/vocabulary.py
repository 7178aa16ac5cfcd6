"""The field's words, read once from `questions/vocabulary.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from mtcoach.errors import QuestionsError
from mtcoach.questions.files import questions_folder


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The sections of the vocabulary file: a list of words each."""

    lists: Mapping[str, tuple[str, ...]]

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
    return Vocabulary({name: tuple(entries) for name, entries in (data or {}).items()})
