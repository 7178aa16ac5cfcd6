"""Wishes that are no reply to what was asked: the report, the plan, another way, another name.

Each is a whole reply, never part of one: "the report is late" is content.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from mtcoach.coach import lookback
from mtcoach.coach.asides import anytime, explaining, finding
from mtcoach.coach.items import suggesting
from mtcoach.coach.moves import Moves, label_of
from mtcoach.coach.reading import Reading
from mtcoach.transcript.events import ProfileSet
from mtcoach.transcript.sayings import Position

Wish = Callable[[Moves, re.Match[str]], Position | None]

_POLITE: Final = (
    r"(?:please |can (?:i|we|you) |could (?:i|we|you) |let me "
    r"|i(?:'d like| want| do want)(?: to)? )*"
)


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"^\W*(?:{pattern})\W*$", re.IGNORECASE)


def _report(moves: Moves, said: re.Match[str]) -> Position | None:
    """Opens the report, if there is anything to report."""
    if any(answer.closed or answer.rating for answer in moves.record.answers.values()):
        moves.say("report_here")
        moves.cue = "report"
    else:
        moves.say("report_early")
    return None


def _plan(moves: Moves, said: re.Match[str]) -> Position | None:
    """To the priorities, from wherever we are."""
    rated = any(answer.rating for answer in moves.record.answers.values())
    return Position(phase="priorities") if rated else _report(moves, said)


def _reroute(moves: Moves, said: re.Match[str]) -> Position | None:
    """Back to the choice of a way; answers stay."""
    if moves.record.items:
        moves.say("reroute")
    return Position(phase="route")


def _rename(moves: Moves, said: re.Match[str]) -> Position | None:
    """Puts the school's name right."""
    school = " ".join(said["school"].split()).strip(" '\"“”.")
    moves.decide(ProfileSet(field="school", value=school))
    moves.say("renamed", school=school)
    return moves.record.position


def _wrong(moves: Moves, said: re.Match[str]) -> Position | None:
    """To the answer given last, to put it right."""
    last = anytime.last_answered(moves)
    if not last:
        return None
    moves.say("wrong")
    return Position(phase="items", item=last[0], step="amend")


def _progress(moves: Moves, said: re.Match[str]) -> Position | None:
    """How far we are, and what is left."""
    answered, asked = explaining.counts(moves)
    if asked:
        moves.say("progress", answered=answered, left=asked - answered)
    else:
        moves.say("progress_early")
    return None


def _suggest(moves: Moves, said: re.Match[str]) -> Position | None:
    """What schools do next about the item on the table."""
    item = moves.library.items.get(moves.record.position.item or "")
    if item is None:
        moves.say("explain_elsewhere")
        return None
    suggesting.offer(moves, item)
    return None


def _confidential(moves: Moves, said: re.Match[str]) -> Position | None:
    """Who sees what is said."""
    moves.say("confidential")
    return None


def _again(moves: Moves, said: re.Match[str]) -> Position | None:
    """The question once more, and whole where a shorter one was put since."""
    here = moves.record.position
    if here.step == "rate":
        return here.model_copy(update={"about": ""})
    if item := moves.library.items.get(here.item or ""):
        moves.say("again_on", label=label_of(moves.wording, item), question=item.question)
    return here


def _your_call(moves: Moves, said: re.Match[str]) -> Position | None:
    """The colour is the leader's; what green would look like helps to settle it."""
    item = moves.library.items.get(moves.record.position.item or "")
    if item is None:
        moves.say("your_call_only")
    else:
        moves.say("your_call", good=explaining.first_sentence(item.good))
    return None


def _for_whom(moves: Moves, said: re.Match[str]) -> Position | None:
    """Whose colour it is: that of the statement, for the school as the leader sees it."""
    item = moves.library.items.get(moves.record.position.item or "")
    if item is None:
        moves.say("your_call_only")
    else:
        moves.say("for_whom", statement=item.statement)
    return None


def _later(moves: Moves, said: re.Match[str]) -> Position | None:
    """Leaves the item for now; at anything else it is no wish."""
    return anytime.skip(moves, Reading(said.string, "skip"))


def _last_time(moves: Moves, said: re.Match[str]) -> Position | None:
    """What was said about the item on the table, or about one that is named, the last time."""
    if moves.earlier is None and "last" not in said.string.lower():
        # "What did I say before?" is then about this conversation.
        return explaining.explain(moves, Reading(said.string, "explain", aspect="said"))
    named = finding.find_item(moves, said["item"]) if said["item"] else []
    item = named[0] if len(named) == 1 else moves.record.position.item
    lookback.tell_last_time(moves, moves.library.items.get(item or ""))
    return None


