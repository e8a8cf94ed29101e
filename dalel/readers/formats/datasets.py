"""Rows of data as JSON: procurement contracts (goszakup), open data sets (data.egov.kz), statistics (taldau).

Each row becomes one line a number, "КГУ «Средняя школа № 3» — pupils: 612", so that a claim knows its row and column.
A text of a row names it; identifiers, codes and dates are no figures and are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dalel import jsontext
from dalel.errors import UnreadableDocument
from dalel.readers.encoding import decode
from dalel.readers.page import Page, clean
from dalel.records import Capture
from dalel.sources import Landmarks

MEDIA_TYPES: frozenset[str] = frozenset()  # application/json is the news API's; rows are told by their bytes
SUFFIXES: frozenset[str] = frozenset()

_HEAD = 4096
_ITEMS = re.compile(rb'^\s*\{.*?"items"\s*:\s*\[', re.DOTALL)
_GRAPHQL = re.compile(rb'^\s*\{\s*"data"\s*:\s*\{\s*"\w+"\s*:\s*\[')
_LIST = re.compile(rb"^\s*\[\s*\{")
_NEWS = re.compile(rb'"(?:body|content|slug|title)"\s*:')  # a list of news items is read item by item, elsewhere
_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")
_NO_FIGURE = re.compile(
    r"(?:^|_)(?:id|bin|iin|biin|kato|code|status|year|date|phone|number|lat|lon|terms?)(?:_|$)|(?:Id|Bin|Iin|Biin|Kato|Code|Status|Year|Date)$"
)
_NAMES = (
    "nameru",
    "name_ru",
    "nameRu",
    "name",
    "contract_number_sys",
    "contractNumberSys",
    "number_anno",
    "numberAnno",
    "namekk",
    "name_kk",
    "nameKk",
)
_TENGE = re.compile(r"(?:_w|W)nds$")  # goszakup, REST v3 and GraphQL: sums in tenge with VAT


def recognises(payload: bytes) -> bool:
    """A list of rows, bare, under "items", or under the name of what GraphQL was asked for, that are no news."""
    head = payload[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    return bool(_ITEMS.match(head) or _LIST.match(head) or _GRAPHQL.match(head)) and not _NEWS.search(head)


def read(payload: bytes, capture: Capture, landmarks: Sequence[Landmarks]) -> Page:
    """The rows as lines; UnreadableDocument for broken JSON and for rows without a number."""
    try:
        answer = jsontext.parse(decode(payload, capture.charset), exact=True)
    except ValueError as error:
        raise UnreadableDocument(f"it is no JSON ({error}); collect the data again") from error
    lines = tuple(line for row in _rows(answer) if isinstance(row, dict) for line in _lines(row))
    if not lines:
        raise UnreadableDocument("its rows hold no numbers; look at the address it was collected from")
    return Page(title=None, lead=None, lines=lines)


def _rows(answer: Any) -> Sequence[Any]:
    if isinstance(answer, dict) and isinstance(answer.get("data"), dict):
        return next((rows for rows in answer["data"].values() if isinstance(rows, list)), [])
    rows = answer.get("items") if isinstance(answer, dict) else answer
    return rows if isinstance(rows, list) else []


def _lines(row: Mapping[str, Any]) -> Iterator[str]:
    if isinstance(row.get("periods"), list):
        yield from _series(row)
        return
    label = next((clean(str(row[name])) for name in _NAMES if row.get(name)), "")
    for name, value in row.items():
        text = clean(str(value)) if isinstance(value, str) else ""
        if name not in _NAMES and _NUMBER.fullmatch(text) and not _NO_FIGURE.search(name):
            yield f"{label} — {name}: {text}{' KZT' if _TENGE.search(name) else ''}"


def _series(row: Mapping[str, Any]) -> Iterator[str]:
    """A series of taldau: termNames name it, each period has its value ("x" where it is withheld)."""
    label = ", ".join(clean(str(name)) for name in row.get("termNames", ()))
    for period in row["periods"]:
        if isinstance(period, dict) and _NUMBER.fullmatch(value := clean(str(period.get("value") or ""))):
            yield f"{label} — {clean(str(period.get('name') or ''))}: {value}"
