"""Where a text names things that are counted: words of languages/*/nouns.toml -> units."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dalel import languages
from dalel.extraction.page import Passage
from dalel.regions.spelling import key, lower

ENDING = r"\w{0,12}"


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
    table = languages.load(language, "nouns")["nouns"]
    spell = lower if language == "en" else key
    groups, units = [], {}
    for number, (unit, words) in enumerate(table.items()):
        units[f"u{number}"] = unit
        listed = sorted((_form(spell(word)) for word in words), key=lambda form: (-len(form), form))
        groups.append((max(len(form) for form in listed), f"(?P<u{number}>{'|'.join(listed)})"))
    phrases_first = [group for _, group in sorted(groups, key=lambda item: -item[0])]
    return re.compile(rf"(?<!\w)(?:{'|'.join(phrases_first)})(?!\w)"), units


def _form(word: str) -> str:
    return r"\s+".join(re.escape(part.rstrip("*")) + (ENDING if part.endswith("*") else "") for part in word.split())
