"""A reply, understood: the rules' reading and the learned listener's, weighed.

Pure and offline. The rules (`rules`) read the forms they know; the listener (`listening`)
hears what a wording has in common with many others. A stated colour is the rules' alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final, cast

from mtcoach.coach.reading import Intent, Reading
from mtcoach.coach.replies import listening
from mtcoach.coach.replies.changes import named_item
from mtcoach.coach.replies.colours import mentions
from mtcoach.coach.replies.commands import aspect_of
from mtcoach.coach.replies.rules import by_rules, changed_to, nothing_more, told
from mtcoach.coach.replies.senses import senses
from mtcoach.coach.replies.signs import tokens
from mtcoach.coach.words.learned import Heard
from mtcoach.coach.words.lexicon import FILLERS
from mtcoach.coach.words.text import fold, sentences, words
from mtcoach.questions.models import COLOURS, Colour, Item

# How sure the listener must be to say otherwise than the rules.
_MEANT: Final = 0.8
_APART: Final = 0.2
_TWO: Final = 2
_HARDLY: Final = 0.2
_TO_COMMAND: Final = 0.4
_AGAINST_EVIDENCE: Final = 0.5  # losing what was told is worse than asking once more
_OF_TWO: Final = 0.85  # that of two colours one is meant, or neither
_AGAINST_COLOUR: Final = 0.8
_TO_ANSWER: Final = 0.55
_AGAINST_QUESTION: Final = 0.9  # "every PT fills it in. What counts as evidence?"
_BETWEEN_COMMANDS: Final = 0.6
_NO_COLOUR: Final = 0.75
_IMPLIES: Final = 0.8  # a wrong rating is worse than asking for one
_BARE: Final = 0.6
_BARE_BESIDE_COLOUR: Final = 0.85
_TOLD: Final = 0.6
_MOVES: Final = ("skip", "back", "pause", "review", "unsure", "not_applicable", "unclear")
# Asked for evidence, "same as q1" says where it was told, and wishes to go nowhere.
_POINTS: Final = re.compile(
    r"^\W*(?:(?:pretty |very )?(?:much |just |it'?s )*(?:the )?same as|"
    r"as (?:for|in|per|with|under|at)|see(?: also)?|ditto|covered (?:in|by|under)) (?:the )?"
    r"(?:q|kq|question|item|number|no\.?)? ?\d{1,2}\W*$"
)
_SHARE: Final = re.compile(r"^\W*\d+ ?(?:/|of|out of|oot o'?) ?(?:the )?\d+\W*$")
_ASKED_TO_RATE: Final = ("rate", "which", "amend")
# From here on a reply with a colour and some sentences tells, whatever words stand in it.
_MUCH: Final = 8
_TO_CLOSE: Final = 0.75
_SOME: Final = 4


def read(
    text: str,
    *,
    step: str = "rate",
    item: Item | None = None,
    options: tuple[Colour, ...] = (),
) -> Reading:
    """What `text` means as the reply to `step`; `options` are the colours `which` asked about."""
    if step in ("evidence", "probe") and _POINTS.match(fold(text)):
        return told(text, step)
    ruled = by_rules(text, step=step, item=item, options=options)
    if step == "free" or not text.strip():
        return ruled
    ruled = _coloured(ruled, step)
    heard = listening.hear("intent", text, step, told_to("intent", ruled))
    intent = _weighed(text, step, ruled, heard)
    reading = ruled if intent == ruled.intent else _as(intent, text, step, ruled, heard)
    if step in _ASKED_TO_RATE and reading.intent in ("answer", "unclear"):
        reading = _judged(reading, step)
    return _kept(reading, step)


# "Naw, it's red": the no is to what was said before, and not to the colour.
_CORRECTS: Final = re.compile(
    r"^\W*(?:no|naw|nah|nope|och|sorry|actually)\W+(?:wait\W+)?(?:it'?s|that'?s|make it|call it|"
    r"it is)"
    r" (?:an? |really |actually |more |just )*(?:red|amber|green)\b(?=\W*$|\s*[,.;–]| -)"
)


def _coloured(ruled: Reading, step: str) -> Reading:
    """With the colour that is most surely the rating of those named, if one is."""
    if ruled.intent not in ("answer", "unclear") or step == "which":
        return ruled
    if ruled.stated and _CORRECTS.match(fold(ruled.text)):
        return ruled
    sure = listening.rated(ruled.text, step)
    if not sure or (ruled.stated and ruled.rating not in sure):
        return ruled
    meant = tuple(c for c in COLOURS if sure.get(c, 0.0) >= _MEANT)
    if len(meant) > 1:
        first, second = sorted(meant, key=lambda c: -sure[c])[:2]
        meant = (first,) if sure[first] - sure[second] >= _APART else meant
    if len(meant) == 1:
        if ruled.stated and ruled.rating == meant[0]:
            return ruled
        why = (f"of the colours named {meant[0]} is the rating",)
        return replace(ruled, intent="answer", rating=meant[0], stated=True, options=(), why=why)
    if ruled.rating and ruled.stated and sure[ruled.rating] < _HARDLY:
        why = ("no colour in it is the rating",)
        return replace(ruled, rating=None, stated=False, options=meant, why=why)
    return ruled


def told_to(matter: listening.Matter, heard: Reading) -> str:
    """What the learned listener is told of a reading by the rules."""
    if matter == "intent":
        return f"{heard.intent} {heard.stated}"
    if matter == "verdict":
        return f"{heard.rating or heard.intent}"
    return f"{heard.intent} {heard.stated} {bool(heard.evidence)}"


def about(matter: listening.Matter, heard: Reading) -> str:
    """What the listener listens to: of a reply with evidence, whether that tells anything."""
    return heard.evidence or heard.text if matter == "told" else heard.text


_LAST_ONE: Final = re.compile(
    r"\b(?:make|put|change|mark|call|set|turn)\b.*\b(?:last|previous|before)\b"
)


def _weighed(text: str, step: str, ruled: Reading, heard: Heard) -> Intent:
    """The intent that the rules and the listener come to together."""
    label = cast(Intent, heard.label)
    if step == "amend" and ruled.stated and label in ("answer", "change"):
        # "Make it amber" is said of what is being amended, "workload is more of a red" is not.
        return "change" if _names_a_topic(text) or ruled.intent == "change" else "answer"
    if label == ruled.intent or (step == "next_step" and nothing_more(text)):
        return ruled.intent
    # A colour given by the rules is an answer; two colours, or none, they know best too.
    if step == "which" and ruled.rating:
        return ruled.intent
    if label == "unclear" and ruled.stated:
        return "answer"
    if label == "back" and ruled.stated and _LAST_ONE.search(fold(text)):
        return "change"  # "make that last one green" goes nowhere: it gives it another colour
    if ruled.options and label in ("answer", "unclear"):
        return label if heard.sure >= _OF_TWO else ruled.intent
    if label in _MOVES and substantial(ruled):
        return "answer"
    if ruled.intent in ("answer", "unclear"):
        if label != "change" and (ruled.stated or (ruled.evidence and ruled.next_step)):
            needed = _AGAINST_COLOUR
        elif ruled.evidence and _weight(ruled.evidence) >= _SOME and label != "change":
            needed = _AGAINST_EVIDENCE
        else:
            needed = _TO_COMMAND
        # Asked for evidence, "we don't have …" is a finding and seldom a wish to close.
        if label == "not_applicable" and step in ("evidence", "probe"):
            needed = _TO_CLOSE
        return label if heard.sure >= needed else ruled.intent
    if ruled.intent == "explain" and ruled.evidence and text.rstrip().endswith("?"):
        needed = _AGAINST_QUESTION
    else:
        needed = _TO_ANSWER if label in ("answer", "unclear") else _BETWEEN_COMMANDS
    return label if heard.sure >= needed else ruled.intent


def _names_a_topic(text: str) -> bool:
    """Whether a reply speaks of an item by what it is about."""
    said = tokens(named_item(text) or "")
    return any("topic" in sense.kinds for sense in senses(said, tokens))


def substantial(reading: Reading) -> bool:
    """Whether a reply rates and tells so much that no command in it can be all it means."""
    return (
        reading.stated and _weight(reading.text) >= _MUCH and len(sentences(fold(reading.text))) > 1
    )


def _weight(text: str) -> int:
    """How many words of weight stand in `text`."""
    return sum(word not in FILLERS for word in words(fold(text)))


def _as(intent: Intent, text: str, step: str, ruled: Reading, heard: Heard) -> Reading:
    """`text` read with the intent that the listener heard."""
    said = ", ".join(f"'{word}'" for word in heard.words) or "its shape"
    why = (f"{said} sound like {intent.replace('_', ' ')}",)
    match intent:
        case "answer" | "unclear":
            reading = told(text, step)
            if intent == "unclear":
                named = {m.colour for m in mentions(text) if m.role in ("said", "leaned")}
                two = tuple(c for c in COLOURS if c in named) if len(named) == _TWO else ()
                open_ = reading.options or two
                return replace(
                    reading, intent="unclear", rating=None, stated=False, options=open_,
                    evidence=reading.evidence if open_ else None, why=why,
                )  # fmt: skip
            return replace(reading, intent="answer", why=(*reading.why, *why))
        case "change":
            colour, because = changed_to(text)
            return Reading(
                text, "change", colour, colour is not None, target=named_item(text),
                why=(*why, because) if because else why,
            )  # fmt: skip
        case "explain":
            return Reading(text, "explain", aspect=aspect_of(text, step), why=why)
        case _:
            return Reading(text, intent, why=why)


def _judged(reading: Reading, step: str) -> Reading:
    """With the colour that a judgement implies, where none is stated."""
    if reading.stated or reading.options or step == "amend":
        return reading
    if _SHARE.match(fold(reading.text)):
        return reading  # "2 out of 3" is a figure, whatever it may be of
    if reading.rating and mentions(reading.text):
        return reading  # "just short of green" leaves amber, and is no judgement besides
    heard = listening.hear("verdict", reading.text, "rate", told_to("verdict", reading))
    if heard.label == (reading.rating or "none"):
        return reading
    if heard.label == "none":
        if heard.sure < _NO_COLOUR:
            return reading
        bare = reading.evidence is None and reading.next_step is None
        return replace(
            reading, rating=None, stated=False, intent="unclear" if bare else reading.intent,
            why=("it describes, and judges nothing",),
        )  # fmt: skip
    if heard.sure < _IMPLIES:
        return reading
    colour = cast(Colour, heard.label)
    said = ", ".join(f"'{word}'" for word in heard.words) or "it"
    return replace(reading, intent="answer", rating=colour, why=(f"{said} imply {colour}",))


def _kept(reading: Reading, step: str) -> Reading:
    """With its evidence, or without where nothing is told of practice.

    Beside a command something may be told: "all of S3 does. Need to go, bell's gone".
    """
    if step == "next_step" and reading.intent in ("answer", "unclear"):
        return reading
    heard = listening.hear("told", about("told", reading), step, told_to("told", reading))
    if heard.label == "told" and heard.sure >= _TOLD:
        if reading.evidence or reading.next_step or len(words(reading.text)) <= _TWO:
            return reading
        return replace(reading, evidence=reading.text.strip())
    if heard.label == "bare" and heard.sure >= (_BARE_BESIDE_COLOUR if reading.stated else _BARE):
        # An answer to "how do you know?" is kept, however little it is.
        # Beside a next step, or in much that was said, words are hardly ever empty.
        much = reading.next_step or len(words(reading.text)) > 2 * _MUCH
        if reading.intent == "answer" and (not reading.rating or much):
            return reading
        if reading.stated and _holds(reading.evidence):
            return reading
        return replace(reading, evidence=None)
    return reading


_LATER: Final = re.compile(r"^\W*(?:ask|come back|get back|see) (?:me|to|us)\b", re.IGNORECASE)


def _holds(note: str | None) -> bool:
    """Whether words that tell next to nothing hold something all the same: "the folder is here"."""
    from mtcoach.coach.notes.evidence import judge

    where_or_who = {"source", "who"} & set(judge(note).elements) if note else set()
    return bool(where_or_who) and not mentions(note or "") and not _LATER.match(note or "")


def describe(
    text: str, item: Item | None = None, library_items: Sequence[Item] = ()
) -> dict[str, Any]:
    """`text` read, judged, placed and checked for personal data, as plain JSON data."""
    from mtcoach.coach.notes import evidence, placement, privacy

    reading = read(text, item=item)
    note = reading.evidence
    judgement = evidence.judge(note) if note else None
    placed = placement.place(note, library_items, exclude=item.id if item else "") if note else ()
    return {
        "intent": reading.intent,
        "rating": reading.rating,
        "stated": reading.stated,
        "evidence": note,
        "next_step": reading.next_step,
        "elements": list(judgement.elements) if judgement else [],
        "strength": judgement.strength if judgement else None,
        "speaks_to": [{"item": p.item, "score": p.score, "words": list(p.words)} for p in placed],
        "personal": [{"kind": p.kind, "text": p.text} for p in privacy.find(text)],
        "why": list(reading.why),
    }
