"""Pages of the newsroom itself: what is served here, and what is not."""

from __future__ import annotations

from newsroom.catalogue import Catalogue
from newsroom.hosts import WORDS, Site
from newsroom.rendering import ENVIRONMENT
from newsroom.resources import Resource, markup


def front_page(catalogue: Catalogue) -> Resource:
    """All hosts and their pages, for a person who opens the port in a browser without setting the proxy."""
    return markup("/", ENVIRONMENT.get_template("front.html").render(sites=catalogue.sites.values()))


def missing_page(target: str, site: Site | None) -> Resource:
    """What stands where nothing is served, in the site's language (English where there is no such site)."""
    words = site.words if site else WORDS["en"]
    return markup(target, ENVIRONMENT.get_template("missing.html").render(words=words, site=site))
