"""Documents -> the same with the address each shares with its twins: AMP versions, redirects, canonical links.

The address of a group is that of its page captured first, so that ids stay while an archive grows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from dalel.identity.addresses import spelled
from dalel.identity.claim_ids import own_address
from dalel.records import Document

VERSIONS = 12  # addresses with one canonical link; a site that gives one to all its articles gives none


class Twin(Protocol):
    """Two addresses of one page, as the archive tells (`dalel.archive.twins`)."""

    @property
    def url(self) -> str: ...
    @property
    def other(self) -> str: ...
    @property
    def language(self) -> str | None: ...  # only where `url` is a page in it; None: in any
    @property
    def redirect(self) -> bool: ...


def place(documents: Sequence[Document], captured: Mapping[str, datetime], twins: Iterable[Twin]) -> list[Document]:
    """The documents, in their order, each with its `address`; `captured` is the time of each, by document id."""
    overused = _overused(documents)
    own = {one.document_id: _own(one, overused) for one in documents}
    groups = _Groups()
    for one in documents:
        groups.join(spelled(one.url) if one.url else own[one.document_id], own[one.document_id])
    for one_end, other_end in _believed(documents, list(twins), own):
        if not overused.intersection((one_end, other_end)):
            groups.join(one_end, other_end)
    first: dict[str, str] = {}
    for one in sorted(documents, key=lambda one: (captured[one.document_id], own[one.document_id])):
        first.setdefault(groups.of(own[one.document_id]), own[one.document_id])
    return [replace(one, address=first[groups.of(own[one.document_id])]) for one in documents]


def _own(document: Document, overused: frozenset[str]) -> str:
    address = own_address(document)
    return spelled(document.url) if address in overused and document.url else address


def _overused(documents: Sequence[Document]) -> frozenset[str]:
    """Canonical addresses that so many pages name that they can be the address of none."""
    named: dict[str, set[str]] = {}
    for one in documents:
        named.setdefault(own_address(one), set()).add(spelled(one.url))
    return frozenset(address for address, urls in named.items() if len(urls) > VERSIONS)


def _believed(
    documents: Sequence[Document], twins: Sequence[Twin], own: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """The pairs of keys that are one page.

    Of two pages captured each for itself that lead to one place, neither is that place: it is a section or a notice.
    """
    languages = {spelled(one.url): one.language for one in documents}
    known = languages.keys() | set(own.values())
    leading: dict[str, set[str]] = {}
    for twin in twins:
        if twin.redirect and (source := spelled(twin.url)) in known and (target := spelled(twin.other)) != source:
            leading.setdefault(target, set()).add(source)
    for twin in twins:
        one, other = spelled(twin.url), spelled(twin.other)
        if twin.redirect and (other not in known or len(leading.get(other, ())) > 1):
            continue
        if twin.language in (None, languages.get(one)) and known.intersection((one, other)):
            yield one, other


class _Groups:
    """Disjoint sets of keys (Galler and Fischer 1964); each is known by its smallest key."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def of(self, key: str) -> str:
        while (above := self._above.get(key, key)) != key:
            self._above[key] = self._above.get(above, above)
            key = above
        return key

    def join(self, one: str, other: str) -> None:
        low, high = sorted((self.of(one), self.of(other)))
        if low != high:
            self._above[high] = low
