"""Where the conversation meets the disk: saved before it is shown, and found again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mtcoach.coach.turn import Edit
from mtcoach.errors import HeldError, TranscriptError
from mtcoach.evaluation import Evaluation, resume, start, summaries
from mtcoach.questions.loading import Library
from mtcoach.reporting import report_text
from mtcoach.transcript.events import Heard, Resumed
from mtcoach.transcript.log import load
from mtcoach.transcript.record import fold
from support.stories import words_of
from support.talk import library

NOW = datetime(2026, 11, 22, 20, 15, tzinfo=UTC)
OPENING = ("Lochside Academy", "1", "2", "1", "3", "1")


def clock() -> datetime:
    return NOW


@pytest.fixture
def evaluation(tmp_path: Path) -> Iterator[Evaluation]:
    begun = start(tmp_path, library(), clock=clock)
    for reply in OPENING:
        begun.hear(reply)
    yield begun
    begun.close()


def on_disk(evaluation: Evaluation) -> list[str]:
    return [event.text for event in load(evaluation.path).events if isinstance(event, Heard)]


def test_nothing_is_written_before_the_first_reply(tmp_path: Path) -> None:
    evaluation = start(tmp_path, library(), clock=clock)
    assert list(tmp_path.iterdir()) == []
    evaluation.pause()
    evaluation.close()
    assert list(tmp_path.iterdir()) == []


def test_the_file_is_named_after_day_and_school(evaluation: Evaluation) -> None:
    assert evaluation.path.name == "2026-11-22-lochside-academy.jsonl"


def test_every_answer_is_on_disk_before_the_coach_replies(evaluation: Evaluation) -> None:
    evaluation.hear("amber, two of seven faculties use their own dates")
    assert on_disk(evaluation)[-1] == "amber, two of seven faculties use their own dates"
    assert fold(load(evaluation.path).events) == evaluation.record


def test_a_second_one_is_told_who_holds_it_and_may_read(evaluation: Evaluation) -> None:
    with pytest.raises(HeldError):
        resume(evaluation.path, library())
    reader = resume(evaluation.path, library(), read_only=True)
    assert reader.turn.sayings == evaluation.turn.sayings
    with pytest.raises(TranscriptError, match="open for reading only"):
        reader.hear("green")


def test_a_later_sitting_goes_on_where_the_last_one_stopped(evaluation: Evaluation) -> None:
    evaluation.hear("green")
    evaluation.hear("skip")
    before = evaluation.record
    evaluation.pause()
    evaluation.close()
    again = resume(evaluation.path, library(), clock=clock)
    assert again.record.position == before.position
    assert again.record.answers == before.answers
    assert again.notices == ()
    again.close()


def test_what_could_not_be_saved_did_not_happen(
    evaluation: Evaluation, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = evaluation.record
    events = list(evaluation.events)

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("mtcoach.transcript.log.os.fsync", full)
    with pytest.raises(TranscriptError, match="your reply is not saved yet"):
        evaluation.hear("amber")
    assert evaluation.record == before
    assert evaluation.events == events
    monkeypatch.undo()
    evaluation.hear("amber")
    assert evaluation.record.answer("kq01").rating == "amber"
    assert on_disk(evaluation)[-1] == "amber"


def test_a_first_reply_that_cannot_be_saved_leaves_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    evaluation = start(tmp_path, library(), clock=clock)

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("mtcoach.transcript.log.os.fsync", full)
    with pytest.raises(TranscriptError):
        evaluation.hear("Lochside Academy")
    monkeypatch.undo()
    evaluation.hear("Lochside Academy")
    assert on_disk(evaluation) == ["Lochside Academy"]
    evaluation.close()


def test_the_half_typed_reply_survives_a_crash(evaluation: Evaluation) -> None:
    evaluation.save_draft("amber, because two of")
    evaluation.close()  # what the system does for a process that is killed
    again = resume(evaluation.path, library(), clock=clock)
    assert again.draft == "amber, because two of"
    again.hear("amber, because two of the faculties differ")
    assert again.draft == ""
    again.close()


def test_a_bank_that_changed_since_is_named_and_answers_stay(evaluation: Evaluation) -> None:
    evaluation.hear("green")
    evaluation.close()
    now = library()
    changed = Library(now.framework, now.banks, {**now.digests, "key-questions": "another"})
    again = resume(evaluation.path, changed, clock=clock)
    assert len(again.notices) == 1
    assert "have changed since you last sat down" in again.notices[0]
    assert again.record.answer("kq01").rating == "green"
    again.close()
    third = resume(evaluation.path, changed, clock=clock)
    assert third.notices == ()
    third.close()


def test_a_question_that_no_bank_has_any_more_is_kept_in_the_record(
    evaluation: Evaluation,
) -> None:
    evaluation.hear("green, 38 of 45 teachers know the dates")
    evaluation.close()
    now = library()
    bank = now.banks["key-questions"]
    left = tuple(item for item in bank.items if item.id != "kq01")
    smaller = bank.model_copy(update={"items": left, "quick": ()})
    without = Library(now.framework, {**now.banks, bank.bank: smaller}, now.digests)
    again = resume(evaluation.path, without, clock=clock)
    assert any("kq01" in notice for notice in again.notices)
    assert again.record.answer("kq01").notes
    assert again.record.position.item != "kq01"
    again.hear("amber")
    assert "38 of 45 teachers know the dates" in report_text(again, clock=clock)
    again.close()


def test_a_reply_that_lost_its_answer_in_a_crash_is_still_there(evaluation: Evaluation) -> None:
    evaluation.hear("amber, two of seven faculties use their own dates")
    evaluation.close()
    lines = evaluation.path.read_bytes().splitlines(keepends=True)
    heard = max(i for i, line in enumerate(lines) if b'"type":"heard"' in line)
    evaluation.path.write_bytes(b"".join(lines[: heard + 1]))
    again = resume(evaluation.path, library(), clock=clock)
    assert on_disk(again)[-1].startswith("amber, two of seven")
    assert again.turn.sayings
    again.close()


def test_resumed_amid_a_question_it_says_which(evaluation: Evaluation) -> None:
    evaluation.hear("amber, two of seven faculties use their own dates")
    assert evaluation.turn.position.step == "probe"
    evaluation.close()
    again = resume(evaluation.path, library(), clock=clock)
    assert "It was about 1 · Clear expectations" in words_of(again.turn.sayings)
    again.close()


def test_an_edit_in_place_replaces_and_a_blank_does_not(evaluation: Evaluation) -> None:
    evaluation.hear("amber, two of seven faculties use their own dates")
    evaluation.edit("kq01", Edit("green", note="all seven use the same dates now", step=""))
    answer = evaluation.record.answer("kq01")
    assert (answer.rating, answer.evidence) == ("green", "all seven use the same dates now")
    evaluation.edit("kq01", Edit(note="  "))
    assert evaluation.record.answer("kq01").evidence == "all seven use the same dates now"
    evaluation.edit("kq01", Edit(note="all seven, checked in May"))
    assert len(evaluation.record.answer("kq01").notes) == 1


def test_an_example_is_opened_for_reading(tmp_path: Path) -> None:
    example = start(tmp_path, library(), clock=clock, example=True)
    example.hear("Lochside Academy")
    example.close()
    before = example.path.read_bytes()
    again = resume(example.path, library(), clock=clock)
    assert again.read_only
    assert "worked example" in again.notices[0]
    with pytest.raises(TranscriptError, match="for reading only"):
        again.hear("green")
    assert example.path.read_bytes() == before
    assert summaries(tmp_path)[0].example


def complete(folder: Path, clock: Callable[[], datetime]) -> Evaluation:
    """A finished evaluation with one priority and its plan."""
    evaluation = start(folder, library(), clock=clock)
    for reply in ("Birkhill Primary", "1", "1", "1", "1", "the quick one"):
        evaluation.hear(reply)
    for _ in range(80):
        match evaluation.record.position.phase:
            case "items":
                evaluation.hear("amber" if evaluation.record.position.step == "rate" else "skip")
            case "theme":
                evaluation.hear("carry on")
            case "priorities":
                evaluation.hear("1")
            case "plan":
                row = {"actions": "agree a one-page action log", "by": "by Easter"}
                evaluation.hear(row.get(evaluation.record.position.step, "skip"))
            case "overall":
                evaluation.hear("no thanks")
            case _:
                break
    evaluation.close()
    assert evaluation.record.finished
    return evaluation


def test_a_year_later_it_opens_with_what_was_planned(tmp_path: Path) -> None:
    before = complete(tmp_path, clock)
    (planned,) = before.record.priorities
    now = start(tmp_path, library(), clock=lambda: datetime(2027, 11, 20, 20, 0, tzinfo=UTC))
    for reply in ("Birkhill Primary", "1", "1", "1", "1", "the quick one"):
        now.hear(reply)
    said = words_of(now.turn.sayings)
    assert "In November 2026" in said or "evaluation of November 2026" in said
    assert "agree a one-page action log" in said
    assert ", by “Easter” (Thursday 25 March 2027)" in said
    now.hear("the log is used in 7 of 9 classes since March, parents say they see it")
    assert now.record.followed[planned].text.startswith("the log is used in 7 of 9")
    assert now.record.answer(planned).notes
    assert now.record.position.phase == "items"
    now.close()
    again = resume(now.path, library(), clock=clock)
    again.hear("skip")
    assert "Last time (November 2026): amber" in words_of(again.turn.sayings)
    again.close()


def a_year_later(folder: Path, *replies: str) -> Evaluation:
    """This year's evaluation, at what was planned last year, and then `replies`."""
    complete(folder, clock)
    now = start(folder, library(), clock=lambda: datetime(2027, 11, 20, 20, 0, tzinfo=UTC))
    for reply in ("Birkhill Primary", "1", "1", "1", "1", "the quick one", *replies):
        now.hear(reply)
    return now


