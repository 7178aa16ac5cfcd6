"""The questions as one kind of school reads them: no departments in a primary, no nursery in a
secondary.

The rules are data, in `questions/tailoring.yaml`. What an item asks never changes, only how
it names people and places; suggested next steps that belong to other schools are left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any, Final, Literal, TypeAlias

from mtcoach.errors import QuestionsError
from mtcoach.questions.files import questions_folder
from mtcoach.questions.loading import Library
from mtcoach.questions.models import Data, Item, NextStep, Sector

Put: TypeAlias = Callable[[str], str]
_TEXTS: Final = ("question", "statement", "why", "good", "excellent")


class Instead(Data):
    """Where all of the sectors in `without` are absent: what is said, and what is put for it.

    Only a text with one of the pieces in `near` can hold anything that is said.
    """

    without: tuple[Sector, ...]
    near: tuple[str, ...]
    words: tuple[Mapping[Literal["say", "put"], str], ...]


class Belongs(Data):
    """Words that only schools of these sectors would use of themselves."""

    sectors: tuple[Sector, ...]
    words: str


class Rules(Data):
    """The file of rules."""

    instead: tuple[Instead, ...]
    belongs: tuple[Belongs, ...]


class _Words:
    """The replacements for one kind of school."""

    def __init__(self, groups: Sequence[Instead]) -> None:
        self._near = [piece for group in groups for piece in group.near]
        self._pairs = [
            (re.compile(rule["say"]), rule["put"]) for group in groups for rule in group.words
        ]

    def put(self, text: str) -> str:
        """`text` as this school reads it."""
        if not any(piece in text for piece in self._near):
            return text
        for say, put in self._pairs:
            text = say.sub(put, text)
        return text[:1].upper() + text[1:]


@cache
def rules() -> Rules:
    """The rules that come with mtcoach."""
    import yaml

    path = questions_folder() / "tailoring.yaml"
    loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        return Rules.model_validate(
            yaml.load(path.read_text(encoding="utf-8-sig"), Loader=loader), strict=False
        )
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise QuestionsError([f"{path}: cannot be read ({error}); check the file"]) from None


def tailored(library: Library, sectors: frozenset[Sector]) -> Library:
    """`library` for a school of `sectors`; as it is where they are not known, or special.

    A special school may have learners of any stage.
    """
    if not sectors or "special" in sectors:
        return library
    words = _Words([group for group in rules().instead if not sectors & set(group.without)])
    banks = {
        name: bank.model_copy(
            update={"items": tuple(_item(item, words.put, sectors) for item in bank.items)}
        )
        for name, bank in library.banks.items()
    }
    return replace(library, banks=banks)


def _item(item: Item, put: Put, sectors: frozenset[Sector]) -> Item:
    steps = {
        colour: tuple(_fitting([_step(step, put) for step in each], sectors))
        for colour, each in item.next_steps
    }
    return item.model_copy(
        update={
            **{name: put(getattr(item, name)) for name in _TEXTS},
            "evidence": tuple(put(text) for text in item.evidence),
            "probes": item.probes.model_copy(
                update={name: put(text) for name, text in item.probes}
            ),
            "next_steps": item.next_steps.model_copy(update=steps),
        }
    )


def _step(step: NextStep, put: Put) -> NextStep:
    return step.model_copy(update={name: put(text) for name, text in step})


def _fitting(steps: Sequence[NextStep], sectors: frozenset[Sector]) -> Sequence[NextStep]:
    """The steps that a school of `sectors` can take; all of them where none would be left."""
    fitting = [step for step in steps if _fits(step, sectors)]
    return fitting or steps


def _fits(step: NextStep, sectors: frozenset[Sector]) -> bool:
    text = f"{step.do} {step.changes} {step.know}"
    named = [each for each in rules().belongs if re.search(each.words, text)]
    return not named or any(sectors & set(each.sectors) for each in named)
