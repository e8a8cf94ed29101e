"""Pages that an index lists and its WARC no longer holds: each is reported, a damaged file loses none silently."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dalel.archive.cdxj import REVISIT, Entry
from dalel.archive.members import Member
from dalel.records import Problem

# what carries no text of a page, however it was found
NO_PAGES = ("image/", "audio/", "video/", "font/", "text/css", "text/javascript", "application/javascript")
_CURE = "restore the file from a copy"


def is_page(entry: Entry) -> bool:
    """Status 200 and a media type that can hold text; not robots.txt, feeds, sitemaps, listings, revisits."""
    return entry.role == "page" and entry.status == 200 and not entry.mime.startswith((*NO_PAGES, REVISIT))


def lost_pages(name: str, stated: Iterable[Entry], found: Iterable[Entry]) -> list[Problem]:
    """One problem per page, by address, that the index of WARC `name` states and that was not found in its records."""
    kept = {(entry.url, entry.sha256) for entry in found}
    lost = {entry.url for entry in stated if is_page(entry) and (entry.url, entry.sha256) not in kept}
    reason = f"lost: its record in {name} is damaged or gone; {_CURE}"
    return [Problem(stage="archive", subject=url, reason=reason) for url in sorted(lost)]


def lost_stretches(name: str, stated: Sequence[Entry], damaged: Iterable[Member]) -> Iterator[Problem]:
    """One problem per damaged stretch of WARC `name` behind all that its index states: what stood there is unknown.

    Before that the index names every page; what else may be damaged there (requests, metadata) is told by `verify`.
    """
    reach = max((entry.offset + entry.length for entry in stated), default=0)
    for member in damaged:
        if member.offset >= reach:
            yield Problem(
                stage="archive",
                subject=f"{name} at offset {member.offset}",
                reason=f"{member.length} bytes cannot be read ({member.damage}); {_CURE}",
            )
