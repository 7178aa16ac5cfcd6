"""placeholder"""
from __future__ import annotations
from mtcoach.coach.reading import Judgement


def judge(note: str) -> Judgement:
    """What a note holds as evidence."""
    return Judgement((), "thin")
