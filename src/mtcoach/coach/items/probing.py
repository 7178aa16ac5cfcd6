"""The probe: the item's own question for what a note lacks, taken up from what was just said.

Words of the leader's are quoted only where they read well: a figure, a stage, a month, a
source with a plain name. Everywhere else the item's own question stands by itself. The
frames, and the names of sources, are data in the wording file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from mtcoach.coach.items.doubts import absolute
from mtcoach.coach.items.held import items_closed, name_elements
from mtcoach.coach.moves import Moves
from mtcoach.coach.notes.evidence import judge, vague
from mtcoach.coach.reading import Judgement
from mtcoach.coach.words.text import clauses, fold
from mtcoach.coach.words.vocabulary import shipped
from mtcoach.questions.models import Element, Item

_NUMBER: Final = (
    r"(?:\d{1,4}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty)"
)
_SHARE: Final = re.compile(r"\d{1,2}(?:\.\d)? ?(?:%|per ?cent)$")
_PART: Final = re.compile(rf"({_NUMBER}) (?:out )?of (?:the |our |my )?({_NUMBER})$")
_COUNT: Final = re.compile(
    r"\d{1,4} (?:pupils|learners|children|teachers|staff|families|parents|entries)$"
)
_STAGE: Final = re.compile(r"([sp][1-7](?:[-/][sp]?[1-7])?)s?$")
_LEVEL: Final = re.compile(r"(?:early|first|second|third|fourth) level$|senior phase$|bge$")
_LESS_PLAIN: Final = frozenset({"reading", "writing", "talking", "listening", "art", "support"})
"""Subjects whose names are everyday words too."""
_LANGUAGES: Final = frozenset({"english", "gaelic", "french", "german", "spanish", "italian"})
_MONTHS: Final = (
    "January February March April May June July August September October November December"
).split()
_MONTH: Final = re.compile(
    rf"(?P<last>last )?(?P<month>{'|'.join(month[:3].lower() for month in _MONTHS)})"
    rf"(?P<rest>[a-z]*)$"
)
_SAID: Final = re.compile(
    r"(?:\w+ )??(pupils|learners|children|parents|families|staff|teachers) "
    r"(?:have )?(?:said|told|wrote|commented|reported|asked)\b"
)
_CHANGED: Final = re.compile(
    r"\b(?:(?:up|down|doon) (?:from|fae|by)|went up"
    r"|moved (?:up|on)|rose|fell|improved|closed|gained)\b"
)
_DENIED: Final = re.compile(
    r"\b(?:no|not|nae|never|nothing|nobody|nowhere|none|without|supposed|should|would|wish|stopped"
    r"|\w+n'?t|\w+nae)\b"
)
"""Words beside which a source is not there, or a change has not come."""
_PERIOD: Final = re.compile(r"(?:last|this) (?:term|session|year|week|month|autumn|spring)$")


def ask(moves: Moves, item: Item, lacking: Element, asked: int) -> None:
    """Puts the probe for `lacking`: one line where the note can be taken up, else two."""
    notes = moves.record.answer(item.id).notes
    note = notes[-1].text if notes else ""
    found = judge(note)
    own = item.probes.asking_for(lacking)
    quoted = quotable(note, found, moves.wording.block("source_names"))
    if word := absolute(note, found):
        quoted["absolute"] = word
    turn = items_closed(moves.record) + asked
    taken_up = framed(moves.wording.table(f"taken_up.{lacking}"), quoted, own, turn)
    if taken_up is None:
        name_elements(moves, found, vague(note))
    moves.line(taken_up or own)


def framed(
    frames: tuple[Mapping[str, str], ...], quoted: Mapping[str, str], own: str, turn: int
) -> str | None:
    """The frame that is due, filled in; None where nothing quoted fits any."""
    fitting = [frame["text"] for frame in frames if frame["with"] in quoted]
    if not fitting:
        return None
    lowered = own[:1].lower() + own[1:]
    text = fitting[turn % len(fitting)].format_map({**quoted, "own": own, "own_on": lowered})
    return text[:1].upper() + text[1:]


def quotable(note: str, found: Judgement, sources: Mapping[str, str]) -> dict[str, str]:
    """What of a note can be said back, by what it is.

    `share` (62%), `part` (4 of 7), `count` (12 pupils), each also as `figure`; `source`, `who`,
    `when`; `said`, who said something; `changed`, where something is told to have moved.
    `ask` adds `absolute`, a word that claims the whole without a figure.
    """
    words = dict(found.words)
    folded = fold(note)
    quoted = {
        **_figure(words.get("quantity", "")),
        "source": sources.get(_plainly(words.get("source", ""), folded), ""),
        "who": _who(words.get("who", ""), note),
        "when": _when(words.get("when", "")),
        "said": _said(words.get("voice", "")),
        "changed": "changed" if _CHANGED.search(_plainly(words.get("impact", ""), folded)) else "",
    }
    return {name: text for name, text in quoted.items() if text}


def _figure(words: str) -> dict[str, str]:
    if _SHARE.match(words):
        return {"share": words, "figure": words}
    if _COUNT.match(words):
        return {"count": words, "figure": words}
    part = _PART.match(words)
    if part is None or part[1] == part[2]:
        return {}
    text = f"{part[1]} of {part[2]}"
    return {"part": text, "figure": text}


def _plainly(words: str, folded: str) -> str:
    """`words` of a note, where the clause that they stand in denies nothing."""
    clause = next((part for part in clauses(folded) if words in part.of(folded)), None)
    return "" if clause is not None and _DENIED.search(clause.of(folded)) else words


def _said(words: str) -> str:
    match = _SAID.match(words)
    return match[1] if match else ""


def _who(words: str, note: str) -> str:
    """A stage, a level or a subject, as it is written; other groups are not said back."""
    stage = _STAGE.match(words)
    if stage:
        return stage[1].upper()
    if words in _LANGUAGES:
        return words.capitalize()
    plain = _LEVEL.match(words) or words in _subjects()
    start = fold(note).find(words) if plain else -1
    return note[start : start + len(words)] if start >= 0 else ""


def _when(words: str) -> str:
    """A month or a time of the school year, as "in May", "last term"."""
    if _PERIOD.match(words):
        return words
    match = _MONTH.match(words)
    if match is None:
        return ""
    month = next(name for name in _MONTHS if name.lower().startswith(match["month"]))
    if not month.lower().startswith(match["month"] + match["rest"]) and match["rest"] != "t":
        return ""
    return f"last {month}" if match["last"] else f"in {month}"


def _subjects() -> frozenset[str]:
    return frozenset(shipped()["subjects"]) - _LESS_PLAIN
