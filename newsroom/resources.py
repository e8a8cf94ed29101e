"""What a site answers with: a path on a host and the bytes that lie there."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Resource:
    """An answer that is always the same: `target` is path and query as in an address."""

    target: str
    body: bytes
    content_type: str  # with its charset parameter, if the site sends one

    @property
    def etag(self) -> str:
        return f'"{hashlib.sha256(self.body).hexdigest()[:16]}"'


def markup(target: str, text: str, charset: str = "utf-8", *, declared: bool = True) -> Resource:
    """HTML in the site's charset; a letter the charset lacks becomes a character reference, as on real sites."""
    content_type = f"text/html; charset={charset}" if declared else "text/html"
    return Resource(target=target, body=text.encode(charset, "xmlcharrefreplace"), content_type=content_type)


def xml(target: str, text: str, content_type: str = "application/xml; charset=utf-8") -> Resource:
    """XML in UTF-8; `content_type` as the site sends it, right or wrong."""
    return Resource(target=target, body=text.encode(), content_type=content_type)
