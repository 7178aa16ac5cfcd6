"""References from a sentence to the items it rests on, as every layout prints them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from mtcoach.report.narrative import Narrative
from mtcoach.report.text import spans

References = Callable[[Iterable[str]], list[tuple[str, ...]]]


def referrer(narrative: Narrative) -> References:
    """What turns items into references: those with a place in the appendix, runs shortened."""

    def references(items: Iterable[str]) -> list[tuple[str, ...]]:
        return spans((item for item in items if item in narrative.cards), narrative.order)

    return references
