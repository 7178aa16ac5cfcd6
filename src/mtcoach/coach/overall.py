"""A leader's own evaluation of a whole indicator: offered once, never worked out."""

from __future__ import annotations

import re

from mtcoach.coach.asides import assent
from mtcoach.coach.moves import Moves, numbered
from mtcoach.questions.models import Step
from mtcoach.transcript.events import Evaluated
from mtcoach.transcript.sayings import Choice, Position


def ask(moves: Moves, position: Position) -> list[Choice]:
    """Offers, once, to record the leader's own evaluation of a whole indicator."""
    wording = moves.wording
    if position.step == "level":
        title = {each.id: each.title for each in moves.library.framework.indicators}
        moves.say("ask_level", id=position.about, title=title[position.about])
        return numbered(
            [
                wording.say("choice_level", value=step.value, word=step.word)
                for step in moves.library.scale("six-point").steps
            ]
        )
    moves.say("ask_overall")
    labels = [wording.say("choice_no_overall"), *(label for _, label in indicators(moves))]
    return numbered(labels, ["no thanks", *(name for name, _ in indicators(moves))])


def indicators(moves: Moves) -> list[tuple[str, str]]:
    """The indicators that this route's themes belong to, as (id, label)."""
    asked = [
        moves.library.items[item] for item in moves.record.asked if item in moves.library.items
    ]
    themes = [moves.library.themes[name] for name in dict.fromkeys(item.theme for item in asked)]
    wanted = {name for theme in themes for name in (theme.indicator, theme.placed_in) if name}
    return [
        (each.id, moves.wording.say("choice_indicator", id=f"QI {each.id}", title=each.title))
        for each in moves.library.framework.indicators
        if each.id in wanted
    ]


def hear(moves: Moves, position: Position, text: str) -> Position | None:
    """Takes an indicator, then a step of the six-point scale."""
    step = _level(moves, text) if position.step == "level" else None
    if step is None and (assent.no(text) or assent.leave(text)):
        return Position(phase="done")
    if position.step == "level":
        if step is None:
            moves.say("level_unclear")
            return None
        moves.decide(Evaluated(indicator=position.about, value=step.value))
        moves.say("overall_recorded", id=position.about, word=step.word.lower())
        return Position(phase="done")
    for name, label in indicators(moves):
        named = re.search(rf"(?<![\d.]){re.escape(name)}(?![\d.])", text)
        if named or label.lower() in text.lower():
            return Position(phase="overall", step="level", about=name)
    moves.say("overall_unclear")
    return None


def _level(moves: Moves, text: str) -> Step | None:
    """The step named by number or word; "very good" before "good"."""
    steps = moves.library.scale("six-point").steps
    said = text.lower()
    for step in sorted(steps, key=lambda each: -len(each.word)):
        if re.search(rf"\b{step.word.lower()}\b", said):
            return step
    digits = re.findall(r"\b[1-6]\b", said)
    return next((step for step in steps if digits == [step.value]), None)
