"""The opening: who is evaluating what, and which way through the questions."""

from __future__ import annotations

import re
from collections.abc import Mapping

from mtcoach.coach import lookback, path
from mtcoach.coach.asides import assent
from mtcoach.coach.moves import Moves, numbered
from mtcoach.questions.sectors import sectors
from mtcoach.transcript.events import (
    PROFILE_FIELDS,
    ProfileField,
    ProfileSet,
    RouteChosen,
)
from mtcoach.transcript.sayings import Choice, Position

THEME_ROUTE = "theme"


def ask_profile(moves: Moves, position: Position) -> list[Choice]:
    """Asks for one field of the profile."""
    wording = moves.wording
    school = moves.record.profile.get("school") or wording.say("your_school")
    if position.step != "sector":
        moves.say(f"ask_{position.step}", school=school)
        known = ("role", "voice", "minutes")
        return numbered(wording.every(f"{position.step}_choices")) if position.step in known else []
    names = wording.block("sector_choices")
    guessed = guess(moves)
    if guessed:
        moves.say("ask_sector_guess", school=school, guess=names[guessed].lower())
    else:
        moves.say("ask_sector", school=school)
    order = sorted(names, key=lambda name: name != guessed)
    return numbered([names[name] for name in order])


def guess(moves: Moves) -> str | None:
    """The one sector that the school's name tells, if it tells one."""
    found = sectors(moves.record.profile.get("school", ""))
    return next(iter(found)) if len(found) == 1 else None


def hear_profile(moves: Moves, position: Position, text: str) -> Position | None:
    """Keeps the field; an empty answer leaves it open and goes on."""
    field = field_of(position.step)
    value = " ".join(text.split())
    if field == "voice" and _A_TIME.match(value):
        # Told before it was asked: the time is kept as the time, and who speaks is still open.
        moves.decide(ProfileSet(field="minutes", value=value))
        return position
    value = bare(field, value)
    guessed = guess(moves) if field == "sector" else None
    if guessed and assent.yes(value):
        value = moves.wording.block("sector_choices")[guessed]
    if value:
        moves.decide(ProfileSet(field=field, value=value))
    if field == "voice" and moves.record.profile.get("minutes"):
        return Position(phase="route")
    return after_field(field)


def bare(field: ProfileField, said: str) -> str:
    """What a report can print of a reply: "HT" of "I'm the HT", a name of "we're X, a primary"."""
    pattern = _FRAMES.get(field)
    match = pattern.match(said) if pattern else None
    return match["value"].strip() if match else said


def after_field(field: ProfileField) -> Position:
    """The next field of the profile, or the choice of route."""
    later = PROFILE_FIELDS[PROFILE_FIELDS.index(field) + 1 :]
    return Position(phase="profile", step=later[0]) if later else Position(phase="route")


def before_field(field: str) -> Position | None:
    """The field before, for going back."""
    place = PROFILE_FIELDS.index(field_of(field))
    return Position(phase="profile", step=PROFILE_FIELDS[place - 1]) if place else None


def field_of(step: str) -> ProfileField:
    """The profile field that a step asks for."""
    return next(field for field in PROFILE_FIELDS if field == step)


def ask_route(moves: Moves, position: Position) -> list[Choice]:
    """Offers the routes, or the themes when one theme was asked for."""
    if position.step == THEME_ROUTE:
        moves.say("ask_theme")
        return numbered([label for _, label in theme_routes(moves)])
    offered = routes(moves)
    if moves.record.items:
        moves.say("ask_route_again")
    else:
        best = dict(offered)[path.proposed(moves.record)]
        moves.say("ask_route", proposed=best[:1].lower() + best[1:])
    return numbered([label for _, label in offered])


def routes(moves: Moves) -> list[tuple[str, str]]:
    """The routes on offer, as (name, label), with the counts that fit this school."""
    wording, library, record = moves.wording, moves.library, moves.record

    def count(name: str) -> int:
        return len(path.route(library, name, record).items)

    offered = [
        (path.MAIN_BANK, wording.say("route_all", count=count(path.MAIN_BANK))),
        (THEME_ROUTE, wording.say("route_theme")),
        ("quick", wording.say("route_quick", count=count("quick"))),
    ]
    others = [bank for name, bank in library.banks.items() if name != path.MAIN_BANK]
    return offered + [
        (bank.bank, wording.say("route_bank", title=bank.title, count=count(bank.bank)))
        for bank in others
    ]


