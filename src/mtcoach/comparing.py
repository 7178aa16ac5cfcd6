"""Two transcripts on the disk, compared: which is the earlier, and whether they go together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from mtcoach.coach.notes import redaction
from mtcoach.errors import CoachError
from mtcoach.findings.comparison import schools_differ, shared
from mtcoach.questions.loading import Library
from mtcoach.transcript.events import Event
from mtcoach.transcript.log import load
from mtcoach.transcript.record import Record, fold

if TYPE_CHECKING:
    from mtcoach.report import Narrative


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison to print or to write as `stem`; `notices` are sentences to say first."""

    narrative: Narrative
    stem: str
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Kept:
    """A transcript with what it holds."""

    path: Path
    events: Sequence[Event]
    record: Record
    problems: Sequence[str]

    @property
    def span(self) -> tuple[datetime, datetime]:
        """When it began and when it was last written to."""
        return self.events[0].at, self.events[-1].at


def compare_files(
    old: Path,
    new: Path,
    library: Library,
    *,
    day: date,
    redacted: bool = False,
    renamed: bool = False,
) -> Compared:
    """The evaluations at `old` and `new` side by side; the earlier one is `then`, however named.

    `renamed`: the school has changed its name between the two. Raises `CoachError` where there
    is nothing to compare: of two schools nothing has moved, as neither was the other.
    """
    from mtcoach.report import compose_comparison

    first, second = _kept(old), _kept(new)
    if first.events == second.events:
        raise CoachError(f"{old} and {new} are the same evaluation; name two of different dates")
    notices = [*first.problems, *second.problems]
    if second.span < first.span:
        first, second = second, first
        notices.append(
            f"{first.path.name} is the earlier of the two, so it is taken as then and "
            f"{second.path.name} as now."
        )
    _check(first, second, library)
    if not renamed:
        _of_one_school(first, second)
    each = (first, second)
    held = [name for kept in each if (name := kept.path.name) and redaction.printed(kept.events)]
    if held and not redacted:
        notices.append(
            f"This comparison holds personal data from {' and '.join(held)}: --redacted masks it, "
            f"'mtcoach privacy FILE' lists it."
        )
    masked = [
        fold(redaction.redacted(kept.events, beside=other.events))
        for kept, other in ((first, second), (second, first))
        if redacted
    ]
    narrative = compose_comparison(
        first.events,
        second.events,
        library,
        day=day,
        words=(masked[0], masked[1]) if masked else None,
    )
    begun = first.span[0].date().isoformat()
    stem = f"{second.path.stem}-since-{begun}{'-redacted' if redacted else ''}"
    return Compared(narrative, stem, tuple(notices))


def _kept(path: Path) -> _Kept:
    loaded = load(path)
    if not loaded.events:
        raise CoachError(f"{path}: nothing can be read in it; name another evaluation")
    return _Kept(path, loaded.events, fold(loaded.events), loaded.problems)


def _check(first: _Kept, second: _Kept, library: Library) -> None:
    """Refuses two evaluations that have no question in common."""
    if shared(first.record, second.record, library):
        return
    asked = [f"{kept.path.name} {_asked(kept.record, library)}" for kept in (first, second)]
    raise CoachError(
        f"There is nothing to compare, as no question is in both: {'; '.join(asked)}. "
        f"Choose two evaluations with the same bank, and name a bank of your own with --bank."
    )


def _asked(record: Record, library: Library) -> str:
    """What an evaluation was about, as the end of a sentence."""
    met = dict.fromkeys((*record.asked, *record.answers))
    banks = dict.fromkeys(
        f"'{library.homes[item].title}'" if item in library.homes else "a bank that is not at hand"
        for item in met
    )
    return f"has questions from {' and '.join(banks)}" if banks else "has no questions yet"


def _of_one_school(first: _Kept, second: _Kept) -> None:
    """Refuses evaluations of two schools."""
    then, now = (kept.record.profile.get("school", "") for kept in (first, second))
    if schools_differ(then, now):
        raise CoachError(
            f"{first.path.name} is of '{then}' and {second.path.name} of '{now}', and compare says "
            f"what moved in one school: 'mtcoach combine' sets schools side by side, and --renamed "
            f"is for one that has changed its name"
        )
