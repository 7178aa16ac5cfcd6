"""Where the pure rooms meet the disk: open, hear, append, close.

The order of a move: the coach decides, the log appends and syncs, the front end
shows. What was shown was saved; what was refused was never written.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path

from mtcoach import __version__
from mtcoach.coach import path as routes
from mtcoach.coach.dialogue import Coach
from mtcoach.coach.moves import Setting
from mtcoach.coach.notes import evidence, placement, privacy
from mtcoach.coach.replies import understanding
from mtcoach.coach.turn import Earlier, Edit, Turn, shown
from mtcoach.coach.wording import wording
from mtcoach.errors import CoachError, TranscriptError
from mtcoach.findings import propose, spoken_summary
from mtcoach.questions.loading import Library
from mtcoach.questions.models import COLOURS, Colour
from mtcoach.transcript.draft import load_draft, save_draft
from mtcoach.transcript.events import (
    BankMark,
    Event,
    Opened,
    Paused,
    Resumed,
    Said,
)
from mtcoach.transcript.folder import new_path
from mtcoach.transcript.log import Log, load
from mtcoach.transcript.record import Record, fold
from mtcoach.transcript.sayings import Position

EXAMPLE = (
    "This is a worked example, opened for reading; start a new evaluation to give your own answers."
)

Clock = Callable[[], datetime]


def _now() -> datetime:
    return datetime.now(UTC)


def coach(library: Library) -> Coach:
    """The coach over `library`, with its outlooks from the findings."""
    # The first reading compiles patterns and loads weights; better now than while somebody waits.
    sample = "amber, 3 of 4 classes since May"
    understanding.read(sample)
    evidence.judge(sample)
    privacy.find(sample)
    placement.place(sample, library.banks[routes.MAIN_BANK].items)
    return Coach(Setting(library, wording(), spoken_summary, propose))


class Evaluation:
    """One evaluation, open in one front end.

    `notices` are sentences to show once after opening. A new evaluation gets its
    file with the first reply, named after the school; until then `path` is where
    it would go and nothing is written.
    """

    def __init__(
        self,
        path: Path,
        library: Library,
        events: Sequence[Event],
        *,
        log: Log | None = None,
        read_only: bool = False,
        notices: tuple[str, ...] = (),
        clock: Clock = _now,
    ) -> None:
        self.path = path
        self.library = library
        self.events: list[Event] = list(events)
        self.record: Record = fold(events)
        self.read_only = read_only
        self.notices = notices
        self.turn = Turn((), (), Position(phase="profile"))
        self._coach = coach(library)
        self._log = log
        self._clock = clock
        self._looked_for = ("", "")
        self._found_earlier: Earlier | None = None

    def hear(self, text: str) -> Turn:
        """Decides on `text`, puts it on the disk, and returns the coach's turn.

        Raises `CoachError` when it cannot be saved; then nothing has changed.
        """
        heard = self._coach.hear(
            self.record,
            text,
            held=self.turn.held,
            earlier=self._earlier(),
            today=self.today(),
        )
        return self.take_turn(heard, school=text)

    def go_to(self, item: str) -> Turn:
        """Turns to `item`, to answer it or to amend what is there."""
        return self._keep(self._coach.turn_to(self.record, item, self._earlier()))

    def edit(self, item: str, edit: Edit) -> Turn:
        """Takes an edit made in place; note and step replace what was there, blanks nothing."""
        held = self.turn.held
        turn = self._coach.amend(self.record, item, edit)
        # A reply that waits for its mask or its keep goes on waiting, if its prompt does.
        return self._keep(replace(turn, held=held if turn.position == self.turn.position else None))

    def warn(self, item: str, edit: Edit) -> Turn | None:
        """What is to be asked before `edit` is made: an aside that is kept nowhere."""
        return self._coach.warn(self.record, item, edit)

    def take_down(self, events: Sequence[Event], *, school: str = "") -> None:
        """Puts events that a room decided on the disk; a new file is named after `school`.

        Raises `CoachError` when they cannot be saved; then nothing has changed.
        """
        if self.read_only:
            raise TranscriptError(f"{self.path}: this is open for reading only; nothing was saved")
        if self._log is None:
            self._found(school)
        self._append(events)

    @property
    def setting(self) -> Setting:
        """What the coach works with besides the record."""
        return self._coach.setting

    def take_turn(self, turn: Turn, *, school: str = "") -> Turn:
        """Puts a turn that answers a reply on the disk, and makes it the latest.

        Raises `CoachError` when it cannot be saved; then nothing has changed.
        """
        self._keep(turn, school=school)
        # Only a reply that was taken uses the draft up: one that is held back stays there.
        if turn.cue != "edit":
            save_draft(self.path, turn.held or "")
        return turn

    def pause(self) -> None:
        """Notes that the sitting is over; safe to call at any time."""
        started = self._log is not None
        if started and not self.read_only and not self.record.paused and not self.record.finished:
            self._append((Paused(),))

    def close(self) -> None:
        """Lets go of the file."""
        if self._log:
            self._log.close()

    @property
    def draft(self) -> str:
        """The half-typed reply of an earlier sitting."""
        return "" if self.read_only else load_draft(self.path)

    def save_draft(self, text: str) -> None:
        """Keeps a half-typed reply beside the transcript."""
        if self._log and not self.read_only:
            save_draft(self.path, text or self.turn.held or "")

    def begin(self, *, example: bool = False, workshop: bool = False) -> None:
        """Opens the conversation: the coach's first turn, not yet on the disk.

        A workshop has none: a room begins with a vote.
        """
        opened = Opened(
            app=__version__,
            framework=self.library.framework.framework,
            banks=_marks(self.library),
            example=example,
        )
        if not workshop:
            self.turn = self._coach.begin()
        self._take((opened, *self.turn.events))

    def resume(self) -> None:
        """A new sitting: says where we were."""
        if self.read_only:
            last = next((each for each in reversed(self.events) if isinstance(each, Said)), None)
            self.turn = shown(last) if last else self.turn
            return
        changed = _changed(self.events, self.library)
        self._append((Resumed(banks=_marks(self.library) if changed else {}),))
        if self.record.workshop:
            last = next((each for each in reversed(self.events) if isinstance(each, Said)), None)
            self.turn = shown(last) if last else self.turn
            return
        earlier, today = self._earlier(), self.today()
        self._keep(self._coach.welcome_back(self.record, earlier, today=today))

    def today(self) -> date:
        """The day that "by Easter" is said on."""
        return self._clock().date()

    def _earlier(self) -> Earlier | None:
        """The same school's evaluation before this one, looked for once it is named."""
        wanted = (self.record.profile.get("school", ""), self.record.bank)
        if wanted[0] and wanted != self._looked_for:
            self._looked_for = wanted
            self._found_earlier = earlier_of(self.path, self.record)
        return self._found_earlier

    def _keep(self, turn: Turn, school: str = "") -> Turn:
        self.take_down(turn.events, school=school)
        self.turn = turn
        return turn

    def _found(self, school: str) -> None:
        """Makes the file, with the turns that came before the first reply."""
        self.path = new_path(self.path.parent, school, self._clock().date())
        log = Log.create(self.path)
        try:
            stamped = log.append(self.events, self._clock())
        except CoachError:
            log.close()
            self.path.unlink(missing_ok=True)
            raise
        self._log = log
        self.events = list(stamped)
        self.record = fold(stamped)

    def _append(self, events: Sequence[Event]) -> None:
        assert self._log is not None
        self._take(self._log.append(events, self._clock()))

    def _take(self, events: Sequence[Event]) -> None:
        self.record = fold(events, self.record)
        self.events += events


