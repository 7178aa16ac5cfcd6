"""What a phone asks for, and what it gets: joining, a vote, words, its page.

A request changes something only through the ballot desk. Whether it is from our own page, and
small enough, `guard.py` has seen to.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from mtcoach.errors import CoachError
from mtcoach.workshop.ballots import Ballot, ballot_key
from mtcoach.workshop.network import entrance, forms
from mtcoach.workshop.network.ballot_desk import BallotDesk
from mtcoach.workshop.network.broadcast import Broadcast
from mtcoach.workshop.network.door import Device, Door, typed
from mtcoach.workshop.network.forms import Form
from mtcoach.workshop.network.rendering import LONGEST, TOLD, Own, Saying
from mtcoach.workshop.network.stream import EVENTS, Send, event
from mtcoach.workshop.network.views import View
from mtcoach.workshop.room import RoomError
from mtcoach.workshop.sitting import LATE, Sitting

LASTING: Final = 12 * 60 * 60
"""Seconds for which a device is known: a working day."""

NO_VOTE: Final = "Choose a colour or abstain first; your words go with your vote."
TOO_MANY_WORDS: Final = (
    f"That is longer than {LONGEST:,} characters, so it was not sent; shorten it and send it again."
)


@dataclass(frozen=True, slots=True)
class House:
    """What a visit needs of the server."""

    sitting: Sitting
    door: Door
    desk: BallotDesk
    broadcast: Broadcast
    secure: bool = False


class Visits:
    """The requests that participants make."""

    def __init__(self, house: House) -> None:
        self._house = house

    @property
    def routes(self) -> list[Route]:
        """Where each request goes."""
        return [
            Route("/", self.home),
            Route("/j/{code}", self.invited),
            Route("/join", self.join, methods=["POST"]),
            Route("/vote", self.vote, methods=["POST"]),
            Route("/words", self.words, methods=["POST"]),
            Route("/stream", entrance.Stream(self.follow)),
        ]

    # --- coming in --------------------------------------------------------------------

    async def home(self, request: Request) -> Response:
        """The page of one device; who has not joined is asked for the code."""
        device = entrance.device(self._house.door, request)
        if device is None:
            entrance.stranger(self._house.door, request)
            return self._joining()
        self._house.broadcast.presence.seen(device.tag, time.monotonic())
        view = self._house.broadcast.view()
        own = self._own(device, view)
        waiting = view.stage != "vote" and not view.words_open and view.stage != "ended"
        again = waiting and "still" not in request.query_params
        return HTMLResponse(self._house.broadcast.screens.page(view, own, again=again))

    async def invited(self, request: Request) -> Response:
        """The page to join on, with the code filled in; whether it is right is seen on joining."""
        entrance.stranger(self._house.door, request)
        return self._joining(typed(request.path_params["code"])[:12])

    async def join(self, request: Request) -> Response:
        """Lets a device in that gives the right code."""
        entrance.stranger(self._house.door, request)
        form = await forms.read(request)
        refused = entrance.refusal(self._house.door, request, form.code)
        if refused:
            sentence, status = refused
            return self._joining(typed(form.code)[:12], Saying("no", sentence), status)
        role = form.role if form.role in self._roles else ""
        answer = RedirectResponse("/", 303)
        answer.set_cookie(
            entrance.COOKIE,
            self._house.door.pass_for(role, entrance.device(self._house.door, request)),
            max_age=LASTING,
            httponly=True,
            samesite="strict",
            secure=self._house.secure,
        )
        return answer

    def _joining(self, code: str = "", said: Saying | None = None, status: int = 200) -> Response:
        return HTMLResponse(self._house.broadcast.screens.join(code, self._roles, said), status)

    @property
    def _roles(self) -> tuple[str, ...]:
        return self._house.sitting.room.workshop.opened.roles

    async def follow(self, request: Request, send: Send) -> None:
        """The latest state, to one participant's page."""
        device = entrance.device(self._house.door, request)
        if device is None:  # its pass is too old; a page can be told so only by an event
            entrance.stranger(self._house.door, request)
            told = Response(event("join", "-"), headers=dict(EVENTS))
            await told(request.scope, request.receive, send)
            return
        phones = self._house.broadcast.phones
        await phones.follow(request.scope, request.receive, send, device.tag)

    # --- what a participant says --------------------------------------------------------

    async def vote(self, request: Request) -> Response:
        """Takes a ballot, or tells why not; words with personal data wait for a second look."""
        device, form = await self._said(request)
        view = self._house.broadcast.view()
        if form.look:
            return self._answer(request, device, view, Own(draft=form.words))
        if view.stage != "vote" or view.table is None or forms.other(form, view):
            return self._no(request, device, form, LATE, 409)
        if len(form.words) > LONGEST:
            return self._no(request, device, form, TOO_MANY_WORDS, 422)
        mine = self._mine(device, view)
        chosen = forms.chosen(form.vote, mine)
        if chosen is None:
            return self._no(request, device, form, NO_VOTE, 422)
        stored = mine.words if mine else ""
        words, doubt = forms.discreet(form, stored)
        if doubt and not form.vote:
            return self._answer(request, device, view, Own(draft=form.words, warning=doubt))
        key = ballot_key(device.secret, form.item, form.number)
        ballot = Ballot(chosen.colour, device.role, stored if doubt else words)
        try:
            await self._house.desk.cast(form.item, form.number, key, ballot)
        except CoachError as error:
            status = 409 if isinstance(error, RoomError) else 503
            return self._no(request, device, form, _sentence(error), status)
        if doubt:
            return self._answer(request, device, view, Own(draft=form.words, warning=doubt))
        told = "Your vote is in" if form.vote else "Your words are in"
        return self._yes(request, device, told)

    async def words(self, request: Request) -> Response:
        """Takes words after the vote was counted."""
        device, form = await self._said(request)
        view = self._house.broadcast.view()
        if form.look:
            return self._answer(request, device, view, Own(draft=form.words))
        if len(form.words) > LONGEST:
            return self._no(request, device, form, TOO_MANY_WORDS, 422)
        words, doubt = forms.discreet(form, "")
        if doubt:
            return self._answer(request, device, view, Own(draft=form.words, warning=doubt))
        try:
            await self._house.desk.contribute(form.item, words)
        except CoachError as error:
            status = 409 if isinstance(error, RoomError) else 503
            return self._no(request, device, form, _sentence(error), status)
        return self._yes(request, device, "Your words are in, thank you")

    async def _said(self, request: Request) -> tuple[Device, Form]:
        return entrance.member(self._house.door, request), await forms.read(request)

    def _mine(self, device: Device, view: View) -> Ballot | None:
        """The ballot of this device in the vote that is open."""
        box = self._house.sitting.box
        if view.stage != "vote" or box is None:
            return None
        return box.ballots.get(ballot_key(device.secret, box.item, box.number))

    def _own(self, device: Device, view: View) -> Own:
        mine = self._mine(device, view)
        return Own(mine, mine.words if mine else "")

    # --- answers ------------------------------------------------------------------------

    def _yes(self, request: Request, device: Device, told: str) -> Response:
        view = self._house.broadcast.view()
        if not entrance.scripted(request):
            return RedirectResponse("/", 303)
        own = self._own(device, view)
        return JSONResponse(self._parts(view, own, told, sent=True))

    def _no(
        self, request: Request, device: Device, form: Form, sentence: str, status: int
    ) -> Response:
        own = Own(draft=form.words, said=Saying("no", sentence))
        return self._answer(request, device, self._house.broadcast.view(), own, status)

    def _answer(
        self, request: Request, device: Device, view: View, own: Own, status: int = 200
    ) -> Response:
        """The page again, with what was written and why it was not sent."""
        own = replace(own, mine=self._mine(device, view))
        told = own.said.text if own.said else "Your words are not sent yet" if own.warning else ""
        if entrance.scripted(request):
            return JSONResponse(self._parts(view, own, told, sent=False), status)
        return HTMLResponse(self._house.broadcast.screens.page(view, own), status)

    def _parts(self, view: View, own: Own, told: str, *, sent: bool) -> dict[str, Any]:
        screens = self._house.broadcast.screens
        return {
            "key": view.key,
            "show": screens.show(view),
            "say": screens.say(view, own),
            "told": told or TOLD[view.stage],
            "sent": sent,
        }


def _sentence(error: CoachError) -> str:
    """A refusal as participants may read it: the room's own words, but no path of this machine."""
    if isinstance(error, RoomError):
        return f"{error}."
    return "The facilitator’s machine could not save that, so it is not in; try again in a moment."
