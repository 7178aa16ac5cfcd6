"""What a reply shows of itself to the learned listener: its words, its shape, its step.

A sign is a short string a person can read: a word ("w back"), two words in a row
("b go back"), a word's beginning ("p moder"), a kind of thing ("kind stage"), a shape
("long 5"). What each sign speaks for was learned (`listener.json`); see `listening`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import Final

from mtcoach.coach.replies import colours
from mtcoach.coach.replies.senses import senses
from mtcoach.coach.words.lexicon import FILLERS
from mtcoach.coach.words.text import fold
from mtcoach.coach.words.vocabulary import shipped

# One spelling for words that mean the same: apostrophes left out, Scots, chat.
_SAME: Final[Mapping[str, str]] = {
    spelling: word
    for word, spellings in {
        "cant": "cannae canna cannot cannot couldnt couldnae couldny cudnt can't",
        "dont": "dinnae dinna dinny doesnt disnae doesnae didnt didnae don't dont don",
        "isnt": "isnae isna arent arenae wasnt wasnae",
        "havent": "havenae hivnae hasnt havnt hadnt hadnae",
        "wouldnt": "wouldnae widnae wouldna shouldnt shouldnae",
        "not": "no' nae nane nor",
        "to": "tae",
        "with": "wi w",
        "what": "whit wot wat",
        "know": "ken kno",
        "one": "yin wan wans ones",
        "say": "sae",
        "have": "hae huv hiv ive weve",
        "yes": "aye yeah yep yup yip ay",
        "no": "naw nope nah",
        "my": "ma",
        "all": "aw a' aa",
        "from": "fae frae",
        "going": "gonnae gonna gonny gaun gaunnae goin",
        "give": "gie gimme gies gie's",
        "so": "sae",
        "of": "o o'",
        "and": "n &",
        "now": "noo nou",
        "out": "oot",
        "about": "aboot",
        "down": "doon",
        "our": "oor wir",
        "please": "pls plz plse",
        "i": "ah i'm im id i'd ill i'll i've",
        "we": "we're were we'd we'll we've weve",
        "question": "q qn qu ques",
        "next": "nxt neist",
        "home": "hame",
        "it": "its it's",
        "that": "that's thats thon",
        "whats": "what's whits whit's",
        "tomorrow": "morn tmrw tomoro tmw",
        "little": "wee",
        "department": "departments dept depts faculty faculties",
        "pupil": "pupils learner learners child children kids weans bairns students student",
        "teacher": "teachers staff pts pt colleagues keyworkers keyworker",
    }.items()
    for spelling in spellings.split()
}
_TOKEN: Final = re.compile(
    r"(?P<item>\b(?:kq ?\d{1,2}|t[24]\.\d{1,2}|j2e\.\d|"
    r"(?:q|item|question|number|no\.?|num|nummer|#) ?\d{1,2}\b(?! ?(?:of|%|per))))|"
    r"(?P<share>\b\d+ ?(?:/|of|out of|oot o) ?(?:the |our )?\d+|\d+ ?%)"
    r"|(?P<stage>\b[sp][1-7]\b)|(?P<number>\d+(?:[.,:]\d+)?)|(?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)|(?P<mark>[?!]|[^\w\s.,;:()"
    r"'\"\-–/&])"
)
_BEGINNING: Final = 5
_STEPS: Final[Mapping[str, str]] = {
    "rate": "rate",
    "which": "rate",
    "amend": "rate",
    "evidence": "tell",
    "probe": "tell",
    "challenge": "tell",
    "next_step": "plan",
}
_KINDS: Final[Mapping[str, tuple[str, ...]]] = {
    "source": ("sources_data", "sources_views", "sources_observation"),
    "stage": ("stages",),
    "subject": ("subjects",),
    "group": ("groups",),
    "carer": ("carers",),
}
_LENGTHS: Final = (1, 2, 3, 5, 8, 13, 21, 34)
_PARTS: Final = re.compile(r"[.!?;\n]+|, | - | – ")
_SENTENCE_END: Final = re.compile(r"[.!?](?:\s|$)|\n")


@cache
def _kinds() -> Mapping[str, str]:
    return {
        word: kind
        for kind, sections in _KINDS.items()
        for section in sections
        for entry in shipped()[section]
        for word in (entry, entry + "s")
        if " " not in word
    }


def tokens(text: str) -> list[str]:
    """The words of `text` in one spelling; colours, items and numbers by what they are."""
    folded = fold(text)
    named = {mention.start: mention for mention in colours.mentions(text)}
    found: list[str] = []
    for match in _TOKEN.finditer(folded):
        if mention := named.get(match.start()):
            found.append("<said>" if mention.role in ("said", "leaned") else "<colour>")
        elif match["item"]:
            found.append("<item>")
        elif match["share"]:
            found.append("<share>")
        elif match["stage"]:
            found.append("<stage>")
        elif match["number"]:
            found.append("<key>" if match["number"] in ("1", "2", "3") else "<number>")
        else:
            word = match.group()
            plain = word.replace("'", "")
            found.append(_SAME.get(word) or _SAME.get(plain) or plain)
    return found


def signs(text: str, step: str, heard: str) -> Iterator[str]:
    """The signs in `text`, said at `step`, which the rules heard as `heard`."""
    said = tokens(text)
    asked = _STEPS.get(step, "rate")
    yield "always"
    yield f"step {asked}"
    yield f"rules {heard}"
    yield f"rules {heard} at {asked}"
    yield from _shape(text, said, asked)
    yield from _words(said, asked)
    yield from _senses(said, "k")
    parts = [part for part in _PARTS.split(text) if part.strip()]
    if len(parts) > 1:
        # What a long reply comes to is often in how it ends, or in how it begins.
        for place, part in (("begins", parts[0]), ("ends", parts[-1])):
            here = tokens(part)
            yield f"{place} long {min(len(here), 8)}"
            for word in here:
                yield f"{place} {word}"
            for sense in senses(here, tokens):
                for kind in sense.kinds:
                    yield f"{place} k {kind}"


def _shape(text: str, said: list[str], asked: str) -> Iterator[str]:
    weight = [word for word in said if word not in FILLERS and word.isalpha()]
    meant = {mention.colour for mention in colours.mentions(text) if mention.role == "said"}
    yield f"colours {len(meant)}"
    yield f"colours {len(meant)} long {_bucket(len(said))} at {asked}"
    yield f"long {_bucket(len(said))}"
    yield f"long {_bucket(len(said))} at {asked}"
    yield f"heavy {_bucket(len(weight))}"
    if text.rstrip().endswith("?"):
        yield "ends in ?"
    yield f"sentences {min(len(_SENTENCE_END.findall(text)), 3)}"


def _words(said: list[str], asked: str) -> Iterator[str]:
    kinds = _kinds()
    for word in said:
        yield f"w {word}"
        yield f"w {word} at {asked}"
        if len(word) > _BEGINNING:
            yield f"p {word[:_BEGINNING]}"
        if kind := kinds.get(word):
            yield f"kind {kind}"
    for one, two in zip(["^", *said], [*said, "$"], strict=True):
        yield f"b {one} {two}"
    if said:
        yield f"first {said[0]} at {asked}"


def _senses(said: list[str], name: str) -> Iterator[str]:
    """The kinds that words come to, and which kinds follow each other or stand side by side."""
    met = senses(said, tokens)
    for sense in met:
        for kind in sense.kinds:
            yield f"{name} {kind}"
    line = ["^", *(sense.kinds[0] if sense.kinds else "." for sense in met), "$"]
    for one, two in pairwise(line):
        if not one == two == ".":
            yield f"{name}b {one} {two}"
    dense = [kind for kind in line if kind != "."]
    for one, two in pairwise(dense):
        yield f"{name}d {one} {two}"


def by_kind(text: str) -> dict[str, str]:
    """The signs that words of a kind make, each with the words."""
    said = tokens(text)
    found: dict[str, str] = {}
    for start, length, kinds in senses(said, tokens):
        for kind in kinds:
            found.setdefault(f"k {kind}", " ".join(said[start : start + length]))
    return found


def _bucket(count: int) -> int:
    return bisect_right(_LENGTHS, count)
