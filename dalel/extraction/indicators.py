"""Topic and indicator: which investigation a claim belongs to, and with which claims of other pages it can be
compared.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from dalel.extraction.drafts import Draft
from dalel.extraction.page import Page
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
    scores = {}
    for name, topic in topics.items():
        score = 0
        for passage in page.passages:
            hits = len(_words(topic.keywords.get(passage.language, ()), passage.language).findall(passage.low))
            score += hits * (1 if passage.field == "text" else 3)
        scores[name] = score
    best = max(sorted(scores), key=lambda name: scores[name], default=None)
    return topics[best] if best is not None and scores[best] else None


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
