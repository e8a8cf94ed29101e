"""An address in any spelling -> one key: a SURT (Sort-friendly URI Reordering Transform) with its spellings folded.

`https://www.Kaz.example:443/news/a%2db/?utm_source=x&b=2&a=1#top` -> `example,kaz)/news/a-b?a=1&b=2`. Folded are:
scheme, `www`, `m` and `amp` hosts, default ports, dots and empty steps of the path, the slash at its end, index files,
marks of AMP versions, tracking parameters and the order of the others, percent-encoding (RFC 3986, 6.2.2),
internationalised hosts (RFC 3490) and fragments. The case of path and parameters is kept: it may tell two pages apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import SplitResult, quote, unquote_to_bytes, urljoin, urlsplit

# parameters that name the reader or the campaign, never the page (documented by Google Analytics, Yandex Metrica,
# Facebook, Mailchimp, Rambler's openstat)
TRACKING = re.compile(
    r"^(utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|yclid|ymclid|ysclid|_openstat|openstat|mc_[ce]id|igshid|twclid|_ga|"
    r"_gl|ref_src|from_source|rcm|msclkid)$",
    re.IGNORECASE,
)
_VERSION_HOST = re.compile(r"^(?:www\d*|m|mobile|amp)\.(?=[^.]+\.[^.])")  # only before a host that has two labels left
_AMP_PARAMETER = re.compile(r"^(?:amp(?:=(?:1|true)?)?|outputtype=amp)$", re.IGNORECASE)
_INDEX_FILE = re.compile(r"^(?:index|default)\.(?:html?|php|aspx?|jsp)$", re.IGNORECASE)
_AMP_FILE = re.compile(r"[.-]amp(?=\.html?$)|\.amp$", re.IGNORECASE)
_LANGUAGE = re.compile(r"^lang=([a-z]{2})$")
_PORTS = {"http": 80, "https": 443}
_PATH, _QUERY = "!$&'()*+,;=:@", "!$'()*+,;=:@/?"  # what RFC 3986 lets stand in a step of the path and in a parameter


def spelled(url: str) -> str:
    """The key of an address, equal for all its spellings; what is no web address is its own key, without blanks."""
    parts = _split(url)
    if parts is None:
        return "".join(url.split())
    query = "&".join(sorted(_parameters(parts.query)))
    return f"{_host(parts)})/{'/'.join(_steps(parts.path))}" + (f"?{query}" if query else "")


def canonical(url: str, link: str | None = None) -> str:
    """The key of the address a page is known by: of its canonical link, where that can be one, else of its own.

    No canonical link of a page is one to another site, which would let one outlet speak for another, nor one to the
    front page, which careless templates name on every article.
    """
    own = spelled(url)
    if not link:
        return own
    target = _split(_joined(url, link.strip()) if _split(url) else "")
    if target is None or not _is_page(target) or not _one_site(_split(url), target):
        return own
    return spelled(target.geturl())


def timeline_key(url: str) -> str:
    """`spelled`, with the language that an address was asked for in (`#lang=ru`, see dalel/crawler/addresses.py)."""
    parts = _split(url)
    asked = _LANGUAGE.match(parts.fragment) if parts else None
    return spelled(url) + (f"#{asked[1]}" if asked else "")


def _split(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url.strip())
        usable = parts.scheme.lower() in _PORTS and parts.hostname and (parts.port is None or parts.port >= 0)
    except ValueError:  # a port that is no number, brackets that enclose no IPv6 address
        return None
    return parts if usable else None


def _joined(url: str, link: str) -> str:
    try:
        return urljoin(url, link)
    except ValueError:  # brackets that enclose no IPv6 address
        return ""


def _host(parts: SplitResult) -> str:
    host = _folded_host(parts.hostname or "")
    turned = host if ":" in host else ",".join(reversed(host.split(".")))
    return turned if parts.port in (None, _PORTS[parts.scheme.lower()]) else f"{turned}:{parts.port}"


def _folded_host(host: str) -> str:
    try:
        plain = host.rstrip(".").encode("idna").decode("ascii").lower()
    except UnicodeError:  # labels that no name server knows
        plain = host.rstrip(".").lower()
    return _VERSION_HOST.sub("", plain)


def _steps(path: str) -> list[str]:
    """The steps of a path, decoded and encoded in one way, without those that only name a version of the page."""
    steps: list[str] = []
    for step in path.split("/"):
        decoded = unquote_to_bytes(step)
        if decoded == b"..":
            del steps[-1:]
        elif decoded not in (b"", b"."):
            steps.append(quote(decoded, safe=_PATH))
    if steps and _INDEX_FILE.match(steps[-1]):
        del steps[-1]
    if len(steps) > 1 and steps[-1].lower() == "amp":
        del steps[-1]
    elif len(steps) > 1 and steps[0].lower() == "amp":
        del steps[0]
    if steps:
        steps[-1] = _AMP_FILE.sub("", steps[-1])
    return steps


def _parameters(query: str) -> Iterator[str]:
    for part in query.split("&"):
        if part and not TRACKING.match(part.split("=", 1)[0]) and not _AMP_PARAMETER.match(part):
            yield quote(unquote_to_bytes(part.replace("+", "%20")), safe=_QUERY)


def _is_page(parts: SplitResult) -> bool:
    return bool(_steps(parts.path)) or bool(list(_parameters(parts.query)))


def _one_site(one: SplitResult | None, other: SplitResult) -> bool:
    """Whether the hosts are one, or one lies under the other: kaz.tengrinews.kz and tengrinews.kz."""
    if one is None:
        return False
    hosts = _folded_host(one.hostname or ""), _folded_host(other.hostname or "")
    return hosts[0] == hosts[1] or hosts[0].endswith("." + hosts[1]) or hosts[1].endswith("." + hosts[0])
