"""Many transcripts on the disk, read once each and put together as one picture.

A file that cannot be used is named and left out; it costs no other. What stays in memory
are counts and a few notes, however many files there are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mtcoach.coach.notes import redaction
from mtcoach.errors import CoachError
from mtcoach.findings.combination import Combination, Contribution
from mtcoach.findings.combining import Combining
from mtcoach.questions.loading import Library
from mtcoach.transcript.log import load
from mtcoach.transcript.record import fold
from mtcoach.transcript.skim import Skimmed, skim

if TYPE_CHECKING:
    from mtcoach.report import Narrative

TOLD: Final = 20
"""So many files that are left out are named one by one; of more it is said how many."""


@dataclass(frozen=True, slots=True)
class Combined:
    """A picture to print or to write as `stem`; `notices` are sentences to say first."""

    narrative: Narrative
    stem: str
    notices: tuple[str, ...] = ()


class _LeftOut:
    """What was left out: all names, and the first of the reasons."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.reasons: list[str] = []

    def add(self, path: Path, reason: str) -> None:
        """Leaves `path` out for a reason that is a whole sentence."""
        self.names.append(path.name)
        if len(self.reasons) < TOLD:
            self.reasons.append(reason)

    @property
    def notices(self) -> Iterator[str]:
        """The reasons, and how many more there are."""
        yield from self.reasons
        if more := len(self.names) - len(self.reasons):
            yield f"{more:,} more {'file is' if more == 1 else 'files are'} left out as well."


def combine_files(
    paths: Sequence[Path],
    library: Library,
    *,
    day: date,
    bank: str = "",
    redacted: bool = False,
) -> Combined:
    """The transcripts at `paths` as one picture; a folder stands for the transcripts in it.

    The questions are those of `bank`, or of the bank that most of them are about. Raises
    `CoachError` where there is nothing to put together.
    """
    from mtcoach.report.combination import compose_combination

    if bank and bank not in library.banks:
        known = ", ".join(library.banks)
        raise CoachError(f"--of: there is no bank '{bank}'; choose from {known}")
    combining, left = Combining(library), _LeftOut()
    others: dict[frozenset[str], list[Path]] = {}
    for path, named in transcripts_in(paths):
        if banks := _take(path, named, combining, left):
            first = others.setdefault(banks, [])
            if len(first) < TOLD:
                first.append(path)
    found = combining.result(bank)
    if found is None:
        reasons = " ".join(left.reasons[:3]) or (
            "Name the .jsonl files of evaluations, or a folder that holds some."
        )
        raise CoachError(
            "There is nothing to put together: no transcript has an answer"
            + (f" to the questions of '{bank}'" if bank else "")
            + f". {reasons}".rstrip()
        )
    notices = [*left.notices, *_elsewhere(others, found, library)]
    if found.voices:
        found, held = _as_printed(found, redacted)
        if held and not redacted:
            notices.append(
                f"This picture holds personal data from {' and '.join(held)}: --redacted masks it, "
                f"'mtcoach privacy FILE' lists it."
            )
    if found.transcripts == 1:
        notices.append(
            "One transcript alone makes no picture of several views: name two or more, or use "
            "'mtcoach report FILE', which says more of one."
        )
    narrative = compose_combination(found, library, day=day, left_out=left.names)
    stem = f"combined-{found.bank}{'-redacted' if redacted else ''}"
    return Combined(narrative, stem, tuple(notices))


def transcripts_in(paths: Sequence[Path]) -> Iterator[tuple[Path, bool]]:
    """Every transcript that `paths` name, once, and whether it was named itself."""
    seen: set[Path] = set()
    for path in paths:
        inside = path.is_dir()
        for each in sorted(path.rglob("*.jsonl")) if inside else [path]:
            if (known := each.resolve()) not in seen:
                seen.add(known)
                yield each, not inside


def _take(path: Path, named: bool, combining: Combining, left: _LeftOut) -> frozenset[str]:
    """Reads one file into the picture, or says why it is left out; the banks it answers."""
    try:
        skimmed = skim(path)
    except CoachError as error:
        left.add(path, f"Left out: {error}.")
        return frozenset()
    if skimmed.example and not named:
        left.add(path, f"Left out: {path} is a worked example; name the file itself to have it in.")
        return frozenset()
    match combining.add(_contribution(path, skimmed)):
        case "again":
            left.add(path, f"Left out: {path} holds the same as another of the files.")
        case "empty":
            left.add(path, f"Left out: {path} has no answer to any question of a bank at hand.")
        case banks:
            return banks
    return frozenset()


def _elsewhere(
    others: Mapping[frozenset[str], Sequence[Path]], found: Combination, library: Library
) -> Iterator[str]:
    """The first files that only answer questions of another bank, by name."""
    for banks, paths in others.items():
        if found.bank not in banks:
            titles = " and ".join(f"'{library.banks[name].title}'" for name in sorted(banks))
            yield from (f"Left out: {path} answers {titles}; --of shows that." for path in paths)


def _contribution(path: Path, skimmed: Skimmed) -> Contribution:
    return Contribution(
        name=path.name,
        mark=skimmed.mark,
        profile={str(field): value for field, value in skimmed.profile.items()},
        answers=skimmed.answers,
        asked=skimmed.asked,
        banks=skimmed.banks,
        held=skimmed.held,
        room=skimmed.room,
        day=skimmed.day,
        path=path,
    )


def _as_printed(found: Combination, redacted: bool) -> tuple[Combination, list[str]]:
    """The few named transcripts with their personal data masked, if wished; and which have any."""
    voices: list[Contribution] = []
    held: list[str] = []
    for one in found.voices:
        events = load(one.path).events
        if redaction.printed(events):
            held.append(one.name)
            if redacted:
                words = fold(redaction.redacted(events))
                profile = {str(field): value for field, value in words.profile.items()}
                one = replace(one, answers=words.answers, profile=profile)  # noqa: PLW2901
        voices.append(one)
    return replace(found, voices=tuple(voices)), held
