"""What a request asks for, and what it gets: joining, a vote, words, the pages.

A request changes something only through the ballot desk. Whether it is from our own page, and
small enough, `guard.py` has seen to.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final
from urllib.parse import parse_qs

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from mtcoach.coach.notes import privacy
from mtcoach.coach.wording import wording
from mtcoach.errors import CoachError
from mtcoach.questions.models import COLOURS, Colour
from mtcoach.transcript.lines import clean
from mtcoach.workshop.ballot_desk import BallotDesk
from mtcoach.workshop.ballots import Ballot, ballot_key
from mtcoach.workshop.door import Device, Door, Presence, typed
from mtcoach.workshop.rendering import LONGEST, TOLD, Doubt, Own, Saying, Screens, assets
from mtcoach.workshop.room import RoomError
from mtcoach.workshop.sitting import LATE, Sitting
from mtcoach.workshop.stream import Channel, Receive, Scope, Send
from mtcoach.workshop.views import View, Wall

COOKIE: Final = "mtcoach-device"
LASTING: Final = 12 * 60 * 60
"""Seconds for which a device is known: a working day."""

WRONG_CODE: Final = "That is not the code on the wall; look again and type it once more."
TOO_MANY: Final = "Too many wrong codes have been tried; wait a minute and try again."
TOO_FAST: Final = "That was a lot at once, so the last of it was not taken; wait a moment."
NO_VOTE: Final = "Choose a colour or abstain first; your words go with your vote."
TOO_MANY_WORDS: Final = (
    f"That is longer than {LONGEST:,} characters, so it was not sent; shorten it and send it again."
)
JOIN_FIRST: Final = "Join with the code on the wall first."


@dataclass(frozen=True, slots=True)
class Form:
    """What a form holds, as it was typed."""

    item: str = ""
    number: int = 0
    vote: str = ""
    words: str = ""
    personal: str = ""
    look: bool = False
    code: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class House:
    """What the visits need of the server."""

    sitting: Sitting
    screens: Screens
    door: Door
    desk: BallotDesk
    presence: Presence
    phones: Channel
    walls: Channel
    view: Callable[[], View]
    wall: Callable[[], tuple[Wall, str]]
    secure: bool = False


class Visits:
    """The requests that participants and walls make."""

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
            Route("/stream", _Stream(self.follow)),
            Route("/wall", self.wall_join),
            Route("/wall/{code}", self.wall),
            Route("/wall/{code}/stream", _Stream(self.follow_wall)),
            Route("/assets/{name:path}", self.asset),
            Route("/favicon.ico", self.no_icon),
        ]

    # --- coming in --------------------------------------------------------------------

    async def home(self, request: Request) -> Response:
        """The page of one device; who has not joined is asked for the code."""
        device = self._device(request)
        if device is None:
            self._stranger(request)
            return self._joining()
        self._house.presence.seen(device.tag, time.monotonic())
        view = self._house.view()
        own = self._own(device, view)
        waiting = view.stage != "vote" and not view.words_open and view.stage != "ended"
        again = waiting and "still" not in request.query_params
        return HTMLResponse(self._house.screens.page(view, own, again=again))

    async def invited(self, request: Request) -> Response:
        """The page to join on, with the code filled in; whether it is right is seen on joining."""
        self._stranger(request)
        return self._joining(typed(request.path_params["code"])[:12])

    async def join(self, request: Request) -> Response:
        """Lets a device in that gives the right code."""
        self._stranger(request)
        form = await _form(request)
        refused = self._refused(request, form.code)
        if refused:
            sentence, status = refused
            return self._joining(typed(form.code)[:12], Saying("no", sentence), status)
        role = form.role if form.role in self._roles else ""
        answer = RedirectResponse("/", 303)
        answer.set_cookie(
            COOKIE,
            self._house.door.pass_for(role, self._device(request)),
            max_age=LASTING,
            httponly=True,
            samesite="strict",
            secure=self._house.secure,
        )
        return answer

    def _joining(self, code: str = "", said: Saying | None = None, status: int = 200) -> Response:
        return HTMLResponse(self._house.screens.join(code, self._roles, said), status)

    @property
    def _roles(self) -> tuple[str, ...]:
        return self._house.sitting.room.workshop.opened.roles

    def _refused(self, request: Request, code: str) -> tuple[str, int] | None:
        """Why a code does not open the door, with its status."""
        match self._house.door.opens(code, _address(request), time.monotonic()):
            case None:
                return TOO_MANY, 429
            case False:
                return WRONG_CODE, 403
            case True:
                return None

    # --- what a participant says --------------------------------------------------------

    async def vote(self, request: Request) -> Response:
        """Takes a ballot, or tells why not; words with personal data wait for a second look."""
        device, form = await self._said(request)
        view = self._house.view()
        if form.look:
            return self._answer(request, device, view, Own(draft=form.words))
        if view.stage != "vote" or view.table is None or _other(form, view):
            return self._no(request, device, form, LATE, 409)
        if len(form.words) > LONGEST:
            return self._no(request, device, form, TOO_MANY_WORDS, 422)
        mine = self._mine(device, view)
        chosen = _chosen(form.vote, mine)
        if chosen is None:
            return self._no(request, device, form, NO_VOTE, 422)
        stored = mine.words if mine else ""
        words, doubt = _discreet(form, stored)
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
        view = self._house.view()
        if form.look:
            return self._answer(request, device, view, Own(draft=form.words))
        if len(form.words) > LONGEST:
            return self._no(request, device, form, TOO_MANY_WORDS, 422)
        words, doubt = _discreet(form, "")
        if doubt:
            return self._answer(request, device, view, Own(draft=form.words, warning=doubt))
        try:
            await self._house.desk.contribute(form.item, words)
        except CoachError as error:
            status = 409 if isinstance(error, RoomError) else 503
            return self._no(request, device, form, _sentence(error), status)
        return self._yes(request, device, "Your words are in, thank you")

    async def _said(self, request: Request) -> tuple[Device, Form]:
        device = self._device(request)
        if device is None:
            self._stranger(request)
            raise HTTPException(403, JOIN_FIRST)
        if not self._house.door.change(device, time.monotonic()):
            raise HTTPException(429, TOO_FAST)
        return device, await _form(request)

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
        view = self._house.view()
        if not _scripted(request):
            return RedirectResponse("/", 303)
        own = self._own(device, view)
        return JSONResponse(self._parts(view, own, told, sent=True))

    def _no(
        self, request: Request, device: Device, form: Form, sentence: str, status: int
    ) -> Response:
        own = Own(draft=form.words, said=Saying("no", sentence))
        return self._answer(request, device, self._house.view(), own, status)

    def _answer(
        self, request: Request, device: Device, view: View, own: Own, status: int = 200
    ) -> Response:
        """The page again, with what was written and why it was not sent."""
        own = replace(own, mine=self._mine(device, view))
        told = own.said.text if own.said else "Your words are not sent yet" if own.warning else ""
        if _scripted(request):
            return JSONResponse(self._parts(view, own, told, sent=False), status)
        return HTMLResponse(self._house.screens.page(view, own), status)

    def _parts(self, view: View, own: Own, told: str, *, sent: bool) -> dict[str, Any]:
        screens = self._house.screens
        return {
            "key": view.key,
            "show": screens.show(view),
            "say": screens.say(view, own),
            "told": told or TOLD[view.stage],
            "sent": sent,
        }

    # --- the stream and the wall -----------------------------------------------------------

    async def follow(self, request: Request, send: Send) -> None:
        """The latest state, to one participant's page."""
        device = self._device(request)
        if device is None:
            await Response(JOIN_FIRST, 403)(request.scope, request.receive, send)
            return
        await self._house.phones.follow(request.scope, request.receive, send, device.tag)

    async def wall_join(self, request: Request) -> Response:
        """The page on which another machine asks for the wall, and the way on to it."""
        self._stranger(request)
        code = request.query_params.get("code")
        if code is None:
            return HTMLResponse(self._house.screens.wall_join())
        return RedirectResponse(f"/wall/{typed(code)[:12] or '-'}", 303)

    async def wall(self, request: Request) -> Response:
        """What the projector shows, to whoever knows the code."""
        self._stranger(request)
        refused = self._refused(request, request.path_params["code"])
        if refused:
            sentence, status = refused
            return HTMLResponse(self._house.screens.wall_join(Saying("no", sentence)), status)
        wall, qr = self._house.wall()
        stream = f"/wall/{self._house.door.code}/stream"
        return HTMLResponse(self._house.screens.wall_page(wall, qr, stream))

    async def follow_wall(self, request: Request, send: Send) -> None:
        """The latest state, to one wall."""
        refused = self._refused(request, request.path_params["code"])
        if refused:
            await Response(refused[0], refused[1])(request.scope, request.receive, send)
            return
        await self._house.walls.follow(request.scope, request.receive, send, _address(request))

    async def asset(self, request: Request) -> Response:
        """A file beside the pages."""
        found = assets().get(request.url.path)
        if found is None:
            raise HTTPException(404)
        headers = {"cache-control": "public, max-age=86400, immutable"}
        return Response(found.data, media_type=found.kind, headers=headers)

    async def no_icon(self, request: Request) -> Response:
        """Browsers ask for an icon; there is none."""
        return Response(status_code=204, headers={"cache-control": "public, max-age=86400"})

    def _device(self, request: Request) -> Device | None:
        return self._house.door.device(request.cookies.get(COOKIE, ""))

    def _stranger(self, request: Request) -> None:
        if not self._house.door.stranger(_address(request), time.monotonic()):
            raise HTTPException(429, TOO_FAST)


