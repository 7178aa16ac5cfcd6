"""The least that could serve a vote: a bare Starlette page with server-sent events.

No join code, no seal, no disk, no limits. It listens to the same words on its standard input
as `ours.py` and prints the same answers, so that both are measured by the same load.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections import Counter
from collections.abc import AsyncIterator
from urllib.parse import parse_qs

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from mtcoach.workshop.network.listening import bound, more_files

PACE = 0.1


class Bare:
    """A vote in memory."""

    def __init__(self) -> None:
        self.votes: dict[str, str] = {}
        self.state = b""
        self.version = 0
        self.counted = False
        self.changed = asyncio.Condition()
        self.poked = asyncio.Event()

    async def publish(self) -> None:
        """The latest state, ten times a second at most."""
        while True:
            await self.poked.wait()
            self.poked.clear()
            said = {"live": {"votes": len(self.votes)}, "key": "reveal" if self.counted else "vote"}
            if self.counted:
                said |= {"spread": Counter(self.votes.values())}
            async with self.changed:
                self.state = f"event: state\ndata: {json.dumps(said)}\n\n".encode()
                self.version += 1
                self.changed.notify_all()
            await asyncio.sleep(PACE)

    async def follow(self, request: Request) -> Response:
        """The stream of one phone."""

        async def states() -> AsyncIterator[bytes]:
            seen = 0
            while True:
                async with self.changed:
                    while self.version == seen:
                        await self.changed.wait()
                seen = self.version
                yield self.state

        self.poked.set()
        return StreamingResponse(states(), media_type="text/event-stream")

    async def vote(self, request: Request) -> Response:
        """Takes a vote."""
        form = parse_qs((await request.body()).decode())
        self.votes[request.headers["cookie"]] = form["vote"][0]
        self.poked.set()
        return Response(status_code=303)

    async def join(self, request: Request) -> Response:
        """Gives a cookie."""
        answer = Response(status_code=303)
        answer.set_cookie("mtcoach-device", os.urandom(12).hex())
        return answer


async def main() -> None:
    """Serves until standard input ends."""
    bare = Bare()
    app = Starlette(
        routes=[
            Route("/stream", bare.follow),
            Route("/vote", bare.vote, methods=["POST"]),
            Route("/join", bare.join, methods=["POST"]),
        ]
    )
    more_files()
    sock = bound("127.0.0.1", 0)
    config = uvicorn.Config(app, http="h11", log_level="critical", access_log=False, lifespan="off")
    serving = asyncio.create_task(uvicorn.Server(config).serve([sock]))
    publishing = asyncio.create_task(bare.publish())
    print(sock.getsockname()[1], "-", flush=True)
    loop = asyncio.get_running_loop()
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        match line.strip():
            case "open":
                bare.votes, bare.counted = {}, False
                bare.poked.set()
            case "count":
                bare.counted = True
                bare.poked.set()
            case "spread":
                print(json.dumps(Counter(bare.votes.values())), flush=True)
    publishing.cancel()
    serving.cancel()


if __name__ == "__main__":
    asyncio.run(main())
