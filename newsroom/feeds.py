"""Feeds of a site: RSS 2.0, Atom, and an RSS as careless sites write it. Undated pages get no date here either."""

from __future__ import annotations

from datetime import UTC, datetime, time
from email.utils import format_datetime

from newsroom.hosts import Site
from newsroom.pages import Page
from newsroom.rendering import render
from newsroom.resources import Resource, xml


def feed(site: Site, target: str) -> Resource:
    """The feed that the site's declaration names, at `target`."""
    return {"rss": rss, "atom": atom, "sloppy": sloppy}[site.feed](site, target)


def rss(site: Site, target: str) -> Resource:
    """RSS 2.0 with the site's pages, newest first."""
    text = render("feeds/rss.xml", site, entries=_entries(site), target=target)
    return xml(target, text, "application/rss+xml; charset=utf-8")


def atom(site: Site, target: str) -> Resource:
    """Atom 1.0 with the same; titles as escaped HTML, as most sites send them."""
    text = render("feeds/atom.xml", site, entries=_entries(site), target=target)
    return xml(target, text, "application/atom+xml; charset=utf-8")


def sloppy(site: Site, target: str) -> Resource:
    """Blank lines before the declaration, HTML entities, a bare "&", tracking parameters, and a wrong content type."""
    text = render("feeds/sloppy.xml", site, entries=_entries(site), target=target)
    return xml(target, "\n\n" + text, "text/html; charset=utf-8")


def _entries(site: Site) -> list[tuple[Page, str | None, str | None]]:
    return [(page, *_dates(page)) for page in site.pages]


def _dates(page: Page) -> tuple[str | None, str | None]:
    if page.published is None or page.published_text is None:
        return None, None
    moment = datetime.combine(page.published, time(6), UTC)
    return format_datetime(moment), moment.isoformat()
