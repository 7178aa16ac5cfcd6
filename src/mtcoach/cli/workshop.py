"""The workshop's commands: conduct one, check the network before it, print a tally sheet."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from mtcoach.cli.options import (
    FILE,
    Commands,
    banks_option,
    calendar_option,
    fail,
    library_with,
    place,
    transcripts_option,
)
from mtcoach.cli.talk import input_lines, opened, plain_terminal

if TYPE_CHECKING:
    from mtcoach.workshop.facilitating.plans import Plans

_ITEMS = "quick, all, how many, a theme such as 1.1, or ids such as kq01,kq06."
_CONDUCT = "conduct"


class Workshop(Commands):
    """A group that conducts a workshop unless another of its commands is named."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """What names no command of the group is meant for the workshop itself."""
        own = [*self.commands, *ctx.help_option_names]
        if not any(arg in own for arg in args[:1]):
            args = [_CONDUCT, *args]
        return super().parse_args(ctx, args)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Both ways to say it."""
        return ["[OPTIONS]", "[FILE]  |  COMMAND [ARGS]..."]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options of the workshop itself, then the other commands."""
        conduct = self.commands[_CONDUCT]
        records = [
            found for each in conduct.get_params(ctx) if (found := each.get_help_record(ctx))
        ]
        with formatter.section("Options"):
            formatter.write_dl(records)
        self.format_commands(ctx, formatter)


@click.group(cls=Workshop)
def workshop() -> None:
    """Conduct a workshop with a room of staff: silent votes, talk, one honest picture.

    Begins a new one, or goes on with FILE. Without phones it works just as well.
    """


@workshop.command(_CONDUCT, hidden=True)
@click.argument("file", type=FILE, required=False)
@click.option("--school", default="", help="The school's name; asked for unless given.")
@click.option("--stages", default="", help="The stages it covers, such as primary.")
@click.option("--minutes", type=click.IntRange(1, 480), help="Minutes at hand; 50 unless given.")
@click.option("--items", help=f"The items: {_ITEMS}")
@click.option("--theme", help="All items of a theme, such as 1.1 or 3.2.")
@click.option("--count", type=click.IntRange(1, 60), help="So many items, the quick ones first.")
@click.option("--roles", default="", help="Roles to choose from, by comma; nobody is asked else.")
@click.option("--open", "door", flag_value="open", help="Let phones in from the start.")
@click.option("--no-phones", "door", flag_value="none", help="Serve no page at all.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="The port to listen on.")
@click.option("--url", default="", help="Where a TLS proxy answers for this computer.")
@click.option("--plain", is_flag=True, help="Line by line: for screen readers, pipes and ssh.")
@transcripts_option
@banks_option
@calendar_option
def conduct(
    file: Path | None,
    school: str,
    stages: str,
    minutes: int | None,
    items: str | None,
    theme: str | None,
    count: int | None,
    roles: str,
    door: Literal["open", "none"] | None,
    port: int,
    url: str,
    plain: bool,
    transcripts: Path | None,
    banks: tuple[Path, ...],
    calendar: Path | None,
) -> None:
    """Conduct a workshop."""
    from mtcoach.workshop.facilitating.plans import Plans

    choices = [each for each in (items, theme, str(count) if count else None) if each]
    if len(choices) > 1:
        fail("--items, --theme and --count each choose the items; give one of them")
    if file and (choices or minutes or roles or school or stages):
        fail(f"{file} has its own items, minutes and roles; give these only for a new workshop")
    plans = Plans(
        at_once=file is None,
        school=school,
        sector=stages,
        choice=choices[0] if choices else "",
        minutes=str(minutes) if minutes else "",
        roles=roles,
        door=door or "here",
        port=port,
        url=url,
    )
    if plain or plain_terminal():
        _plainly(file, place(transcripts).path, banks, plans)
        return
    from mtcoach.terminal.app import run

    found = place(transcripts)
    sys.exit(run(found.path, found.why, file, banks, calendar, plans))


def _plainly(file: Path | None, folder: Path, banks: Sequence[Path], plans: Plans) -> None:
    from mtcoach.plain import opening, room

    replies = input_lines()
    if file is None:
        evaluation = opening.begin(folder, library_with(banks), plans, replies, click.echo)
        if evaluation is None:
            return
    else:
        evaluation = opened(file, None, banks)
    try:
        if evaluation.record.workshop is None:
            fail(f"{file}: this is no workshop; to open it: mtcoach chat {file}")
        room.conduct(
            evaluation,
            replies,
            click.echo,
            echo=not sys.stdin.isatty(),
            plans=plans,
        )
    except KeyboardInterrupt:
        evaluation.pause()
    finally:
        evaluation.close()
    click.echo(f"Saved in {evaluation.path}")


@workshop.command("sheet")
@click.option("--items", default="quick", show_default=True, help=f"The items: {_ITEMS}")
@click.option("--stages", default="", help="Leave out what is not for these stages.")
@click.option("--to", "form", type=click.Choice(["html", "md"]), default="html", show_default=True)
@banks_option
def sheet(items: str, stages: str, form: str, banks: tuple[Path, ...]) -> None:
    """Print a tally sheet: a line for each item, to count shows of hands on paper."""
    from mtcoach.workshop.facilitating.opening import read_items
    from mtcoach.workshop.sheet import tally_sheet

    library = library_with(banks)
    chosen = [item.id for item in read_items(items, library, stages)]
    click.echo(tally_sheet(chosen, library, form))


@workshop.command("check")
@click.option("--address", default="", help="The address to check, if not the usual one.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="The port to try.")
@click.option(
    "--wait", type=click.IntRange(0, 600), help="Seconds to wait for a phone; 60 in a terminal."
)
def check(address: str, port: int, wait: int | None) -> None:
    """Say how phones would reach this computer, and try it with one."""
    import asyncio

    from mtcoach.workshop.facilitating.checking import Check
    from mtcoach.workshop.network import qr

    def draw(url: str) -> None:
        for line in qr.lines(url):
            click.secho(line, fg="black", bg="bright_white")
        click.echo(url)

    async def checked() -> bool:
        seconds = wait if wait is not None else 60 if sys.stdout.isatty() else 0
        return await Check(click.echo, draw).run(port, seconds, address)

    if not asyncio.run(checked()):
        sys.exit(1)
