"""An official release, all of whose lines are text of the document (PDF, DOCX, XLSX): title, date line, paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

from dalel import dates
from dalel.errors import UnreadableDocument
from dalel.readers.furniture import kind_of, label_value
from dalel.readers.page import Page, known_day
from dalel.readers.story import is_sentence, same
from dalel.readers.tables import CELL
from dalel.records import Capture

_HEAD = 8  # lines in which a release prints its title and date


def release_page(lines: Sequence[str], title: str | None, capture: Capture) -> Page:
    """The page of `lines`: without the title and date line at their head; UnreadableDocument where there are none.

    `title` is what the file's own styles say; else the first line that is no sentence.
    """
    if not lines:
        raise UnreadableDocument("it has no text; if it is a scan, recognise its text (OCR) and add that file")
    if title is None:
        title = next((line for line in lines[:_HEAD] if kind_of(line) is None and _is_title(line)), None)
    dated = next((line for line in lines[:_HEAD] if kind_of(line) == "date"), None)
    published = dates.parse_date(dated, "kk", known_day(capture)) if dated else None
    kept = [line for line in lines if line is not dated and not (title and same(line, title))]
    return Page(
        title=title,
        lead=None,
        lines=tuple(kept),
        published=published,
        basis="text" if published else "unknown",
        source=next((value for line in kept if (value := label_value(line, "source_label"))), None),
    )


def _is_title(line: str) -> bool:
    return (
        not (CELL in line and ": " in line)
        and 2 <= len(line.split()) <= 30
        and not is_sentence(line)
        and any(c.isalpha() for c in line)
    )
