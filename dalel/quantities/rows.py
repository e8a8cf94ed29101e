"""JSON Lines in and out, for `dalel quantities` and other people's pipelines.

In: `{"id": ..., "text": ..., "language"?: "kk" | "ru" | "en" | null}`, one object a line; `lang` is another name
of `language`. Out, in the same order:
`{"id": ..., "quantities": [{"start", "end", "core_start", "core_end", "text", "value", "value_max", "unit", "label",
"modality", "whole", "restates"}]}`. `value` is an exact decimal string without exponent; `whole`, of the part of a
stated ratio, is `{"value", "start", "end"}`; `restates`, of an amount given again in another currency, is the first of
the two, `{"value", "unit", "start", "end"}`; labels and spans are those of dalel.quantities.finding.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Any, TypeVar

from dalel.errors import UnknownName, UnreadableFile
from dalel.quantities.finding import explained, find_quantities
from dalel.quantities.numbers.exact import plain
from dalel.records import Quantity

T = TypeVar("T")
OTHER = "other"  # a language that is none of ours: asked of the text
HALF_PAIR = re.compile(r"[\ud800-\udfff]")


def quantity_rows(lines: Iterable[str], explain: bool = False) -> Iterator[str]:
    """One line out for each line in, as they come; blank lines are passed over. UnreadableFile names a bad line.

    With `explain` each line says in `left_alone` which numbers are no quantities, and why.
    """
    convert = converter(explain)
    yield from (convert(line, number) for number, line in enumerate(lines, start=1) if line.strip())


def converter(explain: bool = False) -> Callable[[str, int], str]:
    """What makes one line of another, given with its number; UnreadableFile names a bad one."""
    return _explained if explain else _converted


def _converted(line: str, number: int) -> str:
    row, found = _read(line, number, find_quantities)
    return json.dumps({"id": row["id"], "quantities": [as_row(quantity) for quantity in found]}, ensure_ascii=False)


def _explained(line: str, number: int) -> str:
    row, (found, refused) = _read(line, number, explained)
    alone = [one._asdict() | {"text": row["text"][one.start : one.end]} for one in refused]
    answer = {"id": row["id"], "quantities": [as_row(quantity) for quantity in found], "left_alone": alone}
    return json.dumps(answer, ensure_ascii=False)


def _read(line: str, number: int, reader: Callable[[str, str | None], T]) -> tuple[dict[str, Any], T]:
    row = parsed(line, number)
    language = row.get("language", row.get("lang"))
    try:
        return row, reader(row["text"], None if language == OTHER else language)
    except UnknownName as fault:
        raise UnreadableFile(f"line {number}: {fault}; leave 'language' out to have it asked of the text") from fault


def parsed(line: str, number: int) -> dict[str, Any]:
    """The row of a line; UnreadableFile where it is not an object with `id` and a `text` that is a string."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as fault:
        raise UnreadableFile(f"line {number} is not JSON: {fault}; write one object a line") from fault
    if not isinstance(row, dict) or not isinstance(row.get("id"), str | int) or not isinstance(row.get("text"), str):
        raise UnreadableFile(f'line {number} is no row: it needs "id" and "text", the text a string')
    for name in ("id", "text", "language", "lang"):
        if isinstance(value := row.get(name), str) and (half := HALF_PAIR.search(value)):
            code = f"U+{ord(half[0]):04X} at character {half.start()}"
            raise UnreadableFile(f"line {number}: {name!r} has half a surrogate pair, {code}; write all of it")
    for name in ("language", "lang"):
        if not isinstance(row.get(name), str | None):
            raise UnreadableFile(f'line {number}: "{name}" is {row[name]!r}; give "kk", "ru", "en" or leave it out')
    if "language" in row and row.get("lang", row["language"]) != row["language"]:
        raise UnreadableFile(f'line {number}: "language" and "lang" say different things; give one of them')
    return row


def as_row(quantity: Quantity) -> dict[str, Any]:
    """A quantity as plain JSON values."""
    whole, first = quantity.whole, quantity.restates
    return {
        "start": quantity.start,
        "end": quantity.end,
        "core_start": quantity.core_start,
        "core_end": quantity.core_end,
        "text": quantity.text,
        "value": plain(quantity.value),
        "value_max": optional(quantity.value_max),
        "unit": quantity.unit,
        "label": quantity.label,
        "modality": quantity.modality,
        "whole": None if whole is None else {"value": plain(whole.value), "start": whole.start, "end": whole.end},
        "restates": first and {"value": plain(first.value), "unit": first.unit, "start": first.start, "end": first.end},
    }


def optional(value: Decimal | None) -> str | None:
    """The value as an exact decimal string, or None."""
    return None if value is None else plain(value)
