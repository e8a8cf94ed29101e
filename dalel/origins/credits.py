"""Reprints that say so: a page that credits an outlet is of one origin with that outlet's page on the same event.

A credit alone joins nothing, outlets credit each other daily; the two pages must also share a particular number and fit
in time and region. Two pages that credit the same third outlet are joined in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from dalel.origins.links import link
from dalel.origins.neighbours import Neighbours
from dalel.origins.rare_numbers import rare_numbers
from dalel.origins.regions_told import one_region
from dalel.origins.releases import near_in_time
from dalel.origins.wording import plain
from dalel.records import Document, OriginLink

TELLING = 1.0  # weight of the common numbers: "2,5 billion" suffices, "2 months" does not
_DOMAIN = re.compile(r"\.(?:kz|com|info|org|net|ru|news|media|asia|example)\b", re.IGNORECASE)


def credited(documents: Sequence[Document]) -> Iterator[OriginLink]:
    """A link for each page and an earlier one of which one credits the other, or both the same other outlet."""
    names = {document.document_id: _names(document) for document in documents}
    outlets = frozenset(name for found in names.values() for name in found)
    voices = {one.document_id: _Voice(one, names[one.document_id], outlets) for one in documents}
    neighbours = Neighbours()
    for name, voice in voices.items():
        represented = False
        for other in neighbours.near(voice.asked()):
            a, b = voices[other], voice
            evidence = _evidence(a, b)
            if evidence is not None and _one_event(a.document, b.document):
                yield link(other, name, "credit", credited=evidence)
                represented = represented or a.stands_for(b)
        if not represented:
            neighbours.add(name, voice.marks())


class _Voice:
    """A page, what its outlet is called, and whom it credits; its own outlet's name is no credit."""

    def __init__(self, document: Document, names: frozenset[str], outlets: frozenset[str]) -> None:
        credit = _outlet(document.credit or "")
        self.document = document
        self.names = names
        self.credit = "" if credit in names else credit
        # "the ministry" is named by everybody; an outlet is known by its domain or by its own pages
        self.is_outlet = credit in outlets or bool(_DOMAIN.search(document.credit or ""))

    def marks(self) -> set[tuple[str, str, object]]:
        """By what the page is found: whom it is called, and whom it credits, with each particular number."""
        ways = [("called", name) for name in self.names] + [("credits", self.credit)] * bool(self.credit)
        return {(way, name, number) for way, name in ways for number in rare_numbers(self.document)}

    def asked(self) -> set[tuple[str, str, object]]:
        """What is looked for: the outlet it credits, who credits that too, and who credits its own outlet."""
        ways = [("called", self.credit), ("credits", self.credit)] * bool(self.credit)
        ways += [("credits", name) for name in self.names]
        return {(way, name, number) for way, name in ways for number in rare_numbers(self.document)}

    def stands_for(self, other: _Voice) -> bool:
        """True where nothing would join the other page that does not join this one."""
        return (self.names, self.credit, self.document.published, rare_numbers(self.document)) == (
            other.names, other.credit, other.document.published, rare_numbers(other.document),
        )  # fmt: skip


def _evidence(a: _Voice, b: _Voice) -> str | None:
    for one, other in ((a, b), (b, a)):
        if one.credit and one.credit in other.names:
            return f"{one.document.outlet} ← {one.document.credit}"
    if a.credit and a.credit == b.credit and (a.is_outlet or b.is_outlet):
        return f"{a.document.outlet}, {b.document.outlet} ← {a.document.credit}"
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
