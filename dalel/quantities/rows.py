"""JSON Lines in and out, for `dalel quantities` and other people's pipelines.

In: `{"id": ..., "text": ..., "lang"?: "kk" | "ru" | "en" | null}`, one object a line. Out, in the same order:
`{"id": ..., "quantities": [{"start", "end", "core_start", "core_end", "text", "value", "value_max", "unit", "label",
"modality", "whole", "restates"}]}`. `value` is an exact decimal string without exponent; `whole`, of the part of a
stated ratio, is `{"value", "start", "end"}`; `restates`, of an amount given again in another currency, is the first of
the two, `{"value", "unit", "start", "end"}`; labels and spans are those of dalel.quantities.finding.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from dalel.errors import UnknownName, UnreadableFile
from dalel.quantities.finding import find_quantities
from dalel.quantities.numbers.exact import plain
from dalel.records import Quantity


def quantity_rows(lines: Iterable[str]) -> Iterator[str]:
    """One line out for each line in, as they come; blank lines are passed over. UnreadableFile names a bad line."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        row = parsed(line, number)
        try:
            found = find_quantities(row["text"], row.get("lang"))
        except UnknownName as fault:
            raise UnreadableFile(f"line {number}: {fault}; leave 'lang' out to have it asked of the text") from fault
        answer = {"id": row["id"], "quantities": [as_row(quantity) for quantity in found]}
        yield json.dumps(answer, ensure_ascii=False)


def parsed(line: str, number: int) -> dict[str, Any]:
    """The row of a line; UnreadableFile where it is not an object with `id` and a `text` that is a string."""
    try:
        row = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as fault:
        raise UnreadableFile(f"line {number} is not JSON: {fault}; write one object a line") from fault
    if not isinstance(row, dict) or "id" not in row or not isinstance(row.get("text"), str):
        raise UnreadableFile(f'line {number} is no row: it needs "id" and "text", the text a string')
    if not isinstance(row.get("lang"), str | None):
        raise UnreadableFile(f'line {number}: "lang" is {row["lang"]!r}; give "kk", "ru", "en" or leave it out')
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
