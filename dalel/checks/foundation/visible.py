"""HTML -> what it shows, and what it only carries: a plain stripping of tags, independent of the readers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
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
_STRUCK = frozenset(("del", "s", "strike"))
_LINE_THROUGH = re.compile(r"text-decoration(?:-line)?\s*:[^;\"']*\bline-through\b", re.IGNORECASE)
_STRIKING = re.compile(r"\.([\w-]{1,60})\s*\{[^{}]*text-decoration(?:-line)?\s*:[^;{}]*\bline-through\b", re.IGNORECASE)
_CLASS = re.compile(r"""\bclass\s*=\s*["']?([^"'>]*)""", re.IGNORECASE)
_RAISED = re.compile(  # "300<sup>1</sup>", "300<sup><a href=...>[2]</a></sup>"
    r"\s*+(?:<[a-z][^<>]*+>\s*+){0,4}(?P<told>[\[(]?\s?[-−–]?\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,5}\s?[\])]{0,2}|[*†‡]{1,4})"
    r"\s*+(?:</(?!sup)[a-z]++\s*+>\s*+){0,4}</sup\s*+>",
    re.IGNORECASE,
)
_TEN = re.compile(r"(?<![\d.,])10\s*$")  # a ten may have a power
_NOTED = re.compile(r"(?:^|[\d.,;:!?…»”’\")\]\n]|[^\W\d_]{3})\s*$")  # after a word of two letters it is a square
_TAIL = 40  # characters before a raised number by which it is judged
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
    page = _Page(striking=frozenset(_STRIKING.findall(markup)) if "line-through" in markup else frozenset())
    position = 0
    while (mark := markup.find("<", position)) >= 0:
        page.shown.append(markup[position:mark])
        if markup.startswith("<!--", mark):
            position = _after(markup, "-->", mark)
            continue
        tag = _TAG.match(markup, mark)
        if tag is None:
            page.shown.append("<")
            position = mark + 1
            continue
        position = tag.end() if tag["close"] else len(markup)
        position = _entered(tag, markup, position, page)
    page.shown.append(markup[position:])
    rows = tuple(unescaped(row) for row in marked_rows(markup))
    return Reading(unescaped("".join(page.shown)), unescaped("\n".join(page.carried)), rows)


@dataclass
class _Page:
    """What was found so far on one page."""

    striking: frozenset[str]  # classes whose text is struck out
    shown: list[str] = field(default_factory=list)
    carried: list[str] = field(default_factory=list)
    unclosed: set[str] = field(default_factory=set)  # names of elements that nothing closes any more


def read_json(text: str) -> Reading:
    """All names and values of a JSON text, without tags; ValueError where it is none."""
    strings = _strings(jsontext.parse(text, exact=True))
    found = [read_html(string).shown if "<" in string or "&" in string else string for string in strings]
    return Reading("\n".join(found), rows=tuple(json_rows(text)))


def _entered(tag: re.Match[str], markup: str, position: int, page: _Page) -> int:
    """Notes what a tag means for its surroundings; where reading goes on."""
    name, attributes = tag["name"].lower(), tag["attributes"]
    if name in _UNSEEN and not tag["end"]:
        closing = re.compile(f"</{name}", re.IGNORECASE).search(markup, position)
        content = markup[position : closing.start() if closing else len(markup)]
        if name == "script" and "json" in attributes.lower():
            page.carried.append(_data(content))
        return closing.start() if closing else len(markup)
    if not tag["end"] and name not in page.unclosed and _is_struck(name, attributes, page.striking):
        if (end := _end_of(name, markup, position)) is not None:
            return end
        page.unclosed.add(name)
    if name == "sup" and not tag["end"] and (raised := _RAISED.match(markup, position)):
        before = unescaped("".join(page.shown[-6:])[-_TAIL:])
        if _TEN.search(before) and not raised["told"].startswith(("[", "(", "*")):
            page.shown.append(f"^{raised['told']}")
            return raised.end()
        if _NOTED.search(before):
            return raised.end()
    if name == "meta" and (content_ := _CONTENT.search(attributes)):
        page.carried.append(content_["double"] or content_["single"] or "")
    if not _INLINE.fullmatch(name):
        page.shown.append("\n")
    return position


def _is_struck(name: str, attributes: str, striking: frozenset[str]) -> bool:
    """Whether the text of an element is struck out: its author does not say it."""
    if name in _STRUCK or ("line-through" in attributes.lower() and _LINE_THROUGH.search(attributes)):
        return True
    return bool(striking) and any(striking & set(one.split()) for one in _CLASS.findall(attributes))


def _end_of(name: str, markup: str, position: int) -> int | None:
    """Where the element ends that begins before `position`; None where nothing closes it."""
    depth = 1
    for found in re.compile(rf"<(/?){re.escape(name)}(?=[\s/>])[^<>]*>", re.IGNORECASE).finditer(markup, position):
        depth += -1 if found[1] else 1
        if depth == 0:
            return found.end()
    return None


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
