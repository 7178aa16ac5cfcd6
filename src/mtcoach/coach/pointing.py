"""Replies that point instead of saying: "the first one", "same as before"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from mtcoach.transcript.record import Answer, Note, Record
from mtcoach.transcript.sayings import Choice

_PLACES: Final = {
    "first": 1, "1st": 1, "one": 1, "1": 1,
    "second": 2, "2nd": 2, "two": 2, "2": 2,
    "third": 3, "3rd": 3, "three": 3, "3": 3,
}  # fmt: skip
_LEAD: Final = (
    r"(?:(?:yes|yeah|aye|ok|okay|right|let'?s|i'?ll|we'?ll|i'?d|pick|picking|take|taking|go|going|"
    r"with|for|use|choose|do|try|say|probably|maybe|the|option|number|no|suggestion|idea|your)\W+)*"
)
_POINTED: Final = re.compile(
    rf"^\W*{_LEAD}({'|'.join(_PLACES)})"
    r"(?:\W+(?:one|option|suggestion|idea|of (?:those|these|them)|please|then|sounds good))*\W*$",
    re.IGNORECASE,
)
_AS_BEFORE: Final = re.compile(
    r"^\W*(?:(?:it'?s |just |pretty much |much )*the )?(?:same(?: again| here| thing| story)?"
    r"(?: as (?:before|above|last time|(?:the )?(?:last|previous|other)(?: one| question)?))?"
    r"|ditto|as above|see above|as before|as i said(?: before| above)?)\W*$",
    re.IGNORECASE,
)


def pointed_at(said: str, choices: Sequence[Choice]) -> str | None:
    """What the quick reply says that `said` points at: "yeah, the first one"."""
    match = _POINTED.match(said)
    if match is None:
        return None
    key = str(_PLACES[match[1].lower()])
    return next((choice.says for choice in choices if choice.key == key), None)


def as_before(said: str) -> bool:
    """Whether a reply only says that it is the same as before."""
    return bool(_AS_BEFORE.match(said))


_LIKE: Final = re.compile(
    r"^\W*(?:(?:it'?s |just )*the )?same(?: answer| again)?(?: here)? as (?:for |in |at )?"
    r"(?P<target>(?:q(?:uestion)? ?)?[\w.& -]{1,40}?)\W*$",
    re.IGNORECASE,
)


def same_as(said: str) -> str | None:
    """What a reply says it is the same as: "same as q1", "same answer as early warning"."""
    match = _LIKE.match(said)
    if match is None or as_before(said):
        return None
    return re.sub(r"^q(?:uestion)? ?(?=\d)", "", match["target"].strip(), flags=re.IGNORECASE)


def note_before(
    record: Record, item: str, kind: str, like: Sequence[str] = ()
) -> tuple[str, Note] | None:
    """The latest note (or step, by `kind`) of another item, and that item; `like` names which."""

    def held(answer: Answer) -> tuple[Note, ...]:
        return answer.notes if kind == "note" else answer.steps

    others = [
        answer
        for name, answer in record.answers.items()
        if name != item and held(answer) and (not like or name in like)
    ]
    if not others:
        return None
    latest = max(others, key=lambda answer: held(answer)[-1].seq)
    return latest.item, held(latest)[-1]
