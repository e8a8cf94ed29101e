"""What a format makes of its bytes, before language, script and credit are settled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

from dalel.characters import resolved, unescaped, without_unseen
from dalel.records import Capture, Part

UNDATED = datetime(1970, 1, 1, tzinfo=UTC)  # a file on disk has no capture date that could settle a missing year
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


def known_day(capture: Capture) -> date | None:
    """The day of the capture, by which a date without its year is settled; None of a file nobody knows the day of."""
    return None if capture.captured_at == UNDATED else capture.captured_at.date()


def clean(text: str) -> str:
    """One line of text: no invisible characters, no left-over entities ("&mdash;"), single spaces."""
    if "&" in text:
        text = _ENTITY.sub(lambda match: unescaped(match[0]), resolved(text))
    return " ".join(without_unseen(text).split())
