"""Where a crawl may not go, whoever sends it there: private addresses, other sites, other schemes."""

from __future__ import annotations

from typing import Any

from scrapy.http import Request
from scrapy.resolver import CachingThreadedResolver
from twisted.internet.defer import Deferred

from dalel.crawler.addresses import host_of, is_loopback, is_private, normalise
from dalel.crawler.outcomes import AlreadyKnown, PrivateAddress, Refusal, private_names

LOOPBACK = "DALEL_ALLOW_LOOPBACK"  # Scrapy setting: names of servers of one's own
PROXY = "DALEL_PROXY_HOST"  # Scrapy setting: the proxy that a person named may be anywhere


class Guard:
    """Looks at every request, also those that redirects and robots.txt make, before it is made."""

    def __init__(self, crawler: Any) -> None:
        self._crawler = crawler
        self._loopback: bool = crawler.settings.getbool(LOOPBACK)

    @classmethod
    def from_crawler(cls, crawler: Any) -> Guard:
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        host = host_of(request.url)
        if not request.url.startswith(("http://", "https://")) or not host:
            raise Refusal(f"{request.url[:100]} is no web address")
        if reason := self._crawler.spider.closed_hosts.get(host):
            raise Refusal(reason)
        if is_loopback(host) and not self._loopback:
            raise PrivateAddress(f"{host} is this machine itself; `allow_loopback` in dalel.toml would permit it")
        if is_private(host) and not is_loopback(host):
            raise PrivateAddress(f"{host} is an address of a private network")
        if request.meta.get("redirect_urls") and (source := request.meta.get("source")):
            self._check_redirect(request, source)

    def _check_redirect(self, request: Request, source: str) -> None:
        if not self._crawler.spider.choice.is_home(source, request.url):
            raise Refusal(f"it redirects to {host_of(request.url)}, which is no host of {source}")
        url = normalise(request.url)
        in_circle = url in map(normalise, request.meta["redirect_urls"])
        if (
            request.meta["role"] in ("page", "rows")
            and url
            and not in_circle
            and not self._crawler.spider.choice.claim(source, url)
        ):
            raise AlreadyKnown(f"it redirects to {url}, which is fetched by itself")


class GuardedResolver(CachingThreadedResolver):
    """Names whose address is private are not resolved: a public name must not lead into a private network.

    Twisted connects to the very address that is returned here, so that a name cannot turn private between the look and
    the step (DNS rebinding). Names lead to IPv4 addresses only, as Scrapy's own resolver has it.
    """

    def __init__(self, reactor: Any, cache_size: int, timeout: float) -> None:
        super().__init__(reactor, cache_size, timeout)
        self._loopback, self._proxy = False, ""

    @classmethod
    def from_crawler(cls, crawler: Any, reactor: Any) -> GuardedResolver:
        made = super().from_crawler(crawler, reactor)
        made._loopback = crawler.settings.getbool(LOOPBACK)
        made._proxy = crawler.settings.get(PROXY) or ""
        return made

    def getHostByName(self, name: str, timeout: Any = ()) -> Deferred[str]:  # noqa: N802 - Twisted's name
        found = super().getHostByName(name, timeout)
        return found.addCallback(self._public, name)

    def _public(self, address: str, name: str) -> str:
        if name != self._proxy and is_private(address) and not (self._loopback and is_loopback(address)):
            private_names[name] = address
            raise PrivateAddress(f"{name} has the private address {address}")
        return address
