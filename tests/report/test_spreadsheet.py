"""The spreadsheet, opened again by other programs."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from pypdf import PdfReader

from mtcoach.report import compose_comparison
from mtcoach.report.layouts import laid_out
from mtcoach.report.layouts.spreadsheet import CELL
from mtcoach.report.narrative import Narrative
from mtcoach.report.text import clean
from support.evaluations import DAY, Told, judge
from support.hard import HARD, noted
from support.office import converted

Tell = Callable[..., Told]
Make = Callable[[str], Told]


def opened(narrative: Narrative) -> Workbook:
    return load_workbook(io.BytesIO(laid_out(narrative, "xlsx")))


def sheet(narrative: Narrative, name: str) -> Worksheet:
    found = opened(narrative)[name]
    assert isinstance(found, Worksheet)
    return found


def column(page: Worksheet, name: str) -> list[object]:
    head = [cell.value for cell in page[1]]
    return [row[head.index(name)] for row in page.iter_rows(min_row=2, values_only=True)]


def choices(page: Worksheet) -> dict[str, str]:
    """The words to choose from, by the head of their column."""
    found = {}
    for rule in page.data_validations.dataValidation:
        place = next(iter(rule.sqref.ranges))
        found[str(page.cell(1, place.min_col).value)] = str(rule.formula1)
    return found


def test_every_item_has_a_row_with_its_rating(told: Make) -> None:
    narrative = told("mixed").narrative()
    page = sheet(narrative, "Ratings")
    rated = dict(zip(column(page, "Item"), column(page, "Rating"), strict=True))
    assert set(rated) == set(narrative.cards)
    assert rated["kq13"] == "Red"
    assert rated["kq19"] == "Not known yet"
    assert rated["kq09"] == "Skipped"
    assert rated["kq12"] == "Does not apply"


def test_each_sheet_is_one_table_that_can_be_filtered(each: Told) -> None:
    for page in opened(each.narrative()).worksheets:
        (table,) = page.tables.values()
        assert table.name == page.title
        assert table.ref == f"A1:{page.cell(max(page.max_row, 2), page.max_column).coordinate}"
        assert table.autoFilter is not None
        assert page.freeze_panes
        assert page.print_title_rows == "$1:$1"
        assert page.page_setup.orientation == "landscape"


def test_rating_and_status_are_chosen_from_a_list(told: Make) -> None:
    book = opened(told("mixed").narrative())
    ratings, plan = book["Ratings"], book["Plan"]
    assert isinstance(ratings, Worksheet)
    assert isinstance(plan, Worksheet)
    words = choices(ratings)["Rating"]
    assert all(str(rating) in words for rating in column(ratings, "Rating"))
    assert choices(plan) == {
        "Term": '"short,medium,long"',
        "Status": '"Not started,Under way,Done,Stopped"',
    }
    assert set(column(plan, "Status")) == {"Not started"}


def test_the_plan_has_a_cell_for_each_thing_that_was_agreed(told: Make) -> None:
    page = sheet(told("mixed").narrative(), "Plan")
    assert column(page, "Priority") == [
        "Moderation",
        "Measured interventions",
        "Individual targets",
    ]
    assert column(page, "Lead")[0] == "DHT (BGE) with PTs"
    assert column(page, "Target")[1] is None


@pytest.mark.parametrize("text", HARD, ids=range(len(HARD)))
def test_hard_text_is_text_as_typed(text: str, tell: Tell) -> None:
    book = opened(noted(text, tell).narrative())
    found = [cell for page in book.worksheets for row in page.iter_rows() for cell in row]
    assert not [cell for cell in found if cell.data_type == "f" or cell.hyperlink]
    said = [str(cell.value).rstrip("\u202c") for cell in found if cell.value]
    assert said.count(clean(text)) >= 5


def test_what_looks_like_a_formula_stays_text_when_the_cell_is_edited(tell: Tell) -> None:
    page = sheet(noted("=1+1", tell).narrative(), "Evidence")
    cell = next(cell for row in page.iter_rows() for cell in row if cell.value == "=1+1")
    assert cell.quotePrefix


def test_a_note_longer_than_a_cell_goes_on_in_the_rows_below(tell: Tell) -> None:
    text = "ab🎉 " * (CELL // 2)
    page = sheet(noted(text, tell).narrative(), "Evidence")
    kinds, said = column(page, "Kind"), column(page, "In their own words")
    notes = [str(part) for kind, part in zip(kinds, said, strict=True) if kind == "Note"]
    assert len(notes) > 1
    assert "".join(notes) == clean(text)


def test_an_evaluation_without_answers_makes_empty_tables(tell: Tell) -> None:
    assert opened(tell().narrative()).sheetnames == ["Ratings", "Plan", "Evidence"]


def test_the_plan_document_is_a_book_of_the_plan_alone(told: Make) -> None:
    narrative = told("mixed").narrative("plan")
    assert opened(narrative).sheetnames == ["Plan"]
    page = sheet(narrative, "Plan")
    assert column(page, "By (day)")[:2] == ["2027-05-31", "2027-03-28"]
    assert column(page, "Term")[:2] == ["medium", "medium"]
    assert column(page, "Working time")[0] == "6 hours a teacher, from the WTA"
    assert column(page, "Money")[1] == "£2,400 of PEF"
    assert column(page, "Review")[0] == "end of term 3"


def test_a_comparison_is_a_book_of_its_tables(told: Make) -> None:
    then, now = told("bleak"), told("mixed")
    narrative = compose_comparison(then.events, now.events, now.library, day=DAY, judge=judge)
    assert opened(narrative).sheetnames == ["Changes", "Plan"]
    changes = sheet(narrative, "Changes")
    assert column(changes, "Question")[0] == "kq01"
    assert column(changes, "Change")[0] == "up"
    assert column(sheet(narrative, "Plan"), "Priority then") == [
        "Support and equity",
        "Clear expectations",
    ]


def test_libreoffice_opens_it(told: Make, tmp_path: Path) -> None:
    path = tmp_path / "report.xlsx"
    path.write_bytes(laid_out(told("mixed").narrative(), "xlsx"))
    (made,) = converted([path], tmp_path)
    text = " ".join(page.extract_text() for page in PdfReader(made).pages)
    assert "Moderation" in text
    assert "Not started" in text