class _Stream:
    """A route whose answer goes on for as long as somebody listens."""

    def __init__(self, follow: Callable[[Request, Send], Any]) -> None:
        self._follow = follow

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] != "GET":
            raise HTTPException(405)
        await self._follow(Request(scope, receive), send)


async def _form(request: Request) -> Form:
    """The form that was sent; a field that is not ours is nothing."""
    try:
        text = (await request.body()).decode("utf-8")
        found = parse_qs(text, keep_blank_values=True, max_num_fields=12, errors="strict")
    except (UnicodeDecodeError, ValueError):
        raise HTTPException(400, "That form could not be read; load the page again.") from None
    given = {name: values[-1] for name, values in found.items()}
    number = given.get("number", "")
    return Form(
        item=given.get("item", ""),
        number=int(number) if number.isascii() and number.isdigit() and len(number) < 6 else 0,
        vote=given.get("vote", ""),
        words=_tidy(given.get("words", "")),
        personal=given.get("personal", ""),
        look="look" in given,
        code=given.get("code", "")[:40],
        role=given.get("role", ""),
    )


def _tidy(words: str) -> str:
    """Words as they are kept: line ends as everywhere else, no control characters, trimmed."""
    lines = clean(words).replace("\r\n", "\n").replace("\r", "\n")
    return "".join(letter for letter in lines if letter == "\n" or letter.isprintable()).strip()


