"""Exchange rates of the National Bank of Kazakhstan: one line a currency, "100 УЗБЕКСКИЙ СУМ (UZS): 4.15 тенге".

Two answers are read: `get_rates.cfm?fdate=dd.mm.yyyy` (<rates><item>, with the day in <date>) and `rates_all.xml`
(RSS, with the day in each <pubDate>). A rate is the price of `quant` units; its decimals come with a point or a comma.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from lxml import etree

from dalel import dates
from dalel.errors import UnreadableDocument
from dalel.readers.page import Page, clean
from dalel.records import Capture
from dalel.sources import Landmarks

MEDIA_TYPES: frozenset[str] = frozenset()  # XML may be anything: told by its bytes
SUFFIXES: frozenset[str] = frozenset()

FIELDS = ("title", "fullname", "description", "quant")
_HEAD = 65536  # bytes in which the first rate stands
_LOOKS = re.compile(rb"<(?:rates|rss)\b.*?<item>.*?<quant>\s*\d", re.DOTALL)
_RATE = re.compile(r"\d+(?:[.,]\d+)?")
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def recognises(payload: bytes) -> bool:
    """XML whose items carry the number of units that a rate is for."""
    return _LOOKS.search(payload[:_HEAD]) is not None


def read(payload: bytes, capture: Capture, landmarks: Sequence[Landmarks]) -> Page:
    """The rates of one day; UnreadableDocument for broken XML and for a table without rates."""
    try:
        root = etree.fromstring(payload, _PARSER)
    except etree.XMLSyntaxError as error:
        raise UnreadableDocument(f"its XML is broken ({error}); collect the rates again") from error
    lines = tuple(_lines(root))
    if not lines:
        raise UnreadableDocument("it lists no rate (title, description, quant); look at the address it came from")
    day = _day(root)
    title = root.findtext("title") or root.findtext("channel/title")
    return Page(
        title=clean(title) if title else None,
        lead=None,
        lines=lines,
        published=day,
        basis="markup" if day else "unknown",
    )


def _lines(root: etree._Element) -> Iterator[str]:
    for item in root.iter("item"):
        code, name, rate, units = (
            clean(item.findtext(tag) or "") for tag in ("title", "fullname", "description", "quant")
        )
        if code and units.isdigit() and _RATE.fullmatch(rate):
            what = f"{name} ({code})" if name else code
            yield f"{units} {what}: {rate.replace(',', '.')} тенге"


def _day(root: etree._Element) -> date | None:
    """The one day all rates are of; None where they name several or none."""
    stated = [element.text or "" for element in root.iter("date", "pubDate")]
    days = {dates.parse_date(text, "ru") for text in stated}
    return days.pop() if len(days) == 1 else None
