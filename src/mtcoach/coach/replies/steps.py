"""Words that speak of what will be done: "we should …", "next year we'll …", "let's …".

Each pattern reads one clause. Duties of others ("pupils should know"), what should be and is
not, and wishes to leave ("need to run") are no next steps.
"""

from __future__ import annotations

import re
from typing import Final

from mtcoach.coach.words.text import fold

_AWAY: Final = (
    r"(?:go(?! (?:through|over|back over|round|on (?:the|our)|in|into|onto)\b)|run(?=$| (?:now|"
    r"to|along)\b)|dash|"
    r"leave(?! \w+ing)|"
    r"head|shoot|nip|pop|teach|pick|catch|skip|pause|quit|finish|stop(?! \w+ing)|move on|"
    r"get (?:to|back|away|off|going|home|tea|my|out)|be (?:somewhere|honest|fair|in|at|away)|"
    r"shut|close|sleep|wait|return|pick up|come back|say|admit|check|ask|give (?:it|this|that)|"
    r"think|confess|know|see (?:what|if|how)|"
    r"(?:put|pit|mark|set) (?:it|this|that|us|me|him|her|them)\b|call|rate|believe|tell)\b"
)
_HOW: Final = (
    r"(?:(?:really|just|still|probably|definitely|all|also|now|maybe|badly|at least|simply) )*"
)
_WE: Final = r"(?:we|i|ah|wi|slt|the (?:team|slt|pts|faculty))"
_WISH: Final = (
    r"(?:need(?:s)? (?:to|tae)|should|must|ought to|have (?:got )?(?:to|tae)|'?ve (?:got )?(?:to|"
    r"tae)|"
    r"'?ll (?:need|have) to|want(?:ed)? (?:to|tae)|wid like (?:to|tae)|would (?:like|love) to|"
    r"'?d (?:like|love) to|hope to)"
)
_OTHERS_TO: Final = (
    r"(?:want|need|(?:would|'?d|wid) (?:like|love)|(?:would|'?d) want) (?:us|them|it|everyone|"
    r"everybody|all|every|each|the|our|more|\w+ (?:staff|teachers|departments|pts|classes)|staff|"
    r"teachers|departments|pts|classes)\b(?: \w+){0,5} (?:to|tae|in|on) \w+"
)
_PAST: Final = (
    r"(?:\w+(?:ed|en)|done|had|got|been|made|met|set|put|gone|kept|sent|told|taught|thought|begun)"
)
_NOT_DONE: Final = (
    r"(?!.*\bbut\b[^.;]*(?:n't|\bnot\b|nae\b|never|rarely|hardly))"
    rf"(?!(?:\S+ ){{0,4}}(?:should|ought to|"
    rf"must) have {_PAST}\b)(?!(?:\S+ ){{0,4}}should be \w+ing\b)"
    r"(?!(?:\S+ ){0,4}(?:could|may|might|would like to be able to) say\b)"
)
_LEAD: Final = (
    r"(?:(?:so|and|but|then|now|hence|therefore|also|plus|red|amber|green|an?|it'?s|i'?d say|"
    r"i think|maybe|probably|from (?:august|january)|this term|next term|next session|next year|"
    r"this session)[ ,]+)*"
)
WISHED: Final = re.compile(
    rf"^{_LEAD}{_NOT_DONE}(?P<step>(?:{_WE} ?{_HOW}{_WISH} {_HOW}(?!{_AWAY})\w+"
    rf"|(?:it|this|that) {_HOW}needs (?:to|tae) {_HOW}(?!{_AWAY})\w+"
    rf"|{_WE} ?{_HOW}{_OTHERS_TO}|{_WE} ?{_HOW}(?:could|cud) (?:do|dae) (?:with|wi) (?!a break)\w+"
    rf"|{_HOW}(?:need(?:s)? (?:to|tae)|must|want(?:ing)? (?:to|tae)|hav(?:e|ing) (?:to|tae)|"
    rf"(?:have|has)? ?got (?:to|tae)|gonnae|going (?:to|tae)|looking to|time (?:to|we|tae)) {_HOW}"
    rf"(?!{_AWAY}|been\b)\w+|{_HOW}want (?:all|every|each|the|our|them|everyone|staff|pts) \w+"
    rf"|let'?s (?!{_AWAY}|see\b|not\b|just\b|carry\b|move\b)\w+))"
)
"""What we mean to do, in a clause that may open with a colour; the group `step` is the step."""

