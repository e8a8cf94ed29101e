"""Which regions a page is about, for telling an edition of one release from the next region's."""

from __future__ import annotations

from functools import lru_cache

from dalel import regions
from dalel.records import Document


@lru_cache(maxsize=8192)
def regions_of(document: Document) -> frozenset[str]:
    """Codes of all regions that title and text name."""
    return _named(document.title or "", document.language) | _named(document.text, document.language)


@lru_cache(maxsize=8192)
def heading_regions(document: Document) -> frozenset[str]:
    """Codes of the regions that the title names, or where it names none, the first paragraph."""
    named = _named(document.title or "", document.language)
    return named or _named(document.text.partition("\n")[0], document.language)


def one_region(a: Document, b: Document) -> bool:
    """True where both name a common region, or one of them names none."""
    here, there = regions_of(a), regions_of(b)
    return not here or not there or bool(here & there)


@lru_cache(maxsize=8192)
def _named(text: str, language: str) -> frozenset[str]:
    return frozenset(found.code for found in regions.mentions(text, language) if found.code != "KZ")
