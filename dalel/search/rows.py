"""What a run holds -> the rows of the index, and the text under which each is found."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Protocol

from dalel.dates.periods import period
from dalel.records import Claim, Document, Verdict
from dalel.search.names import Names
from dalel.search.stems import kept

Cells = tuple[Any, ...]
Words = Sequence[tuple[str, str | None]]
Split = Callable[[str], list[tuple[int, int]]]  # a text -> start and end of its sentences
FIELDS = ("title", "lead", "text")


class Kept(Protocol):
    """What a run has made: see `dalel.ledger.Run`."""

    @property
    def claims(self) -> Sequence[Claim]: ...
    @property
    def documents(self) -> Sequence[Document]: ...
    @property
    def verdicts(self) -> Sequence[Verdict]: ...
    @property
    def sample(self) -> bool: ...
    @property
    def fingerprint(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Row:
    """A row of `claims` or `sentences` by its id: the cells, the texts of its words, and the digest of all of it."""

    name: str
    cells: Cells
    facts: Cells  # of a claim: schema.FACTS
    words: Words  # text and its language; None: marks, as they are
    digest: str

    @property
    def number(self) -> int:
        """Its rowid, made of its name alone: 63 bits of SHA-256, so that the order of rows is the same everywhere."""
        return int.from_bytes(hashlib.sha256(self.name.encode("utf-8")).digest()[:8], "big") >> 1

    def found_by(self) -> tuple[str, ...]:
        """The texts of the full-text table, every word in its form."""
        return tuple(text if language is None else kept(text, language) for text, language in self.words)


def claim_rows(run: Kept, names: Names) -> Iterator[Row]:
    """One row a claim, in the order of the run; its cells are those of schema.CLAIMS."""
    pages = {page.document_id: page for page in run.documents}
    judged = {verdict.claim_id: verdict for verdict in run.verdicts}
    for claim in run.claims:
        page, verdict = pages[claim.document_id], judged.get(claim.claim_id)
        told = " ".join(filter(None, (claim.counted, claim.place, claim.speaker, claim.purpose)))
        words = (
            (claim.sentence, page.language),
            (told, page.language),
            (page.title or "", page.language),
            (names.of(claim), None),
        )
        yield _row(claim.claim_id, _shown(claim, page, verdict), _compared(claim), words)


def sentence_rows(run: Kept, split: Split) -> Iterator[Row]:
    """One row a sentence of the pages, headlines and leads among them; cells: schema.SENTENCES."""
    stated: dict[tuple[str, str], list[int]] = {}
    for claim in run.claims:
        stated.setdefault((claim.document_id, claim.field), []).append(claim.start)
    for page in run.documents:
        for field in FIELDS:
            text, starts = page.field(field), sorted(stated.get((page.document_id, field), ()))
            for start, end in split(text):
                name = f"{page.document_id}.{field}.{start}"
                count = bisect_left(starts, end) - bisect_left(starts, start)
                cells = (name, text[start:end], field, count, *_page(page), page.document_id)
                yield _row(name, cells, (), ((text[start:end], page.language), (page.title or "", page.language)))


def _shown(claim: Claim, page: Document, verdict: Verdict | None) -> Cells:
    return (
        claim.claim_id, _exact(claim.value), _exact(claim.value_max), claim.unit, claim.modality, claim.measure,
        claim.counted, claim.topic, claim.indicator, claim.region, claim.place, claim.as_of, claim.status,
        claim.speaker, verdict.verdict if verdict else "single-source", verdict.origins if verdict else 1, claim.quote,
        claim.sentence, claim.start - claim.sentence_start, *_page(page), claim.document_id, claim.repeats,
    )  # fmt: skip


def _page(page: Document) -> Cells:
    return page.title, page.outlet, _day(page.published), page.url, page.source, page.language, page.script


def _compared(claim: Claim) -> Cells:
    high = claim.value if claim.value_max is None else claim.value_max
    about = period(claim.as_of)
    return float(claim.value), float(high), _day(about and about[0]), _day(about and about[1])


def _row(name: str, cells: Cells, facts: Cells, words: Words) -> Row:
    told = repr((cells, facts, words)).encode("utf-8", "surrogatepass")
    return Row(name, cells, facts, words, hashlib.sha256(told).hexdigest())


def _exact(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
