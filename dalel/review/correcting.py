"""Corrections of people: which attributes can be corrected, and a claim with what is right in the place of what was
read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any, get_args

from dalel import regions
from dalel.errors import InvalidValue, UnknownName
from dalel.records import Claim, Measure, Modality, Status

_LONGEST = 500  # characters of a corrected value


def check(claim: Claim, corrections: Mapping[str, str | None]) -> None:
    """InvalidValue or UnknownName where a correction names no attribute, no value of it, or what was read anyway."""
    for name, text in corrections.items():
        if name not in _PARSERS:
            raise UnknownName("attribute", name, list(_PARSERS))
        if _parsed(name, text) == getattr(claim, name):
            raise InvalidValue(f"{name} is {text!r} already as it was read: nothing to correct")


def corrected(claim: Claim, corrections: Sequence[tuple[str, str | None]]) -> Claim:
    """The claim with the corrected attributes; the words and where they stand stay as they are."""
    return replace(claim, **{name: _parsed(name, text) for name, text in corrections})


def attributes() -> tuple[str, ...]:
    """What can be corrected, in the order in which it is shown."""
    return tuple(_PARSERS)


def _parsed(name: str, text: str | None) -> Any:
    if text is None:
        if name in _TOLD:
            raise InvalidValue(f"{name} cannot be left open: give what it is, or reject the number")
        return None
    if not text.strip() or len(text) > _LONGEST or not text.isprintable():
        raise InvalidValue(f"{name} {text[:40]!r}: write it on one line of at most {_LONGEST} characters")
    return _PARSERS[name](name, text.strip())


def _number(name: str, text: str) -> Decimal:
    try:
        value = Decimal(text.replace(" ", "").replace("\N{NO-BREAK SPACE}", "").replace(",", "."))
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite():
        raise InvalidValue(f"{name} {text!r} is no number: write digits, with a point before decimals")
    return value


def _one_of(kind: Any) -> Callable[[str, str], str]:
    def parsed(name: str, text: str) -> str:
        if text not in get_args(kind):
            raise UnknownName(name, text, list(get_args(kind)))
        return text

    return parsed


def _region(name: str, text: str) -> str:
    known = list(regions.load_regions())
    if text not in known:
        raise UnknownName(name, text, known)
    return text


def _words(name: str, text: str) -> str:
    return text


_PARSERS: Mapping[str, Callable[[str, str], Any]] = {
    "value": _number, "value_max": _number, "unit": _words, "modality": _one_of(Modality), "measure": _one_of(Measure),
    "counted": _words, "indicator": _words, "topic": _words, "region": _region, "place": _words, "as_of": _words,
    "status": _one_of(Status), "speaker": _words, "purpose": _words,
}  # fmt: skip
_TOLD = frozenset({"value", "modality", "measure"})  # every claim has these
