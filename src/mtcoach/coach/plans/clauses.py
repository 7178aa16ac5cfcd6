"""What a clause says as a whole: a lead, a date, a measure, hours, money; else it is content."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from mtcoach.coach.dates import Placement
from mtcoach.coach.notes.evidence import judge
from mtcoach.coach.plans.hollow import hollow, placeholder
from mtcoach.coach.plans.leads import a_role, named, oneself, roles, unnamed
from mtcoach.coach.plans.measures import checkable, figured
from mtcoach.transcript.events import PlanField

Place = Callable[[str], Placement]
"""Where words of time stand in the calendar."""

_FROM_TO: Final = re.compile(
    r"^(?:(?:go|going|move|moving|up|down|raise it|change) )?from (?P<base>.+?) (?:up |down )?to "
    r"(?P<target>.+)$",
    re.IGNORECASE,
)
_SHARE: Final = r"\d[\d.,]*(?: ?(?:%|percent|per cent)| ?/ ?\d+| (?:out )?(?:of|in) (?:the )?\d+)"
_LED_IN: Final = re.compile(
    rf"^(?P<what>\S+(?: \S+){{0,5}}?):? (?P<rest>from .+|{_SHARE} ?(?:up )?(?:to|-|–) ?.+)$",
    re.IGNORECASE,
)
_BARE: Final = re.compile(
    rf"^(?:about |around )?(?P<base>{_SHARE}|\d[\d.]*) ?(?:up |down )?to ?"
    rf"(?P<target>(?:all )?(?:{_SHARE})(?: \S+)*|\d[\d.]*)$",
    re.IGNORECASE,
)
_ARROW: Final = re.compile(r"\s*(?:→|->|=>|–>)\s*")
_NOW_THEN: Final = re.compile(
    rf"^(?P<base>(?:about |around )?(?:{_SHARE}|\d[\d.]*) "
    r"(?:now|today|currently|at present|just now))"
    rf",? (?:and |to |then )?(?P<target>(?:about |around )?(?:{_SHARE}|\d[\d.]*)(?: \S+){{0,6}})$",
    re.IGNORECASE,
)
_NOW: Final = re.compile(
    r"^(?:baseline|currently|at present|at the (?:moment|minute)|just now|the now|now|today|so far|"
    r"it'?s)\b|\b(?:now|today|at present|currently|so far|just now|at the (?:moment|minute))$",
    re.IGNORECASE,
)
_THEN: Final = re.compile(
    r"^(?:target|aiming (?:for|at)|up to|to reach|reach|want)\b", re.IGNORECASE
)
_WANTED: Final = re.compile(
    r"^(?:we )?(?:want|aim(?:ing)? for|target(?: of| is)?) (?:it (?:at|to be) )?"
    r"(?:none|zero|all|every\w*|nobody|no ?one|no)\b(?: \S+){0,5}$",
    re.IGNORECASE,
)
_LEADS: Final = re.compile(
    r"^(?:(?:to be )?(?:led|overseen|coordinated|run|managed) by|lead(?:er|s)? ?(?:is|=)?|owner|"
    r"owned by|responsible|with) (?P<a>.+)$|"
    r"^(?P<b>.+?) (?:to|will|can|should|is to|is) ?(?:lead(?:ing)?|own|run|take (?:the )?lead|"
    r"in charge|be responsible|coordinate|do|see to|look after|oversee|drive)"
    r"(?: (?:it|this|that|on it))?$|"
    r"^(?P<c>.+?) (?:leads?|leading|owns)(?: (?:it|this|that|on (?:it|this)))?$",
    re.IGNORECASE,
)
_FIGURE: Final = re.compile(
    r"^(?:(?:about|around|only|just|all|nearly|over) )*\d[\d.,]*(?!\d)"
    r"(?! ?(?:mins?|minutes?|days?|weeks?|hours?|hrs?|times|x|sessions?|periods?|lessons?)\b)",
    re.IGNORECASE,
)
_HOURS: Final = re.compile(
    r"^(?:about |around |roughly |approx\.? |some )?(?:\d+(?:\.\d+)?|an?|one|two|three|four|five|"
    r"six|eight|ten|twelve) ?(?:hours?|hrs?|h|twilights?|collegiate (?:sessions?|meetings?)|"
    r"in-?service (?:days?|sessions?)|(?:half )?days?)(?!\w)(?! (?:a|per|each) (?:round|report|"
    r"class|week|pupil|month))(?: \S+){0,6}$",
    re.IGNORECASE,
)
_MONEY: Final = re.compile(
    r"^(?:about |around |roughly |some )?£ ?\d[\d,.]* ?k?\b(?: \S+){0,6}$|"
    r"^(?:(?:no|some|from|uses?|using|funded by|paid (?:from|by)) )*(?:the )?pef\b(?: \S+){0,5}$|"
    r"^no (?:cost|money|extra (?:cost|money))\b.{0,30}$|"
    r"^\d[\d,.]* ?k?(?: pounds| quid)\b(?: \S+){0,6}$|^free$",
    re.IGNORECASE,
)
_COST: Final = re.compile(
    r"^(?:(?:at|it|this|that|will|would|should|a|the|total|cover|supply|staffing|resource) )*"
    r"(?:costs?(?: of)?|costing|cost is|priced at|budget(?: of| is)?|spend(?:ing)?|money(?: is)?|"
    r"funding(?: of| is)?|needs?)[ :]+(?P<sum>(?:about |around |roughly |up to )?"
    r"(?:£ ?)?\d[\d,.]* ?k?\b(?: \S+){0,6}|(?:nothing|nil|none|pef\b.{0,40}))$",
    re.IGNORECASE,
)
_SOURCED: Final = re.compile(
    r"^(?:(?:as|to be|will be|we(?:'ll| will)) )?(?:measured?|evidenced|monitored|read|counted) "
    r"(?:it )?(?:by|in|from|with|using|via|through|on|off) (?P<where>.+)$|"
    r"^(?:source|evidence)(?: of evidence)?(?: is| will be)? (?P<named>.+)$",
    re.IGNORECASE,
)
_REVIEW: Final = re.compile(
    r"^(?:(?:to be )?review(?:ed|ing)?|look(?:ing)? (?:at it )?again|check(?:ed)? again)\b"
    r"(?: date| it| at)?[ :]*(?P<when>.*)$|^an? review (?P<then>.*)$",
    re.IGNORECASE,
)
_NIF: Final = re.compile(r"^(?:nif|priority|nif priority)\b.{0,120}$", re.IGNORECASE)
READ: Final = re.compile(
    r"^(?:(?:as )?(?:read|measured|checked|seen|shown|counted|taken|found) )?"
    r"(?:in|on|off|from|by|with|via|using|through|per) ",
    re.IGNORECASE,
)
TIMED: Final = re.compile(
    r"\b(?:by|before|afore|until|no later than|in time for)\b.*$", re.IGNORECASE
)
_STATED: Final = re.compile(
    r"^(?P<field>baseline|target)(?: is| of)? (?P<value>\S+(?: \S+){0,3})$", re.IGNORECASE
)
A_LEAD: Final = 5
"""So many words may name who leads, with the role beside the name."""
SOURCE_WORDS: Final = 8
"""So many words a clause may have that only says where something is read."""


def tidy(text: str) -> str:
    """`text` on one line, without the marks around it."""
    return " ".join(text.split()).strip(" ;,").removesuffix(".")


def kind(part: str, asked: str, place: Place) -> tuple[PlanField | None, str]:
    """What a clause says as a whole, and its value; of content, None."""
    bare = re.sub(
        r"^(?:and|with|plus|then|so|actually|sorry|or rather) ",
        "",
        part.rstrip("."),
        flags=re.IGNORECASE,
    )
    if lead := _lead(bare):
        return "lead", lead
    if asked not in ("baseline", "target"):
        if cost := _COST.match(bare):
            return "money", cost["sum"]
        if _MONEY.match(bare):
            return "money", bare
    if _HOURS.match(bare) and asked not in ("baseline", "target"):
        return "hours", bare
    if review := _REVIEW.match(bare):
        when = review["when"] or review["then"] or ""
        if place(when).why != "unclear" and not when.lower().startswith("then "):
            return "review", when
    if _NIF.match(bare):
        return "nif", bare
    dated = place(bare)
    begun = re.match(r"(?:start|begin|from)", bare, re.IGNORECASE)
    measured = asked in ("baseline", "target")
    # A start is part of when it is done, but beside what is done it belongs to that.
    apart = begun and asked in ("", "outcome", "actions")
    if dated.alone and dated.why != "unclear" and not (apart or measured):
        return "by", bare
    if re.search(r"\bby then$", bare, re.IGNORECASE):
        return "target", bare
    if (source := _SOURCED.match(bare)) and not place(bare).alone:
        where = source["where"] or source["named"]
        if not place(where).alone:
            return "source", where
    if (stated := _STATED.match(bare)) and _says_nothing(stated["value"], stated["field"]):
        return ("baseline" if stated["field"].lower() == "baseline" else "target"), stated["value"]
    if _WANTED.match(bare):
        return "target", bare
    if figured(bare):
        value = re.sub(r"^(?:baseline|target|want)(?: of| is)? ", "", bare, flags=re.IGNORECASE)
        if _NOW.search(bare):
            return "baseline", value
        if _THEN.search(bare) or (TIMED.search(bare) and asked == "baseline"):
            return "target", value
    return None, ""


def _says_nothing(value: str, field: str) -> bool:
    """Whether a measure was called one and is hollow: "baseline low"; "target setting" is none."""
    hollow_one = field.lower() == "baseline" and hollow("baseline", value)
    return hollow_one or placeholder(value) or (len(value.split()) == 1 and not checkable(value))


def _lead(part: str) -> str:
    match = _LEADS.match(part)
    who = next(value for value in match.groups() if value) if match else ""
    if a_role(who) or oneself(who) or (named(who) and len(who.split()) <= 4):
        return who
    if named(part) and len(part.split()) <= A_LEAD and unnamed(part):
        return part  # "Mrs Khan (DHT)"
    return part if a_role(part) and roles(part) else ""


def measure(part: str, place: Place) -> list[tuple[PlanField, str]]:
    """ "From 4 of 9 to all 9 in the log", "40% → 80% → SEEMiS": baseline, target, source."""
    arrows = _ARROW.split(part)
    if 2 <= len(arrows) <= 4 and all(arrows) and any(map(figured, arrows[:2])):
        fields: tuple[PlanField, ...] = ("baseline", "target", "source")
        return [(field, tidy(value)) for field, value in zip(fields, arrows, strict=False)]
    part = part.rstrip(".")
    match = _FROM_TO.match(part) or _BARE.match(part)
    if match is None or not (figured(match["base"]) and figured(match["target"])):
        return _led_in(part, place)
    if place(part).alone:
        return []  # "12 to 14 March"
    found, target = _sourced(match["target"].strip())
    found.insert(0, ("baseline", match["base"].strip()))
    timed = TIMED.search(target)
    if timed and timed.start() and place(timed.group()).alone:
        found.append(("by", timed.group()))
        more, target = _sourced(target[: timed.start()].strip())
        found += more
    return [*found, ("target", tidy(target))]


def _sourced(target: str) -> tuple[list[tuple[PlanField, str]], str]:
    """Where a target is read, at its end, and the target without it."""
    found: list[tuple[PlanField, str]] = []
    # The last "in …" may say where it is read; "in S3" does not.
    tails = [each.start() for each in re.finditer(r" (?:in|on|off|from|by|via|per) ", target)]
    for at in reversed(tails):
        if a_source(tail := target[at:].strip()) and not TIMED.search(READ.sub("", tail)):
            found.append(("source", READ.sub("", tail)))
            target = target[:at]
            break
    return found, target


def a_range(part: str) -> bool:
    """Whether two figures stand alone with a "to" between them."""
    return bool(_BARE.match(part))


def _now_then(part: str) -> list[tuple[PlanField, str]]:
    """ "54 now 65 by then": two figures with the time of each."""
    match = _NOW_THEN.match(part)
    if match is None:
        return []
    found, target = _sourced(match["target"])
    return [("baseline", match["base"]), *found, ("target", tidy(target))]


def _led_in(part: str, place: Place) -> list[tuple[PlanField, str]]:
    """ "Measured by reading ages from 54% to 65%": what is measured stands before the figures."""
    match = _LED_IN.match(part)
    found = measure(match["rest"], place) if match else []
    if match is None or not found:
        return _now_then(part)
    what = match["what"].rstrip(":")
    if sourced := _SOURCED.match(what):
        return [("source", sourced["where"] or sourced["named"]), *found]
    if a_source(what):
        return [("source", what), *found]
    (field, value), *rest = found
    return [(field, f"{what} {value}"), *rest]


def figured_only(part: str) -> bool:
    """Whether a clause is a figure with next to nothing about it: "54%", "40 of 230 have one"."""
    few = len(part.split()) <= SOURCE_WORDS
    return few and bool(_FIGURE.match(part)) and figured(part) and not _HOURS.match(part)


def a_source(part: str) -> bool:
    """Whether a clause says where something can be read, and only that."""
    few = len(part.split()) <= SOURCE_WORDS
    return few and ("source" in judge(part).elements or bool(re.match(r"^read\b", part)))
