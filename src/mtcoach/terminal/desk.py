"""One evaluation on a thread of its own.

Every call that may touch the disk is made there, one after the other in the
order it was asked for, so the screen never waits for a disk and no two calls
meet. The lock of the transcript belongs to that thread, too.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from mtcoach.evaluation import Evaluation

_T = TypeVar("_T")


class Desk:
    """Where one evaluation lies open."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="evaluation")
        self._evaluation: Evaluation | None = None
        self.draft = ""
        """The half-typed reply, as it stands."""
        self._saved = ""

    @classmethod
    async def opening(cls, opens: Callable[[], Evaluation]) -> Desk:
        """A desk with the evaluation that `opens` gives; its errors are passed on."""
        desk = cls()
        try:
            desk._evaluation = await desk.do(opens)
        except BaseException:
            desk._thread.shutdown(wait=False)
            raise
        desk.draft = desk._saved = await desk.do(lambda: desk.evaluation.draft)
        return desk

    @property
    def evaluation(self) -> Evaluation:
        """The evaluation, for reading between calls."""
        assert self._evaluation is not None
        return self._evaluation

    async def do(self, call: Callable[[], _T]) -> _T:
        """What `call` gives, once everything asked for before it is done."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, call)

    def save_draft(self) -> None:
        """Saves the half-typed reply, without anybody waiting."""
        if self.draft != self._saved and not self.evaluation.read_only:
            self._saved = self.draft
            self._thread.submit(self.evaluation.save_draft, self.draft)

    def draft_used(self) -> None:
        """A reply has cleared the saved draft; what is written now is saved again."""
        self._saved = ""
        self.save_draft()

    async def leave(self) -> None:
        """Pauses and closes. A pause that cannot be written does not keep the file open."""
        evaluation = self.evaluation
        self.save_draft()
        try:
            if not evaluation.read_only:
                await self.do(evaluation.pause)
        finally:
            await self.do(evaluation.close)
            self._thread.shutdown(wait=False)

    def drop(self) -> None:
        """Saves the half-typed reply and closes, where no event loop runs any more."""
        self.save_draft()
        self._thread.submit(self.evaluation.close)
        self._thread.shutdown(wait=True)
