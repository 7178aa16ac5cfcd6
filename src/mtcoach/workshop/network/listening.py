"""The socket a workshop listens on, uvicorn inside the app's own loop, and who is too slow.

Nothing here knows a workshop.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Final

import uvicorn

from mtcoach.errors import CoachError
from mtcoach.workshop.network.guard import HEAD, App

if TYPE_CHECKING:
    from uvicorn.protocols.http.h11_impl import H11Protocol

CONNECTIONS: Final = 5_000
"""Connections at one time; further ones are told that it is full."""

FILES: Final = CONNECTIONS + 500
"""Open files to ask the system for: a connection each, and the app's own."""

PATIENCE: Final = 12.0
"""Seconds in which a connection must have asked for something, or taken what it is sent."""

SWEEP: Final = 2.0
"""Seconds between two looks at who is too slow."""

BACKLOG: Final = 2048
"""Connections that may wait to be taken: a whole hall that scans at once."""

BUFFER: Final = 128 * 1024
"""Bytes that the system holds for a slow connection before we notice that it is slow."""


EASY: Final = (8000, 8080, 8888)
"""Ports that are easy to type, for those whose phone cannot scan."""


class PortError(CoachError):
    """The room's port belongs to another program now."""


def bound(host: str, port: int) -> socket.socket:
    """A socket that listens on `host`; any port where `port` is 0."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    sock = socket.socket(family, socket.SOCK_STREAM)
    try:
        if sys.platform == "win32":  # there, reuse would let another program listen in
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, BUFFER)
        if sys.platform == "linux":  # a phone that went to sleep is given up after this
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, 45_000)
        sock.bind((host, port))
        sock.listen(BACKLOG)  # from here on it is ours alone
        sock.setblocking(False)
    except OSError as error:
        sock.close()
        said = error.strerror or type(error).__name__
        raise PortError(
            f"{host}:{port}: the workshop cannot listen there (the system says '{said}'); "
            f"close the program that does, or choose another port, and phones join anew"
        ) from None
    return sock


def found_port(host: str) -> socket.socket:
    """A socket on a port that is easy to type, or else on any."""
    for port in EASY:
        with suppress(PortError):
            return bound(host, port)
    return bound(host, 0)


def more_files() -> None:
    """Lets this process hold a connection for every phone, as far as the system allows."""
    if sys.platform == "win32":  # no such limit
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = FILES if hard == resource.RLIM_INFINITY else min(FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


class _Quiet(uvicorn.Server):
    """uvicorn without hands on the app's signals."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


class Listening:
    """`app` being served on a socket, from `start` to `stop`."""

    def __init__(self, app: App, sock: socket.socket) -> None:
        # Its words would be drawn over the app's screen; what goes wrong is told otherwise.
        logger = logging.getLogger("uvicorn")
        logger.addHandler(logging.NullHandler())
        logger.propagate = False
        self._sock = sock
        self._server = _Quiet(
            uvicorn.Config(
                app,
                http="h11",
                ws="none",
                lifespan="off",
                log_config=None,
                access_log=False,
                server_header=False,
                proxy_headers=False,
                h11_max_incomplete_event_size=HEAD,
                limit_concurrency=CONNECTIONS,
                timeout_keep_alive=10,
                timeout_graceful_shutdown=3,
                backlog=BACKLOG,
            )
        )
        self._slow: dict[H11Protocol, float] = {}
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Returns once connections are taken."""
        more_files()
        serving = asyncio.create_task(self._server.serve([self._sock]), name="workshop")
        while not self._server.started:
            if serving.done():
                await serving  # raises what went wrong
            await asyncio.sleep(0.005)
        self._tasks = [serving, asyncio.create_task(self._sweep(), name="workshop sweep")]

    async def stop(self) -> None:
        """Takes no more connections, lets answers be finished, and closes."""
        self._server.should_exit = True
        serving, sweeping = self._tasks
        sweeping.cancel()
        with suppress(asyncio.CancelledError):
            await sweeping
        # Who does not take the last of it is not waited for.
        ending = asyncio.get_running_loop().call_later(1.5, self._cut_all)
        await serving
        ending.cancel()

    @property
    def connections(self) -> int:
        """How many connections there are."""
        return len(self._server.server_state.connections)

    def _cut_all(self) -> None:
        for connection in list(self._server.server_state.connections):
            connection.transport.abort()

    async def _sweep(self) -> None:
        while True:
            await asyncio.sleep(SWEEP)
            self._look(time.monotonic())

    def _look(self, now: float) -> None:
        """Cuts connections that ask for nothing, or do not take what they are sent."""
        slow: dict[H11Protocol, float] = {}
        for connection in list(self._server.server_state.connections):
            since = self._slow.get(connection, now)  # type: ignore[arg-type]
            if not _waits(connection):  # type: ignore[arg-type]
                continue
            if now - since > PATIENCE:
                connection.transport.abort()
            else:
                slow[connection] = since  # type: ignore[index]
        self._slow = slow


def _waits(connection: H11Protocol) -> bool:
    """Whether we wait for the other side: for a whole request, or to take what we sent."""
    asks = connection.cycle is None or connection.cycle.response_complete
    return asks or connection.transport.get_write_buffer_size() > 0
