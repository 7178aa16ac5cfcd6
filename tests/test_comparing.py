"""`mtcoach compare`: two transcripts on the disk, in the right order, or one clear sentence."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mtcoach.cli import main
from mtcoach.evaluation import start
from mtcoach.questions.loading import load_library
from mtcoach.transcript.events import (
    FollowedUp,
    Noted,
    Opened,
    Planned,
    PrioritiesChosen,
    ProfileSet,
    Rated,
    RouteChosen,
    StatusSet,
)
from mtcoach.transcript.log import Log

YEARS = (datetime(2025, 11, 3, tzinfo=UTC), datetime(2026, 11, 20, tzinfo=UTC))
SCHOOL = "Lochside Academy"


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, ["compare", *(str(word) for word in words)])


def refused(*words: str | Path) -> str:
    result = run(*words)
    assert result.exit_code == 1, result.output
    assert result.stdout == ""
    return result.stderr.strip()


def kept(
    path: Path, at: datetime, colour: str, note: str, on: date | None = None, **more: str
) -> Path:
    """A transcript with one question answered."""
    bank, item = more.get("bank", "key-questions"), more.get("item", "kq13")
    events = [
        Opened(app="1", framework="hgios4", banks={}),
        ProfileSet(field="school", value=more.get("school", SCHOOL)),
        RouteChosen(route="own", bank=bank, items=(item,)),
        *((FollowedUp(item=item, text=more["followed"]),) if "followed" in more else ()),
        Rated.model_validate({"item": item, "rating": colour, "how": "stated"}),
        Noted(item=item, text=note),
        StatusSet(item=item, status="answered"),
        PrioritiesChosen(items=(item,)),
        Planned(item=item, field="actions", value="Pair the departments"),
        *((Planned(item=item, field="by", value=more["by"], on=on),) if "by" in more else ()),
    ]
    log = Log.create(path)
    log.append(events, at)
    log.close()
    return path


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return kept(tmp_path / "old.jsonl", YEARS[0], "red", "Eng moderates, 1 of 16 depts")


@pytest.fixture
def new(tmp_path: Path) -> Path:
    note = "moderation log: 9 of 16 depts since Jan"
    return kept(tmp_path / "new.jsonl", YEARS[1], "amber", note, followed="It was partly done")


def test_it_is_printed_unless_a_folder_is_named(old: Path, new: Path) -> None:
    result = run(old, new)
    assert result.exit_code == 0
    assert result.stderr == ""
    assert result.stdout.startswith("# Lochside Academy: then and now\n")
    assert "Then: “Eng moderates, 1 of 16 depts”. Now: “moderation log" in result.stdout
    assert "It was partly done" in result.stdout


def test_a_date_of_the_plan_that_has_gone_by_is_called_so(new: Path, tmp_path: Path) -> None:
    old = kept(tmp_path / "o.jsonl", YEARS[0], "red", "n", on=date(2026, 4, 2), by="by Easter 2026")
    page = run(old, new).stdout
    assert "The date has gone by for *Moderation* (“by Easter 2026”, 2 April 2026)." in page
    assert "| by Easter 2026 (2 April 2026, gone by) |" in page


def test_without_a_report_it_was_due(tmp_path: Path) -> None:
    old = kept(tmp_path / "o.jsonl", YEARS[0], "red", "n", on=date(2026, 4, 2), by="by Easter 2026")
    new = kept(tmp_path / "n.jsonl", YEARS[1], "amber", "moderation log: 9 of 16 depts since Jan")
    said = "*Moderation* (“by Easter 2026”, 2 April 2026) was due by now, without a report"
    assert said in run(old, new).stdout


def test_a_date_that_no_day_was_kept_for_is_understood_as_it_was_said_then(
    new: Path, tmp_path: Path
) -> None:
    old = kept(tmp_path / "o.jsonl", YEARS[0], "red", "n", by="by Easter")
    assert "(“by Easter”, 2 April 2026)" in run(old, new).stdout


def test_a_date_that_is_still_to_come_is_not_held_against_anybody(
    new: Path, tmp_path: Path
) -> None:
    late = date(2099, 6, 1)
    old = kept(tmp_path / "o.jsonl", YEARS[0], "red", "n", on=late, by="June 2099")
    page = run(old, new).stdout
    assert "*Moderation* (“June 2099”, 1 June 2099) is not due yet." in page


def test_files_are_written_and_their_paths_printed(old: Path, new: Path, tmp_path: Path) -> None:
    result = run(old, new, "--out", tmp_path / "out")
    names = ["new-since-2025-11-03.md", "new-since-2025-11-03.html"]
    assert [Path(line).name for line in result.stdout.splitlines()] == names
    assert all((tmp_path / "out" / name).exists() for name in names)


def test_only_one_format_is_printed_at_a_time(old: Path, new: Path) -> None:
    assert "--out names a folder" in refused(old, new, "--to", "md,html")
    assert run(old, new, "--to", "html").stdout.startswith("<!DOCTYPE html>")
    assert "'pages' is not a format" in refused(old, new, "--to", "pages")


def test_the_earlier_one_is_then_in_whatever_order_they_are_named(old: Path, new: Path) -> None:
    result = run(new, old)
    assert result.stderr == (
        "old.jsonl is the earlier of the two, so it is taken as then and new.jsonl as now.\n"
    )
    assert result.stdout == run(old, new).stdout


def test_an_old_evaluation_that_was_opened_again_is_still_the_earlier_one(
    old: Path, new: Path
) -> None:
    log = Log.open(old)
    log.append([Noted(item="kq13", text="a late word")], datetime(2026, 12, 1, tzinfo=UTC))
    log.close()
    assert run(old, new).stderr == ""


def test_nothing_moves_from_one_school_to_another(old: Path, tmp_path: Path) -> None:
    other = kept(tmp_path / "other.jsonl", YEARS[1], "amber", "n", school="Kelvinbank High")
    sentence = refused(old, other)
    assert "old.jsonl is of 'Lochside Academy' and other.jsonl of 'Kelvinbank High'" in sentence
    assert "compare says what moved in one school: 'mtcoach combine' sets schools" in sentence
    assert "moved up" not in sentence


def test_a_school_under_a_new_name_is_compared_with_what_it_was(old: Path, tmp_path: Path) -> None:
    other = kept(tmp_path / "other.jsonl", YEARS[1], "amber", "n", school="Kelvinbank High")
    result = run(old, other, "--renamed")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "was called “Lochside Academy” then and is called “Kelvinbank High” now" in (
        " ".join(result.stdout.split())
    )


def test_no_question_in_common_is_refused_with_the_banks_named(old: Path, tmp_path: Path) -> None:
    other = kept(tmp_path / "other.jsonl", YEARS[1], "red", "n", bank="deep-audit", item="t2.01")
    sentence = refused(old, other)
    library = load_library()
    assert "There is nothing to compare, as no question is in both" in sentence
    assert f"old.jsonl has questions from '{library.banks['key-questions'].title}'" in sentence
    assert f"other.jsonl has questions from '{library.banks['deep-audit'].title}'" in sentence


def test_an_evaluation_without_questions_yet_is_refused(old: Path, tmp_path: Path) -> None:
    evaluation = start(tmp_path, load_library())
    evaluation.hear(SCHOOL)
    evaluation.close()
    assert f"{evaluation.path.name} has no questions yet" in refused(old, evaluation.path)


def test_the_same_evaluation_twice_is_refused(old: Path) -> None:
    assert "are the same evaluation" in refused(old, old)


def test_a_file_that_is_not_there_is_named(old: Path, tmp_path: Path) -> None:
    assert "none.jsonl" in refused(old, tmp_path / "none.jsonl")


def test_personal_data_is_pointed_out_and_can_be_masked(old: Path, tmp_path: Path) -> None:
    named = "Jamie Macleod in 3B has moved on, jotters seen in May"
    new = kept(tmp_path / "new.jsonl", YEARS[1], "amber", named)
    result = run(old, new)
    assert "holds personal data from new.jsonl: --redacted masks it" in result.stderr
    assert named in result.stdout
    masked = run(old, new, "--redacted")
    assert masked.stderr == ""
    assert "Jamie" not in masked.stdout
    assert "jotters seen in May" in masked.stdout
