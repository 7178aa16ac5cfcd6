"""A reply as the rules read it: what it asks or answers, its rating, evidence and next step.

The words are in tables: `cues` (what is asked of the coach), `roles` (which colours are
ratings), `verdicts` (judgements without a colour). Here they are weighed: content beats
a command word inside it, a question beats an answer. What no rule names is left to the
learned listener; `understanding` weighs the two.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Literal

from mtcoach.coach.reading import Reading
from mtcoach.coach.replies import colours, parts, steps, verdicts
from mtcoach.coach.replies.changes import Command
from mtcoach.coach.replies.commands import commands
from mtcoach.coach.replies.rating import NONE, Rating, rating, spans
from mtcoach.coach.words.lexicon import FILLERS, bare
from mtcoach.coach.words.text import Stretch, fold, words
from mtcoach.questions.models import COLOURS, Colour, Item

Step = Literal["rate", "which", "evidence", "probe", "next_step", "amend", "free"]


def by_rules(
    text: str,
    *,
    step: str = "rate",
    item: Item | None = None,
    options: tuple[Colour, ...] = (),
) -> Reading:
    """What `text` means as the reply to `step`; `options` are the colours `which` asked about."""
    folded = fold(text)
    if not words(folded) and not re.search(r"[?🔴🟥🟠🟡🟧🟨🟢🟩✅❌👍👎👌🤷💯💚🧡💛❤]", text):
        return Reading(text, "unclear", why=("there are no words in it",))
    free = step in ("evidence", "probe", "next_step", "free")
    asked = commands(text, content=free)
    if step == "free":
        return _command(text, asked, [], NONE) or Reading(text, "answer")
    if step in ("rate", "which") and _KEY.match(folded):
        asked = ()
    found_rating = rating(text, step, options)
    where = spans(text, step)
    if found := _command(text, asked, where, found_rating):
        return found
    return _answer(text, folded, step, found_rating, where)


# Asked for a rating, "number 3 please" is the third colour and no other item.
_KEY: Final = re.compile(
    r"^\W*(?:number|no\.?|num|option|choice|key) ?[123](?: please| pls| thanks| then)*\W*$"
)


def told(text: str, step: str) -> Reading:
    """`text` read as an answer, whatever it seems to ask."""
    return _answer(text, fold(text), step, rating(text, step), spans(text, step))


# -- what it asks of the coach -------------------------------------------------------------------


def _command(
    text: str, asked: Sequence[Command], where: list[Stretch], heard: Rating
) -> Reading | None:
    """The reading of a reply that asks something of the coach, if it does."""
    if not asked:
        return None
    command = _first(asked)
    why = (f"'{command.why}' means {command.intent.replace('_', ' ')}",)
    if command.intent == "change":
        colour, because = changed_to(text, heard)
        return Reading(
            text,
            "change",
            colour,
            colour is not None,
            heard.options if not colour else (),
            target=command.target,
            why=why + ((because,) if because else ()),
        )
    cut = [Stretch(found.start, found.end) for found in asked]
    rest = parts.content(text, cut, where)
    if command.intent == "explain":
        # "What would a green look like?" names a colour and rates nothing.
        colour = heard.colour if heard.stated and _apart(where, cut) else None
        return Reading(
            text,
            "explain",
            colour,
            colour is not None,
            evidence=_weighty(rest),
            aspect=command.aspect,
            why=why + ((heard.why,) if colour else ()),
        )
    if heard.stated and command.intent != "pause":
        return None
    if command.intent == "unsure":
        return None if heard.options else Reading(text, "unsure", evidence=_weighty(rest), why=why)
    if command.intent in ("skip", "back", "review") and _weighty(rest) and asked[0].start > 0:
        return None
    kept = _weighty(rest)
    return Reading(
        text,
        command.intent,
        heard.colour if heard.stated else None,
        heard.stated,
        evidence=kept,
        why=why,
    )


def _apart(where: Sequence[Stretch], cut: Sequence[Stretch]) -> bool:
    """Whether a rating stands outside what was asked."""
    return any(not any(gone.start <= each.start < gone.end for gone in cut) for each in where)


# "Make that one amber instead of the red I gave it": what it becomes, whatever else is named.
_PUT: Final = re.compile(
    r"\b(?:make|put|call|mark|set|should (?:be|have been)|ought to be|swap\w*|change|it'?s|to|for)"
    r"(?: (?:it|that|this|one|them|down|as|to|for|an?|really|the \w+ one|that one))* "
    r"(?:red|amber|green)(?= instead| rather| not\b| after all|,? no\b|$)"
)


def changed_to(text: str, heard: Rating = NONE) -> tuple[Colour | None, str]:
    """The colour that a change asks for: "put item 10 down as red", "change 4 to a 2"."""
    if heard.colour and heard.stated:
        return heard.colour, heard.why
    if put := _PUT.search(fold(text)):
        colour = next(c for c in COLOURS if put.group().endswith(c))
        return colour, f"'{put.group()}' is what it is changed to"
    if named := [m for m in colours.mentions(text) if m.role not in ("past", "denied")]:
        return named[-1].colour, f"'{named[-1].colour}' is what it is changed to"
    for pattern in _KEYED:
        if key := pattern.search(fold(text).strip()):
            colour = COLOURS[int(key[1]) - 1]
            return colour, f"'{key[1]}' states {colour}"
    return None, ""


# A change by number names two: the item first, or the key first ("put 1 on number 13").
_NUMBERED: Final = r"(?:kq ?|(?:q|item|question|number|no\.?|#) ?)?\d{1,2}"
_KEYED: Final = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b(?:to|as|make it|is|should'?ve been|should have been|should be) (?:an? )?([123])$",
        rf"^\W*{_NUMBERED}\W.*?\b(?:to|tae|as|be|been|is) (?:an? )?([123])\b(?! of)",
        rf"^\W*{_NUMBERED}(?: ?[:=,–-] ?| )(?:an? )?([123])(?=\W*$|,? not\b|,? no\b)",
        rf"\b(?:make|set|put|mark|change) {_NUMBERED},? (?:down )?(?:as )?(?:an? )?([123])\b",
        r"\b(?:put|mark|enter|give|meant) (?:an? )?([123]) (?:on|for|against|in|at) "
        r"(?:q|item|number|question|no\.?|kq)",
        r"\b(?:from|frae) (?:an? )?[123] (?:to|tae) (?:an? )?([123])\b",
        r"\b(?:generous|harsh|hard|kind|wrong)[^.]*[,:;–-] ?(?:an? )?([123])\W*$",
    )
)


def _first(asked: Sequence[Command]) -> Command:
    order = ("change", "review", "explain", "pause", "not_applicable", "back", "unsure", "skip")
    return min(asked, key=lambda command: (order.index(command.intent), command.start))


def _weighty(rest: str | None) -> str | None:
    """What is worth keeping beside a command: more than a word or two of content."""
    if not rest:
        return None
    weight = [word for word in words(fold(rest)) if word not in FILLERS]
    return rest if len(weight) >= 3 else None


# -- what it tells ---------------------------------------------------------------------------

_YES: Final = re.compile(
    r"^\W*(?:yes|aye|yep|yeah|yup|ok|okay|sure|y|ay|fine|please)\b\W*(?:please)?\W*$"
)
# Asked for a colour, a bare yes gives none.
_ASSENT: Final = re.compile(r"^\W*(?:yes|aye|yep|yeah|yup|ok|okay|ay|seadh|mhm|👍)\W*$|^👍+$")
_NO: Final = re.compile(
    r"^\W*(?:no|nope|naw|nah|none|nothing|nil|nae|n|not really|no really|nowhere|"
    r"nobody|never|nothing really|nothing (?:else|more)(?: to add)?|no more|"
    r"that'?s (?:all|it|everything)(?: (?:i|we)(?:'ve| have)? ?(?:have|got|"
    r"know)?)?|not that i know of|nothing yet|none yet|not yet|nothing,? (?:we'?re |i'?m )?"
    r"(?:happy|fine|good|content)(?: (?:as|with|enough).*)?|happy as (?:is|we are|it is)|"
    r"no next steps?|none needed|nothing (?:needed|planned)(?: (?:for now|yet|at present))?|"
    r"no need|leave as is)\b\W*(?:sorry|really|yet|sadly)?\W*$"
)


def nothing_more(text: str) -> bool:
    """Whether a reply only says that there is no more to say."""
    return bool(_NO.match(fold(text)))


# Asked for a next step, this tells of one that was taken.
_DONE: Final = re.compile(
    r"^\W*(?:(?:we|i)(?:'ve| have)? (?:already |just )?(?:did|done|tried|had a go)\b|"
    r"(?:that|this|it)(?:'s| has| is|'s been)? (?:been |already |all )*(?:done|tried)\b|"
    r"(?:already|been) (?:done|tried|there)\b)"
)
# Asked how many, which and when, these are figures.
_NONE: Final = re.compile(
    r"^\W*(?:none|nil|zero|nobody|no one|naebody|nane|never)\b(?: of them)?\W*$"
)


def _answer(text: str, folded: str, step: str, heard: Rating, where: list[Stretch]) -> Reading:
    colour, stated, options = heard.colour, heard.stated, heard.options
    why = (heard.why,) if heard.why else ()
    if step in ("evidence", "probe", "next_step") and not colour:
        if step == "probe" and _NONE.match(folded):
            why = (f"'{text.strip()}' answers how many",)
            return Reading(text, "answer", evidence=text.strip(), why=why)
        if _NO.match(folded):
            intent: Literal["unsure", "answer"] = "answer" if step == "next_step" else "unsure"
            return Reading(text, intent, why=(f"'{text.strip()}': nothing to add",))
        if _YES.match(folded):
            return Reading(
                text, "unclear", why=(f"'{text.strip()}' answers no question of that kind",)
            )
    if step == "rate" and not stated and _ASSENT.match(folded):
        return Reading(text, "unclear", why=(f"'{text.strip()}' says yes to no colour",))
    if _gibberish(folded) and not colour and not options:
        return Reading(text, "unclear", why=("no word in it is one we can read",))
    if step == "next_step":
        if not colour and _DONE.match(folded):
            return Reading(text, "answer", evidence=text.strip(), why=("it is done already",))
        if not colour and steps.reported(text):
            return Reading(text, "answer", evidence=text.strip(), why=("it tells what was",))
        step_said = parts.content(text, [], where if colour else [])
        step_said = step_said or (None if colour else text.strip())
        return Reading(text, "answer", colour, stated, options, next_step=step_said, why=why)
    cut: list[Stretch] = []
    planned = None
    if found := parts.next_step(text):
        planned = found[0].of(text)
        cut.append(found[1])
    evidence = parts.content(text, cut, where if options or colour else [])
    if step in ("evidence", "probe") and not (colour or evidence or planned):
        # "All of them" is an answer to "how many?", small as its words are.
        evidence = text.strip()
    if not stated and colour and evidence and _only_verdict(text, folded):
        evidence = None
    intent_said: Literal["answer", "unclear"] = "answer"
    if options and not colour and _two_named(where, text):
        intent_said = "unclear"
    if not colour and not options and not evidence and not planned:
        intent_said = "unclear"
        why = why or ("no rating and no evidence in it",)
    return Reading(text, intent_said, colour, stated, options, evidence, planned, why=why)


def _two_named(where: Sequence[Stretch], text: str) -> bool:
    """Whether a reply names two ratings, and not one that it denies."""
    named = {m.colour for m in colours.mentions(text) if m.role == "said"}
    return len(named) > 1 or (not named and bool(where) and colours.short(text) is not None)


def _only_verdict(text: str, folded: str) -> bool:
    rest = folded
    for verdict in reversed(verdicts.verdicts(text)):
        rest = rest[: verdict.start] + " " + rest[verdict.end :]
    return bare(rest)


_NOISE: Final = frozenset(
    "blah bla hmm hm mm um uh er erm eh lol haha hahaha hehe test testing "
    "foo bar whatever dunno yada la na".split()
)


def _gibberish(folded: str) -> bool:
    said = words(folded)
    if not said:
        return True
    if all(word in _NOISE for word in said):
        return True
    if len(said) == 1 and len(said[0]) == 1 and not said[0].isdigit():
        return True
    return len(said) <= 2 and all(
        (not re.search(r"[aeiouy]", word) and len(word) > 3)
        or re.fullmatch(
            r"(.)\1{2,}|(?:asdf|qwer|zxcv|hjkl|lkj|fgh|sdf|jkl)\w*|\w*(?:asdf|qwerty|hjkl|sdfg)\w*",
            word,
        )
        for word in said
    )
