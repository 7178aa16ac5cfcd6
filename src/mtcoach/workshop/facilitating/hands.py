"""A show of hands, typed in any natural form, as counts by colour.

Pure. A form that could mean two things is refused in one sentence, never guessed at.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from mtcoach.errors import CoachError
from mtcoach.questions.models import COLOURS, Colour
from mtcoach.workshop.ballots import Count

Label = Literal["red", "amber", "green", "abstained"]

MOST: Final = 500
"""More hands than any hall holds: a slip of the finger."""

EXAMPLE: Final = "3 red 8 amber 2 green"

_LABELS: Final[tuple[tuple[Label, str], ...]] = (
    ("red", r"r|reds?"),
    ("amber", r"a|ambers?|yellows?|oranges?"),
    ("green", r"g|greens?"),
    ("abstained", r"abs|abst|abstain(?:ed|ing|ers?|s)?|abstentions?|blanks?|no ?vote|undecided"),
)
_FILLING: Final = frozenset(
    """and votes vote voted voting for hands hand people persons staff said say says were was are is
    with to of the in show shows we got have had counted count all plus then colleagues put
    up sheets sheet cards card paper tally x""".split()
)
_UNITS: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_NUMBERS: Final = {
    **{word: value for value, word in enumerate(_UNITS)},
    **{word: 10 * value for value, word in enumerate(_TENS, 2)},
    **dict.fromkeys(("no", "none", "nobody", "nil", "0"), 0),
}
_TEN_AND_UNIT: Final = re.compile(rf"\b({'|'.join(_TENS)})[ -]({'|'.join(_UNITS[1:10])})\b")
_TOKEN: Final = re.compile(r"[0-9]+(?:[.][0-9]+)?|[^\W0-9_]+")


class HandsError(CoachError):
    """What was typed is no count; nothing has changed."""


def read_hands(text: str) -> Count:
    """The counts that `text` gives: `r3 a8 g2, 1 abstained`, `3/8/2`, `three red, eight amber`.

    Three numbers alone are red, amber and green in this order, a fourth those who abstained.
    Raises `HandsError`, which says what is unclear.
    """
    tokens = _tokens(text)
    if not tokens:
        raise HandsError(f"Type how many hands each colour had, such as {EXAMPLE}")
    if all(isinstance(token, int) for token in tokens):
        found = _in_order([token for token in tokens if isinstance(token, int)])
    else:
        found = _paired(tokens)
    total = sum(found.values())
    if total == 0:
        raise HandsError(f"That counts nobody; type how many hands each colour had, as {EXAMPLE}")
    if total > MOST:
        raise HandsError(f"That makes {total} hands, more than {MOST}; is a figure mistyped?")
    spread: dict[Colour, int] = {colour: found.get(colour, 0) for colour in COLOURS}
    return Count(spread, found.get("abstained", 0))


def is_count(text: str) -> bool:
    """Whether `text` can be read as a show of hands, and as nothing else."""
    try:
        read_hands(text)
    except HandsError:
        return False
    return True


def _tokens(text: str) -> list[int | Label]:
    """Numbers and labels in their order; words that only fill are left out."""
    lowered = _TEN_AND_UNIT.sub(
        lambda found: str(_NUMBERS[found[1]] + _NUMBERS[found[2]]), text.lower()
    )
    lowered = re.sub(r"\bno vote\b", "abstained", lowered)
    tokens: list[int | Label] = []
    for word in _TOKEN.findall(lowered):
        if word[0] in "0123456789":
            if "." in word:
                raise HandsError(f"A count is a whole number, and {word} is not")
            tokens.append(int(word[:9]))
        elif word in _NUMBERS:
            tokens.append(_NUMBERS[word])
        elif label := _label(word):
            tokens.append(label)
        elif word not in _FILLING:
            raise HandsError(
                f"“{word}” is none of red, amber, green or abstained; type it as {EXAMPLE}"
            )
    return tokens


def _label(word: str) -> Label | None:
    return next((label for label, pattern in _LABELS if re.fullmatch(pattern, word)), None)


def _in_order(numbers: list[int]) -> dict[Label, int]:
    labels: tuple[Label, ...] = (*COLOURS, "abstained")
    if len(numbers) not in (3, 4):
        many = "one number" if len(numbers) == 1 else f"{len(numbers)} numbers"
        raise HandsError(
            f"That is {many}; give three, for red, amber and green in this order, or name the "
            f"colours: {EXAMPLE}"
        )
    return dict(zip(labels, numbers, strict=False))


def _paired(tokens: list[int | Label]) -> dict[Label, int]:
    """Each number with the label beside it, before or after."""
    found: dict[Label, int] = {}
    pairs = [tokens[start : start + 2] for start in range(0, len(tokens), 2)]
    for pair in pairs:
        numbers = [each for each in pair if isinstance(each, int)]
        labels = [each for each in pair if not isinstance(each, int)]
        if len(numbers) != 1 or len(labels) != 1:
            raise HandsError(f"Every colour needs one number beside it, as in {EXAMPLE}")
        if labels[0] in found:
            raise HandsError(f"{labels[0].capitalize()} is there twice; give each colour once")
        found[labels[0]] = numbers[0]
    return found