@pytest.mark.parametrize(
    ("outcome", "question"),
    [
        ("It was done", "what is different because of it"),
        ("It was partly done", "What is done, and what is left of it?"),
        ("Not yet", "What got in the way?"),
    ],
)
def test_an_outcome_by_key_alone_is_asked_about_once(
    tmp_path: Path, outcome: str, question: str
) -> None:
    now = a_year_later(tmp_path, outcome)
    planned = now.turn.position.item or ""
    assert question in words_of(now.turn.sayings)
    assert not now.record.answer(planned).notes
    now.hear("the log is used in 7 of 9 classes, two are still on paper")
    assert now.record.followed[planned].text.startswith(f"{outcome}: the log is used")
    assert "7 of 9" in now.record.answer(planned).evidence
    assert now.record.position.phase == "items"
    now.close()


def test_an_outcome_may_stand_without_more(tmp_path: Path) -> None:
    now = a_year_later(tmp_path, "Not yet", "skip")
    (said,) = now.record.followed.values()
    assert said.text == "Not yet"
    assert now.record.position.phase == "items"
    now.close()


@pytest.mark.parametrize(
    "asked",
    [
        "what did I say last time?",
        "what did we say last year?",
        "what was it before?",
        "last year's answer",
        "what did I put last time about clear expectations?",
    ],
)
def test_at_any_item_one_may_ask_what_was_said_last_time(tmp_path: Path, asked: str) -> None:
    now = a_year_later(tmp_path, "skip")
    before = now.turn.position
    now.hear(asked)
    said = words_of(now.turn.sayings)
    assert "What you said in November 2026 Clear expectations: amber" in said
    assert "agree a one-page action log" in said
    assert now.turn.position == before
    now.close()


