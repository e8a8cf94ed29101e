"""SURT: an address turned round so that one site's pages sort together.

`https://www.kaz.example/news?b=2&a=1` -> `example,kaz)/news?a=1&b=2`, the key of CDX and CDXJ files as the Internet
Archive and pywb write it (Sort-friendly URI Reordering Transform).
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_WWW = re.compile(r"^www\d*\.")
_DEFAULT_PORTS = {"http": 80, "https": 443}


def surt(url: str) -> str:
    """The sort key of an address; what is no address is its own key, lower-cased, without spaces."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return _plain(url)
    if not parts.hostname:
        return _plain(url)
    host = ",".join(reversed(_WWW.sub("", parts.hostname.lower()).split(".")))
    if port and port != _DEFAULT_PORTS.get(parts.scheme):
        host += f":{port}"
    path = parts.path.rstrip("/") or "/"
    query = "&".join(sorted(part for part in parts.query.split("&") if part))
    return _plain(f"{host}){path}" + (f"?{query}" if query else ""))


def _plain(text: str) -> str:
    return re.sub(r"\s", "%20", text.strip()).lower()
