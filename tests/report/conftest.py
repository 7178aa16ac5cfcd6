"""The made-up evaluations as fixtures."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import yaml

from mtcoach.questions.loading import Library, load_library
from mtcoach.report import DOCUMENTS
from support.evaluations import NAMES, RECORDS, Told, made


@pytest.fixture(scope="session")
def library() -> Library:
    return load_library()


@pytest.fixture(scope="session")
def told(library: Library) -> Callable[[str], Told]:
    """The made-up evaluation called so."""

    def by_name(name: str) -> Told:
        text = (RECORDS / f"{name}.yaml").read_text(encoding="utf-8")
        return made(yaml.safe_load(text), library, name)

    return by_name


@pytest.fixture(scope="session")
def tell(library: Library) -> Callable[..., Told]:
    """An evaluation from what a file would say."""

    def from_values(**said: Any) -> Told:
        return made(said, library)

    return from_values


@pytest.fixture(params=NAMES)
def each(request: pytest.FixtureRequest, told: Callable[[str], Told]) -> Told:
    """Each of the made-up evaluations in turn."""
    return told(request.param)


@pytest.fixture(params=DOCUMENTS)
def document(request: pytest.FixtureRequest) -> str:
    """The name of each document in turn."""
    return str(request.param)
