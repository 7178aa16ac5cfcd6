"""What words of time may stand for: stretches of days, from the school terms or reckoned.

Each target is a pattern with the function that says which stretches it can mean. The
words are mended and in lower case (`spelling.py`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from mtcoach.questions.calendar import A_DAY, Calendar, Session, easter

Kind = Literal["day", "span", "break", "turn"]
YEARS_BACK: Final = 10
YEARS_ON: Final = 6
"""How far from now a year that somebody names may be."""

MONTHS: Final = (
    "january february march april may june july august september october november december"
).split()
WEEKDAYS: Final = "monday tuesday wednesday thursday friday saturday sunday".split()


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of days. By a `span` its end is meant; by a `break` the last day before it.

    A `turn` is a day that one comes up to or starts from: "by the new year", "in the new year".
    """

    begins: date
    ends: date
    kind: Kind = "span"
    session: str = ""


@dataclass(frozen=True, slots=True)
class Now:
    """The day that it is, and the school terms."""

    day: date
    calendar: Calendar

    @property
    def years(self) -> range:
        """The years that somebody may mean."""
        return range(self.day.year - YEARS_BACK, self.day.year + YEARS_ON)

    @property
    def session(self) -> Session | None:
        """The session that we are in, or the one that is coming."""
        return next((each for each in self.calendar.sessions if each.ends >= self.day), None)


Meant = Callable[[re.Match[str], Now], Iterator[Span]]

_MONTH: Final = rf"(?P<month>{'|'.join(MONTHS)})"
_DAYS: Final = "|".join(WEEKDAYS)
_TH: Final = r"(?:st|nd|rd|th)?"
_HEADS: Final = r"(?:breaks?|holidays?|weeks?|recess|weekend|vacation|bank holidays?|day)"
_THIS: Final = r"(?P<which>this|next|new|the new|coming|the coming|current|following|same)"
# "The week before Easter" and "the week of the 12th" are no week of their own.
_OF_IT: Final = r"(?! (?:before|after|of|following|beginning|commencing|ending)\b)"
_UNIT: Final = r"(?P<unit>day|school day|week|school week|fortnight|month|year)s?'?"
_COUNT: Final = r"(?P<count>\d{1,2}|an?|a couple of|couple of)"


def _day(year: int, month: int, day: int) -> Iterator[Span]:
    """That day, if the year has it."""
    try:
        found = date(year, month, day)
    except ValueError:
        return
    yield Span(found, found, "day")


def _iso(match: re.Match[str], now: Now) -> Iterator[Span]:
    return _day(int(match["y"]), int(match["m"]), int(match["d"]))


def _slashed(match: re.Match[str], now: Now) -> Iterator[Span]:
    written = match["y"]
    years = [int(written) % 100 + 2000] if written else now.years
    for year in years:
        yield from _day(year, int(match["m"]), int(match["d"]))


def _dated(match: re.Match[str], now: Now) -> Iterator[Span]:
    for year in now.years:
        yield from _day(year, MONTHS.index(match["month"]) + 1, int(match["d"]))


def _month(match: re.Match[str], now: Now) -> Iterator[Span]:
    month = MONTHS.index(match["month"]) + 1
    for year in now.years:
        yield _month_of(year, month)


