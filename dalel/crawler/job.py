"""What the crawling process is given, and the events it tells its parent."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dalel.crawler.reports import CollectOptions
from dalel.settings import Settings
from dalel.sources import Source


@dataclass(frozen=True, kw_only=True, slots=True)
class Job:
    """One crawl."""

    raw: Path
    sources: tuple[Source, ...]
    options: CollectOptions
    settings: Settings

    @property
    def user_agent(self) -> str:
        """How we introduce ourselves; on reserved and loopback hosts the contact may be missing."""
        return self.settings.user_agent.replace("{contact}", self.settings.contact or "no contact given")
