"""What every document owes its reader: claims that rest on something, words as they were typed."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import mtcoach.report
from mtcoach.coach.notes.redaction import redacted
from mtcoach.report import DOCUMENTS, Before, layout
from mtcoach.report.layouts import laid_out
from mtcoach.report.narrative import Narrative, Paragraph, Row, Section, Table
from mtcoach.report.text import clean
from mtcoach.transcript.record import fold
from support.evaluations import Told
from support.hard import HARD, noted
from support.reading import frames, paragraphs, prose, quotes

Tell = Callable[..., Told]
Make = Callable[[str], Told]
FILES = [(n, form) for n, each in DOCUMENTS.items() for form in each.formats if form != "pdf"]
PROSE = Path(mtcoach.report.__file__).parent / "templates" / "prose"


def part(narrative: Narrative, title: str) -> Section:
    every = (inner for section in narrative.sections for inner in section.walk())
    return next(section for section in every if section.title.startswith(title))


def rows(narrative: Narrative) -> list[Row]:
    return [row for block in narrative.blocks if isinstance(block, Table) for row in block.rows]


def said(event: Any) -> str:
    """What a leader typed into an event."""
    return clean(getattr(event, "text", getattr(event, "value", "")))


def test_every_claim_rests_on_items_or_events_that_are_there(each: Told, document: str) -> None:
    narrative = each.narrative(document)
    known = {event.seq for event in each.events}
    claims: list[Paragraph | Row] = [*paragraphs(narrative), *rows(narrative)]
    for claim in claims:
        assert claim.events, claim
        assert set(claim.events) <= known
        assert set(claim.items) <= set(each.library.items)


def test_a_claim_without_items_rests_on_no_answer(each: Told, document: str) -> None:
    about = {event.seq: getattr(event, "item", None) for event in each.events}
    for claim in paragraphs(each.narrative(document)):
        if not claim.items:
            assert [about[seq] for seq in claim.events if about[seq]] == [], claim.text


def test_every_quote_is_the_words_of_the_event_it_names(each: Told, document: str) -> None:
    texts = {event.seq: said(event) for event in each.events}
    for quote in quotes(each.narrative(document)):
        assert texts[quote.event].startswith(quote.text)
        assert quote.cut == (quote.text != texts[quote.event])


def test_a_masked_quote_is_the_words_as_masked(each: Told, document: str) -> None:
    masked = redacted(each.events)
    texts = {event.seq: said(event) for event in masked}
    narrative = each.narrative(document, words=fold(masked))
    for quote in quotes(narrative):
        assert texts[quote.event].startswith(quote.text)


@pytest.mark.parametrize("form", ["md", "html"])
def test_every_quote_stands_on_the_page_as_typed(each: Told, document: str, form: str) -> None:
    narrative = each.narrative(document)
    page = layout(narrative, form)
    if form == "html":
        page = html.unescape(re.sub(r"<[^<>]*>", "", page))
    else:
        page = re.sub(r"\\\n *>? ?|\n *> ?|<br>", "\n", page)
        page = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", page)
    for quote in quotes(narrative):
        for line in quote.text.split("\n"):
            assert line.strip() in page


@pytest.mark.parametrize("name", ["report", "standards-and-quality", "briefing"])
def test_references_lead_to_a_place_in_the_document(each: Told, name: str) -> None:
    page = layout(each.narrative(name), "html")
    places = set(re.findall(r' id="([^"]+)"', page))
    links = set(re.findall(r'href="#([^"]+)"', page))
    assert links <= places
    assert len(places) == len(re.findall(r' id="([^"]+)"', page))
    for claim in paragraphs(each.narrative(name)):
        assert set(claim.items) <= places


@pytest.mark.parametrize("name", ["plan", "parents"])
def test_where_no_reader_follows_references_they_are_kept_as_data(told: Make, name: str) -> None:
    page = layout(told("mixed").narrative(name), "html")
    assert 'class="refs"' not in page
    assert 'data-items="kq13"' in page
    assert 'data-events="' in page


def test_no_sentence_frame_is_used_twice_in_a_document(each: Told, document: str) -> None:
    used = Counter(frames(each.narrative(document)))
    assert [frame for frame, times in used.items() if times > 1] == []


def test_no_sentence_is_written_in_two_templates() -> None:
    homes: dict[str, set[str]] = {}
    for path in PROSE.glob("*.jinja"):
        text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "|", path.read_text("utf-8"), flags=re.S)
        for piece in re.split(r"[|.;:]", text):
            words = re.findall(r"[\w']+", piece.lower())
            if len(words) >= 5:
                homes.setdefault(" ".join(words), set()).add(path.name)
    assert {words: names for words, names in homes.items() if len(names) > 1} == {}


@pytest.mark.parametrize(
    "wrong", [" 0 ", "no items", "one questions", "one are", "two is ", "..", " ,", "  ", "None "]
)
def test_numbers_and_blanks_are_right(each: Told, document: str, wrong: str) -> None:
    text = prose(each.narrative(document))
    assert wrong not in text.replace("None of", "not one of").replace("Neither", "not one")


def test_no_grade_is_computed_and_no_average_taken(each: Told, document: str) -> None:
    text = prose(each.narrative(document)).lower()
    text = text.replace("none has been averaged, changed or turned into a grade", "")
    assert not re.search(r"averag|mean of|overall grade|score", text)


def test_the_same_record_and_day_give_the_same_document(each: Told, document: str) -> None:
    assert each.narrative(document) == each.narrative(document)


def test_an_evaluation_without_an_answer_has_each_document_too(tell: Tell, document: str) -> None:
    for told in (tell(), tell(route="key-questions")):
        for form in DOCUMENTS[document].formats:
            assert laid_out(told.narrative(document), form)


@pytest.mark.parametrize(("document", "form"), FILES)
def test_hard_text_breaks_no_document_in_no_format(tell: Tell, document: str, form: str) -> None:
    for text in HARD:
        content = laid_out(noted(text, tell).narrative(document), form)
        if form == "html":
            page = html.unescape(re.sub(r"<[^<>]*>", "", content.decode("utf-8")))
            assert clean(text).split("\n")[0].strip()[:300] in page


def test_hard_text_breaks_no_pdf(tell: Tell, document: str) -> None:
    for text in HARD[2:14:3]:
        assert laid_out(noted(text, tell).narrative(document), "pdf").startswith(b"%PDF")


def test_a_priority_that_was_never_asked_about_has_its_place(tell: Tell, document: str) -> None:
    told = tell(answers={"kq01": {"rating": "red"}}, priorities=["kq13"])
    assert laid_out(told.narrative(document), "html")


# --- standards and quality -----------------------------------------------------------


def test_the_indicators_stand_in_a_table_with_one_footnote(told: Make) -> None:
    indicators = part(told("mixed").narrative("standards-and-quality"), "Quality indicators")
    table = next(block for block in indicators.blocks if isinstance(block, Table))
    assert [row.cells[0] for row in table.rows] == ["3.2 (2.3)*", "1.1"]
    assert table.rows[0].cells[-1] == "satisfactory (3)"
    assert table.rows[1].cells[-1] == "none given"
    assert table.footnotes == ("* HGIOS4 places this theme in QI 2.3; it contributes to QI 3.2.",)


def test_an_evaluation_of_another_indicator_has_a_row_of_its_own(tell: Tell) -> None:
    told = tell(answers={"kq01": {"rating": "red"}}, evaluations={"1.3": "4"})
    narrative = told.narrative("standards-and-quality")
    assert ("1.3", "good (4)") in [(row.cells[0], row.cells[-1]) for row in rows(narrative)]


def test_a_strength_without_a_gain_is_no_gain_for_learners(told: Make) -> None:
    narrative = told("one-theme").narrative("standards-and-quality")
    text = prose(narrative)
    assert "though what learners have gained from them is not spelt out yet" in text
    assert "so no gain is claimed for them" in text


def test_a_green_on_thin_evidence_is_not_claimed(told: Make) -> None:
    text = prose(told("mixed").narrative("standards-and-quality"))
    assert "Manageable for staff and Recorded on the system are rated green on thin" in text


def test_weaknesses_are_named_in_every_document(each: Told, document: str) -> None:
    weak = [i for i, a in each.record.answers.items() if a.rating == "red" and a.closed]
    if document in ("plan", "parents"):
        return  # the plan is about what was chosen; the parents' page has a test of its own
    text = prose(each.narrative(document))
    for item in weak:
        assert each.library.items[item].topic in text


def test_what_became_of_the_plan_before_is_told(told: Make) -> None:
    for name in ("report", "standards-and-quality", "briefing"):
        narrative = told("glowing").narrative(name)
        assert "We can report on two parts of the plan before this one." in prose(narrative)
        assert any(quote.text.startswith("Weekly grid went") for quote in quotes(narrative))


def test_what_moved_since_an_earlier_evaluation_is_told_with_its_evidence(tell: Tell) -> None:
    good = "minutes, 5 of 6 depts, Nov"
    then = tell(
        answers={
            "kq01": {"rating": "amber", "notes": ["late"]},
            "kq02": {"rating": "red"},
            "kq03": {"rating": "green"},
        }
    )
    now = tell(
        answers={
            "kq01": {"rating": "green", "notes": [good]},
            "kq02": {"rating": "green", "notes": ["fine"]},
            "kq03": {"rating": "amber"},
        }
    )
    narrative = now.narrative("standards-and-quality", before=Before(then.record))
    text = prose(narrative)
    assert "Clear expectations has moved up since the evaluation before, on evidence" in text
    assert "One shared approach has a better colour than before, which the evidence does" in text
    assert "Tracking meetings was rated higher before." in text
    assert "No earlier evaluation" not in text
    moved = next(p for p in paragraphs(narrative) if "has moved up" in p.text)
    assert moved.earlier


def test_a_priority_of_the_plan_before_that_nobody_reported_on_is_named(tell: Tell) -> None:
    answers = {item: {"rating": "red"} for item in ("kq01", "kq02")}
    then = tell(answers=answers, priorities=["kq01", "kq02"])
    now = tell(answers=answers, followed={"kq01": "It was done"})
    text = prose(now.narrative("briefing", before=Before(then.record)))
    assert "Nothing is said of One shared approach, which was in that plan too." in text
    silent = prose(tell(answers=answers).narrative("report", before=Before(then.record)))
    assert "The plan before this one was about Clear expectations and One shared" in silent


def test_what_a_priority_still_lacks_is_said_beside_it(told: Make, tell: Tell) -> None:
    page = layout(told("mixed").narrative("briefing"), "md")
    assert "Not agreed yet: the target and where the measure is read." in page
    bare = tell(answers={"kq01": {"rating": "red"}}, priorities=["kq01"])
    assert "The plan for this is still to be made." in layout(bare.narrative("briefing"), "md")


def test_nothing_in_common_with_the_evaluation_before_is_not_called_unmoved(tell: Tell) -> None:
    then, now = (tell(answers={item: {"rating": "red"}}) for item in ("kq01", "kq02"))
    text = prose(now.narrative("briefing", before=Before(then.record)))
    assert "No question was answered both times" in text
    assert "No colour has moved" not in text


# --- plan ----------------------------------------------------------------------------


def test_a_priority_has_a_page_with_the_columns_that_councils_print(told: Make) -> None:
    narrative = told("mixed").narrative("plan")
    pages = [section for section in narrative.sections if section.wide]
    assert [page.title for page in pages] == [
        "Priority 1: Moderation",
        "Priority 2: Measured interventions",
        "Priority 3: Individual targets",
    ]
    for page in pages:
        top, body = (block for block in page.blocks if isinstance(block, Table))
        assert top.head == ("QI", "NIF priority", "Council framework", "Intended outcome")
        assert [head.split(" (")[0] for head in body.head] == [
            "What we are going to do, and why",
            "Strategic lead and key people",
            "Timescale",
            "Measures of success",
            "Review date",
        ]


def test_a_row_of_the_plan_has_its_day_its_hours_and_its_term(told: Make) -> None:
    page = part(told("mixed").narrative("plan"), "Priority 1")
    top, body = (block for block in page.blocks if isinstance(block, Table))
    assert top.rows[0].cells[1].startswith("Improvement in achievement")
    assert body.rows[0].cells[2] == (
        "Medium term\nMay 2027 (31 May 2027)\nWorking time: 6 hours a teacher, from the WTA"
    )
    assert body.rows[0].cells[3].endswith("moderation log and HT sample in May → May 2027")
    assert body.rows[0].cells[4] == "end of term 3 (2 April 2027)"
    money = part(told("mixed").narrative("plan"), "Priority 2").blocks[1]
    assert isinstance(money, Table)
    assert "Money: £2,400 of PEF" in money.rows[0].cells[2]


@pytest.mark.parametrize(
    ("day", "term"),
    [("2026-12-18", "Short"), ("2027-05-31", "Medium"), ("2028-06-01", "Long"), (None, "–")],
)
def test_the_term_follows_from_the_day(tell: Tell, day: str | None, term: str) -> None:
    by = {"value": "then", **({"on": day} if day else {})}
    told = tell(answers={"kq01": {"rating": "red"}}, priorities=["kq01"], plan={"kq01": {"by": by}})
    assert rows(told.narrative("plan"))[0].cells[-1] == term


def test_the_reason_stands_beside_what_will_be_done(told: Make) -> None:
    page = part(told("bleak").narrative("plan"), "Priority 1")
    body = [block for block in page.blocks if isinstance(block, Table)][1]
    assert (
        body.rows[0]
        .cells[0]
        .endswith("Why: rated red in our self-evaluation of 14 September 2026.")
    )


# --- briefing ------------------------------------------------------------------------


def test_the_briefing_says_what_a_visitor_may_ask(told: Make) -> None:
    asked = prose(told("mixed").narrative("briefing"))
    assert (
        "How many learners had a full entry at the last deadline, out of the whole roll?" in asked
    )
    assert "Beside one green the note tells of difficulties." in asked
