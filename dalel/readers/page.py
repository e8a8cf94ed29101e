"""What a format makes of its bytes, before language, script and credit are settled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from dalel.characters import resolved, unescaped, without_unseen
from dalel.records import Part

_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{1,9}|#[xX][0-9A-Fa-f]{1,8});")


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
    remarks: tuple[str, ...] = ()  # what a person must know of it: parts that a reader of the page sees and we do not
    sought: tuple[Sought, ...] = ()  # what landmarks were looked for; none where no landmark is declared


def clean(text: str) -> str:
    """One line of text: no invisible characters, no left-over entities ("&mdash;"), single spaces."""
    if "&" in text:
        text = _ENTITY.sub(lambda match: unescaped(match[0]), resolved(text))
    return " ".join(without_unseen(text).split())
