"""Which earlier item a reply wants to go to or to change: a number, an id, or its topic."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from mtcoach.coach.reading import Aspect, Intent
from mtcoach.coach.words.lexicon import FILLERS, bare
from mtcoach.coach.words.text import fold, words


@dataclass(frozen=True, slots=True)
class Command:
    """An intent found in a reply: where, and by which words."""

    intent: Intent
    start: int
    end: int
    why: str
    aspect: Aspect | None = None
    target: str | None = None


_NUMBER: Final = (
    r"(?:(?:item|question|q|no\.?|number|num|#|"
    r"statement) ?#?(?P<n{0}>\d{{1,2}}(?:\.\d{{1,2}})?)|(?P<id{0}>(?:kq ?\d{{1,2}}|"
    r"t[24]\.\d{{1,2}}|j2e\.\d|[a-z]+\d*\.\d{{1,2}}))|(?P<w{0}>(?:the )?(?:first|"
    r"second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) (?:one|question|"
    r"item)))"
)
_GO: Final = (
    r"(?:change|amend|edit|redo|revisit|update|correct|fix|alter|re-?do|re-?answer|"
    r"re-?rate|reopen|re-open|go (?:back |forward )?(?:to|tae)|"
    r"jump (?:back )?(?:to|tae)|take me (?:back )?(?:to|tae)|back (?:to|tae)|"
    r"return (?:to|tae)|skip (?:ahead |back )?(?:to|tae)|move (?:back |on )?to|"
    r"show me|open|switch|adjust|revise|reconsider|rethink|swap|set|make|put|mark|"
    r"rate|score|look at|come back to|do|rerate|chynge|away back to|see)"
)
_POLITE: Final = (
    r"(?:(?:sorry|ok|okay|oh|oops|wait|hold on|hang on|actually|can|could|may|"
    r"might|please|i'?d|i would|i'?ve|i|we|we'?d|let'?s|let|me|us|want|wanted|"
    r"wants|like|need|have|to|tae|just|go|and|on second thoughts?|if|possible|"
    r"quickly|you|gonnae|gonna|hmm|also|now|then|so|but|right|coach|think|should|"
    r"would|prefer|better|had|best|is it possible|ought)[ ,]+)*"
)
_TO_ITEM: Final = re.compile(
    rf"^{_POLITE}(?P<verb>{_GO})\b(?: (?:my|our|the|that|an?))*(?: (?:answer|"
    rf"rating|response|reply|colour|score|evidence|note|one|bit|part|"
    rf"question)s?)?(?: (?:for|on|to|about|in|at|of|from))* ?" + _NUMBER.format("a")
)
_ITEM_FIRST: Final = re.compile(
    r"^(?:ok |sorry |actually |oh |oops |wait |for |on |in |about |re |"
    r"my answer (?:to|for|on) |to |going back to )*" + _NUMBER.format("b") + r"(?P<rest>.*)$"
)
_WRONG: Final = re.compile(
    r"^[^.]{0,25}?" + _NUMBER.format("c") + r"[^.]{0,12}\b(?:wrong|mistake|incorrect|differently)\b"
)
_BARE_NUMBER: Final = re.compile(
    rf"^{_POLITE}{_GO} (?:to )?(?P<n>\d{{1,2}}(?:\.\d{{1,2}})?)(?! ?(?:teachers|"
    rf"pupils|times|staff|departments|learners|of|out|per|%|minutes|weeks|days))\b"
)
_TO_TOPIC: Final = re.compile(
    rf"^{_POLITE}(?P<verb>{_GO}) (?:(?:my|our|the) (?:answer|rating|response|reply|"
    rf"colour|score|evidence|note|one|bit|part|question|item|section)s? (?:for|on|"
    rf"to|about|with|regarding|re|from) |(?:the )?(?:one|question|item|bit|part|"
    rf"section) (?:about|on|for|with|where) |what (?:i|we)(?:'ve)? (?:said|put|"
    rf"wrote|answered|gave|have) (?:about|for|on|under) )(?P<topic>[^?.!]+)"
)
_MOVE_TOPIC: Final = re.compile(
    rf"^{_POLITE}(?:go (?:back )?(?:to|tae)|jump (?:back )?to|take me (?:back )?to|"
    rf"back to|return to|change|amend|edit|redo|revisit|reopen) (?:the |my |"
    rf"our )?(?P<topic>[a-z][\w' &/-]+?)(?: (?:question|item|one|answer|rating|bit|"
    rf"section))?(?: (?:please|again|now))?$"
)
_SAME: Final = re.compile(
    rf"^{_POLITE}(?:change|amend|edit|redo|correct|fix|alter|update|switch|make|"
    rf"set|revise|put|adjust) (?:it|that|this|that one|this one|"
    rf"my (?:last )?(?:answer|rating)|the (?:last )?(?:answer|rating|last one|"
    rf"previous one|colour)|that last one|the last|my mind|the previous (?:answer|"
    rf"rating|question)|my previous (?:answer|rating))\b"
)
_TO_COLOUR: Final = re.compile(
    r"\s+(?:to|tae|as|into|from \w+ to|should be|is|needs to be)\s+(?:an? )?(?:red|"
    r"amber|green|ambr|gren|[123]|r|a|g)\b.*$|\s*[,:–-]+\s*(?:to |make it |it's |"
    r"should be |put )?(?:an? )?(?:red|amber|green|ambr|gren)\b.*$|\s+(?:red|amber|"
    r"green)$|\s*[:=–-]+\s*(?:an? )?[123]\W*$|, [123],? not [123]\W*$"
)


def changes(folded: str, content: bool) -> list[Command]:
    """The change that a folded reply asks for, if it asks for one."""
    stripped = folded.strip()
    offset = len(folded) - len(folded.lstrip())
    end = offset + len(stripped)

    def command(target: str | None, why: str) -> list[Command]:
        return [Command("change", offset, end, why.strip(), target=target)]

    if match := _TO_ITEM.match(stripped):
        return command(_target(match, "a"), match.group())
    if match := _WRONG.match(stripped):
        return command(_target(match, "c"), match.group())
    if (match := _BARE_NUMBER.match(stripped)) and not content and not _rates(match):
        return command(match["n"], match.group())
    if match := _ITEM_FIRST.match(stripped):
        rest = _TO_COLOUR.sub("", match["rest"])
        if (bare(rest) and not content) or re.match(
            r"^\W*(?:again|should|needs|please|change)", match["rest"]
        ):
            return command(_target(match, "b"), match.group())
    if (match := _TO_TOPIC.match(stripped)) and (
        match["verb"] not in _PLAIN_VERBS or "answer" in match.group()
    ):
        return command(_topic(match["topic"]), match.group())
    if match := _SAME.match(stripped):
        rest = stripped[match.end() :]
        if bare(re.sub(r"\b(?:to|red|amber|green|[123])\b", "", rest)) and not re.search(
            r"\b(?:make|put|set) (?:it|that|this)$", match.group()
        ):
            return command(None, match.group())
    if not content and (match := _MOVE_TOPIC.match(_TO_COLOUR.sub("", stripped))):
        topic = _topic(match["topic"])
        named = [word for word in words(topic) if word not in FILLERS]
        if named and len(words(topic)) <= 5 and not _CONTENT_OBJECT.search(topic):
            return command(topic, match.group())
    return []


# Verbs that do other things too: "look at the one about folios" changes nothing.
_PLAIN_VERBS: Final = (
    "show me", "look at", "see", "do", "make", "set", "put", "mark", "rate", "score",
)  # fmt: skip


def _rates(match: re.Match[str]) -> bool:
    """Whether a number is the rating: "make it a 2"."""
    return match["n"] in ("1", "2", "3") and bool(re.search(r"\b(?:make|set|do)\b", match.group()))


_CONTENT_OBJECT: Final = re.compile(
    r"^(?:in|of|from|to|at)\b|\b(?:the system|our system|every|each|all staff|over|"
    r"last one|one before|previous|start|beginning|last|question|plan|practice|culture|how|"
    r"when|because|drawing)\b"
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


_ANY_ITEM: Final = re.compile(r"\b" + _NUMBER.format("d"))
_ANY_NUMBER: Final = re.compile(
    r"\b(?:change|edit|fix|redo|amend|correct|update|set|make|put|switch|swap|answer|to|for|"
    r"got|was) (?:my answer (?:to|for) )?(?P<n>\d{1,2})\b(?! ?(?:of|%|out))"
)
_ANY_TOPIC: Final = (
    r"\b(?:the )?(?:one|question|item|bit|thing|answer|rating|red|amber|green)s? (?:i (?:put|gave)"
    r" )?(?:about|on|for|with|under) (?:the |our )?(?P<topic>[a-z][\w' -]*?)(?=$|[,.;!?]| (?:to|"
    r"should|is|was|isn'?t|wasn'?t|again|please|ought|needs?|it|i|and)\b)",
    r"\b(?:said|put|wrote|answered|typed|gave|harsh|hard|generous|kind|nice|wrong|unfair|mind|"
    r"thoughts)\b[^.]*? (?:about|on|for|under|with) (?:the |our )?(?P<topic>[a-z][\w' -]*?)(?=$|"
    r"[,.;!?]| (?:to|should|is|was|isn'?t|again|please|so|it|i|and)\b)",
    r"\b(?:red|amber|green) i (?:gave|put)(?: for| on)? (?:the |our )?(?P<topic>[a-z][\w' -]*?)"
    r"(?=$|[,.;!?]| (?:was|is|to|should|isn'?t|wasn'?t)\b)",
    r"\bthe (?P<topic>[a-z][\w' -]*?) (?:one|question|item|bit|answer)\b",
    r"(?:^|\b(?:hold on|hang on|wait|actually|sorry|make|set|put|change|mark|on|redo|edit|amend|"
    r"fix),? )(?:the |my |our )?(?P<topic>[a-z][\w' -]*?)(?:,| add| to| as| should| ought|"
    r" needs| is| was| wasn'?t| isn'?t| instead| red| amber| green|:)",
)
_TOPICS: Final = tuple(re.compile(pattern) for pattern in _ANY_TOPIC)


def named_item(text: str) -> str | None:
    """The item that a wish to change names anywhere in it: its number, id or topic."""
    folded = fold(text).strip()
    if match := _ANY_ITEM.search(folded):
        return _target(match, "d")
    if match := _ANY_NUMBER.search(folded):
        return match["n"]
    for pattern in _TOPICS:
        if (match := pattern.search(folded)) and not bare(match["topic"]):
            return _topic(match["topic"])
    return None
