"""Where a workshop can be found: this machine's addresses, as far as it knows them itself.

Nothing is sent anywhere to find out. Whether a phone can reach an address cannot be known here.
"""

from __future__ import annotations

import ipaddress
import socket
from contextlib import suppress
from typing import Final

_NOWHERE: Final = (("192.0.2.1", 9), ("198.51.100.1", 9))
"""Addresses that are kept for documents and belong to nobody."""

LOOPBACK: Final = "127.0.0.1"


def addresses() -> tuple[str, ...]:
    """This machine's IPv4 addresses in its network, the one it would use by itself first."""
    found: dict[str, None] = {}
    for nowhere in _NOWHERE:
        # A datagram socket that is told where it would send has an address, and sends nothing.
        with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
            asked.connect(nowhere)
            found[asked.getsockname()[0]] = None
    with suppress(OSError):
        found |= dict.fromkeys(socket.gethostbyname_ex(socket.gethostname())[2])
    return tuple(each for each in found if not ipaddress.ip_address(each).is_loopback)


def names() -> frozenset[str]:
    """The names by which a browser may call this machine."""
    own = socket.gethostname().lower()
    return frozenset({"localhost", own, f"{own}.local", own.partition(".")[0] + ".local"})


def shown(host: str) -> str:
    """The host to put in a URL for a server that listens on `host`."""
    if host in ("0.0.0.0", "::", ""):
        return next(iter(addresses()), LOOPBACK)
    return f"[{host}]" if ":" in host else host
