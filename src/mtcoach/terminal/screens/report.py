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

_FORMATS = ("docx", "pdf", "html", "md")
MASKED = "Personal data is masked, here and in the files. Press M to see it as it was typed."
NOTHING = "There is no personal data in this report to mask."


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
        self._redacted = False
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
        """Shows the report, and says whether there is personal data in it."""
        from mtcoach.evaluation import personal_data, report_text

        evaluation, redacted = self._desk.evaluation, self._redacted

        def made() -> tuple[Content, str]:
            text = report_text(evaluation, redacted=redacted)
            return preview(text), personal_data(evaluation.events)

        try:
            text, held = await self._desk.do(made)
        except CoachError as error:
            self.text.update(Content(str(error)))
            return
        self.text.update(text)
        if redacted:
            self._say(MASKED if held else NOTHING)
        elif held:
            self._say(f"{held}. Press M to mask it, here and in the files.")
        else:
            self.notice.remove_class("-shown")

    def action_mask(self) -> None:
        """Changes between the report as it was typed and with personal data masked."""
        self._redacted = not self._redacted
        self.render_report()

    @work(exclusive=True, group="files")
    async def action_write(self) -> None:
        """Writes the files, as the command does, into `reports` of the working folder."""
        from pathlib import Path

        from mtcoach.evaluation import write_report

        evaluation, redacted = self._desk.evaluation, self._redacted

        def written() -> list[Path]:
            path, library = evaluation.path, evaluation.library
            return write_report(path, library, _FORMATS, Path("reports"), redacted=redacted)

        try:
            self.written = await self._desk.do(written)
        except CoachError as error:
            self._say(str(error))
            return
        files = "\n".join(str(path.absolute()) for path in self.written)
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
