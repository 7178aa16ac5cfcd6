"""How phones come in: the address, the code, the QR code; and the wall for the projector."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import getters, work
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from mtcoach.errors import CoachError
from mtcoach.terminal.commands import JOIN, bound
from mtcoach.terminal.sayings import plain
from mtcoach.terminal.widgets.hints import Hints
from mtcoach.workshop.facilitating import telling

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from mtcoach.workshop.facilitating.hall import Hall
    from mtcoach.workshop.network.server import Server


class JoinScreen(Screen[None]):
    """Opens the room to phones, and shows how they find it."""

    CSS_PATH = "room_join.tcss"
    GROUP = JOIN
    BINDINGS = bound(JOIN)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (72, "-wide")]  # noqa: RUF012 - as Textual has it

    code = getters.query_one("#code", Static)
    facts = getters.query_one("#facts", Static)
    notice = getters.query_one("#notice", Static)

    def __init__(self, hall: Hall) -> None:
        super().__init__()
        self._hall = hall
        self._address = 0

    def compose(self) -> ComposeResult:
        """The code on the left, what to know beside it."""
        with VerticalScroll(can_focus=False), Horizontal():
            yield Static(id="code")
            with Vertical():
                yield Static(id="facts")
                yield Static(id="notice")
        yield Hints(JOIN)

    def on_mount(self) -> None:
        """Shows how things stand, and once a second who is in."""
        self.show()
        self.set_interval(1, self.show)

    def show(self) -> None:
        """The door as it stands."""
        server = self._hall.server
        if server is None:
            self.code.display = False
            self.facts.update(Content(telling.say("join_none")))
            return
        self.code.display = server.is_open
        if server.is_open:
            rows = Content("\n").join(Content(line) for line in server.qr_lines())
            self.code.update(rows.stylize("#000000 on #FFFFFF"))
        self.facts.update(_facts(server))

    def _say(self, sentence: str) -> None:
        self.notice.update(plain(sentence))

    @work(group="door")
    async def action_open(self) -> None:
        """Opens the door to the room at the address that is marked."""
        from mtcoach.workshop.network.addresses import addresses

        found = addresses()
        if not found:
            self._say(telling.say("join_no_network"))
            return
        await self._open(found[self._address % len(found)])
        if len(found) > 1:
            self._say(telling.say("join_others", others=", ".join(found)))

    def action_other(self) -> None:
        """The next address of this computer."""
        self._address += 1
        self.action_open()

    @work(group="door")
    async def action_close(self) -> None:
        """Lets no phone in any more."""
        from mtcoach.workshop.network.addresses import LOOPBACK

        await self._open(LOOPBACK)

    async def _open(self, host: str) -> None:
        try:
            await self._hall.serve(host)
        except CoachError as error:
            self._say(str(error))
        else:
            self._say("")
        self.show()

    @work(thread=True, group="wall")
    def action_wall(self) -> None:
        """Opens the wall in a browser of this computer, or says where it is."""
        import webbrowser

        server = self._hall.server
        if server is None:
            self.app.call_from_thread(self._say, telling.say("join_none"))
            return
        shown = webbrowser.open(server.wall_url)
        sentence = telling.say("wall_open" if shown else "wall_none", url=server.wall_url)
        self.app.call_from_thread(self._say, sentence)

    def action_back(self) -> None:
        """Back to the room."""
        self.dismiss()


def _facts(server: Server) -> Content:
    wall = Content(telling.say("wall_here", url=server.wall_url))
    if not server.is_open:
        return Content("\n\n").join((Content(telling.say("loopback")), wall))
    return Content("\n\n").join(
        (
            Content.assemble((telling.say("join_address"), "bold"), "\n", server.url),
            Content.assemble((telling.say("join_code"), "bold"), "\n", " ".join(server.join_code)),
            Content.styled(telling.say("here", present=server.here), "bold $text-primary"),
            Content(telling.say("join_unverified")),
            wall,
        )
    )
