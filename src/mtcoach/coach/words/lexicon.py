"""Small words that carry no content of their own when a reply is read."""

from __future__ import annotations

from typing import Final

from mtcoach.coach.words.text import words

# A clause made of these alone says nothing about the school: it may hold a rating
# ("I'd say amber overall, to be honest") or a command ("can we go back please").
FILLERS: Final = frozenset(
    """
    a an the this that these those it its it's is isn't be been am are we're we i i'm i'd i'll
    i've we'd we'll we've me my us our you your he she they them to of for on in at as by with
    from up so and or but if then than well just only really actually honestly honest probably
    possibly perhaps maybe definitely certainly overall mostly generally quite rather fairly
    pretty very somewhat currently now today right still think thinking thought guess suppose
    reckon feel feeling say saying said call calling put go going give giving rate rated rating
    ratings would wouldn't could couldn't should might may must will can can't let lets let's
    like want wanted please thanks thank ta cheers ok okay oh ah hmm hm um er erm eh aye och ken
    wee bit little kind sort one ones here there do does did don't not no yes yeah yep sure fine
    good sorry oops wait hold hang colour color light traffic lights rag score mark solid firm
    strong clear definite high low weak straight bang moment time being present about around
    item question number also too again much more less all any way tbh imo imho think'd that's
    there's what's he's she's id im ive were was has have had having see seems seem seemed looks
    look get got make made making change changed leave settle settled agree agreed agreeing
    consensus group team between somewhere school's school answer reply verdict judgement
    judgment view opinion personally myself ourselves answers responses yet agam
    pls plz plse yin wan
    wans ill dont cant gonnae gonna gaunnae ooft oof jeez wow tho totally genuinely simply first
    second far tbf fwiw prob probs defo def best hand heart coach mtcoach mate pal hiya hi hello
    morning afternoon lol haha em eg ie etc though although however because cos coz since bein'
    afraid sadly unfortunately happily safe comfortably generous generously side
    """.split()
)


def bare(folded: str) -> bool:
    """Whether a folded stretch holds small words only."""
    return all(word in FILLERS for word in words(folded))
