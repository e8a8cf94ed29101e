"""The words of frames.toml that say what money is for, compiled."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from dalel import languages
from dalel.claims.frames.words import spelling
from dalel.regions.trie import alternation


def table(language: str) -> dict[str, Any]:
    """All words of frames.toml of a language."""
    return languages.load(language, "frames")


@cache
def opening(language: str) -> re.Pattern[str]:
    """Words behind which the purpose of money stands: "на", "for"."""
    words = _purpose_words(language, "before")
    return re.compile(rf"(?<!\w){alternation(words)}\s+(?=[^\W\d_]|\d)")


@cache
def not_for(language: str) -> re.Pattern[str]:
    """Words that a purpose never begins with: "на сумму", "for each"."""
    return re.compile(rf"{alternation(_purpose_words(language, 'never'))}")


@cache
def closing(language: str) -> re.Pattern[str]:
    """Words with which a purpose ends."""
    return re.compile(rf"{alternation(_purpose_words(language, 'closing'))}(?!\w)")


@cache
def datives(language: str) -> tuple[str, ...]:
    """Case endings of the last word of a purpose."""
    return tuple(_purpose_words(language, "ends"))


@cache
def joining(language: str) -> frozenset[str]:
    """Words that end like a verb and are part of the noun behind them: «сатып алу»."""
    return frozenset(_purpose_words(language, "joining"))


def _purpose_words(language: str, name: str) -> list[str]:
    return [spelling(language)(word) for word in languages.load(language, "frames")["purpose"][name]]
