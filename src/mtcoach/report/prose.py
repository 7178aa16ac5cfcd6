"""Sentences from the prose templates, each frame used once in a document.

A template of `templates/prose/` holds blocks; a block says one thing in several
ways and picks by `use`, the number of times the document has said it already.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from mtcoach.findings.words import capital, counted, either, listed, number
from mtcoach.report.narrative import Paragraph, Run
from mtcoach.report.text import clean

if TYPE_CHECKING:
    from jinja2 import Environment

# A leader's words and the names of items travel through the templates between
# control characters, which no cleaned text can hold.
_OPEN, _CLOSE = "\x02", "\x03"
_MARKED = re.compile(f"{_OPEN}([nqs])(.*?){_CLOSE}", re.DOTALL)
_KINDS = {"n": "name", "q": "quote", "s": "strong"}


class Prose:
    """The voice of one document: it remembers which frames it has used."""

    def __init__(self, names: dict[str, str]) -> None:
        """`names` gives each item the name it goes by in a sentence."""
        self._names = names
        self._used: Counter[str] = Counter()

    def say(
        self,
        what: str,
        *,
        items: Sequence[str] = (),
        events: Sequence[int] = (),
        **values: Any,
    ) -> Paragraph:
        """The block `what` (`theme.strengths`) as a paragraph resting on `items` and `events`."""
        file, _, block = what.partition(".")
        template = _environment().get_template(f"{file}.jinja")
        context = template.new_context(
            {"use": self._used[what], "names": self.names, "items": tuple(items), **values}
        )
        self._used[what] += 1
        text = "".join(template.blocks[block](context))
        return Paragraph(runs(text), tuple(dict.fromkeys(items)), tuple(sorted(set(events))))

    def named(self, item: str) -> str:
        """What `item` goes by in this document."""
        return self._names[item]

    def names(self, items: Sequence[str]) -> str:
        """The names of `items`, as a list in a sentence."""
        plain = [clean(self._names[item]) for item in items]
        return listed([_marked("n", name) for name in plain])


def _marked(kind: str, text: str) -> str:
    return f"{_OPEN}{kind}{text}{_CLOSE}"


def quoted(text: str) -> str:
    """A leader's words, for a template: printed as typed, between quotation marks."""
    return _marked("q", clean(str(text)))


def strong(text: str) -> str:
    """Words of weight, for a template."""
    return _marked("s", clean(str(text)))


def runs(text: str) -> tuple[Run, ...]:
    """Rendered text as runs; blanks of the template's layout become single spaces."""
    parts = _MARKED.split(text)
    found: list[Run] = []
    for index in range(0, len(parts), 3):
        ours = re.sub(r"[ \n\t]+", " ", parts[index])
        if not found:
            ours = ours.lstrip()
        if index + 1 >= len(parts):
            ours = ours.rstrip()
        if ours:
            found.append(Run(ours))
        if index + 1 < len(parts):
            found.append(Run(parts[index + 2], _KINDS[parts[index + 1]]))  # type: ignore[arg-type]
    return tuple(found)


def joined(said: Sequence[Paragraph], items: tuple[str, ...], events: tuple[int, ...]) -> Paragraph:
    """Several sentences as one paragraph that rests on `items` and `events`."""
    runs: list[Run] = []
    for paragraph in said:
        runs += [Run(" "), *paragraph.runs] if runs else paragraph.runs
    earlier = {seq for paragraph in said for seq in paragraph.earlier}
    return Paragraph(tuple(runs), items, tuple(sorted(set(events))), tuple(sorted(earlier)))


def together(said: Sequence[Paragraph]) -> Paragraph:
    """Several sentences as one paragraph that rests on all they rest on."""
    items = tuple(dict.fromkeys(item for paragraph in said for item in paragraph.items))
    return joined(said, items, tuple(seq for paragraph in said for seq in paragraph.events))


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    # No autoescape: this is plain text, and each layout escapes it as it needs.
    environment = Environment(
        loader=PackageLoader("mtcoach.report", "templates/prose"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,
    )
    environment.filters |= {
        "capital": capital,
        "listed": listed,
        "number": number,
        "quoted": quoted,
        "strong": strong,
        "worded": lambda keys, words: [words[key] for key in keys],
    }
    environment.globals |= {"counted": counted, "either": either}
    return environment
