"""The personal data of a whole transcript: listed once each, masked wherever it is said."""

from __future__ import annotations

from collections.abc import Iterable
from types import UnionType
from typing import Any, Final, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtcoach.coach.notes.privacy import find
from mtcoach.coach.notes.redaction import holds, printed, redacted
from mtcoach.questions.loading import Library
from mtcoach.transcript.events import EVENT, Event, Said
from support.talk import Talk, library


def events(*lines: dict[str, Any]) -> tuple[Event, ...]:
    return tuple(EVENT.validate_python({"seq": seq, **line}) for seq, line in enumerate(lines))


def said(text: str = "Go on.", item: str | None = "kq01", **more: Any) -> dict[str, Any]:
    position = {"phase": "items" if item else "profile", "item": item, "step": "rate"}
    return {
        "type": "said",
        "sayings": [{"kind": "line", "text": text}],
        "position": position,
        **more,
    }


def heard(text: str) -> dict[str, Any]:
    return {"type": "heard", "text": text}


def noted(text: str, item: str = "kq01", **more: Any) -> dict[str, Any]:
    return {"type": "noted", "item": item, "text": text, **more}


def profile(field: str, value: str) -> dict[str, Any]:
    return {"type": "profile_set", "field": field, "value": value}


def listed(*lines: dict[str, Any]) -> list[tuple[str | None, str, str]]:
    return [(held.item, held.field, held.words) for held in holds(events(*lines))]


def texts(every: Iterable[Event]) -> str:
    return "\n".join(event.model_dump_json() for event in every)


def masked(*lines: dict[str, Any]) -> str:
    return texts(redacted(events(*lines)))


# --- what a transcript holds ----------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "place"),
    [
        (noted("Aisha in P5 is behind"), ("kq01", "note")),
        (
            {"type": "step_noted", "item": "kq02", "text": "meet Aisha in P5"},
            ("kq02", "next step"),
        ),
        (
            {"type": "planned", "item": "kq03", "field": "lead", "value": "Aisha's mum"},
            ("kq03", "plan, lead"),
        ),
        (
            {"type": "followed_up", "item": "kq04", "text": "Aisha in P5 caught up"},
            ("kq04", "what became of the plan"),
        ),
        (
            {"type": "contributed", "item": "kq05", "text": "Aisha in P5 is never tracked"},
            ("kq05", "note from the room"),
        ),
        (
            {"type": "concluded", "item": "kq05", "outcome": "split", "minority": "Aisha in P5"},
            ("kq05", "how the room left it"),
        ),
        (profile("role", "Aisha's mum"), (None, "profile, role")),
        (profile("voice", "with Aisha's mum"), (None, "profile, voice")),
        (heard("Aisha in P5 is behind"), ("kq01", "reply")),
    ],
    ids=lambda value: value["type"] if isinstance(value, dict) else "",
)
def test_every_text_a_leader_typed_is_looked_through(
    line: dict[str, Any], place: tuple[str | None, str]
) -> None:
    assert listed(said(), line) == [(*place, "Aisha")]
    assert "Aisha" not in masked(said(), line)


def test_what_was_kept_of_a_reply_is_listed_under_the_item_and_not_twice() -> None:
    reply = "amber, Aisha in P5 is behind; her mum is on 07700 900123"
    lines = (said(), heard(reply), noted("Aisha in P5 is behind"), said())
    assert listed(*lines) == [("kq01", "reply", "07700 900123"), ("kq01", "note", "Aisha")]


def test_the_same_name_under_two_items_is_listed_under_both() -> None:
    lines = (noted("Aisha in P5 is behind"), noted("see Aisha in P5", "kq02"))
    assert [item for item, _, _ in listed(*lines)] == ["kq01", "kq02"]


def test_a_name_given_away_once_is_known_wherever_it_is_said() -> None:
    lines = (noted("Callum Reid in S3 was excluded"), noted("the log shows Callum back", "kq02"))
    assert [words for _, _, words in listed(*lines)] == ["Callum Reid", "Callum"]
    assert "Callum" not in masked(*lines)


def test_a_name_that_is_a_word_is_left_where_it_is_the_word() -> None:
    lines = (
        noted("Hope's dad rang and May's mum called"),
        noted("Hope is no plan. Moderation in May is rated Amber", "kq02"),
        noted("the log shows Hope on track", "kq03"),
    )
    after = [event.text for event in redacted(events(*lines)) if event.type == "noted"]
    assert after[1] == "Hope is no plan. Moderation in May is rated Amber"
    assert after[2] == "the log shows [name] on track"


def test_the_schools_name_is_never_masked() -> None:
    lines = (
        said(item=None),
        heard("Ailsa Hill Primary"),
        profile("school", "Ailsa Hill Primary"),
        said("Which stages does Ailsa Hill Primary cover?"),
        noted("Ailsa in S1 left Ailsa Hill Primary"),
    )
    text = masked(*lines)
    assert text.count("Ailsa Hill Primary") == 4
    assert "[name] in S1 left Ailsa Hill Primary" in text


