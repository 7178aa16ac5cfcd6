"""The words by which a reply asks something of the coach, as tables.

Only plain forms stand here, as many people type them; wordings beyond them are the learned
listener's (`listening`). What a cue means beside other words is decided in `commands`.
Where two cues fit a clause, the earlier one counts.
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


_NOT: Final = (
    r"(?:don'?t|do not|didn'?t|can'?t|cannot|couldn'?t|wouldn'?t|dinnae|cannae|couldnae|"
    r"wouldnae|dinna|canna)"
)
_KNOW: Final = (
    r"(?:know|ken|say|tell|answer|comment|judge|be sure|remember|recall|"
    r"put a (?:colour|rating|number) on)"
)
_LATER: Final = (
    r"(?:later|after|another (?:time|day)|at the end|tomorrow|the morn|tonight|next week|"
    r"on monday|again|soon|(?:at|after) (?:lunch|break)|in a (?:bit|while|minute))"
)
_THIS: Final = r"(?:it|(?:this|that)(?: (?:one|yin|question|item|bit))?)"

CUES: Final = (
    # -- unsure -------------------------------------------------------------------------------
    Cue("unsure", "dinnae ken", rf"\b{_NOT} (?:really |honestly )?{_KNOW}\b(?: (?:you|ye)\b)?",
        slack=3),
    Cue("unsure", "not sure",
        r"\b(?:not?|nae|never)'? (?:very |too |that |entirely |really |100% |quite )?"
        r"(?:sure|certain|confident|clear)\b(?: how to answer)?|\bunsure\b|\bundecided\b",
        slack=3),
    Cue("unsure", "no idea",
        r"\b(?:no|nae|not (?:got )?an?|haven'?t (?:an?|the)|havenae an?)(?: \w+)? ?"
        r"(?:idea|clue|notion|scooby|foggiest|faintest)\b",
        slack=3),
    Cue("unsure", "dunno",
        r"\b(?:dunno|idk|dk|(?:who|god|goodness) knows|(?:beats|search) me|unknown|not known|tbc|"
        r"your guess is as good as mine|chan eil fhios)\b|🤷",
        slack=3),
    # -- pause --------------------------------------------------------------------------------
    Cue("pause", "stop for today",
        r"\b(?:stop|pause|finish|finished|stopping|done|park|leave|pack it in|chuck it)\b"
        r"(?: (?:it|this|here|there))*(?: (?:for|till|until) (?:the )?(?:now|noo|lunch|today|day|"
        r"tonight|night|tomorrow|moment))+"),
    Cue("pause", "save and quit",
        r"^(?:[\w']+ ){0,4}?(?:save(?: my progress| it)?(?: and \w+)?|pause|stop|quit|exit|close|"
        r"bye|cheerio|(?:good)?night|see you|laters|brb|ttyl|log ?(?:out|off)|q|break|"
        r"that's (?:me|us)|that'll do)\b(?: (?:it|bye|off|tomorrow|(?:for )?(?:now|later)))*"),
    Cue("pause", "I'll come back to this",
        rf"\b(?:come|be|pick|carry|finish|do)(?: it| this| the (?:rest|others?))?"
        rf"(?: (?:back|on|up|to|with))*(?: it| this)? {_LATER}\b|\bcome back(?: to this)?$"),
    Cue("pause", "the bell's gone",
        r"\bbell'?s? (?:has )?(?:gone|rung|ringing)\b|\b(?:have|got|need|hae) (?:to|tae) (?:go|run|"
        r"dash|stop|leave|shoot|head|nip|teach)\b|\b(?:gotta|must) (?:go|run|dash)\b|"
        r"\bout of time\b|\bi'?m (?:off|away)\b|\bthat'?s (?:all|it|enough) for (?:now|today)\b|"
        r"\bcall it a (?:day|night)\b|\bleave it there\b",
        slack=2),
    Cue("pause", "back in an hour",
        r"\bback (?:in (?:an?|\d+|ten|twenty)\b ?\w*|later|soon|tomorrow|after \w+|the morn)\b|"
        r"\b(?:finish|do) (?:this|the rest) (?:at|after|when) \w+|"
        r"\b(?:away|off) to (?:a |my )?(?:meeting|class|bed)\b",
        slack=2),
    # -- skip ---------------------------------------------------------------------------------
    Cue("skip", "next",
        r"^(?:[\w']+ ){0,5}?\b(?:skip|pass|next|move (?:on|along)|on (?:to|tae) the next|proceed|"
        r"continue|carry on|keep going|go on|forward)\b(?: (?:over|on|to))?"
        r"(?: (?:the )?next)?(?: (?:one|question|item))?"),
    Cue("skip", "leave this one for now",
        rf"\b(?:leave|park|miss|drop|ignore|omit|bypass|gie|shelve)\b ?{_THIS}?"
        r"(?: (?:out|a miss|blank|empty|for now|just now))?"),
    Cue("skip", "come back to this one later",
        rf"\b(?:come|circle|return)(?: back)? (?:to|tae) (?:this|that) "
        rf"(?:one|question|item|bit)(?: {_LATER})?"),
    Cue("skip", "rather not say",
        r"\b(?:rather not|prefer not to|don'?t want to)\b(?: (?:say|answer))?|"
        r"\b(?:no|nae) comment\b"),
    # -- back ---------------------------------------------------------------------------------
    Cue("back", "can we go back",
        r"\b(?:(?:go|step|take me|move) )?(?:(?:one|a question) )?back(?:wards)?\b"
        r"(?: (?:to|tae|a|one|up))*(?: (?:the |a )?(?:last|question|one|step|item|before|start))*"),
    Cue("back", "previous question",
        r"\b(?:return(?: to)? (?:the )?)?(?:previous|prev|undo|prior)\b|^(?:go )?back 1$|"
        r"^(?:the )?last (?:one|question)$|\b(?:one|question) before\b|"
        r"\blast (?:one|question) again\b"),
    # -- not applicable -----------------------------------------------------------------------
    Cue("not_applicable", "n/a",
        r"(?:^|[^\w])(?:n/a|n\.a\.?|not applicable(?! \w+s\b))(?:$|[^\w])|^na(?=$| for)",
        open=True),
    Cue("not_applicable", "doesn't apply to us",
        r"\b(?:doesn'?t|disnae|doesnae|don'?t|not|isn'?t|can'?t) (?:really |something that )?"
        r"(?:apply|applies|relevant|applicable|concern|affect)\b(?=$| (?:to|for|in) (?:us|me|this|"
        r"our|an?|nurser\w+|primar\w+|secondar\w+)\b| here\b| us\b)",
        open=True),
    Cue("not_applicable", "not for us",
        r"\b(?:not?|isn'?t) (?:one )?for (?:us|our (?:school|sector|stage)|primar\w+|nurser\w+)\b|"
        r"\birrelevant (?:to|for)\b|\b(?:outwith|not in) (?:our|my) (?:remit|stage|scope)\b",
        open=True),
    Cue("not_applicable", "we're a primary",
        r"^(?:(?:sorry|but|as|no) )*(?:we'?re|we are|this is|i'?m in) (?:only |just )?an? "
        r"(?:primary|nursery|special school|infant|elc|early years|secondary)"
        r"(?: school| centre| class)?$"),
    # -- review -------------------------------------------------------------------------------
    Cue("review", "show me my answers",
        r"\b(?:show|see|view|list|review|display|look (?:at|over|through|back over)|go over|check|"
        r"read(?: back| over| through)?|print|bring up)\b(?: (?:me|us|all|everything|of|what|a))*"
        r"(?: (?:my|the|full|whole))* ?(?:answers?|ratings?|responses?|everything|list|colours|"
        r"the lot|whole thing|them all|summary|progress|it all|"
        r"i(?:'?ve)? (?:answered|said|put|done|written|given))\b(?: so far)?"),
    Cue("review", "review",
        r"^(?:[\w']+ ){0,3}?(?:review|overview|summary|(?:my|all) (?:answers|ratings)|"
        r"answers so far)\b"),
    Cue("review", "where am I",
        r"^(?:where (?:am i|are we)(?: up to| at)?|how (?:many|much|far)(?: (?:are|is|have|more|"
        r"questions?|left|to go|through|i|we|there|longer|got|done|of these|am i|in))*)$"),
)  # fmt: skip

# Questions back to the coach. `open`: a question may name what it asks about.
QUESTIONS: Final = (
    Cue("explain", "what have I said so far",
        r"^(?!.*\b(?:show|list|see|view|look)\b).*\b(?:what|whit|which|how|remind me)\b.* "
        r"(?:(?:i|we)(?:'ve| have)? (?:already )?(?:sa(?:id|y)|put|answer(?:ed)?|rated?|ga?ive?n?|"
        r"tell|told|write|written)|(?:is|have|got|was) recorded|(?:was )?my (?:answer|rating))\b|"
        r"^(?:have|did|didn'?t) (?:i|we) (?:not )?(?:already )?(?:sa(?:id|y)|answer\w*|put|told)\b",
        "said"),
    Cue("explain", "what counts as evidence",
        r"\b(?:what|how|which|count|example)\b.*\b(?:evidence|prove|proof)\b|"
        r"\bhow much\b.* write\b|\bwhat (?:sort|kind|type)s? of (?:thing|info|source)s?\b|"
        r"\bwhat counts\b|"
        r"\bwhat (?:are|would|do|should|can) (?:you|i|we) (?:looking for|want|after|accept|put|"
        r"write|be (?:putting|writing)|say|include|enter)\b|"
        r"^(?:would|is|are) [\w' -]{2,30} (?:do|ok|enough|evidence)\W*$|"
        r"\b(?:does|do|would) [\w ]+ count\b|\bcan i (?:use|put|count)\b",
        "evidence"),
    Cue("explain", "what would excellent look like",
        r"\b(?:what|how|describe|show)\b.*\b(?:excellent|outstanding|sector[- ]leading|world class|"
        r"gold standard|brilliant|great)\b",
        "excellent"),
    Cue("explain", "what would good look like",
        r"^(?:[\w']+ ){0,3}?(?:examples?|e\.?g|like what|such as)\W*$|\b(?:what|whit|how|give|show|"
        r"example|need)\b.*\b(?:good|green|best practice|looks? like|expect to see|other schools|"
        r"an example)\b",
        "good"),
    Cue("explain", "why do you ask",
        r"\bwhy\b.*\b(?:ask\w*|matter\w*|need|want|this|that|important)\b|"
        r"^(?:but |so |and )?(?:why|so what|what for|who cares|how is this (?:relevant|useful))"
        r"\W*$|^(?:so what|does it matter)\b|\bwhat(?:'s| is)? (?:the )?(?:point|purpose|use)\b|"
        r"\bwhat has this (?:got )?to do\b|\bwhat(?:'s| is) (?:it|this|that) for\b|"
        r"\bwhat difference (?:does|will|would)\b",
        "why"),
    Cue("explain", "what do you mean by moderation",
        r"\b(?:what|whit|who|which)\b.*\b(?:mean\w*|stands? for|asking|getting at|on about)\b|"
        r"\bmeans?\W*$|\b(?:define|clarification|simplify|explain|clarify|elaborate|"
        r"rephrase|reword|unpack|spell that out)\b|"
        r"\b(?:not|don'?t|dinnae|didn'?t) (?:quite )?(?:understand|follow|get (?:it|this|that|"
        r"the question)|sure what you|sure i (?:understand|follow))|"
        r"\bin (?:plain|simpl|oth)\w* (?:english|words|terms)\b|"
        r"\b(?:say|put|ask) (?:that|it)(?: for me)? (?:again|another way|differently|"
        r"more simply)\b|"
        r"\brepeat (?:that|the question)\b|\bcome again\b|\blost me\b|\bmore (?:info|detail)\b|"
        r"^(?:(?:sorry|eh) )?(?:eh|whit|what|pardon|sorry|huh|meaning|how do you mean)\W*$|"
        r"\bdifference between\b",
        "meaning"),
    Cue("explain", "help",
        r"^(?:[\w']+ ){0,3}?(?:help|options|commands|instructions|menu|stuck)\W*(?: (?:me|please))*"
        r"\W*$|\bhow (?:do|can) i\b|\bhow (?:do|does) (?:you|this|it)\b.*\b(?:work|answer)\b|"
        r"\bwhat (?:can|do|should) (?:i|we) (?:do|type|press)\b|"
        r"\bwhat are (?:my|the) (?:options|choices|colours|commands)\b",
        "help"),
    Cue("explain", "what's a folio?",
        r"^(?:what(?: exactly)?(?:'s| is| are|s)|whit(?:'s| is)|who(?:'s| is)|which) "
        r"(?:\w+ ?){1,4}\W*$",
        "meaning"),
)  # fmt: skip

PATTERNS: Final = tuple((cue, re.compile(cue.pattern)) for cue in CUES)
ASKED: Final = tuple((cue, re.compile(cue.pattern)) for cue in QUESTIONS)
