"""The one family of errors a user may meet: one clear sentence each, shown at the edge."""

from __future__ import annotations


class CoachError(Exception):
    """What is wrong, where, and what to do, in one sentence."""


class QuestionsError(CoachError):
    """Question files that cannot be used; `problems` has one sentence each."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        super().__init__("\n".join(problems))


class TranscriptError(CoachError):
    """A transcript that cannot be read or written."""


class HeldError(TranscriptError):
    """Another mtcoach is writing this transcript: it can be read, not written."""
