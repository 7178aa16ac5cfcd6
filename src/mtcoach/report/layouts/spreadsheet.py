"""The ratings, the plan and the notes as a spreadsheet, each a table that can be filtered.

Every cell is written as text: a note that begins with `=` stays a note, also after
somebody has clicked into it.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Any, Final

from mtcoach.report.figures import RATINGS
from mtcoach.report.layouts.columns import shares
from mtcoach.report.layouts.words import showable
from mtcoach.report.narrative import Figures, Narrative, Planned, Quote, Rated, Table

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

CELL: Final = 32_000
"""Letters that a cell can hold, with some to spare: it is 32,767 of UTF-16."""

LINE: Final = 13.5
"""Height of a line, in points."""

TALLEST: Final = 409
"""Height of the tallest row that a spreadsheet can have, in points."""

TERMS: Final = ("short", "medium", "long")
HELD: Final = "held back"
STATUS: Final = ("Not started", "Under way", "Done", "Stopped")
COLOURS: Final = {
    "Green": ("#1D6B43", "#FFFFFF"),
    "Amber": ("#F6B93B", "#1B1F24"),
    "Red": ("#A61B1B", "#FFFFFF"),
}
_FORMULA: Final = ("=", "+", "-", "@")

Row = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its columns with their widths in letters, its rows, and cells to choose in."""

    name: str
    about: str
    columns: tuple[tuple[str, int], ...]
    rows: tuple[Row, ...]
    choices: tuple[tuple[str, Sequence[str]], ...] = ()
    frozen: int = 2


def as_xlsx(narrative: Narrative) -> bytes:
    """`narrative`'s figures as an .xlsx file."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    options = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
    book = Workbook(out, {"in_memory": True, **options})
    book.set_properties(
        {
            "title": showable(narrative.title)[:255],
            "subject": "Self-evaluation",
            "created": datetime.combine(narrative.day, time(), UTC).replace(tzinfo=None),
        }
    )
    looks = _looks(book)
    for sheet in sheets(narrative):
        _written(sheet, book, looks)
    book.close()
    return out.getvalue()


def sheets(narrative: Narrative) -> tuple[Sheet, ...]:
    """What is in the book: of the plan, the plan alone; of a comparison, its tables.

    Of several transcripts together, the spread and what each says; of a workshop, its votes too.
    """
    if narrative.document == "then-and-now":
        return _compared(narrative)
    if narrative.document == "several-views":
        return _combined(narrative.figures)
    every = _figures(narrative)
    return (*every, *_votes(narrative.figures)) if narrative.document != "plan" else every[1:2]


def _compared(narrative: Narrative) -> tuple[Sheet, ...]:
    """The tables of a comparison: what changed, and what became of the plan."""
    tables = [block for block in narrative.blocks if isinstance(block, Table)]
    return tuple(
        Sheet(
            name,
            table.caption,
            tuple(
                (head, min(8 + share, 40))
                for head, share in zip(table.head, shares(table), strict=True)
            ),
            tuple(row.cells for row in table.rows),
            frozen=1,
        )
        for name, table in zip(("Changes", "Plan"), tables, strict=False)
    )


def _figures(narrative: Narrative) -> tuple[Sheet, ...]:
    """A sheet each for the ratings, the plan and the leader's words."""
    ratings, plan = narrative.figures.ratings, narrative.figures.plan
    return (
        Sheet(
            "Ratings",
            "How each question is rated, a row each",
            (
                *(("Item", 8), ("QI", 9), ("Theme", 20), ("Topic", 19), ("Question", 40)),
                *(("Rating", 15), ("How it was rated", 18), ("Evidence", 11), ("Notes", 8)),
                ("Next step", 36),
            ),
            tuple(_rating(row) for row in ratings),
            (("Rating", RATINGS),),
        ),
        Sheet(
            "Plan",
            "The improvement plan, a row for each priority",
            (
                *(("Item", 8), ("QI", 9), ("Priority", 17), ("Outcome for learners", 26)),
                *(("What we will do, and why", 30), ("Lead", 16), ("By when", 13)),
                *(("By (day)", 11), ("Term", 9), ("Baseline", 22), ("Target", 22), ("Source", 20)),
                *(("Working time", 13), ("Money", 13), ("NIF priority", 20), ("Review", 13)),
                *(("Review (day)", 11), ("Status", 13)),
            ),
            tuple(_planned(row) for row in plan),
            (("Term", TERMS), ("Status", STATUS)),
            frozen=3,
        ),
        Sheet(
            "Evidence",
            "Every note and next step as it was typed, a row each",
            (
                *(("Item", 9), ("QI", 9), ("Topic", 24), ("Rating", 15), ("Kind", 11)),
                *(("In their own words", 90), ("Event", 8)),
            ),
            tuple(row for rated in ratings for row in _evidence(rated)),
        ),
    )


def _votes(figures: Figures) -> tuple[Sheet, ...]:
    """The sheet of a room's votes; none where there was no vote."""
    if not figures.votes:
        return ()
    votes = Sheet(
        "Votes",
        "Every vote of the room as it was counted, a row each",
        (
            *(("Item", 8), ("Topic", 24), ("Vote", 7), ("Green", 10), ("Amber", 10), ("Red", 10)),
            *(("Abstained", 11), ("Present", 9), ("How they voted", 30)),
        ),
        tuple(
            (
                *(row.item, row.topic, row.number),
                *(HELD if count is None else count for count in (row.green, row.amber, row.red)),
                *(row.abstained, row.present, row.means),
            )
            for row in figures.votes
        ),
        frozen=3,
    )
    return (votes,)


