"""The words by which a reply asks something of the coach, as tables.

A new way to say a thing is a new alternative here; what a cue means beside other
words is decided in `commands`. Where two cues fit a clause, the earlier one counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from mtcoach.coach.reading import Aspect, Intent


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that mean `intent` when the rest of their clause is small words.

    `open` cues carry their own meaning ("we're a primary so this isn't for us"):
    the rest of the clause may hold anything. `slack` is how many words of weight may
    stand beside the cue ("I genuinely don't know"), if nobody else is spoken of.
    """

    intent: Intent
    example: str
    pattern: str
    aspect: Aspect | None = None
    open: bool = False
    slack: int = 0


_IT: Final = (
    r"(?:it|this|that|this one|that one|(?:this|that|the) (?:question|item|one|bit|"
    r"statement)|these|one|them|us)"
)
_LATER: Final = (
    r"(?:later|after|another (?:time|day)|at the end|last of all|tomorrow|the morn|"
    r"tonight|next week|"
    r"on monday|again|soon|(?:at|after) (?:lunch|break)|in a (?:bit|while|minute))"
)
_KNOW: Final = (
    r"(?:know|ken|say|tell(?: you)?|answer|comment|judge|be sure|be certain|"
    r"remember|recall|put a (?:colour|rating|number) on)"
)
_NOT: Final = (
    r"(?:don'?t|do not|didn'?t|can'?t|cannot|can not|couldn'?t|could not|wouldn'?t|"
    r"would not|dinnae|cannae|couldnae|wouldnae|didnae|dinna|canna|widnae|wouldna|"
    r"don't really|don't actually|dinnae really|couldn't really|can't really|"
    r"can't honestly|couldn't honestly|honestly don't|honestly couldn't|"
    r"wouldn't honestly|no able to|not able to|unable to)"
)

