"""Plain text and Markdown -> paragraphs as a reader sees them, each character with its offset in the text as given.

Markup of CommonMark is left out (markdown-it-py says what is text), and with it code, addresses and comments: no number
there is a statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from dalel.proofreading.manuscripts import Paragraph
from dalel.transliteration.letters import INVISIBLE

if TYPE_CHECKING:
    from markdown_it.token import Token

# front matter, footnotes (such as `dalel cite --into` writes) and the marks that lead to them
_UNREAD = re.compile(r"\A---\n.*?\n---[ \t]*(?:\n|\Z)|^\[\^[^\]\n]+\]:[^\n]*|\[\^[^\]\n]+\]", re.DOTALL | re.MULTILINE)
_LINE = re.compile(r"[^\n]+")
_CELL = "; "  # between the cells of a row
Letters = list[tuple[str, int]]


def plain(given: str) -> list[Paragraph]:
    """The lines of a text, with single spaces and without invisible characters."""
    lines = (tidied(zip(line[0], range(line.start(), line.end()), strict=True)) for line in _LINE.finditer(given))
    return [line for line in lines if line.text]


def tidied(letters: Iterable[tuple[str, int]]) -> Paragraph:
    """Characters with their places as one paragraph: single spaces, none at its ends, nothing unseen."""
    kept: Letters = []
    for letter, place in letters:
        if letter.isspace():
            if kept and kept[-1][0] != " ":
                kept.append((" ", place))
        elif letter not in INVISIBLE and letter.isprintable():
            kept.append((letter, place))
    if kept and kept[-1][0] == " ":
        kept.pop()
    return Paragraph("".join(letter for letter, _ in kept), [place for _, place in kept])


def markdown(given: str) -> tuple[bool, list[Paragraph]]:
    """Whether the first paragraph is the text's heading (#); paragraphs, headings, list items and rows of tables."""
    from markdown_it import MarkdownIt

    body = _UNREAD.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), given)
    tokens = MarkdownIt("commonmark").enable("table").parse(body)
    found = [paragraph for paragraph in map(tidied, _blocks(tokens, body)) if paragraph.text]
    first = next((token for token in tokens if token.type.endswith("_open")), None)
    return bool(first and first.tag == "h1" and found), found


def _blocks(tokens: Sequence[Token], body: str) -> Iterator[Letters]:
    """The characters of each block that is text, with their places; the cells of a row are one block."""
    starts = [0, *(found.end() for found in re.finditer("\n", body))]
    cursor, row = 0, None
    for token in tokens:
        if token.type == "tr_open":
            row = Row()
        elif token.type == "tr_close" and row is not None:
            yield row.letters
            row = None
        elif token.type == "inline":
            if token.map:
                cursor = max(cursor, starts[token.map[0]])
            letters, cursor = _inline(token.children or [], body, cursor)
            if row is None:
                yield letters
            else:
                row.add(letters)


class Row:
    """The cells of a row of a table, as one line."""

    def __init__(self) -> None:
        self.letters: Letters = []

    def add(self, cell: Letters) -> None:
        """Puts a cell behind those before it."""
        if self.letters and cell:
            self.letters += [(letter, self.letters[-1][1]) for letter in _CELL]
        self.letters += cell


def _inline(tokens: Sequence[Token], body: str, cursor: int) -> tuple[Letters, int]:
    """The characters of inline text with their places, piece after piece; and where the last piece ended."""
    letters: Letters = []
    for token in tokens:
        if token.type in ("softbreak", "hardbreak"):
            letters.append(("\n", cursor))
        elif token.type in ("code_inline", "html_inline", "image"):
            cursor = _behind(body, token.content, cursor)
            letters.append((" ", cursor))
        elif token.type == "link_close":
            cursor = _behind(body, "", cursor)
        elif token.content:
            at = body.find(token.content, cursor)
            if at < 0:  # an escape or an entity: what stands for it is not what is meant
                letters += [(letter, cursor) for letter in token.content]
            else:
                letters += zip(token.content, range(at, at + len(token.content)), strict=True)
                cursor = at + len(token.content)
    return letters, cursor


def _behind(body: str, content: str, cursor: int) -> int:
    """Where `content` ends behind the cursor; behind the address of a link where one begins there."""
    if not content:
        target = re.compile(r"\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*[^)]*\)").match(body, cursor)
        return target.end() if target else cursor
    at = body.find(content, cursor)
    return cursor if at < 0 else at + len(content)
