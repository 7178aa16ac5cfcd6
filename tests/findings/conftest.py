"""A small library and the making of records, for findings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from mtcoach.coach.reading import Judgement
from mtcoach.questions.loading import Library
from mtcoach.questions.models import Bank, Framework
from mtcoach.transcript.events import EVENT
from mtcoach.transcript.record import Record, fold

TOPICS = ("Expectations", "Meetings", "Moderation", "Reports", "Patterns and trends", "Groups")

JUDGED = {
    "strong": Judgement(
        ("source", "quantity", "who", "impact"), "strong", ("data", "observation"), "positive"
    ),
    "some": Judgement(("source", "quantity", "who"), "some", ("data",)),
    "thin": Judgement((), "thin"),
    "trouble": Judgement(("source", "who", "voice"), "some", ("views",), "negative"),
}


def judge(note: str) -> Judgement:
    """Judges a note by its first word: `strong …`, `some …`, `trouble …`; all else is thin."""
    return JUDGED.get(note.split()[0], JUDGED["thin"])


def item(number: int, topic: str, links: Mapping[str, list[str]]) -> dict[str, Any]:
    step = {"do": "Do it.", "changes": "Much.", "know": "A number."}
    probe = dict.fromkeys(("source", "quantity", "who", "when", "impact", "voice"), "?")
    return {
        "id": f"q{number}",
        "theme": "1.1 a" if number < 5 else "3.2 b",
        "number": str(number),
        "topic": topic,
        "words": [topic.lower()],
        "source": f"Question {number}",
        "question": f"How is {topic.lower()}?",
        "statement": f"We do {topic.lower()}.",
        "why": "It matters.",
        "good": "Good.",
        "excellent": "Excellent.",
        "evidence": ["One", "Two", "Three"],
        "probes": probe,
        "next_steps": {"red": [step, step], "amber": [step, step], "green": [step]},
        "links": links,
    }


@pytest.fixture(scope="session")
def library() -> Library:
    links: dict[int, dict[str, list[str]]] = {
        1: {"also": ["q2", "q3"]},
        4: {"same": ["q6"]},
        6: {"same": ["q4"]},
    }
    bank = {
        "bank": "six",
        "title": "Six",
        "version": "1",
        "about": "Six questions.",
        "source": {"document": "Six", "owner": "Us", "section": "One"},
        "scale": "traffic-light",
        "themes": ["1.1 a", "3.2 b"],
        "items": [item(n, topic, links.get(n, {})) for n, topic in enumerate(TOPICS, start=1)],
    }
    theme = {"title": "A theme", "short": "A", "about": "It."}
    step = {"value": "red", "letter": "R", "word": "red", "meaning": "Red."}
    framework = {
        "framework": "f",
        "title": "F",
        "version": "1",
        "source": "F",
        "indicators": [{"id": name, "title": name, "area": "A"} for name in ("1.1", "3.2")],
        "themes": [
            {"id": "1.1 a", "indicator": "1.1", **theme},
            {"id": "3.2 b", "indicator": "3.2", **theme},
        ],
        "scales": [{"id": "traffic-light", "title": "T", "use": "U", "steps": [step, step]}],
        "proportions": [{"word": "all", "least": "100", "most": "100"}],
    }
    return Library(Framework.model_validate(framework), {"six": Bank.model_validate(bank)})


Answered = Callable[..., Record]


@pytest.fixture(scope="session")
def answered() -> Answered:
    """A record: `answered(q1="green strong note", q2="skipped", q3="amber ?impact")`.

    A first word that is a colour rates, any other sets the status; `?element` is a
    gap; the rest is a note. `route` says what was asked: all six by default.
    """

    def make(route: tuple[str, ...] = tuple(f"q{n}" for n in range(1, 7)), **said: str) -> Record:
        lines: list[dict[str, Any]] = [
            {"type": "route_chosen", "route": "six", "bank": "six", "items": route}
        ]
        for name, text in said.items():
            word, _, rest = text.partition(" ")
            if word in ("red", "amber", "green"):
                lines.append({"type": "rated", "item": name, "rating": word, "how": "stated"})
                lines.append({"type": "status_set", "item": name, "status": "answered"})
            elif word:
                lines.append({"type": "status_set", "item": name, "status": word})
            if rest.startswith("?"):
                lines.append({"type": "gap_noted", "item": name, "element": rest[1:]})
            elif rest:
                lines.append({"type": "noted", "item": name, "text": rest})
        events = [EVENT.validate_python({"seq": n, **line}) for n, line in enumerate(lines)]
        return fold(events)

    return make


@pytest.fixture(scope="session")
def judging() -> Callable[[str], Judgement]:
    return judge
