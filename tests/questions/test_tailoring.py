"""One set of questions, worded for the school that reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from mtcoach.questions.loading import Library, load_library
from mtcoach.questions.models import Item, NextStep, Sector
from mtcoach.questions.sectors import sectors
from mtcoach.questions.tailoring import rules, tailored

PRIMARY: frozenset[Sector] = frozenset({"primary"})
SECONDARY: frozenset[Sector] = frozenset({"secondary"})


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library()


def steps(item: Item) -> Iterator[NextStep]:
    for _, each in item.next_steps:
        yield from each


def texts(item: Item) -> Iterator[str]:
    """What a leader reads of an item at the prompts and as suggestions."""
    yield from (item.question, item.statement, *item.evidence)
    yield from (text for _, text in item.probes)
    for step in steps(item):
        yield from (step.do, step.changes, step.know)


@pytest.mark.parametrize(
    ("sectors", "foreign"),
    [
        (PRIMARY, r"(?i)\bdepartments?\b|\bfacult|\bprelims?\b|\bS[1-6]\b(?! and| numeracy)"),
        (SECONDARY, r"(?i)\bnurser|\bcircle time|\bP4 writing"),
    ],
)
def test_no_school_is_asked_about_what_it_has_not(
    library: Library, sectors: frozenset[Sector], foreign: str
) -> None:
    for item in tailored(library, sectors).items.values():
        if not sectors & set(item.stages):
            continue
        for text in texts(item):
            at = re.search(foreign, text)
            # Both kinds of school know the stages at which national assessments are taken.
            assert at is None or "national standardised" in text.lower() or "P7 and S3" in text, (
                text
            )


@pytest.mark.parametrize("sectors", [PRIMARY, SECONDARY, frozenset({"early"})])
def test_every_colour_keeps_a_step_and_every_text_reads_on(
    library: Library, sectors: frozenset[Sector]
) -> None:
    for item in tailored(library, sectors).items.values():
        assert all(each for _, each in item.next_steps)
        for text in texts(item):
            assert not re.search(r"  |,,| ,|, \.|\bor or\b|\bor,", text), text
            assert text[0] == text[0].upper()


def test_a_primary_reads_of_stages(library: Library) -> None:
    item = tailored(library, PRIMARY).items["kq02"]
    assert "another class or stage tomorrow" in item.question
    assert item.probes.quantity.startswith("Of all your stages, how many")


def test_a_nursery_is_at_home_in_a_primary_and_not_in_a_secondary(library: Library) -> None:
    there = tailored(library, PRIMARY).items["kq02"].next_steps.amber
    gone = tailored(library, SECONDARY).items["kq02"].next_steps.amber
    assert any("Ask the nursery or the support base" in step.do for step in there)
    assert any(step.do.startswith("Ask the support base") for step in gone)


@pytest.mark.parametrize("said", ["", "special", "all-through", "early years, primary, secondary"])
def test_where_any_stage_may_be_there_nothing_is_reworded(library: Library, said: str) -> None:
    assert list(tailored(library, sectors(said)).items.values()) == list(library.items.values())


def test_a_step_of_another_sector_is_left_out_of_a_banks_own(library: Library) -> None:
    item = library.items["kq01"]
    foreign = NextStep(do="Ask the nursery.", changes="Much.", know="By asking.")
    amber = (foreign, *item.next_steps.amber)
    own = item.model_copy(
        update={"next_steps": item.next_steps.model_copy(update={"amber": amber})}
    )
    bank = library.homes["kq01"].model_copy(update={"items": (own,)})
    small = Library(library.framework, {"own": bank})
    assert foreign in tailored(small, PRIMARY).items["kq01"].next_steps.amber
    assert foreign not in tailored(small, SECONDARY).items["kq01"].next_steps.amber


def test_no_rule_is_passed_over_by_the_quick_look(library: Library) -> None:
    every = [text for item in library.items.values() for text in (*texts(item), item.good)]
    for group in rules().instead:
        for rule in group.words:
            for text in every:
                if re.search(rule["say"], text):
                    assert any(piece in text for piece in group.near), (rule["say"], text)
