"""Who leads: roles told from names. A plan is read by many, so it names offices and not people."""

from __future__ import annotations

import re
from typing import Final

from mtcoach.coach.notes.names import CAPITALISED, given, known_word, plain
from mtcoach.coach.notes.privacy import MASKS, find
from mtcoach.coach.words.vocabulary import shipped

# What a role is made of, longest first where one begins another.
_OFFICES: Final = (
    "acting head teacher", "head teacher", "headteacher", "head of school", "head of centre",
    "head", "ht", "depute head teacher", "depute headteacher", "deputy head teacher",
    "depute head", "deputy head", "deputes?", "deput(?:y|ies)", "dhts?", "principal teachers?",
    "pts?", "faculty heads?", "faculty leads?", "heads of (?:faculty|department|year|house)",
    "head of (?:faculty|department|year|house)", "curriculum leaders?", "cls?", "fhs?",
    "department heads?", "year heads?", "house heads?", "stage leaders?", "stage partners?",
    "class teachers?", "teachers?", "nursery teacher", "early years (?:lead|practitioners?|staff)",
    "practitioners?", "eyps?", "eyos?", "senior leadership team", "extended leadership team",
    "leadership team", "senior management team", "slt", "smt", "elt", "support for learning",
    "sfl", "asn", "guidance", "pastoral", "pupil support", "support staff", "psas?",
    "co-?ordinators?", "champions?", "leads?", "leaders?", "managers?", "business manager",
    "librarian", "office", "admin", "working (?:party|group)", "improvement group", "group",
    "team", "committee", "qio", "educational psychologist", "technician", "staff", "departments?",
    "faculty", "facult(?:y|ies)", "mentor", "probationers?", "nqts?",
)  # fmt: skip
_OFFICE: Final = "|".join(sorted(_OFFICES, key=len, reverse=True))
_JOINT: Final = (
    r"(?:[ ,&/+()-]+|\b(?:and|of|for|the|our|all|with|a|an|each|every|both|in charge|learning|"
    r"teaching|maths|english|literacy|numeracy|science|languages?|hwb|health|wellbeing|equity|"
    r"attainment|tracking|monitoring|assessment|moderation|data|curriculum|raising|primary|"
    r"secondary|nursery|early|years|level|first|second|senior|phase|bge|stage|upper|lower|school|"
    r"[sp][1-7]|modern|social|subjects?|studies|expressive|arts|technologies|pe|re|rme|art|music|"
    r"drama|history|geography|physics|chemistry|biology|computing|business|acting|new|who|"
    r"leads?|l&t|lat|pef|digital|inclusion|behaviour|transition|pupil|learner|parental|family)\b)"
)
ROLE: Final = rf"(?:{_JOINT})*\b(?:{_OFFICE})\b(?:{_JOINT}|\b(?:{_OFFICE})\b)*"
_ROLE: Final = re.compile(ROLE, re.IGNORECASE)
_TITLE: Final = re.compile(r"\b(?:mr|mrs|ms|miss|mx|dr)\.? [a-z]", re.IGNORECASE)
_INITIAL: Final = re.compile(r"^\W*(?:[A-Z]\.? ?){1,2}[A-Z][a-z]{2,}\W*$")
_ME: Final = re.compile(
    r"^\W*(?:me|myself|i will|i'?ll (?:do|lead|take) (?:it|that|this)|i (?:do|lead)|mysel'?)\W*$",
    re.IGNORECASE,
)
_WORD: Final = re.compile(CAPITALISED)


def roles(text: str) -> tuple[str, ...]:
    """The roles that `text` names, in its words: `DHT` of "Mrs Okonkwo (DHT)"."""
    found = (_trimmed(match.group()) for match in _ROLE.finditer(_nameless(text)))
    return tuple(dict.fromkeys(role for role in found if role))


def _trimmed(role: str) -> str:
    role = role.strip(" ,&/+-")
    if role.startswith("(") or role.count("(") != role.count(")"):
        role = role.replace("(", " ").replace(")", " ")
    return " ".join(role.split())


def _nameless(text: str) -> str:
    for personal in reversed(find(text)):
        text = text[: personal.start] + " ; " + text[personal.end :]
    return re.sub(r"\b(?:mr|mrs|ms|miss|mx|dr)\.? \w+", " ; ", text, flags=re.IGNORECASE)


def a_role(text: str) -> bool:
    """Whether `text` is a role and nothing else: "PT maths", "the depute and the SfL team"."""
    return bool(_ROLE.fullmatch(text.strip().rstrip(".")))


def oneself(text: str) -> bool:
    """Whether the one who speaks means to lead: "me", "I'll do it"."""
    return bool(_ME.match(text))


def named(text: str) -> bool:
    """Whether `text` names a person, where somebody who leads is asked for.

    Here a given name alone is enough: elsewhere it may be a place or a scheme.
    """
    masked = MASKS["name"] in text
    if masked or _TITLE.search(text) or any(each.kind == "name" for each in find(text)):
        return True
    if _INITIAL.match(text) and not a_role(text):
        return True
    wordy = frozenset(shipped()["wordy_names"])
    # A word that may be a name and a thing is a name where it stands alone: Grace, Faith.
    known = given() | wordy if len(text.split()) == 1 else given() - wordy
    words = (match.group().lower().removesuffix("'s") for match in _WORD.finditer(text))
    first = (plain(word.partition("-")[0]) for word in words)
    return any(word in known and not known_word(word) for word in first)


_BESIDE: Final = re.compile(
    r"\s*(?:,|;|/|\band\b|&|\+|\bplus\b|\bwith(?: (?:support|help) from)?\b|"
    r"\b(?:supported|helped|assisted) by\b)\s*",
    re.IGNORECASE,
)


def unnamed(text: str) -> str:
    """The roles of a lead in which somebody is named: `DHT` of "Mrs Khan (DHT)"; none is "".

    A part that names somebody and says more than the role beside the name is left out.
    """
    kept: list[str] = []
    for part in _BESIDE.split(text):
        bare = " ".join(re.sub(r"\[name\]|[;()]", " ", _nameless(part)).split())
        if not named(part) and part.strip():
            kept.append(part.strip())
        elif a_role(bare):
            kept.append(bare)
    return ", ".join(dict.fromkeys(kept)) if any(map(roles, kept)) else ""
