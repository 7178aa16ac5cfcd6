"""The server against connections that no browser would make: slow, huge, broken, too many."""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import AsyncIterator
from itertools import count
from pathlib import Path

import pytest

from mtcoach.questions.loading import Library
from mtcoach.workshop.network import guard, listening, stream
from support.rooms import Phone, Served, served, until

HOST = b"Host: 127.0.0.1\r\n"


@pytest.fixture
async def room(
    tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Served]:
    monkeypatch.setattr(listening, "PATIENCE", 0.4)
    monkeypatch.setattr(listening, "SWEEP", 0.1)
    monkeypatch.setattr(guard, "PATIENCE", 0.4)
    async with served(tmp_path, library) as room:
        yield room


Line = tuple[asyncio.StreamReader, asyncio.StreamWriter]


async def opened(room: Served) -> Line:
    return await asyncio.open_connection("127.0.0.1", room.server.port)


async def said(line: Line, *parts: bytes) -> bytes:
    """What comes back for `parts` until the server closes."""
    reader, writer = line
    for part in parts:
        writer.write(part)
    try:
        async with asyncio.timeout(8):
            return await reader.read(-1)
    except ConnectionError:
        return b""
    finally:
        writer.close()


async def still_serves(room: Served) -> None:
    async with Phone(room.server.url) as phone:
        assert (await phone.http.get("/")).status_code == 200


async def test_who_connects_and_says_nothing_is_dropped(room: Served) -> None:
    assert await said(await opened(room)) == b""
    await still_serves(room)


async def test_who_sends_a_header_a_byte_at_a_time_is_dropped(room: Served) -> None:
    reader, writer = await opened(room)
    began = time.monotonic()
    with pytest.raises(ConnectionError):
        for byte in b"GET / HTTP/1.1\r\n" + HOST + b"X: " + b"x" * 1000:
            writer.write(bytes([byte]))
            await writer.drain()
            await asyncio.sleep(0.02)
            if reader.at_eof():
                raise ConnectionResetError
    assert time.monotonic() - began < 5
    writer.close()


async def test_a_second_request_that_never_ends_is_dropped_too(room: Served) -> None:
    reader, writer = await opened(room)
    writer.write(b"GET /favicon.ico HTTP/1.1\r\n" + HOST + b"\r\n")
    assert b"204" in await reader.readuntil(b"\r\n\r\n")
    assert await said((reader, writer), b"GET / HTTP/1.1\r\nX: ") == b""


async def test_a_body_that_does_not_come_is_not_waited_for(room: Served) -> None:
    head = (
        b"POST /join HTTP/1.1\r\n" + HOST + b"Origin: http://127.0.0.1\r\n"
        b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\n"
    )
    answer = await said(await opened(room), head, b"code=")
    assert b" 408 " in answer
    assert b"took too long" in answer


@pytest.mark.parametrize("length", [b"999999999", b"-1", b"1e3", b"10, 20"])
async def test_a_body_that_says_it_is_huge_is_refused(room: Served, length: bytes) -> None:
    head = (
        b"POST /join HTTP/1.1\r\n" + HOST + b"Origin: http://127.0.0.1\r\n"
        b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + length
    )
    answer = await said(await opened(room), head + b"\r\n\r\n")
    assert b" 413 " in answer or b" 400 " in answer


async def test_a_huge_body_in_chunks_is_cut_short(room: Served) -> None:
    head = (
        b"POST /join HTTP/1.1\r\n" + HOST + b"Origin: http://127.0.0.1\r\n"
        b"Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n"
    )
    reader, writer = await opened(room)
    writer.write(head + (b"1000\r\n" + b"x" * 4096 + b"\r\n") * 8)
    assert b" 413 " in await reader.readuntil(b"\r\n")
    writer.close()
    await still_serves(room)


