"""Sitemaps, sitemap indexes and news sitemaps, gzipped or not -> links (sitemaps.org protocol 0.9)."""

from __future__ import annotations

import zlib

from lxml import etree

from dalel.crawler import markup
from dalel.crawler.feeds import read_date, read_feed
from dalel.crawler.found import Found, Link

_BLANK = b"\xef\xbb\xbf \t\r\n"
MAX_LINKS = 50_000  # of one sitemap, by the protocol; the rest is dropped and reported


def read_sitemap(payload: bytes) -> Found:
    """The pages of a sitemap, or the sitemaps of an index as `more`."""
    try:
        payload = _unzipped(payload)
        if not payload.lstrip(_BLANK).startswith(b"<") and (listed := _listed(payload)):
            return listed
        root = markup.xml(payload)
    except markup.NoMarkup as error:
        return Found(trouble=f"the sitemap is unreadable: {error}")
    kind = markup.local_name(root)
    if kind in ("rss", "feed", "rdf"):  # the protocol allows feeds as sitemaps
        return read_feed(payload)
    entries = [element for element in root.iter() if markup.local_name(element) in ("url", "sitemap")]
    links = tuple(link for element in entries or root if (link := _link(element)))  # mended markup may nest them
    trouble = None if links else f"the sitemap has no entries (its root is <{kind}>)"
    if len(links) > MAX_LINKS:
        trouble = f"the sitemap has {len(links)} entries, only the first {MAX_LINKS} are used"
    links = links[:MAX_LINKS]
    return Found(more=links, trouble=trouble) if kind == "sitemapindex" else Found(pages=links, trouble=trouble)


def _link(element: etree._Element) -> Link | None:
    url = dated = None
    for child in element.iter():
        name, text = markup.local_name(child), (child.text or "").strip()
        if name == "loc" and text and url is None:
            url = markup.address(text)
        elif name in ("publication_date", "lastmod") and (dated is None or name == "publication_date"):
            dated = read_date(text)
    return Link(url, dated) if url else None


def _listed(payload: bytes) -> Found | None:
    """The pages of a sitemap that is a text file, an address a line (sitemaps.org, "Other Sitemap formats")."""
    lines = [line.strip() for line in payload.decode("utf-8-sig", "replace").splitlines()]
    links = tuple(Link(line, None) for line in lines if line.lower().startswith(("http://", "https://")))
    if len(links) > MAX_LINKS:
        trouble = f"the sitemap has {len(links)} entries, only the first {MAX_LINKS} are used"
        return Found(pages=links[:MAX_LINKS], trouble=trouble)
    return Found(pages=links) if links else None


def _unzipped(payload: bytes) -> bytes:
    if not payload.startswith(b"\x1f\x8b"):
        return payload
    machine = zlib.decompressobj(zlib.MAX_WBITS + 16)
    try:
        unpacked = machine.decompress(payload, markup.MAX_MARKUP + 1)
    except zlib.error as error:
        raise markup.NoMarkup(f"its gzip is damaged ({error})") from error
    if len(unpacked) > markup.MAX_MARKUP:
        raise markup.NoMarkup(f"it unpacks to more than {markup.MAX_MARKUP} bytes")
    return unpacked
