"""A single-page site: its addresses answer with an empty shell, the news come as JSON, as on gov.kz.

`GET /api/v1/public/content-manager/news?page=1&size=10` lists items, `…/news/<id>` is one of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from newsroom import listings
from newsroom.articles import Article
from newsroom.hosts import Site
from newsroom.pages import Page
from newsroom.rendering import render
from newsroom.resources import Resource, markup

NEWS = "/api/v1/public/content-manager/news"
FIRST_ID = 23345


def resources(site: Site) -> Iterator[Resource]:
    """All that the site serves."""
    yield listings.robots(site)
    yield listings.style(site, "/static/app.css")
    yield Resource(target="/static/app.js", body=render("api/app.js", site).encode(), content_type="text/javascript")
    items = [_item(site, page, FIRST_ID + number) for number, page in enumerate(site.pages)]
    yield _json(f"{NEWS}?page=1&size=10", items)
    yield _json(f"{NEWS}?page=2&size=10", [])
    for item in items:
        yield _json(f"{NEWS}/{item['id']}", item)
    yield markup("/", render("api/shell.html", site, item=None))
    for page, item in zip(site.pages, items, strict=True):
        yield markup(page.target, render("api/shell.html", site, item=item))


def data_target(site: Site, page: Page) -> str:
    """Where the text of `page` is served as JSON."""
    return f"{NEWS}/{FIRST_ID + site.pages.index(page)}"


def _item(site: Site, page: Page, number: int) -> dict[str, Any]:
    article = Article(site, page)
    return {
        "id": number,
        "title": page.title,
        "short_description": page.lead,
        "body": render("api/body.html", site, article=article, page=page),
        "created_date": article.machine_date,
        "language": page.language,
        "slug": page.path.rsplit("/", 1)[-1],
        "url": page.url,
        "projects": [site.project],
        "views": page.furniture.counters[0] if page.furniture.counters else None,
        "related": [{"title": related.title, "date": related.date} for related in page.furniture.related],
        "comments": list(page.furniture.comments),
        "notice": {"text": site.words["notice"], "retold_from": page.retold_from},
    }


def _json(target: str, answer: object) -> Resource:
    text = json.dumps(answer, ensure_ascii=False, indent=1)
    return Resource(target=target, body=text.encode(), content_type="application/json; charset=utf-8")
