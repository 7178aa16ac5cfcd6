"""The docs say what is true.

To approve a changed reference, read it and run
`MTCOACH_APPROVE=1 pytest tests/test_docs.py`.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from support.reference import reference

ROOT = Path(__file__).parent.parent
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]


def test_the_reference_is_what_the_code_says() -> None:
    path = ROOT / "docs" / "reference.md"
    if os.environ.get("MTCOACH_APPROVE"):
        path.write_text(reference(), encoding="utf-8", newline="\n")
    assert path.read_text(encoding="utf-8") == reference()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_between_pages_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
        if not target.startswith(("http://", "https://")):
            assert (page.parent / target).exists(), target


def test_the_readme_gives_the_two_commands() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "\nuv run mtcoach\nuv run pytest\n" in text
