"""What an archived answer of others is: a page, robots.txt, or a feed or sitemap, which led a crawler to pages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from dalel.archive.bodies import UndecodableBody, decode

_HEAD = 4096  # bytes in which the root of a document stands
_FEEDS = ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json")
_ROOT = re.compile(rb"<(?![?!])(?:[A-Za-z][\w.-]{0,30}:)?([A-Za-z]\w{0,30})")
_SITEMAPS = frozenset({b"urlset", b"sitemapindex"})
_LISTS = frozenset({b"rss", b"feed", b"rdf"})
_RATES = b"<quant>"  # the National Bank's daily rates are a feed that is data


def role_of(url: str, headers: Iterable[tuple[str, str]], body: bytes) -> str:
    """page, robots, feed or sitemap, by address, media type and root element."""
    if urlsplit(url).path == "/robots.txt":
        return "robots"
    named = list(headers)
    kind = next(
        (value.partition(";")[0].strip().lower() for name, value in named if name.lower() == "content-type"), ""
    )
    if "html" in kind:
        return "page"
    try:
        opened = decode(body, [(name, value) for name, value in named if name.lower().endswith("-encoding")])
        opened = decode(opened, [("Content-Encoding", "gzip")]) if opened.startswith(b"\x1f\x8b") else opened
    except UndecodableBody:
        opened = b""
    if kind in _FEEDS and _RATES not in opened:
        return "feed"
    head = _without_comments(opened[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n"))
    root = _ROOT.match(head) if head.startswith(b"<") else None
    if root is None:
        return "page"
    if root[1].lower() in _SITEMAPS:
        return "sitemap"
    return "feed" if root[1].lower() in _LISTS and _RATES not in opened else "page"


def _without_comments(head: bytes) -> bytes:
    """`head` from its root element on."""
    while head.startswith((b"<?", b"<!")):
        end = head.find(b"-->" if head.startswith(b"<!--") else b">")
        if end < 0:
            return b""
        head = head[end + (3 if head.startswith(b"<!--") else 1) :].lstrip()
    return head
