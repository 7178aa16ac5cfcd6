"""School terms as data: what is shipped, a council's own, and what is wrong with a file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from mtcoach.cli import main
from mtcoach.errors import QuestionsError
from mtcoach.questions.calendar import Calendar, easter
from mtcoach.questions.calendars import load_calendar
from mtcoach.questions.files import questions_folder
from mtcoach.questions.loading import load_library

SHIPPED = questions_folder() / "calendars" / "scotland-example.yaml"
OWN = """\
calendar: borders
title: Borders terms
sessions:
  - session: 2026-27
    terms:
      - {name: term 1, begins: 2026-08-13, ends: 2026-10-02}
      - {name: term 2, begins: 2026-10-12, ends: 2026-12-18}
    breaks:
      - {name: October break, begins: 2026-10-05, ends: 2026-10-09}
    days:
      - {name: February in-service day, on: 2027-02-12}
"""


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "calendars").mkdir()
    return tmp_path / "calendars" / "own.yaml"


def problems(path: Path, text: str) -> list[str]:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(QuestionsError) as caught:
        load_calendar(path)
    return caught.value.problems


def test_the_shipped_calendar_is_marked_as_an_example_and_covers_two_sessions() -> None:
    calendar = load_calendar(SHIPPED)
    assert calendar.example
    assert [session.session for session in calendar.sessions] == ["2026-27", "2027-28"]
    assert "EXAMPLE" in SHIPPED.read_text(encoding="utf-8")


def test_its_terms_and_breaks_begin_and_end_on_weekdays_and_never_overlap() -> None:
    calendar = load_calendar(SHIPPED)
    for term in calendar.terms:
        assert calendar.is_school_day(term.begins)
        assert calendar.is_school_day(term.ends)
    for each in calendar.breaks:
        assert not calendar.is_school_day(each.begins)
        assert each.begins.weekday() < 5


def test_its_easter_break_is_at_easter() -> None:
    breaks = [each for each in load_calendar(SHIPPED).breaks if each.name == "Easter break"]
    for each in breaks:
        assert each.begins <= easter(each.begins.year) <= each.ends
    assert len(breaks) == 2


@pytest.mark.parametrize(
    "day",
    ["2000-04-23", "2008-03-23", "2019-04-21", "2024-03-31", "2026-04-05", "2038-04-25"],
)
def test_easter_sunday_is_reckoned(day: str) -> None:
    assert easter(int(day[:4])) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("begins: 2026-08-13", "begins: 13 August", "own.yaml:6: '13 August' is not a date"),
        ("ends: 2026-12-18", "ends: 2026-10-01", "own.yaml:7: 'term 2' ends before it begins"),
        ("begins: 2026-10-12", "begins: 2026-10-01", "own.yaml:7: 'term 2' begins before the term"),
        ("session: 2026-27", "session: 2026-28", "own.yaml:4: '2026-28' is no session"),
        ("    breaks:", "    brakes:", "own.yaml:8: 'sessions.0.brakes' is not a key we know; did"),
        ("on: 2027-02-12", "on: 2029-02-12", "own.yaml:11: 2029-02-12 is not in session 2026-27"),
        ("ends: 2026-10-02", "ends: 2026-13-02", "own.yaml:6: '2026-13-02' is not a date"),
    ],
)
def test_a_slip_in_a_calendar_is_named_with_its_line(
    path: Path, old: str, new: str, says: str
) -> None:
    assert OWN.count(old) == 1
    found = problems(path, OWN.replace(old, new))
    assert any(problem.startswith(f"calendars/{says}") for problem in found), found


def test_two_sessions_must_come_in_order(path: Path) -> None:
    session = OWN[OWN.index("  - session") :]
    found = problems(path, OWN + session)
    assert any("should come after 2026-27, and once" in problem for problem in found)


def test_a_council_s_own_calendar_beside_its_bank_takes_the_place_of_the_example(
    path: Path, tmp_path: Path
) -> None:
    from mtcoach.questions.sheet import starter

    bank = tmp_path / "own.yaml"
    bank.write_text(starter(), encoding="utf-8")
    assert load_library((bank,)).calendar.example
    path.write_text(OWN, encoding="utf-8")
    assert load_library((bank,)).calendar.calendar == "borders"


def test_a_calendar_can_be_named(path: Path) -> None:
    path.write_text(OWN, encoding="utf-8")
    assert load_library(calendar=path).calendar.title == "Borders terms"


def test_check_tells_a_calendar_from_a_bank(path: Path) -> None:
    path.write_text(OWN, encoding="utf-8")
    result = CliRunner().invoke(main, ["questions", "check", str(path)])
    assert result.output == ("borders: terms of 2026-27, nothing wrong (calendars/own.yaml).\n"), (
        result.output
    )
    path.write_text(OWN.replace("2026-10-02", "soon"), encoding="utf-8")
    result = CliRunner().invoke(main, ["questions", "check", str(path)])
    assert result.exit_code == 1
    assert "calendars/own.yaml:6: 'soon' is not a date" in result.stderr


def test_where_says_by_whose_terms_dates_go(path: Path) -> None:
    shipped = CliRunner().invoke(main, ["where"]).output
    assert "terms:       Approximate Scottish school terms, an example" in shipped
    path.write_text(OWN, encoding="utf-8")
    own = CliRunner().invoke(main, ["--calendar", str(path), "where"]).output
    assert "terms:       Borders terms\n" in own


def test_a_wrong_calendar_named_at_the_start_is_refused_in_a_sentence(path: Path) -> None:
    path.write_text(OWN.replace("sessions:", "sesions:"), encoding="utf-8")
    result = CliRunner().invoke(main, ["--calendar", str(path), "chat", "--plain"], input="")
    assert result.exit_code == 1
    assert "did you mean 'sessions'?" in result.stderr


def test_a_calendar_without_terms_has_no_school_days() -> None:
    assert not Calendar(calendar="x", title="x").is_school_day(date(2027, 3, 25))
