"""Words brought to one form, so that "moderated" meets "moderation" and a wean is a child."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from mtcoach.coach.words.vocabulary import shipped

TOKEN: Final = re.compile(r"[a-zà-ÿ0-9]+(?:['&][a-zà-ÿ]+)*")

_ENDINGS: Final = (
    ("ications", "ic"),
    ("isations", "is"),
    ("isation", "is"),
    ("ations", "at"),
    ("ation", "at"),
    ("ments", ""),
    ("ment", ""),
    ("ities", ""),
    ("ity", ""),
    ("iness", "i"),
    ("ingly", ""),
    ("ings", ""),
    ("ing", ""),
    ("ated", "at"),
    ("ate", "at"),
    ("ates", "at"),
    ("ators", "at"),
    ("ator", "at"),
    ("edly", ""),
    ("ences", "enc"),
    ("ence", "enc"),
    ("ently", "enc"),
    ("ency", "enc"),
    ("ent", "enc"),
    ("ies", "i"),
    ("ied", "i"),
    ("y", "i"),
    ("sses", "ss"),
    ("ers", ""),
    ("er", ""),
    ("ed", ""),
    ("es", ""),
    ("ly", ""),
    ("s", ""),
    ("e", ""),
)


@cache
def stem(word: str) -> str:
    """`word` without its ending, so that "moderated" meets "moderation"."""
    word = word.removesuffix("'s").replace("'", "")
    if len(word) <= 4 or word.endswith("ss"):
        return word.removesuffix("s") if len(word) == 4 and not word.endswith("ss") else word
    for ending, instead in _ENDINGS:
        left = word[: len(word) - len(ending)]
        # Carers are no cars: a short word keeps its -er.
        least = 4 if ending in ("er", "ers") else 3
        if word.endswith(ending) and len(left) + len(instead) >= least:
            doubled = ending in ("ed", "ing", "er", "ers") and left[-1:] == left[-2:-1]
            return (left[:-1] if doubled and left[-1] not in "ls" else left) + instead
    return word


@cache
def _forms() -> dict[str, str]:
    """Each form of a word, Scots or irregular, with the plain one that its line begins with."""
    lines = [entry.split() for entry in shipped()["forms"]]
    return {form: line[0] for line in lines for form in line[1:]}


@cache
def root(word: str) -> str:
    """`word` in its plain form and without its ending: "weans" is "child"."""
    return stem(_forms().get(word, word))
