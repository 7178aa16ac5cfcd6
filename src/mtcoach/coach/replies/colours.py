"""Which colours a reply names, and which of them are its rating.

A colour is a rating only when the writer gives it to what was asked, now. The table
in `roles` says what else it can be: a thing, a name, what it used to be, what it is
hoped to be, what others say, what it is not.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from mtcoach.coach.replies.roles import Role, compiled
from mtcoach.coach.words.lexicon import bare
from mtcoach.coach.words.text import Stretch, fold, sentences
from mtcoach.questions.models import COLOURS, Colour


@dataclass(frozen=True, slots=True)
class Mention:
    """A colour word in a reply and the part it plays; `why` are the words that decided."""

    colour: Colour
    start: int
    end: int
    role: Role
    why: str


# Other ways of typing each colour: slips, the same in Gaelic and Scots, near colours.
_SLIPS: Final[Mapping[Colour, str]] = {
    "red": ("reds redd rwd rred rde reed reddish rouge rid dearg "),
    "amber": (
        "amb ambr ambre amebr amberr abmer aamber ammber amner anber ambet ambee amer ambber "
        "aber mber ambar ambor abmber orange yellow yellae amberish ambers òmar omar "
    ),
    "green": (
        "greenish greens gren geen grren greeen grene reen grean grn gree grreen gereen "
        "greem greeb fgreen uaine "
    ),
}
_TYPOS: Final[Mapping[str, Colour]] = {
    word: colour for colour, slips in _SLIPS.items() for word in slips.split()
}
# These are words too: a colour only where they are the whole reply.
_ALONE: Final = frozenset("reed aber amer gree reen omar rde yellow orange rouge".split())
_SIGNS: Final[Mapping[str, Colour]] = {
    sign: colour
    for colour, signs in zip(COLOURS, ("🔴🟥❌❤♥", "🟠🟡🟧🟨🧡💛", "🟢🟩✅💚"), strict=True)
    for sign in signs
}
_COLOUR: Final = re.compile(
    r"(?<![\w'])(?:red|amber|green|"
    + "|".join(sorted(_TYPOS, key=len, reverse=True))
    + r")(?![\w])"
    "|" + "|".join(_SIGNS)
)
_LETTERS: Final[dict[str, Colour]] = {
    "r": "red", "a": "amber", "g": "green", "1": "red", "2": "amber", "3": "green",
    "one": "red", "two": "amber", "three": "green",
}  # fmt: skip
_FRAME: Final = (
    r"(?:(?:so|ok|right|well|hmm|um|er|och|aye|yes|yeah|i'?d|id|i would|i'?ll|"
    r"we'?d|we would|we'?ll|i|we|it'?s|its|it is|we'?re|we are|that'?s|this is|"
    r"probably|maybe|perhaps|definitely|currently|overall|a|an|solid|strong|think|"
    r"say|give|go|going|for|call|rate|rated|rating|score|put|it|us|this|"
    r"that|at|as|rag|of|about|around|just|only|be|:|=|number|option|choose|"
    r"pick)[ :]*(?=[ :=]|\b) *)*"
)
_SHORT: Final = re.compile(
    rf"^\W*{_FRAME}(?P<key>[rag123]|one|two|three)(?P<half>ish)?"
    r"(?=$|\s*[.,;:!)–]|\s+-|\s*$|\s+(?:because|as|since|but|cos|coz|for (?:us|me|"
    r"now|this)|we|i|it's|not|overall|really|"
    r"probably|i'd|though|at (?:the moment|best|a push)|for (?:sure|definite|"
    r"certain)|easily|definitely|maybe|i think|in my view|"
    r"and (?:that'?s|thats|i|i'm|it'?s|even|maybe|proud|no more|not)|at most|tops|max|pls|"
    r"please|thanks|with|sadly|but|if)\b)(?!\s*[.,]\d)"
)
# The rating said last, after what was told: "everybody fills it in the same. 3"
_LAST: Final = re.compile(
    r"(?:[.!?;]\s|\n|–|\s-|\bso\b|\bhence\b|\btherefore\b)\s*(?:,\s*)?(?:so |it'?s |that'?s |"
    r"i'?d say |i'?d give (?:it|us|that) |call it |an? |probably )*(?P<key>[123])\W*$"
)
# "Council 2. Us 3.", "faculty head had us at 1, I'd have us at 2", "3 for hers, 2 for mine"
_OWN: Final = re.compile(
    r"(?:\b(?:i|we|ours|masel|i'?d|we'?d|i'?ll|ah'?d|shall we)|(?:^|[.!?;,] )us)"
    r"(?: (?:say|said|put|have (?:us|"
    r"it|this)|gie|give (?:us|it|this)|go|going|call|rate|mark|make|score|it|us|this|that|up|down|"
    r"at|to|as|for|on|an?|with|would|am|are|is|be))* (?P<key>[123])(?=\W*$|[.,;] )"
    r"|\b(?P<mine>[123]) for (?:mine|ours|us|me)\b"
)
_TWO: Final = re.compile(
    rf"^\W*{_FRAME}(?:between |somewhere |around |"
    rf"either )*(?:an? )?(?P<one>[rag123]|one|two) ?(?:/|-|or|and|to|–|"
    rf"\+) ?(?:an? )?(?P<two>[rag123]|two|three)\W*$"
)
_HALF: Final = re.compile(rf"^\W*{_FRAME}(?P<whole>[12])(?:\.5|½| and a half)\W*$")


_LETTERED: Final = re.compile(r"[a-z]{4,}")
_CUT: Final = re.compile(
    r"[,:–;()]|\s-\s|\b(?:but|however|although|though|now|so)\b(?! (?:be|say)\b)"
)


@lru_cache(maxsize=64)
def mentions(text: str) -> tuple[Mention, ...]:
    """The colours that `text` names, in order, each with its role."""
    folded = fold(text)
    found: list[Mention] = []
    parts = sentences(folded)
    starts = [part.start for part in parts]
    for hit in _COLOUR.finditer(folded):
        word = hit.group().rstrip("️")
        colour = _colour(word)
        if colour is None or (word in _ALONE and not bare(folded.replace(word, " "))):
            continue
        around = parts[bisect_right(starts, hit.start()) - 1]
        role, why = _role(text, folded, hit.start(), hit.end(), around)
        found.append(Mention(colour, hit.start(), hit.end(), role, why))
    if not found and (slip := _slip(folded)):
        found.append(slip)
    return _unless_all(folded, found)


# Words one slip away from a colour that are no slip.
_WORDS: Final = frozenset("greed greet greek greens amber's".split())


def _slip(folded: str) -> Mention | None:
    """A colour mistyped as nobody foresaw: "ambrr", "greeen", where nothing else is said."""
    heavy = [found for found in _LETTERED.finditer(folded) if not bare(found.group())]
    if len(heavy) != 1 or (word := heavy[0].group()) in _WORDS:
        return None
    from rapidfuzz.distance import OSA

    for colour in ("amber", "green"):
        if word[0] == colour[0] and OSA.distance(word, colour, score_cutoff=1) <= 1:
            return Mention(colour, heavy[0].start(), heavy[0].end(), "said", word)
    return None


_THEN: Final = r"\W{1,3}(?:and |or )?"
_LISTED: Final = re.compile(
    rf"\b(red|amber|green){_THEN}(?!\1)(red|amber|green){_THEN}(?!\1|\2)(?:red|amber|green)\b"
)


def _unless_all(folded: str, found: list[Mention]) -> tuple[Mention, ...]:
    """Three colours in one list or sentence explain a scheme: none of them is the rating."""
    for row in _LISTED.finditer(folded):
        found = [
            replace(m, role="thing") if row.start() <= m.start < row.end() else m for m in found
        ]
    for sentence in sentences(folded):
        inside = [m for m in found if sentence.start <= m.start < sentence.end and m.role == "said"]
        if len({mention.colour for mention in inside}) == len(COLOURS):
            found = [replace(m, role="thing") if m in inside else m for m in found]
    return tuple(found)


def _colour(word: str) -> Colour | None:
    return next((c for c in COLOURS if c == word), None) or _TYPOS.get(word) or _SIGNS.get(word)


def short(text: str) -> tuple[tuple[Colour, ...], int, int] | None:
    """A rating given as a letter or a digit: its colours, and where it stands.

    Two colours for `2/3` or `1.5`; nothing for the 2 of "two data drops a year".
    """
    folded = fold(text)
    if half := _HALF.match(folded):
        low = int(half["whole"]) - 1
        return (COLOURS[low], COLOURS[low + 1]), half.start("whole"), half.end()
    if pair := _TWO.match(folded):
        one, two = _LETTERS[pair["one"]], _LETTERS[pair["two"]]
        return ((one, two) if one != two else (one,)), pair.start("one"), pair.end("two")
    if single := _SHORT.match(folded):
        if single["key"] == "a" and not re.match(
            r"a(?:$|\W*$|\s*[.,;:!)–]|\s-)", folded[single.start("key") :]
        ):
            return None
        return (_LETTERS[single["key"]],), single.start("key"), single.end()
    if own := _OWN.search(folded):
        key = "key" if own["key"] else "mine"
        return (_LETTERS[own[key]],), own.start(key), own.end(key)
    if last := _LAST.search(folded):
        return (_LETTERS[last["key"]],), last.start("key"), last.end("key")
    return None


# How far around a colour its role is looked for: more than any sentence needs.
_REACH: Final = 240


def _role(text: str, folded: str, start: int, end: int, around: Stretch) -> tuple[Role, str]:
    left = max(around.start, start - _REACH)
    right = min(len(folded), end + _REACH)
    cuts = [cut.end() for cut in _CUT.finditer(folded, left, start)]
    lead_from = max(cuts, default=left)
    while lead_from < start and folded[lead_from] == " ":
        lead_from += 1
    question = "?" in folded[around.end : around.end + 2]
    for rule, (lead, after, before, unless) in compiled():
        if (rule.cased and folded[start:end] == text[start:end]) or (
            rule.role == "asked" and not question
        ):
            continue
        source = text if rule.cased else folded
        held = _held(lead, source[lead_from:start])
        behind = _held(after, source[end:right])
        if held is None or behind is None or _held(before, source[left:start]) is None:
            continue
        if unless is not None and unless.search(source[left:start]):
            continue
        return rule.role, " ".join(f"{held}{text[start:end]}{behind}".split())
    return "said", text[start:end]


def _held(pattern: re.Pattern[str] | None, source: str) -> str | None:
    """The words that `pattern` found; nothing is asked where there is no pattern."""
    if pattern is None:
        return ""
    match = pattern.search(source)
    return match.group() if match else None
