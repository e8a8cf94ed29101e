"""Reprints that say so: a page that credits an outlet is of one origin with that outlet's page on the same event.

A credit alone joins nothing, outlets credit each other daily; the two pages must also share a particular number and fit
in time and region. Two pages that credit the same third outlet are joined in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from urllib.parse import urlsplit

from dalel.origins.links import OriginLink, link
from dalel.origins.rare_numbers import rare_numbers
from dalel.origins.releases import near_in_time, one_region
from dalel.origins.wording import plain
from dalel.records import Document

TELLING = 1.0  # weight of the common numbers: "2,5 billion" suffices, "2 months" does not
_DOMAIN = re.compile(r"\.(?:kz|com|info|org|net|ru|news|media|asia|example)\b", re.IGNORECASE)


def credited(documents: Sequence[Document]) -> Iterator[OriginLink]:
    """A link for each pair of which one credits the other, or both the same other outlet."""
    names = {document.document_id: _names(document) for document in documents}
    outlets = frozenset(name for found in names.values() for name in found)
    voices = [_Voice(document, names[document.document_id], outlets) for document in documents]
    for a, b in _candidates(voices):
        evidence = _evidence(a, b)
        if evidence is not None and _one_event(a.document, b.document):
            pair = (a.document.document_id, b.document.document_id)
            yield link(*pair, "credit", f"{evidence}, and they share a particular number.")


class _Voice:
    """A page, what its outlet is called, and whom it credits; its own outlet's name is no credit."""

    def __init__(self, document: Document, names: frozenset[str], outlets: frozenset[str]) -> None:
        credit = _outlet(document.credit or "")
        self.document = document
        self.names = names
        self.credit = "" if credit in names else credit
        # "the ministry" is named by everybody; an outlet is known by its domain or by its own pages
        self.is_outlet = credit in outlets or bool(_DOMAIN.search(document.credit or ""))


def _candidates(voices: Sequence[_Voice]) -> list[tuple[_Voice, _Voice]]:
    """Pairs of which one is credited by the other, or both credit one, each once, in order."""
    called: dict[str, list[int]] = {}
    crediting: dict[str, list[int]] = {}
    for place, voice in enumerate(voices):
        for name in sorted(voice.names):
            called.setdefault(name, []).append(place)
        if voice.credit:
            crediting.setdefault(voice.credit, []).append(place)
    found: set[tuple[int, int]] = set()
    for credit, places in crediting.items():
        found.update((min(a, b), max(a, b)) for a in places for b in called.get(credit, ()) if a != b)
        found.update(combinations(places, 2))
    return [(voices[a], voices[b]) for a, b in sorted(found)]


def _evidence(a: _Voice, b: _Voice) -> str | None:
    for one, other in ((a, b), (b, a)):
        if one.credit and one.credit in other.names:
            return f"{one.document.outlet} credits {one.document.credit}"
    if a.credit and a.credit == b.credit and (a.is_outlet or b.is_outlet):
        return f"Both credit {a.document.credit}"
    return None


def _one_event(a: Document, b: Document) -> bool:
    numbers, others = rare_numbers(a), rare_numbers(b)
    weight = sum(min(numbers[number], others[number]) for number in numbers.keys() & others.keys())
    return weight >= TELLING and near_in_time(a, b) and one_region(a, b)


def _names(document: Document) -> frozenset[str]:
    """The outlet's name and its host, each in the form in which a credit is compared."""
    host = (urlsplit(document.url).hostname or "").removeprefix("www.")
    return frozenset(name for name in (_outlet(document.outlet), _outlet(host)) if name)


def _outlet(name: str) -> str:
    """Letters and digits only, without the domain: "Turantimes.kz" and "«Turan Times»" are one.

    In Cyrillic, as if all were Kazakh: Kazinform and Казинформ are one, too.
    """
    return re.sub(r"\W", "", plain(_DOMAIN.sub("", name), "kk"))
