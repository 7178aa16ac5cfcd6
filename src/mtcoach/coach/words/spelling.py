"""Slips of the finger in the field's own words: "trakcer", "moderaton", "questionaire"."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from mtcoach.coach.words.vocabulary import shipped

_SECTIONS: Final = (
    "sources_data",
    "sources_views",
    "sources_observation",
    "stages",
    "subjects",
    "groups",
    "learners",
    "carers",
    "counted",
)
_MORE: Final = (
    "moderate",
    "moderating",
    "department",
    "departments",
    "attainment",
    "improved",
    "increased",
    "termly",
    "monthly",
    "weekly",
    "september",
    "october",
    "november",
    "december",
    "january",
    "february",
    "august",
    "benchmarks",
    "teachers",
    "evidence",
    "intervention",
    "interventions",
    "expectations",
    "confident",
    "standardised",
    "tracking",
    "monitoring",
    "benchmark",
    "targets",
    "christmas",
    "trackers",
    "improve",
    "improvement",
    "feedback",
    "progress",
    "achieved",
)
_WORD: Final = re.compile(r"[a-zà-ÿ]{6,}")
_LONG: Final = 9


@cache
def _known() -> tuple[frozenset[str], dict[str, tuple[str, ...]]]:
    words = {
        word
        for section in _SECTIONS
        for entry in shipped()[section]
        for word in re.findall(r"[a-zà-ÿ]{6,}", entry)
    } | set(_MORE)
    words |= {word + "s" for word in words if not word.endswith("s")}
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words):
        by_letter.setdefault(word[0], []).append(word)
    return frozenset(words), {letter: tuple(found) for letter, found in by_letter.items()}


@cache
def _mend(word: str) -> str:
    from rapidfuzz.distance import OSA

    known, by_letter = _known()
    if word in known:
        return word
    # A longer word may slip twice; the first letter is hardly ever the wrong one.
    near = 2 if len(word) >= _LONG else 1
    best = min(
        (
            (OSA.distance(word, other, score_cutoff=near), other)
            for other in by_letter.get(word[0], ())
        ),
        default=(near + 1, word),
    )
    return best[1] if best[0] <= near and not _inflected(word, best[1]) else word


def _inflected(word: str, other: str) -> bool:
    """Whether the two are forms of one word, and so no slip."""
    return word.startswith(other) or other.startswith(word) or word[:-3] == other[:-2]


def mended(folded: str) -> str:
    """A folded text with slips in the field's words put right; positions may shift."""
    return _WORD.sub(lambda match: _mend(match.group()), folded)
