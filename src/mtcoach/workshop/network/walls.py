"""The requests of a projector: the wall, for whoever knows the join code; files beside pages."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from mtcoach.workshop.network import entrance
from mtcoach.workshop.network.broadcast import Broadcast
from mtcoach.workshop.network.door import Door, typed
from mtcoach.workshop.network.rendering import Saying, assets
from mtcoach.workshop.network.stream import Send


class Walls:
    """The wall's page and its stream. Its address holds the code, which the wall itself shows."""

    def __init__(self, door: Door, broadcast: Broadcast) -> None:
        self._door = door
        self._broadcast = broadcast

    @property
    def routes(self) -> list[Route]:
        """Where each request goes."""
        return [
            Route("/wall", self.ask),
            Route("/wall/{code}", self.wall),
            Route("/wall/{code}/stream", entrance.Stream(self.follow)),
            Route("/assets/{name:path}", asset),
            Route("/favicon.ico", no_icon),
        ]

    async def ask(self, request: Request) -> Response:
        """The page on which another machine asks for the wall, and the way on to it."""
        entrance.stranger(self._door, request)
        code = request.query_params.get("code")
        if code is None:
            return HTMLResponse(self._broadcast.screens.wall_join())
        return RedirectResponse(f"/wall/{typed(code)[:12] or '-'}", 303)

    async def wall(self, request: Request) -> Response:
        """What the projector shows, to whoever knows the code."""
        entrance.stranger(self._door, request)
        screens = self._broadcast.screens
        refused = entrance.refusal(self._door, request, request.path_params["code"])
        if refused:
            sentence, status = refused
            return HTMLResponse(screens.wall_join(Saying("no", sentence)), status)
        wall, qr = self._broadcast.wall()
        return HTMLResponse(screens.wall_page(wall, qr, f"/wall/{self._door.code}/stream"))

    async def follow(self, request: Request, send: Send) -> None:
        """The latest state, to one wall."""
        refused = entrance.refusal(self._door, request, request.path_params["code"])
        if refused:
            await Response(*refused)(request.scope, request.receive, send)
            return
        listener = entrance.address(request)
        await self._broadcast.walls.follow(request.scope, request.receive, send, listener)


async def asset(request: Request) -> Response:
    """A file beside the pages; its path names its content, so it may be kept."""
    found = assets().get(request.url.path)
    if found is None:
        raise HTTPException(404)
    headers = {"cache-control": "public, max-age=86400, immutable"}
    return Response(found.data, media_type=found.kind, headers=headers)


async def no_icon(request: Request) -> Response:
    """Browsers ask for an icon; there is none."""
    return Response(status_code=204, headers={"cache-control": "public, max-age=86400"})
