"""Notes, and the items that they also speak to."""

from __future__ import annotations

from functools import cache

import pytest

from mtcoach.coach.notes.placement import Index, index, place
from mtcoach.questions.loading import Library, load_library

BANKS = {
    "kq": "key-questions",
    "t2": "deep-audit",
    "t4": "deep-audit",
    "j2": "journey-to-excellence",
}

NOTES = """
kq13 | We blind marked S3 essays with our two associated primaries in March and changed 4 of 20 judgements
kq18 | parents get a one-page tracking report in November and March
kq05 | PTs spend hours filling in the same data twice
kq09 | SNSA results for P4 show a dip in reading
kq15 | our care experienced pupils get first call on support
kq02 | every department has its own spreadsheet and codes
kq17 | guidance hear about worries in the corridor, nothing is passed on
kq12 | seesaw profiles hold samples of work for each child
kq08 | prelim results show who is drifting in S5
kq01 | the probationer had no idea when tracking was due, it isn't in the handbook
kq19 | attainment over five years shows the same dip in S2
kq07 | nobody checks that all the Es and Os are covered by P7
kq11 | every child has their own targets as well as the expected level
kq03 | attainment meetings are minuted and actions come back to the next meeting
kq10 | half the cells on SEEMiS are blank by October
kq16 | the paired reading group made no measurable difference so we stopped it
kq14 | the tracker flags anyone who drops two points
kq06 | the quiet middle get missed, nobody checks if they're on track
kq04 | judgements rest on a range of evidence, not gut feeling
t2.08 | staff have the Benchmarks open when they plan
t2.09 | probationers are nervous about awarding a level
t4.05 | targets are revisited with each learner in learning conversations
t2.06 | we know they're behind but not which gaps they have
t4.08 | it takes weeks from a flag until support starts
j2e.3 | we meet the cluster nurseries and the college to compare standards
j2e.4 | we compare our figures with schools like ours and the national data
j2e.2 | Duke of Edinburgh and clubs are not recorded anywhere
kq13 | cross-marking with the cluster twice a year
kq05 | staff say the paperwork is too much, WTA hours are used up
kq17 | teachers raise a concern form and SfL reply within a week
kq12 | folios are thin in S2
kq19 | we can only look at one year at a time, no trends
kq15 | SIMD 1-2 pupils and young carers are looked at separately
kq13 | English teachers swap S2 essays and argue over the grade
kq18 | mums and dads say the report card is full of jargon
kq05 | it takes about four hours a term and most say it's pointless admin
kq10 | nothing gets typed into SEEMiS until the deadline
kq09 | the GL tests told us S1 were weaker at inference
kq16 | the boosters ran for 8 weeks and reading ages moved 6 months
kq08 | N5 estimates are wildly out every January
kq12 | each pupil has a wallet of work that shows their level
kq17 | form tutors pass worries to pupil support by email
kq19 | writing has dipped every P5 for four years
kq01 | supply staff never know when the data drop is
kq07 | outdoor learning outcomes are never ticked off by anyone
kq15 | quintile 1 pupils get first access to the homework club
kq03 | at the attainment meeting we agree three actions per class
kq11 | learners with an IEP are tracked against their own starting point
kq02 | science use codes that nobody else uses
kq01 | naebody telt the new start what she was meant to put in
kq05 | I spend my Sunday nights copying the same thing into two sheets
kq06 | the quiet weans in the middle row, I couldnae tell you how they're doing
kq08 | nobody hears how the lassie on day release is getting on till the college phones
kq11 | she came with no English and look how far she has come, but the sheet says behind
kq13 | me and the P2 teacher swapped bundles and gave the same story different marks
kq14 | he had been stuck since October before anybody noticed
kq18 | the granny who brings them up never gets a copy
"""

OFF_TOPIC = """
the canteen queue is too long at lunchtime
we had a lovely assembly about kindness
the roof leaks in the gym
new blazers arrive in August
the school show was a triumph
parking is a nightmare
we raised money for charity
the playground markings were repainted
the photocopier is always broken
sports day was rained off
we need more car parking
school uniform prices went up
staff night out is on Friday
tracking the parcel with the new jotters
Mòd choir came second
the climbing wall is checked each month
all good here
"""


@cache
def library() -> Library:
    return load_library()


@cache
def built(bank: str) -> Index:
    return index(library().banks[bank].items)


def lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


@pytest.mark.parametrize("line", lines(NOTES))
def test_a_note_is_placed_where_a_colleague_would_place_it(line: str) -> None:
    item, note = line.split(" | ", 1)
    assert place(note, built(BANKS[item[:2]]))[0].item == item


@pytest.mark.parametrize("note", lines(OFF_TOPIC))
def test_a_note_that_speaks_to_no_item_is_placed_nowhere(note: str) -> None:
    assert place(note, built("key-questions")) == ()
    assert place(note, built("deep-audit")) == ()


def test_the_item_under_discussion_is_not_offered_again() -> None:
    note = "we moderate S3 writing with the cluster"
    assert "kq13" not in [p.item for p in place(note, built("key-questions"), exclude="kq13")]


def test_a_placement_names_the_words_that_matched() -> None:
    (placed, *_) = place("we blind marked S3 essays", built("key-questions"))
    assert (placed.item, placed.words) == ("kq13", ("blind marked",))


def test_a_placement_by_everyday_words_names_them() -> None:
    (placed, *_) = place("up till midnight typing it all in", built("key-questions"))
    assert placed.item == "kq05"
    assert placed.words


def test_of_items_nobody_trained_on_the_own_words_decide() -> None:
    items = library().banks["key-questions"].items
    own = items[0].model_copy(
        update={"id": "own1", "topic": "Outdoor learning", "words": ("forest", "outdoors")}
    )
    assert "own1" in [p.item for p in place("we take P3 to the forest", (*items, own))]


def test_items_can_be_given_instead_of_an_index() -> None:
    items = library().banks["key-questions"].items
    note = "parents get a tracking report in March"
    assert place(note, items) == place(note, built("key-questions"))
