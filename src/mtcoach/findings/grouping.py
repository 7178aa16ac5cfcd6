"""A room's notes on an item, those that say the same put together, each with where it belongs.

Pure. Notes are never merged or reworded: a group holds the words as they came in. Two notes that
differ in a figure, a stage or a "not" say different things, however alike they look.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from mtcoach.coach.notes.evidence import judge
from mtcoach.coach.notes.placement import Index, place
from mtcoach.coach.notes.stems import TOKEN, root
from mtcoach.coach.reading import Judgement, Placed
from mtcoach.coach.words.text import fold
from mtcoach.transcript.workshop import Voice

ALIKE: Final = 78.0
"""The likeness of two notes, of 100, from which they say the same (tried on pairs in the tests)."""

_NOT: Final = frozenset(
    "no not never nae nane none nothing without lack isn't aren't don't dinnae doesn't haven't "
    "havenae hasn't didn't can't cannot cannae couldn't won't wasn't weren't hardly rarely".split()
)
_SMALL: Final = frozenset(
    "a an the and or of to in on at by for with as is are was were be been we our us i it its "
    "this that these those they their them there here have has had do does did so but very "
    "really just also all".split()
)


@dataclass(frozen=True, slots=True)
class Group:
    """Notes that say the same, in their order, and what they are worth as evidence.

    `also` are the items they speak to besides the one they were written about.
    """

    voices: tuple[Voice, ...]
    judgement: Judgement
    also: tuple[Placed, ...] = ()

    @property
    def text(self) -> str:
        """The fullest of the notes, which speaks for the others."""
        return max((voice.text for voice in self.voices), key=len)

    @property
    def events(self) -> tuple[int, ...]:
        """The events that hold the notes."""
        return tuple(voice.seq for voice in self.voices)


@dataclass(frozen=True, slots=True)
class _Sense:
    """What decides whether two notes say the same."""

    words: str
    figures: frozenset[str]
    denies: int


def grouped(voices: Sequence[Voice], item: str, items: Index) -> tuple[Group, ...]:
    """The notes on `item` in groups, the largest group first; `items` are those to place them on.

    A note joins the first group whose fullest note says the same.
    """
    groups: list[list[tuple[_Sense, Voice]]] = []
    # The fullest notes come first, so that a group does not drift from note to note.
    for voice in sorted(voices, key=lambda voice: (-len(voice.text), voice.seq)):
        sense = _sense(voice.text)
        home = next((group for group in groups if _alike(group[0][0], sense)), None)
        if home is None:
            groups.append([(sense, voice)])
        else:
            home.append((sense, voice))
    made = (_group([voice for _, voice in group], item, items) for group in groups)
    return tuple(sorted(made, key=lambda group: (-len(group.voices), group.events[0])))


def _group(voices: list[Voice], item: str, items: Index) -> Group:
    in_order = tuple(sorted(voices, key=lambda voice: voice.seq))
    text = max((voice.text for voice in in_order), key=len)
    return Group(in_order, judge(text), place(text, items, exclude=item))


def _sense(text: str) -> _Sense:
    tokens = TOKEN.findall(fold(text))
    kept = [root(token) for token in tokens if token not in _SMALL and token not in _NOT]
    figures = frozenset(token for token in tokens if any(char.isdigit() for char in token))
    return _Sense(" ".join(kept), figures, sum(token in _NOT for token in tokens) % 2)


def _alike(one: _Sense, other: _Sense) -> bool:
    from rapidfuzz import fuzz

    if one.denies != other.denies or one.figures != other.figures:
        return False
    if one.words == other.words:
        return True
    return fuzz.token_sort_ratio(one.words, other.words) >= ALIKE
