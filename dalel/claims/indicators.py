"""Topic and indicator of a claim: which investigation it belongs to, and with which claims of other pages it can be
compared.

A topic belongs to a claim. Its subject must stand in the number's sentence, or above it: in the lead-in of its list,
the sentence it points back to, a heading, the title. What stands above holds only where the sentence speaks of nothing
else and the number is what one of the topic's indicators asks for. An indicator needs its words in the number's own
clause or list. Better none than a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from dalel.claims.drafts import Draft
from dalel.claims.hits import Hits, Role, hits
from dalel.claims.page import Page, Passage
from dalel.claims.reach import Place, above, clause, denied, opening, own_sentence, says_nothing
from dalel.records import Ground
from dalel.regions.spelling import comparable, spellings
from dalel.regions.trie import alternation
from dalel.topics import Indicator, Topic

CARRIED = ("lead-in", "sentence before", "whole")  # where a sentence without a predicate has it from


@dataclass(frozen=True, slots=True)
class Told:
    """A word that told a topic or an indicator: where it stands (comparable spelling), and what that place is."""

    attribute: Literal["topic", "indicator"]
    passage: Passage
    start: int
    end: int
    source: str  # own sentence | lead-in | heading | title | sentence before | whole

    def ground(self) -> Ground:
        """The same with offsets as printed."""
        start, end = self.passage.folded.original(self.start), self.passage.folded.original(self.end - 1) + 1
        return Ground(
            attribute=self.attribute, field=self.passage.field, start=start, end=end, rule=f"word of it: {self.source}"
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """One topic that a claim may have, with the indicator that it then has, and the words for both."""

    topic: str
    indicator: str | None
    words: tuple[Told, ...]
    rank: tuple[bool, bool, int]  # the lower, the surer: no indicator, told above, characters from the number


class Marks:
    """Where the words of all topics stand on a page; each text is searched once."""

    def __init__(self, topics: Mapping[str, Topic], drafts: Sequence[Draft]) -> None:
        self.topics = topics
        self.parts = {id(draft.whole): draft for draft in reversed(drafts) if draft.whole is not None}
        self._known: dict[int, Hits] = {}

    def named(self, page: Page) -> list[Topic]:
        """The topics whose subject stands anywhere on the page; no number of it belongs to another, nor is kept from
        one by it.
        """
        there = {role for passage in page.passages for hit in self.of(passage).found for role in hit.roles}
        return [topic for topic in self.topics.values() if (topic.id, "subject") in there]

    def of(self, passage: Passage) -> Hits:
        """All hits of the passage."""
        if id(passage) not in self._known:
            self._known[id(passage)] = hits(passage.low, passage.language, self.topics)
        return self._known[id(passage)]

    def first(self, role: Role, place: Place) -> Told | None:
        """The first word with this role in the place."""
        hit = self.of(place.passage).first(role, place.start, place.end)
        return Told("topic", place.passage, hit.start, hit.end, place.source) if hit else None

    def nearest(self, role: Role, place: Place, low: int) -> Told | None:
        """The word with this role in the place that is nearest to an offset."""
        found = [hit for hit in self.of(place.passage).within(place.start, place.end) if role in hit.roles]
        hit = min(found, key=lambda hit: abs(hit.start - low), default=None)
        return Told("topic", place.passage, hit.start, hit.end, place.source) if hit else None

    def highest(self, role: Role, places: Iterable[Place]) -> Told | None:
        """The first word with this role in the first of the places that has one."""
        return next((told for place in places if (told := self.first(role, place))), None)


def assign_indicators(page: Page, drafts: list[Draft], topics: Mapping[str, Topic]) -> None:
    """Gives every draft the topic told with it and the indicator whose conditions hold, and the words that tell them;
    None where no topic is told.
    """
    marks = Marks(topics, drafts)
    named = marks.named(page)
    for draft in drafts:
        readings = [one for topic in named if (one := _read(page, draft, topic, marks, named)) is not None]
        best = min(readings, key=lambda one: one.rank, default=None)
        if best is not None:
            draft.topic, draft.indicator = best.topic, best.indicator
            for word in best.words:
                draft.grounds.setdefault(word.attribute, []).append(word.ground())


def _read(page: Page, draft: Draft, topic: Topic, marks: Marks, named: Sequence[Topic]) -> Reading | None:
    """What the claim is if it belongs to this topic; None where that is not told."""
    own = clause(draft)
    if marks.first((topic.id, "not"), own):
        return None
    words = _own_words(page, draft, topic, marks)
    here = words is not None
    if words is None:
        if _of_another_matter(page, draft, topic, marks, named):
            return None
        words = _words_above(page, draft, topic, marks)
    if words is None:
        return None
    indicator, telling = _indicator(page, draft, topic, marks)
    subject = words[0]
    if indicator is None and not (here and own.start <= subject.start < own.end and _could_be(draft, topic)):
        return None
    if indicator is not None and not telling:
        telling = (replace(subject, attribute="indicator"),)  # its measure tells it, where this word stands
    near = abs(draft.low - subject.start) if subject.passage is draft.passage else len(draft.passage.low)
    return Reading(topic.id, indicator, (*words, *telling), (indicator is None, not here, near))


def _own_words(page: Page, draft: Draft, topic: Topic, marks: Marks) -> tuple[Told, ...] | None:
    """The words of the number's sentence that tell the topic: its subject and what is done to it; whom it is for may
    also stand above.
    """
    own = own_sentence(draft)
    subject = marks.nearest((topic.id, "subject"), own, draft.low)
    about = marks.nearest((topic.id, "about"), own, draft.low) if topic.about else None
    if subject is None or (topic.about and about is None):
        return None
    context = marks.highest((topic.id, "context"), _upwards(page, draft)) if topic.context else None
    if topic.context and context is None:
        return None
    return tuple(word for word in (subject, about, context) if word is not None)


def _words_above(page: Page, draft: Draft, topic: Topic, marks: Marks) -> tuple[Told, ...] | None:
    """Words that tell the topic where those of the sentence do not: the subject there or above, the rest anywhere up
    to the opening of the page.
    """
    subject = marks.highest((topic.id, "subject"), [own_sentence(draft), *above(page, draft)])
    if subject is None:
        return None
    found: list[Told | None] = [subject]
    for part, listed in (("about", topic.about), ("context", topic.context)):
        if listed:
            found.append(marks.highest((topic.id, part), _upwards(page, draft)))
    told = tuple(word for word in found if word is not None)
    return told if len(told) == len(found) else None


def _upwards(page: Page, draft: Draft) -> Iterator[Place]:
    yield own_sentence(draft)
    yield from above(page, draft)
    yield from opening(page)


def _of_another_matter(page: Page, draft: Draft, topic: Topic, marks: Marks, named: Sequence[Topic]) -> bool:
    """Whether the sentence names what the topic says is not its own, or tells another topic, or the number's clause
    has the subject of another: what stands above the sentence then says nothing of the number.
    """
    if marks.first((topic.id, "not"), own_sentence(draft)):
        return True
    own = clause(draft)
    for hit in marks.of(draft.passage).within(own.start, own.end):
        if any(part == "subject" for _, part in hit.roles) and not any(name == topic.id for name, _ in hit.roles):
            return True
    others = (other for other in named if other is not topic)
    return any(_own_words(page, draft, other, marks) is not None for other in others)


def _could_be(draft: Draft, topic: Topic) -> bool:
    """Whether the number is of a kind that the topic's indicators ask for."""
    return any(draft.measure in one.measures and (not one.units or draft.unit in one.units) for one in topic.indicators)


