"""What it costs to put an authority's transcripts together, next to the least it could cost.

    uv run python benchmarks/combine.py [SCHOOLS ...]

Makes a synthetic authority in a temporary folder, the same one each time: each school is a
whole evaluation by the deep audit, as the coach holds it, with colours and notes drawn
by a seed. A process a measurement, so that memory is its own: reading the bytes, reading
every line with `json.loads`, loading and folding each file as the report does, and
`combine`, its document in HTML included.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

SIZES = (100, 500, 2500)
SEED = 7
DAY = datetime(2026, 11, 9, 9, 0, tzinfo=UTC)
SECTORS = ("Primary", "Primary", "Primary", "Secondary", "Early years and primary", "Special")
ROLES = ("Head teacher", "Depute head teacher", "Principal teacher")
VOICES = ("For the leadership team", "On my own", "For a stage or a whole staff")
NOTES = (
    "SEEMiS is used by {a} of {b} teachers, checked in {m}; {c} pupils were moved on because of it",
    "meetings are held each term and minuted, but {a} of {b} actions had no date ({m})",
    "jotters seen in {m}: {a} of {b} had feedback that the pupil had acted on",
    "staff survey in {m}: {a} of {b} say that it takes too long and is copied twice",
    "patchy, some stages do it and others dinnae; nobody has looked since {m}",
    "parents told us in {m} that reports are clearer, {a} of {b} replies",
    "no figures yet; we think it works for most but S2 and S3 are the gap",
)
MONTHS = ("August", "September", "October", "June", "May")


def peak() -> float:
    """The most memory that this process has held, in MB; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0.0
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def model(folder: Path) -> list[dict[str, object]]:
    """One evaluation by the deep audit, held with the coach: its lines."""
    from mtcoach.evaluation import start
    from mtcoach.questions.loading import load_library

    evaluation = start(folder, load_library(), clock=lambda: DAY)
    for reply in ("Model Academy", "1", "2", "1", "4", "the deep audit"):
        evaluation.hear(reply)
    for turn in range(400):
        position = evaluation.record.position
        match position.phase:
            case "items" if position.step == "rate":
                evaluation.hear("amber, the tracker is used by 5 of 9 departments since May")
            case "items":
                evaluation.hear("two of the six stages, minutes of June" if turn % 3 else "skip")
            case "theme":
                evaluation.hear("carry on")
            case "priorities":
                evaluation.hear("no plan")
            case "overall":
                evaluation.hear("no thanks")
            case _:
                break
    evaluation.close()
    lines = evaluation.path.read_text(encoding="utf-8").splitlines()
    evaluation.path.unlink()
    return [json.loads(line) for line in lines]


def school(
    lines: list[dict[str, object]], number: int, ease: dict[str, float], draw: random.Random
) -> str:
    """The model as another school would have answered it; `ease` is how a question tends to go."""
    quality = draw.betavariate(3, 2)
    facts = {
        "school": f"School {number:04}",
        "sector": draw.choice(SECTORS),
        "role": draw.choice(ROLES),
        "voice": draw.choice(VOICES),
    }
    begun = DAY + timedelta(days=draw.randrange(200))
    made = []
    for original in lines:
        at = begun + timedelta(seconds=30 * int(str(original["seq"])))
        line = {**original, "at": at.isoformat()}
        match line["type"]:
            case "profile_set" if line["field"] in facts:
                line["value"] = facts[str(line["field"])]
            case "rated":
                fit = min(0.97, max(0.03, quality + ease[str(line["item"])]))
                steps = (fit**2, 2 * fit * (1 - fit), (1 - fit) ** 2)
                line["rating"] = draw.choices(("green", "amber", "red"), steps)[0]
            case "noted":
                whole = draw.randrange(6, 60)
                figures = {"a": draw.randrange(1, whole), "b": whole, "c": draw.randrange(5, 20)}
                line["text"] = draw.choice(NOTES).format(**figures, m=draw.choice(MONTHS))
        made.append(json.dumps(line, ensure_ascii=False, separators=(",", ":")))
    return "\n".join(made) + "\n"


def make(folder: Path, count: int) -> None:
    """Fills `folder` with `count` schools."""
    lines, draw = model(folder), random.Random(SEED)
    items = sorted({str(line["item"]) for line in lines if line["type"] == "rated"})
    ease = {item: draw.uniform(-0.5, 0.4) for item in items}
    for number in range(count):
        text = school(lines, number, ease, draw)
        (folder / f"school-{number:04}.jsonl").write_text(text, encoding="utf-8", newline="\n")


# --- what is measured ---------------------------------------------------------------


def _bytes(folder: Path) -> None:
    for path in sorted(folder.rglob("*.jsonl")):
        path.read_bytes()


def _lines(folder: Path) -> None:
    for path in sorted(folder.rglob("*.jsonl")):
        for line in path.read_bytes().splitlines():
            json.loads(line)


def _whole(folder: Path) -> None:
    from mtcoach.transcript.log import load
    from mtcoach.transcript.record import fold

    for path in sorted(folder.rglob("*.jsonl")):
        fold(load(path).events)


def _combine(folder: Path) -> None:
    from mtcoach.combining import combine_files
    from mtcoach.questions.loading import load_library
    from mtcoach.report import layout

    combined = combine_files([folder], load_library(), day=date(2026, 11, 25))
    layout(combined.narrative, "html")


WAYS: dict[str, Callable[[Path], None]] = {
    "read the bytes": _bytes,
    "json.loads each line": _lines,
    "load and fold": _whole,
    "combine": _combine,
}


def measured(folder: Path) -> Iterator[tuple[str, float, float, float]]:
    """Each way with its seconds, by the clock and of work, and its peak memory in MB.

    The imports are in them. Work is what is compared: other programs make the clock go on.
    """
    for way in WAYS:
        words = [sys.executable, __file__, "--one", way, str(folder)]
        done = subprocess.run(words, check=True, capture_output=True, text=True, encoding="utf-8")
        seconds, worked, memory = json.loads(done.stdout)
        yield way, seconds, worked, memory


def main(sizes: list[int]) -> None:
    """Prints a table for each size."""
    head = f"{'s':>8}{'work s':>8}{'files/s':>9}{'× json':>8}{'peak MB':>9}"
    print(f"{'schools':>8}{'MB':>8}  {'way':22}{head}")
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            # Not here: a child begins with the memory that its parent has held.
            words = [sys.executable, __file__, "--make", name, str(size)]
            subprocess.run(words, check=True)
            total = sum(path.stat().st_size for path in folder.iterdir()) / 1e6
            _bytes(folder)  # so that the first of them does not pay for the disk alone
            rows = list(measured(folder))
        floor = next(worked for way, _, worked, _ in rows if way == "json.loads each line")
        for way, seconds, worked, memory in rows:
            cost = f"{seconds:8.2f}{worked:8.2f}{size / worked:9.0f}{worked / floor:8.2f}"
            print(f"{size:8}{total:8.1f}  {way:22}{cost}{memory:9.1f}", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        start, began = time.perf_counter(), time.process_time()
        WAYS[sys.argv[2]](Path(sys.argv[3]))
        print(json.dumps([time.perf_counter() - start, time.process_time() - began, peak()]))
    elif sys.argv[1:2] == ["--make"]:
        make(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        main([int(word) for word in sys.argv[1:]] or list(SIZES))
