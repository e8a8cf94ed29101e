"""How far two short pages are one text in other words: for releases with one or two numbers, where numbers do not tell.

A translation keeps the names, the order of things and the length of a text; a rewrite in one language keeps much of its
wording. Independent reports of one event share the official number and the place, and little else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from dalel.origins.wording import plain
from dalel.records import Document
from dalel.transliteration import fold

STEM = 5  # letters that inflection mostly leaves
# Cyrillic letters and Latin groups -> one consonant each, vowels and signs left out: Ержанов, Yerzhanov, Ерджановтың
_SOUNDS = {
    "shch": "ш", "zh": "ж", "dzh": "ж", "kh": "х", "ts": "ц", "ch": "ч", "sh": "ш", "дж": "ж", "x": "кс",
}  # fmt: skip
_LETTERS = str.maketrans("jbvwgdzkqlmnprstfhcқғңһщ", "жбввгдзкклмнпрстфхккгнхш")
_SILENT = re.compile(r"[^бвгджзклмнпрстфхцчш]")
_NAME = re.compile(r"(?<![.!?…»\"”]\s)(?<!^)(?<!\n)\b[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w’'-]{3,}")
_WORD = re.compile(r"[^\W\d_]{4,}")
_SENTENCE = re.compile(r"[.!?…]+(?:\s|$)|\n+")
SKELETON = 4  # consonants by which a name is known, its ending left out


@lru_cache(maxsize=4096)
def names(document: Document) -> frozenset[str]:
    """Skeletons of the names inside sentences, the same in three languages: "ржнв" for Ержанов and Yerzhanov."""
    return _skeletons(match[0] for match in _NAME.finditer(document.text))


@lru_cache(maxsize=4096)
def words(document: Document) -> frozenset[str]:
    """Skeletons of all words, for scripts and places where a capital does not tell a name."""
    text = fold(document.text).text if document.language == "kk" else document.text
    return _skeletons(_WORD.findall(text))


@lru_cache(maxsize=4096)
def stems(document: Document) -> frozenset[str]:
    """Beginnings of the words of four letters and more."""
    return frozenset(word[:STEM] for word in _WORD.findall(plain(document.text, document.language)))


@lru_cache(maxsize=4096)
def sentence_lengths(document: Document) -> tuple[int, ...]:
    """Characters of each sentence."""
    return tuple(len(part) for part in _SENTENCE.split(document.text) if part and len(part.strip()) > 3)


def one_text(a: Document, b: Document) -> bool:
    """True where one page must be a translation or a rewrite of the other, by wording, names, order and length."""
    short, long = sorted((len(a.text), len(b.text)))
    if short < SHORTER * long:
        return False
    if a.language == b.language:
        mine, other = stems(a), stems(b)
        return len(mine & other) >= REWORDED * min(len(mine), len(other)) if mine and other else False
    counts = sorted((len(sentence_lengths(a)), len(sentence_lengths(b))))
    return counts[1] - counts[0] <= max(2, counts[1] // 3) and _named_alike(a, b)


def _named_alike(a: Document, b: Document) -> bool:
    """True where nearly all names of each page are words of the other; Arabic letters have no capitals to tell them."""
    there = [(names(one), words(other)) for one, other in ((a, b), (b, a)) if names(one)]
    shared = {name for mine, other in there for name in mine & other}
    return len(shared) >= 2 and all(len(mine & other) >= NAMED * len(mine) for mine, other in there)


SHORTER = 0.45  # of the length of the longer page
REWORDED = 0.6  # of the word stems of the page with fewer
NAMED = 0.6  # of the names of the page with fewer


def _skeletons(found: Iterable[str]) -> frozenset[str]:
    return frozenset(one[:SKELETON] for one in map(_skeleton, found) if len(one) >= 3)


def _skeleton(name: str) -> str:
    letters = name.lower()
    for group, sound in _SOUNDS.items():
        letters = letters.replace(group, sound)
    return re.sub(r"(.)\1+", r"\1", _SILENT.sub("", letters.translate(_LETTERS)))
