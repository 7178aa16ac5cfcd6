"""Personal data in a text, and a masked copy of it. Nothing leaves the machine.

A name alone is often a place, a scheme or a month: it counts where it stands
beside a class, a stage, a pupil or somebody's mum, or with a surname behind it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from mtcoach.coach.lexicon import FILLERS
from mtcoach.coach.reading import Personal
from mtcoach.coach.vocabulary import shipped

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


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of personal data, an example, and its pattern; the group `it` is what is found."""

    kind: str
    example: str
    pattern: str
    flags: int = re.I


_CARD: Final = r"(?:one|two|three|four|1|2|3|4|a single|single)"
_PERSON: Final = (
    r"(?:pupils?|learners?|child(?:ren)?|boys?|girls?|kids?|students?|weans?|bairns?|lads?|lass(?:ie|ies)?|"
    r"famil(?:y|ies)|young (?:person|people)|siblings?|brothers?|sisters?|twins|mums?|dads?|parents?)"
)
_SOURCES: Final = (
    Rule("e-mail", "j.smith@school.sch.uk", r"(?P<it>[\w.+'-]+@[\w-]+(?:\.[\w-]+)+)"),
    Rule(
        "national insurance number",
        "AB 12 34 56 C",
        r"(?<!\w)(?P<it>(?!BG|GB|KN|NK|NT|TN|ZZ)[ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z] ?\d\d ?\d\d ?\d\d ?[A-D])(?!\w)",
    ),
    Rule(
        "phone",
        "0131 496 0000, 07700 900123, +44 141 496 0123",
        r"(?<![\w.])(?P<it>(?:\+44 ?(?:\(0\) ?)?|\(?0)(?:\d[\d ()-]{8,12}\d))(?![\w]|\.\d)",
    ),
    Rule(
        "postcode",
        "EH16 5AB",
        r"(?<![\w-])(?P<it>(?!S[1-6] [1-4](?:st|nd|rd|th)\b)(?:[A-Z]{2}\d[\dA-Z]?|[BEGLMNSW]\d[\dA-Z]?) ?\d(?!st\b|nd\b|rd\b|th\b)[ABD-HJLNP-UW-Z]{2})(?![\w])",
    ),
    Rule(
        "date of birth",
        "dob 12/03/2012, born 3 May 2011",
        r"(?:\bd\.?o\.?b\.?|\bdate of birth|\bborn(?: on)?|\bbirthday(?: is)?(?: on)?)\s*[:=-]?\s*(?:is )?(?:the )?(?P<it>\d{1,2}(?:st|nd|rd|th)?(?:[/.-]| (?:of )?)(?:\d{1,2}|[a-z]{3,9})(?:[/., -]+(?:\d{4}|\d\d))?|\d{4}-\d\d-\d\d)",
    ),
    Rule(
        "address",
        "lives at 14 Main Street",
        r"\b(?:lives?|living|stays?|staying|home address|address)(?: is)?(?: at| in| on|:)? (?P<it>(?:flat \w+,? ?)?\d+[a-z]?,? (?:[A-Z][\w']+ ?){1,3}(?:street|st|road|rd|avenue|ave|drive|crescent|place|terrace|gardens|court|lane|way|square|close|wynd|loan|brae|quadrant)\b)",
    ),
    Rule(
        "singled out",
        "the only wheelchair user in P3",
        rf"(?P<it>\b(?:the|our|my|their|his|her) (?:only|sole|one and only) (?:[\w'/-]+ ){{0,3}}?(?:{_PERSON}|{{sensitive}}|refugee|traveller|carer|one (?:in (?:the )?(?:class|school|year|stage|[SP]\d)|with|who)|[SP]\d|muslim|user)\b(?! (?:voice|council|survey|forum|conversations?|feedback|evening|group|tracking|data|planner|profiles?|reports?|targets?)))",
    ),
    Rule(
        "singled out",
        "only one learner in P6 is deaf",
        rf"(?P<it>\b(?:only|just) (?:one|1|the one) (?:{_PERSON})\b)(?= (?:in|with|who|is|has|from)\b)",
    ),
    Rule(
        "small count",
        "three care experienced pupils",
        rf"(?<![\w./%-])(?<!\bsimd )(?<!\bquintile )(?<!\bdecile )(?<!\blevel )(?<!\bstage )(?P<it>\b{_CARD}(?: (?:of|out of) (?:our|the|my)(?: \d+)?)? (?:(?:new|other|current|more|young|[SP]\d) )?(?:{{sensitive}}s?)(?: (?:{_PERSON}))?)\b"
        r"(?! (?:meetings?|teachers?|staff|groups?|policy|plans?|forms?|reports?|coordinators?|assessments?|lessons?|assistants?|hours?|periods?|days?|weeks?|reviews?|sessions?|interventions?|funded|departments?|trackers?|schools?|bases?|support|classes|provision|targets?|categories|quintiles|areas?|tests?|visits?|events?|festivals?|assembl\w+|leads?|champions?|projects?|resources?|workers?|training|courses?))",
    ),
    Rule(
        "small count",
        "2 pupils with autism",
        rf"(?<![\w./%-])(?P<it>\b{_CARD} (?:[\w-]+ )?{_PERSON} (?:with|who (?:is|are|has|have)|on|in receipt of|from|in) (?:an? |the )?(?:{{sensitive}}|ieps?|csps?|foster care|care|kinship care|free (?:school )?meals|(?:a )?diagnos\w+|child protection)\b)",
    ),
)

