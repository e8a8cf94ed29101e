"""Whether a word of allotting tells what is to be: "планируют выделить", "will be allocated", "бөлінуі тиіс".

Such money is planned, not allocated. The words are in languages/<language>/claims.toml, [announced]: in Russian and
English the announcing word stands before the word of allotting, in Kazakh behind it; some forms announce by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from dalel import languages
from dalel.extraction.page import Passage, Sentence
from dalel.regions.spelling import key, lower

WORD = re.compile(r"\w+")
FARTHEST = 80  # characters in which the announcing word is looked for


@dataclass(frozen=True, slots=True)
class Pair:
    """The endings of a word of allotting, and the announcing words beside it, up to its side of the sentence."""

    ends: tuple[str, ...]
    beside: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Words:
    """`alone`: endings that announce by themselves; `behind`: whether the announcing word follows."""

    alone: tuple[str, ...]
    pairs: tuple[Pair, ...]
    behind: bool


def announced(passage: Passage, sentence: Sentence, start: int) -> bool:
    """Whether the word of allotting at `start` (comparable spelling) is of what is to be."""
    words = _words(passage.language if passage.language in languages.known() else "ru")
    low = passage.low
    found = WORD.match(low, start)
    if found is None:
        return False
    if words.alone and found[0].endswith(words.alone):
        return True
    before = low[max(sentence.low, start - FARTHEST) : start]
    after = low[found.end() : min(sentence.high, found.end() + FARTHEST)]
    return any(
        found[0].endswith(pair.ends) and (pair.beside.match(after) if words.behind else pair.beside.search(before))
        for pair in words.pairs
    )


@cache
def _words(language: str) -> Words:
    table = languages.load(language, "claims")["announced"]
    spell = lower if language == "en" else key
    behind = bool(table["behind"])
    pairs = tuple(
        Pair(tuple(map(spell, pair["ends"])), _beside(pair["by"], pair["gap"], behind, spell))
        for pair in table["pairs"]
    )
    return Words(tuple(map(spell, table["alone"])), pairs, behind)


def _beside(by: Iterable[str], gap: int, behind: bool, spell: Callable[[str], str]) -> re.Pattern[str]:
    """One of the words, whole where it ends in "_", with at most `gap` words and no sign between it and the other."""
    listed = "|".join(
        re.escape(spell(word.removesuffix("_"))) + (r"(?!\w)" if word.endswith("_") else r"\w*") for word in by
    )
    between = rf"(?: \w+){{0,{gap}}} "
    return re.compile(rf"{between}(?:{listed})" if behind else rf"(?<!\w)(?:{listed}){between}$")
