"""What part a colour plays in a reply: the rating, or one of the many things it can be instead.

The first rule that fits decides, so a rule's place in the table matters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from mtcoach.coach.words.lexicon import FILLERS
from mtcoach.coach.words.vocabulary import shipped

Role = Literal[
    "said",  # the rating: "I'd say amber"
    "denied",  # what it is not: "I wouldn't call it green"
    "nearly",  # just short of it: "not quite green"
    "above",  # better than this one
    "below",  # worse than this one
    "leaned",  # tended to: "leaning towards amber"
    "past",  # what it was
    "hoped",  # what it may become
    "others",  # what somebody else says
    "asked",  # part of a question to the coach
    "thing",  # a form, a folder, a pupil's flag, a name
]


@dataclass(frozen=True, slots=True)
class Rule:
    """What stands around a colour, and the role that gives it.

    `lead` is matched in the words before it within its clause, `before` within its
    sentence, `after` right behind it; with `cased` the words are as typed.
    """

    role: Role
    example: str
    lead: str = ""
    after: str = ""
    before: str = ""
    unless: str = ""
    cased: bool = False


_PLACES: Final = (
    "Primary|Academy|High|School|Nursery|Street|Road|Lane|House|Park|Centre|Drive|"
    "Avenue|Valley|Group"
)
_LEARNERS: Final = (
    r"pupils?|learners?|children|kids|students?|anyone|anybody|those|they|weans|"
    r"bairns|young people|who|"
    r"\d+|names?|targets?|cells?|(?:a|the|each|every|that|any) (?:child|pupil|learner|wean)"
)
_FUTURE: Final = (
    r"by|next|soon|once|when|if|eventually|after|this time next|in (?:a|the|two|"
    r"three|\d+|june|may|march)"
)

ASKS_TO_RECORD: Final = (
    r"^(?:\W*(?:so|and|but|sorry|ok|aye|right|i don'?t suppose) )*(?:(?:can|could|would|will|shall|"
    r"may|might|should|why don'?t) (?:you|ye|i|we|it)|is it (?:all right|ok|okay|fine) if (?:i|we)|"
    r"any objections? (?:if|to)|am faod mi)\b(?:(?! (?:explain|tell|give me|show|ever|get|mean|"
    r"look|count|remind)\b)[^.?]){0,40}? ?\b(?:put|stick|mark|call|say|go|write|enter|record|take|"
    r"give (?:us|it|this|ourselves|that)|mind|be|rate|score|pit|cry|òmar|dearg|uaine)\b"
)
"""How a question begins that asks no more than to have a colour written down."""

# People and papers whose colour is not the rating that this leader gives this school now.
_SOMEBODY: Final = (
    r"predecessors?|mentor|consultants?(?:'s)?|visitors?|visiting \w+|link officer|psych\w*|"
    r"(?:attainment )?advis[eo]rs?(?:'s)?|heidie|cluster|neighbours?|neebors?|trust|hmie|ofsted|"
    r"sister-in-law|brother-in-law|pal|friend|husband|wife|man's|feeder primaries|"
    r"(?:primary|nursery|school|schuil|pt) next door|other school|parent council|"
    r"(?:old|auld|last|former|previous|ex)[- ](?:head|heid|school|schuil|place|team|folder|plan|"
    r"version|audit|inspection|visit|depute|dht|leader)(?:teacher|ship)?|ex-head|"
    r"(?:the|his|her|my|our|their) (?:folder|file|audit|inspection|quality report)"
)
_BY_ME: Final = (
    r"\b(?:i|we|i'd|we'd|i'll|we'll|ah'?d|i'm|im|we're|oors|ours|mine|but|now)\b[^,;.]{0,25}$"
)

RULES: Final = (
    # -- names and things ----------------------------------------------------------------------
    Rule("thing", "Mrs Green leads this", lead=r"\b(?:mr|mrs|ms|miss|mx|dr|sir|prof|fr|rev)\.? $"),
    Rule("thing", "Green Lane Primary", after=rf"^ (?:\w+ )?(?:{_PLACES})\b", cased=True),
    Rule(
        "thing",
        "Amber leads this in S2",
        after=r"^ (?:[A-Z][a-z]+ )?(?:leads|runs|teaches|does|keeps|takes|organises|"
        r"coordinates|manages|said|says|told"
        r"|checks|holds|collects|oversees|in [sp]\d)\b",
        before=r"(?:^|[.!?] )$",
        cased=True,
    ),
    Rule(
        "thing",
        "Amber's mum asked for it",
        after=r"^'s (?:mum|mother|dad|father|gran|class|group|folder|work|teacher|targets?|"
        r"results|team)\b",
    ),
    Rule(
        "thing",
        "those are shown as red, amber or green",
        before=r"red\W{1,3}(?:and )?amber\W{1,3}(?:and |or )?$",
    ),
    Rule(
        "thing",
        "those are shown as red, amber or green",
        before=r"red\W{1,3}(?:and )?$",
        after=r"^\W{1,3}(?:and |or )?green",
    ),
    Rule(
        "thing",
        "those are shown as red, amber or green",
        after=r"^\W{1,3}(?:and )?amber\W{1,3}(?:and |or )?green",
    ),
    Rule("thing", "green, amber, red", after=r"^\W{1,3}amber\W{1,3}(?:and |or )?red"),
    Rule("thing", "green, amber, red", before=r"green\W{1,3}$", after=r"^\W{1,3}(?:and |or )?red"),
    Rule("thing", "green, amber, red", before=r"green\W{1,3}amber\W{1,3}(?:and |or )?$"),
    Rule(
        "thing",
        "green and red cups",
        after=r"^(?: and| or|,|/|-)? ?(?:red|amber|green) {things}\b",
    ),
    Rule(
        "thing",
        "the red and green maths sets",
        lead=r"\b(?:the|our|their|those|these|both|a) $",
        after=r"^ (?:and|or|&) (?:red|amber|green) (?!{fillers})[a-z]+",
    ),
    Rule(
        "thing",
        "the red and green maths sets",
        lead=r"\b(?:the|our|their|those|these|both|a) (?:red|amber|green) (?:and|or|&) $",
        after=r"^ (?!{fillers})[a-z]+",
    ),
    Rule("thing", "the green forms go to the office", after=r"^[ -]{things}\b"),
    Rule(
        "thing",
        "notes are in red",
        lead=r"\b(?:in|with|using) (?:the |a )?$",
        unless=r"\b(?:go|going|went|happy|settle|stick|comfortable|start|agree|confident|"
        r"content) with (?:an? )?$",
    ),
    Rule(
        "thing",
        "the tracker flags them red",
        lead=r"\b(?:flag|highlight|shade|colour|color|cod|turn|show|appear|mark|goes|going|"
        r"went|go|lit|light"
        r")\w*(?: (?:up|them|him|her|pupils|learners|it|as|on|in|to|at|all|cells?|"
        r"names?|anyone))* $",
        unless=r"\b(?:mark|marking|shows?|colour|flag|highlight|go(?:ing)?) (?:it|this|us|"
        r"ourselves|that|myself)"
        r"\b|\bi(?:'?d|'?ll|'?m| would| am)? (?:go|going|mark|be going)\b|\b(?:we|"
        r"i)(?:'?re|'?m|'?d|'?ll| are| would| will)? go",
    ),
    Rule(
        "thing",
        "12 pupils are red",
        lead=rf"\b(?:{_LEARNERS})\b(?: \w+){{0,3}} (?:are|is|at|on|as|were|being|a|"
        rf"who are)(?: \w+)? $",
        unless=r"\b(?:i|we)\b",
    ),
    Rule(
        "thing",
        "green for on track, amber for nearly",
        before=r"\b(?:cod(?:e|ed|es|ing)|key|system|scheme|legend|colou?rs?|"
        r"traffic lights?)\b[^.]*$",
        after=r"^ (?:for|=|if|when|is for|means)\b",
    ),
    Rule(
        "thing",
        "red means behind",
        after=r"^ (?:means?|meant|stands|=|is for|for (?:those|pupils|on track|behind))\b",
    ),
    Rule(
        "thing",
        "Amber Hunter, PT English",
        after=r"^ (?!(?i:{subjects})\b)[A-Z][a-z]{2,}, ",
        cased=True,
    ),
    Rule(
        "past",
        "last looked in May, red then",
        before=r"\b(?:last|looked|was|were|in \w+)\b",
        after=r"^ (?:back )?then\b",
    ),
    # -- questions to the coach ----------------------------------------------------------------
    Rule(
        "asked",
        "what would green look like?",
        before=r"^(?:\W*(?:so|and|but|sorry|ok|hmm|wait) )*(?:what|whit|which|how|why|does|do|"
        r"is (?:that|this|it)|would (?:that|this|it)"
        r"|are|should|can|could|when|whats|what's)\b",
        unless=r"\b(?:which is|is why|i'd|we'd|i would|i think|we're)\b|^do (?:we|not)|"
        + ASKS_TO_RECORD,
    ),
    # -- what others say -----------------------------------------------------------------------
    Rule(
        "others",
        "my predecessor had this down as green; their green, not mine",
        lead=rf"(?:\b(?:{_SOMEBODY})\b(?:(?! (?:i|we|me|mine|ours?)\b)[^.]){{0,60}}?"
        rf"|\b(?:their|theirs|his|hers|they'?re|they are) (?:an? )?)$",
        unless=_BY_ME,
    ),
    Rule(
        "others",
        "ex-head: green; on paper, in the plan the last team left, it is a green",
        before=rf"^[^.]*\b(?:{_SOMEBODY})\b"
        r"(?:(?! (?:i|we|me|mine|ours?|us|mysel\w*)\b)[^.;]){0,40}$",
        unless=_BY_ME,
    ),
    Rule(
        "others",
        "maths claim green",
        lead=r"\b(?:claims?|wants? (?:to say )?|says(?: it'?s)?|said(?: it'?s)?|told me|tells me|"
        r"called it|cried it|had (?:it|us|this) (?:at|as|down as)|typed|came out)"
        r"[\s\"“']*(?:an? )?$",
        unless=r"\b(?:i|we|i'd|we'd|i'll|ah'?d|to|tae|would|could|can|let'?s|us|me|be|team|slt|"
        r"which|that)\b[^,;.]{0,25}$",
    ),
    Rule(
        "others",
        "tha a' chomhairle ag ràdh dearg",
        before=r"\b(?:a' chomhairle|an sgoil eile|(?:an )?t-seann \w+|an luchd-sgrùdaidh)\b[^,]*$",
        unless=r"\b(?:mise|agam|leamsa|chanainn)\b",
    ),
    Rule(
        "others",
        "staff would say green",
        lead=r"\b(?:staff|teachers?|pts?|colleagues|authority|council|inspect\w*|hmie|some|"
        r"others?|people|"
        r"head(?:teacher)?|ht|dht|depute|pupils|parents|he|she|they|faculty|maths|"
        r"english|the (?:pt|ht|qio))\b"
        r"[^.]* (?:say|said|says|think|thinks|thought|rates?|rated|gave|calls?|called|"
        r"put|puts|reckons?|feels?|felt"
        r"|judged?|scored|had) (?:it |us |this |that |we're |we were |as |at |a |them |"
        r"themselves )*$",
        unless=r"\b(?:i|we|i'd|we'd|i'll)\b (?:\w+ )?(?:say|think|reckon|call|rate|put|feel)",
    ),
    # -- what it was ---------------------------------------------------------------------------
    Rule(
        "past",
        "red last year",
        after=r"^,? (?:last \w+|previously|"
        r"in the past|(?:a|two|three|\d) "
        r"years? ago|a while (?:ago|back)|back (?:then|in)|in 20\d\d|until|till|before|"
        r"at the start|when (?:i|we) "
        r"(?:started|arrived|first|came|last)|this time last|in the last|for years)\b",
    ),
    Rule(
        "past",
        "it was red last year, up from red, last year's red",
        lead=r"\b(?:(?:was|were|wis|wur|been|used to be|previously|formerly|before|"
        r"originally|started(?: \w+)? (?:at|on|"
        r"off|out|as)|up from|down from|(?<!far )(?<!way )(?<!off )(?<!away )from(?: a|"
        r" being)?|instead of|rather than|no longer|not? longer|last (?:year|session|"
        r"time|term|"
        r"month)(?:'s)?|back then|in 20\d\d|a year ago|years ago|(?:was|were|wis|"
        r"am) (?:going|gonnae|about|tempted) to (?:say|put|go)|(?:wanted|meant|tempted|"
        r"would have liked|like|love|nearly|almost|keen|inclined) to (?:say|put|"
        r"go)(?: for)?|on a good day|at (?:our|its) best|in theory|on paper|(?:heart|"
        r"head) says"
        r"|nearly (?:said|put)|nearly put|almost (?:said|put)|had (?:us|it) (?:at|as|"
        r"down as)|went from)\b[^,]{0,40})$",
        unless=r"\b(?:now|currently|these days|today|result (?:is|was)|decided|agreed)\b|"
        r"\b(?:i'd|we'd|i'll) (?!said|put)|\b(?:from|frae) (?:an? )?\w+ (?:up |"
        r"down )?(?:to|tae)(?: an?)? $",
    ),
    Rule(
        "past",
        "red under the old timetable; òmar an-uiridh",
        after=r"^,? (?:under (?:the |our )?(?:old|last|previous|former)\b|(?:a bh' ann )?an-uiridh"
        r"\b|a bh' ann\b)",
    ),
    # -- what it may become --------------------------------------------------------------------
    Rule(
        "hoped",
        "hope to be green by June",
        lead=r"\b(?:will(?: soon)? be|we'll be|it'll be|hop(?:e|es|ing)|aim(?:s|ing)?|"
        r"aspir\w+|(?:want|would like|like|wants) (?:it|this|us|everyone|everything|"
        r"all|the school|them)(?: at| to be)?|"
        r"(?:want|would like|like|wants) "
        r"to (?:be|get|see|reach|move)|target\w*|goal|plan\w*|to (?:reach|become|be|"
        r"hit|get)|get(?:ting)? (?:it |this |us )?(?:up )?to"
        r"|mov(?:e|ed|ing)(?: \w+)? (?:to|towards?|up to)|becom(?:e|ing)|"
        r"progress(?:ing)? to|make it to|bring (?:it |this )?(?:up )?to|work(?:ing)? "
        r"(?:to|towards?|up to)|push(?:ing)? (?:for|to|towards)|until (?:it's|we're)|"
        r"before (?:it's|we're)|next (?:year|session)"
        r"|what(?:'s| is) needed for|steps? to|route to|journey to|road to|"
        r"build(?:ing)? to(?:wards)?)\b[^,]{0,25}$",
        unless=r"\bi'?d (?:want|like|have) to (?:say|go|put|call)\b|"
        r"\bmoved (?:\w+ )?(?:up )?to $|\b(?:have|has|going) to be $"
        r"|\bgot to be $|\bneeds? to be $|\bwant to (?:say|put)\b|\bdown to $|"
        r"\bfrom \w+ to $|\bought to be $",
    ),
    Rule(
        "hoped",
        "should be green by June; would be green if every department did it",
        lead=r"\b(?:should|could|would|might|may|can|'d|wouldn't it)(?: (?:maybe|probably|"
        r"easily|well|only|even|then))? (?:be|say|have been|have said)"
        r"(?: at)?(?: a)? $",
        after=rf"^,? (?:{_FUTURE}|but (?:isn'?t|it'?s not|we'?re not|not)|except)\b",
        unless=r"\b(?:i|we)(?:'d| would| could) say $",
    ),
    Rule(
        "hoped",
        "green, by June, if we all mark together",
        after=r"^,? (?:by|before|come) (?:the )?(?:end of |start of |next |this time next )*(?:"
        r"june|may|easter|christmas|summer|august|september|october|november|december|january|february|"
        r"march|april|term|session|year|xmas)\b",
    ),
    Rule(
        "hoped",
        "would have been green",
        lead=r"\b(?:would|could|should|might|'d|nearly) (?:have|of) (?:been|said|put) $",
    ),
    # -- what it is not ------------------------------------------------------------------------
    Rule(
        "said",
        "no doubt it's green; amber at best; no better than amber",
        lead=r"\b(?:no doubt|no question|not? (?:just|only)|nothing but|can'?t (?:argue|"
        r"go wrong)|why not|no hesitation|"
        r"without (?:a )?(?:doubt|hesitation)|don'?t (?:hesitate|think twice)|"
        r"not? (?:any )?(?:better|more|higher|worse|less|lower) than|"
        r"can'?t be (?:more|any higher|better) than|nothing (?:more|better|worse) than|"
        r"no (?:brainer|contest))\b[^,]{0,25}$",
    ),
    Rule(
        "nearly",
        "not quite green; almost green; green isn't there yet",
        lead=r"(?:\b(?:not?|isn'?t|aren'?t|wouldn'?t|wouldnae|couldn'?t|can'?t|cannae|"
        r"don'?t|isnae|n't|nae)\b[^,]{0,25}\b(?:quite|yet|fully|"
        r"entirely|completely|totally|wholly|really|exactly|consistently|far off|"
        r"far from|a million miles from|(?:all )?the way to)(?: \w+){0,3} $"
        r"|\b(?:almost|nearly|close to|closing in on|approaching|(?:bordering|verging|"
        r"nudging|tipping)(?: on| into)?|"
        r"verging on|just short of|short of|shy of|just under|just below|on the (?:way|"
        r"cusp|verge|edge|brink)"
        r" (?:to|of)|nearing|heading (?:for|to|towards?)|getting (?:there|close) to|"
        r"getting on for|going on|knocking on|(?:edg|creep|inch|crawl|climb|nudg|"
        r"drift)\w+ (?:up )?(?:to|towards?|tae|into)?|on (?:our|"
        r"its) way to"
        r"|within touching distance of|pushing|touching)(?: being| a| the)? $)",
    ),
    Rule(
        "nearly",
        "not green yet",
        lead=r"\b(?:not?|isn'?t|aren'?t|wouldn'?t|wouldnae|couldn'?t|can'?t|cannae|don'?t|"
        r"dinnae|isnae|nae|never)\b[^,]{0,30}$",
        after=r"^ (?:just )?(?:yet|quite|across|everywhere|in (?:every|all)|for (?:everyone|"
        r"all)|consistently|through)",
    ),
    Rule(
        "denied",
        "more red than amber",
        lead=r"\b(?:more|rather|closer to|nearer) (?:an? )?(?:red|amber|green) than (?:an? )?$",
    ),
    Rule(
        "above",
        "better than amber",
        lead=r"\b(?:better|more|higher) than(?: an?)? $|\b(?:above|beyond|past)(?: an?)? $|"
        r"\bat least(?: an?)? $",
    ),
    Rule(
        "below",
        "worse than amber",
        lead=r"\b(?:worse|less|lower) than(?: an?)? $|\b(?:below|beneath)(?: an?)? $",
    ),
    Rule(
        "denied",
        "I wouldn't call it green",
        lead=r"\b(?:not|isn'?t|aren'?t|wouldn'?t|wouldnae|couldn'?t|couldnae|can'?t|cannot|"
        r"cannae|don'?t|dinnae|doesn'?t|disnae|never|hardly|scarcely|"
        r"far from|nowhere near|no way|isnae|arenae|urnae|won'?t|neither|nor|doubt|"
        r"ain'?t|anything but|miles off|a long way (?:off|from)|long way off|"
        r"shouldn'?t|hesitate to|reluctant to|hard to (?:say|call|claim|justify)|"
        r"difficult to (?:say|call|claim|justify)|too \w+ to (?:be|say|call)|"
        r"hesitant to|stop short of|it's no|its no|we're no|is no|are no|am no|"
        r"wish (?:i|we) could)\b[^,]{0,40}$",
        unless=r"\bnot sure\b.*\b(?:or|between|whether|if)\b|\bdon'?t know (?:if|whether)\b|"
        r"\bwhy (?:it|we|this)(?:'s| are| is)",
    ),
    Rule(
        "denied",
        "chan e òmar a th' ann; òmar seach uaine; uaine an àite òmar",
        lead=r"\b(?:chan e|chan eil \w+|seach|an àite) $",
    ),
    Rule(
        "denied",
        "red no an amber; amber no green yet; less an amber than a red",
        lead=r"\b(?:red|rid|amber|green),? (?:no|not|nae) (?:an? )?$|\b(?:less|no sae muckle) "
        r"(?:of )?(?:an? )?$|\banything but (?:an? )?$",
    ),
    Rule("denied", "no green here yet", lead=r"\b(?:no|nae) $", before=r"\w+ (?:no|nae) $"),
    Rule("denied", "green? no", after=r"^\?+ (?:no|nope|nah|naw|not|never|hardly|aye right)\b"),
    Rule(
        "denied",
        "green it is not",
        after=r"^ (?:it|this|we) (?:is|are)(?: not|n'?t|nae)\b|^ (?:isn'?t|would be (?:wrong|"
        r"generous|a stretch|pushing it|optimistic|kidding)|is (?:not|too|pushing|"
        r"a stretch|optimistic))\b",
    ),
    # -- leaning -------------------------------------------------------------------------------
    Rule(
        "leaned",
        "leaning towards amber; between amber and red, more red",
        lead=r"\b(?:lean\w*|tend\w*|edg\w+|swing\w*|veer\w*|err\w*|inclin\w+|nearer|closer|"
        r"mair|more|mostly|mainly|probably|if (?:pushed|pressed|forced)|(?:more|"
        r"heavier|bit) on|plump\w*)"
        r"(?: (?:to|towards?|the|of|a|an|on|side|just|it's|it is|like|i'd say))* $",
    ),
    Rule(
        "leaned",
        "amber and red, red if pushed",
        after=r"^ (?:if (?:pushed|pressed|forced|i had to|i have to)|side of|end of|"
        r"more than|rather than|than)\b",
    ),
    Rule(
        "leaned",
        "but if you pushed me, amber; if I have to pick one, amber; amber in the end",
        before=r"\b(?:if (?:you |i )?(?:push\w*|press\w*|forc\w*|must|ha(?:d|ve) to|need)"
        r"(?: [\w']+){0,5}|on balance|all in all|taken together|all told|in the end|"
        r"when all'?s said and done|com(?:e|ing) down on|land(?:ed|ing)? on|settl(?:e|ed|ing)"
        r" (?:on|for)|final answer(?: is)?|plump\w* for|my heid says|have to pick\b[^.]*)"
        r"[,:]? (?:(?:then|i'?d|i'?ll|we'?d|call|say|put|go|for|with|it|it'?s|an?|the|just) )*$",
    ),
    Rule(
        "leaned",
        "green here, amber there, amber overall",
        after=r"^,? (?:overall|on balance|in the end|all told|taken together|final answer|"
        r"as a (?:whole )?school|for the (?:whole )?school)\b",
    ),
    # -- a bare noun phrase --------------------------------------------------------------------
    Rule(
        "thing",
        "the amber pupils meet SfL",
        lead=r"\b(?:an?|the|our|their|those|these|any|all|every|each|your|my|his|her|which|what|"
        r"of|for|on|from) $",
        after=r"^ (?!{fillers})[a-z]+",
        unless=r"\b(?:all|on) $",
    ),
)

Patterns = tuple[re.Pattern[str] | None, ...]


@cache
def compiled() -> tuple[tuple[Rule, Patterns], ...]:
    """The rules with their patterns: lead, after, before, unless."""
    things = "(?:" + "|".join(re.escape(word) for word in shipped()["coloured_things"]) + ")"
    subjects = "|".join(re.escape(word) for word in shipped()["subjects"])
    fillers = (
        r"(?:"
        + "|".join(re.escape(word) for word in sorted(FILLERS))
        + r"|in|on|due|while|where|which|who|with|every|each|both|most|many|several|"
        r"across|not|nobody|staff|everyone|especially|particularly|though|until|given|"
        r"using|based|apart|except|despite|until|between)\b"
    )

    def ready(pattern: str) -> re.Pattern[str] | None:
        pattern = (
            pattern.replace("{subjects}", subjects)
            .replace("{things}", things)
            .replace("{fillers}", fillers)
        )
        return re.compile(pattern) if pattern else None

    return tuple(
        (rule, (ready(rule.lead), ready(rule.after), ready(rule.before), ready(rule.unless)))
        for rule in RULES
    )
