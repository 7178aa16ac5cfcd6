"""Teaches the coach's listener from the project's own replies.

    uv run python benchmarks/understanding/train.py           # learn, write listener.json
    uv run python benchmarks/understanding/train.py --check   # cross-validated figures only

Learns from `lessons/` (written for it), the tables of the tests and `seen/replies.jsonl`;
never from `unseen/`. The lessons were written with the misses on `seen/` known, so that even
the cross-validated figures flatter: `measure.py` on `unseen/` is the honest one.
Multinomial logistic regression with AdaGrad and a fixed seed: the same lessons give the
same weights. Nothing but the standard library is used, here and at run time.
"""

from __future__ import annotations

import json
import math
import random
import runpy
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from unittest.mock import patch

from mtcoach.coach.replies import listening
from mtcoach.coach.replies.rules import by_rules
from mtcoach.coach.replies.signs import signs
from mtcoach.coach.replies.understanding import about, read, told_to

HERE: Final = Path(__file__).parent
KEPT: Final = Path(str(listening.__file__)).with_name("listener.json")
EPOCHS, RATE, DECAY = 30, 0.25, 2e-5
LEAST: Final = 2  # times a sign must be met
SMALL: Final = 23  # hundredths below which no weight of a sign is worth keeping
FOLDS: Final = 5
MATTERS: Final[tuple[listening.Matter, ...]] = ("intent", "verdict", "told")
COLOURS: Final = ("red", "amber", "green")


@dataclass(frozen=True)
class Lesson:
    """A reply with its labels; `seen` rows count in the cross-validated figures."""

    text: str
    step: str
    intent: str
    rating: str | None
    stated: bool
    told: bool | None
    planned: bool
    seen: bool


Example = tuple[tuple[str, ...], str]


def lessons() -> list[Lesson]:
    """All there is to learn from."""
    found = _from_tests()
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
                r["text"],
                r["step"],
                r["intent"],
                r["rating"],
                r["stated"],
                r["evidence"],
                r["next_step"],
                True,
            )
        )
    measured = {(each.text.lower(), each.step) for each in found if each.seen}
    return [each for each in found if each.seen or (each.text.lower(), each.step) not in measured]


def _from_tests() -> list[Lesson]:
    """The tables of the tests: what the rules were written on is worth learning from too."""
    tables = runpy.run_path(str(HERE.parents[1] / "tests" / "coach" / "test_understanding.py"))
    rows = [("rate", *row) for row in tables["table"](tables["REPLIES"])]
    rows += tables["table"](tables["AT_STEPS"], columns=3)
    found = []
    for step, expected, text in rows:
        head = expected.split()[0]
        colour = head.rstrip("!~")
        if head == "ask" or step in ("free", "which", "amend"):
            continue
        rated = colour in COLOURS
        intent = "answer" if rated or head == "none" else head
        told = None if rated or step != "rate" else head == "none"
        found.append(
            Lesson(
                text, step, intent, colour if rated else None, head.endswith("!"), told,
                False, False,
            )
        )  # fmt: skip
    return found


def _lesson(head: Sequence[str], text: str) -> Lesson:
    step, intent, *more = head
    rating, told, planned = more or ("-", "n", "n")
    colour = rating.rstrip("!~")
    return Lesson(
        text, step, intent, colour if colour in COLOURS else None, rating.endswith("!"),
        told == "y", planned == "y", False,
    )  # fmt: skip


def examples(matter: listening.Matter, among: Iterable[Lesson]) -> list[Example]:
    """What each lesson teaches in one matter; nothing where it does not bear on it."""
    found = []
    for each in among:
        rated = each.step == "rate" and each.intent in ("answer", "unclear")
        if matter == "intent":
            label = each.intent
        elif matter == "verdict" and each.step == "rate" and not each.stated:
            label = each.rating or "none"
        elif matter == "told" and rated and each.told is not None:
            label = "told" if each.told else "bare"
        else:
            continue
        ruled = by_rules(each.text, step=each.step)
        said = about(matter, ruled)
        found.append((tuple(signs(said, each.step, told_to(matter, ruled))), label))
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


def check(all_lessons: Sequence[Lesson], misses: bool) -> None:
    """Prints how well seen rows are read with a listener that did not learn from them."""
    rest = [each for each in all_lessons if not each.seen]
    rows = [each for each in all_lessons if each.seen]
    right: Counter[str] = Counter()
    taught = {matter: examples(matter, rest) for matter in MATTERS}
    for fold in range(FOLDS):
        shown = [row for i, row in enumerate(rows) if i % FOLDS != fold]
        models = {m: learn([*taught[m], *examples(m, shown)]) for m in MATTERS}
        with patch.object(listening, "learned", lambda models=models: models):
            for row in rows[fold::FOLDS]:
                right += _mark(row, misses)
    for what in ("intent", "rating", "evidence", "next_step"):
        print(f"  {what}: {100 * right[what] / len(rows):.1f} %, cross-validated")
    print(f"  ratings nobody gave: {100 * right['invented'] / len(rows):.1f} %")


def _mark(row: Lesson, misses: bool) -> Counter[str]:
    reading = read(row.text, step=row.step)
    marks = {
        "intent": reading.intent == row.intent,
        "rating": reading.rating == row.rating,
        "evidence": bool(reading.evidence) == bool(row.told),
        "next_step": bool(reading.next_step) == row.planned,
    }
    wrong = [what for what, good in marks.items() if not good]
    if misses and wrong:
        print(
            f"    {row.step}: {row.text[:120]!r} wanted {row.intent} {row.rating} "
            f"{'E' if row.told else ''} {'N' if row.planned else ''}, read {reading.intent} "
            f"{reading.rating} {reading.evidence!r} {reading.next_step!r}: {', '.join(wrong)} "
            f"({'; '.join(reading.why)})"
        )
    marks["invented"] = bool(reading.rating and not row.rating)
    return Counter(what for what, yes in marks.items() if yes)


def main() -> None:
    """Learns, or checks."""
    found = lessons()
    if "--check" in sys.argv:
        check(found, "--misses" in sys.argv)
        return
    kept = {}
    for matter in MATTERS:
        model = learn(examples(matter, found))
        kept[matter] = {"labels": model.labels, "weights": model.weights}
        print(f"  {matter}: {len(model.weights)} signs for {', '.join(model.labels)}")
    KEPT.write_text(
        json.dumps(kept, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8"
    )
    print(f"  {KEPT.name}: {KEPT.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
