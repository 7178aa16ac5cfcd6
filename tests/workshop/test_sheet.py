"""The tally sheet: what a room without phones writes its votes on."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from mtcoach.questions.loading import Library, load_library
from mtcoach.workshop.sheet import SLIPS, tally_sheet

ITEMS = ("kq01", "kq05")


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library()


@pytest.mark.parametrize("form", ["md", "html"])
def test_each_item_has_its_statement_and_room_for_two_votes(library: Library, form: str) -> None:
    from html import unescape

    sheet = unescape(tally_sheet(ITEMS, library, form))
    for item in ITEMS:
        assert library.items[item].statement in sheet
        assert library.items[item].topic in sheet
    assert sheet.count("Second") == len(ITEMS)
    assert sheet.count("Abstain") == len(ITEMS) + (SLIPS if form == "html" else 0)
    assert "fewer than 5 votes" in sheet


def test_every_cell_of_the_page_is_closed_and_every_column_has_a_box(library: Library) -> None:
    class Counter(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.open: list[str] = []
            self.cells = 0

        def handle_starttag(self, tag: str, attrs: object) -> None:
            if tag not in ("meta", "link"):
                self.open.append(tag)
            self.cells += tag == "td"

        def handle_endtag(self, tag: str) -> None:
            assert self.open.pop() == tag

    counter = Counter()
    counter.feed(tally_sheet(ITEMS, library, "html"))
    assert counter.open == []
    assert counter.cells == len(ITEMS) * 2 * 4


def test_markdown_tables_have_as_many_cells_in_each_row(library: Library) -> None:
    rows = [line for line in tally_sheet(ITEMS, library, "md").splitlines() if line[:1] == "|"]
    assert {row.count("|") for row in rows} == {6}
    assert len(rows) == 4 * len(ITEMS)
