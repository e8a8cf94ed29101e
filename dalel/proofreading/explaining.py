"""What a reader is told of a mark, in Kazakh, Russian or English: words.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from dalel.errors import UnknownName
from dalel.proofreading.marks import Mark

FILE = Path(__file__).with_name("words.toml")


@cache
def _all() -> Mapping[str, Any]:
    return tomllib.loads(FILE.read_text("utf-8"))


def words(language: str) -> Mapping[str, Any]:
    """All words of one language; UnknownName with the nearest where there is no such language."""
    if language not in _all():
        raise UnknownName("language", language, _all())
    told: Mapping[str, Any] = _all()[language]
    return told


def explained(finding: str, language: str) -> str:
    """What a finding means, as a sentence."""
    return str(words(language)["explained"][finding])


def differing(mark: Mark, language: str) -> str:
    """What of a number is not right, in words; "" where all is."""
    return "; ".join(str(words(language)["attributes"][name]) for name in mark.differs)
