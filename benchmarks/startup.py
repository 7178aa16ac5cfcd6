"""What a command costs before it does anything, against a bare command of the same library.

    uv run python benchmarks/startup.py

Whole processes, in turn, the median of each; the ratio is against the floor above it.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Sequence

BARE_CLICK = (
    "import click\n"
    "@click.group()\n"
    "@click.version_option('1', message='bare %(version)s')\n"
    "def main(): pass\n"
    "main(['--version'])\n"
)
RUNS = 15

MTCOACH = "from mtcoach.cli import main; main()"
COMMANDS: tuple[tuple[str, Sequence[str], str | None], ...] = (
    ("python -c pass", ("-c", "pass"), None),
    ("a bare click command, --version", ("-c", BARE_CLICK), "python -c pass"),
    ("mtcoach --version", ("-c", MTCOACH, "--version"), "a bare click command, --version"),
    ("mtcoach --help", ("-c", MTCOACH, "--help"), "a bare click command, --version"),
    ("mtcoach questions check", ("-c", MTCOACH, "questions", "check"), "python -c pass"),
)


def once(words: Sequence[str]) -> float:
    """Milliseconds of one whole process."""
    begun = time.perf_counter()
    subprocess.run([sys.executable, *words], check=True, capture_output=True)
    return 1000 * (time.perf_counter() - begun)


def main() -> None:
    """Prints the table."""
    spent: dict[str, list[float]] = {name: [] for name, _, _ in COMMANDS}
    for run in range(RUNS + 1):
        for name, words, _ in COMMANDS:
            took = once(words)
            if run:  # the first one warms the caches
                spent[name].append(took)
    medians = {name: statistics.median(times) for name, times in spent.items()}
    for name, _, floor in COMMANDS:
        ratio = f"{medians[name] / medians[floor]:5.2f} × {floor}" if floor else ""
        print(f"{name:<34}{medians[name]:8.1f} ms   {ratio}")


if __name__ == "__main__":
    main()
