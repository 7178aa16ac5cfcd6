"""The coach's sentences, from one data file, with variants taken in turn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True)
class Wording:
    """All wording, by key. A dotted key reaches into a block: `ask_evidence.red`."""

    sentences: Mapping[str, Any]

    def say(self, key: str, turn: int = 0, /, **fields: object) -> str:
        """The sentence at `key`, filled in; of several variants the one whose turn it is."""
        found = self._at(key)
        text = found if isinstance(found, str) else found[turn % len(found)]
        return str(text).format_map(fields)

    def every(self, key: str) -> tuple[str, ...]:
        """All the lines at `key`, as they stand."""
        found = self._at(key)
        return (found,) if isinstance(found, str) else tuple(found)

    def block(self, key: str) -> Mapping[str, str]:
        """A block of named words."""
        found: Mapping[str, str] = self._at(key)
        return found

    def table(self, key: str) -> tuple[Mapping[str, str], ...]:
        """Rows of named words; none where the key is not there."""
        try:
            return tuple(self._at(key))
        except KeyError:
            return ()

    def joined(self, parts: Sequence[str], word: str = "and") -> str:
        """Parts as prose: `a`, `a and b`, `a, b and c`."""
        if len(parts) < 2:
            return "".join(parts)
        return f"{', '.join(parts[:-1])} {self.say(word)} {parts[-1]}"

    def _at(self, key: str) -> Any:
        found: Any = self.sentences
        for part in key.split("."):
            found = found[part]
        return found


@cache
def wording() -> Wording:
    """The shipped wording."""
    import yaml

    text = files("mtcoach.coach").joinpath("wording.yaml").read_text(encoding="utf-8")
    loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return Wording(yaml.load(text, Loader=loader))
