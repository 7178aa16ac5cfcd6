"""Questions to read or print: an item's card, a sheet to write on, a bank to begin from."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from typing import TYPE_CHECKING, Literal

from mtcoach.questions.loading import Library
from mtcoach.questions.models import COLOURS, Bank, Item

if TYPE_CHECKING:
    from jinja2 import Environment


def card(item: Item, library: Library) -> str:
    """Everything a bank holds on `item`, as text."""
    theme = library.themes[item.theme]
    bank = library.homes[item.id]
    shown = _environment().get_template("card.txt.jinja")
    return shown.render(item=item, theme=theme, bank=bank, colours=COLOURS).rstrip()


def sheet(banks: Sequence[Bank], library: Library, form: Literal["md", "html"] | str) -> str:
    """A question sheet over `banks`, to print: Markdown or one self-contained page."""
    shown = _environment().get_template(f"sheet.{form}.jinja")
    return shown.render(banks=banks, themes=library.themes, framework=library.framework).rstrip()


def starter() -> str:
    """A small bank with comments, which passes `check` as it is."""
    return files("mtcoach.questions").joinpath("templates/starter.yaml").read_text("utf-8")


def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

    return Environment(
        loader=PackageLoader("mtcoach.questions", "templates"),
        autoescape=select_autoescape(enabled_extensions=("html.jinja",)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
