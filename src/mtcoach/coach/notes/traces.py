"""Personal data over many texts: what is found in one is found again in the others.

The words that give somebody away stand in one reply, the name in many.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from mtcoach.coach.notes import privacy
from mtcoach.coach.reading import Personal
from mtcoach.coach.words.vocabulary import shipped

WORDS_TOO: Final = frozenset("april may june august autumn summer amber green red".split())
"""Names that are months, seasons or colours: said again without more, these are just that."""

OF_GROUPS: Final = ("singled out", "small count")
"""Kinds that only the whole phrase gives away."""


@dataclass(frozen=True, slots=True)
class Traces:
    """What the detectors find, and wherever else it is said; never within what is spared."""

    known: Mapping[str, str]
    again: re.Pattern[str] | None
    spared: re.Pattern[str] | None

    @classmethod
    def of(cls, texts: Iterable[str], spared: Iterable[str] = ()) -> Traces:
        """The traces of all that is found in `texts`; `spared` are names that may be printed."""
        names = _either(_spaced(name) for name in spared if name.strip())
        known: dict[str, str] = {}
        for text in dict.fromkeys(texts):
            for personal in cls({}, None, names).find(text):
                for words in _forms(personal.kind, one_line(personal.text)):
                    known.setdefault(words, personal.kind)
        longest = sorted(known, key=len, reverse=True)
        return cls(known, _either(_pattern(words, known[words]) for words in longest), names)

    def find(self, text: str) -> tuple[Personal, ...]:
        """What there is in `text`, in order; what overlaps is one."""
        spared = [match.span() for match in self.spared.finditer(text)] if self.spared else []
        found: list[Personal] = []
        for one in sorted(self._each(text), key=lambda each: each.start):
            if any(start <= one.start and one.end <= end for start, end in spared):
                continue
            if found and one.start < found[-1].end:
                before = found.pop()
                end = max(before.end, one.end)
                found.append(Personal(before.kind, text[before.start : end], before.start, end))
            else:
                found.append(one)
        return tuple(found)

    def mask(self, text: str) -> str:
        """`text` with what stands for each kind in its place."""
        for one in reversed(self.find(text)):
            text = text[: one.start] + privacy.MASKS[one.kind] + text[one.end :]
        return text

    def _each(self, text: str) -> Iterator[Personal]:
        yield from privacy.find(text)
        for match in self.again.finditer(text) if self.again else ():
            yield Personal(self._kind(one_line(match[0])), match[0], *match.span())

    def _kind(self, words: str) -> str:
        cut = (kind for whole, kind in self.known.items() if whole.startswith(words))
        return self.known.get(words) or next(cut, "name")


def one_line(text: str) -> str:
    """`text` with a single space wherever there is any."""
    return " ".join(text.split())


def _forms(kind: str, words: str) -> Iterator[str]:
    """How what was found may be said again: a name by each of its parts as well."""
    if kind != "name":
        yield words
        return
    parts = words.split()
    for name in (words, *(part for part in parts if len(parts) > 1 and _alone(part))):
        if name.lower() not in WORDS_TOO:
            yield name
            yield name.title() if name.islower() else name


def _alone(part: str) -> bool:
    """Whether a part of a name is a name by itself, and no initial or word of the field."""
    found = privacy.find(f"a pupil called {part}")
    return len(part) > 2 and any(one.text == part for one in found)


def _pattern(words: str, kind: str) -> str:
    """Finds `words` again, also where the coach has cut them short (`Callum …`)."""
    parts = words.split()
    cuts = [] if kind in OF_GROUPS else range(len(parts) - 1, 0, -1)
    forms = [_spaced(words), *(_spaced(" ".join(parts[:n])) + r"(?=\s…)" for n in cuts)]
    # "Hope" opens many a sentence that is about nobody.
    before = r"(?<=[\w,;] )" if words.lower() in shipped()["wordy_names"] else ""
    return f"{before}(?:{'|'.join(forms)})"


def _spaced(words: str) -> str:
    return r"\s+".join(re.escape(word) for word in words.split())


def _either(patterns: Iterable[str]) -> re.Pattern[str] | None:
    every = "|".join(patterns)
    return re.compile(rf"(?<!\w)(?:{every})(?!\w)") if every else None
