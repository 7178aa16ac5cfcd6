"""Quick replies: what a key or a chip's own words say, and which keys mean nothing.

Pure.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from mtcoach.transcript.record import Record
from mtcoach.transcript.sayings import Choice

A_SUGGESTION: Final = 6
"""A quick reply of more words is a suggestion of the bank's."""


def said_by(text: str, choices: Sequence[Choice]) -> str:
    """What a reply says: a key, or the words on a chip, say what the chip says."""
    typed = text.strip().lower()
    keyed = {choice.key: choice.says for choice in choices}
    shown = {choice.label.lower(): choice.says for choice in choices}
    said = keyed.get(typed) or shown.get(typed, text)
    return text if said.lower() == typed else said  # as it was typed, where it says the same


def as_offered(record: Record, said: str) -> bool:
    """Whether a reply is a suggestion of the bank's, word for word: an answer, whatever it says.

    "Tell staff which records you need" asks the coach nothing. Shorter quick replies are
    wishes as often as answers, and are read.
    """
    offered = any(said == choice.says for choice in record.choices)
    where = record.position.phase == "plan" or record.position.step == "next_step"
    return offered and where and len(said.split()) > A_SUGGESTION


def stray_key(record: Record, said: str) -> bool:
    """A lone digit beside quick replies is a slip, unless a figure was asked for."""
    figures = ("quantity", "when")
    wanted = record.position.about in figures or record.position.phase in ("profile", "overall")
    lone = said.strip().isdecimal() and len(said.strip()) == 1
    # At a follow-up a figure that nobody asked for would be quoted as evidence.
    numbered = any(choice.key.isdecimal() for choice in record.choices)
    offered = numbered or (record.position.phase == "items" and bool(record.choices))
    return lone and offered and not wanted and record.position.phase != "plan"
