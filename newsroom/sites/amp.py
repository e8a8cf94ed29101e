"""A site of which only the AMP pages are served: compressed sitemap behind an index, and a plain news list."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom import listings, sitemaps
from newsroom.hosts import Site
from newsroom.resources import Resource


def resources(site: Site) -> Iterator[Resource]:
    """All that the site serves."""
    yield listings.robots(site, "/sitemap.xml")
    yield sitemaps.index(site, "/sitemap.xml", ["/sitemaps/articles.xml.gz"])
    yield sitemaps.compressed(sitemaps.addresses(site, "/sitemaps/articles.xml.gz"))
    yield from listings.listing(site, lambda number: f"/lenta/?page={number}")
    yield from listings.articles(site)
