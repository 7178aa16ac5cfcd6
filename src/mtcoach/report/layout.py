"""A narrative laid out as Markdown or as HTML.

Each layout is one template over the same value; neither holds a sentence of the
report. Whatever a leader typed is escaped here and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Final, Literal, get_args

from mtcoach.errors import CoachError
from mtcoach.report import markdown
from mtcoach.report.chart import drawn
from mtcoach.report.narrative import Narrative
from mtcoach.report.text import day_in_words, numbers, spans

if TYPE_CHECKING:
    from jinja2 import Environment

Format = Literal["md", "html"]
FORMATS: Final[tuple[Format, ...]] = get_args(Format)


def layout(narrative: Narrative, form: str) -> str:
    """`narrative` as the text of an `md` or `html` file."""
    if form not in FORMATS:
        known = " and ".join(FORMATS)
        raise CoachError(f"'{form}' is not a format of a report; there are {known}")
    template = _environment(form == "html").get_template(f"report.{form}.jinja")

    def references(items: Iterable[str]) -> list[tuple[str, ...]]:
        return spans((item for item in items if item in narrative.cards), narrative.order)

    text = template.render(narrative=narrative, references=references)
    # Templates leave blank lines where a block had nothing to say.
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n" if form == "md" else text


@cache
def _environment(html: bool) -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("mtcoach.report", "templates/layout"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=html,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "md": markdown.escaped,
        "md_line": markdown.line,
        "md_cell": markdown.cell,
        "md_block": markdown.block,
        "day_in_words": day_in_words,
        "drawn": drawn,
        "kind": lambda value: type(value).__name__,
        "numbers": numbers,
    }
    return environment
