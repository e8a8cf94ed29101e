"""What a feed, sitemap, listing or API answer leads to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Link:
    """An address, and the day the page is dated there."""

    url: str
    dated: date | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The links of one answer; `trouble` says what was wrong with it, where something was."""

    pages: tuple[Link, ...] = ()
    more: tuple[Link, ...] = ()  # further sitemaps, the next page of a listing
    trouble: str | None = None
    rows: int = 0  # items of a JSON answer, whether they name pages or not