def start(
    folder: Path,
    library: Library,
    *,
    clock: Clock = _now,
    example: bool = False,
    workshop: bool = False,
) -> Evaluation:
    """A new evaluation, whose file will be made in `folder` with the first reply."""
    path = new_path(folder, "", clock().date())
    evaluation = Evaluation(path, library, (), clock=clock)
    evaluation.begin(example=example, workshop=workshop)
    return evaluation


def resume(
    path: Path, library: Library, *, read_only: bool = False, clock: Clock = _now
) -> Evaluation:
    """The evaluation kept at `path`, for going on with or for reading.

    Raises `HeldError` when another mtcoach is writing it, `TranscriptError` when it
    cannot be read.
    """
    loaded = load(path)
    example = _is_example(loaded.events)
    if read_only or example:
        notices = (*loaded.problems, *((EXAMPLE,) if example else ()))
        evaluation = Evaluation(
            path, library, loaded.events, read_only=True, notices=notices, clock=clock
        )
    else:
        log = Log.open(path)
        notices = (*log.problems, *_changed(log.loaded.events, library))
        evaluation = Evaluation(
            path, library, log.loaded.events, log=log, notices=notices, clock=clock
        )
    try:
        evaluation.resume()
    except BaseException:
        evaluation.close()
        raise
    return evaluation


