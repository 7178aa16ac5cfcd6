"""What a careful listener would ask about a note, once: a large word, a text used before.

Also how much asking a leader has patience for. Pure; nothing here is said or kept.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from mtcoach.coach.notes.evidence import absence, judge
from mtcoach.coach.reading import Judgement, Strength
from mtcoach.coach.words.text import fold
from mtcoach.questions.models import Element
from mtcoach.transcript.record import Answer, Record

PASTED: Final = 8
"""A note of fewer words may well be the same under two items ("it's in the policy")."""
UNHELPED: Final = 2
"""After so many items in a row where probes brought nothing, the coach asks less."""
STOOD_BY: Final = 3
"""After so many greens that stay green on a thin note, the coach no longer asks about it."""

_PEOPLE: Final = (
    r"(?:pupils|learners|children|weans|bairns|staff|teachers|parents|families|classes"
    r"|departments|faculties|stages|schools|entries)"
)
_ABSOLUTE: Final = re.compile(
    rf"(?<!\bnot )(?<!\bnae )(?<!\bat )\b(?:(all)(?= (?:of )?(?:our |my |the )?{_PEOPLE}\b)"
    rf"|(?<=we )(all)\b|(?<=they )(all)\b|(?<=staff )(all)\b|(?<=teachers )(all)\b"
    r"|(always)\b|(every (?:single )?(?:pupil|learner|child|wean|teacher|class|department|stage))\b"
    r"|(everyone|everybody)\b)"
)
_FIGURE: Final = re.compile(
    r"(?<![\w.,/:-])(?!(?:19|20)\d\d\b)\d{1,4}(?![\w/:]|\.\d|-\d| ?(?:times|weeks?|terms?|years?"
    r"|days?|months?|min(?:ute)?s?|hours?|periods?|january|february|march|april|may|june|july"
    r"|august|september|october|november|december)\b)"
)
"""A number that is neither a stage nor a date nor a length of time."""
_LACKING: Final[tuple[tuple[re.Pattern[str], Element], ...]] = (
    (re.compile(r"data|figures|numbers|measur|analys|collect|count"), "quantity"),
    (re.compile(r"ask|survey"), "voice"),
    (
        re.compile(r"look|check|evidence|record|evaluat|monitor|gather|track|information|info"),
        "source",
    ),
)
"""Which part of the evidence a note owns to be without, by the words it says so in."""


def absolute(note: str, found: Judgement) -> str:
    """The word by which a note claims the whole without a figure: "all", "always"."""
    match = None if "quantity" in found.elements else _ABSOLUTE.search(fold(note))
    return match.group() if match else ""


def counted(note: str) -> bool:
    """Whether a note has two figures or more, whatever they are of."""
    return len(_FIGURE.findall(fold(note))) > 1


def pasted(record: Record, item: str) -> str:
    """The one other item under which the last note of `item` stands word for word.

    Where it stands under more it has been asked about already; a note that was used
    here on purpose is no paste.
    """
    notes = record.answer(item).notes
    if not notes or notes[-1].origin or len(notes[-1].text.split()) < PASTED:
        return ""
    wanted = _flat(notes[-1].text)
    others = [
        other
        for other, answer in record.answers.items()
        if other != item and any(_flat(note.text) == wanted for note in answer.notes)
    ]
    return others[0] if len(others) == 1 else ""


def lacking(note: str, found: Judgement) -> Element | None:
    """The part of the evidence that a note says is not there, where it is not there indeed."""
    words = absence(note)
    if not words:
        return None
    signs = (element for sign, element in _LACKING if sign.search(words))
    element: Element = next(signs, "source")
    return element if element not in found.elements else None


def unhelped(record: Record) -> int:
    """How many items in a row, latest first, were probed and closed on one thin note."""
    run = 0
    for answer in _closed(record):
        if len(answer.notes) > 1 or answer.gaps or _strength(answer.evidence) != "thin":
            break
        run += 1
    return run


def stood_by(record: Record) -> int:
    """How many items stay green on a thin note."""
    return sum(
        answer.rating == "green" and _strength(answer.evidence) == "thin"
        for answer in _closed(record)
    )


def _closed(record: Record) -> list[Answer]:
    """Items closed with a colour and a note, the latest first."""
    closed = [
        answer
        for answer in record.answers.values()
        if answer.status == "answered" and answer.notes and answer.rating
    ]
    return sorted(closed, key=lambda answer: -answer.events[-1])


@lru_cache(maxsize=256)
def _strength(evidence: str) -> Strength:
    """The strength of what is held; the same notes are asked about at each item that follows."""
    return judge(evidence).strength


def _flat(text: str) -> str:
    return " ".join(fold(text).split()).strip(" .!")
