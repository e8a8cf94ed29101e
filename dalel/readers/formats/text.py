"""Plain text of a saved page: title, date line, lead and article, with the page's furniture still around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import accumulate

from dalel import dates
from dalel.errors import UnreadableDocument
from dalel.readers.encoding import decode
from dalel.readers.furniture import Kind, author_name, is_related_mark, kind_of, label_value
from dalel.readers.page import Page, clean
from dalel.readers.story import article_lines, is_sentence, same
from dalel.records import Capture
from dalel.sources import Landmarks

MEDIA_TYPES = frozenset({"text/plain", "text/markdown"})
SUFFIXES = frozenset({".txt", ".text", ".md"})

_HEAD_LINES = 12  # the title of a page stands within so many lines of its beginning
_RELATED_RUN = 3  # entries "ru <headline>" that make a list


def recognises(payload: bytes) -> bool:
    """Plain text has no mark of its own."""
    return False


def read(payload: bytes, capture: Capture, landmarks: Sequence[Landmarks]) -> Page:
    """Title, lead, article and date of a page saved as text; UnreadableDocument where it has no line of text."""
    return read_lines([clean(line) for line in decode(payload, capture.charset).split("\n")])


def read_lines(raw: Sequence[str]) -> Page:
    """The same for lines."""
    lines = [line for line in raw if line]
    if not lines:
        raise UnreadableDocument("it is empty: there is nothing to read; save the page again")
    kinds = [kind_of(line) for line in lines]
    start = _title(lines, kinds)
    head = Head(title=lines[start] if start is not None else None)
    begin = start + 1 if start is not None else 0
    body = _body(lines, kinds, begin, _end(lines, kinds, begin), head)
    _look(lines, kinds, head)
    return Page(
        title=head.title,
        lead=head.lead,
        lines=tuple(body),
        published=head.published,
        basis="text" if head.published else "unknown",
        author=head.author,
        source=head.source,
    )


@dataclass
class Head:
    """What is found around the article."""

    title: str | None
    lead: str | None = None
    published: date | None = None
    author: str | None = None
    source: str | None = None
    seen: list[str] = field(default_factory=list)


def _title(lines: Sequence[str], kinds: Sequence[Kind | None]) -> int | None:
    """The first line of the article's own that is printed twice, else the first that can be a headline."""
    own = [n for n in range(min(len(lines), _HEAD_LINES)) if kinds[n] is None and len(lines[n].split()) >= 2]
    for number in own:
        if not is_sentence(lines[number]) and any(same(lines[number], other) for other in lines[number + 1 :]):
            return number
    for number in own:
        if len(lines[number].split()) >= 3 and (not is_sentence(lines[number]) or not lines[number].endswith(".")):
            return number
        if is_sentence(lines[number]):
            return None
    return None


def _end(lines: Sequence[str], kinds: Sequence[Kind | None], begin: int) -> int:
    """The line at which the article ends and the page's lists, forms and comments begin."""
    ends = [n for n in _after_most(lines, kinds, begin) if kinds[n] in ("date", "tail")]
    stops = [len(lines), *(_card(lines, kinds, n) if kinds[n] == "date" else n for n in ends)]
    run = [n for n in range(begin, len(lines)) if is_related_mark(lines[n])]
    if len(run) >= _RELATED_RUN:
        stops.append(run[0])
    end = min(stops)
    while end > begin and not (kinds[end - 1] is None and _closes(lines[end - 1], lines[end - 2])):
        end -= 1
    return end if end > begin else min(stops)


def _after_most(lines: Sequence[str], kinds: Sequence[Kind | None], begin: int) -> list[int]:
    """Lines that have most of the page's sentences before them: a link "Comments" above the article ends nothing."""
    told = [len(line) if kind is None and is_sentence(line) else 0 for line, kind in zip(lines, kinds, strict=True)]
    before = list(accumulate(told[begin:], initial=0))
    return [n for n in range(begin, len(lines)) if 0 < before[n - begin] >= before[-1] - before[n - begin]]


def _card(lines: Sequence[str], kinds: Sequence[Kind | None], dated: int) -> int:
    """Where the card of a related story begins, whose date stands in line `dated`: at the headline above it."""
    for number in range(dated - 1, max(dated - 4, 0), -1):
        if kinds[number] is None and not is_sentence(lines[number]):
            return number
    return dated


def _closes(line: str, before: str) -> bool:
    """A last line of an article: a sentence, or an entry of a list that a sentence opened."""
    return is_sentence(line) or (line[:1] in "-–—•" and (before[-1:] in ":;" or before[:1] in "-–—•"))


def _body(lines: Sequence[str], kinds: Sequence[Kind | None], begin: int, end: int, head: Head) -> list[str]:
    """The article's paragraphs; a lead printed before the title's second printing goes to `head`."""
    body = list(lines[begin:end])
    if head.title is not None:
        again = next((n for n, line in enumerate(body[:_HEAD_LINES]) if same(line, head.title)), None)
        if again is not None:
            before = article_lines(body[:again], head.title)
            body = body[again + 1 :]
            if len(before) == 1 and before[0] not in body:
                head.lead = before[0]
            elif len(before) > 1:
                body = before + body
    # a lead that the article repeats is printed apart first: only the article's own printing counts
    unmarked = [line for line in body if not is_related_mark(line)]
    return article_lines(unmarked, head.title)


def _look(lines: Sequence[str], kinds: Sequence[Kind | None], head: Head) -> None:
    """Date, author and credit line from the furniture: the first of each, the date only from above the article."""
    told = 0
    for line, kind in zip(lines, kinds, strict=True):
        if kind == "date" and head.published is None and not told:
            head.published = dates.parse_date(line, "kk")
        elif kind == "author" and head.author is None:
            head.author = author_name(line)
        elif kind == "source" and head.source is None:
            head.source = label_value(line, "source_label")
        told += kind is None and is_sentence(line) and not (head.title and same(line, head.title))
