"""What region a page is about, and the names in its fields that say where something is.

The page's own region is the one its title, lead or first sentences name; a dateline ("АСТАНА. КАЗИНФОРМ"), the office
of a district and the name of the outlet are no places of what happened.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from urllib.parse import urlsplit

from dalel import languages, regions
from dalel.claims.lexicon import Cue
from dalel.claims.page import Page, Passage, Sentence
from dalel.regions import COUNTRY, RegionMention
from dalel.regions.spelling import key, lower

DATELINE = re.compile(r"\s*(?:[.,]|[—–-]\s(?!\s*\d))")  # "Астана - 812 теңге" is a line of a list
UNNAMED = ("region", "districts", "district")  # words for a region or district without its name
MANY = 5  # regions that a survey of the country names
MAJORITY = 0.6
VENUE = 40  # characters beside a name in which a word of a meeting stands
LAW = 90  # characters before the name of the country in which the word for a law stands
OFFICE = 60  # characters before the name of a district in which the word for its office begins


@dataclass(frozen=True, slots=True)
class Scope:
    """A region and, where it is named, the place in it; and the words that told it."""

    region: str | None
    place: str | None = None
    named: bool = False  # the region itself is named, not only a place in it
    ground: Told | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """Where a scope was told: a passage with comparable offsets, or what is known of the page beside its words."""

    passage: Passage | None
    start: int
    end: int
    rule: str


NOWHERE = Scope(None)


def mentions(page: Page, reference: date | None) -> dict[str, list[RegionMention]]:
    """Field -> the names of regions and places in it, in order; a city is in the region of the day `reference`."""
    return {
        passage.field: [
            replace(one, code=regions.region_on(one.code, reference)) if one.place else one
            for one in _mentions(passage)
            if not _outlet(page, passage, one)
        ]
        for passage in page.passages
    }


def page_scope(page: Page, named: dict[str, list[RegionMention]]) -> Scope:
    """The region that the page is about: of its title, else its lead, else its first sentences, else of most of its
    names, else the country where the page speaks of it; NOWHERE where it tells none.
    """
    for passage in page.passages:
        opening = passage.field != "text"
        found = [one for one in named[passage.field] if opening or passage.sentence_at(one.start).number <= 1]
        codes = {one.code for one in found}
        country = next((cue for sentence in passage.sentences[:1] for cue in countrywide(passage, sentence)), None)
        if len(codes) == 1 and not _one_of_many(found[0].code, passage, named):
            told = _told(passage, found[0], "the opening names it")
            return Scope(found[0].code, _home_place(page, named, found[0].code), ground=told)
        if country is not None:
            return Scope(COUNTRY, ground=Told(passage, country.start, country.end, "the opening speaks of the country"))
        if len(codes) > 1:
            return _country_of(page)
    everything = [
        (passage, one) for passage in page.passages for one in named[passage.field] if not _aside(passage, one)
    ]
    codes_of = [one.code for _, one in everything]
    best = max(sorted(set(codes_of)), key=codes_of.count, default=None)
    if best is not None and codes_of.count(best) >= MAJORITY * len(codes_of):
        where, one = next(pair for pair in everything if pair[1].code == best)
        return Scope(best, ground=_told(where, one, "most names on the page are of it"))
    return _country_of(page)


def only_scope(page: Page, named: dict[str, list[RegionMention]]) -> Scope | None:
    """The one region that the page names at all; None where it names none or several."""
    found = [(passage, one) for passage in page.passages for one in named[passage.field]]
    if len({one.code for _, one in found}) != 1:
        return None
    passage, one = found[0]
    return Scope(one.code, ground=_told(passage, one, "the only region that the page names"))


def _aside(passage: Passage, one: RegionMention) -> bool:
    """Whether the name stands in a sentence that only recalls other news: "ранее сообщалось", "as reported earlier"."""
    sentence = passage.sentence_at(one.start)
    return listed_aside(passage.language).match(passage.low, sentence.low) is not None


@cache
def listed_aside(language: str) -> re.Pattern[str]:
    """Words with which a sentence recalls other news."""
    return re.compile(rf"[\W_]*(?:{'|'.join(_beginnings(language, 'recalled'))})")


def _told(passage: Passage, one: RegionMention, rule: str) -> Told:
    return Told(passage, one.start, one.end, rule)


def _country_of(page: Page) -> Scope:
    """The country, where the page speaks of it anywhere or an office of the country does; else where its host is, if
    that is abroad; else nowhere.
    """
    for passage in page.passages:
        for sentence in passage.sentences:
            for cue in countrywide(passage, sentence):
                return Scope(COUNTRY, ground=Told(passage, cue.start, cue.end, "the page speaks of the country"))
    local = any(cue.label in UNNAMED for cue in page.cues("places"))
    for passage in page.passages if not local else ():
        for cue in passage.cues:
            if cue.kind == "places" and cue.label == "national":
                return Scope(COUNTRY, ground=Told(passage, cue.start, cue.end, "an office of the whole country speaks"))
    host = urlsplit(page.document.url).hostname or ""
    abroad = regions.country_of_host(host)
    return Scope(abroad, ground=Told(None, 0, 0, f"its host {host}")) if abroad else NOWHERE


def _one_of_many(code: str, passage: Passage, named: dict[str, list[RegionMention]]) -> bool:
    """Whether a headline names one region of the many that the text goes through: then the page is about them all."""
    codes = [one.code for one in named.get("text", ())]
    return passage.field != "text" and len(set(codes)) >= MANY and codes.count(code) * 3 < len(codes)


def _home_place(page: Page, named: dict[str, list[RegionMention]], code: str) -> str | None:
    """The one district or city named in the opening of a page that names no other place there."""
    opening = [
        one
        for passage in page.passages
        for one in named[passage.field]
        if one.code == code and (passage.field != "text" or passage.sentence_at(one.start).paragraph == 0)
    ]
    if any(one.kind in ("region", "name") for one in opening):
        return None
    districts = {one.place for one in opening if one.kind == "district"}
    cities = {one.place for one in opening if one.kind == "city" and one.place}
    chosen = districts or cities
    return next(iter(chosen)) if len(chosen) == 1 else None


def _mentions(passage: Passage) -> list[RegionMention]:
    def small(offset: int) -> bool:
        return passage.text[passage.folded.original(offset)].islower()

    found = list(regions.mentions_in(passage.low, passage.language, small))
    found += regions.mentions_abroad(passage.low, passage.language == "en", small)
    found.sort(key=lambda one: one.start)
    kept = [one for one in found if one.code != COUNTRY]
    return [one for one in kept if not (_dateline(passage, one) or _office(passage, one) or _venue(passage, one))]


def _venue(passage: Passage, one: RegionMention) -> bool:
    """Whether a name only says where people met, or where a road leads: "told at a conference in Astana"."""
    sentence = passage.sentence_at(one.start)
    before = passage.low[max(sentence.low, one.start - VENUE) : one.start]
    after = passage.low[one.end : min(sentence.high, one.end + VENUE)]
    return listed_before(passage.language).search(before) is not None or (
        listed_after(passage.language).match(after) is not None
    )


@cache
def listed_before(language: str) -> re.Pattern[str]:
    """Words of meetings and roads right before a name."""
    words = "|".join(_beginnings(language, "before"))
    return re.compile(rf"(?<!\w)(?:{words})\w*\s+(?:\w+\s+){{0,2}}?(?:в|во|на|in|to|of)?\s*$")


@cache
def listed_after(language: str) -> re.Pattern[str]:
    """Words of meetings right behind a name."""
    words = "|".join(_beginnings(language, "after"))
    return re.compile(rf"\s+(?:{words})\w*")


def _beginnings(language: str, name: str) -> list[str]:
    spell = lower if language == "en" else key
    words = languages.load(language, "claims")["venues"][name]
    return [re.escape(spell(word)).replace(r"\ ", r"\s+") for word in words] or [r"(?!)"]


def _outlet(page: Page, passage: Passage, one: RegionMention) -> bool:
    """Whether a name stands in the name of the outlet: «Рудный Алтай» is no city."""
    name = regions.comparable(page.document.outlet, passage.language).text
    at = passage.low.find(name, max(0, one.start - len(name)), one.end + len(name)) if " " in name else -1
    return at >= 0 and at <= one.start and one.end <= at + len(name)


def _dateline(passage: Passage, one: RegionMention) -> bool:
    begins = not passage.low[: one.start].rpartition("\n")[2].strip()
    return begins and one.kind in ("city", "name") and DATELINE.match(passage.low, one.end) is not None


def _office(passage: Passage, one: RegionMention) -> bool:
    """The prosecutor of a district is no place of what happened."""
    if one.kind != "district":
        return False
    sentence = passage.sentence_at(one.start)
    return any(
        cue.label == "not_a_place" and (0 <= cue.start - one.end < 3 or 0 <= one.start - cue.end < 6)
        for cue in passage.cues_near(sentence, "places", one.start - OFFICE, one.end + 3)
    )


def countrywide(passage: Passage, sentence: Sentence) -> Sequence[Cue]:
    """The words of a sentence that speak of the whole country."""
    return passage.once(sentence, _country)


def unnamed(passage: Passage, sentence: Sentence) -> bool:
    """Whether it speaks of a region or district without its name: "в регионе", «аудан бойынша»."""
    return any(cue.label in UNNAMED for cue in passage.cues_in(sentence, "places"))


def _country(passage: Passage, sentence: Sentence) -> list[Cue]:
    places = passage.cues_in(sentence, "places")
    if any(cue.label == "region" for cue in places):
        return []  # "в регионе самая большая в стране сеть дорог" is said of the region
    cues = [cue for cue in places if cue.label == "country"]
    named = _spans(passage, sentence) if cues else []
    inside = [
        cue for cue in cues if any(start < cue.start and cue.end <= end for start, end in named)
    ]  # West Kazakhstan
    return [cue for cue in cues if cue not in inside and not _law(passage, sentence, cue)]


def _spans(passage: Passage, sentence: Sentence) -> list[tuple[int, int]]:
    words = passage.low[sentence.low : sentence.high]
    found = regions.mentions_in(words, passage.language, lambda _: False)
    return [(one.start + sentence.low, one.end + sentence.low) for one in found]


def _law(passage: Passage, sentence: Sentence, cue: Cue) -> bool:
    """Whether the country stands in the name of a law: "в соответствии с Законом Республики Казахстан"."""
    head = passage.low[max(sentence.low, cue.start - LAW) : cue.start]
    return re.search("|".join(_beginnings(passage.language, "laws")), head) is not None
