"""Made-up evaluations: what a leader told the coach, in a few lines, as events and a record.

The files are in `tests/report/records/`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from mtcoach.coach.reading import Judgement, Strength
from mtcoach.questions.loading import Library
from mtcoach.questions.models import ELEMENTS, Element
from mtcoach.report import Narrative, compose
from mtcoach.transcript.events import EVENT, Event
from mtcoach.transcript.record import Record, fold

RECORDS = Path(__file__).parent.parent / "report" / "records"
NAMES = tuple(sorted(path.stem for path in RECORDS.glob("*.yaml")))
DAY = date(2026, 11, 23)

# A judge of our own, so that the prose is tested on its own and not with the reading of notes.
WORDS: Mapping[Element, str] = {
    "source": r"minutes|SEEMiS|tracker|survey|jotters|visit|policy|handbook|focus group|sheet"
    r"|calendar|SNSA|folder",
    "quantity": r"\d+ of (the )?\d+|\d%|n=\d|every (child|teacher)",
    "who": r"\b[PS][1-7]\b|\bdepts?\b|\bPTs\b|EAL|SIMD|LAC|staff|parents?|stage",
    "when": r"\b20\d\d\b|\b(Jan|Feb|March|May|June|Aug|Sept|Oct|Nov|Xmas)\b|term|last year",
    "impact": r"\bup (from|\d)|down from|gap|improved|back on track|changed|reviewed|nobody had",
    "voice": r"focus group|could tell|survey|asked|say\b|talk about",
}
KINDS = {
    "data": r"\d%|SEEMiS|tracker|SNSA|\d+ of (the )?\d+",
    "views": r"survey|focus group|asked|say\b|could tell",
    "observation": r"visit|saw|jotters",
}


def judge(note: str) -> Judgement:
    elements = tuple(one for one in ELEMENTS if re.search(WORDS[one], note))
    strength: Strength = "thin" if len(elements) < 3 else "some" if len(elements) < 4 else "strong"
    kinds: Any = tuple(kind for kind, pattern in KINDS.items() if re.search(pattern, note))
    negative = "rarely hear" in note
    return Judgement(elements, strength, kinds, "negative" if negative else "plain")


@dataclass(frozen=True)
class Told:
    """An evaluation as it came to be."""

    events: tuple[Event, ...]
    record: Record
    library: Library
    name: str = ""

    def narrative(self, document: str = "report", day: date = DAY, **more: Any) -> Narrative:
        return compose(
            self.record, self.library, self.events, day=day, judge=judge, document=document, **more
        )


def made(said: Mapping[str, Any], library: Library, name: str = "") -> Told:
    days = said.get("days", ["2026-11-22"])
    at = datetime.fromisoformat(f"{days[0]}T15:30:00+00:00").astimezone(UTC)
    lines = [*_lines(said, library)]
    for day in days[1:]:
        lines.append({"type": "resumed", "at": f"{day}T16:00:00+00:00"})
    events = tuple(
        EVENT.validate_python({"seq": seq, "at": at + timedelta(seconds=seq), **line})
        for seq, line in enumerate(lines)
    )
    return Told(events, fold(events), library, name)


def _lines(said: Mapping[str, Any], library: Library) -> Iterator[dict[str, Any]]:
    yield {"type": "opened", "app": "1", "framework": "hgios4", "banks": {}}
    for field, value in said.get("profile", {}).items():
        yield {"type": "profile_set", "field": field, "value": value}
    if "route" in said:
        items = [
            item for item in _route(said["route"], library) if item not in said.get("without", ())
        ]
        yield {"type": "route_chosen", "route": said["route"], "bank": "b", "items": items}
    for item, text in said.get("followed", {}).items():
        yield {"type": "followed_up", "item": item, "text": text}
    for item, answer in said.get("answers", {}).items():
        yield from _answer(item, answer)
    yield {"type": "priorities_chosen", "items": said.get("priorities", [])}
    for item, row in said.get("plan", {}).items():
        for field, value in row.items():
            cell = value if isinstance(value, dict) else {"value": value}
            yield {"type": "planned", "item": item, "field": field, **cell}
    for indicator, value in said.get("evaluations", {}).items():
        yield {"type": "evaluated", "indicator": indicator, "value": value}
    if said.get("finished"):
        yield {"type": "finished"}


def _answer(item: str, answer: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    rating = answer.get("rating")
    coloured = rating in ("red", "amber", "green")
    if coloured:
        how = answer.get("how", "stated")
        yield {"type": "rated", "item": item, "rating": rating, "how": how}
    for note in answer.get("notes", ()):
        yield {"type": "noted", "item": item, "text": note}
    for gap in answer.get("gaps", ()):
        yield {"type": "gap_noted", "item": item, "element": gap}
    for step in answer.get("steps", ()):
        yield {"type": "step_noted", "item": item} | (
            step if isinstance(step, dict) else {"text": step}
        )
    yield {"type": "status_set", "item": item, "status": "answered" if coloured else rating}


def _route(name: str, library: Library) -> Sequence[str]:
    bank = library.banks["key-questions"]
    if name == "quick":
        return bank.quick
    if name.endswith(" audit"):
        return [item for item in library.items if item.startswith("t4.")]
    ordered = sorted(bank.items, key=lambda item: bank.themes.index(item.theme))
    return [item.id for item in ordered if name in (bank.bank, item.theme)]
