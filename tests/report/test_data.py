"""The report as JSON, and the schema that is published for it.

To approve a changed schema, read it and run
`MTCOACH_APPROVE=1 pytest tests/report/test_data.py`.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from mtcoach.report import DOCUMENTS, layout
from mtcoach.report.layouts.data import schema
from mtcoach.report.text import clean
from support.evaluations import Told
from support.hard import HARD, noted

PUBLISHED = Path(__file__).parents[2] / "docs" / "report.schema.json"


def data(told: Told, document: str = "report") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(layout(told.narrative(document), "json"))
    return found


def test_the_published_schema_is_what_the_code_says() -> None:
    made = json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"
    if os.environ.get("MTCOACH_APPROVE"):
        PUBLISHED.write_text(made, encoding="utf-8", newline="\n")
    assert PUBLISHED.read_text(encoding="utf-8") == made


def test_a_document_keeps_to_the_published_schema(each: Told, document: str) -> None:
    published = json.loads(PUBLISHED.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(published)
    found = data(each, document)
    assert list(Draft202012Validator(published).iter_errors(found)) == []
    assert found["narrative"]["document"] == document


def test_a_document_carries_no_figures_that_are_not_its_own(told: Callable[[str], Told]) -> None:
    carried = {
        name: [
            key for key, rows in data(told("mixed"), name)["narrative"]["figures"].items() if rows
        ]
        for name in DOCUMENTS
    }
    assert carried.pop("report") == ["ratings", "plan"]
    assert carried.pop("plan") == ["plan"]
    assert set(map(tuple, carried.values())) == {()}


def test_another_format_does_not(told: Callable[[str], Told]) -> None:
    published = Draft202012Validator(json.loads(PUBLISHED.read_text(encoding="utf-8")))
    found = data(told("bleak"))
    assert not published.is_valid({**found, "format": 2})
    assert not published.is_valid({"format": 1})


def test_it_holds_the_sentences_and_the_figures(told: Callable[[str], Told]) -> None:
    narrative = told("mixed").narrative()
    found = data(told("mixed"))
    assert found["format"] == 1
    blocks = [block for part in found["narrative"]["sections"] for block in part["blocks"]]
    assert {"paragraph", "chart", "table"} <= {block["kind"] for block in blocks}
    rows = {row["item"]: row for row in found["narrative"]["figures"]["ratings"]}
    assert rows["kq13"]["rating"] == "Red"
    assert found["narrative"]["figures"]["plan"][0]["lead"] == "DHT (BGE) with PTs"
    assert set(found["narrative"]["cards"]) == narrative.cards


def test_the_same_report_is_the_same_file(told: Callable[[str], Told]) -> None:
    assert layout(told("mixed").narrative(), "json") == layout(told("mixed").narrative(), "json")


@pytest.mark.parametrize("text", HARD, ids=range(len(HARD)))
def test_hard_text_comes_back_as_typed(text: str, tell: Callable[..., Told]) -> None:
    (row,) = [
        row for row in data(noted(text, tell))["narrative"]["figures"]["ratings"] if row["notes"]
    ]
    assert row["notes"][0]["text"] == clean(text)
