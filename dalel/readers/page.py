"""What a format makes of its bytes, before language, script and credit are settled."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from datetime import date

from dalel.records import Part

_UNPRINTED = [*range(9), 11, 12, *range(14, 32), 127, *range(0xD800, 0xE000), 0xFFFE, 0xFFFF]
_INVISIBLE = dict.fromkeys(_UNPRINTED) | dict.fromkeys(
    map(ord, "\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a\u202b\u202c")
)
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,6}|#x[0-9A-Fa-f]{2,5});")


@dataclass(frozen=True, slots=True)
class Sought:
    """A part of a page that was looked for where the source's declaration says."""

    part: Part
    selector: str
    found: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """The parts of a page as printed; `basis` says how `published` is known (see Document.published_basis)."""

    title: str | None
    lead: str | None
    lines: tuple[str, ...]  # paragraphs of the article, in order
    published: date | None = None
    basis: str = "unknown"
    author: str | None = None
    outlet: str | None = None
    canonical_url: str | None = None
    source: str | None = None  # a credit line printed apart: "КазТАГ" of "Источник: КазТАГ"
    sought: tuple[Sought, ...] = ()  # what landmarks were looked for; none where no landmark is declared


def clean(text: str) -> str:
    """One line of text: no invisible characters, no left-over entities ("&mdash;"), single spaces."""
    if "&" in text:
        text = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
    if not text.isprintable():
        text = text.translate(_INVISIBLE)
    return " ".join(text.split())
