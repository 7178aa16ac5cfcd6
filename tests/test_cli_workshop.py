"""The commands of a workshop: conducted in a pipe, the network checked, a sheet printed."""

from __future__ import annotations

import re
from pathlib import Path

import httpx
import pytest

from mtcoach.transcript.log import load
from mtcoach.transcript.record import fold
from mtcoach.workshop.facilitating.checking import Check
from mtcoach.workshop.network.addresses import addresses
from support.commands import refused, run, said

NEW = ("workshop", "--school", "Birkhill Primary", "--items", "kq01,kq02", "--minutes", "20")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder with a place for transcripts."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("MTCOACH_TRANSCRIPTS", raising=False)
    (tmp_path / "transcripts").mkdir()
    return tmp_path


def transcript(folder: Path) -> Path:
    (path,) = (folder / "transcripts").glob("*.jsonl")
    return path


def test_a_workshop_in_a_pipe_is_conducted_line_by_line(folder: Path) -> None:
    text = said(*NEW, typed="open\n3/8/2\ncount\nwe agreed amber\n")
    assert "Recorded for Clear expectations: amber, agreed by the room." in text
    assert f"Saved in {transcript(folder)}" in text
    again = said("workshop", transcript(folder), typed="next item\n")
    assert "Item 2 of 2, silent vote" in again
    assert fold(load(transcript(folder)).events).workshop


def test_chat_on_a_workshop_goes_on_with_the_room(folder: Path) -> None:
    said(*NEW, typed="open\n3/8/2\ncount\n")
    assert "Item 1 of 2, the vote" in said("chat", transcript(folder), typed="pause\n")


def test_a_workshop_is_read_as_a_chat_with_its_votes(folder: Path) -> None:
    said(*NEW, typed="open\n3/8/2\ncount\nwe stay split\n")
    text = said("transcripts", "show", transcript(folder))
    assert "Vote on kq01: 3 red, 8 amber, 2 green; 13 voted" in text
    assert "You: we stay split" in text
    assert "kq01 is left as split" in text
    assert "workshop" in said("transcripts", "list")


@pytest.mark.usefixtures("folder")
def test_a_choice_of_items_is_made_once() -> None:
    assert "give one of them" in refused(*NEW, "--count", "3")
    assert "is no item" in run("workshop", "--plain", "--school", "X", "--items", "kq99").output


def test_options_of_a_new_workshop_are_no_options_of_an_old_one(folder: Path) -> None:
    said(*NEW, typed="open\n")
    assert "has its own items" in refused("workshop", transcript(folder), "--minutes", "30")


def test_an_evaluation_is_no_workshop(folder: Path) -> None:
    said("chat", "--plain", typed="Birkhill Primary\npause\n")
    assert "this is no workshop" in refused("workshop", "--plain", transcript(folder))


def test_the_tally_sheet_is_printed_for_the_items_named() -> None:
    text = said("workshop", "sheet", "--items", "kq01, kq06", "--to", "md")
    assert "Clear expectations" in text
    assert "On track or not" in text
    assert said("workshop", "sheet").startswith("<!doctype html>")


def test_the_help_tells_of_the_workshop_and_of_its_other_commands() -> None:
    text = said("workshop", "--help")
    for word in ("--roles", "--no-phones", "check", "sheet"):
        assert word in text


def test_the_check_says_what_it_tried_and_what_nobody_can_know() -> None:
    if not addresses():
        assert "in no network" in refused("workshop", "check")
        return
    text = said("workshop", "check", "--wait", "0")
    assert f"Phones would find this computer at {addresses()[0]}." in text
    assert "reaches itself there" in text
    assert "Not to be known from here" in text
    assert "█" in text


async def test_only_another_device_shows_that_the_network_lets_phones_in() -> None:
    said_so: list[str] = []
    drawn: list[str] = []
    check = Check(said_so.append, drawn.append)
    assert not await check.run(0, 0.2, "127.0.0.1")
    assert "No other device has opened the page" in said_so[-1]

    said_so.clear()

    def phone(url: str) -> None:
        check.visitors.add("198.51.100.7")
        check.came.set()

    check = Check(said_so.append, phone)
    assert await check.run(0, 5, "127.0.0.1")
    assert "A device at 198.51.100.7 has opened the page" in said_so[-1]


async def test_the_page_of_the_check_is_one_sentence_and_counts_no_visit_from_here() -> None:
    import asyncio

    urls: list[str] = []
    check = Check(lambda _: None, urls.append)
    running = asyncio.create_task(check.run(0, 1.0, "127.0.0.1"))
    while not urls:
        await asyncio.sleep(0.01)
    async with httpx.AsyncClient() as http:
        page = await http.get(urls[0])
    assert re.match(r"It works: this phone finds", page.text)
    assert not await running
    assert check.visitors == set()


def test_a_port_that_is_taken_is_told_in_a_sentence() -> None:
    from mtcoach.workshop.network.listening import bound

    if not addresses():
        pytest.skip("this machine is in no network")
    taken = bound(addresses()[0], 0)
    try:
        port = taken.getsockname()[1]
        assert "cannot listen there" in run("workshop", "check", "--port", str(port)).output
    finally:
        taken.close()
