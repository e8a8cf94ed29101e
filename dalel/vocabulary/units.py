"""A unit as a record: what is counted or measured, per what, and scaled by how much.

It is stored and printed as one string, "KZT", "KZT/month/child", "0.01 KZT", "km/hour", and read back by `unit`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache, lru_cache
from typing import cast

from dalel.records import Measure
from dalel.vocabulary import rows

HEAD, UNITS = rows.read()
CURRENCY = re.compile(r"[A-Z]{3}")  # ISO 4217
SCALED = re.compile(r"(0\.\d+) ([A-Z]{3})")  # the minor unit of a currency
MONEY = ("money", "index")
ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Unit:
    """`base` is the code of a row of units.toml, an ISO 4217 code, or a noun that no row has (it counts things).

    `kind` is one of [kinds] in units.toml, of a rate that of what is counted: money of KZT/month/child. `measure` is
    what a claim with this unit measures; None for money, of which the words around it tell.
    """

    base: str
    per: tuple[str, ...] = ()  # of KZT/month/child: month, child
    scaled: Decimal = ONE  # of "0.01 KZT": 0.01
    kind: str = field(init=False, compare=False)
    measure: Measure | None = field(init=False, compare=False)
    money: bool = field(init=False, compare=False)  # a sum of money, no rate

    def __post_init__(self) -> None:
        row = UNITS.get(str(self)) or UNITS.get(self.base)
        kind = row.kind if row else "money" if CURRENCY.fullmatch(self.base) else "thing"
        paid = kind in MONEY
        other = row.measure if row and not self.per else "other_count"
        object.__setattr__(self, "kind", kind)
        object.__setattr__(self, "measure", ("unit_price" if self.per else None) if paid else cast(Measure, other))
        object.__setattr__(self, "money", paid and not self.per)

    def __str__(self) -> str:
        """As it is stored: 0.01 KZT, KZT/month/child."""
        return "/".join([self.base if self.scaled == ONE else f"{self.scaled:f} {self.base}", *self.per])


@lru_cache(10_000)
def unit(code: str) -> Unit:
    """The record of a unit as stored; every string is one, a noun that no row has counts itself."""
    base, *per = code.split("/")
    part = SCALED.fullmatch(base)
    return Unit(part[2], tuple(per), Decimal(part[1])) if part else Unit(base, tuple(per))


@cache
def of_kind(*kinds: str) -> frozenset[str]:
    """The codes of the units of these kinds."""
    return frozenset(code for code, row in UNITS.items() if row.kind in kinds)


@cache
def labelled(label: str) -> tuple[str, ...]:
    """The codes of the units whose quantities have this label, in the order of the table."""
    return tuple(code for code, row in UNITS.items() if row.label == label)
