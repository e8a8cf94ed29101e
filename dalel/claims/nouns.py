"""Where a text names things that are counted: words of vocabulary/units.toml -> units."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dalel.claims.page import Passage
from dalel.regions.spelling import key, lower
from dalel.regions.trie import alternation
from dalel.vocabulary import UNITS, labelled

ENDING = r"\w{0,12}"
HEAD = 3  # letters by which most words are known to be none of ours


@dataclass(frozen=True, slots=True)
class Noun:
    """text[start:end] (comparable spelling) names what `unit` counts."""

    start: int
    end: int
    unit: str


def nouns(passage: Passage, start: int, end: int) -> list[Noun]:
    """The countable nouns between two offsets, in order."""
    pattern, units = _compiled(passage.language)
    return [Noun(m.start(), m.end(), units[m.lastgroup or ""]) for m in pattern.finditer(passage.low, start, end)]


@cache
def _compiled(language: str) -> tuple[re.Pattern[str], dict[str, str]]:
    table = {code: UNITS[code].names[language].words for code in labelled("CARDINAL")}
    spell = lower if language == "en" else key
    forms = {_form(spell(word)): unit for unit, words in table.items() for word in words}
    longest_first = sorted(forms, key=lambda form: (-len(form), form))  # "школьник" before "школ", phrases before words
    units = {f"w{number}": forms[form] for number, form in enumerate(longest_first)}
    groups = "|".join(f"(?P<w{number}>{form})" for number, form in enumerate(longest_first))
    heads = alternation({spell(word).split()[0].rstrip("*")[:HEAD] for words in table.values() for word in words})
    return re.compile(rf"(?<!\w)(?={heads})(?:{groups})(?!\w)"), units


def _form(word: str) -> str:
    return r"\s+".join(re.escape(part.rstrip("*")) + (ENDING if part.endswith("*") else "") for part in word.split())
