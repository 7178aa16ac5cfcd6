"""Slips of the finger in the field's own words: "trakcer", "moderaton", "questionaire"."""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile
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
# Words of their own, however near they are to one of the field's.
_OTHERS: Final = frozenset(
    """
    comparing comparison decide decides decided expensive leader leaders making masking mentoring
    muddle muddled quartile quartiles replied responded reword simple simply spared spares stated
    stayed stating studied though taking waiting travelled shares shared experiences experience
    dyslexia leaves leaved learned teaches target ticked ticket passed preschooler preschoolers
    painting parenting patents parting granting hearing wearing leaning cleaning planting
    printing meaning feeding heading leading loading bleeding breeding rating eating seating
    warning earning yearning turning strategy strategies singing signing bearing fearing
    recorder reporter sample samples staffing stuffing grasses glasses lasses passes posters
    posted posting pacing placing spacing stages staged stable stables starts sports ports
    """.split()
)
_WORD: Final = re.compile(r"[a-zà-ÿ]{6,}")
_LONG: Final = 9
_ENDINGS: Final = ("s", "d", "ing", "er", "ly", "ic", "y")


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
    if word in known or word in _OTHERS:
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
    endings = sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(word, other, strict=False))
    )
    return (
        word.startswith(other)
        or other.startswith(word)
        or word[:-3] == other[:-2]
        or (endings >= max(len(word), len(other)) - 1 and word.endswith(_ENDINGS))
    )


def mended(folded: str) -> str:
    """A folded text with slips in the field's words put right; positions may shift."""
    return _WORD.sub(lambda match: _mend(match.group()), folded)
