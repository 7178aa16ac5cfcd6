"""What a note claims of everybody or of always, with no figure beside it.

"All staff log concerns" may be true; a visitor would ask how many of how many. Nothing here
doubts a claim that the note backs with a figure, or one that is denied or hoped for.
"""

from __future__ import annotations

import re
from typing import Final

from mtcoach.coach.notes.evidence import judge
from mtcoach.coach.words.text import fold

_ABSOLUTE: Final = re.compile(
    r"\b(?:all|every|each)(?: (?:of )?(?:the |our |my |these |those )?)?(?:\w+ )?(?:staff|"
    r"teachers?|"
    r"pupils?|learners?|children|child|weans|bairns|young people|classes|class|departments?|"
    r"depts?|faculties|faculty|stages?|parents|families|pts?|practitioners|subjects?|schools?)\b"
    r"|\b(?:everyone|everybody|a'?body|awbody|always|every (?:single )?time|without exception|"
    r"no exceptions|nobody (?:slips|is missed)|never (?:miss\w*|fails?|forget\w*)|100 ?%)\b"
)
_NOT_CLAIMED: Final = re.compile(
    r"\b(?:not|isn'?t|aren'?t|don'?t|doesn'?t|didn'?t|no|nae|never|hardly|nearly|almost|want|"
    r"wants|should|will|would|could|hope|hoping|aim|plan|until|if|once|need|needs|to)\b[^.;,]{0,30}$"
)


def absolute(note: str) -> str:
    """The first words of `note` that claim all or always with no figure in it, else nothing."""
    folded = fold(note)
    for match in _ABSOLUTE.finditer(folded):
        if not _NOT_CLAIMED.search(folded[: match.start()]):
            return "" if "quantity" in judge(note).elements else match.group().strip()
    return ""


def same(one: str, two: str) -> bool:
    """Whether two notes are the same words, whatever their capitals and marks."""
    return bool(one.strip()) and worded(one) == worded(two)


def worded(note: str) -> tuple[str, ...]:
    """The words of `note` without capitals and marks: equal where two notes are the same."""
    return tuple(re.findall(r"\w+", fold(note)))
