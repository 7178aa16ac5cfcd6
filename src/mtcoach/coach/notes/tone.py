"""Whether a note speaks well of practice, badly, both or neither."""

from __future__ import annotations

import re
from typing import Final, Literal

Tone = Literal["positive", "negative", "mixed", "plain"]

_GOOD_WORDS: Final = (
    r"good|great|well|strong|strength|excellent|improved|improving|rose|risen|"
    r"effective|effectively|confident|clear|consistent|consistently|embedded|"
    r"positive|robust|proud|successful|all staff|always|every|brilliant|really|"
    r"works|working|better|closed|narrowed|on track|happy|pleased|helpful|secure|"
    r"thorough|up from|barry|braw|caught up|filled|solved|sorted"
)
_GOOD: Final = re.compile(rf"\b(?:{_GOOD_WORDS})\b")
_BAD: Final = re.compile(
    r"\b(?:not|no|never|nae|isn'?t|aren'?t|don'?t|dinnae|doesn'?t|haven'?t|hasn'?t|"
    r"didn'?t|can'?t|cannot|cannae|couldn'?t|patchy|inconsistent|weak|poor|poorly|"
    r"lack|lacking|gap|gaps|struggle\w*|worse|dropped|fell|fallen|declined|only|"
    r"few|behind|missing|ad hoc|variable|mixed|varies|depends|concern\w*|issue\w*|"
    r"late|unclear|hardly|barely|rarely|less|limited|fails?|failing|"
    r"difficult|onerous|bureaucratic|time[- ]consuming|nothing)\b"
)

_TROUBLE: Final = (
    r"(?:gaps?|concerns?|issues?|problems?|worr(?:y|ies)|difficult(?:y|ies)|blanks?|duplicat\w+)"
)
_MENDED: Final = (
    r"(?:filled|closed|closing|narrow\w+|fixed|sorted|solved|resolved|addressed|tackled|plugged|"
    r"mended|put right|dealt with|acted on|followed up|cleared|gone|reduced|halved)"
)
_FOUND: Final = (
    r"(?:found|spotted|identified|identify|identifies|highlight\w*|picked up|shared|raised|logged|"
    r"discussed|seen|flagged|noted|passed on|pass on|meetings?|logs?|forms?|analysis|sheets?)"
)

# Words that sound bad and are not, where they stand so; what stands for them when the
# tone is weighed, and an example.
_TURNED: Final[tuple[tuple[re.Pattern[str], str, str], ...]] = tuple(
    (re.compile(pattern), instead, example)
    for pattern, instead, example in (
        (
            rf"\b(?:no|nae|not any|without|hardly any|zero) (?:\w+ )?{_TROUBLE}\b"
            r"|\b(?:no|without) (?:doubt|exception|complaints?)\b|\bnot (?:bad|only|just)\b"
            r"|\bno bad\b",
            " good ",
            "no concerns at all",
        ),
        (rf"\b{_TROUBLE}(?: [\w']+){{0,4}} {_MENDED}\b", " good ", "gap found and filled in May"),
        (
            rf"\b{_MENDED}(?: (?:the|a|any|all|our|most|these|those|every|of|\w+ing)){{0,3}} "
            rf"{_TROUBLE}\b",
            " good ",
            "we closed the gap",
        ),
        (
            rf"\b{_TROUBLE}(?: (?:are|is|were|was|get|gets|we|that|quickly|early|all))* {_FOUND}\b"
            rf"|\b{_FOUND} (?:the |any |all |some |our |those )?{_TROUBLE}\b|\bgap analysis\b",
            " ",
            "concerns are raised at the Monday meeting",
        ),
        (
            r"\b(?:we|they|i|staff|school|slt|and|have|has|had|been|was|were|just|then|also|it) "
            r"(?:then |have |had |all |just |also |since )?(?:dropped|cut|lost|ditched|binned|"
            r"stopped|scrapped) (?:using |doing |the|a|an|our|one|two|all|it|them|that|this|what|"
            r"some|any|half)\b|\b(?:was|were|been|got) dropped\b|\bdropped (?:in|into|by|off) "
            r"(?:on|to|at|the|a|for)\b",
            " ",
            "we dropped the weekly grid",
        ),
        (
            r"\b(?:incidents?|exclusions|referrals|absences?|late-?coming|lateness|blanks|errors|"
            r"fails|workload|hours|complaints|gaps?)(?: \w+){0,3} (?:dropped|fell|fallen|declined|"
            r"down|halved|reduced|less|fewer)\b|\b(?:fewer|less|reduced|halved|fall in|drop in) "
            r"(?:\w+ )?(?:incidents?|exclusions|referrals|absences?|paperwork|workload|blanks|"
            r"errors|complaints|duplication|time|work|bureaucracy)\b",
            " good ",
            "exclusions have dropped; less paperwork",
        ),
        (
            r"\ba few\b|\bquite a few\b|\bat (?:the )?latest\b|\bnothing (?:but praise|but good|"
            r"is missed|gets missed|slips)\b|\bno(?:body|one|t one|t a one)? (?:is |gets |are )?"
            r"(?:left behind|missed|forgotten|overlooked|falls? behind)\b|\bno longer (?:behind|"
            r"struggl\w+|an issue|a problem|late|missing)\b|\bif (?:not|no)\b",
            " good ",
            "nobody is left behind",
        ),
        (r"\b(?:no|not) good\b", " not ", "no good"),
    )
)
_NEGATED: Final = re.compile(
    r"\b(?:not|no|never|n't|isn'?t|aren'?t|don'?t|doesn'?t|hasn'?t|haven'?t|"
    rf"nae)(?: \w+){{0,2}} (?:{_GOOD_WORDS})\b"
)


def tone(folded: str) -> Tone:
    """The tone of a folded note."""
    heard = folded
    for pattern, instead, _ in _TURNED:
        heard = pattern.sub(instead, heard)
    lowered = _NEGATED.sub(" not ", heard)
    good, bad = bool(_GOOD.search(lowered)), bool(_BAD.search(lowered))
    if good and bad:
        return "mixed"
    return "positive" if good else "negative" if bad else "plain"
