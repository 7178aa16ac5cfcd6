"""The pictures: true to the figures, readable without colour, said in words as well."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree import ElementTree

import pytest

from mtcoach.findings.profile import profiles
from mtcoach.report import compose_comparison
from mtcoach.report.layouts.chart import NAMES, ROOM, WIDTH, placed, png, ranged, svg
from mtcoach.report.narrative import Drawn, Kinds, Moved, Moves, Narrative, Picture
from support.evaluations import DAY, Told, judge

Make = Callable[[str], Told]
SVG = "{http://www.w3.org/2000/svg}"
STEPS = (("?", "Not known"), ("R", "Red"), ("A", "Amber"), ("G", "Green"))


def pictures(narrative: Narrative) -> list[Picture]:
    return [block for block in narrative.blocks if isinstance(block, Picture)]


def every(told: Make) -> list[Picture]:
    """One of each kind, and more."""
    then, now = told("bleak"), told("mixed")
    compared = compose_comparison(then.events, now.events, now.library, day=DAY, judge=judge)
    return [*pictures(now.narrative()), *pictures(compared)]


def texts(picture: Picture) -> list[str]:
    return [node.text or "" for node in ElementTree.fromstring(svg(picture)).iter(f"{SVG}text")]


def test_every_kind_is_drawn_with_a_title_and_its_words(told: Make) -> None:
    found = every(told)
    assert {picture.kind for picture in found} == {"chart", "kinds", "moves"}
    for picture in found:
        root = ElementTree.fromstring(svg(picture))
        words = {child.tag: child.text for child in root}
        assert words[f"{SVG}title"] == picture.title
        assert words[f"{SVG}desc"] == picture.description
        assert root.get("role") == "img"
        named = (root.get("aria-labelledby") or "").split()
        assert [child.get("id") for child in list(root)[:2]] == named
        assert png(picture).startswith(b"\x89PNG")


def test_no_two_pictures_of_a_page_share_an_id(told: Make) -> None:
    for name in ("report", "briefing", "standards-and-quality"):
        ids = [i for each in pictures(told("mixed").narrative(name)) for i in _ids(each)]
        assert len(ids) == len(set(ids))


def _ids(picture: Picture) -> list[str]:
    return re.findall(r' id="([^"]+)"', svg(picture))


def test_nothing_stands_outside_the_picture(told: Make) -> None:
    for picture in every(told):
        root = ElementTree.fromstring(svg(picture))
        _, _, width, height = map(float, (root.get("viewBox") or "").split())
        assert width == WIDTH
        for node in root.iter(f"{SVG}rect"):
            if node.get("width") and not node.get("height", "").endswith("9"):
                assert float(node.get("x", 0)) + float(node.get("width", 0)) <= width
        assert height > 0


def test_the_kinds_of_evidence_are_those_of_the_notes(told: Make) -> None:
    evaluation = told("mixed")
    (kinds,) = [p for p in pictures(evaluation.narrative()) if isinstance(p, Kinds)]
    found = profiles(evaluation.record, evaluation.library, judge=judge)
    for theme, profile in zip(kinds.themes, found, strict=True):
        assert theme.noted == profile.noted
        assert [count for _, _, count in theme.kinds] == list(profile.drawn.values())


def test_a_kind_that_is_missing_is_an_outline_and_a_word(told: Make) -> None:
    kinds = Kinds("t", "d", "k", "no note draws on it", (Drawn("A", 4, (("data", "Data", 0),)),))
    text = svg(kinds)
    assert "stroke-dasharray" in text
    assert {"no note draws on it", "0 of 4"} <= set(texts(kinds))
    full = Kinds("t", "d", "k", "none", (Drawn("A", 4, (("data", "Data", 4),)),))
    assert "stroke-dasharray" not in svg(full)
    assert ranged(full)["themes"][0]["rows"][0]["width"] == ROOM


def test_no_picture_of_kinds_where_no_note_draws_on_any(told: Make) -> None:
    assert not [p for p in pictures(told("half-finished").narrative()) if isinstance(p, Kinds)]


@pytest.mark.parametrize(("then", "now", "right"), [("R", "G", True), ("G", "A", False)])
def test_an_arrow_points_from_then_to_now(then: str, now: str, right: bool) -> None:
    moves = Moves("t", "d", "k", STEPS, (Moved("Moderation", then, now),))
    (row,) = placed(moves)["rows"]
    assert (row["now_x"] > row["then_x"]) == right
    assert (row["tip"] < 0) == right
    assert NAMES < min(row["then_x"], row["now_x"]) < max(row["then_x"], row["now_x"]) < WIDTH
    said = texts(moves)
    assert said[:4] == [word for _, word in STEPS]
    assert said[4:] == ["Moderation", then, now]
