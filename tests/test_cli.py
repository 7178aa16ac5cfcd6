"""The commands: what they print, and one clear sentence when something is wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from support.commands import refused, run, said

ROOT = Path(__file__).parent.parent


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder with a place for transcripts."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("MTCOACH_TRANSCRIPTS", raising=False)
    (tmp_path / "transcripts").mkdir()
    return tmp_path


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
    assert "playbook: 7 protocols, nothing wrong." in said("questions", "check")
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


@pytest.mark.parametrize(
    "command",
    [("report", "here"), ("compare", "here", "here"), ("--bank", "here", "questions", "list")],
)
def test_a_folder_where_a_file_is_wanted_is_told_in_a_sentence(
    folder: Path, command: tuple[str, ...]
) -> None:
    (folder / "here").mkdir()
    sentence = refused(*command)
    assert sentence.strip() == "here: this is a folder; name one of the files in it"


def test_nothing_to_put_together_says_what_to_name(folder: Path) -> None:
    (folder / "here").mkdir()
    assert "Name the .jsonl files of evaluations" in refused("combine", "here")
    assert "elsewhere: there is no such transcript" in refused("combine", "elsewhere")


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
    written = [Path(name) for name in said("report", path).splitlines()]
    names = ("", "-standards-and-quality", "-parents")
    assert [each.name for each in written] == [
        f"{path.stem}{name}.{form}" for name in names for form in ("docx", "html")
    ]
    assert all(each.is_file() for each in written)


EXAMPLE = ROOT / "transcripts" / "secondary-alone.jsonl"


def test_a_report_is_written_in_every_format(tmp_path: Path) -> None:
    every = ("--to", "md,html,docx,pdf,xlsx,json", "--document", "report")
    written = said("report", EXAMPLE, *every, "--out", tmp_path)
    suffixes = [Path(line).suffix for line in written.splitlines()]
    assert suffixes == [".md", ".html", ".docx", ".pdf", ".xlsx", ".json"]
    assert all(Path(line).stat().st_size > 5000 for line in written.splitlines())


def test_documents_are_chosen_by_name(tmp_path: Path) -> None:
    chosen = ("--document", "plan,briefing", "--to", "md,xlsx", "--out", tmp_path)
    names = [Path(line).name for line in said("report", EXAMPLE, *chosen).splitlines()]
    assert names == [
        "secondary-alone-plan.md",
        "secondary-alone-plan.xlsx",
        "secondary-alone-briefing.md",
    ]


def test_the_bundle_holds_a_plan_once_there_are_priorities(tmp_path: Path) -> None:
    names = said("report", EXAMPLE, "--to", "md", "--out", tmp_path)
    assert "secondary-alone-plan.md" in names
    other = ROOT / "transcripts" / "department-half-way.jsonl"
    assert "-plan" not in said("report", other, "--to", "md", "--out", tmp_path)


def test_a_document_or_a_format_that_is_not_there_is_named(tmp_path: Path) -> None:
    words = ("report", EXAMPLE, "--out", tmp_path)
    assert "'parants' is not one; choose report" in refused(*words, "--document", "parants")
    sentence = refused(*words, "--document", "parents", "--to", "xlsx")
    assert sentence == "'parents' does not come as xlsx; there are md, html, docx, pdf, json"
    assert list(tmp_path.iterdir()) == []


def test_since_an_earlier_evaluation_says_what_moved(folder: Path) -> None:
    for colour in ("red", "green"):
        said("chat", "--plain", typed=f"Lochside Academy\n1\n2\n1\n3\n1\n{colour}\nskip\nskip\n")
    new, old = sorted((folder / "transcripts").glob("*.jsonl"), key=lambda each: -len(each.name))
    words = ("report", new, "--document", "briefing", "--to", "md", "--since", old)
    written = Path(said(*words).strip())
    assert "better colour than before" in written.read_text(encoding="utf-8")
    other = ROOT / "transcripts" / "primary-one-theme.jsonl"
    assert "is of another school" in refused(*words[:-1], other)
    assert "nowhere.jsonl" in refused(*words[:-1], "nowhere.jsonl")


def test_the_word_template_is_handed_over_and_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "ours" / "report.docx"
    assert said("templates", "export", tmp_path / "ours").startswith(f"{path}: restyle it")
    words = ("report", EXAMPLE, "--to", "docx", "--out", tmp_path)
    assert len(said(*words, "--template", path, "--document", "all").splitlines()) == 5
    assert "there is a file already" in refused("templates", "export", tmp_path / "ours")


def test_a_comparison_goes_into_the_same_template(tmp_path: Path) -> None:
    said("templates", "export", tmp_path)
    years = [tmp_path / name for name in ("then.jsonl", "now.jsonl")]
    for path, name in zip(years, ("secondary-alone", "department-half-way"), strict=True):
        path.write_bytes((ROOT / "transcripts" / f"{name}.jsonl").read_bytes())
    out = tmp_path / "out"
    words: tuple[str | Path, ...] = ("compare", *years, "--to", "docx,xlsx", "--out", out)
    # The two are of different schools: "--renamed" takes them for one.
    result = run(*words, "--renamed", "--template", tmp_path / "report.docx")
    assert {Path(line).suffix for line in result.stdout.splitlines()} == {".docx", ".xlsx"}
    assert "name docx" in refused("compare", *years, "--template", tmp_path / "report.docx")


def test_a_template_goes_with_word_alone(tmp_path: Path) -> None:
    template = tmp_path / "own.docx"
    words = ("report", EXAMPLE, "--to", "pdf", "--template", template)
    assert "name docx in --to" in refused(*words)
    sentence = refused("report", EXAMPLE, "--to", "docx", "--template", template)
    assert sentence.startswith(f"{template}: there is no such file")


OPENING = "Lochside Academy\n1\n2\n1\n3\n1\n"
NAMES = ("Callum Reid", "Aisha", "m.khan@ea.edin.sch.uk")


@pytest.fixture
def naming(folder: Path) -> Path:
    """A transcript that names people."""
    typed = (
        "amber, Callum Reid in S3 was excluded and m.khan@ea.edin.sch.uk has the log; next step "
        "is a talk with Aisha's mum\nkeep it\nskip\nskip\nskip\nreview\n"
    )
    said("chat", "--plain", typed=OPENING + typed)
    (path,) = (folder / "transcripts").glob("*.jsonl")
    return path


def test_privacy_lists_what_a_transcript_holds_and_where(naming: Path) -> None:
    *listed, advice = said("privacy", naming).splitlines()
    pieces = [("note", "name", NAMES[0]), ("note", "e-mail", NAMES[2])]
    pieces.append(("next step", "name", NAMES[1]))
    assert len(listed) == len(pieces)
    for line, (field, kind, words) in zip(listed, pieces, strict=True):
        assert line.startswith(f"kq01 Clear expectations, {field} (event ")
        assert line.endswith(f"): {kind} “{words}”")
    assert f"mtcoach report {naming} --redacted" in advice


def test_privacy_says_when_there_is_none(folder: Path) -> None:
    said("chat", "--plain", typed=f"{OPENING}amber, 4 of 7 departments\n")
    (path,) = (folder / "transcripts").glob("*.jsonl")
    (only,) = said("privacy", path).splitlines()
    assert only.startswith(f"{path}: no personal data found")


def test_a_report_says_on_the_side_that_it_holds_personal_data(naming: Path) -> None:
    result = run("report", naming, "--document", "report", "--to", "md,html")
    assert result.stderr.splitlines() == [
        f"This report holds personal data (3 pieces): --redacted masks it, "
        f"'mtcoach privacy {naming}' lists it."
    ]
    paths = [Path(name) for name in result.stdout.split()]
    assert all(NAMES[0] in path.read_text(encoding="utf-8") for path in paths)


def test_a_redacted_report_names_nobody_and_is_a_file_of_its_own(naming: Path) -> None:
    every = ("report", naming, "--document", "all", "--to", "md,html")
    said(*every)
    result = run(*every, "--redacted")
    assert result.stderr == ""
    paths = [Path(name) for name in result.stdout.split()]
    assert len(paths) == 10
    assert all(path.stem.endswith("-redacted") for path in paths)
    written = "".join(path.read_text(encoding="utf-8") for path in paths)
    assert "Lochside Academy" in written
    assert not [name for name in NAMES if name in written]
    assert len(list(paths[0].parent.iterdir())) == 20


def test_a_redacted_transcript_shows_the_chat_without_the_names(naming: Path) -> None:
    shown = said("transcripts", "show", naming)
    covered = said("transcripts", "show", naming, "--redacted")
    assert all(name in shown for name in NAMES)
    assert not [name for name in NAMES if name in covered]
    assert "[name] in S3 was excluded" in covered
    assert len(covered.splitlines()) == len(shown.splitlines())


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


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--nope"], "mtcoach: there is no option '--nope'; 'mtcoach --help' shows what there is"),
        (["repotr"], "mtcoach: no such command 'repotr'; did you mean 'report'?"),
        (["nope"], "mtcoach: no such command 'nope'; 'mtcoach --help' shows what there is"),
        (["chat", "--plian"], "mtcoach chat: there is no option '--plian'; did you mean '--plain'"),
        (["report"], "mtcoach report: FILE is missing; 'mtcoach report --help' shows"),
        (["compare", "a.jsonl"], "mtcoach compare: NEW is missing; 'mtcoach compare --help' shows"),
        (["combine"], "mtcoach combine: FILE|DIR... is missing; 'mtcoach combine --help' shows"),
        (["questions", "prnt"], "mtcoach questions: no such command 'prnt'; did you mean 'print'?"),
        (["questions", "print", "--to", "pdf"], "--to: 'pdf' is not one of 'md', 'html'; "),
        (["report", "a", "b", "c"], "mtcoach report: got unexpected extra arguments (b c); "),
        (["report", "a", "--to"], "option '--to' requires an argument; "),
        (
            ["understand", "  "],
            "mtcoach understand: there is no TEXT to read; put a reply in quotes",
        ),
        (["understand"], "mtcoach understand: there is no TEXT to read; put a reply in quotes"),
    ],
)
def test_a_command_that_cannot_be_read_is_one_sentence(words: list[str], sentence: str) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
    assert sentence in result.stderr
    assert not result.stdout


def test_a_group_without_a_command_shows_its_help() -> None:
    assert "Commands:" in run("questions").output


def test_replies_sent_in_are_read_one_a_line() -> None:
    assert said("understand", typed="amber\ngreen, most do\n").count("\n") == 2
