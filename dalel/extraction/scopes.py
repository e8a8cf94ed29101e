"""Where a number holds: region, place in it, and the borders of the time.

A name in the sentence comes first, then one the paragraph has spoken of before, then the page's own region: the one
its title, lead or first sentences name. A city is a place in its region; a dateline ("АСТАНА. КАЗИНФОРМ") names no
subject.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from dalel import regions
from dalel.extraction.drafts import Draft
from dalel.extraction.page import Page, Passage, Sentence
from dalel.regions import COUNTRY, RegionMention

DATELINE = re.compile(r"\s*(?:[.,]|[—–-]\s)")
LIST = re.compile(r"\s*(?:,|ы|және|жане|мен|бен|пен|and|,\s*and)\s*")
NUMBERED = re.compile(
    r"№\s?(\d{1,4})\s*(?:мектеп|гымназыя|лыцеы|балабақша)"
    r"|(?:школ|гымназы|лыце|сош|детск\w+ сад)\w*\s*№\s?(\d{1,4})|school no\.?\s?(\d{1,4})"
)
CLAUSE = re.compile(r"[,;:()]")
RIGHT_AFTER = re.compile(r"(?:\s+[^\W\d_]+){0,3}\s+(?:в|во|ын|of)\s+|\s+(?:in|across)\s+")
FAR = re.compile(r"[;:]|\d")
MAJORITY = 0.6


@dataclass(frozen=True, slots=True)
class Scope:
    """A region and, where it is named, the place in it."""

    region: str
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Names:
    """The scope of the page itself, and every name of a region or place by field."""

    home: Scope
    by_sentence: dict[tuple[str, int], list[RegionMention]]

    def in_sentence(self, passage: Passage, sentence: Sentence) -> list[RegionMention]:
        """The names in a sentence, in order."""
        return self.by_sentence.get((passage.field, sentence.number), [])


def assign_scopes(page: Page, drafts: list[Draft], reference: date | None) -> Names:
    """Gives every draft region and place; `reference` is the day the page speaks of. Comes back: the names of the
    page.
    """
    named: dict[str, list[RegionMention]] = {passage.field: _mentions(passage) for passage in page.passages}
    names = Names(page_scope(page, named), {})
    for passage in page.passages:
        for one in named[passage.field]:
            names.by_sentence.setdefault((passage.field, passage.sentence_at(one.start).number), []).append(one)
    for draft in drafts:
        scope = _scope(draft, names)
        draft.region, draft.place = scope.region, scope.place
    for draft in drafts:
        assert draft.region is not None
        draft.region = regions.region_on(draft.region, reference) if draft.place else draft.region
    return names


def page_scope(page: Page, named: dict[str, list[RegionMention]]) -> Scope:
    """The region that the page is about: of its title, else its lead, else its first sentences, else most of its
    names.
    """
    for passage in page.passages:
        found = [
            one for one in named[passage.field] if passage.field != "text" or passage.sentence_at(one.start).number <= 1
        ]
        codes = {one.code for one in found}
        if len(codes) == 1:
            return Scope(found[0].code, _home_place(page, named, found[0].code))
        if len(codes) > 1 or any(_national(passage, sentence) for sentence in passage.sentences[:1]):
            return Scope(COUNTRY)
    everything = [one.code for found in named.values() for one in found]
    best = max(sorted(set(everything)), key=everything.count, default=COUNTRY)
    return Scope(best if everything and everything.count(best) >= max(2, MAJORITY * len(everything)) else COUNTRY)


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


def _scope(draft: Draft, names: Names) -> Scope:
    passage, sentence = draft.passage, draft.sentence
    here = names.in_sentence(passage, sentence)
    scope = _from(passage, draft, here) if here else None
    if scope is None and _national(passage, sentence):
        scope = Scope(COUNTRY)
    return _within(draft, scope or _carried(draft, names) or names.home, names.home)


def _from(passage: Passage, draft: Draft, here: list[RegionMention]) -> Scope | None:
    """The name of the number's own clause, before it or right after it ("38 в Актау"), else the last before it, else
    the first after it up to a colon or another number; None where a list leaves it open.
    """
    named = groups(passage, here)
    before = [group for group in named if group[0].start < draft.low]
    after = [group for group in named if group[0].start >= draft.low]
    own = bool(before) and CLAUSE.search(passage.low, before[-1][-1].end, draft.low) is None
    if after and not own and RIGHT_AFTER.fullmatch(passage.low, draft.high, after[0][0].start):
        group = after[0]
    elif before:
        group = before[-1]
    elif FAR.search(passage.low, draft.high, after[0][0].start) is None:
        group = after[0]
    else:
        return None
    if len({one.code for one in group}) > 1:
        return None
    one = next((one for one in group if one.place), group[0])
    return Scope(one.code, one.place)


def groups(passage: Passage, here: list[RegionMention]) -> list[list[RegionMention]]:
    """Names joined by commas or "and" stand for one place together."""
    found: list[list[RegionMention]] = []
    for one in here:
        if found and LIST.fullmatch(passage.low[found[-1][-1].end : one.start]):
            found[-1].append(one)
        else:
            found.append([one])
    return found


def _carried(draft: Draft, names: Names) -> Scope | None:
    """The region that the paragraph spoke of last; its place too where the sentence says "там же", "в них", "мұнда"."""
    passage = draft.passage
    there = draft.has("partitive", "same_place")
    for earlier in passage.before(draft.sentence):
        if here := names.in_sentence(passage, earlier):
            group = groups(passage, here)[-1]
            one = group[-1]
            return Scope(one.code, one.place if there else None) if len({o.code for o in group}) == 1 else None
        if _national(passage, earlier):
            return Scope(COUNTRY)
    return None


def _within(draft: Draft, scope: Scope, home: Scope) -> Scope:
    """Adds the place that words like "по городу", "в районах" or a numbered school give inside the scope's region."""
    if scope.region == COUNTRY or scope.place:
        return scope
    labels = {cue.label for cue in draft.cues("places") if cue.start < draft.low}
    if "city" in labels and (centre := regions.centre(scope.region)):
        return Scope(scope.region, centre)
    if "districts" in labels:
        return Scope(scope.region, "districts")
    if number := _numbered_school(draft):
        return Scope(scope.region, f"school No. {number}")
    return Scope(scope.region, home.place if scope.region == home.region else None)


