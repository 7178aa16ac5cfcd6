"""What a note holds as evidence: six elements, found in notes as they are really typed.

source, quantity, who, when, impact, voice: a point each; up to two is thin (a
description so far), three some, more strong. What was not looked at ("no data") is
an honest absence and no source; a change for the worse is impact too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final, Literal

from mtcoach.coach.notes.elements import any_of
from mtcoach.coach.notes.elements import patterns as elements_shown
from mtcoach.coach.notes.tone import tone
from mtcoach.coach.notes.weighing import weighed
from mtcoach.coach.reading import Judgement, Strength
from mtcoach.coach.words.spelling import mended
from mtcoach.coach.words.text import fold
from mtcoach.coach.words.vocabulary import shipped
from mtcoach.questions.models import ELEMENTS, Element

Kind = Literal["data", "views", "observation"]
KINDS: Final[tuple[Kind, ...]] = ("data", "views", "observation")

_NONE_BEFORE: Final = re.compile(
    r"\b(?:no|not|nae|never|without|lack(?:ing|s)?|don'?t have|do not have|"
    r"haven'?t got|havenae|haven'?t|have not|hasn'?t|didn'?t|don'?t|dinnae|isn'?t|"
    r"aren'?t|nothing|no longer|nor|none of|zero|yet to|need(?:s)? (?:a|"
    r"an|to)|"
    r"should have|would like|will|going to|plan(?:ning)? to|hop(?:e|ing) to|"
    r"want to|intend to|could(?! (?:show|see|point|pull))|can'?t (?:really )?say)\b(?: \w+){0,3} $"
)
_NONE_AFTER: Final = re.compile(
    r"^ (?:(?:is|are|has|have|was|were)(?:n'?t| not| no| never)|isnae|arenae|"
    r"doesn'?t exist|don'?t exist|not (?:kept|done|used|in place|happening))\b"
)
_NOT_DONE: Final = re.compile(
    r"\b(?:haven'?t|havenae|hivnae|not|never|didn'?t|dinnae|don'?t) (?:looked|"
    r"checked|asked|visited|sampled|look|ask)"
)
_TIMED: Final = re.compile(
    r"(?:\d|one|two|three|four|five|ten|fifteen|twenty|thirty|forty|few|of|couple|some|many) $"
)
"""What makes minutes a length of time, and no record of a meeting."""

_HOPED: Final = re.compile(
    r"\b(?:will|would|should|could|to|aim(?:s|ing)?|hop(?:e|es|ing)|plan(?:s|"
    r"ning)?|want|intend|need|needs|must|might|expect(?:ed)?)(?: \w+){0,2} $"
)
_STAFF: Final = re.compile(
    r"\b(?:staff|teachers?|pts?|colleagues|departments?|meetings?|process|system|"
    r"moderation|paperwork|policy|practice|consistency|uptake)\b"
)
_LEARNED: Final = re.compile(
    r"\b(?:pupils?|learners?|children|kids|students?|attainment|achiev\w+|gap|"
    r"results|acel|level|levels|pass\w*|attend\w*|engage\w*|read\w*|writ\w*|"
    r"numeracy|literacy|maths|boys|girls|weans|bairns|young people|[sp][1-7]s?|"
    r"they|\d+ ?%|leavers|progress|scores?|lowest|bottom|group|cohort|simd|fsm|asn|lac|eal|"
    r"confidence|impact|difference|outcomes?|behaviour|exclusions|referrals|"
    r"destinations|n5|higher)\b"
)


def judge(note: str) -> Judgement:
    """The elements of `note`, how strong they make it, and how it speaks of practice."""
    folded = mended(fold(note))
    found = weighed(folded, by_pattern(folded))
    elements = tuple(element for element in ELEMENTS if element in found)
    return Judgement(
        elements,
        strength(len(elements)),
        _kinds(folded, found),
        tone(folded),
        tuple((element, found[element]) for element in elements),
    )


def by_pattern(folded: str) -> dict[Element, str]:
    """The elements of a folded note that the patterns find, with the words that show each."""
    found: dict[Element, str] = {}
    for element, patterns in elements_shown().items():
        words = next((w for pattern in patterns for w in _held(element, pattern, folded)), None)
        if words:
            found[element] = words
    return found


def strength(elements: int) -> Strength:
    """The strength of a note with so many of the six elements."""
    return "thin" if elements <= 2 else "some" if elements == 3 else "strong"


def _held(element: Element, pattern: re.Pattern[str], folded: str) -> Iterable[str]:
    for match in pattern.finditer(folded):
        before, after = folded[: match.start()], folded[match.end() :]
        clause = re.split(r"[.;!?\n]|, | but | however ", before)[-1]
        if element in ("source", "voice") and (
            _NONE_BEFORE.search(clause)
            or _NOT_DONE.search(match.group())
            or (element == "source" and _NONE_AFTER.match(after))
        ):
            continue
        if element == "source" and match.group().startswith("minute") and _TIMED.search(before):
            continue
        if element == "impact":
            if _HOPED.search(clause) and not re.match(r"no|not|has|have|did", match.group()):
                continue
            around = (
                re.split(r"[.;!?\n]", before)[-1] + match.group() + re.split(r"[.;!?\n]", after)[0]
            )
            if not _LEARNED.search(around) and _STAFF.search(around):
                continue
        yield match.group().strip()


def _kinds(folded: str, found: dict[Element, str]) -> tuple[Kind, ...]:
    return tuple(
        kind
        for kind in KINDS
        if any(True for pattern in _kind_patterns()[kind] for _ in _held("source", pattern, folded))
        or (kind == "views" and "voice" in found)
    )


@cache
def _kind_patterns() -> dict[Kind, tuple[re.Pattern[str], ...]]:
    known = shipped()
    extra: dict[Kind, str] = {
        "data": r"\b\d+ ?%|\b\d+ (?:out )?of (?:the |our )?\d+\b",
        "views": r"\b(?:told us|tell us|fed back|surveyed)\b",
        "observation": r"\b(?:visited|observed|saw|dropped in(?:to)?|looked at (?:\w+ )*(?:jotters|"
        r"work|folios|books)|watched)\b",
    }
    return {
        kind: (re.compile(rf"\b{any_of(known[f'sources_{kind}'])}\b"), re.compile(extra[kind]))
        for kind in KINDS
    }


_ABSENT: Final = re.compile(
    r"\b(?:no|nae|lack(?:ing)?|without|don'?t have(?: any)?|do not have(?: any)?|"
    r"haven'?t got(?: any)?|have not got(?: any)?|"
    r"havenae (?:got )?(?:any)?) (?:\w+ )?(?:data|evidence|figures|information|"
    r"info|record|records|idea|numbers|way of knowing)\b"
    r"|\b(?:haven'?t|have not|havenae|never|not|didn'?t|not yet) (?:yet |really |"
    r"actually |ever )?(?:looked|checked|asked|measured|analysed|surveyed|"
    r"evaluated|monitored|collected|gathered|recorded|tracked)\b|"
    r"\bnot (?:yet )?known\b|\b(?:don'?t|do not|dinnae) (?:know|ken|collect|"
    r"measure|track|record|keep)\b|\bcouldn'?t (?:say|tell)\b|\bunknown\b"
)


def absence(note: str) -> str:
    """The words by which a note owns that something was not looked at, or nothing."""
    match = _ABSENT.search(fold(note))
    return match.group() if match else ""


def vague(note: str) -> tuple[str, ...]:
    """The words of `note` that claim without saying how much, how often or how well."""
    folded = fold(note)
    return tuple(
        word for word in shipped()["vague"] if re.search(rf"\b{re.escape(word)}\b", folded)
    )
