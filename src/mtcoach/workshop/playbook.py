"""What to do when a room has voted: the question to ask now, why, and a short timed protocol.

The wording is data (`questions/playbook.yaml`). Advice is made from a tally alone, so it can
say nothing that the tally does not show; it may stand on the wall.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import Field

from mtcoach.errors import QuestionsError
from mtcoach.findings.divergence import Shape, role_gap, shape
from mtcoach.findings.words import number
from mtcoach.questions.files import questions_folder
from mtcoach.questions.loading import Document, read, validated
from mtcoach.questions.models import COLOURS, Colour, Data, Text
from mtcoach.transcript.events import Outcome, Spread, Tally

Look = Shape | Literal["held", "empty"]
"""What a vote looks like; also where its spread is held back, and where nobody gave a colour."""


class Idea(Data):
    """A published work, and the idea that protocols take from it."""

    id: Text
    work: Text
    idea: Text


class Step(Data):
    """One step of a protocol: what people do, for how many minutes; `vote` opens a silent vote."""

    text: Text
    minutes: Annotated[int, Field(ge=1)]
    vote: Literal["yes", "no"] = "no"


class Protocol(Data):
    """A short timed way to talk; `sources` are ids of the ideas it uses."""

    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
    title: Text
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]
    sources: Annotated[tuple[Text, ...], Field(min_length=1)]

    @property
    def minutes(self) -> int:
        """How long it takes in all."""
        return sum(step.minutes for step in self.steps)


class Play(Data):
    """The advice for one look of a vote; the first of `protocols` is the one proposed."""

    title: Text
    saw: Text
    question: Text
    why: Text
    protocols: Annotated[tuple[Text, ...], Field(min_length=1)]


class ShapePlay(Play):
    """The advice for a shape; `again` and `outcome` are for a second vote of that shape."""

    again: Text
    outcome: Outcome


class Shapes(Data):
    """The advice for each shape of a vote."""

    agreed: ShapePlay
    lone: ShapePlay
    scattered: ShapePlay
    split: ShapePlay


class Share(Data):
    """What to call the people on one colour where they are at least `least` per cent."""

    least: Annotated[int, Field(ge=0, le=100)]
    say: Text


class Ending(Data):
    """A way for the room to leave an item."""

    title: Text
    say: Text


class Endings(Data):
    """The ways for the room to leave an item."""

    settled: Ending
    split: Ending
    more_evidence: Ending


class Playbook(Data):
    """The whole playbook, as the file has it."""

    sources: tuple[Idea, ...]
    protocols: Annotated[tuple[Protocol, ...], Field(min_length=1)]
    shapes: Shapes
    gap: Play
    held: Play
    empty: Play
    moved: Text
    shares: Annotated[tuple[Share, ...], Field(min_length=1)]
    outcomes: Endings

    def protocol(self, name: str) -> Protocol | None:
        """The protocol called `name`; None where a transcript names one that is here no more."""
        return next((each for each in self.protocols if each.id == name), None)

    def ending(self, outcome: Outcome) -> Ending:
        """How the room leaves an item with `outcome`."""
        found: Ending = getattr(self.outcomes, outcome)
        return found


@dataclass(frozen=True, slots=True)
class Advice:
    """What to say and do now that a vote is counted.

    `saw` and `question` are for the room, `why` for the facilitator. `moved` is said after a
    second vote that looks otherwise, `gap` names two roles a step apart, `protocols` begins with
    the one proposed, and `outcome` is proposed where there is little more to be had from talk.
    """

    shape: Look
    title: str
    saw: str
    question: str
    why: str
    protocols: tuple[Protocol, ...]
    gap: tuple[str, str] | None = None
    moved: str = ""
    outcome: Outcome | None = None
    outcome_why: str = ""

    @property
    def protocol(self) -> Protocol:
        """The protocol that is proposed."""
        return self.protocols[0]

    @property
    def lines(self) -> tuple[str, ...]:
        """Everything to say, a line each, as a facilitator reads it."""
        said = (self.moved, self.saw, self.question, self.why, self.outcome_why)
        return tuple(line for line in said if line)


def advice(tally: Tally, before: Sequence[Tally] = (), playbook: Playbook | None = None) -> Advice:
    """The advice for a vote, given the earlier votes on the same item, the first one first."""
    book = playbook or shipped()
    if not tally.voters:
        return _advised("empty", book.empty, book, {})
    if tally.spread is None:
        return _advised("held", book.held, book, {})
    form = shape(tally.spread)
    play: ShapePlay = getattr(book.shapes, form)
    gap = role_gap(tally.groups)
    words = _words(tally.spread, book) | ({"low": gap[0], "high": gap[1]} if gap else {})
    earlier = [shape(each.spread) for each in before if each.spread]
    later = bool(earlier) and (form in ("agreed", "lone") or earlier[-1] == form)
    return _advised(
        form,
        book.gap if gap else play,
        book,
        words,
        title=play.title,
        saw=play.saw,
        gap=gap,
        moved=_moved(book, earlier, form),
        outcome=play.outcome if later else None,
        outcome_why=play.again if later else "",
    )


def _advised(
    look: Look,
    play: Play,
    book: Playbook,
    words: Mapping[str, str],
    *,
    title: str = "",
    saw: str = "",
    gap: tuple[str, str] | None = None,
    moved: str = "",
    outcome: Outcome | None = None,
    outcome_why: str = "",
) -> Advice:
    # Of a role gap both are said: what the whole vote looks like, and who sees it how.
    seen = " ".join(dict.fromkeys(part for part in (saw, play.saw) if part))
    return Advice(
        shape=look,
        title=title or play.title,
        saw=seen.format_map(words),
        question=play.question.format_map(words),
        why=play.why.format_map(words),
        protocols=tuple(each for name in play.protocols if (each := book.protocol(name))),
        gap=gap,
        moved=moved,
        outcome=outcome,
        outcome_why=outcome_why.format_map(words),
    )


def _words(spread: Spread, book: Playbook) -> dict[str, str]:
    """What a sentence about this spread may name: colours, and how many see it how."""
    ranked = sorted(COLOURS, key=lambda colour: -spread.get(colour, 0))
    one, other = sorted(ranked[:2], key=COLOURS.index)
    apart: Colour = "red" if ranked[0] == "green" else "green"
    few = spread.get(apart, 0)
    said = "one person says" if few == 1 else f"{number(few)} say"
    part = 100 * spread.get(ranked[0], 0) / sum(spread.values())
    most = next((each.say for each in book.shares if part >= each.least), book.shares[-1].say)
    return {"most": most, "top": ranked[0], "one": one, "other": other, "apart": apart, "few": said}


def _moved(book: Playbook, earlier: Sequence[Shape], form: Shape) -> str:
    if not earlier or earlier[-1] == form:
        return ""
    titles = (getattr(book.shapes, each).title.lower() for each in (earlier[-1], form))
    return book.moved.format(before=next(titles), after=next(titles))


@cache
def shipped() -> Playbook:
    """The playbook in the questions folder."""
    return load_playbook(questions_folder() / "playbook.yaml")


def load_playbook(path: Path) -> Playbook:
    """The playbook at `path`; every problem in it, with file and line, is one `QuestionsError`."""
    document = read(path)
    playbook = validated(document, Playbook)
    problems = [*_dangling(document, playbook), *_unfilled(document, playbook)]
    if problems:
        raise QuestionsError(problems)
    return playbook


_PLAYS: Final = ("gap", "held", "empty")
_SHAPES: Final = ("agreed", "lone", "scattered", "split")

# What a sentence may name: only what its look is sure to have.
_NAMES: Final[Mapping[str, frozenset[str]]] = {
    "agreed": frozenset({"most", "top"}),
    "lone": frozenset({"most", "top", "apart", "few"}),
    "scattered": frozenset({"top"}),
    "split": frozenset({"one", "other"}),
    "gap": frozenset({"low", "high"}),
    "held": frozenset(),
    "empty": frozenset(),
}


def _plays(playbook: Playbook) -> Iterator[tuple[tuple[str, ...], Play]]:
    """Every play with its place in the file."""
    for name in _SHAPES:
        yield ("shapes", name), getattr(playbook.shapes, name)
    for name in _PLAYS:
        yield (name,), getattr(playbook, name)


def _dangling(document: Document, playbook: Playbook) -> Iterator[str]:
    """Names of protocols and sources that are not in the file."""
    sources = {each.id for each in playbook.sources}
    for index, protocol in enumerate(playbook.protocols):
        for place, name in enumerate(protocol.sources):
            if name not in sources:
                yield document.at(
                    ("protocols", index, "sources", place),
                    f"there is no source '{name}'; add it or check the name",
                )
    for where, play in _plays(playbook):
        for place, name in enumerate(play.protocols):
            if not playbook.protocol(name):
                yield document.at(
                    (*where, "protocols", place),
                    f"there is no protocol '{name}'; add it or check the name",
                )


def _unfilled(document: Document, playbook: Playbook) -> Iterator[str]:
    """Braces that nothing fills in, which would stop a workshop in the middle."""
    for where, play in _plays(playbook):
        known = dict.fromkeys(_NAMES[where[-1]], "")
        for key in ("saw", "question", "why", "again"):
            try:
                getattr(play, key, "").format_map(known)
            except (KeyError, ValueError, IndexError):
                names = ", ".join(f"{{{name}}}" for name in sorted(known)) or "none"
                yield document.at((*where, key), f"only these braces are filled in here: {names}")
