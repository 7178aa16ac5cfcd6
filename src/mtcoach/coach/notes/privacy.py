"""Personal data in a text, and a masked copy of it. Nothing leaves the machine.

A name alone is often a place, a scheme or a month: it counts where it stands
beside a class, a stage, a pupil or somebody's mum, or with a surname behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from mtcoach.coach.notes import naming
from mtcoach.coach.notes.names import names
from mtcoach.coach.notes.people import people
from mtcoach.coach.reading import Personal
from mtcoach.coach.words.text import Stretch
from mtcoach.coach.words.vocabulary import shipped

MASKS: Final = {
    "candidate number": "[candidate number]",
    "e-mail": "[e-mail]",
    "phone": "[phone number]",
    "postcode": "[postcode]",
    "national insurance number": "[National Insurance number]",
    "date of birth": "[date of birth]",
    "address": "[address]",
    "name": "[name]",
    "singled out": "[a learner]",
    "small count": "[fewer than five]",
}
"""The kinds of personal data, each with what stands for it in a masked copy."""


_OF_ONE: Final = frozenset(
    (
        "candidate number",
        "e-mail",
        "phone",
        "postcode",
        "national insurance number",
        "date of birth",
        "address",
    )
)
"""What belongs to one person: a word of no list beside it is likely the name."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of personal data, an example, and its pattern; the group `it` is what is found."""

    kind: str
    example: str
    pattern: str
    flags: int = re.I


