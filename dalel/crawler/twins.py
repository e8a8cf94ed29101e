"""A page -> the addresses it names as its twins: the AMP version, the canonical one, those in other languages."""

from __future__ import annotations

import re
from html import unescape

from dalel.crawler.addresses import normalise

_HEAD = 131_072  # bytes of a page that are looked at: its head
_LINK = re.compile(rb"<link\b[^>]{1,2000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([a-z]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", re.IGNORECASE)
MOST = 20  # twins of one page: more is a list of links


def of(payload: bytes, url: str) -> tuple[tuple[str, str], ...]:
    """Kind ("amphtml", "canonical", "alternate-kk" …) and address of each twin in the page's order, without itself."""
    found: dict[tuple[str, str], None] = {}
    for tag in _LINK.findall(payload[:_HEAD]):
        parts = {name.lower(): unescape("".join(values)) for name, *values in _ATTRIBUTE.findall(tag.decode("latin-1"))}
        address = normalise(parts.get("href", ""), url) if parts.get("href") else None
        if address and address != url and (kind := _kind(parts)):
            found[kind, address] = None
    return tuple(found)[:MOST]


def _kind(parts: dict[str, str]) -> str | None:
    relations = parts.get("rel", "").lower().split()
    language = parts.get("hreflang", "")
    if "amphtml" in relations:
        return "amphtml"
    if "canonical" in relations:
        return "canonical"
    if "alternate" in relations and _LANGUAGE.fullmatch(language):
        return f"alternate-{language.lower()}"
    return None
