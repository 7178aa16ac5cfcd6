"""Where transcripts are, why there, and what a new one is called."""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mtcoach.errors import TranscriptError

VARIABLE = "MTCOACH_TRANSCRIPTS"

_LONGEST = 80
"""Bytes of a school's name in a file name: some systems allow 255 for all of it, endings too."""

_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼ`´"))


@dataclass(frozen=True, slots=True)
class Place:
    """A folder of transcripts; `why` completes "transcripts are there: …"."""

    path: Path
    why: str


def transcripts_folder(option: Path | None, environ: Mapping[str, str], cwd: Path) -> Place:
    """Where transcripts go: the option, the variable, `./transcripts`, or the user's own folder.

    Only what a person asked for by name can be wrong: a file there is a `TranscriptError`.
    """
    if option is not None:
        return _asked(option, cwd, "--transcripts", "chosen with --transcripts")
    named = environ.get(VARIABLE, "").strip()
    if named:
        return _asked(Path(named), cwd, VARIABLE, f"set by {VARIABLE}")
    here = cwd / "transcripts"
    if here.is_dir():
        return Place(here, "the transcripts folder of the folder you are working in")
    import platformdirs

    own = platformdirs.user_data_path("mtcoach", appauthor=False) / "transcripts"
    return Place(own, "your own data folder, as there is no transcripts folder here")


def _asked(path: Path, cwd: Path, name: str, why: str) -> Place:
    try:
        path = path.expanduser()
    except RuntimeError:
        raise TranscriptError(
            f"{name}: there is no home folder for '{path}'; write the folder's whole path"
        ) from None
    path = cwd / path
    if path.exists() and not path.is_dir():
        raise TranscriptError(f"{name}: '{path}' is a file; name a folder for transcripts")
    return Place(path, why)


def new_path(folder: Path, school: str, day: date) -> Path:
    """A name in `folder` that no transcript or draft has: `2026-11-22-lochside-academy.jsonl`."""
    stem = f"{day.isoformat()}-{_slug(school) or 'evaluation'}"
    for number in itertools.count(1):
        name = f"{stem}.jsonl" if number == 1 else f"{stem}-{number}.jsonl"
        if not (folder / name).exists() and not (folder / f"{name}.draft").exists():
            return folder / name
    raise AssertionError("numbers do not run out")


def _slug(text: str) -> str:
    """`text` in letters and digits with hyphens between, safe on every system.

    Accents go from Latin letters (Àird → aird); other scripts keep theirs, which are
    vowels there and not ornaments.
    """
    kept: list[str] = []
    base = ""
    for char in unicodedata.normalize("NFKD", text.translate(_APOSTROPHES)).casefold():
        if unicodedata.category(char).startswith("M"):
            kept += [] if base.isascii() else [char]
            continue
        base = char
        kept.append(char if char.isalnum() else "-")
    words = unicodedata.normalize("NFC", "".join(kept)).split("-")
    slug = "-".join(word for word in words if word).encode()
    if len(slug) <= _LONGEST:
        return slug.decode()
    # Cut between words where there is a between, never inside a letter.
    cut = slug[: _LONGEST + 1].rpartition(b"-")[0] or slug[:_LONGEST]
    return cut.decode("utf-8", "ignore")
