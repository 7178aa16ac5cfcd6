"""A message taken apart into clauses, and what each clause says of a row as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from mtcoach.coach.plans.clauses import READ, Place, a_range, a_source, kind, measure, tidy
from mtcoach.coach.plans.labels import field_of
from mtcoach.coach.plans.leads import named
from mtcoach.transcript.events import PlanField

CONTENT: Final[tuple[PlanField, ...]] = ("outcome", "actions")
"""Cells that any words may fill."""
HARD: Final = (";", "\n", "\t", "|")
"""Marks that part cells, and never words of one."""
WIDE: Final = (*CONTENT, "baseline", "target")
"""Cells in which a clause of another kind may stand as part of what is said."""

# A comma within a figure and a slash within a word part nothing.
_SPLIT: Final = re.compile(
    r"([;\n\t|]|\.(?=\s+\S)|,(?=\s)|(?<!\d),(?=\S)|,(?=[^\d\s])|:(?=\s)|\s[–—/-]\s|\s(?://|\+)\s)"
    r"(?![^()]*\))"
)
_ASIDE: Final = re.compile(r"\s*\(([^()]+)\)(?=\s*(?:[,;.|\n\t]|$))")
_CUE: Final = re.compile(
    r"(?<!\bcost)(?<!\bcosts)(?<!\bcosting)(?<!\bof)(?<!\babout)(?<!\bneeds)\s(?=£)|"
    r"(?<!\bto)(?<!\bbe)(?<!\bled)(?<!\bwith)(?<! an)(?<! a)\s(?=(?:(?:to be )?led by|by|before|"
    r"from(?= .*\d.* to )|costs?|costing|at a cost|measured|(?:with )?(?:an? )?review(?:ed)?|"
    r"\d+ (?:hours?|hrs?)|lead|baseline|target|source|using (?:the )?pef)\b)",
    re.IGNORECASE,
)
A_HELPER: Final = 5
"""In so many words somebody is said to help, and no more than that."""
_FROM: Final = re.compile(r"\bfrom .+$", re.IGNORECASE | re.DOTALL)
_FILLER: Final = re.compile(
    r"^\W*(?:(?:and|so|ok(?:ay)?|thanks?|thank you|please|cheers|etc|that'?s (?:it|all|us|me)|"
    r"i think|to lead|will lead|leads?|done|the end|hope that'?s ok)\W*)*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A clause of a reply, after `mark`; `field` is what it says as a whole, None for content.

    `within`: the cell stands inside of content, which is kept as well.
    """

    text: str
    mark: str
    field: PlanField | None = None
    value: str = ""
    within: bool = False


def pieces(text: str, asked: str, place: Place) -> list[Piece]:
    """The clauses of `text`, each with what it says as a whole."""
    found = [*_read(_clauses(text, asked, place), asked, place)]
    if asked in CONTENT and sum(p.field == "by" and p.mark == " " for p in found) > 1:
        # "Train PTs by October, share by Easter": these are the dates of steps.
        found = [*_read(_clauses(text, asked, place, whole=True), asked, place)]
    return found


def of_one_cell(text: str, asked: PlanField, place: Place) -> list[Piece]:
    """The clauses of `text`, which answers what `asked` is; it is one piece unless others show."""
    own = {asked, "by", "review"} if asked == "source" else {asked}
    found = pieces(text, asked, place)
    clear = asked == "lead" and found and found[0].field == "lead"
    hard = [piece for piece in found if piece.mark in HARD]
    helped = asked != "lead" and any(helper(piece.text) for piece in hard if not piece.field)
    parted = (clear and hard) or helped
    if not parted and all(piece.field is None or piece.field in own for piece in found):
        return [Piece(text, "", asked, tidy(text) if asked not in WIDE else text.strip())]
    return found


def helper(text: str) -> bool:
    """Whether a clause says of somebody by name that they help, and no more than that."""
    return len(text.split()) <= A_HELPER and named(text)


def _read(parts: Sequence[tuple[str, str]], asked: str, place: Place) -> Iterator[Piece]:
    known = False
    for number, (part, mark) in enumerate(parts):
        # "60 to 70%" as an answer is a range; in a row it is where we are and want to be.
        answered = asked in ("baseline", "target") and a_range(part)
        if not answered and (measured := measure(part, place)):
            known = True
            within = asked in CONTENT and not part.lower().startswith(("from ", "measured "))
            within = within and not _bare(part, measured[0][1])
            if within:
                yield Piece(part, mark)
                if inner := _FROM.search(part):
                    measured = measure(inner.group(), place) or measured
            yield from (Piece(value, mark, field, value, within) for field, value in measured)
            continue
        field, value = kind(part, asked, place)
        last = number == len(parts) - 1
        read = known or (asked in ("baseline", "target") and last and number > 0)
        read = read or (asked in ("lead", "by") and mark in HARD and number > 0)
        if field is None and read and a_source(part) and not place(READ.sub("", part)).alone:
            field, value = "source", tidy(READ.sub("", part))
        if field is None and known and kind(part, "", place)[0] == "money":
            field, value = kind(part, "", place)  # a sum behind a measure is no measure
        known = known or field in ("baseline", "target")
        if field or not _FILLER.match(part):
            yield Piece(part, mark, field, value)


def _bare(part: str, first: str) -> bool:
    """Whether a measure is all that a clause says."""
    return part.startswith(first) or "→" in part or "->" in part


def _clauses(text: str, asked: str, place: Place, *, whole: bool = False) -> list[tuple[str, str]]:
    """The clauses of `text`, each after the mark before it; `whole`, as the marks part them."""
    if field_of(asked) is None:
        text = re.sub(r" (?:and|plus|&) ", ", ", text)
    text = _ASIDE.sub(lambda match: _opened(match, place), text)
    parts = _SPLIT.split(text)
    marked = zip(parts[::2], ["", *parts[1::2]], strict=True)
    return [
        torn
        for part, mark in marked
        if part.strip()
        for torn in (
            [(part.strip(), mark.strip(" ") or mark)]
            if whole
            else _torn(part.strip(), mark.strip(" ") or mark, asked, place)
        )
    ]


def _opened(match: re.Match[str], place: Place) -> str:
    """What stands in brackets and is a cell of its own, without them: "by Easter (12 hours)"."""
    apart = kind(match[1], "", place)[0] in ("hours", "money", "review")
    return f"; {match[1]}" if apart else match.group()


def _torn(part: str, mark: str, asked: str, place: Place) -> Iterator[tuple[str, str]]:
    """A clause typed in one breath, "DHT by Easter £200", parted where each end is a cell.

    Where a measure or a source was asked for, a date is part of it.
    """
    if kind(part, asked, place)[0]:
        yield part, mark
        return
    dated = asked in ("baseline", "target", "source")
    kept = asked in CONTENT and measure(part, place)
    for cue in reversed([*_CUE.finditer(part)]):
        head, tail = part[: cue.start()].strip(" ,"), part[cue.end() :]
        field, value = kind(tail, asked, place)
        field = field or ("target" if measure(tail, place) else None)
        if field == "review" and not place(value).alone:
            continue  # "we review the tracker in October"
        if field in ("by", "review", "baseline", "target") and (dated or kept):
            continue
        before = [*_torn(head, mark, asked, place)] if field and head else []
        whole = field == "target" and (asked in CONTENT or measure(part, place))
        # "Reading ages from 54% to 65%" is one measure, "DHT from 54% to 65%" is two cells.
        if before and (not whole or any(kind(each, asked, place)[0] for each, _ in before)):
            yield from before
            yield tail, " "
            return
    yield part, mark
