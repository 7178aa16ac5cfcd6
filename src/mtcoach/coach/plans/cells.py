"""What a reply holds of a plan's row: one cell, several, or the whole of it in one message.

Labels decide first ("lead: DHT; by: Easter", "change the lead to DHT"), then what a clause
says as a whole ("led by the DHT", "by Easter", "from 4 of 9 to all 9"). A clause that is none
of these is content.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from mtcoach.coach.plans.clauses import READ, TIMED, Place, a_source, kind, measure, tidy
from mtcoach.transcript.events import PlanField

_LABELS: Final[Mapping[PlanField, str]] = {
    "outcome": r"(?:intended )?outcomes?(?: for learners)?|for learners|impact|difference",
    "actions": r"actions?|what we(?:'ll| will)? do|what|steps?|task",
    "lead": r"leads?|leader|led by|who|owner|responsib(?:le|ility)",
    "by": r"by(?: when)?|when|date|deadline|timescale|due",
    "baseline": r"base ?line|now|today|start(?:ing point)?|currently|at present|from",
    "target": r"target|aim|goal|by then|to",
    "source": r"source|evidence|read in|measured (?:by|in|from|with)|where",
    "hours": r"(?:working[- ]time )?hours|time|wta",
    "money": r"money|costs?|budget|pef|funding",
    "review": r"review(?:ed)?(?: date| on| in| by)?",
    "nif": r"nif(?: priority)?|priority|driver",
}
_MEASURE: Final = r"(?:measures?|success measure|measures? of success)"
_LABEL: Final = re.compile(
    r"(?:^|[;.,\n(]|\s[-–]\s)\s*(?:"
    + "|".join(f"(?P<{field}>{words})" for field, words in _LABELS.items())
    + rf"|(?P<measure>{_MEASURE}))\s*(?:[:=]|\s[-–]\s)\s*",
    re.IGNORECASE,
)
_CHANGE: Final = re.compile(
    r"^\W*(?:(?:please|can you|could you|no|sorry|actually),? )*(?:change|set|make|put) "
    r"(?:the |our )?(?P<label>leads?|leader|date|deadline|baseline|target|outcome|source) "
    r"(?:to|as|=) (?P<value>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_INNER: Final = re.compile(r"\bfrom [^.;\n]+? to [^.;\n]+$", re.IGNORECASE)
_SPLIT: Final = re.compile(r"(;|\n|\.(?=\s+\S)|,(?=\s)|:(?=\s)|\s[–-]\s)(?![^()]*\))")


@dataclass(frozen=True, slots=True)
class Piece:
    """A clause of a reply; `field` is what it says as a whole, None where it is content."""

    text: str
    mark: str
    field: PlanField | None = None
    value: str = ""


def cells(text: str, asked: str, place: Place) -> dict[PlanField, str]:
    """The cells that `text` holds; what is no cell of its own is content of the one `asked`.

    `asked` is a field, or another word where none was asked for: then content is nothing.
    """
    text = _CHANGE.sub(r"\g<label>: \g<value>", text.strip())
    labelled = dict(_labelled(text, asked, place))
    if labelled:
        return labelled
    parted = [*_unlabelled(text, asked, place)]
    kinds = {piece.field for piece in parted if piece.field}
    found: dict[PlanField, str] = {}
    for piece in parted:
        if piece.field in ("lead", "source", "hours", "money") and piece.field in found:
            found[piece.field] += f", {piece.value}"
        elif piece.field and piece.field not in found:
            found[piece.field] = piece.value
    content = _content(parted)
    measured = kinds & {"baseline", "target"}
    if len(kinds) >= 2 or measured or not content:
        # So much of it is cells of their own that the rest is what is left over.
        found |= _placed(content, asked, found)
    elif (field := _fitting(asked)) and field not in found:
        # Content with one such clause behind it is kept whole, as it was typed; of a
        # measure, where it is read is a cell of its own.
        apart = "source" in found and field in ("baseline", "target")
        found[field] = "; ".join(content) if apart else " ".join(text.split())
        if field == "actions" and (tail := _timed(text, place)):
            found.setdefault("by", tail)
        inner = _INNER.search(text) if field in ("outcome", "actions") else None
        for cell, value in measure(inner.group(), place) if inner else ():
            found.setdefault(cell, value)
    return found


def _timed(text: str, place: Place) -> str:
    """The date that an action ends with: "train PTs by Easter"."""
    match = TIMED.search(text)
    when = place(match.group()) if match else None
    return match.group() if match and when and when.alone and when.why == "placed" else ""


def _labelled(text: str, asked: str, place: Place) -> Iterator[tuple[PlanField, str]]:
    marks = list(_LABEL.finditer(text))
    before = text[: marks[0].start()] if marks else ""
    field = _fitting(asked)
    if marks and field and before.strip(" ;,.\n"):
        yield field, tidy(before)
    for mark, after in zip_longest(marks, marks[1:]):
        value = tidy(text[mark.end() : after.start() if after else len(text)])
        # Behind a cell other clauses may stand: "lead: PT maths; £400 from PEF".
        value, _, rest = value.partition(";")
        yield from cells(rest, "", place).items()
        if not value:
            continue
        if mark.lastgroup == "measure":
            yield from measure(value, place) or [("target", value)]
        elif mark.lastgroup in ("outcome", "actions"):
            yield from cells(value, mark.lastgroup, place).items()
        else:
            yield next(each for each in _LABELS if each == mark.lastgroup), value


def _fitting(asked: str) -> PlanField | None:
    return next((field for field in _LABELS if field == asked), None)


def _unlabelled(text: str, asked: str, place: Place) -> Iterator[Piece]:
    """The clauses of `text`, each with what it says as a whole."""
    pieces = _clauses(text, apart=not _fitting(asked))
    if asked in ("lead", "by", "source"):
        # What is asked for is such a clause itself: others count only where all are clear.
        kinds = {kind(part, asked, place)[0] for part, _ in pieces}
        if asked == "source" or len(kinds) < 2 or None in kinds:
            yield Piece(text, "", _fitting(asked), " ".join(text.split()))
            return
    known = False
    for number, (part, mark) in enumerate(pieces):
        if measured := measure(part, place):
            known = True
            yield from (Piece(value, mark, field, value) for field, value in measured)
            continue
        field, value = kind(part, asked, place)
        last = number == len(pieces) - 1
        read = known or (asked in ("baseline", "target") and last and number > 0)
        if field is None and read and a_source(part) and not place(READ.sub("", part)).alone:
            field, value = "source", tidy(READ.sub("", part))
        known = known or field in ("baseline", "target")
        yield Piece(part, mark, field, value)


def _clauses(text: str, *, apart: bool) -> list[tuple[str, str]]:
    """The clauses of `text`, each after the mark before it; `apart` also at each "and"."""
    if apart:
        text = re.sub(r" (?:and|plus|&) ", ", ", text)
    parts = _SPLIT.split(text)
    marked = zip(parts[::2], ["", *parts[1::2]], strict=True)
    return [(part.strip(), mark) for part, mark in marked if part.strip()]


def _content(parted: Sequence[Piece]) -> list[str]:
    """What is no cell of its own: clauses with a comma between them go together."""
    found: list[str] = []
    joined = False
    for piece in parted:
        if piece.field:
            joined = False
        elif joined and piece.mark == ",":
            found[-1] += f", {piece.text}"
        else:
            found.append(piece.text)
            joined = True
    return [tidy(text) for text in found]


_LEARNERS: Final = re.compile(
    r"^(?:so (?:that )?)?(?:(?:all|every|each|more|most|our|the|any|s[1-6]|p[1-7]) )*"
    r"(?:pupils?|learners?|child(?:ren)?|bairns?|weans?|students?|young people|s[1-6]|p[1-7]|"
    r"a child|a pupil|a learner|families|parents)\b",
    re.IGNORECASE,
)


def _placed(
    content: Sequence[str], asked: str, taken: Mapping[PlanField, str]
) -> dict[PlanField, str]:
    """Content put where it belongs: what it means for learners, what is done, what was asked."""
    field = _fitting(asked)
    if field is None or not content:
        return {}
    if field not in ("outcome", "actions"):
        return {} if field in taken else {field: "; ".join(content)}
    learners = [text for text in content if _LEARNERS.match(text)]
    if field == "outcome" and len(content) > 1 and not learners:
        learners = [content[0]]
    done = [text for text in content if text not in learners[:1]]
    found: dict[PlanField, str] = {"outcome": learners[0]} if learners else {}
    return found | ({"actions": "; ".join(done)} if done else {})
