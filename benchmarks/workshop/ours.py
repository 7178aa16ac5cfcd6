"""A room of mtcoach with everything on, its transcript in a temporary folder.

Listens to `open`, `count` and `spread` on its standard input.
"""

from __future__ import annotations

import asyncio
import json
import sys
import tempfile
from pathlib import Path

from mtcoach.evaluation import start
from mtcoach.questions.loading import load_library
from mtcoach.terminal.desk import Desk
from mtcoach.workshop.network.server import Server
from mtcoach.workshop.sitting import Sitting


async def main(folder: Path) -> None:
    """Serves until standard input ends."""
    library = load_library()
    desk = await Desk.opening(lambda: start(folder, library))
    sitting = Sitting(desk.evaluation)
    await desk.do(
        lambda: sitting.begin("Lochside Academy", "Secondary", "key-questions", ("kq01",), 50)
    )
    server = Server(sitting, library=library, do=desk.do, port=0)
    await server.start()
    print(server.port, server.join_code, flush=True)
    loop = asyncio.get_running_loop()
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        match line.strip():
            case "open":
                await desk.do(lambda: sitting.open_vote("kq01"))
            case "count":
                await desk.do(sitting.count_vote)
            case "spread":
                counted = sitting.room.handled.counted[-1].tally
                print(json.dumps(counted.spread if counted else None), flush=True)
    await server.stop()
    await desk.leave()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        asyncio.run(main(Path(name)))
