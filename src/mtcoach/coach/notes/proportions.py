"""Words for shares held against the figures beside them: "most" next to 60 % deserves a question.

Source of the words and their bounds: the framework file.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from mtcoach.questions.models import Proportion

NEAR: Final = 48
"""Characters between a word and a figure that still speak of the same thing."""

_PER_CENT: Final = re.compile(r"\b(\d{1,3})\s?(?:%|per\s?cent\b|percent\b)")
_OF: Final = re.compile(r"\b(\d{1,4})\s?(?:of|out of|/)\s?(?:the |our |all )?(\d{1,4})\b", re.I)
_SENTENCE: Final = re.compile(r"[^.!?;\n]+")


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A word, the share beside it in per cent, and the word that the framework has for it."""

    word: str
    share: int
    official: str


def mismatch(note: str, proportions: Sequence[Proportion]) -> Mismatch | None:
    """The first word in `note` that does not fit the only figure beside it."""
    bounds = {each.word: each for each in proportions}
    # The longest first, so that "almost all" is not read as "all".
    names = "|".join(sorted((re.escape(word) for word in bounds), key=len, reverse=True))
    spoken = re.compile(
        rf"(?<!in )\b({names})\b(?! (?:recent|recently|importantly|\d))", re.IGNORECASE
    )
    for sentence in _SENTENCE.finditer(note):
        words = list(spoken.finditer(sentence.group()))
        shares = _shares(sentence.group())
        if len(words) != 1 or len(shares) != 1:
            continue
        word, (place, share) = words[0], shares[0]
        known = bounds[word[1].lower()]
        apart = min(abs(place - word.end()), abs(word.start() - place))
        if apart <= NEAR and not known.least - 1 <= share <= known.most + 1:
            return Mismatch(word[1].lower(), share, _word(share, proportions))
    return None


def _shares(sentence: str) -> list[tuple[int, int]]:
    """Where shares stand in a sentence, and how large they are in per cent."""
    found = [(match.start(), int(match[1])) for match in _PER_CENT.finditer(sentence)]
    for match in _OF.finditer(sentence):
        part, whole = int(match[1]), int(match[2])
        if whole > 0 and part <= whole and whole > 4:
            found.append((match.start(), round(100 * part / whole)))
    return [(place, share) for place, share in found if share <= 100]


def _word(share: int, proportions: Sequence[Proportion]) -> str:
    return next((each.word for each in proportions if each.least <= share <= each.most), "")
