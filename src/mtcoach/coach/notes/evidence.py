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
    r"aren'?t|nothing (?:in|on)|no longer|nor|none of|zero|yet to|need(?:s)? (?:a|"
    r"an|to)|"
    r"should have|would like|will|going to|plan(?:ning)? to|hop(?:e|ing) to|"
    r"want to|intend to|could)\b(?: \w+){0,3} $"
)
_NONE_AFTER: Final = re.compile(
    r"^ (?:(?:is|are|has|have|was|were)(?:n'?t| not| no| never)|isnae|arenae|"
    r"doesn'?t exist|don'?t exist|not (?:kept|done|used|in place|happening))\b"
)
_NOT_DONE: Final = re.compile(
    r"\b(?:haven'?t|havenae|hivnae|not|never|didn'?t|dinnae|don'?t) (?:looked|"
    r"checked|asked|visited|sampled|look|ask)"
)
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
    found: dict[Element, str] = {}
    for element, patterns in elements_shown().items():
        words = next((w for pattern in patterns for w in _held(element, pattern, folded)), None)
        if words:
            found[element] = words
    elements = tuple(element for element in ELEMENTS if element in found)
    return Judgement(
        elements,
        strength(len(elements)),
        _kinds(folded, found),
        _tone(folded),
        tuple((element, found[element]) for element in elements),
    )


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
        if element == "impact":
            if _HOPED.search(clause) and not re.match(r"no|not|has|have|did", match.group()):
                continue
            around = (
                re.split(r"[.;!?\n]", before)[-1] + match.group() + re.split(r"[.;!?\n]", after)[0]
            )
            if not _LEARNED.search(around):
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


_GOOD: Final = re.compile(
    r"\b(?:good|great|well|strong|strength|excellent|improved|improving|rose|risen|"
    r"effective|effectively|confident|clear|consistent|consistently|embedded|"
    r"positive|robust|proud|successful|all staff|always|every|brilliant|really|"
    r"works|working|better|closed|narrowed|on track|happy|pleased|helpful|secure|"
    r"thorough|up from|barry|braw)\b"
)
_BAD: Final = re.compile(
    r"\b(?:not|no|never|nae|isn'?t|aren'?t|don'?t|dinnae|doesn'?t|haven'?t|hasn'?t|"
    r"didn'?t|can'?t|cannot|cannae|couldn'?t|patchy|inconsistent|weak|poor|poorly|"
    r"lack|lacking|gap|gaps|struggle\w*|worse|dropped|fell|fallen|declined|only|"
    r"few|behind|missing|ad hoc|variable|mixed|varies|depends|concern\w*|issue\w*|"
    r"late|unclear|hardly|barely|rarely|less|limited|behind|fails?|failing|"
    r"difficult|onerous|bureaucratic|time[- ]consuming|nothing)\b"
)
_TURNED: Final = re.compile(
    r"\b(?:no|not) (?:concerns?|issues?|problems?|doubt|just|only|bad|exception|"
    r"gaps?|complaints?)\b|\bwithout exception\b|\b(?:gap|gaps) (?:closed|narrowed|"
    r"closing|narrowing)\b|\bhighlights? concerns?\b|\bidentif\w+ gaps?\b|"
    r"\bconcerns? (?:meeting|log|form)s?\b|\b(?:no|not) good\b"
)


def _tone(folded: str) -> Literal["positive", "negative", "mixed", "plain"]:
    turned = len(
        re.findall(
            r"\b(?:no|not) (?:concerns?|issues?|problems?|doubt|bad|exception|gaps?|complaints?)\b",
            folded,
        )
    )
    unflagged = _TURNED.sub(" ", folded)
    negated = re.compile(
        r"\b(?:not|no|never|n't|isn'?t|aren'?t|don'?t|doesn'?t|hasn'?t|haven'?t|"
        r"nae)(?: \w+){0,2} (?:" + _GOOD.pattern[5:-3] + r")\b"
    )
    lowered = negated.sub(" not ", unflagged)
    good = len(_GOOD.findall(lowered)) + turned
    bad = len(_BAD.findall(lowered))
    if good and bad:
        return "mixed"
    return "positive" if good else "negative" if bad else "plain"


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
