"""The Word report, opened again by other programs."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.document import Document as Word
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from pypdf import PdfReader

from mtcoach.errors import CoachError
from mtcoach.report import compose_comparison
from mtcoach.report.layouts import laid_out
from mtcoach.report.layouts.word.fields import BLOCKS, LINES, group
from mtcoach.report.layouts.word.stationery import OURS
from mtcoach.report.narrative import Card, Narrative, Paragraph, Points
from mtcoach.report.templates.word.make import make
from mtcoach.report.text import clean
from support.evaluations import DAY, Told, judge
from support.hard import HARD, noted
from support.office import converted

Tell = Callable[..., Told]
Make = Callable[[str], Told]


def opened(narrative: Narrative, template: Path | None = None) -> Word:
    return Document(io.BytesIO(laid_out(narrative, "docx", template)))


def text_of(element: Any) -> str:
    """Text with its line ends and tabs, as Word shows it; fields' codes left out."""
    parts = {qn("w:br"): "\n", qn("w:tab"): "\t"}
    paragraphs = []
    for paragraph in element.iter(qn("w:p")):
        runs = [node for run in paragraph.iter(qn("w:r")) for node in run]
        found = (
            (node.text or "") if node.tag == qn("w:t") else parts.get(node.tag, "") for node in runs
        )
        paragraphs.append("".join(found))
    return "\n".join(paragraphs)


def shown(word: Word) -> str:
    return text_of(word.element.body)


def template(tmp_path: Path, *lines: str) -> Path:
    """A council's template: a plain document of Word's own with `lines` in it."""
    word = Document()
    for line in lines:
        word.add_paragraph(line)
    path = tmp_path / "council.docx"
    word.save(str(path))
    return path


def refused(narrative: Narrative, path: Path) -> str:
    with pytest.raises(CoachError) as error:
        laid_out(narrative, "docx", path)
    return str(error.value)


def test_every_sentence_and_quote_of_the_narrative_is_there(each: Told, document: str) -> None:
    narrative = each.narrative(document)
    text = shown(opened(narrative))
    for block in narrative.blocks:
        if isinstance(block, Paragraph):
            ours = [f"“{run.text}”" if run.kind == "quote" else run.text for run in block.runs]
            assert "".join(ours) in text
        if isinstance(block, Points):
            assert all(quote.text in text for point in block.points for quote in point.quotes)
        if isinstance(block, Card):
            assert block.question in text
            assert all(quote.text in text for fact in block.facts for quote in fact.quotes)


def test_headings_lists_and_quotes_have_styles_of_their_own(told: Make) -> None:
    narrative = told("mixed").narrative()
    styled: dict[str, list[str]] = {}
    for paragraph in opened(narrative).paragraphs:
        styled.setdefault(paragraph.style.name if paragraph.style else "", []).append(
            text_of(paragraph._p)
        )
    assert styled["Title"] == [narrative.title]
    assert styled["Heading 1"] == [part.title for part in narrative.sections]
    assert "Strengths, and how we know" in styled["Heading 2"]
    assert "kq13 Moderation" in styled["Heading 3"]
    assert any(line.startswith("Moderation") for line in styled["List Bullet"])


def test_references_lead_to_the_items_and_their_places(each: Told, document: str) -> None:
    body = opened(each.narrative(document)).element.body
    marks = [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]
    links = {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))}
    assert len(marks) == len(set(marks))
    assert links <= set(marks)
    assert all(len(mark or "") <= 40 for mark in marks)
    ids = [mark.get(qn("w:id")) for mark in body.iter(qn("w:bookmarkStart"))]
    assert len(ids) == len(set(ids))


def test_the_head_of_a_table_comes_again_on_each_page(told: Make) -> None:
    word = opened(told("mixed").narrative())
    assert len(word.tables) == 2
    for table in word.tables:
        assert table._tbl.tr_lst[0].find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None


def test_the_plan_in_the_report_goes_on_where_the_text_is(told: Make) -> None:
    word = opened(told("mixed").narrative())
    assert [section.orientation for section in word.sections] == [WD_ORIENT.PORTRAIT]


def test_the_plan_pages_lie_on_their_side_from_the_first(told: Make) -> None:
    word = opened(told("mixed").narrative("plan"))
    assert [section.orientation for section in word.sections] == [WD_ORIENT.LANDSCAPE]
    assert (word.sections[0].page_width or 0) > (word.sections[0].page_height or 0)
    broken = [
        p
        for p in word.paragraphs
        if p._p.find(f"{qn('w:pPr')}/{qn('w:pageBreakBefore')}") is not None
    ]
    assert [p.text.partition(":")[0] for p in broken] == ["Priority 1", "Priority 2", "Priority 3"]


