"""Short replies that settle a yes-or-no question of the coach's."""

from __future__ import annotations

import re
from typing import Final

_YES: Final = frozenset(
    "y yes yep yeah yup aye ok okay sure please fine right correct agreed do".split()
)
_NO: Final = frozenset("n no nope nah naw none never afresh".split())
_LEAVE: Final = frozenset(
    {
        "leave it", "leave", "leave it as it is", "leave that", "keep", "keep it", "keep that",
        "fine", "its fine", "thats fine", "all fine", "carry on", "go on", "continue", "next",
        "move on", "no", "nope", "no change", "no changes", "nothing", "as it is", "ok", "okay",
        "looks right", "sounds right", "looks about right", "sounds about right", "about right",
        "thats about right", "looks fine", "looks good", "looks ok", "looks okay", "spot on",
        "agreed", "i agree", "good summary", "fair summary", "thats fair", "fair enough",
        "nothing to change", "happy with that", "sound", "no thats fine", "no thats it",
        "no thats right", "naw", "nah", "aye fine", "yes fine", "nope fine", "thats right",
        "yes", "y", "n", "aye",
    }
)  # fmt: skip


def _plain(text: str) -> str:
    bare = text.lower().replace("'", "").replace("’", "")
    return " ".join(re.sub(r"[^a-z\s]", " ", bare).split())


def yes(text: str) -> bool:
    """Whether a short reply opens with agreement: "aye, go on" does."""
    words = _plain(text).split()
    return bool(words) and len(words) <= 6 and words[0] in _YES


def no(text: str) -> bool:
    """Whether a short reply opens with refusal: "no thanks" does, "no data yet" does not."""
    words = _plain(text).split()
    if not words or words[0] not in _NO or len(words) > 6:
        return False
    rest = set(words[1:])
    return not rest or bool(
        rest & {"thanks", "thank", "ta", "need", "afresh", "plan", "step", "way", "longer", "not"}
    )


def leave(text: str) -> bool:
    """Whether a reply says to leave things as they are and go on."""
    return _plain(text) in _LEAVE
