"""A large outlet's own system: feed, news sitemap behind an index, and a list of the latest news."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom import feeds, listings, sitemaps
from newsroom.hosts import Site
from newsroom.resources import Resource


def resources(site: Site) -> Iterator[Resource]:
    """All that the site serves."""
    yield listings.robots(site, "/sitemap.xml")
    yield listings.style(site, "/static/css/app.css")
    yield feeds.feed(site, "/rss/all.xml")
    yield sitemaps.index(site, "/sitemap.xml", ["/sitemap-news.xml"])
    yield sitemaps.news(site, "/sitemap-news.xml")
    yield from listings.listing(site, lambda number: f"/lenta/?page={number}")
    yield from listings.articles(site)