def test_plan_pages_in_a_template_of_a_council_are_turned_within_its_own(
    told: Make, tmp_path: Path
) -> None:
    path = template(tmp_path, "Our council", "{{ report }}", "End")
    word = opened(told("mixed").narrative("plan"), path)
    turns = [section.orientation for section in word.sections]
    assert turns == [WD_ORIENT.PORTRAIT, *[WD_ORIENT.LANDSCAPE] * 3, WD_ORIENT.PORTRAIT]


def test_pages_are_numbered_on_every_page(told: Make, document: str) -> None:
    for section in opened(told("mixed").narrative(document)).sections:
        assert "PAGE" in section.footer._element.xml
        assert "NUMPAGES" in section.footer._element.xml


def test_language_and_properties_are_told(told: Make, document: str) -> None:
    narrative = told("mixed").narrative(document)
    word = opened(narrative)
    assert word.core_properties.title == narrative.title
    assert word.core_properties.subject == "Self-evaluation"
    assert word.core_properties.language == "en-GB"
    langs = {lang.get(qn("w:val")) for lang in word.styles.element.iter(qn("w:lang"))}
    assert langs == {"en-GB"}


def test_each_picture_says_in_words_what_it_shows(told: Make) -> None:
    shapes = opened(told("mixed").narrative()).inline_shapes
    ratings, kinds = (shape._inline.docPr.get("descr") or "" for shape in shapes)
    assert "Planning, tracking and monitoring: four green and three amber." in ratings
    assert "data for four, people's views for one; missing: direct observation." in kinds


def test_the_plan_document_ends_with_its_last_priority_and_no_blank_page(told: Make) -> None:
    word = opened(told("mixed").narrative("plan"))
    assert len(word.sections) == 1
    assert all("PAGE" in section.footer._element.xml for section in word.sections)


def test_the_head_of_every_table_comes_again_in_every_document(told: Make, document: str) -> None:
    for table in opened(told("mixed").narrative(document)).tables:
        assert table._tbl.tr_lst[0].find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None


def test_one_template_of_a_council_holds_every_document(
    each: Told, document: str, tmp_path: Path
) -> None:
    path = template(tmp_path, "Our council", "{{ title }}", "{{ facts }}", "{{ report }}", "End")
    narrative = each.narrative(document)
    lines = [text_of(paragraph._p) for paragraph in opened(narrative, path).paragraphs]
    assert lines[:2] == ["Our council", narrative.title]
    assert lines[-1] == "End"
    assert {section.title for section in narrative.sections} <= set(lines)


def test_a_template_with_parts_that_the_document_lacks_says_so(told: Make, tmp_path: Path) -> None:
    said = refused(told("mixed").narrative("parents"), template(tmp_path, "{{ appendix }}"))
    assert said.startswith("council.docx: the document 'parents' has nothing for {{ appendix }};")
    mixed = template(tmp_path, "{{ appendix }}", "{{ well }}")
    assert "What goes well" in shown(opened(told("mixed").narrative("parents"), mixed))


def test_every_part_of_every_document_has_a_field(each: Told, document: str) -> None:
    parts = {group(section.id) for section in each.narrative(document).sections}
    assert parts <= set(BLOCKS)


def test_so_has_every_part_and_fact_of_a_comparison(told: Make) -> None:
    then, now = told("bleak"), told("mixed")
    narrative = compose_comparison(then.events, now.events, now.library, day=DAY, judge=judge)
    assert {group(section.id) for section in narrative.sections} <= set(BLOCKS)
    assert {group(fact.label) for fact in narrative.facts.facts} <= set(LINES)


@pytest.mark.parametrize("text", HARD, ids=range(len(HARD)))
def test_hard_text_is_there_as_typed_and_makes_no_other_paragraph(text: str, tell: Tell) -> None:
    word = opened(noted(text, tell).narrative())
    said = shown(word).replace("\u202c", "")
    assert said.count(clean(text)) >= 4
    plain = "plain\nlines" if "\n" in clean(text) else "plain" if len(text) < 999 else "p" * 999
    assert len(word.paragraphs) == len(opened(noted(plain, tell).narrative()).paragraphs)


