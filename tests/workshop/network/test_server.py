"""The server's rules, one request at a time: who may come in, what is taken, what is said."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from mtcoach.errors import CoachError, TranscriptError
from mtcoach.questions.loading import Library
from mtcoach.workshop.network.guard import BODY
from mtcoach.workshop.network.listening import bound
from support.rooms import ROLES, Phone, Served, again, served, until


@pytest.fixture
async def room(tmp_path: Path, library: Library) -> AsyncIterator[Served]:
    async with served(tmp_path, library, roles=ROLES) as room:
        yield room


@pytest.fixture
async def phone(room: Served) -> AsyncIterator[Phone]:
    async with Phone(room.server.url) as phone:
        await phone.join(room.server.join_code, "Teacher")
        yield phone


# --- coming in ------------------------------------------------------------------------


async def test_the_code_lets_a_phone_in_and_nothing_else_does(room: Served) -> None:
    async with Phone(room.server.url) as phone:
        wrong = await phone.join("WRONG1")
        assert wrong.status_code == 403
        assert "not the code on the wall" in wrong.text
        assert "Join the workshop" in (await phone.http.get("/")).text
        right = await phone.join(room.server.join_code.lower())
        assert (right.status_code, right.headers["location"]) == (303, "/")
        assert "You are in" in (await phone.http.get("/")).text


async def test_what_a_phone_holds_can_be_read_by_no_script_and_goes_to_no_other_site(
    room: Served,
) -> None:
    async with Phone(room.server.url) as phone:
        said = (await phone.join(room.server.join_code)).headers["set-cookie"].lower()
    assert "httponly" in said
    assert "samesite=strict" in said
    assert "secure" not in said, "the loopback speaks no TLS"


async def test_behind_a_tls_proxy_the_pass_is_for_tls_only(
    tmp_path: Path, library: Library
) -> None:
    async with served(tmp_path, library, public_url="https://workshop.example") as room:
        assert room.server.join_url.startswith("https://workshop.example/j/")
        headers = {"host": "workshop.example", "origin": "https://workshop.example"}
        port = room.server.port
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", headers=headers) as http:
            answer = await http.post("/join", data={"code": room.server.join_code})
        assert answer.status_code == 303
        assert "Secure" in answer.headers["set-cookie"]


async def test_after_thirty_wrong_codes_even_the_right_one_must_wait(room: Served) -> None:
    async with Phone(room.server.url) as phone:
        for _ in range(30):
            await phone.join("WRONG1")
        answer = await phone.join(room.server.join_code)
    assert answer.status_code == 429
    assert "Too many wrong codes" in answer.text


async def test_wrong_codes_for_the_wall_are_counted_with_the_others(room: Served) -> None:
    async with Phone(room.server.url) as phone:
        for _ in range(30):
            assert (await phone.http.get("/wall/WRONG1")).status_code == 403
        assert (await phone.http.get(f"/wall/{room.server.join_code}")).status_code == 429
        assert (await phone.join(room.server.join_code)).status_code == 429


async def test_those_who_are_in_are_not_held_up_by_those_who_guess(
    room: Served, phone: Phone
) -> None:
    async with Phone(room.server.url) as guessing:
        for _ in range(40):
            await guessing.join("WRONG1")
    room.sitting.open_vote("kq01")
    assert (await phone.vote("red")).status_code == 303


async def test_a_role_that_was_not_offered_is_none(room: Served) -> None:
    async with Phone(room.server.url) as phone:
        await phone.join(room.server.join_code, "Head teacher of everything")
        room.sitting.open_vote("kq01")
        await phone.vote("red")
    assert room.sitting.box
    assert [ballot.role for ballot in room.sitting.box.ballots.values()] == [""]


async def test_a_qr_code_leads_to_the_page_to_join_on_and_changes_nothing_by_itself(
    room: Served,
) -> None:
    async with Phone(room.server.url) as phone:
        page = await phone.http.get(room.server.join_url)
        assert f'value="{room.server.join_code}"' in page.text
        assert "set-cookie" not in page.headers


# --- votes ------------------------------------------------------------------------------


async def test_nobody_votes_who_has_not_joined(room: Served) -> None:
    room.sitting.open_vote("kq01")
    async with Phone(room.server.url) as phone:
        answer = await phone.vote("red")
    assert answer.status_code == 403
    assert "Join with the code" in answer.text
    assert room.sitting.box and room.sitting.box.votes_in == 0


async def test_a_second_vote_of_a_phone_takes_the_place_of_its_first(
    room: Served, phone: Phone
) -> None:
    room.sitting.open_vote("kq01")
    for colour in ("red", "green", "abstain", "amber"):
        assert (await phone.vote(colour)).status_code == 303
    assert room.sitting.box
    assert [ballot.colour for ballot in room.sitting.box.ballots.values()] == ["amber"]
    assert "Amber (your vote)" in (await phone.http.get("/")).text


async def test_a_late_vote_is_refused_and_its_words_are_not_lost(
    room: Served, phone: Phone
) -> None:
    room.sitting.open_vote("kq01")
    room.fill(*["red"] * 6)
    room.sitting.count_vote()
    answer = await phone.vote("green", "P3 has no tracker")
    assert answer.status_code == 409
    assert "This vote is closed" in answer.text
    assert "P3 has no tracker" in answer.text
    counted = room.sitting.room.handled.counted[0].tally
    assert counted and counted.voters == 6


@pytest.mark.parametrize("form", [{"number": 2}, {"item": "kq02"}, {"item": "nothing"}])
async def test_a_vote_for_another_vote_than_the_open_one_is_refused(
    room: Served, phone: Phone, form: dict[str, str]
) -> None:
    room.sitting.open_vote("kq01")
    assert (await phone.vote("red", **form)).status_code == 409  # type: ignore[arg-type]
    assert room.sitting.box and room.sitting.box.votes_in == 0


async def test_what_is_no_colour_is_no_vote(room: Served, phone: Phone) -> None:
    room.sitting.open_vote("kq01")
    answer = await phone.vote("purple")
    assert answer.status_code == 422
    assert "Choose a colour or abstain" in answer.text
    assert room.sitting.box and room.sitting.box.votes_in == 0


async def test_words_go_with_a_vote_and_stay_when_it_is_changed(room: Served, phone: Phone) -> None:
    room.sitting.open_vote("kq01")
    refused = await phone.vote("", "P3 has no tracker")
    assert refused.status_code == 422
    assert "P3 has no tracker" in refused.text
    await phone.vote("red")
    await phone.vote("", "P3 has no tracker")
    await phone.vote("amber", "P3 has no tracker")
    assert room.sitting.box
    (ballot,) = room.sitting.box.ballots.values()
    assert (ballot.colour, ballot.words) == ("amber", "P3 has no tracker")


async def test_words_that_are_too_long_are_refused_with_nothing_lost(
    room: Served, phone: Phone
) -> None:
    room.sitting.open_vote("kq01")
    answer = await phone.vote("red", "x" * 1001)
    assert answer.status_code == 422
    assert "x" * 1001 in answer.text


async def test_personal_data_waits_for_a_second_look_while_the_vote_counts(
    room: Served, phone: Phone
) -> None:
    room.sitting.open_vote("kq01")
    words = "Jamie Smith in P4 is behind"
    asked = await phone.vote("red", words)
    assert asked.status_code == 200
    assert "not sent yet" in asked.text
    assert "[name] in P4 is behind" in asked.text
    assert room.sitting.box
    (ballot,) = room.sitting.box.ballots.values()
    assert (ballot.colour, ballot.words) == ("red", "")
    assert words not in Path(f"{room.sitting.evaluation.path}.box").read_text(encoding="utf-8")
    await phone.vote("", words, personal="mask")
    (ballot,) = room.sitting.box.ballots.values()
    assert (ballot.colour, ballot.words) == ("red", "[name] in P4 is behind")
    await phone.vote("", words, personal="keep")
    (ballot,) = room.sitting.box.ballots.values()
    assert ballot.words == words


async def test_words_after_the_count_are_looked_at_too(room: Served, phone: Phone) -> None:
    room.sitting.open_vote("kq01")
    room.fill(*["red"] * 6)
    room.sitting.count_vote()
    form = {"item": "kq01", "words": "Ask Jamie Smith in P4"}
    asked = await phone.http.post("/words", data=form)
    assert "not sent yet" in asked.text
    assert not room.sitting.room.handled.voices
    await phone.http.post("/words", data={**form, "personal": "mask"})
    voices = [voice.text for voice in room.sitting.room.handled.voices]
    assert len(voices) == 1
    assert "Jamie" not in voices[0]


async def test_with_four_votes_no_words_are_taken(room: Served, phone: Phone) -> None:
    room.sitting.open_vote("kq01")
    room.fill(*["red"] * 4)
    room.sitting.count_vote()
    assert "<textarea" not in (await phone.http.get("/")).text
    answer = await phone.http.post("/words", data={"item": "kq01", "words": "P3 has no tracker"})
    assert answer.status_code == 409
    assert room.sitting.room.handled.voices == ()


async def test_to_look_again_without_a_script_keeps_what_is_half_typed(
    room: Served, phone: Phone
) -> None:
    room.sitting.open_vote("kq01")
    page = await phone.vote("", "half a sent", look="again")
    assert "half a sent" in page.text
    assert room.sitting.box and room.sitting.box.votes_in == 0


async def test_a_vote_that_cannot_be_saved_is_not_said_to_be_in(
    room: Served, phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full() -> None:
        raise TranscriptError(f"{room.sitting.evaluation.path}: the disk is full")

    room.sitting.open_vote("kq01")
    monkeypatch.setattr(room.sitting, "save_box", full)
    answer = await phone.vote("red")
    assert answer.status_code == 503
    assert "could not save that" in answer.text
    assert str(room.sitting.evaluation.path) not in answer.text
    assert room.sitting.box and room.sitting.box.votes_in == 0


async def test_what_somebody_wrote_is_text_on_their_page(room: Served, phone: Phone) -> None:
    room.sitting.open_vote("kq01")
    await phone.vote(
        "red", "</textarea><script>alert(1)</script> [/] {{ 7 * 7 }} \x00\x1b[1m\u202e"
    )
    page = (await phone.http.get("/")).text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; [/] {{ 7 * 7 }}" in page
    assert not {"\x00", "\x1b", "\u202e"} & set(page)


# --- the guard ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://elsewhere.example"},
        {"origin": "null"},
        {"origin": ""},
        {"origin": "http://["},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "none"},
    ],
)
async def test_a_change_from_another_page_is_refused(
    room: Served, phone: Phone, headers: dict[str, str]
) -> None:
    room.sitting.open_vote("kq01")
    form = {"item": "kq01", "number": "1", "vote": "red"}
    answer = await phone.http.post("/vote", data=form, headers=headers)
    assert answer.status_code == 403
    assert room.sitting.box and room.sitting.box.votes_in == 0


async def test_a_change_that_says_nothing_of_where_it_is_from_is_refused(room: Served) -> None:
    async with httpx.AsyncClient(base_url=room.server.url) as http:
        answer = await http.post("/join", data={"code": room.server.join_code})
    assert answer.status_code == 403


@pytest.mark.parametrize(
    "host",
    [
        "elsewhere.example",
        "elsewhere.example:8000",
        "",
        "[",
        "a@b",
        "a@127.0.0.1",
        "[::1",
        "127.0.0.1.x",
    ],
)
async def test_a_page_of_another_name_is_not_ours(room: Served, host: str) -> None:
    async with httpx.AsyncClient(base_url=room.server.url) as http:
        answer = await http.get("/", headers={"host": host})
    assert answer.status_code == 421


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"])
async def test_other_methods_are_refused(room: Served, method: str) -> None:
    async with httpx.AsyncClient(base_url=room.server.url) as http:
        answer = await http.request(method, "/")
    assert answer.status_code == 405


@pytest.mark.parametrize("path", ["/vote", "/words", "/join"])
async def test_nothing_is_changed_by_reading(room: Served, phone: Phone, path: str) -> None:
    assert (await phone.http.get(path)).status_code == 405


async def test_a_large_body_is_refused_before_it_is_read(room: Served, phone: Phone) -> None:
    room.sitting.open_vote("kq01")
    assert (await phone.vote("red", "x" * BODY)).status_code == 413


async def test_only_forms_are_taken(room: Served, phone: Phone) -> None:
    answer = await phone.http.post("/vote", json={"vote": "red"})
    assert answer.status_code == 415


@pytest.mark.parametrize("body", [b"%ff=%ff", b"\xff\xfe", b"&".join([b"a=1"] * 50)])
async def test_a_form_that_cannot_be_read_is_refused(
    room: Served, phone: Phone, body: bytes
) -> None:
    kind = {"content-type": "application/x-www-form-urlencoded"}
    answer = await phone.http.post("/vote", content=body, headers=kind)
    assert answer.status_code == 400


async def test_a_phone_that_sends_without_a_pause_is_held_up(room: Served, phone: Phone) -> None:
    room.sitting.open_vote("kq01")
    answers = [(await phone.vote("red")).status_code for _ in range(50)]
    assert answers[:40] == [303] * 40
    assert 429 in answers[40:]


async def test_every_answer_says_what_a_page_may_do(room: Served, phone: Phone) -> None:
    for path in ("/", "/wall", "/nothing", f"/wall/{room.server.join_code}", "/vote"):
        headers = (await phone.http.get(path)).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
        assert headers["cache-control"] == "no-store"
        assert "server" not in headers


async def test_no_page_names_another_site_or_holds_a_script_of_its_own(
    room: Served, phone: Phone
) -> None:
    room.sitting.open_vote("kq01")
    for path in ("/", f"/j/{room.server.join_code}", f"/wall/{room.server.join_code}", "/wall"):
        page = (await phone.http.get(path)).text
        assert "//" not in page.replace(f"http://127.0.0.1:{room.server.port}", "")
        assert " style=" not in page
        assert page.count("<script") == page.count('<script src="/assets/')


async def test_all_that_a_phone_loads_is_under_fifty_kilobytes(room: Served, phone: Phone) -> None:
    room.sitting.open_vote("kq01")
    page = await phone.http.get("/")
    size = len(page.content)
    for path in {part.split('"')[0] for part in page.text.split('="')[1:]}:
        if path.startswith("/assets/"):
            size += len((await phone.http.get(path)).content)
    assert 10_000 < size < 25_000


async def test_a_page_that_is_not_there_says_so_in_a_sentence(room: Served, phone: Phone) -> None:
    answer = await phone.http.get("/facilitator")
    assert answer.status_code == 404
    assert "There is no such page here." in answer.text


async def test_nothing_that_is_served_controls_the_room(room: Served) -> None:
    for path in ("/count", "/open", "/talk", "/conclude", "/control", "/facilitator", "/docs"):
        async with Phone(room.server.url) as phone:
            await phone.join(room.server.join_code)
            assert (await phone.http.post(path)).status_code in (404, 415)


# --- the stream -----------------------------------------------------------------------------


async def states(phone: Phone, path: str, number: int) -> list[dict[str, object]]:
    """The first states of a stream."""
    found: list[dict[str, object]] = []
    async with phone.http.stream("GET", path) as answer:
        name = ""
        async for line in answer.aiter_lines():
            name = line.removeprefix("event: ") if line.startswith("event: ") else name
            if line.startswith("data: ") and name == "state":
                found.append(json.loads(line.removeprefix("data: ")))
                if len(found) == number:
                    break
    return found


async def test_a_stream_begins_with_what_is_true_now(room: Served, phone: Phone) -> None:
    room.sitting.open_vote("kq01")
    (state,) = await states(phone, "/stream", 1)
    assert state["key"] == "vote kq01 1"
    assert "Vote, in silence" in str(state["show"])


async def test_the_stream_is_for_those_who_are_in(room: Served) -> None:
    async with httpx.AsyncClient(base_url=room.server.url) as http:
        assert (await http.get("/stream")).text == "event: join\ndata: -\n\n"
        assert (await http.get("/wall/WRONG1/stream")).status_code == 403


async def test_while_a_vote_is_open_a_stream_says_how_many_are_in_and_no_more(
    room: Served, phone: Phone
) -> None:
    room.sitting.open_vote("kq01")
    room.fill("red", "red", "green")
    for path in ("/stream", f"/wall/{room.server.join_code}/stream"):
        (state,) = await states(phone, path, 1)
        said = json.dumps(state).lower()
        assert state["live"]["votes"] == 3  # type: ignore[index]
        assert "your vote)" not in said
        assert 'class=\\"bars' not in said


# --- the server's own life --------------------------------------------------------------------


async def test_it_listens_on_the_loopback_until_it_is_told_otherwise(room: Served) -> None:
    assert room.server.url.startswith("http://127.0.0.1:")
    assert not room.server.is_open
    port = room.server.port
    await room.server.open_to("0.0.0.0")
    assert room.server.is_open
    assert room.server.port == port
    assert room.server.wall_url.startswith(f"http://127.0.0.1:{port}/wall/")
    async with Phone(f"http://127.0.0.1:{port}") as phone:
        assert (await phone.join(room.server.join_code)).status_code == 303


async def test_a_wall_names_no_way_in_before_phones_can_come_in(room: Served) -> None:
    def names_a_way_in(page: str) -> bool:
        signs = ("<svg", 'class="address"', 'class="code"')
        found = [sign in page for sign in signs]
        assert all(found) or not any(found)
        return any(found)

    server = room.server
    async with Phone(f"http://127.0.0.1:{server.port}") as wall:
        path = f"/wall/{server.join_code}"
        lobby = (await wall.http.get(path)).text
        assert "Lochside Academy" in lobby
        assert "Phones cannot come in yet." in lobby
        assert not names_a_way_in(lobby)
        (state,) = await states(wall, f"{path}/stream", 1)
        assert "Phones cannot come in yet." in str(state["show"])

        await server.open_to("0.0.0.0")
        lobby = (await wall.http.get(path)).text
        assert names_a_way_in(lobby)
        assert urlsplit(server.url).netloc in lobby
        assert "cannot come in" not in lobby

        room.sitting.open_vote("kq01")
        vote = (await wall.http.get(path)).text
        assert "Join:" in vote
        assert names_a_way_in(vote)
        await server.open_to("127.0.0.1")
        vote = (await wall.http.get(path)).text
        assert "Join:" not in vote
        assert not names_a_way_in(vote)


async def test_a_wall_that_is_up_shows_the_way_in_once_the_room_is_opened(room: Served) -> None:
    server = room.server
    before = server._broadcast.walls.state
    await server.open_to("0.0.0.0")
    await until(lambda: server._broadcast.walls.state != before)
    async with Phone(f"http://127.0.0.1:{server.port}") as wall:
        (state,) = await states(wall, f"/wall/{server.join_code}/stream", 1)
    assert urlsplit(server.url).netloc in str(state["show"])
    assert "cannot come in" not in str(state["show"])


async def test_an_address_that_is_not_this_machines_changes_nothing(room: Served) -> None:
    with pytest.raises(CoachError, match="cannot listen there"):
        await room.server.open_to("192.0.2.77")
    assert not room.server.is_open
    async with Phone(room.server.url) as phone:
        assert (await phone.join(room.server.join_code)).status_code == 303


async def test_a_state_that_cannot_be_drawn_is_not_the_last(
    room: Served, phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> str:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(room.server._broadcast.screens, "show", broken)
        room.sitting.open_vote("kq01")
        await until(lambda: bool(room.faults))
    assert [type(fault) for fault in room.faults] == [ZeroDivisionError]
    room.faults.clear()
    room.fill("red")
    *_, state = await states(phone, "/stream", 2)
    assert state["key"] == "vote kq01 1"


async def test_a_fault_inside_is_a_sentence_outside(
    room: Served, phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> str:
        raise ZeroDivisionError("secret")

    with monkeypatch.context() as patch:
        patch.setattr(room.server._broadcast.screens, "page", broken)
        answer = await phone.http.get("/")
    assert answer.status_code == 500
    assert "Something went wrong on the facilitator" in answer.text
    assert "secret" not in answer.text
    assert [str(fault) for fault in room.faults] == ["secret"]
    room.faults.clear()


async def test_a_room_that_was_killed_is_at_the_same_address_and_knows_its_phones(
    tmp_path: Path, library: Library
) -> None:
    async with served(tmp_path, library) as first:
        url, code, path = first.server.url, first.server.join_code, first.sitting.evaluation.path
        first.sitting.open_vote("kq01")
        async with Phone(url) as phone:
            await phone.join(code)
            await phone.vote("red", "P3 has no tracker")
            cookies = phone.http.cookies
    async with again(path, library) as second, Phone(url) as phone:
        assert (second.server.url, second.server.join_code) == (url, code)
        phone.http.cookies = cookies
        page = (await phone.http.get("/")).text
        assert "Red (your vote)" in page
        assert "P3 has no tracker" in page
        await phone.vote("green")
        assert second.sitting.box and second.sitting.box.votes_in == 1


async def test_a_port_that_another_program_has_is_said_in_a_sentence(
    tmp_path: Path, library: Library
) -> None:
    taken = bound("127.0.0.1", 0)
    try:
        with pytest.raises(CoachError, match="cannot listen there"):
            async with served(tmp_path, library, port=taken.getsockname()[1]):
                pass
    finally:
        taken.close()


async def test_the_secrets_of_phones_are_written_nowhere(room: Served, phone: Phone) -> None:
    room.sitting.open_vote("kq01")
    await phone.vote("red")
    shown = phone.http.cookies["mtcoach-device"]
    secret = shown.split(".")[0]
    for file in room.sitting.evaluation.path.parent.iterdir():
        assert secret not in file.read_text(encoding="utf-8", errors="replace")
    assert secret not in repr(vars(room.server)) + repr(room.sitting.box)


async def test_how_many_are_here_is_known_without_a_list_of_who(room: Served, phone: Phone) -> None:
    await phone.http.get("/")
    assert room.server.here == 1
    room.server.poke()


def test_no_other_command_loads_the_server() -> None:
    code = (
        "import sys, mtcoach.cli, mtcoach.evaluation, mtcoach.terminal.app; "
        "print([name for name in ('starlette', 'uvicorn', 'segno') if name in sys.modules])"
    )
    said = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert said.stdout.strip() == "[]"
