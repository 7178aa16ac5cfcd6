"""What a reply asks of the coach rather than tells it: skip, back, what do you mean?

A clause is a command when a cue stands in it and nothing else of weight does:
"can we go back please" is one, "pupils go back over their targets" is not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from mtcoach.coach.lexicon import FILLERS
from mtcoach.coach.reading import Aspect, Intent
from mtcoach.coach.text import Stretch, clauses, fold, sentences, words


@dataclass(frozen=True, slots=True)
class Command:
    """An intent found in a reply: where, and by which words."""

    intent: Intent
    start: int
    end: int
    why: str
    aspect: Aspect | None = None
    target: str | None = None


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


_IT: Final = r"(?:it|this|that|this one|that one|(?:this|that|the) (?:question|item|one|bit|statement)|these|one|them|us)"
_LATER: Final = r"(?:later|after|another (?:time|day)|tomorrow|the morn|tonight|next week|on monday|again|soon|(?:at|after) (?:lunch|break)|in a (?:bit|while|minute))"
_KNOW: Final = r"(?:know|ken|say|tell(?: you)?|answer|comment|judge|be sure|be certain|remember|recall|put a (?:colour|rating|number) on)"
_NOT: Final = r"(?:don'?t|do not|didn'?t|can'?t|cannot|can not|couldn'?t|could not|wouldn'?t|would not|dinnae|cannae|couldnae|wouldnae|didnae|dinna|canna|widnae|wouldna|don't really|don't actually|dinnae really|couldn't really|can't really|can't honestly|couldn't honestly|honestly don't|honestly couldn't|wouldn't honestly|no able to|not able to|unable to)"

CUES: Final = (
    # -- unsure -------------------------------------------------------------------------------
    Cue("unsure", "dinnae ken", rf"\b{_NOT} {_KNOW}\b", slack=3),
    Cue(
        "unsure",
        "couldn't tell you",
        rf"\b{_NOT} (?:really |honestly |actually )?(?:tell ye|tell ya|say either way|say for (?:sure|certain)|say one way or (?:the other|another))\b",
        slack=3,
    ),
    Cue(
        "unsure",
        "not sure",
        r"\b(?:not?'?|nae|isnae|isn'?t|never|far from|a bit|bit|really) (?:very |too |so |that |entirely |really |completely |100% |totally |quite |all that |at all )?(?:unsure|sure|certain|clear|confident)\b|\bunsure\b|\bundecided\b|\bon the fence\b|\bin two minds\b",
        slack=3,
    ),
    Cue(
        "unsure",
        "no idea",
        r"\b(?:no|nae|not an?|no' a|havenae an?|haven'?t an?|haven'?t the|not the|not got an?|haven'?t got an?|havenae got an?|no got a|without an?)(?: \w+)? ?(?:idea|clue|notion|scooby|foggiest|faintest)\b",
        slack=3,
    ),
    Cue(
        "unsure",
        "dunno",
        r"\b(?:dunno|dinno|idk|d'?no|dk|dont know|dont no|don't no|who knows|beats me|search me|unknown|not known|unclear|tbc|your guess is as good as mine|pass knowledge|haven'?t the foggiest|god knows|goodness knows|no comment either way)\b|🤷|\bchan eil fhios\b|\btoo (?:new|early|soon)\b[^.]* to (?:say|tell|judge|know)\b|\bask me (?:an easier|another|a different) one\b",
        slack=3,
    ),
    Cue(
        "unsure",
        "hard to say",
        r"\b(?:hard|difficult|tricky|tough|impossible|too early|too soon) (?:one )?to (?:say|tell|judge|know|call|answer|rate|be sure)\b|\bhaurd tae say\b|\bjury'?s (?:still )?out\b",
        slack=3,
    ),
    Cue(
        "unsure",
        "I'd need to check",
        r"\b(?:i|i'd|i'll|we'd|we'll|would|wid|will|'d) (?:probably |really |actually )?(?:need|have|want|hae|like) (?:to|tae) (?:double[- ])?(?:check|ask|look (?:into|at|up)|find out|go and (?:check|look|ask|find out|see)|see|dig|speak (?:to|with)|get back to you|confirm|consult|investigate)\b",
        open=True,
    ),
    Cue(
        "unsure",
        "we haven't looked",
        r"\b(?:haven'?t|have not|havenae|hivnae|not|never|no|didn'?t|had a chance to) (?:really |actually |ever |even |yet )?(?:looked|checked|look|check|asked|ask|had a look|thought about)(?: (?:into|at|for))?\b",
        slack=3,
    ),
    Cue(
        "unsure",
        "we have no data on that",
        r"\b(?:have|got|has|there's|there is|hold|with|is|hae)?(?: absolutely| really)? ?(?:no|nae|not got|not got any|not any|don'?t have|don'?t have any|dinnae have|dinnae hae|haven'?t got|haven'?t any|haven'?t got any|lack|lacking|don'?t hold|don'?t collect|do not have any|do not have) (?:any |the |enough )?(?:hard |real |firm )?(?:data|evidence|information|info|figures|numbers|way of knowing|way to know|way of telling|stats)\b(?: (?:on|for|about) (?:this|that|it))?",
        slack=3,
    ),
    Cue("unsure", "no data yet", r"^no (?:data|figures|evidence|info|information)\b", slack=3),
    # -- pause ----------------------------------------------------------------------------------
    Cue(
        "pause",
        "stop for today",
        r"\b(?:stop|pause|quit|exit|finish|leave|break off|call it|end|wrap up|pack it in|close|log off|sign off|park|halt|leaving|stopping|finishing|done|finished|chuck it|knock it on the head)\b(?: (?:this|it|things|off|up|in|here|there))*(?: (?:for|at|until|till|a) ?(?:the )?(?:today|now|night|tonight|day|noo|moment|evening|tomorrow|afternoon|weekend|week|break|minute|here|this|that))+",
    ),
    Cue(
        "pause",
        "save and quit",
        r"^(?:\w+ ){0,4}?(?:save and (?:quit|exit|close|stop|leave|finish|come back)|save (?:it|this|my progress|for later)|pause|stop|quit|exit|save|close|bye|goodbye|cheerio|cheers bye|night|goodnight|good night|see you|see ya|laters|brb|afk|log ?out|log off|ttyl|ctrl c|q|:q|:wq|take a break|have a break|need a break|break|time out|that's me|that's us|that'll do|enough)\b(?: (?:here|there|it|this|now|please|bye|off|the now|tomorrow|later|(?:for|till|until) (?:the )?(?:now|today|tonight|day|night|noo|week|moment|tomorrow|later)))*",
    ),
    Cue(
        "pause",
        "I'll come back to this",
        rf"\b(?:come|get|be|return|pick|carry|finish|continue|do (?:the )?(?:rest|others?)|resume|start|coming)(?: (?:it|this|things))?(?: back| on| again| up)*(?: (?:to|with|at))?(?: (?:it|this|you|things)| (?:the )?rest(?: of (?:it|this|them))?)?(?: up| off| again)? {_LATER}\b",
    ),
    Cue(
        "pause",
        "I'll come back to this",
        r"\b(?:come|get|be) back(?: (?:to|tae) (?:this|it|you))?$",
    ),
    Cue(
        "pause",
        "the bell's gone",
        r"\b(?:bell'?s? (?:has )?(?:gone|went|rung|ringing)|(?:got|have|need|hae|had) (?:to|tae) (?:go|run|dash|stop|leave|shoot|head|nip|pause|finish|get to|teach|cover|be somewhere)|gotta (?:go|run|dash|stop)|must (?:dash|go|run|stop)|(?:out of|nae|no more|run out of) time|i'?m (?:off|away)|that'?s (?:all|me|us|enough|it)(?: (?:i have time|we have time|done|time|i can do|all))? ?for (?:now|today|tonight|the day|the noo)|call it a (?:day|night)|leave it (?:there|here|at that)|back in (?:a|\d+) ?(?:minutes?|mins?|bit|while|sec|second|moment|tick)|(?:continue|resume|finish|carry on|the rest) (?:it |this )?(?:later|tomorrow|another))\b(?: (?:for (?:now|today|tonight|class|the day)|to (?:a|my|period|class)))*",
        slack=2,
    ),
    Cue(
        "pause",
        "back in an hour",
        r"\bback (?:in (?:an?|\d+|half|ten|five|twenty) ?\w*|later|soon|tomorrow|after \w+|the morn)\b|\b(?:finish|do|continue|resume|complete) (?:it|this|the rest|the others) (?:at|after|on|when|over|from) \w+|\bcome back$|\b(?:away|off|going|heading|need to get) to (?:a |my |an |the )?(?:meeting|class|lesson|bed|duty|assembly|home)\b",
        slack=2,
    ),
    Cue(
        "pause",
        "I've a meeting to get to",
        r"^(?:sorry |right |ok |oh )*(?:i'?ve|i have|got|there'?s|i'?m (?:due|needed|being called|getting called)|someone'?s|phone'?s|fire alarm|need to (?:go|stop|run|dash|leave)|have to (?:go|stop|run|dash|leave)|must (?:dash|go))\b.*\b(?:meeting|class|door|phone|ringing|cover|duty|called|parent|to (?:teach|go|cover)|period \d|alarm|dash|run|go|leave)\b",
        open=True,
    ),
    # -- skip ---------------------------------------------------------------------------------
    Cue(
        "skip",
        "skip this one",
        r"^(?:\w+ ){0,5}?\bskip(?:ping)?\b(?: (?:past|over))?(?: (?:to the )?next(?: one| question| item)?)?",
    ),
    Cue("skip", "pass", r"^(?:\w+ ){0,4}?\bpass\b(?: on)?"),
    Cue(
        "skip",
        "next",
        r"^(?:\w+ ){0,5}?\b(?:next(?: one| question| item)?|move (?:on|along)|onto the next|on to the next|on tae the next|go (?:on )?to the next|proceed|continue|carry on|keep going|go on|forward)\b(?: (?:to|tae) the next(?: one| question| item)?)?",
    ),
    Cue(
        "skip",
        "leave this one for now",
        rf"\b(?:leave|park|miss|drop|ignore|omit|bypass|jump|gie|give|shelve)\b(?: out)? ?{_IT}?(?: (?:out|a miss|for now|for the moment|blank|the now|for the now|empty|just now|the day|until later|to one side|aside))?",
    ),
    Cue(
        "skip",
        "come back to this one later",
        rf"\b(?:come|get|circle|return|swing|coming)(?: back)? (?:to|tae) (?:this one|that one|(?:this|that) (?:question|item|bit)|{_IT} {_LATER})(?: {_LATER})?",
    ),
    Cue(
        "skip",
        "can we do this one later",
        rf"\b(?:do|answer|try|ask me|ask|look at|think about) ?{_IT}? (?:later|another time|after|last|at the end)\b|^(?:no'?t? (?:this|that|thon)(?: one| yin)?|not now|no' the noo|no the noo|not just now|maybe later|later)$",
    ),
    Cue(
        "skip",
        "rather not say",
        r"\b(?:rather not|prefer not to|don'?t want to|dinnae want tae|not going to|no gonnae|would rather not)(?: (?:say|answer|comment|do|rate|judge))?\b|\bno comment\b|\bnae comment\b",
    ),
    # -- back ---------------------------------------------------------------------------------
    Cue(
        "back",
        "can we go back",
        r"^(?:\w+ ){0,4}?return(?: to)?(?: the)? (?:last|previous)(?: (?:one|question|item))?|\b(?:go|step|take me|move|jump|skip|head|take us|nip|gie me|gonnae go|went|going|gaun)?(?: (?:one|a (?:step|question|bit)))? ?\bback(?:wards?)?\b(?: (?:to|tae|a|one|up))*(?: (?:the |a )?(?:last|previous|prev|question|one|step|item|page|before|start))*",
    ),
    Cue(
        "back",
        "previous question",
        r"\b(?:previous|prev|undo|preceding|prior)\b(?: (?:question|one|item))?|^(?:the )?(?:last one|one before|last question|question before)$|\b(?:the )?(?:one|question|item) before(?: (?:this|that|it))?\b|\blast (?:one|question|item) again\b",
    ),
    # -- not applicable -------------------------------------------------------------------------
    Cue(
        "not_applicable",
        "n/a",
        r"(?:^|[^\w])(?:n/a|n\.a\.?|n\\a|not applicable|non applicable|inapplicable|not-applicable)(?:$|[^\w])|^na(?=$| for| here| to)",
        open=True,
    ),
    Cue(
        "not_applicable",
        "doesn't apply to us",
        r"\b(?:doesn'?t|does not|disnae|doesnae|doesna|don'?t|dinnae|didn'?t|not|isn'?t|isnae|aren'?t|won'?t|wouldn'?t|no|cannot|can'?t) (?:really |actually |even |strictly )?(?:apply|appl(?:y|ies)|relevant|applicable|relate|concern|affect)\b(?! (?:it|them|the|benchmarks|consistently))(?: (?:to|for) (?:us|our|me|this|nurser\w+|primar\w+|special|secondar\w+|small|a)\b)?",
        open=True,
    ),
    Cue(
        "not_applicable",
        "not for us",
        r"\b(?:not?|isn'?t|no') (?:really )?(?:for|one for) (?:us|our (?:school|sector|setting|stage)|primar\w+|nurser\w+|secondar\w+|special schools?|early years|elc)\b|\birrelevant (?:to|for|here)\b|^irrelevant$|\boutwith (?:our|my) (?:remit|scope|stage)\b|\bnot (?:in|part of) (?:our|my) (?:remit|scope)\b",
        open=True,
    ),
    Cue(
        "not_applicable",
        "we're a primary",
        r"^(?:sorry |but |well |as |no |nah |naw |och )*(?:we'?re|we are|this is|i'?m in|it'?s|we is|we're only|we're just) (?:only |just )?an? (?:wee |small |rural |two-teacher )?(?:primary|nursery|special school|infant|elc|early years|secondary)(?: school| centre| setting| class)?\b$",
    ),
    Cue(
        "not_applicable",
        "we don't have a senior phase",
        r"\b(?:we|there) (?:don'?t|do not|dinnae|haven'?t|have|are|is|hae|'ve)(?: got| have| hae| do| run| offer| teach| present| cater for)?(?: no| any| a| an| nae| the)* (?:senior phase|s[1-6](?:[-– ]?s?[1-6])?(?: pupils| learners)?|nursery|elc|primary (?:classes|stages|department)|bge|national qualifications|nqs|exam classes|sqa (?:courses|candidates)|secondary (?:classes|stages|pupils))(?: pupils| learners)?(?: here| in (?:our|this|a|my) school| at (?:our|this|my) school| (?:as|since|because)\b.*)?$",
        open=True,
    ),
    Cue(
        "not_applicable",
        "no senior phase here",
        r"^(?:we'?ve )?(?:no|nae) (?:senior phase|s[4-6](?:[-– ]?s?[4-6])?|nursery|exam classes|sqa (?:courses|candidates)|nqs)\b(?: here| (?:in|at) (?:our|this|an?|my) (?:school|primary|nursery|setting|special school)| pupils)?$",
        open=True,
    ),
    # -- review -----------------------------------------------------------------------------------
    Cue(
        "review",
        "show me my answers",
        r"\b(?:show|see|view|list|review|display|look (?:at|over|through|back over)|go over|go through|check|read(?: back| over| through)?|overview of|summary of|print|bring up|let me see)\b(?: me| us| again)*(?: (?:all|everything|the|my|our|of|what|a|an))*(?: (?:my|our|the|previous|full|whole|other))* ?(?:answers?|ratings?|responses?|everything|list|so far|colours|scores|results|replies|review|overview|the lot|whole thing|them all|summary|progress|done|it all|i'?ve (?:answered|said|put|done|written|given)|i (?:answered|said|put|wrote|gave))\b(?: (?:so far|again|to date|up to now|done|i've|i have|we've|given|put|in|as a list))*",
    ),
    Cue(
        "review",
        "review",
        r"^(?:\w+ ){0,3}?(?:review|overview|summary|my answers|all answers|answers so far)\b",
    ),
    Cue(
        "review",
        "what are my answers so far",
        r"^(?:what|whit|where)(?:'?s| is| are| were) (?:all )?(?:my|our) (?:answers|ratings|responses|scores|colours|replies)\b",
    ),
    Cue(
        "review",
        "where am I",
        r"^(?:where (?:am i|are we)(?: up to| at)?|how (?:many|much|far)(?: (?:are|is|have|more|questions?|left|to go|through|i|we|am|there|still|longer|got|done|of these|in|am i))*)$",
    ),
)

# Questions back to the coach. `open`: a question may name what it asks about.
QUESTIONS: Final = (
    Cue(
        "explain",
        "what have I said so far",
        r"^(?!.*\b(?:show|list|see|view|look)\b).*\b(?:what|whit|which|how|remind me|tell me|repeat)\b.* (?:(?:have|did|do|had|hae)? ?(?:i|we)(?:'ve| have| hae)? (?:already )?(?:sa(?:id|y)|put|answer(?:ed)?|rated?|gie|give|gave|given|tell|told|record(?:ed)?|write|written|covered|enter(?:ed)?)|(?:you|ye) (?:got|have|recorded|written|noted|heard|hae)(?: down)?|is recorded|was my (?:answer|rating)|my answer (?:was|to))\b|^(?:have|did|haven'?t|didn'?t) (?:i|we) (?:not )?(?:already |just )?(?:sa(?:id|y)|answer\w*|done|do|cover\w*|rate\w*|put|tell|told|been asked)\b|\byou(?:'ve)? (?:already )?asked (?:me )?(?:that|this)\b",
        "said",
        open=True,
    ),
    Cue(
        "explain",
        "what counts as evidence",
        r"\b(?:what|how much|how long|how detailed)\b.* (?:i|we|me|us)\b.* (?:put|putting|write|writing|say|saying|include|enter|provide|mention|upload|give|gie)\b|\b(?:what|whit|which|how|any|got|give|example|examples|such|like|count|counts)\b.*\b(?:evidence|proof|back (?:it|this|that) up|prove|show (?:it|that|this|you)|demonstrate)\b|\bwhat (?:sort|kind|type)s? of (?:thing|things|stuff|info|information|detail|data|source)s?\b|\bwhat (?:are|would|do) (?:you|ye) (?:looking for|want|need|after|be looking for|accept|like|expecting)\b|\bwhat (?:should|can|could|do|would) (?:i|we) (?:put|write|say|include|enter|give|provide|mention|point to|use)\b|\bwhat would (?:count|do|be enough|convince|satisfy)\b|\bwhat counts\b|\b(?:how|what) (?:much|many) detail\b|^(?:so |and |ok )*(?:would|does|do|is|are|will) (?:an? |the |our |my )?[\w' -]{2,30} (?:do|count|ok|okay|enough|suffice|be enough|acceptable|fine|evidence)\W*$|\bis (?:that|this|it) enough\b|\bdo(?:es)? (?:that|it|\w+(?: \w+)?) count\b|\bwould (?:that|it|\w+(?: \w+){0,2}) count\b|\bcan i (?:use|put|count)\b",
        "evidence",
        open=True,
    ),
    Cue(
        "explain",
        "what would excellent look like",
        r"\b(?:what|whit|how|describe|show|tell|example|examples|difference|look)\b.*\b(?:excellent|excellence|outstanding|sector[- ]leading|world class|very best|really (?:great|brilliant)|brilliant|perfect|top (?:marks|level|of)|a (?:6|six)|even better|better (?:than good|still)|great|exemplary|best (?:possible|version|schools?|in class)|next level|gold standard)\b",
        "excellent",
        open=True,
    ),
    Cue(
        "explain",
        "what would good look like",
        r"^(?:\w+ ){0,3}?(?:for )?(?:examples?|e\.?g|like what|such as)\W*$|\b(?:what|whit|how|describe|show|tell|give|example|examples|look|need)\b.*\b(?:good|green|best practice|success|strong|effective|great|ideal|look like|looks like|in practice|better|look lik|expected|expect to see|other schools|get (?:a |it )?to green|for (?:a )?green|be green|me an example|an example|on the ground|a school doing (?:this|it))\b",
        "good",
        open=True,
    ),
    Cue(
        "explain",
        "why do you ask",
        r"\b(?:why|how come|wherefore|hoo come)\b.*\b(?:ask\w*|matter\w*|important|need|bother\w*|relevant|want|know|care|this|that|it|question)\b|^(?:but |so |and |sorry )?(?:why|how come|so what|who cares|what for|why\W+|whit fur|how is (?:this|that) (?:relevant|useful|important))\W*$|^(?:but |so |and )*(?:so what|who cares|does it (?:really )?matter|is (?:this|that|it) (?:really )?(?:important|necessary|needed))\b|\bwhat(?:'s| is| are)? (?:the )?(?:point|purpose|use|relevance|reason|rationale|benefit|importance|difference does (?:it|this) make)\b|\bwhat (?:does|has) (?:this|that|it) (?:got to do|have to do|matter|achieve)\b|\bwhat(?:'s| is) (?:this|that|it) for\b|\bhow is (?:this|that|it) (?:relevant|useful|important|helpful)\b|\bwhy (?:this|that|it)\b|\bwhat difference\b|\bwhere (?:is|are) (?:this|you) (?:going|coming from)\b",
        "why",
        open=True,
    ),
    Cue(
        "explain",
        "what do you mean by moderation",
        r"\b(?:what|whit|whats|how|who|which|where)\b.*\b(?:mean\w*|meant|meaning|defin\w+|interpret\w*|refer\w*|entail|involve|stands? for|count as|counts as|class as|classed as|asking|getting at|is the question|on about)\b|\b(?:define|definition|explain|clarify|clarification|elaborate|expand|rephrase|reword|reprhase|simplif\w+|translate|unpack|break (?:it|this|that) down|spell (?:it|this|that) out)\b|\b(?:not|don'?t|dinnae|didn'?t|do not|no|not quite|can'?t|cannae) (?:really |quite |fully )?(?:understand|understood|follow|following|get (?:it|this|that|the question|what)|with you|see what|know what (?:you|this|that|it)|sure what (?:you|this|that|it)|clear (?:on )?what|sure (?:i|we) (?:understand|follow|get)|make sense)|\b(?:doesn'?t|disnae) make sense\b|\bin (?:plain|simple|other) (?:english|terms|words)\b|\b(?:say|ask|put|tell me|run) (?:that|it|this)(?: question)?(?: by me| for me)? (?:again|another way|differently|in another way|more simply|once more)\b|\brepeat (?:that|the question|it|please)\b|\bcome again\b|\blost me\b|\bmore (?:info|information|detail|context|explanation)\b|\bconfus\w+\b|^(?:eh|whit|what|pardon|sorry|huh|meaning|how do you mean|sorry what|eh what|wdym|como)\W*$|\bdifference between\b",
        "meaning",
        open=True,
    ),
    Cue(
        "explain",
        "help",
        r"^(?:\w+ ){0,3}?(?:help|halp|hlep|assist|instructions|commands|options|menu|/help|\?+|i'?m (?:lost|stuck)|stuck|what now|now what)\W*(?: (?:me|please|with (?:this|it)|here))*\W*$|\bhow (?:do|can|dae) i\b|\bwhat (?:can|do) i (?:type|press|do)\b|\bhow (?:do|does|can|should|would) (?:i|we|you|this|it|the)\b.*\b(?:work|use|go back|skip|change|save|stop|pause|answer|rate|type|start|navigate|exit|quit|undo|do this)\b|\bwhat (?:can|do|should) (?:i|we|you) (?:do|type|press)\b|\bwhat (?:are|is) (?:my|the) (?:options?|choices|commands|keys|colours|scale|ratings)\b|\bneed (?:some |a bit of |a hand|your )?help\b|\bgive me a hand\b",
        "help",
        open=True,
    ),
    Cue(
        "explain",
        "what's a folio?",
        r"^(?:sorry |ok |so |and |but |hmm |wait )*(?:what(?:'s| is| are|s)|whit(?:'s| is|s)|who(?:'s| is| are)|which) (?:a |an |the |all |exactly )*(?:\w+[ ]?){1,4}\W*$",
        "meaning",
        open=True,
    ),
)
_ASKS: Final = re.compile(
    r"^(?:(?:sorry|ok|okay|so|and|but|hmm+|um|er|wait|well|hold on|just|to be clear|honestly|right|oh|aye|yes|no|och) ?,? )*"
    r"(?:what|whit|whats|why|how|who|whose|which|where|when|is|are|does|do|did|can|could|would|should|am|will|has|have|any|remind|tell|explain|"
    r"define|clarify|describe|show|give|help|come again|pardon|eh|i (?:don'?t|didn'?t|do not|dinnae|am not|can'?t)|i'm (?:not|no|lost|stuck|confused)|"
    r"not sure (?:what (?:you|this|that|it)|i (?:understand|follow|get))|dinnae|don'?t (?:get|understand|follow)|examples?|rephrase|reword|repeat|say|in plain|more (?:info|detail)|could|please|need|meaning|like what|such as|you(?:'ve)? lost|the question|this (?:question )?(?:doesn'?t|is confusing)|that (?:doesn'?t|makes no)|confused|lost|doesn'?t make|no idea what (?:you|this|that|it)|dunno what (?:you|this|that|it)|instructions|commands|options|menu|stuck|\?|/help|unclear what|elaborate|expand|simplify|translate|what's|wdym|a bit more|for example|eg|e\.g|can i)"
)
_OURS: Final = re.compile(r"\b(?:we|our|us|staff|pupils|learners|teachers)\b")

_NUMBER: Final = r"(?:(?:item|question|q|no\.?|number|num|#|statement) ?#?(?P<n{0}>\d{{1,2}}(?:\.\d{{1,2}})?)|(?P<id{0}>(?:kq ?\d{{1,2}}|t[24]\.\d{{1,2}}|j2e\.\d|[a-z]+\d*\.\d{{1,2}}))|(?P<w{0}>(?:the )?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) (?:one|question|item)))"
_GO: Final = r"(?:change|amend|edit|redo|revisit|update|correct|fix|alter|re-?do|re-?answer|re-?rate|reopen|re-open|go (?:back |forward )?(?:to|tae)|jump (?:back )?(?:to|tae)|take me (?:back )?(?:to|tae)|back (?:to|tae)|return (?:to|tae)|skip (?:ahead |back )?(?:to|tae)|move (?:back |on )?to|show me|open|switch|adjust|revise|reconsider|rethink|swap|set|make|put|mark|rate|score|look at|come back to|do|rerate|chynge|away back to|see)"
_POLITE: Final = r"(?:(?:sorry|ok|okay|oh|oops|wait|hold on|hang on|actually|can|could|may|might|please|i'?d|i would|i'?ve|i|we|we'?d|let'?s|let|me|us|want|wanted|wants|like|need|have|to|tae|just|go|and|on second thoughts?|if|possible|quickly|you|gonnae|gonna|hmm|also|now|then|so|but|right|coach|think|should|would|prefer|better|had|best|is it possible|ought)[ ,]+)*"
_TO_ITEM: Final = re.compile(
    rf"^{_POLITE}(?P<verb>{_GO})\b(?: (?:my|our|the|that|an?))*(?: (?:answer|rating|response|reply|colour|score|evidence|note|one|bit|part|question)s?)?(?: (?:for|on|to|about|in|at|of|from))* ?"
    + _NUMBER.format("a")
)
_ITEM_FIRST: Final = re.compile(
    r"^(?:ok |sorry |actually |oh |oops |wait |for |on |in |about |re |my answer (?:to|for|on) |to |going back to )*"
    + _NUMBER.format("b")
    + r"(?P<rest>.*)$"
)
_BARE_NUMBER: Final = re.compile(
    rf"^{_POLITE}{_GO} (?:to )?(?P<n>\d{{1,2}}(?:\.\d{{1,2}})?)(?! ?(?:teachers|pupils|times|staff|departments|learners|of|out|per|%|minutes|weeks|days))\b"
)
_TO_TOPIC: Final = re.compile(
    rf"^{_POLITE}(?P<verb>{_GO}) (?:(?:my|our|the) (?:answer|rating|response|reply|colour|score|evidence|note|one|bit|part|question|item|section)s? (?:for|on|to|about|with|regarding|re|from) |(?:the )?(?:one|question|item|bit|part|section) (?:about|on|for|with|where) |what (?:i|we)(?:'ve)? (?:said|put|wrote|answered|gave|have) (?:about|for|on|under) )(?P<topic>[^?.!]+)"
)
_MOVE_TOPIC: Final = re.compile(
    rf"^{_POLITE}(?:go (?:back )?(?:to|tae)|jump (?:back )?to|take me (?:back )?to|back to|return to|change|amend|edit|redo|revisit|reopen) (?:the |my |our )?(?P<topic>[a-z][\w' &/-]+?)(?: (?:question|item|one|answer|rating|bit|section))?(?: (?:please|again|now))?$"
)
_SAME: Final = re.compile(
    rf"^{_POLITE}(?:change|amend|edit|redo|correct|fix|alter|update|switch|make|set|revise|put|adjust) (?:it|that|this|that one|this one|my (?:last )?(?:answer|rating)|the (?:last )?(?:answer|rating|last one|previous one|colour)|that last one|the last|my mind|the previous (?:answer|rating|question)|my previous (?:answer|rating))\b"
)
_TO_COLOUR: Final = re.compile(
    r"\s+(?:to|tae|as|into|from \w+ to|should be|is|needs to be)\s+(?:an? )?(?:red|amber|green|ambr|gren|[123]|r|a|g)\b.*$|\s*[,:–-]+\s*(?:to |make it |it's |should be |put )?(?:an? )?(?:red|amber|green|ambr|gren)\b.*$|\s+(?:red|amber|green)$"
)


def commands(text: str, *, content: bool = False) -> tuple[Command, ...]:
    """The commands in `text`. With `content` a free text is expected: only plain ones count."""
    folded = fold(text)
    if folded.strip() and not folded.strip(" ?") and not content:
        return (Command("explain", 0, len(folded), folded.strip(), "help"),)
    cues = _cues(folded, content)
    return (*_changes(folded, content), *_questions(folded, bool(cues)), *cues)


_OTHERS: Final = re.compile(
    r"\b(?:our|pupils?|learners?|children|kids|staff|teachers?|parents?|they|depts?|departments?|pts|who|which|what|how|if|whether|about|of|where|when|their|everyone|people|some|many|most)\b"
)


def _light(rest: str, slack: int) -> bool:
    """Whether little of weight stands beside a cue, and nobody else is spoken of."""
    heavy = [word for word in words(rest) if word not in FILLERS and not word.endswith("ly")]
    if not heavy:
        return True
    return len(heavy) <= slack and not _OTHERS.search(rest)


def _weightless(rest: str) -> bool:
    return all(word in FILLERS for word in words(rest))


def _cues(folded: str, content: bool) -> list[Command]:
    found: list[Command] = []
    for clause in clauses(folded):
        words_here = clause.of(folded)
        for cue, pattern in _PATTERNS:
            match = pattern.search(words_here)
            if not match or not match.group().strip():
                continue
            rest = words_here[: match.start()] + " " + words_here[match.end() :]
            if _light(rest, cue.slack) or (cue.open and not content):
                if cue.intent in _MOVES and _spoken_by_others(words_here, match.start()):
                    continue
                found.append(
                    Command(cue.intent, clause.start, clause.end, match.group().strip(), cue.aspect)
                )
                break
    return found


_MOVES: Final = ("skip", "back", "pause", "review")
_HABIT: Final = re.compile(
    r"\b(?:we|they|he|she|it|who|that|staff|you)(?: \w+ly| just| often| sometimes| usually| always| never| all)? $"
)
_WISH: Final = re.compile(
    r"\b(?:can|could|let|should|shall|may|if|want|like|rather|need|have|got)\b"
)


def _spoken_by_others(clause: str, start: int) -> bool:
    """Whether the cue is something somebody does: "we skip", not "can we skip"."""
    before = clause[:start]
    return bool(_HABIT.search(before)) and not _WISH.search(before)


def _questions(folded: str, known: bool) -> list[Command]:
    found: list[Command] = []
    for sentence in sentences(folded):
        said = sentence.of(folded)
        asked = folded[sentence.end : sentence.end + 3].strip().startswith("?")
        if re.fullmatch(r"\W*", said):
            continue
        tail = _tail(said)
        opens = _ASKS.match(said)
        if not asked and not opens:
            continue
        for cue, pattern in _ASKED:
            where = said if opens else tail
            match = pattern.search(where)
            if not match or (not asked and _statement(said)):
                continue
            found.append(
                Command("explain", sentence.start, sentence.end, match.group().strip(), cue.aspect)
            )
            break
        else:
            if (
                asked
                and not known
                and (_ASKING.match(said) or _ASKING.match(tail) or _YOU.search(said))
                and not _HOW_DO_WE_KNOW.search(said)
            ):
                found.append(Command("explain", sentence.start, sentence.end, said, "meaning"))
    return found


_ASKING: Final = re.compile(
    r"^(?:(?:sorry|ok|okay|so|and|but|hmm+|um|er|wait|well|just|to be clear|right|oh) ?,? ?)*"
    r"(?:what|whit|whats|why|how|who|whose|which|where|when|is|are|does|do|did|can|could|would|should|am|will|has|have|any)\b"
)
_YOU: Final = re.compile(
    r"\b(?:do|did|would|are|can|could|should|does|is) (?:you|i|this|that|it)\b"
)
_HOW_DO_WE_KNOW: Final = re.compile(r"\bhow do we know\b|\bhow well do we\b|\bwho (?:does|did)\b")


def _tail(said: str) -> str:
    return re.split(r", | [-–] |: |– ", said)[-1].strip()


_ADDRESSED: Final = re.compile(
    r"^(?:(?:sorry|ok|okay|so|and|but|hmm+|um|er|wait|well|just|right|oh|also) ?,? ?)*(?:"
    r"(?:what|whit|why|how|which|where|when|who)(?:'s|s)?(?: \w+){0,3}? (?:i|you|ye|this|that|it|these|me|good|excellent|green|amber|red|evidence|the (?:point|difference|question|options|scale|purpose))\b"
    r"|(?:what|whit) (?:is|are|does|do|would|counts)\b|(?:what's|whats|whit's) |why\b"
    r"|(?:can|could|would|will|do|does|did|is|are|should|have|am) (?:i|you|ye|this|that|it)\b"
    r"|(?:explain|define|clarify|rephrase|reword|repeat|simplify|elaborate|expand|translate|describe|unpack|give me|gie me|show me|tell me|remind me|help|example|examples|meaning|more (?:info|detail)|say (?:that|it)|in (?:plain|other)|come again|pardon|what|whit|eh|huh|confused|lost|stuck|commands|options|instructions|menu|need help|i need (?:some )?help|for example|such as|like what)\b"
    r"|(?:i |i'm |im |we |it |this |that |you |you've |sorry )*(?:don'?t|dinnae|didn'?t|do not|not|no|doesn'?t|disnae|can'?t|cannae|lost|confused|stuck)\b)"
)
_TELLS: Final = re.compile(
    r"^(?:what|how|when|where|which|who) (?:we|our|staff|teachers|pupils|happens|tends|works|i (?:can|do) (?:say|know)|(?:\w+ )?(?:we|staff|pupils) (?:do|does|use|have|need|know) (?:is|are))\b"
)


def _statement(said: str) -> bool:
    """Whether a sentence without a question mark tells of the school: "what we do is ..."."""
    return bool(_TELLS.match(said)) or not _ADDRESSED.match(said)


def _changes(folded: str, content: bool) -> list[Command]:
    stripped = folded.strip()
    offset = len(folded) - len(folded.lstrip())
    end = offset + len(stripped)

    def command(target: str | None, why: str) -> list[Command]:
        return [Command("change", offset, end, why.strip(), target=target)]

    if match := _TO_ITEM.match(stripped):
        return command(_target(match, "a"), match.group())
    if (match := _BARE_NUMBER.match(stripped)) and not content:
        if not (
            match["n"] in ("1", "2", "3") and re.match(r"^.*\b(?:make|set|do)\b", match.group())
        ):
            return command(match["n"], match.group())
    if match := _ITEM_FIRST.match(stripped):
        rest = _TO_COLOUR.sub("", match["rest"])
        if (_weightless(rest) and not content) or re.match(
            r"^\W*(?:again|should|needs|please|change)", match["rest"]
        ):
            return command(_target(match, "b"), match.group())
    if match := _TO_TOPIC.match(stripped):
        if (
            match["verb"]
            not in (
                "show me",
                "look at",
                "see",
                "do",
                "make",
                "set",
                "put",
                "mark",
                "rate",
                "score",
            )
            or "answer" in match.group()
        ):
            return command(_topic(match["topic"]), match.group())
    if match := _SAME.match(stripped):
        rest = stripped[match.end() :]
        if _weightless(re.sub(r"\b(?:to|red|amber|green|[123])\b", "", rest)) and not re.search(
            r"\b(?:make|put|set) (?:it|that|this)$", match.group()
        ):
            return command(None, match.group())
    if not content and (match := _MOVE_TOPIC.match(_TO_COLOUR.sub("", stripped))):
        topic = _topic(match["topic"])
        named = [word for word in words(topic) if word not in FILLERS]
        if named and len(words(topic)) <= 5 and not _CONTENT_OBJECT.search(topic):
            return command(topic, match.group())
    return []


_CONTENT_OBJECT: Final = re.compile(
    r"^(?:in|of|from|to|at)\b|\b(?:the system|our system|every|each|all staff|over|last one|previous|start|beginning|last|question|plan|practice|culture|how|when|because|drawing)\b"
)


def _target(match: re.Match[str], part: str) -> str:
    named = match[f"n{part}"] or match[f"id{part}"]
    if named:
        return named.replace(" ", "")
    ordinals = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
    return next(str(i + 1) for i, word in enumerate(ordinals) if word in match[f"w{part}"])


def _topic(topic: str) -> str:
    topic = _TO_COLOUR.sub("", " " + topic).strip(" ,–-")
    return re.sub(r"\s+(?:please|again|question|item|one|answer|rating)$", "", topic).strip()


_PATTERNS: Final = tuple((cue, re.compile(cue.pattern)) for cue in CUES)
_ASKED: Final = tuple((cue, re.compile(cue.pattern)) for cue in QUESTIONS)

__all__ = ["CUES", "QUESTIONS", "Command", "Cue", "Stretch", "commands"]
