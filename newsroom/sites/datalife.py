"""A DataLife-like site: /rss.xml (careless on some hosts), addresses ending in .html, a news sitemap on one host."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom import feeds, listings, sitemaps
from newsroom.hosts import Site
from newsroom.resources import Resource


def resources(site: Site) -> Iterator[Resource]:
    """All that the site serves."""
    yield listings.robots(site, "/sitemap.xml")
    yield listings.style(site, "/templates/Default/css/styles.css")
    yield feeds.feed(site, "/rss.xml")
    yield (sitemaps.news if site.sitemap == "news" else sitemaps.addresses)(site, "/sitemap.xml")
    yield from listings.listing(site, lambda number: "/lastnews/" if number == 1 else f"/lastnews/page/{number}/")
    yield from listings.articles(site)
