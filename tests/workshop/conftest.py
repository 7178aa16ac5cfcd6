"""What the tests of the workshop share."""

from __future__ import annotations

import pytest

from mtcoach.questions.loading import Library, load_library


@pytest.fixture(scope="session")
def library() -> Library:
    return load_library()
