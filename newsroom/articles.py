"""A page as its site shows it: printed date, date for machines, inline teaser, addresses of the related headlines."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from newsroom.hosts import Site
from newsroom.pages import Page, Related

TIME = re.compile(r"\b(\d{2}:\d{2})(:\d{2})?\b")
ONE_ZONE = date(2024, 3, 1)  # since then all of Kazakhstan is UTC+5; before, the east and Astana were UTC+6
TEASER_AFTER = 1  # index of the paragraph


@dataclass(frozen=True, slots=True)
class Article:
    """What a template needs to know of one page."""

    site: Site
    page: Page

    @property
    def machine_date(self) -> str | None:
        """ISO 8601, only where the page prints a date: markup says nothing that the page does not show."""
        page = self.page
        if page.published is None or page.published_text is None:
            return None
        if not (time := TIME.search(page.published_text)):
            return page.published.isoformat()
        zone = "+05:00" if page.published >= ONE_ZONE else "+06:00"
        return f"{page.published.isoformat()}T{time[1]}{time[2] or ':00'}{zone}"

    @property
    def declared_language(self) -> str:
        return self.site.declares or self.page.language

    @property
    def direction(self) -> str:
        return "rtl" if self.page.script == "Arab" else "ltr"

    @property
    def summary(self) -> str | None:
        """What stands between title and text: the lead, on some hosts the first paragraph once more."""
        return self.page.lead or (self.page.paragraphs[0] if self.site.repeats else None)

    @property
    def teaser(self) -> Related | None:
        """The first related headline with a digit, shown between two paragraphs; None for short pages."""
        if len(self.page.paragraphs) < TEASER_AFTER + 3:
            return None
        return next((related for related in self.page.furniture.related if re.search(r"\d", related.title)), None)

    @property
    def teaser_after(self) -> int:
        return TEASER_AFTER

    def address(self, related: Related) -> str:
        """Where a related headline leads: an address of the site that was not retold."""
        return f"/{self.page.section}/{hashlib.sha256(related.title.encode()).hexdigest()[:10]}"

    @property
    def json_ld(self) -> dict[str, Any]:
        """schema.org NewsArticle, without a date where the page prints none."""
        page = self.page
        facts: dict[str, Any] = {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": page.title,
            "inLanguage": page.language,
            "mainEntityOfPage": page.url,
            "publisher": {"@type": "Organization", "name": self.site.name, "url": self.site.root},
        }
        if self.machine_date:
            facts["datePublished"] = self.machine_date
        if page.author:
            facts["author"] = {"@type": "Person", "name": page.author}
        return facts
