"""Listing pages and JSON answers -> links to articles and to the next page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from dalel.crawler import markup
from dalel.crawler.found import Found, Link

PAGE = "{page}"  # in a start point: the number of the page, counted from 1
_NEXT_KEYS = ("next_page", "next", "nextpage", "next_url")
_NEXT_WORDS = re.compile(r"(^|\b)(next|след|следующая|келесі|алға)\b|^[»›→]$", re.IGNORECASE)
_JSON_DEPTH = 30


def read_listing(payload: bytes, charset: str | None) -> Found:
    """All links of an HTML page in document order as `pages`, those to a next page as `more`."""
    try:
        root = markup.page(payload, charset)
    except markup.NoMarkup as error:
        return Found(trouble=f"the listing is unreadable: {error}")
    pages, more = [], []
    for element in root.iter("a", "link"):
        if not (address := (element.get("href") or "").strip()):
            continue
        if element.tag == "a":
            pages.append(Link(address))
        text = " ".join(element.itertext()).strip() if element.tag == "a" else ""
        if "next" in (element.get("rel") or "").lower().split() or (text and _NEXT_WORDS.search(text)):
            more.append(Link(address))
    return Found(pages=tuple(pages), more=tuple(more))


def read_answer(payload: bytes, url: str) -> Found:
    """The strings of a JSON answer that may be addresses as `pages`, those under a key like `next_page` as `more`.

    An item's `id` stands for the address below the answer's own (`…/news?page=1` and 7: `…/news/7`), as REST has it.
    """
    try:
        answer = json.loads(payload)
    except (ValueError, RecursionError) as error:
        return Found(trouble=f"the answer is no JSON ({error})")
    pages, more = [], []
    for key, text in _values(answer, "", 0):
        if key in _NEXT_KEYS:
            more.append(Link(text))
        elif key == "id":
            pages.append(Link(f"{url.split('?', 1)[0].rstrip('/')}/{text}"))
        elif text.startswith(("/", "http://", "https://")):
            pages.append(Link(text))
    return Found(pages=tuple(pages), more=tuple(more))


def _values(value: Any, key: str, depth: int) -> Iterator[tuple[str, str]]:
    if depth > _JSON_DEPTH:
        return
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _values(inner, str(name).lower(), depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _values(inner, key, depth + 1)
    elif isinstance(value, int | str) and not isinstance(value, bool) and 0 < len(str(value)) < 2084:
        yield key, str(value)
