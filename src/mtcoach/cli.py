"""The commands. Nothing heavy is imported at the top: each command brings its own."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from mtcoach import __version__
from mtcoach.errors import CoachError, HeldError

if TYPE_CHECKING:
    from mtcoach.evaluation import Evaluation
    from mtcoach.questions.loading import Library
    from mtcoach.transcript.events import Event
    from mtcoach.transcript.folder import Place

FILE = click.Path(path_type=Path, dir_okay=False)
FOLDER = click.Path(path_type=Path, file_okay=False)

transcripts_option = click.option(
    "--transcripts",
    type=click.Path(path_type=Path),
    help="The folder of transcripts, instead of the usual one (see 'mtcoach where').",
)
banks_option = click.option(
    "--bank",
    "banks",
    type=FILE,
    multiple=True,
    help="A bank of your own questions to offer as well; may be given again.",
)

redacted_option = click.option(
    "--redacted", is_flag=True, help="Mask personal data (see 'mtcoach privacy')."
)


class Commands(click.Group):
    """A group whose errors are one sentence each, never a traceback."""

    def invoke(self, context: click.Context) -> object:
        """Runs a command; what a user did or met is told in a sentence."""
        try:
            return super().invoke(context)
        except CoachError as error:
            fail(str(error))
        except (click.exceptions.Exit, click.ClickException, click.Abort, BrokenPipeError):
            raise
        except Exception as error:
            if os.environ.get("MTCOACH_DEBUG"):
                raise
            fail(
                f"Something went wrong inside mtcoach ({type(error).__name__}: {error}). "
                f"What was answered is saved; MTCOACH_DEBUG=1 shows more."
            )


def fail(sentence: str) -> NoReturn:
    """Says what is wrong and ends with exit code 1."""
    click.echo(sentence, err=True)
    sys.exit(1)


@click.group(cls=Commands, invoke_without_command=True)
@click.version_option(__version__, message="mtcoach %(version)s")
@transcripts_option
@banks_option
@click.pass_context
def main(context: click.Context, transcripts: Path | None, banks: tuple[Path, ...]) -> None:
    """A coach for school self-evaluation: how well do you monitor and track progress?

    Without a command it opens in the terminal.
    """
    _speak_utf8()
    if context.invoked_subcommand is not None:
        return
    if _plain_terminal():
        _converse(None, transcripts, banks, echo=not sys.stdin.isatty())
        return
    from mtcoach.terminal.app import run

    found = place(transcripts)
    sys.exit(run(found.path, found.why, None, banks))


@main.command()
@click.argument("file", type=FILE, required=False)
@click.option("--plain", is_flag=True, help="Line by line: for screen readers, pipes and ssh.")
@click.option("--read", "reading", is_flag=True, help="Only read FILE, while another writes it.")
@transcripts_option
@banks_option
def chat(
    file: Path | None,
    plain: bool,
    reading: bool,
    transcripts: Path | None,
    banks: tuple[Path, ...],
) -> None:
    """Begin an evaluation, or go on with FILE."""
    if reading:
        if file is None:
            fail("--read needs the transcript to read: mtcoach chat --read FILE")
        _show(file)
    elif plain or _plain_terminal():
        _converse(file, transcripts, banks, echo=not sys.stdin.isatty())
    else:
        from mtcoach.terminal.app import run

        found = place(transcripts)
        sys.exit(run(found.path, found.why, file, banks))


@main.command()
@click.argument("old", type=FILE)
@click.argument("new", type=FILE)
@click.option("--to", "formats", help="Formats, by comma; md,html if written, md if printed.")
@click.option("--out", type=FOLDER, help="Where to write; printed unless given.")
@redacted_option
@banks_option
def compare(
    old: Path,
    new: Path,
    formats: str | None,
    out: Path | None,
    redacted: bool,
    banks: tuple[Path, ...],
) -> None:
    """Show what moved from OLD to NEW, on what evidence, and what became of the plan."""
    from datetime import UTC, datetime

    from mtcoach.comparing import compare_files
    from mtcoach.report import TEXTS, layout, write

    wanted = _formats(formats or ("md,html" if out else "md"))
    if out is None and (len(wanted) > 1 or wanted[0] not in TEXTS):
        fail("--to: one format of text at a time can be printed; --out names a folder for others")
    day = datetime.now(UTC).date()
    compared = compare_files(old, new, _library(banks), day=day, redacted=redacted)
    for notice in compared.notices:
        click.echo(notice, err=True)
    if out is None:
        click.echo(layout(compared.narrative, wanted[0]), nl=False)
        return
    for path in write(compared.narrative, wanted, out, compared.stem):
        click.echo(path)


@main.command()
@click.argument("file", type=FILE)
@click.option("--to", "formats", default="md,html", show_default=True, help="Formats, by comma.")
@click.option("--out", type=FOLDER, help="Where to write; beside you in 'reports' unless given.")
@click.option("--template", type=FILE, help="Your own Word template (see 'mtcoach templates').")
@redacted_option
@banks_option
def report(
    file: Path,
    formats: str,
    out: Path | None,
    template: Path | None,
    redacted: bool,
    banks: tuple[Path, ...],
) -> None:
    """Write the narrative report on FILE."""
    from mtcoach.evaluation import personal_data, write_report
    from mtcoach.transcript.log import load

    wanted = _formats(formats)
    if template and "docx" not in wanted:
        fail("--template: this is for Word; name docx in --to as well")
    folder = out or Path("reports")
    library = _library(banks)
    for path in write_report(file, library, wanted, folder, redacted=redacted, template=template):
        click.echo(path)
    held = "" if redacted else personal_data(load(file).events)
    if held:
        click.echo(f"{held}: --redacted masks it, 'mtcoach privacy {file}' lists it.", err=True)


@main.command()
@click.argument("file", type=FILE)
@banks_option
def privacy(file: Path, banks: tuple[Path, ...]) -> None:
    """List the personal data that FILE holds: names, numbers, words that point at somebody."""
    from mtcoach.coach.notes.redaction import holds

    library = _library(banks)
    found = holds(_events(file))
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


@main.group()
def transcripts() -> None:
    """The evaluations that are kept on this computer."""


@transcripts.command("list")
@transcripts_option
def transcripts_list(transcripts: Path | None) -> None:
    """List every evaluation, the latest first."""
    from mtcoach.evaluation import summaries

    found = place(transcripts)
    every = summaries(found.path)
    if not every:
        click.echo(f"There are no evaluations yet in {found.path}.")
    for each in every:
        if each.problem:
            click.echo(f"{each.path.name}: {each.problem}")
            continue
        colours = " ".join(f"{name[0].upper()}{count}" for name, count in each.colours.items())
        state = (
            "example"
            if each.example
            else "complete"
            if each.finished
            else f"{each.answered} of {each.asked} done"
        )
        click.echo(f"{each.day}  {each.path.name}  {each.school or '–'}  {state}  {colours}")


@transcripts.command("show")
@click.argument("file", type=FILE)
@redacted_option
def transcripts_show(file: Path, redacted: bool) -> None:
    """Print FILE as a readable chat."""
    _show(file, redacted=redacted)


@transcripts.command("check")
@click.argument("file", type=FILE)
def transcripts_check(file: Path) -> None:
    """Check FILE for damage, changing nothing."""
    from mtcoach.transcript.log import load

    loaded = load(file)
    for problem in loaded.problems:
        click.echo(problem, err=True)
    if loaded.problems:
        click.echo(f"{len(loaded.events)} events can be read; opening it sets the rest aside.")
        sys.exit(1)
    click.echo(f"{file}: {len(loaded.events)} events, nothing wrong.")


@main.group()
def questions() -> None:
    """The questions that are asked, and banks of your own."""


@questions.command("list")
@banks_option
def questions_list(banks: tuple[Path, ...]) -> None:
    """List every item of every bank."""
    library = _library(banks)
    for bank in library.banks.values():
        click.echo(f"{bank.bank}: {bank.title} ({len(bank.items)} items)")
        for item in bank.items:
            click.echo(f"  {item.id:<8} {item.topic:<26} {item.statement}")


@questions.command("show")
@click.argument("item")
@banks_option
def questions_show(item: str, banks: tuple[Path, ...]) -> None:
    """Show everything a bank holds on ITEM."""
    from mtcoach.questions.sheet import card

    library = _library(banks)
    found = library.items.get(item.lower())
    if found is None:
        fail(f"'{item}' is not an item; {_near(item, library)} 'mtcoach questions list' has all")
    click.echo(card(found, library))


@questions.command("check")
@click.argument("path", type=click.Path(path_type=Path), required=False)
def questions_check(path: Path | None) -> None:
    """Check the bank at PATH, or the banks that are shipped."""
    library = _library((path,) if path else ())
    banks = list(library.banks.values())
    for bank in banks[-1:] if path else banks:
        click.echo(f"{bank.bank}: {len(bank.items)} items, nothing wrong.")


@questions.command("print")
@click.option("--to", "form", type=click.Choice(["md", "html"]), default="md", show_default=True)
@click.option("--of", "name", help="Only the bank of this name.")
@banks_option
def questions_print(form: str, name: str | None, banks: tuple[Path, ...]) -> None:
    """Print a question sheet, to write on or to hand round."""
    from mtcoach.questions.sheet import sheet

    library = _library(banks)
    if name and name not in library.banks:
        fail(f"--of: there is no bank '{name}'; choose from {', '.join(library.banks)}")
    chosen = [library.banks[name]] if name else list(library.banks.values())
    click.echo(sheet(chosen, library, form))


@questions.command("new")
@click.argument("path", type=FILE)
def questions_new(path: Path) -> None:
    """Write a commented bank to PATH, for a school's own questions."""
    from mtcoach.questions.sheet import starter

    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(starter())
    except FileExistsError:
        fail(f"{path}: there is a file already; choose another name")
    except OSError as error:
        fail(f"{path}: cannot be written ({error.strerror}); choose another folder")
    click.echo(f"{path}: change it, then 'mtcoach questions check {path}'")


