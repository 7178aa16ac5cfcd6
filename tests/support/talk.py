"""A conversation without a disk: the coach and a record, for tests."""

from __future__ import annotations

from datetime import date
from functools import cache

from mtcoach.coach.dialogue import Coach
from mtcoach.coach.turn import Turn
from mtcoach.evaluation import coach
from mtcoach.questions.loading import Library, load_library
from mtcoach.transcript.events import Event
from mtcoach.transcript.record import Record, fold
from support.stories import words_of

TODAY = date(2026, 11, 25)
"""The day on which everything is said."""


@cache
def library() -> Library:
    """The shipped questions."""
    return load_library()


@cache
def the_coach() -> Coach:
    """The coach over the shipped questions."""
    return coach(library())


class Talk:
    """The coach, and everything said so far."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.record = Record()
        self.everything = ""
        self._take(the_coach().begin())

    @property
    def said(self) -> str:
        """The coach's last turn, as one line of text."""
        return words_of(self.turn.sayings)

    def hear(self, text: str) -> Turn:
        """One reply; a conversation that goes round in circles fails."""
        assert self.record.turns < 400, "this conversation never ends"
        return self._take(the_coach().hear(self.record, text, held=self.turn.held, today=TODAY))

    def opened(self, *replies: str) -> Talk:
        """Several replies, one after the other."""
        for reply in replies:
            self.hear(reply)
        return self

    def rate(self, *colours: str) -> None:
        """Gives each item its colour and nothing else."""
        for colour in colours:
            item = self.record.position.item
            self.hear(colour)
            while self.record.position.phase == "items" and self.record.position.item == item:
                self.hear("skip")

    def _take(self, turn: Turn) -> Turn:
        self.turn = turn
        self.events += turn.events
        self.record = fold(turn.events, self.record)
        self.everything += " " + self.said
        return turn
