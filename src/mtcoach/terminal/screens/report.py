"""The report as it stands, and its files."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import getters, work
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from mtcoach.errors import CoachError
from mtcoach.terminal.commands import REPORT, bound
from mtcoach.terminal.glyphs import glyphs
from mtcoach.terminal.opening import open_folder
from mtcoach.terminal.preview import preview
from mtcoach.terminal.widgets.hints import Hints

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import ComposeResult

    from mtcoach.terminal.desk import Desk

_FORMATS = ("md", "html")


class ReportScreen(Screen[None]):
    """A preview that reads as text, and the way to files."""

    CSS_PATH = "report.tcss"
    GROUP = REPORT
    BINDINGS = bound(REPORT)

    text = getters.query_one("#text", Static)
    notice = getters.query_one("#notice", Static)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.written: list[Path] = []

    def compose(self) -> ComposeResult:
        """The text, and a place to say where the files are."""
        with VerticalScroll():
            yield Static(Content(f"Writing the report {glyphs().more}"), id="text")
        yield Static(id="notice")
        yield Hints(REPORT)

    def on_mount(self) -> None:
        """Composes off the paint path."""
        self.render_report()

    @work(exclusive=True, group="report")
    async def render_report(self) -> None:
        """Shows the report."""
        from mtcoach.evaluation import report_text

        def made() -> Content:
            return preview(report_text(self._desk.evaluation))

        try:
            self.text.update(await self._desk.do(made))
        except CoachError as error:
            self.text.update(Content(str(error)))

    @work(exclusive=True, group="files")
    async def action_write(self) -> None:
        """Writes the files beside the transcript and says where they are."""
        from mtcoach.evaluation import write_report

        evaluation = self._desk.evaluation

        def written() -> list[Path]:
            path, library = evaluation.path, evaluation.library
            return write_report(path, library, _FORMATS, path.parent)

        try:
            self.written = await self._desk.do(written)
        except CoachError as error:
            self._say(str(error))
            return
        files = "\n".join(str(path) for path in self.written)
        self._say(f"Written:\n{files}\nPress O to open the folder.")

    @work(group="files")
    async def action_folder(self) -> None:
        """Opens the folder, or says where it is."""
        folder = self._desk.evaluation.path.parent
        opened = await asyncio.to_thread(open_folder, folder)
        said = (
            "The folder is open" if opened else "No file window can be opened here; the folder is"
        )
        self._say(f"{said}: {folder}" if opened else f"{said} {folder}")

    def _say(self, sentence: str) -> None:
        self.notice.update(Content(sentence))
        self.notice.add_class("-shown")

    def action_back(self) -> None:
        """Back to where one came from."""
        self.dismiss()
