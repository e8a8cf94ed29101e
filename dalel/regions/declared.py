"""regions.toml and places.toml -> what they say, checked; a mistake names file and field."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from dalel.errors import DuplicateDeclaration, MalformedDeclaration

FOLDER = Path(__file__).resolve().parent
COUNTRY = "KZ"
SPELLINGS = ("kk", "ru", "en", "kk-Latn-2018", "kk-Latn-2021", "kk-Arab")
FIELDS = {"names", "old", "bare", "stems", "inland", "adjective", "common", "city", "since", "from", "borders"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Region:
    """A first-level unit, or the country: code, official names, and how it is named in running text."""

    code: str  # ISO 3166-2, "KZ" for the country
    names: Mapping[str, str]  # by spelling: kk, ru, en, kk-Latn-2018, kk-Latn-2021, kk-Arab
    old: str = ""  # the letters of its ISO code before 2021
    city: bool = False  # a city of republican significance
    since: date | None = None  # the day it came to be in its present form; None: older than any page
    carved_from: str | None = None
    borders: tuple[date, ...] = ()  # days on which its borders changed
    bare: Mapping[str, tuple[str, ...]]  # words that mean it without "region", by language
    stems: Mapping[str, tuple[str, ...]]  # the name before "облысы", "region"; the Russian adjective without its ending
    inland: tuple[str, ...] = ()  # the name after "область"
    adjective: tuple[str, ...] = ()  # of a city: "шымкентск"
    common: tuple[str, ...] = ()  # bare words written without a capital letter: "столица"

    def name(self, language: str) -> str:
        """Its official name in kk, ru or en."""
        return self.names[language]


@dataclass(frozen=True, slots=True)
class Place:
    """A city or district: the name dalel prints, the words for it, and the region it lies in today."""

    name: str
    region: str
    kind: str  # city | district | name (as its region is called too)
    words: tuple[str, ...]


@cache
def load_regions() -> dict[str, Region]:
    """All regions by code, the country first; MalformedDeclaration names the field that is wrong."""
    declared = _toml("regions.toml")
    return {code: _region(code, declared[code]) for code in sorted(declared)}


@cache
def load_places() -> tuple[Place, ...]:
    """All cities and districts; MalformedDeclaration or DuplicateDeclaration names the one that is wrong."""
    declared = _toml("places.toml")
    places = [Place(row[0], code, "name", tuple(row)) for code, row in declared["named_like_region"].items()]
    for table, kind in (("cities", "city"), ("districts", "district")):
        for code, rows in declared[table].items():
            places += [Place(row[0], code, kind, tuple(row if kind == "city" else row[1:])) for row in rows]
    seen = set()
    for place in places:
        if place.region not in load_regions():
            raise MalformedDeclaration(
                f"regions/places.toml: {place.name!r} lies in {place.region!r}, which regions.toml lacks"
            )
        if (place.name, place.region, place.kind) in seen:
            raise DuplicateDeclaration(
                f"regions/places.toml declares the {place.kind} {place.name!r} of {place.region} twice"
            )
        seen.add((place.name, place.region, place.kind))
    return tuple(places)


@cache
@cache
def moved() -> dict[str, tuple[date, str]]:
    """Regions whose places belonged to another until a day: code -> (that day, the other code)."""
    return {code: (entry["until"], entry["to"]) for code, entry in _toml("places.toml")["moved"].items()}


def borders(code: str, on: date | None) -> date | None:
    """The day the borders took effect in which `code` is meant on day `on`; None where they never changed.

    A region of one border day only can mean no other; of several, an unknown day settles none. Another country has
    none here.
    """
    days = load_regions()[code].borders if code in load_regions() else ()
    if on is None:
        return days[0] if len(days) == 1 else None
    return max((day for day in days if day <= on), default=None)


def region_on(code: str, on: date | None) -> str:
    """The region that a place now in `code` belonged to on day `on` (today's where `on` is None)."""
    until, to = moved().get(code, (None, code))
    return to if on is not None and until is not None and on < until else code


def centre(code: str) -> str | None:
    """The administrative centre of a region as dalel prints it; None for cities and the country."""
    return _centres().get(code)


@cache
def _centres() -> dict[str, str]:
    return dict(_toml("places.toml")["centres"])


def _region(code: str, entry: Mapping[str, Any]) -> Region:
    def complain(field: str, wrong: str) -> MalformedDeclaration:
        return MalformedDeclaration(f"regions/regions.toml: {code}.{field} {wrong}")

    for field in sorted(set(entry) - FIELDS):
        raise complain(field, f"is not known; use {', '.join(sorted(FIELDS))}")
    names = entry.get("names", {})
    for spelling in SPELLINGS:
        if not names.get(spelling):
            raise complain(f"names.{spelling}", "is missing")
    for day in [*entry.get("borders", []), *([entry["since"]] if "since" in entry else [])]:
        if not isinstance(day, date):
            raise complain("borders", f"has {day!r}; write a day as 2022-06-08")
    return Region(
        code=code,
        names=names,
        old=entry.get("old", ""),
        city=entry.get("city", False),
        since=entry.get("since"),
        carved_from=entry.get("from"),
        borders=tuple(sorted(entry.get("borders", []))),
        bare={language: tuple(words) for language, words in entry.get("bare", {}).items()},
        stems={language: tuple(words) for language, words in entry.get("stems", {}).items()},
        inland=tuple(entry.get("inland", [])),
        adjective=tuple(entry.get("adjective", [])),
        common=tuple(entry.get("common", [])),
    )


def _toml(name: str) -> dict[str, Any]:
    try:
        return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise MalformedDeclaration(f"regions/{name} is not valid TOML in UTF-8: {fault}") from fault
