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
    "then": "then and now: when the earlier evaluation was made, and by whom",
    "now": "then and now: the same of the later one",
    "comparison_written": "then and now: the day of the comparison",
}
BLOCKS: Final[dict[str, str]] = {
    "report": "the whole document, whichever it is",
    "facts": "the facts at its head, a line each",
    "contents": "the list of its parts, with links; the report alone has one",
    "about": "report: what was evaluated, and how",
    "since": "report: what has changed since the evaluation before, where there was one",
    "picture": "report: the overall picture, with charts and figures",
    "themes": "report: the parts on each theme",
    "plan": "report and plan: the improvement plan; the plan's pages are turned on their side",
    "evaluation": "report: the leader's own evaluation of an indicator",
    "missing": "report: what is still missing",
    "appendix": "report: the full record",
    "improved": "standards and quality: what improvements have been made",
    "learners": "standards and quality: what has improved for learners, and how we know",
    "next_steps": "standards and quality: next steps",
    "indicators": "standards and quality: the table of quality indicators",
    "glance": "plan: the priorities at a glance",
    "looked": "parents: what was looked at",
    "well": "parents: what goes well",
    "better": "parents: what is not good enough yet",
    "will": "parents: what will be done",
    "before": "briefing: where we have come from",
    "today": "briefing: where we are now",
    "asked": "briefing: what we may be asked",
    "ahead": "briefing: where we want to get to",
    "up": "then and now: what moved up",
    "down": "then and now: what moved down",
    "known": "then and now: what is known now and was not then",
    "lost": "then and now: what is no longer known",
    "stayed": "then and now: what did not move",
    "once": "then and now: what cannot be compared",
    "sources": "standards and quality, briefing: where it comes from, question by question",
}

# Parts that come several at a time, by the beginning of their names.
GROUPS: Final = {"theme-": "themes", "priority-": "plan"}

_BLOCK: Final = re.compile(r"\{\{(?:p\s)?\s*(\w+)\s*\}\}")


class Block:
    """Paragraphs of a document, made only if the template asks for them.

    `made` is None until then, and afterwards whether there were any.
    """

    def __init__(self, make: Callable[[], Markup]) -> None:
        self._make = make
        self.made: bool | None = None

    def __html__(self) -> str:
        text = self._make()
        self.made = bool(text)
        return text


def group(part: str) -> str:
    """The field that brings the part with this id."""
    found = (name for begins, name in GROUPS.items() if part.startswith(begins))
    return next(found, re.sub(r"\W+", "_", part.lower()))


def empty(blocks: dict[str, Block], name: str, document: str) -> CoachError | None:
    """What is wrong where a template asks for parts, and the document has none of them."""
    asked = [field for field, block in blocks.items() if block.made is not None]
    if not asked or any(blocks[field].made for field in asked):
        return None
    fields = " and ".join(f"{{{{ {field} }}}}" for field in asked)
    return CoachError(
        f"{name}: the document '{document}' has nothing for {fields}; put {{{{ report }}}} into "
        f"it, which brings the whole of any document, or name those it is for with --document"
    )


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
