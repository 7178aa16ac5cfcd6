"""Replies that say only that something is the same: "ditto", "as last year", "same as question 4".

Pure: what is pointed at, not whether it is there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from mtcoach.coach.words.text import fold

What = Literal["before", "last", "year", "time", "unchanged", "named"]


@dataclass(frozen=True, slots=True)
class Like:
    """What a reply says it is the same as: the answer before, last year's, or a named one.

    `before` leaves open which before is meant, `last` is the question before, `time` is
    "last time", which is last year's where that is known, `unchanged` is "no change".
    """

    what: What
    target: str = ""


_EDGE: Final = (
    r"(?:it'?s|its|that'?s|this is|it is|i'?d (?:say|go|put)|i would say|put|go(?:ing)? (?:with|"
    r"for)|"
    r"just|pretty much|much|more or less|basically|really|och|aye|yes|yeah|well|eh|probably|again|"
    r"here|tbh|to be honest|exactly|about|still|please|too|an aw|as well|then|i think|i suppose|"
    r"i guess|i'?m afraid|for (?:this|me|us)(?: one)?|on this(?: one)?|so|oh|hm+|um|the noo|is|and)"
)
_AROUND: Final = re.compile(rf"^(?:{_EDGE}\b\W*)+|(?:\W*\b{_EDGE})+$")
_STILL: Final = (
    r"(?:no (?:changes?|different|difference|movement)|nae (?:change|different)|not changed|"
    r"unchanged|nothing'?s changed|nothing has changed)"
)
_SAME: Final = (
    r"(?:(?:the |my |our |oor )?(?:very |exact )?same(?: (?:again|here|thing|old story|old|story|"
    r"answer|colour|"
    r"rating|note|one|wan|yin|difference|as usual|for this(?: one)?))*|ditto(?: ditto)?|idem|"
    r"samey|snap|likewise|"
    rf"{_STILL})"
)
_SAID: Final = (
    r"(?:what(?:ever)?|whit(?:ever)?) (?:i|we|ah) (?:said|put|gave|wrote|had|telt ye|told you)"
)
_TO: Final = (
    rf"(?:(?:{_SAME} )?(?:as|like|wi|with|from|fae|frae|since|on|per|as per|see|to)|{_SAID})"
)
_FOR: Final = (
    r"(?: (?:for|in|at|on|to|under|with|wi|from|it was|(?:i|we) (?:said|had|put)))*"
    r"(?: the| my| our| that)*"
)
_ONE: Final = r"(?: (?:one|yin|wan|question|answer|item|colour|rating|note|statement))?"
_NAMED: Final = (
    r"(?:q(?:uestion)? ?(?=\d)|number (?=\d)|no\.? ?(?=\d)|item (?=\d))?"
    rf"(?P<target>[\w.& -]{{1,40}}?){_ONE}"
)
_ALIKE: Final[Mapping[What, re.Pattern[str]]] = {
    "year": re.compile(
        rf"{_TO}{_FOR} (?:(?:last|previous) (?:year|session)(?:'?s)?{_ONE}|"
        r"(?:the )?(?:year before|a year ago|november|back then))"
    ),
    "unchanged": re.compile(rf"as it was|{_STILL}"),
    "time": re.compile(rf"{_TO}{_FOR} last time(?: round)?|{_SAME} as it was"),
    "last": re.compile(
        rf"{_TO}{_FOR} (?:above|(?:the )?(?:one|question|answer) (?:before|above)|"
        rf"(?:last|previous|prev|other|latest|one above){_ONE})|as above|"
        rf"(?:copy|repeat|use|take)(?: over)?{_FOR} (?:last|previous|other){_ONE}|"
        rf"see (?:above|last)"
    ),
    "before": re.compile(
        rf"{_SAME}|as (?:before|earlier)(?: {_SAME})?|see (?:before|previous)|"
        rf"{_TO}{_FOR} (?:before|earlier)|"
        r"as (?:i|we) (?:said|put|gave|wrote)(?: (?:before|above|earlier|already))?"
    ),
    "named": re.compile(
        rf"(?:{_SAME} (?:as|wi|with|for|like)|as (?:for|per|with|in)|as(?= q?\d)|{_SAID})"
        rf"{_FOR} {_NAMED}"
    ),
}
"""What is pointed at, in the order in which it is looked for."""
_THE_FIRST: Final = {"first": "1", "very first": "1"}


def alike(said: str) -> Like | None:
    """What `said` points at, where it only says that something is the same: "ditto".

    A named target may be anything: whether it is one of the questions, the caller knows.
    """
    said = re.sub(r"[^\w.&' -]+", " ", fold(said)).strip(" .-")
    while (shorter := _AROUND.sub("", said).strip(" .-")) != said and not _settled(said):
        said = shorter
    for what, pattern in _ALIKE.items():
        if match := pattern.fullmatch(said):
            target = match["target"].strip() if what == "named" else ""
            return Like(what, _THE_FIRST.get(target, target))
    return None


def _settled(said: str) -> bool:
    """Whether nothing around it needs to be left out any more."""
    return any(pattern.fullmatch(said) for what, pattern in _ALIKE.items() if what != "named")
