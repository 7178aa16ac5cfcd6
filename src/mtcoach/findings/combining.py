"""Takes transcripts one at a time, in any order, and has the picture of those so far.

Only counts are kept, a bounded number of notes and a few numbers a transcript, so that an
authority's thousands cost hardly more memory than a school's few. Nothing here reads a file
or a clock.
"""

from __future__ import annotations

import hashlib
from bisect import insort
from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Literal

from mtcoach.findings.combination import (
    FEWEST,
    KEPT,
    NAMED,
    Combination,
    Contribution,
    Picture,
    Words,
)
from mtcoach.findings.profile import RATED, STANDINGS, Standing

if TYPE_CHECKING:
    from mtcoach.questions.loading import Library
    from mtcoach.transcript.record import Answer


class _Tally:
    """Counts and kept notes of one kind of transcript, by item."""

    def __init__(self) -> None:
        self.transcripts: Counter[str] = Counter()
        self.counts: dict[str, Counter[Standing]] = {}
        self.words: dict[tuple[str, Standing], list[tuple[int, str, int, str, str]]] = {}

    def add(self, one: Contribution, items: Iterable[str]) -> None:
        for item in items:
            stands = one.stands(item)
            self.counts.setdefault(item, Counter())[stands] += 1
            answer = one.answers.get(item)
            if answer and answer.notes and item not in one.held:
                self._keep(item, stands, one, answer)

    def _keep(self, item: str, stands: Standing, one: Contribution, answer: Answer) -> None:
        """Keeps a note if its place is among the first; the place comes from the words alone."""
        note = max(answer.notes, key=lambda note: len(note.text))
        key = f"{item}\0{note.text}\0{one.mark}".encode("utf-8", "surrogatepass")
        order = int.from_bytes(hashlib.blake2b(key, digest_size=8).digest())
        kept = self.words.setdefault((item, stands), [])
        if len(kept) < KEPT or order < kept[-1][0]:
            insort(kept, (order, note.text, note.seq, one.stages, one.speaker))
            del kept[KEPT:]


class Combining:
    """Takes transcripts one at a time, and has the picture of those so far."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._open, self._guarded = _Tally(), _Tally()
        self._voices: list[Contribution] | None = []
        self._of: Counter[tuple[str, bool]] = Counter()
        self._answers: Counter[tuple[str, bool]] = Counter()
        self._marks: set[int] = set()
        self._rooms = False
        self._who: dict[str, set[int]] = {}
        self._again: Counter[str] = Counter()
        self._schools: dict[str, set[int]] = {}
        self._sectors: dict[str, Counter[str]] = {}
        self._days: dict[str, tuple[date, date]] = {}
        self._wordings: dict[str, set[str]] = {}

    def add(self, one: Contribution) -> frozenset[str] | Literal["again", "empty"]:
        """Takes a transcript in, and says which banks it answers.

        Not one of the same content `again`, nor an `empty` one without an answer.
        """
        if one.mark in self._marks:
            return "again"
        homes = self._library.homes
        answered: dict[str, int] = {}
        for item in one.answers:
            if item in homes and one.stands(item) in (*RATED, "unknown"):
                bank = homes[item].bank
                answered[bank] = answered.get(bank, 0) + 1
        if not answered:
            return "empty"
        self._marks.add(one.mark)
        self._rooms = self._rooms or bool(one.held)
        tally = self._guarded if one.guarded else self._open
        met = dict.fromkeys((*one.asked, *one.answers))
        tally.add(one, [item for item in met if item in homes and homes[item].bank in answered])
        for bank, count in answered.items():
            self._of[bank, one.guarded] += 1
            self._answers[bank, one.guarded] += count
            self._note(bank, one)
        if self._voices is not None:
            self._voices.append(one)
            if len(self._voices) > NAMED:
                self._voices = None
        return frozenset(answered)

    def _note(self, bank: str, one: Contribution) -> None:
        """Who, where and when, by bank."""
        said = {name: " ".join(text.casefold().split()) for name, text in one.profile.items()}
        who = "\0".join(said.get(name, "") for name in ("school", "role", "voice"))
        known = self._who.setdefault(bank, set())
        self._again[bank] += hash_of(who) in known
        known.add(hash_of(who))
        if said.get("school"):
            self._schools.setdefault(bank, set()).add(hash_of(said["school"]))
        if one.stages:
            self._sectors.setdefault(bank, Counter())[one.stages] += 1
        if digest := one.banks.get(bank):
            self._wordings.setdefault(bank, set()).add(digest)
        if one.day:
            first, last = self._days.get(bank, (one.day, one.day))
            self._days[bank] = min(first, one.day), max(last, one.day)

    def result(self, bank: str = "") -> Combination | None:
        """The picture of `bank`, or of the one that most are about; None without any."""
        totals = {
            name: self._of[name, False] + self._of[name, True] for name in self._library.banks
        }
        bank = bank or max(totals, key=lambda name: totals[name])
        if not totals.get(bank):
            return None
        guarded = self._of[bank, True]
        shown = guarded >= FEWEST
        items = [item.id for item in self._library.banks[bank].items]
        begun, ended = self._days.get(bank, (None, None))
        voices = [
            one
            for one in self._voices or ()
            if not one.guarded and any(item in one.answers for item in items)
        ]
        return Combination(
            bank=bank,
            pictures=tuple(
                picture for item in items if (picture := self._picture(item, shown)) is not None
            ),
            transcripts=totals[bank],
            answers=self._answers[bank, False] + shown * self._answers[bank, True],
            voices=tuple(sorted(voices, key=lambda one: (one.day or date.min, one.mark))),
            guarded="none" if not guarded else "counted" if shown else "held",
            schools=len(self._schools.get(bank, ())),
            sectors=dict(sorted(self._sectors.get(bank, Counter()).items())),
            begun=begun,
            ended=ended,
            elsewhere={name: n for name, n in totals.items() if n and name != bank},
            wordings=max(1, len(self._wordings.get(bank, ()))),
            rooms=self._rooms,
            again=self._again[bank],
        )

    def _picture(self, item: str, guarded: bool) -> Picture | None:
        """The spread of one question; None where nobody was asked it."""
        tallies = (self._open, self._guarded) if guarded else (self._open,)
        counts: Counter[Standing] = Counter()
        for tally in tallies:
            counts.update(tally.counts.get(item, Counter()))
        if not counts:
            return None
        words: dict[Standing, tuple[Words, ...]] = {}
        for name in STANDINGS:
            kept = sorted(each for tally in tallies for each in tally.words.get((item, name), ()))
            if kept:
                words[name] = tuple(Words(*each) for each in kept[:KEPT])
        return Picture(item, {name: counts[name] for name in STANDINGS}, words)


def hash_of(text: str) -> int:
    """A number for `text`, the same on every machine and every day."""
    data = text.encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(data, digest_size=8).digest())
