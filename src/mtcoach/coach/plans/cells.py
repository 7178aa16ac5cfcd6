"""What a reply holds of a plan's row: one cell, several, or the whole of it in one message.

Labels decide first ("lead: DHT; by: Easter", "change the lead to DHT", the headings of a
pasted table), then what a clause says as a whole ("led by the DHT", "by Easter", "from 4 of
9 to all 9"). A clause that is none of these is content. Nothing that was said is dropped
without being named: what finds no cell is `left`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Final

from mtcoach.coach.plans.clauses import TIMED, Place, a_source, figured_only, measure, tidy
from mtcoach.coach.plans.labels import MARKED, Label, field_of, label_of
from mtcoach.coach.plans.leads import ROLE, named
from mtcoach.coach.plans.positions import by_place
from mtcoach.coach.plans.reading import A_HELPER, CONTENT, HARD, Piece, helper, of_one_cell, pieces
from mtcoach.coach.plans.tables import Cell, Table, tabled
from mtcoach.transcript.events import PLAN_FIELDS, PlanField

MEASURED: Final[tuple[PlanField, ...]] = ("baseline", "target")
ONE_THING: Final = ("lead", "by", "hours", "money", "review", "nif")
"""Cells that hold a word or two, so that what stands behind them is no part of them."""
JOINED: Final = ("lead", "by", "source", "hours", "money")
"""Cells of which several clauses are put together."""

_CHANGE: Final = re.compile(
    r"^\W*(?:(?:please|can you|could you|no|sorry|actually),? )*(?:change|set|make|put) "
    r"(?:the |our )?(?P<label>leads?|leader|date|deadline|baseline|target|outcome|source) "
    r"(?:to|as|=) (?P<value>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_INSTEAD: Final = re.compile(r"^(?:actually|sorry|or rather|rather|no)\b", re.IGNORECASE)
_BETWEEN: Final = re.compile(
    r"\s*(?:[,;/\n]|\bor\b|\band\b|\bthen\b|&|\?|\s[-–]\s)\s*", re.IGNORECASE
)
_HEDGED: Final = re.compile(r"^(?:(?:or|maybe|perhaps|possibly|probably) )+", re.IGNORECASE)
_CALLED: Final = re.compile(r"\b(?:lead|baseline|target|source|cost)\b", re.IGNORECASE)
"""Names of cells, which in one breath show a row: "lead DHT baseline 54% target 65%"."""
_POINT: Final = re.compile(
    r"\b(?:review(?:s|ed)?|check(?:s|ed|ing)?(?:-?ins?)?|look again|interim|mid-?point|"
    r"milestone)\b",
    re.IGNORECASE,
)
_HARD: Final = re.compile(r"[;\n|]")
_SLASH: Final = re.compile(r"\s/\s")
_COMMA: Final = re.compile(r",(?!\d{3}\b)")
_INNER: Final = re.compile(r"\bfrom [^.;\n]+? to [^.;\n]+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """The cells that a reply holds, and the clauses that are no cell, in the reply's words."""

    cells: Mapping[PlanField, str]
    left: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    """Rows of a pasted table behind the first."""


class _Building:
    """A row in the making."""

    def __init__(self) -> None:
        self.cells: dict[PlanField, str] = {}
        self.left: list[str] = []

    def put(self, field: PlanField, value: str, said: str = "") -> None:
        """Adds to a cell; a second measure or outcome is left over, and not dropped."""
        there = self.cells.get(field)
        if not there or (field == "by" and _INSTEAD.match(said)):
            self.cells[field] = value
        elif field in JOINED:
            self.cells[field] = f"{there}, {value}"
        elif field in CONTENT:
            self.cells[field] = f"{there}; {value}"
        elif value != there:
            self.left.append(said or value)

    def take(self, row: Row) -> None:
        """Takes over all that another row holds."""
        for field, value in row.cells.items():
            self.put(field, value)
        self.left += row.left


def row(text: str, asked: str, place: Place) -> Row:
    """What `text` holds of a row; what is no cell of its own is content of the one `asked`.

    `asked` is a field, or another word where none was asked for: then content is left over.
    """
    found = _row(_CHANGE.sub(r"\g<label>: \g<value>", text.strip()), asked, place)
    dates = () if "review" in found.cells else dates_of(found.cells.get("by", ""), place)
    point = next((each for each in dates if _POINT.search(each)), "")
    return replace(found, cells={**found.cells, "review": point}) if point else found


def dates_of(text: str, place: Place) -> list[str]:
    """The parts of `text` that each name a day, where it names two or more."""
    found = [part for each in _BETWEEN.split(text) if (part := _HEDGED.sub("", tidy(each)))]
    dated = [part for part in found if place(part).why == "placed"]
    return dated if len(dated) > 1 else []


