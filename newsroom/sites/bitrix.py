"""A Bitrix-like site: one news list with PAGEN_1 paging, /rss/, and no sitemap."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom import feeds, listings
from newsroom.hosts import Site
from newsroom.resources import Resource


def resources(site: Site) -> Iterator[Resource]:
    """All that the site serves."""
    yield listings.robots(site)
    yield listings.style(site, "/bitrix/templates/main/styles.css")
    yield feeds.feed(site, "/rss/")
    yield from listings.listing(site, lambda number: f"/news/?PAGEN_1={number}")
    yield from listings.articles(site)