_CLASS: Final = (
    r"(?:[SP][1-7](?:[A-Da-d]|/[1-7A-Da-d]{1,2}|[.][1-9])?|[Pp]rimary [1-7]|[sp][1-7][a-d]?|[1-6][A-Z]\d?|[Nn]ursery|[Rr]oom \d+|[Rr]eg(?:istration)? class|"
    r"(?:my|her|his|their|our|the) (?:class|tutor group|maths set|set|register|reg class|nurture group|base)|(?:[Mm]r|[Mm]rs|[Mm]iss|[Mm]s) [A-Z]\w+'s(?: class)?)"
)
_NAME: Final = r"(?P<it>{name}(?:[ -](?:{upper}[\w'’-]+|{upper}\.?(?!\w)))?(?: {upper}[\w'’-]+)?)"
_AND: Final = rf"(?:{_NAME}(?:, | and | & |, and ))?"
_ILL: Final = (
    r"(?:adhd|asd|autis\w+|dyslexi\w+|dyspraxi\w+|anxiety|anxious|epileps\w+|down'?s|looked after|care experienced|in care|in foster|foster\w*|adopted|bereave\w+|excluded|"
    r"a young carer|on the autism|social work|diagnos\w+|self[- ]harm\w*|medicat\w+|selectively mute|refus\w+|disclos\w+|suspended|a refugee|a traveller|living with|lives with|"
    r"a child'?s plan|an? iep|a csp|behind|struggling|struggles|not coping|off track|below|absent|attendance|late|dropped|on track|(?:not |now |still )?reading|making (?:\w+ )?progress|making no)"
)
_NAMES: Final = (
    (
        "Kyle's mum",
        r"{name_}['’]s (?:mum|mother|dad|father|gran|granny|papa|grandparents?|parents?|carers?|family|brother|sister|foster|social worker|behaviour|attendance|targets?|folio|jotter|iep|plan|progress|support plan|reading age|anxiety|diagnosis|needs)\b",
    ),
    (
        "the mum of Kyle",
        r"\b(?:mum|mother|dad|father|parents?|carers?|gran|brother|sister|family) of {name_}\b",
    ),
    (
        "Aisha in P5, Callum (S3), Jamie P4",
        rf"\b{_AND.replace('{name}', '{name2}').replace('it', 'other')}{{name_}}(?:,? (?:in|from|of|who is in|is in|has moved (?:in)?to|moved (?:in)?to|joined)(?: my| our| the)? |, | ?\(|[ /-])(?:an? )?{_CLASS}(?![\w%])",
    ),
    (
        "P4 pupil Jamie",
        rf"\b{_CLASS},?(?: (?:pupil|learner|boy|girl|child|student|lad|lassie|wean|bairn))?(?: called| named|,| -|:| \(|'s)? {{name_}}\b",
    ),
    (
        "a boy called Kyle, wee Jamie",
        r"\b(?:pupils?|learners?|child(?:ren)?|boys?|girls?|kids?|students?|lads?|lassies?|lassie|weans?|bairns?|wee|twins)(?: called| named| like| such as|,|:| -| \()? {name_}(?!\w)(?: and {other_})?",
    ),
    (
        "Zainab has ADHD",
        rf"(?:^|[.;,:!?(–—-] ?|\b(?:and|but|that|because|so|when|where|like|with|for|if|as|by|to|of|about|asked|told|helped|supports?|supported|since) ){{name_}}(?:,? who)? (?:is|has|was|had|has been|'s|isn't|hasn't|still|now|lives|stays|got|can't|cannot|needs|came|joined|struggles)(?: (?:an?|now|still|not|been|her|his|their|recently|also|just|really|very|currently))* ?{_ILL}",
    ),
)


