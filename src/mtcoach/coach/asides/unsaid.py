"""What a reply asks to have taken back: "remove that", "take out the bit about Sam".

Pure: how it is said, not whether there is such a thing. A wish is a whole reply, never a
part of one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["note", "step", ""]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be taken back.

    `kind` is what it was called, nothing for "that"; `which` says whether it is the first
    or the last of several, or all; `target` points at an item as a change does.
    """

    kind: Kind
    which: Literal["first", "last", "all", ""]
    target: str


_POLITE: Final = (
    r"(?:(?:please|can you|could you|can we|can i|could we|let'?s|just|no|oops|sorry|wait|actually"
    r"|i(?:'d| would) like to|i want to|i need to|hang on|hold on)[, ]+)*"
)
_VERB: Final = (
    r"(?:remove|delete|scrap|erase|drop|bin|ditch|withdraw|cancel|clear|strike|scratch|undo"
    r"|rub out|wipe|get rid o[f']?|get shot o[f']?|take? (?:back|out|oot|off|away))"
)
_SPLIT: Final = (r"tak[e]?", r"(?:back|out|oot|off|away)")
_NOUN: Final = (
    r"(?P<noun>notes?|evidence|comments?|words|sentence|next steps?|steps?|actions?|answers?"
    r"|reply|replies|bit|part|line|thing|one|lot)"
)
_NAMED: Final = (
    r"(?:what i(?:'ve| have)?(?: just)? (?:said|wrote|written|typed|put)|i said that"
    r"|(?P<all>everything|(?:it |them )?all)(?: i(?:'ve)? (?:said|wrote|put))?"
    r"|(?P<whose>(?:(?:all|both)(?: of)? )?(?:the|my|that|this|those|these|our)|all|both) "
    rf"(?:(?P<which>first|last|latest|previous) )?{_NOUN})"
)
_WHAT: Final = rf"(?:{_NAMED}|(?:(?:all|both)(?: of)? )?(?:that|this|it|those|these))"
_PLACE: Final = (
    r"(?: (?:i (?:gave|wrote|put|said) )?(?:on|for|from|under|about|at|in|against|to) "
    r"(?:q(?:uestion)? ?(?=\d))?(?P<target>[\w.&' -]{1,60}?))?"
)
_WHOLE: Final = tuple(
    re.compile(rf"^\W*{_POLITE}(?:{pattern}){_PLACE}(?: (?:again|please|then|now))*\W*$", re.I)
    for pattern in (
        rf"{_VERB} {_WHAT}|undo",
        rf"(?:i )?take? {_WHAT} (?:back|out|oot|off|away)",
        rf"(?:forget|ignore|disregard)(?: that)? {_NAMED}",
    )
)
_STEP: Final = re.compile(r"\b(?:steps?|actions?)\b", re.I)
_NOTE: Final = re.compile(r"\b(?:notes?|evidence|comments?|words|sentence)\b", re.I)


def wanted(said: str) -> Wanted | None:
    """What `said` asks to have taken back, if that is all it does."""
    for pattern in _WHOLE:
        match = pattern.match(said)
        if match:
            break
    else:
        return None
    noun, whose = match["noun"] or "", (match["whose"] or "").lower()
    kind: Kind = "step" if _STEP.search(noun) else "note" if _NOTE.search(noun) else ""
    which = (match["which"] or "").lower()
    if which:
        return Wanted(kind, "first" if which == "first" else "last", match["target"] or "")
    every = match["all"] or whose.startswith(("all", "both", "my", "the", "our"))
    named = kind or match["target"]
    return Wanted(kind, "all" if match["all"] or (every and named) else "", match["target"] or "")