def _month_of(year: int, month: int) -> Span:
    following = date(year + month // 12, month % 12 + 1, 1)
    return Span(date(year, month, 1), following - A_DAY)


def _term(match: re.Match[str], now: Now) -> Iterator[Span]:
    """The second term, term 2, T2, the last term: of every session."""
    number = match["n"] or match["n2"] or match["n3"]
    for session in now.calendar.sessions:
        place = len(session.terms) if number in ("last", "final") else int(number[0])
        if place <= len(session.terms):
            term = session.terms[place - 1]
            yield Span(term.begins, term.ends, "span", session.session)


def _this_term(match: re.Match[str], now: Now) -> Iterator[Span]:
    ahead = [term for term in now.calendar.terms if term.ends >= now.day]
    place = 1 if match["which"] in ("next", "coming", "the coming", "following", "new") else 0
    begun = bool(ahead) and ahead[0].begins <= now.day
    if place and not begun:
        place = 0  # between two terms, the next one is the one to come
    if place < len(ahead):
        yield Span(ahead[place].begins, ahead[place].ends)


def _named_term(match: re.Match[str], now: Now) -> Iterator[Span]:
    for session in now.calendar.sessions:
        for term in session.terms:
            if f"{match['season']} term" in (name.lower() for name in term.names):
                yield Span(term.begins, term.ends, "span", session.session)


def _session(match: re.Match[str], now: Now) -> Iterator[Span]:
    here = now.session
    if match["which"] is None:
        # Which one is left open: a year may follow, else it is the first to end.
        for each in now.calendar.sessions:
            yield Span(each.begins, each.ends, "span", each.session)
        return
    sessions = [each for each in now.calendar.sessions if here and each.session >= here.session]
    ahead = match["which"] in ("next", "new", "the new", "coming", "the coming", "following")
    if ahead and here and here.begins > now.day:
        ahead = False  # in the summer the next session is the one to come
    if len(sessions) > ahead:
        found = sessions[ahead]
        yield Span(found.begins, found.ends, "span", found.session)


def _numbered_session(match: re.Match[str], now: Now) -> Iterator[Span]:
    written = f"20{int(match['y']) % 100:02}-{int(match['y2']) % 100:02}"  # 25/12 is none
    for session in now.calendar.sessions:
        if session.session == written:
            yield Span(session.begins, session.ends, "span", written)


def stem(name: str) -> str:
    """The name of a break without what kind of thing it is: `october` of October break."""
    return re.sub(rf"[ -]{_HEADS}$", "", name.lower())


def _break(match: re.Match[str], now: Now) -> Iterator[Span]:
    name = match["name"]
    found = [
        Span(each.begins, each.ends, "break")
        for each in now.calendar.breaks
        if name in {stem(one) for one in each.names}
    ]
    known = {span.begins.year for span in found}
    reckoned = (span for span in _feasts(name, now) if span.begins.year not in known)
    yield from sorted([*found, *reckoned], key=lambda span: span.begins)


def _feasts(name: str, now: Now) -> Iterator[Span]:
    """The breaks of other years that can be reckoned without a calendar."""
    for year in now.years:
        sunday = easter(year)
        match name:
            case "easter":
                yield Span(sunday - 2 * A_DAY, sunday + A_DAY, "break")
            case "christmas":
                yield Span(date(year, 12, 25), date(year + 1, 1, 3), "break")
            case "summer":
                yield Span(date(year, 7, 1), date(year, 8, 14), "break")


def _named_day(match: re.Match[str], now: Now) -> Iterator[Span]:
    for day in now.calendar.days:
        names = [re.sub(r" days?$", "", name.lower()) for name in day.names]
        wanted = f"{match['of']} in-service" if match["of"] else "in-service"
        if any(name.endswith(wanted) for name in names):
            yield Span(day.on, day.on, "day")


def later(day: date, count: int, unit: str) -> date:
    """`day` and so many days, weeks, fortnights, months or years; a month's end stays one."""
    match unit.removeprefix("school "):
        case "month" | "year":
            months = day.month - 1 + count * (12 if unit == "year" else 1)
            span = _month_of(day.year + months // 12, months % 12 + 1)
            return span.begins.replace(day=min(day.day, span.ends.day))
        case name:
            return day + timedelta(days=count * {"day": 1, "week": 7, "fortnight": 14}[name])


def counted(said: str) -> int:
    """How many: `6`, `a`, `a couple of`."""
    return int(said) if said.isdigit() else 2 if "couple" in said else 1


def _duration(match: re.Match[str], now: Now) -> Iterator[Span]:
    end = later(now.day, counted(match["count"]), match["unit"])
    yield Span(now.day, end)


def _week(match: re.Match[str], now: Now) -> Iterator[Span]:
    monday = now.day - now.day.weekday() * A_DAY
    ahead = 7 * (match["which"] in ("next", "following", "coming", "the coming"))
    yield Span(monday + ahead * A_DAY, monday + (ahead + 4) * A_DAY)


def _this_month(match: re.Match[str], now: Now) -> Iterator[Span]:
    ahead = match["which"] in ("next", "following", "coming", "the coming")
    months = now.day.month - 1 + ahead
    yield _month_of(now.day.year + months // 12, months % 12 + 1)


def _weekday(match: re.Match[str], now: Now) -> Iterator[Span]:
    ahead = (WEEKDAYS.index(match["weekday"]) - now.day.weekday()) % 7 or 7
    yield Span(now.day + ahead * A_DAY, now.day + ahead * A_DAY, "day")


def _near_day(match: re.Match[str], now: Now) -> Iterator[Span]:
    day = now.day + A_DAY * (match["near"] == "tomorrow")
    yield Span(day, day, "day")


def _new_year(match: re.Match[str], now: Now) -> Iterator[Span]:
    for year in now.years:
        yield Span(date(year, 1, 1), date(year, 1, 1), "turn")


def _financial_year(match: re.Match[str], now: Now) -> Iterator[Span]:
    for year in now.years:
        yield Span(date(year, 4, 1), date(year + 1, 3, 31))


def _year(match: re.Match[str], now: Now) -> Iterator[Span]:
    yield Span(date(int(match["y"]), 1, 1), date(int(match["y"]), 12, 31))


def targets(calendar: Calendar) -> tuple[tuple[re.Pattern[str], Meant], ...]:
    """Every pattern with what it may mean, the more particular first."""
    names = {stem(name) for each in calendar.breaks for name in each.names}
    names |= {"easter", "christmas", "summer"}
    feasts = "|".join(map(re.escape, sorted(names - {*MONTHS}, key=len, reverse=True)))
    months = "|".join(sorted(names & {*MONTHS})) or "(?!)"
    written: tuple[tuple[str, Meant], ...] = (
        (r"(?P<y>20\d\d)-(?P<m>\d\d)-(?P<d>\d\d)", _iso),
        (r"(?P<y>20\d\d|\d\d) ?[-/–] ?(?P<y2>20\d\d|\d\d)(?![\d/.-])", _numbered_session),
        (r"(?P<d>\d{1,2})[/.](?P<m>\d{1,2})(?:[/.](?P<y>20\d\d|\d\d))?(?![\d/])", _slashed),
        (rf"(?:(?:{_DAYS}),? )?(?:the )?(?P<d>\d{{1,2}}){_TH}(?: of)? {_MONTH}", _dated),
        (rf"{_MONTH},? (?:the )?(?P<d>\d{{1,2}}){_TH}(?![\d/-])", _dated),
        (rf"(?:(?P<of>{'|'.join(MONTHS)}) )?in[- ]?service(?: days?)?", _named_day),
        (
            r"(?:term |t)(?P<n>[1-4])|(?P<n2>[1-4])(?:st|nd|rd|th) term|(?P<n3>last|final) term",
            _term,
        ),
        (r"(?P<season>autumn|winter|spring|summer|christmas|easter) term", _named_term),
        (rf"(?:{_THIS}|the|of) term(?![ -]?time|ly)", _this_term),
        (rf"(?:{_THIS}|the|of) (?:school )?session", _session),
        (rf"(?:{_THIS} )?(?:school|academic) year|session(?= 2)", _session),
        (rf"(?P<name>{feasts})(?:'?s?[ -]{_HEADS})?(?! term)", _break),
        (rf"(?P<name>{months})[ -](?:half[ -]term|(?:mid-?term )?{_HEADS})", _break),
        (r"new year", _new_year),
        (r"(?:financial|fiscal) year", _financial_year),
        (rf"(?:{_THIS}|the|of) week{_OF_IT}", _week),
        (rf"(?:{_THIS}|the|of) month{_OF_IT}", _this_month),
        (rf"(?:{_THIS}|the|of) year", _session),
        (rf"{_MONTH}(?! (?:be|have|need|not|take|still|also|well|want|require|change)\b)", _month),
        (
            rf"(?:with)?in(?: the)?(?: next| coming)? {_COUNT} {_UNIT}(?: time| from now)?",
            _duration,
        ),
        (rf"(?:the )?(?:next|coming) {_COUNT} {_UNIT}", _duration),
        (rf"{_COUNT} {_UNIT}(?: time| from (?:now|today))", _duration),
        (rf"^(?:about |around |roughly |say |maybe )?{_COUNT} {_UNIT}$", _duration),
        (rf"(?P<weekday>{_DAYS})", _weekday),
        (r"(?P<near>today|tomorrow)", _near_day),
        (r"(?:(?<=by )|(?<=before )|(?<=in )|(?<=of )|(?<=during )|^)(?P<y>20\d\d)", _year),
    )
    return tuple(
        (re.compile(rf"(?<![\w£.])(?:{pattern})(?!\w)"), meant) for pattern, meant in written
    )
