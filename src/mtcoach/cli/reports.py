"""The commands that write: the report, comparisons, personal data, the Word template."""

from __future__ import annotations

from pathlib import Path

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
@click.option("--to", "formats", help="Formats, by comma; md,html if written, md if printed.")
@click.option("--out", type=FOLDER, help="Where to write; printed unless given.")
@click.option("--template", type=FILE, help="Your own Word template (see 'mtcoach templates').")
@redacted_option
@banks_option
def compare(
    old: Path,
    new: Path,
    formats: str | None,
    out: Path | None,
    template: Path | None,
    redacted: bool,
    banks: tuple[Path, ...],
) -> None:
    """Show what moved from OLD to NEW, on what evidence, and what became of the plan."""
    from datetime import UTC, datetime

    from mtcoach.comparing import compare_files
    from mtcoach.report import TEXTS, Job, layout, write

    wanted = formats_of(formats or ("md,html" if out else "md"))
    if out is None and (len(wanted) > 1 or wanted[0] not in TEXTS):
        fail("--to: one format of text at a time can be printed; --out names a folder for others")
    if template and (out is None or "docx" not in wanted):
        fail(NO_WORD)
    day = datetime.now(UTC).date()
    compared = compare_files(old, new, library_with(banks), day=day, redacted=redacted)
    for notice in compared.notices:
        click.echo(notice, err=True)
    if out is None:
        click.echo(layout(compared.narrative, wanted[0]), nl=False)
        return
    for path in write([Job(compared.narrative, wanted, compared.stem)], out, template):
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
