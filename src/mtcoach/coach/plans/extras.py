"""What a row may have besides: the national priority it serves, named by number or in words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_SMALL: Final = frozenset(
    """
    and the of in for a all at between children child young people person every particularly
    improvement improving improve priority nif national framework most least learners pupils
    """.split()
)
_SAID: Final = {
    "attainment gap": "closing gap disadvantaged", "poverty": "closing gap disadvantaged",
    "equity": "closing gap disadvantaged",
    "hwb": "health wellbeing", "well-being": "wellbeing", "rights": "human rights",
    "uncrc": "human rights", "employability": "skills destinations leaver",
    "destinations": "skills destinations leaver", "raising attainment": "achievement literacy",
    "attainment": "achievement literacy numeracy",
}  # fmt: skip


def priority(said: str, priorities: Sequence[str]) -> str | None:
    """The one of `priorities` that `said` names, by its number or by its words; else None."""
    lone = re.search(r"\b(?:nif|priority|number|no\.?)\D{0,10}(\d)\b|^\W*(\d)\W*$", said.lower())
    if lone:
        number = int(lone[1] or lone[2])
        return priorities[number - 1] if 0 < number <= len(priorities) else None
    words = said.lower()
    for phrase, more in _SAID.items():
        if re.search(rf"\b{re.escape(phrase)}\b", words):
            words += f" {more}"
            break
    wanted = set(re.findall(r"[a-z]+", words)) - _SMALL
    shared = [len(wanted & set(re.findall(r"[a-z]+", each.lower()))) for each in priorities]
    best = max(shared, default=0)
    return priorities[shared.index(best)] if best and shared.count(best) == 1 else None