@pytest.mark.parametrize(
    "request_line",
    [
        b"GET / HTTP/1.1\r\n" + HOST + b"X: " + b"x" * 20_000 + b"\r\n\r\n",
        b"GET /" + b"x" * 20_000 + b" HTTP/1.1\r\n" + HOST + b"\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
        b"hello\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + HOST + HOST + b"\r\n",
    ],
    ids=["long header", "long path", "TLS", "no HTTP", "no host", "two hosts"],
)
async def test_what_is_no_request_of_a_browser_is_refused(
    room: Served, request_line: bytes
) -> None:
    answer = await said(await opened(room), request_line)
    assert b" 400 " in answer or b" 421 " in answer or b" 431 " in answer
    await still_serves(room)


async def test_a_web_socket_is_not_opened(room: Served) -> None:
    request = (
        b"GET /stream HTTP/1.1\r\n" + HOST + b"Connection: Upgrade\r\nUpgrade: websocket\r\n"
        b"Sec-WebSocket-Key: x3JJHMbDL1EzLkh9GBhXDw==\r\nSec-WebSocket-Version: 13\r\n\r\n"
    )
    reader, writer = await opened(room)
    writer.write(request)
    assert b" 200 " in await reader.readuntil(b"\r\n"), "it is answered as any other request"
    writer.close()


async def test_a_path_does_not_lead_out_of_the_pages(room: Served) -> None:
    for path in (b"/assets/../keys.py", b"/assets/%2e%2e/keys.py", b"/..%2f..%2fetc/passwd"):
        reader, writer = await opened(room)
        writer.write(b"GET " + path + b" HTTP/1.1\r\n" + HOST + b"\r\n")
        assert b" 404 " in await reader.readuntil(b"\r\n")
        writer.close()


async def test_a_screen_that_takes_nothing_is_dropped_and_the_others_go_on(
    room: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with Phone(room.server.url) as phone:
        await phone.join(room.server.join_code)
        cookie = f"Cookie: mtcoach-device={phone.http.cookies['mtcoach-device']}\r\n".encode()
    stuck = socket.socket()
    stuck.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
    stuck.connect(("127.0.0.1", room.server.port))
    stuck.send(b"GET /stream HTTP/1.1\r\n" + HOST + cookie + b"\r\n")
    room.sitting.open_vote("kq01")
    room.fill(*["red"] * 6)
    room.sitting.count_vote()
    await until(lambda: room.server._broadcast.phones.screens == 1)
    monkeypatch.setattr(room.server._broadcast, "screens", _Wordy())
    prompts = count()

    def dropped() -> bool:
        room.server.show_prompt([str(next(prompts))])
        return not room.server._broadcast.phones.screens

    await until(dropped)
    stuck.close()
    monkeypatch.undo()
    await still_serves(room)


class _Wordy:
    """Pages that fill any buffer."""

    def __getattr__(self, name: str) -> object:
        return lambda *_: "x" * 400_000


async def test_a_phone_with_many_tabs_keeps_the_newest(room: Served) -> None:
    async with Phone(room.server.url) as phone:
        await phone.join(room.server.join_code)
        cookie = f"Cookie: mtcoach-device={phone.http.cookies['mtcoach-device']}\r\n".encode()
    lines = []
    for _ in range(stream.A_DEVICE + 2):
        reader, writer = await opened(room)
        writer.write(b"GET /stream HTTP/1.1\r\n" + HOST + cookie + b"\r\n")
        await reader.readuntil(b"event: state")
        lines.append((reader, writer))
    await until(lambda: room.server._broadcast.phones.screens == stream.A_DEVICE)
    assert room.server.here == 1
    for _, writer in lines:
        writer.close()


async def test_the_end_is_told_to_every_screen_and_no_connection_is_left(
    tmp_path: Path, library: Library
) -> None:
    async with served(tmp_path, library) as room:
        async with Phone(room.server.url) as phone:
            await phone.join(room.server.join_code)
            cookie = f"Cookie: mtcoach-device={phone.http.cookies['mtcoach-device']}\r\n".encode()
        line = await opened(room)
        line[1].write(b"GET /stream HTTP/1.1\r\n" + HOST + cookie + b"\r\n")
        await line[0].readuntil(b"event: state")
        reading = asyncio.ensure_future(said(line))
        began = time.monotonic()
        await room.server.stop()
        assert b"The workshop has ended" in await reading
        assert time.monotonic() - began < 10
        with pytest.raises(OSError):
            await opened(room)
