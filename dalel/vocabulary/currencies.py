"""Every currency of ISO 4217, today's and withdrawn, with its minor unit and its names of CLDR in each language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dalel import languages
from dalel.languages import schema
from dalel.languages.schema import Stem

FILE = Path(__file__).parent / "currencies.toml"


@dataclass(frozen=True, kw_only=True, slots=True)
class Currency:
    """One currency: `digits` of its minor unit (2: hundredths), and the words it is read by."""

    digits: int
    kk: tuple[Stem, ...] = ()
    ru: tuple[Stem, ...] = ()
    en: tuple[Stem, ...] = ()


@cache
def currencies() -> Mapping[str, Currency]:
    """Every currency by its code; MalformedDeclaration names the file, the field and the nearest name."""
    rows = languages.read(FILE)
    return {code: schema.build(Currency, row, FILE.name, code) for code, row in rows.items()}