@cache
def _rules() -> tuple[tuple[Rule, re.Pattern[str]], ...]:
    groups = sorted(shipped()["sensitive_groups"], key=len, reverse=True)
    sensitive = "(?:" + "|".join(re.escape(group).replace(r"\ ", r"[ -]") for group in groups) + ")"
    return tuple(
        (rule, re.compile(rule.pattern.replace("{sensitive}", sensitive), rule.flags))
        for rule in _SOURCES
    )


_UPPER: Final = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŲŹŻŽ"
_ANY: Final = rf"[{_UPPER}][\w'’]*[\w](?:-[{_UPPER}]\w+)?"


@cache
def _name_rules() -> tuple[re.Pattern[str], ...]:
    ready = []
    upper = f"[{_UPPER}]"
    for _, template in _NAMES:
        named = _NAME.replace("{name}", f"(?:{_ANY}|{_lower_names()})").replace("{upper}", upper)
        other = named.replace("<it>", "<other>")
        pattern = pattern.replace("{name_}", named).replace("{other_}", other)
        pattern = pattern.replace("{name2}", f"(?:{_ANY}|{_lower_names()})").replace(
            "{upper}", upper
        )
        ready.append(re.compile(pattern))
    return tuple(ready)


@cache
def _lower_names() -> str:
    """Given names typed in lower case; those that are words too are left out."""
    wordy = set(shipped()["wordy_names"])
    plain = [name for name in _given() if name not in wordy and len(name) > 3]
    return r"\b(?:" + "|".join(sorted(plain, key=len, reverse=True)) + r")\b"


@cache
def _given() -> frozenset[str]:
    return frozenset(shipped()["given_names"])


def find(text: str) -> tuple[Personal, ...]:
    """The personal data in `text`, in order, none of it overlapping."""
    found: list[Personal] = []
    taken: list[tuple[int, int]] = []
    for kind, start, end in (*_numbers(text), *_sources(text), *_names(text)):
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


def _names(text: str) -> Iterator[tuple[str, int, int]]:
    for pattern in _name_rules():
        at = 0
        while match := pattern.search(text, at):
            hit = False
            for group in ("it", "other"):
                if (
                    group in pattern.groupindex
                    and match[group]
                    and _is_name(text, match.start(group), match[group])
                ):
                    hit = True
                    start = match.start(group)
                    yield "name", start, start + len(match[group])
            at = match.end() if hit else match.start() + 1
    yield from _full_names(text)


_FULL: Final = re.compile(
    rf"(?<![\w'’])(?P<first>{_ANY}) (?P<last>(?:Mc|Mac|O['’])?{_ANY})(?![\w])"
)


def _full_names(text: str) -> Iterator[tuple[str, int, int]]:
    """A given name with a surname behind it: Callum Reid."""
    for match in _FULL.finditer(text):
        first, last = match["first"].lower(), match["last"].lower()
        if _plain(first) in _given() and first not in shipped()["wordy_names"] and not _known(last):
            if match.group().lower() in shipped()["not_names"] or _place(text, match.end()):
                continue
            yield "name", match.start(), match.end()


# An unknown word that opens a sentence is a name if the sentence goes on as about somebody.
_OF_A_PERSON: Final = re.compile(
    rf"^[^.!?\n]{{0,60}}\b(?:he|she|his|her|him|(?:is|was|has) (?:now |still |been |not )?{_ILL}|can read|cannot read)\b"
)
_PLACE: Final = re.compile(
    r"^ (?:Primary|Academy|High|School|Nursery|Street|Road|House|Park|College|University|Centre|Trust|Award|Foundation|Scheme|Framework|Scale|Profile|Programme|Avenue|Church|Library|Room|Suite|Building|Campus|Council|Cup|Day|Week|Theatre)\b"
)


def _place(text: str, end: int) -> bool:
    return bool(_PLACE.match(text[end:]))


def _is_name(text: str, start: int, found: str) -> bool:
    """Whether a word where a name may stand is one."""
    words = re.findall(r"[\w'’-]+", found)
    first = _plain(words[0].lower().replace("’", "'"))
    whole = found.lower()
    if (
        whole in shipped()["not_names"]
        or first in shipped()["not_names"]
        or _place(text, start + len(found))
    ):
        return False
    if first in _given() and first not in shipped()["wordy_names"]:
        return True
    if (
        (found.isupper() and len(found) > 1)
        or not found[0].isupper()
        or any(c.isdigit() for c in first)
    ):
        return False
    if first in shipped()["wordy_names"]:
        return not _opens(text, start) or bool(
            re.match(r"['’]s (?:mum|dad|gran|mother|father)", text[start + len(found) :])
        )
    if _known(first) or _plural(first):
        return False
    return not _opens(text, start) or bool(_OF_A_PERSON.search(text[start + len(found) :]))


