"""How a request stands with the door: from where, by whom, and whether it may come in."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, Final

from starlette.exceptions import HTTPException
from starlette.requests import Request

from mtcoach.workshop.network.door import Device, Door
from mtcoach.workshop.network.stream import Receive, Scope, Send

COOKIE: Final = "mtcoach-device"

WRONG_CODE: Final = "That is not the code on the wall; look again and type it once more."
TOO_MANY: Final = "Too many wrong codes have been tried; wait a minute and try again."
TOO_FAST: Final = "That was a lot at once, so the last of it was not taken; wait a moment."
JOIN_FIRST: Final = "Join with the code on the wall first."


def address(request: Request) -> str:
    """Where a request comes from, as the socket has it; what it says of itself is not read."""
    return request.client.host if request.client else ""


def scripted(request: Request) -> bool:
    """Whether the page's script asks, which puts the answer into the page itself."""
    return "application/json" in request.headers.get("accept", "")


def device(door: Door, request: Request) -> Device | None:
    """The device that a request comes from, if it has joined."""
    return door.device(request.cookies.get(COOKIE, ""))


def member(door: Door, request: Request) -> Device:
    """The device that may change something now; raises `HTTPException` for anybody else."""
    found = device(door, request)
    if found is None:
        stranger(door, request)
        raise HTTPException(403, JOIN_FIRST)
    if not door.change(found, time.monotonic()):
        raise HTTPException(429, TOO_FAST)
    return found


def stranger(door: Door, request: Request) -> None:
    """Lets somebody ask who has not joined; raises `HTTPException` where that was too much."""
    if not door.stranger(address(request), time.monotonic()):
        raise HTTPException(429, TOO_FAST)


def refusal(door: Door, request: Request, code: str) -> tuple[str, int] | None:
    """Why a code does not open the door, with its status; None where it does."""
    match door.opens(code, address(request), time.monotonic()):
        case None:
            return TOO_MANY, 429
        case False:
            return WRONG_CODE, 403
        case True:
            return None


class Stream:
    """A route whose answer goes on for as long as somebody listens."""

    def __init__(self, follow: Callable[[Request, Send], Any]) -> None:
        self._follow = follow

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves one listener."""
        if scope["method"] != "GET":
            raise HTTPException(405)
        await self._follow(Request(scope, receive), send)