_CARD: Final = (
    r"(?:one or two|two or three|three or four|one|two|three|four|[1-4]|a single|single|both|"
    r"a couple of|a pair of|twa)"
)
_PERSON: Final = (
    r"(?:pupils?|learners?|child(?:ren)?|boys?|girls?|kids?|students?|weans?|"
    r"bairns?|lads?|lass(?:ie|ies)?|"
    r"famil(?:y|ies)|young (?:person|people)|siblings?|brothers?|sisters?|twins|"
    r"mums?|dads?|parents?)"
)
_LINKS: Final = r"(?:is|are|was|were|in|that|to|of|for|on|at|we|and|which)"
_SOURCES: Final = (
    Rule("e-mail", "j.smith@school.sch.uk", r"(?P<it>[\w.+'-]+@[\w-]+(?:\.[\w-]+)+)"),
    Rule(
        "national insurance number",
        "AB 12 34 56 C",
        r"(?<!\w)(?P<it>(?!BG|GB|KN|NK|NT|TN|ZZ)[ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z][ -]"
        r"?\d\d[ -]?\d\d[ -]?\d\d[ -]?[A-D])(?!\w)",
    ),
    Rule(
        "phone",
        "0131 496 0000, 07700 900123, +44 141 496 0123",
        r"(?<![\w.])(?P<it>(?:\+44 ?(?:\(0\) ?)?|\(?0)(?:\d[\d ()-]{8,12}\d))(?![\w]|\.\d)",
    ),
    Rule(
        "postcode",
        "EH16 5AB",
        r"(?<![\w-])(?P<it>(?!S[1-6] [1-4](?:st|nd|rd|th)\b)(?:[A-Z]{2}\d[\dA-Z]?|"
        r"[BEGLMNSW]\d[\dA-Z]?) ?\d(?!st\b|nd\b|rd\b|th\b)[ABD-HJLNP-UW-Z]{2})(?![\w])",
    ),
    Rule(
        "date of birth",
        "dob 12/03/2012, born 3 May 2011",
        r"(?:\bd\.?o\.?b\.?|\bdate of birth|\bborn(?: on)?|"
        r"\bbirthday(?: is)?(?: on)?|(?<![\w.])b\.)\s*[:=,-]?\s*(?:is |was |"
        r"it'?s )?(?:the )?(?P<it>\d{1,2}(?:st|"
        r"nd|rd|th)?(?:[/.-]| (?:of )?)(?:\d{1,2}|[a-z]{3,9})(?:[/., -]+(?:\d{4}|"
        r"\d\d))?|\d{4}-\d\d-\d\d)",
    ),
    Rule(
        "date of birth",
        "born in March 2014",
        r"\bborn (?:in )?(?P<it>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{4})",
    ),
    Rule(
        "small count",
        "one with epilepsy, two on free meals",
        rf"(?<![\w./%-])(?P<it>\b{_CARD}(?: of (?:them|those|the \w+|our \w+))? (?:with|on|in|"
        rf"has|have|who has|who have|who is|who are|is|are|from) (?:an? |the |"
        rf"now )?{{sensitive}})\b"
        r"(?! (?:meetings?|training|courses?|group|stage|room|work))",
    ),
    Rule(
        "small count",
        "LAC: 2, young carers (3)",
        rf"(?P<it>\b{{sensitive}}s?(?: {_PERSON})? ?(?:[:=]|\() ?[1-4])(?![\w%./:-])(?! \d)",
    ),
    Rule(
        "singled out",
        "no other child in the school",
        rf"(?P<it>\bno other {_PERSON} (?:in|at) (?:the|our|my|this)\b)",
    ),
    Rule(
        "singled out",
        "our one wheelchair user; the one Polish boy",
        rf"(?P<it>\b(?:the|our|my) one (?:\w+ )?(?:{{sensitive}}(?: {_PERSON})?|"
        rf"{_PERSON} (?:with|who|on|from)))\b",
    ),
    Rule(
        "date of birth",
        "has 21.11.2011 as the date of birth",
        r"(?P<it>(?<![\d/.-])\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d\d)(?![\d/.-]))"
        r"(?=(?: [\w']+){0,3} (?:date of birth|birthday|d\.?o\.?b\b|birth date))",
    ),
    Rule(
        "date of birth",
        "Blessing (23/8/2013), Rania 12.02.13 P4",
        r"\b(?-i:[A-Z][a-zà-ÿ'’-]+),? \(?(?P<it>(?:0?[1-9]|[12]\d|3[01])[/.-]"
        r"(?:0?[1-9]|1[0-2])[/.-](?:20)?(?:0[4-9]|1\d|2[01]))"
        r"(?=\)|,| [SP]\d| was\b| is\b| has\b|;|$)",
    ),
    Rule(
        "singled out",
        "only Muslim lad in P7; the ae Polish lassie in S2",
        rf"(?P<it>(?:(?:^|(?<=[.;,:!?–-] ))only|\bthe ae) (?:(?!{_LINKS}\b)[\w'/-]+ ){{0,2}}?"
        rf"{_PERSON} (?:in|at|on) (?:the |our |my )?[\w']+)",
    ),
    Rule(
        "address",
        "lives at 14 Main Street",
        r"\b(?:lives?|living|stays?|staying|home address|address)(?: is)?(?: at| in|"
        r" on|:)? (?P<it>(?:flat \w+,? ?)?\d+[a-z]?,? (?:[A-Z][\w']+ ?){1,3}(?:street|"
        r"st|road|rd|avenue|ave|drive|crescent|place|terrace|gardens|court|lane|way|"
        r"square|close|wynd|loan|brae|quadrant)\b)",
    ),
    Rule(
        "singled out",
        "the only wheelchair user in P3",
        rf"(?P<it>\b(?:the|our|my|their|his|her) (?:only|sole|"
        rf"one and only) (?:(?!{_LINKS}\b)[\w'/-]+ ){{0,3}}?(?:{_PERSON}|"
        rf"(?:\d+|two|three|four|five)[- ]year[- ]old(?: \w+)?|{{sensitive}}|refugee|"
        rf"traveller|carer|speaker|signer|candidate|entrant|person|one of (?:the|our|them)|"
        rf"one (?:in (?:the )?(?:class|school|year|stage|[SP]\d)|with|"
        rf"who|from|doing|taking|on)|[SP]\d|muslim|user)\b(?! (?:voice|council|survey|forum|"
        rf"conversations?|"
        rf"feedback|evening|group|tracking|data|planner|profiles?|reports?|targets?)))",
    ),
    Rule(
        "singled out",
        "only one learner in P6 is deaf",
        rf"(?P<it>\b(?:only|just) (?:one|1|the one) (?:{_PERSON})\b)(?= (?:in|with|who|"
        rf"is|has|from|on|at|doing|taking|uses|needs|was|gets|speaks|left|came|sat)\b)",
    ),
    Rule(
        "small count",
        "three care experienced pupils",
        rf"(?<![\w./%-])(?<!\bsimd )(?<!\bquintile "
        rf")(?<!\bdecile )(?<!\blevel )(?<!\bstage )(?P<it>\b{_CARD}(?: (?:of|"
        rf"out of) (?:our|the|my)(?: \d+)?)? (?:(?:new|other|current|more|young|"
        rf"[SP]\d) )?(?:{{sensitive}}s?)(?: (?:{_PERSON}))?)\b"
        r"(?! (?:priorities|actions?|questions?|schemes?|books?|aims?|strateg\w+|objectives?|"
        r"posts?|roles?|spaces|places|inputs?|referrals?|applications?|statements?|returns?|"
        r"awareness|indicators?|measures?|budgets?|columns?|fields?|codes?|flags?|entries|boxes|"
        r"meetings?|teachers?|staff|groups?|policy|plans?|forms?|reports?|"
        r"coordinators?|assessments?|lessons?|assistants?|hours?|periods?|days?|weeks?|"
        r"reviews?|sessions?|interventions?|funded|departments?|trackers?|schools?|"
        r"bases?|support|classes|provision|targets?|categories|quintiles|areas?|tests?|"
        r"visits?|events?|festivals?|assembl\w+|leads?|champions?|projects?|resources?|"
        r"workers?|training|courses?))",
    ),
    Rule(
        "small count",
        "2 pupils with autism",
        rf"(?<![\w./%-])(?P<it>\b{_CARD} (?:[\w-]+ )?{_PERSON} (?:with|(?:who )?(?:is|are|"
        rf"has|have)|on|in receipt of|from|in) (?:an? |the )?(?:{{sensitive}}|ieps?|"
        rf"csps?|foster care|care|kinship care|free (?:school )?meals|"
        rf"(?:a )?diagnos\w+|child protection)\b)",
    ),
)


