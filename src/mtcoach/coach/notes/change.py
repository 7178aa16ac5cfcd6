"""The words that report a change for learners, for better or worse, or that there was none."""

from __future__ import annotations

import re
from typing import Final

_FIGURE: Final = (
    r"(?:\d+(?:\.\d+)?(?: ?%| odd)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"half|none|nil|zero|one|fewer|a third)"
)
_MORE: Final = (
    r"(?:better|further|longer|fuller|harder|faster|quicker|more|less|fewer|higher|lower|worse|"
    r"stronger|calmer|happier|bigger|smaller|wider|narrower|closer|sooner|mair)"
)
_NOT: Final = (
    r"(?:hasn'?t|haven'?t|has not|have not|hadn'?t|didn'?t|did not|not|never|hasnae|hivnae|"
    r"havenae|didnae|isn'?t|aren'?t|wasn'?t|nothing|nae|no|hardly|barely)"
)

_MONTHS: Final = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)"
)
# A figure that is no date and no year.
_COUNT: Final = (
    rf"\b(?!(?:19|20)\d\d\b)(?:\d+(?:\.\d+)?(?! ?(?:st|nd|rd|th)?(?: of)? ?{_MONTHS}\b)(?![\d/])|"
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|none)"
)
_EARLIER: Final = (
    rf"(?:{_MONTHS}|last \w+|start|beginning|before|last year|last session|then|easter|autumn)"
)
_LATER: Final = rf"(?:{_MONTHS}|this|these days|now|end|after|later|summer|spring|easter)"

