"""Personal data in notes, and what only looks like it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtcoach.coach.notes.privacy import MASKS, candidate_number, find, mask

PERSONAL = """
name | Aisha in P5 is behind in reading
name | Callum (S3) was excluded twice
name | Kyle's mum asked for a report
name | P4 pupil Jamie moved up a group
name | a boy called Oleksandr needed support
name | wee jamie in p4 cannae read yet
name | Chidi, P7, moved groups
name | Callum Reid has made good progress
name, name | Zofia and Mateusz in P6 get EAL support
name | Oluwaseun P3 is off track in number
name | Mohammed Iqbal was referred to SfL
name | Siobhán in S2 has not been seen
name | we spoke to Harpreet's dad about targets
name | Ruaridh S4 dropped physics
name | The parents of Yusuf asked for a meeting
name | S1 pupil Nadia K is on the tracker
name | I sampled the jotter of Ayesha in 3B
name | Xin Yi in P2 is new to English
name | Kayleigh-Ann in S3 is a school refuser
name, name | Mrs Henderson's P6 girl Eilidh
candidate number | SCN 100000059 dropped from the return
e-mail | contact m.khan@ea.edin.sch.uk for the tracker
e-mail | parent wrote from aga77@gmail.com
phone | her number is 07700 900123
phone | call 0131 496 0123
phone | +44 141 496 0000
postcode | most come from EH16 5AB
postcode | g42 8yu is the area
national insurance number | AB123456C on the form
date of birth | dob 12/03/2012
date of birth | born 3 May 2011
singled out | the only Polish boy in P3
singled out | our only wheelchair user
singled out | the only girl in the higher physics class
small count | three care experienced pupils
small count | 2 LAC pupils in S1
small count | one Traveller family
small count | 4 pupils with autism in P5
small count | we have two young carers
address | lives at 14 Viewforth Road
name | Reuben in 2C is flying
name | We met Anastasiia's parents twice
name | my P7s, esp Tyler, struggle
name | Fatoumata (P2) arrived in January
name | I'm worried about Lewis in S1
name | spoke with Jaswinder's mum
name | Marysia, P3, has EAL support
name | pupil A and pupil B; Blessing in S4
name | Hope's dad rang the office
name | Niamh O'Donnell is off track
name | P5 boy Ibrahima was flagged
small count | one P6 child is adopted
small count | 4 young carers in total
singled out | the only Gypsy Traveller in S2
phone | mob 07911123456
e-mail | email is jo_b@yahoo.co.uk
candidate number | number 098 765 433 is missing
date of birth | DOB: 01.02.2013
name | Mrs Green leads this
name | Mr and Mrs Adeyemi were in on Tuesday
name | Ms Wiśniewska marks the folios with me
name | Yousef asked for more this morning
name, name, name | Andrei, Xinyi and Zainab are the new group
name | eilidh again, off three weeks
name | callums mum wants a word
name | I wrote that Qadan cannae do fractions yet
name | tha Eòghann a' leughadh
date of birth | the form has 21.11.2011 as the date of birth
name, date of birth | Rania, b. 12.02.13
name, candidate number | Layan Al-Khatib 100000059 is on her third target
singled out | the only two year old with no English
small count | four asylum seeking children
small count | LAC: 2
small count | one with epilepsy in the base
name | mrs okonkwo next door helps me
name | the Townsley family were away
singled out | our one wheelchair user in S4
singled out | only Muslim lad in P7 doing great
name | Iona writes better in Gaelic than in English
name | Shug's maw says he's reading the paper now
name | Asked Rowan why the homework stopped and he said he works nights
name, date of birth | Blessing (23/8/2013) was put in the wrong stage
"""

INNOCENT = """
Attainment in P5 rose by 6%
Moderation in S3 went well
Tracking in May and November
session 2024-25
2023/24 results
Emotion Works in P3
Boxall profiles in nursery
the only way to do it is on paper
the only department with a log is maths
3 tracking periods
2 ASN teachers
two EAL assessments
SIMD 1-2 pupils
123456789
we spent £120,000 of PEF
62% of S3 pupils on track, up from 54%
Redhall Primary and Craigmount High moderate together
Glasgow City Council expectations
May is when reports go out
Mark schemes are shared in S4
April in P1 is when we screen
Numeracy in P4 and Literacy in P7
S1 3rd tracking report
14 of 18 S3 pupils
English and Maths in S2 use it
Insight shows S5 passes dropped
Grace notes
Seesaw in P1
Scottish Attainment Challenge
Boys in P6 are behind
Will P4 be included?
Dylan Wiliam in the staff library
Christmas in P7 is busy
School Improvement Plan 2023-2026
12 care experienced learners
Duke of Edinburgh in S3
Education Scotland visit in March 2024
Reading P4: 71%, Writing P4: 58%
HT, DHT and PTs
P5 Maths and P6 Science
Sampling in S1 by SLT
Teacher judgement P1 P4 P7
Hope in S4 is that folios improve
Grace in handling data matters
Lewis and Harris schools moderate together
Summer in P7 means transition
the only evidence is the tracker
Our S3 Maths PT leads on it
one ASN assembly
3 EAL teachers
Tracking Report S2 May 2024
Sumdog in P4
Read Write Inc in P1
East Lothian Council
Numeracy Champion P6
Skye and Lochalsh cluster
In P3 writing is weaker
Talk for Writing P5
Kirkcaldy High in S1 use it
0 to 100 scale, 2023
top 3 ASN priorities are in the plan
the only gap is in S2 numeracy
Katie Morag topic in P2
windows in Nov and Feb for S5
Mr Men books in nursery
Victoria Primary shares its headings
Angus is a council we visited
the ceilidh is on Friday
Dr Bike comes in May
Daisy room and Poppy room use one form
27.01.2025 is the next window
ACEL data (June) had gaps
Sycamore, Willow and Holly are our three classes
Storm Isha closed us in January
Pythagoras was the worst topic in S3
"""


def lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


@pytest.mark.parametrize("line", lines(PERSONAL))
def test_personal_data_is_found_by_its_kind(line: str) -> None:
    kinds, text = line.split(" | ", 1)
    assert ", ".join(personal.kind for personal in find(text)) == kinds


@pytest.mark.parametrize("text", lines(INNOCENT))
def test_nothing_personal_is_seen_where_there_is_nothing(text: str) -> None:
    assert find(text) == ()


@pytest.mark.parametrize("line", lines(PERSONAL))
def test_a_masked_copy_holds_nothing_personal(line: str) -> None:
    text = line.split(" | ", 1)[1]
    masked = mask(text)
    assert any(stand_in in masked for stand_in in MASKS.values())
    assert find(masked) == ()


def test_what_was_found_stands_where_it_says() -> None:
    text = "we spoke to Harpreet's dad, and Zofia in P6"
    assert [text[p.start : p.end] for p in find(text)] == ["Harpreet", "Zofia"]


@pytest.mark.parametrize(
    ("digits", "valid"),
    [("100000059", True), ("098765433", True), ("123456789", False), ("112233440", False)],
)
def test_a_candidate_number_is_known_by_its_check_digit(digits: str, valid: bool) -> None:
    assert candidate_number(digits) is valid


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=150))
def test_no_text_is_too_odd_to_mask(text: str) -> None:
    assert isinstance(mask(text), str)