def test_without_an_earlier_evaluation_that_is_said(tmp_path: Path) -> None:
    first = start(tmp_path, library(), clock=clock)
    for reply in (
        "Another Primary",
        "1",
        "1",
        "1",
        "1",
        "the quick one",
        "what did I say last year?",
    ):
        first.hear(reply)
    assert "no earlier evaluation of this school" in words_of(first.turn.sayings)
    first.close()


def test_a_first_evaluation_looks_back_on_nothing(tmp_path: Path) -> None:
    complete(tmp_path, clock)
    other = start(tmp_path, library(), clock=clock)
    for reply in ("Another Primary", "1", "1", "1", "1", "the quick one"):
        other.hear(reply)
    assert other.record.position.phase == "items"
    other.close()


def test_a_reply_that_is_held_back_is_in_the_draft_and_not_in_the_transcript(
    evaluation: Evaluation,
) -> None:
    told = "amber, Kacper Nowak in P3 has no target since August"
    evaluation.hear(told)
    assert "Kacper" not in evaluation.path.read_text(encoding="utf-8")
    evaluation.save_draft("")
    assert evaluation.draft == told
    evaluation.hear("mask it")
    assert evaluation.draft == ""
    assert "Kacper" not in evaluation.path.read_text(encoding="utf-8")


def test_going_to_an_item_asks_it_or_offers_to_amend_it(evaluation: Evaluation) -> None:
    evaluation.go_to("kq06")
    assert (evaluation.record.position.item, evaluation.record.position.step) == ("kq06", "rate")
    evaluation.hear("green")
    evaluation.go_to("kq06")
    assert evaluation.record.position.step == "amend"


def test_the_home_screens_summary_counts_and_dates(evaluation: Evaluation, tmp_path: Path) -> None:
    evaluation.hear("green")
    evaluation.hear("skip")
    (found,) = summaries(tmp_path)
    assert (found.school, found.answered, found.asked) == ("Lochside Academy", 1, 19)
    assert dict(found.colours) == {"red": 0, "amber": 0, "green": 1}
    assert found.day == NOW.date()


def test_a_file_that_is_no_transcript_is_named_and_hides_no_other(
    evaluation: Evaluation, tmp_path: Path
) -> None:
    (tmp_path / "shopping.jsonl").write_text("milk\nbread\n", encoding="utf-8")
    found = {each.path.name: each for each in summaries(tmp_path)}
    assert found["shopping.jsonl"].problem
    assert found[evaluation.path.name].school == "Lochside Academy"


def test_a_sitting_is_noted_when_it_ends_and_begins(evaluation: Evaluation) -> None:
    evaluation.pause()
    evaluation.close()
    again = resume(evaluation.path, library(), clock=clock)
    kinds = [event.type for event in load(again.path).events]
    assert kinds[-3:] == ["paused", "resumed", "said"]
    assert any(isinstance(event, Resumed) for event in again.events)
    again.close()
