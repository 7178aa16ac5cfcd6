"""LibreOffice, as a second program that opens what we write."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

NAMES = ("soffice", "libreoffice")


def converted(paths: Sequence[Path], folder: Path) -> list[Path]:
    """`paths` as LibreOffice prints them to PDF; skips where it is missing, except in CI."""
    program = next((found for name in NAMES if (found := shutil.which(name))), None)
    if program is None:
        if os.environ.get("CI") == "true":
            pytest.fail("LibreOffice is missing; .ci/run installs it")
        pytest.skip("LibreOffice is not installed, so its opening of the file is not tried")
    subprocess.run(
        [
            program,
            "--headless",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--convert-to", "pdf", "--outdir", str(folder), *map(str, paths)),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return [folder / f"{path.stem}.pdf" for path in paths]
