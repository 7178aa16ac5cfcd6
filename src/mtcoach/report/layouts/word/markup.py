"""Text as runs of WordprocessingML: the one place where a leader's words become XML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import pass_context
from markupsafe import Markup

from mtcoach.report.layouts.words import leftward, showable

if TYPE_CHECKING:
    from jinja2.runtime import Context

# Braces as references: a note with a field in it must not look like one to docxtpl.
_ESCAPED = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&quot;",
        "{": "&#123;",
        "}": "&#125;",
        "\n": '</w:t><w:br/><w:t xml:space="preserve">',
        "\t": '</w:t><w:tab/><w:t xml:space="preserve">',
    }
)


def inner(text: str) -> Markup:
    """`text` for the inside of a `w:t`: a field in a line of the template."""
    return Markup(showable(text).translate(_ESCAPED))


@pass_context
def run(context: Context, text: str, style: str = "") -> Markup:
    """`text` as a run, in a character style of that name."""
    looks = Markup('<w:rStyle w:val="{}"/>').format(context["styles"][style]) if style else ""
    turned = Markup("<w:rtl/>") if leftward(text) else ""
    properties = Markup("<w:rPr>{}{}</w:rPr>").format(looks, turned) if looks or turned else ""
    shown = inner(text)
    return Markup('<w:r>{}<w:t xml:space="preserve">{}</w:t></w:r>').format(properties, shown)


@pass_context
def quoted(context: Context, text: str) -> Markup:
    """A leader's words between quotation marks, which follow our direction and not theirs."""
    if leftward(text):
        return run(context, "“") + run(context, text) + run(context, "”")
    return run(context, f"“{showable(text)}”")


def bidi(text: str) -> Markup:
    """The property of a paragraph that runs from right to left."""
    return Markup("<w:bidi/>") if leftward(text) else Markup("")
