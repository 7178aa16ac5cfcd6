"""Then and now as a document: read, approved, and true to the two transcripts.

To approve a change of wording, read `approved/then-and-now.md` after
`MTCOACH_APPROVE=1 pytest tests/report/test_comparison_prose.py`.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from mtcoach.questions.loading import Library
from mtcoach.report import Narrative, compose_comparison, layout
from mtcoach.report.narrative import Card, Moves, Paragraph, Table
from mtcoach.report.text import clean
from support.evaluations import Told, judge, made
from support.reading import paragraphs, prose, quotes

HERE = Path(__file__).parent
DAY = date(2026, 11, 23)
Tell = Callable[..., Told]
GOOD = "minutes, 5 of 6 depts, Nov"


def composed(then: Told, now: Told) -> Narrative:
    return compose_comparison(then.events, now.events, then.library, day=DAY, judge=judge)


@pytest.fixture(scope="module")
def years(library: Library) -> tuple[Told, Told]:
    """A school's evaluation and the one a year later."""
    texts = [(HERE / "years" / f"lochside-{year}.yaml").read_text("utf-8") for year in (2025, 2026)]
    then, now = (made(yaml.safe_load(text), library) for text in texts)
    return then, now


@pytest.fixture(scope="module")
def narrative(years: tuple[Told, Told]) -> Narrative:
    return composed(*years)


@pytest.fixture
def of(tell: Tell) -> Callable[..., str]:
    """The prose on a question then and now: `of({"kq01": …}, {"kq01": …})`."""

    def prose_of(then: dict[str, Any], now: dict[str, Any], **more: Any) -> str:
        return prose(composed(tell(answers=then, **more), tell(answers=now)))

    return prose_of


def rated(colour: str, *notes: str, **more: Any) -> dict[str, Any]:
    return {"rating": colour, "notes": list(notes), **more}


def test_then_and_now_reads_as_approved(narrative: Narrative) -> None:
    path = HERE / "approved" / "then-and-now.md"
    text = layout(narrative, "md")
    if os.environ.get("MTCOACH_APPROVE"):
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")


def test_every_paragraph_carries_references(narrative: Narrative) -> None:
    for paragraph in paragraphs(narrative):
        assert paragraph.events or paragraph.earlier, paragraph.text
    whole = [p for p in paragraphs(narrative) if not p.items]
    # Who evaluated, and whole indicators: these rest on no question.
    assert [p.text.split()[0] for p in whole] == ["The", "We"]


def test_references_lead_to_both_records_in_full(narrative: Narrative) -> None:
    cards = {block.item for block in narrative.blocks if isinstance(block, Card)}
    named = {item for paragraph in paragraphs(narrative) for item in paragraph.items}
    assert named <= cards == narrative.cards


def test_a_quote_is_the_words_of_the_event_it_names_in_its_own_transcript(
    narrative: Narrative, years: tuple[Told, Told]
) -> None:
    then, now = ({e.seq: getattr(e, "text", "") for e in told.events} for told in years)
    for quote in quotes(narrative):
        words = clean((then if quote.earlier else now)[quote.event])
        assert words.startswith(quote.text)
        assert quote.cut == (quote.text != words)


def test_every_note_of_both_times_stands_in_the_appendix(
    narrative: Narrative, years: tuple[Told, Told]
) -> None:
    cards = [block for block in narrative.blocks if isinstance(block, Card)]
    whole = {(q.earlier, q.event) for card in cards for fact in card.facts for q in fact.quotes}
    for earlier, told in zip((True, False), years, strict=True):
        for answer in told.record.answers.values():
            assert {(earlier, note.seq) for note in (*answer.notes, *answer.steps)} <= whole


def test_no_sentence_frame_is_used_twice(narrative: Narrative) -> None:
    used: Counter[str] = Counter()
    for block in narrative.blocks:
        if isinstance(block, Paragraph):
            ours = "".join(run.text if run.kind == "text" else "…" for run in block.runs)
            ours = re.sub(r"…((, |; | and |, and )…)+", "…", ours)
            used.update(re.split(r"(?<=[.])\s", ours))
    assert [frame for frame, times in used.items() if times > 1] == []


@pytest.mark.parametrize("wrong", [" 0 ", "one questions", "..", " ,", "  ", " .", "None "])
def test_numbers_and_blanks_are_right(narrative: Narrative, wrong: str) -> None:
    assert wrong not in prose(narrative).replace("None was", "Not one was")


def test_no_grade_is_computed_and_no_average_taken(narrative: Narrative) -> None:
    text = prose(narrative).lower()
    text = text.replace("none has been averaged, added up or turned into a grade", "")
    assert not re.search(r"averag|mean of|grade|score|per cent|%", text)


def test_both_layouts_hold_every_quote(narrative: Narrative) -> None:
    page = layout(narrative, "html")
    assert 'data-earlier-events="' in page
    assert "Calendar went out in Sept, not everyone has seen it" in page
    assert '<span class="when">Both times:</span>' in page


Said = Callable[..., str]


