"""Who may come in: the join code, how often it may be tried, and what a device is known by.

A device is known by a secret that only it holds, signed so that the door need not keep a list.
Nothing here reads a clock, a file or a socket: time is handed in, in seconds that only go up.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

ALPHABET: Final = "CDFGHJKMNPQRTVWXY34679"
"""Letters and figures that no two people read differently; no vowels, so no words."""

LENGTH: Final = 6
"""Of a join code: over a hundred million of them."""

KEPT: Final = 20_000
"""How many addresses or devices an allowance remembers before it forgets those at rest."""


def new_code() -> str:
    """A join code that nobody can foresee."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def typed(code: str) -> str:
    """A join code as it was meant: in capitals, without blanks or dashes."""
    return "".join(letter for letter in code.upper() if letter.isalnum())


@dataclass(slots=True)
class Allowance:
    """So many at once, and so many a second after that, for each of those who ask."""

    burst: float
    a_second: float
    _left: dict[str, tuple[float, float]] = field(default_factory=dict)

    def has(self, who: str, now: float) -> bool:
        """Whether `who` may do it now."""
        return self._at(who, now) >= 1

    def take(self, who: str, now: float) -> bool:
        """Whether `who` may do it now; if so, that is one fewer."""
        left = self._at(who, now)
        if left < 1:
            return False
        if len(self._left) >= KEPT:
            self._left = {name: had for name, had in self._left.items() if self._used(name, now)}
        self._left[who] = (left - 1, now)
        return True

    def _at(self, who: str, now: float) -> float:
        left, since = self._left.get(who, (self.burst, now))
        return min(self.burst, left + (now - since) * self.a_second)

    def _used(self, who: str, now: float) -> bool:
        return self._at(who, now) < self.burst


@dataclass(frozen=True, slots=True)
class Device:
    """A phone that has come in: the secret it alone holds, and the role it gave, if any."""

    secret: str
    role: str = ""

    @property
    def tag(self) -> str:
        """What the server calls the device while it is connected; of no use to find a ballot."""
        return hashlib.sha256(f"tag\n{self.secret}".encode()).hexdigest()[:16]


class Door:
    """The door of one room.

    `code` lets in whoever knows it; `salt` signs what devices hold, and is never shown.
    Wrong codes are limited for each address, as a school may be behind one, and in all.
    """

    def __init__(self, code: str, salt: bytes) -> None:
        self.code = code
        self._salt = salt
        self._wrong = Allowance(burst=30, a_second=1 / 10)
        self._wrong_in_all = Allowance(burst=120, a_second=1 / 5)
        self._strangers = Allowance(burst=6_000, a_second=100)
        self._known = Allowance(burst=40, a_second=2)

    def opens(self, code: str, address: str, now: float) -> bool | None:
        """Whether `code` is the right one; None where too many wrong ones were tried."""
        if not (self._wrong.has(address, now) and self._wrong_in_all.has("", now)):
            return None
        if hmac.compare_digest(typed(code).encode(), self.code.encode()):
            return True
        self._wrong.take(address, now)
        self._wrong_in_all.take("", now)
        return False

    def stranger(self, address: str, now: float) -> bool:
        """Whether somebody who has not come in may ask for one more thing."""
        return self._strangers.take(address, now)

    def change(self, device: Device, now: float) -> bool:
        """Whether `device` may send one more change."""
        return self._known.take(device.tag, now)

    def pass_for(self, role: str, device: Device | None = None) -> str:
        """What a device shows from now on; one that had come in before keeps its secret."""
        secret = device.secret if device else secrets.token_urlsafe(18)
        body = f"{secret}.{_sealed(role.encode())}"
        return f"{body}.{self._signature(body)}"

    def device(self, shown: str) -> Device | None:
        """The device that shows this pass; None where we never gave it."""
        body, _, signature = shown.rpartition(".")
        if not body or not hmac.compare_digest(signature.encode(), self._signature(body).encode()):
            return None
        secret, _, role = body.partition(".")
        try:
            return Device(secret, _opened(role).decode())
        except (ValueError, binascii.Error):
            return None

    def _signature(self, body: str) -> str:
        return _sealed(hmac.new(self._salt, body.encode(), hashlib.sha256).digest()[:18])


class Presence:
    """Which devices are here: connected, or seen a moment ago where a page runs no script."""

    LASTING: Final = 60.0
    """Seconds for which a page that was asked for counts as somebody there."""

    def __init__(self) -> None:
        self._seen: dict[str, float] = {}

    def seen(self, tag: str, now: float) -> None:
        """Somebody has asked for a page."""
        self._seen[tag] = now

    def here(self, connected: Iterable[str], now: float) -> int:
        """How many devices are here."""
        self._seen = {tag: at for tag, at in self._seen.items() if now - at < self.LASTING}
        return len({*connected, *self._seen})


def _sealed(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def _opened(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
