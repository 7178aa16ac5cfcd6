"""Every command once: its keys, its place in the palette, its line in the help.

A screen binds its group; the palette, the hints and the help are made from the
same values.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.binding import Binding, BindingType


@dataclass(frozen=True, slots=True)
class Command:
    """A thing a person can do.

    `keys` are separated by commas, the first is the one shown; `action` is the
    Textual action behind it; `hint` its word in the bottom line, where it has one.
    """

    keys: str
    action: str
    title: str
    help: str
    hint: str = ""
    priority: bool = False

    @property
    def key(self) -> str:
        """The first key, as a person would read it on a keyboard."""
        return key_name(self.keys.split(",")[0])


@dataclass(frozen=True, slots=True)
class Group:
    """The commands of one screen, under the name the help gives it."""

    title: str
    commands: tuple[Command, ...]


_KEY_NAMES = {
    "escape": "Esc",
    "enter": "Enter",
    "pageup": "Page Up",
    "pagedown": "Page Down",
    "up": "Up",
    "down": "Down",
    "home": "Home",
    "end": "End",
    "tab": "Tab",
}


def key_name(key: str) -> str:
    """`ctrl+q` as `Ctrl+Q`, `escape` as `Esc`."""
    return "+".join(
        _KEY_NAMES.get(part, part.upper() if len(part) == 1 or part[1:].isdigit() else part.title())
        for part in key.split("+")
    )


def bound(group: Group) -> list[BindingType]:
    """The bindings of `group`, for a screen's or the app's `BINDINGS`."""
    return [
        Binding(command.keys, command.action, command.title, show=False, priority=command.priority)
        for command in group.commands
        if command.keys
    ]


ANYWHERE = Group(
    "Anywhere",
    (
        Command("f1", "app.guide", "Help", "The keys, and what you may type", "Help"),
        Command(
            "ctrl+p", "app.command_palette", "Commands", "Find a command by its name", "Commands"
        ),
        Command(
            "ctrl+t", "app.light_or_dark", "Light or dark", "Change between light and dark colours"
        ),
        Command(
            "ctrl+q",
            "app.quit",
            "Leave",
            "Leave the app; everything said is saved already",
            "Leave",
            priority=True,
        ),
    ),
)

HOME = Group(
    "At the start",
    (
        Command("enter", "open", "Open", "Carry on with the evaluation that is marked", "Open"),
        Command("n", "new", "New evaluation", "Start a new evaluation", "New"),
        Command("w", "workshop", "New workshop", "Set up a workshop with staff", "Workshop"),
        Command(
            "r", "report", "Report", "See the report of the evaluation that is marked", "Report"
        ),
    ),
)

CHAT = Group(
    "In the conversation",
    (
        Command(
            "f2,ctrl+g",
            "rail",
            "Questions",
            "Show the list of questions and go to it; again folds it away",
            "Questions",
        ),
        Command("f3,ctrl+r", "review", "Review", "See and change every answer", "Review"),
        Command("f4,ctrl+o", "report", "Report", "See the report as it stands", "Report"),
        Command("ctrl+b", "home", "Back to the start", "Pause and go back to the first screen"),
        Command("escape", "compose", "Back to writing", "Go back to where you write"),
        Command("ctrl+home", "first", "First messages", "Scroll to the earliest messages loaded"),
        Command("ctrl+end", "last", "Newest message", "Scroll to the newest message"),
    ),
)

REVIEW = Group(
    "In the review",
    (
        Command("enter,e", "edit", "Edit", "Change colour, note and next step", "Edit"),
        Command("r", "rate('red')", "Rate red", "Make the answer that is marked red"),
        Command("a", "rate('amber')", "Rate amber", "Make the answer that is marked amber"),
        Command("g", "rate('green')", "Rate green", "Make the answer that is marked green"),
        Command(
            "x,delete",
            "take_back",
            "Take back",
            "Take back the note or the next step of the answer that is marked",
            "Take back",
        ),
        Command(
            "t", "talk", "Talk about it", "Go to this question with the coach", "Talk about it"
        ),
        Command("escape", "back", "Back", "Back to the conversation", "Back"),
    ),
)

EDIT = Group(
    "While changing an answer",
    (
        Command("ctrl+s,f10", "save", "Save", "Keep the changes", "Save", priority=True),
        Command("escape", "cancel", "Cancel", "Leave the answer as it was", "Cancel"),
    ),
)

REPORT = Group(
    "In the report",
    (
        Command(
            "n",
            "document(1)",
            "Next document",
            "Show the next document: report, standards and quality, plan, parents, briefing",
            "Next document",
        ),
        Command("p", "document(-1)", "Document before", "Show the document before this one"),
        Command("f", "formats", "Formats", "Change what files are written as", "Formats"),
        Command("w", "write", "Write files", "Write this document", "Write"),
        Command("a", "write_all", "Write all", "Write every document", "Write all"),
        Command("o", "folder", "Open the folder", "Open the folder that holds the files", "Folder"),
        Command(
            "m", "mask", "Mask personal data", "Mask names and the like, here and in the files"
        ),
        Command("escape", "back", "Back", "Back to where you came from", "Back"),
    ),
)

ROOM = Group(
    "In a workshop",
    (
        Command(
            "f5,ctrl+n",
            "go_on",
            "Go on",
            "What comes next: open, count, talk, the next part, record, the next item",
            "Go on",
        ),
        # Priority, as a text area would mark a line, or all of it, with these two.
        Command(
            "f6",
            "say('open')",
            "Vote",
            "Open the vote, or vote again on this item",
            "Vote",
            priority=True,
        ),
        Command(
            "f7",
            "say('count')",
            "Close and count",
            "Close the vote and count it",
            "Count",
            priority=True,
        ),
        Command("f8", "say('talk')", "Talk", "Open the talk, or go on to its next part", "Talk"),
        Command("f9", "say('agree')", "Record", "Record what the room agreed", "Record"),
        Command("f2,ctrl+g", "items", "Items", "See every item and open any of them", "Items"),
        Command(
            "f3,ctrl+r", "join", "Phones", "The address and QR code for phones; the wall", "Phones"
        ),
        Command("f4,ctrl+o", "report", "Report", "See the report as it stands", "Report"),
        Command("ctrl+l", "notes", "Notes", "Everything people wrote on this item"),
        Command("f12", "say('drop the vote')", "Drop the vote", "Call the open vote off"),
        Command("pageup", "page(-1)", "Board up", "Scroll the board while you write"),
        Command("pagedown", "page(1)", "Board down", "Scroll the board while you write"),
        Command("ctrl+b", "home", "Back to the start", "Pause and go back to the first screen"),
        Command("escape", "compose", "Back to writing", "Go back to where you write"),
    ),
)

JOIN = Group(
    "With the phones",
    (
        Command("o", "open", "Open to the room", "Let phones in at the address shown", "Open"),
        Command("a", "other", "Another address", "Show another address of this computer"),
        Command("c", "close", "This computer only", "Let no phone in any more", "Close"),
        Command("w", "wall", "Wall", "Open the wall in this computer's browser", "Wall"),
        Command("escape", "back", "Back", "Back to the room", "Back"),
    ),
)

AGENDA = Group(
    "In the items of a workshop",
    (
        Command("enter", "open", "Open the vote", "Open a vote on the item that is marked", "Vote"),
        Command("l", "leave", "Leave out", "Leave the item that is marked out today", "Leave out"),
        Command("escape", "back", "Back", "Back to the room", "Back"),
    ),
)

SETUP = Group(
    "Setting up a workshop",
    (
        Command("ctrl+s,f10", "begin", "Begin", "Open the room", "Begin", priority=True),
        Command("escape", "back", "Back", "Back without a workshop", "Back"),
    ),
)

PAGE = Group("On a page", (Command("escape", "back", "Back", "Back to the room", "Back"),))

OFFER = Group("When asked", (Command("escape", "no", "No", "Leave things as they are"),))

GUIDE = Group("In the help", (Command("escape", "back", "Back", "Back to where you were", "Back"),))

WORKSHOP: Sequence[Group] = (ROOM, JOIN, AGENDA)
"""What a facilitator needs while a workshop is on."""

GROUPS: Sequence[Group] = (
    ANYWHERE, HOME, CHAT, REVIEW, EDIT, REPORT, SETUP, ROOM, JOIN, AGENDA,
)  # fmt: skip
"""What the help lists, in its order."""
