"""What the words of a conversation come to: the kinds in `senses.yaml`, and where they stand.

"Crack on", "onwards" and "efter" are one kind of word; what is learned of one of them is so
learned of them all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

Phrase = tuple[str, ...]


class Sense(NamedTuple):
    """So many words from `start`, and the kinds they are of; words of no kind have none."""

    start: int
    length: int
    kinds: tuple[str, ...]


@cache
def phrases() -> Mapping[str, Sequence[str]]:
    """The words and phrases of each kind, as they are written in `senses.yaml`."""
    import yaml

    loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    source = files("mtcoach.coach.replies").joinpath("senses.yaml").read_text(encoding="utf-8")
    kinds: dict[str, str] = yaml.load(source, Loader=loader)
    return {kind: entries.split(", ") for kind, entries in kinds.items()}


@cache
def _table(split: Callable[[str], list[str]]) -> tuple[Mapping[Phrase, tuple[str, ...]], int]:
    found: dict[Phrase, list[str]] = {}
    for kind, entries in phrases().items():
        for entry in entries:
            kinds = found.setdefault(tuple(split(entry)), [])
            if kind not in kinds:
                kinds.append(kind)
    return {phrase: tuple(kinds) for phrase, kinds in found.items()}, max(map(len, found))


def senses(said: Sequence[str], split: Callable[[str], list[str]]) -> list[Sense]:
    """The senses of words in order, the longest phrase first; `split` made the words."""
    table, longest = _table(split)
    found: list[Sense] = []
    at = 0
    while at < len(said):
        for length in range(min(longest, len(said) - at), 0, -1):
            kinds = table.get(tuple(said[at : at + length]))
            if kinds or length == 1:
                found.append(Sense(at, length, kinds or ()))
                at += length
                break
    return found
