"""Addresses as found -> one address a page: fragments and tracking parameters dropped, relative ones made whole."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from dalel.identity.addresses import TRACKING

_LANGUAGE = re.compile(r"#lang=([a-z]{2})$")
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_SAFE = "/%:=&?~+!$,;'@()*[]-._|"
MAX_ADDRESS = 2083  # characters; longer ones are traps (calendar and session loops)


def normalise(address: str, base: str | None = None) -> str | None:
    """The address a page is archived under; None for what is no web address.

    Scheme and host in lower case, default port, fragment and tracking parameters dropped; path and the other
    parameters stay as they are, for they may name the page.
    """
    try:
        parts = urlsplit(urljoin(base, address.strip()) if base else address.strip())
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host:
        return None
    host = f"[{host}]" if ":" in host else _ascii(host)
    if host is None:
        return None
    if port and port != {"http": 80, "https": 443}[parts.scheme]:
        host = f"{host}:{port}"
    kept = [part for part in parts.query.split("&") if part and not TRACKING.match(part.split("=", 1)[0])]
    query = quote("&".join(kept), safe=_SAFE)
    whole = urlunsplit((parts.scheme, host, quote(parts.path or "/", safe=_SAFE), query, ""))
    return whole if len(whole) <= MAX_ADDRESS else None


def language_of(url: str) -> str | None:
    """The language that an address is asked for in: that of a fragment `#lang=ru`, which no server is sent.

    Where one address answers in several languages, by Accept-Language, the fragment keeps their captures apart.
    """
    found = _LANGUAGE.search(url)
    return found[1] if found else None


def in_language(url: str, language: str | None) -> str:
    """The address with that fragment."""
    return f"{url}#lang={language}" if language else url


def host_of(url: str) -> str:
    """The host of an address in lower case, without port; "" where it has none."""
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""


def is_private(address: str) -> bool:
    """Whether an IP address is one that a public site never has: loopback, local nets, link-local, reserved."""
    try:
        ip = ipaddress.ip_address(address.strip("[]").split("%")[0])
    except ValueError:
        return False
    return not ip.is_global or ip.is_multicast or any(not inner.is_global for inner in _within(ip))


def _within(ip: ipaddress.IPv4Address | ipaddress.IPv6Address) -> list[ipaddress.IPv4Address]:
    """The IPv4 addresses that an IPv6 address leads to through a gateway: mapped, 6to4, Teredo, NAT64 (RFC 6052)."""
    if ip.version == 4:
        return []
    found = [ip.ipv4_mapped, ip.sixtofour, ip.teredo[1] if ip.teredo else None]
    if ip in _NAT64:
        found.append(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
    return [inner for inner in found if inner is not None]


def is_loopback(host: str) -> bool:
    """Whether a host name or address is this machine itself."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _ascii(host: str) -> str | None:
    try:
        return host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return None
