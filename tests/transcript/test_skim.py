"""A transcript read in passing holds what a whole reading holds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mtcoach.errors import TranscriptError
from mtcoach.transcript.events import EVENT, FORMAT
from mtcoach.transcript.log import load
from mtcoach.transcript.record import fold
from mtcoach.transcript.skim import skim

EXAMPLES = sorted((Path(__file__).parent.parent.parent / "transcripts").glob("*.jsonl"))


def same(path: Path) -> None:
    loaded = load(path)
    record, found = fold(loaded.events), skim(path)
    assert dict(found.profile) == dict(record.profile)
    assert found.asked == record.asked
    assert found.answers == dict(record.answers)
    assert found.problems == loaded.problems


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_evaluation_in_passing_is_the_evaluation(path: Path) -> None:
    same(path)
    assert skim(path).example


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    path = tmp_path / "a.jsonl"
    path.write_bytes(EXAMPLES[0].read_bytes())
    return path


def lines(path: Path) -> list[bytes]:
    return path.read_bytes().splitlines(keepends=True)


def test_a_line_cut_off_at_the_end_is_set_aside_in_both(copy: Path) -> None:
    data = copy.read_bytes()
    copy.write_bytes(data[:-40])
    same(copy)
    assert "was cut off" in skim(copy).problems[0]


def test_a_damaged_answer_costs_itself_alone(copy: Path) -> None:
    kept = lines(copy)
    place = next(n for n, line in enumerate(kept) if b'"type":"noted"' in line)
    kept[place] = kept[place].replace(b'"text"', b'"txet"')
    copy.write_bytes(b"".join(kept))
    same(copy)
    assert "'text' is missing" in skim(copy).problems[0]


def test_a_line_of_talk_that_is_missing_is_noticed(copy: Path) -> None:
    kept = lines(copy)
    del kept[next(n for n, line in enumerate(kept) if b'"type":"heard"' in line)]
    copy.write_bytes(b"".join(kept))
    same(copy)
    assert "one event is missing" in skim(copy).problems[0]


def test_talk_that_was_cut_short_is_damage_in_both(copy: Path) -> None:
    kept = lines(copy)
    place = next(n for n, line in enumerate(kept) if b'"type":"said"' in line)
    kept[place] = kept[place][:60] + b"\n"
    copy.write_bytes(b"".join(kept))
    same(copy)
    assert "cannot be read" in skim(copy).problems[0]


def test_a_newer_format_is_refused_also_in_the_talk(copy: Path) -> None:
    kept = lines(copy)
    place = next(n for n, line in enumerate(kept) if b'"type":"said"' in line)
    kept[place] = kept[place].replace(b'"v":%d' % FORMAT, b'"v":%d' % (FORMAT + 1))
    copy.write_bytes(b"".join(kept))
    with pytest.raises(TranscriptError, match="a newer mtcoach wrote this"):
        skim(copy)


def test_a_file_that_is_no_transcript_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.jsonl"
    path.write_text("milk\nbread\n", encoding="utf-8")
    with pytest.raises(TranscriptError, match="this is not a transcript"):
        skim(path)


def test_keys_in_another_order_are_read_all_the_same(copy: Path) -> None:
    turned = [
        json.dumps(dict(reversed(json.loads(line).items())), ensure_ascii=False)
        for line in lines(copy)
    ]
    copy.write_text("\n".join(turned) + "\n", encoding="utf-8", newline="\n")
    same(copy)


def test_where_too_few_of_a_room_voted_it_is_marked(tmp_path: Path) -> None:
    shown = {"green": 3, "amber": 3, "red": 0}
    said: list[dict[str, object]] = [
        {"type": "room_opened", "minutes": 40},
        {
            "type": "round_closed",
            "item": "kq01",
            "number": 1,
            "tally": {"present": 4, "voters": 4},
        },
        {
            "type": "round_closed",
            "item": "kq02",
            "number": 1,
            "tally": {"present": 6, "voters": 6, "spread": shown},
        },
    ]
    path = tmp_path / "room.jsonl"
    path.write_text(
        "".join(
            EVENT.validate_python({"seq": seq, **line}).model_dump_json() + "\n"
            for seq, line in enumerate(said)
        ),
        encoding="utf-8",
    )
    assert skim(path).held == {"kq01"}
