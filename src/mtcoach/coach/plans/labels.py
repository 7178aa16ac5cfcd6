"""What the cells of a row are called, as leaders and as councils' templates call them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, Literal, get_args

from mtcoach.transcript.events import PlanField

Label = PlanField | Literal["measure"]
"""A cell by its name; a `measure` is baseline, target and source in one."""

LABELS: Final[Mapping[Label, str]] = {
    "outcome": r"(?:intended |expected )?(?:outcomes?|impact)(?: (?:for|on) (?:learners|pupils))?|"
    r"for learners|difference(?: for learners)?",
    "actions": r"actions?|what we(?:'ll| will| are going to)? do(?: ?(?:/|and|, and) ?why)?|what|"
    r"steps?|tasks?|activit(?:y|ies)|key (?:actions|tasks)",
    "lead": r"(?:strategic )?leads?(?: (?:officer|person|role))?(?: (?:and|&) key people)?|leader|"
    r"led by|who(?: leads?(?: it)?)?|owner|(?:person |who(?:'?s| is) )?responsib(?:le|ility)|"
    r"lead responsibility|by whom",
    "by": r"by(?: when)?|when|dates?|deadline|time ?scales?|timeline|due(?: date)?|completed? by|"
    r"end date|target date",
    "baseline": r"base ?line|now|today|start(?:ing point)?|currently|at present|from|"
    r"where (?:we are|are we)(?: now)?|current(?: position)?",
    "target": r"targets?|aim|goal|by then|to|where (?:we want to be|next)",
    "source": r"sources?(?: of evidence)?|evidence(?: source| of impact)?|read in|"
    r"measured (?:by|in|from|with)|where|how (?:will )?we(?: will|'ll)? (?:know|measure(?: it)?)",
    "hours": r"(?:working[- ]time )?hours|time|wta",
    "money": r"money|costs?|budget|pef|funding|resources?|spend",
    "review": r"review(?:ed)?(?: date| on| in| by)?",
    "nif": r"nif(?: priority)?|priority|driver",
    "measure": r"measures?|success (?:measures?|criteria)|measures? of success(?: \(.*?\))?",
}
_ANY: Final = "|".join(f"(?P<{field}>{words})" for field, words in LABELS.items())
_BULLET: Final = r"(?:[-–•*·▪]+\s*|\(?\d{1,2}[.)]\s+)?"
MARKED: Final = re.compile(
    rf"(?:^|[;.,\n\t|(]|\s[-–/]\s)\s*{_BULLET}(?:{_ANY})\s*(?:[:=]|\s[-–]\s)\s*",
    re.IGNORECASE,
)
"""A label with its mark, where a cell may begin; the group says which."""

_NAMES: Final = re.compile(rf"\W*(?:{_ANY})(?: \(.*\))?\W*", re.IGNORECASE)


def label(text: str) -> Label | None:
    """The cell that `text` is the name of, and nothing else: a heading of a table."""
    match = _NAMES.fullmatch(" ".join(text.split()))
    return label_of(match) if match else None


def label_of(match: re.Match[str]) -> Label:
    """Which label matched."""
    return next(each for each in LABELS if each == match.lastgroup)


def field_of(asked: str) -> PlanField | None:
    """The cell of that name; None where it is none."""
    return next((each for each in get_args(PlanField) if each == asked), None)
