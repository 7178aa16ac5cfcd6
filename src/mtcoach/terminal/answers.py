"""An answer at a glance, and whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from mtcoach.terminal.glyphs import glyphs
from mtcoach.terminal.marks import mark
from mtcoach.terminal.sayings import plain, safe

if TYPE_CHECKING:
    from mtcoach.questions.models import Item
    from mtcoach.transcript.record import Answer


def glance(item: Item, answer: Answer) -> Content:
    """One to three lines: number, topic and mark; the evidence; the next step."""
    shown = mark(answer)
    inferred = " (from your words)" if answer.how == "inferred" and answer.rating else ""
    lines = [
        Content.assemble(
            (f"{safe(item.number):>5}  ", "$foreground-muted"),
            (f"{safe(item.topic):<26}", "bold"),
            (f"{shown.letter} {shown.word}", shown.style),
            (inferred, "$foreground-muted"),
        )
    ]
    if answer.evidence.strip():
        lines.append(Content(f"       {_flat(answer.evidence)}"))
    if answer.steps:
        steps = "; ".join(_flat(step.text) for step in answer.steps)
        lines.append(Content(f"       {glyphs().step} {steps}"))
    return Content("\n").join(lines)


def whole(item: Item, answer: Answer) -> Content:
    """Everything held about an item, under its question."""
    shown = mark(answer)
    blocks = [
        Content.assemble((f"{safe(item.number)}  {safe(item.topic)}", "bold $text-primary")),
        plain(item.question),
        Content.styled(f"{shown.letter} {shown.word}", shown.style),
    ]
    parts = (
        ("Evidence", [note.text for note in answer.notes]),
        ("Next step", [step.text for step in answer.steps]),
        ("Not known yet", list(answer.gaps)),
    )
    for title, texts in parts:
        if texts:
            lines = [plain(text) for text in texts]
            blocks.append(Content("\n").join((Content.styled(title, "bold"), *lines)))
    return Content("\n\n").join(blocks)


def _flat(text: str) -> str:
    return " ".join(safe(text).split())