CUES: Final = (
    # -- unsure -------------------------------------------------------------------------------
    Cue("unsure", "dinnae ken", rf"\b{_NOT} {_KNOW}\b", slack=3),
    Cue(
        "unsure",
        "couldn't tell you",
        rf"\b{_NOT} (?:really |honestly |actually )?(?:tell ye|tell ya|say either way|"
        rf"say for (?:sure|certain)|say one way or (?:the other|another))\b",
        slack=3,
    ),
    Cue(
        "unsure",
        "not sure",
        r"\b(?:not?'?|nae|isnae|isn'?t|never|far from|a bit|bit|really) (?:very |too |"
        r"so |that |entirely |really |completely |100% |totally |quite |all that |"
        r"at all )?(?:unsure|sure|certain|clear|confident)\b(?: how to (?:answer|say|"
        r"rate|judge|respond))?|\bunsure\b|\bundecided\b|"
        r"\bon the fence\b|\bin two minds\b",
        slack=3,
    ),
    Cue(
        "unsure",
        "no idea",
        r"\b(?:no|nae|not an?|no' a|havenae an?|haven'?t an?|haven'?t the|not the|"
        r"not got an?|haven'?t got an?|havenae got an?|no got a|"
        r"without an?)(?: \w+)? ?(?:idea|clue|notion|scooby|foggiest|faintest)\b",
        slack=3,
    ),
    Cue(
        "unsure",
        "dunno",
        r"\b(?:dunno|dinno|idk|d'?no|dk|dont know|dont no|don't no|who knows|beats me|"
        r"search me|unknown|not known|unclear|tbc|your guess is as good as mine|"
        r"pass knowledge|haven'?t the foggiest|god knows|goodness knows|"
        r"no comment either way)\b|🤷|\bchan eil fhios\b|\btoo (?:new|early|"
        r"soon)\b[^.]* to (?:say|tell|judge|know)\b|\bask me (?:an easier|another|"
        r"a different) one\b",
        slack=3,
    ),
    Cue(
        "unsure",
        "hard to say",
        r"\b(?:hard|difficult|tricky|tough|impossible|too early|"
        r"too soon) (?:one )?to (?:say|tell|judge|know|call|answer|rate|be sure)\b|"
        r"\bhaurd tae say\b|\bjury'?s (?:still )?out\b",
        slack=3,
    ),
    Cue(
        "unsure",
        "I'd need to check",
        r"\b(?:i|i'd|i'll|we'd|we'll|would|wid|will|'d) (?:probably |really |"
        r"actually )?(?:need|have|want|hae|like) (?:to|tae) (?:double[- ])?(?:check|"
        r"ask|look (?:into|at|up)|find out|go and (?:check|look|ask|find out|see)|see|"
        r"dig|speak (?:to|with)|get back to you|confirm|consult|investigate)\b",
        open=True,
    ),
    Cue(
        "unsure",
        "we haven't looked",
        r"\b(?:haven'?t|have not|havenae|hivnae|not|never|no|didn'?t|"
        r"had a chance to) (?:really |actually |ever |even |yet )?(?:looked|checked|"
        r"look|check|asked|ask|had a look|thought about)(?: (?:into|at|for))?\b",
        slack=3,
    ),
    Cue(
        "unsure",
        "we have no data on that",
        r"\b(?:have|got|has|there's|there is|hold|with|is|hae)?(?: absolutely|"
        r" really)? ?(?:no|nae|not got|not got any|not any|don'?t have|don'?t have any|"
        r"dinnae have|dinnae hae|haven'?t got|haven'?t any|haven'?t got any|lack|"
        r"lacking|don'?t hold|don'?t collect|do not have any|do not have) (?:any |the |"
        r"enough )?(?:hard |real |firm )?(?:data|evidence|information|info|figures|"
        r"numbers|way of knowing|way to know|way of telling|stats)\b(?: (?:on|for|"
        r"about) (?:this|that|it))?",
        slack=3,
    ),
    Cue(
        "unsure",
        "not something I've looked at",
        r"\bnot something (?:i|we)(?:'ve| have)? (?:\w+ )?(?:looked|checked|thought|"
        r"considered|know)\b|"
        r"\bstill (?:finding out|checking|looking into|working (?:it|that|this) out)\b",
        slack=3,
    ),
    Cue(
        "unsure",
        "not something I've looked at",
        r"\bnot something (?:i|we)(?:'ve| have)? (?:\w+ )?(?:looked|checked|thought|"
        r"considered|know)\b|\bstill (?:finding out|checking|looking into|"
        r"working (?:it|that|this) out)\b|\bdon'?t have (?:that|this|the) information\b",
        slack=3,
    ),
    Cue("unsure", "no data yet", r"^no (?:data|figures|evidence|info|information)\b", slack=3),
    # -- pause ----------------------------------------------------------------------------------
    Cue(
        "pause",
        "stop for today",
        r"\b(?:stop|pause|quit|exit|finish|leave|break off|call it|end|wrap up|"
        r"pack it in|close|log off|sign off|park|halt|leaving|stopping|finishing|done|"
        r"finished|chuck it|knock it on the head)\b(?: (?:this|it|things|off|up|in|"
        r"here|there))*(?: (?:for|at|until|till|a) ?(?:the |my |a )?(?:lunch|tea|"
        r"dinner|coffee|cuppa|today|now|night|"
        r"tonight|day|noo|moment|evening|tomorrow|afternoon|weekend|week|break|minute|"
        r"here|this|that))+",
    ),
    Cue(
        "pause",
        "save and quit",
        r"^(?:[\w']+ ){0,4}?(?:save and (?:quit|exit|close|stop|leave|finish|come back)|"
        r"save (?:it|this|my progress|for later)|pause|stop|quit|exit|save|close|bye|"
        r"goodbye|cheerio|cheers bye|night|goodnight|good night|see you|see ya|laters|"
        r"brb|afk|log ?out|log off|ttyl|ctrl c|q|:q|:wq|take a break|have a break|"
        r"need a break|break|time out|that's me|that's us|that'll do|"
        r"enough)\b(?: (?:here|there|it|this|now|please|bye|off|the now|tomorrow|later|"
        r"(?:for|till|until) (?:the )?(?:now|today|tonight|day|night|noo|week|moment|"
        r"tomorrow|later)))*",
    ),
    Cue(
        "pause",
        "I'll come back to this",
        rf"\b(?:come|get|be|return|pick|carry|finish|continue|do (?:the )?(?:rest|"
        rf"others?)|resume|start|coming)(?: (?:it|this|things))?(?: back| on| again|"
        rf" up)*(?: (?:to|with|at))?(?: (?:it|this|you|things)|"
        rf" (?:the )?rest(?: of (?:it|this|them))?)?(?: up| off| again)? {_LATER}\b",
    ),
    Cue(
        "pause",
        "I'll come back to this",
        r"\b(?:come|get|be) back(?: (?:to|tae) (?:this|it|you))?$",
    ),
    Cue(
        "pause",
        "the bell's gone",
        r"\b(?:bell'?s? (?:has )?(?:gone|went|rung|ringing)|(?:got|have|need|hae|"
        r"had) (?:to|tae) (?:go|run|dash|stop|leave|shoot|head|nip|pause|finish|get to|"
        r"teach|cover|be somewhere)|gotta (?:go|run|dash|stop)|must (?:dash|go|run|"
        r"stop)|(?:out of|nae|no more|run out of) time|i'?m (?:off|away)|"
        r"that'?s (?:all|me|us|enough|it)(?: (?:i have time|we have time|done|time|"
        r"i can do|all))? ?for (?:now|today|tonight|the day|the noo)|call it a (?:day|"
        r"night)|leave it (?:there|here|at that)|back in (?:a|\d+) ?(?:minutes?|mins?|"
        r"bit|while|sec|second|moment|tick)|(?:continue|resume|finish|carry on|"
        r"the rest) (?:it |this )?(?:later|tomorrow|another))\b(?: (?:for (?:now|today|"
        r"tonight|class|the day)|to (?:a|my|period|class)))*",
        slack=2,
    ),
    Cue(
        "pause",
        "back in an hour",
        r"\bback (?:in (?:an?|\d+|half|ten|five|twenty)\b ?\w*|later|soon|tomorrow|"
        r"after \w+|the morn)\b|\b(?:finish|do|continue|resume|complete) (?:it|this|"
        r"the rest|the others) (?:at|after|on|when|over|from) \w+|\bcome back$|"
        r"\b(?:away|off|going|heading|need to get) to (?:a |my |an |the )?(?:meeting|"
        r"class|lesson|bed|duty|assembly|home)\b",
        slack=2,
    ),
    Cue(
        "pause",
        "I've a meeting to get to",
        r"^(?:sorry |right |ok |oh )*(?:i'?ve|i have|got|there'?s|i'?m (?:due|needed|"
        r"being called|getting called)|someone'?s|phone'?s|fire alarm|need to (?:go|"
        r"stop|run|dash|leave)|have to (?:go|stop|run|dash|leave)|must (?:dash|"
        r"go))\b.*\b(?:meeting|class|door|phone|ringing|cover|duty|called|parent|"
        r"to (?:teach|go|cover)|period \d|alarm|dash|run|go|leave)\b",
        open=True,
    ),
    # -- skip ---------------------------------------------------------------------------------
    Cue(
        "skip",
        "skip this one",
        r"^(?:[\w']+ ){0,5}?\bskip(?:ping)?\b(?: (?:past|over))?(?: (?:to the )?next(?: "
        r"one| question| item)?)?",
    ),
    Cue("skip", "pass", r"^(?:[\w']+ ){0,4}?\bpass\b(?: on)?"),
    Cue(
        "skip",
        "next",
        r"^(?:[\w']+ ){0,5}?\b(?:next(?: one| question| item)?|move (?:on|along)|"
        r"onto the next|on to the next|on tae the next|go (?:on )?to the next|proceed|"
        r"continue|carry on|keep going|go on|forward)\b(?: (?:to|tae) the next(?: one|"
        r" question| item)?)?",
    ),
    Cue(
        "skip",
        "leave this one for now",
        rf"\b(?:leave|park|miss|drop|ignore|omit|bypass|jump|gie|give|"
        rf"shelve)\b(?: out)? ?{_IT}?(?: (?:out|a miss|for now|for the moment|blank|"
        rf"the now|for the now|empty|just now|the day|until later|to one side|aside))?",
    ),
    Cue(
        "skip",
        "come back to this one later",
        rf"\b(?:come|get|circle|return|swing|coming)(?: back)? (?:to|tae) (?:this one|"
        rf"that one|(?:this|that) (?:question|item|bit)|{_IT} {_LATER})(?: {_LATER})?",
    ),
    Cue(
        "skip",
        "can we do this one later",
        rf"\b(?:do|answer|try|ask me|ask|look at|think about) ?{_IT}? (?:later|"
        rf"another time|after|last|at the end)\b|^(?:no'?t? (?:this|that|thon)(?: one|"
        rf" yin)?|not now|no' the noo|no the noo|not just now|maybe later|later)$",
    ),
    Cue(
        "skip",
        "rather not say",
        r"\b(?:rather not|prefer not to|don'?t want to|dinnae want tae|not going to|"
        r"no gonnae|would rather not)(?: (?:say|answer|comment|do|rate|judge))?\b|"
        r"\bno comment\b|\bnae comment\b",
    ),
    # -- back ---------------------------------------------------------------------------------
    Cue(
        "back",
        "can we go back",
        r"^(?:[\w']+ ){0,4}?return(?: to)?(?: the)? (?:last|previous)(?: (?:one|question|"
        r"item))?|\b(?:go|step|take me|move|jump|skip|head|take us|nip|gie me|"
        r"gonnae go|went|going|gaun)?(?: (?:one|a (?:step|question|"
        r"bit)))? ?\bback(?:wards?)?\b(?: (?:to|tae|a|one|up))*(?: (?:the |a )?(?:last|"
        r"previous|prev|question|one|step|item|page|before|start))*",
    ),
    Cue(
        "back",
        "previous question",
        r"\b(?:previous|prev|undo|preceding|prior)\b|^(?:go |"
        r"step )?back 1$(?: (?:question|one|item))?|"
        r"^(?:the )?(?:last one|one before|last question|question before)$|"
        r"\b(?:the )?(?:one|question|item) before(?: (?:this|that|it))?\b|"
        r"\blast (?:one|question|item) again\b",
    ),
    # -- not applicable -------------------------------------------------------------------------
    Cue(
        "not_applicable",
        "n/a",
        r"(?:^|[^\w])(?:n/a|n\.a\.?|n\\a|not applicable(?! \w+s\b)|non applicable|inapplicable|"
        r"not-applicable)(?:$|[^\w])|^na(?=$| for| here| to)",
        open=True,
    ),
    Cue(
        "not_applicable",
        "doesn't apply to us",
        r"\b(?:doesn'?t|does not|disnae|doesnae|doesna|don'?t|dinnae|didn'?t|not|"
        r"isn'?t|isnae|aren'?t|won'?t|wouldn'?t|no|cannot|can'?t) (?:really |actually |"
        r"even |strictly |(?:something|one|a question) (?:that |which )?)?(?:apply|applies|"
        r"relevant|applicable|relate|concern|affect)\b(?=$| (?:to|for|in) (?:us|me|this|"
        r"our (?:school|setting|sector|context|stage|nursery)|nurser\w+|primar\w+|"
        r"special|secondar\w+|small|an?)\b| here\b| us\b)",
        open=True,
    ),
    Cue(
        "not_applicable",
        "not for us",
        r"\b(?:not?|isn'?t|no') (?:really )?(?:for|one for) (?:us|our (?:school|sector|"
        r"setting|stage)|primar\w+|nurser\w+|secondar\w+|special schools?|early years|"
        r"elc)\b|\birrelevant (?:to|for|here)\b|^irrelevant$|\boutwith (?:our|"
        r"my) (?:remit|scope|stage)\b|\bnot (?:in|part of) (?:our|my) (?:remit|scope)\b",
        open=True,
    ),
    Cue(
        "not_applicable",
        "we're a primary",
        r"^(?:sorry |but |well |as |no |nah |naw |och )*(?:we'?re|we are|this is|"
        r"i'?m in|it'?s|we is|we're only|we're just) (?:only |just )?an? (?:wee |"
        r"small |rural |two-teacher )?(?:primary|nursery|special school|infant|elc|"
        r"early years|secondary)(?: school| centre| setting| class)?\b$",
    ),
    Cue(
        "not_applicable",
        "we don't have a senior phase",
        r"\b(?:we|there) (?:don'?t|do not|dinnae|haven'?t|have|are|is|hae|'ve)(?: got|"
        r" have| hae| do| run| offer| teach| present| cater for)?(?: no| any| a| an|"
        r" nae| the)* (?:senior phase|s[1-6](?:[-– ]?s?[1-6])?(?: pupils| learners)?|"
        r"nursery|elc|primary (?:classes|stages|department)|bge|"
        r"national qualifications|nqs|exam classes|sqa (?:courses|candidates)|"
        r"secondary (?:classes|stages|pupils))(?: pupils| learners)?(?: here|"
        r" in (?:our|this|a|my) school| at (?:our|this|my) school| (?:as|since|"
        r"because)\b.*)?$",
        open=True,
    ),
    Cue(
        "not_applicable",
        "no senior phase here",
        r"^(?:we'?ve )?(?:no|nae) (?:senior phase|s[4-6](?:[-– ]?s?[4-6])?|nursery|"
        r"exam classes|sqa (?:courses|candidates)|nqs)\b(?: here| (?:in|at) (?:our|"
        r"this|an?|my) (?:school|primary|nursery|setting|special school)| pupils)?$",
        open=True,
    ),
    # -- review -----------------------------------------------------------------------------------
    Cue(
        "review",
        "show me my answers",
        r"\b(?:show|see|view|list|review|display|look (?:at|over|through|back over)|"
        r"go over|go through|check|read(?: back| over| through)?|overview of|"
        r"summary of|print|bring up|let me see)\b(?: me| us| again)*(?: (?:all|"
        r"everything|the|my|our|of|what|a|an))*(?: (?:my|our|the|previous|full|whole|"
        r"other))* ?(?:answers?|ratings?|responses?|everything|list|so far|colours|"
        r"scores|results|replies|review|overview|the lot|whole thing|them all|summary|"
        r"progress|done|it all|i'?ve (?:answered|said|put|done|written|given)|"
        r"i (?:answered|said|put|wrote|gave))\b(?: (?:so far|again|to date|up to now|"
        r"done|i've|i have|we've|given|put|in|as a list))*",
    ),
    Cue(
        "review",
        "review",
        r"^(?:[\w']+ ){0,3}?(?:review|overview|summary|my answers|all answers|answers so far)\b",
    ),
    Cue(
        "review",
        "what are my answers so far",
        r"^(?:what|whit|where)(?:'?s| is| are| were) (?:all )?(?:my|our) (?:answers|"
        r"ratings|responses|scores|colours|replies)\b",
    ),
    Cue(
        "review",
        "where am I",
        r"^(?:where (?:am i|are we)(?: up to| at)?|how (?:many|much|far)(?: (?:are|is|"
        r"have|more|questions?|left|to go|through|i|we|am|there|still|longer|got|done|"
        r"of these|in|am i))*)$",
    ),
)