def _indicator(page: Page, draft: Draft, topic: Topic, marks: Marks) -> tuple[str | None, tuple[Told, ...]]:
    """The first indicator whose conditions hold, and the words that tell it."""
    places = [clause(draft)]
    if id(draft) in marks.parts:
        places.append(replace(clause(marks.parts[id(draft)]), source="part"))  # a whole is told by what its part is of
    if says_nothing(draft):
        places += [place for place in above(page, draft) if place.source in CARRIED]
    for one in topic.indicators:
        if _fits(one, draft) and not any(marks.first((one.id, "not"), place) for place in places):
            told = next((word for place in places for word in _affirmed(one, draft, marks, place)), None)
            if told is not None or not one.words:
                return one.id, (told,) if told is not None else ()
    return None, ()


def _affirmed(one: Indicator, draft: Draft, marks: Marks, place: Place) -> Iterator[Told]:
    """Words of the indicator in a place, those nearest to the number first; none that is denied."""
    found = [hit for hit in marks.of(place.passage).within(place.start, place.end) if (one.id, "words") in hit.roles]
    for hit in sorted(found, key=lambda hit: abs(hit.start - draft.low)):
        if not denied(place.passage, hit.start, hit.end):
            yield Told("indicator", place.passage, hit.start, hit.end, place.source)


def _fits(indicator: Indicator, draft: Draft) -> bool:
    language = draft.passage.language
    return (
        draft.measure in indicator.measures
        and (not indicator.statuses or draft.status in indicator.statuses)
        and (not indicator.units or draft.unit in indicator.units)
        and bool(
            not indicator.counted
            or _any_of(indicator.counted[language], language).search(comparable(draft.counted or "", language).text)
        )
    )


@lru_cache(maxsize=256)
def _any_of(words: tuple[str, ...], language: str) -> re.Pattern[str]:
    spelled = [spelling for word in words for spelling in spellings(word, language)]
    return re.compile(rf"(?<!\w){alternation(spelled)}" if spelled else r"(?!)")
