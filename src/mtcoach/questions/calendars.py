"""Calendars from files, with errors that name file and line, and which one is used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from mtcoach.errors import QuestionsError
from mtcoach.questions.calendar import NONE, Calendar, Session
from mtcoach.questions.documents import Document, Place, read, shown, validated

FOLDER: Final = "calendars"


def load_calendar(path: Path) -> Calendar:
    """The calendar at `path`, checked against itself; `QuestionsError` with all that is wrong."""
    document = read(path)
    calendar = validated(document, Calendar)
    problems = list(_problems(document, calendar))
    if problems:
        raise QuestionsError(problems)
    return calendar


def is_calendar(path: Path) -> bool:
    """Whether the file at `path` is meant as a calendar and not as a bank."""
    data = read(path).data
    return isinstance(data, dict) and "calendar" in data


def chosen_calendar(named: Path | None, folders: Iterable[Path]) -> Calendar:
    """The calendar to use: the one that was `named`, else a council's own, else the example.

    Looked for in `calendars/` of each of `folders`; the first file that is no example is
    a council's own. Without any file there are no terms.
    """
    if named:
        return load_calendar(named)
    found = [
        load_calendar(path)
        for folder in dict.fromkeys(folders)
        for path in sorted((folder / FOLDER).glob("*.yaml"))
    ]
    own = (calendar for calendar in found if not calendar.example)
    return next(own, found[0] if found else NONE)


def _problems(document: Document, calendar: Calendar) -> Iterator[str]:
    before: Session | None = None
    for index, session in enumerate(calendar.sessions):
        place: Place = ("sessions", index)
        if before and session.session <= before.session:
            said = f"session {session.session} should come after {before.session}, and once"
            yield document.at((*place, "session"), said)
        elif before and session.begins <= before.ends:
            said = f"session {session.session} begins before {before.session} has ended"
            yield document.at((*place, "terms", 0, "begins"), said)
        yield from _of_session(document, session, place)
        before = session


def _of_session(document: Document, session: Session, place: Place) -> Iterator[str]:
    year = int(session.session[:4])
    if int(session.session[5:]) != (year + 1) % 100:
        said = f"'{session.session}' is no session; one is written {year}-{(year + 1) % 100:02}"
        yield document.at((*place, "session"), said)
    for number, term in enumerate(session.terms):
        at: Place = (*place, "terms", number, "begins")
        if number and term.begins <= session.terms[number - 1].ends:
            yield document.at(at, f"'{term.name}' begins before the term before it has ended")
        if {term.begins.year, term.ends.year} - {year, year + 1}:
            yield document.at(at, f"'{term.name}' is not in session {session.session}")
    for kind, days in (
        ("breaks", [each.begins for each in session.breaks]),
        ("days", [each.on for each in session.days]),
    ):
        for number, day in enumerate(days):
            if day.year not in (year, year + 1):
                said = f"{day.isoformat()} is not in session {session.session}"
                yield document.at((*place, kind, number), said)


def told(calendar: Calendar, path: Path) -> str:
    """What `check` says of a calendar that has nothing wrong."""
    sessions = ", ".join(session.session for session in calendar.sessions) or "no sessions"
    return f"{calendar.calendar}: terms of {sessions}, nothing wrong ({shown(path)})."
