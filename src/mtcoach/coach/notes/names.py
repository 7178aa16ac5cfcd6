"""People's names in a text, told from places, schemes, subjects and months.

No list holds every name, and many names are words: a capitalised word counts where a
name stands (beside a class, a pupil, "'s mum"), a given name with a surname anywhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Final

from mtcoach.coach.words.lexicon import FILLERS
from mtcoach.coach.words.text import Stretch, sentences
from mtcoach.coach.words.vocabulary import shipped

_CLASS: Final = (
    r"(?:[SP][1-7](?:[A-Da-d]|/[1-7A-Da-d]{1,2}|[.][1-9])?|[Pp]rimary [1-7]|"
    r"[sp][1-7][a-d]?|[1-6][A-Z]\d?|[Nn]ursery|[Rr]oom \d+|"
    r"[Rr]eg(?:istration)? class|"
    r"(?:my|her|his|their|our|the) (?:class|tutor group|maths set|set|register|"
    r"reg class|nurture group|base)|(?:[Mm]r|[Mm]rs|[Mm]iss|"
    r"[Mm]s) [A-Z]\w+'s(?: class)?)"
)
_NAME: Final = r"(?P<it>{name}(?:[ -](?:{upper}[\w'’-]+|{upper}\.?(?!\w)))?(?: {upper}[\w'’-]+)?)"
_AND: Final = rf"(?:{_NAME}(?:, | and | & |, and ))?"
_ILL: Final = (
    r"(?:adhd|asd|autis\w+|dyslexi\w+|dyspraxi\w+|anxiety|anxious|epileps\w+|"
    r"down'?s|looked after|care experienced|in care|in foster|foster\w*|adopted|"
    r"bereave\w+|excluded|"
    r"a young carer|on the autism|social work|diagnos\w+|self[- ]harm\w*|"
    r"medicat\w+|selectively mute|refus\w+|disclos\w+|suspended|a refugee|"
    r"a traveller|living with|lives with|"
    r"a child'?s plan|an? iep|a csp|behind|struggling|struggles|not coping|"
    r"off track|below|absent|attendance|late|dropped|on track|(?:not |now |"
    r"still )?reading|making (?:\w+ )?progress|making no)"
)
_NAMES: Final = (
    (
        "Kyle's mum",
        r"{name_}['’]s (?:mum|mother|dad|father|gran|granny|papa|grandparents?|"
        r"parents?|carers?|family|brother|sister|foster|social worker|behaviour|"
        r"attendance|targets?|folio|jotter|iep|plan|progress|support plan|reading age|"
        r"anxiety|diagnosis|needs)\b",
    ),
    (
        "the mum of Kyle",
        r"\b(?:mum|mother|dad|father|parents?|carers?|gran|brother|sister|family) of {name_}\b",
    ),
    (
        "Aisha in P5, Callum (S3), Jamie P4",
        rf"\b{_AND.replace('{name}', '{name2}').replace('it', 'other')}{{name_}}(?:,? "
        rf"(?:in|from|of|who is in|is in|has moved (?:in)?to|moved (?:in)?to|"
        rf"joined)(?: my| our| the)? |, | ?\(|[ /-])(?:an? )?{_CLASS}(?![\w%])",
    ),
    (
        "P4 pupil Jamie",
        rf"\b{_CLASS},?(?: (?:pupil|learner|boy|girl|child|student|lad|lassie|wean|"
        rf"bairn))?(?: called| named|,| -|:| \(|'s)? {{name_}}\b",
    ),
    (
        "a boy called Kyle, wee Jamie",
        r"\b(?:pupils?|learners?|child(?:ren)?|boys?|girls?|kids?|students?|lads?|"
        r"lassies?|lassie|weans?|bairns?|wee|twins)(?: called| named| like| such as|,|"
        r":| -| \()? {name_}(?!\w)(?: and {other_})?",
    ),
    (
        "Zainab has ADHD",
        rf"(?:^|[.;,:!?(–—-] ?|\b(?:and|but|that|because|so|when|where|like|with|for|"
        rf"if|as|by|to|of|about|asked|told|helped|supports?|supported|"
        rf"since) ){{name_}}(?:,? who)? (?:is|has|was|had|has been|'s|isn't|hasn't|"
        rf"still|now|lives|stays|got|can't|cannot|needs|came|joined|"
        rf"struggles)(?: (?:an?|now|still|not|been|her|his|their|recently|also|just|"
        rf"really|very|currently))* ?{_ILL}",
    ),
)


UPPER: Final = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŲŹŻŽ"
CAPITALISED: Final = rf"[{UPPER}][\w'’]*[\w](?:-[{UPPER}]\w+)?"


# A name may be typed small; then only one from the list counts.
_LOWER: Final = r"\b[a-zà-ÿ]{4,}"


@cache
def _name_rules() -> tuple[re.Pattern[str], ...]:
    ready = []
    upper = f"[{UPPER}]"
    for _, template in _NAMES:
        named = _NAME.replace("{name}", f"(?:{CAPITALISED}|{_LOWER})").replace("{upper}", upper)
        other = named.replace("<it>", "<other>")
        pattern = template.replace("{name_}", named).replace("{other_}", other)
        ready_ = pattern.replace("{name2}", f"(?:{CAPITALISED}|{_LOWER})").replace("{upper}", upper)
        ready.append(re.compile(ready_))
    return tuple(ready)


@cache
def given() -> frozenset[str]:
    return frozenset(shipped()["given_names"])


def names(text: str) -> Iterator[Stretch]:
    """Where `text` names a person; stretches may come twice."""
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
                    yield Stretch(start, start + len(match[group]))
            at = match.end() if hit else match.start() + 1
    yield from _full_names(text)
    yield from _beside_a_stage(text)


_STAGE: Final = re.compile(r"(?<![\w£])[SPsp][1-7](?:s|[A-D])?(?!\w)")


def _beside_a_stage(text: str) -> Iterator[Stretch]:
    """A given name in a sentence that names a stage: "my P7s, esp Tyler, struggle"."""
    for sentence in sentences(text):
        words_here = sentence.of(text)
        if not _STAGE.search(words_here):
            continue
        for match in re.finditer(rf"(?<![\w'’-]){CAPITALISED}", words_here):
            first = plain(match.group().lower())
            start = sentence.start + match.start()
            if (
                first in given()
                and first not in shipped()["wordy_names"]
                and not known_word(first)
                and _is_name(text, start, match.group())
                and not re.match(r"['’]s\b", text[start + len(first) :])
            ):
                yield Stretch(start, start + len(match.group()))


_FULL: Final = re.compile(
    rf"(?<![\w'’])(?P<first>{CAPITALISED}) (?P<last>(?:Mc|Mac|O['’])?{CAPITALISED})(?![\w])"
)


_SURNAME: Final = re.compile(
    r"^(?:Mc|Mac|O['’]|Al-|El-)[A-Z]|(?:son|ski|ska|enko|escu|ova|wicz|iak|czyk|shvili|yan|ullah|"
    r"zadeh)$"
)


def _full_names(text: str) -> Iterator[Stretch]:
    """A given name with a surname behind it: Callum Reid."""
    for match in _FULL.finditer(text):
        first, last = match["first"].lower(), match["last"].lower()
        wordy = first in shipped()["wordy_names"] and not _SURNAME.search(match["last"])
        if plain(first) in given() and not wordy and not known_word(last):
            if match.group().lower() in shipped()["not_names"] or a_place(text, match.end()):
                continue
            yield Stretch(match.start(), match.end())


# An unknown word that opens a sentence is a name if the sentence goes on as about somebody.
_OF_A_PERSON: Final = re.compile(
    rf"^[^.!?\n]{{0,60}}\b(?:he|she|his|her|him|(?:is|was|has) (?:now |still |"
    rf"been |not )?{_ILL}|can read|cannot read)\b"
)
_PLACE: Final = re.compile(
    r"^ (?:Primary|Academy|High|School|Nursery|Street|Road|House|Park|College|"
    r"University|Centre|Trust|Award|Foundation|Scheme|Framework|Scale|Profile|"
    r"Programme|Avenue|Church|Library|Room|Suite|Building|Campus|Council|Cup|Day|"
    r"Week|Theatre)\b"
)


def a_place(text: str, end: int) -> bool:
    return bool(_PLACE.match(text[end:]))


def _is_name(text: str, start: int, found: str) -> bool:
    """Whether a word where a name may stand is one."""
    words = re.findall(r"[\w'’-]+", found)
    first = plain(words[0].lower().replace("’", "'").partition("-")[0])
    whole = found.lower()
    if (
        whole in shipped()["not_names"]
        or first in shipped()["not_names"]
        or a_place(text, start + len(found))
    ):
        return False
    if first in given() and first not in shipped()["wordy_names"]:
        return True
    if (
        (found.isupper() and len(found) > 1)
        or not found[0].isupper()
        or any(c.isdigit() for c in first)
    ):
        return False
    if first in _MONTHS and not text[start + len(found) :].startswith(("'s", "’s")):
        return False
    if first in shipped()["wordy_names"]:
        return not opens(text, start) or bool(
            re.match(r"['’]s (?:mum|dad|gran|mother|father)", text[start + len(found) :])
        )
    if known_word(first) or worded(first) or _compound(text, start):
        return False
    if re.match(rf", ?{_CLASS},|,? ?\({_CLASS}\)", text[start + len(found) :]):
        return True
    return not opens(text, start) or bool(_OF_A_PERSON.search(text[start + len(found) :]))


def plain(word: str) -> str:
    """`word` without accents: Siobhán is in the list as siobhan."""
    folded = unicodedata.normalize("NFD", word.replace("ł", "l").replace("ø", "o"))
    return "".join(c for c in folded if not unicodedata.combining(c))


def opens(text: str, start: int) -> bool:
    """Whether a word stands where anything is written with a capital."""
    return bool(re.search(r"(?:^|[.!?:;\n•*–—-]\s*|[\"“(]\s*)$", text[:start]))


_TITLES: Final = ("mr", "mrs", "ms", "miss", "dr", "mx")
_MONTHS: Final = ("april", "may", "june", "august", "autumn", "summer")


def _compound(text: str, start: int) -> bool:
    """Whether another capitalised word of the field goes before: Numeracy Champion."""
    before = re.search(rf"([{UPPER}]\w+) $", text[:start])
    if not before or before[1].lower() in _TITLES:
        return False
    return known_word(before[1].lower()) and not opens(text, start)


def worded(word: str) -> bool:
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
    sections = [
        name
        for name in known.lists
        if name not in ("given_names", "wordy_names", "pointing_nowhere")
    ]
    words = {
        word for name in sections for entry in known[name] for word in re.findall(r"[\w'&]+", entry)
    }
    words |= {
        word
        for group in known.synonyms
        for entry in group
        for word in re.findall(r"[\w'&]+", entry)
    }
    return frozenset(words | {word.lower() for word in FILLERS})


def known_word(word: str) -> bool:
    return (
        word in _field()
        or word.removesuffix("s") in _field()
        or word.removesuffix("'s") in _field()
    )
