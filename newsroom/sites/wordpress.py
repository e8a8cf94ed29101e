"""A WordPress-like site: front page with paging, /feed/, the sitemaps of WordPress 5.5, wp-content theme."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom import feeds, listings, sitemaps
from newsroom.hosts import Site
from newsroom.resources import Resource


def resources(site: Site) -> Iterator[Resource]:
    """All that the site serves."""
    yield listings.robots(site, "/wp-sitemap.xml")
    yield listings.style(site, "/wp-content/themes/qala/style.css")
    yield feeds.feed(site, "/feed/")
    yield sitemaps.index(site, "/wp-sitemap.xml", ["/wp-sitemap-posts-post-1.xml"])
    yield sitemaps.addresses(site, "/wp-sitemap-posts-post-1.xml")
    yield from listings.listing(site, lambda number: "/" if number == 1 else f"/page/{number}/")
    yield from listings.articles(site)
