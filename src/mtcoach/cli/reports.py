"""The commands that write: the report, comparisons, personal data, the Word template."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mtcoach.cli.options import (
    FILE,
    FOLDER,
    banks_option,
    documents_of,
    events_of,
    fail,
    formats_of,
    library_with,
    redacted_option,
)

if TYPE_CHECKING:
    from mtcoach.combining import Combined
    from mtcoach.comparing import Compared

NO_WORD = "--template: this is for Word files; name docx in --to as well"


@click.command()
@click.argument("file", type=FILE)
@click.option(
    "--document",
    "documents",
    help="Documents, by comma: report, standards-and-quality, plan, parents, briefing, or all; "
    "without it all but the briefing, and the plan once priorities are chosen.",
)
@click.option("--to", "formats", default="docx,html", show_default=True, help="Formats, by comma.")
@click.option("--out", type=FOLDER, help="Where to write; beside you in 'reports' unless given.")
@click.option("--since", type=FILE, help="An earlier evaluation, to say what has changed since.")
@click.option("--template", type=FILE, help="Your own Word template (see 'mtcoach templates').")
@redacted_option
@banks_option
def report(
    file: Path,
    documents: str | None,
    formats: str,
    out: Path | None,
    since: Path | None,
    template: Path | None,
    redacted: bool,
    banks: tuple[Path, ...],
) -> None:
    """Write documents on FILE: the report, and what a school hands in beside it."""
    from mtcoach.reporting import personal_data, write_report
    from mtcoach.transcript.log import load

    wanted, chosen = formats_of(formats), documents_of(documents)
    if template and "docx" not in wanted:
        fail(NO_WORD)
    for path in write_report(
        file,
        library_with(banks),
        wanted,
        out or Path("reports"),
        documents=chosen,
        redacted=redacted,
        template=template,
        since=since,
    ):
        click.echo(path)
    held = "" if redacted else personal_data(load(file).events)
    if held:
        click.echo(f"{held}: --redacted masks it, 'mtcoach privacy {file}' lists it.", err=True)


@click.command()
@click.argument("old", type=FILE)
@click.argument("new", type=FILE)
@click.option("--renamed", is_flag=True, help="The school has changed its name between the two.")
@click.option("--to", "formats", help="Formats, by comma; md,html if written, md if printed.")
@click.option("--out", type=FOLDER, help="Where to write; printed unless given.")
@click.option("--template", type=FILE, help="Your own Word template (see 'mtcoach templates').")
@redacted_option
@banks_option
def compare(
    old: Path,
    new: Path,
    renamed: bool,
    formats: str | None,
    out: Path | None,
    template: Path | None,
    redacted: bool,
    banks: tuple[Path, ...],
) -> None:
    """Show what moved in a school from OLD to NEW, on what evidence, and what became of plans."""
    from mtcoach.comparing import compare_files

    wanted = _wanted(formats, out, template)
    day = datetime.now(UTC).date()
    library = library_with(banks)
    compared = compare_files(old, new, library, day=day, redacted=redacted, renamed=renamed)
    _shown(compared, wanted, out, template)


@click.command()
@click.argument(
    "paths",
    metavar="FILE|DIR...",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path),
)
@click.option(
    "--of", "bank", default="", help="The bank to show; what most are about if not given."
)
@click.option("--to", "formats", help="Formats, by comma; md,html if written, md if printed.")
@click.option("--out", type=FOLDER, help="Where to write; printed unless given.")
@click.option("--template", type=FILE, help="Your own Word template (see 'mtcoach templates').")
@redacted_option
@banks_option
def combine(
    paths: tuple[Path, ...],
    bank: str,
    formats: str | None,
    out: Path | None,
    template: Path | None,
    redacted: bool,
    banks: tuple[Path, ...],
) -> None:
    """Put several transcripts together: how each question's colours spread, and who says what.

    A DIR stands for all transcripts in it. Up to twelve are named and quoted each; more are
    shown by counts.
    """
    from mtcoach.combining import combine_files

    wanted = _wanted(formats, out, template)
    library, day = library_with(banks), datetime.now(UTC).date()
    combined = combine_files(paths, library, day=day, bank=bank, redacted=redacted)
    _shown(combined, wanted, out, template)


def _wanted(formats: str | None, out: Path | None, template: Path | None) -> list[str]:
    """The formats of a document that is printed unless `out` is named."""
    from mtcoach.report import TEXTS

    wanted = formats_of(formats or ("md,html" if out else "md"))
    if out is None and (len(wanted) > 1 or wanted[0] not in TEXTS):
        fail("--to: one format of text at a time can be printed; --out names a folder for others")
    if template and (out is None or "docx" not in wanted):
        fail(NO_WORD)
    return wanted


def _shown(
    found: Combined | Compared, wanted: list[str], out: Path | None, template: Path | None
) -> None:
    """Prints a document, or writes it where `out` says, after what is to be said first."""
    from mtcoach.report import Job, layout, write

    for notice in found.notices:
        click.echo(notice, err=True)
    if out is None:
        click.echo(layout(found.narrative, wanted[0]), nl=False)
        return
    for path in write([Job(found.narrative, wanted, found.stem)], out, template):
        click.echo(path)


@click.command()
@click.argument("file", type=FILE)
@banks_option
def privacy(file: Path, banks: tuple[Path, ...]) -> None:
    """List the personal data that FILE holds: names, numbers, words that point at somebody."""
    from mtcoach.coach.notes.redaction import holds

    library = library_with(banks)
    found = holds(events_of(file))
    for held in found:
        item = library.items.get(held.item or "")
        about = f"{held.item} {item.topic}" if item else held.item
        where = f"{about}, {held.field}" if about else held.field
        click.echo(f"{where} (event {held.seq}): {held.kind} “{held.words}”")
    if found:
        click.echo(
            f"To pass any of this on, use 'mtcoach report {file} --redacted' or 'mtcoach "
            f"transcripts show {file} --redacted', which mask it; the file itself keeps what was "
            f"typed."
        )
    else:
        click.echo(
            f"{file}: no personal data found; what no rule can see, such as a story that only "
            f"fits one family, is for you to look for before you pass a report on."
        )


@click.group()
def templates() -> None:
    """The Word template that a report is laid out in, to restyle in Word."""


@templates.command("export")
@click.argument("folder", metavar="DIR", type=FOLDER)
def templates_export(folder: Path) -> None:
    """Write the template to DIR, for 'mtcoach report --to docx --template'."""
    from mtcoach.report.files import export_template

    path = export_template(folder)
    use = f"mtcoach report FILE --to docx --template {path}"
    click.echo(f"{path}: restyle it in Word, then '{use}'")
