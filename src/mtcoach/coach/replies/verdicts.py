"""Judgements without a colour: "it's patchy", "works really well", "no bad", "aye, mostly".

They imply a rating where a careful listener would hear one, and are then said
back as inferred. A description ("we meet termly") is no judgement. The judging words are
the kinds `judged_…` of `senses.yaml`; here stand the forms that are no mere words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from mtcoach.coach.replies.senses import phrases
from mtcoach.coach.words.text import fold
from mtcoach.questions.models import Colour


@dataclass(frozen=True, slots=True)
class Verdict:
    """A judging phrase: the colour it implies, where it stands."""

    colour: Colour
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Sign:
    """Words that imply a colour, with an example that they read right."""

    colour: Colour
    example: str
    pattern: str = ""
    kind: str = ""


_OPENS: Final = r"^(?:(?:well|och|oh|um|er|i think|i'd say|honestly|sadly|unfortunately),? )*"

# Read in this order; what an earlier sign took, a later one does not read again.
SIGNS: Final = (
    Sign("amber", "yes and no",
         r"\b(?:yes|aye) (?:and|an|&) (?:no|naw)\b|\bup to a point\b|"
         r"^(?:yes|aye|no|naw)\b[^.;]{1,40}\b(?:but|though|(?:no|naw|not) (?:in|for|at))\b|"
         r"\b(?:in|happens in) (?:pockets|parts|(?:some )?places)\b|"
         r"\b(?:to|tae) (?:an?|some) (?:\w+ )?(?:extent|degree)\b|"
         r"\b(?:works?|great|good|fine)\b[^.;]{0,50}\bbut\b[^.;]{0,50}\b(?:not|don'?t|"
         r"all over the)\b|"
         r"\b(?:half|two[- ]thirds|[4-7]\d ?%) (?:of )?(?:the |our )?(?:staff|teachers|"
         r"departments|classes)\b"),
    Sign("amber", "sort of",
         rf"{_OPENS}(?:aye |yes )*(?:sort of|kind of|kinda|sometimes|mostly|largely|partly|"
         r"for the most part|more or less|in theory|not (?:quite|always|entirely)|half|meh)\b"
         r"(?=\W*$|,|\.| yes| aye| there)"),
    Sign("amber", "it's patchy", kind="judged_between"),
    Sign("red", "non-existent", kind="judged_badly"),
    Sign("green", "excellent", kind="judged_well"),
    Sign("green", "yes, definitely",
         rf"{_OPENS}(?:yes|yep|yeah|aye|absolutely|definitely|very much so|good|100(?= ?%\W*$)|"
         r"we do(?! it\b)|we have)\b(?=\W*$|,| ?%| we\b| absolutely| every| this| so\b)|👌|💯|"
         r"^(?:all|every)\b[^.,;]* do(?:es)?\W*$"),
    Sign("red", "not at all",
         rf"{_OPENS}(?:no|naw|nah|nope|not really|not at all|not yet|nothing|nowhere near|"
         r"far from it|no way|no chance|hardly|struggling|"
         r"we (?:don'?t|do not|dinnae)(?: do (?:this|that|it))?)\b(?=\W*$|,|\.)|👎"),
)  # fmt: skip
_DENIED: Final = re.compile(
    r"\b(?:not?|isn'?t|aren'?t|never|nae|isnae|don'?t|doesn'?t|hardly|nothing|"
    r"wouldn'?t say|far from|yet to|until|hop\w+|aim\w*|want\w*|would like|need\w*|"
    r"plan\w*|should|could|will|more|used to|was|were|last year|if)\b[^,.;]{0,30}$"
)


@cache
def _patterns() -> tuple[tuple[Sign, re.Pattern[str]], ...]:
    return tuple((sign, re.compile(sign.pattern or _any_of(sign.kind))) for sign in SIGNS)


def _any_of(kind: str) -> str:
    longest_first = sorted(phrases()[kind], key=len, reverse=True)
    typed = "|".join(re.escape(phrase) for phrase in longest_first)
    return rf"\b(?:{typed})\b".replace(r"\ ", "[ -]").replace("'", "'?")


def verdicts(text: str) -> tuple[Verdict, ...]:
    """The judging phrases of `text`, in order."""
    folded = fold(text)
    found: list[Verdict] = []
    taken = [False] * (len(folded) + 1)
    for sign, pattern in _patterns():
        for match in pattern.finditer(folded):
            start, end = match.span()
            if start == end or any(taken[start:end]):
                continue
            if sign.colour == "green" and _DENIED.search(_clause(folded, start)):
                continue
            taken[start:end] = [True] * (end - start)
            found.append(Verdict(sign.colour, start, end, match.group().strip()))
    return tuple(sorted(found, key=lambda verdict: verdict.start))


def _clause(folded: str, start: int) -> str:
    return re.split(r"[.;!?\n]", folded[:start])[-1]


def implied(found: tuple[Verdict, ...]) -> tuple[Colour | None, str]:
    """The colour that judging phrases imply together, with their words.

    Of one mind they are that colour; bad news that is told first outweighs praise in part;
    all else is in between.
    """
    if not found:
        return None, ""
    colours = {verdict.colour for verdict in found}
    said = ", ".join(dict.fromkeys(verdict.words for verdict in found))
    if len(colours) == 1:
        return found[0].colour, said
    if "amber" in colours and "red" in colours and found[0].colour == "red":
        return "red", said
    return "amber", said
