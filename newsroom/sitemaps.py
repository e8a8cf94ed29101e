"""Sitemaps of a site: index, list of addresses, news sitemap, and any of them compressed."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from dataclasses import replace

from newsroom.hosts import Site
from newsroom.rendering import render
from newsroom.resources import Resource, xml


def index(site: Site, target: str, parts: Sequence[str]) -> Resource:
    """A sitemap index at `target` naming the sitemaps at `parts`."""
    return xml(target, render("sitemaps/index.xml", site, parts=parts))


def addresses(site: Site, target: str) -> Resource:
    """A plain sitemap of the site's pages, with the day of those that print one."""
    return xml(target, render("sitemaps/urlset.xml", site))


def news(site: Site, target: str) -> Resource:
    """A news sitemap: title, publication, language, and a date where the page prints one."""
    return xml(target, render("sitemaps/news.xml", site))


def compressed(resource: Resource) -> Resource:
    """The same as a .gz file, byte for byte the same each time."""
    return replace(resource, body=gzip.compress(resource.body, mtime=0), content_type="application/gzip")
