"""Revisit records of others -> the record in our archive that has their payload (WARC 1.1, 6.7)."""

from __future__ import annotations

import base64
import hashlib
from collections import defaultdict
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from dalel.archive.blocks import Block
from dalel.archive.captures import history, read_response
from dalel.archive.cdxj import REVISIT, Entry
from dalel.archive.foreign import Foreign
from dalel.errors import DamagedRecord

Found = tuple[str, Entry]  # source and entry


class Originals:
    """Finds what revisits refer to among all that the archive holds when it is made.

    `digests` has, for each digest that the imported file states, the address and our own digest of that payload.
    """

    def __init__(self, raw: Path, digests: Mapping[str, tuple[str, str]]) -> None:
        self._raw, self._digests = raw, digests
        self._at: dict[str, list[Found]] = defaultdict(list)
        for source, entry in history(raw)[0]:
            if entry.mime != REVISIT:
                self._at[entry.url].append((source, entry))

    def of(self, revisit: Foreign) -> Found | None:
        """The record with the payload that the revisit states; None where there is none."""
        stated = revisit.digest.lower()
        if stated in self._digests:
            url, digest = self._digests[stated]
            return next((found for found in self._at[url] if found[1].digest == digest), None)
        places = (revisit.refers_to[0], revisit.exchange.known_as)
        found = [pair for url in dict.fromkeys(places) for pair in self._at.get(url, ())]
        if stated:
            return next((pair for pair in found if self._has(pair, stated)), None)
        at = _moment(revisit.refers_to[1])
        return next((pair for pair in found if at is not None and pair[1].captured_at == at), None)

    def block(self, source: str, entry: Entry) -> Block:
        """The record itself; DamagedRecord where it cannot be read."""
        return read_response(self._raw, source, entry)

    def _has(self, pair: Found, stated: str) -> bool:
        try:
            payload = self.block(*pair).payload
        except DamagedRecord:
            return False
        name, _, value = stated.partition(":")
        if name not in ("sha1", "sha256", "md5"):
            return False
        digest = hashlib.new(name, payload, usedforsecurity=False)
        return value in (digest.hexdigest(), base64.b32encode(digest.digest()).decode().lower().rstrip("="))


def _moment(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
        return found.replace(tzinfo=found.tzinfo or UTC).astimezone(UTC).replace(microsecond=0)
    except (ValueError, OverflowError):
        return None
