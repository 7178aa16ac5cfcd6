"""Words that fill a cell and say nothing: "improve", "everyone happier", "various", "tbc".

A cell is hollow only where no other word stands in it, so that whatever is concrete is
never doubted: "happier at playtime" names a place, "no shared policy" a thing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from mtcoach.coach.plans.measures import figured, viewed
from mtcoach.transcript.events import PlanField

_PLACEHOLDER: Final = re.compile(
    r"^\W*(?:(?:still |all )?(?:t\.?b\.?[acd]|"
    r"to be (?:confirmed|agreed|decided|discussed|completed|"
    r"advised|announced|determined)|n\W?a|not applicable|pending|x{2,}|to follow|later|blank)"
    r"(?: (?:at|in|by|with|after|once)\b.*)?)?\W*$",
    re.IGNORECASE | re.DOTALL,
)
_SMALL: Final = frozenset(
    """
    a about across all also an and any are as at be been being both by can for from get gets
    getting give go going good had has have having how i in into is it its just kind make makes
    more most much of off on or our out over overall quite really same see should so some such
    that the their them there these they things thing this those through to too up us very was
    we well were what where which will with would etc not no't yet lot lots bit wee still
    """.split()
)
_PEOPLE: Final = frozenset(
    """
    children child everybody everyone learner learners people person pupil pupils school schools
    staff student students teacher teachers weans bairns young whole
    """.split()
)
_BETTER: Final = frozenset(
    """
    achieve achieving achievement aspire attain attaining attainment best better boost boosted
    consistency consistent consistently data develop developed development difference different
    effective effectively embed embedded engage engaged engagement enhance enhanced enhancement
    ensure ensured excellence excellent experience experiences greater happier happy higher highest
    impact improve improved improvement improvements improves improving increase increased
    increasing learning level levels monitoring opportunities outcome outcomes outstanding
    performance positive progress quality raise raised raises raising rise robust standard standards
    strengthen strengthened strong stronger success successes successful support supported system
    systems teaching tracking use used using work works working
    """.split()
)
_STATE: Final = frozenset(
    """
    acceptable adequate average bad baseline below better bits concern concerns could currently
    differs enough fair gaps great here improve improved improvement improving inconsistency
    inconsistent issues limited low lower mixed needs need now ok okay okish patchy picture place
    places poor present problem problems room satisfactory so-so sometimes starting unclear uneven
    unsure variable varied varies various vary weak working today moment expected expect expectation
    expectations differing different variation pieces bitty rubbish dire terrible alright fine
    """.split()
)
_ANYTHING: Final = frozenset(
    """
    anything available appropriate assorted data different document documentation documents
    evidence everyone everything everywhere feedback files folder folders general info
    information many measure measures measured multiple number ongoing others paperwork
    places range relevant
    results several school something somewhere source sources sorts stats systems usual
    various variety varied ways wide observe observed evaluate evaluation evaluations impact
    improvement improvements
    """.split()
)
_HOLLOW: Final[Mapping[PlanField, frozenset[str]]] = {
    "outcome": _SMALL | _PEOPLE | _BETTER | {"various"},
    "baseline": _SMALL | _PEOPLE | _STATE,
    "source": _SMALL | _ANYTHING,
}
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def placeholder(value: str) -> bool:
    """Whether a cell only says that it is empty: "tbc", "to be agreed", "n/a", a dash."""
    return bool(_PLACEHOLDER.match(value))


def hollow(field: PlanField, value: str) -> bool:
    """Whether a cell says nothing that could be seen; only of those that `_HOLLOW` knows."""
    empty = _HOLLOW.get(field)
    if empty is None or figured(value) or viewed(value) or re.search(r"\d", value):
        return False
    words = [word.lower().replace("’", "'") for word in _WORD.findall(value)]
    return all(word in empty for word in words)
