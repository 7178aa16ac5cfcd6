"""Judgements without a colour: "it's patchy", "works really well", "no bad", "aye, mostly".

They imply a rating where a careful listener would hear one, and are then said
back as inferred. A description ("we meet termly") is no judgement.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from mtcoach.coach.text import fold
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


_STAFF: Final = r"(?:staff|teachers?|departments?|depts?|faculties|faculty|classes|class teachers|colleagues|subjects|stages|teams|pts|practitioners|the school|us)"
_BUT: Final = r"(?:but|though|although|however|except|apart from|just|only|tho|bar|other than)"

# Read in this order; what an earlier sign took, a later one does not read again.
SIGNS: Final = (
    Sign(
        "amber",
        "yes and no",
        r"\b(?:yes|aye|yeah|yep) (?:and|an|&) (?:no|naw|nah)\b|\b(?:a )?bit of (?:both|a mix\w*)\b|\b(?:work|works|working|great|fine|good|well|strong|solid|happens|does|do|yes)\b[^.;]{0,50}\bbut\b[^.;]{0,50}\b(?:not|less|isn'?t|aren'?t|doesn'?t|don'?t|all over the (?:shop|place)|weak\w*|poor\w*|struggl\w*|patchy|hardly|rarely|never|barely|no)\b|\byes/no\b|\bin (?:some|many|certain|lots of) (?:ways|respects|places|areas|subjects|departments|classes|cases|stages)\b(?! we)",
    ),
    Sign(
        "amber",
        "some departments do, others don't",
        rf"\bsome (?:\w+ ){{0,2}}?(?:of )?(?:our |the )?(?:{_STAFF}|people|folk|do\b|are\b|have\b)?[^.;]*?\b(?:others?|some|rest|and some) (?:\w+ ){{0,3}}?(?:don'?t|dinnae|do not|aren'?t|are not|not|haven'?t|less|struggle|never|barely|won'?t|no|still|need|hardly|rarely)\b",
    ),
    Sign(
        "amber",
        "it's patchy",
        r"\b(?:patchy|hit (?:and|or|an|&) miss|mixed(?: picture| bag| practice| bunch)?|variable|varied|varies|inconsisten\w+|uneven|sporadic|depends (?:on|who|which|what)|in (?:pockets|patches|parts|places|bits)|pockets of|bits and pieces|up and down|swings and roundabouts|curate'?s egg|half[- ]and[- ]half|fifty[- ]fifty|50[/ -]?50|half[- ]way|part(?:ial)?ly|partial|in part|part way|partway|up to a point|(?:to|tae) (?:an?|some|a certain|a degree|a limited) (?:extent|degree)|somewhat|so[- ]so|middling|swithering|comme ci)\b|\bit varies\b|\bnot (?:consistent|consistently|uniform|universal|across the board)\b|\bno consistency\b|\black(?:s|ing)? (?:of )?consistency\b",
    ),
    Sign(
        "amber",
        "about half of departments",
        rf"\b(?:about|around|roughly|maybe|nearly|almost|just over|just under|only|over)? ?(?:half|two[- ]thirds|a third|(?:4|5|6|7)\d ?%)(?: of| the| our)* (?:the )?{_STAFF}\b",
    ),
    Sign(
        "amber",
        "most departments, not all",
        rf"\b(?:most|many|mostly|majority|some)\b[^.;]{{0,40}}\b(?:not (?:all|every\w*)|{_BUT})\b|\bnot (?:all|every|everyone|everybody|everywhere)\b(?: {_STAFF})?|\bno' (?:all|every\w*)\b",
    ),
    Sign(
        "amber",
        "getting there",
        r"\b(?:getting there|gettin there|work in progress|wip\b|under way|underway|in development|developing|emerging|on (?:our|the) way|making progress|progressing|improving|coming (?:on|along)|early (?:days|stages)|half-?baked|room for improvement|could be (?:\w+er|improved|more \w+)|could do (?:better|with \w+)|needs? (?:some |more |a bit of |a wee bit of |further )?(?:work|tightening|improvement|development|polish)\b|more to do|some way to go|a way to go|a bit to go|still to do|not there yet|no there yet|not quite there|nearly there|almost there|no quite there|not fully (?:embedded|there)|not yet (?:embedded|consistent|fully)|not (?:fully )?embedded|beginning to|starting to)\b",
    ),
    Sign(
        "amber",
        "no bad",
        r"\b(?:not|no|nae|no') (?:too |that |half |so )?(?:bad|terrible|awful|great shakes)\b|\bno bad\b|\b(?:it'?s |we'?re |is |are |doing )(?:ok|okay|alright|all right|fair|decent|fine)(?:ish)?\b(?=,| but| i (?:suppose|guess|think)| enough|$|\.)|\b(?:ok|okay|alright|all right|fine|decent)(?:ish| but| enough| in (?:some|most|parts))|\b(?:adequate|reasonable|satisfactory|average|passable|acceptable|middle of the road)(?=,| but| i (?:suppose|guess|think)| enough|$|\.)|\bok-?ish\b|\bish$",
    ),
    Sign(
        "amber",
        "sort of",
        r"^(?:well |aye |yes |yeah |och |hmm |um |er |i'd say |i think |only )*(?:sort of|sorta|kind of|kinda|partly|sometimes|somewhat|mostly|largely|mainly|usually|generally|often|for the most part|on the whole|by and large|more or less|in theory|not entirely|not always|not completely|not wholly|not fully|not totally|not quite|no quite|no always|no entirely|a bit|a wee bit|a little|half|some|occasionally|it can be|could be|ish|meh|maybe aye maybe naw)\b(?=\W*$|,|\.| -| –|;| but| yes| aye| i | we do| of (?:the )?time| true| there)|^(?:yes|aye|yeah)\b[^.;]{1,40}\b(?:no|naw|nah|not)\b (?:in|for|at)\b|\b(?:made|making) (?:a|some|good) (?:start|headway|inroads|progress)\b|^(?:we|it|staff|they)(?:'ve| have)? (?:just |only )?(?:started|begun)\b",
    ),
    Sign(
        "amber",
        "yes, but not in S3",
        rf"^(?:well )?(?:yes|aye|yeah|yep|yup|we do|it does|they do)\b[^.;]{{0,60}}\b(?:{_BUT}|not (?:in|for|all|every|always|consistently|everywhere)|mostly|mainly|in (?:some|most)|to an extent|sort of|up to a point)\b",
    ),
    Sign(
        "amber",
        "no, but we've started",
        rf"^(?:no|not|naw|nah|nope)\b[^.;]{{0,40}}\b{_BUT}\b[^.;]*\b(?:some|started|starting|begun|beginning|getting|piloting|trialling|working|most|a few|coming|improving|partly)\b",
    ),
    Sign(
        "red",
        "non-existent",
        r"\b(?:non-?existent|doesn'?t exist|does not exist|disnae exist|doesn'?t happen|does not happen|disnae happen|don'?t happen|isn'?t happening|not happening|no happening|nothing (?:in place|like that|yet|formal|at all|exists|really|there)|not in place|none in place|no(?:t a)? system(?: for (?:this|that))?(?: in place| at all| yet)?|no (?:such thing|process(?:es)?(?: for (?:this|that))?|structure|consistent approach|shared approach|agreed approach|formal (?:system|approach|process))|have(?:n'?t| not) (?:started|begun|got (?:anything|this|one|a system|to this))|havenae (?:started|begun|got)|not (?:yet )?(?:started|begun)|(?:yet|still) to (?:start|begin)|not something we (?:do|have|currently do)|something we don'?t (?:do|have)|never (?:happens|happened|done|do it|do this|got round to)|no one does|nobody does|naebody does|none of (?:us|them|our staff|the departments)|hardly (?:at all|anyone|anybody|any|ever|any (?:staff|departments))|barely (?:at all|happens|any|exists)|rarely if ever|very little|scarcely any|very few (?:staff|departments|teachers)|few (?:staff|departments|teachers) do|big gap|huge gap|real gap|gap for us|major (?:weakness|gap|issue|concern)|real weakness|an? (?:area of )?weakness|very weak|weak(?:ness)?\b|poor(?:ly)?\b|dire|shocking|terrible|awful|woeful|hopeless|rubbish|mince|keech|honking|pants|guff|broken|a mess|a shambles|shambolic|chaos|chaotic|all over the (?:place|shop)|there (?:isn'?t|is no|isnae|are no|aren'?t) (?:one|any|anything|such|much)|no (?:system|process) (?:whatsoever|at all)|ad ?hoc|abysmal|dreadful|bottom of the (?:list|class)|back to the drawing board|square one|dreich|a disaster|not good(?: enough)?|no good enough|not great|no great|not well|failing|falling down)\b",
    ),
    Sign(
        "red",
        "not really",
        r"^(?:well |um |er |hmm |och |honestly |to be honest |if i'm honest |sadly |unfortunately |i'm afraid |tbh |just )*,? ?(?:not (?:really|at all|yet|as yet|at present|at the moment|currently|in any (?:real |meaningful )?way|consciously|that i (?:know|am aware) of|in the slightest|so much|nearly enough|remotely|as such)|no (?:really|yet|at all)|no we (?:don'?t|do not|aren'?t|haven'?t)|(?:we|they|it) (?:don'?t|do not|dinnae|doesn'?t|disnae|haven'?t|havenae)(?: (?:really|do (?:this|that|it)|have (?:this|that|one|it|any)|at all|yet|at the moment|currently))*|never|nowhere near|far from it|absolutely not|definitely not|certainly not|no way|no chance|hardly|barely|rarely|nothing|none|zero|nada|zilch|nil|hee haw|heehaw)\b(?=\W*$|,|\.| -| –| i'?m afraid| tbh| unfortunately| sadly|;| at)",
    ),
    Sign(
        "red",
        "we don't do this",
        r"\b(?:we|they|staff|teachers) (?:just |simply |really |still |currently )?(?:don'?t|do not|dinnae|dinna|haven'?t got|don't currently|don't really|don't actually) (?:currently |really |actually |even )?(?:do|have) (?:this|that|it|one|any of (?:this|that)|anything(?: like (?:this|that))?)\b",
    ),
    Sign(
        "green",
        "really well across the school",
        r"\b(?:(?:works?|working|going|goes|done|do (?:it|this|that)|doing|runs?|running|does (?:this|it)|used|established|understood|managed|led|bedded in) (?:really |very |extremely |pretty |fairly |quite )?(?:well|brilliantly|superbly|smoothly|like clockwork)|(?:well|fully|really|truly|deeply|firmly|totally|completely|strongly|securely) (?:embedded|established|understood|in place|developed|bedded in|consistent)|embedded|bedded in|(?:really|very|extremely|consistently|so) (?:strong|good|effective|robust|well|secure|confident|consistent|positive|proud)|(?:a |real |big |key |major |one of our |our )+strengths?(?: of ours)?|excellent|outstanding|superb|brilliant|fantastic|great|tremendous|exemplary|first class|top notch|pure dead brilliant|magic|barry|braw|brawest|spot on|nailed|sorted|cracking|strong(?:ly)?(?: practice)?|robust|second nature|in great shape|no concerns|without exception|every single|across the (?:whole )?(?:board|school)|throughout the (?:whole )?school|whole[- ]school|consistent(?:ly)?(?: across)?|we'?re good|good shape|a strong point|happy with (?:this|it|that)|confident (?:in|about|with) (?:this|it|that)|very (?:happy|pleased|confident)|proud of)\b",
    ),
    Sign(
        "green",
        "all staff do",
        rf"\b(?:all|every|each|almost all|nearly all|virtually all|9\d ?%(?: of)?|100 ?%(?: of)?|everyone|everybody|a'body|abody)\b(?: of)?(?: our| the)* ?(?:{_STAFF})?(?: \w+){{0,2}} (?:do|does|use|uses|follow|follows|has|have|know|knows|understand|understands|on board|signed up|doing|using|are)\b",
    ),
    Sign(
        "green",
        "yes, definitely",
        r"^(?:well |och |oh |um |er |i think |i'd say |i would say |i believe |to be fair )*,? ?(?:yes|yep|yeah|aye|yup|ay|ya|yass|yas|absolutely|definitely|certainly|for sure|of course|indeed|totally|completely|very much(?: so)?|without (?:a )?doubt|100%|always|we do(?: indeed| so| that| this)?|it does|they do|we have|they are|it is|we are|sure do|too right|you bet|correct|affirmative|by all means|fully|consistently|well)\b(?=\W*$|,|\.| -| –|!|;| we\b| all\b| they\b| it\b| i (?:think|believe|would)\b| absolutely| definitely| very| fully| always| indeed| every| our| this| that| the | for (?:all|every)| across| throughout| mate| for sure| certainly| totally| consistently| so\b| to this| to that| by\b| with\b| through\b| since\b| staff| teachers)|👍|👌|💯|🙌",
    ),
    Sign(
        "red",
        "no",
        r"^(?:well |och |oh |um |er |i'?d say |i think |honestly |sadly |unfortunately )*,? ?(?:no|naw|nah|nope|nae|nup|not|na|negative|👎)\b(?=\W*$|,|\.| -| –|!|;| we\b| they\b| it\b| there\b| sadly| unfortunately| i'?m afraid| not\b| nothing| never| staff| teachers| our\b| this\b)|👎",
    ),
    Sign(
        "green",
        "good",
        r"\b(?:good|well|happy|positive|solid|secure|confident)(?=\W*$)|^(?:pretty |quite |very |really )?(?:good|well|strong|secure|solid)\b",
    ),
    Sign(
        "red",
        "struggling",
        r"\b(?:struggl\w+|bad|worst|lacking|absent|missing|neglected|zero)(?=\W*$)|^(?:pretty |quite |very |really )?(?:bad|badly|poor|weak|worrying)\b",
    ),
)
_PATTERNS: Final = tuple((sign, re.compile(sign.pattern)) for sign in SIGNS)
_DENIED: Final = re.compile(
    r"\b(?:not?|isn'?t|aren'?t|never|nae|isnae|don'?t|doesn'?t|hardly|nothing|wouldn'?t say|far from|yet to|until|hop\w+|aim\w*|want\w*|would like|need\w*|plan\w*|should|could|will|more|used to|was|were|last year|if)\b[^,.;]{0,30}$"
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
    """The colour that judging phrases imply together, with the words; none when they do not agree."""
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
