"""A room in a process of its own, to be killed: `serve.py FOLDER PORT` prints its addresses."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from mtcoach.evaluation import resume, start
from mtcoach.questions.loading import load_library
from mtcoach.workshop.network.server import Server
from mtcoach.workshop.sitting import Sitting


async def main(folder: Path, port: int) -> None:
    """Begins a room in `folder` and opens a vote, or goes on with the one that is there."""
    library = load_library()
    kept = next(folder.glob("*.jsonl"), None)
    sitting = Sitting(resume(kept, library) if kept else start(folder, library))
    if not kept:
        sitting.begin("Lochside Academy", "Secondary", "key-questions", ("kq01", "kq02"), 50)
        sitting.open_vote("kq01")
    server = Server(sitting, library=library, port=port, do=asyncio.to_thread)
    await server.start()
    print(server.join_url, server.wall_url, flush=True)  # noqa: T201
    loop = asyncio.get_running_loop()
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        match line.strip():
            case "votes":
                print(sitting.box.votes_in if sitting.box else -1, flush=True)  # noqa: T201
            case "count":
                sitting.count_vote()
    await server.stop()
    sitting.evaluation.close()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), int(sys.argv[2])))
