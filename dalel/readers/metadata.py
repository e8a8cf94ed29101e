"""What a page's markup says of itself for machines: JSON-LD, then OpenGraph and other <meta>, then <time>."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from dalel import jsontext
from dalel.readers.page import clean

_ARTICLE = re.compile(r"article|posting|report|webpage", re.IGNORECASE)
_DATE_METAS = (
    "article:published_time", "og:article:published_time", "datepublished", "article.published", "pubdate",
    "publish-date", "publication_date", "dc.date.issued", "dcterms.created", "dc.date", "date",
    "mediator_published_time",
)  # fmt: skip
_AUTHOR_METAS = ("author", "article:author", "dc.creator", "mediator_author")
_ISO = re.compile(r"((?:19|20)\d\d)-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::\d\d)?(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?)?")
_WRAPPED = re.compile(
    r"^(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|(?://|/\*)?(?<!\s)\s*+\]\]>\s*+(?:\*/)?)$"
)
_COMMA = re.compile(r",(\s*+[}\]])")  # after the last member: no JSON, but common
_BROKEN_TYPE = re.compile(r"\"@type\"\s*:\s*\[?\s*\"(?:\w*Article|\w*Posting)\"")
_BROKEN_DAY = re.compile(r"\"datePublished\"\s*:\s*\"([^\"]{8,40})\"")
_ONE_ZONE = date(2024, 3, 1)  # since then all of Kazakhstan is UTC+5; before, most of it was UTC+6
_DEPTH = 6  # JSON-LD nested deeper than this is not a description of a page
_LD_BYTES = 400_000


@dataclass(slots=True)
class Markup:
    """What was found; None where the page does not say."""

    title: str | None = None
    description: str | None = None
    published: date | None = None
    author: str | None = None
    outlet: str | None = None
    canonical_url: str | None = None
    headings: list[HtmlElement] = field(default_factory=list)  # every <h1>
    page_title: str | None = None  # <title>
    times: list[HtmlElement] = field(default_factory=list)  # every <time>


def read_markup(tree: HtmlElement, url: str) -> Markup:
    """One walk over the tree, a look at what it found; malformed JSON-LD is passed over."""
    metas: dict[str, str] = {}
    scripts: list[str] = []
    links: dict[str, str | None] = {}
    found = Markup()
    base = url
    for element in tree.iter("base", "meta", "link", "script", "time", "h1", "title"):
        tag = element.tag
        if tag == "meta":
            name = element.get("property") or element.get("name") or element.get("itemprop") or ""
            if (content := element.get("content")) and content.strip():
                metas.setdefault(name.lower(), clean(content))
        elif tag == "link":
            links.setdefault((element.get("rel") or "").lower(), element.get("href"))
        elif tag == "script":
            if "ld+json" in (element.get("type") or "") and element.text:
                scripts.append(element.text)
        elif tag == "base":
            base = absolute(element.get("href"), url) or base
        elif tag == "time":
            found.times.append(element)
        elif tag == "h1":
            found.headings.append(element)
        elif found.page_title is None:
            found.page_title = clean(element.text_content()) or None
    facts = _linked_data(scripts)
    _fill(found, facts, metas)
    found.canonical_url = absolute(links.get("canonical") or metas.get("og:url"), base)
    return found


def stamp_day(stamp: str) -> date | None:
    """The day of an ISO 8601 stamp in Kazakhstan: a stamp in UTC is moved to UTC+5 (UTC+6 before 2024-03-01).

    A stamp with another offset, or none, already has the day that its page prints.
    """
    match = _ISO.match(stamp.strip())
    if match is None:
        return None
    try:
        day = date(int(match[1]), int(match[2]), int(match[3]))
        if match[4] is None or match[6] not in ("Z", "+00:00", "+0000"):
            return day
        hours = 5 if day >= _ONE_ZONE else 6
        moment = datetime(day.year, day.month, day.day, int(match[4]), int(match[5]), tzinfo=UTC)
        return moment.astimezone(timezone(timedelta(hours=hours))).date()
    except ValueError:
        return None


def _fill(found: Markup, facts: Mapping[str, Any], metas: Mapping[str, str]) -> None:
    found.title = _text(facts.get("headline")) or metas.get("og:title") or metas.get("twitter:title")
    found.description = _text(facts.get("description")) or metas.get("og:description") or metas.get("description")
    found.published = stamp_day(_text(facts.get("datePublished")) or "") or next(
        (day for name in _DATE_METAS if (day := stamp_day(metas.get(name, "")))), None
    )
    found.author = a_name(facts.get("author")) or next(
        (metas[name] for name in _AUTHOR_METAS if _is_name(metas.get(name))), None
    )
    found.outlet = metas.get("og:site_name") or a_name(facts.get("publisher"))


def _linked_data(scripts: list[str]) -> Mapping[str, Any]:
    """The first object that describes an article; a WebPage only where there is no other."""
    candidates: list[tuple[bool, Mapping[str, Any]]] = []
    for script in scripts:
        parsed = _parsed(script) if len(script) <= _LD_BYTES else None
        candidates += [("webpage" in _type(node), node) for node in _nodes(parsed, 0) if _ARTICLE.search(_type(node))]
    candidates.sort(key=lambda pair: pair[0])
    return candidates[0][1] if candidates else {}


def _parsed(script: str) -> Any:
    """The data of a script; of one that is broken the day it was published, where it is an article's."""
    bare = _WRAPPED.sub("", script.strip()).strip()
    for attempt in (bare, _COMMA.sub(r"\1", bare)):
        try:
            return jsontext.parse(attempt, strict=False)
        except ValueError:
            continue
    if not _BROKEN_TYPE.search(bare) or (stated := _BROKEN_DAY.search(bare)) is None:
        return None
    return {"@type": "Article", "datePublished": stated[1]}


def _nodes(parsed: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth > _DEPTH:
        return
    if isinstance(parsed, list):
        for item in parsed:
            yield from _nodes(item, depth + 1)
    elif isinstance(parsed, dict):
        yield parsed
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _nodes(parsed.get(key), depth + 1)


def _type(node: Mapping[str, Any]) -> str:
    kind = node.get("@type", "")
    return " ".join(map(str, kind)).lower() if isinstance(kind, list) else str(kind).lower()


def _text(value: Any) -> str | None:
    return (clean(value) or None) if isinstance(value, str) else None


def a_name(value: Any) -> str | None:
    """A name of schema.org's Person or Organization, or the first of several."""
    if isinstance(value, list):
        return a_name(value[0]) if value else None
    name = _text(value.get("name")) if isinstance(value, dict) else _text(value)
    return name if _is_name(name) else None


def _is_name(value: str | None) -> bool:
    return bool(value) and "://" not in (value or "") and len(value or "") <= 120


def absolute(href: str | None, url: str) -> str | None:
    """An address as a page at `url` gives it, in full; None for one that is no page's."""
    if not href:
        return None
    try:
        absolute = urljoin(url, href.strip())
        return absolute if urlsplit(absolute).scheme in ("http", "https") and urlsplit(absolute).hostname else None
    except ValueError:
        return None
