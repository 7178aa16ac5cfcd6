"""What a participant's form holds, and what of it can be taken.

Personal data in words is found here and waits for a second look; nothing here changes a sitting.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qs

from starlette.exceptions import HTTPException
from starlette.requests import Request

from mtcoach.coach.notes import privacy
from mtcoach.coach.wording import wording
from mtcoach.questions.models import COLOURS, Colour
from mtcoach.transcript.lines import clean
from mtcoach.workshop.ballots import Ballot
from mtcoach.workshop.network.rendering import Doubt
from mtcoach.workshop.network.views import View


@dataclass(frozen=True, slots=True)
class Form:
    """What a form holds, as it was typed."""

    item: str = ""
    number: int = 0
    vote: str = ""
    words: str = ""
    personal: str = ""
    look: bool = False
    code: str = ""
    role: str = ""


async def read(request: Request) -> Form:
    """The form that was sent; a field that is not ours is nothing."""
    try:
        text = (await request.body()).decode("utf-8")
        found = parse_qs(text, keep_blank_values=True, max_num_fields=12, errors="strict")
    except (UnicodeDecodeError, ValueError):
        raise HTTPException(400, "That form could not be read; load the page again.") from None
    given = {name: values[-1] for name, values in found.items()}
    number = given.get("number", "")
    return Form(
        item=given.get("item", ""),
        number=int(number) if number.isascii() and number.isdigit() and len(number) < 6 else 0,
        vote=given.get("vote", ""),
        words=_tidy(given.get("words", "")),
        personal=given.get("personal", ""),
        look="look" in given,
        code=given.get("code", "")[:40],
        role=given.get("role", ""),
    )


def _tidy(words: str) -> str:
    """Words as they are kept: line ends as everywhere else, no control characters, trimmed."""
    lines = clean(words).replace("\r\n", "\n").replace("\r", "\n")
    return "".join(letter for letter in lines if letter == "\n" or letter.isprintable()).strip()


def other(form: Form, view: View) -> bool:
    """Whether a form is from another vote than the one that is open."""
    return view.table is None or (form.item, form.number) != (view.table.item, view.number)


def chosen(vote: str, mine: Ballot | None) -> Ballot | None:
    """A ballot of the colour that was chosen now, or else before; None where none was."""
    if vote == "abstain":
        return Ballot(None)
    colour: Colour | None = next((each for each in COLOURS if each == vote), None)
    return Ballot(colour) if colour else mine


def discreet(form: Form, stored: str) -> tuple[str, Doubt | None]:
    """The words as their writer wants them, and what there is to be decided first, if anything."""
    if form.personal == "mask":
        return privacy.mask(form.words), None
    if form.personal == "keep" or form.words == stored:
        return form.words, None
    found = privacy.find(form.words)
    if not found:
        return form.words, None
    kinds = wording().block("personal_kinds")
    named = dict.fromkeys(kinds.get(each.kind, kinds["other"]) for each in found)
    return form.words, Doubt(wording().joined(list(named)), privacy.mask(form.words))
