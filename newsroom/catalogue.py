"""Everything the newsroom serves, by host and target."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import parse_qsl

from newsroom import sites
from newsroom.hosts import Site, load_sites
from newsroom.pages import Page, load_pages
from newsroom.resources import Resource
from newsroom.sites import api


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All sites and their resources; the same for every start of the newsroom."""

    sites: dict[str, Site]
    resources: dict[tuple[str, str], Resource]

    def find(self, host: str, target: str) -> Resource | None:
        """The resource at `target`; parameters unknown to the site (utm_source) are passed over, as sites do."""
        host = host.lower()
        if exact := self.resources.get((host, target)):
            return exact
        path, _, query = target.partition("?")
        known = [
            other
            for (other_host, other) in self.resources
            if other_host == host and other.partition("?")[0] == path and _covers(query, other.partition("?")[2])
        ]
        return self.resources[host, max(known, key=len)] if known else None

    def payload(self, page: Page) -> tuple[str, Resource]:
        """Address and resource that hold the text of `page`: its own, or its JSON item on a single-page site."""
        site = self.sites[page.host]
        target = api.data_target(site, page) if site.kind == "api" else page.target
        return f"{site.root}{target}", self.resources[page.host, target]


def load_catalogue(pages: Iterable[Page] | None = None) -> Catalogue:
    """The catalogue of these pages (default: all 46); ValueError where two resources share an address."""
    hosts = load_sites(load_pages().values() if pages is None else pages)
    resources: dict[tuple[str, str], Resource] = {}
    for site in hosts.values():
        for resource in sites.resources(site):
            if (site.host, resource.target) in resources:
                raise ValueError(f"{site.host}{resource.target} is served twice")
            resources[site.host, resource.target] = resource
    return Catalogue(sites=hosts, resources=resources)


def _covers(query: str, wanted: str) -> bool:
    return not set(parse_qsl(wanted)) - set(parse_qsl(query))
