"""A reply, understood: what it asks or answers, its rating, evidence and next step.

Pure and offline. The tables are in `commands` (what is asked of the coach),
`colours` (which colours are ratings) and `verdicts` (judgements without a colour);
here is how they are weighed: a stated rating beats an implied one, content beats a
command word inside it, and where a careful listener would ask, no rating is set.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final, Literal

from mtcoach.coach import colours, parts, verdicts
from mtcoach.coach.commands import Command, commands
from mtcoach.coach.lexicon import FILLERS, bare
from mtcoach.coach.reading import Reading
from mtcoach.coach.text import Stretch, fold, words
from mtcoach.questions.models import COLOURS, Colour, Item

Step = Literal["rate", "which", "evidence", "probe", "next_step", "amend", "free"]
Rating = tuple[Colour | None, bool, tuple[Colour, ...], str]

_NOBODY: Final[Rating] = (None, False, (), "")


def read(
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
    if step in ("evidence", "probe"):
        # Asked for evidence, "we have no data on that" answers: it is a finding.
        asked = tuple(a for a in asked if a.intent != "unsure" or not _FINDING.search(a.why))
    if step == "free":
        return _command(text, asked, [], _NOBODY) or Reading(text, "answer")
    rating = _rating(text, folded, step, options)
    spans = _spans(text, step)
    if found := _command(text, asked, spans, rating):
        return found
    return _answer(text, folded, step, rating, spans)


_FINDING: Final = re.compile(
    r"\b(?:data|evidence|figures|numbers|info\w*|stats|looked|checked|asked|measured)\b"
)

# -- what it asks of the coach -------------------------------------------------------------------


def _command(
    text: str, asked: Sequence[Command], spans: list[Stretch], rating: Rating
) -> Reading | None:
    """The reading of a reply that asks something of the coach, if it does."""
    if not asked:
        return None
    command = _first(asked)
    why = (f"'{command.why}' means {command.intent.replace('_', ' ')}",)
    if command.intent == "change":
        colour, because = _changed_to(text, rating)
        return Reading(
            text,
            "change",
            colour,
            colour is not None,
            rating[2] if not colour else (),
            target=command.target,
            why=why + ((because,) if because else ()),
        )
    cut = [Stretch(found.start, found.end) for found in asked]
    rest = parts.content(text, cut, spans)
    if command.intent == "explain":
        colour = rating[0] if rating[1] else None
        return Reading(
            text,
            "explain",
            colour,
            colour is not None,
            evidence=_weighty(rest),
            aspect=command.aspect,
            why=why + ((rating[3],) if colour else ()),
        )
    if rating[0] and rating[1] and command.intent != "pause":
        return None
    if command.intent == "unsure":
        if rating[2] or (rating[0] and not _only(text, asked)):
            return None if rating[2] or rating[1] else _unsure(text, rest, why)
        return _unsure(text, rest, why)
    if command.intent in ("skip", "back", "review") and _weighty(rest) and asked[0].start > 0:
        return None
    kept = _weighty(rest)
    return Reading(
        text,
        command.intent,
        rating[0] if rating[1] else None,
        rating[1],
        evidence=kept,
        why=why,
    )


def _changed_to(text: str, rating: Rating) -> tuple[Colour | None, str]:
    """The colour that a change asks for: "put item 10 down as red", "change 4 to a 2"."""
    if rating[0] and rating[1]:
        return rating[0], rating[3]
    if named := [m for m in colours.mentions(text) if m.role not in ("past", "denied")]:
        return named[-1].colour, f"'{named[-1].colour}' is what it is changed to"
    if key := re.search(r"\b(?:to|as|make it|is) (?:an? )?([123])$", fold(text).strip()):
        colour = COLOURS[int(key[1]) - 1]
        return colour, f"'{key[1]}' states {colour}"
    return None, ""


def _unsure(text: str, rest: str | None, why: tuple[str, ...]) -> Reading:
    return Reading(text, "unsure", evidence=_weighty(rest), why=why)


def _only(text: str, asked: Sequence[Command]) -> bool:
    folded = fold(text)
    for found in sorted(asked, key=lambda c: -c.start):
        folded = folded[: found.start] + " " + folded[found.end :]
    return bare(folded)


def _first(asked: Sequence[Command]) -> Command:
    order = ("change", "review", "explain", "pause", "not_applicable", "back", "unsure", "skip")
    return min(asked, key=lambda command: (order.index(command.intent), command.start))


def _weighty(rest: str | None) -> str | None:
    """What is worth keeping beside a command: more than a word or two of content."""
    if not rest:
        return None
    weight = [word for word in words(fold(rest)) if word not in FILLERS]
    return rest if len(weight) >= 3 else None


# -- the rating --------------------------------------------------------------------------------------


def _spans(text: str, step: str) -> list[Stretch]:
    spans = [
        Stretch(mention.start, mention.end)
        for mention in colours.mentions(text)
        if mention.role in ("said", "leaned", "nearly", "denied", "above", "below")
    ]
    if step in ("rate", "which", "amend") and not spans and (key := colours.short(text)):
        spans.append(Stretch(key[1], key[2]))
    return spans


def _rating(text: str, folded: str, step: str, options: tuple[Colour, ...]) -> Rating:
    found = colours.mentions(text)
    if step in ("evidence", "probe", "next_step"):
        return _outright(folded, found)
    said = _stated(folded, found)
    if said[0] or said[2]:
        return said
    if key := colours.short(text):
        named = key[0]
        why = f"'{text[key[1] : key[2]].strip()}' states {' or '.join(named)}"
        return (named[0], True, (), why) if len(named) == 1 else (None, False, named, why)
    if step == "which" and (picked := _picked(folded, options)):
        return picked
    if any(mention.role in ("said", "denied", "nearly") for mention in found):
        return _NOBODY
    if step in ("rate", "which") and not any(m.role in ("asked", "others") for m in found):
        colour, words_said = verdicts.implied(verdicts.verdicts(text))
        if colour:
            return colour, False, (), f"'{words_said}' implies {colour}"
    return _NOBODY


_OUTRIGHT: Final = re.compile(
    r"^\W*(?:(?:actually|sorry|ok|oh|hmm|well|so|then|no|now|right|in fact|on reflection|thinking about it|come to think of it) ?,? ?)*"
    r"(?:(?:i'?d|i would|i'?ll|we'?d|let'?s|make|put|call|say|go|for|it'?s|it|this|that|with|rate|as|an?|we'?re|change|to|probably|more|maybe|that's) ?)*$"
)


def _outright(folded: str, found: Sequence[colours.Mention]) -> Rating:
    """A rating where free text was asked for: only one that stands by itself."""
    for mention in found:
        if mention.role not in ("said", "leaned"):
            continue
        before = re.split(r"[.!?\n,;–]", folded[: mention.start])[-1]
        after = re.split(r"[.!?\n,;–]| - | because | but ", folded[mention.end :])[0]
        if _OUTRIGHT.match(before) and bare(after):
            colour = mention.colour
            return colour, True, (), f"'{folded[mention.start : mention.end]}' states {colour}"
    return _NOBODY


_MEND: Final = re.compile(
    r"\b(?:no|actually|sorry|i mean|make that|rather|make it|scratch that|correction|change that|on second thoughts|on reflection|wait|in fact|or rather|nah|naw|well)\b"
)
_BETWEEN: Final = re.compile(
    r"\b(?:between|somewhere|either|or|toss[- ]up|torn|in two minds|swithering)\b|/"
)


def _stated(folded: str, found: Sequence[colours.Mention]) -> Rating:
    said = [mention for mention in found if mention.role == "said"]
    leaned = [mention for mention in found if mention.role == "leaned"]
    named = _unique(mention.colour for mention in said)
    if leaned and (len(named) != 1 or _BETWEEN.search(folded)):
        last = leaned[-1]
        return last.colour, True, (), f"'{last.why}' leans to {last.colour}"
    if len(named) == 1:
        return named[0], True, (), f"'{said[-1].why}' states {named[0]}"
    if len(named) > 1:
        gap = folded[said[-2].end : said[-1].start]
        if _MEND.search(gap) and len(named) == 2:
            colour = said[-1].colour
            return colour, True, (), f"'{said[-1].why}' mends what was said before"
        why = " and ".join(f"'{mention.why}'" for mention in said)
        return None, False, tuple(c for c in COLOURS if c in named), f"{why}: two colours at once"
    return _left_over(found)


def _left_over(found: Sequence[colours.Mention]) -> Rating:
    """The rating that is left when colours are only said not to be, or nearly to be."""
    possible = set(COLOURS)
    why: list[str] = []
    spoken = False
    for mention in found:
        at = COLOURS.index(mention.colour)
        if mention.role == "nearly":
            spoken = True
            keep = {COLOURS[max(at - 1, 0)]} if at else {"red", "amber"}
            possible &= keep
        elif mention.role == "denied":
            spoken = True
            possible -= {mention.colour}
        elif mention.role == "above":
            spoken = True
            possible &= set(COLOURS[at + 1 :]) or {"green"}
        elif mention.role == "below":
            spoken = True
            possible &= set(COLOURS[:at]) or {"red"}
        else:
            continue
        why.append(f"'{mention.why}'")
    left = tuple(c for c in COLOURS if c in possible)
    if not spoken or not left or len(left) == 3:
        return _NOBODY
    if len(left) == 1:
        return left[0], False, (), f"{' and '.join(why)} leaves {left[0]}"
    return None, False, left, f"{' and '.join(why)} leaves {' or '.join(left)}"


_PICKS: Final = (
    (r"\b(?:first|former|1st|lower|worse|lowest|cautious|harsher|bottom|left)\b", 0),
    (r"\b(?:second|latter|2nd|last|higher|better|upper|top|right|generous|other)\b", -1),
)


def _picked(folded: str, options: tuple[Colour, ...]) -> Rating | None:
    if len(options) < 2:
        return None
    for pattern, place in _PICKS:
        if match := re.search(pattern, folded):
            colour = options[place]
            return colour, True, (), f"'{match.group()}' of the two is {colour}"
    return None


def _unique(named: Any) -> list[Colour]:
    return list(dict.fromkeys(named))


# -- what it tells -------------------------------------------------------------------------------------

_YES: Final = re.compile(
    r"^\W*(?:yes|aye|yep|yeah|yup|ok|okay|sure|y|ay|fine|please)\b\W*(?:please)?\W*$"
)
_NO: Final = re.compile(
    r"^\W*(?:no|nope|naw|nah|none|nothing|nil|nae|n|not really|no really|nowhere|nobody|never|nothing really|nothing (?:else|more)(?: to add)?|no more|that'?s (?:all|it|everything)(?: (?:i|we)(?:'ve| have)? ?(?:have|got|know)?)?|not that i know of|nothing yet|none yet|not yet)\b\W*(?:sorry|really|yet|sadly)?\W*$"
)


def _answer(text: str, folded: str, step: str, rating: Rating, spans: list[Stretch]) -> Reading:
    colour, stated, options, because = rating
    why = (because,) if because else ()
    if step in ("evidence", "probe", "next_step") and not colour:
        if _NO.match(folded):
            intent: Literal["unsure", "answer"] = "answer" if step == "next_step" else "unsure"
            return Reading(text, intent, why=(f"'{text.strip()}': nothing to add",))
        if _YES.match(folded):
            return Reading(
                text, "unclear", why=(f"'{text.strip()}' answers no question of that kind",)
            )
    if _gibberish(folded) and not colour and not options:
        return Reading(text, "unclear", why=("no word in it is one we can read",))
    if step == "next_step":
        step_said = parts.content(text, [], spans if colour else [])
        return Reading(text, "answer", colour, stated, options, next_step=step_said, why=why)
    cut: list[Stretch] = []
    planned = None
    if found := parts.next_step(text):
        planned = found[0].of(text)
        cut.append(found[1])
    evidence = parts.content(text, cut, spans if stated or options or colour else [])
    if not stated and colour and evidence and _only_verdict(text, folded):
        evidence = None
    intent_said: Literal["answer", "unclear"] = "answer"
    if options and not colour and not evidence and not planned:
        intent_said = "unclear"
    if not colour and not options and not evidence and not planned:
        intent_said = "unclear"
        why = why or ("no rating and no evidence in it",)
    return Reading(text, intent_said, colour, stated, options, evidence, planned, why=why)


def _only_verdict(text: str, folded: str) -> bool:
    rest = folded
    for verdict in reversed(verdicts.verdicts(text)):
        rest = rest[: verdict.start] + " " + rest[verdict.end :]
    return bare(rest)


_NOISE: Final = frozenset(
    "blah bla hmm hm mm um uh er erm eh lol haha hahaha hehe test testing foo bar whatever dunno yada la na".split()
)


def _gibberish(folded: str) -> bool:
    said = words(folded)
    if not said:
        return True
    if all(word in _NOISE for word in said):
        return True
    return len(said) <= 2 and all(
        (not re.search(r"[aeiouy]", word) and len(word) > 3)
        or re.fullmatch(
            r"(.)\1{2,}|(?:asdf|qwer|zxcv|hjkl|lkj|fgh|sdf|jkl)\w*|\w*(?:asdf|qwerty|hjkl|sdfg)\w*",
            word,
        )
        for word in said
    )


def describe(
    text: str, item: Item | None = None, library_items: Sequence[Item] = ()
) -> dict[str, Any]:
    """`text` read, judged, placed and checked for personal data, as plain JSON data."""
    from mtcoach.coach import evidence, placement, privacy

    reading = read(text, item=item)
    note = reading.evidence
    judgement = evidence.judge(note) if note else None
    placed = placement.place(note, library_items, exclude=item.id if item else "") if note else ()
    return {
        "intent": reading.intent,
        "rating": reading.rating,
        "stated": reading.stated,
        "evidence": note,
        "next_step": reading.next_step,
        "elements": list(judgement.elements) if judgement else [],
        "strength": judgement.strength if judgement else None,
        "speaks_to": [{"item": p.item, "score": p.score, "words": list(p.words)} for p in placed],
        "personal": [{"kind": p.kind, "text": p.text} for p in privacy.find(text)],
        "why": list(reading.why),
    }
