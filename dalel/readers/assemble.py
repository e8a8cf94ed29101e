"""Page -> Document: language and script, credit line, how the date is known, the outlet."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlsplit

from dalel import dates
from dalel.dates.moments import Moment, latest
from dalel.errors import UnreadableDocument
from dalel.languages.neighbours import identify_page
from dalel.readers.address import date_in_url
from dalel.readers.credit import find_credit
from dalel.readers.page import Page
from dalel.readers.story import same
from dalel.records import Capture, Document

_FRESH = 60  # days: a page caught so soon after the day it prints without a year is of that year
_JUDGED = 800  # characters of the text that settle its language
_DATELINE = 60  # characters of the first paragraph in which a dateline stands


def assemble(page: Page, capture: Capture) -> Document:
    """The document; UnreadableDocument where the page has neither title nor text."""
    text = "\n".join(page.lines)
    if not text and not page.title:
        raise UnreadableDocument("it has neither a title nor an article; look at the page and name its landmarks")
    language, script = identify_page(text[:_JUDGED] if len(text) > 200 else f"{page.title or ''}\n{text}")
    published, basis = _published(page, capture)
    return Document(
        document_id=capture.capture_id,
        url=capture.url,
        source=capture.source,
        outlet=capture.outlet or page.outlet or (urlsplit(capture.url).hostname or capture.source).removeprefix("www."),
        title=page.title,
        lead=_lead(page),
        text=text,
        published=published,
        published_basis=basis,
        language=language,
        script=script,  # type: ignore[arg-type]
        author=page.author,
        credit=find_credit(([page.lead] if page.lead else []) + list(page.lines), page.source),
        canonical_url=page.canonical_url,
        sha256=capture.sha256,
        captured=capture.captured_at.date(),
    )


def _lead(page: Page) -> str | None:
    """The lead, unless it says what the title or the beginning of the text says."""
    if not page.lead or (page.title and same(page.lead, page.title)):
        return None
    if page.lines and (same(page.lead, page.lines[0]) or page.lines[0].startswith(page.lead.rstrip(".… "))):
        return None
    return page.lead


def _published(page: Page, capture: Capture) -> tuple[date | None, str]:
    """In this order: given by a person, markup, printed in full, in the address, inferred from a dateline."""
    if capture.published:
        return capture.published, "given"
    if page.published and page.basis == "markup":
        return page.published, "markup"
    addressed = date_in_url(capture.url) or (date_in_url(page.canonical_url) if page.canonical_url else None)
    if page.published and not (addressed and abs((page.published - addressed).days) > 2):
        return page.published, page.basis
    if addressed:
        return addressed, "url"
    inferred = _inferred(page, capture)
    return (inferred, "inferred") if inferred else (None, "unknown")


def _inferred(page: Page, capture: Capture) -> date | None:
    """A dateline without a year ("Алматы. 18 июня.") settled by the capture date.

    Only where the page was captured within 60 days after it, or where a weekday that the article names agrees and the
    capture is within a year: an old page captured late says nothing of its year. Files added by hand have no such date.
    """
    if not page.lines or capture.source == "local":
        return None
    first = page.lines[0]
    mention = next(
        (m for m in dates.find_dates(first[:_DATELINE], "kk") if m.basis == "yearless" and len(m.edtf) == 10), None
    )
    if mention is None:
        return None
    moment = Moment(None, int(mention.edtf[5:7]), int(mention.edtf[8:10]))
    weekday = dates.find_weekday("\n".join(page.lines).lower())
    settled = latest(moment, capture.captured_at.date(), weekday, _FRESH if weekday is None else 366)
    return settled.as_date() if settled else None
