"""What a facilitator may wish in words, as a whole reply: open, count, talk, next item.

Pure. Each wish is all of a reply, never a part of one: "we count every term" is evidence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal[
    "on", "open", "again", "count", "drop", "hands", "sheets", "present", "talk", "part", "agree",
    "next", "leave", "finish", "pause", "plan", "report", "phones", "join", "items", "notes",
    "where", "help",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wish:
    """A wish; `about` is the item, the number or the protocol that it names."""

    kind: Kind
    about: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """How a wish is said; the group `it`, if any, is what it is about."""

    kind: Kind
    example: str
    pattern: str


_ID: Final = r"(?P<it>[a-z]{0,3}\d+(?:\.\d+)?)"
_THE_VOTE: Final = r"(?:(?: the| this| a)?(?: silent)? (?:votes?|voting|it|hands|them))?"

RULES: Final[Sequence[Rule]] = (
    Rule("phones", "open phones", r"(?:open |let in )?(?:the )?phones(?: in| on| off)?|go online"),
    Rule("join", "join", r"(?:show )?(?:the )?(?:join|address|qr(?: code)?|code|wall)"),
    Rule(
        "again",
        "vote again",
        r"(?:let's |now )?(?:vote again|re-?vote|(?:a |the )?second vote|again|another vote)",
    ),
    Rule(
        "open",
        "open item 4",
        r"(?:(?:open|start|begin|vote|go to|turn to|back to)(?: on)? (?:(?:item|question|number) )?"
        rf"|(?:item|question|number) ){_ID}",
    ),
    Rule("open", "open", rf"(?:let's |now )?(?:(?:open|start|begin){_THE_VOTE}|(?:silent )?vote)"),
    Rule(
        "count",
        "count",
        rf"(?:now )?(?:count|close|reveal|seal|close and count){_THE_VOTE}"
        r"(?: (?:and|&) (?:count|reveal)(?: it)?)?|show (?:the )?(?:result|votes|spread)",
    ),
    Rule("drop", "drop the vote", rf"(?:drop|cancel|abandon|scrap|call off){_THE_VOTE}"),
    Rule("hands", "hands 3 red 8 amber 2 green", r"(?:show of )?hands?[ :,–-]+(?P<it>.*\w.*)"),
    Rule(
        "sheets",
        "sheets 3/8/2",
        r"(?:tally )?(?:sheets?|slips?|papers?|cards?)[ :,–-]+(?P<it>.*\w.*)",
    ),
    Rule(
        "present",
        "24 here",
        r"(?:we are |we're |there are )?(?P<it>\d{1,3})(?: (?:of us|people|staff))? "
        r"(?:here|present|in the room)",
    ),
    Rule(
        "present",
        "present 24",
        r"(?:present|in the room|people|we are)[ :]+(?P<it>\d{1,3})(?: (?:of us|people|here))?",
    ),
    Rule(
        "talk",
        "talk",
        r"(?:let's |now )?(?:talk|discuss|start (?:the )?talk)(?: about it)?"
        r"(?:[ :]+(?P<it>[a-z][a-z -]+))?",
    ),
    Rule("part", "next part", r"(?:the )?next (?:part|step)|(?:part|step) done"),
    Rule("on", "go on", r"(?:go |carry )?on|continue|what(?:'s| is) next\??"),
    Rule(
        "agree",
        "agree",
        r"(?:agree|agreed|conclude|record|settle|wrap up|what did we agree|take it down)"
        r"(?: (?:it|this|the item|what was agreed))?\??",
    ),
    Rule("leave", "leave out 5", rf"(?:leave out|skip|miss out) (?:(?:item|question) )?{_ID}"),
    Rule(
        "leave",
        "leave it out",
        r"(?:leave (?:it|this|this one) out|skip (?:it|this|this (?:item|one|question)))",
    ),
    Rule("next", "next item", r"(?:the |let's do the )?next(?: (?:item|question|one))?|move on"),
    Rule("items", "items", r"(?:show |list )?(?:the |all )?(?:items|agenda|questions|list)"),
    Rule("notes", "notes", r"(?:show |read |see )?(?:the |their |people's |all )?(?:notes|words)"),
    Rule(
        "where",
        "where are we",
        r"(?:where (?:are|were) we|status|time|votes|how are we doing|how long|how much time.{0,20}"
        r"|how many(?: votes| have voted| are in)?.{0,20})\??",
    ),
    Rule(
        "plan",
        "plan",
        r"(?:make |do |go to )?(?:a |the |our )?plan(?: now)?|(?:choose |the )?priorities",
    ),
    Rule("report", "report", r"(?:show |open |see |write )?(?:the )?report"),
    Rule(
        "finish",
        "finish",
        r"(?:finish|the end|we(?:'re| are) (?:done|finished)|all done|end (?:the )?workshop"
        r"|that'?s (?:it|all|us)(?: for today| now)?)",
    ),
    Rule(
        "pause",
        "pause",
        r"(?:pause|stop|quit|exit|break|bye|another day)(?: (?:here|now|for (?:today|now)))?",
    ),
    Rule("help", "help", r"(?:help|\?|what can i (?:say|do|type))\??"),
)
"""The first that fits is meant."""

_COMPILED: Final = tuple(
    (rule, re.compile(rf"[\s.!]*(?:{rule.pattern})[\s.!]*", re.IGNORECASE)) for rule in RULES
)


def wished(text: str) -> Wish | None:
    """The wish that `text` is, if it is one."""
    flat = " ".join(text.split())
    for rule, pattern in _COMPILED:
        if found := pattern.fullmatch(flat):
            about = found.groupdict().get("it") or ""
            return Wish(rule.kind, about.strip())
    return None
