"""Where deliveries may go: the open net by HTTPS, and what the operator has allowed; nowhere inside by chance."""

import socket
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import ClassVar
from urllib.parse import urlsplit

from django.conf import settings

from tinhso.lib.errors import TinhsoError

Address = IPv4Address | IPv6Address
_PORTS = {"http": 80, "https": 443}
#: Addresses of IPv6 that stand for one of IPv4, by which somebody could mean a machine inside.
_TRANSLATED = tuple(map(ip_network, ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32")))


class AddressRefused(TinhsoError):
    """The address of a receiver is none that we send to; ``why`` is a sentence of ours."""

    code: ClassVar[str] = "address_refused"
    status: ClassVar[int] = 422
    sentence = "Không gửi tới địa chỉ này: {why}."


@dataclass(frozen=True, slots=True)
class Place:
    """An address taken apart, with the machine that its name means just now."""

    scheme: str
    host: str
    port: int
    path: str
    machine: str


def place_of(address: str) -> Place:
    """Where an address leads. Asked anew before each delivery: a name may mean another machine tomorrow.

    Raises AddressRefused, OSError when the name means nothing.
    """
    parts = urlsplit(address)
    if parts.scheme not in _PORTS or not parts.hostname:
        raise AddressRefused(why="địa chỉ phải bắt đầu bằng https://")
    if parts.username or parts.password:
        raise AddressRefused(why="địa chỉ không được chứa tên hay mật khẩu")
    port = _port(address) or _PORTS[parts.scheme]
    machines = _machines(parts.hostname, port)
    if any(not _may_be_told(machine, parts.scheme) for machine in machines):
        why = "máy nội bộ chưa được cho phép" if parts.scheme == "https" else "ngoài mạng nội bộ phải dùng https"
        raise AddressRefused(why=why)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Place(parts.scheme, parts.hostname, port, path, str(machines[0]))


def _port(address: str) -> int | None:
    try:
        return urlsplit(address).port
    except ValueError as mistake:
        raise AddressRefused(why="cổng không hợp lệ") from mistake


def _machines(host: str, port: int) -> list[Address]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except UnicodeError as mistake:
        raise AddressRefused(why="tên máy không hợp lệ") from mistake
    return [ip_address(str(place[4][0]).partition("%")[0]) for place in found]


def _may_be_told(machine: Address, scheme: str) -> bool:
    if _within(machine, map(ip_network, settings.EXCHANGE_NETWORKS)):
        return True
    return scheme == "https" and machine.is_global and not machine.is_multicast and not _within(machine, _TRANSLATED)


def _within(machine: Address, networks: Iterable[IPv4Network | IPv6Network]) -> bool:
    plain = machine.ipv4_mapped or machine if isinstance(machine, IPv6Address) else machine
    return any(plain in network for network in networks)
