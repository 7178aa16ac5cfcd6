"""Events to lines and back: what a transcript's bytes mean, whatever state they are in.

A line that cannot be read never costs its neighbours. Nothing here touches a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any, Final

from pydantic import ValidationError
from pydantic_core import PydanticSerializationError, from_json

from mtcoach.errors import TranscriptError
from mtcoach.transcript.events import EVENT, FORMAT, Event

_BEGIN = b'{"v":'
"""How every line that was written here begins: it tells a torn first line from another file."""

_BOM = b"\xef\xbb\xbf"
_STAMP = frozenset({"v", "seq", "at", "type"})

_SAID = {
    "json_invalid": "it is not a line of JSON",
    "union_tag_not_found": "it has no type",
    "union_tag_invalid": "this mtcoach does not know its type",
    "dict_type": "it is not an event",
    "missing": "'{field}' is missing",
    "extra_forbidden": "'{field}' is not a field we know",
}
"""What pydantic found in a line, in a person's words."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a transcript holds, and what of it could not be read.

    `damaged` has the lines that are no events, `torn` what is left of a last line that
    was cut off, and `sound` the bytes of the file without either.
    """

    events: tuple[Event, ...] = ()
    problems: tuple[str, ...] = ()
    torn: bytes = b""
    damaged: tuple[bytes, ...] = ()
    sound: bytes = b""

    @property
    def next_seq(self) -> int:
        """The first number that no event has, so that none is ever given twice."""
        return max((event.seq for event in self.events), default=-1) + 1


TALK: Final = re.compile(
    rb'\{"v":(?:%s),"seq":(\d+),"at":"[^"]+","type":"(?:said|heard)",'
    % b"|".join(str(number).encode() for number in range(1, FORMAT + 1))
)
"""How a line begins that only holds talk, and not what was decided of it."""


def decode(data: bytes, name: str, *, talk: bool = True) -> Loaded:
    """The events in `data`; `name` is what its problems call the file.

    Without `talk`, what both sides said is passed over: it is most of a transcript and
    slow to read, and what was decided of it stands in events of its own. Such a line is
    then taken to be sound if it begins and ends as one.

    Raises `TranscriptError` when a newer mtcoach wrote any line of it, or when it is
    no transcript.
    """
    if not data.strip():
        return Loaded(problems=(f"{name}: the file is empty; nothing has been recorded yet",))
    lines = data.removeprefix(_BOM).split(b"\n")
    torn = b""
    if lines[-1].strip() and isinstance(_event(lines[-1], f"{name}:{len(lines)}"), str):
        torn = lines.pop()
    events: list[Event] = []
    sound: list[bytes] = []
    damaged: list[bytes] = []
    problems: list[str] = []
    expected = left_out = passed = 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        place = f"{name}:{number}"
        spoken = None if talk else TALK.match(line)
        if spoken and line.rstrip().endswith(b"}"):
            passed += 1
            expected, left_out = max(expected, int(spoken[1]) + 1), 0
            continue
        event = _event(line, place)
        if isinstance(event, str):
            problems.append(f"{place}: {event}; it is left out, the other lines are kept")
            damaged.append(line)
            left_out += 1
            continue
        if odd := _order(event.seq, expected, left_out):
            problems.append(f"{place}: {odd}; every line that is here is kept")
        expected, left_out = max(expected, event.seq + 1), 0
        events.append(event)
        sound.append(line)
    if not events and not passed and (damaged or not _ours(torn)):
        raise TranscriptError(
            f"{name}: this is not a transcript, no line of it is an event; "
            "choose a .jsonl file that mtcoach wrote (nothing was changed)"
        )
    if torn:
        cut = "the last line was cut off before it was saved; everything before it is kept"
        problems.append(f"{name}:{len(lines) + 1}: {cut}")
    whole = b"".join(line + b"\n" for line in sound)
    return Loaded(tuple(events), tuple(problems), torn, tuple(damaged), whole)


def _event(line: bytes, place: str) -> Event | str:
    """The event that `line` holds, or what is wrong with it."""
    try:
        event = EVENT.validate_json(line)
    except ValidationError as error:
        _refuse_newer(line, place)
        return _wrong(line, error)
    if event.v > FORMAT:
        _refuse_newer(line, place)
    return event


def _refuse_newer(line: bytes, place: str) -> None:
    try:
        data = from_json(line)
    except ValueError:
        return
    found = data.get("v") if isinstance(data, dict) else None
    if type(found) is int and found > FORMAT:
        raise TranscriptError(
            f"{place}: a newer mtcoach wrote this, in format {found}, and this one reads "
            f"formats up to {FORMAT}; update mtcoach to open it (nothing was changed)"
        )


def _wrong(line: bytes, error: ValidationError) -> str:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return "this line is not UTF-8 text"
    found = error.errors(include_url=False, include_input=False)[0]
    field = ".".join(str(part) for part in found["loc"][1:])
    said = _SAID.get(found["type"], "'{field}' cannot be read").format(field=field)
    return f"this line cannot be read: {said}"


def _order(seq: int, expected: int, left_out: int) -> str:
    """What is odd about an event's number; lines left out just before explain a gap."""
    if seq < expected:
        return f"number {seq} comes again or out of order"
    missing = seq - expected
    if missing and missing != left_out:
        return f"before number {seq} " + (
            "one event is missing" if missing == 1 else f"{missing} events are missing"
        )
    return ""


def _ours(torn: bytes) -> bool:
    """Whether a lone torn line may be the beginning of a transcript.

    A power cut may leave a file's length on the disk without its bytes: all zeros.
    """
    return _BEGIN.startswith(torn) or torn.startswith(_BEGIN) or not torn.strip(b"\0")


def stamped(events: Iterable[Event], first: int, at: datetime) -> tuple[Event, ...]:
    """`events` as they will stand in the file: format, number from `first`, and time in UTC."""
    moment = at.astimezone(UTC)
    return tuple(
        event.model_copy(update={"v": FORMAT, "seq": first + index, "at": moment})
        for index, event in enumerate(events)
    )


def encode(event: Event) -> tuple[Event, bytes]:
    """`event` and its line.

    The event is the same one unless its text had lone surrogates, which no UTF-8 file
    can hold: they are mended in both.
    """
    try:
        return event, _line(event)
    except PydanticSerializationError:
        mended = type(event).model_validate(_clean(event.model_dump()))
        return mended, _line(mended)


def _line(event: Event) -> bytes:
    """One line; what stands at its default is left out, so that a transcript can be read."""
    quiet = {name for name, value in _defaults(type(event)) if getattr(event, name) == value}
    return event.model_dump_json(exclude=quiet).encode() + b"\n"


@cache
def _defaults(kind: type[Event]) -> tuple[tuple[str, Any], ...]:
    return tuple(
        (name, field.get_default(call_default_factory=True))
        for name, field in kind.model_fields.items()
        if name not in _STAMP and not field.is_required()
    )


def clean(text: str) -> str:
    """`text` as UTF-8 can hold it: surrogate pairs joined, lone surrogates as U+FFFD."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _clean(value: Any) -> Any:
    match value:
        case str():
            return clean(value)
        case dict():
            return {_clean(key): _clean(inner) for key, inner in value.items()}
        case list() | tuple():
            return tuple(_clean(inner) for inner in value)
        case _:
            return value
