"""A redacted report: nobody is named in it, and nothing else is any different."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

import pytest

from mtcoach.coach.notes.privacy import MASKS
from mtcoach.coach.notes.redaction import holds, redacted
from mtcoach.report import compose, layout
from mtcoach.transcript.record import fold
from support.evaluations import DAY, Told

Tell = Callable[..., Told]

SAID: Final = {
    "profile": {"school": "Ailsa Reid Academy", "role": "Depute", "voice": "with Kyle's mum"},
    "route": "3.2 theme 4",
    "answers": {
        "kq01": {
            "rating": "green",
            "notes": ["Callum Reid in S3 moved up; 38 of 45 staff use SEEMiS since May."],
        },
        "kq02": {
            "rating": "green",
            "notes": ["the log has Callum, and three LAC pupils, on track"],
        },
        "kq04": {"rating": "amber", "notes": ["Aisha in P5 is behind", "dob 12/03/2012"]},
        "kq06": {"rating": "amber", "notes": ["Zofia in P5 is behind"]},
        "kq14": {
            "rating": "red",
            "notes": ["the only Polish boy in P3 was missed"],
            "steps": ["ring 07700 900123", "write to aga77@gmail.com"],
        },
    },
    "priorities": ["kq14"],
    "plan": {"kq14": {"actions": "a meeting with Harpreet's dad", "lead": "DHT"}},
}
NAMES: Final = ("Callum", "Kyle", "Aisha", "Zofia", "Harpreet", "07700 900123", "aga77@gmail.com")
KINDS: Final = {"name", "small count", "date of birth", "singled out", "phone", "e-mail"}


def reports(told: Told, form: str) -> tuple[str, str]:
    """The report as it was typed, and the redacted one."""
    words = fold(redacted(told.events))
    plain = compose(told.record, told.library, told.events, day=DAY)
    masked = compose(told.record, told.library, told.events, day=DAY, words=words)
    return as_read(layout(plain, form), form), as_read(layout(masked, form), form)


def as_read(text: str, form: str) -> str:
    """A file as a person reads it, without what keeps marks from being markup."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text) if form == "md" else html.unescape(text)


def found(told: Told) -> dict[str, str]:
    """What there is to mask, the longest words first, by its kind."""
    every = sorted(holds(told.events), key=lambda held: -len(held.words))
    return {held.words: held.kind for held in every}


def put(words: str, mask: str, text: str) -> str:
    """`text` with `mask` for whole words."""
    return re.sub(rf"(?<!\w){re.escape(words)}(?!\w)", lambda _: mask, text)


@pytest.mark.parametrize("form", ["md", "html"])
def test_a_redacted_report_differs_in_nothing_but_the_masks(tell: Tell, form: str) -> None:
    told = tell(**SAID)
    plain, masked = reports(told, form)
    assert set(found(told).values()) == KINDS
    nobody = masked.replace("Ailsa Reid Academy", "")
    for words, kind in found(told).items():
        assert words in plain
        assert words not in nobody
        plain = put(words, MASKS[kind], plain)
    assert masked == plain
    assert not [name for name in NAMES if name in masked]


@pytest.mark.parametrize("form", ["md", "html"])
def test_nobody_is_named_in_any_redacted_document(tell: Tell, document: str, form: str) -> None:
    told = tell(**SAID)
    words = fold(redacted(told.events))
    narrative = told.narrative(document, words=words)
    text = as_read(layout(narrative, form), form).replace("Ailsa Reid Academy", "")
    assert not [name for name in NAMES if name in text]
    assert not [piece for piece in found(told) if put(piece, "", text) != text]


@pytest.mark.parametrize("form", ["md", "html"])
def test_so_it_is_in_each_of_the_made_up_evaluations(each: Told, form: str) -> None:
    plain, masked = reports(each, form)
    for words, kind in found(each).items():
        assert put(words, "", masked) == masked
        plain = put(words, MASKS[kind], plain)
    assert masked == plain


def test_masking_changes_no_finding(tell: Tell) -> None:
    """Two notes that differ in a name alone are not one note twice; a figure still counts."""
    told = tell(**SAID)
    words = fold(redacted(told.events))
    alike = [words.answer(item).notes[0].text for item in ("kq04", "kq06")]
    assert alike[0] == alike[1]
    blind = compose(words, told.library, told.events, day=DAY)
    seeing = compose(told.record, told.library, told.events, day=DAY, words=words)
    assert layout(blind, "md") != layout(seeing, "md")


def test_a_report_in_the_middle_of_things_can_be_redacted(tell: Tell) -> None:
    told = tell(profile={"school": "Lochside Academy"})
    words = fold(redacted(told.events))
    narrative = compose(told.record, told.library, told.events, day=DAY, words=words)
    assert replace(narrative, title="") == replace(told.narrative(), title="")
