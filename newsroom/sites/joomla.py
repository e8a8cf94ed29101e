"""A Joomla-like site with K2 items: a list with ?start=, whose feed is the same address with format=feed."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom import feeds, listings
from newsroom.hosts import Site
from newsroom.resources import Resource


def resources(site: Site) -> Iterator[Resource]:
    """All that the site serves."""
    yield listings.robots(site)
    yield listings.style(site, "/templates/system/css/template.css")
    yield feeds.rss(site, "/news?format=feed&type=rss")
    yield feeds.atom(site, "/news?format=feed&type=atom")
    yield from listings.listing(site, lambda number: f"/news?start={(number - 1) * site.per_page}")
    yield from listings.articles(site)