@main.group()
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


@main.command()
@click.argument("text", required=False)
@click.option("--item", help="The item that the reply answers, such as kq05.")
def understand(text: str | None, item: str | None) -> None:
    """Print how the coach reads TEXT, as JSON; without TEXT, one reply a line from stdin."""
    import json

    from mtcoach.coach.replies.understanding import describe

    library = _library(())
    found = library.items.get(item.lower()) if item else None
    if item and found is None:
        fail(
            f"--item: '{item}' is not an item; {_near(item, library)} see 'mtcoach questions list'"
        )
    every = tuple(library.items.values())
    for line in [text] if text is not None else _input_lines():
        click.echo(json.dumps(describe(line, found, every), ensure_ascii=False))


@main.command()
@transcripts_option
def where(transcripts: Path | None) -> None:
    """Say where transcripts are kept, and why there."""
    from mtcoach.questions.files import questions_folder

    found = place(transcripts)
    click.echo(f"transcripts: {found.path} ({found.why})")
    click.echo(f"questions:   {questions_folder()}")


def place(option: Path | None) -> Place:
    """Where transcripts are, by option, environment, working folder or user."""
    from mtcoach.transcript.folder import transcripts_folder

    context = click.get_current_context(silent=True)
    while option is None and context is not None:
        option = context.params.get("transcripts")
        context = context.parent
    return transcripts_folder(option, os.environ, Path.cwd())


