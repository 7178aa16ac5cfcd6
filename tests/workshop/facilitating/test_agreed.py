"""What a room agreed, said in any words, is taken apart as a colleague would."""

from __future__ import annotations

import pytest

from mtcoach.workshop.facilitating.agreed import read_agreed, read_bringer

SETTLED = """
amber                                                    | amber |
we agreed amber                                          | amber |
settled on green, all 14 classes have the calendar       | green | all 14 classes have the calendar
We are agreed it is amber. 9 of 14 knew the date in May  | amber | 9 of 14 knew the date in May
the room went for amber                                  | amber |
8 amber 2 red so we go with amber                        | amber |
change it to red                                         | red   |
agreed red, nobody has seen the policy                   | red   | nobody has seen the policy
it was red until the second vote; we settled on amber    | amber | it was red until the second vote
"""

MINORITY = """
amber; [two people felt it is red because P7 has none]
amber, but [a few thought it was green because of the seniors]
green. [Three of us weren't convinced, too generous for S1]
amber though [two still felt it was green]
most of us say amber, [one person said red as her class has none]
agreed amber, against: [the infants see none of it]
minority: [the nursery has none]
minority view was [that P1 has none]
"""
"""The minority's reason stands in brackets, which are not typed."""

SPLIT = """
split                                                        |
we stayed split                                              |
still split between red and green                            |
no agreement                                                 |
we couldn't agree                                            |
we stayed split because the infant staff never see the data  | the infant staff never see the data
agreed to disagree: upper school has it, infants do not      | upper school has it, infants do not
keep it split                                                |
"""

EVIDENCE_ONLY = """
the infants have no tracker
some departments said they use SEEMiS and others have paper
we split the job among the departments
half the departments use it
P1 use a tracker, P2 do not, and the rest have paper
we agree with the council on the dates
"""


def rows(table: str) -> list[list[str]]:
    return [
        [cell.strip() for cell in line.split("|")] for line in table.strip().splitlines() if line
    ]


@pytest.mark.parametrize(("text", "rating", "evidence"), rows(SETTLED))
def test_an_agreed_colour_settles_the_item(text: str, rating: str, evidence: str) -> None:
    agreed = read_agreed(text)
    assert (agreed.outcome, agreed.rating, agreed.evidence) == ("settled", rating, evidence)


@pytest.mark.parametrize("line", MINORITY.strip().splitlines())
def test_those_who_saw_it_differently_are_kept_apart(line: str) -> None:
    minority = line[line.index("[") + 1 : line.index("]")]
    agreed = read_agreed(line.replace("[", "").replace("]", ""))
    assert agreed.minority == minority
    assert agreed.rating in (None, "amber", "green")


@pytest.mark.parametrize(("text", "reason"), rows(SPLIT))
def test_a_split_is_no_colour_and_keeps_its_reason(text: str, reason: str) -> None:
    agreed = read_agreed(text)
    assert (agreed.outcome, agreed.rating, agreed.minority) == ("split", None, reason)


@pytest.mark.parametrize("text", [line for (line,) in rows(EVIDENCE_ONLY)])
def test_evidence_alone_settles_nothing(text: str) -> None:
    agreed = read_agreed(text)
    assert agreed.outcome is None
    assert agreed.rating is None
    assert agreed.evidence == text


def test_a_colour_that_is_only_implied_settles_nothing() -> None:
    assert read_agreed("nobody does this anywhere and it is a mess").rating is None


def test_everything_in_one_breath() -> None:
    agreed = read_agreed(
        "we agreed amber; the infants have no tracker; next step: PT meeting by Christmas; "
        "two people felt it is red because P7 has none"
    )
    assert (agreed.outcome, agreed.rating) == ("settled", "amber")
    assert agreed.evidence == "the infants have no tracker"
    assert agreed.next_step == "PT meeting by Christmas"
    assert agreed.minority == "two people felt it is red because P7 has none"


def test_evidence_to_come_has_somebody_who_brings_it() -> None:
    agreed = read_agreed("need more data on P1 to P3. PT Maths to bring it by the end of term")
    assert agreed.outcome == "more_evidence"
    assert (agreed.role, agreed.by) == ("PT Maths", "by the end of term")
    assert "P1 to P3" in agreed.next_step


def test_what_is_to_be_brought_is_kept_without_its_label() -> None:
    agreed = read_agreed("more evidence: the depute brings the tracking data by 12 December")
    assert agreed.next_step == "the depute brings the tracking data by 12 December"
    assert (agreed.role, agreed.by) == ("depute", "by 12 December")


@pytest.mark.parametrize(
    ("text", "role", "by"),
    [
        ("the depute, by 12 December", "depute", "by 12 December"),
        ("PT Maths by the end of term", "PT Maths", "by the end of term"),
        ("DHT before Easter", "DHT", "before Easter"),
        ("head teacher at the next staff meeting", "head teacher", "at the next staff meeting"),
        ("by Friday", "", "by Friday"),
        ("no idea", "", ""),
    ],
)
def test_who_brings_it_and_when(text: str, role: str, by: str) -> None:
    assert read_bringer(text) == (role, by)


def test_two_colours_are_a_question_and_no_answer() -> None:
    assert set(read_agreed("amber or red").options) == {"amber", "red"}
