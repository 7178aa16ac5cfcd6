"""The commands over banks of questions, and how a reply is understood."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from mtcoach.cli.options import FILE, banks_option, fail, library_with, near
from mtcoach.cli.talk import input_lines


@click.group()
def questions() -> None:
    """The questions that are asked, and banks of your own."""


@questions.command("list")
@banks_option
def questions_list(banks: tuple[Path, ...]) -> None:
    """List every item of every bank."""
    library = library_with(banks)
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

    library = library_with(banks)
    found = library.items.get(item.lower())
    if found is None:
        fail(f"'{item}' is not an item; {near(item, library)} 'mtcoach questions list' has all")
    click.echo(card(found, library))


@questions.command("check")
@click.argument("path", type=click.Path(path_type=Path), required=False)
def questions_check(path: Path | None) -> None:
    """Check the bank or the calendar at PATH, or the banks and the playbook shipped."""
    from mtcoach.questions.calendars import is_calendar, load_calendar, told

    if path and is_calendar(path):
        click.echo(told(load_calendar(path), path))
        return
    library = library_with((path,) if path else ())
    banks = list(library.banks.values())
    for bank in banks[-1:] if path else banks:
        click.echo(f"{bank.bank}: {len(bank.items)} items, nothing wrong.")
    if path is None:
        from mtcoach.questions.playbook import shipped

        click.echo(f"playbook: {len(shipped().protocols)} protocols, nothing wrong.")


@questions.command("print")
@click.option("--to", "form", type=click.Choice(["md", "html"]), default="md", show_default=True)
@click.option("--of", "name", help="Only the bank of this name.")
@banks_option
def questions_print(form: str, name: str | None, banks: tuple[Path, ...]) -> None:
    """Print a question sheet, to write on or to hand round."""
    from mtcoach.questions.sheet import sheet

    library = library_with(banks)
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


@click.command()
@click.argument("text", required=False)
@click.option("--item", help="The item that the reply answers, such as kq05.")
def understand(text: str | None, item: str | None) -> None:
    """Print how the coach reads TEXT, as JSON; without TEXT, one reply a line from stdin."""
    import json

    from mtcoach.coach.replies.understanding import describe

    library = library_with(())
    found = library.items.get(item.lower()) if item else None
    if item and found is None:
        fail(f"--item: '{item}' is not an item; {near(item, library)} see 'mtcoach questions list'")
    every = tuple(library.items.values())
    # Somebody who types the command alone is told, rather than waited for.
    alone = text is None and sys.stdin.isatty()
    typed = input_lines() if text is None and not alone else [text] if text and text.strip() else []
    read = False
    for line in typed:
        click.echo(json.dumps(describe(line, found, every), ensure_ascii=False))
        read = True
    if not read:
        raise click.UsageError(
            'there is no TEXT to read; put a reply in quotes (mtcoach understand "amber, most do") '
            "or send some in, one a line"
        )
