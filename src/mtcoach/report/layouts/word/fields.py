"""The fields of a Word template, and what is said of one that is wrong.

Lines (`{{ school }}`) stand anywhere in a line. Blocks (`{{ plan }}`) bring whole
paragraphs and stand in a paragraph of their own.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from markupsafe import Markup

from mtcoach.errors import CoachError

if TYPE_CHECKING:
    from docx.document import Document as Word

LINES: Final[dict[str, str]] = {
    "title": "the title of the report",
    "school": "the school's name",
    "stages": "its stages",
    "evaluated_by": "the role of who answered",
    "answered": "for whom they answered",
    "evaluated": "when the questions were answered",
    "report_written": "the day of the report",
    "questions": "which questions were asked",
    "drawn_from": "the documents they are drawn from",
    "framework": "the framework",
}
BLOCKS: Final[dict[str, str]] = {
    "report": "the whole report, from what was evaluated to the appendix",
    "facts": "the facts at its head, a line each",
    "contents": "the list of its parts, with links",
    "about": "what was evaluated, and how",
    "picture": "the overall picture, with chart and figures",
    "themes": "the parts on each theme",
    "plan": "the improvement plan, on pages turned on their side",
    "evaluation": "the leader's own evaluation of an indicator",
    "missing": "what is still missing",
    "appendix": "the full record",
}

_BLOCK: Final = re.compile(r"\{\{(?:p\s)?\s*(\w+)\s*\}\}")


class Block:
    """Paragraphs of a report, made only if the template asks for them."""

    def __init__(self, make: Callable[[], Markup]) -> None:
        self._make = make

    def __html__(self) -> str:
        return self._make()


def placed(word: Word, blocks: frozenset[str], name: str) -> None:
    """Readies each block for docxtpl; refuses one that does not stand in its own paragraph."""
    from docx.oxml.ns import qn
    from docx.text.paragraph import Paragraph

    body: Any = word.element.body
    parts = [part for each in word.sections for part in (each.header, each.footer)]
    elsewhere = [p for part in parts for p in part._element.iter(qn("w:p"))]
    for element in [*body.iter(qn("w:p")), *elsewhere]:
        text = "".join(node.text or "" for node in element.iter(qn("w:t")))
        for found in (each for each in _BLOCK.findall(text) if each in blocks):
            if element.getparent() is not body or not _BLOCK.fullmatch(text.strip()):
                raise CoachError(
                    f"{name}: {{{{ {found} }}}} brings whole paragraphs; put it in a paragraph "
                    f"of its own, outside tables, headers and footers"
                )
            Paragraph(element, None).text = f"{{{{p {found} }}}}"  # type: ignore[arg-type]


def wrong(error: Exception, name: str, known: list[str]) -> CoachError:
    """What is wrong with a template, in one sentence."""
    from jinja2 import TemplateSyntaxError, UndefinedError
    from jinja2.exceptions import SecurityError

    said = str(error).rstrip(".")
    missing = re.fullmatch(r"'(\w+)' is undefined", said)
    if missing:
        return CoachError(
            f"{name}: there is no field '{missing[1]}'; available are {', '.join(known)}"
        )
    if isinstance(error, SecurityError):
        return CoachError(f"{name}: a field reaches for what no template may use ({said})")
    if isinstance(error, TemplateSyntaxError | UndefinedError):
        return CoachError(f"{name}: a field is not written as it should be ({said})")
    return CoachError(f"{name}: a field cannot be filled in ({said}); write it as {{{{ school }}}}")
