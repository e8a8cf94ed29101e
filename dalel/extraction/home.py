"""What region a page is about, and the names in its fields that say where something is.

The page's own region is the one its title, lead or first sentences name; a dateline ("АСТАНА. КАЗИНФОРМ"), the office
of a district and the name of the outlet are no places of what happened.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from dalel import regions
from dalel.extraction.page import Page, Passage, Sentence
from dalel.regions import COUNTRY, RegionMention

DATELINE = re.compile(r"\s*(?:[.,]|[—–-]\s)")
MANY = 5  # regions that a survey of the country names
MAJORITY = 0.6
OFFICE = 60  # characters before the name of a district in which the word for its office begins


@dataclass(frozen=True, slots=True)
class Scope:
    """A region and, where it is named, the place in it."""

    region: str
    place: str | None = None
    named: bool = False  # the region itself is named, not only a place in it


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
    """The region that the page is about: of its title, else its lead, else its first sentences, else most of its
    names.
    """
    for passage in page.passages:
        found = [
            one for one in named[passage.field] if passage.field != "text" or passage.sentence_at(one.start).number <= 1
        ]
        codes = {one.code for one in found}
        if len(codes) == 1 and not _one_of_many(found[0].code, passage, named):
            return Scope(found[0].code, _home_place(page, named, found[0].code))
        if len(codes) > 1 or any(national(passage, sentence) for sentence in passage.sentences[:1]):
            return Scope(COUNTRY)
    everything = [one.code for found in named.values() for one in found]
    best = max(sorted(set(everything)), key=everything.count, default=COUNTRY)
    return Scope(best if everything and everything.count(best) >= max(2, MAJORITY * len(everything)) else COUNTRY)


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

    found = regions.mentions_in(passage.low, passage.language, small)
    return [one for one in found if not _dateline(passage, one) and not _office(passage, one)]


def _outlet(page: Page, passage: Passage, one: RegionMention) -> bool:
    """Whether a name stands in the name of the outlet: «Рудный Алтай» is no city."""
    name = regions.comparable(page.document.outlet, passage.language).text
    at = passage.low.find(name, max(0, one.start - len(name)), one.end + len(name)) if " " in name else -1
    return at >= 0 and at <= one.start and one.end <= at + len(name)


def _dateline(passage: Passage, one: RegionMention) -> bool:
    begins = one.start == 0 or passage.low[one.start - 1] == "\n"
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


def national(passage: Passage, sentence: Sentence) -> bool:
    """Whether the sentence speaks of the whole country."""
    return passage.once(sentence, _country)


def _country(passage: Passage, sentence: Sentence) -> bool:
    return any(cue.label == "country" for cue in passage.cues_in(sentence, "places"))
