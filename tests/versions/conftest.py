"""Versions of one page, read by the real extraction; what became of their numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from dalel import versions
from dalel.claims.finding import find_claims
from dalel.records import Document
from dalel.topics import load_topics

URL = "https://a.example/1"
DAY = datetime(2026, 11, 1, 9, tzinfo=UTC)


@dataclass(frozen=True)
class Seen:
    """One visit, as the archive tells it."""

    url: str
    at: datetime
    status: int
    capture_id: str | None


def page(number: int, title: str, text: str, language: str = "ru") -> Document:
    return Document(
        document_id=f"{number:016x}", url=URL, source="a", outlet="a.example", title=title, lead=None, text=text,
        published=None, published_basis="unknown", language=language, script="Cyrl", sha256=f"{number:064x}",
    )  # fmt: skip


def visit(shown: int | None, hours: float, status: int = 200) -> Seen:
    """One visit so many hours after the first; `shown` is the number of the version, None for no page."""
    return Seen(URL, DAY + timedelta(hours=hours), status, None if shown is None else f"{shown:016x}")


def compared(*pages: Document, visits: list[Seen] | None = None):
    """The changes between these pages, seen a day apart in this order."""
    topics = load_topics()
    claims = [claim for document in pages for claim in find_claims(document, topics)]
    seen = visits if visits is not None else [visit(number, 24 * number) for number in range(len(pages))]
    return versions.between(pages, claims, {URL: seen})


@pytest.fixture(name="page")
def _page():
    return page


@pytest.fixture(name="visit")
def _visit():
    return visit


@pytest.fixture(name="compared")
def _compared():
    return compared


@pytest.fixture
def changes():
    """Two texts of a page under one title -> what changed, as (kind, before, after)."""

    def told(before: str, after: str, titles: tuple[str, str] = ("Новости", "Новости"), language: str = "ru"):
        found = compared(page(0, titles[0], before, language), page(1, titles[1], after, language))
        return [(change.kind, change.earlier.quote, change.later.quote) for change in found]

    return told
