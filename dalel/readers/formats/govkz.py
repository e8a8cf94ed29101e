"""JSON of the government's news API (gov.kz content manager): one item with title, body (HTML) and date.

Fields as `GET /api/v1/public/content-manager/news/<id>` gives them: title, short_description, body, created_date,
language, slug, url. An answer that lists several items is no document: its items are collected one by one.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from dalel import dates
from dalel.errors import UnreadableDocument
from dalel.readers.encoding import decode
from dalel.readers.metadata import stamp_day
from dalel.readers.page import Page, clean
from dalel.readers.story import article_lines
from dalel.records import Capture
from dalel.sources import Landmarks

MEDIA_TYPES = frozenset({"application/json", "application/ld+json", "text/json"})
SUFFIXES = frozenset({".json"})

_TITLES = ("title", "name", "title_ru", "headline")
_BODIES = ("body", "content", "text", "description_full")
_LEADS = ("short_description", "shortDescription", "description", "lead", "announce")
_DATES = ("published_date", "publish_date", "created_date", "createdDate", "date", "published")
_WRAPPERS = ("content", "data", "item", "news", "result")
_DEPTH = 3


def recognises(payload: bytes) -> bool:
    """JSON has no mark of its own: it is told by its media type."""
    return False


def read(payload: bytes, capture: Capture, landmarks: Sequence[Landmarks]) -> Page:
    """The one news item in the answer; UnreadableDocument for broken JSON, for lists and for anything else."""
    try:
        answer = json.loads(decode(payload, capture.charset))
    except (json.JSONDecodeError, RecursionError) as error:
        raise UnreadableDocument(f"it is no JSON ({error}); collect the page again") from error
    item = _item(answer, _DEPTH)
    lead = _string(item, _LEADS)
    stamp = _string(item, _DATES) or ""
    day = stamp_day(stamp) or dates.parse_date(stamp, "ru")
    title = _string(item, _TITLES)
    lines = article_lines(_lines(_raw(item, _BODIES)), title)
    return Page(
        title=title,
        lead=" ".join(_lines(lead)) or None if lead else None,
        lines=tuple(lines),
        published=day,
        basis="markup" if day else "unknown",
        author=_string(item, ("author", "source_author")),
        canonical_url=url
        if (url := _string(item, ("url", "link")) or "").startswith(("http://", "https://"))
        else None,
    )


def _item(answer: Any, depth: int) -> Mapping[str, Any]:
    """The news item itself, under at most three wrappers."""
    if isinstance(answer, list):
        if len(answer) != 1:
            raise UnreadableDocument(f"it lists {len(answer)} items and is no page; collect the items one by one")
        return _item(answer[0], depth)
    if not isinstance(answer, dict):
        raise UnreadableDocument("it is JSON without a news item; look at the address it was collected from")
    if _string(answer, _TITLES) and _raw(answer, _BODIES):
        return answer
    for wrapper in _WRAPPERS:
        if depth and isinstance(answer.get(wrapper), (dict, list)):
            return _item(answer[wrapper], depth - 1)
    raise UnreadableDocument("it is JSON without title and body; look at the address it was collected from")


def _raw(item: Mapping[str, Any], names: Sequence[str]) -> str:
    return next((item[name] for name in names if isinstance(item.get(name), str) and item[name].strip()), "")


def _string(item: Mapping[str, Any], names: Sequence[str]) -> str | None:
    return clean(_raw(item, names)) or None


def _lines(body: str) -> list[str]:
    """Paragraphs of a body in HTML, whose every block is text of the article: nothing is chosen here."""
    if "<" not in body:
        return [line for part in body.split("\n") if (line := clean(part))]
    from dalel.readers.blocks import block_lines

    return block_lines(body)
