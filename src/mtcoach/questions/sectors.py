"""Which sectors a text names: the answer to "which stages?", or a school's own name."""

from __future__ import annotations

import re

from mtcoach.questions.models import Sector

_SECTOR_WORDS: tuple[tuple[str, Sector], ...] = (
    (r"\b(early|nursery|elc|infants?)\b", "early"),
    (r"\bprimary\b|\bp[1-7]\b", "primary"),
    (r"\b(secondary|high school|academy|grammar)\b|\bs[1-6]\b", "secondary"),
    (r"\bspecial\b|\basn (school|base|centre)\b", "special"),
)
_THROUGH = re.compile(r"\ball[ -]through\b|\b3\s*[–-]\s*18\b", re.I)


def sectors(text: str) -> frozenset[Sector]:
    """The sectors that `text` names: "P1-P7 with a nursery" is early and primary."""
    if _THROUGH.search(text):
        return frozenset({"early", "primary", "secondary"})
    return frozenset(
        sector for pattern, sector in _SECTOR_WORDS if re.search(pattern, text, re.IGNORECASE)
    )
