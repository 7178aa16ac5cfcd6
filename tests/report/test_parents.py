"""The page for parents and pupils: plain, honest, about nobody."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from mtcoach.questions.loading import Library
from mtcoach.report import layout
from mtcoach.report.narrative import Narrative
from support.evaluations import Told
from support.readability import grade, reading_age, syllables
from support.reading import paragraphs, quotes

Tell = Callable[..., Told]
Make = Callable[[str], Told]

JARGON = (
    r"QI|HGIOS|evaluat|tracking|monitor|moderat|evidence|rating|rated|red|amber|green|stakeholder"
    r"|intervention|attainment|benchmark|cohort|data|priorit|outcome|pedagog|SEEMiS|baseline"
)


def page(told: Told) -> Narrative:
    return told.narrative("parents")


def ours(narrative: Narrative) -> str:
    """Our own words on the page, without the school's name."""
    text = " ".join(paragraph.text for paragraph in paragraphs(narrative))
    return re.sub(r"at .*?\. By that", "at our school. By that", text)


def test_the_measure_is_the_published_one() -> None:
    assert grade("The cat sat on the mat.") == pytest.approx(0.39 * 6 + 11.8 - 15.59)
    words = {
        "cat": 1,
        "making": 2,
        "table": 2,
        "pupils": 2,
        "families": 3,
        "closely": 2,
        "asked": 1,
    }
    assert {word: syllables(word) for word in words} == words
    assert reading_age("We put the triangulation of evaluative evidence at the centre.") > 16


def test_a_child_of_eleven_can_read_it(each: Told) -> None:
    assert reading_age(ours(page(each))) <= 11


def test_every_question_has_a_name_that_a_child_of_eleven_can_read(library: Library) -> None:
    names = [item.plain or "" for item in library.items.values()]
    assert all(re.match(r"[a-z]+ing\b", name) for name in names)
    assert len(set(names)) == len(names)
    assert reading_age(" ".join(f"{name}." for name in names)) <= 11
    assert not [name for name in names if max(map(syllables, name.split())) > 3]


def test_there_is_no_term_of_the_trade_in_our_words(each: Told) -> None:
    assert re.findall(rf"\b(?:{JARGON})\w*", ours(page(each)), re.I) == []


def test_no_name_of_a_question_is_one(library: Library) -> None:
    names = " ".join(item.plain or "" for item in library.items.values())
    assert re.findall(rf"\b(?:{JARGON})\w*", names, re.I) == []


def test_what_is_not_good_enough_is_counted_in_full(each: Told) -> None:
    answers = each.record.answers.values()
    weak = [answer for answer in answers if answer.rating in ("red", "amber")]
    text = ours(page(each))
    numbers = "one two three four five six seven eight".split()
    if weak:
        count = numbers[len(weak) - 1]
        assert f"{count} thing{'s' if len(weak) > 1 else ''} that we must get better at" in text
    else:
        assert "must get better" not in text


@pytest.mark.parametrize("form", ["md", "html", "json"])
def test_nothing_that_was_noted_is_in_it(each: Told, form: str) -> None:
    text = layout(page(each), form)
    for answer in each.record.answers.values():
        for note in (*answer.notes, *answer.steps):
            assert len(note.text) < 12 or note.text not in text


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("Pupils get help sooner", True),
        ("P4 to P7 pupils read more", True),
        ("Callum Reid in S3 catches up", False),
        ("FSM pupils gain as much as SIMD 9-10", False),
        ("Attainment up 4% → 8%", False),
        ("x" * 121, False),
    ],
)
def test_a_cell_of_the_plan_is_shown_only_if_it_is_plain_and_names_nobody(
    cell: str, shown: bool, tell: Tell
) -> None:
    told = tell(
        answers={"kq01": {"rating": "red"}}, priorities=["kq01"], plan={"kq01": {"outcome": cell}}
    )
    assert [quote.text for quote in quotes(page(told))] == ([cell] if shown else [])


def test_a_plan_that_is_not_chosen_is_not_made_up(told: Make) -> None:
    assert "We have not chosen yet what to work on first." in ours(page(told("glowing")))


def test_a_bank_of_a_schools_own_without_such_names_uses_its_topics(tell: Tell) -> None:
    told = tell(answers={"kq01": {"rating": "red"}})
    bank = told.library.banks["key-questions"]
    items = tuple(item.model_copy(update={"plain": None}) for item in bank.items)
    own = bank.model_copy(update={"items": items})
    library = Library(told.library.framework, {"key-questions": own})
    assert "Clear expectations." in ours(page(replace(told, library=library)))
