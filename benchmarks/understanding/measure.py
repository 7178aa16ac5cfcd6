"""How well the coach listens, on labelled sets, with baselines in the same run.

    measure.py             # the whole table, some minutes
    measure.py replies     # one set of it
    measure.py --misses    # and what was read wrongly

run with `uv run --group teach python benchmarks/understanding/measure.py`.

What the coach learned from `seen/` it knows: how it reads those rows again says nothing. So the
rows of `seen/` are read five times over, each part by a coach that was taught without it
(cross-validated). Even that flatters a little: rules and lessons were written with some of the
misses on these rows known. `unseen/`, where there is one, was written independently, its rows
are never looked at, and it is the honest half; it is read with the weights that ship.

Each file is JSON Lines; `hard` marks what a careful listener gets right and a naive program
does not.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from unittest.mock import patch

import teach_notes
import teach_people
import teach_placement
import teach_replies
from baselines import by_keywords, by_likeness, by_listener
from sets import Row, folds, rows

from mtcoach.coach.notes import evidence, naming, placement, privacy, subjects, weighing
from mtcoach.coach.reading import Judgement, Personal, Placed, Reading
from mtcoach.coach.replies import listening
from mtcoach.coach.replies.rules import by_rules
from mtcoach.coach.replies.understanding import describe, read
from mtcoach.coach.words.vocabulary import vocabulary
from mtcoach.questions.loading import load_library
from mtcoach.questions.models import Item

Misses = list[str]

LIBRARY = load_library()
KEY_QUESTIONS: Sequence[Item] = LIBRARY.banks["key-questions"].items


def share(part: float, whole: float) -> float:
    """`part` of `whole` in per cent; 0 of nothing is 0."""
    return 100 * part / whole if whole else 0.0


# --- replies ------------------------------------------------------------------------


def replies(found: Sequence[tuple[Row, Reading]], misses: Misses) -> None:
    """Intent and rating, with how often a rating is given that nobody stated or implied."""
    data = [row for row, _ in found]
    print(f"  replies ({len(data)}): intent %, rating %, ratings nobody gave %, hard: intent %")
    said: Mapping[str, list[tuple[str, str | None]]] = {
        "exact keywords": [by_keywords(row) for row in data],
        "rapidfuzz": [by_likeness(row) for row in data],
        "rules alone": _said(by_rules(row["text"], step=row["step"]) for row in data),
        "listener alone": _said(by_listener(data)),
        "both: mtcoach": _said(reading for _, reading in found),
    }
    for name, got in said.items():
        pairs = list(zip(got, data, strict=True))
        intent = sum(g[0] == row["intent"] for g, row in pairs)
        rating = sum(g[1] == row["rating"] for g, row in pairs)
        invented = sum(g[1] is not None and row["rating"] is None for g, row in pairs)
        hard = [(g, row) for g, row in pairs if row["hard"]]
        hard_right = sum(g[0] == row["intent"] for g, row in hard)
        print(
            f"    {name:<16}{share(intent, len(data)):6.1f}{share(rating, len(data)):8.1f}"
            f"{share(invented, len(data)):8.1f}{share(hard_right, len(hard)):8.1f}"
        )
    for what in ("evidence", "next_step"):
        right = sum(bool(getattr(reading, what)) == row[what] for row, reading in found)
        print(f"    {what} found where there is some: {share(right, len(data)):.1f} %")
    confused = Counter(
        (row["intent"], reading.intent) for row, reading in found if reading.intent != row["intent"]
    )
    if confused:
        listed = ", ".join(f"{a} as {b} {n}" for (a, b), n in confused.most_common(6))
        print(f"    confused: {listed}")
    for row, reading in found:
        if (reading.intent, reading.rating) != (row["intent"], row["rating"]):
            misses.append(
                f"reply [{row['step']}] {row['text']!r}: wanted {row['intent']}/{row['rating']}, "
                f"read {reading.intent}/{reading.rating} ({'; '.join(reading.why)})"
            )


def _said(readings: Iterable[Reading]) -> list[tuple[str, str | None]]:
    return [(reading.intent, reading.rating) for reading in readings]


# --- evidence -------------------------------------------------------------------------


def notes(found: Sequence[tuple[Row, Judgement]], misses: Misses) -> None:
    """Elements as F1 over all of them, and how often the strength agrees."""
    right = told = wanted = agreed = 0
    by_element: Counter[str] = Counter()
    for row, judged in found:
        got, want = set(judged.elements), set(row["elements"])
        right += len(got & want)
        told += len(got)
        wanted += len(want)
        agreed += judged.strength == row["strength"]
        for element in got ^ want:
            by_element[("+" if element in got else "-") + element] += 1
        if got != want:
            misses.append(
                f"note {row['text']!r}: too many {sorted(got - want)}, missed {sorted(want - got)}"
            )
    f1 = 2 * right / (told + wanted) if told + wanted else 0.0
    length = [row for row, _ in found if _by_length(row["text"]) == row["strength"]]
    print(f"  evidence ({len(found)}): elements F1, strength agreed %")
    print(f"    by length       {'–':>6}{share(len(length), len(found)):8.1f}")
    print(f"    mtcoach         {f1:6.2f}{share(agreed, len(found)):8.1f}")
    if by_element:
        listed = ", ".join(f"{name} {n}" for name, n in by_element.most_common(8))
        print(f"    elements wrong (+ too many, - missed): {listed}")


def _by_length(text: str) -> str:
    words = len(text.split())
    return "thin" if words < 10 else "some" if words < 18 else "strong"


# --- placement --------------------------------------------------------------------------


def placed(found: Sequence[tuple[Row, Sequence[Placed]]], misses: Misses) -> None:
    """Whether the item a note speaks to comes first, or among three; and what is refused."""
    plain = vocabulary({})
    known = placement.index(KEY_QUESTIONS, plain)
    nearest = [(row, placement.place(row["text"], known, plain)) for row, _ in found]
    print(f"  placement ({len(found)}): top-1 %, top-3 %, off-topic refused %")
    for name, pairs in (("BM25 without vocabulary", nearest), ("mtcoach", found)):
        some = [(row, [p.item for p in got]) for row, got in pairs if row["items"]]
        none = [got for row, got in pairs if not row["items"]]
        first = sum(bool(got) and got[0] in row["items"] for row, got in some)
        among = sum(bool(set(got[:3]) & set(row["items"])) for row, got in some)
        refused = sum(not got for got in none)
        print(
            f"    {name:<24}{share(first, len(some)):6.1f}{share(among, len(some)):8.1f}"
            f"{share(refused, len(none)):8.1f}"
        )
    for row, got in found:
        items = [each.item for each in got[:3]]
        if (items[:1] != [] and items[0] not in row["items"]) or (not items and row["items"]):
            misses.append(f"placed {row['text']!r}: wanted {row['items']}, got {items}")


# --- personal data -----------------------------------------------------------------------


def personal(found: Sequence[tuple[Row, Sequence[Personal]]], misses: Misses) -> None:
    """How much personal data is found, and how many innocent texts raise an alarm."""
    hits = wanted = alarms = innocent = 0
    for row, got in found:
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
    print(f"  personal data ({len(found)}): found %, innocent texts with an alarm %")
    print(f"    mtcoach         {share(hits, wanted):6.1f}{share(alarms, innocent):8.1f}")


def _overlap(want: str, got: str) -> bool:
    return want.lower() in got.lower() or got.lower() in want.lower()


# --- the sets ---------------------------------------------------------------------------


@dataclass(frozen=True)
class Labelled:
    """A labelled set: what reads a row, what it is taught, where that is kept, how it is shown."""

    name: str
    read: Callable[[Row], Any]
    taught: Callable[[Sequence[Row]], Any]
    kept: tuple[Any, str]
    show: Callable[[Any, Misses], None]

    def crossed(self) -> list[tuple[Row, Any]]:
        """The rows of `seen/`, each read by a coach that was taught without its part."""
        found: list[tuple[Row, Any]] = []
        for learned_from, held in folds(rows("seen", self.name)):
            models = self.taught(learned_from)
            with patch.object(*self.kept, lambda models=models: models):
                found += [(row, self.read(row)) for row in held]
        return found


def _replies_taught(among: Sequence[Row]) -> Any:
    return teach_replies.taught([teach_replies.of_row(row) for row in among])


SETS: Final = (
    Labelled(
        "replies",
        lambda row: read(row["text"], step=row["step"]),
        _replies_taught,
        (listening, "learned"),
        replies,
    ),
    Labelled(
        "evidence",
        lambda row: evidence.judge(row["text"]),
        teach_notes.taught,
        (weighing, "learned"),
        notes,
    ),
    Labelled(
        "placement",
        lambda row: placement.place(row["text"], KEY_QUESTIONS),
        teach_placement.taught,
        (subjects, "said"),
        placed,
    ),
    Labelled(
        "personal",
        lambda row: privacy.find(row["text"]),
        teach_people.taught,
        (naming, "learned"),
        personal,
    ),
)


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
    wanted = [name for name in sys.argv[1:] if not name.startswith("-")]
    sets = [each for each in SETS if not wanted or each.name in wanted]
    misses: Misses = []
    print("\nseen, cross-validated: each part read by a coach that was taught without it")
    for each in sets:
        each.show(each.crossed(), misses)
    for number, each in enumerate(each for each in sets if rows("unseen", each.name)):
        if not number:
            print("\nunseen, written independently; its rows were never looked at")
        found = [(row, each.read(row)) for row in rows("unseen", each.name)]
        each.show(found, misses if "--unseen-misses" in sys.argv else [])
    cost(row["text"] for row in rows("seen", "replies"))
    if "--misses" in sys.argv:
        print("\n" + "\n".join(misses))


if __name__ == "__main__":
    main()
