"""The rows of measures.toml: what a claim measures, whether that is money, and how it is printed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dalel import languages
from dalel.languages import schema

FILE = Path(__file__).parent / "measures.toml"


@dataclass(frozen=True, kw_only=True, slots=True)
class Measured:
    """One measure: `step` is the step of a promise that it is by itself ("announced", "contracted"), else ""."""

    kk: str
    ru: str
    en: str
    money: bool = False
    step: str = ""


def read(path: Path = FILE) -> dict[str, Measured]:
    """Every measure by its code; MalformedDeclaration names the file, the field and the nearest name."""
    return {code: schema.build(Measured, row, path.name, code) for code, row in languages.read(path).items()}


MEASURES = read()
