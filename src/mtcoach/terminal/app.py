"""The app: the themes, and what works anywhere.

What the first picture does not need is imported when it is used: pydantic and
the question files come in a thread, after the first screen is painted.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App, SystemCommand

from mtcoach.errors import CoachError
from mtcoach.terminal.commands import ANYWHERE, WORKSHOP, Group, bound
from mtcoach.terminal.mishap import hushed, sentence
from mtcoach.terminal.screens.home import HomeScreen
from mtcoach.terminal.shelf import Shelf
from mtcoach.terminal.themes import DARK, LIGHT, THEMES

if TYPE_CHECKING:
    from textual.screen import Screen

    from mtcoach.workshop.facilitating.plans import Plans


class CoachApp(App[None]):
    """mtcoach in a terminal, over one shelf of evaluations."""

    TITLE = "mtcoach"
    # Textual reads a screen's own styles when the screen is pushed; the first never is.
    CSS_PATH: ClassVar[Any] = ["app.tcss", "screens/home.tcss"]
    BINDINGS = bound(ANYWHERE)

    def __init__(self, shelf: Shelf, open_path: Path | None = None) -> None:
        super().__init__()
        self.shelf = shelf
        self._open_path = open_path
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DARK.name

    def get_default_screen(self) -> Screen[None]:
        """The first screen."""
        return HomeScreen(self.shelf, self._open_path)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Every command of the screen and of the app, for the palette."""
        group: Group | None = getattr(screen, "GROUP", None)
        for command in (*(group.commands if group else ()), *ANYWHERE.commands):
            if command.action != "app.command_palette":
                run = partial(screen.run_action, command.action)
                yield SystemCommand(f"{command.title} ({command.key})", command.help, run)

    def action_light_or_dark(self) -> None:
        """The other theme."""
        self.theme = LIGHT.name if self.current_theme.dark else DARK.name

    def action_guide(self) -> None:
        """The help, once."""
        from mtcoach.terminal.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            of_room = getattr(self.screen, "GROUP", None) in WORKSHOP
            self.push_screen(HelpScreen(of_room=of_room))

    async def action_quit(self) -> None:
        """Saves the half-typed reply, closes, leaves."""
        try:
            await self.shelf.put_away()
        except CoachError as error:
            self.exit(message=str(error))
        else:
            self.exit()


def run(
    folder: Path,
    why: str,
    open_path: Path | None = None,
    banks: tuple[Path, ...] = (),
    calendar: Path | None = None,
    plans: Plans | None = None,
) -> int:
    """Runs the app and names, on leaving, the files it wrote; the exit code.

    `why` says in a phrase how `folder` was chosen; `open_path` is opened at once; `plans` are
    what was said of a workshop.
    """
    return run_app(CoachApp(Shelf(folder, why, banks, calendar, plans), open_path))


def run_app(app: CoachApp) -> int:
    """Runs `app`. If it breaks, what was typed is put away and one sentence says so."""
    traceback = hushed(app)
    app.run()
    if app.return_code:
        path = app.shelf.put_away_broken()
        sys.stderr.write(f"{sentence(traceback.getvalue(), path)}\n")
        return app.return_code
    for kept in app.shelf.kept:
        sys.stdout.write(f"Kept in {kept.absolute()}\n")
    return 0
