"""A workshop line by line: what a facilitator with a screen reader hears."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from mtcoach.evaluation import resume
from mtcoach.plain import opening
from mtcoach.plain import room as plain
from mtcoach.questions.loading import Library
from mtcoach.transcript.log import load
from mtcoach.transcript.record import Record, fold
from mtcoach.workshop.facilitating.plans import Plans
from mtcoach.workshop.network.listening import bound
from mtcoach.workshop.network.rendering import Screens
from mtcoach.workshop.network.views import View
from support.rooms import Phone

URL = "http://127.0.0.1:8000"
PLANS = Plans(school="Birkhill Primary", choice="kq01, kq02", minutes="20")


def conducted(folder: Path, library: Library, *replies: str) -> tuple[list[str], Record]:
    """What was written, and what is kept, of a new workshop."""
    written: list[str] = []
    evaluation = opening.begin(folder, library, PLANS, iter(()), written.append)
    assert evaluation
    plain.conduct(evaluation, replies, written.append, echo=True)
    evaluation.close()
    return written, fold(load(evaluation.path).events)


def test_an_item_from_the_vote_to_the_agreed_colour(tmp_path: Path, library: Library) -> None:
    written, record = conducted(
        tmp_path,
        library,
        "open",
        "3 red 8 amber 2 green",
        "count",
        "talk",
        "next part",
        "vote again",
        "1/12/0",
        "count",
        "we agreed amber; 9 of 14 named the date in the May poll; next step: one page by Christmas",
        "skip",
        "next item",
        "pause",
    )
    text = "\n".join(written)
    for line in (
        "Item 1 of 2, silent vote: 1 · Clear expectations",
        "3 red, 8 amber, 2 green. 13 voted, 13 by show of hands.",
        "Ask now: Are we reading the statement alike?",
        "Reading it alike, 9 minutes",
        "Item 1 of 2, silent vote, vote 2: 1 · Clear expectations",
        "1 red, 12 amber, 0 green. 13 voted, 13 by show of hands.",
        "Before that: 3 red, 8 amber, 2 green.",
        "Amber, agreed by the room.",
        "Next step: one page by Christmas",
    ):
        assert line in text
    assert record.answer("kq01").rating == "amber"
    assert record.workshop
    assert record.workshop.current == "kq02"
    assert record.paused


def test_a_question_comes_last_before_its_quick_replies(tmp_path: Path, library: Library) -> None:
    written, _ = conducted(tmp_path, library, "open", "0/13/0", "count", "agree", "pause")
    asked = next(place for place, line in enumerate(written) if "did the room" in line)
    assert written[asked + 1] == "  [1] Red"


def test_what_cannot_be_done_is_a_note_and_nothing_changes(
    tmp_path: Path, library: Library
) -> None:
    written, record = conducted(tmp_path, library, "count", "open", "3 red 8 purple", "pause")
    notes = [line for line in written if line.startswith("Note: ")]
    assert "open one first" in notes[0]
    assert "“purple” is none of" in notes[1]
    assert record.workshop
    assert record.workshop.on("kq01").open_round


def test_what_the_command_line_left_open_is_asked_for(tmp_path: Path, library: Library) -> None:
    written: list[str] = []
    typed = iter(["", "primary", "3", "30", "none", "Lochside Academy", "primary", "3", "30", ""])
    evaluation = opening.begin(tmp_path, library, Plans(), typed, written.append)
    assert evaluation
    try:
        assert "Note: A workshop needs the school's name" in "\n".join(written)
        assert evaluation.record.profile["school"] == "Lochside Academy"
        assert len(evaluation.record.items) == 3
    finally:
        evaluation.close()


def test_replies_that_end_before_the_school_is_named_leave_no_file(
    tmp_path: Path, library: Library
) -> None:
    assert opening.begin(tmp_path, library, Plans(), iter(()), lambda _: None) is None
    assert not list(tmp_path.iterdir())


def test_the_plan_is_made_line_by_line_and_leads_back_to_the_room(
    tmp_path: Path, library: Library
) -> None:
    written, record = conducted(
        tmp_path,
        library,
        *("open", "0/13/0", "count", "amber", "skip", "skip", "skip"),
        *("plan", "1", "room", "next item", "pause"),
    )
    assert any("leads back to the room" in line for line in written)
    assert record.priorities == ("kq01",)
    assert record.workshop
    assert record.workshop.current == "kq02"


def test_a_question_that_was_open_is_asked_again_on_another_day(
    tmp_path: Path, library: Library
) -> None:
    _, _ = conducted(tmp_path, library, "open", "0/13/0", "count", "agree")
    (path,) = tmp_path.glob("*.jsonl")
    evaluation = resume(path, library)
    written: list[str] = []
    plain.conduct(evaluation, ["1", "pause"], written.append)
    evaluation.close()
    assert any("did the room" in line for line in written)
    assert evaluation.record.answer("kq01").rating == "red"


def test_phones_can_be_let_in(tmp_path: Path, library: Library) -> None:
    """Phones vote in a loop of their own while the facilitator's lines are read."""
    import asyncio
    import re
    import threading

    written: list[str] = []
    told = threading.Event()

    def write(line: str) -> None:
        written.append(line)
        if "have voted" in line:
            told.set()

    def replies() -> object:
        yield "open"
        line = next(line for line in written if line.startswith("Phones: "))
        found = re.match(r"Phones: (\S+), code (.+)\.$", line)
        assert found
        asyncio.run(vote(found[1], found[2].replace(" ", "")))
        assert told.wait(10)
        yield "count"
        yield "pause"

    async def vote(url: str, code: str) -> None:
        phones = [Phone(url) for _ in range(5)]
        for phone in phones:
            await phone.join(code)
            await phone.http.get("/")
        for phone in phones:
            await phone.vote("amber", "Two classes have no tracker")
        for phone in phones:
            await phone.http.aclose()

    evaluation = opening.begin(tmp_path, library, PLANS, iter(()), write)
    assert evaluation
    free = bound("127.0.0.1", 0)
    port = free.getsockname()[1]
    free.close()
    plans = Plans(door="here", url=f"http://127.0.0.1:{port}", port=port)
    plain.conduct(evaluation, replies(), write, plans=plans)  # type: ignore[arg-type]
    evaluation.close()
    text = "\n".join(written)
    assert "All 5 who are here have voted." in text
    assert "0 red, 5 amber, 0 green. 5 voted." in text
    assert "5 notes: “Two classes have no tracker”" in text


def test_a_fault_in_serving_is_a_note_and_the_room_goes_on(
    tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = Screens.show

    def broken(screens: Screens, view: View) -> str:
        if view.stage == "vote":
            raise ZeroDivisionError
        return drawn(screens, view)

    monkeypatch.setattr(Screens, "show", broken)
    written: list[str] = []
    evaluation = opening.begin(tmp_path, library, PLANS, iter(()), written.append)
    assert evaluation

    def replies() -> Iterator[str]:
        yield "open"
        until = time.monotonic() + 20
        while time.monotonic() < until and not any("went wrong" in line for line in written):
            time.sleep(0.05)
        yield "1 red 3 amber 4 green"
        yield "count"
        yield "pause"

    plain.conduct(evaluation, replies(), written.append, plans=replace(PLANS, url=URL))
    evaluation.close()
    (note,) = [line for line in written if "went wrong" in line]
    assert note.startswith("Note: Something went wrong in showing phones or the wall")
    assert "1 red, 3 amber, 4 green. 8 voted, 8 by show of hands." in "\n".join(written)
