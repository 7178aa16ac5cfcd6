"""What to do when a room has voted: the question to ask now, why, and a short timed protocol.

The wording is data (`questions/playbook.yaml`). Advice is made from a tally alone, so it can
say nothing that the tally does not show; it may stand on the wall.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from mtcoach.findings.divergence import Shape, role_gap, shape
from mtcoach.findings.words import number
from mtcoach.questions.models import COLOURS, Colour
from mtcoach.questions.playbook import Play, Playbook, Protocol, ShapePlay, Step, shipped
from mtcoach.transcript.events import Outcome, Spread, Tally

__all__ = ["Advice", "Look", "Playbook", "Protocol", "Step", "advice", "shipped"]

Look = Shape | Literal["held", "empty"]
"""What a vote looks like; also where its spread is held back, and where nobody gave a colour."""


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
