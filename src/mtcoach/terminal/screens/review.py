"""Every answer at a glance; any of them changed in place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import getters, on, work
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from mtcoach.coach.turn import Edit, Part
from mtcoach.errors import CoachError
from mtcoach.terminal.answers import glance, whole
from mtcoach.terminal.commands import REVIEW, bound
from mtcoach.terminal.sayings import safe
from mtcoach.terminal.screens.edit import NAMES, EditScreen
from mtcoach.terminal.screens.offer import Offer, choices
from mtcoach.terminal.widgets.hints import Hints

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from mtcoach.questions.models import Colour
    from mtcoach.terminal.desk import Desk

_EMPTY = "There is nothing to review yet: your questions come once you have chosen what to look at."


class ReviewScreen(Screen[str]):
    """The answers by theme. Leaves the id of an item to talk about, or nothing."""

    CSS_PATH = "review.tcss"
    GROUP = REVIEW
    BINDINGS = bound(REVIEW)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]  # noqa: RUF012 - as Textual has it

    where = getters.query_one("#where", Static)
    answers = getters.query_one(OptionList)
    detail = getters.query_one("#detail", Static)
    notice = getters.query_one("#notice", Static)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        record, library = desk.evaluation.record, desk.evaluation.library
        self._items = [name for name in record.asked if name in library.items]

    def compose(self) -> ComposeResult:
        """The list, and beside it on a wide terminal the whole answer."""
        yield Static(id="where")
        with Horizontal():
            yield OptionList(*self._options(), markup=False)
            with VerticalScroll(id="whole", can_focus=False):
                yield Static(id="detail")
        yield Static(id="notice")
        yield Hints(REVIEW, first=(("R A G", "Colour"),))

    def on_mount(self) -> None:
        """Begins at the item on the table."""
        self.answers.focus()
        current = self._desk.evaluation.record.position.item
        if current in self._items:
            self.answers.highlighted = self.answers.get_option_index(current)
        self._show()

    def _options(self) -> list[Option]:
        if not self._items:
            return [Option(Content(_EMPTY), disabled=True)]
        library = self._desk.evaluation.library
        options: list[Option] = []
        before = None
        for name in self._items:
            theme = library.items[name].theme
            if theme != before:
                title = Content.styled(safe(library.themes[theme].title), "bold $text-primary")
                options.append(Option(title, disabled=True))
                before = theme
            options.append(Option(self._glance(name), id=name))
        return options

    def _glance(self, name: str) -> Content:
        evaluation = self._desk.evaluation
        return glance(evaluation.library.items[name], evaluation.record.answer(name))

    def _show(self) -> None:
        record = self._desk.evaluation.record
        closed = sum(record.answer(name).closed for name in self._items)
        self.where.update(Content(f"Review: {closed} of {len(self._items)} done"))
        self._detail()

    def _detail(self) -> None:
        evaluation = self._desk.evaluation
        if name := self._marked():
            answer = evaluation.record.answer(name)
            self.detail.update(whole(evaluation.library.items[name], answer))

    def _marked(self) -> str | None:
        option = self.answers.highlighted_option
        return option.id if option else None

    @on(OptionList.OptionHighlighted)
    def _moved(self) -> None:
        self._detail()

    @on(OptionList.OptionSelected)
    def action_edit(self) -> None:
        """Opens the editor on the marked answer."""
        name = self._marked()
        if name is None:
            return
        evaluation = self._desk.evaluation
        if self._reading_only():
            return
        screen = EditScreen(
            evaluation.library.items[name],
            evaluation.record.answer(name),
            partial(evaluation.warn, name),
        )
        self.app.push_screen(screen, partial(self._change, name))

    def action_rate(self, rating: Colour) -> None:
        """Makes the marked answer `rating`."""
        if name := self._marked():
            self._change(name, Edit(rating=rating))

    @work(exclusive=True, group="ask")
    async def action_take_back(self) -> None:
        """Asks what of the marked answer is to be taken back: its note, its next step."""
        name = self._marked()
        if name is None or self._reading_only():
            return
        answer = self._desk.evaluation.record.answer(name)
        held: dict[Part, object] = {"note": answer.notes, "step": answer.steps}
        parts = [part for part in held if held[part]]
        if not parts:
            self._say("There is no note and no next step here to take back.")
            return
        labels = {part: f"Take back the {NAMES[part]}" for part in parts}
        both = {"both": "Take back both"} if len(parts) > 1 else {}
        topic = self._desk.evaluation.library.items[name].topic
        ways = choices(leave="Leave it", **labels, **both)
        chosen = await self.app.push_screen_wait(Offer((f"{topic}: what shall go?",), ways))
        gone = frozenset(parts) if chosen == "both" else frozenset(p for p in parts if p == chosen)
        self._change(name, Edit(without=gone))

    def _reading_only(self) -> bool:
        if self._desk.evaluation.read_only:
            self._say("This is open for reading only.")
        return self._desk.evaluation.read_only

    def _change(self, name: str, edit: Edit | None) -> None:
        if edit:
            self._save(name, edit)

    @work
    async def _save(self, name: str, edit: Edit) -> None:
        """Saves `edit`, then shows it."""
        try:
            await self._desk.do(partial(self._desk.evaluation.edit, name, edit))
        except CoachError as error:
            self._say(str(error))
            return
        self._say("")
        self.answers.replace_option_prompt(name, self._glance(name))
        self._show()

    def _say(self, sentence: str) -> None:
        self.notice.update(Content(sentence))
        self.notice.set_class(bool(sentence), "-shown")

    def action_talk(self) -> None:
        """Back to the conversation, at the marked item."""
        self.dismiss(self._marked() or "")

    def action_back(self) -> None:
        """Back to the conversation, where it was."""
        self.dismiss("")