def test_a_report_prints_what_stands_and_not_what_was_replaced() -> None:
    lines = (
        profile("role", "Aisha's mum"),
        profile("role", "Depute"),
        noted("Zofia in P6 is behind"),
        noted("two of seven stages", replaces=[2]),
        {"type": "planned", "item": "kq01", "field": "lead", "value": "Yusuf's dad"},
        {"type": "planned", "item": "kq01", "field": "lead", "value": "depute"},
        said(),
        heard("Niamh O'Donnell is off track"),
        noted("Jamie in P4 moved up", "kq02"),
    )
    every = events(*lines)
    names = {"Aisha", "Zofia", "Yusuf", "Niamh O'Donnell", "Jamie"}
    assert {held.words for held in holds(every)} == names
    assert [held.words for held in printed(every)] == ["Jamie"]


# --- what is masked -------------------------------------------------------------------


def test_the_coach_does_not_say_back_what_is_masked() -> None:
    lines = (
        heard("Callum Reid in S3 was excluded"),
        said("You have: amber, “two visits, and Callum …”. Is that right, Callum Reid?"),
        said(
            sayings=[
                {"kind": "listing", "title": "So far", "lines": ["Note: “Callum Reid in S3”"]},
                {"kind": "recorded", "item": "kq01", "rating": None, "text": "Kept: Callum"},
            ],
            choices=[{"key": "1", "label": "meet Callum Reid", "says": "meet Callum Reid"}],
        ),
        said("Last November you meant to meet Harpreet's dad. What happened?"),
    )
    text = masked(*lines)
    assert not [name for name in ("Callum", "Reid", "Harpreet") if name in text]
    assert "You have: amber, “two visits, and [name] …”" in text


def test_a_name_from_last_year_is_masked_this_year_where_both_are_read_together() -> None:
    # The name is in no list: alone, nothing says that it is one.
    then, now = events(noted("Qadan in P5 is behind")), events(noted("the log shows Qadan back"))
    assert "Qadan" in texts(redacted(now))
    assert "Qadan" not in texts(redacted(now, beside=then))


def test_everything_else_is_as_it_was() -> None:
    lines = (
        said(item=None),
        profile("school", "Lochside Academy"),
        heard("amber, Aisha in P5 is behind"),
        {"type": "rated", "item": "kq01", "rating": "amber", "how": "stated"},
        noted("Aisha in P5 is behind"),
        {"type": "status_set", "item": "kq01", "status": "answered"},
    )
    every = events(*lines)
    assert texts(redacted(every)).replace("[name]", "Aisha") == texts(every)


def test_a_suggestion_of_the_banks_is_nobodys_data() -> None:
    step = {"type": "step_noted", "item": "kq01", "text": "Meet Aisha in P5", "suggested": True}
    assert listed(step) == []
    assert "Aisha" in masked(step)


def own_words(known: Library) -> Iterable[str]:
    """What the banks say, as it stands in the sayings and choices of a transcript."""
    for item in known.items.values():
        yield from (item.topic, item.question, item.statement, item.why, item.good, item.excellent)
        yield from item.evidence
        for colour in ("red", "amber", "green"):
            yield from (step.do for step in item.next_steps.at(colour))


def test_nothing_the_banks_say_is_taken_for_personal_data() -> None:
    assert [text for text in own_words(library()) if find(text)] == []


def test_a_conversation_about_nobody_is_left_as_it_is() -> None:
    talk = Talk().opened("Lochside Academy", "1", "2", "1", "3", "1")
    talk.opened("amber, 4 of 7 departments use the tracker, minutes of May", "skip", "skip", "skip")
    talk.opened("green", "what would good look like?", "review", "back", "leave it")
    assert holds(talk.events) == ()
    assert redacted(talk.events) == tuple(talk.events)


PIECES: Final = (
    "Aisha in P5 is behind",
    "Callum Reid (S3) was excluded",
    "Zofia and Mateusz in P6",
    "Kyle's mum is on 07700 900123",
    "three care experienced pupils",
    "the only Polish boy in P3",
    "SCN 100000059",
    "aga77@gmail.com",
    "4 pupils with autism in P5",
    "and so on",
    "62% of S3",
    "Hope's dad rang",
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.sampled_from(PIECES), min_size=1, max_size=5), max_size=4))
def test_what_was_masked_holds_nothing(notes: list[list[str]]) -> None:
    every = events(*(noted(", ".join(pieces)) for pieces in notes))
    once = redacted(every)
    assert holds(once) == ()
    assert redacted(once) == once


OURS: Final = {
    ("opened", "app"), ("opened", "framework"), ("route_chosen", "route"), ("route_chosen", "bank"),
    ("evaluated", "indicator"), ("evaluated", "value"), ("looked_back", "file"),
    ("talk_opened", "protocol"),
}  # fmt: skip
"""Texts of events that no leader types."""


def test_no_kind_of_event_that_holds_typed_text_is_forgotten() -> None:
    union = get_args(Event)[0]
    assert isinstance(union, UnionType)
    for kind in get_args(union):
        name = kind.model_fields["type"].default
        for field, info in kind.model_fields.items():
            # An item's id has a pattern; words have none.
            typed = info.annotation is str and not info.metadata
            if typed and field != "type" and (name, field) not in OURS:
                line = {"type": name, "item": "kq01", "field": "role", field: "Aisha in P5"}
                if name == "planned":
                    line["field"] = "lead"
                if name == "concluded":
                    line["outcome"] = "split"
                fields = {key: value for key, value in line.items() if key in kind.model_fields}
                assert "Aisha" not in masked(fields), (name, field)
    assert Said in get_args(union)