def theme_routes(moves: Moves) -> list[tuple[str, str]]:
    """The themes of the key questions, as (name, label)."""
    bank = moves.library.banks[path.MAIN_BANK]
    return [
        (
            theme,
            moves.wording.say(
                "theme_choice",
                title=moves.library.themes[theme].title,
                count=len(path.route(moves.library, theme, moves.record).items),
            ),
        )
        for theme in bank.themes
    ]


def hear_route(moves: Moves, position: Position, text: str) -> Position | None:
    """Takes a route by its number, its name or its own words."""
    on_themes = position.step == THEME_ROUTE
    offered = theme_routes(moves) if on_themes else routes(moves)
    name = _chosen(text, offered)
    best = offered[0][0] if on_themes else path.proposed(moves.record)
    if name is None and (assent.yes(text) or _EITHER.match(text)):
        name = best
    if name is None and moves.just_said(moves.wording.say("route_unclear")):
        # Asked twice, and never stuck: the way that was suggested, which can be changed.
        name = best
        moves.say("route_taken")
    if name is None:
        moves.say("route_unclear")
        return None
    if name == THEME_ROUTE:
        return Position(phase="route", step=THEME_ROUTE)
    return begin(moves, name)


def begin(moves: Moves, name: str) -> Position:
    """Starts the route called `name` at its first open item."""
    route = path.route(moves.library, name, moves.record)
    moves.decide(RouteChosen(route=route.name, bank=route.bank, items=route.items))
    moves.say("route_begins", count=len(route.items))
    if route.left_out:
        topics = [moves.library.items[item].topic for item in route.left_out]
        moves.say(
            "left_out",
            items=moves.wording.joined(topics),
            sector=moves.record.profile.get("sector", "").lower(),
        )
    return lookback.first(moves) or path.onwards(moves.record, moves.library)


_FRAMES: Mapping[ProfileField, re.Pattern[str]] = {
    "school": re.compile(
        r"^(?:(?:hi|hello|hiya)\W+)?(?:we(?:'re|’re| are)|it(?:'s|’s| is)|this is"
        r"|(?:(?:my|our|the) )?school is|i(?:'m|’m| am| work)(?: [\w ]{1,30}?)? (?:at|of|in|from))"
        r"(?: called)? (?P<value>.+?)(?:,? (?:which is )?an? (?=[a-z]).*)?[.!]?$",
        re.IGNORECASE,
    ),
    "role": re.compile(
        r"^i(?:'m|’m| am) (?:(?:the|a|an|one of the) )?(?P<value>.+?)[.!]?$", re.IGNORECASE
    ),
}
_A_TIME = re.compile(
    r"^\W*(?:about|around|roughly|only|just|maybe|i(?:'ve| have)(?: got)?"
    r"|we(?:'ve| have)(?: got)?|\s)*"
    r"(?:\d+|an?|half an|ten|fifteen|twenty|thirty|forty|one|two) ?"
    r"(?:mins?|minutes?|hours?|hrs?)\b.{0,12}$",
    re.IGNORECASE,
)
_EITHER = re.compile(
    r"^\W*(?:whatever|whichever|any(?: of them)?|either|you (?:choose|pick|decide)|up to you"
    r"|(?:your|the) suggestion|what you (?:suggest|said)|that(?: one| will do|'ll d(?:o|ae))?"
    r"|go for it|sounds (?:good|fine))\b",
    re.IGNORECASE,
)
_ROUTE_WORDS = (
    (THEME_ROUTE, r"\bone theme\b|\ba theme\b|^theme"),
    ("quick", r"\b(ten|10)[ -]?min|\bquick|\bshort"),
    ("deep-audit", r"\baudit\b|\b24\b|\bdeep"),
    ("journey-to-excellence", r"\bexcellence\b|\bpairs?\b|\bfour\b"),
    (
        path.MAIN_BANK,
        r"\ball\b|^aw?'?(?= o| the|$)|\b19\b|\beverything\b|\bwhole\b|\bfull\b|\bkey questions\b|"
        r"\blot\b",
    ),
)


def _chosen(text: str, offered: list[tuple[str, str]]) -> str | None:
    said = text.strip().lower()
    for name, label in offered:
        if said and said in (name.lower(), label.lower()):
            return name
    names = {name for name, _ in offered}
    for name, pattern in _ROUTE_WORDS:
        if name in names and re.search(pattern, said):
            return name
    near = [name for name, label in offered if said and _shares(said, label.lower())]
    return near[0] if len(near) == 1 else None


def _shares(said: str, label: str) -> bool:
    words = set(re.findall(r"[a-z]{4,}", said))
    return any(re.search(rf"\b{word}s?\b", label) for word in words)
