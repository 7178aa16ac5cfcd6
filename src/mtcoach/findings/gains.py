"""Which strengths come with a gain for learners, which do not yet, and which are in doubt.

Over the profiles of a whole evaluation, in the order of its questions. A gain is only what a
note tells of; that there is none in a note is no finding that learners gained nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtcoach.findings.profile import Kind, Profile, View


def strengths(profiles: Sequence[Profile]) -> list[View]:
    """The greens with evidence behind them."""
    return list(_found(profiles, "strength"))


def gains(profiles: Sequence[Profile]) -> list[View]:
    """The strengths whose notes say what has changed for learners, and do not say it ruefully."""
    return [view for view in strengths(profiles) if _impact(view) and not _rueful(view)]


def unproven(profiles: Sequence[Profile]) -> list[View]:
    """The other strengths: what learners gained is not noted yet."""
    proven = {view.item for view in gains(profiles)}
    return [view for view in strengths(profiles) if view.item not in proven]


def thin(profiles: Sequence[Profile]) -> list[View]:
    """The greens without evidence worth the name."""
    return list(_found(profiles, "thin"))


def doubted(profiles: Sequence[Profile]) -> list[View]:
    """The greens whose notes tell of difficulties."""
    return [view for view in _found(profiles, "at_odds") if view.standing == "green"]


def elsewhere(profiles: Sequence[Profile]) -> list[View]:
    """What is rated amber or red, and has a note that speaks of learners."""
    views = (view for profile in profiles for view in profile.views)
    return [view for view in views if view.standing in ("amber", "red") and _impact(view)]


def _found(profiles: Sequence[Profile], kind: Kind) -> Iterator[View]:
    for profile in profiles:
        items = profile.items(kind)
        yield from (view for view in profile.views if view.item in items)


def _impact(view: View) -> bool:
    return bool(view.judgement and "impact" in view.judgement.elements)


def _rueful(view: View) -> bool:
    return bool(view.judgement and view.judgement.tone == "negative")
