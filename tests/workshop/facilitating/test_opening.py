"""A workshop is set up in words, the same in a field, a line and an option."""

from __future__ import annotations

import pytest

from mtcoach.errors import CoachError
from mtcoach.questions.loading import Library
from mtcoach.workshop.facilitating.opening import (
    described,
    opening_of,
    read_items,
    read_minutes,
    read_opening,
    read_roles,
)
from mtcoach.workshop.facilitating.plans import Plans


def ids(text: str, library: Library, sector: str = "") -> list[str]:
    return [item.id for item in read_items(text, library, sector)]


def test_items_are_chosen_in_words(library: Library) -> None:
    quick = list(library.banks["key-questions"].quick)
    assert ids("quick", library) == quick
    assert ids("", library) == quick
    assert len(ids("all", library)) == 19
    assert "kq08" not in ids("all", library, "primary")
    assert ids("kq01, kq6", library) == ["kq01", "kq06"]
    assert ids("t2.05 kq01", library) == ["t2.05", "kq01"]
    assert ids("deep-audit", library)[0] == "t2.01"


def test_a_number_takes_the_quick_ones_first_in_the_order_of_the_bank(library: Library) -> None:
    eight = ids("8", library)
    assert len(eight) == 8
    assert set(library.banks["key-questions"].quick) < set(eight)
    assert eight == sorted(eight)
    assert set(ids("2", library)) < set(library.banks["key-questions"].quick)


@pytest.mark.parametrize("theme", ["1.1 theme 2", "1.1", "analysis and evaluation"])
def test_a_theme_is_named_by_its_number_or_a_word_of_it(theme: str, library: Library) -> None:
    found = read_items(theme, library)
    assert found
    assert {item.theme for item in found} == {"1.1 theme 2"}


@pytest.mark.parametrize("text", ["kq99", "kq01, nonsense", "0", "the lot of it"])
def test_what_is_no_choice_is_refused_in_a_sentence(text: str, library: Library) -> None:
    with pytest.raises(CoachError) as refused:
        read_items(text, library)
    assert "\n" not in str(refused.value)


def test_minutes_are_read_as_they_are_said() -> None:
    assert [read_minutes(text) for text in ("50", "an hour", "half an hour")] == [50, 60, 30]
    with pytest.raises(CoachError, match="no time that a workshop takes"):
        read_minutes("a while")


def test_roles_are_two_or_more_or_none() -> None:
    assert read_roles("Teachers, Support  staff,Teachers") == ("Teachers", "Support staff")
    assert read_roles("") == ()
    with pytest.raises(CoachError, match="tells nobody apart"):
        read_roles("Teachers")
    with pytest.raises(CoachError, match="up to 6"):
        read_roles("a,b,c,d,e,f,g")


def test_a_workshop_needs_a_school_and_has_defaults_for_the_rest(library: Library) -> None:
    opening = read_opening(library, school=" Birkhill  Primary ")
    assert (opening.school, opening.minutes, opening.roles) == ("Birkhill Primary", 50, ())
    assert opening.bank == "key-questions"
    with pytest.raises(CoachError, match="school's name"):
        read_opening(library, school=" ")
    assert opening_of(Plans(school="X", choice="3"), library).minutes == 50


def test_a_tight_plan_is_said_to_be_tight(library: Library) -> None:
    assert "tight" not in described(read_items("8", library), 50)
    assert "that is tight" in described(read_items("all", library), 50)