def _library(banks: Sequence[Path]) -> Library:
    from mtcoach.questions.loading import load_library

    context = click.get_current_context(silent=True)
    before = context.find_root().params.get("banks", ()) if context else ()
    return load_library(tuple(dict.fromkeys((*before, *banks))))


def _formats(said: str) -> list[str]:
    """The formats named in `said`, which every kind of report has."""
    from mtcoach.report import FORMATS

    wanted = [form.strip().lower() for form in said.split(",") if form.strip()]
    unknown = [form for form in wanted if form not in FORMATS]
    if unknown or not wanted:
        named = f"'{unknown[0]}' is not a format of the report" if unknown else "no format is named"
        fail(f"--to: {named}; choose {', '.join(FORMATS)}, or several with commas")
    return wanted


def _near(item: str, library: Library) -> str:
    import difflib

    near = difflib.get_close_matches(item.lower(), library.items, 1)
    return f"did you mean '{near[0]}'?" if near else "check the id:"


def _open(file: Path | None, transcripts: Path | None, banks: Sequence[Path]) -> Evaluation:
    from mtcoach.evaluation import resume, start

    library = _library(banks)
    if file is None:
        return start(place(transcripts).path, library)
    try:
        return resume(file, library)
    except HeldError as error:
        fail(f"{error}; to read it: mtcoach chat --read {file}")


def _converse(
    file: Path | None, transcripts: Path | None, banks: Sequence[Path], *, echo: bool
) -> None:
    from mtcoach.plain import converse

    evaluation = _open(file, transcripts, banks)
    try:
        converse(evaluation, _input_lines(), click.echo, echo=echo)
    except KeyboardInterrupt:
        evaluation.pause()
    finally:
        evaluation.close()
    if evaluation.path.exists():
        click.echo(f"Saved in {evaluation.path}")


def _show(file: Path, *, redacted: bool = False) -> None:
    from mtcoach.coach.notes import redaction
    from mtcoach.plain import chat

    events = _events(file)
    for line in chat(redaction.redacted(events) if redacted else events):
        click.echo(line)


def _events(file: Path) -> Sequence[Event]:
    """What can be read of FILE, after saying what cannot."""
    from mtcoach.transcript.log import load

    loaded = load(file)
    for problem in loaded.problems:
        click.echo(f"Note: {problem}", err=True)
    return loaded.events


def _input_lines() -> Iterator[str]:
    """Replies from stdin, a line each, without the line's end; a person gets a prompt."""
    prompt = sys.stdin.isatty()
    while True:
        if prompt:
            click.echo("You: ", nl=False)
        line = sys.stdin.readline()
        if not line:
            return
        # Lines that a person pastes arrive at once: together they are one reply.
        while prompt and _more_waits():
            line += sys.stdin.readline()
        yield line.rstrip("\r\n")


def _more_waits(seconds: float = 0.05) -> bool:
    """Whether more has been typed already than anybody types in that time."""
    if sys.platform == "win32":
        import msvcrt

        return bool(msvcrt.kbhit())
    import select

    return bool(select.select([sys.stdin], [], [], seconds)[0])


def _plain_terminal() -> bool:
    """Whether this is no terminal that a screen could be drawn on."""
    shown = sys.stdin.isatty() and sys.stdout.isatty()
    return os.environ.get("TERM") == "dumb" or not shown


def _speak_utf8() -> None:
    """Pipes on Windows are not UTF-8 unless told so."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    main()