def _row(text: str, asked: str, place: Place) -> Row:
    if table := tabled(text):
        return _from_table(table, asked, place)
    marks = [*MARKED.finditer(text)]
    if marks:
        return _labelled(text, marks, asked, place)
    for mark in (_HARD, _SLASH, _COMMA) if field_of(asked) else ():
        cells = [part for each in mark.split(text) if (part := each.strip())]
        # Between commas a row must be whole, as commas stand within cells too.
        whole = mark is not _COMMA or len(cells) >= len(PLAN_FIELDS)
        if whole and (in_order := by_place(cells, asked, place)):
            return Row(in_order)
    return _unlabelled(text, asked, place)


def _unlabelled(text: str, asked: str, place: Place) -> Row:
    field = field_of(asked)
    narrow = field is not None and field not in (*CONTENT, *MEASURED)
    parted = of_one_cell(text, field, place) if field and narrow else pieces(text, asked, place)
    led = field in MEASURED and any(piece.field == "lead" for piece in parted)
    if led or (field not in CONTENT and len(_CALLED.findall(text)) > 2):
        parted = pieces(text, "lead", place)  # a whole row, in which a date is a date
    building = _Building()
    for piece in (parted := paired(parted, fixed=field not in CONTENT)):
        if piece.field:
            building.put(piece.field, piece.value, piece.text)
    found, content = building.cells, _content(parted)
    kinds = {piece.field for piece in parted if piece.field and not piece.within}
    if narrow or len(kinds) >= 2 or kinds & {*MEASURED} or not content:
        # So much of it is cells of their own that the rest is what is left over.
        helpers = [each for each in content if helper(each)]
        helpers = [each for each in helpers if field != "lead" or "lead" in found]
        content = [each for each in content if each not in helpers]
        more, rest = placed(content, asked, found)
        return Row(found | more, (*building.left, *helpers, *rest))
    if field is None or field in found:
        return Row(found, (*building.left, *content))
    # Content with one such clause behind it is kept whole, as it was typed; of a
    # measure, where it is read is a cell of its own.
    apart = "source" in found and field in MEASURED
    found[field] = "; ".join(content) if apart else " ".join(text.split())
    if field == "actions" and (tail := _timed(text, place)):
        found.setdefault("by", tail)
    inner = _INNER.search(text) if field in CONTENT else None
    for cell, value in measure(inner.group(), place) if inner else ():
        found.setdefault(cell, value)
    return Row(found, tuple(building.left))


def paired(parted: Sequence[Piece], *, fixed: bool = False) -> list[Piece]:
    """`parted` with two bare figures in a row as the baseline and the target: "54%; 65%".

    What stands behind them is where they are read; where `fixed`, so is what stands before.
    """
    figures = [
        number
        for number, piece in enumerate(parted)
        if piece.field is None and figured_only(piece.text)
    ]
    taken = {piece.field for piece in parted}
    if len(figures) == 1 and "baseline" in taken and "target" not in taken:
        at = figures[0]
        target = replace(parted[at], field=MEASURED[1], value=tidy(parted[at].text))
        return [*parted[:at], target, *parted[at + 1 :]]
    row_like = taken - {None}  # "54% in S3, 61% in S2" is one answer
    if len(figures) != 2 or figures[0] + 1 != figures[1] or taken & {*MEASURED} or not row_like:
        return list(parted)
    found = list(parted)
    for number, field in zip(figures, MEASURED, strict=True):
        found[number] = replace(found[number], field=field, value=tidy(found[number].text))
    beside = [figures[1] + 1, *([figures[0] - 1] if fixed else [])]
    sources = [each for each in beside if 0 <= each < len(found) and _where(found[each])]
    if sources and "source" not in taken:
        at = sources[0]
        found[at] = replace(found[at], field="source", value=tidy(found[at].text))
    return found


def _where(piece: Piece) -> bool:
    """Whether a clause beside a measure may say where it is read."""
    few = len(piece.text.split()) <= A_HELPER
    return piece.field is None and (a_source(piece.text) or few) and not named(piece.text)


def _timed(text: str, place: Place) -> str:
    """The date that an action ends with: "train PTs by Easter"."""
    match = TIMED.search(text)
    when = place(match.group()) if match else None
    return match.group() if match and when and when.alone and when.why == "placed" else ""


def _labelled(text: str, marks: Sequence[re.Match[str]], asked: str, place: Place) -> Row:
    building = _Building()
    if before := text[: marks[0].start()].strip(" ;,.\n"):
        halves = [part for each in _HARD.split(before) if (part := tidy(each))]
        two = asked == "outcome" and len(halves) == len(CONTENT)
        cells = dict(zip(CONTENT, halves, strict=True)) if two else None
        building.take(Row(cells) if cells else _unlabelled(before, asked, place))
    for mark, after in zip_longest(marks, marks[1:]):
        value = tidy(text[mark.end() : after.start() if after else len(text)])
        building.take(_called(value, label_of(mark), place))
    return Row(building.cells, tuple(building.left))


