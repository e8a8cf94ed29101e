"""Rows of tables in archived bytes, and whether a number stands in one of them with its label.

A reader tells a cell as a line of its own, "Almaty region — schools connected: 152", which the page does not contain in
one piece. Such a line is found again where one row has the number and the label, and the page has all the other words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice
from typing import Any

from dalel import jsontext
from dalel.records import Claim

MOST = 200_000  # rows of one page that are looked at
DEEPEST = 200  # levels of nested JSON
_CELL = re.compile(r"<(?:\w+:)?(?:td|th|tc)\b[^<>]*>", re.IGNORECASE)
_REACHES = re.compile(
    r"<t[dh]\b[^<>]*?\browspan\s*=\s*[\"']?\s*\+?(\d{1,3})[^<>]*>(.*?)(?=<t[dhr]\b|</t[dhr]\b|$)", re.I | re.S
)
_TAG = re.compile(r"<[^<>]*>")
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+(?:[\s.,'’٫٬]\d+)*")
_LABEL_ENDS = re.compile(r"\s[—–|]\s|:\s")


def marked_rows(markup: str) -> Iterator[str]:
    """The text of every table row or item of HTML or XML, cells apart; entities are left as they are."""
    above: list[tuple[int, str]] = []  # words of cells that reach down, and how many rows on
    for _, content in islice(elements(markup, "tr"), MOST):
        row = _TAG.sub("", _CELL.sub(" | ", content))
        yield " | ".join([*(words for _, words in above), row])
        above = [(left - 1, words) for left, words in above if left > 1]
        reaching = [(int(rows) or DEEPEST, _TAG.sub("", words)) for rows, words in _REACHES.findall(content)]
        above += [(min(rows, DEEPEST) - 1, words) for rows, words in reaching]  # 0 rows: to the end
        above = [(left, words) for left, words in above[:DEEPEST] if left > 0]
    for _, content in islice(elements(markup, "item|row|record"), MOST):
        yield _TAG.sub(" | ", content)


def elements(markup: str, names: str) -> Iterator[tuple[str, str]]:
    """Attributes and content of every element of these names ("tr|item"), cut off where the next one begins.

    In linear time: an element that is never closed ends there, too.
    """
    parts = re.split(rf"<(?:\w+:)?(?:{names})(?=[\s/>])", markup, flags=re.IGNORECASE)[1:]
    closing = re.compile(rf"</(?:\w+:)?(?:{names})\s*>", re.IGNORECASE)
    for part in parts:
        attributes, _, content = part.partition(">")
        end = closing.search(content)
        yield attributes, content[: end.start()] if end else content


def json_rows(text: str) -> Iterator[str]:
    """Names and values of every object in a list of a JSON text; ValueError where it is none."""
    yield from _objects(jsontext.parse(text, exact=True), False, 0)


def stands_in_row(claim: Claim, rows: list[str], page: str) -> bool:
    """True where a row has the claim's number and the label its sentence begins with, and `page` the other words."""
    number = _NUMBER.search(claim.quote)
    label = _LABEL_ENDS.split(claim.sentence)[0]
    if number is None or not _WORD.search(label) or label == claim.sentence:
        return False
    before = claim.sentence[: claim.start - claim.sentence_start]
    wanted, digits = set(_words(label)), _digits(number[0])
    here = any(digits in map(_digits, _NUMBER.findall(row)) and wanted <= set(_words(row)) for row in rows)
    return here and set(_words(before)) <= set(_words(page))


def _objects(value: Any, listed: bool, depth: int) -> Iterator[str]:
    if depth > DEEPEST:
        return
    if isinstance(value, dict):
        if listed:
            yield " | ".join(f"{key} {item}" for key, item in value.items() if not isinstance(item, dict | list))
        for item in value.values():
            yield from _objects(item, False, depth + 1)
    elif isinstance(value, list):
        for item in value[:MOST]:
            yield from _objects(item, True, depth + 1)


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(unicodedata.normalize("NFC", text))]


def _digits(numeral: str) -> str:
    """The digits alone: a sheet stores 1200.5 where its reader prints "1 200,5"."""
    kept = "".join(str(unicodedata.decimal(char)) for char in numeral if unicodedata.decimal(char, None) is not None)
    return kept.lstrip("0")
