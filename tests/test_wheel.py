"""The built wheel, in an empty environment, outside the checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
UV = shutil.which("uv")


def run(*command: str | Path, cwd: Path, **environ: str) -> str:
    """What a command prints; its failure is ours."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**os.environ, **environ},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if UV is None:
        pytest.fail("uv is needed to build the wheel, as for every command of the README")
    out = tmp_path_factory.mktemp("dist")
    run(UV, "build", "--wheel", "--quiet", "--out-dir", out, cwd=ROOT)
    (built,) = out.glob("*.whl")
    return built


def test_the_wheel_carries_questions_wording_templates_and_styles(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for name in (
        "mtcoach/_questions/banks/key-questions.yaml",
        "mtcoach/_questions/banks/deep-audit.yaml",
        "mtcoach/_questions/banks/journey-to-excellence.yaml",
        "mtcoach/_questions/frameworks/hgios4.yaml",
        "mtcoach/_questions/vocabulary.yaml",
        "mtcoach/_questions/calendars/scotland-example.yaml",
        "mtcoach/coach/wording.yaml",
        "mtcoach/questions/templates/starter.yaml",
        "mtcoach/report/templates/layout/report.html.jinja",
        "mtcoach/report/templates/pdf/report.typ",
        "mtcoach/report/templates/word/report.docx",
        "mtcoach/terminal/app.tcss",
        "mtcoach/py.typed",
    ):
        assert name in names
    assert not [name for name in names if name.startswith(("tests/", "transcripts/"))]


def test_the_wheel_works_where_there_is_no_checkout(wheel: Path, tmp_path: Path) -> None:
    assert UV is not None
    run(UV, "venv", "--quiet", "--python", sys.executable, tmp_path / "env", cwd=tmp_path)
    scripts = tmp_path / "env" / ("Scripts" if sys.platform == "win32" else "bin")
    python = scripts / ("python.exe" if sys.platform == "win32" else "python")
    run(UV, "pip", "install", "--quiet", "--python", python, wheel, cwd=tmp_path)
    mtcoach = scripts / ("mtcoach.exe" if sys.platform == "win32" else "mtcoach")
    empty = {"PYTHONPATH": "", "PYTHONUTF8": "1"}
    assert "key-questions: 19 items" in run(mtcoach, "questions", "check", cwd=tmp_path, **empty)
    (tmp_path / "transcripts").mkdir()
    said = run(mtcoach, "chat", "--plain", cwd=tmp_path, **empty)
    assert "what is your school called?" in said
    sample = ROOT / "transcripts" / "secondary-alone.jsonl"
    run(mtcoach, "report", sample, "--out", tmp_path / "out", cwd=tmp_path, **empty)
    assert {path.suffix for path in (tmp_path / "out").iterdir()} == {".docx", ".html"}
    files = ("--document", "all", "--to", "md,pdf,xlsx,json", "--out", tmp_path / "files")
    assert len(run(mtcoach, "report", sample, *files, cwd=tmp_path, **empty).split()) == 17