def _plain(word: str) -> str:
    """`word` without accents: Siobhán is in the list as siobhan."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def _opens(text: str, start: int) -> bool:
    """Whether a word stands where anything is written with a capital."""
    return bool(re.search(r"(?:^|[.!?:;\n•*–—-]\s*|[\"“(]\s*)$", text[:start]))


def _plural(word: str) -> bool:
    return word.endswith(
        (
            "ing",
            "tion",
            "tions",
            "ment",
            "ments",
            "ness",
            "ity",
            "ies",
            "ers",
            "ings",
            "acy",
            "ly",
            "als",
            "ists",
            "ents",
        )
    )


@cache
def _field() -> frozenset[str]:
    """Words of the field and small words: capitalised or not, no names."""
    known = shipped()
    sections = [name for name in known.lists if name not in ("given_names", "wordy_names")]
    words = {
        word for name in sections for entry in known[name] for word in re.findall(r"[\w'&]+", entry)
    }
    words |= {
        word
        for group in known.synonyms
        for entry in group
        for word in re.findall(r"[\w'&]+", entry)
    }
    return frozenset(words | _EXTRA | {word.lower() for word in FILLERS})


def _known(word: str) -> bool:
    return (
        word in _field()
        or word.removesuffix("s") in _field()
        or word.removesuffix("'s") in _field()
    )


_EXTRA: Final = frozenset(
    """
    january february march april may june july august september october november december monday tuesday wednesday thursday friday
    saturday sunday easter christmas term session school primary academy high nursery college council authority head teacher depute
    hgios hgioelc curriculum excellence scotland scottish government sqa qs qi nif sip qip pef saa gtcs eis hmie tracking monitoring moderation
    all most some each every both many few several half none only also when while with without where who what how why our your their
    his her its we us you they staff pupils learners children boys girls parents carers teachers class classes stage stages level levels group
    groups support meeting meetings data results evidence impact attainment achievement progress assessment assessments target targets
    improvement improvements report reports tracker spreadsheet time year years week weeks day days period periods room rooms hall
    planning teaching learning testing marking reading writing listening talking spelling science english maths literacy numeracy
    after before during since until between within across through over under about above below behind beyond up down off out in on at to by
    for from into onto as if or and but nor so yet the a an this that these those there here then than now later last next first second third fourth
    early middle senior junior upper lower new old good better best strong weak more less much very too just still even ever never always often
    green amber red traffic light pilot trial project programme pathway profile profiles framework policy guidance cluster partners partner sample
    work works use used uses using see seen look looked check checked talk talked made make makes took take takes did do does done had have has
    is are was were be been being can could will would should may might must let get got go goes went come comes came give gave given need
    needs want know known think thought say said tell told ask asked show shown find found keep kept put set run ran start started stop stopped
    pt pts dht ht slt smt sfl asn eal lac psa psas qio qios faculty department departments subject subjects composite gaelic medium p s one two three four five six
    entry data drop collection folios folio jotter jotters note notes minutes record records calendar handbook survey feedback focus
    interdisciplinary transition inspection visit visits observation observations form forms letter letters evening night
    spring summer autumn winter mock prelim higher highers national nationals advanced additional everyone everybody nobody someone anyone
    currently however although because overall generally usually mostly mainly only example examples following previous current
    leadership quality assurance nurture hub base wellbeing health physical education expressive arts social studies technologies languages religious moral
    mr mrs ms miss dr sir madam scotland's glasgow edinburgh dundee aberdeen inverness fife highland borders stirling perth moray angus ayrshire lanarkshire lothian
    renfrewshire dumfries galloway orkney shetland western isles argyll bute falkirk clackmannanshire dunbartonshire ukraine poland syria england britain uk
    attendance behaviour exclusions leavers destinations phonics problem solving number fractions text texts higher order basics shared tier whole small
    identified improved increased reduced introduced agreed reviewed moderated attended achieved average total approximately roughly nearly almost
    probationer probationers principal business manager office head heads chair council forum newsletter website app apps google microsoft apple ipad chromebook
    """.split()
)
