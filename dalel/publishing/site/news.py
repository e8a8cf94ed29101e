"""The page of what is new since the last watch, and before it: by region and topic, failing sources first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dalel.publishing import digest, names
from dalel.publishing.digest import phrase
from dalel.publishing.site.edition import Edition, provinces
from dalel.publishing.site.feeds import address, chosen
from dalel.publishing.site.front import said_of
from dalel.publishing.wording import when
from dalel.records.news import News, Watch
from dalel.regions import COUNTRY

MOST = 300  # pieces of news on the page; older ones are in the file of the watches, and the latest in the feeds


def context(edition: Edition, language: str) -> dict[str, Any]:
    """What the template of the page is given."""
    noted = edition.watched
    last = noted.last
    told = [one for one in noted.news if one.kind in digest.KINDS]
    shown = told[-MOST:]
    latest = [one for one in shown if last is not None and one.watch == last.number]
    counts = ", ".join(digest.counts(latest, language))
    return {
        "title": phrase("title_found", language, counts=counts) if counts else phrase("title", language),
        "description": said_of(language, "description", about=said_of(language, "about_all")),
        "lead": _lead(edition, last, language),
        "failing": noted.of(last.number).failing if last else [],
        "gone": [digest.page(one, language) for one in reversed(noted.pages[-MOST:])],
        "watches": _watches(edition, shown, language),
        "left": len(told) - len(shown),
        "feeds": _feeds(edition, language) if last else [],
        "news_feed": address(COUNTRY, "", language) if last else "",
    }


def _lead(edition: Edition, last: Watch | None, language: str) -> str:
    if last is None:
        return phrase("never", language)
    name = "lead_first" if last.number == 1 else "lead"
    return phrase(name, language, day=when(last.until.date().isoformat(), language), claims=str(last.claims))


def _watches(edition: Edition, shown: Sequence[News], language: str) -> list[dict[str, Any]]:
    """The watches that found something, latest first; what our own reading changed stands apart."""
    days = {watch.number: watch.until.date().isoformat() for watch in edition.watched.watches}
    found = []
    for number in sorted({one.watch for one in shown}, reverse=True):
        news = [one for one in shown if one.watch == number]
        title = phrase("watched", language, number=str(number), day=when(days.get(number), language))
        groups = [
            digest.groups((one for one in news if one.cause == cause), language, edition.claims)
            for cause in ("page", "reading")
        ]
        found.append({"number": number, "title": title, "page": groups[0], "reading": groups[1]})
    return found


def _feeds(edition: Edition, language: str) -> list[dict[str, Any]]:
    """The feed of everything, then those of regions and of topics, each with what it is of."""
    pairs = chosen(edition)
    whole = [{"name": phrase("feed_all", language), "address": address(COUNTRY, "", language), "parts": []}]
    regions = [
        {
            "name": names.region(code, language),
            "address": address(code, "", language),
            "parts": [
                {"name": names.indicator(topic, language), "address": address(code, topic, language)}
                for region, topic in pairs
                if region == code and topic
            ],
        }
        for code in provinces()
        if (code, "") in pairs
    ]
    topics = [
        {"name": names.indicator(topic, language), "address": address(COUNTRY, topic, language), "parts": []}
        for region, topic in pairs
        if region == COUNTRY and topic
    ]
    return [*whole, *topics, *regions]
