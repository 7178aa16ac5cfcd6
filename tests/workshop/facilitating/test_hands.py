"""A show of hands is typed as it comes, and refused where it could mean two things."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcoach.workshop.facilitating.hands import HandsError, is_count, read_hands

READ = r"""
3 red 8 amber 2 green                          | 3 8 2 0
3 red, 8 amber, 2 green                        | 3 8 2 0
red 3, amber 8, green 2                        | 3 8 2 0
Red: 3  Amber: 8  Green: 2                     | 3 8 2 0
r3 a8 g2, 1 abstained                          | 3 8 2 1
r3 a8 g2 1 abstained                           | 3 8 2 1
R3A8G2                                         | 3 8 2 0
3R 8A 2G                                       | 3 8 2 0
3r8a2g                                         | 3 8 2 0
3/8/2                                          | 3 8 2 0
3 8 2                                          | 3 8 2 0
3,8,2                                          | 3 8 2 0
3-8-2                                          | 3 8 2 0
3 / 8 / 2 / 1                                  | 3 8 2 1
0/13/0                                         | 0 13 0 0
three red, eight amber and two green           | 3 8 2 0
three for red, eight for amber and two greens  | 3 8 2 0
twenty-one amber and thirty two green          | 0 21 32 0
8 amber                                        | 0 8 0 0
all 12 green                                   | 0 0 12 0
no reds, 8 amber, 2 green                      | 0 8 2 0
nobody red, 8 amber, 2 green, 1 blank          | 0 8 2 1
8 amber 2 green, abstentions: 3                | 0 8 2 3
2 green 8 amber 3 red                          | 3 8 2 0
3 people voted red, 8 amber and 2 were green   | 3 8 2 0
red=3 amber=8 green=2                          | 3 8 2 0
3 red + 8 amber + 2 green                      | 3 8 2 0
3 red 8 orange 2 green                         | 3 8 2 0
3 red\n8 amber\n2 green                        | 3 8 2 0
4 undecided, 9 green                           | 0 0 9 4
"""

REFUSED = """
                                 | such as 3 red 8 amber 2 green
hello there                      | “hello” is none of red
3 8                              | That is 2 numbers; give three
13                               | That is one number
3 red 8                          | Every colour needs one number
red amber green                  | Every colour needs one number
3 red 2 red 1 green              | Red is there twice
3 red 8 purple                   | “purple” is none of
2.5 red 8 amber                  | whole number, and 2.5 is not
0/0/0                            | counts nobody
30 red 8000 amber 2 green        | more than 500
3 8 2 1 4                        | That is 5 numbers
all green                        | Every colour needs one number
999999999999999999999999 red     | more than 500
"""


def rows(table: str) -> list[tuple[str, str]]:
    split = [line.rsplit("|", 1) for line in table.strip("\n").splitlines()]
    return [(text.strip().replace("\\n", "\n"), rest.strip()) for text, rest in split]


@pytest.mark.parametrize(("text", "counts"), rows(READ))
def test_a_show_of_hands_is_read(text: str, counts: str) -> None:
    count = read_hands(text)
    red, amber, green, abstained = map(int, counts.split())
    assert count.spread == {"red": red, "amber": amber, "green": green}
    assert count.abstained == abstained
    assert is_count(text)


@pytest.mark.parametrize(("text", "said"), rows(REFUSED))
def test_what_is_no_count_is_refused_in_one_sentence(text: str, said: str) -> None:
    with pytest.raises(HandsError) as refused:
        read_hands(text)
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)
    assert not is_count(text)


@given(st.text(max_size=60))
def test_nothing_that_can_be_typed_breaks_the_reader(text: str) -> None:
    is_count(text)


@given(*[st.integers(0, 99)] * 4)
def test_what_is_written_out_is_read_back(red: int, amber: int, green: int, out: int) -> None:
    if red + amber + green + out == 0:
        return
    count = read_hands(f"{red} red {amber} amber {green} green, {out} abstained")
    assert (*count.spread.values(), count.abstained) == (red, amber, green, out)
