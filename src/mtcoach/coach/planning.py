"""The end of a route: priorities, a plan row for each, an evaluation of one's own."""

from __future__ import annotations

import re
from typing import Final

from mtcoach.coach import anytime, assent, finding, opening
from mtcoach.coach.moves import Moves, numbered, shortened
from mtcoach.coach.replies.understanding import read
from mtcoach.questions.models import Item, NextStep, Step
from mtcoach.transcript.events import (
    PLAN_FIELDS,
    Evaluated,
    Finished,
    PlanField,
    Planned,
    PrioritiesChosen,
)
from mtcoach.transcript.sayings import Choice, Position, Summary

MOST: Final = 3
"""A plan with more priorities than this is rarely carried out."""
OFFERED: Final = 6
UNSURE_WORDS: Final = 5
"""Up to so many words, "no idea yet" leaves a cell open; more words are its content."""
_NO_PLAN: Final = re.compile(r"^\W*(no|none|skip|not now|nothing|no thanks?)( plan.*)?\W*$", re.I)
_VAGUE: Final = re.compile(
    r"^\W*(improved?|better|more|increased?|good|effective)\b[^\d%]{0,40}$", re.IGNORECASE
)


# --- priorities -------------------------------------------------------------------


def ask_priorities(moves: Moves, position: Position) -> list[Choice]:
    """Proposes up to six items with a reason each; with none, there is nothing to plan."""
    wording, library = moves.wording, moves.library
    found = list(moves.setting.propose(moves.record, library))[:OFFERED]
    moves.say("ask_priorities")
    lines = [
        wording.say(
            "priority_line", number=number, topic=library.items[each.item].topic, reason=each.reason
        )
        for number, each in enumerate(found, 1)
    ]
    if lines:
        moves.listing("priorities_title", lines)
    first = min(MOST, len(found))
    labels, says = [], []
    if first > 1:
        labels.append(wording.say("choice_first", count=first))
        says.append(wording.say("choice_first", count=first).lower())
    chips = numbered([library.items[each.item].topic for each in found])
    return [
        *chips,
        *(
            Choice(key=key, label=label, says=said)
            for key, label, said in zip("7", labels, says, strict=False)
        ),
        Choice(key="0", label=wording.say("choice_no_plan"), says="no plan"),
    ]


def hear_priorities(moves: Moves, position: Position, text: str) -> Position | None:
    """Takes up to three items by the numbers of the list, by id or by topic."""
    if _NO_PLAN.match(text):
        moves.say("no_plan")
        return Position(phase="overall")
    chosen, strays = named_priorities(moves, text)
    if len(chosen) > MOST:
        moves.say("priorities_many", count=len(chosen))
        return None
    if not chosen:
        moves.say("priorities_unclear")
        return None
    if strays:
        moves.say("priorities_unplaced", part=strays[0])
        return None
    moves.decide(PrioritiesChosen(items=tuple(chosen)))
    topics = [moves.library.items[item].topic for item in chosen]
    moves.say("priorities_chosen", topics=moves.wording.joined(topics))
    return Position(phase="plan", item=chosen[0], step=PLAN_FIELDS[0])


def named_priorities(moves: Moves, text: str) -> tuple[list[str], list[str]]:
    """The items that `text` names, and the parts of it that name none.

    "1 and 3", "the first three", "kq13", "moderation and the targets one".
    """
    offered = [each.item for each in moves.setting.propose(moves.record, moves.library)][:OFFERED]
    said = text.strip().lower()
    first = re.search(r"\b(?:first|top|these)\s+(\d|two|three)\b", said)
    if first:
        many = {"two": 2, "three": 3}.get(first[1]) or int(first[1])
        return offered[:many], []
    ids = [item for item in moves.library.items if re.search(rf"\b{re.escape(item)}\b", said)]
    numbers = [int(digits) for digits in re.findall(r"(?<![\w.])\d+(?![\w.])", said)]
    listed = [offered[number - 1] for number in numbers if 0 < number <= len(offered)]
    if ids or listed:
        return list(dict.fromkeys(ids + listed)), []
    parts = [part.strip() for part in re.split(r",|;|\band\b|\n", said) if part.strip()]
    found = {part: finding.find_item(moves, part) for part in parts}
    chosen = list(dict.fromkeys(items[0] for items in found.values() if items))
    return chosen, [part for part, items in found.items() if not items]


