"""The rating in a reply: stated, implied, or two colours that one question settles.

A stated colour beats an implied one, what is said now beats what was, a mended word
beats the one before it; where a careful listener would ask, no rating is set.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from mtcoach.coach.replies import colours, verdicts
from mtcoach.coach.words.lexicon import bare
from mtcoach.coach.words.text import Stretch, fold
from mtcoach.questions.models import COLOURS, Colour


@dataclass(frozen=True, slots=True)
class Rating:
    """One colour, or the `options` it may be; `stated` when said, `why` by which words."""

    colour: Colour | None = None
    stated: bool = False
    options: tuple[Colour, ...] = ()
    why: str = ""


NONE: Final = Rating()


def spans(text: str, step: str) -> list[Stretch]:
    """Where the words of the rating stand in a reply."""
    spans = [
        Stretch(mention.start, mention.end)
        for mention in colours.mentions(text)
        if mention.role in ("said", "leaned", "nearly", "denied", "above", "below")
    ]
    if step in ("rate", "which", "amend") and not spans and (key := colours.short(text)):
        spans.append(Stretch(key[1], key[2]))
    return spans


def rating(text: str, step: str, options: tuple[Colour, ...] = ()) -> Rating:
    """The rating in `text` as the reply to `step`; `options` are the two last asked about."""
    folded = fold(text)
    found = colours.mentions(text)
    if step in ("evidence", "probe", "next_step"):
        return _outright(folded, found)
    said = _stated(folded, found)
    if said.colour or said.options:
        return said
    if key := colours.short(text):
        named = key[0]
        why = f"'{text[key[1] : key[2]].strip()}' states {' or '.join(named)}"
        return (
            Rating(named[0], True, (), why) if len(named) == 1 else Rating(None, False, named, why)
        )
    if step == "which" and (picked := _picked(folded, options)):
        return picked
    if any(mention.role in ("said", "denied", "nearly") for mention in found):
        return NONE
    if step in ("rate", "which") and not any(m.role in ("asked", "others", "thing") for m in found):
        colour, words_said = verdicts.implied(verdicts.verdicts(text))
        if colour:
            return Rating(colour, False, (), f"'{words_said}' implies {colour}")
    return NONE


_OUTRIGHT: Final = re.compile(
    r"^\W*(?:(?:actually|sorry|ok|oh|hmm|well|so|then|no|now|right|in fact|"
    r"on reflection|thinking about it|come to think of it) ?,? ?)*"
    r"(?:(?:i'?d|i would|i'?ll|we'?d|let'?s|make|put|call|say|go|for|it'?s|it|this|"
    r"that|with|rate|as|an?|we'?re|change|to|probably|more|maybe|that'?s|really|"
    r"must be|has to be) ?)*$"
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
            return Rating(
                colour, True, (), f"'{folded[mention.start : mention.end]}' states {colour}"
            )
    return NONE


_MEND: Final = re.compile(
    r"\b(?:no|actually|sorry|i mean|make that|rather|make it|scratch that|"
    r"correction|change that|on second thoughts|on reflection|wait|in fact|"
    r"or rather|nah|naw|well)\b"
)
# The second of two colours is meant where the first is set aside: "I'd love to say green but
# it'd be a fib, so amber"; "swithering between red and amber, so amber".
_SETTLED: Final = re.compile(
    r"\b(?:so|hence|therefore|call it|settl\w+|land\w*|go(?:ing)? (?:for|with)|has (?:to|tae) be|"
    r"got to be|in the end|fairer|truth\w*|honest\w*|realistic\w*|accurate|"
    r"nearer the (?:mark|truth)|put|make it|stick\w* (?:with|to)|but)\b(?:(?! or )[^.])*$"
)
_TEMPTED: Final = re.compile(
    r"\b(?:love|like|want\w*|tempt\w*|wish|easy|would|could|might|nice|hop\w*|gut|heart|first "
    r"(?:thought|instinct)|wanted|nearly|almost|keen)\b"
)
_BETWEEN: Final = re.compile(
    r"\b(?:between|somewhere|either|or|toss[- ]up|torn|in two minds|swithering)\b|/"
)


def _stated(folded: str, found: Sequence[colours.Mention]) -> Rating:
    said = [mention for mention in found if mention.role == "said"]
    leaned = [mention for mention in found if mention.role == "leaned"]
    named = list(dict.fromkeys(mention.colour for mention in said))
    if leaned and (len(named) != 1 or _BETWEEN.search(folded)):
        last = leaned[-1]
        return Rating(last.colour, True, (), f"'{last.why}' leans to {last.colour}")
    if len(named) == 1:
        return Rating(named[0], True, (), f"'{said[-1].why}' states {named[0]}")
    if len(named) > 1:
        gap = folded[said[-2].end : said[-1].start]
        before = folded[: said[-2].start]
        settled = _SETTLED.search(gap) and _TEMPTED.search(before) and not _BETWEEN.search(gap)
        if len(named) == 2 and (_MEND.search(gap) or settled):
            colour = said[-1].colour
            return Rating(colour, True, (), f"'{said[-1].why}' mends what was said before")
        why = " and ".join(f"'{mention.why}'" for mention in said)
        return Rating(
            None, False, tuple(c for c in COLOURS if c in named), f"{why}: two colours at once"
        )
    return _left_over(found)


# What each way of not quite saying a colour leaves to be meant.
_LEAVES: Final[Mapping[str, Mapping[Colour, set[Colour]]]] = {
    "nearly": {"red": {"red", "amber"}, "amber": {"red"}, "green": {"amber"}},
    "denied": {"red": {"amber", "green"}, "amber": {"red", "green"}, "green": {"red", "amber"}},
    "above": {"red": {"amber", "green"}, "amber": {"green"}, "green": {"green"}},
    "below": {"red": {"red"}, "amber": {"red"}, "green": {"red", "amber"}},
}


def _left_over(found: Sequence[colours.Mention]) -> Rating:
    """The rating that is left when colours are only said not to be, or nearly to be."""
    possible: set[Colour] = set(COLOURS)
    why: list[str] = []
    for mention in found:
        if mention.role not in _LEAVES:
            continue
        possible &= _LEAVES[mention.role][mention.colour]
        why.append(f"'{mention.why}'")
    left = tuple(c for c in COLOURS if c in possible)
    if not why or not left:
        return NONE
    if len(left) == 1:
        return Rating(left[0], False, (), f"{' and '.join(why)} leaves {left[0]}")
    return Rating(None, False, left, f"{' and '.join(why)} leaves {' or '.join(left)}")


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
            return Rating(colour, True, (), f"'{match.group()}' of the two is {colour}")
    return None
