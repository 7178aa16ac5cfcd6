"""Replies that point at what is offered: "the first one", "both"; and the words said before."""

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
    r"(?:\W+(?:one|yin|wan|ane|yin'?ll do|one'?ll do|option|suggestion|idea|of (?:those|these|"
    r"them)|please|then|sounds good))*\W*$",
    re.IGNORECASE,
)


def pointed_at(said: str, choices: Sequence[Choice]) -> str | None:
    """What the quick reply says that `said` points at: "yeah, the first one"."""
    match = _POINTED.match(said)
    if match is None:
        return None
    key = str(_PLACES[match[1].lower()])
    return next((choice.says for choice in choices if choice.key == key), None)


_BOTH: Final = re.compile(
    r"^\W*(?:(?:yes|yeah|aye|ok|okay|let'?s|i'?ll|we'?ll|i'?d|pick|take|go|with|for|do|try|use|"
    r"probably|maybe|the|your)\W+)*(?:both|the two|all)(?: of)?(?: (?:them|those|these|two|your)"
    r"(?: (?:ideas|suggestions|steps))?)?(?:\W+(?:please|then|sound good|thanks?))*\W*$",
    re.IGNORECASE,
)


def both(said: str) -> bool:
    """Whether a reply takes all that was suggested: "both", "aye, both of them"."""
    return bool(_BOTH.match(said))


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
