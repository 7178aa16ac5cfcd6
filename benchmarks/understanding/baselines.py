"""What the coach is measured against when it reads replies: programs that know less.

Two know nothing of schools: the first keyword, and the likest of some phrases. Two are halves
of mtcoach: its rules without what was learned, and what was learned without the rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from unittest.mock import patch

import teach_replies
from sets import Row, folds, rows
from teach_replies import of_row, taught

from mtcoach.coach.reading import Reading
from mtcoach.coach.replies import colours, listening, understanding
from mtcoach.coach.replies.understanding import read

COLOUR = re.compile(r"\b(red|amber|green)\b", re.IGNORECASE)
KEYWORDS = (
    ("not_applicable", "applicable|n/a"),
    ("unsure", "not sure|don't know"),
    ("skip", "skip"),
    ("back", "back"),
    ("pause", "pause|stop"),
    ("review", "review"),
    ("change", "change"),
    ("explain", r"what|why|how|\?"),
)


def by_keywords(row: Row) -> tuple[str, str | None]:
    """Baseline: the first keyword in the reply decides."""
    text = row["text"].lower()
    colour = COLOUR.search(text)
    for intent, words in KEYWORDS:
        if re.search(words, text):
            return intent, colour[1] if colour else None
    return "answer", colour[1].lower() if colour else None


PHRASES = {
    "answer": ("red", "amber", "green", "we use the tracker every term"),
    "unsure": ("not sure", "I don't know", "couldn't say"),
    "skip": ("skip", "pass", "next question"),
    "back": ("back", "go back", "previous question"),
    "explain": ("what do you mean?", "what would good look like?", "why do you ask?", "help"),
    "not_applicable": ("not applicable", "n/a", "doesn't apply to us"),
    "pause": ("pause", "stop for today", "save and quit"),
    "change": ("change question 5", "change my answer to 3"),
    "review": ("review", "show my answers"),
    "unclear": ("", "asdf"),
}


def by_likeness(row: Row) -> tuple[str, str | None]:
    """Baseline: the likest of some known phrases decides (rapidfuzz)."""
    from rapidfuzz import fuzz, process, utils

    flat = {phrase: intent for intent, phrases in PHRASES.items() for phrase in phrases}
    best = process.extractOne(
        row["text"], list(flat), scorer=fuzz.WRatio, processor=utils.default_process
    )
    colours = process.extractOne(
        row["text"], ("red", "amber", "green"), scorer=fuzz.partial_ratio, score_cutoff=85
    )
    return (flat[best[0]] if best else "unclear"), (colours[0] if colours else None)


@contextmanager
def no_rules() -> Iterator[None]:
    """To the rules every reply is an answer, and every colour named may be its rating."""

    def plain(text: str, **_: object) -> Reading:
        return Reading(text, "answer", evidence=text.strip() or None)

    with (
        patch.object(understanding, "by_rules", plain),
        patch.object(teach_replies, "by_rules", plain),
        patch.object(colours, "compiled", tuple),
    ):
        _forget()
        yield
    _forget()


def _forget() -> None:
    colours.mentions.cache_clear()
    teach_replies.forget()


def by_listener(data: Sequence[Row]) -> list[Reading]:
    """The learned listener alone, taught without the rules; `seen/` is read part by part."""
    known = rows("seen", "replies")
    parts = folds(known) if data[0] in known else [(known, list(data))]
    found: list[Reading] = []
    with no_rules():
        for learned_from, held in parts:
            models = taught([of_row(row) for row in learned_from])
            with patch.object(listening, "learned", lambda models=models: models):
                found += [read(row["text"], step=row["step"]) for row in held]
    return found
