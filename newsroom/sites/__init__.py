"""The kinds of site: one module each, found by folder. A module's `resources(site)` yields all that a site serves."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

from newsroom.hosts import Site
from newsroom.resources import Resource


def kinds() -> tuple[str, ...]:
    """Names of the kinds, sorted."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def resources(site: Site) -> Iterator[Resource]:
    """All that this site serves; ValueError for a kind without a module."""
    if site.kind not in kinds():
        raise ValueError(f"{site.host}: unknown kind of site {site.kind!r}; known: {', '.join(kinds())}")
    yield from importlib.import_module(f"{__name__}.{site.kind}").resources(site)
