"""Words of time to a day: which stretch is meant, and which day of it.

A bare term, month or session means its end; a break, the last school day before it;
"after" and "back from", the first school day that follows. Pure: the day that it is
comes in, so the same words said on the same day are always the same day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Final

from mtcoach.coach.dates.points import Hit, Placement, deadline
from mtcoach.coach.dates.spans import Meant, Now, Span, counted, later, targets
from mtcoach.coach.dates.spelling import mended
from mtcoach.questions.calendar import A_DAY, Calendar

EARLY: Final = 9
"""Days into a month or a term that are still early in it."""


_EDGE: Final = re.compile(
    r"(?:\b(?P<start>start|beginning|outset|first (?:school )?(?:day|week)|1st (?:day|week))"
    r"|\b(?P<early>early(?: days| on)?)"
    r"|\b(?P<mid>mid|middle|half[ -]?way (?:through|into)|in the course)"
    r"|\b(?P<end>end|close|finish|last (?:school )?(?:day|week)|late|latter (?:part|half)"
    r"|back end))"
    r"(?: of| in| part of)?(?: the| this| that| our)?[ -]*$"
)
_BEHIND: Final = re.compile(r"(?:'s|s')? (?:(?P<start>start|beginning)|(?P<end>end))\b")
_BEFORE: Final = re.compile(
    r"(?:\b(?P<before>before|ahead of|prior to|in advance of|up to)"
    r"|\b(?P<after>after|following|back from|return from|once back from)"
    r"|\b(?P<by>by|in time for|until|till|no later than|at the latest by)"
    r"|\b(?P<in>in|into|during|at|on|over|for|from|of))(?: the| this| our)? *$"
)
_OFFSET: Final = re.compile(
    r"(?P<count>\d{1,2}|an?|a couple of|couple of) "
    r"(?P<unit>day|school day|week|school week|fortnight|month)s? "
    r"(?P<way>before|prior to|ahead of|after|following|into|of|from)(?: the)? *$"
)
_YEAR: Final = re.compile(
    r",? *(?:(?:of|in|session|the|school year) )*"
    r"(?:\(?(?P<year>20\d\d)(?: ?[-/–] ?(?:20)?(?P<to>\d\d)(?!\d))?\)?(?![\w/])"
    r"|(?P<short>2\d|3\d) ?[-/–] ?(?P<short_to>\d\d)(?![\w/])"
    r"|'(?P<quoted>\d\d)\b|(?P<bare>2[5-9]|3\d)(?![\w/%.:-]| of)"
    r"|(?:(?P<which>this|next|coming) (?P<what>year|session|school year)))"
)
_LEADING: Final = re.compile(r"(?:of|in)(?: the)? |the ")
_FILLERS: Final = frozenset(
    """
    a about achieved actually aim aiming all an and approx approximately around as at be been
    before begun between by complete completed date deadline definitely done due finally
    finish finished for from fully go got have hopefully i i'd ideally in is ish it it's its later
    latest let's lets like make maybe met next no not now of ok on or please probably ready
    roughly say should so sometime sorry start starting target than that the then there think
    this till time to until up we we'd well will with would yes
    """.split()
)


def place(text: str, today: date, calendar: Calendar) -> Placement:
    """The day that `text` means, said on `today`: of several, the one it is to be done by."""
    plain = mended(text)
    hits = list(_hits(plain, Now(today, calendar)))
    if not hits:
        return Placement("unclear")
    alone = all(word in _FILLERS for word in _left(plain, hits))
    return replace(deadline(plain, hits), alone=alone)


def _left(plain: str, hits: Sequence[Hit]) -> list[str]:
    """The words of `plain` that are no words of time."""
    for hit in reversed(hits):
        plain = plain[: hit.start] + " " + plain[hit.end :]
    return re.findall(r"[^\W_]+(?:'[a-z]+)?", plain)


def _hits(plain: str, now: Now) -> Iterator[Hit]:
    """Every stretch of words of time in `plain`, in order."""
    found = [
        (_core(match), place, match, meant)
        for place, (pattern, meant) in enumerate(_targets(now.calendar))
        for match in pattern.finditer(plain)
    ]
    at, beyond = 0, None
    for start, _, match, meant in sorted(found, key=lambda each: each[:2]):
        if start < at:
            continue
        hit = _read(plain, match, meant, now, at)
        if beyond and hit.end < beyond.end:
            continue  # of "end of term 2 2030", "end of term" is a part and not what was meant
        if hit.placement.why == "beyond":
            # Perhaps a plainer pattern knows what to make of the same words.
            beyond = beyond or hit
            continue
        if beyond and beyond.end <= hit.start:
            yield beyond
        beyond, at = None, hit.end
        yield hit
    if beyond:
        yield beyond


def _core(match: re.Match[str]) -> int:
    """Where the words of time themselves begin, after an "of the"."""
    lead = _LEADING.match(match.group())
    return match.start() + (lead.end() if lead else 0)


@lru_cache(maxsize=4)
def _targets(calendar: Calendar) -> tuple[tuple[re.Pattern[str], Meant], ...]:
    return targets(calendar)


def _read(plain: str, match: re.Match[str], meant: Meant, now: Now, after: int) -> Hit:
    """The words of time at `match`, with what stands before and behind them."""
    start = _core(match)
    edge, offset, begun = _edges(plain[after:start])
    end = match.end()
    if behind := _BEHIND.match(plain, end):  # "next session's start"
        edge, end = behind.lastgroup or edge, behind.end()
    year = _YEAR.match(plain, end)
    spans = sorted(meant(match, now), key=lambda span: span.begins)
    if year:
        spans = [span for span in spans if _of_year(span, year, edge, now)]
    days = [_moved(span, edge, offset, now.calendar) for span in spans]
    coming = [day for day in days if day >= now.day]
    end = year.end() if year else end
    reckoned = bool(spans) and spans[0].kind != "day"
    if coming:
        placement = Placement("placed", coming[0], reckoned=reckoned)
    elif days:
        placement = Placement("past", days[-1], reckoned=reckoned)
    else:
        placement = Placement("beyond")
    return Hit(after + begun, end, placement)


def _edges(before: str) -> tuple[str, re.Match[str] | None, int]:
    """What the words just before a target say of it: which end, how far from it, since where."""
    edge = _EDGE.search(before)
    name = edge.lastgroup or "" if edge else ""
    before = before[: edge.start()] if edge else before
    offset = _OFFSET.search(before)
    if offset:
        return name, offset, offset.start()
    prep = _BEFORE.search(before)
    if prep is None:
        return name, None, len(before)
    said = prep.lastgroup or ""
    if not name:
        name = said
    elif name == "start" and said == "before":
        name = "before"
    return name, None, prep.start()


def _of_year(span: Span, year: re.Match[str], edge: str, now: Now) -> bool:
    """Whether `span` is of the year, or of the session, that was said."""
    first = year["year"] or year["short"] or year["quoted"] or year["bare"]
    if first is None:
        here = now.session
        if year["what"] != "year" and here:
            return (span.begins > here.ends) == (year["which"] != "this")
        return _day(span, edge, now.calendar).year == now.day.year + (year["which"] != "this")
    wanted = int(first) % 100 + 2000
    if year["to"] or year["short_to"]:
        return date(wanted, 8, 1) <= span.begins < date(wanted + 1, 8, 1)
    return _day(span, edge, now.calendar).year == wanted


def _moved(span: Span, edge: str, offset: re.Match[str] | None, calendar: Calendar) -> date:
    """The day of `span` that is meant, so many weeks before or after it where that was said."""
    if offset is None:
        return _day(span, edge, calendar)
    count, unit = counted(offset["count"]), offset["unit"]
    match offset["way"]:
        case "before" | "prior to" | "ahead of":
            base = _day(span, edge or "before", calendar)
            return calendar.last_school_day(later(base, -count, unit))
        case "into":
            return calendar.last_school_day(later(span.begins, count, unit))
        case _:
            base = _day(span, edge or "after", calendar)
            return calendar.last_school_day(later(base, count, unit))


def _day(span: Span, edge: str, calendar: Calendar) -> date:
    """The day of `span` that is meant by its `edge`, or by the bare word."""
    if span.kind == "turn":
        edge = "before" if edge in ("", "by", "before") else "after"
    if edge == "before" or (span.kind == "break" and edge not in ("after", "end")):
        return calendar.last_school_day(span.begins - A_DAY)
    if edge == "after" or (span.kind == "break" and edge == "end"):
        return calendar.first_school_day(span.ends + A_DAY)
    if span.kind == "day":
        return span.begins
    match edge:
        case "start":
            return calendar.first_school_day(span.begins)
        case "early":
            return calendar.last_school_day(min(span.begins + EARLY * A_DAY, span.ends))
        case "mid":
            return calendar.last_school_day(span.begins + (span.ends - span.begins) // 2)
        case _:
            return calendar.last_school_day(span.ends)
