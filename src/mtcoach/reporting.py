"""The documents on one transcript of the disk: written as files, or as text to show.

What is read here is folded and handed to the report, which composes; nothing is decided here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from mtcoach.coach.notes import redaction
from mtcoach.errors import CoachError
from mtcoach.findings.comparison import schools_differ
from mtcoach.questions.loading import Library
from mtcoach.transcript.events import Event
from mtcoach.transcript.log import load
from mtcoach.transcript.record import Record, fold

if TYPE_CHECKING:
    from mtcoach.evaluation import Evaluation
    from mtcoach.report import Before, Document

Clock = Callable[[], datetime]


def _now() -> datetime:
    return datetime.now(UTC)


def write_report(
    path: Path,
    library: Library,
    formats: Sequence[str],
    out: Path,
    *,
    documents: Sequence[str] = (),
    redacted: bool = False,
    template: Path | None = None,
    since: Path | None = None,
    clock: Clock = _now,
) -> list[Path]:
    """Writes documents on the transcript at `path`, one file for each and each format; their paths.

    Without `documents` it is the bundle. `since` is an earlier evaluation of the same school;
    without it, the one that was looked back on. `template` is a Word document to lay out `docx`
    in. A `redacted` file, with personal data masked, says so in its name.
    """
    from mtcoach.report import Job, bundle, composed, files_of, gathered, write

    events = load(path).events
    record, words = _records(events, redacted)
    chosen = files_of(documents, formats) if documents else bundle(record, formats)
    subject = gathered(
        record,
        library,
        events,
        day=clock().date(),
        words=words,
        before=_before(path, events, record, since, redacted),
    )
    end = "-redacted" if redacted else ""

    def stem(document: Document) -> str:
        return path.stem + ("" if document.name == "report" else f"-{document.name}") + end

    jobs = [Job(composed(subject, each), forms, stem(each)) for each, forms in chosen]
    return write(jobs, out, template)


def report_text(
    evaluation: Evaluation,
    form: str = "md",
    *,
    document: str = "report",
    redacted: bool = False,
    clock: Clock = _now,
) -> str:
    """A document on an open evaluation as it stands."""
    from mtcoach.report import compose, layout

    events = evaluation.events
    record, words = _records(events, redacted)
    narrative = compose(
        record,
        evaluation.library,
        events,
        day=clock().date(),
        document=document,
        words=words,
        before=_before(evaluation.path, events, record, None, redacted),
    )
    return layout(narrative, form)


def _records(events: Sequence[Event], redacted: bool) -> tuple[Record, Record | None]:
    """What `events` make, and the same with personal data masked where that is wanted."""
    return fold(events), fold(redaction.redacted(events)) if redacted else None


def _before(
    path: Path, events: Sequence[Event], record: Record, since: Path | None, redacted: bool
) -> Before | None:
    """The evaluation to look back on: `since`, or the one this evaluation itself looked back on."""
    from mtcoach.report import Before

    beside = path.parent / record.earlier.file if record.earlier else None
    chosen = since or beside
    if chosen is None or (since is None and not chosen.exists()):
        return None
    try:
        earlier = load(chosen).events
    except CoachError:
        if since:
            raise
        return None  # it was there once; the documents do without it
    then = fold(earlier)
    if since and schools_differ(*(each.profile.get("school", "") for each in (then, record))):
        raise CoachError(f"--since: {since} is of another school; name an evaluation of the same")
    masked = fold(redaction.redacted(earlier, beside=events)) if redacted else None
    return Before(then, masked)


def personal_data(events: Sequence[Event]) -> str:
    """That a report on `events` holds personal data, and how much; empty where it holds none."""
    count = len(redaction.printed(events))
    pieces = "1 piece" if count == 1 else f"{count} pieces"
    return f"This report holds personal data ({pieces})" if count else ""
