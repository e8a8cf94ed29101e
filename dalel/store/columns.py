"""The columns of a record type, and how each value becomes text and comes back exactly."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from dalel.errors import InvalidValue


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """One field of a record: `kind` is str, int, bool, decimal, date, datetime, list, object or objects."""

    name: str
    kind: str
    optional: bool
    choices: tuple[str, ...] = ()
    record: type | None = None  # of a nested record


_KINDS: Mapping[type, str] = {
    str: "str", bool: "bool", int: "int", Decimal: "decimal", datetime: "datetime", date: "date",
}  # fmt: skip


def columns(record_type: type[Any]) -> tuple[Column, ...]:
    """The columns of a dataclass in the order of its fields; TypeError for a field type that no table can hold."""
    key: Any = record_type
    return _columns(key)


@cache
def _columns(record_type: Any) -> tuple[Column, ...]:
    hints = get_type_hints(record_type)
    return tuple(_column(item.name, hints[item.name]) for item in fields(record_type))


def _column(name: str, hint: Any) -> Column:
    optional = False
    if get_origin(hint) in (Union, UnionType):
        kinds = [kind for kind in get_args(hint) if kind is not NoneType]
        optional = len(kinds) < len(get_args(hint))
        if len(kinds) != 1:
            raise TypeError(f"column {name}: {hint} cannot be kept in a table; use one type or one type and None")
        hint = kinds[0]
    if get_origin(hint) is Literal:
        return Column(name=name, kind="str", optional=optional, choices=get_args(hint))
    if get_origin(hint) is tuple and get_args(hint) == (str, ...):
        return Column(name=name, kind="list", optional=optional)
    if is_dataclass(hint) and isinstance(hint, type):
        return Column(name=name, kind="object", optional=optional, record=hint)
    if get_origin(hint) is tuple and is_dataclass(item := get_args(hint)[0]) and isinstance(item, type):
        return Column(name=name, kind="objects", optional=optional, record=item)
    if hint not in _KINDS:
        raise TypeError(f"column {name}: {hint} cannot be kept in a table")
    return Column(name=name, kind=_KINDS[hint], optional=optional)


def encode(column: Column, value: Any) -> str | None:
    """The value as exact text; None stays None. InvalidValue where it is not of the column's type."""
    if value is None:
        if not column.optional:
            raise InvalidValue(f"column {column.name}: a value is missing where there must be one")
        return None
    try:
        text = _ENCODERS[column.kind](value)
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InvalidValue(
            f"column {column.name}: {value!r:.80} is no valid Unicode text; the reader of the page must replace it"
        ) from error
    except (AttributeError, TypeError) as error:
        raise InvalidValue(f"column {column.name}: {value!r:.80} is not of type {column.kind}") from error
    return text


def decode(column: Column, text: str | None) -> Any:
    """The value `encode` was given. InvalidValue names the column where the text is no such value."""
    if text is None:
        if not column.optional:
            raise InvalidValue(f"column {column.name}: a cell is empty that must not be; rebuild the tables")
        return None
    if column.choices and text not in column.choices:
        raise InvalidValue(f"column {column.name}: {text!r:.80} is none of {', '.join(column.choices)}")
    try:
        if column.record is not None:
            given = json.loads(text)
            if column.kind == "objects":
                return tuple(_nested(column.record, one) for one in given)
            return _nested(column.record, given)
        return _DECODERS[column.kind](text)
    except (ArithmeticError, ValueError, KeyError, TypeError) as error:
        raise InvalidValue(f"column {column.name}: {text!r:.80} is no {column.kind}; rebuild the tables") from error


def _nested(record_type: type, cells: Mapping[str, str | None]) -> Any:
    return record_type(**{column.name: decode(column, cells[column.name]) for column in columns(record_type)})


def _encode_objects(values: Any) -> str:
    return "[" + ",".join(map(_encode_object, values)) + "]"


def _encode_object(value: Any) -> str:
    cells = {column.name: encode(column, getattr(value, column.name)) for column in columns(type(value))}
    return json.dumps(cells if is_dataclass(value) else asdict(value), ensure_ascii=False)


def _decode_bool(text: str) -> bool:
    return {"true": True, "false": False}[text]


def _decode_list(text: str) -> tuple[str, ...]:
    given = json.loads(text)
    if not isinstance(given, list) or not all(isinstance(item, str) for item in given):
        raise ValueError(text)
    return tuple(given)


_ENCODERS: Mapping[str, Callable[[Any], str]] = {
    "str": lambda value: value + "",
    "bool": lambda value: "true" if value else "false",
    "int": lambda value: str(int(value)),
    "decimal": str,
    "date": lambda value: value.isoformat(),
    "datetime": lambda value: value.isoformat(),
    "list": lambda value: json.dumps(list(value), ensure_ascii=False),
    "object": _encode_object,
    "objects": _encode_objects,
}
_DECODERS: Mapping[str, Callable[[str], Any]] = {
    "str": str,
    "bool": _decode_bool,
    "int": int,
    "decimal": Decimal,
    "date": date.fromisoformat,
    "datetime": datetime.fromisoformat,
    "list": _decode_list,
}
