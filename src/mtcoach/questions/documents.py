"""A YAML file as plain data with its lines, held against a model: errors name file and line.

Read with PyYAML's base loader, so every scalar stays text; the node tree gives
each error its line.
"""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from mtcoach.errors import QuestionsError

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
