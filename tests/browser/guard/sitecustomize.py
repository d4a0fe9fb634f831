"""Loaded by the server under test: writes down every name looked up and address connected to off the host."""

import os
import socket
from pathlib import Path

LOG = os.environ["SOCKET_GUARD_LOG"]
HERE = ("127.", "::1", "localhost", "0.0.0.0")


def tell(kind, target):
    if not str(target).startswith(HERE):
        with Path(LOG).open("a", encoding="utf-8") as log:
            log.write(f"{kind} {target}\n")


def guarded(kind, original, place):
    def call(*arguments, **named):
        target = arguments[place]
        tell(kind, target[0] if isinstance(target, tuple) else target or "localhost")
        return original(*arguments, **named)

    return call


socket.getaddrinfo = guarded("look up", socket.getaddrinfo, 0)
socket.gethostbyname = guarded("look up", socket.gethostbyname, 0)
for name in ("connect", "connect_ex"):
    setattr(socket.socket, name, guarded("connect", getattr(socket.socket, name), 1))
