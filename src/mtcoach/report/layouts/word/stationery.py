"""The Word template: ours, or one that a council has made of it.

A template of somebody else's may lack a style that a report needs; it is lent
ours, so that any Word document with a field in it will do.
"""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from mtcoach.errors import CoachError

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docxtpl import DocxTemplate

OURS: Final = Path(__file__).parents[2] / "templates" / "word" / "report.docx"


def opened(path: Path | None) -> DocxTemplate:
    """The template at `path`, or ours."""
    from docxtpl import DocxTemplate

    chosen = path or OURS
    try:
        template = DocxTemplate(chosen)
        template.init_docx()
    except FileNotFoundError as error:
        raise CoachError(f"{chosen}: there is no such file; --template needs a .docx") from error
    except Exception as error:  # python-docx raises what zip, XML or a missing part raises
        why = f"{chosen}: this is not a Word document that can be read; save it in Word as .docx"
        raise CoachError(why) from error
    return template


def styles(word: Word, ours: bool) -> dict[str, str]:
    """The ids of the template's styles by their names, those that it lacks lent from ours."""
    found = {style.name: style.style_id for style in word.styles if style.name}
    if not ours:
        from docx import Document

        lender = Document(str(OURS))
        lacking = [style for style in lender.styles if style.name and style.name not in found]
        for style in lacking:
            found[style.name or ""] = _lent(style.element, lender, word, found)
    return found


def _lent(element: Any, lender: Word, word: Word, found: dict[str, str]) -> str:
    """Puts a copy of one of our styles into `word`; its id there."""
    from docx.oxml.ns import qn

    copied = deepcopy(element)
    taken, name = set(found.values()), str(copied.get(qn("w:styleId")))
    while name in taken:
        name += "X"
    copied.set(qn("w:styleId"), name)
    # What it points to goes by the other document's ids, or not at all.
    names = {style.style_id: style.name or "" for style in lender.styles}
    for tag in ("w:basedOn", "w:next", "w:link"):
        for pointer in copied.findall(qn(tag)):
            there = found.get(names.get(pointer.get(qn("w:val")), ""))
            if there:
                pointer.set(qn("w:val"), there)
            else:
                copied.remove(pointer)
    for number in copied.iter(qn("w:numId")):
        number.set(qn("w:val"), _numbered(number.get(qn("w:val")), lender, word))
    word.styles.element.append(copied)
    return name


def _numbered(number: str, lender: Word, word: Word) -> str:
    """Copies the bullets that our style uses; the number they have in `word`."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.oxml.ns import qn
    from docx.parts.numbering import NumberingPart

    source: Any = lender.part.numbering_part.element
    if not any(rel.reltype == RELATIONSHIP_TYPE.NUMBERING for rel in word.part.rels.values()):
        place, kind = PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING
        part = NumberingPart.load(place, kind, lender.part.numbering_part.blob, word.part.package)
        word.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
        return number
    target: Any = word.part.numbering_part.element

    def by(tag: str, key: str, value: str) -> Any:
        return next(e for e in source.findall(qn(tag)) if e.get(qn(key)) == value)

    def free(tag: str, key: str) -> str:
        return str(max((int(e.get(qn(key))) for e in target.findall(qn(tag))), default=0) + 1)

    num = deepcopy(by("w:num", "w:numId", number))
    bullets = deepcopy(
        by("w:abstractNum", "w:abstractNumId", num.find(qn("w:abstractNumId")).get(qn("w:val")))
    )
    new = free("w:abstractNum", "w:abstractNumId")
    bullets.set(qn("w:abstractNumId"), new)
    num.find(qn("w:abstractNumId")).set(qn("w:val"), new)
    num.set(qn("w:numId"), free("w:num", "w:numId"))
    target.insert(len(target.findall(qn("w:abstractNum"))), bullets)
    target.append(num)
    return str(num.get(qn("w:numId")))
