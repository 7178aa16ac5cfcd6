"""Dates as schools say them, said on Wednesday 25 November 2026."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcoach.coach.dates import place, spoken
from mtcoach.questions.calendar import NONE, Calendar, Period, Session
from support.talk import TODAY, library

CALENDAR = library().calendar

# What is said, and the day that it means by the example terms.
SAID = """
by Easter 2027 | 2027-03-25
by Easter | 2027-03-25
Easter 27 | 2027-03-25
by ester 2027 | 2027-03-25
before Easter, please | 2027-03-25
Easter next year | 2027-03-25
Easter 2028 | 2028-03-31
after Easter | 2027-04-12
the week before the Easter break | 2027-03-25
a week before Easter | 2027-03-18
the week of 15 March | 2027-03-15
two weeks after Easter | 2027-04-26
before the October break | 2027-10-08
by the October holidays 2027 | 2027-10-08
afore the tattie holidays | 2027-10-08
afore the octber brake | 2027-10-08
back from the October break | 2027-10-18
end of term 2 | 2026-12-22
by the end of term two | 2026-12-22
the end of tem 2 | 2026-12-22
end of T2 | 2026-12-22
end of the second term | 2026-12-22
end of term 1 next session | 2027-10-08
start of term 3 | 2027-01-06
before the start of term 3 | 2026-12-22
mid term 3 | 2027-02-12
3 weeks into term 3 | 2027-01-27
end of this term | 2026-12-22
by the end of term | 2026-12-22
end of next term | 2027-03-25
last week of term | 2026-12-22
end of the summer term | 2027-06-25
spring term | 2027-03-25
start of next session | 2027-08-17
beginning of next sesion | 2027-08-17
next session's start | 2027-08-17
start o' the new session | 2027-08-17
about 3 months | 2027-02-25
start of the new school year | 2027-08-17
end of session | 2027-06-25
by the end of the session | 2027-06-25
end of session 2027-28 | 2028-06-23
session 2026-27 | 2027-06-25
session 27/28 | 2028-06-23
school year 2027/28 | 2028-06-23
end of the year | 2027-06-25
end of the financial year | 2027-03-25
June | 2027-06-25
by June 2027 | 2027-06-25
end of June | 2027-06-25
mid-June | 2027-06-15
early March | 2027-03-10
late May | 2027-05-31
by the end of Feburary | 2027-02-26
end of Nov | 2026-11-30
by the May holiday | 2027-04-30
by Victoria Day | 2027-05-21
the February break | 2027-02-12
half term | 2027-02-12
by Christmas | 2026-12-22
Xmas | 2026-12-22
chrsitmas | 2026-12-22
by next Christmas | 2026-12-22
in the new year | 2027-01-06
by the new year | 2026-12-22
the summer | 2027-06-25
before the summer holidays | 2027-06-25
after the summer | 2027-08-17
by summer 2028 | 2028-06-23
by the febuary in-service day | 2027-02-18
at the next in-service | 2027-02-18
August inset | 2027-08-16
within six weeks | 2027-01-06
in 6 weeks' time | 2027-01-06
in a fortnight | 2026-12-09
within a month | 2026-12-22
next week | 2026-12-04
end of the month | 2026-11-30
by Friday | 2026-11-27
the morra | 2026-11-26
12 March | 2027-03-12
12th of March 2027 | 2027-03-12
March 12th | 2027-03-12
Fri 12 March | 2027-03-12
by March 26th, 2027 | 2027-03-26
12/3/27 | 2027-03-12
12.03.2027 | 2027-03-12
2027-03-12 | 2027-03-12
on 14/1 | 2027-01-14
from January to March 2027 | 2027-03-25
August 2026 to June 2027 | 2027-06-25
Aug-Dec | 2026-12-22
We'd aim to have it done by the end of June 2027 at the latest | 2027-06-25
by Easter 2027, reviewed in June | 2027-03-25
"""
TABLE = [line.split(" | ") for line in SAID.strip().splitlines()]


@pytest.mark.parametrize(("said", "day"), TABLE, ids=[row[0] for row in TABLE])
def test_words_of_time_mean_a_day_of_the_schools_calendar(said: str, day: str) -> None:
    found = place(said, TODAY, CALENDAR)
    assert (found.why, found.day) == ("placed", date.fromisoformat(day))


@pytest.mark.parametrize(
    "said",
    [
        "asap",
        "ongoing",
        "each term",
        "termly",
        "when the tracker is ready",
        "staff may need time",
        "3 of 9 departments",
        "at the training session",
        "12 hours",
        "the writer of the SIP",
        "£2027",
        "",
    ],
)
def test_what_names_no_time_is_not_placed(said: str) -> None:
    assert place(said, TODAY, CALENDAR).why == "unclear"


@pytest.mark.parametrize(
    ("said", "day"),
    [("Easter 2024", "2024-03-28"), ("March 2025", "2025-03-31"), ("12/3/24", "2024-03-12")],
)
def test_a_date_that_has_gone_by_is_called_past(said: str, day: str) -> None:
    found = place(said, TODAY, CALENDAR)
    assert (found.why, found.day) == ("past", date.fromisoformat(day))


@pytest.mark.parametrize("said", ["end of term 2 2030", "start of session 2031-32"])
def test_terms_that_no_calendar_has_are_not_guessed(said: str) -> None:
    assert place(said, TODAY, CALENDAR).why == "beyond"


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("Easter 2029", "2029-03-29"),  # Easter Sunday is 1 April
        ("Easter 2030", "2030-04-18"),
        ("by Christmas 2029", "2029-12-24"),
        ("summer 2029", "2029-06-29"),
    ],
)
def test_feasts_are_reckoned_where_no_calendar_goes_so_far(said: str, day: str) -> None:
    for calendar in (CALENDAR, NONE):
        assert place(said, TODAY, calendar).day == date.fromisoformat(day)


def test_without_a_calendar_a_month_ends_on_a_weekday_and_a_term_is_unknown() -> None:
    assert place("end of May 2027", TODAY, NONE).day == date(2027, 5, 31)
    assert place("end of term 2", TODAY, NONE).why == "beyond"


def test_a_council_with_three_terms_is_taken_at_its_word() -> None:
    terms = (
        Period(name="term 1", begins=date(2026, 8, 12), ends=date(2026, 12, 18)),
        Period(name="term 2", begins=date(2027, 1, 5), ends=date(2027, 4, 2)),
        Period(name="term 3", begins=date(2027, 4, 19), ends=date(2027, 6, 30)),
    )
    own = Calendar(calendar="own", title="Own", sessions=(Session(session="2026-27", terms=terms),))
    assert place("end of term 2", TODAY, own).day == date(2027, 4, 2)
    assert place("term 4", TODAY, own).why == "beyond"


def test_the_same_words_on_another_day_mean_another_day() -> None:
    later = date(2027, 4, 1)  # in the Easter break itself
    assert place("by Easter", later, CALENDAR).day == date(2028, 3, 31)
    assert place("end of this term", later, CALENDAR).day == date(2027, 6, 25)


@pytest.mark.parametrize("said", ["by Easter 2027", "we aim for June", "12 March at the latest"])
def test_nothing_else_was_said(said: str) -> None:
    assert place(said, TODAY, CALENDAR).alone


@pytest.mark.parametrize("said", ["PTs trained by June", "jotters seen in May"])
def test_something_else_was_said_too(said: str) -> None:
    assert not place(said, TODAY, CALENDAR).alone


def test_a_day_is_said_with_its_weekday() -> None:
    assert spoken(date(2027, 3, 25)) == "Thursday 25 March 2027"


@given(st.text(max_size=80))
def test_no_words_are_too_strange(said: str) -> None:
    found = place(said, TODAY, CALENDAR)
    assert (found.day is not None) == (found.why in ("placed", "past"))


@given(st.sampled_from([row[0] for row in TABLE]), st.dates(date(2026, 8, 1), date(2028, 6, 1)))
def test_what_is_placed_is_never_before_the_day_it_is_said(said: str, today: date) -> None:
    found = place(said, today, CALENDAR)
    assert found.why != "placed" or (found.day or date.min) >= today


# Several dates in one cell, and the day that it is to be done by; "?" is for the leader to say.
SEVERAL = """
from October to Easter | 2027-03-25
October until Easter | 2027-03-25
between October and Easter | 2027-03-25
start in January, finish by May | 2027-05-31
starting in January and done by June | 2027-06-25
start jan 2027 end june 2027 | 2027-06-25
start of term 3, end of term 4 | 2027-06-25
January start, May finish | 2027-05-31
pilot by Christmas, whole school by June | 2027-06-25
after Easter, by June | 2027-06-25
meet in February, by Easter | 2027-03-25
by Easter, review in February | 2027-03-25
review in February, complete by Easter | 2027-03-25
October review then Easter | 2027-03-25
ideally February, Easter at the latest | 2027-03-25
by October, actually by Christmas | 2026-12-22
no, not Easter, June | 2027-06-25
Easter (26 March) | 2027-03-26
the in-service day in February | 2027-02-18
Easter or June | ?
by Easter or June | ?
by Easter for S1, by June for S2 | ?
October, February and May | ?
"""


@pytest.mark.parametrize("line", [line for line in SEVERAL.splitlines() if line])
def test_of_several_dates_the_one_to_be_done_by_is_meant(line: str) -> None:
    said, day = (part.strip() for part in line.split("|"))
    found = place(said, TODAY, CALENDAR)
    if day == "?":
        assert (found.why, found.day) == ("several", None)
    else:
        assert (found.why, str(found.day)) == ("placed", day)
