"""What the command line has said of a workshop: fields of its set-up, and how wide its door is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from mtcoach.errors import CoachError

if TYPE_CHECKING:
    from mtcoach.workshop.facilitating.hall import Hall

Door = Literal["here", "open", "none"]
"""Phones: on this computer only until the facilitator opens it, open to the room, or none."""


@dataclass(frozen=True, slots=True)
class Plans:
    """An empty field was not given. `at_once`: a new workshop is set up as the app opens.

    `port` is 0 for any; `url` is where a proxy answers for this computer.
    """

    at_once: bool = False
    school: str = ""
    sector: str = ""
    choice: str = ""
    minutes: str = ""
    roles: str = ""
    door: Door = "here"
    port: int = 0
    url: str = ""


async def open_door(hall: Hall, plans: Plans) -> str:
    """Serves phones and wall as planned; a sentence where that cannot be done."""
    door = plans.door
    if door == "none":
        return ""
    from mtcoach.workshop.facilitating.telling import say
    from mtcoach.workshop.network.addresses import addresses

    found = addresses() if door == "open" else ()
    try:
        await hall.serve(found[0] if found else None, port=plans.port, url=plans.url)
    except CoachError as error:
        return f"{error}. {say('without_phones')}"
    return say("join_no_network") if door == "open" and not found else ""
