"""A tally sheet to print, for a show of hands or for slips of paper, with slips to copy and cut."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, Literal

from mtcoach.questions.loading import Library
from mtcoach.questions.models import Step
from mtcoach.workshop.ballots import LEAST

if TYPE_CHECKING:
    from jinja2 import Environment

SLIPS: Final = 10
"""Slips on the last page, which is copied as often as there are people."""


def tally_sheet(items: Sequence[str], library: Library, form: Literal["md", "html"] | str) -> str:
    """A sheet with two votes for each of `items`, ids of `library`, as Markdown or one HTML page.

    The page ends with slips for a secret vote, which text cannot draw. Raises `KeyError` for
    an id that is in no bank.
    """
    found = [library.items[item] for item in items]
    shown = _environment().get_template(f"tally.{form}.jinja")
    steps = _steps(found[0].id, library)
    return shown.render(items=found, steps=steps, least=LEAST, slips=SLIPS).rstrip()


def _steps(item: str, library: Library) -> tuple[Step, ...]:
    """The steps that the item is voted on by, as its bank's scale has them."""
    return library.scale(library.homes[item].scale).steps


def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

    return Environment(
        loader=PackageLoader("mtcoach.workshop", "templates"),
        autoescape=select_autoescape(enabled_extensions=("html.jinja",)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