_DOING: Final = frozenset(
    "add adapt agree align allocate analyse appoint arrange ask assign audit begin book bring "
    "build "
    "buy call carry change check choose clarify collate collect compare complete consult continue "
    "create cut decide define delegate design develop devise discuss draft draw drop embed "
    "encourage "
    "ensure establish evaluate expand explain explore extend find finish fix focus follow free "
    "gather "
    "get give go have help hold identify implement improve include increase introduce invest "
    "involve "
    "invite keep launch lead link list look make map meet mentor merge moderate monitor move name "
    "observe offer open organise pair pick pilot plan practise prepare print produce provide "
    "publish "
    "put raise re-do reduce refresh remind replace report retire review revise revisit roll run "
    "sample "
    "save schedule see send set share show simplify sit sort speak spend standardise start stop "
    "support survey take talk teach tell test tidy track train trial try turn update upskill use "
    "visit walk work write".split()
)
_OPENING: Final = re.compile(
    r"^(?:(?:and|so|then|but|to|tae|just|maybe|probably|also|first|please|we|i|we'll|i'll|will|can|"
    r"could|next|step|is|more|better|regular|some|a|an|the|by|in|"
    r"on)[ ,:–-]+)*(?P<verb>[a-z]+(?:-[a-z]+)?)"
)


def planned(text: str) -> bool:
    """Whether words that were given as a next step say what to do: "train the PTs in May".

    A reason does not ("never done it", "we've no time").
    """
    folded = fold(text).strip(" .,;:–-")
    if not folded:
        return False
    if WISHED.match(folded) or re.match(r"^(?:more|better|regular|training|new) \w+", folded):
        return True
    opening = _OPENING.match(folded)
    verb = opening["verb"] if opening else ""
    stem = verb.removesuffix("ing")
    return verb in _DOING or (verb.endswith("ing") and bool({stem, f"{stem}e", stem[:-1]} & _DOING))


_WHEN: Final = re.compile(
    r"\b(?:(?:by|before) (?:the )?(?:end of |start of )?(?:(?:this|next) )?(?:christmas|xmas|"
    r"easter|"
    r"summer|october|november|december|january|february|march|april|may|june|august|september|"
    r"term|session|year|holidays)|next (?:term|session|year|week|month))\b"
)


def ordered(clause: str) -> bool:
    """Whether a folded clause says what to do by when: "sort out a page by Christmas"."""
    words = clause.split()
    return len(words) > 2 and words[0] in _DOING and bool(_WHEN.search(clause))


_REPORTED: Final = re.compile(
    r"^(?:(?!(?:that|who|which|and|if|have|has)\b)[\w']+ ){1,4}?(?:was|were|wis|wur|has|have|had|"
    r"hasn'?t|haven'?t|hadn'?t|havenae|wasn'?t|weren'?t|didn'?t|didnae|never) \w+"
    r"|^(?:nobody|naebody|no one|none of)\b"
)
_AHEAD: Final = re.compile(
    r"\b(?:will|'ll|should|needs?|must|going to|gonnae|could|would|might|wants?|plan\w*|let'?s|"
    r"next|start\w*|begin\w*|make sure|so that|have to|has to|have got|by|before|from|first|then)\b"
)


def reported(text: str) -> bool:
    """Whether words tell what was, or what nobody does, and nothing of what will be done."""
    folded = fold(text).strip()
    return bool(_REPORTED.match(folded)) and not (_AHEAD.search(folded) or WISHED.match(folded))


_COLOUR_FIRST: Final = re.compile(
    r"^\W*(?:(?:no|naw|nah|actually|it'?s|that'?s|i'?d|i|would|make|it|that|this|say|go|call|put|"
    r"then|should|was|wrong|well|och|sorry|ok|really|probably|maybe|so|an?|at|for|still|more|think|"
    r"thinking|about|"
    r"again|of|on|reflection|honestly|change|to|my|mind|be|has|have|tae|got|must|rather)\W+)*"
    r"(?:red|amber|green)\b(?:'s (?:right|fair|about right|closer|nearer|it))?(?!')"
)
_LINKING: Final = re.compile(
    r"^\W*(?:(?:still|really|actually|then|now|tbh|to be honest|for us|i'?m afraid|"
    r"if i'?m honest|because|cause|cos|"
    r"coz|since|as|but|and|so)\b\W*)*"
)


def opens_with_colour(text: str) -> bool:
    """Whether a reply begins by giving a colour: "naw, it's red, naebody bothers"."""
    return bool(_COLOUR_FIRST.match(fold(text)))


def beside_colour(text: str) -> str:
    """What stands behind the colour that a reply opens with, without the word that joins them."""
    colour = _COLOUR_FIRST.match(fold(text))
    if colour is None:
        return text.strip()
    rest = text[colour.end() :]
    link = _LINKING.match(fold(rest))
    return rest[link.end() if link else 0 :].strip(" .,;:!–-")


def gives_reason(text: str) -> bool:
    """Whether what stands behind the colour is said to be why: "it's red cause we've no time"."""
    colour = _COLOUR_FIRST.match(fold(text))
    return bool(colour and _WHY.match(fold(text)[colour.end() :]))


_WHY: Final = re.compile(
    r"^\W*(?:\w+\W+){0,3}?(?:because|cause|cos|coz|cus|since|as|given|due to|on account of)\b"
)
