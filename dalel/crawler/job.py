"""What the crawling process is given, and the events it tells its parent."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from dalel.crawler.addresses import host_of
from dalel.crawler.reports import CollectOptions
from dalel.crawler.starting import has_host
from dalel.settings import Settings
from dalel.sources import Source


@dataclass(frozen=True, kw_only=True, slots=True)
class Job:
    """One crawl."""

    raw: Path
    sources: tuple[Source, ...]
    options: CollectOptions
    settings: Settings

    def authorisation(self, url: str) -> str | None:
        """What a request is authorised with: the secret of the source on whose host it is, where there is one."""
        names = [source.secret for source in self.sources if source.secret and has_host(source, host_of(url))]
        token = os.environ.get(names[0]) if names else None
        return f"Bearer {token}" if token else None

    @property
    def user_agent(self) -> str:
        """How we introduce ourselves; on reserved and loopback hosts the contact may be missing."""
        return self.settings.user_agent.replace("{contact}", self.settings.contact or "no contact given")
