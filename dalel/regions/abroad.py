"""Other countries: where a text names one, or a city of one, as the place of what it tells; and whose a host is."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from dalel.regions.search import RegionMention
from dalel.regions.spelling import key, lower
from dalel.regions.trie import alternation

FILE = Path(__file__).with_name("abroad.toml")
INSIDE = re.compile(r"(?<!\w)(?:во?|на|по|in|across|throughout)\s+(?:\w+\s+)?$")  # "в Бишкеке", "in Tashkent"
LOCATIVE = re.compile(r"(?:де|да|те|та|деғы|дағы|дегы|ның|ның|дың|тың)$")  # Өзбекстанда, in the comparable spelling


@cache
def _table() -> dict[str, dict[str, Any]]:
    return tomllib.loads(FILE.read_text("utf-8"))


@cache
def _search(english: bool) -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    spell = lower if english else key
    words = {
        spell(word): (code, kind)
        for code, entry in _table().items()
        for kind in ("names", "cities")
        for word in entry[kind]
    }
    whole = {word[:-1] for word in words if word.endswith("_")}
    begin = {word for word in words if not word.endswith("_")}
    pattern = rf"(?<!\w)(?:(?P<whole>{alternation(whole)})(?!\w)|(?P<begin>{alternation(begin)})\w*)"
    return re.compile(pattern), words


def mentions_abroad(text: str, english: bool, small: Callable[[int], bool]) -> Iterator[RegionMention]:
    """Countries and cities abroad that a text in the comparable spelling names as a place ("в Бишкеке", "Өзбекстанда"),
    or begins a sentence with ("Uzbekistan will open"); code is ISO 3166-1. `small` as in `regions.mentions_in`.
    """
    pattern, words = _search(english)
    for match in pattern.finditer(text):
        if small(match.start()):
            continue
        found = match["whole"] + "_" if match["whole"] else match["begin"]
        code, kind = words[" ".join(found.split())]
        begins = match.start() == 0 or text[max(0, match.start() - 2) : match.start()].strip() in (
            "",
            ".",
            "\n",
            "«",
            '"',
        )
        placed = INSIDE.search(text, max(0, match.start() - 24), match.start()) or LOCATIVE.search(match[0])
        if placed or begins:
            yield RegionMention(match.start(), match.end(), code, None, "city" if kind == "cities" else "country")


@cache
def _currencies() -> dict[str, str]:
    from babel.core import get_global

    found: dict[str, set[str]] = {}
    for territory, listed in get_global("territory_currencies").items():
        for code, _, end, tender in listed:
            if end is None and tender:
                found.setdefault(code, set()).add(territory)
    return {code: next(iter(countries)) for code, countries in found.items() if len(countries) == 1}


def country_of_currency(code: str) -> str | None:
    """The one country whose legal tender a currency is (CLDR); None for none or several (EUR, USD)."""
    return _currencies().get(code)


@cache
def _hosts() -> dict[str, str]:
    return {entry["host"]: code for code, entry in _table().items() if "host" in entry}


def country_of_host(host: str) -> str | None:
    """The country of a host's domain, where it is another one than ours."""
    return _hosts().get(host.rpartition(".")[2].lower())
