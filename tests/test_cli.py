"""The commands: what they print, and one clear sentence when something is wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mtcoach.cli import main

ROOT = Path(__file__).parent.parent


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder with a place for transcripts."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("MTCOACH_TRANSCRIPTS", raising=False)
    (tmp_path / "transcripts").mkdir()
    return tmp_path


def run(*words: str | Path, typed: str = "") -> Result:
    """One command, with what is typed into it."""
    return CliRunner().invoke(main, [str(word) for word in words], input=typed)


def said(*words: str | Path, typed: str = "") -> str:
    """What a command that succeeds prints."""
    result = run(*words, typed=typed)
    assert result.exit_code == 0, result.output
    return result.output


def refused(*words: str | Path) -> str:
    """The one sentence of a command that fails: no traceback, exit code 1."""
    result = run(*words)
    assert result.exit_code == 1, result.output
    assert isinstance(result.exception, SystemExit)
    assert "Traceback" not in result.output
    return result.output.strip()


def test_version() -> None:
    assert said("--version").startswith("mtcoach ")


@pytest.mark.usefixtures("folder")
def test_where_says_which_folder_and_why() -> None:
    assert "the transcripts folder of the folder you are working in" in said("where")


@pytest.mark.usefixtures("folder")
def test_where_follows_the_option_before_and_after_the_command(tmp_path: Path) -> None:
    other = tmp_path / "other"
    assert str(other) in said("where", "--transcripts", other)
    assert str(other) in said("--transcripts", other, "where")


def test_questions_are_listed_and_shown() -> None:
    listed = said("questions", "list")
    assert listed.count("\n") == 3 + 19 + 24 + 4
    card = said("questions", "show", "kq13")
    assert "What excellent looks like" in card
    assert "Asks the same: t2.14" in card


def test_an_item_that_is_not_there_gets_a_suggestion() -> None:
    assert "did you mean 'kq13'?" in refused("questions", "show", "kq113")


@pytest.mark.parametrize("form", ["md", "html"])
def test_a_question_sheet_has_every_question_and_room_to_write(form: str) -> None:
    sheet = said("questions", "print", "--to", form, "--of", "key-questions")
    assert sheet.count("Not known yet") == 19


@pytest.mark.usefixtures("folder")
def test_a_new_bank_passes_its_own_check_and_is_offered() -> None:
    assert "own.yaml" in said("questions", "new", "own.yaml")
    assert "our-own: 1 items, nothing wrong." in said("questions", "check", "own.yaml")
    opening = "Birkhill Primary\n1\n1\n1\n1\n"
    assert "Our own questions (1 items)" in said(
        "chat", "--plain", "--bank", "own.yaml", typed=opening
    )
    assert "choose another name" in refused("questions", "new", "own.yaml")


def test_check_names_file_line_and_what_to_do(folder: Path) -> None:
    said("questions", "new", "own.yaml")
    text = (folder / "own.yaml").read_text(encoding="utf-8")
    (folder / "own.yaml").write_text(text.replace("    why:", "    wy:"), encoding="utf-8")
    line = 1 + text[: text.index("    why:")].count("\n")
    assert refused("questions", "check", "own.yaml").splitlines() == [
        "own.yaml:18: 'items.0.why' is missing; add it",
        f"own.yaml:{line}: 'items.0.wy' is not a key we know; did you mean 'why'?",
    ]


def test_a_conversation_may_be_piped_in_and_ends_as_a_pause(folder: Path) -> None:
    typed = "Lochside Academy\n1\n2\n1\n3\n1\namber\nskip\n"
    output = said("chat", "--plain", typed=typed)
    assert "You: amber" in output
    (path,) = (folder / "transcripts").glob("*.jsonl")
    assert f"Saved in {path}" in output
    again = said("chat", "--plain", path, typed="green\n")
    assert "Welcome back" in again or "Good to see you again" in again
    shown = said("transcripts", "show", path)
    assert "You: amber" in shown
    assert "You: green" in shown
    assert "nothing wrong" in said("transcripts", "check", path)
    assert "Lochside Academy" in said("transcripts", "list")


def test_a_report_is_written_beside_the_reader(folder: Path) -> None:
    typed = "Lochside Academy\n1\n2\n1\n3\n1\namber\nskip\n"
    said("chat", "--plain", typed=typed)
    (path,) = (folder / "transcripts").glob("*.jsonl")
    written = said("report", path).split()
    assert sorted(Path(name).suffix for name in written) == [".html", ".md"]
    assert all(Path(name).is_file() for name in written)


@pytest.mark.usefixtures("folder")
def test_what_is_wrong_is_said_in_a_sentence() -> None:
    assert "there is no such" in refused("report", "nowhere.jsonl")
    assert "choose md, html" in refused("report", "nowhere.jsonl", "--to", "doc")
    assert "--read needs" in refused("chat", "--read")
    Path("list.jsonl").write_text("milk\nbread\n", encoding="utf-8")
    assert "list.jsonl" in refused("transcripts", "show", "list.jsonl")


KEYS = {
    "intent", "rating", "stated", "evidence", "next_step", "elements", "strength",
    "speaks_to", "personal", "why",
}  # fmt: skip


def test_understand_prints_one_object_a_reply_with_stable_keys() -> None:
    replies = "amber, 38 of 45 staff use the tracker\nback\n\nwhat would good look like?\n"
    lines = said("understand", "--item", "kq01", typed=replies).splitlines()
    readings = [json.loads(line) for line in lines]
    assert [set(reading) >= KEYS for reading in readings] == [True] * 4
    assert [reading["intent"] for reading in readings] == ["answer", "back", "unclear", "explain"]
    assert (readings[0]["rating"], readings[0]["stated"]) == ("amber", True)
    assert "quantity" in readings[0]["elements"]


def test_understand_takes_the_text_as_a_word() -> None:
    assert json.loads(said("understand", "green"))["rating"] == "green"


def test_the_shipped_examples_make_reports(tmp_path: Path) -> None:
    examples = sorted((ROOT / "transcripts").glob("*.jsonl"))
    assert len(examples) >= 3
    for example in examples:
        said("report", example, "--out", tmp_path)
        said("transcripts", "check", example)
