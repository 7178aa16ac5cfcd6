"""A row of the plan: what one message holds of it, what can be checked, who may lead."""

from __future__ import annotations

import pytest

from mtcoach.coach.dates import Placement, place
from mtcoach.coach.plans import extras
from mtcoach.coach.plans.cells import row
from mtcoach.coach.plans.leads import a_role, named, oneself, roles
from mtcoach.coach.plans.measures import checkable
from support.talk import TODAY, library


def placed(said: str) -> Placement:
    return place(said, TODAY, library().calendar)


def held(asked: str, said: str) -> dict[str, str]:
    return {str(field): value for field, value in row(said, asked, placed).cells.items()}


def test_a_whole_row_is_understood_in_one_message() -> None:
    said = (
        "Pupils know their targets; PTs set targets with each S3 pupil; lead DHT; by Easter 2027; "
        "40 of 230 have one now, 230 of 230 by then; SEEMiS in March; 12 hours; £500 from PEF; "
        "review in February"
    )
    assert held("outcome", said) == {
        "outcome": "Pupils know their targets",
        "actions": "PTs set targets with each S3 pupil",
        "lead": "DHT",
        "by": "by Easter 2027",
        "baseline": "40 of 230 have one now",
        "target": "230 of 230 by then",
        "source": "SEEMiS in March",
        "hours": "12 hours",
        "money": "£500 from PEF",
        "review": "in February",
    }


def test_a_row_in_prose_is_understood_too() -> None:
    said = (
        "Train PTs in moderation, led by the DHT, by Easter 2027: from 4 of 9 departments to all "
        "9, in the moderation log"
    )
    assert held("outcome", said) == {
        "actions": "Train PTs in moderation",
        "lead": "the DHT",
        "by": "by Easter 2027",
        "baseline": "4 of 9 departments",
        "target": "all 9",
        "source": "the moderation log",
    }


def test_labels_say_what_is_what() -> None:
    said = (
        "Outcome: feedback within a week. Actions: stop the second sheet. Lead: DHT.\n"
        "By: end of term 2\nMeasure: six hours a round → three hours → staff survey"
    )
    assert held("lead", said) == {
        "outcome": "feedback within a week",
        "actions": "stop the second sheet",
        "lead": "DHT",
        "by": "end of term 2",
        "baseline": "six hours a round",
        "target": "three hours",
        "source": "staff survey",
    }


def test_a_row_in_short_sentences_is_understood() -> None:
    said = (
        "Learners in P4 get help quicker. We'll do a fortnightly check-in. Depute leads it, start "
        "in January, done by June. At the moment 3 of 10 concerns come from staff; want 9 of 10. "
        "Check-in log."
    )
    assert held("outcome", said) == {
        "outcome": "Learners in P4 get help quicker",
        "actions": "We'll do a fortnightly check-in; start in January",
        "lead": "Depute",
        "by": "done by June",
        "baseline": "At the moment 3 of 10 concerns come from staff",
        "target": "9 of 10",
        "source": "Check-in log",
    }


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("outcome", "Pupils get feedback within a week, because teachers have the time"),
        ("outcome", "A child who struggles is noticed within three weeks and gets help in class"),
        (
            "actions",
            "A fortnightly check-in with two names a class, because families told us first",
        ),
        ("actions", "A target for every S3 pupil in English and maths, talked over twice a term"),
        ("actions", "Stop the second sheet, because six hours a round is mostly copying"),
        ("lead", "Depute head teacher (learning and teaching)"),
        ("lead", "Principal teachers of English and maths"),
        ("by", "by Easter 2027"),
        ("by", "end of term 2"),
        ("baseline", "six hours a round (staff survey, May 2026, 41 replies)"),
        ("baseline", "40 of 230 in S3 have a target; six pupils I asked could not say theirs"),
        ("target", "230 of 230 in S3 have one, and five of six can say it"),
        ("target", "none of the next ten concerns comes from home first"),
        ("source", "SEEMiS in January, and the same six questions to pupils"),
        ("source", "the check-in notes, counted in June 2027"),
    ],
)
def test_an_answer_to_what_was_asked_is_kept_whole(asked: str, said: str) -> None:
    assert held(asked, said) == {asked: said}


