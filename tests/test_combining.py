"""`mtcoach combine`: several transcripts as one picture, and what stays out of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mtcoach.cli import main
from mtcoach.combining import combine_files
from mtcoach.findings.combination import NAMED, Combination, Contribution
from mtcoach.findings.combining import Combining
from mtcoach.findings.profile import profiles
from mtcoach.report import FORMATS, Job, layout, write
from mtcoach.report.combination import compose_combination
from mtcoach.transcript.events import EVENT
from mtcoach.transcript.log import Log
from mtcoach.transcript.record import Record, fold
from support.hard import HARD
from support.talk import library

DAY = date(2026, 11, 25)
AT = datetime(2026, 11, 20, tzinfo=UTC)
LEADER = {"role": "Head teacher", "voice": "For the leadership team"}
ALONE = {"role": "Class teacher", "voice": "On my own"}

Said = Mapping[str, tuple[str, str]]
Keep = Callable[..., Path]


def events_of(
    answers: Said, profile: Mapping[str, str], bank: str = "key-questions"
) -> list[object]:
    said: list[dict[str, object]] = [
        {"type": "opened", "app": "1", "framework": "hgios4", "banks": {}},
    ]
    for field, text in profile.items():
        said.append({"type": "profile_set", "field": field, "value": text})
    said.append({"type": "route_chosen", "route": bank, "bank": bank, "items": list(answers)})
    for item, (rating, note) in answers.items():
        if rating in ("red", "amber", "green"):
            said.append({"type": "rated", "item": item, "rating": rating, "how": "stated"})
        if note:
            said.append({"type": "noted", "item": item, "text": note})
        status = "answered" if rating in ("red", "amber", "green") else rating
        said.append({"type": "status_set", "item": item, "status": status})
    return [EVENT.validate_python(line) for line in said]


@pytest.fixture
def keep(tmp_path: Path) -> Keep:
    """Writes a transcript: its name, its answers, and who says them."""

    def kept(name: str, answers: Said, bank: str = "key-questions", **profile: str) -> Path:
        path = tmp_path / "in" / f"{name}.jsonl"
        log = Log.create(path)
        log.append(events_of(answers, profile or LEADER, bank), AT)  # type: ignore[arg-type]
        log.close()
        return path

    return kept


@pytest.fixture
def departments(keep: Keep) -> list[Path]:
    """Three departments of one school."""
    said: dict[str, Said] = {
        "English": {
            "kq01": ("green", "all eight of us use the one page, minutes of May"),
            "kq02": ("green", "codes agreed in June, 8 of 8 entries alike"),
            "kq04": ("red", "one unit test and nothing else"),
            "kq13": ("amber", "twice a year with the cluster"),
        },
        "Maths": {
            "kq01": ("green", "the page is on the wall, new staff get it in August"),
            "kq02": ("red", "we track in percentages, English in levels"),
            "kq04": ("amber", "unit tests and some jotters"),
            "kq13": ("unknown", ""),
        },
        "PE": {
            "kq01": ("green", "yes"),
            "kq02": ("amber", "paper, then typed in"),
            "kq04": ("red", "observation, not written down"),
            "kq13": ("green", "every block, with PE staff of two schools"),
        },
    }
    return [
        keep(name, answers, school="Lochside Academy", role=f"PT {name}", voice="For a department")
        for name, answers in said.items()
    ]


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, ["combine", *(str(word) for word in words)])


def refused(*words: str | Path) -> str:
    result = run(*words)
    assert result.exit_code == 1, result.output
    assert result.stdout == ""
    return result.stderr


def test_the_spread_of_each_question_is_shown_and_no_average(departments: list[Path]) -> None:
    page = run(*departments).stdout
    assert page.startswith("# Lochside Academy: several views, one picture\n")
    assert (
        "| kq02 | 3.2 (2.3)\\* | One shared approach | 1 | 1 | 1 | 0 | 0 | red and green |" in page
    )
    assert "counted here and never averaged" in page
    assert "average" not in page.replace("never averaged", "")


def test_one_transcript_alone_is_not_called_several(departments: list[Path]) -> None:
    result = run(departments[0])
    assert result.stdout.startswith("# Lochside Academy: one transcript\n")
    assert "One transcript stands alone here" in result.stdout
    for word in ("several", "more than half", "spread to show: each question is"):
        assert word not in result.stdout
    assert result.stderr.startswith("One transcript alone makes no picture of several views")


def test_departments_are_named_by_their_roles_and_quoted(departments: list[Path]) -> None:
    page = run(*departments).stdout
    assert "- Whose: PT English; PT Maths; PT PE\n" in page
    assert "Green: PT English; amber: PT PE; red: PT Maths." in page
    assert "PT Maths (red): “we track in percentages, English in levels”" in page


def test_agreed_strengths_and_shared_concerns_are_told_apart(departments: list[Path]) -> None:
    page = run(*departments).stdout
    strengths = page.split("## Agreed strengths")[1].split("## ")[0]
    concerns = page.split("## Shared concerns")[1].split("## ")[0]
    differ = page.split("## Where they differ")[1].split("## ")[0]
    assert "Clear expectations" in strengths
    assert "minutes of May" in strengths
    assert "Evidence of learning" in concerns
    assert "One shared approach" in differ
    assert "One shared approach" not in strengths + concerns


def test_a_strength_that_nobody_has_evidence_for_is_called_so(keep: Keep) -> None:
    one = keep("a", {"kq13": ("green", "yes we do")}, school="A", **LEADER)
    two = keep("b", {"kq13": ("green", "")}, school="B", **LEADER)
    assert "the green is agreed and has yet to be shown" in run(one, two).stdout
    note = "moderation log, 9 of 9 departments since May, 12 pupils moved up because of it"
    three = keep("c", {"kq13": ("green", note)}, school="C", **LEADER)
    assert "has yet to be shown" not in run(one, two, three).stdout


def test_a_lone_voice_against_a_shared_view_is_heard(keep: Keep) -> None:
    paths = [
        keep(str(n), {"kq13": ("green", f"log {n}")}, school=f"School {n}", role="HT")
        for n in range(4)
    ]
    paths.append(keep("x", {"kq13": ("red", "we never meet")}, school="Last School", role="HT"))
    differ = run(*paths).stdout.split("## Where they differ")[1].split("## ")[0]
    assert "Last School (red): “we never meet”" in differ


def test_schools_are_named_where_they_are_what_differs(keep: Keep) -> None:
    one = keep("a", {"kq13": ("green", "log")}, school="Birkhill Primary", **LEADER)
    two = keep("b", {"kq13": ("red", "none")}, school="Kelvinbank High", **LEADER)
    assert "Whose: Birkhill Primary; Kelvinbank High" in run(one, two).stdout


def test_leaders_who_go_by_the_same_are_told_apart_by_their_files(keep: Keep) -> None:
    one = keep("a", {"kq13": ("green", "log")}, school="Birkhill", **LEADER)
    two = keep("b", {"kq13": ("red", "none")}, school="Birkhill", **LEADER)
    result = run(one, two)
    assert "Birkhill, Head teacher (a.jsonl); Birkhill, Head teacher (b.jsonl)" in result.stdout
    assert "One transcript shares school, role and voice with another one" in result.stdout


def test_fewer_than_five_who_speak_only_for_themselves_are_not_shown(keep: Keep) -> None:
    lead = keep("lead", {"kq13": ("green", "the log")}, school="Birkhill", **LEADER)
    alone = [
        keep(f"t{n}", {"kq13": ("red", f"never once in {n} years")}, school="Birkhill", **ALONE)
        for n in range(4)
    ]
    page = run(lead, *alone).stdout
    assert "Fewer than five of the transcripts are those of single members of staff" in page
    assert "| kq13 | 1.1 | Moderation | 1 | 0 | 0 |" in page
    assert "never once" not in page
    assert "Class teacher" not in page


def test_where_nobody_may_be_shown_nothing_is(keep: Keep) -> None:
    alone = [keep(f"t{n}", {"kq13": ("red", f"no {n}")}, school="B", **ALONE) for n in range(3)]
    page = run(*alone).stdout
    assert "Nothing can be shown yet." in page
    assert "kq13" not in page


def test_from_five_on_they_are_counted_and_still_not_named(keep: Keep) -> None:
    lead = keep("lead", {"kq13": ("green", "the log")}, school="Birkhill", **LEADER)
    alone = [
        keep(f"t{n}", {"kq13": ("red", f"never once in {n} years")}, school="Birkhill", **ALONE)
        for n in range(5)
    ]
    page = run(lead, *alone).stdout
    assert "| kq13 | 1.1 | Moderation | 1 | 0 | 5 |" in page
    assert "Green: Head teacher; red: five members of staff." in page or (
        "Green: Birkhill; red: five members of staff." in page
    )
    assert "Class teacher" not in page
    assert "t0.jsonl" not in page


def test_a_very_small_number_beside_a_group_is_masked_without_being_asked(keep: Keep) -> None:
    note = "the tracker shows 2 care experienced pupils behind, and 40 of 60 on track"
    page = run(keep("a", {"kq13": ("red", note)})).stdout
    assert "2 care experienced" not in page
    assert "fewer than five" in page
    assert "40 of 60 on track" in page
    assert "is masked in the notes" in page


def test_a_room_too_small_shows_its_agreed_colour_and_no_notes(tmp_path: Path) -> None:
    path = tmp_path / "room.jsonl"
    said = {"kq13": ("amber", "said in the room"), "kq01": ("red", "said too")}
    events = events_of(said, {"school": "Birkhill", "role": "Facilitator"})
    tally = {"present": 4, "voters": 4}
    voted = {"type": "round_closed", "item": "kq13", "number": 1, "tally": tally}
    opened = EVENT.validate_python({"type": "room_opened", "minutes": 30})
    log = Log.create(path)
    log.append([*events, opened, EVENT.validate_python(voted)], AT)  # type: ignore[list-item]
    log.close()
    page = run(path).stdout
    assert "| kq13 | 1.1 | Moderation | 0 | 1 | 0 |" in page
    assert "said in the room" not in page
    assert "said too" in page
    assert "only the colour they agreed on is shown" in page


def test_what_cannot_be_read_is_named_and_left_out(departments: list[Path], tmp_path: Path) -> None:
    folder = departments[0].parent
    (folder / "shopping.jsonl").write_text("milk\n", encoding="utf-8")
    (folder / "newer.jsonl").write_text('{"v":99,"seq":0,"type":"opened"}\n', encoding="utf-8")
    (folder / "empty.jsonl").write_text("", encoding="utf-8")
    (folder / "copy.jsonl").write_bytes(departments[0].read_bytes())
    result = run(folder)
    assert result.exit_code == 0
    for name, why in (
        ("shopping.jsonl", "this is not a transcript"),
        ("newer.jsonl", "a newer mtcoach wrote this"),
        ("empty.jsonl", "has no answer"),
        ("copy.jsonl", "holds the same as another"),
    ):
        assert any(name in line and why in line for line in result.stderr.splitlines()), name
    assert "Transcripts: 3, with 12 answers" in result.stdout
    assert "Four files are left out" in result.stdout


def test_a_damaged_line_costs_itself_and_not_its_file(departments: list[Path]) -> None:
    data = departments[0].read_bytes().replace(b'"rating":"red"', b'"rating":"rde"')
    departments[0].write_bytes(data)
    page = run(*departments).stdout
    assert "Transcripts: 3, with 11 answers" in page


def test_another_bank_s_transcripts_are_counted_apart(departments: list[Path], keep: Keep) -> None:
    other = keep("audit", {"t2.01": ("red", "none")}, bank="deep-audit", school="Other", **LEADER)
    result = run(*departments, other)
    assert "audit.jsonl answers 'The deep audit'; --of shows that" in result.stderr
    page = result.stdout
    assert "One further transcript answers other questions (The deep audit)" in page
    assert "t2.01" not in page
    assert "Questions: The deep audit" in run(*departments, other, "--of", "deep-audit").stdout


def test_a_bank_that_is_not_there_is_refused(departments: list[Path]) -> None:
    assert "--of: there is no bank 'audit'" in refused(departments[0], "--of", "audit")
    sentence = refused(departments[0], "--of", "deep-audit")
    assert "no transcript has an answer to the questions of 'deep-audit'" in sentence


def test_worked_examples_in_a_folder_are_nobodys_answers(tmp_path: Path) -> None:
    shipped = Path(__file__).parent.parent / "transcripts"
    assert "is a worked example" in refused(shipped)
    # One of each school: two of the same go by roles.
    named = run(*(path for path in sorted(shipped.glob("*.jsonl")) if "workshop" not in path.stem))
    assert named.exit_code == 0
    assert "St Ninian's Primary School" in named.stdout


def test_it_is_written_in_every_format(departments: list[Path], tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = run(*departments, "--to", ",".join(FORMATS), "--out", out)
    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in out.iterdir()) == sorted(
        f"combined-key-questions.{form}" for form in FORMATS
    )
    data = json.loads((out / "combined-key-questions.json").read_text(encoding="utf-8"))
    row = next(r for r in data["narrative"]["figures"]["spreads"] if r["item"] == "kq02")
    assert (row["green"], row["amber"], row["red"], row["answered"]) == (1, 1, 1, 3)


def test_the_spreadsheet_holds_the_spread_and_what_each_says(
    departments: list[Path], tmp_path: Path
) -> None:
    from openpyxl import load_workbook

    run(*departments, "--to", "xlsx", "--out", tmp_path)
    book = load_workbook(tmp_path / "combined-key-questions.xlsx")
    assert book.sheetnames == ["Spread", "Answers"]
    rows = [[cell.value for cell in row] for row in book["Answers"].iter_rows(min_row=2)]
    assert ["kq02", "One shared approach", "PT Maths", "Red"] in [row[:4] for row in rows]


def test_personal_data_is_pointed_out_and_can_be_masked(keep: Keep) -> None:
    one = keep("a", {"kq13": ("amber", "Jamie Macleod in 3B moved on")}, school="A", **LEADER)
    two = keep("b", {"kq13": ("red", "nothing yet")}, school="B", **LEADER)
    result = run(one, two)
    assert "holds personal data from a.jsonl: --redacted masks it" in result.stderr
    masked = run(one, two, "--redacted")
    assert "Jamie" in result.stdout
    assert "Jamie" not in masked.stdout
    assert masked.stderr == ""


def test_many_are_shown_by_counts_and_no_school_is_named(keep: Keep) -> None:
    note = "the log, 5 of 9 departments since May"
    for n in range(NAMED + 1):
        rating = "green" if n < NAMED - 1 else "red"
        profile = {**LEADER, "school": f"Ben Vorlich {n}", "sector": "Primary"}
        keep(f"s{n:02}", {"kq13": (rating, f"{note} ({n})")}, **profile)
    one = {**LEADER, "school": "Z", "sector": "Special"}
    named = keep("z", {"kq13": ("red", "Callum Reid in S3 has no target")}, **one)
    for name in ("x", "y"):
        keep(name, {"kq01": ("red", f"no page of dates at {name}")}, **one)
    result = run(named.parent)
    assert "They are too many to be told apart" in result.stdout
    assert "11 green (79%), 3 red (21%)" in result.stdout
    assert "Ben Vorlich" not in result.stdout
    assert "Callum" not in result.stdout
    assert "(primary, for the leadership team): “the log, 5 of 9 departments" in result.stdout
    assert "Red (for the leadership team): “no page" in result.stdout  # of a few special schools


# --- properties -----------------------------------------------------------------------

RATINGS = st.sampled_from(["red", "amber", "green", "unknown", "skipped", "not_applicable"])
NOTE = st.one_of(st.just(""), st.text(max_size=40))
ANSWERS = st.dictionaries(
    st.sampled_from([item.id for item in library().banks["key-questions"].items]),
    st.tuples(RATINGS, NOTE),
    min_size=1,
    max_size=8,
)
PROFILE = st.fixed_dictionaries(
    {
        "school": st.sampled_from(["A", "B", "C"]),
        "role": st.sampled_from(["Head teacher", "Class teacher", "PT maths", ""]),
        "voice": st.sampled_from(["On my own", "For a department", ""]),
    }
)
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def held(answers: Said, profile: Mapping[str, str], mark: int) -> tuple[Record, Contribution]:
    from mtcoach.transcript.lines import stamped

    record = fold(stamped(events_of(answers, profile), 0, AT))  # type: ignore[arg-type]
    one = Contribution(f"{mark}.jsonl", mark, dict(profile), record.answers, record.asked, day=DAY)
    return record, one


def combined(each: Sequence[Contribution]) -> Combination | None:
    combining = Combining(library())
    for one in each:
        combining.add(one)
    return combining.result()


@QUICK
@given(ANSWERS)
def test_one_transcript_put_together_is_its_own_picture(answers: Said) -> None:
    record, one = held(answers, LEADER, 1)
    found = combined([one])
    standings = {view.item: view.standing for p in profiles(record, library()) for view in p.views}
    if not {"red", "amber", "green", "unknown"} & set(standings.values()):
        assert found is None
        return
    assert found
    assert {each.item: each.counts[standings[each.item]] for each in found.pictures} == (
        dict.fromkeys(standings, 1)
    )
    assert all(sum(each.counts.values()) == 1 for each in found.pictures)
    assert all(each.verdict in ("single", "unknown", "none") for each in found.pictures)


@QUICK
@given(st.lists(st.tuples(ANSWERS, PROFILE), min_size=1, max_size=2 * NAMED), st.randoms())
def test_the_order_in_which_files_are_read_does_not_matter(
    given_: list[tuple[Said, dict[str, str]]], chance: st.DataObject
) -> None:
    each = [held(answers, profile, mark)[1] for mark, (answers, profile) in enumerate(given_)]
    turned = list(each)
    chance.shuffle(turned)  # type: ignore[attr-defined]
    found, again = combined(each), combined(turned)
    assert found == again
    if found:
        pages = [
            layout(compose_combination(one, library(), day=DAY), "md")
            for one in (found, again)
            if one
        ]
        assert pages[0] == pages[1]


@QUICK
@given(st.lists(st.tuples(ANSWERS, PROFILE), min_size=1, max_size=2 * NAMED))
def test_every_answer_is_counted_once_and_only_so_many_notes_are_kept(
    given_: list[tuple[Said, dict[str, str]]],
) -> None:
    each = [held(answers, profile, mark)[1] for mark, (answers, profile) in enumerate(given_)]
    found = combined(each)
    if found is None:
        return
    shown = [one for one in each if not (one.guarded and found.guarded == "held")]
    for picture in found.pictures:
        counted = [one for one in shown if picture.item in one.asked]
        assert sum(picture.counts.values()) <= len(counted)
        assert all(len(words) <= 8 for words in picture.words.values())
    assert sum(picture.answered for picture in found.pictures) == found.answers


def test_memory_does_not_grow_with_the_number_of_files() -> None:
    import tracemalloc

    def cost(count: int) -> int:
        combining = Combining(library())
        tracemalloc.start()
        for mark in range(count):
            answers = {
                "kq13": ("red", f"note {mark} " * 300),
                "kq01": ("green", f"n {mark} " * 300),
            }
            combining.add(held(answers, {**LEADER, "school": f"School {mark}"}, mark)[1])
        held_now, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return held_now

    cost(50)  # what is made once
    few, many = cost(300), cost(1500)
    # A few numbers a transcript are kept, to tell copies; its words, some 5 KB, are not.
    assert many - few < 1200 * 1000, (few, many)


def test_combined_files_are_named_after_the_bank(departments: list[Path], tmp_path: Path) -> None:
    found = combine_files(departments, library(), day=DAY, redacted=True)
    (path,) = write([Job(found.narrative, ["md"], found.stem)], tmp_path)
    assert path.name == "combined-key-questions-redacted.md"


@pytest.mark.parametrize("form", FORMATS)
def test_hard_text_breaks_no_format(keep: Keep, tmp_path: Path, form: str) -> None:
    paths = [
        keep(f"h{n}", {"kq13": ("red", text), "kq01": ("green", text)}, school=f"S {n}")
        for n, text in enumerate(HARD[:NAMED])
    ]
    result = run(*paths, "--to", form, "--out", tmp_path / "out")
    assert result.exit_code == 0, result.output
    assert (tmp_path / "out" / f"combined-key-questions.{form}").stat().st_size > 1000


def test_a_machine_finds_nothing_against_pdf_ua(departments: list[Path], tmp_path: Path) -> None:
    from pdfua import validate

    run(*departments, "--to", "pdf", "--out", tmp_path)
    assert validate(str(tmp_path / "combined-key-questions.pdf")).findings == ()