def _is_example(events: Sequence[Event]) -> bool:
    return bool(events) and isinstance(events[0], Opened) and events[0].example


def _marks(library: Library) -> dict[str, BankMark]:
    return {
        name: BankMark(version=bank.version, digest=library.digests.get(name, ""))
        for name, bank in library.banks.items()
    }


def _changed(events: Sequence[Event], library: Library) -> tuple[str, ...]:
    """What has changed in the banks that this evaluation was asked from."""
    seen: dict[str, BankMark] = {}
    for event in events:
        if isinstance(event, Opened | Resumed):
            seen |= event.banks
    record = fold(events)
    asked = {library.homes[item].bank for item in record.asked if item in library.homes}
    now = _marks(library)
    notices = [
        f"The questions of '{library.banks[name].title}' have changed since you last sat down to "
        f"this; your answers are as you gave them."
        for name in sorted(asked)
        if name in seen and seen[name].digest != now[name].digest
    ]
    gone = [item for item in record.asked if item not in library.items]
    if gone:
        notices.append(
            f"No bank at hand has {', '.join(gone)} any more; what you said there is kept and "
            f"stays in the record."
        )
    return tuple(notices)


def earlier_of(path: Path, record: Record) -> Earlier | None:
    """The latest complete evaluation of the same school beside `path`, examples left out.

    On resuming it is the one that was looked back on when this one began.
    """
    school = record.profile.get("school", "").strip().casefold()
    names = [record.earlier.file] if record.earlier else None
    found: list[Earlier] = []
    for other in path.parent.glob("*.jsonl"):
        if other.name == path.name or (names and other.name not in names):
            continue
        try:
            events = load(other).events
        except CoachError:
            continue
        held = fold(events)
        same = held.profile.get("school", "").strip().casefold() == school
        bank = record.bank in ("", held.bank)
        if same and bank and (held.finished or names) and not _is_example(events):
            found.append(Earlier(other.name, events[-1].at.date(), held))
    return max(found, key=lambda each: each.day, default=None)


@dataclass(frozen=True, slots=True)
class Summary:
    """One evaluation at a glance. `problem` is set where its file cannot be read."""

    path: Path
    school: str = ""
    day: date | None = None
    answered: int = 0
    asked: int = 0
    colours: Mapping[Colour, int] = field(default_factory=dict)
    finished: bool = False
    example: bool = False
    workshop: bool = False
    problem: str | None = None

    @property
    def progress(self) -> tuple[int, int]:
        """Items closed, of items asked."""
        return self.answered, self.asked


def summarise(path: Path) -> Summary:
    """The evaluation at `path` at a glance; its day is that of its last event."""
    try:
        events = load(path).events
    except CoachError as error:
        return Summary(path, problem=str(error))
    record = fold(events)
    answers = [record.answer(item) for item in record.asked]
    ratings = [answer.rating for answer in answers]
    return Summary(
        path=path,
        school=record.profile.get("school", ""),
        day=events[-1].at.date() if events else None,
        answered=sum(answer.closed for answer in answers),
        asked=len(answers),
        colours={colour: ratings.count(colour) for colour in COLOURS},
        finished=record.finished,
        example=_is_example(events),
        workshop=record.workshop is not None,
    )


def summaries(folder: Path) -> list[Summary]:
    """Every evaluation in `folder`, the latest first, unreadable ones last."""
    found = [summarise(path) for path in sorted(folder.glob("*.jsonl"))]
    return sorted(found, key=lambda each: each.day or date.min, reverse=True)
