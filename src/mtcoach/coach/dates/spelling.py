"""Slips of the finger in words of time: "Febuary", "end of tem 2", "afore the octber brake"."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from mtcoach.coach.words.text import fold

_KNOWN: Final = (
    "january february april august september october november december monday tuesday wednesday "
    "thursday friday session summer autumn winter spring christmas easter holiday holidays "
    "beginning fortnight weeks months tattie victoria academic service"
).split()
# Words of their own, however near they are to one of these.
_OTHERS: Final = frozenset(
    """
    writer winner sprint string strings eastern mouth mouths services sessions months weeks later
    summers winters wringing sitter passion mission hinder minder tuition week month springs weak
    """.split()
)
_SAID: Final = {
    "xmas": "christmas", "crimbo": "christmas", "chrimbo": "christmas", "noel": "christmas",
    "yule": "christmas", "pasch": "easter", "hols": "holidays", "hol": "holidays",
    "brake": "break", "brek": "break", "braek": "break", "breck": "break",
    "tem": "term", "trem": "term", "tearm": "term", "terme": "term", "trm": "term",
    "afore": "before", "befor": "before", "bfore": "before", "b4": "before", "bef": "before",
    "efter": "after", "aftr": "after", "wk": "week", "wks": "weeks", "mth": "month",
    "mths": "months", "yr": "year", "sesh": "session", "morra": "tomorrow",
    "beggining": "beginning", "begining": "beginning", "strat": "start",
    "ende": "end", "edn": "end", "enf": "end",
    "inservice": "in-service", "inset": "in-service", "marhc": "march", "mrach": "march",
    "arpil": "april", "jnue": "june", "juen": "june", "jully": "july", "jan": "january",
    "feb": "february", "mar": "march", "apr": "april", "jun": "june", "jul": "july",
    "aug": "august", "sept": "september", "sep": "september", "oct": "october", "nov": "november",
    "dec": "december", "mon": "monday", "tue": "tuesday", "tues": "tuesday", "wed": "wednesday",
    "thu": "thursday", "thur": "thursday", "thurs": "thursday", "fri": "friday",
}  # fmt: skip
_NUMBERS: Final = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "first": "1st",
    "second": "2nd", "third": "3rd", "fourth": "4th", "twa": "2",
}  # fmt: skip
_WORD: Final = re.compile(r"[a-z0-9]+")
_LONG: Final = 8


def mended(text: str) -> str:
    """`text` in lower case, with words of time put right, short forms whole, numbers as figures."""
    plain = re.sub(r"(?<=[a-z])\.(?=\s|\d|$)", "", fold(text))
    plain = re.sub(r"\bo'(?=\s|$)", "of", plain)
    return " ".join(_WORD.sub(lambda match: _mend(match.group()), plain).split())


@cache
def _mend(word: str) -> str:
    from rapidfuzz.distance import OSA

    if said := _SAID.get(word) or _NUMBERS.get(word):
        return said
    if len(word) < 5 or word in _KNOWN or word in _OTHERS:
        return word
    near = 2 if len(word) >= _LONG else 1
    found = [
        (distance, known)
        for known in _KNOWN
        if known[0] == word[0]
        and (distance := OSA.distance(word, known, score_cutoff=near)) <= near
    ]
    return min(found)[1] if found else word
