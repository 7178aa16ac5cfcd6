"""What each format of a report costs, on a full evaluation, against Markdown in the same run.

    uv run python benchmarks/report_formats.py

A process a format, so that what one imports is not there for the next: the first
time with its imports, the median of those after it, and memory that the process
came to hold beyond that of composing alone.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

FILE = Path(__file__).parent.parent / "transcripts" / "secondary-alone.jsonl"
RUNS = 15
AIMS = {"md": 50, "html": 50, "docx": 300, "pdf": 300, "xlsx": 100}


def peak() -> float:
    """The most memory that this process has held, in MB; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0.0
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def measure(form: str) -> dict[str, float]:
    """One format in this process: milliseconds and MB."""
    from mtcoach.questions.loading import load_library
    from mtcoach.report import compose
    from mtcoach.report.layouts import laid_out
    from mtcoach.transcript.log import load
    from mtcoach.transcript.record import fold

    library, events = load_library(), load(FILE).events
    narrative = compose(fold(events), library, events, day=date(2026, 11, 22))
    before = peak()
    times = []
    size = 0
    for _ in range(RUNS + 1):
        begun = time.perf_counter()
        size = len(laid_out(narrative, form))
        times.append(1000 * (time.perf_counter() - begun))
    return {
        "first": times[0],
        "then": statistics.median(times[1:]),
        "memory": peak() - before,
        "kb": size / 1000,
    }


def main() -> None:
    """Prints the table."""
    from mtcoach.report import FORMATS

    found = {}
    for form in FORMATS:
        words = [sys.executable, __file__, form]
        done = subprocess.run(words, check=True, capture_output=True, text=True)
        found[form] = json.loads(done.stdout)
    print(f"{'':6}{'first ms':>10}{'then ms':>10}{'× md':>8}{'aim':>6}{'+ MB':>8}{'file KB':>9}")
    for form, cost in found.items():
        ratio = cost["then"] / found["md"]["then"]
        print(
            f"{form:6}{cost['first']:10.0f}{cost['then']:10.1f}{ratio:8.1f}"
            f"{AIMS.get(form, '–'):>6}{cost['memory']:8.1f}{cost['kb']:9.0f}"
        )


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(measure(sys.argv[1])))
    else:
        main()
