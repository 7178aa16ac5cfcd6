"""A leader's words made fit to be printed, and dates and lists as prose has them.

Nothing that can be shown is changed; what cannot be shown is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

UNSHOWN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufeff\ufffe\uffff]"  # controls, noncharacters
)
"""Characters that no page can show; some of them would break a file."""

EXTRACT: Final = 320
"""Characters of a note that a paragraph can bear; the whole note stands in the appendix."""

_ENDS = re.compile(r"[.!?](?=\s)")


def clean(text: str) -> str:
    """`text` without what cannot be shown; line ends as one kind, lone surrogates as `�`."""
    text = re.sub("\r\n?|[\u2028\u2029\x0b\x0c\x85]", "\n", text)
    text = re.sub("[\ud800-\udfff]", "�", text)
    return UNSHOWN.sub("", text).strip()


def extract(text: str, limit: int = EXTRACT) -> tuple[str, bool]:
    """The beginning of `text` within `limit`, in whole sentences if it can; and if it is cut."""
    if len(text) <= limit:
        return text, False
    room = text[:limit]
    ends = [found.end() for found in _ENDS.finditer(room)]
    line = room.rfind("\n")
    at = max([*ends, line if line > limit // 3 else 0])
    if at < limit // 3:
        at = room.rfind(" ") if " " in room[limit // 3 :] else limit
    return text[:at].rstrip(), True


def day_in_words(day: date) -> str:
    """A date as a letter has it: `22 November 2026`."""
    # Not strftime: its `%B` follows the machine's language.
    month = (
        "January February March April May June July August September October November December"
    ).split()[day.month - 1]
    return f"{day.day} {month} {day.year}"


def spans(items: Iterable[str], order: tuple[str, ...]) -> list[tuple[str, ...]]:
    """`items` as references: one by one, or first and last of three and more in a row."""
    place = {item: index for index, item in enumerate(order)}
    runs: list[list[str]] = []
    for item in sorted(dict.fromkeys(items), key=lambda item: place.get(item, len(place))):
        follows = runs and place.get(runs[-1][-1], -2) + 1 == place.get(item, -1)
        if follows:
            runs[-1].append(item)
        else:
            runs.append([item])
    found: list[tuple[str, ...]] = []
    for run in runs:
        found += [(run[0], run[-1])] if len(run) > 2 else [(item,) for item in run]
    return found


def numbers(events: Iterable[int]) -> str:
    """Event numbers, runs shortened: `4, 7–9`."""
    runs: list[list[int]] = []
    for seq in sorted(set(events)):
        if runs and seq == runs[-1][-1] + 1:
            runs[-1].append(seq)
        else:
            runs.append([seq])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def in_transcript(events: Iterable[int]) -> str:
    """Where something stands: `event 4`, `events 4, 7–9`."""
    found = set(events)
    return f"{'event' if len(found) == 1 else 'events'} {numbers(found)}"
