"""Question files to models, all or nothing, with errors that name file and line.

Read with PyYAML's base loader, so every scalar stays text; the node tree gives
each error its line.
"""

from __future__ import annotations

import difflib
import hashlib
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from mtcoach.errors import QuestionsError
from mtcoach.questions.calendar import NONE, Calendar
from mtcoach.questions.files import questions_folder
from mtcoach.questions.models import Bank, Framework, Item, Scale, Theme

Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

Model = TypeVar("Model", bound=BaseModel)
Place = tuple[str | int, ...]


@dataclass(frozen=True)
class Document:
    """A YAML file as plain data, with the line of every place in it."""

    path: Path
    data: Any
    lines: Mapping[Place, int]
    problems: tuple[str, ...] = ()

    def line(self, place: Place) -> int:
        """The line (from 1) of `place`, or of the nearest place around it."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    def at(self, place: Place, problem: str) -> str:
        """`problem` as a sentence that begins with file and line."""
        return f"{shown(self.path)}:{self.line(place)}: {problem}"


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


def shown(path: Path) -> str:
    """`path` as a person would write it from the working folder."""
    try:
        return path.resolve().relative_to(Path.cwd().resolve()).as_posix()
    except ValueError:
        return str(path)


def read(path: Path) -> Document:
    """The YAML file at `path`; a file that is not YAML, or is a riddle, is an error."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise QuestionsError([f"{shown(path)}: there is no such file; check the name"]) from None
    except UnicodeDecodeError as error:
        raise QuestionsError(
            [f"{shown(path)}: byte {error.start} is not UTF-8; save the file as UTF-8"]
        ) from None
    except OSError as error:
        raise QuestionsError([f"{shown(path)}: cannot be read ({error.strerror})"]) from None
    try:
        _refuse_aliases(path, text)
        node = yaml.compose(text, Loader=Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        said = error.problem or "it cannot be read"
        raise QuestionsError(
            [f"{shown(path)}:{line}: this is not YAML: {said}; check indentation and quotes"]
        ) from None
    except yaml.YAMLError as error:
        raise QuestionsError([f"{shown(path)}:1: this is not YAML: {error}"]) from None
    lines: dict[Place, int] = {}
    problems: list[str] = []
    data = _plain(node, (), lines, problems, path)
    return Document(path, data, lines, tuple(problems))


def _refuse_aliases(path: Path, text: str) -> None:
    if "&" not in text and "*" not in text:
        return
    for event in yaml.parse(text, Loader=Loader):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            line = event.start_mark.line + 1 if event.start_mark else 1
            raise QuestionsError(
                [f"{shown(path)}:{line}: anchors and aliases are not used here; write it out"]
            )


def _plain(
    node: Any, place: Place, lines: dict[Place, int], problems: list[str], path: Path
) -> Any:
    """`node` as dicts, lists and text, noting the line of each place in `lines`."""
    if node is None:
        return None
    lines.setdefault(place, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        mapping: dict[str, Any] = {}
        for key, value in node.value:
            name = str(key.value)
            line = key.start_mark.line + 1
            if name in mapping:
                problems.append(f"{shown(path)}:{line}: '{name}' stands here twice; remove one")
            lines[(*place, name)] = line
            mapping[name] = _plain(value, (*place, name), lines, problems, path)
        return mapping
    if isinstance(node, yaml.SequenceNode):
        return [
            _plain(value, (*place, index), lines, problems, path)
            for index, value in enumerate(node.value)
        ]
    return node.value


def validated(document: Document, model: type[Model]) -> Model:
    """`document` as `model`, or every problem in it at once."""
    problems = list(document.problems)
    try:
        value = model.model_validate(document.data)
    except ValidationError as error:
        errors = error.errors()
        places = [tuple(found["loc"]) for found in errors]
        problems += [
            document.at(place, _sentence(model, dict(found)))
            for place, found in zip(places, errors, strict=True)
            # A list is too short once an entry is wrong: the entry is what to mend.
            if not (found["type"] == "too_short" and _holds_another(place, places))
        ]
        raise QuestionsError(problems) from None
    if problems:
        raise QuestionsError(problems)
    return value


def _holds_another(place: Place, places: list[Place]) -> bool:
    return any(len(other) > len(place) and other[: len(place)] == place for other in places)


def _sentence(model: type[BaseModel], found: dict[str, Any]) -> str:
    """What pydantic found, as a sentence with what to do."""
    where = ".".join(str(part) for part in found["loc"])
    key = str(found["loc"][-1]) if found["loc"] else "the file"
    match found["type"]:
        case "missing":
            return f"'{where}' is missing; add it"
        case "extra_forbidden":
            near = difflib.get_close_matches(key, _keys(model), 1)
            return f"'{where}' is not a key we know; " + (
                f"did you mean '{near[0]}'?" if near else "remove it or check the spelling"
            )
        case "literal_error":
            return f"'{found['input']}' is not one of {found['ctx']['expected']} ({where})"
        case "too_short":
            return f"'{where}' needs at least {found['ctx']['min_length']}; add more"
        case "string_too_short":
            return f"'{where}' is empty; write something or take the line out"
        case "string_pattern_mismatch":
            return f"'{found['input']}' cannot be an id ({where}); use letters, digits and a dot"
        case "model_type" | "model_attributes_type" | "dict_type":
            return f"'{where or 'the file'}' should be a block of keys"
        case "tuple_type" | "list_type":
            return f"'{where}' should be a list"
        case "date_parsing" | "date_from_datetime_parsing":
            return f"'{found['input']}' is not a date ({where}); write it as 2027-03-25"
        case "value_error":
            return str(found["ctx"]["error"])
        case _:
            return f"'{where}': {found['msg']}"


def _keys(model: type[BaseModel]) -> Iterable[str]:
    every: set[str] = set(model.model_fields)
    for value in vars(sys.modules[model.__module__]).values():
        if isinstance(value, type) and issubclass(value, BaseModel):
            every |= set(value.model_fields)
    return every


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
    from mtcoach.questions.calendars import chosen_calendar

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
