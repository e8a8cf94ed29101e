"""Where a number holds: region, place in it, and the borders of the time.

A name in the sentence comes first, then one the paragraph has spoken of before, then the page's own region. A city is
a place in its region.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from datetime import date

from dalel import regions
from dalel.claims.drafts import Draft
from dalel.claims.elision import ENUMERATION
from dalel.claims.home import NOWHERE, Scope, Told, countrywide, mentions, only_scope, page_scope, unnamed
from dalel.claims.page import Page, Passage, Sentence
from dalel.claims.phrases import any_of
from dalel.regions import COUNTRY, RegionMention

NUMBERED = re.compile(
    rf"№\s?(\d{{1,4}})\s*{any_of('numbered', 'behind')}"
    rf"|{any_of('numbered', 'before')}\w*\s*№\s?(\d{{1,4}})|{any_of('numbered', 'said')}\.?\s?(\d{{1,4}})"
)
SIGNS = ("№", "school no")  # no numbered school without one
EVERY_NUMBERED = re.compile(rf"(?={NUMBERED.pattern})[№\w]")
CLAUSE = re.compile(r"[,;:()]")
RIGHT_AFTER = re.compile(
    r"(?:\s+[^\W\d_]+){0,3}\s+(?:в|во|ын|of)\s+|(?:\s+[^\W\d_]+){0,3}\s+(?:in|across|to)\s+|\s+[—–-]\s+(?:(?:в|во|для|ын|for)\s+)?|\s"
)
JOINED = re.compile(rf"(?:{ENUMERATION.pattern})(?:the\s+)?")
AND_THEN = re.compile(rf"\s+{any_of('lists', 'joins')}\s+")
FAR = re.compile(r"[;:]|\d")
LISTED = re.compile(r"\s+[—–-]\s+\d")  # the name has a number of its own
MEANT_REACH = 6  # sentences back in which the region of "in the region" is named


@dataclass(frozen=True, slots=True)
class Group:
    """Names joined by commas or "and" stand for one place together; `several`: for more than one region."""

    names: list[RegionMention]
    several: bool

    @property
    def start(self) -> int:
        return self.names[0].start

    @property
    def end(self) -> int:
        return self.names[-1].end

    @property
    def scope(self) -> Scope | None:
        """What the names say together; None where a list leaves it open."""
        if self.several:
            return None
        one = next((one for one in self.names if one.place), self.names[0])
        return Scope(one.code, one.place, one.place is None, Told(None, one.start, one.end, "its sentence names it"))


@dataclass(frozen=True, slots=True)
class Names:
    """The scope of the page itself, and every name of a region or place by field."""

    home: Scope
    only: Scope | None  # the one region that the page names at all
    by_sentence: dict[tuple[str, int], list[RegionMention]]
    groups: dict[tuple[str, int], list[Group]] = field(default_factory=dict)

    def in_sentence(self, passage: Passage, sentence: Sentence) -> list[RegionMention]:
        """The names in a sentence, in order."""
        return self.by_sentence.get((passage.field, sentence.number), [])

    def grouped(self, passage: Passage, sentence: Sentence) -> list[Group]:
        """The same, those joined by commas or "and" together."""
        place = passage.field, sentence.number
        if place not in self.groups:
            self.groups[place] = _groups(passage, self.in_sentence(passage, sentence))
        return self.groups[place]


def assign_scopes(page: Page, drafts: list[Draft], reference: date | None) -> Names:
    """Gives every draft region and place; `reference` is the day the page speaks of. Comes back: the names of the
    page.
    """
    named = mentions(page, reference)
    names = Names(page_scope(page, named), only_scope(page, named), {})
    for passage in page.passages:
        for one in named[passage.field]:
            names.by_sentence.setdefault((passage.field, passage.sentence_at(one.start).number), []).append(one)
    for draft in drafts:
        _place(draft, _scope(draft, names))
    return names


def _place(draft: Draft, scope: Scope) -> None:
    """Gives the draft a scope, and its grounds; one that is abroad by its own currency holds before all."""
    abroad = regions.country_of_currency(draft.unit) if draft.is_money and draft.unit else None
    if abroad is not None and abroad != COUNTRY and (scope.region is None or scope.region == COUNTRY):
        draft.told("region", abroad, draft.low, draft.high, "the currency of one country alone")
        return
    told = scope.ground
    if scope.region is None or told is None:
        return
    if told.passage is None and told.end == 0:
        draft.known("region", scope.region, "url", told.rule)
    else:
        draft.told("region", scope.region, told.start, told.end, told.rule, told.passage)
    if scope.place is not None:
        draft.place = scope.place
        draft.grounds["place"] = [replace(one, attribute="place") for one in draft.grounds["region"]]


def _scope(draft: Draft, names: Names) -> Scope:
    passage, sentence = draft.passage, draft.sentence
    here = names.in_sentence(passage, sentence)
    scope = _from(passage, draft, names) if here else None
    if scope is None and (cues := countrywide(passage, sentence)):
        scope = Scope(COUNTRY, ground=Told(passage, cues[0].start, cues[0].end, "its sentence speaks of the country"))
    scope = scope or _meant(draft, names) or _carried(draft, names) or names.home
    if scope.region == COUNTRY and scope is names.home and unnamed(passage, sentence):
        return names.only or NOWHERE  # "в регионе" without a name is not the country
    return _within(draft, scope, names.home)


def _from(passage: Passage, draft: Draft, names: Names) -> Scope | None:
    """The name of the number's own clause, before it or right after it ("38 в Актау"), else the last before it, else
    the first after it up to a colon or another number; None where a list leaves it open.
    """
    named = names.grouped(passage, draft.sentence)
    at = bisect_left(named, draft.low, key=lambda group: group.start)
    before = named[at - 1] if at else None
    after = named[at] if at < len(named) else None
    own = (
        before is not None
        and not _clause_ends(passage, draft.sentence, before.end, draft.low)
        and AND_THEN.fullmatch(passage.low, before.end, draft.low) is None
    )
    if after and not own and RIGHT_AFTER.fullmatch(passage.low, draft.high, after.start):
        return after.scope
    if before is not None:
        return before.scope
    assert after is not None
    apart = FAR.search(passage.low, draft.high, after.start) or LISTED.match(passage.low, after.end)
    return after.scope if apart is None else None


def _clause_ends(passage: Passage, sentence: Sentence, start: int, stop: int) -> bool:
    """Whether a mark that ends a clause stands between two offsets."""
    marks = passage.once(sentence, _clause_marks)
    at = bisect_left(marks, start)
    return at < len(marks) and marks[at] < stop


def _clause_marks(passage: Passage, sentence: Sentence) -> list[int]:
    return [mark.start() for mark in CLAUSE.finditer(passage.low, sentence.low, sentence.high)]


def _groups(passage: Passage, here: list[RegionMention]) -> list[Group]:
    found: list[list[RegionMention]] = []
    for one in here:
        if found and JOINED.fullmatch(passage.low, found[-1][-1].end, one.start):
            found[-1].append(one)
        else:
            found.append([one])
    return [Group(group, len({one.code for one in group}) > 1) for group in found]


def _meant(draft: Draft, names: Names) -> Scope | None:
    """The region that "в регионе", "in the region", «облыста» means: the last one named before in the field."""
    passage, number = draft.passage, draft.sentence.number
    if not any(cue.label == "region" for cue in passage.cues_in(draft.sentence, "places")):
        return None
    for earlier in reversed(passage.sentences[max(0, number - MEANT_REACH) : number]):
        if here := names.in_sentence(passage, earlier):
            if len({one.code for one in here}) > 1:
                return None
            told = Told(passage, here[-1].start, here[-1].end, "the region that was named last")
            return Scope(here[-1].code, None, True, told)
    return None


def _carried(draft: Draft, names: Names) -> Scope | None:
    """The region that the paragraph spoke of last; its place too where the sentence says "там же", "в них", "мұнда", or
    follows one that names no other.
    """
    passage = draft.passage
    there = draft.has("partitive", "same_place")
    for earlier in passage.before(draft.sentence):
        if here := names.in_sentence(passage, earlier):
            if names.grouped(passage, earlier)[-1].several:
                return None
            one, alone = here[-1], len({other.place for other in here}) == 1
            there = there or (alone and earlier.number == draft.sentence.number - 1)
            told = Told(passage, one.start, one.end, "its paragraph named it before")
            return Scope(one.code, one.place if there else None, one.place is None, told)
        if cues := countrywide(passage, earlier):
            told = Told(passage, cues[0].start, cues[0].end, "its paragraph spoke of the country before")
            return Scope(COUNTRY, ground=told)
    return None


def _within(draft: Draft, scope: Scope, home: Scope) -> Scope:
    """Adds the place that words like "по городу", "в районах" or a numbered school give inside the scope's region."""
    labels = {cue.label for cue in draft.cues("places") if cue.start < draft.low}
    if scope is home and "region" in labels:
        return replace(scope, place=None)
    if scope.region is None or not scope.region.startswith(f"{COUNTRY}-") or scope.place:
        return scope
    if "city" in labels and (centre := regions.centre(scope.region)):
        return replace(scope, place=centre)
    if "districts" in labels:
        return replace(scope, place="districts")
    if number := _numbered_school(draft):
        return replace(scope, place=f"school No. {number}")
    at_home = scope.region == home.region and not scope.named and "region" not in labels
    return replace(scope, place=home.place if at_home else None)


def _numbered_school(draft: Draft) -> str | None:
    """The number of the school that the sentence before spoke of, where this one says "мұнда", "здесь", "в школе"."""
    passage = draft.passage
    for sentence in [draft.sentence, *passage.before(draft.sentence)]:
        limit = min(sentence.high, draft.low)
        for start in passage.once(sentence, _numbered):
            if start >= limit:
                break
            if found := NUMBERED.match(passage.low, start, limit):
                return next(number for number in found.groups() if number)
    return None


def _numbered(passage: Passage, sentence: Sentence) -> list[int]:
    """Where a numbered school is named in the sentence."""
    if not any(sign in passage.low for sign in SIGNS):
        return []
    return [found.start() for found in EVERY_NUMBERED.finditer(passage.low, sentence.low, sentence.high)]
