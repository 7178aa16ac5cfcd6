"""Every story through the app: typed into the composer, read off the conversation."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from mtcoach.evaluation import Evaluation
from mtcoach.terminal.app import CoachApp
from mtcoach.terminal.shelf import Shelf
from support import stories

STORIES = pytest.mark.parametrize("story", stories.paths(), ids=lambda path: path.stem)


async def at(pilot: Any, wait_until: Any, screen: str) -> None:
    """Waits for a screen."""
    await wait_until(pilot, lambda: type(pilot.app.screen).__name__ == screen)


async def play(pilot: Any, wait_until: Any, scenes: list[stories.Scene], story: str) -> None:
    """One sitting in the conversation that is open."""
    app = pilot.app
    evaluation = app.shelf.desk.evaluation
    for scene in scenes:
        match scene:
            case stories.You(text=text):
                turns = evaluation.record.turns
                app.screen.composer.insert(text)
                await pilot.press("enter")
                await wait_until(pilot, lambda turns=turns: evaluation.record.turns > turns)
                await wait_until(pilot, lambda: not getattr(app.screen, "_busy", False))
                if evaluation.turn.cue in ("report", "review"):
                    await pilot.press("escape")
                    await at(pilot, wait_until, "ChatScreen")
            case stories.Coach():
                said = stories.words_of(evaluation.turn.sayings)
                stories.check_said(scene, said, story)
            case stories.Holds():
                stories.check_held(scene, evaluation.record, story)


@STORIES
async def test_the_app_holds_the_conversation_of_the_story(
    story: Path, tmp_path: Path, library: Any, wait_until: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Every story is told on one day, as "by Easter" is a day seen from there.
    monkeypatch.setattr(Evaluation, "today", lambda _: stories.TOLD.date())
    sittings: list[list[stories.Scene]] = [[]]
    for scene in stories.read(story):
        if isinstance(scene, stories.NewSitting):
            sittings.append([])
        else:
            sittings[-1].append(scene)
    path: Path | None = None
    for scenes in sittings:
        shelf = Shelf(tmp_path, "chosen for this test")
        shelf.__dict__["library"] = library
        app = CoachApp(shelf, path)
        async with app.run_test(size=(100, 30)) as pilot:
            if path is None:
                await wait_until(
                    pilot, lambda app=app: app.screen.query_one("OptionList").has_focus
                )
                await pilot.press("n")
            await at(pilot, wait_until, "ChatScreen")
            assert app.shelf.desk
            evaluation = app.shelf.desk.evaluation
            await play(pilot, wait_until, scenes, story.name)
            path = evaluation.path
            await app.shelf.put_away()
