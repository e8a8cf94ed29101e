"""Words of three languages -> things they share: "ноутбуков", "laptops" and "ноутбук" are one.

The words come from the tables that the house has already (units, frames, topics) and from concepts.toml.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from dalel import languages, topics
from dalel.regions.spelling import spellings
from dalel.vocabulary import UNITS

FILE = Path(__file__).with_name("concepts.toml")
SHORTEST, LONGEST = 2, 24  # letters of a beginning that is looked up
STEM = 5  # letters that words of one stem share in all three languages, near enough
NAMED = 4  # consonants of a name or of a word that travels: "компьютер", "computer"
WORD = re.compile(r"[^\W\d_]{2,}")


@cache
def declared() -> Mapping[str, Any]:
    """concepts.toml: `concepts`, EXAMPLES and NOT_EXAMPLES."""
    return tomllib.loads(FILE.read_text("utf-8"))


@cache
def beginnings(language: str) -> Mapping[str, frozenset[str]]:
    """Beginning of a word, or whole word with "_", in the comparable spelling -> things it names."""
    found: dict[str, set[str]] = {}
    for word, thing in _listed(language):
        if " " not in word:
            for spelled in spellings(word, language):
                found.setdefault(spelled, set()).add(thing)
    return {word: frozenset(things) for word, things in found.items()}


def _listed(language: str) -> Iterator[tuple[str, str]]:
    for name, words in declared()["concepts"].items():
        yield from ((word, f"c:{name}") for word in words[language])
    for code, row in UNITS.items():
        for stem in row.names[language].words:
            yield stem.removesuffix("*") if stem.endswith("*") else f"{stem}_", f"c:{code}"
    for frame, words in languages.load(language, "frames")["frames"].items():
        yield from ((word.removeprefix("="), f"f:{frame}") for word in words)
    for topic in topics.load_topics().values():
        yield from ((word, f"t:{topic.id}") for word in topic.subject.get(language, ()))


@lru_cache(200_000)
def things(word: str, language: str) -> frozenset[str]:
    """What a word in the comparable spelling names; empty where no table has it."""
    table, found = beginnings(language), set(beginnings(language).get(f"{word}_", ()))
    for end in range(SHORTEST, min(len(word), LONGEST) + 1):
        found |= table.get(word[:end], frozenset())
    return frozenset(found)


@lru_cache(200_000)
def features(word: str, language: str) -> frozenset[str]:
    """A word as what can be compared: things, its stem within its language, its consonants across scripts."""
    found = set(things(word, language))
    if len(word) > 3 or not found:
        found.add(f"{language}:{word[:STEM]}")
    if len(word) >= STEM and len(bones := consonants(word)) >= NAMED:
        found.add(f"k:{bones[:NAMED]}")
    return frozenset(found)


def consonants(word: str) -> str:
    """The consonants of a word as all alphabets have them: "ahmetzhanov" and "ахметжанов" are one."""
    table = _sounds()
    for written, sound in table["digraphs"]:
        word = word.replace(written, sound)
    return re.sub(r"(.)\1+", r"\1", word.translate(table["letters"]))


@cache
def _sounds() -> Mapping[str, Any]:
    sounds = declared()["sounds"]
    letters: dict[int, str] = {ord(letter): "" for letter in sounds["silent"]}
    letters |= {ord(letter): sound for sound, spelled in sounds["letters"].items() for letter in spelled}
    return {"letters": letters, "digraphs": sorted(sounds["digraphs"].items(), key=lambda one: (-len(one[0]), one))}