def _combined(figures: Figures) -> tuple[Sheet, ...]:
    """The sheets of many transcripts together."""
    spread = Sheet(
        "Spread",
        "How many transcripts gave each question which colour, a row each",
        (
            *(("Item", 8), ("QI", 9), ("Theme", 20), ("Topic", 19), ("Question", 40)),
            *(("Green", 8), ("Amber", 8), ("Red", 8), ("Not known", 8), ("Not rated", 8)),
            *(("Answered", 10), ("Reading", 24)),
        ),
        tuple(
            (
                *(row.item, row.indicator, row.theme, row.topic, row.question),
                *(row.green, row.amber, row.red, row.unknown, row.unrated),
                *(row.answered, row.reading),
            )
            for row in figures.spreads
        ),
    )
    if not figures.voices:
        return (spread,)
    answers = Sheet(
        "Answers",
        "What each transcript says of each question, a row each",
        (("Item", 9), ("Topic", 24), ("Whose", 30), ("Rating", 15), ("In their words", 90)),
        tuple(
            (row.item, row.topic, row.who, row.rating, "\n".join(q.text for q in row.notes))
            for row in figures.voices
        ),
        (("Rating", RATINGS),),
        frozen=3,
    )
    return (spread, answers)


def _rating(row: Rated) -> Row:
    steps = "\n".join(step.text for step in row.steps)
    known = (row.item, row.indicator, row.theme, row.topic, row.question)
    return (*known, row.rating, row.how, row.strength, len(row.notes), steps)


def _planned(row: Planned) -> Row:
    what = (row.outcome, row.actions, row.lead, row.by, row.by_day, row.term)
    measure = (row.baseline, row.target, row.source)
    rest = (row.hours, row.money, row.nif, row.review, row.review_day)
    return (row.item, row.indicator, row.priority, *what, *measure, *rest, STATUS[0])


def _evidence(row: Rated) -> Iterator[Row]:
    """Notes, then next steps; a note longer than a cell goes on in the row below."""

    def of(kind: str, quotes: Sequence[Quote]) -> Iterator[Row]:
        for quote in quotes:
            for start in range(0, len(quote.text), CELL // 2):
                part = quote.text[start : start + CELL // 2]
                known = (row.item, row.indicator, row.topic, row.rating)
                yield (*known, kind, part, quote.event)

    yield from of("Note", row.notes)
    yield from of("Next step", row.steps)


def _looks(book: Workbook) -> dict[str, Format]:
    cell = {"text_wrap": True, "valign": "top", "font_name": "Arial", "font_size": 10}
    edge = {"border": 1, "border_color": "#C3C9D0"}
    return {
        "column": book.add_format(cell),
        "cell": book.add_format({**cell, **edge}),
        "quoted": book.add_format({**cell, **edge, "quote_prefix": True}),
        "head": book.add_format({**cell, "bold": True, "bg_color": "#E6EAEE", "border": 1}),
        **{
            word: book.add_format({"bg_color": fill, "font_color": ink})
            for word, (fill, ink) in COLOURS.items()
        },
    }


def _written(sheet: Sheet, book: Workbook, looks: dict[str, Format]) -> None:
    page = book.add_worksheet(sheet.name)
    last = max(len(sheet.rows), 1)
    for index, (_, width) in enumerate(sheet.columns):
        page.set_column(index, index, width, looks["column"])
    columns: list[dict[str, Any]] = [
        {"header": name, "header_format": looks["head"], "format": looks["cell"]}
        for name, _ in sheet.columns
    ]
    page.add_table(
        *(0, 0, last, len(sheet.columns) - 1),
        {
            "columns": columns,
            "name": sheet.name,
            "style": "Table Style Light 1",
            "title": sheet.name,
            "description": sheet.about,
        },
    )
    page.set_row(0, 2 * LINE)
    for number, row in enumerate(sheet.rows, 1):
        page.set_row(number, _height(row, sheet))
        for index, value in enumerate(row):
            _cell(page, number, index, value, looks)
    names = [name for name, _ in sheet.columns]
    for name, words in sheet.choices:
        page.data_validation(
            *(1, names.index(name), last, names.index(name)),
            {"validate": "list", "source": list(words)},
        )
    if "Rating" in names:
        _coloured(page, names.index("Rating"), last, looks)
    _printed(page, sheet)


def _cell(
    page: Worksheet, row: int, column: int, value: str | int, looks: dict[str, Format]
) -> None:
    """A number as a number, all else as text."""
    if isinstance(value, int):
        page.write_number(row, column, value, looks["cell"])
        return
    text = _fitting(value)
    look = looks["quoted" if text.lstrip().startswith(_FORMULA) else "cell"]
    if text:
        page.write_string(row, column, text, look)
    else:
        page.write_blank(row, column, None, look)


def _height(row: Row, sheet: Sheet) -> float:
    """Height of a row in points: LibreOffice leaves rows that say none at one line."""
    lines = (
        sum(-(-max(len(line), 1) // (width - 1)) for line in str(value).split("\n"))
        for value, (_, width) in zip(row, sheet.columns, strict=True)
    )
    return float(min(max(lines) * LINE + 3, TALLEST))


def _fitting(text: str) -> str:
    """`text` within what a cell can hold; a cut is marked as in the report."""
    text = showable(text)
    if len(text.encode("utf-16-le")) // 2 <= CELL:
        return text
    return text[: CELL // 2] + " […]"


def _coloured(page: Worksheet, column: int, last: int, looks: dict[str, Format]) -> None:
    """A cell with a colour's word in it takes on the colour, also when it is changed."""
    for word in COLOURS:
        rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": looks[word]}
        page.conditional_format(1, column, last, column, rule)


def _printed(page: Worksheet, sheet: Sheet) -> None:
    page.freeze_panes(1, sheet.frozen)
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    page.set_footer("&L&A&R&P / &N")
