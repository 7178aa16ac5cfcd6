"""A reply taken apart: the evidence and the next step in it, exactly as typed."""

from __future__ import annotations

import re
from typing import Final

from mtcoach.coach.replies.steps import WISHED, ordered
from mtcoach.coach.words.lexicon import FILLERS, bare
from mtcoach.coach.words.text import Stretch, clauses, fold, words

_LABEL: Final = re.compile(
    r"(?:^|(?<=[.;,!?\n:–(-])|(?<=\s))\s*(?:(?:and|so|our|the|my|a|but|with|"
        r"&) )*(?P<label>(?:next|nxt|follow(?:ing)?[- ]?up) ?steps?|"
        r"n\.?s\.?(?=\s*[:=–-])|to ?do(?=\s*[:=–-])"
    r"|actions?(?: points?)?(?=\s*[:=–-])|action(?= is\b)|way forward|what'?s next|"
        r"what next|target(?=\s*[:=–])|(?:the |our )?(?:plan|aim|intention|priority|"
        r"goal)(?= is\b|'s to\b| would be\b| now is\b|\s*[:=–]))"
    r"(?:'s(?= to))?(?: (?:is|are|would be|will be|wd be|being|now is|for us is|here is|"
        r"has to be|should be|must be|might be|could be|for me is|"
        r"='?s))*(?P<join>\s*[:=–-]+)?(?: (?:to|tae)(?= ))?\s*"
)  # fmt: skip
_WILL: Final = re.compile(
    r"^(?:(?:so|and|but|then|now|hence|therefore|from august|from january|"
    r"this term|next term|next session|next year|this session) )*"
    r"(?:we(?:'re| are)? (?:plan(?:ning)?|going|intend(?:ing)?|hop(?:e|ing)|"
    r"aim(?:ing)?|want|need|gonnae|gonna|about)(?: now)?(?: to| tae)? (?!been)\w+|"
    r"(?:we'll|we will|i'?ll|i will) (?!be (?:honest)|say|go|give|put|call|rate|"
    r"come|have to (?:check|ask|get back))\w+"
    r"|plan(?:ning)? (?:to|on|for)|going to (?!say)\w+|need to (?!check|ask|"
    r"be honest)\w+|intend(?:ing)? to|aim(?:ing)? to|hop(?:e|ing) to|looking to|"
    r"next (?:we|i|up)|to be (?:done|reviewed|trained|introduced|rolled)|"
    r"(?:we|i|they) (?:should|must|ought to|need to)(?! (?:say|admit|check|ask|be honest|"
    r"have (?:\w+ed|done|had|got|been|made|met|set|put|gone|kept|told|taught|begun)\b))|"
    r"(?:it|that|this|[\w' ]{3,30})(?:'s| is) (?:going|being put) "
    r"(?:on|in|into|onto) (?:the|our) )\b"
)
# Under way, with a time to come: "I'm seeing the PTs on Thursday", "from August I want …".
_SOON: Final = (
    r"(?:from|after|by|in|on|come|at the|before) (?:the )?(?:end of |start of |next |new )*(?:"
    r"january|february|march|april|may|june|august|september|october|november|december|easter|christmas|"
    r"summer|october break|mon\w*day|tuesday|wednesday|thursday|friday|inset|term|session|year|"
    r"holidays|week|month)|next (?:week|term|month|session|year|\w+day)|this (?:week|term|session)|"
    r"tomorrow|soon|shortly"
)
_ABOUT_TO: Final = re.compile(
    r"^(?:(?:so|and|but|then|now) )*(?:(?:we|i)(?:'re|'m| are| am) (?:now |also |just )?(?:bringing"
    r"|introducing|rolling|starting|seeing|setting|putting|moving|adding|arranging|meeting|running|"
    r"trialling|piloting|getting|training|changing|switching|doing|looking)\b"
    rf"[^.;\n]*\b(?:{_SOON})\b|(?:{_SOON}) (?:we|i)(?:'ll|'d| will| want| would| plan| hope)\b)"
)
_LINK: Final = re.compile(
    r"^(?:because|becuase|cause|since|cos|coz|cuz|but|and|though|although|so|"
    r"in that|given(?: that)?|as(?! (?:well|a|an|part)\b)|is because|"
    r"due to the fact that|the reason being|reason being)[ ,:]+"
)


_REACH: Final = 160


