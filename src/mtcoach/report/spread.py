"""How the answers to each question spread: as a chart, a table, points with quotes, in full."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from mtcoach.coach.notes.privacy import find
from mtcoach.findings.combination import FEWEST, NAMED, Picture
from mtcoach.findings.profile import RATED, Standing
from mtcoach.findings.words import capital, counted, listed
from mtcoach.report.narrative import (
    Bar,
    Card,
    Chart,
    Fact,
    Paragraph,
    Point,
    Quote,
    Row,
    Run,
    Section,
    Spread,
    Table,
    Voiced,
)
from mtcoach.report.text import clean
from mtcoach.report.voices import RATING, READING, SAID, STEPS, Voices, figure

QUOTED: Final = 2
"""Notes quoted for each colour, where no transcript is named."""


def by_theme(whole: Voices) -> dict[str, list[Picture]]:
    themes: dict[str, list[Picture]] = {}
    for each in whole.found.pictures:
        themes.setdefault(whole.library.items[each.item].theme, []).append(each)
    return themes


def chart(whole: Voices) -> Chart:
    """The answers of all transcripts by theme: how many gave which colour."""
    bars = []
    for theme, pictures in by_theme(whole).items():
        parts = tuple(
            (step, letter, word, sum(each.counts[name] for each in pictures for name in standings))
            for step, letter, word, standings in STEPS
        )
        bars.append(Bar(clean(whole.library.themes[theme].title), parts))
    there = {step for bar in bars for step, _, _, count in bar.parts if count}
    described = " ".join(
        f"{bar.label}: "
        + listed([f"{count:,} {word.lower()}" for _, _, word, count in bar.parts if count])
        + "."
        for bar in bars
    )
    key = " · ".join(f"{letter} {word.lower()}" for step, letter, word, _ in STEPS if step in there)
    return Chart("Answers by theme, all transcripts", described, key, tuple(bars))


def table(whole: Voices) -> Table:
    notes: dict[str, None] = {}
    rows = []
    for each in whole.found.pictures:
        theme = whole.library.themes[whole.library.items[each.item].theme]
        if theme.note:
            notes[f"* {clean(theme.note)}"] = None
        counts = [sum(each.counts[name] for name in standings) for _, _, _, standings in STEPS]
        cells = (
            *(each.item, theme.column + ("*" if theme.note else ""), whole.topic(each.item)),
            *(f"{count:,}" for count in counts),
            READING[each.verdict],
        )
        rows.append(Row(cells, (each.item,)))
    head = ("Question", "QI", "Topic", *(word for _, _, word, _ in STEPS), "Reading")
    return Table("Question by question", head, tuple(rows), tuple(notes))


def point(each: Picture, whole: Voices, shown: Sequence[Standing]) -> Point:
    """A question with its spread, and the words of those who stand so."""
    said = _who_gave(each, whole) if whole.few else spread_of(each)
    lead = Paragraph((Run(whole.topic(each.item), "strong"), Run(f". {said}.")), (each.item,))
    quotes = _named_quotes(each, whole, shown) if whole.few else _kept_quotes(each, whole, shown)
    return Point(lead, tuple(quotes))


def spread_of(each: Picture) -> str:
    """How many stand where: `Three green, one amber`; shares beside the counts of many."""
    there = {name: each.counts[name] for name in SAID if each.counts[name]}
    parts = []
    for name, count in there.items():
        shared = each.rated > NAMED and name in RATED
        share = f" ({round(100 * count / each.rated)}%)" if shared else ""
        parts.append(f"{figure(count, [*there.values()])} {SAID[name]}{share}")
    return capital(", ".join(parts)) or "No answer"


def _who_gave(each: Picture, whole: Voices) -> str:
    """The spread, with whose each colour is; those who are not named are counted."""
    parts = []
    for name, word in SAID.items():
        who = [whole.labels[v.mark] for v in whole.voices if v.stands(each.item) == name]
        others = each.counts[name] - len(who)
        if others:
            who.append(counted(others, "member of staff", "members of staff"))
        if who:
            parts.append(f"{word}: {listed(who)}")
    return capital("; ".join(parts))


def _named_quotes(each: Picture, whole: Voices, shown: Sequence[Standing]) -> Iterator[Quote]:
    for name in shown:
        for one in whole.voices:
            answer = one.answers.get(each.item)
            if answer is None or one.stands(each.item) != name or each.item in one.held:
                continue
            for note in answer.notes[:1]:
                if clean(note.text):
                    label = f"{whole.labels[one.mark]} ({SAID[name]}):"
                    yield whole.quote(note.text, note.seq, label)


def _kept_quotes(each: Picture, whole: Voices, shown: Sequence[Standing]) -> Iterator[Quote]:
    """A few notes of each colour; of those that were kept, the first without personal data."""
    most = QUOTED if len(shown) < len(RATED) else 1
    for name in shown:
        fit = (
            words
            for words in each.words.get(name, ())
            if clean(words.text) and words.text not in whole.quoted and not find(words.text)
        )
        for words, _ in zip(fit, range(most), strict=False):
            # Of few schools with such stages, the stages would name the school.
            common = whole.found.sectors.get(words.stages, 0) >= FEWEST
            parts = (words.stages if common else "", words.speaker)
            who = clean(", ".join(part for part in parts if part)) or "one transcript"
            whole.quoted.add(words.text)
            yield whole.quote(words.text, words.seq, f"{capital(SAID[name])} ({who}):")


# --- the appendix, and figures --------------------------------------------------------


def appendix(whole: Voices) -> Section:
    """Every question in full, theme by theme."""
    parts = tuple(
        Section(
            f"record-{theme.replace(' ', '-').replace('.', '-')}",
            clean(whole.library.themes[theme].title),
            tuple(_card(each, whole) for each in pictures),
        )
        for theme, pictures in by_theme(whole).items()
    )
    return Section("appendix", "Appendix: question by question", (), parts)


def _card(each: Picture, whole: Voices) -> Card:
    item = whole.library.items[each.item]
    facts = [Fact("Spread", spread_of(each))]
    if each.counts["not_applicable"]:
        facts.append(Fact("Does not apply", f"{each.counts['not_applicable']:,}"))
    facts.append(Fact("Reading", capital(READING[each.verdict])))
    for row in _rows(each, whole) if whole.few else ():
        quotes = tuple(replace(quote, label="") for quote in row.notes)
        facts.append(Fact(row.who, row.rating, quotes))
    return Card(item.id, clean(item.topic), clean(item.question), tuple(facts))


def _rows(each: Picture, whole: Voices) -> Iterator[Voiced]:
    """What each named transcript says of a question."""
    for one in whole.voices:
        if each.item not in one.answers and each.item not in one.asked:
            continue
        answer = one.answers.get(each.item)
        notes = answer.notes if answer and each.item not in one.held else ()
        yield Voiced(
            item=each.item,
            topic=whole.topic(each.item),
            who=whole.labels[one.mark],
            rating=RATING[one.stands(each.item)],
            notes=tuple(
                whole.quote(note.text, note.seq, "", whole=True)
                for note in notes
                if clean(note.text)
            ),
        )


def voiced(whole: Voices) -> Iterator[Voiced]:
    for each in whole.found.pictures:
        yield from _rows(each, whole)


def row_of(each: Picture, whole: Voices) -> Spread:
    item = whole.library.items[each.item]
    theme = whole.library.themes[item.theme]
    counts: Mapping[str, int] = {
        step: sum(each.counts[name] for name in standings) for step, _, _, standings in STEPS
    }
    return Spread(
        item=item.id,
        indicator=theme.column,
        theme=clean(theme.title),
        topic=clean(item.topic),
        question=clean(item.question),
        answered=each.answered,
        reading=READING[each.verdict],
        **counts,
    )
