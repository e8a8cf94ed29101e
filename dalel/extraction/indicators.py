"""Topic and indicator of a claim: which investigation it belongs to, and with which claims of other pages it can be
compared.

A topic belongs to a claim. Its subject must stand in the number's sentence, or above it: in the lead-in of its list,
the sentence it points back to, a heading, the title. What stands above holds only where the sentence speaks of nothing
else and the number is what one of the topic's indicators asks for. An indicator needs its words in the number's own
clause or list. Better none than a wrong one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
import re

from dalel.extraction.drafts import Draft
from dalel.extraction.hits import Hit, Hits, Role, hits
from dalel.extraction.page import Page, Passage
from dalel.extraction.reach import Place, above, clause, denied
from dalel.regions.spelling import key, lower
from dalel.regions.trie import alternation
from dalel.topics import Indicator, Topic


@dataclass(frozen=True, slots=True)
class Told:
    """A word that told a topic or an indicator: where it stands (comparable spelling), and what that place is."""

    attribute: str  # topic | indicator
    passage: Passage
    start: int
    end: int
    source: str  # sentence | lead-in | heading | title | sentence before | whole


@dataclass(frozen=True, slots=True)
class Reading:
    """One topic that a claim may have, with the indicator that it then has, and the words for both."""

    topic: str
    indicator: str | None
    words: tuple[Told, ...]
    rank: tuple[bool, bool, int]  # the lower, the surer: no indicator, told above, characters from the number


class Marks:
    """Where the words of all topics stand on a page; each text is searched once."""

    def __init__(self, topics: Mapping[str, Topic]) -> None:
        self._topics = topics
        self._known: dict[int, Hits] = {}

    def of(self, passage: Passage) -> Hits:
        """All hits of the passage."""
        if id(passage) not in self._known:
            self._known[id(passage)] = hits(passage.low, passage.language, self._topics)
        return self._known[id(passage)]

    def first(self, role: Role, place: Place) -> Told | None:
        """The first word with this role in the place."""
        hit = self.of(place.passage).first(role, place.start, place.end)
        return Told("topic", place.passage, hit.start, hit.end, place.source) if hit else None


def assign_indicators(page: Page, drafts: list[Draft], topics: Mapping[str, Topic]) -> None:
    """Gives every draft the topic told with it and the indicator whose conditions hold, and the words that tell them;
    None where no topic is told.
    """
    marks = Marks(topics)
    for draft in drafts:
        readings = [one for topic in topics.values() if (one := _read(page, draft, topic, marks)) is not None]
        best = min(readings, key=lambda one: one.rank, default=None)
        if best is not None:
            draft.topic, draft.indicator, draft.told = best.topic, best.indicator, best.words


def _read(page: Page, draft: Draft, topic: Topic, marks: Marks) -> Reading | None:
    """What the claim is if it belongs to this topic; None where that is not told."""
    passage, sentence = draft.passage, draft.sentence
    low, high = clause(draft)
    own = Place(passage, sentence.low, sentence.high, "sentence")
    found = marks.of(passage)
    if found.first((topic.id, "not"), low, high):
        return None
    subject, about = marks.first((topic.id, "subject"), own), marks.first((topic.id, "about"), own)
    here = subject is not None and (about is not None or not topic.about)
    if not here:
        if _of_another_matter(topic, own, marks):
            return None
        places = list(above(page, draft))
        subject = subject or _highest(marks, (topic.id, "subject"), places)
        about = about or _highest(marks, (topic.id, "about"), places)
        if subject is None or (topic.about and about is None):
            return None
    indicator, words = _indicator(draft, topic, marks, low, high)
    if indicator is None and not (here and _could_be(draft, topic, subject, low, high)):
        return None
    told = tuple(word for word in (subject, about, *words) if word is not None)
    near = min(abs(draft.low - hit.start) for hit in (subject,)) if subject.passage is passage else len(passage.low)
    return Reading(topic.id, indicator, told, (indicator is None, not here, near))


def _highest(marks: Marks, role: Role, places: Sequence[Place]) -> Told | None:
    return next((told for place in places if (told := marks.first(role, place))), None)


def _of_another_matter(topic: Topic, own: Place, marks: Marks) -> bool:
    """Whether the sentence names something that the topic says is not its own, or the subject of another topic."""
    for hit in marks.of(own.passage).within(own.start, own.end):
        if (topic.id, "not") in hit.roles:
            return True
        mine = any(name == topic.id for name, _ in hit.roles)
        if not mine and any(part == "subject" for _, part in hit.roles):
            return True
    return False


def _could_be(draft: Draft, topic: Topic, subject: Told, low: int, high: int) -> bool:
    """Whether the subject stands in the number's clause and the number is of a kind that the topic's indicators ask."""
    kinds = any(
        draft.measure in one.measures and (not one.units or draft.unit in one.units) for one in topic.indicators
    )
    return kinds and low <= subject.start < high


def _indicator(
    draft: Draft, topic: Topic, marks: Marks, low: int, high: int
) -> tuple[str | None, Sequence[Told]]:
    """The first indicator whose conditions hold, and the words that tell it."""
    for one in topic.indicators:
        if not _fits(one, draft) or marks.of(draft.passage).first((one.id, "not"), low, high):
            continue
        words = next(_affirmed(one, draft, marks, low, high), None)
        if words is not None:
            return one.id, (Told("indicator", draft.passage, words.start, words.end, "sentence"),)
        if not one.words:
            return one.id, ()
    return None, ()


def _affirmed(one: Indicator, draft: Draft, marks: Marks, low: int, high: int) -> Iterator[Hit]:
    """Words of the indicator in the clause, the nearest first; none that is denied."""
    found = [hit for hit in marks.of(draft.passage).within(low, high) if (one.id, "words") in hit.roles]
    for hit in sorted(found, key=lambda hit: abs(hit.start - draft.low)):
        if not denied(draft.passage, hit.start, hit.end):
            yield hit


def _fits(indicator: Indicator, draft: Draft) -> bool:
    language = draft.passage.language
    return (
        draft.measure in indicator.measures
        and (not indicator.statuses or draft.status in indicator.statuses)
        and (not indicator.units or draft.unit in indicator.units)
        and (
            not indicator.counted
            or _any_of(indicator.counted[language], language).search(key(draft.counted or "")) is not None
        )
    )


@lru_cache(maxsize=256)
def _any_of(words: tuple[str, ...], language: str) -> re.Pattern[str]:
    spell = lower if language == "en" else key
    return re.compile(rf"(?<!\w){alternation(map(spell, words))}" if words else r"(?!)")