def _other(form: Form, view: View) -> bool:
    """Whether a form is from another vote than the one that is open."""
    return view.table is None or (form.item, form.number) != (view.table.item, view.number)


def _chosen(vote: str, mine: Ballot | None) -> Ballot | None:
    """A ballot of the colour that was chosen now, or else before; None where none was."""
    if vote == "abstain":
        return Ballot(None)
    colour: Colour | None = next((each for each in COLOURS if each == vote), None)
    return Ballot(colour) if colour else mine


def _discreet(form: Form, stored: str) -> tuple[str, Doubt | None]:
    """The words as their writer wants them, and what there is to be decided first, if anything."""
    if form.personal == "mask":
        return privacy.mask(form.words), None
    if form.personal == "keep" or form.words == stored:
        return form.words, None
    found = privacy.find(form.words)
    if not found:
        return form.words, None
    kinds = wording().block("personal_kinds")
    named = dict.fromkeys(kinds.get(each.kind, kinds["other"]) for each in found)
    return form.words, Doubt(wording().joined(list(named)), privacy.mask(form.words))


def _sentence(error: CoachError) -> str:
    """A refusal as participants may read it: the room's own words, but no path of this machine."""
    if isinstance(error, RoomError):
        return f"{error}."
    return "The facilitator’s machine could not save that, so it is not in; try again in a moment."


def _scripted(request: Request) -> bool:
    return "application/json" in request.headers.get("accept", "")


def _address(request: Request) -> str:
    return request.client.host if request.client else ""
