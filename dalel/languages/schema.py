"""A TOML table as a frozen dataclass: each field says once how its entries are written; no other field may stand there.

A field without a default must be given; "_" behind the name of a field (`and_`) is not written in the file. Its type
says what it holds: `bool`, `int`, `str`, `tuple[X, ...]`, a mapping `Mapping[str, X]`, `Mapping[Number, X]` or
`Mapping[Literal[...], X]`, a dataclass, one of the notations below, which all word files share, or either of these
or None.
"""

from __future__ import annotations

import dataclasses
import difflib
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from dalel.errors import MalformedDeclaration

T = TypeVar("T")
Number = int | Decimal


@dataclasses.dataclass(frozen=True, slots=True)
class Notation:
    """How an entry is written: `pattern` matches all of it, `told` says it to who wrote it otherwise."""

    name: str
    pattern: re.Pattern[str]
    told: str


# a form that stands in a text as it is; several words are a phrase
Word = Annotated[str, Notation("word", re.compile(r"[^\s*]+"), "one form, without spaces and without *")]
Phrase = Annotated[str, Notation("phrase", re.compile(r"[^\s*]+(?: [^\s*]+)*"), "words with one space between, no *")]
# a form, or with "*" behind it a stem that takes the endings of the language; in a phrase each word may be one
Stem = Annotated[str, Notation("stem", re.compile(r"[^\s*]+\*?(?: [^\s*]+\*?)*|\S*\*\S+"), "words; * behind a stem")]
Ending = Annotated[str, Notation("ending", re.compile(r"[^\s*]+"), "the last letters of a word, without - and *")]
Code = Annotated[str, Notation("code", re.compile(r"\S+(?: \S+)?"), "a unit of vocabulary/units.toml or a currency")]


def build(cls: type[T], raw: Any, place: str, field: str = "") -> T:
    """The dataclass `cls` of a parsed table; `place` is its file and `field` the dotted name of the table.

    Raises MalformedDeclaration, with the nearest name, for a field that is unknown, missing, of another type or
    written otherwise than its notation, and for an entry that stands twice in one list.
    """
    if not isinstance(raw, dict):
        raise wrong(place, field, "is no table; write [name] above its fields")
    kinds = hints(cls)  # type: ignore[arg-type]
    fields = {entry.name.rstrip("_"): entry for entry in dataclasses.fields(cls)}  # type: ignore[arg-type]
    for name in raw:
        if name not in fields:
            raise wrong(place, dotted(field, name), f"is unknown; {nearest(name, fields)}")
    given: dict[str, Any] = {}
    for name, entry in fields.items():
        if name in raw:
            given[entry.name] = value(kinds[entry.name], raw[name], place, dotted(field, name))
        elif entry.default is dataclasses.MISSING and entry.default_factory is dataclasses.MISSING:
            raise wrong(place, dotted(field, name), "is missing; give it, empty where the language has none")
    return cls(**given)


@cache
def hints(cls: type) -> dict[str, Any]:
    """The types of the fields, resolved once."""
    return get_type_hints(cls, include_extras=True)


def value(kind: Any, raw: Any, place: str, field: str) -> Any:
    """A parsed value as `kind`."""
    origin = get_origin(kind)
    if origin is UnionType:  # X | None
        kind = next(one for one in get_args(kind) if one is not NoneType)
        origin = get_origin(kind)
    if origin is tuple:
        return listed(get_args(kind)[0], raw, place, field)
    if origin is Mapping:
        return mapped(kind, raw, place, field)
    if origin is Annotated:
        return noted(get_args(kind)[1], raw, place, field)
    if dataclasses.is_dataclass(kind):
        return build(kind, raw, place, field)  # type: ignore[arg-type]
    if type(raw) is not kind:
        raise wrong(place, field, f"is {raw!r}; write a {kind.__name__}")
    return raw


def listed(kind: Any, raw: Any, place: str, field: str) -> tuple[Any, ...]:
    """A list; of words, in which none stands twice."""
    if not isinstance(raw, list):
        raise wrong(place, field, f"is {raw!r}; write a list")
    found = tuple(value(kind, entry, place, f"{field}[{number}]") for number, entry in enumerate(raw))
    twice = [entry for number, entry in enumerate(found) if entry in found[:number]]
    if twice and get_origin(kind) is Annotated:
        raise wrong(place, field, f"holds {twice[0]!r} twice; remove one")
    return found


def mapped(kind: Any, raw: Any, place: str, field: str) -> dict[Any, Any]:
    """A table whose names are data: of languages, of values, of codes."""
    if not isinstance(raw, dict):
        raise wrong(place, field, "is no table")
    names, entries = get_args(kind)
    if get_origin(names) is Literal:
        for name in raw:
            if name not in get_args(names):
                raise wrong(place, dotted(field, name), f"is unknown; {nearest(name, get_args(names))}")
    numbers = names == Number
    return {
        (number(name, place, field) if numbers else name): value(entries, entry, place, dotted(field, name))
        for name, entry in raw.items()
    }


def noted(notation: Notation, raw: Any, place: str, field: str) -> str:
    """A string written as its notation asks."""
    if not isinstance(raw, str) or notation.pattern.fullmatch(raw) is None:
        raise wrong(place, field, f"is {raw!r}; a {notation.name} is {notation.told}")
    return raw


def number(text: str, place: str, field: str) -> Number:
    """A name of a table as a number: 1_000, 1.5."""
    try:
        return Decimal(text) if "." in text else int(text)
    except (ValueError, InvalidOperation) as fault:
        raise wrong(place, field, f"has the name {text!r}; write a number") from fault


def dotted(field: str, name: str) -> str:
    """The name of a field of the table `field`."""
    return f"{field}.{name}" if field else name


def nearest(name: str, known: Iterable[str]) -> str:
    """What was probably meant, and what there is."""
    listed = sorted(known)
    near = difflib.get_close_matches(name, listed, n=1, cutoff=0.5)
    return (f"did you mean {near[0]!r}? " if near else "") + "known: " + ", ".join(listed)


def wrong(place: str, field: str, told: str) -> MalformedDeclaration:
    """The error for a field of a file."""
    return MalformedDeclaration(f"{place}: field {field!r} {told}")
