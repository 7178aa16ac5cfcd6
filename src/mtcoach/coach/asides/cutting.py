"""Taking out a part of what was said, by the words it was said in: "the bit about Sam".

Only the sentence, or the half of one, that speaks of it goes; the rest of the note stays. It is
a whole reply; and where nothing that was said holds the words, what may be said of real things
is content: "remove the old tracker" is a next step.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from mtcoach.coach import path
from mtcoach.coach.asides import anytime, finding
from mtcoach.coach.items import held
from mtcoach.coach.moves import Moves, run_together, shortened
from mtcoach.transcript.events import Noted, StepNoted, Withdrawn
from mtcoach.transcript.record import Answer, Note
from mtcoach.transcript.sayings import Position


@dataclass(frozen=True, slots=True)
class Cut:
    """What is to go: words that speak `about` something, in a `place` if one was named.

    `sure` is whether it hardly can be anything else than such a wish, `bare` whether only the
    words were named, `whole` whether a whole note was, which may be that of a question.
    """

    about: str
    place: str
    sure: bool
    bare: bool
    whole: bool


@dataclass(frozen=True, slots=True)
class Found:
    """A note or a step that holds the words, and where."""

    answer: Answer
    note: Note
    step: bool


_POLITE: Final = (
    r"(?:(?:please|can|could|would|you|we|i|let'?s|just|no|oops|sorry|wait|actually|och|aye|"
    r"right|ok|"
    r"i'?d|like|want|need|to|hang on|hold on|and|but|then|better|wid|ye|gonnae)[, ]+)*"
)
_VERB: Final = (
    r"(?:remove|delete|scrap|erase|drop|bin|ditch|lose|cut|strike|scratch|take|tak|get rid o[f']?|"
    r"rub|wipe|forget|ignore|redact|scrub|chop|leave|edit|strip|pull|withdraw|clear|"
    r"(?:don'?t|dinnae|do not|not to) (?:keep|use|include|print|show|put in|have))(?: (?:out|oot|"
    r"away|"
    r"back|off))?"
)
_OUT: Final = r"(?: (?:out|oot|away|back|off|go|again|please|then|now|altogether|completely))*"
_TALK: Final = (
    r"(?P<talk>bits?|parts?|comments?|remarks?|sentences?|lines?|words|notes?|things?|stuff|one|"
    r"evidence|points?|mentions?|references?|next steps?|steps?)"
)
_ABOUT: Final = (
    r"(?:about|on|regarding|re|to do with|concerning|naming|saying|mentioning|with|of|to|"
    r"(?:where|when|in which|that|which) (?:i|we|it) (?:said?|says?|mention(?:s|ed)?|name[sd]?|"
    r"wrote|"
    r"talk(?:s|ed)? about|put)|(?:that|which) (?:says?|mention(?:s|ed)?|name[sd]?|talks? about))"
)
_THE: Final = r"(?:the|my|that|this|any|all|every|a|oor|our)"
_X: Final = r"(?:the |our |my )?(?P<about>[\w'’&./ -]{1,50}?)"
_PLACE: Final = (
    r"(?: (?:from|in|on|under|out o[f']?|oot o[f']?|for|of|at) (?P<place>(?:my |the |that |"
    r"this )?(?:(?:"
    r"first|last|second|third|latest|previous|earlier) )?(?:note|answer|reply|one|evidence|"
    r"question|q|"
    r"item|number)?s? ?(?:\d{1,2}(?:\.\d{1,2})?)?|it|that|there|here))?"
)
_SHAPES: Final = tuple(
    (name, re.compile(rf"^\W*{_POLITE}(?:{pattern})\W*$", re.IGNORECASE))
    for name, pattern in (
        ("about", rf"{_VERB} {_THE} {_TALK} {_ABOUT} {_X}{_PLACE}{_OUT}"),
        (
            "said",
            rf"{_VERB} (?:what|whit|that|everything|all) (?:i|we|ah)(?:'ve|"
            rf" have)? (?:just )?(?:said|"
            rf"wrote|written|typed|put|mentioned) (?:about|on|of|regarding) {_X}{_PLACE}{_OUT}",
        ),
        (
            "said",
            r"(?:i )?(?:shouldn'?t have|should not have|didn'?t mean to|never meant to|"
            r"wish i hadn'?t) "
            r"(?:said?|mention(?:ed)?|put|named?|wr(?:ite|itten))(?: (?:that|"
            rf"anything))?(?: about)? "
            rf"{_X}{_PLACE}",
        ),
        (
            "about",
            rf"{_THE} {_TALK} {_ABOUT} {_X}{_PLACE} (?:should|can|needs to|has to|must|ought to|"
            rf"could|"
            r"had better|better|will have to|shouldnae|should not|shouldn'?t) (?:go|come out|"
            r"come oot|"
            r"(?:be|get) (?:removed|taken out|deleted|cut|out|dropped|there|in there|in it|in))",
        ),
        (
            "named",
            rf"{_THE} {_X} {_TALK}{_PLACE} (?:should|can|needs to|has to|must|ought to|could|"
            rf"had better|"
            r"better|will have to|shouldnae|shouldn'?t) (?:go|come out|come oot|(?:be|"
            r"get) (?:removed|"
            r"taken out|deleted|cut|out|dropped|there|in there|in it|in))",
        ),
        ("named", rf"{_VERB} {_THE} {_X} {_TALK}{_PLACE}{_OUT}"),
        (
            "bare",
            rf"{_VERB} {_X} (?:from|out o[f']?|oot o[f']?) (?P<place>it|that|there|here|(?:my|"
            rf"the|that|"
            r"this) (?:(?:first|last|second|latest|previous) )?(?:note|answer|reply|evidence)s?|"
            r"(?:note|"
            r"question|q|answer) ?\d{1,2})",
        ),
        ("bare", rf"(?:take|leave|cut|strip|edit|tak|pull|score) {_X} (?:out|oot)"),
    )
)
_REAL_THINGS: Final = (
    *("one", "thing", "things", "stuff", "line", "lines", "point", "points", "words"),
    *("note", "notes", "evidence", "step", "steps", "next step", "next steps"),
)
"""What else than a remark may be called so: "remove the maths one" may be about trackers."""
_NOTES: Final = re.compile(r"^(?:notes?|evidence|next steps?|steps?)$", re.IGNORECASE)


def wanted(said: str) -> Cut | None:
    """The part that `said` asks to have taken out, if it may be such a wish."""
    for name, shape in _SHAPES:
        match = shape.match(said.strip())
        if match is None:
            continue
        groups = match.groupdict()
        talk = (groups.get("talk") or "").lower()
        place = (groups.get("place") or "").strip()
        sure = name == "said" or (bool(talk) and talk not in _REAL_THINGS)
        sure = sure or (bool(place) and not place.isdecimal())
        about = match["about"].strip()
        if name == "bare" and not place and not about[:1].isupper():
            continue
        whole = bool(_NOTES.match(talk))
        return Cut(about, place, sure or name == "bare", name == "bare", whole)
    return None


def found(moves: Moves, cut: Cut) -> list[Found]:
    """What was said that holds the words, in the place that was named if there is one."""
    if cut.whole and finding.find_item(moves, cut.about):
        return []  # "my note on moderation" is that of the question, whatever its words
    everything = [each for each in _held(moves) if _speaks(each.note.text, cut.about)]
    number = re.search(r"\d+(?:\.\d+)?", cut.place)
    if number:
        item = path.numbered_item(
            moves.record, moves.library, number.group(), moves.record.position.item
        )
        here = [each for each in everything if each.answer.item == item]
        return here or everything
    ordered = sorted(everything, key=lambda each: each.note.seq)
    if re.search(r"\bfirst\b", cut.place):
        return ordered[:1]
    if re.search(r"\b(?:last|latest)\b", cut.place):
        return ordered[-1:]
    return everything


def is_wish(moves: Moves, cut: Cut, hits: Sequence[Found]) -> bool:
    """Whether it is a wish here, and not content that sounds like one."""
    if hits:
        return cut.sure or moves.record.position.step != "next_step"
    return cut.sure and not (cut.bare or cut.whole)


def grant(moves: Moves, cut: Cut, hits: Sequence[Found]) -> Position | None:
    """Takes the words out and says so, or asks which are meant; the conversation stays."""
    if not hits:
        moves.say("cut_none", about=cut.about)
        return None
    named = list(dict.fromkeys(each.answer.item for each in hits))
    if len(named) > 1:
        anytime.ask_which(moves, named, f"take out the bit about {cut.about} on {{}}")
        return None
    item = moves.library.items[named[0]]
    gone = [part for each in hits for part in _cut(moves, each, cut.about)]
    answer = moves.record.answer(item.id)
    moves.say(
        "cut_out",
        text=shortened(run_together(gone), 160),
        topic=item.topic,
        state=held.state_of(moves, answer),
    )
    here = moves.record.position
    if here.item == item.id and here.step in ("probe", "challenge") and not answer.notes:
        return here.model_copy(update={"step": "evidence", "about": "again"})
    return None


def _held(moves: Moves) -> Iterator[Found]:
    for item, answer in moves.record.answers.items():
        if item in moves.library.items:
            yield from (Found(answer, note, False) for note in answer.notes)
            yield from (Found(answer, note, True) for note in answer.steps)


def _speaks(text: str, about: str) -> bool:
    """Whether `text` has the words of `about`, all of them."""
    wanted_words = [word for word in re.findall(r"[\w'&]+", about.lower()) if word not in _SMALL]
    said = set(re.findall(r"[\w'&]+", text.lower().replace("’", "'")))
    said |= {word.removesuffix("'s") for word in said} | {word.rstrip("s") for word in said}
    return bool(wanted_words) and all(
        word in said or word.rstrip("s") in said for word in wanted_words
    )


_SMALL: Final = frozenset("the a an our my about of in on to and that this".split())
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+|\s*;\s*|\n+")
_HALF: Final = re.compile(
    r",?\s+[–-]\s+|,\s+(?=(?:but|and|though|although|while|whereas|except|apart from|so|with)\b)",
    re.I,
)
_JOINING: Final = re.compile(
    r"^(?:but|and|though|although|while|whereas|so|except|apart from)\s+", re.IGNORECASE
)
KEPT: Final = 3
"""Half a sentence of fewer words does not stand by itself."""


def _cut(moves: Moves, hit: Found, about: str) -> list[str]:
    """Takes the part of a note that speaks of something out, and returns it."""
    item, note = hit.answer.item, hit.note
    for mark in (_SENTENCE, _HALF):
        parts = [part for part in mark.split(note.text) if part and part.strip()]
        gone = [part for part in parts if _speaks(part, about)]
        rest = [part for part in parts if part not in gone]
        left = (". " if mark is _SENTENCE else ", ").join(part.rstrip(" .,;") for part in rest)
        left = _JOINING.sub("", left)
        if gone and len(left.split()) >= KEPT:
            if hit.step:
                moves.decide(StepNoted(item=item, text=left, replaces=(note.seq,)))
            else:
                moves.decide(Noted(item=item, text=left, replaces=(note.seq,), origin=note.origin))
            return [part.strip(" .;") for part in gone]
    moves.decide(Withdrawn(item=item, seqs=(note.seq,)))
    return [note.text]
