"""Whatever a leader typed is shown as it is, in Markdown and in HTML."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from mtcoach.report import layout
from mtcoach.report.layouts.markdown import block, cell, escaped, line
from mtcoach.report.text import clean
from support.evaluations import Told

Tell = Callable[..., Told]

HARD = (
    "# heading at the start",
    "- a list\n- of things\n\n1. and another",
    "[link](x) ![picture](y) <b>bold</b> **bold** _it_ `code` ~~gone~~",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "{{ 7 * 7 }} {% for x in y %} {# comment #}",
    "P&P &amp; &lt; <script>alert(1)</script>",
    "Àrd-sgoil, tha e math 🎉 הערה \u202eabc",
    "    four spaces\n\tand a tab",
    "```\nfence\n```\n---\n===\n> quote",
    "ends with a backslash \\",
    "a\\|b \\* $x$ http://a_b.c/d_e",
    "[kq01]: https://example.org",
    "x" * 10_000,
)


class Reader(HTMLParser):
    """The text of a page, its tags checked to close in order."""

    VOID = frozenset({"meta", "br", "hr"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text += data


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    return reader


def words(text: str) -> str:
    return " ".join(text.split())


def rendered(markdown: str) -> str:
    html = MarkdownIt("commonmark").enable("table").enable("strikethrough").render(markdown)
    return words(read(html).text)


def noted(text: str, tell: Tell) -> Told:
    answer = {"rating": "amber", "notes": [text], "steps": [text]}
    said = {"outcome": text, "lead": text, "source": text}
    return tell(
        profile={"school": text, "role": text},
        answers={"kq13": answer},
        priorities=["kq13"],
        plan={"kq13": said},
    )


@pytest.mark.parametrize("text", HARD, ids=range(len(HARD)))
def test_hard_text_is_in_the_html_as_typed(text: str, tell: Tell) -> None:
    page = read(layout(noted(text, tell).narrative(), "html"))
    assert page.text.count(clean(text)) >= 4
    assert "b" not in {tag for tag, _ in page.seen}


@pytest.mark.parametrize("text", HARD, ids=range(len(HARD)))
def test_hard_text_is_in_the_markdown_as_typed(text: str, tell: Tell) -> None:
    shown = rendered(layout(noted(text, tell).narrative(), "md"))
    assert shown.count(words(clean(text))) >= 4


@pytest.mark.parametrize("text", HARD, ids=range(len(HARD)))
def test_hard_text_adds_no_heading_list_or_link(text: str, tell: Tell) -> None:
    def tags(said: str) -> list[str]:
        html = (
            MarkdownIt("commonmark")
            .enable("table")
            .render(layout(noted(said, tell).narrative(), "md"))
        )
        kept = {"h1", "h2", "h3", "h4", "ul", "ol", "li", "a", "img", "table", "code", "pre", "tr"}
        return [tag for tag, _ in read(html).seen if tag in kept]

    plain = "plain\nlines" if "\n" in clean(text) else "plain"
    assert tags(text) == tags(plain)


any_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)


@given(any_text)
@example("*a* _b_ [c] #d")
@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_line_comes_back_from_markdown(text: str) -> None:
    said = clean(text).replace("\n", " ").replace("\t", " ").strip()
    assert rendered(f"x {escaped(said)} x") == words(f"x {said} x")
    assert rendered(line(said)) == words(said)


@given(any_text)
@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_note_comes_back_from_a_quote_and_from_a_cell(text: str) -> None:
    said = clean(text)
    assert rendered(block(said, "")) == words(said)
    table = f"| a | b |\n| --- | --- |\n| {cell(said)} | last |"
    assert rendered(table).replace(" ", "") == words(f"a b {said} last").replace(" ", "")


def test_control_characters_and_half_characters_are_left_out() -> None:
    assert clean("a\x00b\x1b[31m\x07 c\ud800 d\r\ne\u2028f") == "ab[31m c� d\ne\nf"


def test_the_page_needs_nothing_from_anywhere(each: Told) -> None:
    page = read(layout(each.narrative(), "html"))
    assert not {tag for tag, _ in page.seen} & {"script", "link", "img", "iframe", "object"}
    for _, attributes in page.seen:
        assert "src" not in attributes
        assert not any(name.startswith("on") for name in attributes)
        assert (attributes.get("href") or "#").startswith("#")


def test_every_link_of_the_page_has_its_place_and_no_place_is_taken_twice(each: Told) -> None:
    page = read(layout(each.narrative(), "html"))
    places = [attributes["id"] for _, attributes in page.seen if "id" in attributes]
    assert len(places) == len(set(places))
    links = {(attributes.get("href") or "#")[1:] for tag, attributes in page.seen if tag == "a"}
    assert links <= set(places)


def test_the_page_has_landmarks_a_language_and_headings_in_order(each: Told) -> None:
    page = read(layout(each.narrative(), "html"))
    tags = [tag for tag, _ in page.seen]
    assert page.seen[0] == ("html", {"lang": "en-GB"}) or ("html", {"lang": "en-GB"}) in page.seen
    assert {"header", "nav", "main", "footer"} <= set(tags)
    levels = [int(tag[1]) for tag in tags if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit()]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_chart_says_in_words_what_it_shows(told: Callable[[str], Told]) -> None:
    page = read(layout(told("mixed").narrative(), "html"))
    svg = next(attributes for tag, attributes in page.seen if tag == "svg")
    assert svg["role"] == "img"
    assert svg["aria-labelledby"] == "drawn-ratings-by-theme-title drawn-ratings-by-theme-words"
    assert "Planning, tracking and monitoring: four green and three amber." in page.text
    assert "G green · A amber · R red · ? not known yet · – not rated" in page.text
