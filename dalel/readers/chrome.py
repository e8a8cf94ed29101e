"""The phrases of page chrome in all languages: languages/*/page.toml, folded and compiled."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from dalel import dates, languages

CHROME = ("kk", "ru", "en")  # a Kazakh page has Russian chrome and the other way round: words of all serve all
_SETS = (
    "teaser",
    "tail",
    "form",
    "form_word",
    "if_seen",
    "mistake",
    "counter",
    "counter_weak",
    "share",
    "advert",
    "channel",
    "call",
    "call_first",
    "own",
    "offer",
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
    starts: Mapping[str, re.Pattern[str]]  # any phrase of a list, where a line begins
    heads: frozenset[str]  # first letters of every phrase that furniture begins with
    counter: frozenset[str]
    weak: frozenset[str]  # counters that an article's own lists count by as well
    roles: frozenset[str]
    channels: tuple[str, ...]
    call: re.Pattern[str]
    call_first: re.Pattern[str]  # a call that begins a sentence
    own: re.Pattern[str]  # the outlet's own channel: "нашем Telegram"
    emoji: re.Pattern[str]
    beside_date: re.Pattern[str]  # labels and weekdays that a date line may hold besides its date
    inline_teaser: re.Pattern[str]  # a teaser that begins within a paragraph, after a sentence


HEAD = 3  # letters by which most lines are known to begin with no phrase of chrome
_BEGINNINGS = ("teaser", "tail", "form", "form_word", "if_seen", "share", "advert", "promo", "photo", "source_label")


@lru_cache(maxsize=1)
def words() -> Words:
    """The words of languages/*/page.toml."""
    files = [languages.load(language, "page") for language in CHROME]
    phrases = {
        name: tuple(sorted({folded(w) for file in files for w in file[name]}, key=lambda w: (-len(w), w)))
        for name in _SETS
    }
    labels = (*phrases["date_label"], *dates.weekday_words())
    return Words(
        phrases=phrases,
        starts={name: re.compile(rf"{_any(phrases[name])}(?!\w)") for name in _SETS},
        heads=frozenset(phrase[:HEAD] for name in _BEGINNINGS for phrase in phrases[name]),
        counter=frozenset(phrases["counter"]),
        weak=frozenset(phrases["counter_weak"]),
        roles=frozenset(phrases["roles"]),
        channels=phrases["channel"],
        call=re.compile(rf"(?<!\w){_any(phrases['call'])}(?!\w)"),
        call_first=re.compile(rf"(?:^|[.!?:;,–—-]\s*|\bplease\s){_any(phrases['call_first'])}(?!\w)"),
        own=re.compile(_own_channel(phrases["own"], phrases["offer"], phrases["channel"])),
        emoji=re.compile(_any(tuple(files[-1]["emoji"]))),
        beside_date=re.compile(rf"(?<!\w){_any(labels)}(?!\w)"),
        inline_teaser=re.compile(rf"[.!?…»\"”)]\s+(?={_any(phrases['teaser'])}\s*:)"),
    )


def folded(text: str) -> str:
    """Lower case, "ё" as "е"."""
    return text.lower().replace("ё", "е")


def _own_channel(own: tuple[str, ...], offers: tuple[str, ...], channels: tuple[str, ...]) -> str:
    """Own and channel side by side, with at most a word between them, or a channel named with its owner; or a line
    that is nothing but own, what is offered and, up to three words on, the channel: "наши новости теперь в WhatsApp!".
    """
    owned = tuple(name for name in channels if name.startswith(own) and " " in name)
    near = rf"(?<!\w){_any(own)}\W+(?:\w+\W+)?{_any(channels)}"
    line = rf"^{_any(own)}\s+{_any(offers)}\w*\s+(?:\w+\s+){{0,3}}{_any(channels)}[\w-]*\W*$"
    return rf"{near}|{_any(channels)}[\w-]*\W{{0,2}}\s*{_any(own)}(?!\w)|{_any(owned)}|{line}"


def _any(phrases: tuple[str, ...]) -> str:
    return "(?:" + "|".join(map(re.escape, phrases)) + ")"
