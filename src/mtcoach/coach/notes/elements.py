"""The words that show an element of evidence, as a table over the vocabulary.

Change for learners has a table of its own, in `change.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from mtcoach.coach.notes.change import change
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
    r"ask|asked|asked for|asking|describe|described|explain|explained|"
    r"(?:know|knew|ken|kent|understand|understood) (?:what|why|how|where|when|which|if|who|their|"
    r"that|the)|like|liked|mention|mentioned|complain|complained|want|wanted|"
    r"value|valued|agree|agreed|disagree|disagreed|respond|responded|rated|voted|"
    r"appreciate|appreciated|found|find|spoke|speak|talk|talked|wrote|write|"
    r"can(?:not|'?t|nae)? (?:say|explain|describe|tell|name|articulate|talk|point to)|"
    r"could(?:n'?t|nae| not)? (?:say|explain|describe|tell|name|articulate|talk)|"
    r"(?:didn'?t|don'?t|didnae|dinnae) (?:know|ken|understand|get|see the point)|"
    r"weren'?t sure|are unsure|were unsure|unaware|raised|highlighted|"
    r"fed back|feed back|aren'?t sure|reckon|reckoned|identified|discuss|"
    r"articulate|shared|chose|picked|preferred|put|telt|answered|replied|suggested)"
)
_KEPT: Final = (
    r"(?:sheets?|books?|jotters?|notebooks?|notes|lists?|logs?|grids?|records?|diar(?:y|ies)|"
    r"folders?|files?|charts?|tables?|print[- ]?outs?|samples?|scripts?|recordings?|clips?|"
    r"photos?|photographs|videos?|maps?|webs?|cards?|forms?|slips?|journals?|profiles?|"
    r"passports?|scrapbooks?|trackers?|tallies|tally)"
)
_CHECKED: Final = (
    r"(?:test|tests|tested|retested|retest|quiz|quizzes|screener|screening|screened|check results|"
    r"assessments?|results?|exams?|prelims?|mins|readouts?|analysis|comparisons?|averages?|"
    r"baselines?|audits?|read[- ]?outs?|(?:phonics|reading|spelling|number|maths|sounds?) checks?)"
)
_DID: Final = (
    r"(?:had|have|has|were|was|are|could|can|did|didn'?t|didnae|hadn'?t|haven'?t|still|now|"
    r"passed|sat|flagged|moved|got|said|met|went|attended|turned up|replied|returned|"
    r"responded|achieved|failed|left|stayed|made|took|came|missed|reached|gained|asked|"
    r"visited|observed|sampled|changed|improved|dropped|blank|on track|below|above|behind|secure|"
    r"altogether|"
    r"in all|in total)"
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
    stage = (
        r"(?:[sp][1-7](?:[sx]|'s|-?[ab])?(?:[-/][sp]?[1-7]s?)?|(?:primary|year|yr) \d|"
        r"nat ?\d|n[345]s?)"
    )
    people = rf"(?:{learners}|{carers}|{stage}(?: (?:{learners}))?|leavers)"
    figure = rf"(?:\d{{1,4}}|{_NUMBER_WORD})"
    voices = "(?:" + "|".join(re.escape(word) for word in known["voices"]) + ")"
    sources = any_of(
        word
        for name in ("sources_data", "sources_views", "sources_observation")
        for word in known[name]
        if word not in set(known["voices"])
    )
    table: dict[Element, tuple[str, ...]] = {
        "source": (
            rf"\b(?!reports?\b){sources}\b"
            r"(?! (?:training|course|clpd|clpl|event next|lead|champion|policy is))",
            rf"(?<!fill in )\b(?!(?:no|not|nae|any|without|need|more|for|of|with|to|like|and|"
            rf"or)\b)[a-z][\w'-]+ {_KEPT}\b",
            rf"\b{_CHECKED}\b",
            r"\b(?:i|we|pts?|dhts?|hts?|slt|smt|qios?|mentor|depute|head|visitor|she|he) (?:\w+ )?"
            r"(?:visited|observed|sampled|looked at|checked|saw|dropped in(?:to)?|walked|compared|"
            r"reviewed|analysed|moderated|surveyed|interviewed|watched|sat in|sit in)\b",
            r"\b(?:keep|kept|have|built) (?:a|the|my|our|her|his) (?:\w+ )?"
            rf"{_KEPT}\b",
            r"\b(?:recorded|logged|kept|held|stored|minuted|noted|saved|filed|written up|"
            r"written down|uploaded|documented|evidenced) (?:in|on|at|by|under|within|to|for|each|"
            r"every|"
            r"termly|weekly|monthly)\b",
            r"\b(?:it'?s|they'?re|all|up|kept|is|are|stuck|pinned) (?:all |kept |up )?(?:on|"
            r"in) (?:the|my|"
            r"our) (?:\w+ ){0,2}(?:wall|office|cupboard|drive|board|noticeboard|corridor|"
            r"filing cabinet|"
            r"drawer|desk|shelf|folder|base)\b",
            r"\b(?:attainment|qi|qio|hmie|authority|review|validated self-evaluation|vse) visits?\b"
            r"|\b(?:care|support|child'?s|learning|behaviour|wellbeing|transition) plans?\b",
            r"\b(?:minuted|wrote it up|written up|written down|blind mark\w+|sampling|"
            r"walk-?rounds?|"
            r"walkrounds?|swapped|seen on|seen in)\b",
            r"\b(?:see|refer to|it'?s in|all in|is in|are in|in) (?:the |our )?(?:qip|sip|"
            r"s&q|sqr|handbook|policy|minutes|appendix|attached|folder|drive)\b",
        ),
        "quantity": (
            r"(?<!lowest )(?<!bottom )(?<!top )\b\d+(?:\.\d+)? ?(?:%|per ?cent|percent|"
            rf"pc\b|pp\b)|\b{figure} (?:percentage )?points?\b",
            rf"\b(?:{figure}|one|none) (?:out )?(?:of|o'?|oot o|frae|in every|"
            rf"in) (?:the |our |my |all |these |those |their |every )*{figure}\b"
            r"(?! (?:january|terms?|weeks?|years?|minutes|hours|months|days))",
            r"(?<![\d/.a-z])(?<!was )(?<!on )(?<!of )\d{1,3} ?/ ?"
            r"\d{1,3}(?![\d/])(?! ?(?:20)?\d\d\b)",
            rf"\b(?<![/.\d-])(?<!nat )(?<!level )(?<!national )(?<!year )(?!(?:19|"
            rf"20)\d\d\b){figure}"
            r"(?:\+| or more| plus)? (?!(?:times|weeks?|terms?|years?|days?|months?|minutes|hours|"
            rf"periods?|january|in|to|a)\b)(?:(?!(?:and|or|in|of|year)\b)[\w'&/-]+ ){{0,2}}?"
            rf"(?:{counted}|{stage})\b"
            r"(?! (?:meetings?|reports?))",
            rf"\b(?<![/.\d-]){figure} (?:(?:out )?of|o) (?:them|those|us|my|their|our|the|these|"
            r"whom|which)\b",
            rf"\b(?<![/.\d-])(?<!nat )(?<!level )(?<!primary )(?!(?:19|"
            rf"20)\d\d\b){figure} (?:(?:others?|more) )?"
            rf"{_DID}\b",
            rf"\b{figure} (?:months|points|words|steps|levels|stages|sounds) (?:gain|gained|"
            rf"progress|"
            r"ahead|behind|on|further|more|higher|lower|up|down)\b",
            rf"\ball but {figure}\b|\b(?:moved|same|about|around|nearly|over|under|roughly|"
            rf"another|other) {figure} (?:up|on|down|of|or so|still)\b",
            r"\b(?:almost all|nearly all|virtually all|most|majority|the majority|"
            r"vast majority|less than half|more than half|over half|under half|half|"
            r"about half|around half|two[- ]thirds|a third|one third|three[- ]quarters|"
            r"a quarter|a fifth|very few|hardly any|none)(?: (?:of|o'?))?(?: (?:the|our|my|"
            rf"these|those|all))? (?:[\w'&/-]+ ){{0,2}}?(?:{counted}|{learners}|{stage}|them|us)\b",
            r"\b(?:from|frae|fae) (?:an average of |about |around |"
            r"just )?\d+(?:\.\d+)? ?%?(?: odd)?"
            r"(?: a \w+)? ?(?:to|tae|up to|down to|->|–) ?(?:about |around |just )?\d+",
            r"\bn ?= ?\d+|\b\d+,? then \d+|\b\d+, \d+,? (?:and|then) \d+\b",
            r"\b(?:\d+|one) (?:in|oot o) (?:\d+|three|four|five|six|ten|twenty)\b",
            rf"\b(?:up|down|doon|rose|fell|increased|dropped|increase|decrease)(?: by)? (?:from )?"
            rf"(?:\d+|{_NUMBER_WORD})\b(?! (?:terms?|weeks?|years?|times))",
        ),
        "who": (
            r"\b[sp][1-7](?:[sx]|'s|[a-d])?\b(?! ?%)",
            r"\b(?:primary|secondary|pr|year|yr) ?[1-7]s?\b",
            rf"(?<!['\w])(?<!levels )(?<!points )(?<!is )(?<!are )(?<!much )(?<!% ){stages}\b",
            rf"(?<!['\w])(?!art of|reading through|writing up|stem from)(?!(?:pastoral|guidance|"
            rf"number|talking) (?:logs?|notes?|"
            rf"records?|forms?|of|to|about)\b){subjects}\b",
            rf"\b{groups}\b",
            r"\b(?:\d|two|three|four|five)[- ]year[- ]olds?\b|\bthe (?:\ds|twos|threes|fours)\b"
            r"|\b\d (?:to|-) \ds\b|\b(?:funded|eligible) twos\b",
            r"\b(?:primary|secondary) (?:one|two|three|four|five|six|seven)s?\b"
            r"|\b(?:first|second|third|fourth|fifth|sixth)[- ]years\b|\byear groups?\b",
            r"\b(?:my|our|one|that|her|his|same|whole|other|each|every|composite|senior|junior|"
            r"special|nurture|infant|nursery|pmld|reception|\w+'s) (?:class|playroom|room|base|"
            r"unit)"
            r"(?:es|s)?\b(?! (?:visit|observation|teacher|time))",
            r"\b(?:1st|2nd|3rd|4th|5th|6th) years?\b(?! (?:running|in a row))|\bnat ?[345]s?\b|"
            r"\bsimd ?\d|\b(?:deciles?|quintiles?)\b|\b(?:key stage|ks) ?[1-4]\b|\bsixth form\b|"
            r"\b(?:ce|lac|eal|asn|gm|gme|fsm|pef|sen|csp) (?:pupils|learners|weans|kids|stream|"
            r"group)\b|"
            r"\b(?:lads|lassies|laddies|bilinguals?|dyslexics)\b|\b(?:room|class|clas|set|section) "
            r"[1-9]\b|\bsgoil[- ]àraich\b|\b(?:3-5|0-3|2-3|3 to 5|under[- ][235]s?)\b|"
            r"\bpost[- ]16\b|"
            r"\b(?:sensory|transition|leavers'?|morning|afternoon|all-day) (?:class|group|room|"
            r"session|"
            r"bairns|children|weans)\b|\b(?:primary|secondary|nursery|senior|junior|upper|lower) "
            r"(?:side|building|learners|pupils|children)\b|\bthose on (?:an? )?(?:iep|plan|"
            r"csp)s?\b",
            r"\b[1-6][a-g]\d?\b|\bp[. ][1-7]s?\b|\bclass \d\b",
            r"\b(?:my|our|the|his|her|each|every|all|all the|whole) (?:dept|department|faculty|"
            r"stage|"
            r"departments|depts|faculties|stages|classes|caseload|school)\b(?! (?:leaders?|heads?|"
            r"day|office|calendar|roll|year|policy|handbook|review|improvement|plan|meeting))"
            r"(?<!the school)(?<!our school)(?<!my school)",
            r"\b(?:strugglers|high ?flyers|non-?readers|slow starters|late starters|new starts|"
            r"new entrants|interrupted learners|absentees|middle band|top band|bottom third|"
            r"wee yins|"
            r"first years|second years|third years|fourth years|fifth years|sixth years)\b",
            r"\b(?:older|younger|oldest|youngest|new|newest|early|pre-?verbal|non-?verbal|verbal|"
            r"switch|aac|wheelchair|part-?time|school|reluctant|struggling|able|weaker|weakest|"
            r"strongest|stronger|quiet|quieter|quietest|emerging|returning|remaining) "
            rf"(?:{learners}|communicators|users|arrivals|starts|readers|writers|refusers|ones)\b",
            rf"\b(?:{learners}|those|ones) (?:on part|on reduced|new to|learning english|"
            r"with (?:complex|severe|profound|additional|english|an? iep|a csp|a plan|"
            r"little english|"
            r"no english|low|poor|attendance)|living in|affected by|from (?:the|our) \w+ "
            r"(?:flats|scheme|estate|primary|nursery)|in (?:the|our) \w+ (?:room|base|group|set|"
            r"unit)|"
            r"getting|receiving|who get|who arrived|who joined)\b",
            r"\b(?:reading|phonics|maths|booster|spelling|target|writing|nurture|attainment|paired|"
            r"intervention|catch-?up|supported study|support|homework|breakfast|toe by toe|"
            r"focus|chatter|talk) (?:groups?|clubs?|cohorts?|lot|bunch)\b(?<!focus group)"
            r"(?<!focus groups)",
            r"\b(?:2s|3s|3-5|2-3|twos|threes|toddler|baby|tweenie|pre-?school|ante-?pre-?school) "
            r"(?:room|playroom|group)\b",
            r"\b(?:primary|secondary|junior|senior|upper|lower|nursery|middle|infant)(?: |-)(?:end|"
            r"school|"
            r"stages?|department|side|classes)\b",
            r"\b(?:bottom|top|middle|lowest|lower|higher) (?:group|set|section|third|quintile|20|"
            r"table|ability)\b|\bset [1-6]\b",
        ),
        "when": (
            rf"\b(?:{_MONTH})\b(?! (?:be|have|not))",
            r"\b(?:in|by|since|last|this|early|late|mid|each|every|until|from|end of|the|our|was|"
            r"before|of) may\b|\bmay (?:20)?\d\d\b|\bmay (?:exam|in-?service|tracker|tracking|"
            r"data|holiday|report)\b",
            r"\b(?:19|20)\d\d(?: ?[-/–] ?(?:20)?\d\d)?\b",
            r"\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b",
            r"\b\d\d/\d\d\b(?= session| year| data)|\b(?:on|was|dated|of) \d{1,2}/\d{1,2}\b",
            r"\b(?:last|this|past|previous|each|every|per|next|once a|twice a|times a|"
            r"times per|the whole|end of|start of|beginning of|mid|during|within a|in one|"
            r"throughout the|over the|before the|since the|after the)[ -](?:\w+ )?(?:academic |"
            r"school |calendar )?(?:year|yr|session|term|month|week|fortnight|day|half[- ]term|"
            r"summer|winter|spring|autumn|easter|christmas|block|friday|monday|tuesday|wednesday|"
            r"thursday|night|inset|in-service|holidays?|hols|break)s?\b",
            r"\b(?:termly|weekly|monthly|yearly|annually|annual|fortnightly|daily|"
            r"quarterly|half[- ]termly|half[- ]yearly|biannually|bi-annually|six[- ]weekly|"
            r"6[- ]weekly|four[- ]weekly|bi-?weekly|twice[- ]yearly|termlie)\b",
            rf"\b(?:\d+|{_NUMBER_WORD}|once|twice|a few|several|couple of) (?:times )?(?:a|"
            r"per|each|every|in the|in a|this|last|over the) (?:year|yr|term|session|month|"
            r"week)\b",
            rf"\bevery (?:\d+|{_NUMBER_WORD}|few|couple of|second|third|"
            r"other)[ -](?:weeks?|months?|terms?|days?|years?)\b",
            rf"\b(?:\d+|{_NUMBER_WORD}|a|one|few|couple of|the last|over|past) (?:years?|yrs?|"
            r"months?|weeks?|terms?|sessions?|days?) ?(?:ago|back|before|running|now|"
            r"in a row|period)?\b(?! (?:old|olds|on)\b)",
            r"\b(?:term|block|phase|cycle|sem(?:ester)?) ?[1-4]\b",
            r"\b(?:easter|christmas|xmas|summer|autumn|spring|october break|winter|"
            r"new year|halloween|hogmanay)\b",
            r"\b(?:yesterday|last night|the other day|in-?service|inset)\b",
            r"\bat (?:the )?(?:start|end|beginning) of\b|\bthe (?:year|session|term) before\b",
            r"\b(?:since|from) (?:the )?(?:start|summer|lockdown|covid|inspection)\b",
            r"\b(?:\d|two|three|four|five) tracking (?:periods|points|windows|updates|reports)\b",
        ),
        "impact": (),
        "voice": (
            rf"\b{people}(?: were| i)? (?:[\w'-]+ ){{0,3}}?(?:{_SAY}|asked)\b",
            r"(?<!data )(?<!tracker )(?<!results )(?<!scores )(?<!that )(?<!which )(?<!it )"
            r"(?<!figures )"
            r"\b(?:told|telling|tell) (?:us|me)\b",
            r"\basked (?:\d+|two|three|four|five|six|seven|eight|nine|ten|a dozen|a few|some)\b",
            rf"\b{figure} (?:out )?of [^.;,]{{0,60}}\b(?:said|say|told|felt|feel|asked|wrote|"
            rf"reckoned)\b",
            r"(?<!\bi )(?<!we )(?<!teachers )(?<!staff )(?<!they )(?<!it )(?<!pts )(?<!you )\bcan "
            r"(?:tell|say|explain|show|name|describe) (?:you|me|us|why|what|how)\b",
            rf"\b{people}[^.;]{{0,50}}[\"“][^\"”]{{5,}}[\"”]",
            r"\bthey (?:said|say|told|wrote|want|wanted|asked|kept saying|think|thought|like|liked|"
            r"kent|ken|felt|feel|know|knew|didn'?t know|don'?t know|couldn'?t (?:say|tell)|"
            r"could (?:say|explain|name|tell))\b",
            rf"\b(?:(?:{figure}|most|some|half|all|a few|a lot|loads|many|one|none|several)"
            r"(?: (?:of|oot) (?:them|the|our|my|\w+))?(?: \w+)?|teacher|teachers|staff|"
            r"practitioners|"
            r"pt|visitor|inspector|mentor|class teacher) "
            r"(?:only |all |who )?(?:said|says|say|told us|told me|wrote|asked|reckon(?:ed)?|felt|"
            r"feel|commented|replied)\b",
            r"\b(?:asked|asking|spoke to|spoke with|spoken to|speaking to|talked to|"
            r"talking to|interviewed|surveyed|chatted to|consulted|heard from|listened to|"
            rf"polled|quizzed|questioned|chat with|chatted with|phoned) (?:with )?"
            rf"(?:[\w'-]+ ){{0,4}}?{people}\b",
            r"\b(?:feedback|comments?|views?|responses?|quotes?|replies|voice|complaints?|"
            r"praise|survey|questionnaire|evaluations?|focus groups?|interviews?|"
            r"exit \w+) (?:from|"
            rf"of|by|with|for|collected from) (?:[\w'-]+ ){{0,3}}?{people}\b",
            rf"\b(?:{learners}|{carers}|{stage})(?:'s?|s')? (?:and (?:{carers}|"
            rf"{learners}) )?(?:own )?(?:voice|views?|feedback|focus groups?|surveys?|council|"
            r"questionnaires?|comments?|interviews?|evaluations?|forum|conversations?|"
            r"responses?|quotes?|poll|opinions?|questions|words)\b",
            rf"\b(?:{voices}|focus groups?|parents'? (?:night|evening) (?:feedback|survey|"
            rf"evaluations?|comments))\b",
            rf"\b(?:according to|in the words of|as told by) (?:\w+ ){{0,2}}{people}\b",
            r"\b(?:one|a|an) (?:[sp][1-7] )?(?:pupil|learner|parent|mum|dad|carer|child|"
            r"girl|boy|lad|lassie)(?: \w+)? (?:said|told|wrote|asked|put it|commented|"
            r"described)\b",
        ),
    }
    shown = {element: tuple(re.compile(p) for p in ps) for element, ps in table.items()}
    return {**shown, "impact": change(learners, stage)}
