"""A narrative as a tagged PDF (PDF/UA-1), drawn by typst.

All text goes over as data. The template is ours and reads no other file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any, Final

from mtcoach.report.layouts import chart
from mtcoach.report.layouts.columns import shares
from mtcoach.report.layouts.data import plain
from mtcoach.report.layouts.references import References, referrer
from mtcoach.report.layouts.typesetting import FONTS, typeset, unshown
from mtcoach.report.layouts.words import joint, showable
from mtcoach.report.narrative import Narrative, Picture, Table

TEMPLATE: Final = Path(__file__).parents[1] / "templates" / "pdf" / "report.typ"

# A word longer than a line has no place to break: it is given some, which no page shows.
_LONG: Final = re.compile(r"\S{30}(?=\S{15})")


def as_pdf(narrative: Narrative) -> bytes:
    """`narrative` as a .pdf file."""
    report = json.dumps(_data(narrative), ensure_ascii=False)
    for letter, name in unshown(report).items():
        report = report.replace(letter, name)
    return typeset(
        TEMPLATE.read_bytes(),
        "pdf",
        {"report": report},
        pdf_standards=["ua-1"],
        timestamp=int(datetime.combine(narrative.day, time(), UTC).timestamp()),
    )


def _data(narrative: Narrative) -> dict[str, Any]:
    """The report as data, with what each block needs to be drawn."""
    data: dict[str, Any] = _shown(plain(narrative), referrer(narrative))
    for block, drawn in zip(narrative.blocks, _blocks(data["narrative"]["sections"]), strict=True):
        if isinstance(block, Table):
            drawn["shares"] = shares(block)
        if isinstance(block, Picture):
            drawn["svg"] = chart.svg(block)
    title = data["narrative"]["title"]
    short = title if len(title) <= 90 else title[:90] + " […]"
    return {
        **data,
        "subject": "Self-evaluation",
        "short": short,
        "fonts": FONTS,
        "turned": narrative.turned,
    }


def _blocks(sections: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for section in sections:
        yield from section["blocks"]
        yield from _blocks(section["sections"])


def _shown(value: Any, references: References) -> Any:
    """Data with its text fit to be drawn, and references where something rests on items."""
    if isinstance(value, str):
        return _LONG.sub("\\g<0>\u200b", showable(value).replace("\t", "    "))
    if isinstance(value, list):
        return [_shown(each, references) for each in value]
    if isinstance(value, dict):
        shown = {key: _shown(each, references) for key, each in value.items()}
        for name in ("quotes", "notes", "steps"):
            if isinstance(value.get(name), list):
                _joined(value[name], shown[name])
        return shown | {"refs": references(value["items"])} if "items" in value else shown
    return value


def _joined(quotes: list[Any], shown: list[Any]) -> None:
    """Gives each quotation that is to be drawn the mark that stands behind it."""
    for index, drawn in enumerate(shown):
        if isinstance(drawn, dict) and "event" in drawn:
            two = quotes[index + 1] if index + 1 < len(quotes) else {"text": "", "label": ""}
            following = "" if two.get("cut") else two["text"]
            drawn["joint"] = joint(quotes[index]["text"], following, two["label"])
