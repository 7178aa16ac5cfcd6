"""Teaches the coach's listener from the project's own replies.

    uv run python benchmarks/understanding/train.py           # learn, write listener.json
    uv run python benchmarks/understanding/train.py --check   # cross-validated figures only

Learns from `lessons/` (written for it) and `seen/replies.jsonl`; never from `unseen/`.
Multinomial logistic regression with AdaGrad and a fixed seed: the same lessons give the
same weights. Nothing but the standard library is used, here and at run time.
"""

from __future__ import annotations

import json
import math
import random
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from mtcoach.coach.replies import listening, understanding
from mtcoach.coach.replies.signs import signs

HERE: Final = Path(__file__).parent
KEPT: Final = Path(str(listening.__file__)).with_name("listener.json")
EPOCHS, RATE, DECAY = 12, 0.25, 2e-5
LEAST: Final = 2  # times a sign must be met
SMALL: Final = 12  # hundredths below which no weight of a sign is worth keeping
FOLDS: Final = 5
COLOURS: Final = ("red", "amber", "green")


@dataclass(frozen=True)
class Lesson:
    """A reply with its labels; `seen` rows count in the cross-validated figures."""

    text: str
    step: str
    intent: str
    rating: str | None
    stated: bool
    told: bool
    seen: bool


Example = tuple[tuple[str, ...], str]


def lessons() -> list[Lesson]:
    """All there is to learn from."""
    found: list[Lesson] = []
    for path in sorted((HERE / "lessons").glob("*.txt")):
        head: list[str] = []
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("## "):
                head = line[3:].split()
            elif line.strip() and not line.startswith("# "):
                found.append(_lesson(head, line))
    for row in (HERE / "seen" / "replies.jsonl").read_text(encoding="utf-8").splitlines():
        r = json.loads(row)
        found.append(
            Lesson(
                r["text"], r["step"], r["intent"], r["rating"], r["stated"], r["evidence"], True
            )
        )
    return found


def _lesson(head: Sequence[str], text: str) -> Lesson:
    step, intent, *more = head
    rating, told, _ = more or ("-", "n", "n")
    colour = rating.rstrip("!~")
    return Lesson(
        text, step, intent, colour if colour in COLOURS else None, rating.endswith("!"),
        told == "y", False,
    )  # fmt: skip


def examples(matter: str, among: Iterable[Lesson]) -> list[Example]:
    """What each lesson teaches in one matter; nothing where it does not bear on it."""
    found = []
    for each in among:
        rated = each.step == "rate" and each.intent in ("answer", "unclear")
        if matter == "intent":
            label = each.intent
        elif matter == "verdict" and each.step == "rate" and not each.stated:
            label = each.rating or "none"
        elif matter == "told" and rated:
            label = "told" if each.told else "bare"
        else:
            continue
        heard = understanding.by_rules(each.text, step=each.step)
        found.append((tuple(signs(each.text, each.step, understanding.told_to(matter, heard))), label))
    return found


def learn(found: Sequence[Example], seed: int = 7) -> listening.Learned:
    """Weights that tell the labels of `found` apart."""
    met = Counter(sign for shown, _ in found for sign in set(shown))
    labels = tuple(sorted({label for _, label in found}))
    data = [
        ([s for s in dict.fromkeys(shown) if met[s] >= LEAST], labels.index(label))
        for shown, label in found
    ]
    weights = {sign: [0.0] * len(labels) for sign in met if met[sign] >= LEAST}
    grown = {sign: [1e-6] * len(labels) for sign in weights}
    shuffled = random.Random(seed)
    for _ in range(EPOCHS):
        shuffled.shuffle(data)
        for shown, label in data:
            _step(weights, grown, shown, label, len(labels))
    kept = {
        sign: whole
        for sign, values in sorted(weights.items())
        if max(map(abs, whole := tuple(round(100 * v) for v in values))) >= SMALL
    }
    return listening.Learned(labels, kept)


def _step(
    weights: dict[str, list[float]],
    grown: dict[str, list[float]],
    shown: Sequence[str],
    label: int,
    count: int,
) -> None:
    rows = [weights[sign] for sign in shown]
    totals = [sum(row[i] for row in rows) for i in range(count)]
    top = max(totals)
    raised = [math.exp(total - top) for total in totals]
    norm = sum(raised)
    for i in range(count):
        error = raised[i] / norm - (i == label)
        if abs(error) < 0.02:
            continue
        for sign, row in zip(shown, rows, strict=True):
            slope = error + DECAY * 100 * row[i]
            gone = grown[sign]
            gone[i] += slope * slope
            row[i] -= RATE * slope / math.sqrt(gone[i] + 1.0)


def check(matter: str, all_lessons: Sequence[Lesson], misses: bool) -> None:
    """Prints how well seen rows are heard by a listener that did not learn from them."""
    rest = [each for each in all_lessons if not each.seen]
    rows = [each for each in all_lessons if each.seen]
    right = total = 0
    taught = examples(matter, rest)
    for fold in range(FOLDS):
        held = rows[fold::FOLDS]
        shown = [row for i, row in enumerate(rows) if i % FOLDS != fold]
        model = learn([*taught, *examples(matter, shown)])
        for row in held:
            for found, label in examples(matter, [row]):
                heard = model.hear(found)
                total += 1
                right += heard.label == label
                if misses and heard.label != label:
                    print(f"    {row.step}: {row.text[:90]!r} {label} heard {heard.label} "
                          f"{heard.sure:.2f} {heard.words}")
    print(f"  {matter}: {100 * right / total:.1f} % of {total} seen rows, cross-validated")


def main() -> None:
    """Learns, or checks."""
    found = lessons()
    matters = [m for m in ("intent", "verdict", "told") if m in sys.argv] or [
        "intent", "verdict", "told",
    ]  # fmt: skip
    if "--check" in sys.argv:
        for matter in matters:
            check(matter, found, "--misses" in sys.argv)
        return
    kept = {}
    for matter in matters:
        model = learn(examples(matter, found))
        kept[matter] = {"labels": model.labels, "weights": model.weights}
        print(f"  {matter}: {len(model.weights)} signs for {', '.join(model.labels)}")
    KEPT.write_text(
        json.dumps(kept, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8"
    )
    print(f"  {KEPT.name}: {KEPT.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
