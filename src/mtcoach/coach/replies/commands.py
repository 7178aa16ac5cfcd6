"""What a reply asks of the coach rather than tells it: skip, back, what do you mean?

A clause is a command when a cue stands in it and nothing else of weight does:
"can we go back please" is one, "pupils go back over their targets" is not.
"""

from __future__ import annotations

import re
from typing import Final

from mtcoach.coach.reading import Aspect
from mtcoach.coach.replies.changes import Command, changes
from mtcoach.coach.replies.cues import ASKED, PATTERNS
from mtcoach.coach.replies.roles import ASKS_TO_RECORD
from mtcoach.coach.words.lexicon import FILLERS
from mtcoach.coach.words.text import clauses, fold, sentences, words

_ASKS: Final = re.compile(
    r"^(?:(?:sorry|ok|okay|so|and|but|hmm+|um|er|wait|well|hold on|just|"
    r"to be clear|honestly|right|oh|aye|yes|no|och) ?,? )*"
    r"(?:what|whit|whats|why|how|who|whose|which|where|when|is|are|does|do|did|can|"
    r"could|would|should|am|will|has|have|any|remind|tell|explain|"
    r"define|clarify|describe|show|give|help|come again|pardon|eh|i (?:don'?t|"
    r"didn'?t|do not|dinnae|am not|can'?t)|i'm (?:not|no|lost|stuck|confused)|"
    r"not sure (?:what (?:you|this|that|it)|i (?:understand|follow|get))|dinnae|"
    r"don'?t (?:get|understand|follow)|examples?|rephrase|reword|repeat|say|"
    r"in plain|more (?:info|detail)|could|please|need|meaning|like what|such as|"
    r"you(?:'ve)? lost|the question|this (?:question )?(?:doesn'?t|is confusing)|"
    r"that (?:doesn'?t|makes no)|confused|lost|doesn'?t make|no idea what (?:you|"
    r"this|that|it)|dunno what (?:you|this|that|it)|instructions|commands|options|"
    r"menu|stuck|\?|/help|unclear what|elaborate|expand|simplify|translate|what's|"
    r"wdym|a bit more|for example|eg|e\.g|can i)"
)


def commands(text: str, *, content: bool = False) -> tuple[Command, ...]:
    """The commands in `text`. With `content` a free text is expected: only plain ones count."""
    folded = fold(text)
    if folded.strip() and not folded.strip(" ?") and not content:
        return (Command("explain", 0, len(folded), folded.strip(), "help"),)
    cues = _cues(folded, content)
    return (*changes(folded, content), *_questions(folded, bool(cues)), *cues)


_OTHERS: Final = re.compile(
    r"\b(?:our|pupils?|learners?|children|kids|staff|teachers?|parents?|they|"
    r"depts?|departments?|pts|who|which|what|how|if|whether|about|of|where|when|"
    r"their|everyone|people|some|many|most)\b"
)


def _followed(after: str) -> bool:
    """Whether a word of weight hangs on a cue: "not sure sheets" is no doubt."""
    match = re.match(r" (\w+)", after)
    return match is not None and match[1] not in FILLERS


def _light(rest: str, slack: int) -> bool:
    """Whether little of weight stands beside a cue, and nobody else is spoken of."""
    heavy = [word for word in words(rest) if word not in FILLERS and not word.endswith("ly")]
    if not heavy:
        return True
    return len(heavy) <= slack and not _OTHERS.search(rest)


def _cues(folded: str, content: bool) -> list[Command]:
    found: list[Command] = []
    for clause in clauses(folded):
        words_here = clause.of(folded)
        for cue, pattern in PATTERNS:
            match = pattern.search(words_here)
            if not match or not match.group().strip():
                continue
            rest = words_here[: match.start()] + " " + words_here[match.end() :]
            if _light(
                rest,
                0 if cue.intent == "unsure" and _followed(words_here[match.end() :]) else cue.slack,
            ) or (cue.open and not content):
                if cue.intent in _MOVES and _spoken_by_others(words_here, match.start()):
                    continue
                found.append(
                    Command(cue.intent, clause.start, clause.end, match.group().strip(), cue.aspect)
                )
                break
    return found


_MOVES: Final = ("skip", "back", "pause", "review")
_HABIT: Final = re.compile(
    r"\b(?:we|they|he|she|it|who|that|staff|you)(?: \w+ly| just| often| sometimes|"
    r" usually| always| never| all)? $"
)
_WISH: Final = re.compile(
    r"\b(?:can|could|let|should|shall|may|if|want|like|rather|need|have|got)\b"
)


