"""Teaches the coach to listen, from the project's own texts.

    uv run --group teach python benchmarks/understanding/train.py  # learn all, write the weights
    uv run --group teach python benchmarks/understanding/train.py replies     # or some of it

Learns from `seen/` (written independently, and learned from) and from what was written for
training (`lessons/`); never from `unseen/`. The same texts and the same release of scikit-learn
give the same weights. How well it was learned is for `measure.py` to say.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import teach_notes
import teach_people
import teach_placement
import teach_replies
from sets import DIGESTS, digest

from mtcoach.coach.words.learned import Learned


def write(path: Path, kept: Mapping[str, Learned]) -> None:
    """The weights of some matters as a file."""
    data = {
        matter: {"labels": each.labels, "weights": each.weights} for matter, each in kept.items()
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text + "\n", encoding="utf-8", newline="\n")
    signs = ", ".join(f"{matter} {len(each.weights)}" for matter, each in kept.items())
    print(f"{path.name}: {path.stat().st_size / 1000:.0f} kB, signs: {signs}")


def replies() -> None:
    """What a reply means."""
    write(teach_replies.KEPT, teach_replies.taught(teach_replies.independent()))


def notes() -> None:
    """Which elements of evidence a note holds."""
    write(teach_notes.KEPT, teach_notes.taught(teach_notes.independent()))


def people() -> None:
    """Which words are people's names."""
    write(teach_people.KEPT, teach_people.taught(teach_people.independent()))


def placement() -> None:
    """Which items a note speaks to."""
    text = teach_placement.learned_text(teach_placement.independent())
    teach_placement.KEPT.write_text(text, encoding="utf-8", newline="\n")
    print(f"{teach_placement.KEPT.name}: {len(text.encode()) / 1000:.0f} kB")


PARTS: Final[Mapping[str, Callable[[], None]]] = {
    "replies": replies,
    "notes": notes,
    "people": people,
    "placement": placement,
}


def main() -> None:
    """Learns the parts named, or all."""
    kept = json.loads(DIGESTS.read_text(encoding="utf-8")) if DIGESTS.exists() else {}
    for name in sys.argv[1:] or PARTS:
        PARTS[name]()
        kept[name] = digest(name)
    DIGESTS.write_text(json.dumps(kept, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
