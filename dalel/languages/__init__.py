"""The words of each language: one folder per language, one TOML file per subject, no rule.

A language is a folder here (`kk`, `ru`, `en`); a subject is a file in it (`numbers`, `nouns`, `dates`, ...). Nothing is
registered: a new folder is a new language. Ground floor: imports nothing of the house but its errors.
"""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from dalel.errors import MalformedDeclaration, UnknownName

FOLDER = Path(__file__).resolve().parent
EXAMPLES = ("EXAMPLES", "NOT_EXAMPLES")  # tables of sentences: read by tests, free of the rules for words


@cache
def known() -> tuple[str, ...]:
    """The languages there are, as their ISO 639-1 codes, sorted."""
    return tuple(sorted(p.name for p in FOLDER.iterdir() if p.is_dir() and any(p.glob("*.toml"))))


@cache
def load(language: str, subject: str) -> dict[str, Any]:
    """The words of `subject` in `language`, parsed once; callers do not change what they get.

    Raises UnknownName for a language or subject without a file, MalformedDeclaration (file and field) for a file that
    is not TOML or holds an empty word, or a word whose letters are not composed (NFC) and would never match.
    """
    if language not in known():
        raise UnknownName("language", language, known())
    path = FOLDER / language / f"{subject}.toml"
    subjects = sorted(p.stem for p in path.parent.glob("*.toml"))
    if subject not in subjects:
        raise UnknownName(f"subject of language {language}", subject, subjects)
    return read(path)


def read(path: Path) -> dict[str, Any]:
    """One word file, parsed and checked; MalformedDeclaration names the file and the field."""
    place = "/".join(path.parts[-3:])
    try:
        words = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise MalformedDeclaration(f"{place} is not valid TOML in UTF-8: {fault}") from fault
    for field, word in ((f, w) for key in words if key not in EXAMPLES for f, w in strings(words[key], key)):
        if not word.strip():
            raise MalformedDeclaration(f"{place}: field {field!r} holds an empty word; remove it")
        if not unicodedata.is_normalized("NFC", word):
            raise MalformedDeclaration(f"{place}: field {field!r}: {word!r} is decomposed; write it in NFC")
    return words


def strings(value: Any, field: str) -> Iterator[tuple[str, str]]:
    """Every string in a parsed TOML value with the dotted field it stands in; keys are words too."""
    if isinstance(value, str):
        yield field, value
    elif isinstance(value, list):
        for position, item in enumerate(value):
            yield from strings(item, f"{field}[{position}]")
    elif isinstance(value, dict):
        for key, item in value.items():
            yield field, key
            yield from strings(item, f"{field}.{key}")
