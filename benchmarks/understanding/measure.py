"""How well the coach listens, on labelled sets, with baselines in the same run.

    uv run python benchmarks/understanding/measure.py            # both halves, a table each
    uv run python benchmarks/understanding/measure.py --misses   # and what was read wrongly

`seen/` was written while building; `unseen/` independently, without sight of the
rules, and is never tuned on. Each file is JSON Lines; `hard` marks what a careful
listener gets right and a naive program does not.
"""

from __future__ import annotations

import json
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from mtcoach.coach.notes import evidence, placement, privacy
from mtcoach.coach.replies.understanding import describe, read
from mtcoach.coach.words.vocabulary import vocabulary
from mtcoach.questions.loading import load_library
from mtcoach.questions.models import Item

HERE = Path(__file__).parent
Row = dict[str, Any]
Misses = list[str]

LIBRARY = load_library()
KEY_QUESTIONS: Sequence[Item] = LIBRARY.banks["key-questions"].items


def rows(half: str, name: str) -> list[Row]:
    """A labelled set; empty where that half has none."""
    path = HERE / half / f"{name}.jsonl"
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def share(part: float, whole: float) -> float:
    """`part` of `whole` in per cent; 0 of nothing is 0."""
    return 100 * part / whole if whole else 0.0


# --- replies ------------------------------------------------------------------------

COLOUR = re.compile(r"\b(red|amber|green)\b", re.IGNORECASE)
KEYWORDS = (
    ("not_applicable", "applicable|n/a"),
    ("unsure", "not sure|don't know"),
    ("skip", "skip"),
    ("back", "back"),
    ("pause", "pause|stop"),
    ("review", "review"),
    ("change", "change"),
    ("explain", r"what|why|how|\?"),
)


def by_keywords(row: Row) -> tuple[str, str | None]:
    """Baseline: the first keyword in the reply decides."""
    text = row["text"].lower()
    colour = COLOUR.search(text)
    for intent, words in KEYWORDS:
        if re.search(words, text):
            return intent, colour[1] if colour else None
    return "answer", colour[1].lower() if colour else None


PHRASES = {
    "answer": ("red", "amber", "green", "we use the tracker every term"),
    "unsure": ("not sure", "I don't know", "couldn't say"),
    "skip": ("skip", "pass", "next question"),
    "back": ("back", "go back", "previous question"),
    "explain": ("what do you mean?", "what would good look like?", "why do you ask?", "help"),
    "not_applicable": ("not applicable", "n/a", "doesn't apply to us"),
    "pause": ("pause", "stop for today", "save and quit"),
    "change": ("change question 5", "change my answer to 3"),
    "review": ("review", "show my answers"),
    "unclear": ("", "asdf"),
}


def by_likeness(row: Row) -> tuple[str, str | None]:
    """Baseline: the likest of some known phrases decides (rapidfuzz)."""
    from rapidfuzz import fuzz, process, utils

    flat = {phrase: intent for intent, phrases in PHRASES.items() for phrase in phrases}
    best = process.extractOne(
        row["text"], list(flat), scorer=fuzz.WRatio, processor=utils.default_process
    )
    colours = process.extractOne(
        row["text"], ("red", "amber", "green"), scorer=fuzz.partial_ratio, score_cutoff=85
    )
    return (flat[best[0]] if best else "unclear"), (colours[0] if colours else None)


def by_coach(row: Row) -> tuple[str, str | None]:
    """The coach's own reading."""
    reading = read(row["text"], step=row["step"])
    return reading.intent, reading.rating


def replies(half: str, misses: Misses) -> None:
    """Intent and rating, with how often a rating is given that nobody stated or implied."""
    data = rows(half, "replies")
    if not data:
        return
    print(f"  replies ({len(data)}): intent %, rating %, ratings nobody gave %, hard: intent %")
    readers: tuple[tuple[str, Callable[[Row], tuple[str, str | None]]], ...] = (
        ("exact keywords", by_keywords),
        ("rapidfuzz", by_likeness),
        ("mtcoach", by_coach),
    )
    for name, reader in readers:
        got = [reader(row) for row in data]
        intent = sum(g[0] == row["intent"] for g, row in zip(got, data, strict=True))
        rating = sum(g[1] == row["rating"] for g, row in zip(got, data, strict=True))
        invented = sum(
            g[1] is not None and row["rating"] is None for g, row in zip(got, data, strict=True)
        )
        hard = [(g, row) for g, row in zip(got, data, strict=True) if row["hard"]]
        hard_right = sum(g[0] == row["intent"] for g, row in hard)
        print(
            f"    {name:<16}{share(intent, len(data)):6.1f}{share(rating, len(data)):8.1f}"
            f"{share(invented, len(data)):8.1f}{share(hard_right, len(hard)):8.1f}"
        )
    parts = [read(row["text"], step=row["step"]) for row in data]
    for what in ("evidence", "next_step"):
        right = sum(
            bool(getattr(reading, what)) == row[what]
            for reading, row in zip(parts, data, strict=True)
        )
        print(f"    {what} found where there is some: {share(right, len(data)):.1f} %")
    confused = Counter(
        (row["intent"], reading.intent)
        for reading, row in zip(parts, data, strict=True)
        if reading.intent != row["intent"]
    )
    if confused:
        listed = ", ".join(f"{a} as {b} {n}" for (a, b), n in confused.most_common(6))
        print(f"    confused: {listed}")
    for reading, row in zip(parts, data, strict=True):
        if (reading.intent, reading.rating) != (row["intent"], row["rating"]):
            misses.append(
                f"reply [{row['step']}] {row['text']!r}: wanted {row['intent']}/{row['rating']}, "
                f"read {reading.intent}/{reading.rating} ({'; '.join(reading.why)})"
            )


