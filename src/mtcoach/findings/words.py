"""Numbers, plurals and lists as people say them, for whatever speaks about a record."""

from __future__ import annotations

from collections.abc import Sequence

_NUMBERS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
)


def number(count: int) -> str:
    """`count` as prose has it: words up to ten, figures after."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else str(count)


def counted(count: int, one: str, many: str | None = None) -> str:
    """`count` with its noun: `one question`, `12 questions`."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def either(count: int, one: str, many: str) -> str:
    """`one` for a single thing, `many` for any other count."""
    return one if count == 1 else many


def listed(parts: Sequence[str], last: str = "and") -> str:
    """`parts` as a list in a sentence; a comma before the last where a part has its own `and`."""
    if len(parts) < 2:
        return "".join(parts)
    inner = len(parts) > 2 and any(f" {last} " in part for part in parts)
    return ", ".join(parts[:-1]) + (", " if inner else " ") + f"{last} {parts[-1]}"


def capital(text: str) -> str:
    """`text` with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]
