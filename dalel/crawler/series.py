"""Data that comes in pages of rows: what is asked first, what next, and where it ends.

Three ways of paging, each tried on servers written for the tests only (../shared/domain/sources.md has them from public
code): the number of the page or of the rows before it in the address, `next_page` in the answer (goszakup REST v3), and
the key of the last row (goszakup GraphQL v3). All end with the first answer that has no rows, repeats rows that were
there, or names no next one; at the latest after as many pages as a listing may have.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from dalel import jsontext
from dalel.crawler.addresses import normalise
from dalel.crawler.listings import NEXT_KEYS, is_numbered, numbered, rows_of
from dalel.sources import GraphQL

ROWS = "rows"  # role of a request for such a page; it is archived as a page, or as an API's answer without rows


@dataclass(frozen=True, slots=True)
class Question:
    """One request: of an address with the number of the page in it, of a plain one, or of rows after a key."""

    way: str | GraphQL
    number: int = 1
    after: int | str | None = None
    stated: str | None = None  # the address that the answer before named as the next

    @property
    def address(self) -> str:
        """Where it is asked."""
        if isinstance(self.way, GraphQL):
            return self.way.address
        return self.stated or numbered(self.way, self.number)

    @property
    def body(self) -> bytes:
        """What is sent by POST; empty where it is asked by GET."""
        if not isinstance(self.way, GraphQL):
            return b""
        variables = {"limit": self.way.limit, **({"after": self.after} if self.after is not None else {})}
        return json.dumps({"query": self.way.query, "variables": variables}, ensure_ascii=False).encode()


@dataclass(frozen=True, slots=True)
class Rows:
    """What an answer holds: how many rows, their fingerprint, and the way on where it names one."""

    count: int = 0
    fingerprint: str = ""
    next_page: str | None = None
    last: int | str | None = None
    trouble: str | None = None


def is_json(payload: bytes) -> bool:
    """Whether an answer looks like JSON; rates and some statistics come as XML, one day an address."""
    return payload.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")


def read_rows(payload: bytes) -> Rows:
    """The rows of a JSON answer, and where it says that more of them are."""
    try:
        answer = jsontext.parse(payload)
    except ValueError as error:
        return Rows(trouble=f"the answer is no JSON ({error})")
    if isinstance(answer, dict) and answer.get("errors"):
        said = json.dumps(answer["errors"], ensure_ascii=False)[:200]
        return Rows(trouble=f"the answer is an error: {said}")
    rows = rows_of(answer)
    told = answer if isinstance(answer, dict) else {}
    named = next((told[key] for key in told if key.lower() in NEXT_KEYS and told[key]), None)
    extensions = told.get("extensions")
    paging = extensions.get("pageInfo") if isinstance(extensions, dict) else None
    more = isinstance(paging, dict) and paging.get("hasNextPage")
    last = paging.get("lastId") if more and isinstance(paging, dict) else None
    return Rows(
        count=len(rows),
        fingerprint=hashlib.sha256(json.dumps(rows, sort_keys=True).encode()).hexdigest(),
        next_page=named if isinstance(named, str) and named else None,
        last=last if isinstance(last, int | str) and last else None,
    )


def following(asked: Question, rows: Rows, url: str) -> Question | None:
    """The question after this one, whose answer had these rows; None where there is none."""
    if not rows.count:
        return None
    if isinstance(asked.way, GraphQL):
        on = rows.last is not None and rows.last != asked.after
        return replace(asked, number=asked.number + 1, after=rows.last) if on else None
    if is_numbered(asked.way):
        return replace(asked, number=asked.number + 1)
    stated = normalise(rows.next_page, url) if rows.next_page else None
    return replace(asked, number=asked.number + 1, stated=stated) if stated and stated != url else None


def known_as(url: str, body: bytes) -> str:
    """The address a request is archived under: that of a POST has what was asked in it, as pywb writes it.

    Without that all answers of a GraphQL server would be captures of one page.
    """
    if not body:
        return url
    try:
        said = list(_leaves(jsontext.parse(body), ""))
    except ValueError:
        said = [("__wb_post_data", body.decode("utf-8", "replace"))]
    return f"{url}{'&' if '?' in url else '?'}{urlencode([('__wb_method', 'POST'), *said])}"


def _leaves(value: Any, name: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, str(key))
    elif isinstance(value, list):
        for inner in value:
            yield from _leaves(inner, name)
    else:
        yield name, str(value)
