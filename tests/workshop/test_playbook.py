"""The playbook: what to ask now, whatever a vote looks like, and never more than it shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtcoach.errors import QuestionsError
from mtcoach.questions.files import questions_folder
from mtcoach.questions.playbook import load_playbook
from mtcoach.transcript.events import Spread, Tally
from mtcoach.workshop.playbook import Advice, advice, shipped


def vote(red: int, amber: int, green: int, **groups: Spread) -> Tally:
    voters = red + amber + green
    spread: Spread = {"red": red, "amber": amber, "green": green}
    return Tally(present=voters, voters=voters, spread=spread, groups=groups)


def test_agreement_asks_what_would_convince_a_visitor() -> None:
    said = advice(vote(0, 2, 18))
    assert (said.shape, said.question) == ("agreed", "What would convince a visitor?")
    assert said.saw == "Most of the room says green."
    assert said.outcome is None


def test_everybody_is_not_called_most() -> None:
    assert advice(vote(0, 0, 18)).saw == "Everybody says green."


def test_a_lone_voice_is_looked_for_by_everybody_and_owned_by_nobody() -> None:
    said = advice(vote(1, 0, 11))
    assert said.question == "What might somebody who chose red have seen?"
    assert said.saw == "Almost all of the room says green; one person says red."
    assert said.protocol.steps[-1].vote == "yes"


def test_poles_are_thought_about_alone_in_pairs_and_in_fours_before_a_silent_vote() -> None:
    said = advice(vote(5, 1, 5))
    assert said.saw == "The room stands in two camps, red and green."
    assert [step.minutes for step in said.protocol.steps] == [2, 4, 6, 1]
    assert said.protocol.steps[-1].vote == "yes"


def test_scattered_votes_ask_whether_the_statement_is_read_alike() -> None:
    assert advice(vote(4, 4, 4)).question == "Are we reading the statement alike?"


def test_two_roles_apart_are_named_beside_the_shape() -> None:
    said = advice(vote(6, 0, 6, Teachers={"red": 6}, Leaders={"green": 6}))
    assert said.gap == ("Teachers", "Leaders")
    assert said.shape == "split"
    assert said.saw.endswith("Teachers see this lower than Leaders do.")
    assert said.protocol.id == "listening"


def test_a_spread_that_is_held_back_is_talked_about_without_colours() -> None:
    said = advice(Tally(present=4, voters=4))
    assert said.shape == "held"
    assert not {"red", "amber", "green"} & set(" ".join(said.lines).split())


def test_a_held_second_vote_does_not_speak_of_the_first() -> None:
    said = advice(Tally(present=7, voters=7), [vote(3, 0, 3)])
    assert (said.moved, said.outcome) == ("", None)


def test_a_room_that_abstains_is_asked_what_it_would_need_to_know() -> None:
    assert advice(Tally(present=9, voters=0, abstained=9)).shape == "empty"


def test_a_room_that_came_together_is_told_so_and_may_settle() -> None:
    said = advice(vote(0, 10, 1), [vote(5, 1, 5)])
    assert said.moved == "After the talk the room has moved from split to agreed."
    assert said.outcome == "settled"


@pytest.mark.parametrize(
    ("again", "outcome"), [(vote(5, 1, 5), "split"), (vote(4, 4, 4), "more_evidence")]
)
def test_where_talk_changed_nothing_an_honest_end_is_proposed(again: Tally, outcome: str) -> None:
    said = advice(again, [again])
    assert said.outcome == outcome
    assert said.outcome_why


def test_every_spread_of_every_room_has_its_advice_filled_in() -> None:
    for voters in range(5, 26):
        for red in range(voters + 1):
            for amber in range(voters - red + 1):
                for before in ((), (vote(5, 1, 5),)):
                    said = advice(vote(red, amber, voters - red - amber), before)
                    assert _whole(said)


def _whole(said: Advice) -> bool:
    return all(line and "{" not in line for line in (*said.lines, said.title)) and bool(
        said.protocols
    )


def test_every_protocol_that_ends_in_a_vote_takes_at_most_a_quarter_of_an_hour() -> None:
    for protocol in shipped().protocols:
        assert protocol.minutes <= 15
        assert all(step.vote == "no" for step in protocol.steps[:-1])


def test_every_source_is_used_and_every_protocol_can_be_reached() -> None:
    book = shipped()
    used = {name for protocol in book.protocols for name in protocol.sources}
    assert used == {source.id for source in book.sources}
    shapes = book.shapes
    plays = (shapes.agreed, shapes.lone, shapes.scattered, shapes.split)
    reached = {
        name for play in (*plays, book.gap, book.held, book.empty) for name in play.protocols
    }
    assert reached == {protocol.id for protocol in book.protocols}


def _changed(tmp_path: Path, old: str, new: str) -> Path:
    text = (questions_folder() / "playbook.yaml").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "playbook.yaml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("[visitor, pairs]", "[visiter, pairs]", "no protocol 'visiter'"),
        ("[delphi, another-side]", "[delfi]", "no source 'delfi'"),
        ("question: What would convince a visitor?", "question: Why {one}?", "{most}, {top}"),
        ('minutes: "4"', 'minutes: "four"', "minutes"),
        ("outcome: split", "outcome: halved", "'halved' is not one of"),
    ],
)
def test_a_mistake_in_a_schools_own_playbook_is_named_with_its_line(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    path = _changed(tmp_path, old, new)
    with pytest.raises(QuestionsError) as error:
        load_playbook(path)
    assert said in str(error.value)
    assert f"{path}:" in str(error.value)
    line = int(str(error.value).removeprefix(f"{path}:").split(":")[0])
    assert new.split(" ")[0].strip("[]") in "\n".join(
        path.read_text(encoding="utf-8").splitlines()[line - 1 : line]
    )
