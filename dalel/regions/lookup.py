"""A name as a person types it -> the region: any spelling, code or abbreviation, and nothing approximate."""

from __future__ import annotations

from functools import cache

from dalel.errors import UnknownName
from dalel.regions.declared import COUNTRY, Region, load_places, load_regions
from dalel.regions.spelling import key, lower
from dalel.transliteration import fold

WORDS = ("область", "облысы", "қаласы", "город", "region", "city", "oblysy", "qalasy")


def find_region(name: str) -> Region:
    """The region of this code, name in any spelling, or abbreviation; UnknownName with the nearest otherwise."""
    wanted = " ".join(name.split())
    for spelled in (lower(wanted), _key(wanted)):
        if spelled in _names():
            return load_regions()[_names()[spelled]]
    aliases = {spelled: code for spelled, code in _names().items() if not spelled.startswith("kz")}
    raise UnknownName("region", name, load_regions(), aliases)


@cache
def _names() -> dict[str, str]:
    found: dict[str, str] = {}
    for code, region in load_regions().items():
        found[lower(code)] = code
        if region.old:
            found.setdefault(lower(f"KZ-{region.old}"), code)
        written = [*region.names.values(), *(word for words in region.bare.values() for word in words)]
        adjectives = [f"{stem}ая{noun}" for stem in region.stems.get("ru", ()) for noun in ("", " область")]
        inland = [f"область {word}" for word in region.inland]
        for word in [
            *written,
            *adjectives,
            *inland,
            *(stem for stem in region.stems.get("en", ()) if not _is_city(stem)),
        ]:
            for spelled in (lower(word), _key(word)):
                found.setdefault(spelled, code)
    _short_names(found)
    return found


def _short_names(found: dict[str, str]) -> None:
    """Names without "region" or "city", where no other region has them: "Павлодар", but "Алматы" is the city."""
    cities_first = sorted(load_regions().values(), key=lambda region: (not region.city, region.code))
    for region in cities_first:
        for spelling, name in region.names.items():
            short = " ".join(
                word for word in name.split() if lower(word) not in WORDS and _key(word) not in map(_key, WORDS)
            )
            for spelled in (lower(short), _key(short)):
                if spelling != "ru" or region.city or "обл" not in lower(name):
                    found.setdefault(spelled, region.code)
    for place in load_places():
        if place.kind == "name":
            for word in place.words:
                found.setdefault(_key(word), place.region)
                found.setdefault(lower(word), place.region)


def _is_city(stem: str) -> bool:
    return any(
        stem in (lower(word) for word in region.bare.get("en", ())) for region in load_regions().values() if region.city
    )


def _key(word: str) -> str:
    return key(fold(word).text)


__all__ = ["COUNTRY", "find_region"]
