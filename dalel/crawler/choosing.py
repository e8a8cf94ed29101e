"""Which addresses a crawl asks for: a source's own articles, in the days asked for, each once, up to the limit."""

from __future__ import annotations

import re

from dalel.crawler import mementos, starting
from dalel.crawler.addresses import host_of, in_language, normalise
from dalel.crawler.found import Link
from dalel.crawler.job import Job


class Choice:
    """What has been asked for so far, and whether an address is to be asked for next. One for all sources of a job."""

    def __init__(self, job: Job) -> None:
        self._options = job.options
        self._sources = {source.id: source for source in job.sources}
        self._articles = {source.id: re.compile(source.article) for source in job.sources}
        self._seen: dict[str, set[int]] = {source.id: set() for source in job.sources}
        self._asked: dict[str, int] = dict.fromkeys(self._sources, 0)

    def is_home(self, source: str, url: str) -> bool:
        """Whether the address is on a host of the source."""
        host, archive = host_of(url), self._options.web_archive
        return starting.has_host(self._sources[source], host) or (archive is not None and host == host_of(archive))

    def home(self, url: str) -> str:
        """The first source with this address's host; the first of all where none has it."""
        return next((name for name in self._sources if self.is_home(name, url)), next(iter(self._sources)))

    def article(self, source: str, link: Link, base: str, language: str | None) -> str | None:
        """The address of a link that leads to one of the source's pages, in a language; None for all other links."""
        url = normalise(link.url, base)
        if url is None or not self.is_home(source, url) or not self._articles[source].search(mementos.original(url)):
            return None
        return in_language(url, language)

    def take(self, source: str, url: str, link: Link) -> bool:
        """Whether the page is asked for now: in time, within the limit and never before; it then counts as asked."""
        return self._in_time(link) and self.take_anew(source, url)

    def take_anew(self, source: str, url: str) -> bool:
        """The same for a page whose day is not known before it is read."""
        if not self.room(source) or not self.claim(source, url):
            return False
        self._asked[source] += 1
        return True

    def claim(self, source: str, url: str) -> bool:
        """Whether nobody has asked for this page before; from now on somebody has."""
        if hash(url) in self._seen[source]:
            return False
        self._seen[source].add(hash(url))
        return True

    def room(self, source: str) -> bool:
        """Whether the limit leaves room for another page of the source."""
        limit = self._options.limit
        return limit is None or self._asked[source] < limit

    def is_too_old(self, link: Link) -> bool:
        """Whether a listing says that what lies behind the link is from before the days asked for."""
        since = self._options.since
        return since is not None and link.dated is not None and link.dated < since

    def _in_time(self, link: Link) -> bool:
        until = self._options.until
        return not self.is_too_old(link) and (until is None or link.dated is None or link.dated <= until)
