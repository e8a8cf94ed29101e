"""Listing pages and JSON answers -> links to articles and to the next page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from dalel import jsontext
from dalel.crawler import markup
from dalel.crawler.feeds import read_date
from dalel.crawler.found import Found, Link

PAGE = "{page}"  # in a start point: the number of the page, counted from 1
_SKIP = re.compile(r"\{skip:(\d+)\}")  # in a start point: how many results stand on the pages before this one
NEXT_KEYS = ("next_page", "next", "nextpage", "next_url")
_NEXT_WORDS = re.compile(r"(^|\b)(next|след|следующая|келесі|алға)\b|^[»›→]$", re.IGNORECASE)
_JSON_DEPTH = 30
_ID = "id "  # before the day of an item: what `_values` calls its id
_DATED = ("created_date", "createdDate", "published_date", "publish_date", "published", "crdate", "date")


def is_numbered(address: str) -> bool:
    """Whether the number of the page stands in a start point, as such or as the number of results before it."""
    return PAGE in address or _SKIP.search(address) is not None


def numbered(address: str, number: int) -> str:
    """The address of this page of a start point, counted from 1: `{page}` is 2, `{skip:20}` is 20 on the second."""
    return _SKIP.sub(lambda found: str(int(found[1]) * (number - 1)), address.replace(PAGE, str(number)))


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


def read_answer(payload: bytes, url: str, item: str = "") -> Found:
    """The strings of a JSON answer that may be addresses as `pages`, those under a key like `next_page` as `more`.

    An item's `id` stands for the address below the answer's own (`…/news?page=1` and 7: `…/news/7`), as REST has it,
    with the day that the item is dated; ids of what lies within an item (its files, its section) stand for nothing.
    Where `item` is given, an item's address is that with its fields in it: `https://a.example/article/{slug}`.
    """
    try:
        answer = jsontext.parse(payload)
    except ValueError as error:
        return Found(trouble=f"the answer is no JSON ({error})")
    rows = rows_of(answer)
    pages, more = [*_filled(item, rows)], []
    for key, text in _values(answer, "", 0):
        if key in NEXT_KEYS:
            more.append(Link(text))
        elif key.startswith(_ID) and not item:
            pages.append(Link(f"{url.split('?', 1)[0].rstrip('/')}/{text}", read_date(key.removeprefix(_ID))))
        elif text.startswith(("/", "http://", "https://")):
            pages.append(Link(text))
    return Found(pages=tuple(pages), more=tuple(more), rows=len(rows))


def rows_of(answer: Any, depth: int = 3) -> list[dict[str, Any]]:
    """The first list of objects in a JSON answer, bare, under `items`, or under GraphQL's `data`; [] without one."""
    if isinstance(answer, list):
        return [row for row in answer if isinstance(row, dict)]
    inner = answer.values() if isinstance(answer, dict) and depth else ()
    return next((rows for value in inner if (rows := rows_of(value, depth - 1))), [])


def _filled(item: str, rows: list[dict[str, Any]]) -> Iterator[Link]:
    fields = re.findall(r"\{(\w+)\}", item)
    for row in rows if item else ():
        if all(isinstance(row.get(field), int | str) and row[field] for field in fields):
            yield Link(
                item.format_map({field: quote(str(row[field]), safe="-") for field in fields}), read_date(_day(row))
            )


def _values(value: Any, key: str, depth: int, within: bool = False) -> Iterator[tuple[str, str]]:
    """Keys and values of an answer in its order; the id of an item, not of what is `within` one, with its day."""
    if depth > _JSON_DEPTH:
        return
    if isinstance(value, dict):
        is_item = not isinstance(value.get("id"), dict | list | None)
        for name, inner in value.items():
            if name == "id" and is_item:
                yield from () if within else _values(inner, _ID + _day(value), depth + 1)
            else:
                yield from _values(inner, str(name).lower(), depth + 1, within or is_item)
    elif isinstance(value, list):
        for inner in value:
            yield from _values(inner, key, depth + 1, within)
    elif isinstance(value, int | str) and not isinstance(value, bool) and 0 < len(str(value)) < 2084:
        yield key, str(value)


def _day(item: dict[str, Any]) -> str:
    return next((text for name in _DATED if isinstance(text := item.get(name), str) and text), "")
