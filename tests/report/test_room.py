"""The report of a workshop: how the room saw it, in prose that was read aloud and approved.

To approve changed prose, read it and run
`MTCOACH_APPROVE=1 pytest tests/report/test_room.py`.
"""

from __future__ import annotations

import io
import os
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook
from pdfua import validate

from mtcoach.coach.notes.redaction import redacted
from mtcoach.questions.loading import Library
from mtcoach.report import Narrative, compose, compose_comparison, layout
from mtcoach.report.documents import DOCUMENTS
from mtcoach.report.layouts import laid_out
from mtcoach.report.narrative import Chart, Section
from mtcoach.transcript.events import EVENT, Event
from mtcoach.transcript.log import load
from mtcoach.transcript.record import fold
from support.evaluations import DAY
from support.workshops import NAME, ROOT

APPROVED = Path(__file__).parent / "approved"
EXAMPLE = ROOT / "transcripts" / f"{NAME}.jsonl"


@pytest.fixture(scope="module")
def example() -> Sequence[Event]:
    return load(EXAMPLE).events


@pytest.fixture(scope="module")
def narrative(example: Sequence[Event], library: Library) -> Narrative:
    return compose(fold(example), library, example, day=DAY)


def workshop(*lines: dict[str, Any], items: Sequence[str] = ("kq01", "kq03")) -> list[Event]:
    """A workshop as somebody might have held it, in a few lines."""
    opening: list[dict[str, Any]] = [
        {"type": "opened", "app": "1", "framework": "hgios4", "banks": {}},
        {"type": "profile_set", "field": "school", "value": "Lochside Academy"},
        {"type": "profile_set", "field": "voice", "value": "The staff in the room"},
        {"type": "route_chosen", "route": "workshop", "bank": "key-questions", "items": items},
        {"type": "room_opened", "minutes": 50},
    ]
    begun = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
    return [
        EVENT.validate_python({"seq": seq, "at": begun + timedelta(minutes=seq), **line})
        for seq, line in enumerate([*opening, *lines])
    ]


def vote(
    red: int, amber: int, green: int, item: str = "kq01", number: int = 1, **more: Any
) -> tuple[dict[str, Any], ...]:
    voters = red + amber + green
    tally: dict[str, Any] = {"present": voters, "voters": voters, "means": {"phones": voters}}
    tally |= {"spread": {"red": red, "amber": amber, "green": green}, **more}
    return (
        {"type": "round_opened", "item": item, "number": number},
        {"type": "round_closed", "item": item, "number": number, "tally": tally},
    )


def settled(rating: str, item: str = "kq01", **more: Any) -> tuple[dict[str, Any], ...]:
    return (
        {"type": "rated", "item": item, "rating": rating, "how": "agreed"},
        {"type": "concluded", "item": item, "outcome": "settled", **more},
        {"type": "status_set", "item": item, "status": "answered"},
    )


def room_of(events: Sequence[Event], library: Library) -> str:
    """The part of the report about the room, as text."""
    whole = compose(fold(events), library, events, day=DAY)
    part = next(section for section in whole.sections if section.id == "room")
    return layout(replace(whole, sections=(part,)), "md")


def test_the_report_of_the_whole_workshop_reads_as_approved(narrative: Narrative) -> None:
    path = APPROVED / "workshop.md"
    text = layout(narrative, "md")
    if os.environ.get("MTCOACH_APPROVE"):
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_room_is_never_spoken_to_as_one_leader(
    document: str, example: Sequence[Event], library: Library
) -> None:
    made = compose(fold(example), library, example, day=DAY, document=document)
    ours = re.sub(r"“[^”]*”|Drawn from:.*", "", layout(made, "md"))
    for item in library.items.values():
        ours = ours.replace(item.question, "")
    assert "leader who answered" not in ours
    assert "stated by the leader" not in ours
    if document != "parents":  # which speaks to its readers, who are parents
        assert not re.search(r"\b[Yy]ou(r|rs)?\b", ours)


