"""What the archive tells of addresses that are one page: permanent redirects, and twins that pages name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urljoin

from dalel.archive import blocks
from dalel.archive.captures import history, read_response
from dalel.archive.cdxj import Entry
from dalel.errors import DamagedRecord

_PERMANENT = (301, 308)  # RFC 9110, 15.4: the others lead to log-in and challenge pages as well
_ALTERNATE = re.compile(r"^alternate-([a-z]{2})\b")


class Twin(NamedTuple):
    """Two addresses of one page; `language`: only where the first is a page in it (None: in any)."""

    url: str
    other: str
    language: str | None = None
    redirect: bool = False


def twins(raw: Path) -> Iterator[Twin]:
    """All such pairs in the order of archiving; a record that cannot be read tells of none."""
    for source, entry in history(raw)[0]:
        if entry.status in _PERMANENT and entry.role == "page":
            yield from _redirect(raw, source, entry)
        for kind, url in entry.twins:
            if kind == "amphtml":
                yield Twin(entry.url, url)
            elif (language := _ALTERNATE.match(kind)) is not None:
                yield Twin(entry.url, url, language[1])


def _redirect(raw: Path, source: str, entry: Entry) -> Iterator[Twin]:
    try:
        location = blocks.header(read_response(raw, source, entry).http_headers, "Location")
        if location:
            yield Twin(entry.url, urljoin(entry.url, location), redirect=True)
    except (DamagedRecord, ValueError):  # named by `dalel archive verify`; an address that is none leads nowhere
        return
