"""A number as its groups of three digits, largest scale first."""

from __future__ import annotations


def groups(number: int) -> list[tuple[int, int]]:
    """[(group, power of a thousand)]: 4 105 381 000 is [(4, 3), (105, 2), (381, 1)]; zero has none."""
    found = []
    power = 0
    while number:
        number, group = divmod(number, 1000)
        if group:
            found.append((group, power))
        power += 1
    return found[::-1]
