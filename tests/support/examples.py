"""Makes the worked examples in `transcripts/` by running the coach on the stories.

    uv run python tests/support/examples.py

The clock is the only thing that is faked: half a minute at each look.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from mtcoach.evaluation import Clock, Evaluation, start  # noqa: E402
from mtcoach.questions.loading import load_library  # noqa: E402
from support import stories  # noqa: E402

EXAMPLES = {
    "secondary-alone": datetime(2026, 11, 3, 19, 40, tzinfo=UTC),
    "primary-one-theme": datetime(2026, 11, 12, 15, 45, tzinfo=UTC),
    "department-half-way": datetime(2026, 11, 17, 21, 5, tzinfo=UTC),
}
"""The stories that are shipped as examples, and when each is said to have been held."""


def ticking(begun: datetime) -> Clock:
    """A clock that goes on by half a minute at each look."""

    def ticks() -> Iterator[datetime]:
        now = begun
        while True:
            yield now
            now += timedelta(seconds=30)

    clock = ticks()
    return lambda: next(clock)


def play(name: str, folder: Path) -> Path:
    """The transcript that the story called `name` makes in `folder`."""
    clock = ticking(EXAMPLES[name])
    evaluation: Evaluation = start(folder, load_library(), clock=clock, example=True)
    for scene in stories.read(stories.STORIES / f"{name}.story"):
        if isinstance(scene, stories.You):
            evaluation.hear(scene.text)
        if isinstance(scene, stories.NewSitting):
            break  # an example is read, so it ends with its first sitting
    evaluation.pause()
    evaluation.close()
    return evaluation.path


def main() -> None:
    """Replaces the examples."""
    import tempfile

    for name in EXAMPLES:
        with tempfile.TemporaryDirectory() as folder:
            made = play(name, Path(folder)).read_bytes()
        (ROOT / "transcripts" / f"{name}.jsonl").write_bytes(made)


if __name__ == "__main__":
    main()
