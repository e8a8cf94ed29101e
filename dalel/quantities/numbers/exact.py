"""Exact values: integers and decimals to plain Decimals, nothing rounded, no exponent where none is needed."""

from __future__ import annotations

from decimal import Decimal

from dalel.quantities.words.word import Number


def exact(value: Number) -> Decimal:
    """The value as a plain Decimal: 3.8 * 10**9 is Decimal("3800000000")."""
    if isinstance(value, int):
        return Decimal(value)
    whole = int(value)
    return Decimal(whole) if whole == value else value.normalize()


def plain(value: Decimal) -> str:
    """The value as a decimal string without exponent."""
    return format(value, "f")
