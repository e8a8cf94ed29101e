"""Numbers that follow from others of the text: sum, difference, ratio, share, growth, price of one.

A number is derived where its own words say how it was computed (derived.toml, or its unit: percent, times, a rate) and
it is what comes out, within printed precision. That it does not come out is said only where two numbers alone can have
been meant.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import combinations, permutations
from pathlib import Path
from typing import Any

from dalel import regions
from dalel.checks.foundation.precision import (
    EXACT,
    Span,
    difference,
    meet,
    plain,
    printed_step,
    quotient,
    shown,
    span,
    total,
)
from dalel.records import Claim
from dalel.regions.spelling import spellings
from dalel.vocabulary import unit

FILE = Path(__file__).with_name("derived.toml")
WAYS = ("sum", "difference", "growth", "ratio", "share", "price")
OPERANDS = 6  # numbers before it that may have been computed with
HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Derived:
    """How a number follows from others of the text: whether it does, and the arithmetic in numbers."""

    operands: tuple[Claim, ...]
    holds: bool
    arithmetic: str


@cache
def declared() -> Mapping[str, Any]:
    """derived.toml."""
    return tomllib.loads(FILE.read_text("utf-8"))


@cache
def _pattern(way: str, language: str) -> re.Pattern[str]:
    words = [spelled for word in declared()[way][language] for spelled in spellings(word, language)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(word.removesuffix('_')) + _ending(word) for word in words)})")


def _ending(word: str) -> str:
    return r"(?!\w)" if word.endswith("_") else ""


def ways(sentence: str, language: str) -> tuple[str, ...]:
    """Which ways of computing the words of a sentence name."""
    low = regions.comparable(sentence, language).text
    return tuple(way for way in WAYS if _pattern(way, language).search(low))


def derived(claim: Claim, language: str, before: Sequence[Claim]) -> Derived | None:
    """How the claim follows from those of `before` (nearest first), or fails to; None where nothing says it does."""
    pool = before[:OPERANDS]
    tried = [made for way in _possible(claim, ways(claim.sentence, language)) for made in _computed(claim, way, pool)]
    holding = [made for made in tried if made.holds]
    if holding:
        return holding[0]
    return tried[0] if len(tried) == 1 else None


def _possible(claim: Claim, told: Sequence[str]) -> list[str]:
    """The ways that the unit of a number allows and its words name; a share and a ratio are named by their unit."""
    if claim.unit == "percent":
        return ["growth"] if "growth" in told else ["share"]
    if claim.unit == "times":
        return ["ratio"]
    if claim.measure == "unit_price" or "/" in (claim.unit or ""):
        return ["price"]
    of_one = ["price"] if "price" in told and claim.label == "MONEY" else []
    return of_one or [way for way in ("sum", "difference") if way in told]


def _computed(claim: Claim, way: str, pool: Sequence[Claim]) -> list[Derived]:
    made = []
    alike = [one for one in pool if one.unit == claim.unit]
    if way == "sum":
        groups = [tuple(reversed(alike[:size])) for size in range(2, len(alike) + 1)]
        made += [
            _derived(claim, group, " + ", sum((one.value for one in group), Decimal(0)), total(map(span, group)))
            for group in groups
        ]
    elif way == "difference":
        made += [
            _derived(claim, (a, b), " - ", a.value - b.value, difference(span(a), span(b)))
            for a, b in (sorted(pair, key=lambda one: -one.value) for pair in combinations(alike, 2))
        ]
    elif way == "price":
        money = [one for one in pool if one.label == "MONEY" and one.unit == _base(claim)]
        counts = [one for one in pool if one.label in ("CARDINAL", "QUANTITY") and one.value > 1]
        made += [_divided(claim, a, b, Decimal(1)) for a in money for b in counts]
    else:
        made += [_relative(claim, way, a, b) for a, b in _pairs(pool)]
    return made


def _base(claim: Claim) -> str | None:
    return unit(claim.unit).base if claim.unit else None


def _pairs(pool: Sequence[Claim]) -> list[tuple[Claim, Claim]]:
    """Two numbers of one unit that may be set against each other, the later one of the text first."""
    return [
        (a, b)
        for a, b in permutations(pool, 2)
        if a.unit == b.unit and a.value and b.value and a.label not in ("PERCENT", "MULTIPLE") and a.unit
    ]


def _relative(claim: Claim, way: str, a: Claim, b: Claim) -> Derived:
    """a as a multiple or share of b, or what a is above or below b in percent of it."""
    if way != "growth":
        return _divided(claim, a, b, HUNDRED if way == "share" else Decimal(1))
    exact = abs(EXACT.divide(a.value - b.value, b.value)) * HUNDRED
    words = f"({plain(a.value)} - {plain(b.value)}) / {plain(b.value)} = {shown(exact, printed_step(claim))} %"
    ends = quotient(span(a), span(b))
    bounds = [abs(end - 1) * HUNDRED for end in ends if end is not None]
    low, high = (min(bounds), max(bounds)) if len(bounds) > 1 else (exact, exact)
    return Derived((a, b), meet(span(claim), Span(low, high)), words)


def _divided(claim: Claim, a: Claim, b: Claim, factor: Decimal) -> Derived:
    exact = EXACT.divide(a.value * factor, b.value)
    ends = Span(*(None if end is None else end * factor for end in quotient(span(a), span(b))))
    sign = " %" if factor == HUNDRED else ""
    words = f"{plain(a.value)} / {plain(b.value)} = {shown(exact, printed_step(claim))}{sign}"
    return Derived((a, b), meet(span(claim), ends), words)


def _derived(claim: Claim, operands: Sequence[Claim], sign: str, exact: Decimal, within: Span) -> Derived:
    words = f"{sign.join(plain(one.value) for one in operands)} = {plain(exact)}"
    return Derived(tuple(operands), meet(span(claim), within), words)
