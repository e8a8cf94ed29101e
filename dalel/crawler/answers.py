"""What a way in answered -> what it leads to, by the role of the request."""

from __future__ import annotations

from scrapy.http import Response

from dalel.crawler import feeds, listings, mementos, sitemaps
from dalel.crawler.found import Found


def read(role: str, response: Response, item: str) -> Found:
    """The links of a feed, sitemap, list of a web archive, JSON answer or listing.

    `item` is the source's template for addresses of JSON answers; a search answers as JSON or as a page.
    """
    if role == "feed":
        return feeds.read_feed(response.body)
    if role == "sitemap":
        return sitemaps.read_sitemap(response.body)
    if role == "cdx":
        return mementos.read_list(response.body, response.url)
    if role == "api" or (role == "search" and response.body.lstrip()[:1] in (b"{", b"[")):
        return listings.read_answer(response.body, response.url, item)
    return listings.read_listing(response.body, getattr(response, "encoding", None))
