"""A reply, understood: the rules' reading and the learned listener's, weighed.

Pure and offline. The rules (`rules`) read the forms they know; the listener (`listening`)
hears what a wording has in common with many others. A stated colour is the rules' alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from mtcoach.coach.reading import Reading
from mtcoach.coach.replies.rules import by_rules
from mtcoach.questions.models import Item


def told_to(matter: str, heard: Reading) -> str:
    """What the learned listener is told of a reading by the rules."""
    if matter == "intent":
        return f"{heard.intent} {heard.stated}"
    if matter == "verdict":
        return f"{heard.rating or heard.intent}"
    return f"{heard.intent} {bool(heard.evidence)}"


read = by_rules


def describe(
    text: str, item: Item | None = None, library_items: Sequence[Item] = ()
) -> dict[str, Any]:
    """`text` read, judged, placed and checked for personal data, as plain JSON data."""
    from mtcoach.coach.notes import evidence, placement, privacy

    reading = read(text, item=item)
    note = reading.evidence
    judgement = evidence.judge(note) if note else None
    placed = placement.place(note, library_items, exclude=item.id if item else "") if note else ()
    return {
        "intent": reading.intent,
        "rating": reading.rating,
        "stated": reading.stated,
        "evidence": note,
        "next_step": reading.next_step,
        "elements": list(judgement.elements) if judgement else [],
        "strength": judgement.strength if judgement else None,
        "speaks_to": [{"item": p.item, "score": p.score, "words": list(p.words)} for p in placed],
        "personal": [{"kind": p.kind, "text": p.text} for p in privacy.find(text)],
        "why": list(reading.why),
    }