# --- the plan ---------------------------------------------------------------------


def ask_plan(moves: Moves, position: Position) -> list[Choice]:
    """Asks for one cell of a priority's row, with suggestions from its next steps."""
    item = moves.library.items[position.item or ""]
    field = _field(position.step)
    priorities = moves.record.priorities
    if field == PLAN_FIELDS[0]:
        moves.line(
            moves.wording.say(
                "plan_title",
                number=priorities.index(item.id) + 1,
                total=len(priorities),
                topic=item.topic,
            )
        )
    moves.line(moves.wording.block("ask_plan")[field])
    suggested = _suggestions(moves, item, field)
    later = Choice(key="s", label=moves.wording.say("choice_later"), says="skip")
    return [*numbered(suggested), later]


def _suggestions(moves: Moves, item: Item, field: PlanField) -> list[str]:
    steps = _steps(moves, item)
    own = [step.text for step in moves.record.answer(item.id).steps]
    match field:
        case "outcome":
            return [step.changes for step in steps][:2]
        case "actions":
            return list(dict.fromkeys([*own, *(step.do for step in steps)]))[:3]
        case "lead" | "by":
            return list(moves.wording.every(f"{field}_choices"))
        case "target":
            return [step.know for step in steps][:2]
        case _:
            return []


def _steps(moves: Moves, item: Item) -> list[NextStep]:
    """The bank's steps for the item's rating, the one that was taken first."""
    answer = moves.record.answer(item.id)
    taken = {step.text for step in answer.steps}
    steps = item.next_steps.at(answer.rating or "amber")
    return sorted(steps, key=lambda step: step.do not in taken)


def hear_plan(moves: Moves, position: Position, text: str) -> Position | None:
    """Keeps the cell; a target that nobody could check is asked about once."""
    item = position.item or ""
    value = " ".join(text.split())
    field = _field(position.step)
    if read(text, step="evidence").intent == "unsure" and len(value.split()) <= UNSURE_WORDS:
        return anytime.plan_after(moves, position.model_copy(update={"about": ""}))
    if field == "target" and _VAGUE.match(value) and position.about != "vague":
        moves.say("plan_vague", text=shortened(value))
        return position.model_copy(update={"about": "vague"})
    moves.decide(Planned(item=item, field=field, value=value))
    if field == PLAN_FIELDS[-1]:
        moves.say("plan_row_done", topic=moves.library.items[item].topic)
    return anytime.plan_after(moves, position.model_copy(update={"about": ""}))


def _field(step: str) -> PlanField:
    return next(field for field in PLAN_FIELDS if field == step)


# --- an evaluation of one's own -----------------------------------------------------


def ask_overall(moves: Moves, position: Position) -> list[Choice]:
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


def hear_overall(moves: Moves, position: Position, text: str) -> Position | None:
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


# --- done -------------------------------------------------------------------------


def ask_done(moves: Moves, position: Position) -> list[Choice]:
    """Says that all is saved, and what can be done now."""
    if not moves.record.finished:
        moves.decide(Finished())
    moves.say("done")
    wording = moves.wording
    keys = ("choice_report", "choice_review", "choice_more", "choice_stop")
    return numbered(
        [wording.say(key) for key in keys], ["report", "review", "something else", "pause"]
    )


def hear_done(moves: Moves, position: Position, text: str) -> Position | None:
    """Goes on to another route, or stays."""
    if re.search(r"\b(something else|another|more|other|deeper|again)\b", text.lower()):
        return Position(phase="route")
    if assent.leave(text):
        return None
    offered = opening.routes(moves)
    if any(text.strip().lower() == label.lower() for _, label in offered):
        return opening.hear_route(moves, Position(phase="route"), text)
    moves.say("done_unclear")
    return None


# --- a theme's end ------------------------------------------------------------------


def ask_theme(moves: Moves, position: Position) -> list[Choice]:
    """Sums up a theme, and leaves a chance to amend."""
    theme = moves.library.themes[position.about]
    lines = tuple(moves.setting.summarise(moves.record, theme.id, moves.library))
    title = moves.wording.say("theme_title", title=theme.title)
    moves.sayings.append(Summary(theme=theme.id, title=title, lines=lines))
    moves.say("ask_amend")
    return numbered(
        [moves.wording.say("choice_on"), moves.wording.say("choice_review")],
        ["carry on", "review"],
    )
