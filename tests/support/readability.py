"""How hard a text is to read: the Flesch–Kincaid grade, and the age that it means.

Kincaid and others, 1975: 0.39 words a sentence + 11.8 syllables a word − 15.59. A reader in
that grade of an American school is five years older than its number.
"""

from __future__ import annotations

import re
from typing import Final

# Words that the rules below get wrong, among those that schools use.
KNOWN: Final = {
    "quiet": 2,
    "every": 2,
    "everyone": 3,
    "being": 2,
    "doing": 2,
    "something": 2,
    "somebody": 3,
}

# An e that is not heard: at the end, before an ending, and in most words in -ed and -es.
SILENT: Final = re.compile(
    r"(?<=[^aeiouyl])e$|(?<=[aeiou]l)e$|(?<=[^aeiouytd])ed$|(?<=[^aeiousxzhcg])es$"
    r"|(?<=[aeiouy][^aeiouyl])e(?=(?:ly|ful|ness|ment)$)"
)


def reading_age(text: str) -> float:
    """The age at which a child can read `text`, in years."""
    return grade(text) + 5


def grade(text: str) -> float:
    """The Flesch–Kincaid grade of `text`."""
    sentences = [part for part in re.split(r"[.!?:]+(?:\s|$)", text) if part.strip()]
    words = re.findall(r"[A-Za-zÀ-ÿ]+(?:['’][a-z]+)?", text)
    each = sum(map(syllables, words)) / len(words)
    return 0.39 * len(words) / len(sentences) + 11.8 * each - 15.59


def syllables(word: str) -> int:
    """How many syllables a word has: its groups of vowels, without a silent e."""
    word = re.sub(r"['’]s?$|[^a-zà-ÿ]", "", word.lower())
    if word in KNOWN:
        return KNOWN[word]
    stem = SILENT.sub("", word)
    groups = re.findall(r"[aeiouyà-ÿ]+", stem)
    split = len(re.findall(r"i(?:ous|a|o(?!n)|u)|ying$|ea(?:te|ti)|ua", stem))
    return max(1, len(groups) + split)
