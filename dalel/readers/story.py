"""The lines of an article without the furniture between them: for lines that markup or a person already chose."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from dalel.readers.chrome import folded, words
from dalel.readers.furniture import Kind, kind_of

ALWAYS: frozenset[Kind] = frozenset(
    {"teaser", "counter", "tail", "form", "ticker", "share", "advert", "promo", "photo", "emoji", "source", "author"}
)
# amid the article such a line may be a row of a list
AT_EDGES: frozenset[Kind] = frozenset({"number", "date", "tally", "price"})
_END = re.compile(r"[.!?…:;][\"»”’)\]]*$|[.!?…][\"»”’)\]]*\s*\[?\d*\]?$")
_HEAD = 4  # lines at the head of an article among which lead and date stand
_LEAD = 30  # characters of the shortest lead
_REPEATED = 90  # characters from which a sentence printed twice is a repetition and no refrain


def is_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does, or is too long for a headline."""
    count = len(line.split())
    return count >= 20 or (count >= 3 and _END.search(line) is not None)


def article_lines(
    lines: Sequence[str], title: str | None = None, is_link: Callable[[str], bool] = lambda line: True
) -> list[str]:
    """`lines` without furniture, without the title printed again at their head, and without repeated paragraphs.

    Headlines under a teaser go with it; where the page is at hand, `is_link` says which of the lines can be one.
    """
    lines = _without_first_printing(lines)
    kinds = [kind_of(line) for line in lines]
    edge = _edges(lines, kinds)
    kept: list[str] = []
    seen: set[str] = set()
    in_teaser = False
    for number, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        if kind in ALWAYS or (kind in AT_EDGES and (edge[number] or in_teaser)):
            if kind == "teaser" and heads_a_list(line):
                if _is_heading(line, lines[number + 1 : number + 2], is_link):
                    kept.append(line)
                else:
                    in_teaser = True
            continue
        if in_teaser and not is_sentence(line) and is_link(line):
            continue
        in_teaser = False
        if not kept and title and same(line, title):
            continue
        if len(line) >= _REPEATED and line in seen and is_sentence(line):
            continue
        seen.add(line)
        if shortened := without_inline_teaser(line):
            kept.append(shortened)
    return kept


def _without_first_printing(lines: Sequence[str]) -> Sequence[str]:
    """`lines` without a lead that is printed at their head and again as the article's first paragraph."""
    for number, line in enumerate(lines[:_HEAD]):
        if len(line) >= _LEAD and line in lines[number + 1 : _HEAD + 2]:
            return [*lines[:number], *lines[number + 1 :]]
    return lines


def _is_heading(line: str, following: Sequence[str], is_link: Callable[[str], bool]) -> bool:
    """Whether one word ("Recommended", "Популярное") heads a part of the article: what follows it is no link."""
    return len(line.split()) == 1 and bool(following) and not is_link(line) and not is_link(following[0])


def heads_a_list(line: str) -> bool:
    """Whether a teaser phrase stands alone, so that headlines follow on the next lines."""
    return not re.search(r"\w", words().starts["teaser"].sub("", folded(line), count=1))


def same(line: str, other: str) -> bool:
    """Whether two lines say the same, apart from case, quotes and final marks."""
    return _bare(line) == _bare(other)


def without_inline_teaser(line: str) -> str:
    """`line` up to a teaser that was set in the same paragraph: "… тенге. Читайте также: 12 школ сдадут в мае"."""
    if ":" not in line:
        return line
    match = words().inline_teaser.search(folded(line))
    if match is None or len(folded(line)) != len(line) or re.search(r"[.!?]\s+\w", line[match.end() :]):
        return line
    return line[: match.start() + 1]


def _edges(lines: Sequence[str], kinds: Sequence[Kind | None]) -> list[bool]:
    """For each line, whether no line of the article stands before it, or none after it."""
    article = [number for number, kind in enumerate(kinds) if kind is None and is_sentence(lines[number])]
    article = article or [number for number, kind in enumerate(kinds) if kind is None]
    first, last = (article[0], article[-1]) if article else (len(lines), -1)
    return [n < first or n > last or (n < _HEAD and kinds[n] == "date") for n in range(len(lines))]


def _bare(line: str) -> str:
    return re.sub(r"\W+", " ", line.lower()).strip()
