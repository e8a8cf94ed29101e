"""An archive of any size: the pages of the sample newsroom with other numbers, hosts and days, and planted reprints.

Page `n` is the same in every archive, whatever its size, so that an archive of 1 000 pages grows to one of 1 001.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from dalel import archive, paths
from dalel.archive import ArchiveWriter, Exchange

HOSTS = 200  # outlets; about as many news sites are read in Kazakhstan
REPRINTED = 10  # every so many pages one says what the page before it says, on another host
DAYS = 1500  # over which the pages are spread
BEGUN = datetime(2020, 1, 1, 9, tzinfo=UTC)
_TEXT = re.compile(r">([^<]+)<")
_DAY = re.compile(r"\b20\d\d-\d\d-\d\d\b")
_NUMBER = re.compile(r"(?<![\d.,:/-])\d+(?![\d:/-])")
_YEAR = re.compile(r"(?:19|20)\d\d")


class Pattern(NamedTuple):
    """A page of the sample: the source it was collected for, its address, headers and text."""

    source: str
    url: str
    text: str


def patterns() -> list[Pattern]:
    """Every HTML page of the sample archive, in the archive's order."""
    raw = paths.workspace(paths.PROJECT).raw
    found = [one for one in archive.load_captures(raw)[0] if one.media_type == "text/html"]
    return [Pattern(one.source, one.url, archive.read_payload(raw, one).decode("utf-8", "replace")) for one in found]


def build(raw: Path, pages: int, first: int = 0) -> None:
    """Archives pages `first` to `first + pages` below `raw`, one new file a source."""
    known = patterns()
    for source in sorted({pattern.source for pattern in known}):
        with ArchiveWriter(raw, source, day=BEGUN.date()) as writer:
            for exchange in _exchanges(known, source, first, pages):
                writer.write_response(exchange)


def _exchanges(known: list[Pattern], source: str, first: int, pages: int) -> Iterator[Exchange]:
    for number in range(first, first + pages):
        said = number - 1 if number and number % REPRINTED == 0 else number  # of a reprint: the page before it
        pattern = known[said % len(known)]
        if pattern.source != source:
            continue
        chance = random.Random(said)
        day = BEGUN + timedelta(days=chance.randrange(DAYS))
        path = urlsplit(pattern.url).path.rstrip("/")
        yield Exchange(
            url=f"https://outlet{number % HOSTS}.example{path}-{number}",
            captured_at=day + timedelta(hours=3),
            status=200,
            headers=(("Content-Type", "text/html; charset=utf-8"),),
            body=_varied(pattern.text, chance, day).encode("utf-8"),
            method="",
        )


def _varied(text: str, chance: random.Random, day: datetime) -> str:
    dated = _DAY.sub(f"{day:%Y-%m-%d}", text)
    return _TEXT.sub(lambda part: f">{_NUMBER.sub(lambda found: _other(found[0], chance), part[1])}<", dated)


def _other(number: str, chance: random.Random) -> str:
    """Another number of as many digits; a year and a single digit stay, so that dates and grades still read."""
    if len(number) == 1 or _YEAR.fullmatch(number):
        return number
    return str(chance.randrange(10 ** (len(number) - 1), 10 ** len(number)))