WISHES: Final[Mapping[re.Pattern[str], Wish]] = {
    _whole(
        rf"{_POLITE}(?:show|see|open|view|read|write|get)?(?: me)? ?"
        r"(?:the |my |a )?report(?: please)?"
    ): _report,
    _whole(rf"(?:hang on,? )?{_POLITE}(?:make |build |do |go to )?(?:a |the |my )?plan"): _plan,
    _whole(
        r"(?:so |and )?(?:how mony.{0,30}|how many (?:mair|more)(?: (?:o'?|of) (?:these|this|"
        r"them))?"
        r"|how (?:many|much)(?: more)?(?: questions?)?(?: (?:is|are))?(?: there)?"
        r"(?: (?:left|more|to go|still to come))+(?: questions?)?"
        r"|how many (?:more )?(?:questions|of these)(?: (?:is|are) (?:there|left))?"
        r"|how (?:much longer|far (?:on |along |in )?are we|long (?:is left|will (?:this|it) take))"
        r"|(?:are we|is that us) (?:nearly |almost )?(?:done|finished|there)(?: yet)?"
        r"|where are we(?: up to)?)"
    ): _progress,
    _whole(
        rf"{_POLITE}(?:you )?(?:suggest|give me|propose|show me|have you(?: got)?|do you have"
        r"|got|any)(?: me)?(?: a| an| some| any)? ?"
        r"(?:suggestions?|ideas?|next steps?|something|anything)"
        r"(?: (?:for|on|here|of|about) ?.{0,30})?"
        r"|what (?:would|do) (?:you|other schools) "
        r"(?:suggest|do(?: next| here| about (?:this|it))?)"
    ): _suggest,
    _whole(
        r"(?:and |but |so )?(?:who(?:'s| is| else| will)?"
        r"(?: (?:gonna|going to|gets? to|can|all))? "
        r"(?:see|sees|seeing|read|reads|reading)(?: all)? "
        r"(?:this|that|it|these|my answers|the report)"
        r"|(?:is|are) (?:this|it|these|my answers) (?:confidential|private|anonymous)"
        r"|where does (?:this|it|all this) go)"
    ): _confidential,
    _whole(
        rf"{_POLITE}(?:repeat|say|ask|show)(?: me)? (?:that|the question|it)(?: to me)?(?: again)?"
        r"|(?:what|whit)(?:'s| was| wis| is| wiz) (?:the|your|"
        r"that)(?: first)? question(?: again)?|come again|pardon"
        r"|say again"
    ): _again,
    _whole(
        r"(?:so |and |but )?(?:is|would|does|was) (?:that|this|it|(?:an? )?(?:red|amber|green)) "
        r"(?:be |look |seem |sound )?(?:too |a bit |not )?"
        r"(?:fair|right|ok|okay|bad|harsh|generous|about right|reasonable|enough)"
        r"(?: (?:here|then))?"
    ): _your_call,
    _whole(
        r"(?:(?:and|but|so|aye|och|well|ok|hm+)[ ,]+)*(?:(?:what'?s |is (?:that|it|this) |"
        r"it'?s )?(?:an? )?"
        r"(?:red|amber|green)(?: is| as in| then)?,? (?:for|according to|to|in|by|from|"
        r"compared (?:to|with)"
        r"|against|where|when) (?:(?:who|whom|what|whose)\b.{0,40}|(?:which|where)\b.{0,40}\?)"
        r"|(?:red|amber|green) for .{2,40} or (?:just |only )?(?:for )?.{2,40}\?"
        r"|(?:whose|who says|who'?s) (?:red|amber|green|colour)\b.{0,20}"
        r"|(?:red|amber|green)(?:,| -| –)? (?:who|whose|for whom|says who)\b.{0,20})"
    ): _for_whom,
    _whole(
        r"(?:and |so )?(?:remind me what(?: did| was)?|what (?:did|was|were|have)|what'd|how did) "
        r"(?:(?:i|we|it|you|that|our|the|my)(?: (?:answer|colour|rating|note|plan|evidence))? ?)?"
        r"(?:say|said|put|have|answer(?:ed)?|rated?|write|wrote|do|planned|plan|have here)? ?"
        r"(?:here |it |this |down )?(?:last (?:time|year|session|november|round)|the last time"
        r"|the (?:year|time) before|a year ago|back then|before)"
        r"(?: (?:about|on|for|under|at|here)(?: (?P<item>.{1,40}?))?)?"
        r"|(?:show me )?last (?:year|time)'?s (?:answer|note|rating|colour|one|evidence|plan)"
    ): _last_time,
    _whole(
        rf"{_POLITE}(?:come|go|get) back to (?:this|it|that)(?: (?:one|question))? ?"
        r"(?:later|another time|at the end|after(?:wards)?)?"
    ): _later,
    _whole(
        rf"{_POLITE}(?:start (?:over|afresh)|wrong (?:selection|route|one|choice)(?:,.*)?"
        r"|(?:a )?(?:different|another|other) (?:selection|route|way)"
        r"|change (?:the )?(?:selection|route)|choose again)"
    ): _reroute,
    _whole(
        r"(?:(?:actually,? )?(?:the|our|my) school(?:'s name)? (?:is|should be) (?:called |named )"
        r"|(?:the|our) school(?:'s)? name (?:is|should be) "
        r"|change (?:the )?(?:school(?:'s)? name|name of the school) to )(?P<school>.{2,80})"
    ): _rename,
    _whole(
        r"(?:hang on|wait|no|sorry|oops|hold on)?[, ]*"
        r"(?:that'?s|thats|that is|that was|that wasnae|that wasn'?t|this is) "
        r"(?:wrong|not right|no right|a mistake|not what i (?:said|meant)|an answer"
        r"|the wrong .{0,30})"
        r"(?:[,.] .*)?"
    ): _wrong,
}
"""What a whole reply may wish, and what then happens."""


def wished(said: str) -> tuple[Wish, re.Match[str]] | None:
    """The wish that `said` is, if it is one."""
    for pattern, wish in WISHES.items():
        match = pattern.match(said)
        if match:
            return wish, match
    return None
