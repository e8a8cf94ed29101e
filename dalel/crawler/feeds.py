"""RSS and Atom -> links with their dates; broken XML is mended, what still cannot be read is reported."""

from __future__ import annotations

import email.utils
from datetime import date, datetime

from lxml import etree

from dalel import dates
from dalel.crawler import markup
from dalel.crawler.found import Found, Link

_LONGEST = 100  # characters of a date
_DATES = ("pubdate", "published", "updated", "date")  # RSS 2.0; RFC 4287; Dublin Core


def read_feed(payload: bytes) -> Found:
    """The entries of a feed in its order."""
    try:
        root = markup.xml(payload)
    except markup.NoMarkup as error:
        return Found(trouble=f"the feed is unreadable: {error}")
    items = [element for element in root.iter() if markup.local_name(element) in ("item", "entry")]
    links = tuple(Link(url, _dated(item)) for item in items if (url := _address(item)))
    if not links:
        return Found(trouble=f"the feed has no entries (its root is <{markup.local_name(root)}>)")
    return Found(pages=links)


def _address(item: etree._Element) -> str | None:
    parts = [*item, *item.iter()]  # its own parts first; those further down where broken markup has swallowed them
    for part in parts:
        is_link = markup.local_name(part) == "link" and part.get("rel", "alternate") == "alternate"
        if is_link and (address := markup.address(part.get("href") or part.text)):
            return address
    for part in parts:  # a guid is an address unless it says that it is not
        text = markup.address(part.text)
        if markup.local_name(part) in ("guid", "id") and text.startswith(("http://", "https://")):
            return text
    return None


def _dated(item: etree._Element) -> date | None:
    texts = {markup.local_name(child): (child.text or "").strip() for child in (*item.iter(), *item)}
    return next((day for name in _DATES if (day := read_date(texts.get(name, "")))), None)


def read_date(text: str) -> date | None:
    """The day of an RFC 822 or ISO 8601 date as written there (no change of time zone), or of one in words of our
    languages, as some feeds have it ("Пт, 01 май 2020"); None where it is none.
    """
    text = text[:_LONGEST]
    if not text:
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        pass
    try:
        parsed: datetime = email.utils.parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return dates.parse_date(text, "ru")
    return parsed.date()
