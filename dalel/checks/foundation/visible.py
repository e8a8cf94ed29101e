"""HTML -> what it shows, and what it only carries: a plain stripping of tags, independent of the readers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dalel import jsontext
from dalel.characters import unescaped
from dalel.checks.foundation.rows import DEEPEST, json_rows, marked_rows

# tags that do not part words: in "<b>4</b>360" the reader of the page sees 4360
_INLINE = re.compile(
    "a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|nobr|q|s|samp|small|span|strike"
    "|strong|sub|sup|time|tt|u|var|wbr"
)
_UNSEEN = frozenset(("script", "style", "template"))
# the quoted values of a tag may hold ">"; a quote that is never closed ends at the next "<"
_TAG = re.compile(
    r"""<(?P<end>/?)(?P<name>[a-zA-Z!?][^\s/>"'<]*+)(?P<attributes>(?:[^>"']++|"[^"<]*+"|'[^'<]*+'|["'])*+)(?P<close>>?)"""
)
_NUMBERED = re.compile(r"\d(?<!(?<!\d)10)$")  # a number, but no ten, which may have a power
_NOTE = re.compile(
    r"\s*+(?:<a\b[^<>]*+>)?\s*+\d{1,2}\s*+(?:</a\s*+>)?\s*+</sup\s*+>", re.IGNORECASE
)  # "300<sup>1</sup>"
_CONTENT = re.compile(r"""\bcontent\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)')""", re.IGNORECASE)


@dataclass(frozen=True)
class Reading:
    """One way to read archived bytes: the text on the page, and strings that stand in its metadata only."""

    shown: str
    carried: str = ""
    rows: tuple[str, ...] = ()  # of tables: the cells of a row, apart


def read_html(markup: str) -> Reading:
    """Text outside tags, scripts and comments; and titles, descriptions and data that the page carries along.

    One pass in linear time, whatever the page does: an unclosed tag, quote, comment or script ends the page.
    """
    shown: list[str] = []
    carried: list[str] = []
    position = 0
    while (mark := markup.find("<", position)) >= 0:
        shown.append(markup[position:mark])
        if markup.startswith("<!--", mark):
            position = _after(markup, "-->", mark)
            continue
        tag = _TAG.match(markup, mark)
        if tag is None:
            shown.append("<")
            position = mark + 1
            continue
        position = tag.end() if tag["close"] else len(markup)
        position = _entered(tag, markup, position, shown, carried)
    shown.append(markup[position:])
    rows = tuple(unescaped(row) for row in marked_rows(markup))
    return Reading(unescaped("".join(shown)), unescaped("\n".join(carried)), rows)


def read_json(text: str) -> Reading:
    """All names and values of a JSON text, without tags; ValueError where it is none."""
    strings = _strings(jsontext.parse(text, exact=True))
    found = [read_html(string).shown if "<" in string or "&" in string else string for string in strings]
    return Reading("\n".join(found), rows=tuple(json_rows(text)))


def _entered(tag: re.Match[str], markup: str, position: int, shown: list[str], carried: list[str]) -> int:
    """Notes what a tag means for its surroundings; where reading goes on."""
    name, attributes = tag["name"].lower(), tag["attributes"]
    if name in _UNSEEN and not tag["end"]:
        closing = re.compile(f"</{name}", re.IGNORECASE).search(markup, position)
        content = markup[position : closing.start() if closing else len(markup)]
        if name == "script" and "json" in attributes.lower():
            carried.append(_data(content))
        return closing.start() if closing else len(markup)
    if name == "sup" and shown and _NUMBERED.search(shown[-1]) and (note := _NOTE.match(markup, position)):
        return note.end()
    if name == "meta" and (content_ := _CONTENT.search(attributes)):
        carried.append(content_["double"] or content_["single"] or "")
    if not _INLINE.fullmatch(name):
        shown.append("\n")
    return position


def _data(text: str) -> str:
    try:
        return read_json(text).shown
    except ValueError:
        return ""


def _after(markup: str, end: str, position: int) -> int:
    found = markup.find(end, position)
    return len(markup) if found < 0 else found + len(end)


def _strings(value: Any, depth: int = 0) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif depth < DEEPEST and isinstance(value, dict | list):
        for item in [*value, *value.values()] if isinstance(value, dict) else value:
            yield from _strings(item, depth + 1)
