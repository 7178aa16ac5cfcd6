"""A narrative laid out as Markdown or as HTML.

Each layout is one template over the same value; neither holds a sentence of the
report. Whatever a leader typed is escaped here and nowhere else.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from mtcoach.report.layouts import markdown
from mtcoach.report.layouts.chart import DRAWINGS, FILTERS
from mtcoach.report.layouts.references import referrer
from mtcoach.report.layouts.words import joints
from mtcoach.report.narrative import Narrative
from mtcoach.report.text import day_in_words, numbers

if TYPE_CHECKING:
    from jinja2 import Environment


def as_markdown(narrative: Narrative) -> str:
    """`narrative` as a Markdown page."""
    # Templates leave blank lines where a block had nothing to say.
    return re.sub(r"\n{3,}", "\n\n", _rendered(narrative, "md")).strip() + "\n"


def as_html(narrative: Narrative) -> str:
    """`narrative` as one HTML page that needs nothing else."""
    return _rendered(narrative, "html")


def _rendered(narrative: Narrative, form: str) -> str:
    template = _environment(form == "html").get_template(f"report.{form}.jinja")
    return template.render(narrative=narrative, references=referrer(narrative), drawings=DRAWINGS)


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
        **FILTERS,
        "numbers": numbers,
        "joints": joints,
    }
    return environment
