"""The prose of six very different evaluations in every document, as it was read and approved.

A change of wording shows here as a difference of text. To approve it, read the
new documents and run `MTCOACH_APPROVE=1 pytest tests/report/test_approved.py`.
"""

from __future__ import annotations

import os
from pathlib import Path

from mtcoach.report import layout
from support.evaluations import Told

APPROVED = Path(__file__).parent / "approved"


def test_the_document_reads_as_approved(each: Told, document: str) -> None:
    path = APPROVED / document / f"{each.name}.md"
    text = layout(each.narrative(document), "md")
    if os.environ.get("MTCOACH_APPROVE"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")
