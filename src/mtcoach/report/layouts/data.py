"""The narrative and its figures as JSON, and the published schema of that.

The format has a number, which grows when a field changes its meaning or goes.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from mtcoach.report.narrative import Narrative

if TYPE_CHECKING:
    from pydantic import TypeAdapter

FORMAT: Final = 1


@dataclass(frozen=True, slots=True)
class Document:
    """A report as data. `narrative.figures` holds the ratings and the plan, a row each."""

    format: int
    narrative: Narrative


def as_json(narrative: Narrative) -> str:
    """`narrative` as a JSON file."""
    return json.dumps(plain(narrative), ensure_ascii=False, indent=1) + "\n"


def plain(narrative: Narrative) -> dict[str, Any]:
    """`narrative` as dicts, lists and text, in the order that the report has."""
    data: dict[str, Any] = _adapter().dump_python(Document(FORMAT, narrative), mode="json")
    # A set has no order of its own; two writings of a report shall be the same.
    data["narrative"]["cards"].sort()
    return data


def schema() -> dict[str, Any]:
    """The JSON schema of what `as_json` writes."""
    made = _adapter().json_schema(mode="serialization")
    made["properties"]["format"]["const"] = FORMAT
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}


@cache
def _adapter() -> TypeAdapter[Document]:
    from pydantic import TypeAdapter

    return TypeAdapter(Document)
