"""What is typed on the command line -> values."""

from __future__ import annotations

from datetime import date

from dalel.errors import InvalidValue


def day(text: str) -> date | None:
    """A day written as 2020-10-08; None for nothing. InvalidValue for anything else."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise InvalidValue(f"{text!r} is no date; write it as 2020-10-08") from error


def pairs(given: list[str]) -> dict[str, str]:
    """NAME=VALUE, each name once. InvalidValue for one without a value, or given twice."""
    pairs = [item.partition("=") for item in given]
    for name, equals, _ in pairs:
        if not equals:
            raise InvalidValue(f"parameter {name!r} has no value: write NAME=VALUE")
        if sum(other == name for other, _, _ in pairs) > 1:
            raise InvalidValue(f"parameter {name!r} is given more than once: give it once")
    return {name: value for name, _, value in pairs}
