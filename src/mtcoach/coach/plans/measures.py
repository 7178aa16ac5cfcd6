"""Whether somebody could check a target: a figure, a share or a view, and no mere "improve"."""

from __future__ import annotations

import re
from typing import Final

# Figures that count nothing: a stage, a term, a year, a date, the number of a question.
_LABELS: Final = re.compile(
    r"\b[sp][1-7](?:\s?[-–/]\s?[sp]?[1-7])?\b|\b20\d\d(?:\s?[-/–]\s?(?:20)?\d\d)?\b|"
    r"\bterms? [1-4]\b|"
    r"\b\d{1,2}(?:st|nd|rd|th)?(?: of)? "
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|"
    r"\bqi \d\.\d\b|\b[kt]q?\d[\d.]*\b|"
    r"\b(?:one|first|second|next)[- ](?:to[- ]one|page|another)\b",
    re.IGNORECASE,
)
_FIGURE: Final = re.compile(
    r"\d|%|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|"
    r"fifty|sixty|eighty|ninety|hundred|dozen|half|halve[sd]?|halving|quarter|double[sd]?|"
    r"doubling|treble|twice|zero|nil|per ?cent|percentage)\b",
    re.IGNORECASE,
)
# Shares count where nothing is merely "better": "every entry has a source", but not
# "better outcomes for every learner".
_SHARE: Final = re.compile(
    r"\b(?:most|majority|almost all|nearly all|no ?one|nobody|none|neither|both|all|every|everyone|"
    r"everybody|each|no)\b",
    re.IGNORECASE,
)
_VIEW: Final = re.compile(
    r"\b(?:say(?:s|ing)?|tell(?:s|ing)?|told|ask(?:s|ed)?|report(?:s|ed|ing)? (?:that|they|back)|"
    r"can (?:name|explain|describe|show|talk|point)|could (?:name|explain|describe|show)|"
    r"survey(?:s|ed)?|questionnaires?|focus groups?|in their own words|agree that)\b",
    re.IGNORECASE,
)
_CHANGE: Final = re.compile(
    r"\b(?:improv\w*|better|best|more|less|fewer|increas\w*|reduc\w*|decreas\w*|rais\w+|rise|lower|"
    r"higher|great(?:er)?|enhanc\w*|strengthen\w*|strong(?:er)?|embed\w*|develop\w*|robust|"
    r"effective(?:ly|ness)?|efficien\w+|consisten\w+|good|high[- ]quality|quality|confiden\w+|"
    r"clos(?:e|ing) the gap|progress\w*|boost\w*|support\w*|promot\w*|ensur\w*|maximis\w*|"
    r"optimis\w*|positive\w*|success\w*|happ(?:y|ier)|aware\w*|engage\w*|up|grow\w*|refin\w*|"
    r"clear(?:er)?|deep(?:er|en)?|smooth\w*|streamlin\w*|tighten\w*|work(?:s|ing)? well)\b",
    re.IGNORECASE,
)
SHORT: Final = 3
"""So few words without a figure or a view name no measure: "tracking", "a policy"."""


def checkable(target: str) -> bool:
    """Whether `target` could be checked by somebody who was not there.

    It names a figure, a share, or what somebody would say; or it names a thing that is
    there or not, without a word that only says "better".
    """
    if figured(target) or viewed(target):
        return True
    shared = _SHARE.search(target) or len(target.split()) > SHORT
    return bool(shared) and not _CHANGE.search(target)


def viewed(text: str) -> bool:
    """Whether `text` says what somebody would say or show, or how they are asked."""
    return bool(_VIEW.search(text))


def figured(text: str) -> bool:
    """Whether `text` counts something, in figures or in words."""
    return bool(_FIGURE.search(_LABELS.sub(" ", text)))