def _called(value: str, label: Label, place: Place) -> Row:
    """What stands behind a label: its cell, and what else was put there."""
    if not value:
        return Row({})
    if label == "measure":
        return _unlabelled(value, "target", place)
    if label in CONTENT:
        return _unlabelled(value, label, place)
    if label == "hours" and place(value).alone:
        label = "by"  # "Time: end of term 3"
    apart = label in ONE_THING and (named(value) or _HARD.search(value))
    split = pieces if apart else of_one_cell
    first, *rest = split(value, label, place) or [Piece(value, "", label, value)]
    if first.field in MEASURED and label in MEASURED and any(p.field in MEASURED for p in rest):
        label = first.field  # "baseline: from 54% to 65%"
    building = _Building()
    building.cells[label] = first.value if first.field == label else tidy(first.text)
    for piece in rest:
        if piece.field and piece.field != label:
            building.put(piece.field, piece.value, piece.text)
        elif label == "by" and place(piece.text).why != "unclear":
            building.cells[label] += f", {tidy(piece.text)}"  # "start in January; done by May"
        elif label in ONE_THING and (named(piece.text) or piece.mark in HARD):
            building.left.append(piece.text)
        else:
            mark = ", " if piece.mark in (",", " ") else "; "
            building.cells[label] += f"{mark}{tidy(piece.text)}"
    return Row(building.cells, tuple(building.left))


def _from_table(table: Table, asked: str, place: Place) -> Row:
    """The cells of a pasted table: by their headings, and else by what each says."""
    texts = [cell.text for cell in table.cells]
    if not any(cell.label for cell in table.cells):
        for begun in (asked, "outcome"):
            if in_order := by_place(texts, begun, place):
                return Row(in_order, table.aside, table.others)
    building = _Building()
    bare: list[Piece] = []
    for cell in table.cells:
        if cell.label:
            building.take(_called(cell.text, cell.label, place))
        else:
            bare += _whole(cell, place)
    for piece in (bare := paired(bare)):
        if piece.field:
            building.put(piece.field, piece.value, piece.text)
    content = [piece.text for piece in bare if piece.field is None]
    more, rest = placed(content, asked if field_of(asked) else "outcome", building.cells)
    left = (*building.left, *rest, *table.aside)
    return Row(building.cells | more, left, table.others)


def _whole(cell: Cell, place: Place) -> list[Piece]:
    """A cell as the clauses it is made of where each is clear, and else as it stands."""
    found = pieces(cell.text, "", place)
    return found if all(piece.field for piece in found) else [Piece(cell.text, "\t")]


def _content(parted: Sequence[Piece]) -> list[str]:
    """What is no cell of its own: clauses with a comma between them go together."""
    found: list[str] = []
    joined = False
    for piece in parted:
        if piece.field or piece.within:
            joined = False
        elif joined and piece.mark in (",", ":") and not _turns(found[-1], piece.text):
            found[-1] += f"{piece.mark} {piece.text}"
        else:
            found.append(piece.text)
            joined = True
    return [tidy(text) for text in found]


_LEARNERS: Final = re.compile(
    r"^(?:so (?:that )?)?(?:(?:all|every|each|more|most|our|the|any|s[1-6]|p[1-7]) )*"
    r"(?:pupils?|learners?|kids|child(?:ren)?|bairns?|weans?|students?|young people|s[1-6]|p[1-7]|"
    r"a child|a pupil|a learner|families|parents)\b",
    re.IGNORECASE,
)


_DOERS: Final = re.compile(
    rf"^(?:we(?:'ll|'re|'d)?|i(?:'ll)?|(?:all |our |the )?(?:staff|teachers|departments|faculties)|"
    rf"{ROLE})\b",
    re.IGNORECASE,
)


def _turns(before: str, after: str) -> bool:
    """Whether `after` goes on to what is done, behind what it means for learners."""
    return bool(_LEARNERS.match(before) and _DOERS.match(after))


def placed(
    content: Sequence[str], asked: str, taken: Mapping[PlanField, str]
) -> tuple[dict[PlanField, str], list[str]]:
    """Content put where it belongs, and what is left of it.

    What it means for learners, what is done, or what was asked.
    """
    field = field_of(asked)
    if field is None or not content:
        return {}, list(content)
    if field not in CONTENT:
        return ({}, list(content)) if field in taken else ({field: "; ".join(content)}, [])
    learners = [text for text in content if _LEARNERS.match(text)]
    if field == "outcome" and len(content) > 1 and not learners:
        learners = [content[0]]
    if "outcome" in taken:
        learners = []
    done = [text for text in content if text not in learners[:1]]
    found: dict[PlanField, str] = {"outcome": learners[0]} if learners else {}
    if done and "actions" in taken:
        return found, done
    return found | ({"actions": "; ".join(done)} if done else {}), []
