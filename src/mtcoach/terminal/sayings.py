"""What was said as Textual content. Nobody's words are read as markup here."""

from __future__ import annotations

import re
from typing import TypeAlias, assert_never

from textual.content import Content

from mtcoach.terminal.glyphs import glyphs
from mtcoach.terminal.marks import RATINGS
from mtcoach.transcript.events import Event, Heard, Said
from mtcoach.transcript.sayings import (
    Line,
    Listing,
    Question,
    Recorded,
    Saying,
    Summary,
)

Spoken: TypeAlias = Said | Heard

# Control characters would move the terminal's cursor; line breaks and tabs are layout.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def plain(text: str) -> Content:
    """`text` as it is, safe for a terminal."""
    return Content(safe(text))


def safe(text: str) -> str:
    """`text` without control characters, tabs as spaces, lone surrogates replaced."""
    text = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return text.expandtabs(4).encode("utf-8", "replace").decode("utf-8")


def spoken(event: Event) -> Spoken | None:
    """`event` if it is a message of either side."""
    return event if isinstance(event, (Said, Heard)) else None


def message(said: Spoken) -> Content:
    """A whole message, its speaker named on the first line."""
    match said:
        case Said(sayings=sayings):
            return Content("\n").join(
                (Content.styled("Coach", "bold $text-primary"), body(sayings))
            )
        case Heard(text=text):
            return heard(text)
        case _:
            assert_never(said)


def body(sayings: tuple[Saying, ...]) -> Content:
    """What the coach said in one turn."""
    return Content("\n").join(_spaced(sayings))


def heard(text: str, aside: str = "") -> Content:
    """The leader's message; `aside` says what is still happening to it."""
    name = Content.styled("You", "bold $text-secondary")
    if aside:
        name = Content.assemble(name, (f"  {aside}", "italic $foreground-muted"))
    return Content("\n").join((name, plain(text.strip("\n"))))


def _spaced(sayings: tuple[Saying, ...]) -> list[Content]:
    """Sayings with an empty line around each that is more than a line."""
    blocks: list[Content] = []
    before: Saying | None = None
    for saying in sayings:
        block = not isinstance(saying, (Line, Recorded))
        if before is not None and (block or not isinstance(before, (Line, Recorded))):
            blocks.append(Content(""))
        blocks.append(_content(saying))
        before = saying
    return blocks


def _content(saying: Saying) -> Content:
    match saying:
        case Line(text=text):
            return plain(text)
        case Question():
            return _question(saying)
        case Recorded(rating=rating, text=text):
            sign = Content(f"{glyphs().done} ")
            if rating is not None:
                shown = RATINGS[rating]
                sign += Content.styled(f"{shown.letter} ", shown.style)
            return sign + plain(text)
        case Listing(title=title, lines=lines):
            return _listed(title, lines)
        case Summary(title=title, lines=lines):
            return _listed(title, lines)
        case _:
            assert_never(saying)


def _question(asked: Question) -> Content:
    head = Content.assemble(
        plain(asked.label).stylize("bold $text-primary"),
        Content.styled(f"   {safe(asked.place)}", "$foreground-muted"),
    )
    lines = [head, plain(asked.text).stylize("bold")]
    if asked.statement:
        lines.append(plain(asked.statement))
    return Content("\n").join(lines)


def _listed(title: str, lines: tuple[str, ...]) -> Content:
    head = plain(title).stylize("bold")
    return Content("\n").join((head, *(plain(f"{glyphs().bullet} {line}") for line in lines)))