def test_a_better_colour_on_thinner_evidence_is_named(of: Said) -> None:
    text = of({"kq01": rated("amber", GOOD)}, {"kq01": rated("green", "fine")})
    assert (
        "Clear expectations went up on thinner evidence than it had then, "
        "too thin to bear the better colour out." in text
    )
    assert "It does not bear out the one move up." in text


def test_a_worse_colour_on_better_evidence_is_a_clearer_view(of: Said) -> None:
    text = of({"kq01": rated("green", "fine")}, {"kq01": rated("amber", GOOD)})
    assert "we read the lower colour as a clearer view, and not as a failure." in text


def test_a_worse_colour_without_better_evidence_is_no_clearer_view(of: Said) -> None:
    text = of({"kq01": rated("green", GOOD)}, {"kq01": rated("amber", "late")})
    assert "clearer view" not in text
    assert "whether practice has slipped or our judgement has become stricter" in text


def test_one_question_alone_is_spoken_of_in_the_singular(of: Said) -> None:
    text = of({"kq01": rated("amber", GOOD)}, {"kq01": rated("green", f"{GOOD} 2026")})
    assert "One question was answered both times" in text
    assert "The one question answered both times moved up." in text
    assert "It bears out the one move up." in text


def test_a_plan_that_nobody_reported_on_is_named(of: Said) -> None:
    plan = {"kq01": {"actions": "Put it on one page"}}
    text = of({"kq01": rated("red")}, {"kq01": rated("red")}, priorities=["kq01"], plan=plan)
    assert "What became of it has not been reported." in text
    assert "Nothing is recorded of what was done about Clear expectations" in text


def test_a_rise_after_a_plan_is_not_put_down_to_it(narrative: Narrative) -> None:
    assert "whether the plan brought that about is for the evidence to show" in prose(narrative)


def test_the_plan_of_then_stands_beside_what_was_reported(narrative: Narrative) -> None:
    table = next(b for b in narrative.blocks if isinstance(b, Table) and b.wide)
    assert [row.cells[0] for row in table.rows] == [
        "Individual targets",
        "Moderation",
        "Measured interventions",
    ]
    assert [row.cells[5] for row in table.rows][1:] == ["It was partly done", "not reported on"]
    assert table.rows[2].cells[2:4] == (
        "PT raising attainment",
        "March 2026 (31 March 2026, gone by)",
    )
    assert all(row.earlier for row in table.rows)


def test_what_moved_is_drawn_and_said_in_words(narrative: Narrative) -> None:
    (drawing,) = [block for block in narrative.blocks if isinstance(block, Moves)]
    moved = {each.label: (each.then, each.now) for each in drawing.moved}
    assert moved["Measured interventions"] == ("A", "R")
    assert moved["Support and equity"] == ("?", "A")
    assert len(moved) == 12
    assert all(name in drawing.description for name in moved)
    assert "from amber to red: Measured interventions" in drawing.description


def test_nothing_is_drawn_where_nothing_moved(tell: Tell) -> None:
    narrative = composed(
        tell(answers={"kq01": rated("red", GOOD)}), tell(answers={"kq01": rated("red", GOOD)})
    )
    assert not [block for block in narrative.blocks if isinstance(block, Moves)]


def test_many_moves_are_drawn_a_page_at_a_time(tell: Tell, library: Library) -> None:
    items = [*library.banks["key-questions"].items, *library.banks["deep-audit"].items][:30]
    then = tell(answers={item.id: rated("red") for item in items})
    now = tell(answers={item.id: rated("green") for item in items})
    drawn = [block for block in composed(then, now).blocks if isinstance(block, Moves)]
    assert [len(each.moved) for each in drawn] == [24, 6]
    assert [each.title for each in drawn] == ["Then and now (1 of 2)", "Then and now (2 of 2)"]


def test_different_authors_are_named(narrative: Narrative) -> None:
    assert "The two do not have the same author" in prose(narrative)


def test_a_school_that_changed_its_name_is_named_by_both(tell: Tell) -> None:
    then = tell(profile={"school": "Lochside"}, answers={"kq01": rated("red")})
    now = tell(profile={"school": "Kelvinbank"}, answers={"kq01": rated("green")})
    said = prose(composed(then, now))
    assert "The school was called Lochside then and is called Kelvinbank now." in said


def test_nothing_answered_both_times_says_so(of: Said) -> None:
    text = of({"kq01": rated("red")}, {"kq01": {"rating": "skipped"}})
    assert "No question was answered both times" in text
    assert "Answered then and not now: Clear expectations (skipped now)." in text


def test_two_empty_routes_have_a_document_too(tell: Tell) -> None:
    text = prose(composed(tell(route="quick"), tell(route="quick")))
    assert "left without an answer both times" in text


def test_words_that_would_be_markup_stay_words(tell: Tell) -> None:
    odd = "{{ 7 + 7 }} | <b>x</b> [a](b) `c` \x00 \x02n & # d"
    then = tell(answers={"kq01": rated("red", odd)}, profile={"school": odd, "role": odd})
    now = tell(answers={"kq01": rated("green", f"# {odd}\n- y")}, profile={"role": "HT & co"})
    narrative = composed(then, now)
    assert "{{ 7 + 7 }}" in layout(narrative, "md")
    page = layout(narrative, "html")
    assert "<b>x</b>" not in page
    assert "\x02" not in page
