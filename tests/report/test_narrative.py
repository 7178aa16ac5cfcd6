"""What the report says. What holds for every document is in `test_documents.py`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from mtcoach.report.layouts.pages import as_markdown
from mtcoach.report.narrative import Card, Facts, Narrative, Paragraph, Points, Section, Table
from mtcoach.report.text import clean
from support.evaluations import Told
from support.reading import paragraphs, prose

Tell = Callable[..., Told]


def part(narrative: Narrative, title: str) -> Section:
    every = (inner for section in narrative.sections for inner in section.walk())
    return next(section for section in every if section.title.startswith(title))


def test_a_claim_names_the_items_it_rests_on(each: Told) -> None:
    narrative = each.narrative()
    claims = [
        paragraph
        for section in narrative.sections
        if section.id.startswith(("theme", "picture"))
        for inner in section.walk()
        for block in inner.blocks
        for paragraph in ([block] if isinstance(block, Paragraph) else [])
    ]
    assert all(claim.items for claim in claims)
    answered = [claim for claim in claims if "asked yet" not in claim.text]
    assert all(claim.events for claim in answered)


def test_every_reference_leads_to_a_card_of_the_appendix(each: Told) -> None:
    narrative = each.narrative()
    cards = {block.item for block in narrative.blocks if isinstance(block, Card)}
    named = {item for paragraph in paragraphs(narrative) for item in paragraph.items}
    assert named <= cards == narrative.cards


def test_every_note_stands_in_full_in_the_appendix_exactly_as_typed(each: Told) -> None:
    narrative = each.narrative()
    whole = {
        (quote.event, quote.text)
        for block in narrative.blocks
        if isinstance(block, Card)
        for fact in block.facts
        for quote in fact.quotes
    }
    held = {
        (note.seq, clean(note.text))
        for answer in each.record.answers.values()
        for note in (*answer.notes, *answer.steps)
    }
    assert whole == held


def test_the_leaders_own_evaluation_carries_its_caution(told: Callable[[str], Told]) -> None:
    section = part(told("mixed").narrative(), "The leader's own evaluation")
    assert isinstance(section.blocks[0], Paragraph)
    text = section.blocks[0].text
    assert "satisfactory (3)" in text
    assert "one theme of it" in text


def test_a_green_without_evidence_is_printed_as_thin(told: Callable[[str], Told]) -> None:
    narrative = told("mixed").narrative()
    assert "Manageable for staff and Recorded on the system: rated green; evidence thin." in prose(
        narrative
    )
    card = next(b for b in narrative.blocks if isinstance(b, Card) and b.item == "kq05")
    assert card.facts[0].text == "Green, stated by the leader; evidence thin"


def test_greens_without_evidence_are_not_headed_strengths(told: Callable[[str], Told]) -> None:
    titles = [
        inner.title for section in told("half-finished").narrative().sections
        for inner in section.walk()
    ]  # fmt: skip
    assert "Strengths, and how we know" not in titles


def test_an_inferred_colour_is_said_to_be_inferred(told: Callable[[str], Told]) -> None:
    narrative = told("mixed").narrative()
    assert "For Evidence of learning the colour was inferred" in prose(narrative)


def test_a_half_finished_evaluation_says_what_is_missing(told: Callable[[str], Told]) -> None:
    narrative = told("half-finished").narrative()
    assert "The evaluation is not finished" in prose(narrative)
    missing = part(narrative, "What is still missing").blocks[0]
    assert isinstance(missing, Points)
    assert missing.points[0].lead.text.startswith("12 questions have not been asked yet:")


def test_an_empty_evaluation_has_a_report_too(tell: Tell) -> None:
    narrative = tell().narrative()
    assert "No question has been answered yet" in prose(narrative)
    assert narrative.title == "Monitoring and tracking: self-evaluation"


def test_a_route_without_an_answer_has_a_report_too(tell: Tell) -> None:
    narrative = tell(route="key-questions").narrative()
    assert "None of the seven questions on this theme has been asked yet." in prose(narrative)
    assert not any(isinstance(block, Table) for block in narrative.blocks)


def test_one_question_alone_is_spoken_of_in_the_singular(tell: Tell) -> None:
    green = {"rating": "green", "notes": ["minutes, 5 of 6 depts, Nov"]}
    text = prose(tell(answers={"kq03": green}).narrative())
    assert "The evaluation has one question, put by a coaching program" in text
    assert "The one question is green. The one green has evidence noted" in text
    assert "One question belongs to this theme; it is green." in text


def test_the_plan_says_what_it_still_lacks(told: Callable[[str], Told]) -> None:
    plan = part(told("bleak").narrative(), "Improvement plan")
    table = next(block for block in plan.blocks if isinstance(block, Table))
    assert table.head[0] == "Priority, QI"
    assert table.rows[0].cells[0] == "Support and equity\nQI 3.2 (2.3)"
    assert table.rows[0].cells[-1] == (
        "3 of 11 plans missing → 0 missing → support plan register, checked each month"
    )
    assert table.rows[1].cells[3:] == ("DHT (curriculum)\ndate to be agreed", "to be agreed")
    lacking = plan.blocks[-1]
    assert isinstance(lacking, Paragraph)
    assert lacking.text == (
        "Still to be agreed for Clear expectations: the date, the baseline, the target "
        "and where the measure is read."
    )


def test_the_indicator_of_a_theme_placed_elsewhere_has_one_footnote(each: Told) -> None:
    tables = [block for block in each.narrative().blocks if isinstance(block, Table)]
    notes = [note for table in tables for note in table.footnotes]
    assert len(notes) <= 1


def test_days_of_several_sittings_are_given(told: Callable[[str], Told]) -> None:
    assert "reached between 20 and 22 November 2026." in prose(told("mixed").narrative())
    assert "reached on 5 October 2026." in prose(told("one-theme").narrative())


def test_who_evaluated_is_told_in_facts(told: Callable[[str], Told]) -> None:
    facts = told("bleak").narrative().facts
    assert isinstance(facts, Facts)
    shown = {fact.label: fact.text for fact in facts.facts}
    assert shown["Evaluated by"] == "Head teacher"
    assert shown["Answered"] == "For the leadership team"


def test_a_date_in_words_stands_in_the_plan_with_its_day(tell: Tell) -> None:
    told = tell(
        answers={"kq13": {"rating": "red"}},
        priorities=["kq13"],
        plan={"kq13": {"by": "by Easter 2027", "target": "better moderation"}},
    )
    dated = replace(told.record, days={"kq13": {"by": date(2027, 3, 25)}})
    page = as_markdown(replace(told, record=dated).narrative())
    assert "| lead to be agreed<br>by Easter 2027 (25 March 2027) |" in page
    assert "a figure or a view in the target, so that it can be checked" in page


def test_hollow_cells_are_named_under_the_plan_and_sound_ones_are_not(tell: Tell) -> None:
    hollow = {
        "outcome": "everyone happier",
        "baseline": "low",
        "target": "65%",
        "source": "various",
    }
    sound = {"outcome": "Pupils know", "baseline": "54%", "target": "65%", "source": "SEEMiS"}
    rest = {"actions": "we train", "lead": "DHT", "by": "June"}
    words = "an outcome that somebody could see or hear, a baseline that can be checked"
    for cells, there in ((hollow, True), (sound, False)):
        told = tell(
            answers={"kq13": {"rating": "red"}},
            priorities=["kq13"],
            plan={"kq13": {**cells, **rest}},
        )
        assert (words in prose(told.narrative())) is there
