"""What earlier crawls brought: for conditional requests, for noticing what is unchanged, and for going on.

The archive is the state of a crawl. An interrupted one left `.crawl.json` in the source's folder with the time it
began; the next one answers every request that was archived since then from the archive, without asking the site again.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path

from dalel import archive, clock, files
from dalel.archive import Entry
from dalel.errors import DamagedRecord

RESUME_WITHIN = timedelta(hours=24)  # an older crawl is begun anew: what it saw is no longer what the site shows
_PASSING = (408, 425, 429)  # client errors that a later try may not meet


class Memory:
    """What the archive knows of one source when a crawl of it begins."""

    def __init__(self, raw: Path, source: str) -> None:
        self._raw, self._source = raw, source
        self._mark = raw / source / ".crawl.json"
        began = self._interrupted()
        self.resumed = began is not None
        self._latest: dict[str, Entry] = {}
        self._done: dict[str, Entry] = {}
        for _, entry in archive.history(raw, source)[0]:
            if entry.status == 200 and entry.mime != archive.REVISIT:
                self._latest[entry.url] = entry
            if began and entry.captured_at >= began and _is_final(entry):
                self._done[entry.url] = entry

    def begin(self) -> None:
        """Marks the crawl as begun; UnwritableHome where that cannot be done."""
        if not self.resumed:
            began = clock.second().isoformat()
            files.write_if_changed(self._mark, json.dumps({"began": began}).encode())

    def end(self) -> None:
        """Takes the mark away: the crawl is through."""
        try:
            self._mark.unlink(missing_ok=True)
        except OSError as error:
            raise files.unwritable(self._mark, error) from error

    def answered(self, url: str) -> Entry | None:
        """What this crawl got from the address before it was interrupted."""
        return self._done.get(url)

    def before(self, url: str) -> Entry | None:
        """The last time the address answered with a page of its own."""
        return self._latest.get(url)

    def response(self, entry: Entry) -> tuple[list[tuple[str, str]], bytes] | None:
        """Headers and body of an archived response as received; None where the record is damaged."""
        try:
            block = archive.read_response(self._raw, self._source, entry)
        except DamagedRecord:
            return None
        return list(block.http_headers), block.payload

    def conditions(self, url: str) -> list[tuple[str, str]]:
        """Request headers that ask for the address only if it has changed (RFC 9110, 13)."""
        entry = self.before(url)
        found = self.response(entry) if entry else None
        named = {name.lower(): value for name, value in found[0]} if found else {}
        asked = (("If-None-Match", named.get("etag")), ("If-Modified-Since", named.get("last-modified")))
        return [(name, value) for name, value in asked if value]

    def _interrupted(self) -> datetime | None:
        try:
            began = datetime.fromisoformat(json.loads(self._mark.read_text("utf-8"))["began"])
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return began if clock.now() - began < RESUME_WITHIN else None


def _is_final(entry: Entry) -> bool:
    return entry.status < 500 and entry.status not in _PASSING
