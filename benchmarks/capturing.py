"""A capture of bytes that no crawl brought: what readers are tried on without an archive."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from dalel.records import Capture

_PLAIN = Capture(
    capture_id="0" * 16,
    source="test",
    url="https://news.example/page",
    captured_at=datetime(2020, 10, 20, tzinfo=UTC),
    status=200,
    media_type="text/html",
    charset=None,
    sha256="0" * 64,
    warc="test/2020-10-20.warc.gz",
    offset=0,
    length=0,
)


def captured(media_type: str, **given: Any) -> Capture:
    """A page of this media type, fetched from news.example on 20 October 2020; any field of it may be given."""
    return replace(_PLAIN, media_type=media_type, **given)
