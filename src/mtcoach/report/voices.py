"""Several transcripts with one voice: what every part of their picture is composed from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from mtcoach.coach.notes.privacy import MASKS, find
from mtcoach.findings.combination import Combination, Contribution, Picture, Verdict
from mtcoach.findings.profile import Standing
from mtcoach.findings.words import number
from mtcoach.questions.loading import Library
from mtcoach.report.narrative import Paragraph, Quote
from mtcoach.report.prose import Prose
from mtcoach.report.subject import names
from mtcoach.report.text import clean, extract

SMALL: Final = ("small count", "singled out")
"""What is never printed of many transcripts, masked or not: it points at one or a few learners."""

SAID: Final[dict[Standing, str]] = {
    "green": "green",
    "amber": "amber",
    "red": "red",
    "unknown": "not known",
}
RATING: Final[dict[Standing, str]] = {
    "green": "Green",
    "amber": "Amber",
    "red": "Red",
    "unknown": "Not known yet",
    "skipped": "Skipped",
    "not_applicable": "Not applicable",
    "unreached": "Not asked yet",
}
READING: Final[dict[Verdict, str]] = {
    "strength": "agreed strength",
    "concern": "shared concern",
    "apart": "red and green",
    "mixed": "no shared view",
    "unknown": "not known yet",
    "single": "one answer",
    "none": "not answered",
}
STEPS: Final[tuple[tuple[str, str, str, tuple[Standing, ...]], ...]] = (
    ("green", "G", "Green", ("green",)),
    ("amber", "A", "Amber", ("amber",)),
    ("red", "R", "Red", ("red",)),
    ("unknown", "?", "Not known yet", ("unknown",)),
    ("unrated", "–", "Not rated", ("skipped", "unreached")),
)


class Voices:
    """The combination, the questions, what each transcript goes by, and a voice.

    `few`: there are named transcripts. `masked`: something had to be masked so far.
    `quoted`: the notes that stand in the document already, as examples out of many.
    """

    def __init__(self, found: Combination, library: Library) -> None:
        self.found = found
        self.library = library
        self.prose = Prose(names([each.item for each in found.pictures], library))
        self.labels = labels(found.voices)
        self.voices = sorted(found.voices, key=lambda one: self.labels[one.mark].casefold())
        self.few = bool(found.voices)
        self.masked = False
        self.quoted: set[str] = set()

    def say(self, what: str, pictures: Sequence[Picture] = (), **values: Any) -> Paragraph:
        """The block `combine.what` about the items of `pictures`."""
        items = [each.item for each in pictures]
        return self.prose.say(f"combine.{what}", items=items, few=self.few, **values)

    def topic(self, item: str) -> str:
        """The topic of an item, fit to be printed."""
        return clean(self.library.items[item].topic)

    def quote(self, text: str, seq: int, label: str, *, whole: bool = False) -> Quote:
        """Words as they may be shown: whole or their beginning, no small count beside a group."""
        safe = self._safe(text)
        shown, cut = (safe, False) if whole else extract(safe)
        return Quote(shown, seq, cut, label)

    def _safe(self, text: str) -> str:
        for personal in reversed(find(text)):
            if personal.kind in SMALL:
                text = text[: personal.start] + MASKS[personal.kind] + text[personal.end :]
                self.masked = True
        return clean(text)


def labels(voices: Sequence[Contribution]) -> dict[int, str]:
    """What each transcript goes by: the least that tells it from the others, by its mark."""
    for fields in (("school",), ("role",), ("school", "role"), ("school", "role", "voice")):
        found = [said(one, fields) for one in voices]
        if all(found) and len({each.casefold() for each in found}) == len(found):
            return {one.mark: each for one, each in zip(voices, found, strict=True)}
    return {
        one.mark: f"{said(one, ('school', 'role')) or 'not named'} ({one.name})" for one in voices
    }


def said(one: Contribution, fields: Sequence[str]) -> str:
    """Fields of a transcript's profile, as one label."""
    parts = (clean(" ".join(one.profile.get(name, "").split())) for name in fields)
    return ", ".join(part for part in parts if part)


def figure(count: int, among: Sequence[int] = ()) -> str:
    """A count as a sentence has it: words up to ten, then figures with a comma for thousands.

    `among` are the counts of the same list, which are all words or all figures.
    """
    return number(count) if max(count, *among, 0) <= 10 else f"{count:,}"
