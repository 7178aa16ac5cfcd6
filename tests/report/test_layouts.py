"""What every layout owes: nothing masked shows, and a comparison goes through them all."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Callable

import pytest
from pypdf import PdfReader

from mtcoach.coach.notes.redaction import redacted
from mtcoach.errors import CoachError
from mtcoach.report import FORMATS, Narrative, compose, compose_comparison, layout
from mtcoach.report.layouts import laid_out
from mtcoach.report.layouts.words import joints
from mtcoach.report.narrative import Quote
from mtcoach.transcript.record import fold
from support.evaluations import DAY, Told

Make = Callable[[str], Told]
Tell = Callable[..., Told]


def words(narrative: Narrative, form: str) -> str:
    """Everything that can be read in a file of the format, properties and all."""
    content = laid_out(narrative, form)
    if form in ("docx", "xlsx"):
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            names = [name for name in parts.namelist() if name.endswith(".xml")]
            return " ".join(parts.read(name).decode("utf-8") for name in names)
    if form == "pdf":
        pdf = PdfReader(io.BytesIO(content))
        return " ".join([*(page.extract_text() for page in pdf.pages), str(pdf.metadata)])
    return content.decode("utf-8")


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_that_was_masked_is_in_any_file(form: str, tell: Tell) -> None:
    notes = ["Callum Reid in S3 moved up; 38 of 45 staff use SEEMiS since May."]
    plan = {"kq13": {"lead": "Callum Reid's mum", "outcome": "fewer surprises"}}
    answers = {"kq13": {"rating": "amber", "notes": notes, "steps": ["ring Callum's mum"]}}
    told = tell(answers=answers, priorities=["kq13"], plan=plan)
    masked = fold(redacted(told.events))
    plain = compose(told.record, told.library, told.events, day=DAY)
    hidden = compose(told.record, told.library, told.events, day=DAY, words=masked)
    assert "Callum" in words(plain, form)
    assert "Callum" not in words(hidden, form)
    assert "38 of 45 staff" in words(hidden, form).replace("\n", " ")


@pytest.mark.parametrize("form", FORMATS)
def test_a_comparison_goes_into_every_format(form: str, told: Make) -> None:
    then, now = told("bleak"), told("mixed")
    narrative = compose_comparison(then.events, now.events, now.library, day=DAY)
    assert len(laid_out(narrative, form)) > 3000


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_then_and_now_stand_before_the_words_of_each(form: str, told: Make) -> None:
    then, now = told("bleak"), told("mixed")
    narrative = compose_comparison(then.events, now.events, now.library, day=DAY)
    labels = {
        quote.label
        for block in narrative.blocks
        if block.kind == "points"
        for point in block.points
        for quote in point.quotes
    }
    assert labels - {""}
    for label in labels:
        assert label in words(narrative, form)


def test_only_formats_of_text_can_be_had_as_text(told: Make) -> None:
    with pytest.raises(CoachError, match="'docx' is not a format of a report; there are md, html"):
        layout(told("bleak").narrative(), "docx")


@pytest.mark.parametrize("form", ["md", "html", "docx", "pdf"])
def test_two_quotations_in_a_line_do_not_run_on(form: str, tell: Tell) -> None:
    notes = ["two departments do it", "nobody checks it.", 'S3 said "it helps"']
    told = tell(answers={"kq13": {"rating": "amber", "notes": notes}})
    narrative = compose(told.record, told.library, told.events, day=DAY)
    plain = re.sub(r"<[^>]+>", "", words(narrative, form)).replace("\n", " ")
    plain = re.sub(r"[“”\u2066-\u2069]", "", html.unescape(plain))
    plain = re.sub(r"\s+", " ", plain)
    assert 'two departments do it; nobody checks it. S3 said "it helps"' in plain


@pytest.mark.parametrize(
    ("quotes", "marks"),
    [
        ([Quote("one", 1), Quote("two", 2)], [";", ""]),
        ([Quote("one.", 1), Quote("two", 2), Quote("three", 3)], ["", ";", ""]),
        ([Quote('they said "never."', 1), Quote("two", 2)], ["", ""]),
        ([Quote("one", 1, label="Then:"), Quote("two", 2, label="Now:")], [".", ""]),
        ([Quote("one", 1), Quote("a long one", 2, cut=True)], ["", ""]),
        ([Quote("one", 1)], [""]),
        ([], []),
    ],
)
def test_the_mark_between_quotations_is_the_one_that_is_missing(
    quotes: list[Quote], marks: list[str]
) -> None:
    assert joints(quotes) == marks