def test_a_direction_that_a_note_leaves_open_ends_with_the_note(tell: Tell) -> None:
    text = shown(opened(noted("abc \u202edef", tell).narrative()))
    assert text.count("\u202e") == text.count("\u202c") >= 4


def test_control_characters_lose_nothing_of_what_stands_beside_them(tell: Tell) -> None:
    assert "before after" in shown(opened(noted("before\x00\x0b\x1f after", tell).narrative()))


def test_our_template_is_what_its_script_makes() -> None:
    ours, made = Document(str(OURS)), make()
    assert ours.element.xml == made.element.xml
    assert ours.styles.element.xml == made.styles.element.xml


@pytest.mark.parametrize("field", ["{{ plan }}", "{{plan}}", "{{p plan }}", " {{  plan  }} "])
def test_a_councils_template_needs_nothing_but_a_field(
    field: str, told: Make, tmp_path: Path
) -> None:
    path = template(tmp_path, "Our council", "For {{ school }}", field, "The end")
    word = opened(told("mixed").narrative(), path)
    lines = [text_of(paragraph._p) for paragraph in word.paragraphs]
    assert lines[:2] == ["Our council", f"For {told('mixed').record.profile['school']}"]
    assert "Improvement plan" in lines
    assert lines[-1] == "The end"
    assert "Appendix: the full record" not in lines


def test_a_template_without_our_styles_is_lent_them(told: Make, tmp_path: Path) -> None:
    word = Document()
    for style in list(word.styles):
        if style.name in ("List Bullet", "Heading 2", "Quote", "Caption"):
            style.delete()
    word.add_paragraph("{{ report }}")
    path = tmp_path / "bare.docx"
    word.save(str(path))
    made = opened(told("paragraphs").narrative(), path)
    names = {paragraph.style.name for paragraph in made.paragraphs if paragraph.style}
    assert {"List Bullet", "Heading 2", "Quote", "Caption"} <= names
    style = made.styles["List Bullet"].element
    number = next(style.iter(qn("w:numId"))).get(qn("w:val"))
    numbers = {num.get(qn("w:numId")) for num in made.part.numbering_part.element.iter(qn("w:num"))}
    assert number in numbers


def test_a_wrong_field_is_named_with_those_there_are(told: Make, tmp_path: Path) -> None:
    said = refused(told("mixed").narrative(), template(tmp_path, "{{ schol }}"))
    assert said.startswith("council.docx: there is no field 'schol'; available are title, school")
    assert "\n" not in said


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{{ school }", "a field is not written as it should be"),
        ("{% for x in y %}", "a field is not written as it should be"),
        ("before {{ report }}", "put it in a paragraph of its own"),
        ("{{ school.__class__ }}", "no template may use"),
        ("{{ school.format.__globals__ }}", "no template may use"),
        ("{{ 1 / 0 }}", "cannot be filled in"),
    ],
)
def test_a_template_that_goes_wrong_is_told_of_in_a_sentence(
    line: str, said: str, told: Make, tmp_path: Path
) -> None:
    assert said in refused(told("mixed").narrative(), template(tmp_path, line))


def test_a_template_that_is_no_word_document_is_named(told: Make, tmp_path: Path) -> None:
    path = tmp_path / "notes.docx"
    path.write_text("just text", encoding="utf-8")
    assert "notes.docx: this is not a Word document" in refused(told("mixed").narrative(), path)
    missing = tmp_path / "nowhere.docx"
    assert "there is no such file" in refused(told("mixed").narrative(), missing)


PAGES = {
    "report": (6, 16),
    "standards-and-quality": (2, 6),
    "plan": (4, 4),
    "parents": (1, 1),
    "briefing": (2, 6),
}


def test_libreoffice_opens_each_document_with_all_its_pages(told: Make, tmp_path: Path) -> None:
    paths = []
    for name in PAGES:
        path = tmp_path / f"{name}.docx"
        path.write_bytes(laid_out(told("mixed").narrative(name), "docx"))
        paths.append(path)
    for made, (least, most) in zip(converted(paths, tmp_path), PAGES.values(), strict=True):
        pages = PdfReader(made).pages
        assert least <= len(pages) <= most, made.name
        turned = any(page.mediabox.width > page.mediabox.height for page in pages)
        assert turned == (made.stem == "plan")
        text = " ".join(" ".join(page.extract_text() for page in pages).split())
        assert "Moderation" in text or "Checking pupils' work together" in text