def trimmed(text: str, start: int, end: int) -> Stretch:
    """The stretch without the joining marks at its ends."""
    part = text[start:end]
    lead = re.match(r"^(?:[\s,;:.!?)\]–—=*•>|-]|/(?!\w))+", part)
    start += lead.end() if lead else 0
    part = text[start:end]
    tail = re.search(r"[\s,;:(\[–—=*•|-]+$", part)
    end -= len(tail.group()) if tail else 0
    return Stretch(start, end)


def next_step(text: str) -> tuple[Stretch, Stretch] | None:
    """Where a reply speaks of a next step: the step itself, and the step with its label."""
    folded = fold(text)
    for match in _LABEL.finditer(folded):
        if match.group().strip() and _labels(folded, match):
            plural = (
                "steps" in match["label"] or "actions" in match["label"] or "do" in match["label"]
            )
            end = _end(folded, match.end(), plural)
            step = trimmed(text, match.end(), end)
            if step.start < step.end:
                return step, Stretch(match.start(), end)
    for clause in clauses(folded):
        said = clause.of(folded)
        wished = WISHED.match(said)
        if (
            wished
            or _WILL.match(said)
            or ordered(said)
            or _ABOUT_TO.match(folded[clause.start : clause.start + _REACH])
        ):
            start = clause.start + (wished.start("step") if wished else 0)
            end = _before_colour(folded, start, _end(folded, clause.start, False))
            return trimmed(text, start, end), Stretch(clause.start, end)
    return None


_COLOUR_LAST: Final = re.compile(
    r"[\s,;:.–-]+(?:(?:so|i'?d say|it'?s|hence|that'?s|an?|call it|so it'?s|for now)[ ,]+)*"
    r"(?:red|amber|green)(?=\W*$|\s*[,.;:–])"
)


def _before_colour(folded: str, start: int, end: int) -> int:
    """Where a step ends that has a colour behind it: "…get the minutes up on the drive, amber"."""
    colour = _COLOUR_LAST.search(folded, start, end)
    return colour.start() if colour else end


def _labels(folded: str, match: re.Match[str]) -> bool:
    """Whether "next steps" opens a statement, as in "next steps: …", or is spoken of."""
    if match["join"] or re.search(r"\b(?:is|are|be|being|to|tae)\s*$", match.group()):
        before = folded[: match.start("label")].rstrip()
        return (
            not before
            or bool(match["join"])
            or not re.search(
                r"\b(?:their|his|her|pupils'?|learners'?|setting|and|of|on|for|know what)$", before
            )
            or before.endswith((",", ".", ";", "–", "-", " and"))
        )
    return False


def _end(folded: str, start: int, plural: bool) -> int:
    if plural:
        found = re.search(r"\n\s*\n", folded[start:])
        return start + found.start() if found else len(folded)
    for mark in _MARK.finditer(folded, start):
        if mark.group() != "\n" or _ends_line(folded, mark.start()):
            return mark.start()
    return len(folded)


_MARK: Final = re.compile(r"[.!?](?=\s+\S)|\n|;")
_OPEN_END: Final = re.compile(
    r"(?:,|[-–]|\b(?:and|or|the|a|an|to|for|of|by|with|in|on|at|from|our|all|every|each|so|that|"
    r"then|into|before|after|until|per|is|are|be|we|we'll|i|will))$"
)
_NEW_LINE: Final = re.compile(
    r"^\s*(?:\n|[-*•]|\d+[.)]|(?:evidence|rating|next step|strength|area|source|impact|note)s?\b"
    r"|red\b|amber\b|green\b)"
)
_WRAPPED: Final = 50  # letters after which a line was more likely broken by the page than by hand


def _ends_line(folded: str, at: int) -> bool:
    """Whether a line break ends what stands before it, or was put there by a page's edge."""
    line = folded[folded.rfind("\n", 0, at) + 1 : at].rstrip()
    if _NEW_LINE.match(folded[at + 1 :]):
        return True
    return not (_OPEN_END.search(line) or len(line) >= _WRAPPED)


_STOPPED: Final = re.compile(r"[.!?][\"'”’)]*$")


