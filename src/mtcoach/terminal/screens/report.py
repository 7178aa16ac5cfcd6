"""The documents as they stand, and their files."""

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

FORMATS = (
    ("Word, PDF, web page and Markdown", ("docx", "pdf", "html", "md")),
    ("Word", ("docx",)),
    ("PDF", ("pdf",)),
    ("web page", ("html",)),
    ("spreadsheet", ("xlsx",)),
    ("data", ("json",)),
)
"""What files can be written as; F goes on to the next."""

MASKED = "Personal data is masked, here and in the files. Press M to see it as it was typed."
NOTHING = "There is no personal data in this report to mask."


class ReportScreen(Screen[None]):
    """A preview that reads as text, and the way to files."""

    CSS_PATH = "report.tcss"
    GROUP = REPORT
    BINDINGS = bound(REPORT)

    text = getters.query_one("#text", Static)
    which = getters.query_one("#which", Static)
    notice = getters.query_one("#notice", Static)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._redacted = False
        self._document = 0
        self._formats = 0
        self.written: list[Path] = []

    def compose(self) -> ComposeResult:
        """What is shown, the text, and a place to say where the files are."""
        yield Static(id="which")
        with VerticalScroll():
            yield Static(Content(f"Writing the report {glyphs().more}"), id="text")
        yield Static(id="notice")
        yield Hints(REPORT)

    def on_mount(self) -> None:
        """Composes off the paint path."""
        self.render_report()

    @property
    def document(self) -> str:
        """The name of the document that is shown."""
        return self._names[self._document]

    @property
    def _names(self) -> list[str]:
        from mtcoach.report.documents import DOCUMENTS

        return list(DOCUMENTS)

    def _head(self) -> Content:
        """The documents there are, the one that is shown, and what files are written as."""
        names = [name.replace("-", " ").capitalize() for name in self._names]
        shown = [
            Content.styled(f" {name} ", "reverse" if index == self._document else "")
            for index, name in enumerate(names)
        ]
        return Content("\n").join([Content(" ").join(shown), Content(f" Files as {self._form[0]}")])

    @property
    def _form(self) -> tuple[str, tuple[str, ...]]:
        return FORMATS[self._formats]

    @work(exclusive=True, group="report")
    async def render_report(self) -> None:
        """Shows the document, and says whether there is personal data in the evaluation."""
        from mtcoach.reporting import personal_data, report_text

        self.which.update(self._head())
        evaluation, redacted, document = self._desk.evaluation, self._redacted, self.document

        def made() -> tuple[Content, str]:
            text = report_text(evaluation, document=document, redacted=redacted)
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

    def action_document(self, step: int) -> None:
        """Goes on to the next document, or back to the one before."""
        self._document = (self._document + step) % len(self._names)
        self.query_one(VerticalScroll).scroll_home(animate=False)
        self.render_report()

    def action_formats(self) -> None:
        """Goes on to the next way of writing files."""
        self._formats = (self._formats + 1) % len(FORMATS)
        self.which.update(self._head())

    def action_write(self) -> None:
        """Writes the document that is shown."""
        self.write_files([self.document])

    def action_write_all(self) -> None:
        """Writes every document that comes in the chosen formats."""
        from mtcoach.report.documents import DOCUMENTS

        wanted = set(self._form[1])
        self.write_files([name for name, each in DOCUMENTS.items() if wanted & set(each.formats)])

    @work(exclusive=True, group="files")
    async def write_files(self, documents: list[str]) -> None:
        """Writes `documents` as the command does, into `reports` of the working folder."""
        from pathlib import Path

        from mtcoach.reporting import write_report

        evaluation, redacted, formats = self._desk.evaluation, self._redacted, self._form[1]
        found: list[Path] = []
        for number, name in enumerate(documents, 1):
            self._say(f"Writing {name}, {number} of {len(documents)} {glyphs().more}")

            def written(name: str = name) -> list[Path]:
                return write_report(
                    evaluation.path,
                    evaluation.library,
                    formats,
                    Path("reports"),
                    documents=[name],
                    redacted=redacted,
                )

            try:
                found += await self._desk.do(written)
            except CoachError as error:
                self._say(str(error))
                return
        self.written = found
        files = "\n".join(str(path.absolute()) for path in found)
        self._say(f"Written:\n{files}\nPress O to open the folder.")

    @work(group="files")
    async def action_folder(self) -> None:
        """Opens the folder of the files, before there are any that of the evaluation."""
        path = self.written[0] if self.written else self._desk.evaluation.path
        folder = path.absolute().parent
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
