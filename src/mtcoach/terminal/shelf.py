"""The folder of evaluations, and the one that lies open.

Whatever reads a file is imported and called off the paint path; the first
picture needs none of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from mtcoach.terminal.desk import Desk
from mtcoach.workshop.facilitating.plans import Plans

if TYPE_CHECKING:
    from mtcoach.evaluation import Evaluation, Summary
    from mtcoach.questions.loading import Library
    from mtcoach.workshop.facilitating.conducting import Conductor
    from mtcoach.workshop.facilitating.hall import Hall
    from mtcoach.workshop.facilitating.opening import Opening


class Shelf:
    """Where evaluations are found, opened and put back.

    `why` says in a phrase how `folder` was chosen; `banks` and `calendar` are a school's own;
    `plans` are what the command line said of workshops.
    """

    def __init__(
        self,
        folder: Path,
        why: str,
        banks: tuple[Path, ...] = (),
        calendar: Path | None = None,
        plans: Plans | None = None,
    ) -> None:
        self.folder = folder
        self.why = why
        self.banks = banks
        self.calendar = calendar
        self.plans = plans or Plans()
        self.desk: Desk | None = None
        self.hall: Hall | None = None
        self.kept: list[Path] = []

    @cached_property
    def library(self) -> Library:
        """The questions. Reads files: not for the paint path."""
        from mtcoach.questions.loading import load_library

        return load_library(self.banks, self.calendar)

    def summaries(self) -> Sequence[Summary]:
        """What is in the folder. Reads files: not for the paint path."""
        from mtcoach import evaluation

        self.library  # noqa: B018 - read here, so that opening does not wait for it
        found = evaluation.summaries(self.folder)
        # The conversation comes next: its modules are ready before anybody asks for it.
        from mtcoach.terminal.screens import chat  # noqa: F401

        return found

    async def open(self, path: Path | None, *, read_only: bool = False) -> Desk:
        """A desk with the evaluation at `path`, or with a new one."""
        self.desk = await Desk.opening(partial(self._evaluation, path, read_only))
        return self.desk

    def _evaluation(self, path: Path | None, read_only: bool) -> Evaluation:
        from mtcoach import evaluation

        if path is None:
            return evaluation.start(self.folder, self.library)
        return evaluation.resume(path, self.library, read_only=read_only)

    async def open_room(self, opening: Opening) -> Desk:
        """A desk with a new workshop, whose room is open."""
        self.desk = await Desk.opening(partial(self._workshop, opening))
        return self.desk

    def _workshop(self, opening: Opening) -> Evaluation:
        from mtcoach import evaluation
        from mtcoach.workshop.sitting import Sitting

        begun = evaluation.start(self.folder, self.library, workshop=True)
        try:
            Sitting(begun).begin(
                opening.school, opening.sector, opening.bank, opening.items, opening.minutes,
                opening.roles,
            )  # fmt: skip
        except BaseException:
            begun.close()
            raise
        return begun

    async def enter_room(self, desk: Desk) -> Hall:
        """The workshop that lies on `desk`, to be conducted."""
        from mtcoach.workshop.facilitating.hall import Hall

        self.hall = Hall(await desk.do(partial(_conductor, desk.evaluation)), desk.do)
        return self.hall

    def keep(self, paths: Iterable[Path]) -> None:
        """Notes files to be named on leaving."""
        self.kept += [path for path in paths if path not in self.kept]

    async def put_away(self) -> None:
        """Pauses and closes the evaluation that lies open."""
        hall, self.hall = self.hall, None
        if hall:
            await hall.leave()
        desk, self.desk = self.desk, None
        if desk:
            try:
                await desk.leave()
            finally:
                if not desk.evaluation.read_only and desk.evaluation.path.exists():
                    self.keep([desk.evaluation.path])

    def put_away_broken(self) -> Path | None:
        """Closes what lay open when the app broke, its half-typed reply saved; its file, if any."""
        desk, self.desk = self.desk, None
        if desk is None:
            return None
        desk.drop()
        path = desk.evaluation.path
        return path if path.exists() else None


def _conductor(evaluation: Evaluation) -> Conductor:
    from mtcoach.workshop.facilitating.conducting import Conductor
    from mtcoach.workshop.sitting import Sitting

    return Conductor(Sitting(evaluation))
