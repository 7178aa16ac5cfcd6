"""The course of an item: what is still worth asking about it, and in which order.

Rating, evidence, probes, a challenge, a next step. After each reply the first
stage that has something to ask comes next, so a reply that carries everything
closes the item at once, and somebody who types only colours is left in peace.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from mtcoach.coach.items.doubts import UNHELPED
from mtcoach.coach.reading import Judgement
from mtcoach.questions.models import Colour
from mtcoach.transcript.record import Answer, Record
from mtcoach.transcript.sayings import Position

STAGES: Final = ("rate", "evidence", "probe", "challenge", "next_step")
PROBES: Final = {"thin": 2, "some": 1, "strong": 0}
"""How many probes a note of each strength is worth; never more than two an item."""
COLOUR_ASKED: Final = 2
"""How often the coach asks for a colour, when it is given words alone, before it goes on."""
TERSE_AFTER: Final = 2
"""After this many colours in a row without a word, the coach stops asking for more."""


@dataclass(frozen=True, slots=True)
class Course:
    """An item in mid-exchange: its answer, what its notes hold, and how we got here.

    `after` is the stage just heard, `asked` how many probes were put, `tried` the
    element that the last of them asked for, `terse` whether only colours are given,
    `misfit` whether a word for a share does not fit the figure beside it, `absolute` a word
    that claims the whole without a figure, `pasted` the other item that has the same note,
    `counted` whether there are figures of some kind, `unhelped` how many items in a row were
    probed in vain, `settled` whether greens on thin notes were asked about often enough.
    """

    answer: Answer
    found: Judgement | None
    after: str
    asked: int
    tried: str
    terse: bool
    quick: bool
    misfit: bool = False
    absolute: str = ""
    pasted: str = ""
    counted: bool = False
    unhelped: int = 0
    settled: bool = False

    def passed(self, stage: str) -> bool:
        """Whether `stage` lies behind."""
        return STAGES.index(stage) <= STAGES.index(self.after)

    def at(self, step: str, asked: int = 0, about: str = "") -> Position:
        """The position of `step` on this item."""
        return Position(phase="items", item=self.answer.item, step=step, asked=asked, about=about)


def due(course: Course) -> Position | None:
    """The next thing worth asking; None when the item can be closed."""
    for ask in _DUE.values():
        position = ask(course)
        if position:
            return position
    return None


def _evidence(course: Course) -> Position | None:
    wanted = not (course.passed("evidence") or course.answer.notes or course.terse)
    return course.at("evidence") if wanted else None


def _probe(course: Course) -> Position | None:
    # A probe may follow a probe; a declined one (`after` is probe) ends them.
    if course.found is None or course.after not in ("rate", "evidence"):
        return None
    patience = max(0, 2 - course.unhelped // UNHELPED)
    most = min(PROBES[course.found.strength], 1 if course.quick else 2, patience)
    wanted = [
        element
        for element in course.found.missing
        if element not in course.answer.gaps
        and element != course.tried
        and not (element == "quantity" and course.counted)
    ]
    if not wanted or course.asked >= most:
        return None
    if course.absolute and "quantity" in wanted:
        wanted.remove("quantity")
        wanted.insert(0, "quantity")
    return course.at("probe", asked=course.asked + 1, about=wanted[0])


def _challenge(course: Course) -> Position | None:
    if course.passed("challenge") or course.found is None:
        return None
    return course.at("challenge", about=doubt) if (doubt := _doubt(course)) else None


def _doubt(course: Course) -> str | None:
    """The one thing worth a gentle question, the weightiest first."""
    doubt = disagreement(course.answer.rating, course.found) if course.found else None
    if doubt and not (doubt == "green_thin" and course.settled):
        return doubt
    if course.misfit:
        return "proportion"
    if course.pasted:
        return f"pasted:{course.pasted}"
    unasked = course.tried != "quantity" and "quantity" not in course.answer.gaps
    return "absolute" if course.absolute and unasked and not course.unhelped else None


def _next_step(course: Course) -> Position | None:
    wanted = course.answer.rating in ("red", "amber") and not course.answer.steps
    asked = course.passed("next_step") or course.terse
    return course.at("next_step") if wanted and not asked else None


_DUE: Final[Mapping[str, Callable[[Course], Position | None]]] = {
    "evidence": _evidence,
    "probe": _probe,
    "challenge": _challenge,
    "next_step": _next_step,
}
"""The stages in their order, each with what it takes to be due."""


def disagreement(rating: Colour | None, found: Judgement) -> str | None:
    """Where rating and evidence do not sit together, named as the wording names it."""
    if rating == "green" and found.tone == "negative" and found.strength != "strong":
        return "green_low"
    if rating == "green" and found.strength == "thin":
        return "green_thin"
    if rating == "green" and found.strength == "some" and "impact" not in found.elements:
        return "green_no_impact"
    if rating in ("red", "amber") and found.strength == "strong" and found.tone == "positive":
        return "low_strong"
    return None


def bare_run(record: Record, leaving_out: str | None = None) -> int:
    """How many items in a row, latest first, were closed with a colour and no words."""
    closed = sorted(
        (
            answer
            for item, answer in record.answers.items()
            if answer.status == "answered" and item != leaving_out
        ),
        key=lambda answer: -answer.events[-1],
    )
    run = 0
    for answer in closed:
        if answer.notes or answer.steps:
            break
        run += 1
    return run