@cache
def _rules() -> tuple[tuple[Rule, re.Pattern[str]], ...]:
    groups = sorted(shipped()["sensitive_groups"], key=len, reverse=True)
    sensitive = "(?:" + "|".join(_spaced(group) for group in groups) + ")"
    return tuple(
        (rule, re.compile(rule.pattern.replace("{sensitive}", sensitive), rule.flags))
        for rule in _SOURCES
    )


def _spaced(group: str) -> str:
    """A pattern for a group, written with hyphens or without."""
    return "[ -]".join(re.escape(part) for part in re.split("[ -]", group))


def find(text: str) -> tuple[Personal, ...]:
    """The personal data in `text`, in order, none of it overlapping."""
    found: list[Personal] = []
    taken: list[tuple[int, int]] = []
    sure = (*_numbers(text), *_sources(text))
    kept = [(start, end) for kind, start, end in sure if kind in _OF_ONE]
    for kind, start, end in (*sure, *_named(text, kept)):
        if any(start < stop and begin < end for begin, stop in taken):
            continue
        taken.append((start, end))
        found.append(Personal(kind, text[start:end], start, end))
    return tuple(sorted(found, key=lambda personal: personal.start))


def mask(text: str) -> str:
    """`text` with what `find` finds replaced by what it is."""
    for personal in reversed(find(text)):
        text = text[: personal.start] + MASKS[personal.kind] + text[personal.end :]
    return text


def candidate_number(digits: str) -> bool:
    """Whether nine digits are a Scottish Candidate Number: modulus 11, weights 3 2 7 6 5 4 3 2."""
    if len(digits) != 9 or not digits.isdigit():
        return False
    total = sum(int(d) * w for d, w in zip(digits, (3, 2, 7, 6, 5, 4, 3, 2), strict=False))
    left = total % 11
    return left != 1 and int(digits[8]) == (0 if left == 0 else 11 - left)


_NINE: Final = re.compile(r"(?<![\d.£$])\d(?:[ -]?\d){8}(?![\d%]|\.\d)")


def _numbers(text: str) -> Iterator[tuple[str, int, int]]:
    for match in _NINE.finditer(text):
        if candidate_number(re.sub(r"\D", "", match.group())):
            yield "candidate number", match.start(), match.end()


def _sources(text: str) -> Iterator[tuple[str, int, int]]:
    for rule, pattern in _rules():
        for match in pattern.finditer(text):
            if rule.kind == "phone" and not 10 <= len(re.sub(r"\D", "", match["it"])) <= 13:
                continue
            yield rule.kind, match.start("it"), match.end("it")


def by_rules(text: str) -> list[Stretch]:
    """Where the rules see a person named."""
    sure = (*_numbers(text), *_sources(text))
    other = [(start, end) for kind, start, end in sure if kind in _OF_ONE]
    return _by_rules(text, other)


def _by_rules(text: str, other: list[tuple[int, int]]) -> list[Stretch]:
    # The longest first: of Fiona and Fiona Buchan the whole name is masked.
    return sorted((*names(text), *people(text, other)), key=lambda name: name.start - name.end)


def _named(text: str, sure: list[tuple[int, int]]) -> Iterator[tuple[str, int, int]]:
    for name in naming.named(text, _by_rules(text, sure)):
        yield "name", name.start, name.end
