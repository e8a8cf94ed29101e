"""Topic and indicator: which investigation a claim belongs to, and with which claims of other pages it can be
compared.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from dalel.claims.drafts import Draft
from dalel.claims.page import Page
from dalel.regions.spelling import key, lower
from dalel.regions.trie import alternation
from dalel.topics import Indicator, Topic

Told = dict[tuple[str, str, int], bool]  # indicator, field and sentence -> whether a word of the one is in the other


def assign_indicators(page: Page, drafts: list[Draft], topics: Mapping[str, Topic]) -> None:
    """Gives every draft the topic of its page and the first indicator of it whose conditions hold."""
    topic = page_topic(page, topics)
    if topic is None:
        return
    told: Told = {}
    for draft in drafts:
        draft.topic = topic.id
        draft.indicator = next((one.id for one in topic.indicators if _fits(one, draft, told)), None)


def page_topic(page: Page, topics: Mapping[str, Topic]) -> Topic | None:
    """The topic whose keywords the page uses most, those of title and lead counting three times; None without any."""
    scores = dict.fromkeys(sorted(topics), 0)
    for passage in page.passages:
        words = tuple((name, topics[name].keywords.get(passage.language, ())) for name in scores)
        for name, hits in _uses(passage.low, *_keywords(words, passage.language)).items():
            scores[name] += hits * (1 if passage.field == "text" else 3)
    best = max(scores, key=lambda name: scores[name], default=None)
    return topics[best] if best is not None and scores[best] else None


def _uses(low: str, pattern: re.Pattern[str], meant: Mapping[str, Sequence[tuple[str, int]]]) -> Mapping[str, int]:
    """Topic -> how often the text uses a keyword of it; one that stands within a longer one is not counted again."""
    hits: Counter[str] = Counter()
    until: dict[str, int] = {}
    for match in pattern.finditer(low):
        printed = match["word"]
        word = " ".join(printed.split())
        for name, length in meant[word]:
            if match.start() >= until.get(name, 0):
                hits[name] += 1
                until[name] = match.start() + length + len(printed) - len(word)
    return hits


@lru_cache(maxsize=16)
def _keywords(
    words: tuple[tuple[str, tuple[str, ...]], ...], language: str
) -> tuple[re.Pattern[str], Mapping[str, Sequence[tuple[str, int]]]]:
    """One search for the keywords of all topics, and for each word the topics it means: the topic, and the length of
    its longest keyword that the word begins with.
    """
    spell = lower if language == "en" else key
    spelled = [(name, sorted(map(spell, listed), key=len, reverse=True)) for name, listed in words]
    every = sorted({word for _, listed in spelled for word in listed})
    meant = {
        word: [(name, len(own)) for name, listed in spelled if (own := next(filter(word.startswith, listed), None))]
        for word in every
    }
    return re.compile(rf"(?<!\w)(?=(?P<word>{alternation(every)}))" if every else r"(?!)"), meant


def _fits(indicator: Indicator, draft: Draft, told: Told) -> bool:
    language = draft.passage.language
    return (
        draft.measure in indicator.measures
        and (not indicator.statuses or draft.status in indicator.statuses)
        and (not indicator.units or draft.unit in indicator.units)
        and (not indicator.words or _in_sentence(indicator, draft, told))
        and (not indicator.counted or _words(indicator.counted[language], language).search(_counted(draft)) is not None)
    )


def _in_sentence(indicator: Indicator, draft: Draft, told: Told) -> bool:
    """Whether a word of the indicator stands in the draft's sentence; `told` is what was found out before."""
    passage, sentence = draft.passage, draft.sentence
    place = indicator.id, passage.field, sentence.number
    if place not in told:
        words = _words(indicator.words[passage.language], passage.language)
        told[place] = words.search(passage.low, sentence.low, sentence.high) is not None
    return told[place]


def _counted(draft: Draft) -> str:
    return key(draft.counted or "")


@lru_cache(maxsize=256)
def _words(words: tuple[str, ...], language: str) -> re.Pattern[str]:
    spell = lower if language == "en" else key
    return re.compile(rf"(?<!\w){alternation(map(spell, words))}" if words else r"(?!)")
