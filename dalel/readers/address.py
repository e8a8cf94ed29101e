"""What a page's address says of its day: /2021/03/26/, ?date=…, -2020-08-13-."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import urlsplit

_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)([/_-])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?!\d)")


def date_in_url(url: str) -> date | None:
    """The day in the path of `url`; None where it has none or only a month: never completed."""
    match = _DAY.search(urlsplit(url).path)
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[3]), int(match[4]))
    except ValueError:
        return None
