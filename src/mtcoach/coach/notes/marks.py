"""What a note shows of its elements to the learned judge: its words, their kinds, their order.

A mark is a short string that a person can read: a word ("w tracker"), two in a row
("b in may"), a kind of thing beside a word ("m #count pupil"). What the patterns of
`elements` find is one mark among others; what each speaks for was learned (`judge.json`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import Final

from mtcoach.coach.notes.stems import root
from mtcoach.coach.words.vocabulary import shipped
from mtcoach.questions.models import Element

_TOKEN: Final = re.compile(
    r"(?P<share>\d+(?:\.\d+)? ?(?:%|per ?cent)|\d+ ?(?:/|(?:out )?of|oot o) ?(?:the |our |my )?\d+)"
    r"|(?P<year>\b(?:19|20)\d\d(?:[-/]\d\d)?\b|\b\d\d[-/]\d\d\b)"
    r"|(?P<stage>\b[sp][1-7]s?\b)|(?P<number>\d+(?:[.,:]\d+)?)"
    r"|(?P<word>[^\W\d_]+(?:['&][^\W\d_]+)*)|(?P<mark>[.;!?])"
)
_NUMBERS: Final = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
    "hundred dozen couple both half third quarter none twa".split()
)
_TIMES: Final = frozenset(
    "january february march april june july august september october november december jan feb "
    "mar apr jun jul aug sept sep oct nov dec easter christmas xmas autumn winter spring summer "
    "monday tuesday wednesday thursday friday mon tue wed thu fri term terms termly week weeks "
    "weekly month months monthly year years yearly yr yrs session fortnight fortnightly day daily "
    "annual annually today yesterday wk wks".split()
)
_KINDS: Final[Mapping[str, tuple[str, ...]]] = {
    "source": ("sources_data", "sources_views", "sources_observation"),
    "stage": ("stages",),
    "subject": ("subjects",),
    "group": ("groups",),
    "learner": ("learners",),
    "carer": ("carers",),
    "count": ("counted",),
}


@cache
def _kinds() -> Mapping[str, str]:
    return {
        form: f"#{kind}"
        for kind, sections in _KINDS.items()
        for section in sections
        for entry in shipped()[section]
        for form in (entry, entry + "s")
        if " " not in entry
    }


def _read(folded: str) -> Iterator[tuple[str, str]]:
    """The words of a folded note, each with the kind of thing it is, or with itself."""
    kinds = _kinds()
    for match in _TOKEN.finditer(folded):
        word = match.group()
        if match["share"]:
            yield "@share", "#figure"
        elif match["year"]:
            yield "@year", "#time"
        elif match["stage"]:
            yield "@stage", "#stage"
        elif match["number"]:
            yield "@number", "#figure"
        elif match["mark"]:
            yield ".", "."
        elif word in _NUMBERS:
            yield word, "#figure"
        elif word in _TIMES:
            yield word, "#time"
        else:
            plain = root(word)
            yield plain, kinds.get(word, plain)


_PIECE: Final = re.compile(r"[.!?;:\n]+(?=\s|$)|,(?!\d)\s|\s[-–]\s|\b(?:and|but|so|agus)\b")


def pieces(folded: str) -> list[str]:
    """The parts of a folded note that may show an element by themselves."""
    return [piece for part in _PIECE.split(folded) if (piece := part.strip())]


def marks(folded: str, shown: Mapping[Element, str]) -> Iterator[str]:
    """The marks of a folded note; `shown` are the elements that the patterns found, by words."""
    read = [("^", "^"), *_read(folded), ("$", "$")]
    yield "always"
    for element, words in shown.items():
        yield f"shows {element}"
        yield f"shows {element} {words.split()[-1]}"
    yield "shows " + "+".join(shown)
    yield f"long {min(len(read) // 4, 8)}"
    for word, kind in read:
        yield f"w {word}"
        if kind != word:
            yield kind
    for (one, kind), (two, other) in pairwise(read):
        yield f"b {one} {two}"
        if kind != one or other != two:
            yield f"m {kind} {two}"
            yield f"m {one} {other}"
            yield f"m {kind} {other}"
    for (_, one), _, (_, two) in zip(read, read[1:], read[2:], strict=False):
        yield f"s {one} {two}"
