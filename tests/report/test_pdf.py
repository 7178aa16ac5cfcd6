"""The PDF, opened again and checked by other libraries."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pdfua import validate
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from mtcoach.report import compose_comparison
from mtcoach.report.layouts import laid_out
from mtcoach.report.layouts.typesetting import unshown
from mtcoach.report.narrative import Narrative, Paragraph
from mtcoach.report.text import clean
from support.evaluations import DAY, Told, judge
from support.hard import HARD, noted

Tell = Callable[..., Told]
Make = Callable[[str], Told]


def opened(narrative: Narrative) -> PdfReader:
    return PdfReader(io.BytesIO(laid_out(narrative, "pdf")))


def squeezed(text: str) -> str:
    """Text without blanks, and without the places to break that a long word is given."""
    return re.sub(r"[\s\u200b\u202c]", "", text)


def shown(pdf: PdfReader) -> str:
    return squeezed("".join(page.extract_text() for page in pdf.pages))


def tags(pdf: PdfReader) -> Iterator[tuple[str, DictionaryObject]]:
    """The tree of tags, in reading order."""

    def walk(node: Any) -> Iterator[tuple[str, DictionaryObject]]:
        node = node.get_object()
        if isinstance(node, ArrayObject):
            for each in node:
                yield from walk(each)
        elif isinstance(node, DictionaryObject):
            if "/S" in node:
                yield str(node["/S"]), node
            if "/K" in node:
                yield from walk(node["/K"])

    yield from walk(pdf.root_object["/StructTreeRoot"])


def test_it_says_that_it_is_accessible_in_which_language_and_of_what(
    told: Make, document: str
) -> None:
    narrative = told("mixed").narrative(document)
    pdf = opened(narrative)
    root: Any = pdf.root_object
    assert root["/Lang"] == "en-GB"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert pdf.metadata is not None
    assert pdf.metadata.title == narrative.title
    assert re.search(rb"pdfuaid:part[^0-9]+1", root["/Metadata"].get_data())


def test_a_machine_finds_nothing_against_pdf_ua(each: Told, document: str, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(laid_out(each.narrative(document), "pdf"))
    report = validate(str(path))
    assert report.findings == ()
    assert len(report.outcomes) - len(report.skipped) >= 10


def test_nor_against_a_comparison(told: Make, tmp_path: Path) -> None:
    then, now = told("bleak"), told("mixed")
    narrative = compose_comparison(then.events, now.events, now.library, day=DAY, judge=judge)
    path = tmp_path / "compared.pdf"
    path.write_bytes(laid_out(narrative, "pdf"))
    assert validate(str(path)).findings == ()
    said = [node.get("/Alt") or "" for name, node in tags(opened(narrative)) if name == "/Figure"]
    assert any(text.startswith("From red to green: Clear expectations") for text in said)


def test_headings_lists_tables_and_quotes_are_tagged_as_such(told: Make) -> None:
    found = [name for name, _ in tags(opened(told("mixed").narrative()))]
    for name in ("/H1", "/H2", "/H3", "/L", "/LI", "/Table", "/TH", "/TD", "/Link", "/Figure"):
        assert name in found, name
    headings = [int(name[2:]) for name in found if re.fullmatch(r"/H\d", name)]
    assert headings[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(headings))


def test_the_chart_says_in_words_what_it_shows(told: Make) -> None:
    said = [node.get("/Alt") for name, node in tags(opened(told("mixed").narrative()))]
    assert any(
        text and "Planning, tracking and monitoring: four green and three amber." in text
        for text in said
    )


def test_every_sentence_is_there(each: Told, document: str) -> None:
    narrative = each.narrative(document)
    # A paragraph may go over to the next page, with a header and a number in between.
    head = squeezed(narrative.title)
    pages = [squeezed(page.extract_text()) for page in opened(narrative).pages]
    text = "".join(re.sub(r"^\d+/\d+|\d+/\d+$", "", page.replace(head, "")) for page in pages)
    for block in narrative.blocks:
        if isinstance(block, Paragraph):
            ours = [f"“{run.text}”" if run.kind == "quote" else run.text for run in block.runs]
            assert squeezed("".join(ours)) in text


def test_references_lead_to_places_in_the_document(told: Make) -> None:
    pdf = opened(told("mixed").narrative())
    links = [
        note.get_object()
        for page in pdf.pages
        for note in page.get("/Annots", [])
        if note.get_object()["/Subtype"] == "/Link"
    ]
    assert len(links) > 60
    assert all("/Dest" in link or "/A" in link for link in links)
    assert not [link for link in links if "/URI" in str(link.get("/A", ""))]


def test_references_in_a_short_document_lead_to_its_table_of_sources(told: Make) -> None:
    for name in ("standards-and-quality", "briefing"):
        pdf = opened(told("mixed").narrative(name))
        found = [
            note.get_object()
            for page in pdf.pages
            for note in page.get("/Annots", [])
            if note.get_object()["/Subtype"] == "/Link"
        ]
        assert len(found) > 20
        assert all("/Dest" in link or "/A" in link for link in found)


def test_the_page_for_parents_is_one_page(each: Told) -> None:
    assert len(opened(each.narrative("parents")).pages) == 1


def test_each_priority_has_a_page_turned_on_its_side(told: Make) -> None:
    pages = opened(told("mixed").narrative("plan")).pages
    turned = [page.mediabox.width > page.mediabox.height for page in pages]
    assert turned == [True, True, True, True]
    assert "The plan at a glance" in pages[0].extract_text()


def test_the_plan_in_the_report_goes_on_where_the_text_is(told: Make) -> None:
    pages = opened(told("mixed").narrative()).pages
    assert not [page for page in pages if page.mediabox.width > page.mediabox.height]
    plan = next(
        page.extract_text()
        for page in pages[1:]
        if "What we are going to do" in page.extract_text()
    )
    assert not plan.lstrip().startswith("Improvement plan")


@pytest.mark.parametrize("text", HARD, ids=range(len(HARD)))
def test_hard_text_is_there_as_typed(text: str, tell: Tell) -> None:
    said = shown(opened(noted(text, tell).narrative()))
    missing = unshown(text)
    letters = [letter for letter in clean(text) if letter.isascii() and not letter.isspace()]
    for name in missing.values():
        assert squeezed(name) in said
    if len(letters) == len(squeezed(clean(text))) < 500:
        assert said.count("".join(letters)) >= 2


def test_a_character_that_no_font_has_is_spelt_out(tell: Tell) -> None:
    said = shown(opened(noted("before \u0378 after \U00012000 end", tell).narrative()))
    assert "before[u+0378]after" in said
    assert "end" in said
