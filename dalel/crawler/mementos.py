"""What a web archive kept of a site: its CDX list -> mementos (the wayback CDX server's API; RFC 7089).

A memento is archived under its own address, `…/web/<14 digits>id_/<original>`: that is what was fetched, and it says
which page it was and when. `id_` asks for the page as it was received, without the archive's banner.
"""

from __future__ import annotations

import re
from urllib.parse import urlencode

from dalel import jsontext
from dalel.crawler.found import Found, Link

_MEMENTO = re.compile(r"^https?://[^/]+/web/\d{14}(?:id_)?/(https?://.+)$")
MANY = 5000  # rows of one answer


def question(archive: str, wanted: str, limit: int | None) -> str:
    """The address of the list of all good captures of a host, or of one address; one capture an address."""
    one = wanted.startswith(("http://", "https://"))
    asked = {
        "url": wanted,
        "matchType": "exact" if one else "host",
        "output": "json",
        "fl": "timestamp,original",
        "filter": "statuscode:200",
        "collapse": "digest" if one else "urlkey",
        "limit": str(limit or MANY),
        **({} if limit else {"showResumeKey": "true"}),
    }
    return f"{archive.rstrip('/')}/cdx/search/cdx?{urlencode(asked)}"


def read_list(payload: bytes, asked: str) -> Found:
    """The mementos of a CDX answer; where it was cut off, the address of the rest as `more`."""
    if not payload.strip():
        return Found()
    try:
        rows = jsontext.parse(payload)
        stamps = [(str(stamp), str(original)) for stamp, original in (row for row in rows[1:] if len(row) == 2)]
        resume = [str(row[0]) for row in rows[1:] if len(row) == 1]
    except (ValueError, TypeError, KeyError) as error:
        return Found(trouble=f"the web archive's list is unreadable ({error})")
    base = asked.split("/cdx/", 1)[0]
    links = tuple(
        Link(f"{base}/web/{stamp}id_/{original}")
        for stamp, original in stamps
        if re.fullmatch(r"\d{14}", stamp) and original.startswith(("http://", "https://"))
    )
    plain = re.sub(r"&resumeKey=[^&]*", "", asked)
    return Found(pages=links, more=tuple(Link(f"{plain}&{urlencode({'resumeKey': key})}") for key in resume))


def original(url: str) -> str:
    """The address that a memento is of; any other address itself."""
    found = _MEMENTO.match(url)
    return found[1] if found else url
