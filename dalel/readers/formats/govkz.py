"""JSON of the government's news API (gov.kz content manager): one item with title, body (HTML) and date.

Fields as `GET /api/v1/public/content-manager/news/<id>` gives them: title, short_description, body, created_date,
language, slug, url. An answer that lists several items is no document: its items are collected one by one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from dalel import dates, jsontext
from dalel.errors import UnreadableDocument
from dalel.readers.encoding import decode
from dalel.readers.metadata import a_name, absolute, stamp_day
from dalel.readers.page import Page, clean
from dalel.readers.story import article_lines
from dalel.records import Capture
from dalel.sources import Landmarks

MEDIA_TYPES = frozenset({"application/json", "application/ld+json", "text/json"})
SUFFIXES = frozenset({".json"})

_TITLES = ("title", "name", "headline", "titleRu", "title_ru", "titleKk", "title_kk", "titleKz", "title_kz", "titleEn")
_BODIES = (
    "body", "content", "text", "full_text", "fullText", "description_full", "bodyRu", "body_ru", "textRu", "text_ru",
    "contentRu", "content_ru", "bodyKk", "body_kk", "textKk", "text_kk", "textKz", "text_kz", "bodyEn", "blocks",
)  # fmt: skip
_LEADS = ("short_description", "shortDescription", "description", "lead", "announce", "summary")
_DATES = (
    "published_date", "publish_date", "publishDate", "publishedAt", "published_at", "created_date", "createdDate",
    "created_at", "date", "published",
)  # fmt: skip
_WRAPPERS = ("content", "data", "item", "news", "result")
_LANGUAGES = ("kk", "kz", "ru", "en")
_TEXTS = ("text", "content", "html", "data")  # of one block of a body that is a list of blocks
_DEPTH = 3
_TAG = re.compile(r"<[a-zA-Z/!]")
_SECONDS = 100_000_000_000  # a larger number of a time stamp counts milliseconds


def recognises(payload: bytes) -> bool:
    """JSON has no mark of its own: it is told by its media type."""
    return False


def read(payload: bytes, capture: Capture, landmarks: Sequence[Landmarks]) -> Page:
    """The one news item in the answer; UnreadableDocument for broken JSON, for lists and for anything else."""
    try:
        answer = jsontext.parse(decode(payload, capture.charset))
    except ValueError as error:
        raise UnreadableDocument(f"it is no JSON ({error}); collect the page again") from error
    item = _item(answer, _DEPTH)
    title = " ".join(_lines(_text(item, _TITLES))) or None
    day = next((found for name in _DATES if (found := _day(item.get(name)))), None)
    author = next((told for name in ("author", "source_author") if (told := a_name(item.get(name)))), None)
    return Page(
        title=title,
        lead=" ".join(_lines(_text(item, _LEADS))) or None,
        lines=tuple(article_lines(_lines(_text(item, _BODIES)), title)),
        published=day,
        basis="markup" if day else "unknown",
        author=author,
        canonical_url=absolute(_text(item, ("url", "link")), capture.url),
    )


def _item(answer: Any, depth: int) -> Mapping[str, Any]:
    """The news item itself, under at most three wrappers."""
    if isinstance(answer, list):
        if len(answer) != 1:
            raise UnreadableDocument(f"it lists {len(answer)} items and is no page; collect the items one by one")
        return _item(answer[0], depth)
    if not isinstance(answer, dict):
        raise UnreadableDocument("it is JSON without a news item; look at the address it was collected from")
    if _text(answer, _TITLES) and _text(answer, _BODIES):
        return answer
    for wrapper in _WRAPPERS:
        if depth and isinstance(answer.get(wrapper), (dict, list)):
            return _item(answer[wrapper], depth - 1)
    raise UnreadableDocument("it is JSON without title and body; look at the address it was collected from")


def _text(item: Mapping[str, Any], names: Sequence[str]) -> str:
    """The first of these fields that holds text; of a text in several languages, the item's own, else the first."""
    for name in names:
        if found := _string(item.get(name), item, 0).strip():
            return found
    return ""


def _string(value: Any, item: Mapping[str, Any], depth: int) -> str:
    if isinstance(value, str):
        return value
    if depth > _DEPTH:
        return ""
    if isinstance(value, list):
        if any(isinstance(one, dict) and one.get("title") for one in value):  # other items, and no blocks of this one
            return ""
        return "\n".join(f"<p>{part}</p>" for one in value if (part := _string(one, item, depth + 1)))
    if isinstance(value, dict):
        own = str(item.get("language") or item.get("lang") or "").lower()
        keys = [own, *_LANGUAGES] if any(isinstance(value.get(key), str) for key in _LANGUAGES) else _TEXTS
        return next((part for key in keys if (part := _string(value.get(key), item, depth + 1))), "")
    return ""


def _day(stamp: Any) -> date | None:
    """The day of a date in words or figures, or of a time in seconds or milliseconds since 1970."""
    if isinstance(stamp, int) and not isinstance(stamp, bool) and 0 < stamp < _SECONDS * 100:
        moment = datetime.fromtimestamp(stamp if stamp < _SECONDS else stamp / 1000, UTC)
        return stamp_day(moment.isoformat())
    return stamp_day(stamp) or dates.parse_date(stamp, "ru") if isinstance(stamp, str) else None


def _lines(body: str) -> list[str]:
    """Paragraphs of a body in HTML, whose every block is text of the article: nothing is chosen here."""
    if not _TAG.search(body):
        body = body if "\n" in body else body.replace("\\r", "").replace("\\n", "\n")  # line ends escaped twice
        return [line for part in body.split("\n") if (line := clean(part))]
    from dalel.readers.blocks import block_lines

    return block_lines(body)
