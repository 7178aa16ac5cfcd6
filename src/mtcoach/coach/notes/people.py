"""Names that show by themselves: with a title, in a list, or beside other personal data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from mtcoach.coach.notes.names import (
    CAPITALISED,
    a_place,
    given,
    known_word,
    opens,
    plain,
    worded,
)
from mtcoach.coach.words.text import Stretch, sentences
from mtcoach.coach.words.vocabulary import shipped

_SPACED: Final = rf"{CAPITALISED}(?:[ -]{CAPITALISED})?"
_TITLED: Final = re.compile(
    rf"\b(?P<it>(?:Mr|Mrs|Ms|Miss|Mx|Dr|Mister|Sister|Father|Sir|Madame|Señora?)\.?"
    rf"(?: (?:and|&) (?:Mr|Mrs|Ms|Miss|Dr)\.?)? (?P<name>{_SPACED}))"
)
_TITLED_SMALL: Final = re.compile(r"(?<![\w.])(?:mr|mrs|ms)\.? (?!and |or |& )[a-zà-ÿ'’]{3,}")
_KIN: Final = re.compile(
    rf"\b[Tt]he (?P<it>{CAPITALISED}) (?:twins|family|brothers|sisters|siblings|boys|girls|"
    rf"children|"
    r"kids|bairns|weans|household|parents)\b"
)
_NO_ONE: Final = frozenset(
    "men bean claus bike who seuss gum stink tickle tumble potato motivator president right "
    "chips twit twits poppins hinch tiggywinkle bump greedy happy grumpy maker frost fox".split()
)
"""Titled and nobody: Mr Men, Dr Bike, Miss Bump."""

_TOKEN: Final = re.compile(rf"(?<![\w'’-]){CAPITALISED}(?:-{CAPITALISED})?")
_LOWER: Final = re.compile(r"(?<![\w@.'’-])[a-zà-ÿāăąćčęłńśšźż]{4,}(?![\w@-])")
_LEAST_LOWER: Final = 5
_THING: Final = re.compile(
    r"^['’]?s? (?:class|room|house|street|road|topic|project|book|novel|story|play|museum|"
    r"primary|academy|school|nursery|high|centre|programme|scheme|approach|framework|scale|"
    r"and the|in the beanstalk|group's|cluster|council|trust|award|medal|cup|test|profile|"
    r"quintet|method|model|square|park|hall|church|hospital|building|wing|campus|team|boat)\b",
    re.I,
)
_CALLED: Final = re.compile(
    r"(?:\b(?:reading|read|novel|staging|musical|play|poet|author|saint|st|port|mount|loch|glen|"
    r"ben|isle of|in|near|to|at|king|queen|prince|princess|hurricane|storm|fort|when i say)\.?) $",
    re.I,
)

# What only a person does or has, after a word that is in no list.
_DOES: Final = re.compile(
    r"^(?:['’]s (?:score|scores|jotter|target|targets|reading|folio|level|report|mum|dad|gran|"
    r"writing|spelling|attendance|behaviour|results?|progress|mark|marks|plan|parents|family|iep|"
    r"work|prelim|confidence|attainment|maths|numeracy|needs)\b"
    r"| (?:cannae|can['’]?t|cannot|couldn['’]?t|asked|cried|said|told|struggles|struggled|missed|"
    r"joined|lives|refuses|refused|came on|came up|is behind|is struggling|is off|was off|wants|"
    r"wanted|got (?:a|his|her|upset|moved)|moved (?:up|down|to|from|in)|gets (?:extra|help|"
    r"support)|"
    r"isn['’]?t|hasn['’]?t|didn['’]?t|doesn['’]?t|needs (?:help|extra|support|a)|"
    r"has (?:a|an|no|come|made|been|missed|asd|adhd|dyslexia)|was (?:upset|absent|moved)|"
    r"read(?:s)? (?:at|below|above|with)|left|failed|passed|sat)\b)"
)


_PRONOUN: Final = re.compile(r"^[^.!?;\n]{0,60}\b(?:he|she|his|her|him|hers)\b")
_NAMED: Final = re.compile(r"\b(?:name is|name was|called|named|known as) $")


def people(text: str, other: Sequence[tuple[int, int]]) -> Iterator[Stretch]:
    """The names in `text` that need no class beside them; `other` is where other data stands."""
    found = [*_titled(text), *_alone(text), *_typed_small(text), *_acting(text)]
    found += _beside(text, other)
    yield from found
    yield from _listed(text, found)


def _titled(text: str) -> Iterator[Stretch]:
    """Mrs Okonkwo, Mr and Mrs Adeyemi."""
    for match in _TITLED.finditer(text):
        name = match["name"].split()[0].split("'")[0].split("’")[0]
        name = match["name"] if name in ("O", "D") else name
        if name.lower() in _NO_ONE or (
            match["it"].startswith("Miss ") and known_word(name.lower())
        ):
            continue
        end = match.end("it")
        if match["name"].endswith(("'s", "’s")):
            end -= 2
        yield Stretch(match.start("it"), end)

    for match in _TITLED_SMALL.finditer(text):
        if match.group().split()[1] not in _NO_ONE:
            yield Stretch(match.start(), match.end())
    for match in _KIN.finditer(text):
        if _unknown(match["it"]):
            yield Stretch(match.start("it"), match.end("it"))


def _alone(text: str) -> Iterator[Stretch]:
    """A name that is nothing but a name: "Yousef asked for more"."""
    for match in _TOKEN.finditer(text):
        word = re.sub(r"['’]s?$", "", match.group())
        if _a_given_name(word) and not a_thing(text, match.start(), match.start() + len(word)):
            end = match.start() + len(word)
            surname = re.match(rf" ({CAPITALISED})(?!['’]s?\w)", text[end:])
            if surname and _unknown(re.sub(r"['’]s$", "", surname[1])):
                end += len(re.sub(r"['’]s$", "", surname.group()))
            yield Stretch(match.start(), end)


def _a_given_name(word: str) -> bool:
    first = plain(word.lower()).partition("-")[0]
    return first in given() and first not in shipped()["wordy_names"] and len(first) > 2


def a_thing(text: str, start: int, end: int) -> bool:
    """Whether a name stands for a place, a book, a room or somebody in print."""
    after, before = text[end:], text[:start]
    if a_place(text, end) or _THING.match(after) or _CALLED.search(before):
        return True
    line = text[max(0, start - 20) : end + 30].lower()
    name = text[start:end].lower()
    if any(name in entry.split() and entry in line for entry in shipped()["not_names"]):
        return True
    following = re.match(rf" ({CAPITALISED})", after)
    # A name that goes on with a word of the field names a scheme: Charlotte Phonics.
    return bool(following and known_word(following[1].lower()))


def _typed_small(text: str) -> Iterator[Stretch]:
    """eilidh again; callums mum."""
    for match in _LOWER.finditer(text):
        word = match.group()
        if re.match(r"['’]?s? (?:mum|dad|mother|father|gran|parents?)\b", text[match.end() :]):
            bare = word.removesuffix("s") if plain(word) not in given() else word
            if plain(bare) in given():
                yield Stretch(match.start(), match.start() + len(bare))
                continue
        if (
            len(word) >= _LEAST_LOWER
            and plain(word) in given()
            and plain(word) not in shipped()["wordy_names"]
            and not known_word(word)
            and not a_thing(text, match.start(), match.end())
        ):
            yield Stretch(match.start(), match.end())


def _unknown(word: str) -> bool:
    low = plain(word.lower())
    return not (
        known_word(low)
        or low in shipped()["not_names"]
        or worded(low)
        or word.isupper()
        or any(c.isdigit() for c in word)
    )


def _acting(text: str) -> Iterator[Stretch]:
    """A word of no list, amid a sentence, that does what only people do."""
    for match in _TOKEN.finditer(text):
        word = re.sub(r"['’]s$", "", match.group())
        end = match.start() + len(word)
        if (
            not opens(text, match.start())
            and _unknown(word)
            and (
                _DOES.match(text[end:])
                or _PRONOUN.match(text[end:])
                or _NAMED.search(text[: match.start()])
            )
            and not re.search(
                r"[A-Z][\w'’]* $|\b(?:in|at|from|the|our|st)\.? $", text[: match.start()]
            )
        ):
            yield Stretch(match.start(), end)


def _beside(text: str, other: Sequence[tuple[int, int]]) -> Iterator[Stretch]:
    """A word of no list in a sentence with other personal data: "Rania, b. 12.02.13"."""
    for sentence in sentences(text):
        if not any(sentence.start <= start < sentence.end for start, _ in other):
            continue
        for match in re.finditer(rf"(?<![\w'’@.-]){CAPITALISED}(?: {CAPITALISED})?", text):
            inside = sentence.start <= match.start() < sentence.end
            free = not any(s < match.end() and match.start() < e for s, e in other)
            words = re.sub(r"['’]s$", "", match.group()).split()
            if inside and free and all(_unknown(w) for w in words):
                wordy = len(words) == 1 and opens(text, match.start())
                if not wordy or plain(words[0].lower()) in given():
                    yield Stretch(match.start(), match.start() + len(" ".join(words)))


def _listed(text: str, found: Sequence[Stretch]) -> Iterator[Stretch]:
    """The others in a list with a name: "Andrei, Xinyi and Zainab"."""
    ends, starts = {each.end for each in found}, {each.start for each in found}
    for match in _TOKEN.finditer(text):
        word = re.sub(r"['’]s$", "", match.group())
        start, end = match.start(), match.start() + len(word)
        joined = re.search(r"(?:, | and | & |, and )$", text[:start])
        after = re.match(r"(?:, | and | & |, and )", text[end:])
        near = (joined and joined.start() in ends) or (after and end + after.end() in starts)
        if near and _unknown(word) and not a_place(text, end):
            yield Stretch(start, end)
