"""Makes `report.docx`, the Word template that a council can restyle in Word itself.

    uv run python -m mtcoach.report.templates.word.make

Only looks are decided here: every word of a report comes from its fields.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from docx import Document
from docx.document import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

PATH: Final = Path(__file__).parent / "report.docx"
FONT: Final = "Arial"
INK, QUIET, LINK = (
    RGBColor(0x1B, 0x1F, 0x24),
    RGBColor(0x4A, 0x53, 0x5D),
    RGBColor(0x0B, 0x4A, 0x8F),
)

# Of the styles that the library's own template brings, those a report uses.
KEPT: Final = frozenset(
    "Normal|Default Paragraph Font|Normal Table|No List|Title|Heading 1|Heading 2|Heading 3"
    "|List Bullet|List Continue|Quote|Caption|Strong|Emphasis|Header|Footer|Table Grid".split("|")
)

# Paragraph styles: size, bold, space before and after in points, left indent in cm, kept with next.
LOOKS: Final[dict[str, tuple[float, bool, float, float, float, bool]]] = {
    "Normal": (11, False, 0, 6, 0, False),
    "Title": (24, True, 0, 12, 0, True),
    "Heading 1": (18, True, 16, 5, 0, True),
    "Heading 2": (14, True, 16, 4, 0, True),
    "Heading 3": (11.5, True, 12, 3, 0, True),
    "List Bullet": (11, False, 0, 3, 0.63, False),
    "List Continue": (11, False, 0, 6, 0.63, False),
    "Quote": (11, False, 2, 6, 1.0, False),
    "Caption": (10, True, 8, 4, 0, True),
    "Fact": (11, False, 0, 3, 4.2, False),
    "Contents": (11, False, 0, 2, 0, False),
    "Table Head": (9.5, True, 2, 2, 0, False),
    "Table Text": (9.5, False, 2, 2, 0, False),
    "Footnote": (9.5, False, 4, 8, 0, False),
    "Header": (9, False, 0, 0, 0, False),
    "Footer": (9, False, 0, 0, 0, False),
}


def make() -> Word:
    """The template as a document."""
    word = Document()
    _without_extras(word)
    for style in list(word.styles):
        if style.name not in KEPT:
            style.delete()
    _defaults(word)
    for name in LOOKS:
        _paragraph_style(word, name)
    _character_styles(word)
    _table_style(word)
    _page(word)
    word.add_paragraph("{{ title }}", style="Title")
    word.add_paragraph("{{ facts }}")
    word.add_paragraph("{{ contents }}")
    word.add_paragraph("{{ report }}")
    _properties(word)
    return word


def _without_extras(word: Word) -> None:
    """Drops what the library's own template carries and no Word needs: 440 KB of it."""
    for rels in (word.part.rels, word.part.package.rels):
        for name, rel in list(rels.items()):
            if rel.reltype.endswith(("/stylesWithEffects", "/customXml", "/thumbnail")):
                del rels[name]


def _defaults(word: Word) -> None:
    """Language and font of whatever no style says otherwise."""
    properties = word.styles.element.find(
        f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}"
    )
    assert properties is not None
    for child in list(properties):
        properties.remove(child)
    properties.append(_fonts())
    properties.append(
        parse_xml(f'<w:lang {nsdecls("w")} w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>')
    )


def _fonts() -> object:
    names = " ".join(f'w:{kind}="{FONT}"' for kind in ("ascii", "hAnsi", "eastAsia", "cs"))
    return parse_xml(f"<w:rFonts {nsdecls('w')} {names}/>")


def _paragraph_style(word: Word, name: str) -> None:
    size, bold, before, after, indent, kept = LOOKS[name]
    there = {style.name for style in word.styles}
    style = (
        word.styles[name] if name in there else word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    )
    assert isinstance(style, ParagraphStyle)
    _plain(style)
    style.font.size, style.font.bold, style.font.italic = Pt(size), bold, False
    style.font.color.rgb = QUIET if name in ("Header", "Footer", "Contents") else INK
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(before), Pt(after)
    form.left_indent = Cm(indent)
    form.keep_with_next = kept
    form.line_spacing = 1.1
    if name == "List Bullet":
        form.first_line_indent = Cm(-0.63)
    if name == "Fact":
        form.first_line_indent = Cm(-indent)
        form.tab_stops.add_tab_stop(Cm(indent))
    if name not in ("Normal", "Header", "Footer"):
        style.quick_style = True
    if name == "Quote":
        style.element.get_or_add_pPr().insert_element_before(
            parse_xml(
                f"<w:pBdr {nsdecls('w')}>"
                '<w:left w:val="single" w:sz="18" w:space="8" w:color="6B7480"/></w:pBdr>'
            ),
            *("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"),
        )


def _plain(style: ParagraphStyle) -> None:
    """Takes away the looks that the library's template gives a style, bullets kept."""
    properties = style.element.rPr
    if properties is not None:
        style.element.remove(properties)
    paragraph = style.element.pPr
    for child in list(paragraph) if paragraph is not None else ():
        if child.tag not in (qn("w:numPr"), qn("w:outlineLvl")):
            paragraph.remove(child)


def _character_styles(word: Word) -> None:
    for name, colour in (("Reference", LINK), ("Label", QUIET)):
        style = word.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        style.font.color.rgb = colour
        style.quick_style = True
    word.styles["Reference"].font.size = Pt(9.5)
    word.styles["Reference"].font.underline = True


def _table_style(word: Word) -> None:
    """Rules all round, and a head in grey."""
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="8A939D"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    word.styles.element.append(
        parse_xml(
            f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="ReportTable">'
            '<w:name w:val="Report Table"/><w:basedOn w:val="TableNormal"/><w:qFormat/>'
            f"<w:tblPr><w:tblBorders>{edges}</w:tblBorders>"
            '<w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/>'
            "</w:tblCellMar></w:tblPr>"
            '<w:tblStylePr w:type="firstRow"><w:tcPr>'
            '<w:shd w:val="clear" w:color="auto" w:fill="E6EAEE"/></w:tcPr></w:tblStylePr>'
            "</w:style>"
        )
    )


def _page(word: Word) -> None:
    """A4, the title at the top, the number of the page at the foot."""
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin = section.bottom_margin = Cm(2.0)
    section.header_distance = section.footer_distance = Cm(1.1)
    header, footer = section.header.paragraphs[0], section.footer.paragraphs[0]
    header.text = "{{ title }}"
    footer.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _field(footer, "PAGE")
    footer.add_run(" / ")
    _field(footer, "NUMPAGES")


def _field(paragraph: Paragraph, code: str) -> None:
    paragraph._p.append(
        parse_xml(
            f'<w:fldSimple {nsdecls("w")} w:instr=" {code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        )
    )


def _properties(word: Word) -> None:
    properties = word.core_properties
    properties.author = properties.comments = properties.title = properties.keywords = ""
    properties.language = "en-GB"
    # A fixed day, so that making it again changes nothing.
    properties.created = properties.modified = datetime(2026, 11, 22, tzinfo=UTC)


def main() -> None:
    """Writes the template beside this file."""
    make().save(str(PATH))


if __name__ == "__main__":
    main()