def _numbered_school(draft: Draft) -> str | None:
    """The number of the school that the sentence before spoke of, where this one says "мұнда", "здесь", "в школе"."""
    passage = draft.passage
    for sentence in [draft.sentence, *passage.before(draft.sentence)]:
        if found := NUMBERED.search(passage.low, sentence.low, min(sentence.high, draft.low)):
            return next(number for number in found.groups() if number)
    return None


def _mentions(passage: Passage) -> list[RegionMention]:
    def small(offset: int) -> bool:
        return passage.text[passage.folded.original(offset)].islower()

    found = regions.mentions_in(passage.low, passage.language, small)
    return [one for one in found if not _dateline(passage, one) and not _office(passage, one)]


def _dateline(passage: Passage, one: RegionMention) -> bool:
    begins = one.start == 0 or passage.low[one.start - 1] == "\n"
    return begins and one.kind in ("city", "name") and DATELINE.match(passage.low, one.end) is not None


def _office(passage: Passage, one: RegionMention) -> bool:
    """The prosecutor of a district is no place of what happened."""
    cues = passage.cues_in(passage.sentence_at(one.start), "places")
    near = [
        cue
        for cue in cues
        if cue.label == "not_a_place" and (0 <= cue.start - one.end < 3 or 0 <= one.start - cue.end < 6)
    ]
    return one.kind == "district" and bool(near)


def _national(passage: Passage, sentence: Sentence) -> bool:
    return any(cue.label == "country" for cue in passage.cues_in(sentence, "places"))
