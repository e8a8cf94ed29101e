"""One question to a service that a person named, and its answer: a time-stamping authority (RFC 3161, 3.4)."""

from __future__ import annotations

from http.client import HTTPException
from urllib.error import URLError
from urllib.request import Request, urlopen

from dalel.archive import check_url
from dalel.errors import InvalidValue

MAX_ANSWER = 1_000_000  # bytes; a token with its certificates has some thousand
TIMEOUT = 30  # seconds


def post(url: str, content: bytes, media_type: str, accepted: str) -> bytes:
    """The body of the answer to a POST; InvalidValue where there is none of that media type, or it is too large."""
    check_url(url)
    request = Request(url, data=content, headers={"Content-Type": media_type, "Accept": accepted})
    try:
        with urlopen(request, timeout=TIMEOUT) as answer:
            body: bytes = answer.read(MAX_ANSWER + 1)
            kind = answer.headers.get_content_type()
    except (URLError, HTTPException, OSError) as error:
        raise InvalidValue(f"{url}: no answer ({error}); try again later, or another authority") from error
    if kind != accepted or len(body) > MAX_ANSWER:
        raise InvalidValue(f"{url}: its answer is {kind} of {len(body)} bytes and no {accepted}; is this the address?")
    return body
