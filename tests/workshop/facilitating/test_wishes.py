"""A facilitator's wishes are whole replies; the same words in a sentence are evidence."""

from __future__ import annotations

import pytest

from mtcoach.workshop.facilitating.wishes import RULES, wished

MEANT = """
open | open |
Open the vote. | open |
let's vote | open |
open item 4 | open | 4
item 4 | open | 4
go to kq05 | open | kq05
vote on 2.05 | open | 2.05
vote again | again |
count | count |
close the vote | count |
close and count | count |
drop the vote | drop |
hands: 3 red 8 amber 2 green | hands | 3 red 8 amber 2 green
show of hands 3/8/2 | hands | 3/8/2
sheets 2 red | sheets | 2 red
24 here | present | 24
we are 24 | present | 24
24 people in the room | present | 24
talk | talk |
talk poles | talk | poles
next part | part |
go on | on |
agree | agree |
what did we agree? | agree |
next item | next |
next | next |
leave out 5 | leave | 5
skip item 5 | leave | 5
leave this out | leave |
items | items |
notes | notes |
where are we? | where |
how many have voted | where |
report | report |
finish | finish |
pause here | pause |
open phones | phones |
join | join |
help | help |
? | help |
"""

NO_WISH = """
we count every term
amber
3 red 8 amber 2 green
next step: PT meeting
the report is late
we agreed amber
skip
notes are kept in SEEMiS
no
we talk about it in October
13
"""


@pytest.mark.parametrize("line", MEANT.strip().splitlines())
def test_a_wish_is_understood(line: str) -> None:
    text, kind, about = (cell.strip() for cell in line.split("|"))
    wish = wished(text)
    assert wish is not None
    assert (wish.kind, wish.about) == (kind, about)


@pytest.mark.parametrize("text", NO_WISH.strip().splitlines())
def test_a_sentence_is_no_wish(text: str) -> None:
    assert wished(text) is None


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.example)
def test_every_rule_has_an_example_that_it_reads(rule: object) -> None:
    found = wished(rule.example)  # type: ignore[attr-defined]
    assert found and found.kind == rule.kind  # type: ignore[attr-defined]
