"""What is new as Atom (RFC 4287): one feed for everything, one a region, one a topic, one a region and topic.

No clock: an entry is dated by the capture that told it, and its id is the watch, the kind and the claim, under the
digest of the first watch of the home, so that feeds of two homes never share one.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.etree import ElementTree

from dalel import paths
from dalel.characters import harmless
from dalel.publishing import digest, names
from dalel.publishing.digest import phrase
from dalel.publishing.site.edition import Edition
from dalel.publishing.wording import label
from dalel.records.news import News
from dalel.regions import COUNTRY

FOLDER = "feeds"
MOST = 200  # entries of a feed, the latest
_ATOM = "http://www.w3.org/2005/Atom"
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_UNFIT = re.compile(r"[\s<>\"{}|\\^`]|[^\x21-\x7e\xa0-\ud7ff\uf900-\ufffd]")  # RFC 3987, of the plane of most letters
_TIME = "%Y-%m-%dT%H:%M:%SZ"


def address(region: str, topic: str, language: str) -> str:
    """Where a feed lies in the report: feeds/KZ-43.cameras.en.xml."""
    parts = [paths.slug(part) for part in (region, topic) if part]
    return f"{FOLDER}/{'.'.join(parts)}.{language}.xml"


def chosen(edition: Edition) -> list[tuple[str, str]]:
    """Region and topic ("": all of them) of every feed: of whatever there are numbers or news about."""
    told = [(row["region"], row["topic"]) for row in edition.known.values()]
    told += [(one.region, one.topic) for one in edition.watched.news]
    found = {(COUNTRY, "")}
    known = set(names.region_order())
    for region, named in told:
        code = region if region in known else COUNTRY
        topic = named if named and paths.SLUG.fullmatch(named) else ""
        found |= {(code, ""), (code, topic), (COUNTRY, topic)}
    return sorted(found)


def feed(edition: Edition, region: str, topic: str, language: str) -> bytes:
    """One feed, latest entries first; of the country everything about its parts, what no page places, and failures."""
    root = _head(edition, region, topic, language)
    entries = sorted(_entries(edition, region, topic, language), key=lambda one: (one.at, one.name), reverse=True)
    last = edition.watched.last
    updated = entries[0].at if entries else last.until if last else datetime(1970, 1, 1, tzinfo=UTC)
    _element(root, "updated", updated.strftime(_TIME))
    sample = label("sample_keyword", language).upper()
    for one in entries[:MOST]:
        entry = _element(root, "entry")
        _element(entry, "id", f"{_home(edition)}:{one.name}")
        _element(entry, "title", f"{sample} · {one.title}" if edition.evidence.sample else one.title)
        _element(entry, "updated", one.at.strftime(_TIME))
        _element(entry, "link", rel="alternate", href=_reference(one.link, language))
        _element(entry, "content", one.told, type="text")
    written = io.BytesIO()
    ElementTree.ElementTree(root).write(written, encoding="utf-8", xml_declaration=True)
    return written.getvalue() + b"\n"


@dataclass(frozen=True, kw_only=True, slots=True)
class _Entry:
    at: datetime
    name: str  # the end of its id
    title: str
    told: str
    link: str


def _head(edition: Edition, region: str, topic: str, language: str) -> ElementTree.Element:
    """The feed without its entries and the time of the latest."""
    of = [names.region(region, language), *([names.indicator(topic, language)] if topic else [])]
    root = ElementTree.Element("feed", {"xmlns": _ATOM, "xml:lang": language})
    _element(root, "id", f"{_home(edition)}:new:{region}:{topic or 'all'}:{language}")
    _element(root, "title", phrase("feed_title", language, name=". ".join(of)))
    _element(root, "link", rel="self", href=address(region, topic, language).rpartition("/")[2])
    _element(root, "link", rel="alternate", type="text/html", href=f"../new.{language}.html")
    _element(_element(root, "author"), "name", "dalel")
    return root


def _home(edition: Edition) -> str:
    return f"urn:dalel:{edition.watched.root[:16]}"


def _entries(edition: Edition, region: str, topic: str, language: str) -> Iterator[_Entry]:
    told = [one for one in edition.watched.news if one.kind in digest.KINDS and _about(one, region, topic)]
    for group in digest.groups(told[-MOST:], language, edition.claims):
        for item in group.items:
            one = item.news
            yield _Entry(
                at=one.at,
                name=f"{one.watch}:{one.kind}:{one.claim_id}",
                title=f"{item.kind}. {group.name}",
                told=f"{item.sentence}. {item.by}",
                link=f"../passports/{one.claim_id}.{language}.html" if one.claim_id in edition.claims else one.url,
            )
    if (region, topic) == (COUNTRY, ""):
        yield from _others(edition, language)


def _others(edition: Edition, language: str) -> Iterator[_Entry]:
    """Pages gone and back, and sources that failed; of both the lines are only added to, so that numbers stay."""
    noted = edition.watched
    until = {watch.number: watch.until for watch in noted.watches}
    for number, page in enumerate(noted.pages):
        told, name = digest.page(page, language), f"{page.watch}:{page.kind}:{number}"
        yield _Entry(at=page.at, name=name, title=phrase("pages", language), told=told, link=page.url)
    for number, one in enumerate(noted.failing):
        if one.watch in until:
            yield _Entry(
                at=until[one.watch],
                name=f"{one.watch}:failing:{number}",
                title=phrase("failing", language),
                told=phrase("failing_row", language, source=one.source, reason=one.reason),
                link=f"../new.{language}.html",
            )


def _about(one: News, region: str, topic: str) -> bool:
    here = region == COUNTRY or one.region == region
    return here and topic in ("", one.topic)


def _reference(link: str, language: str) -> str:
    """The address where it can be that of a link; else the page of what is new stands for it."""
    fits = link.startswith(("http://", "https://", "../")) and not _UNFIT.search(link)
    return link if fits else f"../new.{language}.html"


def _element(parent: ElementTree.Element, name: str, text: str | None = None, **attributes: str) -> ElementTree.Element:
    """An element in another one; words of others are made harmless, for XML 1.0 holds no control characters."""
    made = ElementTree.SubElement(parent, name, attributes)
    if text is not None:
        made.text = _NO_XML.sub("\N{REPLACEMENT CHARACTER}", harmless(str(text)))
    return made
