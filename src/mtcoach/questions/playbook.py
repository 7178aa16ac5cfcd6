"""The playbook for a vote that is counted: its models, and the loading of `playbook.yaml`.

The wording is data that a school can change; a mistake in it is an error with file and line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import Field

from mtcoach.errors import QuestionsError
from mtcoach.questions.documents import Document, read, validated
from mtcoach.questions.files import questions_folder
from mtcoach.questions.models import Data, Text

Ended = Literal["settled", "split", "more_evidence"]


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
    outcome: Ended


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

    def ending(self, outcome: Ended) -> Ending:
        """How the room leaves an item with `outcome`."""
        found: Ending = getattr(self.outcomes, outcome)
        return found


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
