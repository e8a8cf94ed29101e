"""What can come of a request, each with its words for the report.

| what the web does | what comes of it |
|---|---|
| status 404, 410 | failed, archived: gone, which is no proof that it was deleted |
| another status of 400 or above | failed, archived; 408 and 5xx only after retries |
| 429 or 503, with Retry-After or without | the host rests so long, then a retry; above 300 s: left in peace |
| robots.txt forbids the address | refused, not fetched |
| robots.txt is missing, answers 4xx, or is garbage | what it does not forbid is allowed (RFC 9309, 2.3.1.3) |
| robots.txt is huge | its first 500 KiB count (RFC 9309, 2.5) |
| robots.txt answers 5xx, 429 or not at all | nothing is asked of the host (RFC 9309, 2.3.1.4) |
| a redirect round in a circle, to another site, to a private address or file | failed, not followed; archived |
| a redirect to a page that is fetched anyway | fetched once, counted once |
| a name that leads to a private address | failed, not connected to; loopback only with `allow_loopback` |
| no connection, a reset, a body cut short, no end in time (`timeout_seconds`) | failed after retries |
| a certificate that does not hold | failed, never ignored |
| a body that is larger than `max_body_mb`, or unpacks to more | failed; what came packed is archived, not unpacked |
| a wrong or unknown charset, a wrong media type | fetched: the bytes are what counts, readers decide |
| a picture, sound or script where a page should be | failed, archived, no capture |
| an empty body, an error page with status 200 | failed, archived as a notice, no capture |
| a challenge page | failed, archived as a notice, reported by its maker's name, never bypassed |
| a cookie that must be sent back, a ticket (`Source.ticket`) | sent back |
| broken XML or HTML in a feed, sitemap, listing | mended as far as it goes; else trouble of the source |
| a bomb of entities or gzip in a feed or sitemap | refused: trouble of the source |
| paging that never ends, or repeats | ends when a page shows nothing new, at the latest after 1000 |
| rows of data that repeat, or an answer without rows | ends the paging; the first answer without rows is failed |
| an answer of GraphQL that is an error with status 200 | failed, archived, no capture |
| JSON of a search or list whose items name no article | trouble of the source: not taken for "nothing found" |
| an answer that repeats the key it was asked with | archived without the key, which is said beside it (`keyed`) |
| two addresses with one text | two captures of one digest; twins that the page names are recorded |
| fewer pages than the source promises | the report says so and the command exits with 1; all is archived |
"""

from __future__ import annotations

from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from twisted.python.failure import Failure

from dalel.crawler import signs

NO_PAGES = ("image/", "audio/", "video/", "font/", "text/css", "text/javascript", "application/javascript")


_KNOWN = {  # what errors of Scrapy and Twisted say, in our words
    "max redirections": "it redirects round and round",
    "DownloadCancelledError": "its body is larger than is allowed (max_body_mb)",
    "took longer than": "it did not come to an end in time (timeout_seconds)",
    "certificate verify failed": "its certificate does not hold; it is not read over such a connection",
    "ResponseDataLoss": "the connection broke off in the middle of the body",
    "ConnectionDone": "the connection was closed without an answer",
    "ParseError": "what answers there is no web server",
    "ConnectionRefused": "nothing answers at its port",
    "CannotResolveHost": "its name leads nowhere",
}


private_names: dict[str, str] = {}  # names that lead to private addresses; Twisted does not pass on why none was used


class Refusal(IgnoreRequest):
    """A request that is not made, for a reason of ours; the message is the reason."""


class ForbiddenByRobots(Refusal):
    """robots.txt forbids the address."""


class PrivateAddress(Refusal):
    """The address belongs to this machine or a private network."""


class AlreadyKnown(Refusal):
    """The address leads to a page that is fetched anyway."""


def trouble(response: Response) -> str | None:
    """Why an answer is no page; None where it is one."""
    headers = {name.decode("latin-1"): (response.headers[name] or b"").decode("latin-1") for name in response.headers}
    if sign := signs.of(list(headers.items()), response.body):
        return sign
    if response.status in (404, 410):
        return f"gone (status {response.status}); that is no proof that it was deleted"
    if response.status >= 300 and not response.meta.get("unchanged"):
        return f"the server answers with status {response.status}"
    if not response.body.strip():
        return "the answer is empty"
    kind = headers.get("Content-Type", "").lower()
    if response.meta.get("role") in ("page", "rows") and kind.startswith(NO_PAGES):
        return f"it is no page but {kind}"
    return None


def in_words(failure: BaseException | Failure) -> str:
    """Why there is no answer, in one clause."""
    error = failure.value if isinstance(failure, Failure) else failure  # a Failure is a BaseException itself
    if isinstance(error, Refusal):
        return str(error)
    name = type(error).__name__
    for host, address in private_names.items():
        if name == "CannotResolveHostError" and f" {host}." in f" {error}":
            return f"{host} has the private address {address}"
    for sign, words in _KNOWN.items():
        if sign in repr(error):
            return words
    said = " ".join(str(error).split())[:200]
    return f"no answer ({name}: {said})" if said else f"no answer ({name})"