# Questions back to the coach. `open`: a question may name what it asks about.
QUESTIONS: Final = (
    Cue(
        "explain",
        "what have I said so far",
        r"^(?!.*\b(?:show|list|see|view|look)\b).*\b(?:what|whit|which|how|remind me|"
        r"tell me|repeat)\b.* (?:(?:have|did|do|had|hae)? ?(?:i|we)(?:'ve| have|"
        r" hae)? (?:already )?(?:sa(?:id|y)|put|answer(?:ed)?|rated?|gie|give|gave|"
        r"given|tell|told|record(?:ed)?|write|written|covered|enter(?:ed)?)|(?:you|"
        r"ye) (?:got|have|recorded|written|noted|heard|hae)(?: down)?|is recorded|"
        r"was my (?:answer|rating)|my answer (?:was|to))\b|^(?:have|did|haven'?t|"
        r"didn'?t) (?:i|we) (?:not )?(?:already |just )?(?:sa(?:id|y)|answer\w*|done|"
        r"do|cover\w*|rate\w*|put|tell|told|been asked)\b|"
        r"\byou(?:'ve)? (?:already )?asked (?:me )?(?:that|this)\b",
        "said",
        open=True,
    ),
    Cue(
        "explain",
        "what counts as evidence",
        r"\b(?:what|how much|how long|how detailed)\b.* (?:i|we|me|us)\b.* (?:put|"
        r"putting|write|writing|say|saying|include|enter|provide|mention|upload|give|"
        r"gie)\b|\b(?:what|whit|which|how|any|got|give|example|examples|such|like|"
        r"count|counts)\b.*\b(?:evidence|proof|back (?:it|this|that) up|prove|"
        r"show (?:it|that|this|you)|demonstrate)\b|\bwhat (?:sort|kind|"
        r"type)s? of (?:thing|things|stuff|info|information|detail|data|source)s?\b|"
        r"\bwhat (?:are|would|do) (?:you|ye) (?:looking for|want|need|after|"
        r"be looking for|accept|like|expecting)\b|\bwhat (?:should|can|could|do|"
        r"would) (?:i|we) (?:put|write|say|include|enter|give|provide|mention|point to|"
        r"use)\b|\bwhat would (?:count|do|be enough|convince|satisfy)\b|"
        r"\bwhat counts\b|\b(?:how|what) (?:much|many) detail\b|^(?:so |and |"
        r"ok )*(?:would|does|do|is|are|will) (?:an? |the |our |"
        r"my )?[\w' -]{2,30} (?:do|count|ok|okay|enough|suffice|be enough|acceptable|"
        r"fine|evidence)\W*$|\bis (?:that|this|it) enough\b|\bdo(?:es)? (?:that|it|"
        r"\w+(?: \w+)?) count\b|\bwould (?:that|it|\w+(?: \w+){0,2}) count\b|"
        r"\bcan i (?:use|put|count)\b",
        "evidence",
        open=True,
    ),
    Cue(
        "explain",
        "what would excellent look like",
        r"\b(?:what|whit|how|describe|show|tell|example|examples|difference|"
        r"look)\b.*\b(?:excellent|excellence|outstanding|sector[- ]leading|world class|"
        r"very best|really (?:great|brilliant)|brilliant|perfect|top (?:marks|level|"
        r"of)|a (?:6|six)|even better|better (?:than good|still)|great|exemplary|"
        r"best (?:possible|version|schools?|in class)|next level|gold standard)\b",
        "excellent",
        open=True,
    ),
    Cue(
        "explain",
        "what would good look like",
        r"^(?:[\w']+ ){0,3}?(?:for )?(?:examples?|e\.?g|like what|such as)\W*$|\b(?:what|"
        r"whit|how|describe|show|tell|give|example|examples|look|need)\b.*\b(?:good|"
        r"green|best practice|success|strong|effective|great|ideal|look like|"
        r"looks like|in practice|better|look lik|expected|expect to see|other schools|"
        r"get (?:a |it )?to green|for (?:a )?green|be green|me an example|an example|"
        r"on the ground|a school doing (?:this|it))\b",
        "good",
        open=True,
    ),
    Cue(
        "explain",
        "why do you ask",
        r"\b(?:why|how come|wherefore|hoo come)\b.*\b(?:ask\w*|matter\w*|important|"
        r"need|bother\w*|relevant|want|know|care|this|that|it|question)\b|^(?:but |so |"
        r"and |sorry )?(?:why|how come|so what|who cares|what for|why\W+|whit fur|"
        r"how is (?:this|that) (?:relevant|useful|important))\W*$|^(?:but |so |"
        r"and )*(?:so what|who cares|does it (?:really )?matter|is (?:this|that|"
        r"it) (?:really )?(?:important|necessary|needed))\b|\bwhat(?:'s| is|"
        r" are)? (?:the )?(?:point|purpose|use|relevance|reason|rationale|benefit|"
        r"importance|difference does (?:it|this) make)\b|\bwhat (?:does|has) (?:this|"
        r"that|it) (?:got to do|have to do|matter|achieve)\b|\bwhat(?:'s| is) (?:this|"
        r"that|it) for\b|\bhow is (?:this|that|it) (?:relevant|useful|important|"
        r"helpful)\b|\bwhy (?:this|that|it)\b|\bwhat difference\b|\bwhere (?:is|"
        r"are) (?:this|you) (?:going|coming from)\b",
        "why",
        open=True,
    ),
    Cue(
        "explain",
        "what do you mean by moderation",
        r"\b(?:what|whit|whats|how|who|which|where)\b.*\b(?:mean\w*|meant|meaning|"
        r"defin\w+|interpret\w*|refer\w*|entail|involve|stands? for|count as|counts as|"
        r"class as|classed as|asking|getting at|is the question|on about)\b|"
        r"\b(?:define|definition|explain|clarify|clarification|elaborate|expand|"
        r"rephrase|reword|reprhase|simplif\w+|translate|unpack|break (?:it|this|"
        r"that) down|spell (?:it|this|that) out)\b|\b(?:not|don'?t|dinnae|didn'?t|"
        r"do not|no|not quite|can'?t|cannae) (?:really |quite |fully )?(?:understand|"
        r"understood|follow|following|get (?:it|this|that|the question|what)|with you|"
        r"see what|know what (?:you|this|that|it)|sure what (?:you|this|that|it)|"
        r"clear (?:on )?what|sure (?:i|we) (?:understand|follow|get)|make sense)|"
        r"\b(?:doesn'?t|disnae) make sense\b|\bin (?:plain|simple|other) (?:english|"
        r"terms|words)\b|\b(?:say|ask|put|tell me|run) (?:that|it|"
        r"this)(?: question)?(?: by me| for me)? (?:again|another way|differently|"
        r"in another way|more simply|once more)\b|\brepeat (?:that|the question|it|"
        r"please)\b|\bcome again\b|\blost me\b|\bmore (?:info|information|detail|"
        r"context|explanation)\b|\bconfus\w+\b|^(?:eh|whit|what|pardon|sorry|huh|"
        r"meaning|how do you mean|sorry what|eh what|wdym|como)\W*$|"
        r"\bdifference between\b",
        "meaning",
        open=True,
    ),
    Cue(
        "explain",
        "help",
        r"^(?:[\w']+ ){0,3}?(?:help|halp|hlep|assist|instructions|commands|options|menu|"
        r"/help|\?+|i'?m (?:lost|stuck)|stuck|what now|now what)\W*(?: (?:me|please|"
        r"with (?:this|it)|here))*\W*$|\bhow (?:do|can|dae) i\b|\bwhat (?:can|"
        r"do) i (?:type|press|do)\b|\bhow (?:do|does|can|should|would) (?:i|we|you|"
        r"this|it|the)\b.*\b(?:work|use|go back|skip|change|save|stop|pause|answer|"
        r"rate|type|start|navigate|exit|quit|undo|do this)\b|\bwhat (?:can|do|"
        r"should) (?:i|we|you) (?:do|type|press)\b|\bwhat (?:are|is) (?:my|"
        r"the) (?:options?|choices|commands|keys|colours|scale|ratings)\b|"
        r"\bneed (?:some |a bit of |a hand|your )?help\b|\bgive me a hand\b",
        "help",
        open=True,
    ),
    Cue(
        "explain",
        "what's a folio?",
        r"^(?:sorry |ok |so |and |but |hmm |wait )*(?:what(?: exactly| actually)?(?:'s|"
        r" is| are|s)|whit(?:'s|"
        r" is|s)|who(?:'s| is| are)|which) (?:a |an |the |all |"
        r"exactly )*(?:\w+[ ]?){1,4}\W*$",
        "meaning",
        open=True,
    ),
)

PATTERNS: Final = tuple((cue, re.compile(cue.pattern)) for cue in CUES)
ASKED: Final = tuple((cue, re.compile(cue.pattern)) for cue in QUESTIONS)
