"""Many transcripts as one narrative: the spread of each question, shared views, differences.

Pure: the same combination and day give the same narrative. The sentences stand in
`templates/prose/combine.jinja`. Few transcripts are named and quoted each; many are
shown by counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from mtcoach.coach.notes.evidence import judge
from mtcoach.findings.combination import Combination, Picture, Verdict
from mtcoach.findings.profile import RATED, Standing
from mtcoach.findings.words import capital, counted
from mtcoach.questions.loading import Library
from mtcoach.report import spread
from mtcoach.report.narrative import (
    Block,
    Fact,
    Facts,
    Figures,
    Narrative,
    Points,
    Section,
)
from mtcoach.report.text import clean, day_in_words
from mtcoach.report.voices import Voices, figure, said

STAGES: Final = 5
"""So many kinds of stages are told apart; the rest are counted together."""
LEFT_NAMED: Final = 8
"""Files that are named as left out; more are counted."""
# How the picture counts the questions of each kind: one, and several.
COUNTED: Final[tuple[tuple[Verdict, str, str], ...]] = (
    ("strength", "is an agreed strength", "are agreed strengths"),
    ("concern", "is a shared concern", "are shared concerns"),
    ("apart", "has both greens and reds", "have both greens and reds"),
    ("mixed", "has no shared view", "have no shared view"),
    ("unknown", "is not known yet by more than half", "are not known yet by more than half"),
    ("single", "was rated once", "were rated once"),
    ("none", "was not answered", "were not answered"),
)
# The same where there is one transcript, and nobody to be more than half of.
COUNTED_ALONE: Final[Mapping[Verdict, tuple[str, str]]] = {
    "unknown": ("is not known yet", "are not known yet"),
    "single": ("was rated", "were rated"),
}


def compose_combination(
    found: Combination, library: Library, *, day: date, left_out: Sequence[str] = ()
) -> Narrative:
    """The picture that `found` is; `left_out` are the names of files that could not be used."""
    whole = Voices(found, library)
    bank = clean(library.banks[found.bank].title)
    parts = [
        _picture(whole),
        _shared(whole, "strength", "strengths", "Agreed strengths"),
        _shared(whole, "concern", "concerns", "Shared concerns"),
        _differences(whole),
        _unknown(whole),
        spread.appendix(whole),
    ]
    # Last, as only now it is known whether anything had to be masked.
    about = tuple(_about(whole, left_out))
    parts.insert(0, Section("about", "What is put together, and how", about))
    return Narrative(
        title=_title(found),
        day=day,
        facts=Facts(tuple(_facts(whole, bank, day))),
        sections=tuple(part for part in parts if part.blocks or part.sections),
        order=tuple(library.items),
        cards=frozenset(each.item for each in found.pictures),
        figures=Figures(
            spreads=tuple(spread.row_of(each, whole) for each in found.pictures),
            voices=tuple(spread.voiced(whole)),
        ),
        document="several-views",
    )


def _title(found: Combination) -> str:
    schools = {said(one, ("school",)) for one in found.voices}
    one = next(iter(schools)) if len(schools) == 1 else ""
    if found.transcripts == 1:
        return f"{one or 'Monitoring and tracking'}: one transcript"
    return f"{one}: several views, one picture" if one else "Monitoring and tracking: many views"


# --- what is put together -----------------------------------------------------------


def _facts(whole: Voices, bank: str, day: date) -> Iterator[Fact]:
    found = whole.found
    yield Fact("Questions", bank)
    answers = "1 answer" if found.answers == 1 else f"{found.answers:,} answers"
    yield Fact("Transcripts", f"{found.transcripts:,}, with {answers}")
    if whole.labels:
        yield Fact("Whose", "; ".join(whole.labels[one.mark] for one in whole.voices))
    if found.schools > 1:
        yield Fact("Schools", f"{found.schools:,}")
    if not whole.few and found.sectors:
        yield Fact("Stages", _stages(found.sectors))
    if when := _when(found):
        yield Fact("Answered", when)
    yield Fact("Put together", day_in_words(day))


def _stages(sectors: Mapping[str, int]) -> str:
    """How many transcripts are of which stages, the most first."""
    ordered = sorted(sectors.items(), key=lambda each: (-each[1], each[0]))
    said = [f"{clean(name)} {count:,}" for name, count in ordered[:STAGES]]
    rest = sum(count for _, count in ordered[STAGES:])
    return capital("; ".join([*said, *([f"other {rest:,}"] if rest else [])]))


def _when(found: Combination) -> str:
    if found.begun is None or found.ended is None:
        return ""
    first, last = day_in_words(found.begun), day_in_words(found.ended)
    return first if first == last else f"{first} to {last}"


def _about(whole: Voices, left_out: Sequence[str]) -> Iterator[Block]:
    found, n = whole.found, whole.found.transcripts
    schools = counted(found.schools, "school") if found.schools > 1 else ""
    if found.schools > 10:
        schools = f"{found.schools:,} schools"
    when = ""
    if found.begun and found.ended:
        first, last = day_in_words(found.begun), day_in_words(found.ended)
        when = f"on {first}" if first == last else f"between {first} and {last}"
    yield whole.say("opening", found.pictures, n=n, said=figure(n), schools=schools, when=when)
    if not found.pictures:
        yield whole.say("nothing")
    elif whole.few:
        yield whole.say("named", n=len(found.voices))
    else:
        yield whole.say("counted")
    if found.guarded != "none":
        yield whole.say(f"guarded_{found.guarded}")
    if found.rooms:
        yield whole.say("rooms")
    if whole.masked:
        yield whole.say("masked")
    if found.again:
        yield whole.say("again", n=found.again, said=figure(found.again))
    if found.wordings > 1:
        yield whole.say("wordings", n=found.wordings)
    if found.elsewhere:
        banks = [clean(whole.library.banks[name].title) for name in found.elsewhere]
        total = sum(found.elsewhere.values())
        yield whole.say("elsewhere", n=total, said=figure(total), banks=banks)
    if left_out:
        n, shown = len(left_out), sorted(left_out)[:LEFT_NAMED]
        more = n > len(shown)
        yield whole.say("left_out", n=n, said=figure(n), names=list(map(clean, shown)), more=more)


# --- the picture --------------------------------------------------------------------


def _picture(whole: Voices) -> Section:
    pictures = whole.found.pictures
    if not pictures:
        return Section("picture", "The picture")
    words = {verdict: (one, many) for verdict, one, many in COUNTED}
    if whole.found.transcripts == 1:
        words |= COUNTED_ALONE
    there = [
        (len(found), one, many)
        for verdict, (one, many) in words.items()
        if (found := whole.found.of(verdict))
    ]
    counts = [count for count, _, _ in there]
    parts = [f"{figure(count, counts)} {one if count == 1 else many}" for count, one, many in there]
    _, one, many = there[0]
    said = whole.say("picture", pictures, n=len(pictures), parts=parts, one=one, many=many)
    return Section("picture", "The picture", (said, spread.chart(whole), spread.table(whole)))


# --- what is shared, and what is not --------------------------------------------------


def _shared(whole: Voices, verdict: Verdict, block: str, title: str) -> Section:
    pictures = sorted(whole.found.of(verdict), key=lambda each: -_weight(each, verdict))
    if not pictures:
        return Section(block, title)
    shown: tuple[Standing, ...] = ("green",) if verdict == "strength" else ("red", "amber")
    points = Points(tuple(spread.point(each, whole, shown) for each in pictures))
    blocks: list[Block] = [whole.say(block, pictures), points]
    if verdict == "strength" and (bare := [each for each in pictures if _bare(each, whole)]):
        blocks.append(whole.say("bare", bare))
    return Section(block, title, tuple(blocks))


def _bare(each: Picture, whole: Voices) -> bool:
    """Whether no named transcript has evidence worth the name for its green."""
    found = [one.answers[each.item] for one in whole.voices if one.stands(each.item) == "green"]
    return bool(found) and all(
        not answer.notes or judge(answer.evidence).strength == "thin" for answer in found
    )


def _weight(each: Picture, verdict: Verdict) -> float:
    """How far a view is shared: among concerns the reds weigh first."""
    counts, n = each.counts, each.rated or 1
    if verdict == "strength":
        return counts["green"] / n
    return counts["red"] / n + (counts["red"] + counts["amber"]) / n / 1000


def _differences(whole: Voices) -> Section:
    """Where colours differ, and what each side says."""
    found = whole.found
    parts: list[tuple[str, tuple[Picture, ...], tuple[Standing, ...]]] = [
        ("apart", found.of("apart"), RATED),
        ("near", found.of("mixed"), RATED),
    ]
    if whole.few:  # of many, there are always some who see it otherwise
        strengths = tuple(each for each in found.of("strength") if not each.alike)
        concerns = tuple(each for each in found.of("concern") if each.counts["green"])
        parts += [("lower", strengths, ("amber", "red")), ("higher", concerns, ("green",))]
    blocks: list[Block] = []
    for name, pictures, shown in parts:
        if pictures:
            blocks.append(whole.say(name, pictures))
            blocks.append(Points(tuple(spread.point(each, whole, shown) for each in pictures)))
    if single := whole.found.of("single") if whole.found.transcripts > 1 else ():
        blocks.append(whole.say("one_voice", single))
    return Section("differences", "Where they differ, and what each says", tuple(blocks))


def _unknown(whole: Voices) -> Section:
    found = whole.found.of("unknown")
    blocks: tuple[Block, ...] = (
        (whole.say("unknown", found, n=whole.found.transcripts),) if found else ()
    )
    return Section("unknown", "What is not known yet", blocks)
