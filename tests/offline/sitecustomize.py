"""Denies the network to the Python that finds this first on its path: to the tests, and to every program they start."""

import socket
from typing import NoReturn


def _deny(*asked: object, **_: object) -> NoReturn:
    raise AssertionError(f"Counterpoint reached for the network: {asked}")


socket.socket.connect = _deny  # type: ignore[method-assign]
socket.socket.connect_ex = _deny  # type: ignore[method-assign]
for name in ("create_connection", "getaddrinfo", "gethostbyaddr", "gethostbyname", "gethostbyname_ex", "getnameinfo"):
    setattr(socket, name, _deny)
