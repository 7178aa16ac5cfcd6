"""What a facilitator says that a room agreed, in any words, taken apart.

Pure. The coach's reading gives colour, evidence and next step; here stands what only a room
has: that it stayed split, that evidence is still to come and from whom, what a minority saw.
A colour that is only implied settles nothing: a room's rating is stated or it is not there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from mtcoach.coach.reading import Reading
from mtcoach.coach.replies.understanding import read
from mtcoach.coach.words.text import fold, sentences
from mtcoach.questions.models import COLOURS, Colour, Item
from mtcoach.transcript.events import Outcome


@dataclass(frozen=True, slots=True)
class Agreed:
    """One reply of a facilitator's. Words are as typed; what was not said is empty.

    `options` are colours that the reply wavers between; `reading` is how the coach reads
    what is left once the room's own matters are taken out.
    """

    outcome: Outcome | None = None
    rating: Colour | None = None
    options: tuple[Colour, ...] = ()
    evidence: str = ""
    next_step: str = ""
    minority: str = ""
    role: str = ""
    by: str = ""
    reading: Reading | None = None

    @property
    def anything(self) -> bool:
        """Whether there is anything in it to be taken down."""
        told = (self.evidence, self.next_step, self.minority, self.role, self.by)
        return bool(self.outcome or self.options or any(told))


_COUNT: Final = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+|some|a few|few|"
    r"several|a couple|a minority|a handful|half|others?|the others?|the rest|somebody|someone|"
    r"not (?:everyone|everybody|all)|those who)"
)
_HELD: Final = (
    r"(?:felt|feels?|thought|thinks?|said|says?|saw|sees?|held|holds?|believed?s?|argued?|stayed|"
    r"rated?|voted?|wanted|preferred|would|had|put|went|kept|still|disagree[sd]?|dissented|"
    r"were(?:n'?t)?|was(?:n'?t)?|agreed?)"
)
_PEOPLE: Final = (
    r"(?: (?:of (?:us|them|you|the (?:staff|room|group|people|team|teachers|tables?))|people|"
    r"person|staff|colleagues?|teachers?|members?|voices?|tables?|in the room|also|still))*"
)
_OTHERWISE: Final = (
    r"(?:\b(?:red|amber|green)\b|disagree|dissent|not (?:convinced|sure|persuaded|agree)|"
    r"weren'?t convinced|wasn'?t convinced|differently|otherwise|"
    r"too (?:generous|harsh|kind|hard|high|low|optimistic)|(?:better|worse|higher|lower) than)"
)
_LINK: Final = r"(?:(?:and|but|though|although|while|whereas|however),? )*"
_LEAD: Final = re.compile(rf"^{_LINK}")
_NAMED_MINORITY: Final = re.compile(
    rf"^{_LINK}(?:the )?(?:minority(?: (?:view|reason|report|opinion))?(?: (?:was|is|said))?"
    r"|against|dissent|other (?:view|side)|seen differently|a different view)\b ?[:,–-]? ?"
)
_MINORITY: Final = re.compile(rf"^{_LINK}{_COUNT}\b{_PEOPLE} {_HELD}\b.*{_OTHERWISE}")
_TURN: Final = re.compile(r"[,–-] +|\s+(?=(?:but|though|although|while|whereas|however)\b)")
_AGREED: Final = re.compile(
    r"(?<!not )\b(?:agreed?|settled?|settling|go(?:ing)? (?:with|for)|went (?:with|for)|decided|"
    r"landed|came down|make it|call it|ended up)(?: (?:on|for|with|at|as|it|is|that|it's|to))* "
    r"(?P<colour>red|amber|green)\b(?! (?:or|and|to) )"
)
_EVIDENCE_LABEL: Final = re.compile(r"^(?:the )?evidence(?: is| was)? ?[:–-] ?")
_STEP_LABEL: Final = re.compile(
    r"^(?:the )?(?:next(?: steps?)?|action|to ?do)(?: is| are)? ?[:–-] ?"
)
_SPLIT: Final = re.compile(
    r"\b(?:(?:we|they|it|the room|views?|staff|opinions?|people)(?: all)?"
    r"(?:'re| are| is|'s| were| was| stay(?:ed|s)?| remain(?:ed|s)?)"
    r"(?: still| quite| completely| evenly)? (?:split|divided)"
    r"|we (?:still )?split(?=\W*$| (?:between|on|over|because|evenly))"
    r"|(?:stay(?:s|ed)?|remain(?:s|ed)?|still|keep (?:it|the|this)(?: as)?(?: a)?|"
    r"leave (?:it|this)|kept(?: it)?(?: as)?(?: a)?|a real|left(?: it)?) (?:split|divided)"
    r"|no agreement|(?:could ?n[o']?t|did ?n[o']?t|cannot|can't|unable to) (?:all )?agree"
    r"|agreed? to (?:differ|disagree)|two camps|no consensus)\b|^split\b|^the split stays"
)
_MORE: Final = re.compile(
    r"\b(?:more|better|further|not enough|no) (?:evidence|information)(?: (?:is|was))?"
    r"(?: (?:needed|required|first|to come))?\b"
    r"|\bneed(?:s|ed)? (?:the |more |better |further )*(?:evidence|data|figures|information)\b"
    r"|\b(?:come|came|coming) back to (?:it|this)|\bpark (?:it|this)\b"
    r"|\bwe (?:don'?t|do not|cannot|can'?t) (?:know|judge|say)(?: yet)?\b"
)
_ROLES: Final = (
    r"(?:(?:head|depute|deputy)(?: head)?(?: teacher)?s?|dhts?|ht|pts?(?: [\w&]+)?|"
    r"principal teachers?(?: of [\w&]+)?|faculty heads?|heads? of (?:\w+)|(?:the )?slt|"
    r"class(?:room)? teachers?|teachers?|support (?:staff|assistants?)|pupil support|"
    r"(?:the )?(?:office|leadership team|working group|[\w&]+ (?:lead|department|faculty|team|"
    r"coordinator|co-ordinator))|stage partners?|sfl(?: \w+)?|educational psychologist)"
)
_WHO: Final = re.compile(
    rf"(?:^|[.;,:] |\b(?:the|our|a|by|from|to|asked) )(?P<role>{_ROLES})\b"
    r"(?= (?:to|will|would|is going|are going|brings?|gathers?|collects?|looks?|shares?|by|"
    r"before|at|in)\b|[,.;:]|$)"
)
_BY: Final = re.compile(
    r"\b(?P<by>(?:by|before|at the|in time for|after|on) (?:the )?(?:end of |start of |next |"
    r"first |last |beginning of |mid[- ])?[^,;.]{2,40})"
)
_WHEN: Final = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|christmas|easter|"
    r"summer|winter|autumn|spring|term|week|month|year|session|meeting|inset|in-service|day|"
    r"october|holidays?|break|tomorrow|\d{1,2}(?:st|nd|rd|th)?\b|\d{1,2}/\d)"
)
_MORE_LABEL: Final = re.compile(
    r"^(?:we )?(?:need(?:s|ed)? )?(?:more|better|further) (?:evidence|information)"
    r"(?: (?:is )?(?:needed|first|required))? ?[:,–-] ?"
)
_BARE: Final = 5
"""Words up to which a sentence that asks for evidence says nothing besides."""
_REASON: Final = re.compile(
    r"^[\s,:;–-]*(?:between (?:red|amber|green) and (?:red|amber|green))?[\s,:;–-]*"
    r"(?:(?:because|as|since|for|on this|over this|here|and)\b)?[\s,:;–-]*"
)


def read_agreed(text: str, item: Item | None = None, step: str = "rate") -> Agreed:
    """What `text` says of how a room leaves `item`; `step` is what the coach has asked for."""
    minority: list[str] = []
    steps: list[str] = []
    rest: list[str] = []
    outcome: Outcome | None = None
    for part in _parts(text):
        folded = fold(part)
        if named := _NAMED_MINORITY.match(folded):
            minority.append(part[named.end() :].strip() or part)
        elif _MINORITY.match(folded):
            minority.append(part[_LEAD.match(folded).end() :])  # type: ignore[union-attr]
        elif _MORE.search(folded):
            outcome = "more_evidence"
            label = _MORE_LABEL.match(folded)
            wanted = part[label.end() :] if label else part
            steps += [wanted] if len(part.split()) > _BARE else []
        elif label := _STEP_LABEL.match(folded):
            steps.append(part[label.end() :])
        elif found := _SPLIT.search(folded):
            outcome = outcome or "split"
            after = folded[found.end() :]
            reason = part[found.end() + _REASON.match(after).end() :]  # type: ignore[union-attr]
            minority += [reason] if reason.strip(" .!") else []
        elif outcome == "more_evidence" and _WHO.search(folded):
            steps.append(part)
        else:
            label = _EVIDENCE_LABEL.match(folded)
            rest.append(part[label.end() :] if label else part)
    role, by = read_bringer(text) if outcome == "more_evidence" else ("", "")
    left = "; ".join(rest)
    reading = read(left, step=step, item=item) if left else None
    rating = _rating(text, reading) if outcome is None else None
    if rating:
        outcome = "settled"
    if reading and reading.next_step:
        steps.append(reading.next_step)
    return Agreed(
        outcome=outcome,
        rating=rating,
        options=reading.options if reading and not outcome else (),
        evidence=(reading.evidence or "") if reading else "",
        next_step="; ".join(step.strip() for step in steps if step.strip()),
        minority="; ".join(minority),
        role=role,
        by=by,
        reading=reading,
    )


def read_bringer(text: str) -> tuple[str, str]:
    """Who brings evidence, as a role, and by when: `PT Maths, by 12 December`. Empty if unsaid."""
    folded = fold(text)
    when = next((found for found in _BY.finditer(folded) if _WHEN.search(found["by"])), None)
    by = text[when.start() : when.end()].strip(" .") if when else ""
    role = _WHO.search(folded)
    return (text[role.start("role") : role.end("role")].strip() if role else "", by)


def _rating(text: str, reading: Reading | None) -> Colour | None:
    """The colour that was agreed: said to be, or else the one that is stated."""
    said = [found["colour"] for found in _AGREED.finditer(fold(text))]
    if said:
        return next(colour for colour in COLOURS if colour == said[-1])
    return reading.rating if reading and reading.stated else None


def _parts(text: str) -> Iterator[str]:
    """The sentences of `text`, cut once more where a sentence turns to those who differ."""
    for sentence in sentences(fold(text)):
        said = sentence.of(text)
        folded = fold(said)
        turns = (found for found in _TURN.finditer(folded) if _differs(folded[found.end() :]))
        turn = next(turns, None)
        yield said[: turn.start()] if turn else said
        if turn:
            yield said[turn.end() :]


def _differs(folded: str) -> bool:
    """Whether a stretch begins with those who see it differently."""
    return bool(_NAMED_MINORITY.match(folded) or _MINORITY.match(folded))