def content(text: str, cut: list[Stretch], ratings: list[Stretch]) -> str | None:
    """What `text` holds besides the stretches in `cut` and the clauses that only rate.

    A clause that weaves its rating into content stays whole. What is left is one
    stretch of the reply where the rating stood at its edge, else the parts joined.
    """
    folded = fold(text)
    keep = [Stretch(0, len(text))]
    for gone in cut:
        keep = [part for old in keep for part in _without(old, gone)]
    parts = [p for part in keep if (p := _edges(text, folded, part, ratings))]
    # What stood between two parts is gone: a mark shows where they meet.
    kept = ""
    for part in parts:
        kept += (" " if _STOPPED.search(kept) else "; ") * bool(kept) + part.of(text)
    return kept if kept and not bare(fold(kept)) else None


def _without(old: Stretch, gone: Stretch) -> list[Stretch]:
    left = Stretch(old.start, min(old.end, gone.start))
    right = Stretch(max(old.start, gone.end), old.end)
    return [part for part in (left, right) if part.start < part.end]


def _edges(text: str, folded: str, part: Stretch, ratings: list[Stretch]) -> Stretch | None:
    """`part` without the rating at its front and at its back, where that stands apart."""
    start, end = part.start, part.end
    for _ in range(4):
        before = (start, end)
        start = _front(folded, start, end, ratings)
        end = _back(folded, start, end, ratings)
        if (start, end) == before:
            break
    stretch = trimmed(text, start, end)
    return stretch if stretch.start < stretch.end else None


def _front(folded: str, start: int, end: int, ratings: list[Stretch]) -> int:
    pieces = clauses(folded[start:end])
    if not pieces:
        return start
    first = Stretch(start + pieces[0].start, start + pieces[0].end)
    inside = [r for r in ratings if first.start <= r.start and r.end <= first.end]
    nxt = start + pieces[1].start if len(pieces) > 1 else end
    if not inside:
        small = all(w in FILLERS for w in words(first.of(folded)))
        return (
            nxt if small and len(pieces) > 1 and any(r.start >= start for r in ratings) else start
        )
    rest = folded[first.start : inside[0].start] + " " + folded[inside[-1].end : first.end]
    if bare(rest):
        link = _LINK.match(folded[nxt:end])
        return nxt + link.end() if link else nxt
    if bare(folded[first.start : inside[0].start]) or _opening(
        folded[first.start : inside[0].start]
    ):
        after = inside[-1].end
        light = re.match(
            r"(?:\s+(?:overall|for us|for me|here|at the moment|just now|right now|"
            r"i'?d say|i think|probably|really|definitely|tbh|to be honest|i suppose|"
            r"i guess|at best|currently|now))*",
            folded[after:end],
        )
        after += light.end() if light else 0
        joined = re.match(r"\s*", folded[after:end])
        after += joined.end() if joined else 0
        because = _LINK.match(folded[after:end])
        if because:
            return after + because.end()
        if re.match(
            r"(?:we|our|they|some|most|all|not|only|every|there|staff|teachers|pupils|it's|"
            r"i|no|still|maths|each|few)\b",
            folded[after:end],
        ):
            return after
    return start


def _opening(lead: str) -> bool:
    return bool(re.fullmatch(r"\W*(?:in )?(?:my|our)? ?(?:opinion|view)?\W*", lead))


def _back(folded: str, start: int, end: int, ratings: list[Stretch]) -> int:
    pieces = clauses(folded[start:end])
    if len(pieces) < 2:
        last_rating = next((r for r in ratings if r.end >= end - 2 and r.start > start), None)
        if last_rating:
            lead = folded[start : last_rating.start]
            joined = re.search(
                r"[\s,]+(?:so|hence|therefore|which is why|which means|so i'?d say|so it'?s|"
                r"so we'?re|so that'?s|so i'?d say it'?s|makes it|so probably|so overall|"
                r"so i'?ll say|so i'?ll go|so for me)(?: (?:an?|it's|we're|i'd say|i'd go|for|"
                r"with|i'll say|probably|definitely|that's|i'm saying|i'd call it|i think|"
                r"overall))*\s*$",
                lead,
            )
            if joined:
                return start + joined.start()
        return end
    last = Stretch(start + pieces[-1].start, start + pieces[-1].end)
    inside = [r for r in ratings if last.start <= r.start and r.end <= last.end]
    if inside:
        rest = folded[last.start : inside[0].start] + " " + folded[inside[-1].end : last.end]
        if bare(rest):
            return start + pieces[-2].end + _stop_mark(folded, start + pieces[-2].end)
    return end


def _stop_mark(folded: str, at: int) -> int:
    return 1 if folded[at : at + 1] in {"."} else 0
