"""What moved up, what moved down, what became known or was lost, and what did not move."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from mtcoach.findings.comparison import Change, Footing
from mtcoach.report.narrative import Block, Paragraph, Section
from mtcoach.report.pair import Pair, by_colours, one, points

Told = tuple[tuple[str, tuple[Footing, ...]], ...]

# Which sentence is said of the changes that stand on what.
UP: Final[Told] = (
    ("up_firm", ("firmer", "alike")),
    ("up_leaner", ("leaner",)),
    ("up_thinner", ("thinner",)),
    ("up_thin", ("thin",)),
    ("up_doubted", ("doubted",)),
    ("up_echoed", ("echoed",)),
    ("up_noteless", ("noteless",)),
)
DOWN: Final[Told] = (
    ("down_clearer", ("firmer",)),
    ("down_alike", ("alike",)),
    ("down_leaner", ("leaner",)),
    ("down_unsure", ("thin", "thinner", "doubted")),
    ("down_echoed", ("echoed",)),
    ("down_noteless", ("noteless",)),
)
GREENS: Final[Told] = (
    ("green_firmer", ("firmer",)),
    ("green_alike", ("alike",)),
    ("green_thinner", ("thinner", "leaner")),
    ("green_thin", ("thin",)),
    ("green_doubted", ("doubted",)),
    ("green_echoed", ("echoed",)),
    ("green_noteless", ("noteless",)),
)


def up(pair: Pair) -> Section:
    """What has a better colour than then, and what that colour stands on."""
    changes = pair.comparison.of("up")
    said = _told(UP, changes, pair)
    firm = [change for change in changes if change.footing in ("firmer", "alike")]
    told, untold = _impact(firm)
    if firm:
        said.insert(1, pair.say("up_impact", firm, told=told, untold=untold))
    return _section("up", "What moved up", changes, said, pair)


def down(pair: Pair) -> Section:
    """What has a worse colour than then, and whether it is a loss or a clearer view."""
    changes = pair.comparison.of("down")
    return _section("down", "What moved down", changes, _told(DOWN, changes, pair), pair)


def known(pair: Pair) -> Section:
    """What was not known then and is rated now."""
    changes = pair.comparison.of("now_known")
    bare = [change for change in changes if change.now.thin]
    said = [pair.say("known_thin", bare)] if bare else []
    return _section("known", "What we know now and did not then", changes, said, pair)


def lost(pair: Pair) -> Section:
    """What was rated then and is not known now, or has no one answer."""
    changes = pair.comparison.of("no_longer_known")
    divided = changes and all(change.now.standing == "split" for change in changes)
    title = "What we no longer agree on" if divided else "What we no longer know"
    return _section("lost", title, changes, [], pair)


def stayed(pair: Pair) -> Section:
    """What stands where it stood: the greens by their evidence, the others note by note."""
    changes = pair.comparison.of("stayed")
    if not changes:
        return Section("stayed", "What did not move")
    rated = [change for change in changes if change.now.rated]
    greens = [change for change in rated if change.now.standing == "green"]
    work = sorted(
        (change for change in rated if change not in greens),
        key=lambda change: change.now.standing != "red",
    )
    said = [pair.say("still", rated, groups=by_colours(rated))] if rated else []
    meant = [change for change in work if change.then.answer.steps]
    if meant:
        said.append(pair.say("still_steps", meant))
    again = [change for change in work if change.footing == "echoed"]
    if again:
        said.append(pair.say("still_echoed", again))
    unknown = [change for change in changes if not change.now.rated]
    divided = [c for c in unknown if c.then.standing == c.now.standing == "split"]
    other = [change for change in unknown if change not in divided]
    found = [pair.say("still_split", divided)] if divided else []
    found += [pair.say("still_unknown", other)] if other else []
    blocks: tuple[Block, ...] = (
        *one(said),
        *points([change for change in work if _noted(change)], pair),
        *one(_told(GREENS, greens, pair)),
        *points(
            [c for c in greens if c.footing in ("thinner", "leaner", "doubted", "echoed")], pair
        ),
        *found,
        *points([change for change in unknown if _noted(change)], pair),
    )
    return Section("stayed", "What did not move", blocks)


def _section(
    move: str, title: str, changes: Sequence[Change], said: list[Paragraph], pair: Pair
) -> Section:
    if not changes:
        return Section(move, title)
    opening = pair.say(move, changes, groups=by_colours(changes))
    noted = [change for change in changes if _noted(change)]
    return Section(move, title, (opening, *points(noted, pair), *one(said)))


def _told(table: Told, changes: Sequence[Change], pair: Pair) -> list[Paragraph]:
    """A sentence for each footing that there is."""
    said = []
    for block, footings in table:
        found = [change for change in changes if change.footing in footings]
        if found:
            said.append(pair.say(block, found))
    return said


def _impact(changes: Sequence[Change]) -> tuple[list[str], list[str]]:
    """The items whose notes now tell what changed for learners, and those whose do not."""
    told = [
        change.item
        for change in changes
        if change.now.judgement and "impact" in change.now.judgement.elements
    ]
    return told, [change.item for change in changes if change.item not in told]


def _noted(change: Change) -> bool:
    return bool(change.then.answer.notes or change.now.answer.notes)
