"""What a note holds as evidence: six elements, found in notes as they are really typed.

source, quantity, who, when, impact, voice: a point each; up to two is thin (a
description so far), three some, more strong. What was not looked at ("no data") is
an honest absence and no source; a change for the worse is impact too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final, Literal

from mtcoach.coach.reading import Judgement, Strength
from mtcoach.coach.spelling import mended
from mtcoach.coach.text import fold
from mtcoach.coach.vocabulary import shipped
from mtcoach.questions.models import ELEMENTS, Element

Kind = Literal["data", "views", "observation"]
KINDS: Final[tuple[Kind, ...]] = ("data", "views", "observation")

_NUMBER_WORD: Final = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|sixteen|eighteen|twenty|thirty|forty|fifty|"
    "sixty|seventy|eighty|ninety|a hundred|one hundred|twa|a dozen|half a dozen|a couple of|both"
)
_MONTH: Final = "january|february|march|april|june|july|august|september|october|november|december|jan|feb|apr|jun|jul|aug|sept|sep|oct|nov|dec"
_SAY: Final = (
    r"(?:say|says|said|saying|tell|tells|told|telling|report|reports|reported|feel|feels|felt|think|thinks|thought|comment|comments|commented|"
    r"ask|asked for|asking|describe|described|explain|explained|know|knew|understand|like|liked|mention|mentioned|complain|complained|want|wanted|"
    r"value|valued|agree|agreed|disagree|disagreed|respond|responded|rated|voted|appreciate|appreciated|found|find|spoke|speak|talk|talked|can talk|"
    r"can (?:say|explain|describe|tell|name|articulate|talk)|couldn'?t (?:say|explain|describe|tell|name|articulate)|could (?:say|explain|describe|tell|name|articulate)|"
    r"cannot|can'?t (?:say|explain|describe|tell|name|articulate)|didn'?t know|don'?t know|weren'?t sure|are unsure|were unsure|unaware|raised|highlighted|fed back|feed back|aren'?t sure|reckon|reckoned|identified|discuss|articulate|shared)"
)


def _any(entries: Iterable[str]) -> str:
    """One pattern for any of `entries`, the longest first, each also in a plural."""
    ordered = sorted(set(entries), key=len, reverse=True)
    return (
        "(?:"
        + "|".join(re.escape(word).replace(r"\ ", r"[ -]") for word in ordered)
        + r")(?:s|es)?"
    )


@cache
def _patterns() -> dict[Element, tuple[re.Pattern[str], ...]]:
    known = shipped()
    learners, carers, counted = (_any(known[n]) for n in ("learners", "carers", "counted"))
    stages, subjects, groups = (_any(known[n]) for n in ("stages", "subjects", "groups"))
    stage = r"(?:[sp][1-7](?:[sx]|'s|-?[ab])?|(?:primary|year|yr) \d|nat ?\d|n[345])"
    people = rf"(?:{learners}|{carers}|{stage}(?: (?:{learners}))?|leavers|they)"
    sources = _any((*known["sources_data"], *known["sources_views"], *known["sources_observation"]))
    table: dict[Element, tuple[str, ...]] = {
        "source": (
            rf"\b{sources}\b",
            r"\b(?:i|we|pts?|dhts?|hts?|slt|smt|qios?) (?:\w+ )?(?:visited|observed|sampled|looked at|checked|saw|dropped in(?:to)?|walked|compared|reviewed|analysed|moderated|surveyed|interviewed|spoke (?:to|with)|asked)\b",
            r"\b(?:recorded|logged|kept|held|stored|minuted|noted|saved|filed|written up|written down|uploaded|documented|evidenced) (?:in|on|at|by|under|within|to)\b",
            r"\b(?:see|refer to|it'?s in|all in|is in|are in|in) (?:the |our )?(?:qip|sip|s&q|sqr|handbook|policy|minutes|appendix|attached|folder|drive)\b",
        ),
        "quantity": (
            r"(?<!lowest )(?<!bottom )(?<!top )\b\d+(?:\.\d+)? ?(?:%|per ?cent|percent|pc\b|pp\b|percentage points?|points?\b)",
            rf"\b(?:\d+|{_NUMBER_WORD}|one|none) (?:out )?(?:of|oot o|frae|in every|in) (?:the |our |all |these |those |every )*(?:\d+|{_NUMBER_WORD})\b(?! (?:january|terms?|weeks?|years?|minutes|hours|months|days))",
            r"(?<![\d/.])\d{1,3} ?/ ?\d{1,3}(?![\d/])(?! ?(?:20)?\d\d\b)",
            rf"\b(?<![/.\d-])(?!(?:19|20)\d\d\b)(?:\d{{1,4}}|{_NUMBER_WORD})(?:\+| or more| plus)? (?!(?:times|weeks?|terms?|years?|days?|months?|minutes|hours|periods?|january)\b)(?:[\w'&/-]+ ){{0,2}}?{counted}\b",
            rf"\b(?:almost all|nearly all|virtually all|most|majority|the majority|vast majority|less than half|more than half|over half|under half|half|about half|around half|two[- ]thirds|a third|one third|three[- ]quarters|a quarter|a fifth|very few|hardly any|none|no)(?: (?:of|o'))?(?: (?:the|our|these|those|all))? (?:[\w'&/-]+ ){{0,2}}?(?:{counted}|{learners}|them|us|s[1-6]|p[1-7])\b",
            r"\b(?:from|frae) (?:about |around |just )?\d+(?:\.\d+)? ?%? ?(?:to|tae|up to|down to|->|–) ?(?:about |around |just )?\d+",
            r"\bn ?= ?\d+", r"\b(?:\d+|one) (?:in|oot o) (?:\d+|three|four|five|six|ten|twenty)\b",
            r"\b(?:up|down|rose|fell|increased|dropped|increase|decrease)(?: by)? (?:from )?\d+",
        ),
        "who": (
            r"\b[sp][1-7](?:[sx]|'s|[a-d])?\b(?! ?%)", r"\b(?:primary|secondary|pr|year|yr) ?[1-7]s?\b",
            rf"\b{stages}\b", rf"\b{subjects}\b", rf"\b{groups}\b",
        ),
        "when": (
            rf"\b(?:{_MONTH})\b(?! (?:be|have|not))", r"\b(?:in|by|since|last|this|early|late|mid|each|every|until|from|end of|before|of) may\b|\bmay (?:20)?\d\d\b",
            r"\b(?:19|20)\d\d(?: ?[-/–] ?(?:20)?\d\d)?\b", r"\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b", r"\b\d\d/\d\d\b(?= session| year| data)",
            r"\b(?:last|this|past|previous|each|every|per|next|a|once a|twice a|times a|times per|the whole|end of|start of|beginning of|mid|during|within a|in one|throughout the|over the)[ -](?:\w+ )?(?:academic |school |calendar )?(?:year|session|term|month|week|fortnight|day|half[- ]term|summer|winter|spring|autumn|easter|christmas|block|friday|monday|tuesday|wednesday|thursday|night|inset|in-service)s?\b",
            r"\b(?:termly|weekly|monthly|yearly|annually|annual|fortnightly|daily|quarterly|half[- ]termly|half[- ]yearly|biannually|bi-annually|six[- ]weekly|6[- ]weekly|four[- ]weekly|bi-?weekly|twice[- ]yearly|termlie)\b",
            rf"\b(?:\d+|{_NUMBER_WORD}|once|twice|a few|several|couple of) (?:times )?(?:a|per|each|every|in the|in a|this|last|over the) (?:year|term|session|month|week)\b",
            rf"\bevery (?:\d+|{_NUMBER_WORD}|few|couple of|second|third|other)[ -](?:weeks?|months?|terms?|days?|years?)\b",
            rf"\b(?:\d+|{_NUMBER_WORD}|a|one|few|couple of|the last|over|past) (?:years?|months?|weeks?|terms?|sessions?|days?) ?(?:ago|back|before|running|now|in a row|period)?\b",
            r"\b(?:term|block|phase|cycle|sem(?:ester)?) ?[1-4]\b", r"\b(?:easter|christmas|xmas|summer|autumn|spring|october break|winter|new year|halloween|hogmanay)\b",
            r"\b(?:yesterday|last night|the other day|in-?service|inset)\b", r"\bat (?:the )?(?:start|end|beginning) of\b", r"\b(?:since|from) (?:the )?(?:start|summer|lockdown|covid|inspection)\b",
            r"\bthree tracking periods\b|\b(?:\d|two|three|four|five) tracking (?:periods|points|windows|updates|reports)\b",
        ),
        "impact": (
            r"(?<!to )(?<!tae )(?<!and )\b(?:improved|improving|improves|increased|increasing|risen|rose|rising|raised|grew|grown|gained|closed|closing|narrowed|narrowing|narrower|widened|widening|reduced|reducing|dropped|fallen|fell|falling|declined|declining|dipped|doubled|halved|caught up|catching up|accelerated|boosted|jumped|climbed|levelled|plateaued|stalled|slipped|gone (?:up|down|backwards)|went (?:up|down|backwards)|going (?:up|down)|moved (?:up|on|from|down)|up from|down from|up by|down by|up \d+|down \d+|got (?:better|worse)|getting (?:better|worse))\b(?! (?:to|the) (?:improve|agenda))",
            r"\b(?:is|are|was|were|now|attainment|scores?|figures?|results|passes|attendance|levels?|gap|acel|literacy|numeracy|reading|writing|maths) (?:is |are |was |were |now |still |well |way |right )*(?:up|down|doon|higher|lower|better|worse|smaller|wider|narrower|flat|static|stuck|above|below|behind)\b",
            r"\b(?:as a result|resulted in|resulting in|led to|leads to|leading to|has meant|have meant|meant that|meaning that|which means|because of (?:this|that|it)|so that they|so they now|so (?:pupils|learners|children|they|kids) (?:now|are|can|have|get)|thanks to|impact(?:ed)? on|consequently|made (?:a|the|no|little|any|some) (?:real |big |huge |positive |measurable |clear |visible )?difference|making (?:a|no|little) difference)\b",
            r"\b(?:no|little|any|limited|minimal|nae|not (?:seen|had|made) (?:any|an|much|a)|not yet (?:seen|had)|haven'?t seen(?: any| an| much)?|havenae seen(?: any)?|didn'?t see(?: any| an| much)?|can'?t see(?: any| an| much)?|hasn'?t had(?: any| an| much)?) (?:\w+ )?(?:impact|difference|change|improvement|effect|movement|progress|gain|shift)\b",
            r"\b(?:was|were) \d+ ?%|\bnothing (?:has |had |much )?(?:really )?(?:changed|improved|moved|shifted)\b", r"\b(?:hasn'?t|haven'?t|has not|have not|didn'?t|did not|not|never|hasnae|havenae|didnae|isn'?t|aren'?t)(?: \w+)? (?:changed|moved|improved|shifted|made|helped|worked|budged|making|impacted|risen|closed|increased)\b",
            rf"\b(?:more|fewer|less|higher|lower|better|mair) (?:of (?:the|our) )?(?:[\w'-]+ )?(?:{learners}|passes|referrals|exclusions|absence|leavers|a-c|as\b|attendance|attainment|engagement|confidence)\b",
            rf"\b(?:{learners}|{stage}|they|who|boys|girls|all|most|\d+|\d+%) (?:\w+ )?(?:now |are |were |have |had |then |all |also |has |since |went on to |subsequently )*(?:achieved|achieving|attained|attaining|passed|passing|on track|back on track|moved|progressed|made (?:\w+ )?progress|caught up|reached|secured|gained|more confident|more engaged|more independent|more aware|behind|failing|failed|struggling|slipping|missed|missing out|underachieving|falling|able to|overtook|met (?:their|the) targets?|exceeded|stayed on|attending)\b",
            r"\b(?:difference (?:it|this) (?:has |'s )?made|progress made|value added|added value|gap (?:has |is |was |had )?(?:been |now )?(?:closed|closing|narrow\w*|reduced|smaller|the same|widen\w*|bigger|still)|still (?:behind|the same|below|low|stuck|slipping|missed|a gap)|same as (?:last|before)|no further on|not moved on|back on track|turned (?:it|things) around)\b",
        ),
        "voice": (
            rf"\b{people}(?: were| i)? (?:[\w'-]+ ){{0,3}}?(?:{_SAY}|asked)\b",
            rf"\b(?:asked|asking|spoke to|spoke with|spoken to|speaking to|talked to|talking to|interviewed|surveyed|chatted to|consulted|heard from|listened to|polled|quizzed|questioned) (?:with )?(?:[\w'-]+ ){{0,4}}?{people}\b",
            rf"\b(?:feedback|comments?|views?|responses?|quotes?|replies|voice|complaints?|praise|survey|questionnaire|evaluations?|focus groups?|interviews?) (?:from|of|by|with|for|collected from) (?:[\w'-]+ ){{0,3}}?{people}\b",
            rf"\b(?:{learners}|{carers}|{stage})(?:'s?|s')? (?:and (?:{carers}|{learners}) )?(?:voice|views?|feedback|focus groups?|surveys?|council|questionnaires?|comments?|interviews?|evaluations?|forum|conversations?|responses?|quotes?|poll|opinions?)\b",
            r"\b(?:focus groups?|learning conversations?|pupil council|learner voice|pupil voice|parent council|parents'? (?:night|evening) (?:feedback|survey|evaluations?|comments)|learner conversations?|pupilwise)\b",
            rf"\b(?:according to|in the words of|as told by) (?:\w+ ){{0,2}}{people}\b",
            r"\b(?:one|a|an) (?:[sp][1-7] )?(?:pupil|learner|parent|mum|dad|carer|child|girl|boy|lad|lassie)(?: \w+)? (?:said|told|wrote|asked|put it|commented|described)\b",
        ),
    }  # fmt: skip
    return {element: tuple(re.compile(p) for p in ps) for element, ps in table.items()}


_NONE_BEFORE: Final = re.compile(
    r"\b(?:no|not|nae|never|without|lack(?:ing|s)?|don'?t have|do not have|haven'?t got|havenae|haven'?t|have not|hasn'?t|didn'?t|don'?t|dinnae|isn'?t|aren'?t|nothing (?:in|on)|no longer|nor|none of|zero|yet to|need(?:s)? (?:a|an|to)|"
    r"should have|would like|will|going to|plan(?:ning)? to|hop(?:e|ing) to|want to|intend to|could)\b(?: \w+){0,3} $"
)
_NONE_AFTER: Final = re.compile(
    r"^ (?:(?:is|are|has|have|was|were)(?:n'?t| not| no| never)|isnae|arenae|doesn'?t exist|don'?t exist|not (?:kept|done|used|in place|happening))\b"
)
_NOT_DONE: Final = re.compile(
    r"\b(?:haven'?t|havenae|hivnae|not|never|didn'?t|dinnae|don'?t) (?:looked|checked|asked|visited|sampled|look|ask)"
)
_HOPED: Final = re.compile(
    r"\b(?:will|would|should|could|to|aim(?:s|ing)?|hop(?:e|es|ing)|plan(?:s|ning)?|want|intend|need|needs|must|might|expect(?:ed)?)(?: \w+){0,2} $"
)
_STAFF: Final = re.compile(
    r"\b(?:staff|teachers?|pts?|colleagues|departments?|meetings?|process|system|moderation|paperwork|policy|practice|consistency|uptake)\b"
)
_LEARNED: Final = re.compile(
    r"\b(?:pupils?|learners?|children|kids|students?|attainment|achiev\w+|gap|results|acel|level|levels|pass\w*|attend\w*|engage\w*|read\w*|writ\w*|numeracy|literacy|maths|boys|girls|weans|bairns|young people|[sp][1-7]s?|they|\d+ ?%|leavers|progress|scores?|lowest|bottom|simd|fsm|asn|lac|eal|confidence|impact|difference|outcomes?|behaviour|exclusions|referrals|destinations|n5|higher)\b"
)


def judge(note: str) -> Judgement:
    """The elements of `note`, how strong they make it, and how it speaks of practice."""
    folded = mended(fold(note))
    found: dict[Element, str] = {}
    for element, patterns in _patterns().items():
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
        "observation": r"\b(?:visited|observed|saw|dropped in(?:to)?|looked at (?:\w+ )*(?:jotters|work|folios|books)|watched)\b",
    }
    return {
        kind: (re.compile(rf"\b{_any(known[f'sources_{kind}'])}\b"), re.compile(extra[kind]))
        for kind in KINDS
    }


_GOOD: Final = re.compile(
    r"\b(?:good|great|well|strong|strength|excellent|improved|improving|rose|risen|effective|effectively|confident|clear|consistent|consistently|embedded|positive|robust|proud|successful|all staff|always|every|brilliant|really|works|working|better|closed|narrowed|on track|happy|pleased|helpful|secure|thorough|up from|barry|braw)\b"
)
_BAD: Final = re.compile(
    r"\b(?:not|no|never|nae|isn'?t|aren'?t|don'?t|dinnae|doesn'?t|haven'?t|hasn'?t|didn'?t|can'?t|cannot|cannae|couldn'?t|patchy|inconsistent|weak|poor|poorly|lack|lacking|gap|gaps|struggle\w*|worse|dropped|fell|fallen|declined|only|few|behind|missing|ad hoc|variable|mixed|varies|depends|concern\w*|issue\w*|late|unclear|hardly|barely|rarely|less|limited|behind|fails?|failing|difficult|onerous|bureaucratic|time[- ]consuming|nothing)\b"
)
_TURNED: Final = re.compile(
    r"\b(?:no|not) (?:concerns?|issues?|problems?|doubt|just|only|bad|exception|gaps?|complaints?)\b|\bwithout exception\b|\b(?:gap|gaps) (?:closed|narrowed|closing|narrowing)\b|\bhighlights? concerns?\b|\bidentif\w+ gaps?\b|\bconcerns? (?:meeting|log|form)s?\b|\b(?:no|not) good\b"
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
        r"\b(?:not|no|never|n't|isn'?t|aren'?t|don'?t|doesn'?t|hasn'?t|haven'?t|nae)(?: \w+){0,2} (?:"
        + _GOOD.pattern[5:-3]
        + r")\b"
    )
    lowered = negated.sub(" not ", unflagged)
    good = len(_GOOD.findall(lowered)) + turned
    bad = len(_BAD.findall(lowered))
    if good and bad:
        return "mixed"
    return "positive" if good else "negative" if bad else "plain"


_ABSENT: Final = re.compile(
    r"\b(?:no|nae|lack(?:ing)?|without|don'?t have(?: any)?|do not have(?: any)?|haven'?t got(?: any)?|have not got(?: any)?|havenae (?:got )?(?:any)?) (?:\w+ )?(?:data|evidence|figures|information|info|record|records|idea|numbers|way of knowing)\b"
    r"|\b(?:haven'?t|have not|havenae|never|not|didn'?t|not yet) (?:yet |really |actually |ever )?(?:looked|checked|asked|measured|analysed|surveyed|evaluated|monitored|collected|gathered|recorded|tracked)\b|\bnot (?:yet )?known\b|\b(?:don'?t|do not|dinnae) (?:know|ken|collect|measure|track|record|keep)\b|\bcouldn'?t (?:say|tell)\b|\bunknown\b"
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


__all__: Sequence[str] = ("absence", "judge", "strength", "vague")
