"""What the listener is taught of replies: lessons, and the examples they make in each matter."""

from __future__ import annotations

import runpy
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Final

from learning import Example, example, learn
from sets import HERE, rows

from mtcoach.coach.reading import Reading
from mtcoach.coach.replies import chosen, listening
from mtcoach.coach.replies.rules import by_rules
from mtcoach.coach.replies.signs import signs
from mtcoach.coach.replies.understanding import about, told_to
from mtcoach.coach.words.learned import Learned
from mtcoach.questions.loading import load_library

KEPT: Final = Path(str(listening.__file__)).with_name("listener.json")
NOTE_WORTH: Final = 0.3  # a note is seldom all that a reply can be
COLOURS: Final = ("red", "amber", "green")
# Weights that are not worth keeping, by matter: a file that is read at every start stays small.
SMALL: Final[Mapping[listening.Matter, float]] = {
    "intent": 0.13, "colour": 0.05, "verdict": 0.15, "told": 0.25,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Lesson:
    """A reply with its labels."""

    text: str
    step: str
    intent: str
    rating: str | None
    stated: bool
    told: bool | None
    planned: bool

    @property
    def key(self) -> tuple[str, str]:
        """Two lessons with one key are the same reply."""
        return " ".join(self.text.lower().split()).strip(" .!?"), self.step


def of_row(row: Mapping[str, Any]) -> Lesson:
    """The lesson in a row of a labelled set."""
    return Lesson(
        row["text"], row["step"], row["intent"], row["rating"], row["stated"],
        row["evidence"], row["next_step"],
    )  # fmt: skip


@cache
def written() -> tuple[Lesson, ...]:
    """The lessons written for training, and the tables of the tests, which are never wrong."""
    found: dict[tuple[str, str], Lesson] = {}
    for path in sorted((HERE / "lessons" / "replies").glob("*.txt")):
        head: list[str] = []
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("## "):
                head = line[3:].split()
            elif line.strip() and not line.startswith("# "):
                each = _lesson(head, line)
                found[each.key] = each
    for item in load_library().items.values():
        for colour in ("red", "amber", "green"):
            for suggested in item.next_steps.at(colour):
                # A next step that a bank suggests rates nothing.
                each = Lesson(suggested.do, "rate", "answer", None, False, None, True)
                found.setdefault(each.key, each)
    return tuple({**found, **{each.key: each for each in _from_tests()}}.values())


def _from_tests() -> Iterable[Lesson]:
    """The tables of the tests: what the rules were written on is worth learning from too."""
    tables = runpy.run_path(str(HERE.parents[1] / "tests" / "coach" / "test_understanding.py"))
    table = [("rate", *row) for row in tables["table"](tables["REPLIES"])]
    table += tables["table"](tables["AT_STEPS"], columns=3)
    for step, expected, text in table:
        head = expected.split()[0]
        colour = head.rstrip("!~")
        if step in ("free", "which", "amend"):
            continue
        rated = colour in COLOURS
        intent = "unclear" if head == "ask" else "answer" if rated or head == "none" else head
        told = None if rated or step != "rate" else head == "none"
        rating = colour if rated else None
        yield Lesson(text, step, intent, rating, head.endswith("!"), told, False)


def _lesson(head: Sequence[str], text: str) -> Lesson:
    step, intent, *more = head
    rating, told, planned = more or ("-", "n", "n")
    colour = rating.rstrip("!~")
    return Lesson(
        text, step, intent, colour if colour in COLOURS else None, rating.endswith("!"),
        told == "y", planned == "y",
    )  # fmt: skip


@cache
def _ruled(text: str, step: str) -> Reading:
    return by_rules(text, step=step)


def examples(matter: listening.Matter, among: Iterable[Lesson]) -> list[Example]:
    """What each lesson teaches in one matter; nothing where it does not bear on it."""
    found: list[Example] = []
    for each in among:
        found += _examples(matter, each)
    return found


@cache
def _examples(matter: listening.Matter, each: Lesson) -> tuple[Example, ...]:
    if matter == "colour":
        # A lesson in changing says nothing of the colour; a labelled one does.
        if each.intent not in ("answer", "unclear") and not each.rating:
            return ()
        return tuple(
            example(
                chosen.signs(each.text, each.step, colour),
                "rating" if colour == each.rating else "other",
            )
            for colour in chosen.named(each.text)
        )
    ruled = _ruled(each.text, each.step)
    if matter == "intent":
        label = each.intent
    elif matter == "verdict" and each.step == "rate" and not each.stated:
        label = each.rating or "none"
    elif matter == "told" and each.told is not None:
        label = "told" if each.told else "bare"
    else:
        return ()
    return (example(signs(about(matter, ruled), each.step, told_to(matter, ruled)), label),)


def taught(among: Sequence[Lesson]) -> dict[str, Learned]:
    """What is learned from some independent lessons, and from all that were written for it."""
    known = {each.key for each in among}
    lessons = [*among, *(each for each in written() if each.key not in known)]
    lessons += 3 * list(_from_tests())  # what a test says has to be so
    found = {matter: examples(matter, lessons) for matter in listening.MATTERS}
    found["intent"] += _notes()
    return {matter: learn(each, small=SMALL[matter]) for matter, each in found.items()}


@cache
def _notes() -> tuple[Example, ...]:
    """The notes of the other sets: whatever else they are, as replies they are answers."""
    return tuple(
        replace(
            _examples("intent", Lesson(row["text"], step, "answer", None, False, True, False))[0],
            worth=NOTE_WORTH,
        )
        for name, step in (("evidence", "evidence"), ("placement", "probe"))
        for row in rows("seen", name)
    )


def forget() -> None:
    """Lets go of what the rules made of the lessons, before they are asked again."""
    for known in (_ruled, _examples, _notes):
        known.cache_clear()


def independent() -> list[Lesson]:
    """The replies of the labelled sets that are learned from."""
    return [of_row(row) for row in rows("seen", "replies")]
