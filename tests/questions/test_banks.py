"""The shipped banks: complete, in our own words, and worth reading."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest
from rapidfuzz import fuzz, utils

from mtcoach.questions.loading import Library, load_library
from mtcoach.questions.models import COLOURS, ELEMENTS, Item

ALL = load_library()
ITEMS = tuple(ALL.items.values())

SAME = {
    "kq01": ["t4.01"], "kq02": ["t4.02"], "kq03": ["t2.01"], "kq04": ["t4.03"],
    "kq05": ["t2.02"], "kq06": ["t4.04"], "kq07": ["t2.03"], "kq08": [],
    "kq09": ["t2.04"], "kq10": ["t2.10"], "kq11": ["t2.05"], "kq12": ["t2.07"],
    "kq13": ["t2.14"], "kq14": ["t4.06"], "kq15": ["t4.08", "t2.12"], "kq16": ["t2.11"],
    "kq17": ["t4.07"], "kq18": ["t2.13"], "kq19": ["t2.15"],
}  # fmt: skip
"""How the questions and the statements overlap."""


def texts(item: Item) -> list[str]:
    steps = [step for colour in COLOURS for step in item.next_steps.at(colour)]
    return [
        item.question, item.statement, item.why, item.good, item.excellent, *item.evidence,
        *(item.probes.asking_for(element) for element in ELEMENTS),
        *(part for step in steps for part in (step.do, step.changes, step.know)),
    ]  # fmt: skip


def test_every_source_item_has_its_item() -> None:
    counts = {name: len(bank.items) for name, bank in ALL.banks.items()}
    assert counts == {"key-questions": 19, "deep-audit": 24, "journey-to-excellence": 4}
    ids = {item.id for item in ITEMS}
    wanted = [f"kq{number:02}" for number in range(1, 20)]
    wanted += [f"t2.{number:02}" for number in range(1, 16)]
    wanted += [f"t4.{number:02}" for number in range(1, 10)]
    wanted += [f"j2e.{number}" for number in range(1, 5)]
    assert ids == set(wanted)


def test_questions_and_statements_that_ask_the_same_are_linked_both_ways() -> None:
    for question, statements in SAME.items():
        assert set(ALL.items[question].links.same) == set(statements), question
        for statement in statements:
            assert question in ALL.items[statement].links.same, statement


def test_each_statement_stands_in_the_theme_that_the_source_prints() -> None:
    for item in ITEMS:
        if item.id.startswith("t2."):
            assert item.theme == "1.1 theme 2"
        if item.id.startswith("t4."):
            assert item.theme == "3.2 theme 4"
        twins = item.links.same if item.id.startswith("kq") else ()
        if twins:
            assert item.theme in {ALL.items[twin].theme for twin in twins}


def test_the_senior_phase_is_not_asked_of_a_primary() -> None:
    assert not set(ALL.items["kq08"].stages) & {"early", "primary"}


def test_standardised_tests_are_asked_only_where_they_are_sat() -> None:
    assert set(ALL.items["kq09"].stages) == {"primary", "secondary"}
    assert set(ALL.items["t2.04"].stages) == {"primary", "secondary"}


@pytest.mark.parametrize("item", ["kq07", "kq12", "t2.03", "t2.07"])
def test_what_invites_paperwork_has_a_word_on_proportion(item: str) -> None:
    assert ALL.items[item].proportion


def test_no_two_items_give_the_same_advice() -> None:
    steps = [
        (item.id, utils.default_process(step.do))
        for item in ITEMS
        for colour in COLOURS
        for step in item.next_steps.at(colour)
    ]
    alike = [
        (one, other, a, b)
        for (one, a), (other, b) in itertools.combinations(steps, 2)
        if fuzz.token_sort_ratio(a, b) > 72
    ]
    assert not alike


def test_no_two_items_ask_the_same_question() -> None:
    for one, other in itertools.combinations(ITEMS, 2):
        assert fuzz.token_sort_ratio(one.question, other.question) < 85, (one.id, other.id)


def test_topics_are_short_and_tell_items_apart() -> None:
    for bank in ALL.banks.values():
        topics = [item.topic for item in bank.items]
        assert len(set(topics)) == len(topics)
        assert max(map(len, topics)) <= 24


def test_questions_are_short_enough_to_be_asked_aloud() -> None:
    for item in ITEMS:
        assert len(item.question.split()) <= 40, item.id
        assert item.question.rstrip().endswith("?"), item.id
        assert item.statement.startswith(("We ", "Our ")), item.id


HOLLOW = re.compile(
    r"\b(robust|ensur\w+|leverag\w+|holistic\w*|stakeholder\w*|embed\w* a culture|best practice"
    r"|going forward|utilis\w+|world[- ]class)\b",
    re.IGNORECASE,
)


def test_no_hollow_phrases() -> None:
    found = [
        (item.id, match.group())
        for item in ITEMS
        for text in texts(item)
        for match in HOLLOW.finditer(text)
    ]
    assert not found


def test_a_quick_selection_is_short_and_fits_every_school() -> None:
    bank = ALL.banks["key-questions"]
    assert 5 <= len(bank.quick) <= 7
    assert {ALL.items[item].theme for item in bank.quick} == set(bank.themes)
    assert all(len(ALL.items[item].stages) == 4 for item in bank.quick)


def test_the_framework_says_where_hgios_places_the_theme() -> None:
    theme = ALL.themes["3.2 theme 4"]
    assert theme.column == "3.2 (2.3)"
    assert theme.note
    assert ALL.themes["1.1 theme 2"].column == "1.1"


def test_the_framework_holds_fifteen_indicators_and_two_scales() -> None:
    assert len(ALL.framework.indicators) == 15
    assert [step.value for step in ALL.scale("traffic-light").steps] == list(COLOURS)
    assert [step.value for step in ALL.scale("six-point").steps] == list("123456")


def test_words_for_shares_cover_every_per_cent_once() -> None:
    for share in range(101):
        words = [
            each.word for each in ALL.framework.proportions if each.least <= share <= each.most
        ]
        assert len(words) == 1, (share, words)


def test_a_library_is_a_value_that_loads_the_same_twice() -> None:
    again: Library = load_library()
    assert again.items == ALL.items
    assert again.digests == ALL.digests


def test_question_files_are_read_wherever_the_working_folder_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert load_library().items == ALL.items