def test_every_paragraph_about_a_vote_names_the_events_it_rests_on(narrative: Narrative) -> None:
    (part,) = (section for section in narrative.sections if section.id == "room")
    for section in part.walk():
        for block in section.blocks:
            if block.kind == "paragraph":
                assert block.events
            if block.kind == "table":
                assert all(row.events for row in block.rows)


def test_a_vote_before_and_after_talk_is_a_picture_with_its_words(narrative: Narrative) -> None:
    charts = [block for block in narrative.blocks if isinstance(block, Chart)][1:]
    assert [len(chart.bars) for chart in charts] == [2, 2, 2, 2]
    assert charts[0].title == "Tracking meetings: how the room voted"
    assert charts[0].description == (
        "First vote: 20 green, 4 amber and 16 red. Second vote: 5 green, 32 amber and 3 red."
    )


def test_no_two_drawings_of_a_page_share_the_ids_that_name_them(narrative: Narrative) -> None:
    ids = re.findall(r'\bid="([^"]+)"', layout(narrative, "html"))
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("form", ["docx", "pdf", "html", "json", "xlsx"])
def test_the_report_of_a_workshop_goes_into_every_format(narrative: Narrative, form: str) -> None:
    assert len(laid_out(narrative, form)) > 3000


def test_a_machine_finds_nothing_against_the_pdf_and_its_pictures_have_words(
    narrative: Narrative, tmp_path: Path
) -> None:
    path = tmp_path / "workshop.pdf"
    path.write_bytes(laid_out(narrative, "pdf"))
    assert validate(str(path)).findings == ()
    content = path.read_bytes()
    assert content.count(b"/Alt") >= 6


def test_word_has_each_picture_with_what_it_shows(narrative: Narrative) -> None:
    word = Document(io.BytesIO(laid_out(narrative, "docx")))
    assert "How the room saw it" in [paragraph.text for paragraph in word.paragraphs]
    said = [shape._inline.docPr.get("descr") for shape in word.inline_shapes]
    charts = [block for block in narrative.blocks if isinstance(block, Chart)]
    assert [chart.description for chart in charts if chart.description in said] == [
        chart.description for chart in charts
    ]


def test_a_vote_that_is_held_back_is_in_no_format(library: Library) -> None:
    events = workshop(
        *vote(0, 0, 4, spread=None, present=4, voters=4, means={"phones": 4}), *settled("green")
    )
    text = room_of(events, library)
    assert "How people voted is not shown" in text
    assert "| Clear expectations | 1 | – | – | – | 0 | 4 by phone | agreed (green) |" in text
    assert "four green" not in text
    made = compose(fold(events), library, events, day=DAY)
    assert not [chart for chart in made.blocks if isinstance(chart, Chart)][1:]


def test_of_two_votes_the_one_that_may_be_shown_is(library: Library) -> None:
    events = workshop(
        *vote(4, 0, 4),
        *vote(0, 9, 0, number=2, spread=None),
        *settled("amber"),
    )
    text = room_of(events, library)
    assert "four green and four red" in text
    assert "A vote on it is not shown, to give nobody away." in text


def test_a_room_that_was_agreed_and_is_no_longer_is_said_to_be_so(library: Library) -> None:
    events = workshop(*vote(0, 1, 9), *vote(5, 0, 5, number=2))
    text = room_of(events, library)
    assert "no longer agreed" in text
    assert "It was not concluded." in text


def test_more_evidence_without_a_role_or_a_date_says_what_is_missing(library: Library) -> None:
    more = {"type": "concluded", "item": "kq01", "outcome": "more_evidence"}
    text = room_of(workshop(*vote(3, 3, 3), more), library)
    assert "somebody who has yet to be named will find out. No date was set." in text


def test_what_the_room_did_not_come_to_is_named(library: Library) -> None:
    text = room_of(workshop(*vote(0, 1, 9), *settled("green")), library)
    assert "The room did not come to *Tracking meetings*." in text


def test_a_room_that_gave_no_colour_is_not_given_one(library: Library) -> None:
    none = vote(0, 0, 0, abstained=9, means={}, present=9, spread=None)
    text = room_of(workshop(*none), library)
    assert "Nobody gave a colour." in text
    assert "| 0 | 0 | 0 | 9 |" in text
    assert "not shown" not in text


