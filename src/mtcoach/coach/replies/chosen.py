"""Which of the colours that a reply names is its rating, as learned from many replies.

Each colour named is looked at by itself: what stands around it and around the others says
whether it is the rating, whichever of the three it is. The part that the table of `roles`
gives it is one sign among others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from mtcoach.coach.replies import colours
from mtcoach.coach.replies.colours import Mention
from mtcoach.coach.replies.senses import senses
from mtcoach.coach.replies.signs import tokens
from mtcoach.questions.models import Colour

_PART: Final = re.compile(r"[.!?;\n]+|, | - | – |: |\b(?:but|though|although|and|or|so)\b")
_NEAR: Final = 3
_AROUND: Final = 8


def named(text: str) -> tuple[Colour, ...]:
    """The colours that `text` names, in order."""
    return tuple(dict.fromkeys(mention.colour for mention in colours.mentions(text)))


def signs(text: str, step: str, colour: Colour) -> Iterator[str]:
    """What speaks for and against `colour` being the rating of a reply to `step`."""
    found = colours.mentions(text)
    own = [mention for mention in found if mention.colour == colour]
    others = [mention for mention in found if mention.colour != colour]
    asked = "rate" if step in ("rate", "which", "amend") else "tell"
    yield "always"
    yield f"step {asked}"
    yield f"named {len({m.colour for m in found})} own {min(len(own), 3)}"
    roles = "+".join(sorted({m.role for m in own}))
    against = "+".join(sorted({m.role for m in others})) or "none"
    yield f"own {roles}"
    yield f"others {against}"
    yield f"own {roles} others {against}"
    yield f"own {roles} at {asked}"
    if found and found[-1].colour == colour:
        yield "last"
        yield f"last {against}"
    if found and found[0].colour == colour:
        yield "first"
    for mention in own:
        yield from _around(text, mention, "", found)
    for mention in others:
        yield from _around(text, mention, "o ", found)
    for one, two in pairwise(found):
        if one.colour != two.colour:
            side = "to" if two.colour == colour else "from"
            between = tokens(text[one.end : two.start])
            yield f"between long {min(len(between), 8)} {side}"
            for word in between[:_AROUND]:
                yield f"w {word} {side}"
            for sense in senses(between[:_AROUND], tokens):
                for kind in sense.kinds:
                    yield f"between k {kind} {side}"
    yield f"words {min(len(text.split()) // 4, 6)}"
    if text.rstrip().endswith("?"):
        yield "asks"


def _around(text: str, mention: Mention, whose: str, found: Sequence[Mention]) -> Iterator[str]:
    """The words before and after a colour, near and in its part of the sentence."""
    before, after = tokens(text[: mention.start]), tokens(text[mention.end :])
    yield f"{whose}opens" if not before else f"{whose}inside"
    if not after:
        yield f"{whose}closes"
    for place, word in enumerate(reversed(before[-_NEAR:])):
        yield f"{whose}w {word} <{place}"
    for place, word in enumerate(after[:_NEAR]):
        yield f"{whose}w {word} >{place}"
    here = _PART.split(text[: mention.start])[-1]
    behind = _PART.split(text[mention.end :])[0]
    if not here.strip() and not behind.strip():
        yield f"{whose}stands alone"
    for side, part in (("<", here), (">", behind)):
        words = tokens(part)
        near = words[-_AROUND:] if side == "<" else words[:_AROUND]
        for word in near:
            yield f"{whose}w {word} {side}"
        for sense in senses(near, tokens):
            for kind in sense.kinds:
                yield f"{whose}k {kind} {side}"
    if mention is found[-1] and len(behind.split()) > _NEAR:
        yield f"{whose}goes on"