# --- evidence -------------------------------------------------------------------------


def notes(half: str, misses: Misses) -> None:
    """Elements as F1 over all of them, and how often the strength agrees."""
    data = rows(half, "evidence")
    if not data:
        return
    right = found = wanted = agreed = 0
    by_element: Counter[str] = Counter()
    for row in data:
        judged = evidence.judge(row["text"])
        got, want = set(judged.elements), set(row["elements"])
        right += len(got & want)
        found += len(got)
        wanted += len(want)
        agreed += judged.strength == row["strength"]
        for element in got ^ want:
            by_element[("+" if element in got else "-") + element] += 1
        if got != want:
            misses.append(
                f"note {row['text']!r}: too many {sorted(got - want)}, missed {sorted(want - got)}"
            )
    f1 = 2 * right / (found + wanted) if found + wanted else 0.0
    length = [row for row in data if _by_length(row["text"]) == row["strength"]]
    print(f"  evidence ({len(data)}): elements F1, strength agreed %")
    print(f"    by length       {'–':>6}{share(len(length), len(data)):8.1f}")
    print(f"    mtcoach         {f1:6.2f}{share(agreed, len(data)):8.1f}")
    if by_element:
        listed = ", ".join(f"{name} {n}" for name, n in by_element.most_common(8))
        print(f"    elements wrong (+ too many, - missed): {listed}")


def _by_length(text: str) -> str:
    words = len(text.split())
    return "thin" if words < 10 else "some" if words < 18 else "strong"


# --- placement --------------------------------------------------------------------------


def placed(half: str, misses: Misses) -> None:
    """Whether the item a note speaks to comes first, or among three; and what is refused."""
    data = rows(half, "placement")
    if not data:
        return
    plain = vocabulary({})
    print(f"  placement ({len(data)}): top-1 %, top-3 %, off-topic refused %")
    for name, words in (("BM25 without vocabulary", plain), ("mtcoach", None)):
        found = placement.index(KEY_QUESTIONS, words)
        first = among = refused = 0
        some = [row for row in data if row["items"]]
        none = [row for row in data if not row["items"]]
        for row in data:
            got = [each.item for each in placement.place(row["text"], found, words)]
            if not row["items"]:
                refused += not got
                right = not got
            else:
                first += bool(got) and got[0] in row["items"]
                among += bool(set(got[:3]) & set(row["items"]))
                right = bool(got) and got[0] in row["items"]
            if words is None and not right:
                misses.append(f"placed {row['text']!r}: wanted {row['items']}, got {got[:3]}")
        print(
            f"    {name:<24}{share(first, len(some)):6.1f}{share(among, len(some)):8.1f}"
            f"{share(refused, len(none)):8.1f}"
        )


# --- personal data -----------------------------------------------------------------------


def personal(half: str, misses: Misses) -> None:
    """How much personal data is found, and how many innocent texts raise an alarm."""
    data = rows(half, "personal")
    if not data:
        return
    hits = wanted = alarms = innocent = 0
    for row in data:
        got = privacy.find(row["text"])
        if not row["personal"]:
            innocent += 1
            alarms += bool(got)
            if got:
                misses.append(f"innocent {row['text']!r}: {[(g.kind, g.text) for g in got]}")
        for want in row["personal"]:
            wanted += 1
            hit = any(_overlap(want["text"], each.text) for each in got)
            hits += hit
            if not hit:
                misses.append(f"personal {row['text']!r}: missed {want}")
    print(f"  personal data ({len(data)}): found %, innocent texts with an alarm %")
    print(f"    mtcoach         {share(hits, wanted):6.1f}{share(alarms, innocent):8.1f}")


def _overlap(want: str, got: str) -> bool:
    return want.lower() in got.lower() or got.lower() in want.lower()


# --- cost ---------------------------------------------------------------------------------


def cost(texts: Iterable[str]) -> None:
    """Milliseconds a reply with everything on: reading, judging, placing, looking for persons."""
    items = tuple(LIBRARY.items.values())
    describe("amber", None, items)
    spent = []
    for text in texts:
        begun = time.perf_counter()
        describe(text, None, items)
        spent.append(1000 * (time.perf_counter() - begun))
    if spent:
        ordered = sorted(spent)
        p95 = ordered[int(0.95 * (len(ordered) - 1))]
        print(
            f"\na reply with everything on: median {statistics.median(spent):.2f} ms, p95 {p95:.2f}"
        )


def main() -> None:
    """Prints the table."""
    misses: Misses = []
    for half in ("seen", "unseen"):
        print(f"\n{half}")
        for measure in (replies, notes, placed, personal):
            measure(half, misses if half == "seen" or "--unseen-misses" in sys.argv else [])
    cost(row["text"] for half in ("seen", "unseen") for row in rows(half, "replies"))
    if "--misses" in sys.argv:
        print("\n" + "\n".join(misses))


if __name__ == "__main__":
    main()
