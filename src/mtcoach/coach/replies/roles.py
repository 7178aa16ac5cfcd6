"""What part a colour plays in a reply: the rating, or one of the many things it can be instead.

Only plain forms stand here: which of several colours is meant in a longer sentence is
learned (`chosen`), and the role given here is one sign of it. The first rule that fits
decides, so a rule's place in the table matters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
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


ASKS_TO_RECORD: Final = (
    r"^(?:\W*(?:so|and|but|sorry|ok|aye|right|i don'?t suppose) )*(?:(?:can|could|would|will|shall|"
    r"may|might|should|why don'?t) (?:you|ye|i|we|it)|is it (?:all right|ok|okay|fine) if (?:i|we)|"
    r"any objections? (?:if|to)|am faod mi)\b(?:(?! (?:explain|tell|give me|show|ever|get|mean|"
    r"look|count|remind)\b)[^.?]){0,40}? ?\b(?:put|stick|mark|call|say|go|write|enter|record|take|"
    r"give (?:us|it|this|ourselves|that)|mind|be|rate|score|pit|cry|òmar|dearg|uaine)\b"
)
"""How a question begins that asks no more than to have a colour written down."""

_PLACES: Final = (
    "Primary|Academy|High|School|Nursery|Street|Road|Lane|House|Park|Centre|Drive|Avenue|Valley"
)
_NOT: Final = (
    r"not|isn'?t|aren'?t|wouldn'?t|wouldnae|couldn'?t|couldnae|can'?t|cannot|cannae|don'?t|dinnae|"
    r"doesn'?t|isnae|nae|never|hardly"
)
_COLOUR: Final = r"(?:red|rid|amber|green)"
# People and papers whose colour is not the rating that this leader gives this school now.
_SOMEBODY: Final = (
    r"predecessors?|mentor|consultants?|visitors?|visiting \w+|link officer|psych\w*|advis[eo]rs?|"
    r"heidie|cluster|neighbours?|trust|hmie|ofsted|pal|friend|husband|wife|man's|next door|"
    r"other school|"
    r"parent council|(?:old|auld|last|former|previous|ex)[- ](?:head|heid|school|team|folder|plan|"
    r"version|audit|inspection)|(?:the|his|her|my|our|their) (?:folder|file|audit|inspection)"
)
_BY_ME: Final = (
    r"\b(?:i|we|i'd|we'd|i'll|we'll|ah'?d|i'm|we're|oors|ours|mine|but|now)\b[^,;.]{0,25}$"
)
_MONTHS: Final = (
    r"(?:end of |start of |next )*(?:june|may|easter|christmas|xmas|summer|august|october|january|"
    r"march|term|session|year)"
)

RULES: Final = (
    # -- names and things ---------------------------------------------------------------------
    Rule("thing", "Mrs Green leads this", lead=r"\b(?:mr|mrs|ms|miss|dr)\.? $"),
    Rule("thing", "Green Lane Primary; Amber keeps this; Amber Hunter, PT English; Amber's mum",
         after=rf"^ (?:(?:\w+ )?(?:{_PLACES})\b|(?:[A-Z]\w+ )?(?:leads|runs|teaches|keeps|"
         rf"checks)\b|"
         r"(?!(?i:{subjects})\b)[A-Z][a-z]{2,}, )|"
         r"^'s (?:mum|mother|dad|gran|class|group|work|teacher)\b",
         cased=True),
    Rule("thing", "the green forms; green and red cups",
         after=rf"^(?: (?:and|or) {_COLOUR})?[ -]{{things}}\b"),
    Rule("thing", "notes are in red; the tracker flags them red",
         lead=r"\b(?:in|using|(?:flag|highlight|shade|colour|turn|show|mark|go)\w*(?: (?:up|them|"
         r"pupils|as|on|to|in))*) (?:the )?$",
         unless=r"\b(?:mark|marking|shows?|go(?:ing)?|place|put|have) (?:it|this|us|ourselves)\b"
         r"|\b(?:i|we)\b"
         r"(?:'?\w+| are| would| will)? go"),
    Rule("thing", "12 pupils are red",
         lead=r"\b(?:pupils?|learners?|children|kids|weans|bairns|they|those|who|\d+)\b"
         r"(?: \w+){0,3} (?:are|is|on|as|at|a)(?: \w+)? $",
         unless=r"\b(?:i|we)\b"),
    Rule("thing", "red means behind", after=r"^ (?:means?|stands for|=)\b"),
    Rule("thing", "we colour code: green for on track, amber for nearly",
         before=r"\b(?:cod(?:e|ed|es|ing)|key|system|scheme|colou?rs?)\b[^.]*$", after=r"^ for\b"),
    Rule("asked", "what would green look like?",
         before=r"^(?:\W*(?:so|and|but|sorry|ok|hmm) )*(?:what|whit|which|how|why|does|do|is|would|"
         r"are|should|can|could|when)\b",
         unless=rf"\b(?:i'd|we'd|i would|i think|we're)\b|{ASKS_TO_RECORD}"),
    # -- what others say ----------------------------------------------------------------------
    Rule("others", "my predecessor had this down as green; ex-head: green; their green",
         before=rf"^[^.]*\b(?:{_SOMEBODY})\b"
         r"(?:(?! (?:i|we|me|mine|ours?|us|mysel\w*)\b)[^.;]){0,60}$|"
         r"\b(?:their|theirs|his|hers|they'?re) (?:an? )?$",
         unless=_BY_ME),
    Rule("others", "maths claim green",
         lead=r"\b(?:claims?|wants? (?:to say )?|sa(?:ys|id)(?: it'?s)?|called it|cried it|"
         r"typed|came out)[\s\"“']*(?:an? )?$",
         unless=r"\b(?:i|we|i'd|we'd|i'll|ah'?d|to|would|could|can|let'?s|us|be|team|slt)\b"
         r"[^,;.]{0,25}$"),
    Rule("others", "staff would say green",
         lead=r"\b(?:staff|teachers?|pts?|colleagues|authority|council|inspect\w*|others?|people|"
         r"head(?:teacher)?|ht|dht|depute|pupils|parents|he|she|they|maths|english)\b[^.]* (?:say|"
         r"said|says|thinks?|thought|rates?|rated|gave|calls?|called|puts?|reckons?|feels?|scored|"
         r"had) (?:it |us |this |that |we're |as |at |a )*$",
         unless=r"\b(?:i|we|i'd|we'd|i'll)\b (?:\w+ )?(?:say|think|reckon|call|rate|put|feel)"),
    Rule("others", "tha a' chomhairle ag ràdh dearg",
         before=r"\b(?:a' chomhairle|an sgoil eile|(?:an )?t-seann \w+)\b[^,]*$",
         unless=r"\b(?:mise|agam|leamsa|chanainn)\b"),
    # -- what it was, what it may become ------------------------------------------------------
    Rule("hoped", "it would be green if every department did it; could be green by June",
         lead=r"\b(?:should|could|would|might|may|can|'d)(?: \w+)? be (?:an? )?$",
         after=r"^,? (?:by|next|soon|once|when|if(?! (?:i'?m|i am|i'?d|we'?re|push|press|"
         r"i ha))|after|but (?:isn'?t|it'?s not|not))\b"),
    Rule("hoped", "would have been green",
         lead=r"\b(?:would|could|should|might|'d|nearly) (?:have|of) (?:been|said|put) $"),
    Rule("past", "red last year; red under the old timetable",
         after=r"^,? (?:last \w+|previously|(?:a|two|three|\d) years? ago|back (?:then|in)|"
         r"in 20\d\d|until|till|before|under (?:the |our )?(?:old|last|previous)\b|"
         r"(?:a bh' ann )?an-uiridh|a bh' ann)\b"),
    Rule("past", "it was red last year, up from red, last year's red; I wanted to say green",
         lead=r"\b(?:was|were|wis|been|used to be|previously|before|up from|down from|instead of|"
         r"rather than|not? longer|last (?:year|session|time|term|month)(?:'s)?|years? ago|"
         r"(?:was|were) (?:going|about|tempted) to (?:say|put)|(?:wanted|tempted|like|love|nearly|"
         r"almost) to (?:say|put|go)|on a good day|on paper|in theory|"
         r"(?:nearly|almost) (?:said|put)|had (?:us|it) (?:at|as)|went from)\b[^,]{0,40}$",
         unless=r"\b(?:think|say|reckon|guess) were $|"
         r"\b(?:now|currently|today|decided|agreed)\b|\b(?:i'd|we'd|i'll) (?!said|put)|"
         rf"\b(?:from|frae) (?:an? )?{_COLOUR} (?:up |down )?(?:to|tae)(?: an?)? $"),
    Rule("hoped", "hope to be green by June",
         lead=r"\b(?:will be|we'll be|it'll be|hop(?:e|es|ing)|aim(?:s|ing)?|aspir\w+|target\w*|"
         r"goal|(?:want|would like) \w+(?: to be)?|to (?:reach|become|be|hit|get)|get(?:ting)? to|"
         r"mov(?:e|ed|ing)(?: \w+)? (?:to|towards?|up to)|work(?:ing)? (?:to|towards?)|"
         r"next (?:year|session))\b[^,]{0,25}$",
         unless=r"\b(?:we'?re|we are|it'?s|it is)(?: (?:an?|at|on|still|just|probably|really))* $|"
         r"\bto be (?:fair|honest|truthful)\b|"
         r"\b(?:judge|consider|reckon|deem|take|find) (?:us|it|this|ourselves) to be $|"
         r"\b(?:want|like|have) to (?:say|go|put|call)\b|\bmoved (?:\w+ )?(?:up )?to $|"
         rf"\b(?:have|has|going|got|needs?|ought) to be $|\bdown to $|\bfrom {_COLOUR} to $"),
    Rule("hoped", "green, by June, if we all mark together",
         after=rf"^,? (?:by|before|come) (?:the )?{_MONTHS}\b"),
    # -- what it is not -----------------------------------------------------------------------
    Rule("said", "no doubt it's green; no better than amber",
         lead=r"\b(?:no doubt|no question|nothing but|not? (?:better|more|worse|less) than|"
         r"can'?t be (?:anything )?(?:but|better than))\b[^,]{0,25}$"),
    Rule("nearly", "not quite green; almost green",
         lead=rf"\b(?:(?:{_NOT}|no)\b[^,]{{0,25}}\b(?:quite|yet|fully|entirely|really)|almost|"
         r"nearly|close to|approaching|(?:bordering|verging|going) on|short of|heading for|"
         r"(?:edg|creep|inch)\w+ (?:towards?|to))(?: being)?(?: an?| the)? $"),
    Rule("nearly", "not green yet", lead=rf"\b(?:{_NOT}|no)\b[^,]{{0,30}}$",
         after=r"^ (?:here )?(?:yet|quite|across|everywhere)"),
    Rule("denied", "more red than amber; less an amber than a red; red no an amber",
         lead=rf"\b(?:(?:more|nearer|rather) (?:an? )?{_COLOUR} than|less|{_COLOUR},? (?:no|not|"
         rf"nae)"
         r"|\w+ (?:no|nae)|chan e|chan eil \w+|seach|an àite)(?: an?)? $"),
    Rule("above", "better than amber", lead=r"\b(?:better than|above|beyond|at least)(?: an?)? $"),
    Rule("below", "worse than amber", lead=r"\b(?:worse than|below)(?: an?)? $"),
    Rule("denied", "I wouldn't call it green",
         lead=rf"\b(?:{_NOT}|far from|nowhere near|no way|won'?t|neither|nor|"
         r"(?<!without )(?<!without a )doubt|anything but|a long way from|it'?s no|we'?re no"
         r"|wish (?:i|we) could)\b[^,]{0,40}$",
         unless=r"\bnot sure\b.*\b(?:or|between|whether|if)\b|\bdon'?t know (?:if|whether)\b"),
    Rule("denied", "green? no; green would be pushing it",
         after=r"^(?:\?+ (?:no|nope|nah|naw|not|never|hardly)\b|"
         r",? (?:it|this) (?:is not|isn'?t|isnae)| (?:isn'?t|would be (?:wrong|generous|a stretch|"
         r"pushing it)))\b"),
    # -- leaning ------------------------------------------------------------------------------
    Rule("leaned", "leaning towards amber; between amber and red, more red",
         lead=r"\b(?:lean\w*|tend\w*|edg\w+|nearer|closer|mair|more|mostly|probably|bit on)"
         r"(?: (?:on|to|towards?|the|side|of|a))* $"),
    Rule("leaned", "but if you pushed me, amber; amber in the end",
         before=r"\b(?:if (?:you |i )?(?:push\w*|press\w*|must|ha(?:d|ve) to)(?: [\w']+){0,5}|"
         r"on balance|all in all|in the end|(?:com(?:e|ing) down|land(?:ed|ing)|settl(?:ed|ing)) "
         r"(?:on|for)|final answer)[,:]? (?:(?:then|i'?d|say|put|go|for|it'?s|an?) )*$"),
    Rule("leaned", "amber and red, red if pushed; amber overall",
         after=r"^,? (?:if (?:pushed|pressed|i had to)|overall|on balance|in the end|"
         r"more than|rather than|than)\b"),
    # -- a bare noun phrase -------------------------------------------------------------------
    Rule("thing", "the amber pupils meet SfL; the red and green maths sets",
         lead=r"\b(?:an?|the|our|their|those|these|any|every|each|his|her|of)"
         rf"(?: {_COLOUR} and)? $",
         after=rf"^(?: and {_COLOUR})? (?!{{fillers}})[a-z]+"),
)  # fmt: skip

Patterns = tuple[re.Pattern[str] | None, ...]


@cache
def compiled() -> tuple[tuple[Rule, Patterns], ...]:
    """The rules with their patterns: lead, after, before, unless."""
    listed = {
        "things": shipped()["coloured_things"],
        "subjects": shipped()["subjects"],
        "fillers": sorted(FILLERS | set(_STARTS_CLAUSE.split())),
    }
    words = {f"{{{name}}}": _any(found) for name, found in listed.items()}

    def ready(pattern: str) -> re.Pattern[str] | None:
        for name, found in words.items():
            pattern = pattern.replace(name, found)
        return re.compile(pattern) if pattern else None

    return tuple(
        (rule, (ready(rule.lead), ready(rule.after), ready(rule.before), ready(rule.unless)))
        for rule in RULES
    )


# Words behind a colour that begin something new, so that it is no noun's adjective.
_STARTS_CLAUSE: Final = (
    "in on due while where which who with every each both most many several across not nobody "
    "staff everyone especially particularly though until given using based apart except despite "
    "between"
)


def _any(found: Iterable[str]) -> str:
    return rf"(?:{'|'.join(re.escape(word) for word in found)})\b"
