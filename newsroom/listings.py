"""Listing pages: the site's articles, a few at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from newsroom.articles import Article
from newsroom.hosts import Site
from newsroom.rendering import render
from newsroom.resources import Resource, markup


def listing(site: Site, address: Callable[[int], str]) -> Iterator[Resource]:
    """One resource a page of the listing; `address` gives the target of page 1, 2, …"""
    size = site.per_page
    chunks = [site.pages[start : start + size] for start in range(0, len(site.pages), size)]
    for number, chunk in enumerate(chunks, start=1):
        text = render(
            f"{site.kind}/listing.html",
            site,
            articles=[Article(site, page) for page in chunk],
            newer=address(number - 1) if number > 1 else None,
            older=address(number + 1) if number < len(chunks) else None,
        )
        yield markup(address(number), text, site.charset, declared=site.declared)


def articles(site: Site) -> Iterator[Resource]:
    """The article pages of the site in its kind's markup."""
    for page in site.pages:
        text = render(f"{site.kind}/article.html", site, article=Article(site, page), page=page)
        yield markup(page.target, text, site.charset, declared=site.declared)


def style(site: Site, target: str) -> Resource:
    """The style sheet of the site's kind in the site's colour."""
    text = render(f"{site.kind}/style.css", site)
    return Resource(target=target, body=text.encode(), content_type="text/css; charset=utf-8")


def robots(site: Site, *sitemaps: str) -> Resource:
    """robots.txt: search and print versions are not for machines; a delay where the site asks for one."""
    text = render("robots.txt", site, sitemaps=sitemaps)
    return Resource(target="/robots.txt", body=text.encode(), content_type="text/plain; charset=utf-8")
