"""Which colours a reply names, and which of them are its rating.

A colour is a rating only when the writer gives it to what was asked, now. The
table says what else a colour can be: a thing, a name, what it used to be, what it
is hoped to be, what others say, what it is not. The first rule that fits decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Final, Literal

from mtcoach.coach.lexicon import FILLERS, bare
from mtcoach.coach.text import fold, sentences
from mtcoach.coach.vocabulary import shipped
from mtcoach.questions.models import COLOURS, Colour

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
class Mention:
    """A colour word in a reply and the part it plays; `why` are the words that decided."""

    colour: Colour
    start: int
    end: int
    role: Role
    why: str


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


_PLACES: Final = "Primary|Academy|High|School|Nursery|Street|Road|Lane|House|Park|Centre|Drive|Avenue|Valley|Group"
_LEARNERS: Final = (
    r"pupils?|learners?|children|kids|students?|anyone|anybody|those|they|weans|bairns|young people|who|"
    r"\d+|names?|targets?|cells?|(?:a|the|each|every|that|any) (?:child|pupil|learner|wean)"
)
_FUTURE: Final = r"by|next|soon|once|when|if|eventually|after|this time next|in (?:a|the|two|three|\d+|june|may|march)"

RULES: Final = (
    # -- names and things ---------------------------------------------------------------
    Rule("thing", "Mrs Green leads this", lead=r"\b(?:mr|mrs|ms|miss|mx|dr|sir|prof|fr|rev)\.? $"),
    Rule("thing", "Green Lane Primary", after=rf"^ (?:\w+ )?(?:{_PLACES})\b", cased=True),
    Rule(
        "thing",
        "Amber leads this in S2",
        after=r"^ (?:[A-Z][a-z]+ )?(?:leads|runs|teaches|does|keeps|takes|organises|coordinates|manages|said|says|told"
        r"|checks|holds|collects|oversees|in [sp]\d)\b",
        before=r"(?:^|[.!?] )$",
        cased=True,
    ),
    Rule(
        "thing",
        "Amber's mum asked for it",
        after=r"^'s (?:mum|mother|dad|father|gran|class|group|folder|work|teacher|targets?|results|team)\b",
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
    Rule("thing", "the green forms go to the office", after=r"^[ -]{things}\b"),
    Rule(
        "thing",
        "notes are in red",
        lead=r"\b(?:in|with|using) (?:the |a )?$",
        unless=r"\b(?:go|going|went|happy|settle|stick|comfortable|start|agree|confident|content) with (?:an? )?$",
    ),
    Rule(
        "thing",
        "the tracker flags them red",
        lead=r"\b(?:flag|highlight|shade|colour|color|cod|turn|show|appear|mark|goes|going|went|go|lit|light"
        r")\w*(?: (?:up|them|him|her|pupils|learners|it|as|on|in|to|at|all|cells?|names?|anyone))* $",
        unless=r"\b(?:mark|marking|shows?|colour|flag|highlight|go(?:ing)?) (?:it|this|us|ourselves|that|myself)"
        r"\b|\bi(?:'?d|'?ll|'?m| would| am)? (?:go|going|mark|be going)\b|\b(?:we|i)(?:'?re|'?m|'?d|'?ll| are| would| will)? go",
    ),
    Rule(
        "thing",
        "12 pupils are red",
        lead=rf"\b(?:{_LEARNERS})\b(?: \w+){{0,3}} (?:are|is|at|on|as|were|being|a|who are)(?: \w+)? $",
        unless=r"\b(?:i|we)\b",
    ),
    Rule(
        "thing",
        "green for on track, amber for nearly",
        before=r"\b(?:cod(?:e|ed|es|ing)|key|system|scheme|legend|colou?rs?|traffic lights?)\b[^.]*$",
        after=r"^ (?:for|=|if|when|is for|means)\b",
    ),
    Rule(
        "thing",
        "red means behind",
        after=r"^ (?:means?|meant|stands|=|is for|for (?:those|pupils|on track|behind))\b",
    ),
    # -- questions to the coach ---------------------------------------------------------
    Rule(
        "asked",
        "what would green look like?",
        before=r"^(?:\W*(?:so|and|but|sorry|ok|hmm|wait) )*(?:what|whit|which|how|why|does|do|is (?:that|this|it)|would (?:that|this|it)"
        r"|are|should|can|could|when|whats|what's)\b",
        unless=r"\b(?:which is|is why|i'd|we'd|i would|i think|we're)\b|^do (?:we|not)",
    ),
    # -- what others say ------------------------------------------------------------------
    Rule(
        "others",
        "staff would say green",
        lead=r"\b(?:staff|teachers?|pts?|colleagues|authority|council|inspect\w*|hmie|some|others?|people|"
        r"head(?:teacher)?|ht|dht|depute|pupils|parents|he|she|they|faculty|maths|english|the (?:pt|ht|qio))\b"
        r"[^.]* (?:say|said|says|think|thinks|thought|rates?|rated|gave|calls?|called|put|puts|reckons?|feels?|felt"
        r"|judged?|scored|had) (?:it |us |this |that |we're |we were |as |at |a |them |themselves )*$",
        unless=r"\b(?:i|we|i'd|we'd|i'll)\b (?:\w+ )?(?:say|think|reckon|call|rate|put|feel)",
    ),
    # -- what it was -------------------------------------------------------------------------
    Rule(
        "past",
        "red last year",
        after=r"^,? (?:last (?:year|session|time|term|month|week|june|may)|previously|in the past|(?:a|two|three|\d) "
        r"years? ago|a while (?:ago|back)|back (?:then|in)|in 20\d\d|until|till|before|at the start|when (?:i|we) "
        r"(?:started|arrived|first|came|last)|this time last|in the last|for years)\b",
    ),
    Rule(
        "past",
        "it was red last year, up from red, last year's red",
        lead=r"\b(?:(?:was|were|wis|wur|been|used to be|previously|formerly|before|originally|started(?: \w+)? (?:at|on|"
        r"off|out|as)|up from|down from|(?<!far )(?<!way )(?<!off )(?<!away )from(?: a| being)?|instead of|rather than|no longer|not? longer|last (?:year|session|time|term|"
        r"month)(?:'s)?|back then|in 20\d\d|a year ago|years ago|(?:was|were|wis|am) (?:going|gonnae|about|tempted) to (?:say|put|go)|(?:wanted|meant|tempted|would have liked|like|love|nearly|almost|keen|inclined) to (?:say|put|go)(?: for)?|on a good day|at (?:our|its) best|in theory|on paper|(?:heart|head) says"
        r"|nearly (?:said|put)|nearly put|almost (?:said|put)|had (?:us|it) (?:at|as|down as)|went from)\b[^,]{0,40})$",
        unless=r"\b(?:now|currently|these days|today|result (?:is|was)|decided|agreed)\b|\b(?:i'd|we'd|i'll) (?!said|put)|\b(?:from|frae) (?:an? )?\w+ (?:up |down )?(?:to|tae)(?: an?)? $",
    ),
    # -- what it may become -----------------------------------------------------------------
    Rule(
        "hoped",
        "hope to be green by June",
        lead=r"\b(?:will(?: soon)? be|we'll be|it'll be|hop(?:e|es|ing)|aim(?:s|ing)?|aspir\w+|(?:want|would like|like|wants) (?:it|this|us)(?: at| to be)?|(?:want|would like|like|wants) "
        r"to (?:be|get|see|reach|move)|target\w*|goal|plan\w*|to (?:reach|become|be|hit|get)|get(?:ting)? (?:it |this |us )?(?:up )?to"
        r"|mov(?:e|ed|ing)(?: \w+)? (?:to|towards?|up to)|becom(?:e|ing)|progress(?:ing)? to|make it to|bring (?:it |this )?(?:up )?to|work(?:ing)? "
        r"(?:to|towards?|up to)|push(?:ing)? (?:for|to|towards)|until (?:it's|we're)|before (?:it's|we're)|next (?:year|session)"
        r"|what(?:'s| is) needed for|steps? to|route to|journey to|road to|build(?:ing)? to(?:wards)?)\b[^,]{0,25}$",
        unless=r"\bi'?d (?:want|like|have) to (?:say|go|put|call)\b|\bmoved (?:\w+ )?(?:up )?to $|\b(?:have|has|going) to be $"
        r"|\bgot to be $|\bneeds? to be $|\bwant to (?:say|put)\b|\bdown to $|\bfrom \w+ to $|\bought to be $",
    ),
    Rule(
        "hoped",
        "should be green by June; would be green if every department did it",
        lead=r"\b(?:should|could|would|might|may|can|'d|wouldn't it)(?: (?:maybe|probably|easily|well|only|even|then))? (?:be|say|have been|have said)"
        r"(?: at)?(?: a)? $",
        after=rf"^,? (?:{_FUTURE}|but (?:isn'?t|it'?s not|we'?re not|not)|except)\b",
        unless=r"\b(?:i|we)(?:'d| would| could) say $",
    ),
    Rule(
        "hoped",
        "would have been green",
        lead=r"\b(?:would|could|should|might|'d|nearly) (?:have|of) (?:been|said|put) $",
    ),
    # -- what it is not --------------------------------------------------------------------------
    Rule(
        "said",
        "no doubt it's green; amber at best; no better than amber",
        lead=r"\b(?:no doubt|no question|not? (?:just|only)|nothing but|can'?t (?:argue|go wrong)|why not|no hesitation|"
        r"without (?:a )?(?:doubt|hesitation)|don'?t (?:hesitate|think twice)|not? (?:any )?(?:better|more|higher|worse|less|lower) than|"
        r"can'?t be (?:more|any higher|better) than|nothing (?:more|better|worse) than|no (?:brainer|contest))\b[^,]{0,25}$",
    ),
    Rule(
        "nearly",
        "not quite green; almost green; green isn't there yet",
        lead=r"(?:\b(?:not?|isn'?t|aren'?t|wouldn'?t|wouldnae|couldn'?t|can'?t|cannae|don'?t|isnae|n't|nae)\b[^,]{0,25}\b(?:quite|yet|fully|"
        r"entirely|completely|totally|wholly|really|exactly|consistently|far off|far from|a million miles from|(?:all )?the way to)(?: \w+){0,3} $"
        r"|\b(?:almost|nearly|close to|closing in on|approaching|bordering on|verging on|just short of|short of|shy of|just under|just below|on the (?:way|cusp|verge|edge|brink)"
        r" (?:to|of)|nearing|heading (?:for|to|towards?)|getting (?:there|close) to|getting on for|going on|knocking on|edging (?:to|towards?|into)?|on (?:our|its) way to"
        r"|within touching distance of|pushing|touching)(?: being| a| the)? $)",
    ),
    Rule(
        "nearly",
        "not green yet",
        lead=r"\b(?:not?|isn'?t|aren'?t|wouldn'?t|wouldnae|couldn'?t|can'?t|cannae|don'?t|dinnae|isnae|nae|never)\b[^,]{0,30}$",
        after=r"^ (?:just )?(?:yet|quite|across|everywhere|in (?:every|all)|for (?:everyone|all)|consistently|through)",
    ),
    Rule(
        "denied",
        "more red than amber",
        lead=r"\b(?:more|rather|closer to|nearer) (?:an? )?(?:red|amber|green) than (?:an? )?$",
    ),
    Rule(
        "above",
        "better than amber",
        lead=r"\b(?:better|more|higher) than(?: an?)? $|\b(?:above|beyond|past)(?: an?)? $|\bat least(?: an?)? $",
    ),
    Rule(
        "below",
        "worse than amber",
        lead=r"\b(?:worse|less|lower) than(?: an?)? $|\b(?:below|beneath)(?: an?)? $",
    ),
    Rule(
        "denied",
        "I wouldn't call it green",
        lead=r"\b(?:not|isn'?t|aren'?t|wouldn'?t|wouldnae|couldn'?t|couldnae|can'?t|cannot|cannae|don'?t|dinnae|doesn'?t|disnae|never|hardly|scarcely|"
        r"far from|nowhere near|no way|isnae|arenae|urnae|won'?t|neither|nor|doubt|ain'?t|anything but|miles off|a long way (?:off|from)|long way off|"
        r"shouldn'?t|hesitate to|reluctant to|hard to (?:say|call|claim|justify)|difficult to (?:say|call|claim|justify)|too \w+ to (?:be|say|call)|"
        r"hesitant to|stop short of|it's no|its no|we're no|is no|are no|am no|wish (?:i|we) could)\b[^,]{0,40}$",
        unless=r"\bnot sure\b.*\b(?:or|between|whether|if)\b|\bdon'?t know (?:if|whether)\b|\bwhy (?:it|we|this)(?:'s| are| is)",
    ),
    Rule("denied", "no green here yet", lead=r"\b(?:no|nae) $", before=r"\w+ (?:no|nae) $"),
    Rule("denied", "green? no", after=r"^\?+ (?:no|nope|nah|naw|not|never|hardly|aye right)\b"),
    Rule(
        "denied",
        "green it is not",
        after=r"^ (?:it|this|we) (?:is|are)(?: not|n'?t|nae)\b|^ (?:isn'?t|would be (?:wrong|generous|a stretch|pushing it|optimistic|kidding)|is (?:not|too|pushing|a stretch|optimistic))\b",
    ),
    # -- leaning ------------------------------------------------------------------------------------
    Rule(
        "leaned",
        "leaning towards amber; between amber and red, more red",
        lead=r"\b(?:lean\w*|tend\w*|edg\w+|swing\w*|veer\w*|err\w*|inclin\w+|nearer|closer|mair|more|mostly|mainly|probably|if (?:pushed|pressed|forced)|(?:more|heavier|bit) on|plump\w*)"
        r"(?: (?:to|towards?|the|of|a|an|on|side|just|it's|it is|like|i'd say))* $",
    ),
    Rule(
        "leaned",
        "amber and red, red if pushed",
        after=r"^ (?:if (?:pushed|pressed|forced|i had to|i have to)|side of|end of|more than|rather than|than)\b",
    ),
    # -- a bare noun phrase ---------------------------------------------------------------------------
    Rule(
        "thing",
        "the amber pupils meet SfL",
        lead=r"\b(?:the|our|their|those|these|any|all|every|each|your|my|his|her|which|what|of|for|on|from) $",
        after=r"^ (?!{fillers})[a-z]+",
        unless=r"\b(?:all|on) $",
    ),
)

_TYPOS: Final[dict[str, Colour]] = {
    "redd": "red", "rred": "red", "rde": "red", "reed": "red",
    "ambr": "amber", "ambre": "amber", "amebr": "amber", "amberr": "amber", "abmer": "amber", "aamber": "amber",
    "ammber": "amber", "amner": "amber", "anber": "amber", "ambet": "amber", "ambee": "amber", "amer": "amber", "ambber": "amber",
    "aber": "amber", "mber": "amber", "ambar": "amber", "ambor": "amber", "abmber": "amber", "orange": "amber", "yellow": "amber",
    "yellae": "amber", "amberish": "amber", "greenish": "green", "reddish": "red", "ambers": "amber", "greens": "green",
    "gren": "green", "geen": "green", "grren": "green", "greeen": "green", "grene": "green", "reen": "green", "grean": "green",
    "grn": "green", "gree": "green", "grreen": "green", "gereen": "green", "greem": "green", "greeb": "green", "fgreen": "green",
    "amberish-green": "amber", "rouge": "red", "rid": "red", "dearg": "red", "òmar": "amber", "omar": "amber", "uaine": "green",
}  # fmt: skip
# These are words too: a colour only where they are the whole reply.
_ALONE: Final = frozenset(
    {
        "reed",
        "rid",
        "aber",
        "amer",
        "gree",
        "reen",
        "omar",
        "rde",
        "yellow",
        "orange",
        "rouge",
        "greens",
        "ambers",
    }
)
_SIGNS: Final[dict[str, Colour]] = {
    "🔴": "red", "🟥": "red", "❌": "red", "🟠": "amber", "🟡": "amber", "🟧": "amber", "🟨": "amber", "🟢": "green",
    "🟩": "green", "✅": "green", "💚": "green", "🧡": "amber", "💛": "amber", "❤": "red", "♥": "red",
}  # fmt: skip
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
    r"(?:(?:so|ok|right|well|hmm|um|er|och|aye|yes|yeah|i'?d|id|i would|i'?ll|we'?d|we would|we'?ll|i|we|it'?s|its|it is|we'?re|we are|that'?s|this is|"
    r"probably|maybe|perhaps|definitely|currently|overall|a|an|solid|strong|think|say|give|go|going|for|call|rate|rated|rating|score|put|it|us|this|"
    r"that|at|as|rag|of|about|around|just|only|be|:|=|number|option|choose|pick)[ :]*(?=[ :=]|\b) *)*"
)
_SHORT: Final = re.compile(
    rf"^\W*{_FRAME}(?P<key>[rag123]|one|two|three)(?P<half>ish)?"
    r"(?=$|\s*[.,;:!)–]|\s+-|\s*$|\s+(?:because|as|since|but|cos|coz|for (?:us|me|now|this)|we|i|it's|not|overall|really|"
    r"probably|i'd|though|at (?:the moment|best)|out of (?:3|three))\b)(?!\s*[.,]\d)"
)
_TWO: Final = re.compile(
    rf"^\W*{_FRAME}(?:between |somewhere |around |either )*(?:an? )?(?P<one>[rag123]|one|two) ?(?:/|-|or|and|to|–|\+) ?(?:an? )?(?P<two>[rag123]|two|three)\W*$"
)
_HALF: Final = re.compile(rf"^\W*{_FRAME}(?P<whole>[12])(?:\.5|½| and a half)\W*$")


@cache
def _compiled() -> tuple[tuple[Rule, tuple[re.Pattern[str] | None, ...]], ...]:
    things = "(?:" + "|".join(re.escape(word) for word in shipped()["coloured_things"]) + ")"
    fillers = (
        r"(?:"
        + "|".join(re.escape(word) for word in sorted(FILLERS))
        + r"|in|on|due|while|where|which|who|with|every|each|both|most|many|several|across|not|nobody|staff|everyone|especially|particularly|though|until|given|using|based|apart|except|despite|until|between)\b"
    )

    def ready(pattern: str) -> re.Pattern[str] | None:
        pattern = pattern.replace("{things}", things).replace("{fillers}", fillers)
        return re.compile(pattern) if pattern else None

    return tuple(
        (rule, (ready(rule.lead), ready(rule.after), ready(rule.before), ready(rule.unless)))
        for rule in RULES
    )


_CUT: Final = re.compile(
    r"[,:–;()]|\s-\s|\b(?:but|however|although|though|now|so)\b(?! (?:be|say)\b)"
)


def mentions(text: str) -> tuple[Mention, ...]:
    """The colours that `text` names, in order, each with its role."""
    folded = fold(text)
    found: list[Mention] = []
    for hit in _COLOUR.finditer(folded):
        word = hit.group().rstrip("️")
        colour = _colour(word)
        if colour is None or (word in _ALONE and not bare(folded.replace(word, " "))):
            continue
        role, why = _role(text, folded, hit.start(), hit.end())
        found.append(Mention(colour, hit.start(), hit.end(), role, why))
    return _unless_all(folded, found)


def _unless_all(folded: str, found: list[Mention]) -> tuple[Mention, ...]:
    """Three colours in one sentence explain a scheme: none of them is the rating."""
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
    return None


# How far around a colour its role is looked for: more than any sentence needs.
_REACH: Final = 240


def _role(
    text: str, folded: str, start: int, end: int, around: Stretch
) -> tuple[Role, str]:
    left = max(around.start, start - _REACH)
    right = min(len(folded), end + _REACH)
    cuts = [cut.end() for cut in _CUT.finditer(folded, left, start)]
    lead_from = max(cuts, default=left)
    while lead_from < start and folded[lead_from] == " ":
        lead_from += 1
    for rule, (lead, after, before, unless) in _compiled():
        source = text if rule.cased else folded
        if rule.cased and text[start : start + 1].islower():
            continue
        held = []
        if lead is not None:
            match = lead.search(source[lead_from:start])
            if not match:
                continue
            held.append(match.group())
        if after is not None:
            match = after.search(source[end:right])
            if not match:
                continue
            held.append(match.group())
        if before is not None:
            match = before.search(source[left:start])
            if not match:
                continue
        if unless is not None and unless.search(source[left:start]):
            continue
        if rule.role == "asked" and "?" not in folded[end:]:
            continue
        words = f"{held[0] if held and lead else ''}{text[start:end]}{held[-1] if held and after else ''}"
        return rule.role, " ".join(words.split())
    return "said", text[start:end]
