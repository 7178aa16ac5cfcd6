"""The dialogue is never stuck: whatever is typed, there is a next turn and nothing is lost."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mtcoach.transcript.events import (
    EVENT,
    Heard,
    Noted,
    Said,
)
from mtcoach.transcript.record import fold
from support.talk import Talk

SAID = st.sampled_from(
    """
    red amber green; red; amber; green; 1; 2; 3; 4; r; a; g; yes; no; partly; not sure; skip; back
    n/a; review; help; report; carry on; change 3; change 3 to red; change the moderation one
    why do you ask?; what would good look like?; amber or green; leave it; we don't know yet
    the tracker shows 12 of 30 in S3 last June; next step is training PTs by Christmas; no plan
    1 and 2; something else; the deep audit; all of them; all; pause; Birkhill Primary; an hour
    very good; 2.3; 🟢; ??; [/] [b [0] {x} {{ y }}
    """.replace("\n", ";").split(";")
)
REPLIES = st.lists(st.one_of(SAID, st.text(max_size=60)), max_size=40)
SLOW = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def talked(replies: list[str]) -> Talk:
    talk = Talk()
    for reply in replies:
        talk.hear(reply)
    return talk


@SLOW
@given(REPLIES)
def test_whatever_is_typed_the_coach_answers_and_waits_for_more(replies: list[str]) -> None:
    talk = Talk().opened("Lochside Academy", "1", "2", "1", "3", "1")
    for reply in replies:
        turn = talk.hear(reply)
        assert turn.sayings
        # A reply that may name somebody is in no event yet.
        assert turn.held or isinstance(turn.events[0], Heard)
        assert isinstance(turn.events[-1], Said)


@SLOW
@given(REPLIES)
def test_the_record_is_the_fold_of_the_events(replies: list[str]) -> None:
    talk = talked(replies)
    assert fold(talk.events) == talk.record
    lines = [event.model_dump_json() for event in talk.events]
    again = fold(EVENT.validate_json(line) for line in lines)
    assert again == talk.record


@SLOW
@given(REPLIES)
def test_every_note_is_kept_in_the_words_in_which_it_was_typed(replies: list[str]) -> None:
    talk = Talk().opened("Lochside Academy", "1", "2", "1", "3", "1", *replies)
    heard = "\n".join(event.text for event in talk.events if isinstance(event, Heard))
    for event in talk.events:
        if isinstance(event, Noted) and event.origin is None:
            for part in event.text.split():
                assert part in heard


@SLOW
@given(REPLIES)
def test_no_rating_is_ever_taken_back_by_going_elsewhere(replies: list[str]) -> None:
    talk = Talk().opened("Lochside Academy", "1", "2", "1", "3", "1")
    rated: set[str] = set()
    for reply in replies:
        talk.hear(reply)
        now = {item for item, answer in talk.record.answers.items() if answer.rating}
        assert rated <= now
        rated = now


@SLOW
@given(st.sampled_from(["skip", "green", "not sure", "the tracker shows 12 of 30", "yes"]))
def test_anybody_who_keeps_answering_reaches_the_end(reply: str) -> None:
    talk = Talk().opened("Lochside Academy", "1", "2", "1", "3", "1")
    for _ in range(330):
        if talk.record.position.phase == "done":
            break
        ends = {"priorities": "no plan", "overall": "no thanks", "theme": "carry on"}
        talk.hear(ends.get(talk.record.position.phase, reply))
    assert talk.record.position.phase == "done"
