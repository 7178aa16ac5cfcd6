"""Question files with something wrong: each error names file, line, and what to do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mtcoach.errors import QuestionsError
from mtcoach.questions.files import questions_folder
from mtcoach.questions.loading import load_bank, load_framework, load_library
from mtcoach.questions.sheet import starter

FRAMEWORK = load_framework(questions_folder() / "frameworks" / "hgios4.yaml")


def problems(path: Path, text: str | bytes) -> list[str]:
    """What `check` says of a bank with this text."""
    data = text.encode("utf-8") if isinstance(text, str) else text
    path.write_bytes(data)
    with pytest.raises(QuestionsError) as caught:
        load_bank(path, FRAMEWORK)
    return caught.value.problems


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path / "own.yaml"


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


def changed(old: str, new: str) -> tuple[str, int]:
    """The starter with one change, and the line of the change."""
    text = starter()
    assert text.count(old) == 1, old
    return text.replace(old, new), line_of(text, old)


def test_the_starter_is_a_bank_without_errors(path: Path) -> None:
    path.write_text(starter(), encoding="utf-8")
    library = load_library((path,))
    assert library.banks["our-own"].items[0].id == "own1"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("    topic: Targets on display", "    topik: Targets on display", "did you mean 'topic'?"),
        ('    number: "1"', "", "'items.0.number' is missing; add it"),
        ("    why: A target", "    why:  # A target", "'items.0.why' is empty"),
        ('themes: ["3.2 theme 4"]', 'themes: ["3.2 theme 9"]', "'3.2 theme 9' is not a theme"),
        ("    theme: 3.2 theme 4", "    theme: 1.1 theme 2", "not among this bank's themes"),
        ("scale: traffic-light", "scale: five-star", "'five-star' is not a scale"),
        ("quick: []", "quick: [own9]", "there is no item 'own9' in this bank"),
        ("[primary, secondary]", "[primary, sekondary]", "'sekondary' is not one of"),
        ("  - id: own1", "  - id: Own 1", "'Own 1' cannot be an id"),
    ],
)
def test_a_slip_is_named_with_its_line(path: Path, old: str, new: str, says: str) -> None:
    text, line = changed(old, new)
    found = problems(path, text)
    assert any(says in problem for problem in found), found
    named = next(problem for problem in found if says in problem)
    assert re.match(r"own\.yaml:\d+: ", named)
    if new.strip() and "#" not in new:
        assert named.startswith(f"own.yaml:{line}: ")


def test_too_little_evidence_is_named(path: Path) -> None:
    text, _ = changed('      - "Class visits: does the lesson come back to the target?"\n', "")
    assert any("needs at least 3" in problem for problem in problems(path, text))


def test_a_key_that_stands_twice_is_named_with_its_second_line(path: Path) -> None:
    text, line = changed("title: Our own questions\n", "title: One\ntitle: Two\n")
    assert f"own.yaml:{line + 1}: 'title' stands here twice; remove one" in problems(path, text)


def test_an_id_that_stands_twice_is_named(path: Path) -> None:
    text = starter()
    item = text[text.index("  - id: own1") :]
    found = problems(path, text + item)
    assert any("the id 'own1' is used already on line" in problem for problem in found)


def test_an_alias_is_refused(path: Path) -> None:
    text, line = changed("    why: A target", "    why: &again A target")
    assert problems(path, text)[0].startswith(f"own.yaml:{line}: anchors and aliases")


def test_a_file_that_is_not_yaml_says_where(path: Path) -> None:
    text, line = changed("title: Our own questions", "title: [Our own questions")
    found = problems(path, text)
    assert re.match(r"own\.yaml:\d+: this is not YAML: ", found[0])
    assert int(found[0].split(":")[1]) >= line


def test_a_file_that_is_not_utf8_says_so(path: Path) -> None:
    text = starter().replace("What this bank is for", "Caf\xe9").encode("latin-1")
    assert "is not UTF-8; save the file as UTF-8" in problems(path, text)[0]


@pytest.mark.parametrize("text", ["", "just a word", "- a list", "items: 3"])
def test_a_file_that_is_no_bank_is_refused_in_a_sentence(path: Path, text: str) -> None:
    assert all(problem.startswith("own.yaml:") for problem in problems(path, text))


def test_a_missing_file_says_so(path: Path) -> None:
    with pytest.raises(QuestionsError, match=r"own\.yaml: there is no such file"):
        load_bank(path, FRAMEWORK)


def test_a_bank_with_an_error_never_loads_half(path: Path) -> None:
    text, _ = changed('    number: "1"', "")
    path.write_text(text, encoding="utf-8")
    with pytest.raises(QuestionsError):
        load_library((path,))


def test_a_link_that_leads_nowhere_is_named(path: Path) -> None:
    text, line = changed("      also: [kq11]", "      also: [kq99]")
    path.write_text(text, encoding="utf-8")
    with pytest.raises(QuestionsError) as caught:
        load_library((path,))
    assert caught.value.problems == [
        f"own.yaml:{line}: there is no item 'kq99' in any bank; check the id"
    ]


def test_an_id_of_another_bank_is_refused(path: Path) -> None:
    text, line = changed("  - id: own1", "  - id: kq01")
    path.write_text(text, encoding="utf-8")
    with pytest.raises(QuestionsError, match=r"'kq01' is used already in the bank 'key-questions'"):
        load_library((path,))
    assert line


def test_scalars_stay_what_the_author_wrote(path: Path) -> None:
    text, _ = changed('    number: "1"', "    number: 1.10")
    text = text.replace('version: "1"', "version: No")
    path.write_text(text, encoding="utf-8")
    bank = load_bank(path, FRAMEWORK)
    assert (bank.items[0].number, bank.version) == ("1.10", "No")