def test_a_third_vote_has_the_second_between(library: Library) -> None:
    events = workshop(
        *vote(4, 2, 4), *vote(3, 4, 3, number=2), *vote(0, 9, 1, number=3), *settled("amber")
    )
    text = room_of(events, library)
    assert "A vote between the two gave three green, four amber and three red." in text
    assert "now agreed" in text


def test_no_name_in_a_note_or_a_reason_is_in_a_redacted_report(library: Library) -> None:
    said = {"type": "contributed", "item": "kq01", "text": "Callum Reid in S3 has no target"}
    events = workshop(
        *vote(0, 9, 1), said, *settled("amber", minority="Callum Reid's mum says otherwise")
    )
    masked = fold(redacted(events))
    plain = layout(compose(fold(events), library, events, day=DAY), "md")
    hidden = layout(compose(fold(events), library, events, day=DAY, words=masked), "md")
    assert plain.count("Callum") >= 4
    assert "Callum" not in hidden
    assert "has no target" in hidden


def test_two_workshops_are_compared_like_any_two_evaluations(
    example: Sequence[Event], library: Library
) -> None:
    later = workshop(
        *vote(0, 9, 31, "kq05"), *settled("green", "kq05"), items=["kq01", "kq03", "kq05"]
    )
    text = layout(compose_comparison(example, later, library, day=DAY), "md")
    assert "| Manageable for staff | split | green |" in text
    assert "Where the room was split it has one answer now: *Manageable for staff* (green)." in text


def test_a_room_that_is_split_now_says_so_in_a_comparison(
    example: Sequence[Event], library: Library
) -> None:
    items = ["kq03", "kq05"]
    split = [
        line
        for item in items
        for line in (
            *vote(9, 0, 9, item),
            {"type": "concluded", "item": item, "outcome": "split"},
            {"type": "status_set", "item": item, "status": "unknown"},
        )
    ]
    later = workshop(*split, items=items)
    text = layout(compose_comparison(example, later, library, day=DAY), "md")
    assert "## What we no longer agree on" in text
    assert "no one answer any more for *Tracking meetings* (amber then)" in text
    assert "*Manageable for staff* split the room both times." in text


def test_an_evaluation_without_a_room_has_no_such_part(library: Library) -> None:
    events = workshop()[:-1]
    made = compose(fold(events), library, events, day=DAY)
    assert not [section for section in made.sections if section.id == "room"]


def _titles(part: Section) -> list[str]:
    return [section.title for section in part.sections]


def test_the_questions_come_in_the_order_of_the_workshop(narrative: Narrative) -> None:
    (part,) = (section for section in narrative.sections if section.id == "room")
    assert _titles(part) == [
        "Clear expectations",
        "Tracking meetings",
        "Manageable for staff",
        "Moderation",
        "Support and equity",
        "Reports to families",
        "Every vote, in figures",
    ]


def test_the_spreadsheet_of_a_workshop_has_a_row_for_each_vote(library: Library) -> None:
    events = workshop(
        *vote(3, 8, 2, means={"phones": 9, "hands": 4}, abstained=1, present=15),
        *vote(0, 12, 1, number=2),
        *settled("amber"),
        *vote(1, 1, 0, item="kq03", spread=None),
    )
    made = compose(fold(events), library, events, day=DAY)
    book = load_workbook(io.BytesIO(laid_out(made, "xlsx")))
    head, *rows = book["Votes"].values
    assert head == (
        *("Item", "Topic", "Vote", "Green", "Amber", "Red"),
        *("Abstained", "Present", "How they voted"),
    )
    topics = [library.items[name].topic for name in ("kq01", "kq03")]
    assert rows == [
        ("kq01", topics[0], 1, 2, 8, 3, 1, 15, "9 by phone, 4 by hand"),
        ("kq01", topics[0], 2, 1, 12, 0, 0, 13, "13 by phone"),
        ("kq03", topics[1], 1, "held back", "held back", "held back", 0, 2, "2 by phone"),
    ]
    assert "In their own words" in next(book["Evidence"].values)
