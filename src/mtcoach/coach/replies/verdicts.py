"""Judgements without a colour: "it's patchy", "works really well", "no bad", "aye, mostly".

They imply a rating where a careful listener would hear one, and are then said
back as inferred. A description ("we meet termly") is no judgement.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from mtcoach.coach.words.text import fold
from mtcoach.questions.models import Colour


@dataclass(frozen=True, slots=True)
class Verdict:
    """A judging phrase: the colour it implies, where it stands."""

    colour: Colour
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Sign:
    """Words that imply a colour, with an example that they read right."""

    colour: Colour
    example: str
    pattern: str


_STAFF: Final = (
    r"(?:staff|teachers?|departments?|depts?|faculties|faculty|classes|"
    r"class teachers|colleagues|subjects|stages|teams|pts|practitioners|the school|"
    r"us)"
)
_BUT: Final = r"(?:but|though|although|however|except|apart from|just|only|tho|bar|other than)"

# Read in this order; what an earlier sign took, a later one does not read again.
SIGNS: Final = (
    Sign(
        "amber",
        "yes and no",
        r"\b(?:the )?(?:rest|others) (?:\w+ )?(?:don't|dinnae|do not|aren't|are not|"
        r"isn't|haven't|lag|less|not)\b|"
        r"\b(?:a (?:wee |fair )?bit|more|plenty|still (?:some |more )?(?:work|lots)?|"
        r"some work|lots|work) (?:still )?to (?:do|go)\b|"
        r"\b(?:yes|aye|yeah|yep) (?:and|an|&) (?:no|naw|nah)\b|\b(?:a )?bit of (?:both|"
        r"a mix\w*)\b|\b(?:work|works|working|great|fine|good|well|strong|solid|"
        r"happens|does|do|yes)\b[^.;]{0,50}\bbut\b[^.;]{0,50}\b(?:not|less|isn'?t|"
        r"aren'?t|doesn'?t|don'?t|all over the (?:shop|place)|weak\w*|poor\w*|"
        r"struggl\w*|patchy|hardly|rarely|never|barely|no)\b|\byes/no\b|\bin (?:some|"
        r"many|certain|lots of) (?:ways|respects|places|areas|subjects|departments|"
        r"classes|cases|stages)\b(?! we)",
    ),
    Sign(
        "amber",
        "some departments do, others don't",
        rf"\bsome (?:\w+ ){{0,2}}?(?:of )?(?:our |the )?(?:{_STAFF}|people|folk|do\b|"
        rf"are\b|have\b)?[^.;]*?\b(?:others?|some|rest|"
        rf"and some) (?:\w+ ){{0,3}}?(?:don'?t|dinnae|do not|aren'?t|are not|not|"
        rf"haven'?t|less|struggle|never|barely|won'?t|no|still|need|hardly|rarely)\b",
    ),
    Sign(
        "amber",
        "it's patchy",
        r"\b(?:patchy|hit (?:and|or|an|&) miss|mixed(?: picture| bag| practice|"
        r" bunch)?|variable|varied|varies|inconsisten\w+|uneven|sporadic|depends (?:on|"
        r"who|which|what)|in (?:pockets|patches|parts|places|bits)|pockets of|"
        r"bits and pieces|up and down|swings and roundabouts|curate'?s egg|"
        r"half[- ]and[- ]half|fifty[- ]fifty|50[/ -]?50|half[- ]way|part(?:ial)?ly|"
        r"partial|in part|part way|partway|up to a point|(?:to|tae) (?:an?|some|"
        r"a certain|a degree|a limited) (?:extent|degree)|somewhat|so[- ]so|middling|"
        r"swithering|comme ci)\b|\bit varies\b|\bnot (?:consistent|consistently|"
        r"uniform|universal|across the board)\b|\bno consistency\b|\black(?:s|"
        r"ing)? (?:of )?consistency\b",
    ),
    Sign(
        "amber",
        "about half of departments",
        rf"\b(?:about|around|roughly|maybe|nearly|almost|just over|just under|only|"
        rf"over)? ?(?:half|two[- ]thirds|a third|(?:4|5|6|7)\d ?%)(?: of| the|"
        rf" our)* (?:the )?{_STAFF}\b",
    ),
    Sign(
        "amber",
        "most departments, not all",
        rf"\b(?:most|many|mostly|majority|some)\b[^.;]{{0,40}}\b(?:not (?:all|"
        rf"every\w*)|{_BUT})\b|\bnot (?:all|every|everyone|everybody|"
        rf"everywhere)\b(?: {_STAFF})?|\bno' (?:all|every\w*)\b",
    ),
    Sign(
        "amber",
        "getting there",
        r"\b(?:getting there|gettin there|work in progress|wip\b|under way|underway|"
        r"in development|developing|emerging|on (?:our|the) way|making progress|"
        r"progressing|improving|coming (?:on|along)|early (?:days|stages)|half-?baked|"
        r"room for improvement|could be (?:\w+er|improved|more \w+)|could do (?:better|"
        r"with \w+)|needs? (?:some |more |a bit of |a wee bit of |further )?(?:work|"
        r"tightening|improvement|development|polish)\b|more to do|some way to go|"
        r"a way to go|a bit to go|still to do|not there(?: yet)?|variation|variability|"
        r"no there yet|"
        r"not quite there|nearly there|almost there|no quite there|"
        r"not fully (?:embedded|there)|not yet (?:embedded|consistent|fully)|"
        r"not (?:fully )?embedded|beginning to|starting to)\b",
    ),
    Sign(
        "amber",
        "no bad",
        r"\b(?:not|no|nae|no') (?:too |that |half |so )?(?:bad|terrible|awful|"
        r"great shakes)\b|\bno bad\b|\b(?:it'?s |we'?re |is |are |doing )(?:ok|okay|"
        r"alright|all right|fair|decent|fine)(?:ish)?\b(?=,| but| i (?:suppose|guess|"
        r"think)| enough|$|\.)|\b(?:ok|okay|alright|all right|fine|decent)(?:ish| but|"
        r" enough| in (?:some|most|parts))|\b(?:adequate|reasonable|satisfactory|"
        r"average|passable|acceptable|middle of the road)(?=,| but| i (?:suppose|guess|"
        r"think)| enough|$|\.)|\bok-?ish\b|\bish$",
    ),
    Sign(
        "amber",
        "sort of",
        r"^(?:well |aye |yes |yeah |och |hmm |um |er |i'd say |i think |"
        r"only )*(?:sort of|sorta|kind of|kinda|partly|sometimes|somewhat|mostly|"
        r"largely|mainly|usually|generally|often|for the most part|on the whole|"
        r"by and large|more or less|in theory|not entirely|not always|not completely|"
        r"not wholly|not fully|not totally|not quite|no quite|no always|no entirely|"
        r"a bit|a wee bit|a little|half|some|occasionally|it can be|could be|ish|meh|"
        r"maybe aye maybe naw)\b(?=\W*$|,|\.| -| –|;| but| yes| aye| i | we do|"
        r" of (?:the )?time| true| there)|^(?:yes|aye|yeah)\b[^.;]{1,40}\b(?:no|naw|"
        r"nah|not)\b (?:in|for|at)\b|\b(?:made|making) (?:a|some|good) (?:start|"
        r"headway|inroads|progress)\b|^(?:we|it|staff|they)(?:'ve| have)? (?:just |"
        r"only )?(?:started|begun)\b",
    ),
    Sign(
        "amber",
        "yes, but not in S3",
        rf"^(?:well )?(?:yes|aye|yeah|yep|yup|we do|it does|"
        rf"they do)\b[^.;]{{0,60}}\b(?:{_BUT}|not (?:in|for|all|every|always|"
        rf"consistently|everywhere)|mostly|mainly|in (?:some|most)|to an extent|"
        rf"sort of|up to a point)\b",
    ),
    Sign(
        "amber",
        "no, but we've started",
        rf"^(?:no|not|naw|nah|nope)\b[^.;]{{0,40}}\b{_BUT}\b[^.;]*\b(?:some|started|"
        rf"starting|begun|beginning|getting|piloting|trialling|working|most|a few|"
        rf"coming|improving|partly)\b",
    ),
    Sign(
        "red",
        "non-existent",
        r"\b(?:non-?existent|doesn'?t exist|does not exist|disnae exist|"
        r"doesn'?t happen|does not happen|disnae happen|don'?t happen|isn'?t happening|"
        r"not happening|no happening|nothing (?:in place|like that|yet|formal|at all|"
        r"exists|really|there)|not in place|none in place|"
        r"no(?:t a)? system(?: for (?:this|that))?(?: in place| at all| yet)?|"
        r"no (?:such thing|process(?:es)?(?: for (?:this|that))?|structure|"
        r"consistent approach|shared approach|agreed approach|formal (?:system|"
        r"approach|process))|have(?:n'?t| not) (?:started|begun|got (?:anything|this|"
        r"one|a system|to this))|havenae (?:started|begun|got)|not (?:yet )?(?:started|"
        r"begun)|(?:yet|still) to (?:start|begin)|not something we (?:do|have|"
        r"currently do)|something we don'?t (?:do|have)|never (?:happens|happened|done|"
        r"do it|do this|got round to)|no one does|nobody does|naebody does|"
        r"none of (?:us|them|our staff|the departments)|hardly (?:at all|anyone|"
        r"anybody|any|ever|any (?:staff|departments))|barely (?:at all|happens|any|"
        r"exists)|rarely if ever|very little|scarcely any|very few (?:staff|"
        r"departments|teachers)|few (?:staff|departments|teachers) do|big gap|huge gap|"
        r"real gap|gap for us|major (?:weakness|gap|issue|concern)|real weakness|"
        r"an? (?:area of )?weakness|very weak|weak(?:ness)?\b|poor(?:ly)?\b|dire|"
        r"shocking|terrible|awful|woeful|hopeless|rubbish|mince|keech|honking|pants|"
        r"guff|broken|a mess|a shambles|shambolic|chaos|chaotic|all over the (?:place|"
        r"shop)|there (?:isn'?t|is no|isnae|are no|aren'?t) (?:one|any|anything|such|"
        r"much)|no (?:system|process) (?:whatsoever|at all)|ad ?hoc|abysmal|dreadful|"
        r"bottom of the (?:list|class)|back to the drawing board|square one|dreich|"
        r"a disaster|not good(?: enough)?|no good enough|not great|no great|not well|"
        r"failing|falling down)\b",
    ),
    Sign(
        "red",
        "not really",
        r"^(?:well |um |er |hmm |och |honestly |to be honest |if i'm honest |sadly |"
        r"unfortunately |i'm afraid |tbh |just )*,? ?(?:not (?:really|at all|yet|"
        r"as yet|at present|at the moment|currently|in any (?:real |meaningful )?way|"
        r"consciously|that i (?:know|am aware) of|in the slightest|so much|"
        r"nearly enough|remotely|as such)|no (?:really|yet|at all)|no we (?:don'?t|"
        r"do not|aren'?t|haven'?t)|(?:we|they|it) (?:don'?t|do not|dinnae|doesn'?t|"
        r"disnae|haven'?t|havenae)(?: (?:really|do (?:this|that|it)|have (?:this|that|"
        r"one|it|any)|at all|yet|at the moment|currently))*|never|nowhere near|"
        r"far from it|absolutely not|definitely not|certainly not|no way|no chance|"
        r"hardly|barely|rarely|nothing|none|zero|nada|zilch|nil|hee haw|"
        r"heehaw)\b(?=\W*$|,|\.| -| –| i'?m afraid| tbh| unfortunately| sadly|;| at)",
    ),
    Sign(
        "red",
        "we don't do this",
        r"\b(?:we|they|staff|teachers) (?:just |simply |really |still |"
        r"currently )?(?:don'?t|do not|dinnae|dinna|haven'?t got|don't currently|"
        r"don't really|don't actually) (?:currently |really |actually |even )?(?:do|"
        r"have) (?:this|that|it|one|any of (?:this|that)|anything(?: like (?:this|"
        r"that))?)\b",
    ),
    Sign(
        "green",
        "really well across the school",
        r"\b(?:(?:works?|working|going|goes|done|do (?:it|this|that)|doing|runs?|"
        r"running|does (?:this|it)|used|established|understood|managed|led|"
        r"bedded in) (?:really |very |extremely |pretty |fairly |quite )?(?:well|"
        r"brilliantly|superbly|smoothly|like clockwork)|(?:well|fully|really|truly|"
        r"deeply|firmly|totally|completely|strongly|securely) (?:embedded|established|"
        r"understood|in place|developed|bedded in|consistent)|embedded|bedded in|"
        r"(?:really|very|extremely|consistently|so) (?:strong|good|effective|robust|"
        r"well|secure|confident|consistent|positive|proud)|(?:a |real |big |key |"
        r"major |one of our |our )+strengths?(?: of ours)?|excellent|outstanding|"
        r"superb|brilliant|fantastic|great|tremendous|exemplary|first class|top notch|"
        r"pure dead brilliant|magic|barry|braw|brawest|spot on|nailed|sorted|cracking|"
        r"strong(?:ly)?(?: practice)?|robust|second nature|in great shape|no concerns|"
        r"without exception|every single|across the (?:whole )?(?:board|school)|"
        r"throughout the (?:whole )?school|whole[- ]school|"
        r"consistent(?:ly)?(?: across)?|we'?re good|good shape|a strong point|"
        r"happy with (?:this|it|that)|confident (?:in|about|with) (?:this|it|that)|"
        r"very (?:happy|pleased|confident)|proud of)\b",
    ),
    Sign(
        "green",
        "all staff do",
        rf"\b(?:(?:all|every|each|almost all|nearly all|virtually all|9\d ?%|100 ?%)"
        rf"(?: of)?(?: our| the)* {_STAFF}|everyone|everybody|a'body|abody)\b"
        rf"(?: \w+){{0,2}} (?:do|does|use|uses|follow|follows|has|"
        rf"have|know|knows|understand|understands|on board|signed up|doing|using|are)\b",
    ),
    Sign(
        "green",
        "yes, definitely",
        r"^(?:well |och |oh |um |er |i think |i'd say |i would say |i believe |"
        r"to be fair )*,? ?(?:yes|yep|yeah|aye|yup|ay|ya|yass|yas|absolutely|"
        r"definitely|certainly|for sure|of course|indeed|totally|completely|"
        r"very much(?: so)?|without (?:a )?doubt|100(?= ?%\W*$)|always|"
        r"we do(?! it\b)(?: indeed| so| that| this)?|"
        r"it does|they do|we have|they are|it is|we are|sure do|too right|"
        r"you bet|correct|affirmative|by all means|fully|consistently|well)\b(?=\W*$|,|"
        r"\.| -| –|!|;| we\b| all\b| they\b| it\b| i (?:think|believe|would)\b|"
        r" absolutely| definitely| very| fully| always| indeed| every| our| this| that|"
        r" the | for (?:all|every)| across| throughout| mate| for sure| certainly|"
        r" totally| consistently| so\b| to this| to that| by\b| with\b| through\b|"
        r" since\b| staff| teachers)|👍|👌|💯|🙌",
    ),
    Sign(
        "red",
        "no",
        r"^(?:well |och |oh |um |er |i'?d say |i think |honestly |sadly |"
        r"unfortunately )*,? ?(?:no|naw|nah|nope|nae|nup|not|na|negative|👎)\b(?=\W*$|,|"
        r"\.| -| –|!|;| we\b| they\b| it\b| there\b| sadly| unfortunately| i'?m afraid|"
        r" not\b| nothing| never| staff| teachers| our\b| this\b)|👎",
    ),
    Sign(
        "green",
        "good",
        r"\b(?:good|well|happy|positive|solid|secure|confident)(?=\W*$)|^(?:pretty |"
        r"quite |very |really )?(?:good|well|strong|secure|solid)\b(?=,|\.| -| –| here|"
        r" across| overall| now| i )",
    ),
    Sign(
        "red",
        "struggling",
        r"\b(?:struggl\w+|bad|worst|lacking|absent|missing|neglected|zero)(?=\W*$)|"
        r"^(?:pretty |quite |very |really )?(?:bad|badly|poor|weak|worrying)\b",
    ),
)
_PATTERNS: Final = tuple((sign, re.compile(sign.pattern)) for sign in SIGNS)
_DENIED: Final = re.compile(
    r"\b(?:not?|isn'?t|aren'?t|never|nae|isnae|don'?t|doesn'?t|hardly|nothing|"
    r"wouldn'?t say|far from|yet to|until|hop\w+|aim\w*|want\w*|would like|need\w*|"
    r"plan\w*|should|could|will|more|used to|was|were|last year|if)\b[^,.;]{0,30}$"
)


def verdicts(text: str) -> tuple[Verdict, ...]:
    """The judging phrases of `text`, in order."""
    folded = fold(text)
    found: list[Verdict] = []
    taken = [False] * (len(folded) + 1)
    for sign, pattern in _PATTERNS:
        for match in pattern.finditer(folded):
            start, end = match.span()
            if start == end or any(taken[start:end]):
                continue
            if sign.colour == "green" and _DENIED.search(_clause(folded, start)):
                continue
            taken[start:end] = [True] * (end - start)
            found.append(Verdict(sign.colour, start, end, match.group().strip()))
    return tuple(sorted(found, key=lambda verdict: verdict.start))


def _clause(folded: str, start: int) -> str:
    before = folded[:start]
    return re.split(r"[.;!?\n]", before)[-1]


def implied(found: tuple[Verdict, ...]) -> tuple[Colour | None, str]:
    """The colour that judging phrases imply together, with their words."""
    if not found:
        return None, ""
    colours = {verdict.colour for verdict in found}
    said = ", ".join(dict.fromkeys(verdict.words for verdict in found))
    if len(colours) == 1:
        return found[0].colour, said
    if "amber" in colours and "red" not in colours:
        return "amber", said
    if colours == {"red", "green"}:
        return "amber", said
    if "amber" in colours and found[0].colour == "amber":
        return "amber", said
    if found[0].colour == "red":
        return "red", said
    return "amber", said
