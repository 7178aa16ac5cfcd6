"""Views as pages and parts of pages. Whatever somebody typed is escaped here and nowhere else.

Nothing here decides what may be seen: a page shows what its view holds.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final, Literal

from mtcoach.questions.loading import Library
from mtcoach.workshop.ballots import Ballot
from mtcoach.workshop.network.views import Shown, Timer, View, Wall

if TYPE_CHECKING:
    from jinja2 import Environment

LONGEST: Final = 1_000
"""Characters of what a participant writes at one time."""

KINDS: Final[Mapping[str, str]] = {
    "workshop.css": "text/css; charset=utf-8",
    "workshop.js": "text/javascript; charset=utf-8",
}
"""The files beside the pages, and what they are."""

TITLES: Final[Mapping[Shown, str]] = {
    "lobby": "You are in",
    "vote": "Vote",
    "reveal": "The votes are counted",
    "talk": "Time to talk",
    "concluded": "Where the room leaves it",
    "ended": "The workshop has ended",
}

TOLD: Final[Mapping[Shown, str]] = {
    "lobby": "Waiting for the first vote",
    "vote": "A vote is open",
    "reveal": "The votes are counted",
    "talk": "Time to talk",
    "concluded": "The room has come to an end of this item",
    "ended": "The workshop has ended",
}
"""What is said aloud when the screen has turned to something else."""


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence to one device: that something was done, or why it was not."""

    kind: Literal["yes", "no"]
    text: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """Personal data in words that were not sent yet: its kinds, and the words masked."""

    kinds: str
    masked: str


@dataclass(frozen=True, slots=True)
class Own:
    """What only one device sees: its ballot, what it is writing, and what it is told."""

    mine: Ballot | None = None
    draft: str = ""
    said: Saying | None = None
    warning: Doubt | None = None


@dataclass(frozen=True, slots=True)
class Asset:
    """A file beside the pages."""

    kind: str
    data: bytes


NOBODY: Final = Own()


class Screens:
    """Draws pages for the workshops of one library."""

    def __init__(self, library: Library) -> None:
        self._steps = library.scale("traffic-light").steps

    def show(self, view: View) -> str:
        """The part of a participant's page that everybody sees alike."""
        return _render("show.html.jinja", view=view)

    def say(self, view: View, own: Own = NOBODY) -> str:
        """The part of a participant's page that takes what one device says."""
        return _render("say.html.jinja", **self._saying(view, own))

    def page(self, view: View, own: Own = NOBODY, *, again: bool = False) -> str:
        """A participant's whole page; with `again`, one without a script looks by itself."""
        return _page(
            "page.html.jinja", TITLES[view.stage], stream="/stream", again=again,
            **self._saying(view, own),
        )  # fmt: skip

    def join(self, code: str, roles: Sequence[str], said: Saying | None = None) -> str:
        """The page that asks for the code, and for a role where there are `roles`."""
        return _page("join.html.jinja", "Join the workshop", code=code, roles=roles, said=said)

    def sorry(self, title: str, sentence: str) -> str:
        """A page of one sentence."""
        return _page("sorry.html.jinja", title, sentence=sentence)

    def wall_join(self, said: Saying | None = None) -> str:
        """The page on which another machine asks for the wall."""
        return _page("wall_join.html.jinja", "Show the wall", said=said)

    def wall_page(self, wall: Wall, qr: str, stream: str) -> str:
        """The wall's whole page; `qr` is a drawing of ours."""
        return _page("wall.html.jinja", wall_title(wall), wall=wall, view=wall.view, qr=_ours(qr),
                     stream=stream)  # fmt: skip

    def wall_show(self, wall: Wall, qr: str) -> str:
        """What the wall's page shows now."""
        return _render("wall_show.html.jinja", wall=wall, view=wall.view, qr=_ours(qr))

    def _saying(self, view: View, own: Own) -> dict[str, object]:
        return {
            "view": view,
            "mine": own.mine,
            "draft": own.draft,
            "said": own.said,
            "warning": own.warning,
            "steps": self._steps,
            "longest": LONGEST,
        }


def wall_title(wall: Wall) -> str:
    """What the wall's window is called."""
    return f"{wall.view.school}: workshop"


@cache
def assets() -> Mapping[str, Asset]:
    """The files beside the pages, by their path, which names their content."""
    folder = files("mtcoach.workshop.network").joinpath("pages")
    found = {}
    for name, kind in KINDS.items():
        data = folder.joinpath(name).read_bytes()
        found[f"/assets/{hashlib.sha256(data).hexdigest()[:12]}/{name}"] = Asset(kind, data)
    return found


def _page(template: str, title: str, **values: object) -> str:
    paths = {path.rpartition("/")[2]: path for path in assets()}
    given = {"view": None, "stream": "", "again": False, **values}
    return _render(template, title=title, assets=paths, **given)


def _render(template: str, **values: object) -> str:
    return _environment().get_template(template).render(values)


def _ours(drawing: str) -> object:
    from markupsafe import Markup

    return Markup(drawing)


def _ends(timer: Timer) -> int:
    return int(timer.ends.timestamp() * 1000)


def _at(timer: Timer) -> str:
    moment: datetime = timer.ends.astimezone()
    return moment.strftime("%H:%M")


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("mtcoach.workshop.network", "pages"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=True,
    )
    environment.filters |= {"ends": _ends, "at": _at}
    return environment
