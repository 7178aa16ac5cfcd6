"""Notes as typed, with the elements of evidence in them."""

from __future__ import annotations

import pytest

from mtcoach.coach.notes.evidence import absence, judge, vague

NOTES = """
source | we use SEEMiS
source | it's all in the SIP
source when | minutes of attainment meetings held every 6 weeks
source quantity when | Tracker checked in Nov: 82% of entries complete
source quantity who when impact | S3 tracker in Nov: 62% of pupils on track in numeracy, up from 54% last year
- | staff are committed and work hard
- | we meet regularly and discuss pupils
source quantity | 5 of 7 departments log actions
quantity who | 14 of 18 S3 pupils had a target
source who | maths and english keep a shared spreadsheet
source voice | pupils told us in focus groups they didn't know their targets
quantity voice | six pupils asked, none could say what level they were on
when voice | parents said last term the reports were too vague
source quantity when voice | Parent survey March 2024, 71% said reports helped
quantity impact | 12 more pupils on track than before
impact | no impact on attainment that we can see
who impact | P4 writing has improved
quantity who when impact | P4 writing up from 58% to 71% since August
who when | P5 teachers meet weekly
who | S1-S3 only
who | asn pupils mainly
source | jotter sampling by the DHT
source who | class visits in the infants
source when | learning walks each term
source | no one has a spreadsheet but there is a policy
- | no tracker in place
- | we have no data on this
- | we havenae looked at that
source quantity who when | SNSA P7 results 2023-24: 40% below national average
source quantity when | sampled 20 folios, 6 had nothing since the summer
source who | P1 phonics screener
who voice | P7s could explain their next steps
source quantity who | 8 of 12 PTs minute their meetings, English and RME don't
when | twice a year
when | each term and again before Easter
who | boys in particular
who impact | nothing has changed for our lowest 20%
impact | attainment has dropped
impact | fewer referrals
source who impact | the tracker shows boys falling behind in S2
source who when | SfL keep a log, updated monthly
source voice | feedback from parents was positive
voice | weans cannae tell you their targets
source | QA calendar and staff handbook
quantity | about half of teachers use it
quantity | 3 teachers don't
- | every teacher tracks
who | SIMD 1-2 pupils looked at separately
source who when impact | PEF group: reading ages from NGRT moved on 9 months between Sept and March
source voice | minutes of the pupil council, on the wall
source who when | ACEL returns P1, P4, P7 each June
source when | calender agreed in August
source | tracking spreadhseet on teams
source quantity | questionaire, 34 replies
source impact | moderation with cluster led to more accurate judgements, fewer pupils over-levelled
source | Seesaw
source who | boxall profiles for nurture group
impact | they caught up
quantity impact | gap closed by 6 points
source quantity who when impact voice | Nov 2023 learner survey (n=112, S1-S2): 64% could name a target, was 41% in May; pupils said the one-page sheet helped
source when | DHT keeps minutes each month
quantity who | 9 in 10 P3s hit their reading target
source | see shared drive
who voice | S5 learners said tracking conversations help them
source quantity | 23 of 40 parents returned the survey
source quantity who when impact | N5 prelims Jan 24: passes up 7% on last year
- | it is part of our culture
- | everyone does it and it works
who | early level and P1
when | since lockdown
source when | class visits twice a session
source who | PT English has a folder of moderated scripts
- | staff find it hard to find the time
who impact | S1 boys made less progress
source who when impact | boxall reassessed in June, nurture group moved up a band
quantity | only 2 teachers upload evidence
source | jotters
voice | wee ones tell us what they're learning next
impact | no difference yet
source voice | exit slips from pupils
source | Insight
quantity who | 60% of SIMD 1 pupils
source when | Aug inset minutes
source quantity who | ACEL P4 numeracy 78%
- | we could do more on this
- | not tracked
source who when | fortnightly SfL log of referrals
quantity when impact | 5 pupils back on track after 6 weeks
source who | gaelic medium profiles
source who | 3B have a floorbook
source quantity who when impact | P1 phonics check: 4 of 11 blending in September, 10 of 11 by May
quantity when impact | 69% in October, 77% in May
who impact | the P2s havenae budged
impact | made nae odds to attainment
who impact | Our Ukrainian pupils are chatting away in English now
voice | parents tell us the codes mean nothing to them
source when | pastoral log, gone over every month
who when | last one for Social Subjects was 12/11
- | nothing written down
- | staff did the moderation training
"""


def rows(text: str) -> list[tuple[str, str]]:
    lines = [line for line in text.splitlines() if line.strip()]
    return [(line.split(" | ", 1)[0].strip("-"), line.split(" | ", 1)[1]) for line in lines]


@pytest.mark.parametrize(("elements", "note"), rows(NOTES))
def test_a_note_holds_the_elements_a_reader_would_find(elements: str, note: str) -> None:
    assert " ".join(judge(note).elements) == elements.strip()


@pytest.mark.parametrize(
    ("note", "strength"),
    [
        ("we meet regularly", "thin"),
        ("the tracker is used in maths", "thin"),
        ("S3 tracker, updated monthly", "some"),
        ("S3 tracker in Nov: 62% on track, up from 54%", "strong"),
    ],
)
def test_strength_counts_the_elements(note: str, strength: str) -> None:
    assert judge(note).strength == strength


def test_what_is_missing_is_named_the_most_worth_asking_for_first() -> None:
    assert judge("P4 writing has improved").missing == ("source", "quantity", "when", "voice")


@pytest.mark.parametrize(
    ("note", "kinds"),
    [
        ("SEEMiS shows 60% on track", ("data",)),
        ("parents told us they like it", ("views",)),
        ("class visits in the infants", ("observation",)),
        (
            "tracker, pupil focus groups and jotter sampling",
            ("data", "views", "observation"),
        ),
    ],
)
def test_the_kinds_of_evidence_are_told_apart(note: str, kinds: tuple[str, ...]) -> None:
    assert judge(note).kinds == kinds


@pytest.mark.parametrize(
    ("note", "tone"),
    [
        ("works really well in every department", "positive"),
        ("patchy, and pupils don't know their targets", "negative"),
        ("good in maths but weak in English", "mixed"),
        ("the tracker is on the shared drive", "plain"),
        ("no concerns at all", "positive"),
        ("We dropped the weekly grid", "plain"),
        ("attainment dropped in S2", "negative"),
        ("gap found and filled in May", "positive"),
        ("we have gaps in S2", "negative"),
        ("exclusions have dropped since August", "positive"),
        ("concerns are raised at the Monday meeting", "plain"),
        ("nobody is left behind", "positive"),
        ("not good", "negative"),
    ],
)
def test_the_tone_of_a_note_is_heard(note: str, tone: str) -> None:
    assert judge(note).tone == tone


@pytest.mark.parametrize(
    "note", ["we have no data on this", "we havenae looked at that", "nobody knows; never checked"]
)
def test_owning_that_nothing_is_known_is_a_finding_and_no_source(note: str) -> None:
    assert absence(note)
    assert "source" not in judge(note).elements


def test_a_word_of_its_own_is_not_taken_for_a_slip() -> None:
    assert dict(judge("the middle leaders keep a log").words).get("who") != "leavers"
    assert judge("not tracked").elements == ()


def test_vague_words_are_named_for_a_kind_question() -> None:
    assert vague("we regularly use robust systems") == ("regularly", "robust")
