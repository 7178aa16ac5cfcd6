"""Banks, framework and school terms from their files, all or nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from mtcoach.errors import QuestionsError
from mtcoach.questions.calendar import NONE, Calendar
from mtcoach.questions.calendars import chosen_calendar
from mtcoach.questions.documents import Document, Place, read, shown, validated
from mtcoach.questions.files import questions_folder
from mtcoach.questions.models import Bank, Framework, Item, Scale, Theme


@dataclass(frozen=True)
class Library:
    """The banks, the framework and the school terms that an evaluation works with."""

    framework: Framework
    banks: Mapping[str, Bank]
    digests: Mapping[str, str] = field(default_factory=dict)
    calendar: Calendar = NONE

    @cached_property
    def items(self) -> Mapping[str, Item]:
        """Every item by its id."""
        return {item.id: item for bank in self.banks.values() for item in bank.items}

    @cached_property
    def themes(self) -> Mapping[str, Theme]:
        """Every theme by its id."""
        return {theme.id: theme for theme in self.framework.themes}

    @cached_property
    def homes(self) -> Mapping[str, Bank]:
        """The bank of each item, by the item's id."""
        return {item.id: bank for bank in self.banks.values() for item in bank.items}

    def scale(self, name: str) -> Scale:
        """The scale called `name`."""
        return next(scale for scale in self.framework.scales if scale.id == name)


def load_bank(path: Path, framework: Framework) -> Bank:
    """The bank at `path`, checked against itself and `framework`."""
    document = read(path)
    bank = validated(document, Bank)
    problems = list(_bank_problems(document, bank, framework))
    if problems:
        raise QuestionsError(problems)
    return bank


def _bank_problems(document: Document, bank: Bank, framework: Framework) -> Iterator[str]:
    themes = {theme.id for theme in framework.themes}
    scales = {scale.id for scale in framework.scales}
    if bank.scale not in scales:
        yield document.at(("scale",), f"'{bank.scale}' is not a scale of {framework.title}")
    for place, theme in enumerate(bank.themes):
        if theme not in themes:
            known = ", ".join(sorted(themes))
            yield document.at(
                ("themes", place), f"'{theme}' is not a theme of {framework.title}: {known}"
            )
    seen: dict[str, int] = {}
    for index, item in enumerate(bank.items):
        if item.id in seen:
            yield document.at(
                ("items", index, "id"),
                f"the id '{item.id}' is used already on line {seen[item.id]}; give it another",
            )
        seen.setdefault(item.id, document.line(("items", index, "id")))
        if item.theme not in bank.themes:
            yield document.at(
                ("items", index, "theme"),
                f"'{item.theme}' is not among this bank's themes: {', '.join(bank.themes)}",
            )
    for place, quick in enumerate(bank.quick):
        if quick not in seen:
            yield document.at(("quick", place), f"there is no item '{quick}' in this bank")


def load_framework(path: Path) -> Framework:
    """The framework at `path`, checked against itself."""
    document = read(path)
    framework = validated(document, Framework)
    indicators = {indicator.id for indicator in framework.indicators}
    problems = [
        document.at(("themes", index), f"'{name}' is not an indicator of {framework.title}")
        for index, theme in enumerate(framework.themes)
        for name in (theme.indicator, theme.placed_in)
        if name is not None and name not in indicators
    ]
    if problems:
        raise QuestionsError(problems)
    return framework


def load_library(extra: tuple[Path, ...] = (), calendar: Path | None = None) -> Library:
    """The shipped framework and banks, with a school's own banks in `extra`, and its `calendar`.

    Without one, a calendar is looked for beside the banks (`calendars.chosen_calendar`).

    A bank with an error never loads half: the first call that meets one raises
    `QuestionsError` with every problem in every file.
    """
    folder = questions_folder()
    framework = load_framework(folder / "frameworks" / "hgios4.yaml")
    banks: dict[str, Bank] = {}
    digests: dict[str, str] = {}
    problems: list[str] = []
    paths: dict[str, Path] = {}
    for path in (*sorted((folder / "banks").glob("*.yaml")), *extra):
        try:
            bank = load_bank(path, framework)
        except QuestionsError as error:
            problems += error.problems
            continue
        if bank.bank in banks:
            problems.append(
                f"{shown(path)}: a bank '{bank.bank}' is loaded already; give this one another name"
            )
            continue
        banks[bank.bank] = bank
        paths[bank.bank] = path
        digests[bank.bank] = hashlib.sha256(path.read_bytes()).hexdigest()[:16]
    # Links can be judged only when every bank stands.
    problems = problems or _between(banks, paths)
    if problems:
        raise QuestionsError(problems)
    terms = chosen_calendar(calendar, (*(path.parent for path in extra), folder))
    return Library(framework, banks, digests, terms)


def _between(banks: Mapping[str, Bank], paths: Mapping[str, Path]) -> list[str]:
    """What is wrong between banks: ids used twice, links that lead nowhere."""
    homes: dict[str, str] = {}
    wrong: list[tuple[str, Place, str]] = []
    known = {item.id for bank in banks.values() for item in bank.items}
    for name, bank in banks.items():
        for index, item in enumerate(bank.items):
            home = homes.setdefault(item.id, name)
            if home != name:
                sentence = (
                    f"the id '{item.id}' is used already in the bank '{home}'; give it another"
                )
                wrong.append((name, ("items", index, "id"), sentence))
            wrong += [
                (
                    name,
                    ("items", index, "links", kind, place),
                    f"there is no item '{link}' in any bank; check the id",
                )
                for kind, links in (("same", item.links.same), ("also", item.links.also))
                for place, link in enumerate(links)
                if link not in known
            ]
    # The lines are looked up only when there is something to say.
    return [read(paths[name]).at(place, sentence) for name, place, sentence in wrong]