@pytest.mark.parametrize(
    ("asked", "said", "holds"),
    [
        ("actions", "Train PTs by Easter", {"actions": "Train PTs by Easter", "by": "by Easter"}),
        ("lead", "PT maths, by Easter", {"lead": "PT maths", "by": "by Easter"}),
        (
            "baseline",
            "from 40 of 230 to 200 of 230, SEEMiS in March",
            {"baseline": "40 of 230", "target": "200 of 230", "source": "SEEMiS in March"},
        ),
        (
            "target",
            "9 of 9 departments, in the moderation log",
            {"target": "9 of 9 departments", "source": "the moderation log"},
        ),
        ("outcome", "by Easter 2027", {"by": "by Easter 2027"}),
        (
            "outcome",
            "attainment in writing up from 61% to 75% by June 2027 on SEEMiS",
            {
                "outcome": "attainment in writing up from 61% to 75% by June 2027 on SEEMiS",
                "baseline": "61%",
                "target": "75%",
                "source": "SEEMiS",
                "by": "by June 2027",
            },
        ),
        ("lead", "Depute, with PT maths", {"lead": "Depute, with PT maths"}),
        ("lead", "DHT - review in June", {"lead": "DHT", "review": "in June"}),
        (
            "more",
            "6 hours of WTA and £500 from PEF",
            {"hours": "6 hours of WTA", "money": "£500 from PEF"},
        ),
        (
            "more",
            "NIF 3, 10 hours, PEF",
            {"nif": "NIF 3", "hours": "10 hours", "money": "PEF"},
        ),
        ("more", "PEF lead", {"lead": "PEF lead"}),
        ("lead", "change the lead to PT maths", {"lead": "PT maths"}),
        ("by", "sorry, set the target to all 14 by June", {"target": "all 14 by June"}),
        (
            "actions",
            "PTs bring folios by the October holiday, actually by Christmas",
            {
                "actions": "PTs bring folios by the October holiday, actually by Christmas",
                "by": "by Christmas",
            },
        ),
        ("more", "review in March; no PEF", {"review": "in March", "money": "no PEF"}),
        (
            "more",
            "lead: PT maths; £400 from PEF",
            {"lead": "PT maths", "money": "£400 from PEF"},
        ),
        ("more", "what do you mean", {}),
    ],
)
def test_what_stands_beside_the_answer_finds_its_cell(
    asked: str, said: str, holds: dict[str, str]
) -> None:
    assert held(asked, said) == holds


HOLLOW = """improve tracking; improved targets; better consistency across the school; more confident staff
raise attainment in S3; increased engagement; a reduction in workload; robust tracking in place
embed moderation by June 2027; good use of data in P4; improve S3 literacy in term 3; tracking
close the gap; learners are better supported; parents feel better informed; reading ages up
improve tracking for all; better outcomes for every learner; staff use data effectively
improve tracking by 30 June; improve QI 2.3; all departments use it consistently"""
SOUND = """80%; 9 of 9 departments; three hours a round or less; half the time it takes now
none of the next ten concerns comes from home first; every entry has a source; no child without a target
pupils can explain their targets; staff say that it saves time; five of six can say theirs
a tracker that carries over from nursery to P1; a one-page policy for moderation; 12 fewer late entries
the gap in S3 reading is under 10 points; parents tell us in the survey that reports are clearer"""


def listed(said: str) -> list[str]:
    return [each.strip() for line in said.splitlines() for each in line.split(";")]


@pytest.mark.parametrize("target", listed(HOLLOW))
def test_a_hollow_target_cannot_be_checked(target: str) -> None:
    assert not checkable(target)


@pytest.mark.parametrize("target", listed(SOUND))
def test_a_figure_a_view_or_a_thing_can_be_checked(target: str) -> None:
    assert checkable(target)


@pytest.mark.parametrize(
    "said",
    [
        "DHT",
        "Head Teacher",
        "PT maths",
        "Depute head teacher (learning and teaching)",
        "Principal teachers of English and maths",
        "the SfL team",
        "our literacy champion",
        "the depute and both PTs",
        "English department",
        "the librarian and S3 class teachers",
    ],
)
def test_a_role_is_no_name(said: str) -> None:
    assert a_role(said)
    assert not named(said)


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("Mrs Okonkwo (DHT)", ("DHT",)),
        ("Fiona Buchan, PT English", ("PT English",)),
        ("Susan", ()),
        ("Callum and Morag", ()),
        ("Mr Smith", ()),
        ("J. Brown", ()),
        ("[name]", ()),
    ],
)
def test_a_name_is_noticed_and_the_role_beside_it_found(said: str, role: tuple[str, ...]) -> None:
    assert named(said)
    assert roles(said) == role


def test_me_is_the_one_who_speaks() -> None:
    assert oneself("me")
    assert oneself("I'll do it")
    assert not oneself("the media team")


@pytest.mark.parametrize(
    ("said", "begins"),
    [
        ("NIF 5", "Improvement in achievement"),
        ("3", "Closing the attainment gap"),
        ("the attainment gap one", "Closing the attainment gap"),
        ("literacy and numeracy", "Improvement in achievement"),
        ("health and wellbeing", "Improvement in children"),
        ("rights", "Placing the human rights"),
    ],
)
def test_a_national_priority_is_named_by_number_or_in_words(said: str, begins: str) -> None:
    priorities = library().framework.improvement_priorities[0].priorities
    assert (extras.priority(said, priorities) or "").startswith(begins)


@pytest.mark.parametrize("said", ["NIF 9", "12 hours", "", "children"])
def test_what_names_no_national_priority_is_none(said: str) -> None:
    priorities = library().framework.improvement_priorities[0].priorities
    assert extras.priority(said, priorities) is None