# Each with what it reads right.
_SOURCES: Final[tuple[tuple[str, str], ...]] = (
    (
        "attainment rose; the gap widened",
        r"(?<!to )(?<!tae )(?<!and )\b(?:improved|improving|improves|increased|increasing|risen|"
        r"rose|rising|raised|grew|grown|gained|closed|closing|narrowed|narrowing|widened|widening|"
        r"reduced|reducing|dropped|fallen|fell|falling|declined|declining|dipped|doubled|halved|"
        r"accelerated|boosted|jumped|climbed|crept up|shot up|levelled|plateaued|stalled|slipped|"
        r"slid|budged|shrunk|shrank|shrinking|soared|plummeted|tumbled|collapsed|recovered|"
        r"bounced back|dropping|lifted|lifting|creeping|strengthened|worsened|deteriorated|"
        r"perked up|"
        r"levelling|gone (?:up|down|doon|backwards)|went (?:up|down|doon|backwards)|"
        r"going (?:up|down)|moved (?:up|on|from|down)|up (?:from|fae|frae)|down (?:from|fae|frae)|"
        r"up by|down by|up \d+|down \d+|got (?:better|worse)|getting (?:better|worse)|"
        r"come on|came on|coming on|flying)\b(?! (?:to|the) (?:improve|agenda))",
    ),
    ("caught up", r"\b(?:caught|catching|catch) up\b|\bback (?:on track|above|up to|in class)\b"),
    (
        "ACEL is up, attendance is lower",
        r"\b(?:is|are|was|were|now|attainment|scores?|figures?|results|passes|"
        r"attendance|levels?|gap|acel|literacy|numeracy|reading|writing|maths|incidents?|"
        r"referrals|exclusions) (?:is |are |was |were |now |still |well |way |right )*(?:up|"
        r"down|doon|higher|lower|better|worse|smaller|wider|narrower|flat|static|stuck|above)\b",
    ),
    (
        "as a result they can read",
        r"\b(?:as a result|resulted in|resulting in|led to|leads to|leading to|"
        r"has meant|have meant|meant that|meaning that|so that they|so they now|"
        r"so (?:pupils|learners|children|they|"
        r"kids) (?:now|are|can|have|get)|thanks to|impact(?:ed)? on|consequently|"
        r"made (?:a|the|no|little|any|some) (?:real |big |huge |positive |measurable |"
        r"clear |visible )?(?:difference|odds)|making (?:a|no|little) difference|"
        r"what did it|has paid off|paid off)\b",
    ),
    (
        "no difference, nae better, average gain of nothing",
        r"\b(?:no|little|any|limited|minimal|nae|not (?:seen|had|made) (?:any|an|much|"
        r"a)|not yet (?:seen|had)|haven'?t seen(?: any| an| much)?|made (?:any|nae)|"
        r"havenae seen(?: any)?|didn'?t see(?: any| an| much)?|can'?t see(?: any| an|"
        r" much)?|hasn'?t had(?: any| an| much)?) (?:\w+ )?(?:impact|difference|different|change|"
        r"improvement|effect|movement|progress|gain|shift|odds|better|worse|narrower|higher|lower|"
        r"further on|"
        r"further forward|nearer|closer)\b",
    ),
    (
        "nothing changed, they havenae budged",
        rf"\b{_NOT}(?: \w+){{0,2}} (?:chang(?:ed?|ing)|mov(?:ed?|ing)|improv(?:ed?|ing)|"
        r"shift(?:ed)?|helped|worked|budged?|ris(?:en|e)|closed?|increased?|clicked)\b",
    ),
    (
        "more pupils passing, fewer exclusions",
        r"\b(?:more|fewer|less|higher|lower|better|mair) (?:of (?:the|our|them) ?)?(?:[\w'-]+ )?"
        r"(?:{learners}|passes|referrals|exclusions|absence|"
        r"leavers|a-c|as\b|attendance|attainment|engagement|confidence|incidents)\b",
    ),
    (
        "they passed, most are now secure, 12 of those reached the level",
        r"\b(?:{learners}|{stage}|they|who|all|most|(?<!of )(?<![\d.])\d+|nine|ten|of (?:them|"
        r"those|these)|\d+%|"
        r"names?) (?:\w+ )?(?:now |are |were |have |had |then |all |also |has |since |"
        r"went on to |subsequently |only )*(?:passed|passing|back on track|moved|progressed|"
        r"made (?:\w+ )?progress|reached|secured|gained|more confident|more engaged|"
        r"more independent|more aware|slipping|missed out|missing out|"
        r"overtook|met (?:at least \w+ of )?(?:their|the) (?:\w+ )?targets?|exceeded|stayed on|"
        r"joining in|settled|managing)\b",
    ),
    (
        "they can now blend, now answering in class, can do it now",
        r"\b(?:(?:are|is|were|they'?re|who'?s|them|those|these|{learners}) now (?:able to |"
        r"\w+ing|can|do|read|write|talk)|can now|now can|now able|now \w+ing in|"
        r"can (?:\w+ ){0,3}now)\b"
        r"|\b(?:{learners}|{stage}|they|who|group|most|all|some|he|she|of them|boys|girls)"
        r"(?: [\w'-]+){1,9} now(?=$| *[.,;!])",
    ),
    (
        "never did before, none did in August, got them through, helped them to read",
        r"\b(?:never|none|no one|nobody|few|only \w+) (?:of them )?(?:did|could|had|was|were|would)"
        r"(?: it| that| this| so)? (?:before|in|at|last)\b|\b(?:got|gets|getting) (?:them|him|her|"
        r"\d+) (?:through|reading|writing|talking|counting|back)\b|\b(?:has |have |really |"
        r")(?:helped|"
        r"helping) (?:them|him|her|the (?:pupils|weans|children|kids|class|group))\b",
    ),
    (
        "61% in 2022, 49% in 2024; 84 to 91 per cent after the club; fewer fallouts since October",
        r"\d+ ?%?[^.;\d]{0,12}(?:in|for) (?:20)\d\d[^.;]{0,24}?\d+ ?%?[^.;\d]{0,12}(?:in|"
        r"for) (?:20)\d\d"
        r"|\d+ ?%? ?(?:to|tae) ?\d+ ?(?:%|per ?cent|pc)(?=[^.;]{0,20}\b(?:after|since|between|over|"
        r"in)\b)"
        r"|\b(?:fewer|less|more|mair) [\w-]+ (?:since|than|after|now)\b",
    ),
    (
        "it was 25 in Nov, was 74 the June before, six the year before",
        rf"\b(?:it was|was|were|had been|compared (?:to|with)|against|from|fae|frae) (?:only |"
        rf"just |"
        rf"about |at |an average of |around )*{_FIGURE}(?: (?!of\b)\w+){{0,3}}? (?:in|last|the|"
        rf"before|"
        rf"back|at the start|to|tae|at|year|a (?:month|week|term))\b"
        rf"|\b(?:was|were) {_FIGURE}(?=$|[ ]*[.,;)])"
        rf"|\blast (?:year|session|time|june)(?: it was)? (?:about |only |just )*{_FIGURE}\b"
        rf"(?! (?:visits?|meetings?|times))"
        rf"|\b(?:it was|was) (?:about |only |just )*{_FIGURE} (?:in|on|at|last)\b",
    ),
    (
        "42%, 47%, 53%; 62, then 66, then 71; 12 -> 17",
        r"\d+ ?% ?(?:,|to|->|>|–|-|then|and then) ?\d+ ?%|\d+ ?(?:->|–>|=>|→) ?\d+"
        r"|\b\d+,? then \d+|\b\d+, \d+,? (?:and|then) (?:now )?\d+\b",
    ),
    (
        "69% Oct, 77% May; 9 of 28 on track at Oct, 17 by March",
        rf"{_COUNT}[^.;]{{0,45}}\b{_EARLIER}\b[^.;]{{0,25}}{_COUNT}[^.;]{{0,30}}\b{_LATER}\b"
        rf"|\bby (?:{_MONTHS}|then|the end|easter|christmas|summer),? (?:it was |"
        rf"there were )?{_COUNT} "
        rf"(?:(?:of )?(?:those|them)|were|had|could|can)\b"
        rf"|\b{_EARLIER}\b[^.;]{{0,12}}{_COUNT}[^.;]{{0,40}}\b{_LATER}\b[^.;]{{0,12}}{_COUNT}",
    ),
    (
        "six could in August, now eleven; 11 now, six the year before",
        rf"{_FIGURE}\b[^;]{{0,60}}\bnow (?:it'?s |at |about |only |there'?s |we have )*{_FIGURE}\b"
        rf"|\d[^;]{{0,140}}\b{_FIGURE} (?:the|last) (?:year|session|june|term|may)(?: before)?\b",
    ),
    (
        "fewer meltdowns, less anxious, it helped, sitting for ten minutes instead of two",
        r"\bused to (?:be|have|take|get|need) (?:\w+ )?(?:two|three|four|five|none|\d+|one|ten)\b"
        r"|\bwhere (?:it|they|he|she) used to\b|\b(?:kept|keeps|keeping) (?:them|him|her|me) (?:in|"
        r"at|"
        r"going|coming)\b|\bmak(?:e|es|ing)\b[^.;]{0,25}\b(?:difference|odds)\b|\bwords together\b"
        r"|\bfewer (?!forms|meetings|columns|boxes|staff|tests|hours|things|teachers|sheets|emails|"
        r"entries|than)[\w-]+|\bless (?:anxious|reliant|stuck|frustrated|upset|likely|worried|"
        r"disruptive|dependent|able|confident|engaged|time off)\b|\b(?:that|this|which|it|its|it's|"
        r"groups?|sessions?|club|block|programme|they|really|definitely|has|have) (?:has |have |"
        r"all |"
        r"really |definitely |just )*(?:helped|paid off)\b|\b\d+ (?:\w+ ){0,2}(?:instead of|"
        r"rather than|"
        r"not) (?:the )?\d+|\binstead of (?:two|three|four|five|none|\d+)\b|\b(?:better|worse|"
        r"more able) at\b|\bunprompted\b|\bwithout (?:being asked|help|support|prompting|a prompt|"
        r"an adult)\b|\bon their own (?:now|for)\b|\b(?:all|whole class|everyone|everybody|"
        r"every one)"
        r"(?: of them)? (?:passed|got it|got through|made it|achieved it|got the award)\b|"
        r"\bpositive "
        r"destinations?\b|\bgot (?:a place|into college|into uni|the award|their award)\b",
    ),
    (
        "they know more sounds, staying on longer, maths was easier since, still lagging",
        r"\b(?:know|knows|read|reads|write|writes|use|uses|using|recognise|spell|understand|ask|"
        r"asks|asking|say|do|doing|show|showing|attempt|finish|complete|remember|manage) (?:\w+ )?"
        r"(?:more|better|longer|fuller|harder|fewer)\b|\b\w+ing (?:\w+ ){0,2}(?:longer|sooner|"
        r"further|more often|less often)\b|\b(?:easier|harder) (?:since|now|than|for (?:them|him|"
        r"her))\b|\bstill (?:\w+ )?(?:lagging|trailing|adrift|struggling|losing|off track|"
        r"unable|at the bottom)\b|\b(?:come|came|coming|signed) off (?:the )?(?:support|register|"
        r"list|plan)\b",
    ),
    (
        "no longer needs it, lost ground, for the first time",
        r"\b(?:no longer (?:need|needs|needing|on|require|requires|have|has|miss|hide)|lost ground|"
        r"regressed|made up (?:ground|the gap|lost)|for the first time|flourish(?:ed|ing)|"
        r"thriv(?:ed|ing)|"
        r"blossom(?:ed|ing)|come out of (?:his|her|their) shells?|turned a corner|"
        r"stay(?:ed|ing)? (?:the same|flat|static|low|stuck|put|where)|remain(?:s|ed)? (?:the same|"
        r"flat|static|low|stuck)|stuck (?:at|on|where)|no worse|no better|not any better|"
        r"worse off|better off|fewer tears|new words|by themselves now|on (?:his|her|"
        r"their) own now)\b",
    ),
    (
        "weans are starting to ask, children are much calmer",
        r"\b(?:{learners}|they|he|she|who|boys|girls) (?:\w+ ){0,4}(?:are|is|have|has|were|'re|"
        r"'s)? ?(?:\w+ )?"
        r"(?:(?:starting|started|beginning|begun|learning|learned|learnt) to|keener|happier|calmer|"
        r"chattier|braver|quicker|stronger|surer|settling|joining in|engaging|enjoying)\b"
        r"|\bhow settled\b|\b(?:confidence|engagement|vocabulary|stamina|fluency|independence|"
        r"resilience|behaviour|motivation) (?:has |have |is |was |really |soared|)*(?:soared|grew|"
        r"grown|better|up|growing|building|blossomed|come|low|lower)\b",
    ),
    (
        "average gain of 7 points; nine months or more further on; 14 months on",
        r"\b(?:average |mean )?gains? (?:of|were|was)\b|\b\w+ (?:months|points|levels?)"
        r"(?: or more| worth)? (?:further on|on|ahead|forward|up|higher|better|gain|gained|"
        r"progress)\b"
        r"|\bgained (?:\w+ ){0,3}(?:months|points|levels?)\b",
    ),
    (
        "further than before, better than they were",
        rf"\b{_MORE} (?:[\w']+ ){{0,5}}?than (?:before|last|they|it|in|at|when|we|he|she)\b"
        rf"|\b(?:getting|doing|managing|reading|writing|taking|using) (?:the |a lot |far |much )?"
        rf"{_MORE}\b|\bsame (?:score|level|grade|mark)(?: or worse)?\b",
    ),
    (
        "which they didn't do in August; wouldnae have before",
        r"\b(?:they|which|he|she|and|that) (?:didn'?t|couldn'?t|wouldn'?t|could not|wouldnae|"
        r"couldnae|didnae) (?:do|have|manage|before|in|at|last)\b",
    ),
    (
        "still behind, same as last year, no further on, the same ones are stuck",
        r"\b(?:difference (?:it|this|in|that) (?:has |'s )?(?:made|how|their|the)?|progress made|"
        r"value added|added value|"
        r"gap(?:'s)? (?:has |is |was |had )?(?:been |now |all )?(?:gone|shut|closed|closing|"
        r"narrow\w*|reduced|smaller|the same|widen\w*|bigger|still)|still (?:nae |not |no |all |"
        r"well |way |far |a bit |miles )?"
        r"(?:behind|the same|below|low|stuck|slipping|missed|a gap|failing|at)|"
        r"same (?:ones|weans|names|pupils|\d+)(?: of them)?(?: are)? (?:still )?(?:stuck|below|"
        r"behind|at the bottom)|"
        r"no different|same as (?:last|before)|flat since|"
        r"nae? further on|not moved on|turned (?:it|things) around|at all after)\b",
    ),
)


def change(learners: str, stage: str) -> tuple[re.Pattern[str], ...]:
    """The patterns, given those for learners and for stages."""
    return tuple(
        re.compile(source.replace("{learners}", learners).replace("{stage}", stage))
        for _, source in _SOURCES
    )
