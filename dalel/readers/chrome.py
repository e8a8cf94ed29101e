"""The phrases of page chrome in all languages: languages/*/page.toml, folded and compiled."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from dalel import languages

CHROME = ("kk", "ru", "en")  # a Kazakh page has Russian chrome and the other way round: words of all serve all
_SETS = (
    "teaser",
    "tail",
    "form",
    "counter",
    "share",
    "advert",
    "channel",
    "call",
    "own",
    "promo",
    "photo",
    "roles",
    "date_label",
    "source_label",
)


@dataclass(frozen=True, slots=True)
class Words:
    """Phrases of page chrome in all languages, folded by `folded`."""

    phrases: Mapping[str, tuple[str, ...]]
    starts: Mapping[str, re.Pattern[str]]
    counter: frozenset[str]
    channel: re.Pattern[str]
    call: re.Pattern[str]
    own: re.Pattern[str]


@lru_cache(maxsize=1)
def words() -> Words:
    """The words of languages/*/page.toml."""
    files = [languages.load(language, "page") for language in CHROME]
    phrases = {
        name: tuple(sorted({folded(w) for file in files for w in file[name]}, key=lambda w: (-len(w), w)))
        for name in _SETS
    }
    return Words(
        phrases=phrases,
        starts={name: re.compile(rf"{_any(phrases[name])}(?!\w)") for name in _SETS},
        counter=frozenset(phrases["counter"]),
        channel=re.compile(rf"(?<!\w){_any(phrases['channel'])}"),
        call=re.compile(rf"(?<!\w){_any(phrases['call'])}(?!\w)"),
        own=re.compile(rf"(?<!\w){_any(phrases['own'])}(?!\w)"),
    )


def folded(text: str) -> str:
    return text.lower().replace("ё", "е")


def _any(phrases: tuple[str, ...]) -> str:
    return "(?:" + "|".join(map(re.escape, phrases)) + ")"
