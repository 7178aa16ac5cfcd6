"""The words that show an element of evidence, as a table over the vocabulary."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from mtcoach.coach.words.vocabulary import shipped
from mtcoach.questions.models import Element

_NUMBER_WORD: Final = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|sixteen|"
    "eighteen|twenty|thirty|forty|fifty|"
    "sixty|seventy|eighty|ninety|a hundred|one hundred|twa|a dozen|half a dozen|a couple of|both"
)
_MONTH: Final = (
    "january|february|march|april|june|july|august|september|october|november|"
    "december|jan|feb|apr|jun|jul|aug|sept|sep|oct|nov|dec"
)
_SAY: Final = (
    r"(?:say|says|said|saying|tell|tells|told|telling|report|reports|reported|feel|"
    r"feels|felt|think|thinks|thought|comment|comments|commented|"
    r"ask|asked for|asking|describe|described|explain|explained|know|knew|"
    r"understand|like|liked|mention|mentioned|complain|complained|want|wanted|"
    r"value|valued|agree|agreed|disagree|disagreed|respond|responded|rated|voted|"
    r"appreciate|appreciated|found|find|spoke|speak|talk|talked|can talk|"
    r"can (?:say|explain|describe|tell|name|articulate|talk)|couldn'?t (?:say|"
    r"explain|describe|tell|name|articulate)|could (?:say|explain|describe|tell|"
    r"name|articulate)|"
    r"cannot|can'?t (?:say|explain|describe|tell|name|articulate)|didn'?t know|"
    r"don'?t know|weren'?t sure|are unsure|were unsure|unaware|raised|highlighted|"
    r"fed back|feed back|aren'?t sure|reckon|reckoned|identified|discuss|"
    r"articulate|shared)"
)


def any_of(entries: Iterable[str]) -> str:
    """One pattern for any of `entries`, the longest first, each also in a plural."""
    ordered = sorted(set(entries), key=len, reverse=True)
    return (
        "(?:"
        + "|".join(re.escape(word).replace(r"\ ", r"[ -]") for word in ordered)
        + r")(?:s|es)?"
    )


@cache
def patterns() -> dict[Element, tuple[re.Pattern[str], ...]]:
    """For each element, the patterns that show it in a folded note."""
    known = shipped()
    learners, carers, counted = (any_of(known[n]) for n in ("learners", "carers", "counted"))
    stages, subjects, groups = (any_of(known[n]) for n in ("stages", "subjects", "groups"))
    stage = r"(?:[sp][1-7](?:[sx]|'s|-?[ab])?|(?:primary|year|yr) \d|nat ?\d|n[345])"
    people = rf"(?:{learners}|{carers}|{stage}(?: (?:{learners}))?|leavers|they)"
    sources = any_of(
        (*known["sources_data"], *known["sources_views"], *known["sources_observation"])
    )
    table: dict[Element, tuple[str, ...]] = {
        "source": (
            rf"\b{sources}\b",
            r"\b(?:i|we|pts?|dhts?|hts?|slt|smt|qios?) (?:\w+ )?(?:visited|observed|"
            r"sampled|looked at|checked|saw|dropped in(?:to)?|walked|compared|reviewed|"
            r"analysed|moderated|surveyed|interviewed|spoke (?:to|with)|asked)\b",
            r"\b(?:recorded|logged|kept|held|stored|minuted|noted|saved|filed|written up|"
            r"written down|uploaded|documented|evidenced) (?:in|on|at|by|under|within|to)\b",
            r"\b(?:see|refer to|it'?s in|all in|is in|are in|in) (?:the |our )?(?:qip|sip|"
            r"s&q|sqr|handbook|policy|minutes|appendix|attached|folder|drive)\b",
        ),
        "quantity": (
            r"(?<!lowest )(?<!bottom )(?<!top )\b\d+(?:\.\d+)? ?(?:%|per ?cent|percent|"
            r"pc\b|pp\b|percentage points?|points?\b)",
            rf"\b(?:\d+|{_NUMBER_WORD}|one|none) (?:out )?(?:of|oot o|frae|in every|"
            rf"in) (?:the |our |all |these |those |every )*(?:\d+|"
            rf"{_NUMBER_WORD})\b(?! (?:january|terms?|weeks?|years?|minutes|hours|months|"
            rf"days))",
            r"(?<![\d/.])\d{1,3} ?/ ?\d{1,3}(?![\d/])(?! ?(?:20)?\d\d\b)",
            rf"\b(?<![/.\d-])(?!(?:19|20)\d\d\b)(?:\d{{1,4}}|{_NUMBER_WORD})(?:\+| or more|"
            rf" plus)? (?!(?:times|weeks?|terms?|years?|days?|months?|minutes|hours|"
            rf"periods?|january)\b)(?:[\w'&/-]+ ){{0,2}}?{counted}\b",
            rf"\b(?:almost all|nearly all|virtually all|most|majority|the majority|"
            rf"vast majority|less than half|more than half|over half|under half|half|"
            rf"about half|around half|two[- ]thirds|a third|one third|three[- ]quarters|"
            rf"a quarter|a fifth|very few|hardly any|none|no)(?: (?:of|o'))?(?: (?:the|our|"
            rf"these|those|all))? (?:[\w'&/-]+ ){{0,2}}?(?:{counted}|{learners}|them|us|"
            rf"s[1-6]|p[1-7])\b",
            r"\b(?:from|frae) (?:about |around |just )?\d+(?:\.\d+)? ?%? ?(?:to|tae|up to|"
            r"down to|->|–) ?(?:about |around |just )?\d+",
            r"\bn ?= ?\d+",
            r"\b(?:\d+|one) (?:in|oot o) (?:\d+|three|four|five|six|ten|twenty)\b",
            r"\b(?:up|down|rose|fell|increased|dropped|increase|decrease)(?: by)? (?:from )?\d+",
        ),
        "who": (
            r"\b[sp][1-7](?:[sx]|'s|[a-d])?\b(?! ?%)",
            r"\b(?:primary|secondary|pr|year|yr) ?[1-7]s?\b",
            rf"(?<!['\w]){stages}\b",
            rf"(?<!['\w]){subjects}\b",
            rf"\b{groups}\b",
        ),
        "when": (
            rf"\b(?:{_MONTH})\b(?! (?:be|have|not))",
            r"\b(?:in|by|since|last|this|early|late|mid|each|every|until|from|end of|"
            r"before|of) may\b|\bmay (?:20)?\d\d\b",
            r"\b(?:19|20)\d\d(?: ?[-/–] ?(?:20)?\d\d)?\b",
            r"\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b",
            r"\b\d\d/\d\d\b(?= session| year| data)",
            r"\b(?:last|this|past|previous|each|every|per|next|a|once a|twice a|times a|"
            r"times per|the whole|end of|start of|beginning of|mid|during|within a|in one|"
            r"throughout the|over the)[ -](?:\w+ )?(?:academic |school |calendar )?(?:year|"
            r"session|term|month|week|fortnight|day|half[- ]term|summer|winter|spring|"
            r"autumn|easter|christmas|block|friday|monday|tuesday|wednesday|thursday|night|"
            r"inset|in-service)s?\b",
            r"\b(?:termly|weekly|monthly|yearly|annually|annual|fortnightly|daily|"
            r"quarterly|half[- ]termly|half[- ]yearly|biannually|bi-annually|six[- ]weekly|"
            r"6[- ]weekly|four[- ]weekly|bi-?weekly|twice[- ]yearly|termlie)\b",
            rf"\b(?:\d+|{_NUMBER_WORD}|once|twice|a few|several|couple of) (?:times )?(?:a|"
            rf"per|each|every|in the|in a|this|last|over the) (?:year|term|session|month|"
            rf"week)\b",
            rf"\bevery (?:\d+|{_NUMBER_WORD}|few|couple of|second|third|"
            rf"other)[ -](?:weeks?|months?|terms?|days?|years?)\b",
            rf"\b(?:\d+|{_NUMBER_WORD}|a|one|few|couple of|the last|over|past) (?:years?|"
            rf"months?|weeks?|terms?|sessions?|days?) ?(?:ago|back|before|running|now|"
            rf"in a row|period)?\b",
            r"\b(?:term|block|phase|cycle|sem(?:ester)?) ?[1-4]\b",
            r"\b(?:easter|christmas|xmas|summer|autumn|spring|october break|winter|"
            r"new year|halloween|hogmanay)\b",
            r"\b(?:yesterday|last night|the other day|in-?service|inset)\b",
            r"\bat (?:the )?(?:start|end|beginning) of\b",
            r"\b(?:since|from) (?:the )?(?:start|summer|lockdown|covid|inspection)\b",
            r"\bthree tracking periods\b|\b(?:\d|two|three|four|five) tracking (?:periods|"
            r"points|windows|updates|reports)\b",
        ),
        "impact": (
            r"(?<!to )(?<!tae )(?<!and )\b(?:improved|improving|improves|increased|"
            r"increasing|risen|rose|rising|raised|grew|grown|gained|closed|closing|"
            r"narrowed|narrowing|narrower|widened|widening|reduced|reducing|dropped|fallen|"
            r"fell|falling|declined|declining|dipped|doubled|halved|caught up|catching up|"
            r"accelerated|boosted|jumped|climbed|levelled|plateaued|stalled|slipped|"
            r"gone (?:up|down|backwards)|went (?:up|down|backwards)|going (?:up|down)|"
            r"moved (?:up|on|from|down)|up from|down from|up by|down by|up \d+|down \d+|"
            r"got (?:better|worse)|getting (?:better|worse))\b(?! (?:to|the) (?:improve|"
            r"agenda))",
            r"\b(?:is|are|was|were|now|attainment|scores?|figures?|results|passes|"
            r"attendance|levels?|gap|acel|literacy|numeracy|reading|writing|maths) (?:is |"
            r"are |was |were |now |still |well |way |right )*(?:up|down|doon|higher|lower|"
            r"better|worse|smaller|wider|narrower|flat|static|stuck|above|below|behind)\b",
            r"\b(?:as a result|resulted in|resulting in|led to|leads to|leading to|"
            r"has meant|have meant|meant that|meaning that|which means|because of (?:this|"
            r"that|it)|so that they|so they now|so (?:pupils|learners|children|they|"
            r"kids) (?:now|are|can|have|get)|thanks to|impact(?:ed)? on|consequently|"
            r"made (?:a|the|no|little|any|some) (?:real |big |huge |positive |measurable |"
            r"clear |visible )?difference|making (?:a|no|little) difference)\b",
            r"\b(?:no|little|any|limited|minimal|nae|not (?:seen|had|made) (?:any|an|much|"
            r"a)|not yet (?:seen|had)|haven'?t seen(?: any| an| much)?|"
            r"havenae seen(?: any)?|didn'?t see(?: any| an| much)?|can'?t see(?: any| an|"
            r" much)?|hasn'?t had(?: any| an| much)?) (?:\w+ )?(?:impact|difference|change|"
            r"improvement|effect|movement|progress|gain|shift)\b",
            r"\b(?:was|were) \d+ ?%|\bnothing (?:has |had |much )?(?:really )?(?:changed|"
            r"improved|moved|shifted)\b",
            r"\b(?:hasn'?t|haven'?t|has not|have not|didn'?t|did not|not|never|hasnae|"
            r"havenae|didnae|isn'?t|aren'?t)(?: \w+)? (?:changed|moved|improved|shifted|"
            r"made|helped|worked|budged|making|impacted|risen|closed|increased)\b",
            rf"\b(?:more|fewer|less|higher|lower|better|mair) (?:of (?:the|"
            rf"our) )?(?:[\w'-]+ )?(?:{learners}|passes|referrals|exclusions|absence|"
            rf"leavers|a-c|as\b|attendance|attainment|engagement|confidence)\b",
            rf"\b(?:{learners}|{stage}|they|who|boys|girls|all|most|\d+|"
            rf"\d+%) (?:\w+ )?(?:now |are |were |have |had |then |all |also |has |since |"
            rf"went on to |subsequently )*(?:achieved|achieving|attained|attaining|passed|"
            rf"passing|on track|back on track|moved|progressed|made (?:\w+ )?progress|"
            rf"caught up|reached|secured|gained|more confident|more engaged|"
            rf"more independent|more aware|behind|failing|failed|struggling|slipping|"
            rf"missed|missing out|underachieving|falling|able to|overtook|met (?:their|"
            rf"the) targets?|exceeded|stayed on|attending)\b",
            r"\b(?:difference (?:it|this) (?:has |'s )?made|progress made|value added|"
            r"added value|gap (?:has |is |was |had )?(?:been |now )?(?:closed|closing|"
            r"narrow\w*|reduced|smaller|the same|widen\w*|bigger|still)|still (?:behind|"
            r"the same|below|low|stuck|slipping|missed|a gap)|same as (?:last|before)|"
            r"no further on|not moved on|back on track|turned (?:it|things) around)\b",
        ),
        "voice": (
            rf"\b{people}(?: were| i)? (?:[\w'-]+ ){{0,3}}?(?:{_SAY}|asked)\b",
            rf"\b(?:asked|asking|spoke to|spoke with|spoken to|speaking to|talked to|"
            rf"talking to|interviewed|surveyed|chatted to|consulted|heard from|listened to|"
            rf"polled|quizzed|questioned) (?:with )?(?:[\w'-]+ ){{0,4}}?{people}\b",
            rf"\b(?:feedback|comments?|views?|responses?|quotes?|replies|voice|complaints?|"
            rf"praise|survey|questionnaire|evaluations?|focus groups?|interviews?|"
            rf"exit \w+) (?:from|"
            rf"of|by|with|for|collected from) (?:[\w'-]+ ){{0,3}}?{people}\b",
            rf"\b(?:{learners}|{carers}|{stage})(?:'s?|s')? (?:and (?:{carers}|"
            rf"{learners}) )?(?:voice|views?|feedback|focus groups?|surveys?|council|"
            rf"questionnaires?|comments?|interviews?|evaluations?|forum|conversations?|"
            rf"responses?|quotes?|poll|opinions?)\b",
            r"\b(?:focus groups?|learning conversations?|pupil council|learner voice|"
            r"pupil voice|parent council|parents'? (?:night|evening) (?:feedback|survey|"
            r"evaluations?|comments)|learner conversations?|pupilwise)\b",
            rf"\b(?:according to|in the words of|as told by) (?:\w+ ){{0,2}}{people}\b",
            r"\b(?:one|a|an) (?:[sp][1-7] )?(?:pupil|learner|parent|mum|dad|carer|child|"
            r"girl|boy|lad|lassie)(?: \w+)? (?:said|told|wrote|asked|put it|commented|"
            r"described)\b",
        ),
    }
    return {element: tuple(re.compile(p) for p in ps) for element, ps in table.items()}