def _spoken_by_others(clause: str, start: int) -> bool:
    """Whether the cue is something somebody does: "we skip", not "can we skip"."""
    before = clause[:start]
    return bool(_HABIT.search(before)) and not _WISH.search(before)


def _questions(folded: str, known: bool) -> list[Command]:
    found: list[Command] = []
    for sentence in sentences(folded):
        said = sentence.of(folded)
        asked = folded[sentence.end : sentence.end + 3].strip().startswith("?")
        if re.fullmatch(r"\W*", said) or _RECORDS.match(said):
            continue
        tail = _tail(said)
        opens = _ASKS.match(said)
        if not asked and not opens:
            continue
        for cue, pattern in ASKED:
            where = said if opens else tail
            match = pattern.search(where)
            if not match or (not asked and _statement(said)):
                continue
            found.append(
                Command("explain", sentence.start, sentence.end, match.group().strip(), cue.aspect)
            )
            break
        else:
            if (
                asked
                and not known
                and (_ASKING.match(said) or _ASKING.match(tail) or _YOU.search(said))
                and not _HOW_DO_WE_KNOW.search(said)
            ):
                found.append(Command("explain", sentence.start, sentence.end, said, "meaning"))
    return found


# "Could you put me down as amber?" asks nothing; "why is it red?" and "is that green?" do.
_RECORDS: Final = re.compile(
    rf"{ASKS_TO_RECORD}.*\b(?:red|rid|amber|green|dearg|òmar|uaine|[123])\b"
)
_ASKING: Final = re.compile(
    r"^(?:(?:sorry|ok|okay|so|and|but|hmm+|um|er|wait|well|just|to be clear|right|oh) ?,? ?)*"
    r"(?:what|whit|whats|why|how|who|whose|which|where|when|is|are|does|do|did|can|"
    r"could|would|should|am|will|has|have|any)\b"
)
_YOU: Final = re.compile(
    r"\b(?:do|did|would|are|can|could|should|does|is) (?:you|i|this|that|it)\b"
)
_HOW_DO_WE_KNOW: Final = re.compile(r"\bhow do we know\b|\bhow well do we\b|\bwho (?:does|did)\b")


def _tail(said: str) -> str:
    return re.split(r", | [-–] |: |– ", said)[-1].strip()


_ADDRESSED: Final = re.compile(
    r"^(?:(?:sorry|ok|okay|so|and|but|hmm+|um|er|wait|well|just|right|oh|also) ?,? ?)*(?:"
    r"(?:what|whit|why|how|which|where|when|who)(?:'s|s)?(?: \w+){0,3}? (?:i|you|"
    r"ye|this|that|it|these|me|good|excellent|green|amber|red|evidence|"
    r"the (?:point|difference|question|options|scale|purpose))\b"
    r"|(?:what|whit)(?: exactly| actually)? (?:is|are|does|do|would|counts)\b|"
    r"(?:what's|whats|whit's) |why\b"
    r"|(?:can|could|would|will|do|does|did|is|are|should|have|am) (?:i|you|ye|this|that|it)\b"
    r"|(?:explain|define|clarify|rephrase|reword|repeat|simplify|elaborate|expand|"
    r"translate|describe|unpack|give me|gie me|show me|tell me|remind me|help|"
    r"example|examples|meaning|more (?:info|detail)|say (?:that|it)|in (?:plain|"
    r"other)|come again|pardon|what|whit|eh|huh|confused|lost|stuck|commands|"
    r"options|instructions|menu|need help|i need (?:some )?help|for example|"
    r"such as|like what)\b"
    r"|(?:i |i'm |im |we |it |this |that |you |you've |sorry )*(?:don'?t|dinnae|"
    r"didn'?t|do not|not|no|doesn'?t|disnae|can'?t|cannae|lost|confused|stuck)\b)"
)
_TELLS: Final = re.compile(
    r"^(?:what|how|when|where|which|who) (?:we|our|staff|teachers|pupils|happens|"
    r"tends|works|i (?:can|do) (?:say|know)|(?:\w+ )?(?:we|staff|pupils) (?:do|"
    r"does|use|have|need|know) (?:is|are))\b"
)


def _statement(said: str) -> bool:
    """Whether a sentence without a question mark tells of the school: "what we do is ..."."""
    return bool(_TELLS.match(said)) or not _ADDRESSED.match(said)


def aspect_of(text: str, step: str) -> Aspect:
    """What a question that no rule knew asks about; the meaning, if nothing says otherwise."""
    folded = fold(text)
    for cue, pattern in ASKED:
        if cue.aspect and cue.aspect != "meaning" and pattern.search(folded):
            return cue.aspect
    return "good" if step == "next_step" else "meaning"
