"""Which words of a text are people's names, as learned from many texts.

No list holds every name, and many names are words, months and places: what stands around a
word says whether it is somebody. The rules of `names` and `people` are one sign of many.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

from mtcoach.coach.notes.names import given, known_word, opens, plain, worded
from mtcoach.coach.notes.people import a_thing
from mtcoach.coach.words.learned import Learned, kept_in
from mtcoach.coach.words.text import Stretch
from mtcoach.coach.words.vocabulary import shipped

NAME: Final = "name"
MATTER: Final = "names"
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*(?:['’]s\b)?|\d+|[^\w\s]")
_LEAST_SMALL: Final = 4
_STAGE: Final = re.compile(r"[sp][1-7]\w?")
_PRONOUN: Final = re.compile(r"\b(?:he|she|his|her|him|hers)\b")
_TIMES: Final = frozenset("april may june august summer autumn".split())
_TITLE: Final = frozenset("mr mrs ms miss mx dr".split())


@cache
def learned() -> Mapping[str, Learned]:
    """What was learned of names; read once."""
    return kept_in(Path(__file__).with_name("people.json"))


def candidates(text: str) -> Iterator[Stretch]:
    """The words of `text` that may be names: those with a capital, and names typed small."""
    for match in _WORD.finditer(text):
        word = bare(match.group())
        small = word.islower() and len(word) >= _LEAST_SMALL and _given(word)
        if (word[0] in _UPPER and len(word) > 1 and not word.isupper()) or small:
            yield Stretch(match.start(), match.start() + len(word))


_UPPER: Final = frozenset(char for char in map(chr, range(0x250)) if char.isupper())


def bare(word: str) -> str:
    """A word without the 's at its end."""
    return re.sub(r"['’]s$", "", word)


def _given(word: str) -> bool:
    low = plain(word.lower())
    return low in given() or (word.islower() and low.endswith("s") and low[:-1] in given())


def signs(text: str, at: Stretch, ruled: bool) -> Iterator[str]:
    """What speaks for and against a word being a name; `ruled` is what the rules make of it."""
    word = at.of(text)
    low = plain(word.lower()).replace("’", "'")
    before, after = _WORD.findall(text[: at.start])[-3:], _WORD.findall(text[at.end :])[:3]
    if after and after[0] in ("'", "’") and text[at.end + 1 : at.end + 2] == "s":
        after = ["'s", *after[2:]]
    yield "always"
    yield f"ruled {ruled}"
    kind = _kind(word, low)
    yield f"kind {kind}"
    yield f"kind {kind} ruled {ruled}"
    start = opens(text, at.start)
    yield f"opens {start} {kind}"
    yield f"small {word.islower()}"
    for n in (2, 3):
        yield f"ends {low[-n:]}"
    yield f"begins {low[:2]}"
    yield f"w {low}"
    for place, near in enumerate(reversed(before)):
        yield from _near(near, f"<{place}", kind)
    for place, near in enumerate(after):
        yield from _near(near, f">{place}", kind)
    if not before:
        yield f"nothing < {kind}"
    if not after:
        yield f"nothing > {kind}"
    if before and after:
        yield f"between {_class(before[-1])} {_class(after[0])} {kind}"
    yield f"thing {a_thing(text, at.start, at.end)}"
    rest = re.split(r"[.!?\n]", text[at.end :])[0]
    if _PRONOUN.search(rest.lower()):
        yield f"pronoun {kind}"
    lead = re.split(r"[.!?\n]", text[: at.start])[-1]
    for near in {w.lower() for w in _WORD.findall(f"{lead} {rest}") if w.isalpha()}:
        yield f"beside {near}"


def _near(word: str, place: str, kind: str) -> Iterator[str]:
    yield f"w {word.lower()} {place}"
    yield f"{_class(word)} {place}"
    yield f"{_class(word)} {place} {kind}"


def _kind(word: str, low: str) -> str:
    """What is known of a word by itself."""
    if low in _TITLE:
        return "title"
    if low in _TIMES:
        return "time"
    if low in shipped()["wordy_names"]:
        return "wordy"
    if _given(word):
        return "given, a word" if known_word(low) else "given"
    if known_word(low):
        return "word"
    return "like a word" if worded(low) else "unknown"


@cache
def _class(word: str) -> str:
    """The kind of thing a neighbour is."""
    low = plain(bare(word).lower())
    if word == "'s":
        return "'s"
    if not word[0].isalnum():
        return f"mark {word}"
    if _STAGE.fullmatch(low) or low in ("nursery", "class"):
        return "stage"
    if word.isdigit():
        return "number"
    if low in _TITLE:
        return "title"
    if low in shipped()["learners"] or low in shipped()["carers"]:
        return "person"
    if word[0] in _UPPER:
        return "Given" if _given(word) else "Word" if known_word(low) else "Capital"
    return "small"


def named(text: str, ruled: Iterable[Stretch]) -> Iterator[Stretch]:
    """Where `text` names a person, given where the rules say so; words side by side are one."""
    kept = learned()[MATTER]
    spans = list(ruled)
    found: list[Stretch] = []
    judged: list[Stretch] = []
    for at in candidates(text):
        inside = any(over(span, at) for span in spans)
        judged.append(at)
        if kept.hear(signs(text, at, inside)).shares[NAME] >= (_RULED if inside else _NOT_RULED):
            found.append(at)
    # What the rules found and no candidate stands for, is theirs alone: "mrs g".
    free = [span for span in spans if not any(over(span, at) for at in judged)]
    # A name with its title or surname is one, as the rules see it.
    yield from free
    for at in found:
        yield next((span for span in spans if over(span, at)), at)


_RULED: Final = 0.5
_NOT_RULED: Final = 0.7


def over(one: Stretch, two: Stretch) -> bool:
    return one.start < two.end and two.start < one.end
