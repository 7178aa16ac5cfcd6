"""The first screen: carry on, start, look back. It paints before any question is loaded."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from textual import getters, on, work
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from mtcoach.errors import CoachError, HeldError
from mtcoach.terminal.commands import HOME, bound
from mtcoach.terminal.glyphs import glyphs
from mtcoach.terminal.widgets.hints import Hints
from mtcoach.workshop.facilitating.plans import open_door

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from textual.app import ComposeResult

    from mtcoach.evaluation import Summary
    from mtcoach.terminal.desk import Desk
    from mtcoach.terminal.shelf import Shelf
    from mtcoach.workshop.facilitating.opening import Opening
    from mtcoach.workshop.facilitating.plans import Plans

_NEW = "new"
_WORKSHOP = "workshop"
_WELCOME = (
    "A coach for looking at how your school monitors and tracks learners' progress: "
    "it asks, you answer in your own words, and at the end there is a report and a plan."
)
_EMPTY = (
    "There are no evaluations here yet. Start one: it takes ten minutes or an hour, as you like, "
    "and you can stop at any moment and come back."
)


class HomeScreen(Screen[None]):
    """Where every sitting begins."""

    GROUP = HOME
    BINDINGS = bound(HOME)

    choices = getters.query_one(OptionList)
    notice = getters.query_one("#notice", Static)

    def __init__(self, shelf: Shelf, open_path: Path | None = None) -> None:
        super().__init__()
        self._shelf = shelf
        self._open_path = open_path
        self._past: dict[str, Summary] = {}

    def compose(self) -> ComposeResult:
        """The whole screen, the list still empty."""
        title = Content.assemble(("mtcoach", "bold $text-primary"), "\n", _WELCOME)
        with Vertical(id="sheet"):
            yield Static(title, id="title")
            yield OptionList(
                Option(Content(f"Looking for your evaluations {glyphs().more}"), disabled=True)
            )
            yield Static(id="notice")
            where = f"Evaluations are kept in {self._shelf.folder} ({self._shelf.why})."
            yield Static(Content(where), id="where")
        yield Hints(HOME)

    def on_mount(self) -> None:
        """Loads once the first picture is out."""
        self.choices.focus()
        self.call_after_refresh(self.load)

    def say(self, sentence: str) -> None:
        """Shows `sentence` under the list, or nothing."""
        self.notice.update(Content(sentence))
        self.notice.set_class(bool(sentence), "-shown")

    @work(exclusive=True, group="load")
    async def load(self) -> None:
        """Finds the evaluations of the folder, off the paint path."""
        try:
            found = await asyncio.to_thread(self._shelf.summaries)
        except CoachError as error:
            self.choices.clear_options()
            self.choices.add_option(Option(Content("Nothing can be opened yet."), disabled=True))
            self.say(str(error))
            return
        self._show(found)
        path, self._open_path = self._open_path, None
        if path:
            self.enter(path)
        elif self._shelf.plans.at_once:
            plans = self._shelf.plans
            self._shelf.plans = replace(plans, at_once=False)
            self._planned(plans)

    def _show(self, found: Sequence[Summary]) -> None:
        from mtcoach.terminal.screens.past import row

        self._past = {str(place): summary for place, summary in enumerate(found)}
        own = [key for key, one in self._past.items() if not one.example]
        going = next(
            (key for key in own if not self._past[key].finished and not self._past[key].problem),
            None,
        )
        options: list[Option | None] = []
        if going:
            options.append(Option(row(self._past[going], "Carry on: "), id=going))
        new = Content.styled("Start a new evaluation", "bold")
        options.append(Option(new if own else new + f"\n{_EMPTY}", id=_NEW))
        options.append(Option(Content.styled("Start a workshop with staff", "bold"), id=_WORKSHOP))
        examples = [key for key in self._past if key not in own]
        past = [key for key in own if key != going]
        for title, keys in (("Past evaluations", past), ("Worked examples, to read", examples)):
            if keys:
                options += [None, Option(Content.styled(title, "bold"), disabled=True)]
                options += [Option(row(self._past[key]), id=key) for key in keys]
        self.choices.clear_options()
        self.choices.add_options(options)
        self.choices.highlighted = 0

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        if event.option_id == _NEW:
            self.action_new()
        elif event.option_id == _WORKSHOP:
            self.action_workshop()
        elif event.option_id:
            self.enter(self._past[event.option_id].path)

    def action_open(self) -> None:
        """Opens what is marked."""
        self.choices.action_select()

    def action_new(self) -> None:
        """Starts a new evaluation."""
        self.enter(None)

    def _planned(self, plans: Plans) -> None:
        """Opens the workshop of the command line; the set-up screen asks for what it left open."""
        from mtcoach.workshop.facilitating.opening import opening_of

        try:
            opening = opening_of(plans, self._shelf.library) if plans.school else None
        except CoachError as error:
            self.say(str(error))
            return
        if opening:
            self.begin_room(opening)
        else:
            self.action_workshop()

    @work(exclusive=True, group="open")
    async def action_workshop(self) -> None:
        """Sets a new workshop up and opens its room."""
        from mtcoach.terminal.screens.setup import SetupScreen

        library = await asyncio.to_thread(lambda: self._shelf.library)
        self.app.push_screen(SetupScreen(library, self._shelf.plans), self._set_up)

    def _set_up(self, opening: Opening | None) -> None:
        if opening:
            self.begin_room(opening)

    @work(exclusive=True, group="open")
    async def begin_room(self, opening: Opening) -> None:
        """Opens the room of a new workshop."""
        self.say("")
        try:
            desk = await self._shelf.open_room(opening)
        except CoachError as error:
            self.say(str(error))
            return
        await self._show_room(desk)

    async def _show_room(self, desk: Desk) -> None:
        """Goes to the workshop that lies on `desk`; without a server if it cannot listen."""
        from mtcoach.terminal.screens.room import RoomScreen

        hall = await self._shelf.enter_room(desk)
        notice = await open_door(hall, self._shelf.plans)
        self.app.push_screen(RoomScreen(desk, hall, notice), self._back)

    def action_report(self) -> None:
        """Shows the report of the evaluation that is marked."""
        option = self.choices.highlighted_option
        if option and option.id in self._past:
            self.read(self._past[option.id].path)
        else:
            self.say("Mark one of your evaluations first, then press R for its report.")

    @work(exclusive=True, group="open")
    async def enter(self, path: Path | None, *, read_only: bool = False) -> None:
        """Opens the evaluation at `path`, or a new one, and goes to the conversation."""
        from mtcoach.terminal.screens.chat import ChatScreen
        from mtcoach.terminal.screens.offer import Offer, choices

        self.say("")
        try:
            desk = await self._shelf.open(path, read_only=read_only)
        except HeldError as error:
            if path is not None:
                offer = Offer((str(error),), choices(read="Read it", leave="Leave it"))
                self.app.push_screen(offer, partial(self._read_instead, path))
            return
        except CoachError as error:
            self.say(str(error))
            return
        if desk.evaluation.record.workshop and not desk.evaluation.read_only:
            await self._show_room(desk)
        else:
            self.app.push_screen(ChatScreen(desk), self._back)

    def _read_instead(self, path: Path, chosen: str | None) -> None:
        if chosen == "read":
            self.enter(path, read_only=True)

    @work(exclusive=True, group="open")
    async def read(self, path: Path) -> None:
        """Shows the report of the evaluation at `path` without holding it."""
        from mtcoach.terminal.screens.report import ReportScreen

        self.say("")
        try:
            desk = await self._shelf.open(path, read_only=True)
        except CoachError as error:
            self.say(str(error))
            return
        self.app.push_screen(ReportScreen(desk), lambda _: self._back(""))

    def _back(self, sentence: str | None) -> None:
        """Somebody came back here: closes what was open and looks again."""
        self.put_away(sentence or "")

    @work(group="open")
    async def put_away(self, sentence: str) -> None:
        """Closes the evaluation that was open, says `sentence`, and reads the folder anew."""
        try:
            await self._shelf.put_away()
        except CoachError as error:
            sentence = f"{sentence} {error}".strip()
        self.say(sentence)
        self.load()
