"""What each format of each document costs, on a full evaluation, against Markdown in the same run.

    uv run python benchmarks/report_formats.py

A process a format, so that what one imports is not there for the next. Of each document: the
first time (the first of them with its imports), the median of those after it, the size of the
file; and memory that the process came to hold beyond that of composing them all. The last line
says what composing costs: once what all documents share, then each document.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

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


def timed(call: Callable[[], object]) -> tuple[float, float]:
    """The first time that `call` takes, and the median of those after it, in milliseconds."""
    times = []
    for _ in range(RUNS + 1):
        begun = time.perf_counter()
        call()
        times.append(1000 * (time.perf_counter() - begun))
    return times[0], statistics.median(times[1:])


def measure(form: str) -> dict[str, Any]:
    """One format in this process: milliseconds and KB a document, and MB in all."""
    from mtcoach.questions.loading import load_library
    from mtcoach.report import DOCUMENTS, composed, gathered
    from mtcoach.report.layouts import laid_out
    from mtcoach.transcript.log import load
    from mtcoach.transcript.record import fold

    library, events = load_library(), load(FILE).events
    subject = gathered(fold(events), library, events, day=date(2026, 11, 22))
    narratives = {n: composed(subject, each) for n, each in DOCUMENTS.items()}
    if form == "compose":
        record = fold(events)
        whole = timed(lambda: gathered(record, library, events, day=date(2026, 11, 22)))[1]
        each = {n: timed(lambda d=d: composed(subject, d))[1] for n, d in DOCUMENTS.items()}  # type: ignore[misc]
        return {"shared": whole, "each": each}
    before = peak()
    found = {}
    for name, narrative in narratives.items():
        if form in DOCUMENTS[name].formats:
            first, then = timed(lambda n=narrative: laid_out(n, form))  # type: ignore[misc]
            size = len(laid_out(narrative, form)) / 1000
            found[name] = {"first": first, "then": then, "kb": size}
    return {"documents": found, "memory": peak() - before}


def in_process(form: str) -> dict[str, Any]:
    """What a process of its own measures."""
    words = [sys.executable, __file__, form]
    done = subprocess.run(words, check=True, capture_output=True, text=True)
    read: dict[str, Any] = json.loads(done.stdout)
    return read


def main() -> None:
    """Prints the table."""
    from mtcoach.report import FORMATS

    found = {form: in_process(form) for form in FORMATS}
    plain = found["md"]["documents"]
    heads = ("first ms", "then ms", "× md", "aim", "file KB")
    print(f"{'':29}" + "".join(f"{head:>9}" for head in heads))
    for form, cost in found.items():
        for name, one in cost["documents"].items():
            ratio = one["then"] / plain[name]["then"]
            print(
                f"{form:6}{name:23}{one['first']:9.0f}{one['then']:9.1f}{ratio:9.1f}"
                f"{AIMS.get(form, '–'):>9}{one['kb']:9.0f}"
            )
        print(f"{form:6}{'memory':23}{cost['memory']:9.1f} MB")
    compose = in_process("compose")
    each = ", ".join(f"{name} {cost:.1f}" for name, cost in compose["each"].items())
    print(f"compose: shared {compose['shared']:.1f} ms; {each}")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(measure(sys.argv[1])))
    else:
        main()
